"""When what goes out, and what moving, cancelling and answering do and refuse."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop import clock
from desktop.clock import TimeHappensTwice
from desktop.errors import Refused
from desktop.models import PostStage, PublicationState
from desktop.publishing import approval, drafting, schedule
from tests.publishing.acting import ZONE, put, row_of, second_account, states, wall
from tests.publishing.conftest import Desk

S = PublicationState


def two(desk: Desk, **more: object) -> tuple[int, int, int]:
    """An approved post on two accounts, tomorrow: its id and its publications' ids."""
    accounts = (desk.account_id, second_account(desk))
    with desk.database.session() as session:
        post_id = drafting.new(session, desk.people["comms"])
        fields = {"text": "Open day", "wall_time": wall(days=1), "accounts": accounts, **more}
        body = drafting.DraftBody(**fields)  # type: ignore[arg-type] # test shorthand
        drafting.save(session, post_id, body, desk.people["comms"])
        approval.submit(session, post_id, desk.people["comms"])
    first, second = desk.approve(post_id)
    return post_id, first, second


def move(desk: Desk, post_id: int, to: str, *, second: bool | None = None) -> None:
    with desk.database.session() as session:
        schedule.reschedule(session, post_id, to, ZONE, desk.people["comms"], second=second)


class TestTime:
    def test_wall_time_zone_and_instant_are_all_stored(self, desk: Desk) -> None:
        publication = desk.ready(wall_time="2027-07-01T09:30")
        row = row_of(desk, publication)
        assert (row.wall_time, row.zone) == ("2027-07-01T09:30", ZONE)
        assert f"{row.due_at:%Y-%m-%d %H:%M %Z}" == "2027-07-01 08:30 UTC"

    def test_a_time_that_does_not_exist_is_refused(self, desk: Desk) -> None:
        publication = desk.ready(wall_time=wall(days=1))
        with pytest.raises(Refused, match="does not exist"):
            move(desk, 1, "2027-03-28T01:30")
        assert desk.state(publication) is S.SCHEDULED

    @pytest.mark.parametrize(("second", "utc"), [(False, "00:30"), (True, "01:30")])
    def test_one_that_happens_twice_is_asked_about(self, desk: Desk, second: bool, utc: str) -> None:
        desk.ready(wall_time=wall(days=1))
        with pytest.raises(TimeHappensTwice):
            move(desk, 1, "2027-10-31T01:30")
        move(desk, 1, "2027-10-31T01:30", second=second)
        with desk.database.reading() as session:
            due = approval.latest(session, 1).due_at
        assert due is not None
        assert f"{due:%H:%M}" == utc

    def test_a_time_that_has_passed_is_refused(self, desk: Desk) -> None:
        desk.ready(wall_time=wall(days=1))
        with pytest.raises(Refused, match="has passed"):
            move(desk, 1, wall(minutes=-5))

    def test_publish_now_goes_out_with_the_next_beat(self, desk: Desk) -> None:
        publication = desk.ready()
        assert row_of(desk, publication).wall_time == ""
        desk.publisher.run_due()
        assert desk.state(publication) is S.PUBLISHED

    def test_moved_to_as_soon_as_it_is_approved(self, desk: Desk) -> None:
        desk.ready(wall_time=wall(days=1))
        move(desk, 1, "")
        desk.publisher.run_due()
        assert desk.published() == []  # not approved yet
        (again,) = desk.approve(1)
        desk.publisher.run_due()
        assert desk.state(again) is S.PUBLISHED


