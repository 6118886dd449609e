"""How are the workers started, killed and followed? Each by its own process id."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]


class Worker:
    """One real process."""

    def __init__(self, database: str, keys: Path, log: IO[str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.worker", database, str(keys)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            text=True,
        )

    def begin(self, die_at: str = "") -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"die_at": die_at}) + "\n")
        self._process.stdin.close()

    @property
    def lives(self) -> bool:
        return self._process.poll() is None

    def died_within(self, seconds: float) -> bool:
        """Wait for it to die by itself."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        return not self.lives

    def kill(self) -> None:
        """SIGKILL: no goodbye."""
        if self.lives:
            os.kill(self._process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        self._process.wait(10)
        self._close()

    def stop(self) -> None:
        """Ask it to end, as the system does at a shutdown."""
        if self.lives:
            self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(20)
        self.kill()

    def _close(self) -> None:
        if self._process.stdin is not None and not self._process.stdin.closed:
            with suppress(OSError):
                self._process.stdin.close()


class Workers:
    """Keeps a spare warm, so that taking over costs no start of Python."""

    def __init__(self, database: str, keys: Path, log: IO[str]) -> None:
        self._given = (database, keys, log)
        self._spare = Worker(*self._given)
        self._running: list[Worker] = []
        self.killed = 0

    def begin(self, die_at: str = "") -> Worker:
        worker, self._spare = self._spare, Worker(*self._given)
        worker.begin(die_at)
        self._running.append(worker)
        return worker

    @property
    def lives(self) -> bool:
        return any(worker.lives for worker in self._running)

    def kill_all(self) -> None:
        for worker in self._running:
            self.killed += worker.lives
            worker.kill()
        self._running.clear()

    def stop_all(self) -> None:
        for worker in self._running:
            worker.stop()
        self._running.clear()

    def close(self) -> None:
        self.kill_all()
        self._spare.kill()


def until(done: object, seconds: float, *, every: float = 0.05) -> bool:
    """Ask ``done`` until it says yes, at most for so many seconds; whether it did."""
    assert callable(done)
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            return False
        time.sleep(every)
    return True
