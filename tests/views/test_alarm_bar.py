"""The alarm bar: what stands is seen and heard at once, and nobody can put it away."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.clock import now
from desktop.contact_centre import alarms, handover
from desktop.contact_centre.alarms import AlarmRow, Escalator
from desktop.models import Account, AccountState, Actor, AlarmKind, HandoverState
from desktop.models.database import Database
from desktop.views import alarm_work
from desktop.views.alarm_bar import AlarmBar
from desktop.views.alarm_line import AlarmLine
from desktop.views.alarm_list import MOST
from desktop.views.alarm_work import Standing
from desktop.views.desk import Desk
from tests.contact_centre.conftest import (  # noqa: F401 - fixtures
    PHONE,
    Arrive,
    HandOver,
    account_id,
    arrive,
    hand_over,
    phone,
    write,
)
from tests.views.publishing_desk import DatabaseOffTheInterfaceThread, desk_of

CALL = f"Life at risk - call the control room now on {PHONE}"
People = dict[str, Actor]
Raise = Callable[..., int]


@pytest.fixture
def database(database_file: Path) -> Iterator[DatabaseOffTheInterfaceThread]:
    made = DatabaseOffTheInterfaceThread(f"sqlite:///{database_file}")
    yield made
    made.close()


@pytest.fixture
def by() -> str:
    return "operator"


@pytest.fixture
def desk(database: Database, people: People, phone: str, by: str, tmp_path: Path) -> Iterator[Desk]:  # noqa: F811
    with desk_of(database, people[by], tmp_path) as made:
        yield made


@pytest.fixture
def went(desk: Desk) -> list[tuple[str, int]]:
    """Where the desk was told to go."""
    found: list[tuple[str, int]] = []
    desk.go = lambda screen, subject=0: found.append((screen, subject))
    return found


@pytest.fixture
def bar(desk: Desk, qtbot: QtBot) -> Iterator[AlarmBar]:
    """The bar across a window, as it is once it has read that all is well."""
    window = QWidget()
    window.resize(1366, 768)
    box = QVBoxLayout(window)
    made = AlarmBar(desk)
    box.addWidget(made)
    box.addWidget(QPushButton("The screen below"), 1)
    window.show()
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: not made._reading)
    assert made.isHidden()
    yield made


@pytest.fixture
def escalate(database: Database, desk: Desk) -> Callable[..., None]:
    """Let the engine look at the clock, ``later`` seconds from now, and tell of it as it does."""

    def escalate(later: float = 0) -> None:
        assert Escalator(database).run(now() + timedelta(seconds=later))
        desk.changes.tell("alarms")

    return escalate


def shows(bar: AlarmBar, words: str) -> bool:
    return not bar.isHidden() and words in bar.accessibleName()


def press(line: AlarmLine, button: QPushButton) -> None:
    """Press as a person without a mouse does."""
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def blind(database: Database, account_id: int) -> None:  # noqa: F811
    with database.session() as session:
        account = session.get_one(Account, account_id)
        account.state = AccountState.BLIND
        account.trouble_since = now() - timedelta(minutes=2)


def standing(database: Database) -> list[alarms.AlarmRow]:
    with database.reading() as session:
        return alarms.standing(session)


def test_an_alarm_appears_without_a_refresh(
    bar: AlarmBar,
    arrive: Arrive,  # noqa: F811
    escalate: Callable[..., None],
    qtbot: QtBot,
) -> None:
    arrive(received_at=now() - timedelta(seconds=130), seen=True)
    escalate()
    qtbot.waitUntil(lambda: shows(bar, CALL))
    assert (bar.line.head.text(), bar.line.number.text()) == (CALL.removesuffix(f" {PHONE}"), PHONE)
    assert "Not handed over yet" in bar.line.detail.text()
    assert bar.line.number.font().pointSizeF() > 1.5 * bar.line.detail.font().pointSizeF()
    assert bar.siren.level == 3


def test_nothing_it_does_touches_the_database_from_the_thread_that_paints(
    bar: AlarmBar,
    database: DatabaseOffTheInterfaceThread,
    arrive: Arrive,  # noqa: F811
    escalate: Callable[..., None],
    qtbot: QtBot,
) -> None:
    arrive(received_at=now() - timedelta(seconds=130), seen=True)
    escalate()
    database.watching = True
    qtbot.waitUntil(lambda: shows(bar, CALL))
    press(bar.line, bar.line.seen)
    qtbot.waitUntil(lambda: bar.siren.level == 0)
    database.watching = False


def test_a_blind_account_says_how_far_it_is_complete(
    bar: AlarmBar,
    database: Database,
    account_id: int,  # noqa: F811
    escalate: Callable[..., None],
    went: list[tuple[str, int]],
    qtbot: QtBot,
) -> None:
    blind(database, account_id)
    escalate()
    qtbot.waitUntil(lambda: shows(bar, "is blind since"))
    assert ": complete to " in bar.accessibleName()
    assert bar.line.age.text().startswith("Blind for 2 min")
    press(bar.line, bar.line.open)
    assert went == [("accounts", account_id)]


def test_it_cannot_be_dismissed(
    bar: AlarmBar,
    arrive: Arrive,  # noqa: F811
    escalate: Callable[..., None],
    qtbot: QtBot,
) -> None:
    arrive(received_at=now() - timedelta(seconds=130), seen=True)
    escalate()
    qtbot.waitUntil(lambda: shows(bar, CALL))
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    QTest.keyClick(bar.line.open, Qt.Key.Key_Escape)
    press(bar.line, bar.line.seen)
    qtbot.waitUntil(lambda: bar.line.seen.isHidden())
    bar.read()
    qtbot.waitUntil(lambda: not bar._reading)
    assert shows(bar, CALL)
    words = {button.text() for button in bar.findChildren(QPushButton) if button.isVisible()}
    assert words == {"Open"}


def test_seen_is_silent_until_it_rises(
    bar: AlarmBar,
    database: Database,
    arrive: Arrive,  # noqa: F811
    escalate: Callable[..., None],
    people: People,
    qtbot: QtBot,
) -> None:
    arrive(received_at=now() - timedelta(seconds=70), seen=True)
    escalate()
    qtbot.waitUntil(lambda: shows(bar, "Alarm: Life at risk. Not handed over yet"))
    qtbot.waitUntil(lambda: bar.siren.level == 2)
    press(bar.line, bar.line.seen)
    qtbot.waitUntil(lambda: bar.siren.level == 0)
    assert bar.line.seen_by.text().startswith(f"Seen by {people['operator'].name} at ")
    assert standing(database)[0].acknowledged_by == people["operator"].name
    before = bar.siren.soundings
    escalate(later=60)
    qtbot.waitUntil(lambda: bar.siren.level == 3)
    assert bar.siren.soundings > before
    assert bar.line.seen.isVisible()


def test_what_rose_while_it_was_read_is_not_silenced(
    bar: AlarmBar,
    database: Database,
    people: People,
    arrive: Arrive,  # noqa: F811
    escalate: Callable[..., None],
    desk: Desk,
    qtbot: QtBot,
) -> None:
    arrive(received_at=now() - timedelta(seconds=70), seen=True)
    escalate()
    qtbot.waitUntil(lambda: bar.siren.level == 2)
    Escalator(database).run(now() + timedelta(seconds=60))  # another process; this window has not heard yet
    press(bar.line, bar.line.seen)
    qtbot.waitUntil(lambda: "has just risen" in desk.notices.words)
    assert standing(database)[0].sounding
    qtbot.waitUntil(lambda: bar.siren.level == 3)


def test_a_life_at_risk_is_heard_from_its_arrival(
    bar: AlarmBar,
    arrive: Arrive,  # noqa: F811
    escalate: Callable[..., None],
    qtbot: QtBot,
) -> None:
    arrive(seen=True)
    escalate()
    qtbot.waitUntil(lambda: shows(bar, "Alarm: Life at risk"))
    assert bar.alarms[0].level == 1
    assert bar.siren.level == 2
    assert f"Control room: {PHONE}" in bar.line.detail.text().replace("\u00a0", " ")


def test_it_leaves_when_its_cause_is_gone(
    bar: AlarmBar,
    database: Database,
    account_id: int,  # noqa: F811
    escalate: Callable[..., None],
    qtbot: QtBot,
) -> None:
    blind(database, account_id)
    escalate()
    qtbot.waitUntil(lambda: bar.siren.level == 2)
    with database.session() as session:
        session.get_one(Account, account_id).state = AccountState.CONNECTED
    escalate()
    qtbot.waitUntil(bar.isHidden)
    assert (bar.siren.level, bar.accessibleName()) == (0, "")


def test_the_others_are_counted_listed_and_reached_by_keyboard(
    bar: AlarmBar,
    database: Database,
    account_id: int,  # noqa: F811
    arrive: Arrive,  # noqa: F811
    escalate: Callable[..., None],
    went: list[tuple[str, int]],
    qtbot: QtBot,
) -> None:
    first = arrive(received_at=now() - timedelta(seconds=200), seen=True)
    second = arrive(received_at=now() - timedelta(seconds=130), seen=True)
    blind(database, account_id)
    escalate()
    qtbot.waitUntil(lambda: bar.more.isVisible() and bar.more.text() == "and 2 more")
    assert not bar.others.isVisible()
    press(bar.line, bar.more)
    assert bar.others.isVisible()
    lines = bar.others.lines
    assert [line.alarm.subject for line in lines if line.alarm] == [
        f"conversation:{second}",
        f"account:{account_id}",
    ]
    assert all(line.accessibleName().startswith("Alarm") for line in lines)
    bar.more.setFocus()
    QTest.keyClick(bar.more, Qt.Key.Key_Tab)
    assert lines[0].open.hasFocus()
    QTest.keyClick(lines[0].open, Qt.Key.Key_Space)
    press(bar.line, bar.line.open)
    assert went == [("conversation", second), ("conversation", first)]


def test_a_line_stays_with_its_alarm(
    bar: AlarmBar,
    database: Database,
    account_id: int,  # noqa: F811
    arrive: Arrive,  # noqa: F811
    escalate: Callable[..., None],
    qtbot: QtBot,
) -> None:
    arrive(received_at=now() - timedelta(seconds=200), seen=True)
    blind(database, account_id)
    escalate()
    qtbot.waitUntil(bar.more.isVisible)
    bar.more.setChecked(True)
    (line,) = bar.others.lines
    line.seen.setFocus()
    arrive(received_at=now() - timedelta(seconds=190), seen=True)
    escalate()
    qtbot.waitUntil(lambda: len(bar.others.lines) == 2)
    assert bar.others.lines[1] is line
    assert line.seen.hasFocus()
    press(line, line.seen)
    qtbot.waitUntil(lambda: any(a.kind is AlarmKind.BLIND and not a.sounding for a in bar.alarms))


def test_of_very_many_the_most_urgent_are_listed_and_all_are_counted(bar: AlarmBar) -> None:
    at = now()
    late = [
        AlarmRow(n, AlarmKind.LATE, f"publication:{n}", 2, f"Post {n} is late.", at, at, at, "", None, True)
        for n in range(1, MOST + 11)
    ]
    bar._show(Standing(tuple(late), PHONE, "Europe/London"))
    assert bar.more.text() == f"and {MOST + 9} more"
    assert bar.others.lines == []
    bar.more.setChecked(True)
    assert len(bar.others.lines) == MOST
    assert bar.others.rest.text().startswith("and 9 more")


def test_a_call_is_logged_from_the_bar(
    bar: AlarmBar,
    database: Database,
    hand_over: HandOver,  # noqa: F811
    escalate: Callable[..., None],
    qtbot: QtBot,
) -> None:
    handover_id = hand_over(received_at=now() - timedelta(seconds=125))
    escalate()
    qtbot.waitUntil(lambda: shows(bar, "Nobody has accepted the handover"))
    press(bar.line, bar.line.call)
    assert bar.ask.reason.hasFocus()
    QTest.keyClick(bar.ask.reason, Qt.Key.Key_Return)
    assert "Name the person" in bar.ask.trouble.text()
    QTest.keyClicks(bar.ask.reason, "Insp Rhiannon Powell")
    QTest.keyClick(bar.ask.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(bar.ask.isHidden)
    with database.reading() as session:
        row = handover.row(session, handover_id)
    assert (row.state, row.accepted_by, row.accepted_how) == (
        HandoverState.ACCEPTED,
        "Insp Rhiannon Powell",
        "phone",
    )
    escalate()
    qtbot.waitUntil(bar.isHidden)


def test_a_call_in_the_minute_of_the_message_came_after_it(
    database: Database,
    people: People,
    hand_over: HandOver,  # noqa: F811
) -> None:
    received_at = now().replace(second=0, microsecond=0) - timedelta(seconds=20)
    handover_id = hand_over(received_at=received_at)
    minute = received_at.replace(second=0)
    alarm_work.log_call(database, people["comms"], handover_id, "Insp Powell", minute)
    with database.reading() as session:
        assert handover.row(session, handover_id).accepted_at == received_at


def test_alarms_that_cannot_be_read_are_an_alarm(
    bar: AlarmBar,
    database: Database,
    account_id: int,  # noqa: F811
    qtbot: QtBot,
) -> None:
    with database.engine.connect() as connection:
        connection.exec_driver_sql("ALTER TABLE alarm RENAME TO lost")
        connection.commit()
    bar.read()
    qtbot.waitUntil(lambda: shows(bar, "Alarms cannot be read: "))
    assert bar.siren.level == 2
    press(bar.line, bar.line.seen)
    assert bar.siren.level == 0
    assert not bar.isHidden()
    with database.engine.connect() as connection:
        connection.exec_driver_sql("ALTER TABLE lost RENAME TO alarm")
        connection.commit()
    qtbot.waitUntil(bar.isHidden)  # it asks again by itself


def test_an_emergency_is_shown_when_nobody_escalates(
    bar: AlarmBar,
    database: Database,
    account_id: int,  # noqa: F811
    arrive: Arrive,  # noqa: F811
    desk: Desk,
    qtbot: QtBot,
) -> None:
    with database.session() as session:  # connected long ago, and no engine has beaten since
        session.execute(sa.update(Account).values(connected_at=now() - timedelta(hours=1)))
    arrive(received_at=now() - timedelta(seconds=130), seen=True)
    desk.changes.tell("inbox")
    qtbot.waitUntil(lambda: shows(bar, CALL) or shows(bar, "Nobody has been publishing"))
    assert {alarm.kind for alarm in bar.alarms} == {AlarmKind.LIFE_AT_RISK, AlarmKind.STOPPED}
    assert standing(database) == []
    assert bar.siren.level == 3
    press(bar.line, bar.line.seen)
    bar.more.setChecked(True)
    press(bar.others.lines[0], bar.others.lines[0].seen)
    qtbot.waitUntil(lambda: bar.siren.level == 0)
    assert not bar.isHidden()


@pytest.mark.parametrize("by", ["auditor"])
def test_who_may_not_answer_sees_why(
    bar: AlarmBar,
    arrive: Arrive,  # noqa: F811
    escalate: Callable[..., None],
    qtbot: QtBot,
) -> None:
    arrive(received_at=now() - timedelta(seconds=130), seen=True)
    escalate()
    qtbot.waitUntil(lambda: shows(bar, CALL))
    assert not bar.line.seen.isEnabled()
    assert "does not answer" in bar.line.seen.toolTip()


def test_without_a_player_it_says_that_it_is_silent(
    bar: AlarmBar,
    arrive: Arrive,  # noqa: F811
    escalate: Callable[..., None],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    arrive(received_at=now() - timedelta(seconds=130), seen=True)
    escalate()
    qtbot.waitUntil(lambda: bar.line.silent.text() == "No sound here")
    assert "no program to play a sound" in bar.toolTip()
    player = tmp_path / "aplay"
    player.write_text("#!/bin/sh\nexit 0\n")
    player.chmod(0o755)
    assert os.access(player, os.X_OK)
    bar.siren.hurry()
    qtbot.waitUntil(lambda: bar.line.silent.isHidden())
    assert bar.toolTip() == ""


def test_every_control_has_a_name(
    bar: AlarmBar,
    arrive: Arrive,  # noqa: F811
    escalate: Callable[..., None],
    qtbot: QtBot,
) -> None:
    arrive(received_at=now() - timedelta(seconds=130), seen=True)
    escalate()
    qtbot.waitUntil(lambda: shows(bar, CALL))
    for button in bar.findChildren(QPushButton):
        if button.isVisible():
            assert button.accessibleName() or button.text()
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
