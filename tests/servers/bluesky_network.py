"""A real Bluesky network (directory, PDS, AppView) for as long as a test needs it.

Installed beside this file on first use (see bluesky/README.md), or taken from the folder that
BLUELAMP_SERVERS names, where they are installed already.
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import httpx

INSTALL_SECONDS = 1200
START_SECONDS = 180
PORTS = 6  # control, PDS, AppView, directory, direct messages, PostgreSQL


class NotInstalled(Exception):
    """The servers cannot run here; says why."""


@dataclass(frozen=True)
class BlueskyAccount:
    handle: str
    did: str
    password: str
    app_password: str
    app_password_with_messages: str


class BlueskyNetwork:
    """Start with ``start``, end with ``stop``; ``pds`` is the address that a client is told to use."""

    def __init__(self) -> None:
        servers = os.environ.get("BLUELAMP_SERVERS")
        self.folder = (Path(servers) if servers else Path(__file__).parent) / "bluesky"
        self.port = _free_ports(PORTS)
        self.pds = f"http://localhost:{self.port + 1}"
        self._data = Path(tempfile.gettempdir()) / f"bluelamp-bluesky-{self.port}"
        self._process: subprocess.Popen[str] | None = None
        self._log: IO[str] | None = None
        self._made = 0

    def start(self) -> None:
        """Install what is missing and boot; raise ``NotInstalled`` where that cannot be done."""
        self._install()
        self._log = tempfile.TemporaryFile("w+")  # noqa: SIM115 - closed by stop
        environment = os.environ | {
            "BSKY_PORT": str(self.port),
            "BSKY_DATA": str(self._data),
            "BSKY_ACCOUNTS": "alice",
        }
        self._process = subprocess.Popen(
            ["./start"],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            start_new_session=True,
        )
        lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read_lines, args=(lines,), daemon=True).start()
        self._await_ready(lines)

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(60)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait(10)
        if self._log is not None:
            self._log.close()
        shutil.rmtree(self._data, ignore_errors=True)

    def account(self, name: str = "person") -> BlueskyAccount:
        """Make one more account, seen by the AppView, with both kinds of app password."""
        self._made += 1
        made = self.control("POST", "/accounts", {"name": f"{name}{self._made}"})
        self.sync()
        return BlueskyAccount(
            made["handle"],
            made["did"],
            made["password"],
            made["appPassword"],
            made["appPasswordWithMessages"],
        )

    def sync(self) -> None:
        """Wait until the AppView has seen everything."""
        self.control("POST", "/sync")

    def arm(self, match: str, mode: str, **more: Any) -> None:
        """Arm a fault: lose-response, lose-request, status, delay or stall (see bluesky/faults.mjs)."""
        self.control("POST", "/faults", {"match": match, "mode": mode, **more})

    def disarm(self) -> None:
        self.control("DELETE", "/faults")

    def control(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        url = f"http://localhost:{self.port}{path}"
        answer = httpx.request(method, url, json=body, timeout=60)
        answer.raise_for_status()
        return answer.json()

    def call(
        self, account: BlueskyAccount, method: str, body: dict[str, Any] | None = None, **params: Any
    ) -> Any:
        """Call the PDS as the account's owner would with another client; a query where ``body`` is None."""
        signed = {"x-ratelimit-bypass": "bypass"}
        login = {"identifier": account.handle, "password": account.password}
        url = f"{self.pds}/xrpc/"
        with httpx.Client(timeout=60, headers=signed) as client:
            session = (
                client.post(url + "com.atproto.server.createSession", json=login).raise_for_status().json()
            )
            client.headers["Authorization"] = f"Bearer {session['accessJwt']}"
            if method.startswith("chat."):
                client.headers["atproto-proxy"] = "did:web:api.bsky.chat#bsky_chat"
            if body is None:
                answer = client.get(url + method, params=params)
            else:
                answer = client.post(url + method, json=body)
            return answer.raise_for_status().json() if answer.content else None

    def _install(self) -> None:
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
            raise NotInstalled(f"Bluesky's servers could not be installed: {error}") from error
        if done.returncode != 0:
            last = (done.stderr.strip().splitlines() or ["no words"])[-1]
            raise NotInstalled(f"Bluesky's servers could not be installed: {last}")

    def _read_lines(self, lines: queue.Queue[str]) -> None:
        assert self._process is not None and self._process.stdout is not None
        with self._process.stdout as out:
            for line in out:
                lines.put(line)
        lines.put("")

    def _await_ready(self, lines: queue.Queue[str]) -> None:
        until = time.monotonic() + START_SECONDS
        while (left := until - time.monotonic()) > 0:
            try:
                line = lines.get(timeout=left)
            except queue.Empty:
                break
            if line.startswith("READY "):
                json.loads(line.removeprefix("READY "))
                return
            if not line:
                break
        words = self._last_words()
        self.stop()
        raise RuntimeError(f"Bluesky's servers did not start: {words}")

    def _last_words(self) -> str:
        assert self._log is not None
        self._log.seek(0)
        return self._log.read()[-2000:]


def _free_ports(count: int) -> int:
    """Find the first of ``count`` free ports in a row on the loopback address."""
    for first in range(42000, 60000, 10):
        sockets = []
        try:
            for port in range(first, first + count):
                sockets.append(socket.create_server(("127.0.0.1", port)))
            return first
        except OSError:
            continue
        finally:
            for one in sockets:
                one.close()
    raise NotInstalled("Bluesky's servers need six free ports in a row between 42000 and 60000.")
