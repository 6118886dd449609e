"""Withdrawing takes a post off each network and reports each; what is not gone is never called gone."""

from __future__ import annotations

import pytest

from desktop import clock
from desktop.errors import Refused
from desktop.models import Publication, PublicationState
from desktop.publishing import schedule, withdraw
from tests.publishing.acting import put, row_of, second_account, states, wall
from tests.publishing.conftest import Desk
from tests.publishing.test_schedule import two

S = PublicationState
STATUSES = "/api/v1/statuses"


def ask(desk: Desk, post_id: int = 1, reason: str = "Located") -> list[int]:
    with desk.database.session() as session:
        return withdraw.ask(session, post_id, desk.people["comms"], reason)


@pytest.fixture
def published(desk: Desk) -> int:
    publication = desk.ready()
    desk.publisher.run_due()
    assert desk.state(publication) is S.PUBLISHED
    return publication


def test_what_was_not_sent_is_cancelled(desk: Desk) -> None:
    post_id, first, second = two(desk)
    put(desk, first, S.OVERDUE)
    assert ask(desk, post_id) == []
    assert states(desk, post_id) == [S.CANCELLED, S.CANCELLED]
    assert row_of(desk, second).reason == "Located"


def test_each_network_has_its_own_result(desk: Desk) -> None:
    post_id, first, second = two(desk, wall_time="")
    desk.publisher.run_due()
    assert desk.state(first) is S.PUBLISHED
    put(desk, second, S.PUBLISHED, network_id="77", published_at=clock.now())
    with desk.database.reading() as session:
        refused = session.get_one(Publication, second).account_id
    assert refused == second_account(desk)  # connected with a key that is not here
    ask(desk, post_id)
    desk.run_until(lambda: desk.state(first) is S.WITHDRAWN)
    assert row_of(desk, first).withdraw_result.startswith("Removed from")
    assert row_of(desk, second).state is S.PUBLISHED
    assert "tried again" in row_of(desk, second).withdraw_result


def test_a_refusal_can_be_tried_again(desk: Desk, published: int) -> None:
    desk.network.faults.arm({"mode": "status", "status": 403, "method": "DELETE", "body": {"error": "no"}})
    ask(desk)
    desk.publisher.run_due()
    with desk.database.reading() as session:
        assert [row.id for row in schedule.to_remove(session) if row.withdraw_refused] == [published]
    assert ask(desk) == [published]
    desk.publisher.run_due()
    assert desk.state(published) is S.WITHDRAWN
    assert desk.published() == []


def test_by_hand_where_the_server_cannot(desk: Desk, published: int) -> None:
    with desk.database.session() as session, pytest.raises(Refused, match="not to be removed"):
        withdraw.removed_by_hand(session, published, desk.people["comms"])
    desk.network.faults.arm({"mode": "status", "status": 403, "method": "DELETE", "body": {"error": "no"}})
    ask(desk)
    desk.publisher.run_due()
    with desk.database.session() as session:
        withdraw.removed_by_hand(session, published, desk.people["comms"])
    row = row_of(desk, published)
    assert (row.state, row.withdraw_result) == (S.WITHDRAWN, "Removed by hand, says Priya Shah.")


def test_not_while_it_is_being_sent(desk: Desk) -> None:
    publication = desk.ready(wall_time=wall(days=1))
    put(desk, publication, S.SENDING)
    with pytest.raises(Refused, match="being sent right now"):
        ask(desk)


class TestInDoubt:
    def test_found_to_be_there_it_is_removed(self, desk: Desk) -> None:
        publication = desk.ready()
        desk.network.faults.arm({"mode": "lose-response", "match": STATUSES, "method": "POST"})
        desk.network.faults.arm({"mode": "status", "status": 503, "match": "/statuses", "method": "GET"})
        desk.publisher.run_due()
        assert desk.state(publication) is S.UNCONFIRMED
        ask(desk)
        assert "if it is found" in row_of(desk, publication).withdraw_result
        with desk.database.session() as session:
            session.get_one(Publication, publication).not_before = None
        desk.run_until(lambda: desk.state(publication) is S.WITHDRAWN)
        assert desk.published() == []

    def test_proved_missing_it_is_not_sent_again(self, desk: Desk) -> None:
        publication = desk.ready()
        desk.network.faults.arm({"mode": "lose-request", "match": STATUSES, "method": "POST"})
        desk.network.faults.arm({"mode": "status", "status": 503, "match": "/statuses", "method": "GET"})
        desk.publisher.run_due()
        ask(desk)
        with desk.database.session() as session:
            session.get_one(Publication, publication).not_before = None
        desk.run_until(lambda: desk.state(publication) is S.CANCELLED)
        assert desk.published() == []

    def test_a_person_who_says_not_posted_ends_it(self, desk: Desk) -> None:
        publication = desk.ready(wall_time=wall(days=1))
        put(desk, publication, S.QUESTION, due_at=clock.now(), first_sent_at=clock.now())
        ask(desk)
        with desk.database.session() as session:
            schedule.answer(session, publication, False, desk.people["comms"])
        assert desk.state(publication) is S.CANCELLED


class TestSeenByAPerson:
    """Posted by a person's word: we do not know the network's id of it."""

    def test_it_is_found_first_and_then_removed(self, desk: Desk, published: int) -> None:
        with desk.database.session() as session:
            session.get_one(Publication, published).network_id = ""
        ask(desk)
        desk.publisher.run_due()
        assert desk.state(published) is S.WITHDRAWN
        assert desk.published() == []

    def test_not_found_it_is_never_called_removed(self, desk: Desk) -> None:
        publication = desk.ready(wall_time=wall(days=1))
        put(desk, publication, S.QUESTION, due_at=clock.now(), first_sent_at=clock.now())
        with desk.database.session() as session:
            row = session.get_one(Publication, publication)
            row.prepared = '{"status": "Road closed at Brackenford."}'
            schedule.answer(session, publication, True, desk.people["comms"])
        ask(desk)
        desk.publisher.run_due()
        row_now = row_of(desk, publication)
        assert row_now.state is S.PUBLISHED
        assert row_now.withdraw_result.startswith("Not removed from")
        with desk.database.reading() as session:
            assert [row.id for row in schedule.to_remove(session) if row.withdraw_refused] == [publication]
