"""The whole window of each role: every screen it has opens, and an alarm stands across all of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.clock import now
from desktop.contact_centre.alarms import Escalator
from desktop.models import Account, AccountState, Actor
from desktop.models.database import Database, sqlite_url
from desktop.views.contact_centre import ContactCentreScreen
from desktop.views.desk import Desk
from desktop.views.widgets.screen import Screen, States
from desktop.views.window import Shell
from tests.conftest import PEOPLE
from tests.contact_centre.conftest import (  # noqa: F401 - fixtures
    Arrive,
    HandOver,
    account_id,
    arrive,
    hand_over,
    phone,
    write,
)
from tests.views.publishing_desk import DatabaseOffTheInterfaceThread, desk_of


@pytest.fixture
def database(database_file: Path) -> Iterator[DatabaseOffTheInterfaceThread]:
    made = DatabaseOffTheInterfaceThread(sqlite_url(database_file))
    yield made
    made.close()


@pytest.fixture
def by() -> str:
    return "operator"


@pytest.fixture
def desk(
    database: Database,
    people: dict[str, Actor],
    phone: str,  # noqa: F811
    by: str,
    tmp_path: Path,
) -> Iterator[Desk]:
    with desk_of(database, people[by], tmp_path) as made:
        yield made


@pytest.fixture
def shell(desk: Desk, qtbot: QtBot) -> Iterator[Shell]:
    made = Shell(desk)
    made.resize(1366, 768)
    # The notices are the desk's and outlive the window.
    qtbot.addWidget(made, before_close_func=lambda _shell: desk.notices.setParent(None))
    made.show()
    yield made


def settled(shell: Shell, desk: Desk) -> bool:
    """Return whether the screen in front has read what it shows."""
    assert shell.current is not None
    states = shell.current.findChild(States)
    return desk.tasks._open == 0 and (states is None or "Loading…" not in states.words)


@pytest.mark.parametrize("by", sorted(PEOPLE))
def test_each_role_opens_every_screen_it_has_under_the_alarm(
    shell: Shell,
    desk: Desk,
    database: DatabaseOffTheInterfaceThread,
    arrive: Arrive,  # noqa: F811
    qtbot: QtBot,
) -> None:
    arrive(received_at=now() - timedelta(seconds=130), seen=True)
    Escalator(database).run()
    desk.changes.tell("alarms")
    database.watching = True
    assert shell._places
    for key in shell._places:
        shell.go(key)
        qtbot.waitUntil(lambda: settled(shell, desk))
        assert isinstance(shell.current, Screen), key
        assert desk.notices.words == "", key
        qtbot.waitUntil(shell.alarms.isVisible)
        assert shell.alarms.width() == shell.width()
        assert shell.minimumSizeHint().width() <= 1366, key
    database.watching = False


def press(button: QPushButton) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_an_alarm_leads_to_its_handover(
    shell: Shell,
    desk: Desk,
    database: Database,
    hand_over: HandOver,  # noqa: F811
    qtbot: QtBot,
) -> None:
    hand_over()
    handover_id = hand_over(received_at=now() - timedelta(seconds=130))
    Escalator(database).run()
    desk.changes.tell("alarms")
    qtbot.waitUntil(shell.alarms.isVisible)
    press(shell.alarms.line.open)
    screen = shell.current
    assert isinstance(screen, ContactCentreScreen)
    qtbot.waitUntil(lambda: screen.list.key == handover_id and not screen.states.words)


def test_an_alarm_leads_to_its_blind_account(
    shell: Shell,
    desk: Desk,
    database: Database,
    account_id: int,  # noqa: F811
    qtbot: QtBot,
) -> None:
    with database.session() as session:
        account = session.get_one(Account, account_id)
        account.state, account.trouble_since = AccountState.BLIND, now() - timedelta(minutes=2)
    Escalator(database).run()
    desk.changes.tell("alarms")
    qtbot.waitUntil(shell.alarms.isVisible)
    press(shell.alarms.line.open)
    assert type(shell.current).__name__ == "AccountsScreen"
    qtbot.waitUntil(lambda: settled(shell, desk))


@pytest.mark.parametrize("by", ["frontline"])
def test_a_role_without_the_screen_is_told(
    shell: Shell,
    desk: Desk,
    database: Database,
    arrive: Arrive,  # noqa: F811
    qtbot: QtBot,
) -> None:
    arrive(received_at=now() - timedelta(seconds=130), seen=True)
    Escalator(database).run()
    desk.changes.tell("alarms")
    qtbot.waitUntil(shell.alarms.isVisible)
    press(shell.alarms.line.open)
    assert "Your role does not open that screen" in desk.notices.words
