# Two commands do all the set-up on a fresh machine: make run, make test.
SHELL := /bin/bash
.DEFAULT_GOAL := run
PY := .venv/bin/python
ROUNDS ?= 300

.PHONY: run test check setup faults bench screens translations clean

run: setup
	@bash installer/run.sh

test: setup
	@bash installer/test.sh

check: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

faults: setup
	$(PY) -m tests.faults.driver --rounds $(ROUNDS)

bench: setup
	$(PY) -m tests.benchmarks

screens: setup
	@bash installer/screens.sh

translations: setup
	$(PY) installer/translations.py

setup:
	@bash installer/setup.sh

clean:
	rm -rf .venv .uv run build dist
