"""Who may sign in, and as what?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models import Role
from desktop.records.people import PersonRow
from desktop.views import people_work, style
from desktop.views.compose_editor import scrolled
from desktop.views.desk import Desk
from desktop.views.people_add import AddPerson
from desktop.views.people_page import PersonPage
from desktop.views.people_password import ChangePassword
from desktop.views.people_roles import role_name
from desktop.views.people_work import NewPerson
from desktop.views.widgets.ask import Ask
from desktop.views.widgets.labelled import button
from desktop.views.widgets.labels import Heading
from desktop.views.widgets.post_card import Card, CardList
from desktop.views.widgets.screen import Screen, States, words_of

WIDEST = 720  # pixels: longer lines are hard to read


class PeopleScreen(Screen):
    """Everyone, and the one that is looked at."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = self.tr("People")
        self._rows: dict[int, PersonRow] = {}
        self.list = CardList(self.tr("People"))
        self.add_person = button(self.tr("Add a person"), "primary")
        self.own_password = button(self.tr("Change my password"))
        self.ask, self.page, self.adding = Ask(), PersonPage(desk.zone), AddPerson()
        self.own = ChangePassword(desk)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        self.states.loading()
        work = partial(people_work.rows, self.desk.database)
        self.desk.tasks.run(work, self._show_rows, self.states.failed)

    @Slot(int)
    def open(self, person_id: int) -> None:
        """Show one person."""
        row = self._rows.get(person_id)
        if row is None:
            return
        self.list.choose(person_id)
        self.ask.dismiss()
        self._show_person(row)
        self.stack.setCurrentIndex(0)

    def _show_rows(self, rows: list[PersonRow]) -> None:
        rows = sorted(rows, key=lambda row: (not row.active, row.name.casefold()))
        self._rows = {row.id: row for row in rows}
        before = self.page.row
        self.list.blockSignals(True)
        self.list.show_cards(self._card(row) for row in rows)
        self.list.blockSignals(False)
        key = before.id if before is not None else self.list.key
        if key in self._rows:
            self.list.choose(key)
            self._show_person(self._rows[key])
        self.states.ready()

    def _card(self, row: PersonRow) -> Card:
        state = self.tr("You") if row.id == self.desk.by.id else ""
        state = state if row.active else self.tr("Deactivated")
        tone = "accent" if row.active else "warning"
        return Card(row.id, row.name, (f"{row.username} · {role_name(row.role)}",), state, tone)

    def _show_person(self, row: PersonRow) -> None:
        admins = [one.id for one in self._rows.values() if one.active and one.role is Role.ADMIN]
        self.page.show_person(row, last_admin=admins == [row.id])

    # Acts

    @Slot()
    def begin_adding(self) -> None:
        self._turn_to(1, self.adding.name_edit)

    @Slot()
    def begin_own_password(self) -> None:
        self._turn_to(2, self.own)

    @Slot()
    def back(self) -> None:
        self.stack.setCurrentIndex(0)
        self.list.setFocus()

    @Slot(object)
    def add(self, wanted: NewPerson) -> None:
        work = partial(people_work.add, self.desk.database, self.desk.by, wanted)
        self.desk.tasks.run(work, self._added, self._not_added)

    def _added(self, row: PersonRow) -> None:
        self.adding.forget()
        self._rows[row.id] = row
        self._show_person(row)
        self.back()
        self._done(
            self.tr("{name} may sign in as {username} now.").format(name=row.name, username=row.username)
        )

    def _not_added(self, error: Exception) -> None:
        self.adding.fail(words_of(error))

    @Slot(object)
    def change_role(self, role: Role) -> None:
        row = self.page.row
        if row is not None:
            work = partial(people_work.change_role, self.desk.database, self.desk.by, row.id, role)
            words = self.tr(
                "{name} is now: {role}. Where they are signed in they are asked to sign in again."
            )
            self._act(work, words.format(name=row.name, role=role_name(role)), partial(self._failed, "role"))

    @Slot(str)
    def set_password(self, password: str) -> None:
        row = self.page.row
        if row is not None:
            work = partial(people_work.set_password, self.desk.database, self.desk.by, row.id, password)
            words = self.tr("{name} has a new password. Tell it to them in person.").format(name=row.name)
            self.desk.tasks.run(work, partial(self._password_set, words), partial(self._failed, "password"))

    def _password_set(self, words: str, _none: None) -> None:
        self.page.password.forget()
        self._done(words)

    @Slot()
    def ask_to_deactivate(self) -> None:
        row = self.page.row
        if row is None:
            return
        words = self.tr("Deactivate {name}? They cannot sign in any more; what they did stays recorded.")
        yes, no = self.tr("Deactivate"), self.tr("Keep")
        self.ask.ask(words.format(name=row.name), yes, no, partial(self._deactivate, row))

    def _deactivate(self, row: PersonRow, _reason: str) -> None:
        work = partial(people_work.deactivate, self.desk.database, self.desk.by, row.id)
        words = self.tr("{name} is deactivated and cannot sign in any more.").format(name=row.name)
        self._act(work, words, self._ask_failed)

    @Slot()
    def reactivate(self) -> None:
        row = self.page.row
        if row is not None:
            work = partial(people_work.reactivate, self.desk.database, self.desk.by, row.id)
            words = self.tr("{name} can sign in again, as {role}.")
            self._act(work, words.format(name=row.name, role=role_name(row.role)), self.desk.notices.failed)

    def _act(self, work: Callable[[], Any], words: str, failed: Callable[[Exception], Any]) -> None:
        self.desk.tasks.run(work, partial(self._acted, words), failed)

    def _acted(self, words: str, _none: None) -> None:
        self.ask.dismiss()
        self._done(words)

    def _done(self, words: str) -> None:
        self.desk.notices.say(words)
        self.desk.changes.tell("people")
        self.refresh()

    def _failed(self, field: str, error: Exception) -> None:
        self.page.fail(field, words_of(error))

    def _ask_failed(self, error: Exception) -> None:
        self.ask.fail(words_of(error))

    # The parts

    def _turn_to(self, index: int, first: QWidget) -> None:
        self.ask.dismiss()
        self.stack.setCurrentIndex(index)
        first.setFocus()

    def _connect(self) -> None:
        self.list.chosen.connect(self.open)
        self.add_person.clicked.connect(self.begin_adding)
        self.own_password.clicked.connect(self.begin_own_password)
        self.adding.wanted.connect(self.add)
        self.adding.cancelled.connect(self.back)
        self.own.ended.connect(self.back)
        self.page.role_wanted.connect(self.change_role)
        self.page.password_wanted.connect(self.set_password)
        self.page.leaving.connect(self.ask_to_deactivate)
        self.page.returning.connect(self.reactivate)
        self.states.again.connect(self.refresh)
        self.follow(self.desk.changes.people_changed)

    def _lay_out(self) -> None:
        own = QWidget()
        box = QVBoxLayout(own)
        box.setContentsMargins(0, 0, style.GAP, 0)
        box.setSpacing(style.GAP)
        box.addWidget(Heading(self.tr("Change my password")))
        box.addWidget(self.own)
        box.addStretch(1)
        self.stack = QStackedWidget()
        for part in (self.page, self.adding, own):
            part.setMaximumWidth(WIDEST)
            self.stack.addWidget(scrolled(part))
        sheet = QWidget()
        right = QVBoxLayout(sheet)
        right.setContentsMargins(style.GAP * 2, style.GAP * 2, style.GAP * 2, style.GAP)
        right.setSpacing(style.GAP)
        right.addWidget(self.ask)
        right.addWidget(self.stack, 1)
        left = QWidget()
        left.setFixedWidth(290)
        column = QVBoxLayout(left)
        column.setContentsMargins(style.GAP, style.GAP * 2, style.GAP, style.GAP)
        column.setSpacing(style.GAP)
        for part in (Heading(self.title), self.list, self.add_person, self.own_password):
            column.addWidget(part)
        self.states = States(sheet)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(self.states, 1)
