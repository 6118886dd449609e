"""The calendar: moving a post says first what it does, by mouse and by keyboard; one key holds everything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import clock
from desktop.models import Actor, PostStage, PublicationState
from desktop.models.database import Database
from desktop.publishing import approval, drafting, schedule
from desktop.views.calendar import CalendarScreen
from desktop.views.calendar_board import Board, Entry
from desktop.views.calendar_week import HOUR
from desktop.views.desk import Desk
from tests.views.administering import nameless
from tests.views.publishing_desk import (
    ZONE,
    DatabaseOffTheInterfaceThread,
    approved,
    desk_of,
    two_accounts,
)

S = PublicationState
MONDAY = date(2027, 6, 7)


@pytest.fixture
def watched(database: Database) -> Iterator[DatabaseOffTheInterfaceThread]:
    made = DatabaseOffTheInterfaceThread(database.url)
    yield made
    made.close()


@pytest.fixture
def desk(watched: DatabaseOffTheInterfaceThread, people: dict[str, Actor], tmp_path: Path) -> Iterator[Desk]:
    with desk_of(watched, people["head"], tmp_path) as made:
        yield made


@pytest.fixture
def post_id(database: Database, people: dict[str, Actor]) -> int:
    """An approved post on Wednesday 9 June 2027 at 14:00, on two accounts."""
    accounts = tuple(row.id for row in two_accounts(database, people["admin"]))
    fields = {"text": "Open day", "title": "Open day", "wall_time": "2027-06-09T14:00"}
    return approved(database, people["comms"], people["press"], accounts=accounts, **fields)


@pytest.fixture
def screen(desk: Desk, post_id: int, qtbot: QtBot) -> CalendarScreen:
    return open_at(desk, MONDAY, qtbot)


def open_at(desk: Desk, day: date, qtbot: QtBot) -> CalendarScreen:
    made = CalendarScreen(desk)
    qtbot.addWidget(made)
    made._day = day
    made.resize(1166, 768)
    desk.database.watching = True  # type: ignore[attr-defined] # from here on it fails on this thread
    made.show()
    made.shown()
    qtbot.waitUntil(lambda: bool(made.board.entries))
    return made


def entry(screen: CalendarScreen) -> Entry:
    (one,) = screen.board.entries
    return one


def drag(board: Board, one: Entry, to: QPointF) -> None:
    start = board.box_of(one).center().toPoint()
    middle = (start + to.toPoint()) / 2
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=start)
    for place in (start + QPoint(2, 2), middle, to.toPoint()):
        QTest.mouseMove(board, place)
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=to.toPoint())


def stored(database: Database, post_id: int) -> tuple[PostStage, str, int]:
    """The post's stage, its newest wall time and the number of its versions."""
    with database.reading() as session:
        version = approval.latest(session, post_id)
        return drafting.get(session, post_id).stage, version.wall_time, version.number


def test_a_post_is_one_card_with_all_its_accounts(screen: CalendarScreen) -> None:
    one = entry(screen)
    assert one.wall == datetime(2027, 6, 9, 14)
    assert len(one.accounts) == 2
    assert "Wednesday 09 June, 14:00, Open day, Scheduled" in one.spoken
    assert screen.period.text() == "7 June – 13 June 2027"


