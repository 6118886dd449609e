"""The approvals screen: a second person decides on exactly what is shown, from the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import clock
from desktop.models import Actor, ContentClass, PostStage
from desktop.models.database import Database
from desktop.publishing import approval, drafting
from desktop.views.approvals import ApprovalsScreen
from desktop.views.desk import Desk
from tests.views.administering import nameless
from tests.views.publishing_desk import (
    DatabaseOffTheInterfaceThread,
    desk_of,
    in_days,
    submitted,
    two_accounts,
)

TEXT = "Road closed at Brackenford."
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def watched(database: Database) -> Iterator[DatabaseOffTheInterfaceThread]:
    made = DatabaseOffTheInterfaceThread(database.url)
    yield made
    made.close()


@pytest.fixture
def desk(watched: DatabaseOffTheInterfaceThread, people: dict[str, Actor], tmp_path: Path) -> Iterator[Desk]:
    with desk_of(watched, people["press"], tmp_path) as made:
        yield made


@pytest.fixture
def accounts(database: Database, people: dict[str, Actor]) -> tuple[int, ...]:
    return tuple(row.id for row in two_accounts(database, people["admin"]))


@pytest.fixture
def post_id(database: Database, people: dict[str, Actor], accounts: tuple[int, ...]) -> int:
    wall = in_days(1).isoformat()
    return submitted(
        database, people["comms"], text=TEXT, title="Brackenford", accounts=accounts, wall_time=wall
    )


def open_screen(desk: Desk, qtbot: QtBot) -> ApprovalsScreen:
    made = ApprovalsScreen(desk)
    qtbot.addWidget(made)
    made.resize(1166, 768)
    desk.database.watching = True  # type: ignore[attr-defined] # from here on it fails on this thread
    made.show()
    made.shown()
    qtbot.waitUntil(lambda: "Loading" not in made.states.words)
    return made


def resubmit(database: Database, post_id: int, by: Actor, **fields: object) -> None:
    with database.session() as session:
        body = replace(approval.edit(session, post_id, by), **fields)  # type: ignore[arg-type] # the caller's own
        drafting.save(session, post_id, body, by)
        approval.submit(session, post_id, by)


def stage(database: Database, post_id: int) -> PostStage:
    with database.reading() as session:
        return drafting.get(session, post_id).stage


def test_nothing_waits(desk: Desk, qtbot: QtBot) -> None:
    screen = open_screen(desk, qtbot)
    assert "Nothing waits for approval" in screen.states.words


def test_what_is_shown_is_exactly_what_goes_out(desk: Desk, post_id: int, qtbot: QtBot) -> None:
    screen = open_screen(desk, qtbot)
    assert screen.heading.text() == "Brackenford"
    previews = [going.preview for going in screen.goings._shown]
    assert [preview.text for preview in previews] == [TEXT, TEXT]
    assert {preview.handle for preview in previews} == {"@northshire@social.example", "@northshire.example"}
    assert "Europe/London" in screen.facts.when.text()
    assert "UTC" in screen.facts.when.text()
    assert "Priya Shah" in screen.facts.who.text()


def test_approved_from_the_keyboard(desk: Desk, database: Database, post_id: int, qtbot: QtBot) -> None:
    screen = open_screen(desk, qtbot)
    QTest.keyClick(screen.waiting, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: stage(database, post_id) is PostStage.APPROVED)
    qtbot.waitUntil(lambda: "Nothing waits" in screen.states.words)
    assert "Approved" in desk.notices.words


def test_returned_from_the_keyboard_with_words(
    desk: Desk, database: Database, post_id: int, qtbot: QtBot
) -> None:
    screen = open_screen(desk, qtbot)
    QTest.keyClick(screen.waiting, Qt.Key.Key_R, CONTROL)
    assert "Say what should change" in screen.trouble.text()
    assert screen.comment.hasFocus()
    QTest.keyClicks(screen.comment, "Say which road.")
    QTest.keyClick(screen.comment, Qt.Key.Key_R, CONTROL)
    qtbot.waitUntil(lambda: stage(database, post_id) is PostStage.RETURNED)


def test_the_author_sees_why_not(
    watched: DatabaseOffTheInterfaceThread, people: dict[str, Actor], accounts: tuple[int, ...], tmp_path: Path,
    qtbot: QtBot,
) -> None:  # fmt: skip
    post_id = submitted(watched, people["press"], text=TEXT, accounts=accounts)
    with desk_of(watched, people["press"], tmp_path) as desk:
        screen = open_screen(desk, qtbot)
        assert "somebody else must approve it" in screen.why_not.text()
        assert not screen.approve.isEnabled()
        QTest.keyClick(screen.waiting, Qt.Key.Key_Return, CONTROL)
        watched.watching = False
        assert stage(watched, post_id) is PostStage.SUBMITTED


def test_a_sensitive_class_waits_for_a_head_of_comms(
    desk: Desk, database: Database, people: dict[str, Actor], accounts: tuple[int, ...], qtbot: QtBot
) -> None:
    submitted(
        database, people["comms"], text=TEXT, accounts=accounts, content_class=ContentClass.ACTIVE_PROCEEDINGS
    )
    screen = open_screen(desk, qtbot)
    assert "head of comms" in screen.why_not.text()
    assert "contempt of court" in screen.facts.checklist.text()
    assert "contempt risk" in screen.facts.problems.text()
    assert not screen.approve.isEnabled()


def test_what_changed_is_marked(
    desk: Desk, database: Database, people: dict[str, Actor], post_id: int, qtbot: QtBot
) -> None:
    resubmit(
        database,
        post_id,
        people["comms"],
        text="B4366 closed at Brackenford.",
        wall_time=in_days(2).isoformat(),
    )
    screen = open_screen(desk, qtbot)
    marks = [(span.mark, span.text) for span in screen.goings._shown[0].changes or ()]
    assert ("removed", "Road") in marks
    assert ("added", "B4366") in marks
    assert "The time is another" in screen.facts.moved.text()


def test_an_edit_meanwhile_is_not_approved(
    desk: Desk, database: Database, people: dict[str, Actor], post_id: int, qtbot: QtBot
) -> None:
    screen = open_screen(desk, qtbot)
    resubmit(database, post_id, people["comms"], text="Something else entirely")
    QTest.keyClicks(screen.comment, "Half a")
    screen.approve_now()  # the screen does not know of it yet
    qtbot.waitUntil(lambda: "changed while you were reading" in screen.trouble.text())
    assert stage(database, post_id) is PostStage.SUBMITTED
    qtbot.waitUntil(lambda: screen.goings._shown[0].preview.text == "Something else entirely")
    assert "changed while you were reading" in screen.trouble.text()  # and goes on saying so
    assert screen.comment.toPlainText() == "Half a"


def test_approved_late_asks_for_a_new_time(
    desk: Desk, database: Database, post_id: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = open_screen(desk, qtbot)
    later = clock.now() + timedelta(days=3)
    monkeypatch.setattr(clock, "now", lambda: later)
    screen.approve_now()
    qtbot.waitUntil(lambda: "Choose a new time" in screen.trouble.text())
    assert stage(database, post_id) is PostStage.SUBMITTED


def test_a_new_one_appears_and_what_is_read_stays(
    desk: Desk, database: Database, people: dict[str, Actor], post_id: int, accounts: tuple[int, ...], qtbot: QtBot
) -> None:  # fmt: skip
    screen = open_screen(desk, qtbot)
    QTest.keyClicks(screen.comment, "Half a")
    submitted(database, people["comms2"], text="Witnesses wanted", title="Witnesses", accounts=accounts)
    desk.changes.tell("posts")
    qtbot.waitUntil(lambda: screen.waiting.count() == 2)
    assert screen.heading.text() == "Brackenford"
    assert screen.comment.toPlainText() == "Half a"


def test_every_control_has_a_name(desk: Desk, post_id: int, qtbot: QtBot) -> None:
    screen = open_screen(desk, qtbot)
    assert nameless(screen) == []
