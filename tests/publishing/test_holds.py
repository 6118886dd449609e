"""One act stops everything that is scheduled, and nothing starts again by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop import clock
from desktop.errors import Refused
from desktop.models import Hold, Publication, PublicationState
from desktop.publishing import delivery, schedule
from desktop.records import audit
from tests.publishing.acting import hold, put, second_account, wall
from tests.publishing.conftest import Desk

S = PublicationState


def test_the_hold_is_in_the_claim_itself(desk: Desk) -> None:
    """A hold that another process stored a moment ago, with the publication still scheduled, is obeyed."""
    publication = desk.ready()
    with desk.database.session() as session:
        session.add(Hold(placed_by=desk.people["press"].id, placed_at=clock.now(), reason="Now"))
    assert desk.publisher._claim(clock.now()) == []
    assert desk.state(publication) is S.SCHEDULED
    desk.publisher.run_due()
    assert desk.state(publication) is S.HELD


def test_what_is_claimed_and_not_begun_is_held_and_not_listed_as_gone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    publication = desk.ready()
    results: list[schedule.HoldResult] = []

    def place(step: str) -> None:
        if step == "after_claim":
            results.append(hold(desk, desk.people["press"]))

    monkeypatch.setattr(delivery, "fault_point", place)
    desk.publisher.run_due()
    (result,) = results
    assert [row.id for row in result.held] == [publication]
    assert result.already_gone == ()
    assert desk.state(publication) is S.HELD
    assert desk.published() == []


def test_what_has_left_is_finished_and_listed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    publication = desk.ready()
    results: list[schedule.HoldResult] = []

    def place(step: str) -> None:
        if step == "after_attempt":
            results.append(hold(desk, desk.people["press"]))

    monkeypatch.setattr(delivery, "fault_point", place)
    desk.publisher.run_due()
    assert [row.id for row in results[0].already_gone] == [publication]
    assert desk.state(publication) is S.PUBLISHED


def test_what_went_long_ago_is_not_listed(desk: Desk) -> None:
    publication = desk.ready()
    desk.publisher.run_due()
    put(desk, publication, S.PUBLISHED, published_at=clock.now() - timedelta(hours=3))
    assert hold(desk, desk.people["press"]).already_gone == ()


def test_a_lost_answer_found_missing_during_a_hold_is_not_sent_again(desk: Desk) -> None:
    publication = desk.ready()
    desk.network.faults.arm({"mode": "lose-request", "match": "/api/v1/statuses", "method": "POST"})
    desk.publisher.run_due()
    hold(desk, desk.people["press"])
    desk.run_until(lambda: desk.state(publication) is S.HELD)
    assert desk.published() == []


def test_what_is_held_waits_however_long(desk: Desk) -> None:
    publication = desk.ready(wall_time=wall(minutes=5))
    hold(desk, desk.people["press"])
    for minutes in (6, 30, 600):
        desk.publisher.run_due(clock.now() + timedelta(minutes=minutes))
    assert desk.state(publication) is S.HELD


def test_lifting_releases_nothing(desk: Desk) -> None:
    publication = desk.ready(wall_time=wall(minutes=5))
    hold(desk, desk.people["press"])
    with desk.database.session() as session:
        schedule.lift(session, desk.people["head"])
    desk.publisher.run_due(clock.now() + timedelta(minutes=6))
    assert desk.state(publication) is S.HELD
    assert desk.published() == []


def test_released_in_time_it_goes_at_its_time(desk: Desk) -> None:
    first, second = desk.ready(wall_time=wall(minutes=5)), desk.ready("Another", wall_time=wall(minutes=5))
    hold(desk, desk.people["press"])
    with desk.database.session() as session:
        schedule.lift(session, desk.people["head"])
        assert schedule.release(session, first, desk.people["head"]) is S.SCHEDULED
    desk.publisher.run_due()
    assert desk.published() == []  # not before its time
    desk.publisher.run_due(clock.now() + timedelta(minutes=6))
    assert desk.state(first) is S.PUBLISHED
    assert desk.state(second) is S.HELD


def test_only_what_is_held_is_released(desk: Desk) -> None:
    publication = desk.ready(wall_time=wall(minutes=5))
    with desk.database.session() as session, pytest.raises(Refused, match="not held"):
        schedule.release(session, publication, desk.people["head"])


def test_a_comms_officer_holds_and_does_not_lift(desk: Desk) -> None:
    hold(desk, desk.people["comms"])
    with desk.database.session() as session, pytest.raises(Refused, match="may not release"):
        schedule.lift(session, desk.people["comms"])


def test_a_hold_on_one_account_leaves_the_others(desk: Desk) -> None:
    publication, other = desk.ready(), second_account(desk)
    with desk.database.session() as session:
        placed = Hold(
            account_id=other, placed_by=desk.people["press"].id, placed_at=clock.now(), reason="Court"
        )
        session.add(placed)
    desk.publisher.run_due()
    assert desk.state(publication) is S.PUBLISHED


def test_a_reply_in_a_conversation_is_no_scheduled_content(desk: Desk) -> None:
    """The inbox stays live during a hold."""
    publication = desk.ready(wall_time=wall(days=1))
    with desk.database.session() as session:
        row = session.get_one(Publication, publication)
        reply = Publication(
            purpose="reply",
            account_id=row.account_id,
            text="Please call 101.",
            created_by=desk.people["operator"].id,
            created_at=clock.now(),
            state=S.SCHEDULED,
            due_at=clock.now(),
            client_key="a" * 32,
        )
        session.add(reply)
        session.flush()
        reply_id = reply.id
    hold(desk, desk.people["press"])
    desk.publisher.run_due()
    assert desk.state(publication) is S.HELD
    assert desk.state(reply_id) is S.PUBLISHED


def test_each_act_is_in_the_audit(desk: Desk) -> None:
    publication = desk.ready(wall_time=wall(days=1))
    hold(desk, desk.people["press"], "A55 closed")
    with desk.database.session() as session:
        schedule.lift(session, desk.people["head"])
        schedule.release(session, publication, desk.people["head"])
    with desk.database.reading() as session:
        (lift, place) = audit.entries(session, subject="hold:all")
        moves = [entry.action for entry in audit.entries(session, subject=f"publication:{publication}")]
    assert (place.action, place.details()["reason"]) == ("hold.place", "A55 closed")
    assert lift.action == "hold.lift"
    assert moves == ["publication.scheduled", "publication.held", "publication.schedule"]
