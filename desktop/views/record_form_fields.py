"""Which fields does a contact record have, in which groups, and how is each filled in?"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.contact_centre.contact import YES_NO
from desktop.views import style
from desktop.views.widgets.labels import Words

MARK = QCoreApplication.translate


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
        Group(MARK("RecordForm", "What"), _what()),
        Group(MARK("RecordForm", "Where"), _where()),
        Group(MARK("RecordForm", "Who"), _who()),
        Group(MARK("RecordForm", "THRIVE"), _thrive()),
        Group(MARK("RecordForm", "Grade and record"), _grade()),
    )


def _what() -> tuple[Spec, ...]:
    return (
        Spec("what", MARK("RecordForm", "What is happening"), "text"),
        Spec("when", MARK("RecordForm", "When")),
        Spec("who", MARK("RecordForm", "Who is involved")),
        Spec("weapons", MARK("RecordForm", "Weapons")),
        Spec("injuries", MARK("RecordForm", "Injuries")),
        Spec("ongoing", MARK("RecordForm", "Still going on"), "choice"),
        Spec("caller_safe", MARK("RecordForm", "Caller safe"), "choice"),
    )


def _where() -> tuple[Spec, ...]:
    return (
        Spec(
            "location", MARK("RecordForm", "Location"), "text", MARK("RecordForm", "As the messages give it")
        ),
        Spec("postcode", MARK("RecordForm", "Postcode")),
        Spec("what3words", MARK("RecordForm", "what3words"), hint="///filled.count.soap"),
        Spec("grid_reference", MARK("RecordForm", "Grid reference")),
        Spec("uprn", MARK("RecordForm", "UPRN")),
        Spec("location_source", MARK("RecordForm", "Source of the location")),
        Spec("location_confidence", MARK("RecordForm", "Confidence in it")),
    )


def _who() -> tuple[Spec, ...]:
    return (
        Spec("reporter_name", MARK("RecordForm", "Reporter's name")),
        Spec("reporter_handle", MARK("RecordForm", "Handle")),
        Spec("reporter_profile", MARK("RecordForm", "Profile")),
        Spec("call_back", MARK("RecordForm", "Call back")),
        Spec("victim", MARK("RecordForm", "Victim, if different")),
        Spec("repeat_victim", MARK("RecordForm", "Repeat victim"), "choice"),
        Spec("language", MARK("RecordForm", "Language")),
    )


def _thrive() -> tuple[Spec, ...]:
    return (
        Spec("threat", MARK("RecordForm", "Threat")),
        Spec("harm", MARK("RecordForm", "Harm")),
        Spec("risk", MARK("RecordForm", "Risk")),
        Spec("investigation", MARK("RecordForm", "Investigation")),
        Spec("vulnerability", MARK("RecordForm", "Vulnerability")),
        Spec("engagement", MARK("RecordForm", "Engagement")),
    )


def _grade() -> tuple[Spec, ...]:
    return (
        Spec("proposed_grade", MARK("RecordForm", "Proposed grade"), "grade"),
        Spec("handler", MARK("RecordForm", "Handler")),
        Spec("advice_given", MARK("RecordForm", "Advice given"), "text"),
        Spec(
            "linked_contacts",
            MARK("RecordForm", "Linked contacts"),
            hint=MARK("RecordForm", "With commas between"),
        ),
        Spec("incident_reference", MARK("RecordForm", "Incident reference, if known")),
        Spec("open_code", MARK("RecordForm", "Open code")),
        Spec("close_code", MARK("RecordForm", "Close code")),
        Spec("crime_number", MARK("RecordForm", "Crime number")),
        Spec("no_crime_rationale", MARK("RecordForm", "No-crime rationale")),
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
            "yes": MARK("RecordForm", "Yes"),
            "no": MARK("RecordForm", "No"),
            "not known": MARK("RecordForm", "Not known"),
        }
        for one in reversed(YES_NO) if spec.how == "choice" else ():
            box.addItem(words[one], one)
        return box
    line = QLineEdit()
    line.setPlaceholderText(spec.hint)
    return line
