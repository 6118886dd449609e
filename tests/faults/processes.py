"""How are the workers started, killed and followed? Each by its own process id."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


class Worker:
    """One real process."""

    def __init__(self, pid: int) -> None:
        self._pid, self._gone = pid, False

    @property
    def lives(self) -> bool:
        if not self._gone:
            try:
                os.kill(self._pid, 0)
            except ProcessLookupError:
                self._gone = True  # its id may be another's by the next question
        return not self._gone

    def died_within(self, seconds: float) -> bool:
        """Wait for it to die by itself."""
        return until(lambda: not self.lives, seconds, every=0.01)

    def kill(self) -> None:
        """SIGKILL: no goodbye."""
        self._signal(KILL)
        if not self.died_within(10):
            raise RuntimeError(f"worker {self._pid} outlived SIGKILL")

    def stop(self) -> None:
        """Ask it to end, as the system does at a shutdown."""
        self._signal(signal.SIGTERM)
        if not self.died_within(20):
            self.kill()

    def _signal(self, number: int) -> None:
        if self.lives:
            with suppress(ProcessLookupError):
                os.kill(self._pid, number)


class Workers:
    """All workers of a run, and the nursery they come from."""

    def __init__(self, database: str, keys: Path, log: IO[str]) -> None:
        self._given, self._log = (database, str(keys)), log
        self._nursery: subprocess.Popen[str] | None = None
        self._running: list[Worker] = []

    @property
    def lives(self) -> bool:
        return any(worker.lives for worker in self._running)

    def begin(self, die_at: str = "") -> Worker:
        self._nursery = nursery = self._nursery or self._opened()
        assert nursery.stdin is not None and nursery.stdout is not None
        nursery.stdin.write(json.dumps({"die_at": die_at}) + "\n")
        nursery.stdin.flush()
        worker = Worker(int(nursery.stdout.readline()))
        self._running.append(worker)
        return worker

    def kill_all(self) -> None:
        for worker in self._running:
            worker.kill()
        self._running.clear()

    def stop_all(self) -> None:
        for worker in self._running:
            worker.stop()
        self._running.clear()

    def close(self) -> None:
        self.kill_all()
        if self._nursery is not None:
            self._nursery.communicate(timeout=20)  # it ends with its input

    def _opened(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.faults.worker", *self._given],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
        )


def until(done: Callable[[], bool], seconds: float, *, every: float = 0.05) -> bool:
    """Ask ``done`` until it says yes, at most for so many seconds; whether it did."""
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            return False
        time.sleep(every)
    return True
