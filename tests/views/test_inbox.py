"""The inbox's list: nothing moves under the eye, and life at risk is never filtered out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from desktop.inbox import conversations
from desktop.models import Actor, Attention, ConversationState, Role
from desktop.models.database import Database
from desktop.views.desk import Desk
from desktop.views.inbox import InboxScreen
from tests.views.inbox_desk import Street, actions, open_inbox, read, street_of, type_into
from tests.views.publishing_desk import DatabaseOffTheInterfaceThread, desk_of

People = dict[str, Actor]


@pytest.fixture
def street(database: Database, people: People) -> Iterator[Street]:
    with street_of(database, people["admin"]) as made:
        yield made


@pytest.fixture
def desk(database: Database, people: People, tmp_path: Path) -> Iterator[Desk]:
    with desk_of(database, people["comms"], tmp_path) as made:
        yield made


def listed(screen: InboxScreen) -> list[str]:
    return [row.author_name for row in (*screen.list.red, *screen.list.others)]


def test_an_empty_inbox_says_so(desk: Desk, street: Street, qtbot: QtBot) -> None:
    assert "The inbox is empty" in open_inbox(desk, qtbot).pane.states.words


def test_a_failed_read_says_so_and_can_be_tried_again(desk: Desk, street: Street, qtbot: QtBot) -> None:
    street.says("is the road open?")
    by, desk.by = desk.by, Actor(99, "x", "X", Role.FRONTLINE)
    screen = open_inbox(desk, qtbot)
    qtbot.waitUntil(lambda: "could not be shown" in screen.pane.states.words)
    desk.by = by
    screen.pane.states.button.click()
    qtbot.waitUntil(lambda: listed(screen) == ["Ann"])


def test_life_at_risk_stands_on_top_under_any_filter(desk: Desk, street: Street, qtbot: QtBot) -> None:
    street.says("my overdose", who="red")
    street.says("is the road open?", who="ann")
    screen = open_inbox(desk, qtbot)
    assert [row.author_name for row in screen.list.red] == ["Red"]
    assert [row.author_name for row in screen.list.others] == ["Ann"]
    filters = screen.pane.filters
    for box, value in (
        (filters.owner, "mine"),
        (filters.state, ConversationState.CLOSED),
        (filters.attention, Attention.URGENT),
    ):
        box.setCurrentIndex(box.findData(value))
        qtbot.waitUntil(lambda: not screen.list.others)
        assert [row.author_name for row in screen.list.red] == ["Red"]
        box.setCurrentIndex(0)
        qtbot.waitUntil(lambda: len(screen.list.others) == 1)
    type_into(filters.search, "zebra")
    qtbot.waitUntil(lambda: not screen.list.others)
    assert [row.author_name for row in screen.list.red] == ["Red"]


def test_searching_finds_by_words(desk: Desk, street: Street, qtbot: QtBot) -> None:
    street.says("is the road open?", who="ann")
    street.says("my bike was stolen", who="bob")
    screen = open_inbox(desk, qtbot)
    QTest.keyClick(screen.list, Qt.Key.Key_Slash)
    type_into(screen.pane.filters.search, "bike")
    qtbot.waitUntil(lambda: listed(screen) == ["Bob"])


def test_what_arrives_while_nobody_reads_comes_in_from_the_top(
    desk: Desk, street: Street, qtbot: QtBot
) -> None:
    street.says("first", who="ann")
    screen = open_inbox(desk, qtbot)
    street.says("second", who="bob")
    desk.changes.tell("inbox")
    qtbot.waitUntil(lambda: listed(screen) == ["Bob", "Ann"])
    assert screen.list.at_top


@pytest.mark.parametrize("people_there", [3, 100])
def test_nothing_moves_when_something_arrives(
    desk: Desk, street: Street, qtbot: QtBot, people_there: int
) -> None:
    street.crowd(people_there)
    screen = open_inbox(desk, qtbot)
    qtbot.waitUntil(lambda: len(screen.list.others) == people_there)
    chosen = screen.list.others[people_there // 2].id
    read(screen, qtbot, chosen)
    shown = {row.id: screen.list.box_of(row.id) for row in screen.list.seen_rows()}
    assert chosen in shown
    street.says("something new", who="new")
    street.says("overdose", who="red")
    desk.changes.tell("inbox")
    qtbot.waitUntil(lambda: len(screen.list.red) == 1 and "New" in listed(screen))
    assert {key: screen.list.box_of(key) for key in shown} == shown
    assert screen.list.current is not None
    assert screen.list.current.id == chosen


def test_a_known_row_is_renewed_in_its_place(desk: Desk, street: Street, qtbot: QtBot) -> None:
    street.crowd(5)
    screen = open_inbox(desk, qtbot)
    order = listed(screen)
    read(screen, qtbot, screen.list.others[2].id)
    street.says("and another thing", who="p0")
    desk.changes.tell("inbox")
    qtbot.waitUntil(lambda: any(row.snippet == "and another thing" for row in screen.list.others))
    assert listed(screen) == order
    assert screen.pane.new.isVisible()


def test_the_pill_leads_to_what_is_new(desk: Desk, street: Street, qtbot: QtBot) -> None:
    street.crowd(40)
    screen = open_inbox(desk, qtbot)
    read(screen, qtbot, screen.list.others[25].id)
    assert not screen.list.at_top
    street.says("something new", who="new")
    desk.changes.tell("inbox")
    qtbot.waitUntil(screen.pane.new.isVisible)
    assert "1 new" in screen.pane.new.text()
    screen.pane.new.click()
    qtbot.waitUntil(lambda: screen.list.at_top and screen.list.others[0].author_name == "New")
    qtbot.waitUntil(screen.pane.new.isHidden)


def test_what_arrives_below_many_urgent_ones_is_new_too(desk: Desk, street: Street, qtbot: QtBot) -> None:
    street.crowd(5)
    for number in range(60):
        street.public.says("a threat", who=f"u{number}", thread=f"thread-u{number}")
    street.collector.run()
    screen = open_inbox(desk, qtbot)
    read(screen, qtbot, screen.list.others[0].id)
    street.says("is the road open?", who="new")
    desk.changes.tell("inbox")
    qtbot.waitUntil(screen.pane.new.isVisible)
    assert "1 new" in screen.pane.new.text()
    assert listed(screen).index("New") == 60
    screen.pane.new.click()
    qtbot.waitUntil(lambda: "New" in [row.author_name for row in screen.list.seen_rows()])
    qtbot.waitUntil(screen.pane.new.isHidden)


def test_life_at_risk_out_of_sight_is_told(desk: Desk, street: Street, qtbot: QtBot) -> None:
    street.crowd(60)
    screen = open_inbox(desk, qtbot)
    QTest.keyClick(screen.list, Qt.Key.Key_End)
    street.says("overdose", who="red")
    desk.changes.tell("inbox")
    qtbot.waitUntil(lambda: "Life at risk: 1" in screen.pane.new.text())


def test_the_next_pages_come_by_themselves(desk: Desk, street: Street, qtbot: QtBot) -> None:
    street.crowd(300)
    screen = open_inbox(desk, qtbot)

    def reached() -> bool:
        QTest.keyClick(screen.list, Qt.Key.Key_End)
        return len(screen.list.others) == 300

    qtbot.waitUntil(reached)
    assert [row.id for row in screen.list.others] == sorted((r.id for r in screen.list.others), reverse=True)


def test_the_keyboard_alone_is_enough(desk: Desk, street: Street, database: Database, qtbot: QtBot) -> None:
    street.crowd(3)
    screen = open_inbox(desk, qtbot)
    screen.list.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_J, Qt.Key.Key_Down, Qt.Key.Key_K):
        QTest.keyClick(screen.list, key)
    assert screen.list.current == screen.list.others[1]
    assert actions(database, "message.read") == 0
    with qtbot.waitSignal(screen.conversation.read):
        QTest.keyClick(screen.list, Qt.Key.Key_Return)
    assert screen.conversation.conversation_id == screen.list.others[1].id
    assert "question 1" in screen.list.accessibleDescription()


def test_opening_reads_once_and_is_audited(
    desk: Desk, street: Street, database: Database, qtbot: QtBot
) -> None:
    street.says("is the road open?")
    screen = open_inbox(desk, qtbot)
    assert screen.list.others[0].unseen == 1
    read(screen, qtbot, 1)
    qtbot.waitUntil(lambda: screen.list.others[0].unseen == 0)
    desk.changes.tell("inbox")
    street.says("another", who="bob")
    desk.changes.tell("inbox")
    qtbot.waitUntil(lambda: len(screen.list.others) == 2)  # the list was read anew
    assert actions(database, "message.read") == 1


def test_what_a_colleague_closes_stays_in_its_place(
    desk: Desk, street: Street, database: Database, people: People, qtbot: QtBot
) -> None:
    street.crowd(3)
    screen = open_inbox(desk, qtbot)
    read(screen, qtbot, screen.list.others[0].id)
    gone = screen.list.others[1]
    with database.session() as session:
        conversations.opened(session, gone.id, people["comms2"])
        conversations.close(session, gone.id, people["comms2"], "Answered", gone.edition)
    desk.changes.tell("inbox")
    qtbot.waitUntil(lambda: screen.list.others[1].state is ConversationState.CLOSED)
    assert screen.list.others[1].id == gone.id


def test_coverage_names_what_is_not_read(desk: Desk, street: Street, qtbot: QtBot) -> None:
    street.says("is the road open?")
    screen = open_inbox(desk, qtbot)
    qtbot.waitUntil(lambda: "Complete to" in screen.pane.coverage.complete.text())


def test_the_interface_thread_never_touches_the_database(
    database: Database, street: Street, people: People, tmp_path: Path, qtbot: QtBot
) -> None:
    street.says("overdose")
    watched = DatabaseOffTheInterfaceThread(database.url)
    with desk_of(watched, people["comms"], tmp_path) as desk:
        watched.watching = True
        screen = open_inbox(desk, qtbot)
        read(screen, qtbot, 1)
        screen.conversation.hand_over()
        qtbot.waitUntil(lambda: screen.conversation.form.record() is not None)
    watched.close()


def test_every_control_has_a_name(desk: Desk, street: Street, qtbot: QtBot) -> None:
    street.says("overdose")
    street.says("is the road open?", who="bob")
    screen = open_inbox(desk, qtbot)
    read(screen, qtbot, 1)
    assert nameless(screen) == []
    screen.conversation.acts.close_it.click()
    assert nameless(screen) == []
    screen.conversation.acts.ask_note()
    assert nameless(screen) == []
    screen.conversation.hand_over()
    qtbot.waitUntil(lambda: screen.conversation.form.record() is not None)
    assert nameless(screen) == []


def nameless(screen: InboxScreen) -> list[str]:
    """Return what takes the keyboard and does not say what it is."""
    return [
        type(part).__name__
        for part in screen.findChildren(QWidget)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and not furniture(part)
        if not (part.accessibleName() or (part.text() if isinstance(part, QAbstractButton) else ""))
    ]


def furniture(part: QWidget) -> bool:
    """Whether it is a part of another control: the edit of a box, the bar of a scroll area."""
    return isinstance(part, QScrollBar) or isinstance(part.parentWidget(), QComboBox | QLineEdit)
