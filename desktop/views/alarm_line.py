"""How is one alarm shown, and what can a person do about it from there?"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.contact_centre.alarms import LOUD, AlarmRow
from desktop.models import Act, Actor, AlarmKind
from desktop.views import alarm_words, style

SETTLES = 800  # ms in which a press may have been meant for the alarm shown here before
ACKNOWLEDGES = (Act.TRIAGE, Act.DRAFT, Act.MANAGE)


class AlarmLine(QWidget):
    """One alarm: white on red from level 2, amber below. ``large`` for the one that comes first.

    Signals: ``open_asked(AlarmRow)``, ``seen_asked(AlarmRow)``, ``call_asked(AlarmRow)``.
    """

    open_asked = Signal(object)
    seen_asked = Signal(object)
    call_asked = Signal(object)

    def __init__(self, by: Actor, *, large: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by, self._large = by, large
        self.alarm: AlarmRow | None = None
        self._red = True
        self.head, self.number, self.after = _label(), _label(), _label()
        self.detail, self.age, self.seen_by, self.silent = _label(), _label(), _label(), _label()
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = QPushButton(self.tr("Open"))
        self.seen = QPushButton(self.tr("I have seen this"))
        self.call = QPushButton(self.tr("Log a phone call"))
        self.buttons = QHBoxLayout()
        self._settling = QTimer(self, singleShot=True, interval=SETTLES)
        self._lay_out()
        self._explain()
        self.open.clicked.connect(self._ask_open)
        self.seen.clicked.connect(self._ask_seen)
        self.call.clicked.connect(self._ask_call)

    def show_alarm(self, alarm: AlarmRow, phone: str, zone: str, at: datetime) -> None:
        if self.alarm is not None and (self.alarm.kind, self.alarm.subject) != (alarm.kind, alarm.subject):
            self._settling.start()
        self.alarm = alarm
        found = alarm_words.parts(alarm, phone)
        self._say_head(found.head, alone=not found.number)
        self._say(self.number, found.number)
        self._say(self.after, found.after)
        self._say(self.detail, found.detail)
        self._say(self.seen_by, alarm_words.seen(alarm, zone))
        self.setAccessibleName(alarm_words.spoken(alarm))
        self.open.setVisible(alarm.kind is not AlarmKind.STOPPED)
        self.seen.setVisible(alarm.sounding)
        self.call.setVisible(alarm.kind in alarm_words.HANDED_OVER)
        self._color(alarm.loudness >= LOUD)
        self.tick(at)

    def show_failure(self, words: str) -> None:
        """Say that nothing is known: never an empty bar."""
        self.alarm = None
        head, _, detail = words.partition(": ")
        self._say_head(head, alone=True)
        self._say(self.detail, detail)
        for label in (self.number, self.after, self.age, self.seen_by):
            self._say(label, "")
        self.setAccessibleName(words)
        self.open.hide()
        self.call.hide()
        self._color(True)

    def tick(self, at: datetime) -> None:
        """Repaint the age; nothing is read."""
        if self.alarm is not None:
            self._say(self.age, alarm_words.age(self.alarm, at))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), style.ALARM if self._red else style.color("warning_surface"))
        if not self._large:
            painter.setPen(style.ALARM_TEXT if self._red else style.color("warning"))
            painter.setOpacity(0.5)
            painter.drawLine(self.rect().topLeft(), self.rect().topRight())

    # Asking

    @Slot()
    def _ask_open(self) -> None:
        self._ask(self.open_asked)

    @Slot()
    def _ask_seen(self) -> None:
        if not self._settling.isActive():
            self._ask(self.seen_asked)

    @Slot()
    def _ask_call(self) -> None:
        self._ask(self.call_asked)

    def _ask(self, signal: object) -> None:
        signal.emit(self.alarm)  # type: ignore[attr-defined] # a bound signal

    # The parts

    def _say(self, label: QLabel, words: str) -> None:
        if label.text() != words:
            label.setText(words)
        label.setVisible(bool(words))

    def _say_head(self, words: str, *, alone: bool) -> None:
        """Wrap a long sentence; a number stands beside the words that lead to it."""
        self.head.setWordWrap(alone)
        self._words.setStretch(0, 4 if alone else 0)
        self._say(self.head, words)

    def _explain(self) -> None:
        """A button that this person may not use says why."""
        if not any(self._by.may(act) for act in ACKNOWLEDGES):
            self.seen.setEnabled(False)
            self.seen.setToolTip(self.tr("Your role reads alarms and does not answer them."))
        else:
            self.seen.setToolTip(self.tr("Silence it until it rises; it stays here until its cause is gone"))
        if not self._by.may(Act.HAND_OVER):
            self.call.setEnabled(False)
            self.call.setToolTip(self.tr("Your role does not hand over: tell who is on duty."))

    def _color(self, red: bool) -> None:
        self._red = red
        ground = style.ALARM.name() if red else style.color("warning_surface").name()
        text = style.ALARM_TEXT.name() if red else style.color("warning").name()
        sheet = f"""
            QLabel {{ color: {text}; background: transparent; }}
            QPushButton {{ color: {text}; background: {ground}; border: 1px solid {text}; }}
            QPushButton:checked {{ color: {text}; background: {ground}; font-weight: 400; }}
            QPushButton:hover, QPushButton:focus {{ color: {ground}; background: {text}; }}
            QPushButton:focus {{ border: 2px solid {text}; }}
            QPushButton:disabled {{ color: {text}; border-style: dashed; }}
            """
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
        self.update()

    def _lay_out(self) -> None:
        base = self.font()
        big = style.title_font(base, size=1.35 if self._large else 1.0)
        self.head.setFont(big)
        self.after.setFont(big)
        self.number.setFont(style.title_font(base, size=2.1 if self._large else 1.35))
        self.age.setFont(_bold(base))
        self.detail.setWordWrap(True)
        # In a list its height follows from the width alone; across the window nothing may squeeze it.
        tall = QSizePolicy.Policy.Minimum if self._large else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Expanding, tall)
        self._words = words = QHBoxLayout()
        words.setSpacing(style.GAP)
        words.addWidget(self.head)
        words.addWidget(self.number)
        words.addWidget(self.after)
        words.addStretch(1)
        words.addWidget(
            self.age, 0, Qt.AlignmentFlag.AlignTop if not self._large else Qt.AlignmentFlag.AlignVCenter
        )
        self.buttons.setSpacing(style.GAP)
        # Opening comes first: what a window gives the focus to, and Space presses, must silence nothing.
        for part in (self.seen_by, self.silent, self.open, self.call, self.seen):
            self.buttons.addWidget(part)
        below = QHBoxLayout()
        below.setSpacing(style.GAP * 2)
        below.addWidget(self.detail, 1)
        below.addLayout(self.buttons)
        box = QVBoxLayout(self)
        edge = style.GAP if self._large else style.GAP // 2
        box.setContentsMargins(style.GAP * 2, edge, style.GAP * 2, edge)
        box.setSpacing(style.GAP // 2)
        box.addLayout(words)
        box.addLayout(below)
        self.silent.hide()

    def minimumSizeHint(self) -> QSize:
        # A long name of the public widens no window; the height follows from the width.
        return QSize(0, 2 * self.fontMetrics().height())


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made
