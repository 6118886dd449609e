"""Which network is connected, and for which account?"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QRadioButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.accounts.rows import AccountRow
from desktop.networks.protocol import NetworkName
from desktop.views import style
from desktop.views.accounts_bluesky import ConnectBluesky
from desktop.views.accounts_mastodon import ConnectMastodon
from desktop.views.desk import Desk
from desktop.views.widgets.labels import Heading, Words


class ConnectAccount(QWidget):
    """Signals: ``connected(AccountRow)``, ``given_up()``."""

    connected = Signal(object)
    given_up = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.again: AccountRow | None = None  # the account that is connected again
        self.heading, self.words = Heading(), Words(tone="muted")
        self.choose_mastodon = QRadioButton(
            self.tr("&Mastodon, GoToSocial, snac or another that speaks its API")
        )
        self.choose_bluesky = QRadioButton(self.tr("&Bluesky"))
        self.mastodon, self.bluesky = ConnectMastodon(desk), ConnectBluesky(desk)
        self.stack = QStackedWidget()
        self._lay_out()
        self.choose_mastodon.toggled.connect(self._turn)
        for form in (self.mastodon, self.bluesky):
            form.connected.connect(self.connected)
            form.given_up.connect(self.given_up)
        self.choose_mastodon.setChecked(True)

    def prepare(self, again: AccountRow | None) -> None:
        """Ask for a new account, or for ``again`` once more; what was typed for the same one stays."""
        same = (again.id if again else 0) == (self.again.id if self.again else 0)
        self.again = again
        self.heading.setText(
            self.tr("Connect {handle} again").format(handle=again.handle)
            if again
            else self.tr("Connect an account")
        )
        for choice in (self.choose_mastodon, self.choose_bluesky):
            choice.setVisible(again is None)
        if again is not None:
            is_bluesky = again.network is NetworkName.BLUESKY
            (self.choose_bluesky if is_bluesky else self.choose_mastodon).setChecked(True)
        if not same:
            self._fill(again)

    def first(self) -> QWidget:
        """Return where to begin typing."""
        if self.choose_mastodon.isChecked():
            return self.mastodon.server_edit
        return self.bluesky.password_edit if self.again else self.bluesky.handle_edit

    def _fill(self, again: AccountRow | None) -> None:
        if again is None:
            self.mastodon.prepare()
            self.bluesky.prepare()
        elif again.network is NetworkName.BLUESKY:
            self.bluesky.prepare(again.server, again.handle)
        else:
            self.mastodon.prepare(again.server)

    @Slot()
    def _turn(self) -> None:
        self.stack.setCurrentIndex(0 if self.choose_mastodon.isChecked() else 1)

    def _lay_out(self) -> None:
        self.words.setText(
            self.tr(
                "What opens the account is sealed to the key of the computer that publishes; nobody sees it, and "
                "nothing is stored in clear."
            )
        )
        self.stack.addWidget(self.mastodon)
        self.stack.addWidget(self.bluesky)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, style.GAP, 0)
        box.setSpacing(style.GAP)
        for part in (self.heading, self.words, self.choose_mastodon, self.choose_bluesky, self.stack):
            box.addWidget(part)
