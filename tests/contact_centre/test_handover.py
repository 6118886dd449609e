from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from desktop.clock import now
from desktop.contact_centre import handover, record
from desktop.contact_centre.handover import HandoverRow
from desktop.errors import Refused
from desktop.models import Actor, DeliveryState, Handover, HandoverDelivery, HandoverState
from desktop.models.database import Database
from desktop.records import audit, settings
from desktop.records.settings import MailRoute, WebhookRoute
from tests.contact_centre.conftest import PHONE, Arrive, HandOver

People = dict[str, Actor]


def one(database: Database, handover_id: int) -> HandoverRow:
    with database.reading() as session:
        return handover.row(session, handover_id)


def deliver(database: Database, handover_id: int) -> None:
    with database.session() as session:
        found = session.get_one(Handover, handover_id)
        found.state, found.delivered_at = HandoverState.DELIVERED, now()


def actions(database: Database) -> list[str]:
    with database.reading() as session:
        found = [e.action for e in audit.entries(session) if e.action.startswith("handover.")]
        assert not list(audit.verify(session))
    return found[::-1]


def test_the_whole_way(database: Database, people: People, phone: str, hand_over: HandOver) -> None:
    handover_id = hand_over()
    deliver(database, handover_id)
    assert one(database, handover_id).words == "Sent to contact centre - not yet accepted"
    today = now().date()
    with database.session() as session:
        handover.accept(session, handover_id, people["operator"], "Insp Rhiannon Powell")
        assert handover.row(session, handover_id).words.startswith("Accepted by Insp Rhiannon Powell at ")
        handover.record_reference(session, handover_id, people["operator"], "412", today, "STORM")
        words = handover.row(session, handover_id).words
        assert words == f"Incident log 412 of {today.day} {today:%B %Y}"
        handover.close(session, handover_id, people["operator"], "Ambulance attended; safe")
    assert one(database, handover_id).words == "Closed: Ambulance attended; safe"
    assert actions(database) == [f"handover.{a}" for a in ("create", "accept", "reference", "close")]
    with database.reading() as session:
        assert handover.rows(session) == []
        assert len(handover.rows(session, open_only=False)) == 1


def test_a_delivery_is_queued_for_each_route(database: Database, people: People, hand_over: HandOver) -> None:
    with database.session() as session:
        settings.change(
            session,
            by=people["admin"],
            mail=MailRoute("mail.example", 587, "a@b.example", "c@d.example"),
            webhook=WebhookRoute("https://cc.example", "aa"),
        )
    found = one(database, hand_over())
    assert [(d.route, d.state, d.tries) for d in found.deliveries] == [
        ("mail", DeliveryState.QUEUED, 0),
        ("webhook", DeliveryState.QUEUED, 0),
    ]
    assert found.words == "Queued for the contact centre - not yet delivered"


def test_without_a_route_the_number_comes_first(database: Database, phone: str, hand_over: HandOver) -> None:
    assert one(database, hand_over()).words == (
        f"Life at risk - call the control room now on {PHONE}. "
        "It is not delivered (no route to the contact centre is set up)"
    )


def test_acceptance_names_a_person(database: Database, people: People, hand_over: HandOver) -> None:
    handover_id = hand_over()
    for nobody in ("", "  ", "1", "42"):
        with database.session() as session, pytest.raises(Refused, match="Name the person"):
            handover.accept(session, handover_id, people["operator"], nobody)
    assert one(database, handover_id).state is HandoverState.QUEUED


def test_those_who_handed_over_do_not_accept(database: Database, people: People, hand_over: HandOver) -> None:
    handover_id = hand_over()
    for role in ("comms", "auditor", "admin", "press"):
        with database.session() as session, pytest.raises(Refused, match="may not accept"):
            handover.accept(session, handover_id, people[role], "Dawn Okafor")


def test_a_phone_call_accepts(database: Database, people: People, hand_over: HandOver) -> None:
    handover_id = hand_over()
    at = now()
    with database.session() as session:
        handover.accept_by_phone(session, handover_id, people["comms"], "Dispatcher Ali Khan", at)
    found = one(database, handover_id)
    assert (found.accepted_by, found.accepted_how, found.accepted_at) == ("Dispatcher Ali Khan", "phone", at)
    assert " by phone at " in found.words


