"""Which other alarms stand, one below the other?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.contact_centre.alarms import AlarmRow
from desktop.models import Actor, AlarmKind
from desktop.views import style
from desktop.views.alarm_line import AlarmLine
from desktop.views.widgets.labels import Words

TALLEST = 240  # pixels; more is scrolled
MOST = 40  # lines; of what is less urgent only the number is told


class AlarmList(QScrollArea):
    """A line an alarm. A line stays with its alarm: no press can reach another one that moved up.

    Signals: those of ``AlarmLine``.
    """

    open_asked = Signal(object)
    seen_asked = Signal(object)
    call_asked = Signal(object)

    def __init__(self, by: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by = by
        self._lines: dict[tuple[AlarmKind, str], AlarmLine] = {}
        self._inside = QWidget()
        self._box = QVBoxLayout(self._inside)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.rest = Words(tone="muted")
        self.rest.setContentsMargins(style.GAP * 2, style.GAP // 2, style.GAP * 2, style.GAP // 2)
        self.rest.hide()
        self._box.addWidget(self.rest)
        self._box.addStretch(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QScrollArea { border: none; border-radius: 0; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Other alarms"))

    @property
    def lines(self) -> list[AlarmLine]:
        """Return the lines as they are shown."""
        return list(self._lines.values())

    def show_alarms(self, alarms: Sequence[AlarmRow], phone: str, zone: str, at: datetime) -> None:
        """Show them, the most urgent first."""
        before, self._lines = self._lines, {}
        for place, alarm in enumerate(alarms[:MOST]):
            key = (alarm.kind, alarm.subject)
            line = before.pop(key, None) or self._make()
            line.show_alarm(alarm, phone, zone, at)
            self._lines[key] = line
            if self._box.indexOf(line) != place:
                self._box.insertWidget(place, line)
                line.show()  # now, not when the layout comes to it: Tab may be pressed before
        for line in before.values():
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        words = self.tr("and {count} more, less urgent: they move up as these are dealt with")
        more = len(alarms) - MOST
        self.rest.say(words.format(count=more) if more > 0 else "", "muted")
        self._fit()

    def follow(self, before: QWidget) -> None:
        """Let Tab lead from ``before`` through the lines as they are shown, not as they were made."""
        for line in self._lines.values():
            for button in (line.open, line.call, line.seen):
                QWidget.setTabOrder(before, button)
                before = button

    def tick(self, at: datetime) -> None:
        if self.isVisible():
            for line in self._lines.values():
                line.tick(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take the height that the lines need at this width, up to ``TALLEST``."""
        wanted = self._box.totalHeightForWidth(self.viewport().width())
        self.setFixedHeight(min(max(wanted, 1), TALLEST))

    def _make(self) -> AlarmLine:
        line = AlarmLine(self._by, large=False)
        line.open_asked.connect(self.open_asked)
        line.seen_asked.connect(self.seen_asked)
        line.call_asked.connect(self.call_asked)
        return line
