"""Which accounts does the force have, how do they stand, and how is one connected?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.accounts.rows import AccountRow
from desktop.models import Act
from desktop.views import accounts_words, accounts_work, style
from desktop.views.accounts_connect import ConnectAccount
from desktop.views.accounts_page import AccountPage
from desktop.views.compose_editor import scrolled
from desktop.views.desk import Desk
from desktop.views.widgets.ask import Ask
from desktop.views.widgets.labelled import button
from desktop.views.widgets.labels import Heading
from desktop.views.widgets.post_card import Card, CardList
from desktop.views.widgets.screen import Screen, States, words_of

WIDEST = 760  # pixels: longer lines are hard to read
FRESH = 15_000  # ms; "complete to" moves on without a change that is told


class AccountsScreen(Screen):
    """All accounts, and the one that is looked at or connected."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = self.tr("Accounts")
        self.may_manage = desk.by.may(Act.MANAGE)
        self._rows: dict[int, AccountRow] = {}
        self._wanted = 0
        self.list = CardList(self.tr("Accounts"))
        self.connect_one = button(self.tr("Connect an account"), "primary")
        self.ask, self.owner = Ask(), QComboBox()
        self.page = AccountPage(desk.zone, may_manage=self.may_manage)
        self.connecting = ConnectAccount(desk)
        self._freshen = QTimer(self, interval=FRESH)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        self.states.loading()
        work = partial(accounts_work.rows, self.desk.database)
        self.desk.tasks.run(work, self._show_rows, self.states.failed)

    @Slot(int)
    def open(self, account_id: int) -> None:
        """Show one account."""
        self._wanted = account_id
        row = self._rows.get(account_id)
        if row is None:
            return
        self.list.choose(account_id)
        self.ask.dismiss()
        self.page.show_account(row)
        self.stack.setCurrentIndex(0)

    def _show_rows(self, rows: list[AccountRow]) -> None:
        self._rows = {row.id: row for row in rows}
        self.list.blockSignals(True)
        self.list.show_cards(self._card(row) for row in rows)
        self.list.blockSignals(False)
        key = self._wanted if self._wanted in self._rows else self.list.key
        if key is not None and key in self._rows:
            self._wanted = key
            self.list.choose(key)
            self.page.show_account(self._rows[key])
        elif self.stack.currentIndex() == 0:
            self._say_empty()
            return
        self.states.ready()

    def _say_empty(self) -> None:
        words = self.tr(
            "Connect the force's first account: what the public writes there then reaches the inbox."
        )
        others = self.tr("An administrator connects the force's accounts.")
        self.states.empty(self.tr("No account is connected"), words if self.may_manage else others)

    def _card(self, row: AccountRow) -> Card:
        zone = self.desk.zone
        where = f"{accounts_words.network_name(row.network)} · {row.capabilities.software}"
        lines = (where, accounts_words.complete_words(row, zone))
        state, tone = accounts_words.state_words(row, zone), accounts_words.state_tone(row)
        return Card(row.id, row.handle, lines, state, tone)

    # Connecting

    @Slot()
    def begin_connecting(self) -> None:
        self._begin(None)

    @Slot()
    def connect_again(self) -> None:
        self._begin(self.page.row)

    def _begin(self, again: AccountRow | None) -> None:
        self.ask.dismiss()
        self.connecting.prepare(again)
        self.stack.setCurrentIndex(1)
        self.states.ready()
        self.connecting.first().setFocus()

    @Slot(object)
    def _connected(self, row: AccountRow) -> None:
        again = self.connecting.again
        if again is not None and again.id != row.id:
            words = self.tr(
                "The network let {other} in, not {handle}: {handle} still has to be connected again."
            )
            self.desk.notices.warn(words.format(other=row.handle, handle=again.handle))
        else:
            words = self.tr("{handle} is connected. {direct}")
            direct = accounts_words.direct_words(row)
            self.desk.notices.say(words.format(handle=row.handle, direct=direct))
        self.connecting.again = None
        self._rows[row.id] = row
        self.open(row.id)
        self._changed_one()

    @Slot()
    def back(self) -> None:
        self.stack.setCurrentIndex(0)
        self.refresh()
        self.list.setFocus()

    # What is done to one account

    @Slot()
    def check_now(self) -> None:
        row = self.page.row
        if row is not None:
            self.page.show_checking(self.tr("Asking {server}…").format(server=row.server))
            work = partial(accounts_work.check, self.desk.database, self.desk.connectors, row.id)
            self.desk.tasks.run(work, self._checked, self._not_checked)

    def _checked(self, row: AccountRow) -> None:
        self.page.show_checking("")
        state = accounts_words.state_words(row, self.desk.zone)
        words = self.tr("{handle}: {state}.").format(handle=row.handle, state=state)
        if row.trouble:
            self.desk.notices.warn(f"{words} {row.trouble}")
        else:
            self.desk.notices.say(f"{words} {self.tr('Reading and writing both work.')}")
        self._changed_one()

    def _not_checked(self, error: Exception) -> None:
        self.page.show_checking("")
        self.desk.notices.failed(error)

    @Slot()
    def ask_to_disconnect(self) -> None:
        row = self.page.row
        if row is None:
            return
        words = self.tr(
            "Disconnect {handle}? Nothing more is read from it, what is scheduled on it will not go out, and its "
            "token is forgotten. What it brought stays stored."
        )
        yes, no = self.tr("Disconnect"), self.tr("Keep")
        self.ask.ask(words.format(handle=row.handle), yes, no, partial(self._disconnect, row))

    def _disconnect(self, row: AccountRow, _reason: str) -> None:
        work = partial(accounts_work.disconnect, self.desk.database, self.desk.by, row.id)
        words = self.tr("{handle} is disconnected.").format(handle=row.handle)
        self.desk.tasks.run(work, partial(self._acted, words), self._ask_failed)

    @Slot()
    def ask_for_owner(self) -> None:
        row = self.page.row
        if row is not None:
            work = partial(accounts_work.owners, self.desk.database)
            self.desk.tasks.run(work, partial(self._offer_owners, row))

    def _offer_owners(self, row: AccountRow, people: list[tuple[int, str]]) -> None:
        self.owner.clear()
        for person_id, name in people:
            self.owner.addItem(name, person_id)
        self.owner.setCurrentIndex(max(self.owner.findData(row.owner_id), 0))
        words = self.tr("Who answers for {handle}?").format(handle=row.handle)
        yes, no = self.tr("Give it to them"), self.tr("Keep")
        self.ask.ask(words, yes, no, partial(self._give, row), extra=self.owner)

    def _give(self, row: AccountRow, _reason: str) -> None:
        person_id, name = self.owner.currentData(), self.owner.currentText()
        work = partial(accounts_work.give_to, self.desk.database, self.desk.by, row.id, person_id)
        words = self.tr("{name} answers for {handle} now.").format(name=name, handle=row.handle)
        self.desk.tasks.run(work, partial(self._acted, words), self._ask_failed)

    def _acted(self, words: str, _none: None) -> None:
        self.ask.dismiss()
        self.desk.notices.say(words)
        self._changed_one()

    def _ask_failed(self, error: Exception) -> None:
        self.ask.fail(words_of(error))

    def _changed_one(self) -> None:
        self.desk.changes.tell("accounts")
        self.refresh()

    # The parts

    @Slot()
    def _look_again(self) -> None:
        if self.isVisible():
            self.refresh()

    def _connect(self) -> None:
        self.list.chosen.connect(self.open)
        self.connect_one.clicked.connect(self.begin_connecting)
        self.connecting.connected.connect(self._connected)
        self.connecting.given_up.connect(self.back)
        self.page.check.clicked.connect(self.check_now)
        self.page.reconnect.clicked.connect(self.connect_again)
        self.page.give.clicked.connect(self.ask_for_owner)
        self.page.disconnect_it.clicked.connect(self.ask_to_disconnect)
        self.states.again.connect(self.refresh)
        self.follow(self.desk.changes.accounts_changed)
        self._freshen.timeout.connect(self._look_again)
        self._freshen.start()

    def _lay_out(self) -> None:
        self.owner.setAccessibleName(self.tr("Owner"))
        self.owner.hide()
        self.connect_one.setVisible(self.may_manage)
        self.stack = QStackedWidget()
        for page in (self.page, self.connecting):
            page.setMaximumWidth(WIDEST)
            self.stack.addWidget(scrolled(page))
        sheet = QWidget()
        right = QVBoxLayout(sheet)
        right.setContentsMargins(style.GAP * 2, style.GAP * 2, style.GAP * 2, style.GAP)
        right.setSpacing(style.GAP)
        right.addWidget(self.ask)
        right.addWidget(self.stack, 1)
        left = QWidget()
        left.setFixedWidth(340)
        column = QVBoxLayout(left)
        column.setContentsMargins(style.GAP, style.GAP * 2, style.GAP, style.GAP)
        column.setSpacing(style.GAP)
        for part in (Heading(self.title), self.list, self.connect_one):
            column.addWidget(part)
        self.states = States(sheet)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(self.states, 1)
