"""What is asked to connect a Bluesky account?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.accounts.rows import AccountRow
from desktop.views import accounts_work, style
from desktop.views.accounts_work import BlueskySignIn, Wrong
from desktop.views.desk import Desk
from desktop.views.widgets.labelled import Labelled, button, buttons, line
from desktop.views.widgets.labels import Words
from desktop.views.widgets.screen import words_of

SERVER = "https://bsky.social"


class ConnectBluesky(QWidget):
    """The form. Signals: ``connected(AccountRow)``, ``given_up()``."""

    connected = Signal(object)
    given_up = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.server_edit, self.handle_edit, self.password_edit = line(), line(), line(secret=True)
        self.server = Labelled(self.tr("&Server address"), self.server_edit)
        self.handle = Labelled(
            self.tr("&Handle"), self.handle_edit, hint=self.tr("Such as northshire.police.uk, without the @.")
        )
        self.password = Labelled(
            self.tr("A&pp password"),
            self.password_edit,
            hint=self.tr(
                "Make one in Bluesky: Settings, Privacy and security, App passwords. Tick “Allow access to your "
                "direct messages”, or they will not reach the inbox. Never type the account's own password."
            ),
        )
        self.connect_it = button(self.tr("Connect"), "primary")
        self.cancel = button(self.tr("Cancel"))
        self.status, self.trouble = Words(tone="muted"), Words()
        self._lay_out()
        self._connect()
        self.prepare()

    def prepare(self, server: str = SERVER, handle: str = "") -> None:
        """Empty the form, or fill in an account that is connected again."""
        self.server_edit.setText(server)
        self.handle_edit.setText(handle.removeprefix("@"))
        self.password_edit.clear()
        self._say_nothing()

    @Slot()
    def begin(self) -> None:
        if not self.connect_it.isEnabled() or not self._filled():
            return
        self.connect_it.setEnabled(False)
        self.status.say(self.tr("Asking the server…"), "muted")
        typed = BlueskySignIn(self.server_edit.text(), self.handle_edit.text(), self.password_edit.text())
        work = partial(
            accounts_work.connect_bluesky, self.desk.database, self.desk.vault, self.desk.by, typed
        )
        self.desk.tasks.run(work, self._connected, self._failed)

    def _filled(self) -> bool:
        self._say_nothing()
        fields = (
            (self.password, self.password_edit, self.tr("Type or paste the app password.")),
            (self.handle, self.handle_edit, self.tr("Type the account's handle.")),
            (
                self.server,
                self.server_edit,
                self.tr("Type the server's address. For most it is bsky.social."),
            ),
        )
        for field, edit, words in fields:
            field.fail("" if edit.text().strip() else words)
        return all(edit.text().strip() for _field, edit, _words in fields)

    def _connected(self, row: AccountRow) -> None:
        self.connect_it.setEnabled(True)
        self.prepare()
        self.connected.emit(row)

    def _failed(self, error: Exception) -> None:
        self.connect_it.setEnabled(True)
        self.status.say("")
        field = error.field if isinstance(error, Wrong) else ""
        beside = {"server": self.server, "password": self.password}.get(field)
        if beside is None:
            self.trouble.say(words_of(error), "danger")
        else:
            beside.fail(words_of(error))

    def _say_nothing(self) -> None:
        for label in (self.status, self.trouble):
            label.say("")
        for field in (self.server, self.handle, self.password):
            field.fail("")

    @Slot()
    def give_up(self) -> None:
        self.prepare()
        self.given_up.emit()

    def _connect(self) -> None:
        self.connect_it.clicked.connect(self.begin)
        self.cancel.clicked.connect(self.give_up)
        for edit in (self.server_edit, self.handle_edit, self.password_edit):
            edit.returnPressed.connect(self.begin)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(style.GAP)
        for part in (self.server, self.handle, self.password, self.status, self.trouble):
            box.addWidget(part)
        box.addLayout(buttons(self.connect_it, self.cancel))
        box.addStretch(1)
