"""What can be known of the mail without a mail server; the rest is in tests/servers/test_mail_server.py."""

from __future__ import annotations

import email
import email.policy
import json
import socket
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage

import pytest

from desktop.contact_centre import mail
from desktop.contact_centre.envelope import Envelope, envelope
from desktop.errors import Unavailable
from desktop.models import Handover
from desktop.models.database import Database
from desktop.records import settings
from desktop.records.settings import MailRoute
from tests.contact_centre.conftest import HandOver
from tests.contact_centre.listeners import clear_mail_server

ROUTE = MailRoute("127.0.0.1", 25, "desk@force.example", "control@force.example")


@pytest.fixture
def made(database: Database, phone: str, hand_over: HandOver) -> Callable[..., Envelope]:
    def made(**how: object) -> Envelope:
        with database.reading() as session:
            force = settings.read(session)
        handover_id = hand_over(**how)
        with database.reading() as session:
            return envelope(session, session.get_one(Handover, handover_id), force)

    return made


Made = Callable[..., Envelope]


def parsed(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_one_incident_a_mail_with_its_document(made: Made) -> None:
    sent = made()
    found = parsed(mail.message(sent, ROUTE).as_bytes())
    assert found["Message-ID"] == f"<{sent.correlation_id}@force.example>"
    assert sent.correlation_id in found["Subject"] and found["Subject"].startswith("LIFE AT RISK - ")
    assert found["X-Priority"] == "1"
    body = found.get_body()
    assert body is not None and "not an acceptance" in body.get_content()
    (attachment,) = found.iter_attachments()
    assert attachment.get_content_type() == "application/json"
    assert json.loads(attachment.get_content()) == sent.document()


def test_a_repeat_is_the_same_mail(made: Made) -> None:
    sent = made()
    assert mail.message(sent, ROUTE).as_bytes() == mail.message(sent, ROUTE).as_bytes()


def test_the_public_writes_no_header(made: Made) -> None:
    sent = made(handle="@x\r\nBcc: all@example.test", text="Subject: no\r\n\r\n.\r\nQUIT\r\nمرحبا 🚓")
    found = parsed(mail.message(sent, ROUTE).as_bytes())
    assert found["Bcc"] is None
    body = found.get_body()
    assert body is not None and "مرحبا 🚓" in body.get_content()


def test_nothing_goes_in_clear(made: Made) -> None:
    with clear_mail_server({b"EHLO": b"250-clear.example\r\n250 AUTH PLAIN LOGIN\r\n"}) as (port, heard):
        route = replace(ROUTE, port=port, username="desk")
        with pytest.raises(Unavailable, match="never sent in clear"):
            mail.send(made(), route, "secret")
    assert not [line for line in heard if line.upper().startswith((b"AUTH", b"MAIL", b"DATA"))]


def test_a_server_that_lies_about_tls_is_worded(made: Made) -> None:
    answers = {b"EHLO": b"250-x\r\n250 STARTTLS\r\n", b"STAR": b"454 TLS not available\r\n"}
    with clear_mail_server(answers) as (port, _), pytest.raises(Unavailable, match="454 TLS not available"):
        mail.send(made(), replace(ROUTE, port=port), "")


def test_a_server_that_is_full_is_tried_again(made: Made) -> None:
    with (
        clear_mail_server({b"": b"421 too many connections\r\n"}) as (port, _),
        pytest.raises(Unavailable, match="421 too many connections"),
    ):
        mail.send(made(), replace(ROUTE, port=port), "")


def test_a_server_that_is_away_is_worded(made: Made) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with pytest.raises(Unavailable, match="could not be reached"):
        mail.send(made(), replace(ROUTE, port=port), "")


def test_a_missing_certificate_file_is_worded(made: Made) -> None:
    answers = {b"EHLO": b"250-x\r\n250 STARTTLS\r\n"}
    with clear_mail_server(answers) as (port, _), pytest.raises(Unavailable, match="cannot be read"):
        mail.send(made(), replace(ROUTE, port=port, ca_file="nowhere.pem"), "")
