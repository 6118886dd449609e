"""How does one account stand, what can its server do, and what may be done about it?"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import clock
from desktop.accounts.rows import AccountRow
from desktop.models import AccountState
from desktop.views import accounts_words, style
from desktop.views.widgets.labelled import button, buttons
from desktop.views.widgets.labels import Heading, Words
from desktop.views.widgets.pairs import Pair, Pairs


class AccountPage(QWidget):
    """One account; what only an administrator may do is not offered to others."""

    def __init__(self, zone: str, *, may_manage: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone, self._may_manage = zone, may_manage
        self.row: AccountRow | None = None
        self.heading, self.state = Heading(), Heading(size=1.1)
        self.meaning, self.trouble = Words(), Words()
        self.facts, self.able = Pairs(self.tr("About this account")), Pairs(self.tr("What the server can do"))
        self.know, self.cannot = Heading(self.tr("What to know of this server"), size=1.05), Words()
        self.check, self.profile = button(self.tr("Check now")), button(self.tr("Open in the browser"))
        self.reconnect = button(self.tr("Connect again"))
        self.give = button(self.tr("Give to an owner…"))
        self.disconnect_it = button(self.tr("Disconnect…"), "danger")
        self.checking = Words(tone="muted")
        self._lay_out()
        self.profile.clicked.connect(self._open_profile)

    def show_account(self, row: AccountRow) -> None:
        self.row = row
        self.heading.setText(row.handle)
        self.state.say(accounts_words.state_words(row, self._zone), accounts_words.state_tone(row))
        self.meaning.say(accounts_words.what_it_means(row), accounts_words.state_tone(row))
        self.trouble.say(row.trouble, "muted")
        self.facts.show_pairs(self._facts(row))
        self.able.show_pairs(self._able(row))
        self.cannot.say("\n".join(f"•  {note}" for note in row.capabilities.notes), "warning")
        self.know.setVisible(bool(row.capabilities.notes))
        disconnected = row.state is AccountState.DISCONNECTED
        self.check.setEnabled(not disconnected)
        self.disconnect_it.setEnabled(not disconnected)
        self.profile.setEnabled(row.url.startswith(("https://", "http://")))
        needed = row.sign_in_needed or disconnected
        self.reconnect.setProperty("kind", "primary" if needed else "")
        for state in (self.reconnect.style().unpolish, self.reconnect.style().polish):
            state(self.reconnect)

    def show_checking(self, words: str) -> None:
        """Say that a check is under way; "" when it ended."""
        self.checking.say(words, "muted")
        self.check.setEnabled(not words)

    def _facts(self, row: AccountRow) -> Iterator[Pair]:
        yield self.tr("Name"), row.name, ""
        yield self.tr("Network"), accounts_words.network_name(row.network), ""
        yield self.tr("Server"), row.server, ""
        yield self.tr("Software"), row.capabilities.software, ""
        tone = "danger" if accounts_words.state_tone(row) == "danger" else ""
        yield self.tr("Inbox"), accounts_words.complete_words(row, self._zone), tone
        checked = self.tr("never") if row.checked_at is None else clock.shown(row.checked_at, self._zone)
        yield self.tr("Last checked"), checked, ""
        yield self.tr("Rate limit"), accounts_words.rate_words(row, self._zone), ""
        yield self.tr("Owner"), row.owner_name or self.tr("Nobody: give it to an owner"), ""

    def _able(self, row: AccountRow) -> Iterator[Pair]:
        able = row.capabilities
        link = "" if able.url_length is None else self.tr(", a link counts {number}")
        length = self.tr("up to {number} characters").format(number=able.max_length)
        yield self.tr("Posts"), length + link.format(number=able.url_length), ""
        images = self.tr("up to {number} of {size} MB, alt text up to {alt} characters")
        size = f"{able.image_bytes / 1_000_000:.3g}"
        yield (
            self.tr("Images"),
            images.format(number=able.max_images, size=size, alt=f"{able.alt_length:,}"),
            "",
        )
        direct = accounts_words.direct_words(row)
        yield self.tr("Direct messages"), direct, "" if able.direct_messages else "warning"
        deletes = self.tr("Posts can be withdrawn from here.")
        by_hand = self.tr("Posts cannot be withdrawn from here: delete them on the account itself.")
        yield (
            self.tr("Withdrawing"),
            deletes if able.can_delete else by_hand,
            "" if able.can_delete else "warning",
        )

    @Slot()
    def _open_profile(self) -> None:
        if self.row is not None:
            QDesktopServices.openUrl(QUrl(self.row.url))

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, style.GAP, 0)
        box.setSpacing(style.GAP)
        able = Heading(self.tr("What the server can do"), size=1.05)
        for part in (self.heading, self.state, self.meaning, self.trouble):
            box.addWidget(part)
        acts = (self.check, self.reconnect, self.give, self.profile, self.disconnect_it)
        box.addLayout(buttons(*acts))
        rest: tuple[QWidget, ...] = (self.checking, self.facts, able, self.able, self.know, self.cannot)
        for widget in rest:
            if widget in (able, self.know):
                box.addSpacing(style.GAP)
            box.addWidget(widget)
        only = Words(
            self.tr("An administrator connects and disconnects accounts and names their owners."),
            tone="muted",
        )
        box.addSpacing(style.GAP)
        box.addWidget(only)
        box.addStretch(1)
        only.setVisible(not self._may_manage)
        for act in (self.check, self.reconnect, self.give, self.disconnect_it):
            act.setVisible(self._may_manage)
        self.checking.hide()
