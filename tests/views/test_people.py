"""The people screen: who may sign in, and that the last administrator stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.models import Actor, Role
from desktop.models.database import Database
from desktop.records import people as rules
from desktop.records.people import PersonRow
from desktop.views.desk import Desk
from desktop.views.people import PeopleScreen
from desktop.views.people_password import ChangePassword
from desktop.views.people_roles import CHOOSABLE, may, may_not, role_name
from desktop.views.people_self import SelfScreen
from tests.views.administering import actions, nameless, sit
from tests.views.publishing_desk import desk_of

PASSWORD = "three random words"
OTHER = "correct horse battery"


@pytest.fixture
def desk(database: Database, people: dict[str, Actor], tmp_path: Path) -> Iterator[Desk]:
    with desk_of(database, people["admin"], tmp_path) as made:
        yield made


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> PeopleScreen:
    made = PeopleScreen(desk)
    sit(made, qtbot)
    return made


def row(database: Database, username: str) -> PersonRow | None:
    with database.reading() as session:
        return next((one for one in rules.rows(session) if one.username == username), None)


def can_sign_in(database: Database, username: str, password: str) -> bool:
    with database.session() as session:
        return rules.sign_in(session, username, password) is not None


def fill(screen: PeopleScreen, username: str, password: str = PASSWORD, again: str = "") -> None:
    screen.add_person.click()
    screen.adding.name_edit.setText("Siân Llwyd-Ó Briain")
    screen.adding.username_edit.setText(username)
    screen.adding.role.set_value(Role.PRESS)
    for edit, words in zip(screen.adding.password.edits, (password, again or password), strict=True):
        edit.setText(words)
    screen.adding.add.click()


class TestTheList:
    def test_everyone_is_there_with_their_role(self, screen: PeopleScreen, people: dict[str, Actor]) -> None:
        assert sorted(screen.list.keys()) == sorted(actor.id for actor in people.values())
        screen.open(people["head"].id)
        assert "Head of comms" in screen.page.facts.words

    def test_every_control_has_a_name(self, screen: PeopleScreen) -> None:
        assert nameless(screen) == []

    @pytest.mark.parametrize("role", CHOOSABLE)
    def test_each_role_says_what_it_may_and_may_not(self, role: Role) -> None:
        assert role_name(role) and may(role) and may_not(role)


class TestAdding:
    def test_a_person_who_was_added_can_sign_in(
        self, screen: PeopleScreen, database: Database, qtbot: QtBot
    ) -> None:
        fill(screen, "Sian")
        qtbot.waitUntil(lambda: screen.page.row is not None and screen.page.row.username == "sian")
        assert can_sign_in(database, "sian", PASSWORD)
        assert screen.page.heading.text() == "Siân Llwyd-Ó Briain"
        assert not screen.adding.password.edits[0].text()

    def test_a_taken_name_is_said_and_nothing_typed_is_lost(self, screen: PeopleScreen, qtbot: QtBot) -> None:
        fill(screen, "comms")
        qtbot.waitUntil(lambda: "taken" in screen.adding.trouble.text())
        assert screen.adding.username_edit.text() == "comms"
        assert screen.adding.password.edits[0].text() == PASSWORD
        assert screen.adding.add.isEnabled()

    def test_two_passwords_that_differ_are_not_sent(self, screen: PeopleScreen, database: Database) -> None:
        fill(screen, "sian", PASSWORD, OTHER)
        assert "differ" in screen.adding.password.again.trouble.text()
        assert row(database, "sian") is None

    def test_a_short_password_says_how_long(self, screen: PeopleScreen) -> None:
        fill(screen, "sian", "short")
        assert "12 characters" in screen.adding.password.first.trouble.text()


class TestChanging:
    def test_a_role(
        self, screen: PeopleScreen, database: Database, people: dict[str, Actor], qtbot: QtBot
    ) -> None:
        screen.open(people["comms"].id)
        assert not screen.page.change_role.isEnabled()
        screen.page.role.set_value(Role.PRESS)
        screen.page.role.changed.emit()
        screen.page.change_role.click()
        qtbot.waitUntil(lambda: "Duty press officer" in screen.page.facts.words)
        found = row(database, "comms")
        assert found is not None and found.role is Role.PRESS
        assert "person.role" in actions(database)

    def test_a_password(
        self, screen: PeopleScreen, database: Database, people: dict[str, Actor], qtbot: QtBot
    ) -> None:
        screen.open(people["comms"].id)
        for edit in screen.page.password.edits:
            edit.setText(OTHER)
        screen.page.set_password.click()
        qtbot.waitUntil(lambda: "new password" in screen.desk.notices.words)
        assert can_sign_in(database, "comms", OTHER)
        assert not screen.page.password.edits[0].text()

    def test_a_leaver_is_asked_about_and_stays_listed(
        self, screen: PeopleScreen, people: dict[str, Actor], qtbot: QtBot
    ) -> None:
        screen.open(people["comms2"].id)
        screen.page.deactivate.click()
        assert "Tom Weaver" in screen.ask.words.text()
        screen.ask.yes.click()
        qtbot.waitUntil(lambda: "Deactivated" in screen.page.facts.words)
        assert screen.list.keys()[-1] == people["comms2"].id
        assert not screen.page.deactivate.isEnabled()
        screen.page.reactivate.click()
        qtbot.waitUntil(lambda: "Active" in screen.page.facts.words)
        assert not screen.page.reactivate.isVisible()

    def test_the_last_administrator_stays(self, screen: PeopleScreen, people: dict[str, Actor]) -> None:
        screen.open(people["admin"].id)
        assert "last administrator" in screen.page.last.text()
        assert not screen.page.deactivate.isEnabled()
        assert not screen.page.role.isEnabled()


class TestOnesOwnPassword:
    @pytest.fixture
    def own(
        self, database: Database, people: dict[str, Actor], tmp_path: Path, qtbot: QtBot
    ) -> Iterator[ChangePassword]:
        with database.session() as session:
            rules.set_password(session, people["admin"], people["comms"].id, PASSWORD)
        with desk_of(database, people["comms"], tmp_path) as desk:
            made = ChangePassword(desk)
            qtbot.addWidget(made)
            made.show()
            yield made

    def type_in(self, own: ChangePassword, current: str, new: str) -> None:
        own.edit.setText(current)
        for edit in own.new.edits:
            edit.setText(new)
        own.change.click()

    def test_anybody_changes_their_own(self, own: ChangePassword, database: Database, qtbot: QtBot) -> None:
        with qtbot.waitSignal(own.ended):
            self.type_in(own, PASSWORD, OTHER)
        assert can_sign_in(database, "comms", OTHER)
        assert not own.edit.text() and not own.new.edits[0].text()

    def test_a_wrong_one_is_counted_and_changes_nothing(
        self, own: ChangePassword, database: Database, qtbot: QtBot
    ) -> None:
        self.type_in(own, "another guess", OTHER)
        qtbot.waitUntil(lambda: "not your password" in own.current.trouble.text())
        assert own.new.edits[0].text() == OTHER
        assert "person.sign_in_failed" in actions(database)
        assert can_sign_in(database, "comms", PASSWORD)

    def test_guessing_at_an_open_desk_locks(
        self, own: ChangePassword, database: Database, qtbot: QtBot
    ) -> None:
        for _guess in range(rules.TRIES):
            own.current.fail("")
            self.type_in(own, "another guess", OTHER)
            qtbot.waitUntil(lambda: bool(own.current.trouble.text()))
        own.current.fail("")
        self.type_in(own, PASSWORD, OTHER)
        qtbot.waitUntil(lambda: "Too many wrong passwords" in own.current.trouble.text())


def test_everybody_sees_their_own_role_and_may_change_their_password(
    database: Database, people: dict[str, Actor], tmp_path: Path, qtbot: QtBot
) -> None:
    with desk_of(database, people["frontline"], tmp_path) as desk:
        screen = SelfScreen(desk)
        qtbot.addWidget(screen)
        screen.show()
        screen.shown()
        assert "Frontline officer" in screen.facts.words
        assert screen.password.change.isVisible() and screen.language.isVisible()
        assert nameless(screen) == []
        with qtbot.waitSignal(screen.ended):
            screen.password.cancel.click()
