"""A real Postfix and Dovecot on loopback for as long as a test needs them (see mail/README.md)."""

from __future__ import annotations

import email
import email.policy
import imaplib
import json
import os
import select
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from email.message import EmailMessage
from pathlib import Path
from typing import IO, Any

INSTALL_SECONDS = 600
START_SECONDS = 90
PORTS = 3  # SMTP, IMAP, IMAPS
DELIVERY_SECONDS = 20.0


class NotInstalled(Exception):
    """The servers cannot run here; says why."""


class MailNetwork:
    """Start with ``start``, end with ``stop``; may be started again on the same ports, with empty mailboxes."""

    def __init__(self) -> None:
        servers = os.environ.get("BLUELAMP_SERVERS")
        self.folder = (Path(servers) if servers else Path(__file__).parent) / "mail"
        self.port = _free_ports(PORTS)
        # Not below a folder of the test's own: Dovecot's mail user must be able to reach it.
        self._data = Path(tempfile.gettempdir()) / f"bluelamp-mail-{self.port}"
        self._process: subprocess.Popen[str] | None = None
        self._log: IO[str] | None = None
        self.ca = ""

    def start(self) -> None:
        """Install what is missing and boot; raise ``NotInstalled`` where that cannot be done."""
        self._install()
        self._log = tempfile.TemporaryFile("w+")  # noqa: SIM115 - closed by stop
        self._process = subprocess.Popen(
            ["./start"],
            cwd=self.folder,
            env=os.environ | {"MAIL_PORT": str(self.port), "MAIL_DATA": str(self._data)},
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            start_new_session=True,
        )
        self.ca = self._ready()["ca"]

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(60)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait(10)
            assert self._process.stdout is not None
            self._process.stdout.close()
        if self._log is not None:
            self._log.close()
        self._process = self._log = None
        shutil.rmtree(self._data, ignore_errors=True)

    def found(self, message_id: str, *, user: str = "support", expected: int = 1) -> list[EmailMessage]:
        """Return every mail in the mailbox with this Message-ID, once there are as many as ``expected``."""
        until = time.monotonic() + DELIVERY_SECONDS
        with imaplib.IMAP4_SSL(
            "localhost", self.port + 2, ssl_context=ssl.create_default_context(cafile=self.ca)
        ) as box:
            box.login(user, f"{user}-password")
            while True:
                box.select("INBOX")
                numbers = box.uid("SEARCH", "HEADER", "Message-ID", message_id)[1][0].split()
                if len(numbers) >= expected or time.monotonic() > until:
                    return [_fetched(box, number) for number in numbers]
                time.sleep(0.1)  # Postfix hands over to Dovecot on its own time

    def _install(self) -> None:
        if not hasattr(os, "geteuid") or os.geteuid() != 0:
            raise NotInstalled("Postfix and Dovecot need root to run: run the tests as root to include them")
        done = subprocess.run(
            ["./start", "--install"],
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=INSTALL_SECONDS,
            check=False,
        )
        if done.returncode:
            raise NotInstalled(f"Postfix and Dovecot could not be installed: {done.stderr.strip()[-300:]}")

    def _ready(self) -> dict[str, Any]:
        assert self._process is not None and self._process.stdout is not None
        if select.select([self._process.stdout], [], [], START_SECONDS)[0]:
            line = self._process.stdout.readline()
            if line.startswith("READY "):
                ready: dict[str, Any] = json.loads(line.removeprefix("READY "))
                return ready
        assert self._log is not None
        self._log.seek(0)
        raise AssertionError(f"the mail server did not start: {self._log.read()[-2000:]}")


def _fetched(box: imaplib.IMAP4_SSL, number: str) -> EmailMessage:
    parts = box.uid("FETCH", number, "(BODY.PEEK[])")[1]
    message = email.message_from_bytes(parts[0][1], policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def _free_ports(count: int) -> int:
    """The first of so many neighbouring ports that nobody listens on."""
    for first in range(41_500, 44_000, 10):
        try:
            for port in range(first, first + count):
                socket.create_server(("127.0.0.1", port)).close()
        except OSError:
            continue
        return first
    raise AssertionError("no free ports")
