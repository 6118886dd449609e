"""The queue: what needs a person is on top, with its evidence, and can be dealt with from the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import clock
from desktop.models import Actor, Attempt, Outcome, Publication, PublicationState
from desktop.models.database import Database
from desktop.publishing import approval, schedule
from desktop.views.desk import Desk
from desktop.views.queue import QueueScreen
from desktop.views.queue_list import HEADING
from desktop.views.widgets.post_card import CARD
from tests.views.administering import nameless
from tests.views.publishing_desk import (
    DatabaseOffTheInterfaceThread,
    approved,
    desk_of,
    in_days,
    two_accounts,
)

S = PublicationState
TEXT = "Road closed at Abergwyngregyn after a collision."


@pytest.fixture
def watched(database: Database) -> Iterator[DatabaseOffTheInterfaceThread]:
    made = DatabaseOffTheInterfaceThread(database.url)
    yield made
    made.close()


@pytest.fixture
def accounts(database: Database, people: dict[str, Actor]) -> tuple[int, int]:
    first, second = two_accounts(database, people["admin"])
    return first.id, second.id


@pytest.fixture
def desk(watched: DatabaseOffTheInterfaceThread, people: dict[str, Actor], tmp_path: Path) -> Iterator[Desk]:
    with desk_of(watched, people["head"], tmp_path) as made:
        yield made


@pytest.fixture
def screen(desk: Desk, watched: DatabaseOffTheInterfaceThread, qtbot: QtBot) -> QueueScreen:
    made = QueueScreen(desk)
    qtbot.addWidget(made)
    made.resize(1166, 768)
    return made


def show(screen: QueueScreen, qtbot: QtBot) -> None:
    screen.desk.database.watching = True  # type: ignore[attr-defined] # from here on it fails on this thread
    screen.show()
    screen.shown()
    qtbot.waitUntil(lambda: screen._shown is not None)


def post(
    database: Database, people: dict[str, Actor], accounts: tuple[int, ...], **more: object
) -> list[int]:
    """An approved post tomorrow at 14:00; its publications."""
    fields: dict[str, object] = {"text": TEXT, "title": "A55 closed", "wall_time": in_days(1).isoformat()}
    post_id = approved(database, people["comms"], people["press"], accounts=accounts, **{**fields, **more})
    with database.reading() as session:
        return [p.id for p in approval.publications(session, post_id)]


def put(database: Database, publication_id: int, state: PublicationState, **fields: object) -> None:
    """Put a publication where the engine would leave it."""
    with database.session() as session:
        row = session.get_one(Publication, publication_id)
        row.state = state
        for name, value in fields.items():
            setattr(row, name, value)


def asked(database: Database, publication_id: int) -> None:
    """A request whose answer was lost, on an account that does not hold the post."""
    sent = clock.now() - timedelta(minutes=5)
    evidence = {"doubt": "stalled", "why": "The network did not answer in time.", "read_at": sent.isoformat()}
    put(database, publication_id, S.QUESTION, evidence=evidence, first_sent_at=sent)
    with database.session() as session:
        for act, outcome, detail in (
            ("send", Outcome.UNKNOWN, "The network did not answer in time."),
            ("look", Outcome.ABSENT, "Read the account: it is not there now."),
        ):
            session.add(
                Attempt(
                    publication_id=publication_id,
                    act=act,
                    worker="engine:test",
                    started_at=sent,
                    ended_at=sent,
                    outcome=outcome,
                    detail=detail,
                )
            )


def state(database: Database, publication_id: int) -> PublicationState:
    with database.reading() as session:
        return schedule.get(session, publication_id).state


def lines(screen: QueueScreen) -> list[str]:
    """All that the list says, headings included."""
    return [screen.list.item(row).data(CARD).spoken for row in range(screen.list.count())]


def test_nothing_scheduled_says_so(screen: QueueScreen, qtbot: QtBot) -> None:
    show(screen, qtbot)
    assert "Nothing is scheduled" in screen.states.words


class TestList:
    def test_what_needs_a_person_stands_on_top(
        self, screen: QueueScreen, database: Database, people: dict[str, Actor], accounts: tuple[int, int], qtbot: QtBot
    ) -> None:  # fmt: skip
        first, second = post(database, people, accounts)
        (held,) = post(database, people, accounts[:1], text="Witnesses wanted", title="Held one")
        (overdue,) = post(database, people, accounts[:1], text="Missing person", title="Late one")
        (failed,) = post(database, people, accounts[:1], text="Open day", title="Refused one")
        asked(database, second)
        put(database, held, S.HELD)
        put(database, overdue, S.OVERDUE)
        put(database, failed, S.FAILED, reason="Your account is suspended.")
        show(screen, qtbot)
        keys = screen.list.keys()
        assert keys == [HEADING, second, failed, overdue, held, HEADING, first, HEADING]
        assert lines(screen)[0].startswith("Needs you (4)")
        assert screen.list.key == second

    def test_a_post_at_one_time_is_one_card(
        self, screen: QueueScreen, database: Database, people: dict[str, Actor], accounts: tuple[int, int], qtbot: QtBot
    ) -> None:  # fmt: skip
        first, _second = post(database, people, accounts)
        show(screen, qtbot)
        assert screen.list.keys() == [HEADING, HEADING, first, HEADING]
        card = next(line for line in lines(screen) if line.startswith("A55 closed"))
        assert "@northshire@social.example, @northshire.example" in card
        assert " h " in card  # the countdown

    def test_narrowed_to_one_account(
        self, screen: QueueScreen, database: Database, people: dict[str, Actor], accounts: tuple[int, int], qtbot: QtBot
    ) -> None:  # fmt: skip
        post(database, people, accounts[:1], title="On one")
        post(database, people, accounts[1:], title="On the other", text="Something else entirely")
        show(screen, qtbot)
        screen.account.setCurrentIndex(screen.account.findData(accounts[1]))
        qtbot.waitUntil(lambda: not any("On one" in line for line in lines(screen)))
        assert any("On the other" in line for line in lines(screen))

    def test_the_countdown_moves_without_reading_anew(
        self, screen: QueueScreen, database: Database, people: dict[str, Actor], accounts: tuple[int, int],
        qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        post(database, people, accounts)
        show(screen, qtbot)
        reads, before = screen._reads, lines(screen)
        later = clock.now() + timedelta(hours=3)
        monkeypatch.setattr(clock, "now", lambda: later)
        screen._count_down()
        assert lines(screen) != before
        assert screen._reads == reads

    def test_a_change_is_shown_and_keeps_the_chosen(
        self, screen: QueueScreen, database: Database, people: dict[str, Actor], accounts: tuple[int, int], qtbot: QtBot
    ) -> None:  # fmt: skip
        (first,) = post(database, people, accounts[:1])
        (other,) = post(database, people, accounts[1:], title="Another", text="Something else entirely")
        show(screen, qtbot)
        screen.list.setCurrentRow(screen.list.keys().index(other))
        put(database, first, S.OVERDUE)
        screen.desk.changes.tell("posts")
        qtbot.waitUntil(lambda: lines(screen)[0].startswith("Needs you (1)"))
        assert screen.list.key == other
        assert screen.sheet.heading.text() == "Another"


class TestQuestion:
    @pytest.fixture
    def question(
        self, screen: QueueScreen, database: Database, people: dict[str, Actor], accounts: tuple[int, int], qtbot: QtBot
    ) -> int:  # fmt: skip
        (made,) = post(database, people, accounts[:1])
        asked(database, made)
        show(screen, qtbot)
        qtbot.waitUntil(lambda: bool(screen.sheet.evidence.text()))
        return made

    def test_the_evidence_is_in_words(self, screen: QueueScreen, question: int) -> None:
        told = screen.sheet.evidence.text()
        assert "asked the network to publish it" in told
        assert "it is not there now" in told
        assert "cannot be proved" in screen.sheet.standing.text()
        assert screen.sheet.text.text() == TEXT

    def test_the_accounts_page_opens_on_request(
        self, screen: QueueScreen, question: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened: list[str] = []
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
        assert opened == []
        screen.sheet.deeds.look.click()
        assert opened == ["https://social.example/@northshire@social.example"]

    def test_posted_with_its_address(
        self, screen: QueueScreen, question: int, database: Database, qtbot: QtBot
    ) -> None:
        QTest.keyClick(screen.list, Qt.Key.Key_Return)
        screen.sheet.deeds.posted.click()
        assert screen.acts.ask.isVisible()
        assert state(database, question) is S.QUESTION
        QTest.keyClicks(screen.acts.ask.reason, "https://social.example/@northshire/1")
        QTest.keyClick(screen.acts.ask.reason, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: state(database, question) is S.PUBLISHED)
        qtbot.waitUntil(lambda: "a person saw it" in screen.sheet.standing.text())

    def test_an_address_that_is_no_web_page_is_refused(
        self, screen: QueueScreen, question: int, database: Database, qtbot: QtBot
    ) -> None:
        screen.sheet.deeds.posted.click()
        QTest.keyClicks(screen.acts.ask.reason, "file:///etc/passwd")
        screen.acts.ask.yes.click()
        qtbot.waitUntil(lambda: "https://" in screen.acts.ask.trouble.text())
        assert state(database, question) is S.QUESTION

    def test_not_posted_waits_for_a_new_time(
        self, screen: QueueScreen, question: int, database: Database, qtbot: QtBot
    ) -> None:
        screen.sheet.deeds.missing.click()
        screen.acts.ask.yes.click()
        qtbot.waitUntil(lambda: state(database, question) is S.OVERDUE)
        qtbot.waitUntil(lambda: screen.sheet.deeds.time.isVisible())

    def test_escape_answers_nothing(self, screen: QueueScreen, question: int, database: Database) -> None:
        screen.sheet.deeds.missing.click()
        QTest.keyClick(screen.acts.ask, Qt.Key.Key_Escape)
        assert not screen.acts.ask.isVisible()
        assert state(database, question) is S.QUESTION


class TestTime:
    @pytest.fixture
    def overdue(
        self, screen: QueueScreen, database: Database, people: dict[str, Actor], accounts: tuple[int, int], qtbot: QtBot
    ) -> int:  # fmt: skip
        (made,) = post(database, people, accounts[:1])
        past = clock.now() - timedelta(hours=2)
        put(database, made, S.OVERDUE, due_at=past, reason=approval.EXPIRED)
        show(screen, qtbot)
        return made

    def test_a_new_time_says_first_that_approval_is_void(
        self, screen: QueueScreen, overdue: int, database: Database, qtbot: QtBot
    ) -> None:
        screen.sheet.deeds.time.click()
        assert "approval becomes void" in screen.acts.ask.words.text()
        screen.acts.when.at_time.setChecked(True)
        screen.acts.when.wall_time.set_wall(in_days(2))
        screen.acts.ask.yes.click()
        qtbot.waitUntil(lambda: state(database, overdue) is S.CANCELLED)
        with database.reading() as session:
            assert approval.latest(session, 1).wall_time == in_days(2).isoformat(timespec="minutes")

    def test_at_once_on_approval(
        self, screen: QueueScreen, overdue: int, database: Database, qtbot: QtBot
    ) -> None:
        screen.sheet.deeds.time.click()
        screen.acts.when.at_once.setChecked(True)
        screen.acts.ask.yes.click()
        qtbot.waitUntil(lambda: state(database, overdue) is S.CANCELLED)
        with database.reading() as session:
            assert approval.latest(session, 1).due_at is None

    @pytest.mark.parametrize(
        ("wall", "words"), [("2027-03-28T01:30", "does not exist"), ("2027-10-31T01:30", "happens twice")]
    )
    def test_the_night_of_the_clocks(
        self, screen: QueueScreen, overdue: int, database: Database, qtbot: QtBot, wall: str, words: str
    ) -> None:
        from datetime import datetime

        screen.sheet.deeds.time.click()
        screen.acts.when.at_time.setChecked(True)
        screen.acts.when.wall_time.set_wall(datetime.fromisoformat(wall))
        screen.acts.ask.yes.click()
        assert words in screen.acts.ask.trouble.text()
        assert state(database, overdue) is S.OVERDUE
        if words == "happens twice":
            screen.acts.when.wall_time.second.click()
            screen.acts.ask.yes.click()
            qtbot.waitUntil(lambda: state(database, overdue) is S.CANCELLED)
            with database.reading() as session:
                due = approval.latest(session, 1).due_at
                assert due is not None
                assert f"{due:%H:%M}" == "01:30"  # UTC: the second 01:30 is GMT's

    def test_cancel_asks_first(
        self, screen: QueueScreen, overdue: int, database: Database, qtbot: QtBot
    ) -> None:
        screen.sheet.deeds.cancel.click()
        assert state(database, overdue) is S.OVERDUE
        screen.acts.ask.yes.click()
        qtbot.waitUntil(lambda: state(database, overdue) is S.CANCELLED)


class TestHold:
    def test_one_key_a_reason_and_all_is_held(
        self, screen: QueueScreen, database: Database, people: dict[str, Actor], accounts: tuple[int, int], qtbot: QtBot
    ) -> None:  # fmt: skip
        first, second = post(database, people, accounts)
        (gone,) = post(database, people, accounts[:1], title="Gone already", text="Something else entirely")
        put(database, gone, S.PUBLISHED, published_at=clock.now())
        show(screen, qtbot)
        QTest.keyClick(
            screen.list,
            Qt.Key.Key_H,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
        assert screen.acts.ask.isVisible()
        QTest.keyClick(screen.acts.ask.reason, Qt.Key.Key_Return)
        assert "Say why" in screen.acts.ask.trouble.text()
        QTest.keyClicks(screen.acts.ask.reason, "Major incident at the A55")
        QTest.keyClick(screen.acts.ask.reason, Qt.Key.Key_Return)
        QTest.keyClick(screen.acts.ask.reason, Qt.Key.Key_Return)  # an impatient second time
        qtbot.waitUntil(lambda: state(database, first) is S.HELD)
        assert state(database, second) is S.HELD
        qtbot.waitUntil(lambda: "Major incident at the A55" in screen.holds.text())
        assert "Gone already" in screen.gone.text()
        with database.reading() as session:
            assert len(schedule.holds(session)) == 1

    def test_lifted_and_released_one_by_one(
        self, screen: QueueScreen, database: Database, people: dict[str, Actor], accounts: tuple[int, int], qtbot: QtBot
    ) -> None:  # fmt: skip
        first, second = post(database, people, accounts)
        with database.session() as session:
            schedule.hold_all(session, people["press"], "Major incident")
        show(screen, qtbot)
        assert screen.list.keys()[1:3] == [first, second]  # each is released alone
        screen.lift.click()
        screen.acts.ask.yes.click()
        qtbot.waitUntil(lambda: not screen.lift.isVisible())
        assert state(database, first) is S.HELD  # what was held stays held
        screen.sheet.deeds.release.click()
        qtbot.waitUntil(lambda: state(database, first) is S.SCHEDULED)
        assert state(database, second) is S.HELD

    def test_released_past_its_time_waits(
        self, screen: QueueScreen, database: Database, people: dict[str, Actor], accounts: tuple[int, int], qtbot: QtBot
    ) -> None:  # fmt: skip
        (late,) = post(database, people, accounts[:1])
        put(database, late, S.HELD, due_at=clock.now() - timedelta(minutes=1))
        show(screen, qtbot)
        screen.sheet.deeds.release.click()
        qtbot.waitUntil(lambda: state(database, late) is S.OVERDUE)
        qtbot.waitUntil(lambda: "waits for a new time" in screen.sheet.standing.text())

    def test_an_officer_holds_and_does_not_release(
        self, watched: DatabaseOffTheInterfaceThread, people: dict[str, Actor], accounts: tuple[int, int],
        tmp_path: Path, qtbot: QtBot,
    ) -> None:  # fmt: skip
        (held,) = post(watched, people, accounts[:1])
        put(watched, held, S.HELD)
        with desk_of(watched, people["comms"], tmp_path) as desk:
            screen = QueueScreen(desk)
            qtbot.addWidget(screen)
            show(screen, qtbot)
            assert screen.hold.isEnabled()
            assert not screen.sheet.deeds.release.isVisible()
            watched.watching = False


def test_what_could_not_be_removed_needs_a_person(
    screen: QueueScreen, database: Database, people: dict[str, Actor], accounts: tuple[int, int], qtbot: QtBot
) -> None:
    (stuck,) = post(database, people, accounts[:1])
    words = "Not removed from @northshire: delete it by hand."
    put(database, stuck, S.PUBLISHED, published_at=clock.now(), withdraw_wanted=True, withdraw_result=words)
    show(screen, qtbot)
    assert screen.list.keys()[1] == stuck
    assert screen.sheet.reason.text() == words
    assert "Not removed" in lines(screen)[1]
    screen.sheet.deeds.gone.click()
    screen.acts.ask.yes.click()
    qtbot.waitUntil(lambda: state(database, stuck) is S.WITHDRAWN)


def test_every_control_has_a_name(
    screen: QueueScreen, database: Database, people: dict[str, Actor], accounts: tuple[int, int], qtbot: QtBot
) -> None:
    (made,) = post(database, people, accounts[:1])
    asked(database, made)
    show(screen, qtbot)
    screen.acts.ask_to_hold()
    assert nameless(screen) == []


def test_what_is_still_being_removed_is_under_way(
    screen: QueueScreen, database: Database, people: dict[str, Actor], accounts: tuple[int, int], qtbot: QtBot
) -> None:
    """However old it is: a take-down that a network does not answer must not be out of sight."""
    (old,) = post(database, people, accounts[:1])
    at = clock.now()
    put(
        database,
        old,
        S.PUBLISHED,
        published_at=at - timedelta(days=9),
        withdraw_wanted=True,
        withdraw_next_at=at,
        withdraw_result="Not removed yet: no answer. It is tried again.",
    )
    show(screen, qtbot)
    assert screen.list.keys() == [HEADING, HEADING, old, HEADING]
    assert "Being removed" in lines(screen)[2]
    assert "tried again" in screen.sheet.reason.text()
