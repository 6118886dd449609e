"""How is a real server installed, started, watched and stopped?

Each kind of server has a folder beside this file with a ``start`` that installs what is missing, boots in
the foreground and prints ``READY {...}`` (see its README). ``BLUELAMP_SERVERS`` names another place
where the folders are, installed already.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

INSTALL_SECONDS = 1200
LAST_WORDS = 2000  # characters of each log


class NotInstalled(Exception):
    """The server cannot run here; says why."""


class RealServer:
    """Start with ``start``, end with ``stop``; may be started again, on the same ports and empty.

    ``port`` is the first of its neighbouring ports; no other run takes them while this process lives.
    """

    name = ""  # in the run's summary
    folder_name = ""
    variables = ""  # what the names of the start script's variables begin with
    first_port = 0
    ports = 1
    start_seconds = 90

    def __init__(self) -> None:
        servers = os.environ.get("BLUELAMP_SERVERS")
        self.folder = (Path(servers) if servers else Path(__file__).parent) / self.folder_name
        self.port, self._lock = _reserve(self.first_port, self.ports)
        # Not below a test's own folder: PostgreSQL's and Dovecot's users must be able to reach it.
        self.data = Path(tempfile.gettempdir()) / f"bluelamp-{self.folder_name}-{self.port}"
        self._log = self.data.with_suffix(".log")
        self._process: subprocess.Popen[bytes] | None = None
        self.install_took = self.start_took = 0.0  # seconds
        self.ready: dict[str, Any] = {}  # what it said of itself

    def start(self) -> None:
        """Install what is missing and boot; raise ``NotInstalled`` where that cannot be done."""
        began = time.monotonic()
        self.install()
        self.install_took = time.monotonic() - began
        own = {f"{self.variables}_PORT": str(self.port), f"{self.variables}_DATA": str(self.data)}
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [*_dying_with_us(), "./start"],
                cwd=self.folder,
                env=os.environ | own | self.environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._await_ready()
        self.start_took = time.monotonic() - began - self.install_took

    def stop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(10)
        shutil.rmtree(self.data, ignore_errors=True)
        self._log.unlink(missing_ok=True)

    def must_run(self) -> None:
        """Fail, with its last words, where it stopped by itself."""
        if self._process is not None and (code := self._process.poll()) is not None:
            raise AssertionError(f"{self.name} stopped by itself (exit {code}).\n{self.last_words()}")

    def last_words(self) -> str:
        """Return the end of each of its logs."""
        logs = [self._log, *sorted(self.data.glob("*.log"))]
        return "\n".join(f"--- {log.name}\n{_end(log)}" for log in logs if log.is_file())

    def how(self) -> str:
        """Say in a few words how it came up, for the run's summary."""
        installed = f"installed in {self.install_took:.0f} s, " if self.install_took > 3 else ""
        return f"{installed}up in {self.start_took:.0f} s"

    def install(self) -> None:
        """Let ``start`` install what is missing; it does nothing where all is there."""
        if sys.platform == "win32":
            raise NotInstalled(f"{self.name} runs on Linux")
        try:
            done = subprocess.run(
                ["./start", "--install"],
                cwd=self.folder,
                capture_output=True,
                text=True,
                timeout=INSTALL_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NotInstalled(f"{self.name} could not be installed: {error}") from error
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no words"])[-1]
            raise NotInstalled(f"{self.name} could not be installed: {last}")

    def environment(self) -> dict[str, str]:
        """Return what else the start script is told."""
        return {}

    def _await_ready(self) -> None:
        until = time.monotonic() + self.start_seconds
        while time.monotonic() < until and self._process is not None and self._process.poll() is None:
            for line in self._log.read_text(errors="replace").splitlines(keepends=True):
                if line.startswith("READY ") and line.endswith("\n"):
                    self.ready = json.loads(line.removeprefix("READY "))
                    return
            time.sleep(0.05)  # another process writes the file; there is nothing to wait on
        words = self.last_words()
        self.stop()
        raise AssertionError(f"{self.name} did not start.\n{words}")


def _reserve(first: int, count: int) -> tuple[int, int]:
    """Take ``count`` ports in a row that are free and that no other run has taken; with the lock on them."""
    if sys.platform == "win32":
        return first, -1
    import fcntl

    for port in range(first, first + 200, 10):
        lock = os.open(f"{tempfile.gettempdir()}/bluelamp-port-{port}.lock", os.O_CREAT | os.O_RDWR, 0o666)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            for one in range(port, port + count):
                socket.create_server(("127.0.0.1", one)).close()
        except OSError:
            os.close(lock)
            continue
        return port, lock
    raise AssertionError(f"no {count} free ports in a row between {first} and {first + 200}")


def _dying_with_us() -> list[str]:
    """A run that is killed hard must not leave its servers behind."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "TERM"] if setpriv else []


def _end(log: Path) -> str:
    return log.read_text(errors="replace")[-LAST_WORDS:]
