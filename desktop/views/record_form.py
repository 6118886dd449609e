"""What is the contact centre told of a conversation?"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop import clock
from desktop.contact_centre.contact import ContactRecord, problems
from desktop.contact_centre.handover_rows import call_now
from desktop.contact_centre.record import as_text
from desktop.views import inbox_work, style
from desktop.views.conversation_alarm import PhoneFirst
from desktop.views.desk import Desk
from desktop.views.inbox_kept import Kept
from desktop.views.record_form_fields import Field, Group, groups
from desktop.views.widgets.labels import Heading, Words
from desktop.views.widgets.screen import words_of

KIND = "record"


class RecordForm(QWidget):
    """The phone number, the record to check, and the act of handing over.

    Signals: ``handed_over(int conversation_id)``; ``left()`` when a person goes back.
    """

    handed_over = Signal(int)
    left = Signal()

    def __init__(self, desk: Desk, kept: Kept, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._kept = desk, kept
        self._draft: ContactRecord | None = None
        self._wanted = 0
        self.phone, self.heading, self.about = PhoneFirst(), Heading(), Words(tone="muted")
        self.trouble, self.problems = Words(), Words()
        self.fields: dict[str, Field] = {}
        self.hand_over = QPushButton(self.tr("Hand over to the contact centre"))
        self.copy, self.back = QPushButton(self.tr("Copy for the log")), QPushButton(self.tr("Back"))
        self._lay_out()
        self.hand_over.clicked.connect(self.hand_over_now)
        self.copy.clicked.connect(self.copy_now)
        self.back.clicked.connect(self.left)

    @property
    def conversation_id(self) -> int:
        return self._wanted

    def open(self, conversation_id: int) -> None:
        """Fill the form from a conversation, and then with what was typed into it before."""
        self._wanted, self._draft = conversation_id, None
        self.trouble.say("")
        self._allow()
        work = partial(inbox_work.draft, self.desk.database, self.desk.by, conversation_id)
        self.desk.tasks.run(work, self._show, self._failed)

    def record(self) -> ContactRecord | None:
        """Return the record as it stands in the fields."""
        if self._draft is None:
            return None
        typed: dict[str, Any] = {name: field.value.strip() for name, field in self.fields.items()}
        linked = (one.strip() for one in typed["linked_contacts"].split(","))
        typed["linked_contacts"] = tuple(one for one in linked if one)
        return replace(self._draft, **typed)

    def _show(self, found: tuple[ContactRecord, tuple[str, ...]]) -> None:
        record, grades = found
        if record.conversation_id != self._wanted:
            return
        typed = self._kept.get(KIND, self._wanted) or {}
        with QSignalBlocker(self):
            self._draft = None  # what is shown is not typed
            self.fields["proposed_grade"].offer(grades)
            for name, field in self.fields.items():
                field.show_value(typed.get(name, self._value(record, name)))
        self._draft = record
        call = call_now(self.desk.settings)
        self.phone.show_words(call if record.life_at_risk else "")
        self._say_about(record)
        self._check()
        self._allow()
        self.fields["what"].part.setFocus()

    @staticmethod
    def _value(record: ContactRecord, name: str) -> str:
        value = getattr(record, name)
        return ", ".join(value) if isinstance(value, tuple) else str(value)

    def _say_about(self, record: ContactRecord) -> None:
        about = self.tr(
            "{channel}, to {account}. Received by the network {time}. "
            "With it go, word for word, its messages ({count}) and why they were flagged ({flags})."
        )
        self.about.setText(
            about.format(
                channel=record.channel,
                account=record.account,
                time=clock.shown(record.received_at, self.desk.zone, seconds=True),
                count=len(record.messages),
                flags=len(record.flags),
            )
        )

    @Slot()
    def _edited(self) -> None:
        if self._draft is None:
            return
        draft = self._draft
        typed = {
            name: field.value
            for name, field in self.fields.items()
            if field.value != self._value(draft, name)
        }
        self._kept.keep(KIND, draft.conversation_id, typed)
        self._check()

    def _check(self) -> None:
        record = self.record()
        if record is None:
            return
        found = {problem.field: problem for problem in problems(record)}
        for name, field in self.fields.items():
            problem = found.get(name)
            field.fail(problem.words if problem else "", blocking=bool(problem and problem.blocking))
        blocking = [problem.words for problem in found.values() if problem.blocking]
        others = len(found) - len(blocking)
        if blocking:
            self.problems.say(blocking[0], "danger")
        elif others:
            self.problems.say(
                self.tr("{count} to look at: it can go all the same.").format(count=others), "warning"
            )
        else:
            self.problems.say("")

    # Acts

    @Slot()
    def hand_over_now(self) -> None:
        """Store the handover; it is sent from there."""
        record = self.record()
        if record is None or not self.hand_over.isEnabled():
            return
        wrong = next((problem for problem in problems(record) if problem.blocking), None)
        if wrong is not None:
            self.trouble.say(wrong.words, "danger")
            self.fields[wrong.field].part.setFocus()
            return
        self.trouble.say("")
        self.hand_over.setEnabled(False)
        work = partial(inbox_work.hand_over, self.desk.database, self.desk.by, record)
        self.desk.tasks.run(work, partial(self._stored, record.conversation_id), self._failed)

    def _stored(self, conversation_id: int, _handover_id: int) -> None:
        self._kept.keep(KIND, conversation_id, "")
        self.desk.changes.tell("handovers", "inbox", "alarms")
        self.desk.notices.say(
            self.tr("Stored for the contact centre. It is not accepted until a person there says so.")
        )
        if conversation_id == self._wanted:
            self.handed_over.emit(conversation_id)

    @Slot()
    def copy_now(self) -> None:
        record = self.record()
        if record is not None:
            QGuiApplication.clipboard().setText(as_text(record))
            self.desk.notices.say(self.tr("Copied. Paste it into the log; this is not a handover yet."))

    def _failed(self, error: Exception) -> None:
        self.trouble.say(words_of(error), "danger")
        self._allow()

    def _allow(self) -> None:
        for button in (self.hand_over, self.copy):
            button.setEnabled(self._draft is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # The parts

    def _lay_out(self) -> None:
        self.heading.setText(self.tr("Hand over to the contact centre"))
        self.hand_over.setProperty("kind", "primary")
        self.hand_over.setToolTip(self.tr("Store it and send it by every route (Ctrl+Return)"))
        self.copy.setToolTip(self.tr("Copy the record as text, for a command system that takes nothing else"))
        self.back.setToolTip(self.tr("Back to the conversation (Escape); what you typed stays"))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, style.GAP, 0)
        column.setSpacing(style.GAP)
        for group in groups():
            column.addWidget(Heading(group.words, size=1.1))
            column.addLayout(self._group(group))
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(style.GAP)
        foot.addWidget(self.back)
        foot.addWidget(self.problems, 1)
        foot.addStretch(0)
        foot.addWidget(self.copy)
        foot.addWidget(self.hand_over)
        box = QVBoxLayout(self)
        box.setContentsMargins(style.GAP, style.GAP, style.GAP, style.GAP)
        box.setSpacing(style.GAP)
        for part in (self.phone, self.heading, self.about):
            box.addWidget(part)
        box.addWidget(_scrolled(content), 1)
        box.addWidget(self.trouble)
        box.addLayout(foot)
        self.trouble.hide()

    def _group(self, group: Group) -> QGridLayout:
        """Lay a group out in two columns; a long text takes both."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.GAP * 2)
        grid.setVerticalSpacing(style.GAP // 2)
        place = 0
        for spec in group.specs:
            field = Field(spec)
            self.fields[spec.name] = field
            field.edited.connect(self._edited)
            if spec.wide:
                place += place % 2
            grid.addWidget(field, place // 2, place % 2, 1, 2 if spec.wide else 1)
            if spec.name == "proposed_grade":
                field.label.setText(self.tr("Proposed grade - the control room sets the grade"))
            place += 2 if spec.wide else 1
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid


def _scrolled(part: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(part)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setStyleSheet("QScrollArea { border: none; }")
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