@pytest.mark.parametrize("minutes", [-600, 30])
def test_a_call_at_an_impossible_time_is_refused(
    database: Database, people: People, hand_over: HandOver, minutes: int
) -> None:
    handover_id = hand_over()
    with database.session() as session, pytest.raises(Refused, match="time of the call"):
        at = now() + timedelta(minutes=minutes)
        handover.accept_by_phone(session, handover_id, people["comms"], "Ali Khan", at)


def test_the_first_handover_wins(
    database: Database, people: People, phone: str, arrive: Arrive, hand_over: HandOver
) -> None:
    conversation_id = arrive(seen=True)
    hand_over(conversation_id)
    with pytest.raises(Refused, match="was handed over at") as refused:
        hand_over(conversation_id, by="operator")
    assert PHONE in refused.value.reason


def test_of_two_at_the_same_moment_one_wins(database: Database, arrive: Arrive, hand_over: HandOver) -> None:
    conversation_id = arrive(seen=True)
    barrier = threading.Barrier(2)
    results: list[int | None] = []

    def race(by: str) -> None:
        barrier.wait()
        try:
            results.append(hand_over(conversation_id, by=by))
        except Refused:
            results.append(None)

    threads = [threading.Thread(target=race, args=(by,)) for by in ("comms", "operator")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len([r for r in results if r]) == 1 and len(results) == 2


def test_a_rejected_one_can_be_handed_over_again(
    database: Database, people: People, arrive: Arrive, hand_over: HandOver
) -> None:
    conversation_id = arrive(seen=True)
    first = hand_over(conversation_id)
    with database.session() as session, pytest.raises(Refused, match="Say why"):
        handover.reject(session, first, people["operator"], " ")
    with database.session() as session:
        handover.reject(session, first, people["operator"], "Outside our area")
    assert one(database, first).words == "Rejected: Outside our area"
    second = hand_over(conversation_id)
    assert one(database, second).state is HandoverState.QUEUED
    old = one(database, first)
    assert old.state is HandoverState.CLOSED
    assert one(database, second).correlation_id in old.words


def test_a_rejected_one_is_closed_by_a_supervisor_alone(
    database: Database, people: People, hand_over: HandOver
) -> None:
    handover_id = hand_over()
    with database.session() as session:
        handover.reject(session, handover_id, people["operator"], "A known hoax")
    with database.session() as session, pytest.raises(Refused, match="may not lower"):
        handover.close(session, handover_id, people["operator"], "Hoax")
    with database.session() as session:
        handover.close(session, handover_id, people["supervisor"], "Hoax, Re-THRIVE done")
    assert one(database, handover_id).state is HandoverState.CLOSED


def test_a_reference_is_needed_to_close(database: Database, people: People, hand_over: HandOver) -> None:
    handover_id = hand_over()
    with database.session() as session, pytest.raises(Refused, match="incident reference"):
        handover.close(session, handover_id, people["supervisor"], "done")
    with database.session() as session, pytest.raises(Refused, match="who accepted it"):
        handover.record_reference(session, handover_id, people["comms"], "412", date(2026, 1, 1))
    with database.session() as session:
        handover.accept(session, handover_id, people["operator"], "Dawn Okafor")
    with database.session() as session, pytest.raises(Refused, match="incident reference"):
        handover.close(session, handover_id, people["supervisor"], "done")


@pytest.mark.parametrize(
    ("reference", "day", "words"),
    [
        ("", date(2026, 1, 1), "Enter the incident reference"),
        ("pending", date(2026, 1, 1), "Enter the incident reference"),
        ("4" * 200, date(2026, 1, 1), "Enter the incident reference"),
        ("412", date(2999, 1, 1), "future"),
    ],
)
def test_an_odd_reference_is_refused(
    database: Database, people: People, hand_over: HandOver, reference: str, day: date, words: str
) -> None:
    handover_id = hand_over()
    with database.session() as session:
        handover.accept(session, handover_id, people["operator"], "Dawn Okafor")
    with database.session() as session, pytest.raises(Refused, match=words):
        handover.record_reference(session, handover_id, people["operator"], reference, day)


def test_a_force_may_have_its_own_form_and_correct_a_slip(
    database: Database, people: People, hand_over: HandOver
) -> None:
    handover_id = hand_over()
    with database.session() as session:
        settings.change(session, by=people["admin"], reference_pattern=r"CAD \d+/\d\d[A-Z]{3}\d\d")
        handover.accept(session, handover_id, people["operator"], "Dawn Okafor")
    with database.session() as session, pytest.raises(Refused, match="form"):
        handover.record_reference(session, handover_id, people["operator"], "412", date(2025, 5, 14))
    with database.session() as session:
        for reference in ("CAD 432/14MAY25", "CAD 4321/14MAY25"):
            handover.record_reference(session, handover_id, people["operator"], reference, date(2025, 5, 14))
    assert one(database, handover_id).words == "Incident CAD 4321/14MAY25 of 14 May 2025"


@pytest.mark.parametrize("form", ["412", "Log 412", "Log 412 of 14 May 2025"])
def test_incidents_are_worded_alike(form: str) -> None:
    from desktop.contact_centre.handover_rows import incident_words

    assert incident_words(form, "2025-05-14").endswith("412 of 14 May 2025")


def test_a_record_of_another_conversation_is_refused(
    database: Database, people: People, arrive: Arrive
) -> None:
    first, second = arrive(), arrive()
    with database.session() as session:
        filled = record.draft(session, first, people["comms"])
        with pytest.raises(Refused, match="another conversation"):
            handover.hand_over(session, second, filled, people["comms"])
        with pytest.raises(Refused, match="one sentence is enough"):
            handover.hand_over(session, first, replace(filled, what=""), people["comms"])


def test_risk_is_never_lowered_by_the_form(database: Database, people: People, arrive: Arrive) -> None:
    conversation_id = arrive()
    with database.session() as session:
        filled = replace(record.draft(session, conversation_id, people["comms"]), life_at_risk=False)
        handover_id = handover.hand_over(session, conversation_id, filled, people["comms"])
    assert one(database, handover_id).life_at_risk


def test_what_was_handed_over_stays_as_it_was(
    database: Database, hand_over: HandOver, write: Callable[..., int]
) -> None:
    handover_id = hand_over()
    before = one(database, handover_id).record
    write(before.conversation_id, "and now he is at the door")
    assert one(database, handover_id).record == before
    with pytest.raises(Refused, match="never changed"), database.session() as session:
        session.execute(sa.update(Handover).values(record={}))


def test_an_acknowledgement_accepts_once(database: Database, hand_over: HandOver) -> None:
    key = one(database, handover_id := hand_over()).correlation_id
    with database.session() as session:
        assert not handover.acknowledge(session, "another", "accepted", "Ali Khan", now())
        assert handover.acknowledge(session, key, "accepted", "Ali Khan", now())
        assert not handover.acknowledge(session, key, "accepted", "Ali Khan", now())
    assert one(database, handover_id).accepted_how == "webhook"


def test_an_acknowledgement_without_a_name_accepts_nothing(database: Database, hand_over: HandOver) -> None:
    key = one(database, handover_id := hand_over()).correlation_id
    with database.session() as session:
        assert not handover.acknowledge(session, key, "accepted", " ", now())
    assert one(database, handover_id).state is HandoverState.QUEUED


def test_an_acknowledgement_may_reject(database: Database, hand_over: HandOver) -> None:
    key = one(database, handover_id := hand_over()).correlation_id
    with database.session() as session:
        assert handover.acknowledge(session, key, "rejected", "", now(), "Not ours")
    assert one(database, handover_id).words == "Rejected: Not ours"


def test_the_log_gets_text(database: Database, hand_over: HandOver) -> None:
    handover_id = hand_over()
    with database.reading() as session:
        text = handover.text_for_log(session, handover_id)
    assert one(database, handover_id).correlation_id in text
    assert "LIFE AT RISK" in text


def test_failed_routes_are_sent_again(database: Database, people: People, hand_over: HandOver) -> None:
    handover_id = hand_over()
    with database.session() as session, pytest.raises(Refused, match="Call the control room"):
        handover.send_again(session, handover_id, people["comms"])
    with database.session() as session:
        route = MailRoute("mail.example", 587, "a@b.example", "c@d.example")
        settings.change(session, by=people["admin"], mail=route)
        assert handover.send_again(session, handover_id, people["comms"]) == 1
    with database.session() as session:
        session.execute(sa.update(HandoverDelivery).values(state=DeliveryState.FAILED))
        assert handover.send_again(session, handover_id, people["comms"]) == 1
    assert one(database, handover_id).deliveries[0].state is DeliveryState.QUEUED
