"""The process that is killed: a worker with its pace scaled down, warmed up before it is told to begin.

Reads one line of JSON from its standard input: ``{"die_at": "after_send:2"}``, "" for not at all.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import signal
import sys
import threading
from datetime import timedelta
from pathlib import Path

from desktop.accounts.connectors import Connectors
from desktop.models.database import Database
from desktop.publishing import delivery
from desktop.vault import FileKeys, Vault
from desktop.worker import Engine, Pace

TIMEOUT = 1.0  # seconds that a network may take to answer
FAST = Pace(publish=0.2, collect=0.3, escalate=0.2, dispatch=0.2)
# In the proportions of the real pace: a lease outlasts a request, and so does what a stall is given.
SENDING = delivery.Pace(
    lease=3.0,
    settle_cut=0.5,
    settle_stalled=3.0,
    look_again=0.3,
    unreadable=0.5,
    give_up=30.0,
    backoff=(0.2, 0.4, 0.8),
)
COLLECT_LEASE = timedelta(seconds=1)


def main() -> None:
    options = argparse.ArgumentParser("python -m tests.faults.worker")
    options.add_argument("database")
    options.add_argument("keys", type=Path)
    given = options.parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(process)d %(name)s: %(message)s")
    wanted = json.loads(sys.stdin.readline() or "null")
    if wanted is None:
        return  # the driver ended without needing this one
    os.environ["BLUELAMP_DIE_AT"] = wanted["die_at"]
    run(Database(given.database), Vault(keys=FileKeys(given.keys)))


def run(database: Database, vault: Vault) -> None:
    connectors = Connectors(database, vault, TIMEOUT)
    engine = Engine(
        database, vault, connectors, kind="worker", pace=FAST, sending=SENDING, collect_lease=COLLECT_LEASE
    )
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    engine.start()
    stop.wait()
    engine.stop()
    connectors.close()
    database.close()


if __name__ == "__main__":
    main()
