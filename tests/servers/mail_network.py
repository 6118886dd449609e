"""A real Postfix and Dovecot on loopback for as long as a test needs them (see mail/README.md)."""

from __future__ import annotations

import email
import email.policy
import imaplib
import os
import ssl
import time
from email.message import EmailMessage

from tests.servers.real_server import NotInstalled, RealServer

__all__ = ["MailNetwork", "NotInstalled"]

DELIVERY_SECONDS = 20.0


class MailNetwork(RealServer):
    """Takes mail in for ``support@example.test``; ``ca`` is the file that vouches for its certificate."""

    name = "mail"
    folder_name = "mail"
    variables = "MAIL"
    first_port = 41500
    ports = 3  # SMTP, IMAP, IMAPS

    @property
    def ca(self) -> str:
        return str(self.ready["ca"])

    def install(self) -> None:
        if not hasattr(os, "geteuid") or os.geteuid() != 0:
            raise NotInstalled("Postfix and Dovecot need root to run: run the tests as root to include them")
        super().install()

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


def _fetched(box: imaplib.IMAP4_SSL, number: str) -> EmailMessage:
    parts = box.uid("FETCH", number, "(BODY.PEEK[])")[1]
    message = email.message_from_bytes(parts[0][1], policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message
