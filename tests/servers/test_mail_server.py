"""Handovers by mail on real servers: Debian's Postfix takes them in, Dovecot hands them out."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop.clock import now
from desktop.contact_centre import handover, mail
from desktop.contact_centre.alarms import Escalator, standing
from desktop.contact_centre.envelope import Envelope, envelope
from desktop.contact_centre.handover import HandoverRow
from desktop.contact_centre.routes import Dispatcher
from desktop.errors import Unavailable
from desktop.models import (
    Actor,
    AlarmKind,
    DeliveryState,
    Handover,
    HandoverDelivery,
    HandoverState,
)
from desktop.models.database import Database
from desktop.records import settings
from desktop.records.settings import MailRoute
from desktop.vault import FileKeys, Vault
from tests.contact_centre.conftest import (  # noqa: F401 - fixtures
    Arrive,
    HandOver,
    account_id,
    arrive,
    hand_over,
    phone,
    write,
)
from tests.servers.mail_network import MailNetwork, NotInstalled

# Not counted: the first run on a machine installs the servers.
pytestmark = [pytest.mark.server, pytest.mark.timeout(120, func_only=True)]
PASSWORD = "brand-password"


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(keys=FileKeys(tmp_path / "keys.json"))


@pytest.fixture
def route(mail_server: MailNetwork) -> MailRoute:
    return MailRoute(
        "localhost",
        mail_server.port,
        "brand@example.test",
        "support@example.test",
        "brand",
        "",
        True,
        mail_server.ca,
    )


Settle = Callable[..., None]


@pytest.fixture
def settle(database: Database, people: dict[str, Actor], vault: Vault, route: MailRoute) -> Settle:
    """Set the mail route up, with what is to differ from one that works."""

    def settle(password: str = PASSWORD, **differs: object) -> None:
        sealed = settings.sealed(password, vault.public_key())
        with database.session() as session:
            mended = replace(route, sealed_password=sealed, **differs)  # type: ignore[arg-type]
            settings.change(session, by=people["admin"], mail=mended)

    settle()
    return settle


@pytest.fixture
def dispatcher(database: Database, vault: Vault, settle: Settle) -> Iterator[Dispatcher]:
    dispatcher = Dispatcher(database, vault, "worker-1")
    yield dispatcher
    dispatcher.close()


def one(database: Database, handover_id: int) -> HandoverRow:
    with database.reading() as session:
        return handover.row(session, handover_id)


def enveloped(database: Database, handover_id: int) -> Envelope:
    with database.reading() as session:
        return envelope(session, session.get_one(Handover, handover_id), settings.read(session))


def due_now(database: Database) -> None:
    with database.session() as session:
        session.execute(sa.update(HandoverDelivery).values(next_try_at=now()))


def test_an_emergency_reaches_a_real_mailbox_and_is_accepted(
    database: Database,
    people: dict[str, Actor],
    phone: str,  # noqa: F811
    mail_server: MailNetwork,
    route: MailRoute,
    dispatcher: Dispatcher,
    arrive: Arrive,  # noqa: F811
    hand_over: HandOver,  # noqa: F811
) -> None:
    conversation_id = arrive(
        "help, mae o wedi cymryd tabledi 🚑\n.\nمرحبا", seen=True, received_at=now() - timedelta(seconds=9)
    )
    escalator = Escalator(database)
    assert escalator.run() == 1
    handover_id = hand_over(conversation_id)
    assert dispatcher.run_due() == 1
    found = one(database, handover_id)
    assert found.words == "Sent to contact centre - not yet accepted"
    assert "took the mail (250" in found.deliveries[0].detail
    sent = enveloped(database, handover_id)
    (received,) = mail_server.found(mail.message_id(sent, route))
    assert received["To"] == "support@example.test" and sent.correlation_id in received["Subject"]
    (attachment,) = received.iter_attachments()
    assert json.loads(attachment.get_content()) == sent.document()
    body = received.get_body()
    assert body is not None and body.get_content().splitlines() == sent.body().splitlines()
    with database.session() as session:
        handover.accept(session, handover_id, people["operator"], "Dawn Okafor")
        handover.record_reference(session, handover_id, people["operator"], "412", now().date())
        handover.close(session, handover_id, people["operator"], "Ambulance attended")
    escalator.run()
    with database.reading() as session:
        assert [a.kind for a in standing(session) if a.kind is not AlarmKind.STOPPED] == []


def test_the_check_signs_in_and_sends_nothing(route: MailRoute) -> None:
    assert "answers by STARTTLS and lets brand in" in mail.check(route, PASSWORD)


def test_a_wrong_password_is_worded_and_mended_in_the_settings(
    database: Database,
    dispatcher: Dispatcher,
    settle: Settle,
    hand_over: HandOver,  # noqa: F811
) -> None:
    settle("not the password")
    handover_id = hand_over()
    dispatcher.run_due()
    dispatcher.close()  # Dovecot makes those wait who guess
    (delivery,) = one(database, handover_id).deliveries
    assert delivery.state is DeliveryState.QUEUED
    assert "does not let brand in (535" in delivery.detail and "in the settings" in delivery.detail
    settle()
    due_now(database)
    dispatcher.run_due()
    assert one(database, handover_id).state is HandoverState.DELIVERED


def test_a_foreign_domain_is_refused_for_good_and_alarms(
    database: Database,
    phone: str,  # noqa: F811
    dispatcher: Dispatcher,
    settle: Settle,
    hand_over: HandOver,  # noqa: F811
) -> None:
    settle(recipient="control@elsewhere.example")
    handover_id = hand_over()
    dispatcher.run_due()
    found = one(database, handover_id)
    # Postfix takes the mail of one who signed in, for any domain that it knows; here it refuses by 5.7.1.
    assert found.deliveries[0].state is DeliveryState.FAILED, found.deliveries[0].detail
    assert found.words.startswith(f"Life at risk - call the control room now on {phone}")
    Escalator(database).run()
    with database.reading() as session:
        (alarm,) = [a for a in standing(session) if a.kind is AlarmKind.UNDELIVERED]
    assert alarm.level == 3 and phone in alarm.words


def test_an_unknown_mailbox_is_refused_for_good(
    database: Database,
    dispatcher: Dispatcher,
    settle: Settle,
    hand_over: HandOver,  # noqa: F811
) -> None:
    settle(recipient="nobody-here@example.test")
    handover_id = hand_over()
    dispatcher.run_due()
    (delivery,) = one(database, handover_id).deliveries
    assert delivery.state is DeliveryState.FAILED
    assert "does not take mail for nobody-here@example.test (550" in delivery.detail


def test_a_certificate_nobody_vouches_for_is_not_trusted(route: MailRoute) -> None:
    with pytest.raises(Unavailable, match="could not be trusted"):
        mail.check(replace(route, ca_file=""), PASSWORD)


def test_a_server_that_was_down_gets_it_exactly_as_queued(
    database: Database,
    people: dict[str, Actor],
    vault: Vault,
    hand_over: HandOver,  # noqa: F811
) -> None:
    server = MailNetwork()
    sealed = settings.sealed(PASSWORD, vault.public_key())
    route = MailRoute("localhost", server.port, "brand@example.test", "support@example.test", "brand", sealed)
    with database.session() as session:
        settings.change(session, by=people["admin"], mail=route)
    dispatcher = Dispatcher(database, vault, "worker-1")
    handover_id = hand_over()
    dispatcher.run_due()
    down = one(database, handover_id)
    assert down.state is HandoverState.QUEUED and "could not be reached" in down.deliveries[0].detail
    queued = enveloped(database, handover_id)
    try:
        server.start()
    except NotInstalled as why:
        pytest.skip(str(why))
    try:
        route = replace(route, ca_file=server.ca)
        with database.session() as session:
            settings.change(session, by=people["admin"], mail=route)
        due_now(database)
        dispatcher.run_due()
        (received,) = server.found(mail.message_id(queued, route))
        (attachment,) = received.iter_attachments()
        assert json.loads(attachment.get_content()) == queued.document()
        assert one(database, handover_id).state is HandoverState.DELIVERED
    finally:
        dispatcher.close()
        server.stop()


DIE_BEFORE_THE_OUTCOME = """
import os, signal, sys
from pathlib import Path
from desktop.contact_centre.routes import Dispatcher
from desktop.models.database import Database
from desktop.vault import FileKeys, Vault

