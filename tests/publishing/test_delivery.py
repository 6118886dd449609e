"""A post never goes twice or unapproved: claim, attempt, send, outcome, against the practice network."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
import sqlalchemy as sa

from desktop import clock
from desktop.errors import Refused
from desktop.models import Attempt, Outcome, Publication, PublicationState
from desktop.publishing import delivery, page, schedule, withdraw
from desktop.publishing.delivery import Publisher
from tests.publishing.conftest import FAST, Desk

S = PublicationState


def outcomes(desk: Desk, publication_id: int) -> list[tuple[str, Outcome]]:
    with desk.database.reading() as session:
        query = sa.select(Attempt).filter_by(publication_id=publication_id).order_by(Attempt.id)
        return [(a.act, a.outcome) for a in session.scalars(query)]


def test_an_approved_post_goes_out_once(desk: Desk) -> None:
    publication = desk.ready()
    assert desk.publisher.run_due() == 1
    assert desk.state(publication) is S.PUBLISHED
    assert len(desk.published()) == 1
    assert outcomes(desk, publication) == [("send", Outcome.SENT)]
    desk.publisher.run_due()
    assert len(desk.published()) == 1


def test_it_is_read_back_in_a_later_beat(desk: Desk) -> None:
    publication = desk.ready()
    desk.publisher.run_due()
    desk.publisher.run_due()
    with desk.database.reading() as session:
        assert session.get_one(Publication, publication).verified_at is not None


@pytest.mark.parametrize("mode", ["lose-response", "lose-request", "stall", "delay"])
def test_a_lost_answer_ends_in_exactly_one_post(desk: Desk, mode: str) -> None:
    publication = desk.ready("Closed: https://example.org/why @maya Diolch 🚓")
    desk.network.faults.arm({"mode": mode, "match": "/api/v1/statuses", "method": "POST", "ms": 1500})
    desk.publisher.run_due()
    desk.run_until(lambda: desk.state(publication) is S.PUBLISHED)
    assert len(desk.published()) == 1


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_servers_fault_is_reconciled_and_sent_again(desk: Desk, status: int) -> None:
    publication = desk.ready()
    desk.network.faults.arm(
        {"mode": "status", "status": status, "match": "/api/v1/statuses", "method": "POST"}
    )
    desk.publisher.run_due()
    assert desk.state(publication) in (S.UNCONFIRMED, S.SCHEDULED)
    desk.run_until(lambda: desk.state(publication) is S.PUBLISHED)
    assert len(desk.published()) == 1


def test_a_refusal_is_final_and_in_the_networks_words(desk: Desk) -> None:
    publication = desk.ready()
    fault = {
        "mode": "status",
        "status": 422,
        "match": "/api/v1/statuses",
        "body": {"error": "Text is forbidden"},
    }
    desk.network.faults.arm(fault)
    desk.publisher.run_due()
    with desk.database.reading() as session:
        row = session.get_one(Publication, publication)
        assert (row.state, "Text is forbidden" in row.reason) == (S.FAILED, True)
    desk.publisher.run_due()
    assert desk.published() == []


def test_throttled_waits_for_the_networks_own_instant(desk: Desk) -> None:
    publication = desk.ready()
    desk.network.faults.arm({"mode": "throttle", "match": "/api/v1/statuses", "ms": 60_000})
    desk.publisher.run_due()
    with desk.database.reading() as session:
        row = session.get_one(Publication, publication)
        assert row.state is S.SCHEDULED
        assert row.not_before is not None
        assert row.not_before > clock.now() + timedelta(seconds=50)
    assert desk.publisher.run_due() == 0


def test_many_publishers_send_each_once(desk: Desk) -> None:
    ready = [desk.ready(f"Post number {n} of this busy night") for n in range(12)]
    others = [Publisher(desk.database, desk.connectors, f"other{n}", FAST) for n in range(3)]
    threads = [threading.Thread(target=p.run_due) for p in [desk.publisher, *others]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for other in others:
        other.close()
    assert all(desk.state(publication) is S.PUBLISHED for publication in ready)
    assert len(desk.published()) == 12


class Died(BaseException):
    """Stands for the process ending here."""


@pytest.mark.parametrize("step", ["after_claim", "after_prepare", "after_attempt", "after_send"])
def test_whoever_takes_over_sends_it_exactly_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    publication = desk.ready()

    def die(name: str) -> None:
        if name == step:
            raise Died

    monkeypatch.setattr(delivery, "fault_point", die)
    with pytest.raises(Died):
        desk.publisher.run_due()
    monkeypatch.undo()
    heir = Publisher(desk.database, desk.connectors, "heir", FAST)
    desk.publisher, dead = heir, desk.publisher
    desk.run_until(lambda: desk.state(publication) is S.PUBLISHED)
    dead.close()
    assert len(desk.published()) == 1


def test_a_stall_on_a_server_that_keeps_no_key_asks_a_person(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.networks.mastodon import MastodonConnector

    monkeypatch.setattr(MastodonConnector, "resend_is_safe", lambda *_: False)
    publication = desk.ready()
    desk.network.faults.arm({"mode": "delay", "match": "/api/v1/statuses", "method": "POST", "ms": 8000})
    desk.publisher.run_due()
    desk.run_until(lambda: desk.state(publication) is S.QUESTION)
    with desk.database.session() as session:
        (row,) = schedule.in_states(session, S.QUESTION)
        assert row.reason.startswith("Check the account: posted / not posted?")
        schedule.answer(session, publication, False, desk.people["comms"])
    assert desk.state(publication) is S.OVERDUE


def test_a_cut_on_a_server_that_keeps_no_key_is_sent_again_once_settled(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.networks.mastodon import MastodonConnector

    monkeypatch.setattr(MastodonConnector, "resend_is_safe", lambda *_: False)
    publication = desk.ready()
    desk.network.faults.arm({"mode": "lose-request", "match": "/api/v1/statuses", "method": "POST"})
    desk.publisher.run_due()
    desk.run_until(lambda: desk.state(publication) is S.PUBLISHED, rounds=120)
    assert len(desk.published()) == 1


def test_past_its_tolerance_it_waits_for_a_person(desk: Desk) -> None:
    publication = desk.ready(tolerance=60)
    desk.publisher.run_due(clock.now() + timedelta(minutes=2))
    assert desk.state(publication) is S.OVERDUE
    desk.publisher.run_due()
    assert desk.published() == []


class TestHold:
    def test_one_act_holds_all_and_lists_what_had_gone(self, desk: Desk) -> None:
        gone = desk.ready("Gone already")
        desk.publisher.run_due()
        waiting = desk.ready("Still waiting")
        with desk.database.session() as session:
            result = schedule.hold_all(session, desk.people["press"], "Major incident")
        assert [row.id for row in result.held] == [waiting]
        assert [row.id for row in result.already_gone] == [gone]
        later = desk.ready("Approved during the hold")
        desk.publisher.run_due()
        assert desk.state(waiting) is desk.state(later) is S.HELD
        assert len(desk.published()) == 1

    def test_what_was_past_its_time_never_goes_by_itself(self, desk: Desk) -> None:
        waiting = desk.ready()
        with desk.database.session() as session:
            schedule.hold_all(session, desk.people["press"], "Major incident")
        with desk.database.session() as session, pytest.raises(Refused, match="still in force"):
            schedule.release(session, waiting, desk.people["head"])
        with desk.database.session() as session:
            schedule.lift(session, desk.people["head"])
            assert schedule.release(session, waiting, desk.people["head"]) is S.OVERDUE
        desk.publisher.run_due()
        assert desk.published() == []

    def test_a_hold_between_claim_and_sending_stops_it(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        publication = desk.ready()

        def hold(name: str) -> None:
            if name == "after_claim":
                with desk.database.session() as session:
                    schedule.hold_all(session, desk.people["press"], "Now")

        monkeypatch.setattr(delivery, "fault_point", hold)
        desk.publisher.run_due()
        assert desk.published() == []
        desk.run_until(lambda: desk.state(publication) is S.HELD)


class TestWithdraw:
    def test_removes_it_and_keeps_our_record(self, desk: Desk) -> None:
        publication = desk.ready()
        desk.publisher.run_due()
        with desk.database.session() as session:
            post_id = schedule.in_states(session, S.PUBLISHED)[0].post_id
            assert post_id is not None
            withdraw.ask(session, post_id, desk.people["comms"], "Located")
        desk.run_until(lambda: desk.state(publication) is S.WITHDRAWN)
        assert desk.published() == []
        with desk.database.reading() as session:
            told = page.page(session, post_id)
            assert told.deliveries[0].publication.withdraw_result.startswith("Removed from @force")
            assert any("Asked for its removal" in a.words for a in told.deliveries[0].attempts)

    def test_a_refusal_is_reported(self, desk: Desk) -> None:
        publication = desk.ready()
        desk.publisher.run_due()
        fault = {"mode": "status", "status": 403, "method": "DELETE", "body": {"error": "not yours"}}
        desk.network.faults.arm(fault)
        with desk.database.session() as session:
            post_id = schedule.in_states(session, S.PUBLISHED)[0].post_id
            assert post_id is not None
            withdraw.ask(session, post_id, desk.people["comms"])
        desk.publisher.run_due()
        with desk.database.reading() as session:
            row = session.get_one(Publication, publication)
            assert row.state is S.PUBLISHED
            assert "not yours" in row.withdraw_result
