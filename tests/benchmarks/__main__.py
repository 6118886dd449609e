"""Runs every measurement, each beside its floor: ``make bench``."""

from __future__ import annotations

import importlib
import sys

ALL = ("bench_start", "bench_inbox", "bench_list", "bench_publish", "bench_alarm", "bench_triage")

if __name__ == "__main__":
    for name in sys.argv[1:] or ALL:
        importlib.import_module(f"tests.benchmarks.{name}").main()
        print(flush=True)
