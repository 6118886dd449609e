"""Which fields does a contact record have, in which groups, and how is each filled in?"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.contact_centre.contact import YES_NO
from desktop.views import style
from desktop.views.widgets.labels import Words

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Spec:
    """One field. ``how``: line, text, choice or grade; ``wide`` ones take a whole row."""

    name: str
    words: str
    how: str = "line"
    hint: str = ""

    @property
    def wide(self) -> bool:
        return self.how == "text"


@dataclass(frozen=True)
class Group:
    words: str
    specs: tuple[Spec, ...]


def groups() -> tuple[Group, ...]:
    """Return the form: what and where first, for an emergency is told in that order."""
    return (
        Group(translate("RecordForm", "What"), _what()),
        Group(translate("RecordForm", "Where"), _where()),
        Group(translate("RecordForm", "Who"), _who()),
        Group(translate("RecordForm", "THRIVE"), _thrive()),
        Group(translate("RecordForm", "Grade and record"), _grade()),
    )


def _what() -> tuple[Spec, ...]:
    return (
        Spec("what", translate("RecordForm", "What is happening"), "text"),
        Spec("when", translate("RecordForm", "When")),
        Spec("who", translate("RecordForm", "Who is involved")),
        Spec("weapons", translate("RecordForm", "Weapons")),
        Spec("injuries", translate("RecordForm", "Injuries")),
        Spec("ongoing", translate("RecordForm", "Still going on"), "choice"),
        Spec("caller_safe", translate("RecordForm", "Caller safe"), "choice"),
    )


def _where() -> tuple[Spec, ...]:
    return (
        Spec(
            "location",
            translate("RecordForm", "Location"),
            "text",
            translate("RecordForm", "As the messages give it"),
        ),
        Spec("postcode", translate("RecordForm", "Postcode")),
        Spec("what3words", translate("RecordForm", "what3words"), hint="///filled.count.soap"),
        Spec("grid_reference", translate("RecordForm", "Grid reference")),
        Spec("uprn", translate("RecordForm", "UPRN")),
        Spec("location_source", translate("RecordForm", "Source of the location")),
        Spec("location_confidence", translate("RecordForm", "Confidence in it")),
    )


def _who() -> tuple[Spec, ...]:
    return (
        Spec("reporter_name", translate("RecordForm", "Reporter's name")),
        Spec("reporter_handle", translate("RecordForm", "Handle")),
        Spec("reporter_profile", translate("RecordForm", "Profile")),
        Spec("call_back", translate("RecordForm", "Call back")),
        Spec("victim", translate("RecordForm", "Victim, if different")),
        Spec("repeat_victim", translate("RecordForm", "Repeat victim"), "choice"),
        Spec("language", translate("RecordForm", "Language")),
    )


def _thrive() -> tuple[Spec, ...]:
    return (
        Spec("threat", translate("RecordForm", "Threat")),
        Spec("harm", translate("RecordForm", "Harm")),
        Spec("risk", translate("RecordForm", "Risk")),
        Spec("investigation", translate("RecordForm", "Investigation")),
        Spec("vulnerability", translate("RecordForm", "Vulnerability")),
        Spec("engagement", translate("RecordForm", "Engagement")),
    )


def _grade() -> tuple[Spec, ...]:
    return (
        Spec("proposed_grade", translate("RecordForm", "Proposed grade"), "grade"),
        Spec("handler", translate("RecordForm", "Handler")),
        Spec("advice_given", translate("RecordForm", "Advice given"), "text"),
        Spec(
            "linked_contacts",
            translate("RecordForm", "Linked contacts"),
            hint=translate("RecordForm", "With commas between"),
        ),
        Spec("incident_reference", translate("RecordForm", "Incident reference, if known")),
        Spec("open_code", translate("RecordForm", "Open code")),
        Spec("close_code", translate("RecordForm", "Close code")),
        Spec("crime_number", translate("RecordForm", "Crime number")),
        Spec("no_crime_rationale", translate("RecordForm", "No-crime rationale")),
    )


class Field(QWidget):
    """One field with its name above and what is wrong with it below. Signals: ``edited()``."""

    edited = Signal()

    def __init__(self, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.part: QLineEdit | QPlainTextEdit | QComboBox = _part(spec)
        self.part.setAccessibleName(spec.words)
        self.label, self.trouble = Words(spec.words, tone="muted", wrap=False), Words()
        self.label.setBuddy(self.part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(1)
        for row in (self.label, self.part, self.trouble):
            box.addWidget(row)
        box.addStretch(1)
        self.trouble.hide()
        if isinstance(self.part, QComboBox):
            self.part.currentTextChanged.connect(self._edited)
        else:
            self.part.textChanged.connect(self._edited)

    @property
    def value(self) -> str:
        part = self.part
        if isinstance(part, QComboBox):
            return str(part.currentData() or "")
        return part.toPlainText() if isinstance(part, QPlainTextEdit) else part.text()

    def show_value(self, value: str) -> None:
        part = self.part
        if isinstance(part, QComboBox):
            if part.findData(value) < 0 and value:
                part.addItem(value, value)
            part.setCurrentIndex(max(part.findData(value), 0))
        elif isinstance(part, QPlainTextEdit):
            part.setPlainText(value)
        else:
            part.setText(value)
            part.setCursorPosition(0)

    def offer(self, choices: tuple[str, ...]) -> None:
        """Offer these choices and no others."""
        if isinstance(self.part, QComboBox):
            self.part.clear()
            for one in choices:
                self.part.addItem(one, one)

    def fail(self, words: str, *, blocking: bool) -> None:
        self.trouble.say(words, "danger" if blocking else "warning")
        self.part.setAccessibleDescription(words)

    @Slot()
    def _edited(self) -> None:
        self.edited.emit()


def _part(spec: Spec) -> QLineEdit | QPlainTextEdit | QComboBox:
    if spec.how == "text":
        text = QPlainTextEdit()
        text.setTabChangesFocus(True)
        text.setPlaceholderText(spec.hint)
        text.setFixedHeight(style.GAP * (11 if spec.name == "what" else 7))
        return text
    if spec.how in ("choice", "grade"):
        box = QComboBox()
        words = {
            "yes": translate("RecordForm", "Yes"),
            "no": translate("RecordForm", "No"),
            "not known": translate("RecordForm", "Not known"),
        }
        for one in reversed(YES_NO) if spec.how == "choice" else ():
            box.addItem(words[one], one)
        return box
    line = QLineEdit()
    line.setPlaceholderText(spec.hint)
    return line
