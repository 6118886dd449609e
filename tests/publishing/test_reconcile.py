"""An answer was lost: the account is read before anything is sent again, and what cannot be proved is asked."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop import clock
from desktop.models import Attempt, Outcome, Publication, PublicationState
from desktop.networks.mastodon import MastodonConnector
from desktop.publishing import page, schedule
from desktop.publishing.delivery import Pace, Publisher
from tests.publishing.acting import put, row_of, wall
from tests.publishing.conftest import Desk

S = PublicationState
STATUSES = "/api/v1/statuses"


@pytest.fixture
def keyless(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server like snac: it takes our key and ignores it."""
    monkeypatch.setattr(MastodonConnector, "resend_is_safe", lambda *_: False)


def lose(desk: Desk, what: str) -> None:
    desk.network.faults.arm({"mode": what, "match": STATUSES, "method": "POST"})


def acts(desk: Desk, publication: int) -> list[tuple[str, Outcome]]:
    with desk.database.reading() as session:
        return [(one.act, one.outcome) for one in page.attempts(session, publication)]


def test_a_server_that_keeps_no_key_is_read_before_anything_is_sent_again(desk: Desk, keyless: None) -> None:
    publication = desk.ready()
    lose(desk, "lose-request")
    desk.run_until(lambda: desk.state(publication) is S.PUBLISHED, rounds=120)
    told = acts(desk, publication)
    sends = [at for at, (act, _) in enumerate(told) if act == "send"]
    assert len(sends) == 2
    assert ("look", Outcome.ABSENT) in told[sends[0] : sends[1]]
    assert len(desk.published()) == 1


def test_what_arrived_is_found_and_never_sent_again(desk: Desk, keyless: None) -> None:
    publication = desk.ready()
    lose(desk, "lose-response")
    desk.run_until(lambda: desk.state(publication) is S.PUBLISHED)
    told = acts(desk, publication)
    assert [act for act, _ in told].count("send") == 1
    assert told[-1] == ("look", Outcome.FOUND)
    row = row_of(desk, publication)
    assert row.verified_at is not None
    assert row.url
    assert len(desk.published()) == 1


def test_what_another_publication_is_known_by_is_not_taken_for_it(desk: Desk, keyless: None) -> None:
    """The same words were published before: reading them back proves nothing about the second."""
    first = desk.ready("Same words both times")
    desk.publisher.run_due()
    second = desk.ready("Same words both times")
    lose(desk, "lose-request")
    desk.run_until(lambda: desk.state(second) is S.PUBLISHED, rounds=120)
    assert len(desk.published()) == 2
    with desk.database.reading() as session:
        ids = {session.get_one(Publication, one).network_id for one in (first, second)}
    assert len(ids) == 2


def test_an_account_that_cannot_be_read_is_asked_about_in_the_end(desk: Desk) -> None:
    impatient = Publisher(
        desk.database,
        desk.connectors,
        "impatient",
        Pace(lease=1, settle_cut=0.1, settle_stalled=0.1, unreadable=0.05, give_up=0.2),
    )
    desk.publisher, first = impatient, desk.publisher
    first.close()
    publication = desk.ready()
    lose(desk, "lose-response")
    desk.network.faults.arm({"mode": "status", "status": 503, "method": "GET", "times": 1000})
    desk.run_until(lambda: desk.state(publication) is S.QUESTION)
    row = row_of(desk, publication)
    assert row.reason.startswith("Check the account: posted / not posted? The account cannot be read")
    assert acts(desk, publication)[-1] == ("look", Outcome.UNKNOWN)
    desk.network.faults.clear()
    desk.publisher.run_due()
    assert desk.state(publication) is S.QUESTION  # a person's, from now on
    assert len(desk.published()) == 1


def test_nothing_is_sent_again_past_its_time(desk: Desk) -> None:
    publication = desk.ready(tolerance=60)
    lose(desk, "lose-request")
    desk.publisher.run_due()
    with desk.database.session() as session:
        row = session.get_one(Publication, publication)
        assert row.state is S.SCHEDULED or row.state is S.UNCONFIRMED
        row.due_at -= timedelta(minutes=5)
    desk.run_until(lambda: desk.state(publication) is S.OVERDUE)
    assert desk.published() == []


def test_a_late_receipt_is_shown_whatever_was_decided_meanwhile(desk: Desk) -> None:
    """What a person took for lost and cancelled is there all the same: the record says so."""
    from desktop.networks.protocol import Sent
    from desktop.publishing import delivery

    publication = desk.ready(wall_time=wall(days=1))
    put(desk, publication, S.QUESTION, first_sent_at=clock.now(), due_at=clock.now())
    with desk.database.session() as session:
        attempt = Attempt(
            publication_id=publication, act="send", worker="engine:test", started_at=clock.now()
        )
        session.add(attempt)
        session.flush()
        attempt_id = attempt.id
        schedule.answer(session, publication, False, desk.people["comms"])
        schedule.cancel(session, publication, desk.people["comms"])
    sent = Sent("4711", "https://social.example/4711", clock.now(), "{}")
    with desk.database.session() as session:
        delivery.settle(session, publication, attempt_id, sent, "engine:test", Pace())
    row = row_of(desk, publication)
    assert (row.state, row.url) == (S.PUBLISHED, "https://social.example/4711")
    assert "came late" in row.reason
