#!/usr/bin/env bash
# Takes a picture of every screen, light and dark, at 1366x768 and 1920x1080, into docs/screens.
set -euo pipefail
cd "$(dirname "$0")/.."
for scheme in light dark; do
  BLUELAMP_SCHEME=$scheme QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.screens "${1:-docs/screens}"
done
