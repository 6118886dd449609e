"""How is an account on a Mastodon-compatible server connected: in the browser, or by a code typed in?"""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.accounts.connecting import BROWSER_SECONDS
from desktop.accounts.rows import AccountRow
from desktop.views import accounts_work, style
from desktop.views.accounts_work import Wrong
from desktop.views.desk import Desk
from desktop.views.widgets.labelled import Labelled, button, buttons, line
from desktop.views.widgets.labels import Words
from desktop.views.widgets.screen import words_of

if TYPE_CHECKING:
    from desktop.networks.mastodon_auth import Authorisation


class ConnectMastodon(QWidget):
    """The form. Signals: ``connected(AccountRow)``, ``given_up()``."""

    connected = Signal(object)
    given_up = Signal()
    page_made = Signal(str)  # from the work thread; the browser is opened on this one

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._came: Event | None = None  # of the browser that is waited for
        self._begun: Authorisation | None = None
        self._page, self._left, self._attempt = "", 0, 0
        self.server_edit, self.code_edit = line(placeholder="mastodon.social"), line()
        self.server = Labelled(
            self.tr("&Server address"),
            self.server_edit,
            hint=self.tr(
                "The part after the last @ of the account: for @force@police.social it is police.social."
            ),
        )
        self.code = Labelled(
            self.tr("&Code from the page"),
            self.code_edit,
            hint=self.tr(
                "Sign in on the page as the account, choose Allow, and type the code that it shows."
            ),
        )
        self.connect_it = button(self.tr("Connect in the browser"), "primary")
        self.by_code = button(self.tr("Use a code instead"))
        self.cancel = button(self.tr("Cancel"))
        self.show_page = button(self.tr("Open the page"))
        self.copy_page = button(self.tr("Copy the page's address"))
        self.finish = button(self.tr("Finish"), "primary")
        self.status, self.trouble = Words(tone="muted"), Words()
        self._tick = QTimer(self, interval=1000)
        self._lay_out()
        self._connect()

    def prepare(self, server: str = "") -> None:
        """Empty the form, or fill in the server of an account that is connected again."""
        self.stop()
        self.server_edit.setText(server)
        self._say_nothing()

    @Slot()
    def stop(self) -> None:
        """Wait for nobody any more; what comes late is not taken."""
        self._attempt += 1
        if self._came is not None:
            self._came.set()
        self._came = self._begun = None
        self._page = ""
        self.code_edit.clear()
        self._tick.stop()
        self._allow()

    # In the browser

    @Slot()
    def begin(self) -> None:
        """Let the person allow it in the system browser, which brings the code back by itself."""
        if not self._start():
            return
        self._came = Event()
        self.destroyed.connect(self._came.set)  # signed out: nobody waits any more
        self.status.say(self.tr("Asking the server…"), "muted")
        self._allow()
        work = partial(
            accounts_work.connect_by_browser,
            self.desk.database,
            self.desk.vault,
            self.desk.by,
            self.server_edit.text(),
            self.page_made.emit,
            self._came,
        )
        attempt = self._attempt
        self.desk.tasks.run(work, partial(self._connected, attempt), partial(self._failed, attempt, "server"))

    @Slot(str)
    def _open_page(self, url: str) -> None:
        if self._came is None:
            return
        self._page = url
        self._left = int(BROWSER_SECONDS)
        self._tick.start()
        self._count_down()
        self._allow()
        QDesktopServices.openUrl(QUrl(url))

    @Slot()
    def _count_down(self) -> None:
        minutes, seconds = divmod(max(self._left, 0), 60)
        words = self.tr(
            "Waiting for the browser, {time} left. Sign in there as the account and choose Allow. If no page "
            "opened, copy its address."
        )
        self.status.say(words.format(time=f"{minutes}:{seconds:02}"), "")
        self._left -= 1

    # By a code

    @Slot()
    def begin_by_code(self) -> None:
        """Begin the way in which the page shows a code."""
        self.stop()
        if not self._start():
            return
        self.status.say(self.tr("Asking the server…"), "muted")
        self._busy()
        work = partial(accounts_work.begin_by_code, self.desk.vault, self.desk.by, self.server_edit.text())
        attempt = self._attempt
        self.desk.tasks.run(
            work, partial(self._code_begun, attempt), partial(self._failed, attempt, "server")
        )

    def _code_begun(self, attempt: int, begun: Authorisation) -> None:
        if attempt != self._attempt:
            return
        self._begun, self._page = begun, begun.url
        self.status.say(self.tr("Open the page, allow Blue Lamp there, and type the code here."), "")
        self._allow()
        self.show_page.setFocus()

    @Slot()
    def open_page(self) -> None:
        QDesktopServices.openUrl(QUrl(self._page))
        if self._begun is not None:
            self.code_edit.setFocus()

    @Slot()
    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._page)
        self.status.say(self.tr("The page's address is copied: paste it into a browser's address line."), "")

    @Slot()
    def finish_now(self) -> None:
        """Change the code for a token."""
        if self._begun is None:
            return
        self._say_nothing()
        if not self.code_edit.text().strip():
            self.code.fail(self.tr("Type the code that the page shows after you chose Allow."))
            return
        self.status.say(self.tr("Asking the server…"), "muted")
        self._busy()
        work = partial(
            accounts_work.finish_by_code,
            self.desk.database,
            self.desk.vault,
            self.desk.by,
            self._begun,
            self.code_edit.text(),
        )
        attempt = self._attempt
        self.desk.tasks.run(work, partial(self._connected, attempt), partial(self._failed, attempt, "code"))

    # How it ended

    def _connected(self, attempt: int, row: AccountRow) -> None:
        if attempt == self._attempt:
            self.stop()
            self._say_nothing()
        self.connected.emit(row)

    def _failed(self, attempt: int, field: str, error: Exception) -> None:
        if attempt != self._attempt:
            return
        if field == "server":
            self.stop()
        self.status.say("")
        self._allow()
        if isinstance(error, Wrong):
            self.trouble.say(words_of(error), "danger")
        else:
            (self.code if field == "code" else self.server).fail(words_of(error))

    @Slot()
    def give_up(self) -> None:
        self.stop()
        self._say_nothing()
        self.given_up.emit()

    # The parts

    def _start(self) -> bool:
        self._say_nothing()
        if self.server_edit.text().strip():
            return True
        self.server.fail(self.tr("Type the server's address, such as mastodon.social."))
        return False

    def _say_nothing(self) -> None:
        self.status.say("")
        self.trouble.say("")
        self.server.fail("")
        self.code.fail("")

    def _busy(self) -> None:
        for part in (self.connect_it, self.by_code, self.finish, self.server_edit):
            part.setEnabled(False)

    def _allow(self) -> None:
        """Offer what fits the step: nothing begun, the browser is waited for, or a code is."""
        waiting, coded = self._came is not None, self._begun is not None
        self.server_edit.setEnabled(not waiting and not coded)
        self.connect_it.setEnabled(not waiting)
        self.connect_it.setVisible(not coded)
        self.by_code.setEnabled(True)
        self.by_code.setVisible(not coded)
        self.finish.setEnabled(True)
        self.finish.setVisible(coded)
        self.code.setVisible(coded)
        for part in (self.show_page, self.copy_page):
            part.setVisible(bool(self._page))

    def _connect(self) -> None:
        self.page_made.connect(self._open_page, Qt.ConnectionType.QueuedConnection)
        self._tick.timeout.connect(self._count_down)
        self.connect_it.clicked.connect(self.begin)
        self.server_edit.returnPressed.connect(self.begin)
        self.by_code.clicked.connect(self.begin_by_code)
        self.show_page.clicked.connect(self.open_page)
        self.copy_page.clicked.connect(self.copy)
        self.finish.clicked.connect(self.finish_now)
        self.code_edit.returnPressed.connect(self.finish_now)
        self.cancel.clicked.connect(self.give_up)
        # Else the program would wait for the browser before it ends.
        self.desk.tasks.closing.connect(self.stop)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(style.GAP)
        box.addWidget(self.server)
        box.addWidget(self.status)
        box.addLayout(buttons(self.show_page, self.copy_page))
        box.addWidget(self.code)
        box.addWidget(self.trouble)
        box.addLayout(buttons(self.connect_it, self.finish, self.by_code, self.cancel))
        box.addStretch(1)
        self.status.hide()
        self.trouble.hide()
        self._allow()