class TestMoving:
    def test_dragging_asks_first_and_says_that_approval_is_void(
        self, screen: CalendarScreen, database: Database, post_id: int, qtbot: QtBot
    ) -> None:
        board = screen.board
        right = board.box_of(entry(screen)).center() + QPointF(board.width() / 7.5, HOUR * 2)
        drag(board, entry(screen), right)
        assert screen.ask.isVisible()
        assert "voids the approval" in screen.ask.words.text()
        assert stored(database, post_id) == (PostStage.APPROVED, "2027-06-09T14:00", 1)
        assert screen.when.wall().date() == date(2027, 6, 10)
        screen.ask.yes.click()
        qtbot.waitUntil(lambda: stored(database, post_id)[0] is PostStage.SUBMITTED)
        assert stored(database, post_id)[1].startswith("2027-06-10T16:")
        qtbot.waitUntil(lambda: "waits for approval" in screen.desk.notices.words)

    def test_keeping_it_changes_nothing(
        self, screen: CalendarScreen, database: Database, post_id: int
    ) -> None:
        board = screen.board
        drag(board, entry(screen), board.box_of(entry(screen)).center() + QPointF(0, HOUR * 2))
        screen.ask.no.click()
        assert not screen.ask.isVisible()
        assert stored(database, post_id) == (PostStage.APPROVED, "2027-06-09T14:00", 1)

    def test_by_the_keyboard_alone(
        self, screen: CalendarScreen, database: Database, post_id: int, qtbot: QtBot
    ) -> None:
        board = screen.board
        board.setFocus()
        QTest.keyClick(board, Qt.Key.Key_Right)
        assert board.current == entry(screen)
        assert "Open day" in board.accessibleDescription()
        QTest.keyClick(board, Qt.Key.Key_M)
        assert screen.ask.isVisible()
        QTest.keyClicks(screen.when.time, "1630")
        QTest.keyClick(screen.ask.yes, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: stored(database, post_id)[1] == "2027-06-09T16:30")

    def test_the_keyboard_brings_the_chosen_into_sight(self, screen: CalendarScreen) -> None:
        screen.week.area.verticalScrollBar().setValue(0)
        QTest.keyClick(screen.board, Qt.Key.Key_Right)
        assert screen.week.area.verticalScrollBar().value() > 0

    def test_a_time_that_has_passed_is_refused_in_place(
        self, screen: CalendarScreen, database: Database, post_id: int, qtbot: QtBot
    ) -> None:
        screen._ask_to_move(entry(screen))
        screen.when.set_wall(datetime(2020, 1, 1, 9))
        screen.ask.yes.click()
        qtbot.waitUntil(lambda: "has passed" in screen.ask.trouble.text())
        assert stored(database, post_id)[0] is PostStage.APPROVED

    def test_what_went_out_is_not_moved(
        self, screen: CalendarScreen, database: Database, post_id: int, qtbot: QtBot
    ) -> None:
        with database.session() as session:
            for row in approval.publications(session, post_id):
                row.state, row.published_at = S.PUBLISHED, clock.now()
        screen.desk.changes.tell("posts")
        qtbot.waitUntil(lambda: entry(screen).state is S.PUBLISHED)
        drag(screen.board, entry(screen), QPointF(200, 200))
        assert not screen.ask.isVisible()
        screen._ask_to_move(entry(screen))
        assert not screen.ask.isVisible()

    def test_in_the_month_the_time_of_day_stays(
        self, screen: CalendarScreen, database: Database, post_id: int, qtbot: QtBot
    ) -> None:
        screen.month_button.click()
        qtbot.waitUntil(lambda: bool(screen.month.entries))
        assert screen.board is screen.month
        assert screen.period.text() == "June 2027"
        one = entry(screen)
        drag(screen.month, one, screen.month.box_of(one).center() + QPointF(screen.month.width() / 7, 0))
        assert screen.when.wall() == datetime(2027, 6, 10, 14)
        screen.ask.yes.click()
        qtbot.waitUntil(lambda: stored(database, post_id)[1] == "2027-06-10T14:00")


