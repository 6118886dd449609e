"""Whose conversation is it, how does it stand, and what does its author show to everyone?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop import clock
from desktop.contact_centre.prefill import NETWORKS
from desktop.inbox.rows import Thread
from desktop.models import ConversationState
from desktop.views import conversation_words as words
from desktop.views import style
from desktop.views.inbox_rows import attention_tone, attention_words
from desktop.views.widgets.labels import Elided
from desktop.views.widgets.pairs import Pairs


class Head(QWidget):
    """Name, where and how it stands; the profile unfolds below."""

    def __init__(self, zone: str, me: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone, self._me = zone, me
        self.name, self.place, self.standing = Elided(), Elided(tone="muted"), Elided()
        self.name.setFont(style.title_font(self.name.font(), size=1.25))
        self.profile = Pairs(self.tr("Public profile"))
        self.unfold = QPushButton(self.tr("Profile"))
        self.unfold.setCheckable(True)
        self.unfold.setToolTip(self.tr("Show or hide the author's public profile (Ctrl+P)"))
        self.unfold.toggled.connect(self._fold)
        self._area = _area(self.profile)
        top = QHBoxLayout()
        top.setSpacing(style.GAP)
        top.addWidget(self.name, 1)
        top.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(top)
        for part in (self.place, self.standing, self._area):
            box.addWidget(part)
        self._fold(False)

    def show_thread(self, thread: Thread) -> None:
        row, author = thread.conversation, thread.author
        self.name.setText(author.name or author.handle)
        direct = self.tr("direct messages") if row.direct else self.tr("public")
        place = self.tr("{handle}  ·  {network}, {direct}  ·  to {account}")
        self.place.setText(
            place.format(
                handle=words.isolated(author.handle),
                network=NETWORKS[row.network],
                direct=direct,
                account=row.account_handle,
            )
        )
        self.standing.say(self._standing(thread), attention_tone(row.attention))
        self.profile.show_pairs(words.profile(author, self._zone))
        self._area.setFixedHeight(min(self.profile.sizeHint().height() + 4, 150))

    def _standing(self, thread: Thread) -> str:
        row = thread.conversation
        if row.state is ConversationState.CLOSED:
            owner = self.tr("Closed: {code}").format(code=row.close_code)
        elif row.owner_id is None or row.owner_until is None:
            owner = self.tr("Unowned")
        else:
            until = f"{clock.wall(row.owner_until, self._zone):%H:%M}"
            shape = (
                self.tr("Yours until {time}") if row.owner_id == self._me else self.tr("{name} until {time}")
            )
            owner = shape.format(name=row.owner_name, time=until)
        return f"{attention_words(row.attention)}  ·  {owner}"

    @Slot(bool)
    def _fold(self, on: bool) -> None:
        self._area.setVisible(on)


def _area(part: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(part)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setStyleSheet("QScrollArea { border: none; }")
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
