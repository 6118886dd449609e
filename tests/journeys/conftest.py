"""The whole program on a workspace of its own, with people who can sign in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import config
from desktop.app import Application, Window
from desktop.models import Role, schema
from desktop.models.database import Database, sqlite_url
from desktop.records import people
from desktop.views.sign_in import Card, SignIn
from desktop.views.window import Shell
from tests.conftest import PASSWORD

Start = Callable[[Path], "Program"]


class Program:
    """One running window."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = Window()
        qtbot.addWidget(self.window)
        self.running = Application(config.read(data=folder), self.window)
        self.window.show()

    def begin(self) -> Program:
        with self.qtbot.waitSignal(self.running.ready, timeout=20_000):
            self.running.begin()
        return self

    @property
    def card(self) -> Card:
        assert self.running._card is not None
        return self.running._card

    def sign_in(self, username: str) -> Shell:
        card = self.card
        assert isinstance(card, SignIn)
        card.username.setText(username)
        card.password.setText(PASSWORD)
        with self.qtbot.waitSignal(self.running.entered, timeout=20_000):
            QTest.keyClick(card.password, Qt.Key.Key_Return)
        assert self.running.shell is not None
        return self.running.shell


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A folder whose database holds a force with an administrator, a comms officer and a press officer."""
    return make_workspace(tmp_path / "workspace")


def make_workspace(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    database = Database(sqlite_url(folder / "bluelamp.db"))
    schema.upgrade(database)
    with database.session() as session:
        admin = people.first_run(
            session,
            force_name="Northshire Police",
            phone="01632 960001",
            name="Sam",
            username="sam",
            password=PASSWORD,
        )
        for username, role in (("priya", Role.COMMS), ("morwenna", Role.PRESS), ("dawn", Role.OPERATOR)):
            people.add(session, admin, username=username, name=username.title(), role=role, password=PASSWORD)
    database.close()
    return folder


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    """Start the program on a folder; every window is closed at the end."""
    made: list[Program] = []

    def start(folder: Path) -> Program:
        made.append(Program(folder, qtbot))
        return made[-1]

    yield start
    for program in made:
        program.window.close()