class TestClocks:
    """The nights when the clocks change: 28 March and 31 October 2027."""

    @pytest.mark.parametrize(
        ("sunday", "words"),
        [(date(2027, 3, 28), "does not exist"), (date(2027, 10, 31), "happens twice")],
        ids=["forward", "back"],
    )
    def test_dropped_on_such_a_time(
        self, desk: Desk, database: Database, people: dict[str, Actor], qtbot: QtBot, sunday: date, words: str
    ) -> None:
        accounts = tuple(row.id for row in two_accounts(database, people["admin"]))
        wall = datetime.combine(sunday, datetime.min.time()) + timedelta(hours=4)
        fields = {"text": "Open day", "title": "Open day", "wall_time": wall.isoformat()}
        post_id = approved(database, people["comms"], people["press"], accounts=accounts, **fields)
        screen = open_at(desk, sunday, qtbot)
        board = screen.board
        box = board.box_of(entry(screen))
        # 01:30: what is dropped there is meant to begin there
        drag(board, entry(screen), QPointF(box.center().x(), HOUR * 1.5 + 2))
        assert screen.when.wall() == datetime.combine(sunday, datetime.min.time()).replace(hour=1, minute=30)
        assert words in screen.when.trouble.text()
        screen.ask.yes.click()
        assert words in screen.ask.trouble.text()
        assert stored(database, post_id)[0] is PostStage.APPROVED
        if words == "happens twice":
            screen.when.first.click()
            screen.ask.yes.click()
            qtbot.waitUntil(lambda: stored(database, post_id)[0] is PostStage.SUBMITTED)
            with database.reading() as session:
                due = approval.latest(session, post_id).due_at
                assert due is not None
                assert f"{due:%H:%M}" == "00:30"  # UTC: the first 01:30 is BST's


class TestHold:
    def test_one_key_a_reason_and_all_is_held(
        self, screen: CalendarScreen, database: Database, post_id: int, qtbot: QtBot
    ) -> None:
        assert not screen.holds.isVisible()
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(screen.board, Qt.Key.Key_H, keys)
        QTest.keyClicks(screen.ask.reason, "Major incident")
        QTest.keyClick(screen.ask.reason, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: screen.holds.held.count() == 2)
        assert "Major incident" in screen.holds.words.text()
        assert not screen.holds.gone.isVisible()

    def test_released_one_by_one_after_lifting(
        self, screen: CalendarScreen, database: Database, post_id: int, people: dict[str, Actor], qtbot: QtBot
    ) -> None:
        with database.session() as session:
            schedule.hold_all(session, people["press"], "Major incident")
        screen.desk.changes.tell("posts")
        qtbot.waitUntil(lambda: screen.holds.held.count() == 2)
        screen.holds.release.click()
        qtbot.waitUntil(lambda: "Lift it first" in screen.desk.notices.words)
        screen.holds.lift.click()
        screen.ask.yes.click()
        qtbot.waitUntil(lambda: not screen.holds.lift.isVisible())
        screen.holds.release.click()
        qtbot.waitUntil(lambda: screen.holds.held.count() == 1)
        with database.reading() as session:
            states = [row.state for row in approval.publications(session, post_id)]
        assert sorted(states) == [S.HELD, S.SCHEDULED]


def test_pages_turn_by_keys_and_open_a_post(screen: CalendarScreen, post_id: int, qtbot: QtBot) -> None:
    went: list[tuple[object, ...]] = []
    screen.desk.go = lambda *where: went.append(where)
    QTest.keyClick(screen.board, Qt.Key.Key_Right)
    QTest.keyClick(screen.board, Qt.Key.Key_Return)
    assert went == [("post", post_id)]
    QTest.keyClick(screen.board, Qt.Key.Key_PageDown)
    assert screen.period.text() == "14 June – 20 June 2027"
    QTest.keyClick(screen.board, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: bool(screen.board.entries))


def test_what_waits_for_approval_is_shown_as_such(
    screen: CalendarScreen, database: Database, people: dict[str, Actor], post_id: int, qtbot: QtBot
) -> None:
    with database.session() as session:
        schedule.reschedule(session, post_id, "2027-06-10T09:00", ZONE, people["press"])
    screen.desk.changes.tell("posts")
    qtbot.waitUntil(lambda: [one.wall.day for one in screen.board.entries] == [10])
    assert "Waits for approval" in entry(screen).spoken
    assert entry(screen).movable


def test_every_control_has_a_name(screen: CalendarScreen, qtbot: QtBot) -> None:
    screen._ask_to_move(entry(screen))
    assert nameless(screen) == []
    screen.ask_to_hold()
    assert nameless(screen) == []
