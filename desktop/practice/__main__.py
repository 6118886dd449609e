"""Runs the practice network by itself: ``python -m desktop.practice --port N [--data FILE]``."""

from __future__ import annotations

import argparse
import json
import signal
import threading
from pathlib import Path

from desktop.practice.server import PracticeNetwork


def main() -> None:
    options = argparse.ArgumentParser("python -m desktop.practice")
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--data", type=Path)
    options.add_argument("--accounts", nargs="*", default=["force"])
    options.add_argument("--forget-keys", action="store_true", help="ignore Idempotency-Key")
    given = options.parse_args()
    network = PracticeNetwork(given.data, given.port, keeps_keys=not given.forget_keys)
    tokens = {name: network.add_account(name) for name in given.accounts}
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    network.start()
    print("READY " + json.dumps({"url": network.url, "tokens": tokens}), flush=True)
    stop.wait()
    network.stop()


if __name__ == "__main__":
    main()