class TestMoving:
    def test_it_is_submitted_again_and_nothing_goes_meanwhile(self, desk: Desk) -> None:
        publication = desk.ready(wall_time=wall(minutes=30))
        move(desk, 1, wall(minutes=90))
        desk.publisher.run_due(clock.now() + timedelta(hours=2))
        assert desk.state(publication) is S.CANCELLED
        assert desk.published() == []

    def test_what_an_account_has_is_not_sent_to_it_again(self, desk: Desk) -> None:
        post_id, first, second = two(desk)
        put(desk, first, S.PUBLISHED, published_at=clock.now(), network_id="1")
        put(desk, second, S.OVERDUE)
        move(desk, post_id, wall(days=2))
        desk.approve(post_id)
        with desk.database.reading() as session:
            again = [row for row in schedule.of_post(session, post_id) if row.id not in (first, second)]
        assert [row.account_handle for row in again] == [row_of(desk, second).account_handle]
        assert desk.state(first) is S.PUBLISHED

    def test_what_was_cancelled_stays_cancelled(self, desk: Desk) -> None:
        post_id, first, second = two(desk)
        with desk.database.session() as session:
            schedule.cancel(session, first, desk.people["comms"])
        move(desk, post_id, wall(days=2))
        assert len(desk.approve(post_id)) == 1
        assert desk.state(second) is S.CANCELLED  # of the version before

    @pytest.mark.parametrize("state", [S.CLAIMED, S.SENDING, S.UNCONFIRMED])
    def test_what_is_being_sent_is_locked(self, desk: Desk, state: PublicationState) -> None:
        publication = desk.ready(wall_time=wall(days=1))
        put(desk, publication, state)
        with pytest.raises(Refused, match="being sent right now"):
            move(desk, 1, wall(days=2))
        with desk.database.session() as session, pytest.raises(Refused, match="being sent right now"):
            approval.edit(session, 1, desk.people["comms"])

    def test_a_question_is_answered_first(self, desk: Desk) -> None:
        publication = desk.ready(wall_time=wall(days=1))
        put(desk, publication, S.QUESTION)
        with pytest.raises(Refused, match="Answer first"):
            move(desk, 1, wall(days=2))

    def test_nothing_left_to_move(self, desk: Desk) -> None:
        desk.ready()
        desk.publisher.run_due()
        with pytest.raises(Refused, match="Nothing of this post waits"):
            move(desk, 1, wall(days=2))

    def test_a_post_that_waits_for_approval_moves_too(self, desk: Desk) -> None:
        post_id = desk.draft(wall_time=wall(days=1))
        desk.submit(post_id)
        move(desk, post_id, wall(days=2))
        with desk.database.reading() as session:
            assert approval.latest(session, post_id).number == 2
            assert drafting.get(session, post_id).stage is PostStage.SUBMITTED

    def test_a_post_goes_to_an_account_once_whatever_the_way(self, desk: Desk) -> None:
        """Edited into a new version behind what one account has already: that account is refused."""
        post_id, first, second = two(desk)
        put(desk, first, S.PUBLISHED, published_at=clock.now(), network_id="1")
        put(desk, second, S.FAILED)
        move(desk, post_id, wall(days=2))
        with desk.database.session() as session:
            approval.send_back(session, post_id, desk.people["press"], "Not yet.")
            body = drafting.load(session, post_id)
            both = drafting.DraftBody(**{**body.__dict__, "accounts": (desk.account_id, *body.accounts)})
            drafting.save(session, post_id, both, desk.people["comms"])
            with pytest.raises(Refused, match="has this post already"):
                approval.submit(session, post_id, desk.people["comms"])


class TestCancel:
    def test_one_account_alone(self, desk: Desk) -> None:
        post_id, first, _second = two(desk)
        with desk.database.session() as session:
            schedule.cancel(session, first, desk.people["comms"])
        assert states(desk, post_id) == [S.CANCELLED, S.SCHEDULED]

    @pytest.mark.parametrize("state", [S.SENDING, S.UNCONFIRMED, S.QUESTION])
    def test_not_what_may_be_out_there(self, desk: Desk, state: PublicationState) -> None:
        publication = desk.ready(wall_time=wall(days=1))
        put(desk, publication, state)
        with desk.database.session() as session, pytest.raises(Refused, match="cannot become cancelled"):
            schedule.cancel(session, publication, desk.people["comms"])


class TestAnswer:
    @pytest.fixture
    def question(self, desk: Desk) -> int:
        publication = desk.ready(wall_time=wall(days=1))
        put(desk, publication, S.QUESTION, first_sent_at=clock.now(), due_at=clock.now())
        return publication

    def answer(self, desk: Desk, publication: int, posted: bool, url: str = "") -> None:
        with desk.database.session() as session:
            schedule.answer(session, publication, posted, desk.people["comms"], url)

    def test_posted(self, desk: Desk, question: int) -> None:
        self.answer(desk, question, True, " https://social.example/1 ")
        row = row_of(desk, question)
        assert (row.state, row.url) == (S.PUBLISHED, "https://social.example/1")
        assert row.published_at is not None
        assert row.verified_at is None  # a person's word is not a reading

    def test_not_posted_goes_nowhere_by_itself(self, desk: Desk, question: int) -> None:
        self.answer(desk, question, False)
        desk.publisher.run_due()
        assert desk.state(question) is S.OVERDUE
        assert desk.published() == []

    def test_once(self, desk: Desk, question: int) -> None:
        self.answer(desk, question, True)
        with pytest.raises(Refused, match="answered already"):
            self.answer(desk, question, False)

    @pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "social.example/1"])
    def test_only_a_web_page_is_an_address(self, desk: Desk, question: int, url: str) -> None:
        with pytest.raises(Refused, match="https://"):
            self.answer(desk, question, True, url)


def test_lately_is_newest_first_and_short(desk: Desk) -> None:
    ids = [desk.ready(f"Number {n} of these posts", wall_time=wall(days=1)) for n in range(3)]
    for n, one in enumerate(ids):
        put(desk, one, S.PUBLISHED, published_at=clock.now() - timedelta(hours=n * 10))
    with desk.database.reading() as session:
        found = schedule.lately(session, clock.now() - timedelta(hours=15))
    assert [row.id for row in found] == ids[:2]


@pytest.mark.parametrize("who", ["operator", "auditor", "frontline", "admin"])
def test_only_a_press_office_schedules(desk: Desk, who: str) -> None:
    publication = desk.ready(wall_time=wall(days=1))
    with desk.database.session() as session:
        for act in (
            lambda: schedule.cancel(session, publication, desk.people[who]),
            lambda: schedule.hold_all(session, desk.people[who], "Now"),
            lambda: schedule.lift(session, desk.people[who]),
            lambda: schedule.release(session, publication, desk.people[who]),
            lambda: schedule.reschedule(session, 1, wall(days=2), ZONE, desk.people[who]),
        ):
            with pytest.raises(Refused, match="may not"):
                act()
