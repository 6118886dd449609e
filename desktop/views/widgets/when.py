"""When should it go: as soon as it is approved, or at which time on the wall?"""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QSignalBlocker, Qt, QTime, QTimeZone, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDateEdit,
    QHBoxLayout,
    QRadioButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from desktop import clock
from desktop.errors import Refused
from desktop.views import style
from desktop.views.widgets.labels import Words


class WallTime(QWidget):
    """A date, a time and the zone's name; asks which is meant where the time happens twice.

    Signals: ``changed()``.
    """

    changed = Signal()

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self.date, self.time = QDateEdit(), QTimeEdit()
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("ddd d MMM yyyy")
        self.time.setDisplayFormat("HH:mm")
        # Without button symbols a style sheet leaves the time no room: it is there and cannot be read.
        self.time.setStyleSheet("QTimeEdit::up-button, QTimeEdit::down-button { width: 0; border: none; }")
        self.time.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.date.setStyleSheet("QDateEdit::drop-down { border: none; width: 20px; }")
        self.date.setAccessibleName(self.tr("Date"))
        self.time.setAccessibleName(self.tr("Time"))
        self.zone_words = Words(zone, tone="muted", wrap=False)
        self.first, self.second = QRadioButton(self.tr("The first")), QRadioButton(self.tr("The second"))
        self.trouble = Words()
        self.trouble.hide()
        self._lay_out()
        for edit in (self.date, self.time):
            # Else Qt would move a time that this computer's own zone leaves out.
            edit.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))
            edit.dateTimeChanged.connect(self._edited)
        self.first.toggled.connect(self._edited)
        self.second.toggled.connect(self._edited)
        self.set_wall(_next_full_hour(zone))

    @property
    def zone(self) -> str:
        return self._zone

    def wall(self) -> datetime:
        """Return the naive wall time shown."""
        date, time = self.date.date(), self.time.time()
        return datetime(date.year(), date.month(), date.day(), time.hour(), time.minute())

    def set_wall(self, wall: datetime, second: bool | None = None, zone: str = "") -> None:
        self._zone = zone or self._zone
        with QSignalBlocker(self.date), QSignalBlocker(self.time):
            self.date.setDate(QDate(wall.year, wall.month, wall.day))
            self.time.setTime(QTime(wall.hour, wall.minute))
        self._choose(second)
        self._judge()

    def chosen(self) -> bool | None:
        """Return whether the second of two instants is meant; None where that was not said or asked."""
        if not self._twice():
            return None
        return True if self.second.isChecked() else False if self.first.isChecked() else None

    def refusal(self) -> str:
        """Return the sentence that says why the time cannot be used, "" when it can."""
        try:
            clock.instant(self.wall(), self._zone, second=self.chosen())
        except Refused as refused:
            return refused.reason
        return ""

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.date)
        row.addWidget(self.time)
        row.addWidget(self.zone_words, 1)
        self._choices = QButtonGroup(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(style.GAP // 2)
        box.addLayout(row)
        box.addWidget(self.trouble)
        for button in (self.first, self.second):
            self._choices.addButton(button)
            button.hide()
            box.addWidget(button)

    def _choose(self, second: bool | None) -> None:
        self._choices.setExclusive(False)
        with QSignalBlocker(self.first), QSignalBlocker(self.second):
            self.first.setChecked(second is False)
            self.second.setChecked(second is True)
        self._choices.setExclusive(True)

    def _twice(self) -> clock.TimeHappensTwice | None:
        try:
            clock.instant(self.wall(), self._zone)
        except clock.TimeHappensTwice as twice:
            return twice
        except Refused:
            return None
        return None

    @Slot()
    def _edited(self) -> None:
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        twice = self._twice()
        self.first.setVisible(twice is not None)
        self.second.setVisible(twice is not None)
        if twice:
            self.first.setText(self.tr("The first: {time}").format(time=clock.shown(twice.first, self._zone)))
            words = self.tr("The second, an hour later: {time}")
            self.second.setText(words.format(time=clock.shown(twice.second, self._zone)))
        refusal = self.refusal()
        self.trouble.say(refusal, "danger")
        self.zone_words.setText(self._zone if refusal else self._zone_words())

    def _zone_words(self) -> str:
        at = clock.instant(self.wall(), self._zone, second=self.chosen())
        name = clock.shown(at, self._zone).rpartition(" ")[2]
        return self.tr("{name}, {zone} ({utc} UTC)").format(name=name, zone=self._zone, utc=f"{at:%H:%M}")


class When(QWidget):
    """At once on approval, or at a wall time. Signals: ``changed()``."""

    changed = Signal()

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.at_once = QRadioButton(self.tr("Publish as soon as it is approved"))
        self.at_time = QRadioButton(self.tr("Publish at"))
        self.wall_time = WallTime(zone)
        self.at_once.setChecked(True)
        row = QHBoxLayout()
        row.setContentsMargins(style.GAP * 3, 0, 0, 0)
        row.addWidget(self.wall_time)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(style.GAP // 2)
        box.addWidget(self.at_once)
        box.addWidget(self.at_time)
        box.addLayout(row)
        self.wall_time.setEnabled(False)
        self.at_time.toggled.connect(self._switch)
        self.wall_time.changed.connect(self.changed)

    def value(self) -> tuple[str, bool | None]:
        """Return the ISO wall time ("" for at once) and which of two instants is meant."""
        if self.at_once.isChecked():
            return "", None
        return self.wall_time.wall().isoformat(timespec="minutes"), self.wall_time.chosen()

    def set_value(self, wall_time: str, second: bool | None, zone: str = "") -> None:
        with QSignalBlocker(self.at_time):
            (self.at_time if wall_time else self.at_once).setChecked(True)
        self.wall_time.setEnabled(bool(wall_time))
        if wall_time:
            self.wall_time.set_wall(datetime.fromisoformat(wall_time), second, zone)

    @Slot(bool)
    def _switch(self, at_time: bool) -> None:
        self.wall_time.setEnabled(at_time)
        self.changed.emit()


def _next_full_hour(zone: str) -> datetime:
    wall = clock.wall(clock.now(), zone)
    return wall.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
