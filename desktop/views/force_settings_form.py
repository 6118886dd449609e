"""What does a force settle for itself, as fields to fill in?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields as fields_of
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.records.settings import ForceSettings, MailRoute, WebhookRoute
from desktop.views import style
from desktop.views.force_settings_duration import Duration
from desktop.views.force_settings_language import LanguageChoice
from desktop.views.force_settings_routes import MailFields, WebhookFields
from desktop.views.force_settings_work import Secrets
from desktop.views.widgets.labelled import Labelled, line
from desktop.views.widgets.labels import Heading


class Form(QWidget):
    """All settings. Signals: ``edited()`` at every change a person makes."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.force_name, self.phone, self.pattern = line(longest=200), line(longest=60), line(longest=500)
        self.zone = QComboBox()
        self.zone.setEditable(True)
        self.zone.setMaximumWidth(360)
        self.times = {
            field.name: Duration() for field in fields_of(ForceSettings) if field.name.endswith("_seconds")
        }
        self.out_of_hours, self.grades = _lines(84), _lines(96)
        self.mail, self.webhook, self.language = MailFields(), WebhookFields(), LanguageChoice()
        self.rows: dict[str, Labelled] = {}
        self._lay_out()
        self._gets = self._getters()
        self._sets = self._setters()
        self._connect()
        self._still = Still(self)
        for part in (*self.findChildren(QAbstractSpinBox), *self.findChildren(QComboBox)):
            part.installEventFilter(self._still)

    def offer_zones(self, zones: list[str]) -> None:
        with QSignalBlocker(self.zone):
            typed = self.zone.currentText()
            self.zone.clear()
            self.zone.addItems(zones)
            self.zone.setEditText(typed)

    def show_settings(self, before: ForceSettings | None, settings: ForceSettings) -> None:
        """Show ``settings``; what was edited since ``before`` was shown stays. Tells nothing."""
        edited = set() if before is None else set(self.changes(before))
        with QSignalBlocker(self):
            for name, put in self._sets.items():
                if name not in edited:
                    put(getattr(settings, name))

    def changes(self, settings: ForceSettings) -> dict[str, Any]:
        """Return what the fields say otherwise than ``settings``."""
        found = {name: get() for name, get in self._gets.items()}
        secret = {"mail": bool(self.mail.secret()), "webhook": bool(self.webhook.secret())}
        return {
            name: value
            for name, value in found.items()
            if value != bare(getattr(settings, name)) or secret.get(name)
        }

    def secrets(self) -> Secrets:
        return Secrets(self.mail.secret(), self.webhook.secret())

    def name_of(self, setting: str) -> str:
        """Return the name of a setting as the form shows it."""
        routes = {"mail": self.tr("Mail route"), "webhook": self.tr("Webhook")}
        return routes.get(setting) or self.rows[setting].name

    def fail(self, problems: Mapping[str, str]) -> None:
        """Say beside each field what is wrong with it; nothing said clears it. The first one gets the cursor."""
        self.webhook.fail(problems.get("webhook", ""), secret=problems.get("webhook secret", ""))
        self.mail.fail(problems.get("mail", ""), secret=problems.get("mail secret", ""))
        for name, row in reversed(self.rows.items()):
            row.fail(problems.get(name, ""))

    # The fields

    def _getters(self) -> dict[str, Callable[[], Any]]:
        return {
            "force_name": lambda: self.force_name.text().strip(),
            "control_room_phone": lambda: self.phone.text().strip(),
            "zone": lambda: self.zone.currentText().strip(),
            **{name: edit.value for name, edit in self.times.items()},
            "grades": lambda: tuple(filter(None, map(str.strip, self.grades.toPlainText().splitlines()))),
            "reference_pattern": self.pattern.text,
            "out_of_hours": lambda: self.out_of_hours.toPlainText().strip(),
            "mail": self.mail.value,
            "webhook": self.webhook.value,
        }

    def _setters(self) -> dict[str, Callable[[Any], object]]:
        return {
            "force_name": self.force_name.setText,
            "control_room_phone": self.phone.setText,
            "zone": self.zone.setEditText,
            **{name: edit.setValue for name, edit in self.times.items()},
            "grades": lambda grades: self.grades.setPlainText("\n".join(grades)),
            "reference_pattern": self.pattern.setText,
            "out_of_hours": self.out_of_hours.setPlainText,
            "mail": self.mail.set_value,
            "webhook": self.webhook.set_value,
        }

    def _connect(self) -> None:
        for edit in (self.force_name, self.phone, self.pattern, self.zone.lineEdit()):
            if edit is not None:
                edit.textChanged.connect(self.edited)
        for time in self.times.values():
            time.valueChanged.connect(self.edited)
        for text in (self.grades, self.out_of_hours):
            text.textChanged.connect(self.edited)
        for route in (self.mail, self.webhook):
            route.edited.connect(self.edited)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, style.GAP, style.GAP)
        box.setSpacing(style.GAP)
        for heading, rows in self._sections():
            box.addWidget(Heading(heading, size=1.1))
            for name, row in rows:
                self.rows[name] = row
                box.addWidget(row)
            box.addSpacing(style.GAP * 2)
        box.addWidget(Heading(self.tr("How handovers reach the contact centre"), size=1.1))
        box.addWidget(self.mail)
        box.addWidget(self.webhook)
        box.addSpacing(style.GAP * 2)
        box.addWidget(Heading(self.tr("Language of the interface"), size=1.1))
        box.addWidget(self.language)
        box.addStretch(1)

    def _sections(self) -> tuple[tuple[str, tuple[tuple[str, Labelled], ...]], ...]:
        phone = self.tr("Shown first whenever a life may be at risk and nobody has answered.")
        return (
            (
                self.tr("The force"),
                (
                    ("force_name", Labelled(self.tr("The force's name"), self.force_name)),
                    ("control_room_phone", Labelled(self.tr("Phone number of the control room"), self.phone, hint=phone)),
                    ("zone", Labelled(self.tr("Time zone"), self.zone, hint=self.tr("All times are shown and meant in it."))),
                ),
            ),
            (self.tr("When a life may be at risk"), self._alarm_rows()),
            (self.tr("At the desk"), self._desk_rows()),
            (self.tr("Words and grades"), self._word_rows()),
        )  # fmt: skip

    def _alarm_rows(self) -> tuple[tuple[str, Labelled], ...]:
        return (
            self._time("unseen_seconds", self.tr("Unseen: tell the supervisor after")),
            self._time("undelivered_seconds", self.tr("Not delivered: “phone now” after")),
            self._time("unaccepted_seconds", self.tr("Not accepted: alarm and phone prompt after")),
            self._time("inspector_seconds", self.tr("Not accepted: tell the duty inspector after")),
        )

    def _desk_rows(self) -> tuple[tuple[str, Labelled], ...]:
        return (
            self._time("lease_seconds", self.tr("A conversation stays with its owner for")),
            self._time("idle_lock_seconds", self.tr("Lock an idle workstation after")),
        )

    def _word_rows(self) -> tuple[tuple[str, Labelled], ...]:
        grades = self.tr(
            "One a line, the most urgent first. Blue Lamp proposes a grade; the control room sets it."
        )
        pattern = self.tr("A regular expression that an incident reference must match; empty checks loosely.")
        hours = self.tr("Offered as a reply outside office hours.")
        return (
            ("grades", Labelled(self.tr("Grades"), self.grades, hint=grades)),
            ("reference_pattern", Labelled(self.tr("Pattern of incident references"), self.pattern, hint=pattern)),
            ("out_of_hours", Labelled(self.tr("Out-of-hours text"), self.out_of_hours, hint=hours)),
        )  # fmt: skip

    def _time(self, name: str, words: str) -> tuple[str, Labelled]:
        return name, Labelled(words, self.times[name])


class Still(QObject):
    """Keeps the wheel from changing a field that the pointer only passes over while scrolling."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def bare(value: Any) -> Any:
    """Return a setting without its secret: what the fields can be compared with."""
    if isinstance(value, MailRoute):
        return replace(value, sealed_password="")
    return replace(value, sealed_secret="") if isinstance(value, WebhookRoute) else value


def _lines(height: int) -> QPlainTextEdit:
    edit = QPlainTextEdit()
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(height)
    return edit
