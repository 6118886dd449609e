"""Must somebody be called now, and does the contact centre have it?"""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.contact_centre.handover import HandoverRow
from desktop.models import Attention, ConversationState, HandoverState
from desktop.views import style
from desktop.views.inbox_work import Opened

_SPACE = re.compile(r"(?<=\d) (?=\d)")
TAKEN = (HandoverState.ACCEPTED, HandoverState.LOGGED, HandoverState.CLOSED)


class Emergency(QFrame):
    """The phone number first, in red, until the contact centre has accepted; then who accepted.

    Signals: ``hand_over_asked()``; ``centre_asked(int handover_id)``; ``copy_asked(int handover_id)``.
    """

    hand_over_asked = Signal()
    centre_asked = Signal(int)
    copy_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground, self._ink, self._handover = "raised", "text", 0
        self.call, self.state = _label(), _label()
        self.call.setFont(style.title_font(self.call.font(), size=1.25))
        self.hand_over = QPushButton(self.tr("Hand over (Ctrl+H)"))
        self.centre = QPushButton(self.tr("Contact centre"))
        self.copy = QPushButton(self.tr("Copy for the log"))
        self.centre.setToolTip(self.tr("Show this handover on the contact centre's screen"))
        self.copy.setToolTip(self.tr("Copy the record as text, to be pasted into a command system"))
        self.hand_over.clicked.connect(self.hand_over_asked)
        self.centre.clicked.connect(self._to_centre)
        self.copy.clicked.connect(self._to_log)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(self.call)
        left.addWidget(self.state)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.GAP * 2, style.GAP, style.GAP, style.GAP)
        row.setSpacing(style.GAP)
        row.addLayout(left, 1)
        for button in (self.hand_over, self.centre, self.copy):
            row.addWidget(button)
        self.hide()

    def show_opened(self, opened: Opened, call: str, why_not: str) -> None:
        """Show how the newest handover stands; ``call`` is the sentence with the number."""
        row = opened.thread.conversation
        newest = opened.handovers[-1] if opened.handovers else None
        life = row.attention == Attention.LIFE_AT_RISK and row.state is ConversationState.OPEN
        taken = newest is not None and newest.state in TAKEN
        red = not taken and (life or (newest is not None and newest.life_at_risk))
        self._ground = "alarm" if red else "ok_surface" if taken else "warning_surface"
        self._ink = "ok" if taken else "warning"
        self._handover = newest.id if newest else 0
        self._say(self.call, _SPACE.sub("\N{NO-BREAK SPACE}", call) if red else "")
        self._say(self.state, self._words(newest, call, red=red))
        again = newest is None or newest.state in (HandoverState.REJECTED, HandoverState.CLOSED)
        self.hand_over.setVisible(again)
        self.hand_over.setEnabled(not why_not)
        self.hand_over.setToolTip(
            why_not or self.tr("Fill in the record and hand it to the contact centre (Ctrl+H)")
        )
        self.centre.setVisible(newest is not None)
        self.copy.setVisible(newest is not None)
        self.setAccessibleName(" ".join(part.text() for part in (self.call, self.state)))
        self.setVisible(life or newest is not None)
        self._color()
        self.update()

    def _words(self, newest: HandoverRow | None, call: str, *, red: bool) -> str:
        if newest is None:
            return self.tr("Nobody has handed it over to the contact centre yet.")
        return newest.words.removeprefix(f"{call}. ") if red else newest.words

    def _say(self, part: QLabel, told: str) -> None:
        part.setText(told)
        part.setVisible(bool(told))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        red = self._ground == "alarm"
        painter.fillRect(self.rect(), style.ALARM if red else style.color(self._ground))
        if not red:
            painter.fillRect(0, 0, 4, self.height(), style.color(self._ink))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._color()

    def _color(self) -> None:
        ink = style.ALARM_TEXT if self._ground == "alarm" else style.color(self._ink)
        sheet = f"QLabel {{ color: {ink.name()}; }}"
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)

    @Slot()
    def _to_centre(self) -> None:
        self.centre_asked.emit(self._handover)

    @Slot()
    def _to_log(self) -> None:
        self.copy_asked.emit(self._handover)


class PhoneFirst(QLabel):
    """One sentence, white on red: whom to call before anything is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(style.title_font(self.font(), size=1.25))
        self.setContentsMargins(style.GAP * 2, style.GAP, style.GAP, style.GAP)
        self.setStyleSheet(
            f"QLabel {{ background: {style.ALARM.name()}; color: {style.ALARM_TEXT.name()}; }}"
        )
        self.hide()

    def show_words(self, words: str) -> None:
        self.setText(words)
        self.setVisible(bool(words))


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
