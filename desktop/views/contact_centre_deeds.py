"""How does a person act on the handover that is shown: accept, reject, log, close?

Whatever needs a word from them is asked for in a bar, in place. An act is bound to the handover it was
begun on, whatever is shown meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop import clock
from desktop.contact_centre.handover import HandoverRow
from desktop.views import alarm_work, contact_centre_acts, contact_centre_work, style
from desktop.views.contact_centre_acts import KEYS, Do
from desktop.views.contact_centre_forms import IncidentForm
from desktop.views.desk import Desk
from desktop.views.widgets.ask import Ask
from desktop.views.widgets.labels import Words, tip
from desktop.views.widgets.screen import words_of
from desktop.views.widgets.when import WallTime


class Deeds(QWidget):
    """The buttons, what they ask, and why one of them cannot be used. Signals: ``done()`` after each act."""

    done = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: HandoverRow | None = None
        self._busy = False
        self.ask, self.why_not = Ask(), Words(tone="muted")
        self.when, self.incident = WallTime(desk.zone), IncidentForm()
        self.when.hide()
        self.buttons = {do: QPushButton(contact_centre_acts.name(do)) for do in Do}
        self._begin: dict[Do, Callable[[HandoverRow], None]] = {
            Do.ACCEPT: self._ask_to_accept,
            Do.CALL: self._ask_for_call,
            Do.REJECT: self._ask_why_rejected,
            Do.REFERENCE: self._ask_for_incident,
            Do.CLOSE: self._ask_for_feedback,
            Do.SEND_AGAIN: self._send_again,
            Do.COPY: self._copy,
            Do.CONVERSATION: self._open_conversation,
        }
        self._lay_out()

    def show_deeds(self, row: HandoverRow) -> None:
        if self._row is not None and self._row.id != row.id:
            self.ask.dismiss()
        self._row = row
        self._allow()

    @Slot()
    def begin(self, do: Do) -> None:
        """Begin an act on the handover shown, or say why it cannot be done."""
        if self._row is None or self._busy:
            return
        if why := contact_centre_acts.why_not(do, self._row, self._desk.by):
            self._desk.notices.warn(why)
            return
        self._begin[do](self._row)

    # Asking

    def _ask_to_accept(self, row: HandoverRow) -> None:
        words = self.tr("Accept as {name}? From now on you have taken it on, and its alarm stops.")
        self.ask.ask(
            words.format(name=self._desk.by.name),
            self.tr("Accept"),
            self.tr("Not yet"),
            lambda _reason: self._act(
                partial(contact_centre_work.accept, self._desk.database, self._desk.by, row.id),
                self.tr("Accepted by {name}.").format(name=self._desk.by.name),
            ),
        )

    def _ask_for_call(self, row: HandoverRow) -> None:
        self.when.set_wall(clock.wall(clock.now(), self._desk.zone))
        self.ask.ask(
            self.tr("Who in the control room took it on by phone, and when?"),
            self.tr("Log the call"),
            self.tr("Cancel"),
            partial(self._log_call, row.id),
            reason=self.tr("Name of who answered"),
            needed=self.tr("Name the person who took it on: a handover is accepted by somebody."),
            extra=self.when,
        )

    def _log_call(self, handover_id: int, who: str) -> None:
        if refusal := self.when.refusal():
            self.ask.fail(refusal)
            return
        at = clock.instant(self.when.wall(), self.when.zone, second=self.when.chosen())
        work = partial(alarm_work.log_call, self._desk.database, self._desk.by, handover_id, who, at)
        self._act(work, self.tr("The call is logged: the handover is accepted."))

    def _ask_why_rejected(self, row: HandoverRow) -> None:
        self.ask.ask(
            self.tr(
                "Reject it? Whoever handed it over must act on your reason; a life at risk alarms again."
            ),
            self.tr("Reject"),
            self.tr("Keep"),
            lambda reason: self._act(
                partial(contact_centre_work.reject, self._desk.database, self._desk.by, row.id, reason),
                self.tr("Rejected: {reason}").format(reason=reason),
            ),
            reason=self.tr("Reason"),
            needed=self.tr("Say why it is rejected: whoever handed it over must act on that."),
        )

    def _ask_for_incident(self, row: HandoverRow) -> None:
        self.incident.begin(row.incident_reference, contact_centre_work.today(self._desk.zone))
        self.ask.ask(
            self.tr("Which incident did the control room open?"),
            self.tr("Record"),
            self.tr("Cancel"),
            lambda _reason: self._record(row.id),
            extra=self.incident,
        )

    def _record(self, handover_id: int) -> None:
        form = self.incident
        work = partial(
            contact_centre_work.record_reference,
            self._desk.database,
            self._desk.by,
            handover_id,
            form.reference.text(),
            form.day(),
            form.system.text(),
        )
        self._act(work, self.tr("The incident is recorded."))

    def _ask_for_feedback(self, row: HandoverRow) -> None:
        self.ask.ask(
            self.tr("Close it? What came of it is kept with the handover."),
            self.tr("Close"),
            self.tr("Keep open"),
            lambda feedback: self._act(
                partial(contact_centre_work.close, self._desk.database, self._desk.by, row.id, feedback),
                self.tr("Closed."),
            ),
            reason=self.tr("What came of it"),
            needed=self.tr("Say what came of it before closing."),
        )

    # Acting

    def _send_again(self, row: HandoverRow) -> None:
        work = partial(contact_centre_work.send_again, self._desk.database, self._desk.by, row.id)
        self._act(work, self.tr("It is being sent again. Phone all the same if a life may be at risk."))

    def _copy(self, row: HandoverRow) -> None:
        work = partial(contact_centre_work.text_for_log, self._desk.database, self._desk.by, row.id)
        self._desk.tasks.run(work, self._copied)

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._desk.notices.say(
            self.tr("The record is copied. Paste it into the log, then record the incident reference here.")
        )
        self._desk.changes.tell("handovers")

    def _open_conversation(self, row: HandoverRow) -> None:
        self._desk.go("conversation", row.conversation_id)

    def _act(self, work: Callable[[], Any], words: str) -> None:
        self._busy = True
        self._allow()
        self._desk.tasks.run(work, partial(self._acted, words), self._refused)

    def _acted(self, words: str, _result: object) -> None:
        self._busy = False
        self.ask.dismiss()
        self._desk.notices.say(words)
        self._desk.changes.tell("handovers", "alarms")
        self.done.emit()

    def _refused(self, error: Exception) -> None:
        self._busy = False
        self._allow()
        if self.ask.isVisible():
            self.ask.fail(words_of(error))
        else:
            self._desk.notices.failed(error)
        self._desk.changes.tell("handovers")

    # The parts

    def _allow(self) -> None:
        """Show what the state leaves room for; what this person cannot do says why."""
        if self._row is None:
            return
        reasons = []
        for do, button in self.buttons.items():
            fits = contact_centre_acts.fits(do, self._row)
            why = contact_centre_acts.why_not(do, self._row, self._desk.by) if fits else ""
            words = contact_centre_acts.name(do, self._row)
            button.setText(words)
            button.setVisible(fits)
            button.setEnabled(fits and not why and not self._busy)
            button.setToolTip(tip(why or f"{words} ({KEYS[do]})"))
            button.setAccessibleDescription(why)
            lacks = contact_centre_acts.role_lacks(do, self._row, self._desk.by) if fits else ""
            if lacks and lacks not in reasons:
                reasons.append(lacks)
        self.why_not.say(" ".join(reasons), "muted")

    def _lay_out(self) -> None:
        self.buttons[Do.ACCEPT].setProperty("kind", "primary")
        self.buttons[Do.REJECT].setProperty("kind", "danger")
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        for do, button in self.buttons.items():
            button.clicked.connect(partial(self.begin, do))
            row.addWidget(button)
            button.hide()  # all of them at once would widen the window before anything is shown
            shortcut = QShortcut(QKeySequence(KEYS[do]), self, partial(self.begin, do))
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        row.addStretch(1)
        self.incident.reference.returnPressed.connect(self.ask.yes.click)
        self.incident.system.returnPressed.connect(self.ask.yes.click)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(style.GAP // 2)
        box.addLayout(row)
        box.addWidget(self.why_not)
        box.addWidget(self.ask)
