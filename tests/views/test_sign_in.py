"""Who is at the keyboard: the first run, a wrong password, the lock, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop import config
from desktop.app import Application, Window
from desktop.models import Role, schema
from desktop.models.database import Database
from desktop.records import people, settings
from desktop.views.sign_in import Card, SignIn, Welcome
from desktop.views.window import Shell
from tests.views.administering import actions, nameless

PASSWORD = "three random words"


@pytest.fixture
def running(tmp_path: Path, qtbot: QtBot) -> Iterator[Application]:
    """The program on an empty workspace, before it opens it."""
    window = Window()
    qtbot.addWidget(window)
    made = Application(config.read(data=tmp_path / "workspace"), window)
    window.show()
    yield made
    window.close()


def begin(running: Application, qtbot: QtBot) -> None:
    with qtbot.waitSignal(running.ready, timeout=20_000):
        running.begin()


def set_up(running: Application) -> None:
    """Do what the first run does, before the program is started."""
    database = Database(running.config.database)
    schema.upgrade(database)
    with database.session() as session:
        admin = people.first_run(
            session, force_name="Northshire", phone="01632 960001", name="Sam Field", username="sam", password=PASSWORD
        )  # fmt: skip
        people.add(session, admin, username="priya", name="Priya", role=Role.COMMS, password=PASSWORD)
    database.close()


def card(running: Application) -> Card:
    assert running._card is not None
    return running._card


def sign_in(running: Application, username: str, password: str) -> SignIn:
    found = card(running)
    assert isinstance(found, SignIn)
    found.username.setText(username)
    found.password.setText(password)
    QTest.keyClick(found.password, Qt.Key.Key_Return)
    return found


class TestTheFirstRun:
    @pytest.fixture
    def welcome(self, running: Application, qtbot: QtBot) -> Welcome:
        begin(running, qtbot)
        found = card(running)
        assert isinstance(found, Welcome)
        for edit, words in (
            (found.force_name, "Heddlu'r De"),
            (found.phone, "01632 960001"),
            (found.name, "Siân Llwyd"),
            (found.username, "sian"),
            (found.password, PASSWORD),
            (found.again, PASSWORD),
        ):
            edit.setText(words)
        return found

    def test_it_asks_for_three_things_and_opens_the_window(
        self, running: Application, welcome: Welcome, qtbot: QtBot
    ) -> None:
        with qtbot.waitSignal(running.entered, timeout=20_000):
            welcome.button.click()
        assert isinstance(running.window.centralWidget(), Shell)
        assert running.opened is not None
        with running.opened.database.reading() as session:
            assert settings.read(session).control_room_phone == "01632 960001"
            assert [(row.username, row.role) for row in people.rows(session)] == [("sian", Role.ADMIN)]

    def test_two_passwords_that_differ(self, welcome: Welcome) -> None:
        welcome.again.setText("another one typed")
        welcome.button.click()
        assert "differ" in welcome.trouble.text()
        assert welcome.force_name.text() == "Heddlu'r De"

    def test_a_phone_without_a_number(self, welcome: Welcome, qtbot: QtBot) -> None:
        welcome.phone.setText("control room")
        welcome.button.click()
        qtbot.waitUntil(lambda: "phone number" in welcome.trouble.text())
        assert welcome.button.isEnabled()
        assert welcome.password.text() == PASSWORD

    def test_every_control_has_a_name(self, welcome: Welcome) -> None:
        assert nameless(welcome) == []

    def test_return_is_enough(self, running: Application, welcome: Welcome, qtbot: QtBot) -> None:
        with qtbot.waitSignal(running.entered, timeout=20_000):
            QTest.keyClick(welcome.again, Qt.Key.Key_Return)


class TestSigningIn:
    @pytest.fixture
    def at_the_door(self, running: Application, qtbot: QtBot) -> Application:
        set_up(running)
        begin(running, qtbot)
        return running

    def test_the_right_password_opens(self, at_the_door: Application, qtbot: QtBot) -> None:
        with qtbot.waitSignal(at_the_door.entered, timeout=20_000):
            sign_in(at_the_door, "Sam", PASSWORD)

    def test_a_wrong_one_says_so_and_can_be_typed_again(self, at_the_door: Application, qtbot: QtBot) -> None:
        found = sign_in(at_the_door, "sam", "not the password")
        qtbot.waitUntil(lambda: "do not go together" in found.trouble.text())
        assert found.button.isEnabled()
        assert found.username.text() == "sam"
        with qtbot.waitSignal(at_the_door.entered, timeout=20_000):
            sign_in(at_the_door, "sam", PASSWORD)

    def test_five_wrong_ones_lock_even_the_right_one_out(
        self, at_the_door: Application, qtbot: QtBot
    ) -> None:
        found = card(at_the_door)
        for _guess in range(people.TRIES):
            found.trouble.setText("")
            sign_in(at_the_door, "sam", "not the password")
            qtbot.waitUntil(lambda: bool(found.trouble.text()))
        sign_in(at_the_door, "sam", PASSWORD)
        qtbot.waitUntil(lambda: "Too many wrong passwords" in found.trouble.text())


class TestTheLock:
    @pytest.fixture
    def inside(self, running: Application, qtbot: QtBot) -> Application:
        set_up(running)
        begin(running, qtbot)
        with qtbot.waitSignal(running.entered, timeout=20_000):
            sign_in(running, "priya", PASSWORD)
        return running

    def test_what_was_being_written_is_still_there(self, inside: Application, qtbot: QtBot) -> None:
        shell = inside.shell
        assert shell is not None
        written = QPlainTextEdit("half a sentence", shell)
        shell.lock_asked.emit()
        found = card(inside)
        assert isinstance(found, SignIn) and found.username.isReadOnly()
        assert any("locked itself" in label.text() for label in found.findChildren(QLabel))
        sign_in(inside, "priya", PASSWORD)
        qtbot.waitUntil(lambda: inside.window.centralWidget() is shell)
        assert shell.isVisible()
        assert written.toPlainText() == "half a sentence"
        assert inside.opened is not None and "person.lock" in actions(inside.opened.database)

    def test_a_wrong_password_keeps_it_locked(self, inside: Application, qtbot: QtBot) -> None:
        assert inside.shell is not None
        inside.shell.lock_asked.emit()
        found = sign_in(inside, "priya", "not the password")
        qtbot.waitUntil(lambda: "do not go together" in found.trouble.text())
        assert inside.window.centralWidget() is not inside.shell

    def test_idleness_asks_for_it(self, inside: Application, qtbot: QtBot) -> None:
        shell = inside.shell
        assert shell is not None
        idle = shell._lock.interval()
        assert idle == settings.ForceSettings().idle_lock_seconds * 1000
        with qtbot.waitSignal(shell.lock_asked):
            shell._lock.start(1)
        shell._lock.setInterval(idle)
        locked = card(inside)
        shell.lock_asked.emit()  # a shell that is put away asks in vain
        assert card(inside) is locked


def test_signing_out_leads_back_to_the_door(running: Application, qtbot: QtBot) -> None:
    set_up(running)
    begin(running, qtbot)
    with qtbot.waitSignal(running.entered, timeout=20_000):
        sign_in(running, "priya", PASSWORD)
    assert running.shell is not None
    running.shell.sign_out_asked.emit()
    assert isinstance(card(running), SignIn)
    assert running.shell is None


def test_what_an_administrator_settled_counts_from_the_next_sign_in(
    running: Application, qtbot: QtBot
) -> None:
    set_up(running)
    begin(running, qtbot)
    assert running.opened is not None
    with running.opened.database.session() as session:
        admin = people.actor(session, next(row.id for row in people.rows(session) if row.username == "sam"))
        settings.change(session, by=admin, control_room_phone="01632 960999")
    with qtbot.waitSignal(running.entered, timeout=20_000):
        sign_in(running, "priya", PASSWORD)
    assert running.opened.settings.control_room_phone == "01632 960999"


def test_an_engine_that_begins_while_the_window_closes_is_stopped(running: Application, qtbot: QtBot) -> None:
    set_up(running)
    begin(running, qtbot)
    running.start_engine()
    running.window.close()
    running.window.close()  # and closing twice is no harm
    database = Database(running.config.database)
    done = actions(database)
    assert done.count("engine.start") == done.count("engine.stop")
    database.close()
