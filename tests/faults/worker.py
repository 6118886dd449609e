"""The process that is killed: a worker with its pace scaled down.

A nursery imports everything once; at each line of JSON on its standard input (``{"die_at": "after_send:2"}``,
"" for not at all) it forks one worker, a process like any other, and prints that worker's id.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import signal
import sys
import threading
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import desktop.networks.bluesky
import desktop.networks.mastodon  # noqa: F401 - imported here, once, and not by each worker
from desktop.accounts.connectors import Connectors
from desktop.models.database import Database
from desktop.publishing import delivery
from desktop.triage.engine import assess
from desktop.vault import FileKeys, Vault
from desktop.worker import Engine, Pace

TIMEOUT = 0.7  # seconds that a network may take to answer
FAST = Pace(publish=0.25, collect=0.5, escalate=0.4, dispatch=0.4)
# In the proportions of the real pace: a lease outlasts a request, and so does what a stall is given.
SENDING = delivery.Pace(
    lease=2.0,
    settle_cut=0.4,
    settle_stalled=2.0,
    look_again=0.2,
    unreadable=0.3,
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
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    assess("The rules are read once.")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead are taken away at once
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _live(given.database, given.keys, str(json.loads(line)["die_at"]))
        print(child, flush=True)


def _live(database: str, keys: Path, die_at: str) -> None:
    """Be a worker until the process ends."""
    with suppress(OSError):
        os.close(sys.stdin.fileno())
    os.environ["BLUELAMP_DIE_AT"] = die_at
    code = 1
    try:
        run(Database(database), Vault(keys=FileKeys(keys)))
        code = 0
    except BaseException:
        logging.exception("the worker ended")
    finally:
        os._exit(code)


def run(database: Database, vault: Vault) -> None:
    connectors = Connectors(database, vault, TIMEOUT)
    engine = Engine(
        database, vault, connectors, kind="worker", pace=FAST, sending=SENDING, collect_lease=COLLECT_LEASE
    )
    stop, parent = threading.Event(), os.getppid()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    engine.start()
    while not stop.wait(0.2) and os.getppid() == parent:
        pass
    engine.stop()
    connectors.close()
    database.close()


if __name__ == "__main__":
    main()
