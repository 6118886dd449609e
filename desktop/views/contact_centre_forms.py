"""What is asked for the incident that the control room opened?"""

from __future__ import annotations

from datetime import date as Date

from PySide6.QtCore import QDate, QSignalBlocker
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLineEdit, QWidget

from desktop.views import style
from desktop.views.widgets.labels import Words


class IncidentForm(QWidget):
    """The reference as the control room gave it, its date, and the system it lies in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reference, self.date, self.system = QLineEdit(), QDateEdit(), QLineEdit()
        self.reference.setPlaceholderText(self.tr("Such as 412 or CAD 4321/14MAY25"))
        self.reference.setMaxLength(120)
        self.reference.setMinimumWidth(210)
        self.system.setPlaceholderText(self.tr("System, if known"))
        self.system.setMaxLength(60)
        self.date.setDisplayFormat("ddd d MMM yyyy")
        self.date.setCalendarPopup(True)
        self.date.setStyleSheet("QDateEdit::drop-down { border: none; width: 20px; }")
        for part, name in (
            (self.reference, self.tr("Incident reference")),
            (self.date, self.tr("Date of the incident log")),
            (self.system, self.tr("System it was recorded in")),
        ):
            part.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        row.addWidget(self.reference, 1)
        row.addWidget(Words(self.tr("of"), wrap=False))
        row.addWidget(self.date)
        row.addWidget(self.system)
        self.setFocusProxy(self.reference)
        self.hide()

    def begin(self, reference: str, day: Date) -> None:
        self.reference.setText(reference)
        self.system.clear()
        with QSignalBlocker(self.date):
            self.date.setDate(QDate(day.year, day.month, day.day))

    def day(self) -> Date:
        shown = self.date.date()
        return Date(shown.year(), shown.month(), shown.day())