def die(*_args):
    os.kill(os.getpid(), signal.SIGKILL)

setattr(Dispatcher, sys.argv[3], die)
Dispatcher(Database(sys.argv[1]), Vault(keys=FileKeys(Path(sys.argv[2]))), "dies").run_due()
"""


@pytest.mark.parametrize(("dies_at", "times"), [("_start", 1), ("_send", 1), ("_finish", 2)])
def test_killed_between_claim_and_outcome_it_is_sent_again_never_lost(
    database: Database,
    tmp_path: Path,
    mail_server: MailNetwork,
    route: MailRoute,
    dispatcher: Dispatcher,
    hand_over: HandOver,  # noqa: F811
    dies_at: str,
    times: int,
) -> None:
    handover_id = hand_over()
    arguments = [
        sys.executable,
        "-c",
        DIE_BEFORE_THE_OUTCOME,
        database.url,
        str(tmp_path / "keys.json"),
        dies_at,
    ]
    killed = subprocess.run(
        arguments, timeout=120, check=False, env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    )
    assert killed.returncode == -signal.SIGKILL
    assert one(database, handover_id).deliveries[0].state is DeliveryState.SENDING
    assert dispatcher.run_due() == 0, "its lease still runs"
    with database.session() as session:
        session.execute(sa.update(HandoverDelivery).values(lease_until=now() - timedelta(seconds=1)))
    assert dispatcher.run_due() == 1
    assert one(database, handover_id).state is HandoverState.DELIVERED
    message_id = mail.message_id(enveloped(database, handover_id), route)
    received = mail_server.found(message_id, expected=times)
    assert len(received) == times
    assert len({message.as_bytes().partition(b"\nSubject:")[2] for message in received}) == 1
