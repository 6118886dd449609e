from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from desktop.clock import now
from desktop.contact_centre import webhook
from desktop.contact_centre.routes import Dispatcher
from desktop.contact_centre.webhook import acknowledgement
from desktop.models import Actor, DeliveryState, HandoverState
from desktop.models.database import Database
from desktop.records import settings
from desktop.records.settings import WebhookRoute
from desktop.vault import Vault
from tests.contact_centre.conftest import HandOver
from tests.contact_centre.listeners import Received, System, contact_centre_system
from tests.contact_centre.test_handover import one

SECRET = "shared with the contact centre"


@pytest.fixture
def system() -> Iterator[System]:
    with contact_centre_system() as system:
        yield system


@pytest.fixture
def dispatcher(
    database: Database, people: dict[str, Actor], vault: Vault, system: System
) -> Iterator[Dispatcher]:
    hook = WebhookRoute(
        f"{system.url}/in", settings.sealed(SECRET, vault.public_key()), f"{system.url}/ack/{{id}}"
    )
    with database.session() as session:
        settings.change(session, by=people["admin"], webhook=hook)
    dispatcher = Dispatcher(database, vault, "worker-1")
    yield dispatcher
    dispatcher.close()


def ack(key: str, **more: Any) -> dict[str, Any]:
    at = (now() - timedelta(seconds=1)).isoformat()
    return {"sharedIncidentId": key, "status": "accepted", "acknowledgedByDispatcherAt": at, **more}


def posts(system: System) -> list[Received]:
    return [got for got in system.received if got.method == "POST"]


def test_what_is_sent_is_signed_and_is_delivered_not_accepted(
    database: Database, dispatcher: Dispatcher, system: System, hand_over: HandOver
) -> None:
    handover_id = hand_over()
    assert dispatcher.run_due() == 1
    (got,) = posts(system)
    stamp = got.headers["X-BlueLamp-Timestamp"]
    mac = hmac.new(SECRET.encode(), stamp.encode() + b"." + got.body, hashlib.sha256).hexdigest()
    assert got.headers["X-BlueLamp-Signature"] == f"sha256={mac}"
    found = one(database, handover_id)
    assert got.headers["Idempotency-Key"] == found.correlation_id
    document = json.loads(got.body)
    assert (document["correlationId"], document["lifeAtRisk"]) == (found.correlation_id, True)
    assert found.state is HandoverState.DELIVERED
    assert found.words == "Sent to contact centre - not yet accepted"
    assert dispatcher.run_due() == 0 and len(posts(system)) == 1


def test_the_answer_may_carry_the_acceptance(
    database: Database, dispatcher: Dispatcher, system: System, hand_over: HandOver
) -> None:
    def answer(got: Received) -> tuple[int, Any]:
        return 200, ack(got.headers["Idempotency-Key"], dispatcher="Ali Khan")

    system.answer = answer
    handover_id = hand_over()
    dispatcher.run_due()
    found = one(database, handover_id)
    assert (found.state, found.accepted_by) == (HandoverState.ACCEPTED, "Ali Khan")


@pytest.mark.parametrize("more", [{}, {"dispatcher": "Ali Khan", "sharedIncidentId": "another"}])
def test_an_answer_that_names_nobody_or_another_incident_accepts_nothing(
    database: Database, dispatcher: Dispatcher, system: System, hand_over: HandOver, more: dict[str, str]
) -> None:
    system.answer = lambda got: (200, ack(got.headers.get("Idempotency-Key", ""), **more))
    handover_id = hand_over()
    dispatcher.run_due()
    assert one(database, handover_id).state is HandoverState.DELIVERED


def test_a_later_acceptance_is_asked_for(
    database: Database, dispatcher: Dispatcher, system: System, hand_over: HandOver
) -> None:
    handover_id = hand_over()
    key = one(database, handover_id).correlation_id

    def answer(got: Received) -> tuple[int, Any]:
        if got.method == "GET":
            assert got.path == f"/ack/{key}"
            return 200, ack(key, dispatcher="Ali Khan", status="rejected", cause="Duplicate of log 7")
        return 202, b"queued"

    system.answer = answer
    assert dispatcher.run_due() == 2
    assert one(database, handover_id).words == "Rejected: Duplicate of log 7"


def test_a_refusal_is_final_and_says_why(
    database: Database, dispatcher: Dispatcher, system: System, hand_over: HandOver
) -> None:
    system.answer = lambda _got: (422, b"no such force")
    handover_id = hand_over()
    dispatcher.run_due()
    (delivery,) = one(database, handover_id).deliveries
    assert delivery.state is DeliveryState.FAILED
    assert "HTTP 422: no such force" in delivery.detail


@pytest.mark.parametrize("status", [401, 408, 429, 500, 503, 302])
def test_what_may_mend_is_tried_again(
    database: Database, dispatcher: Dispatcher, system: System, hand_over: HandOver, status: int
) -> None:
    system.answer = lambda _got: (status, b"")
    handover_id = hand_over()
    dispatcher.run_due()
    (delivery,) = one(database, handover_id).deliveries
    assert (delivery.state, delivery.tries) == (DeliveryState.QUEUED, 1)
    assert delivery.next_try_at is not None
    assert timedelta() < delivery.next_try_at - now() <= timedelta(seconds=2)


def test_the_webhook_is_checked(system: System) -> None:
    assert "answers" in webhook.check(WebhookRoute(f"{system.url}/in", "aa"))


@pytest.mark.parametrize(
    "text", ["", "[]", "null", "{", '{"status": "accepted"}', '{"sharedIncidentId": "k"}']
)
def test_anything_else_is_no_acknowledgement(text: str) -> None:
    assert acknowledgement(text, "k") is None


def test_an_acknowledgement_without_a_readable_time_counts_from_now() -> None:
    found = acknowledgement('{"sharedIncidentId": "k", "status": "ACCEPTED", "dispatcher": " A\\nB "}', "k")
    assert found is not None and (found.status, found.name) == ("accepted", "A B")


GARBAGE = [b"\xff\xfe", b"[" * 100_000, b'{"a":' * 20_000, b"null", b"<html>", b"9" * 10_000, b"\0"]


@pytest.mark.parametrize("garbage", GARBAGE, ids=lambda body: repr(body[:6]))
def test_garbage_with_a_2xx_is_delivered_once_and_accepts_nothing(
    database: Database, dispatcher: Dispatcher, system: System, hand_over: HandOver, garbage: bytes
) -> None:
    system.answer = lambda got: (200, garbage)
    handover_id = hand_over()
    for _ in range(3):
        dispatcher.run_due()
    assert len(posts(system)) == 1
    assert one(database, handover_id).state is HandoverState.DELIVERED


@pytest.mark.parametrize(
    "at", ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "soon", None, 7]
)
def test_an_acceptance_was_between_the_handover_and_now(
    database: Database, dispatcher: Dispatcher, system: System, hand_over: HandOver, at: Any
) -> None:
    def answer(got: Received) -> tuple[int, Any]:
        key = got.headers["Idempotency-Key"]
        return 200, ack(key, dispatcher="Ali Khan") | {"acknowledgedByDispatcherAt": at}

    system.answer = answer
    handover_id = hand_over()
    before = now()
    dispatcher.run_due()
    found = one(database, handover_id)
    assert found.state is HandoverState.ACCEPTED
    assert found.accepted_at is not None and before <= found.accepted_at <= now()
