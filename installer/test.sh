#!/usr/bin/env bash
# The checks and the whole test suite. Real servers are installed where they can be; a test says which
# could not and why.
set -euo pipefail
cd "$(dirname "$0")/.."
.venv/bin/ruff check .
.venv/bin/ruff format --check .
.venv/bin/mypy
QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest "$@"
