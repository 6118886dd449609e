"""How is a reply written, counted by its network's rule, kept and sent?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.views import inbox_work, style
from desktop.views.desk import Desk
from desktop.views.inbox_kept import Kept
from desktop.views.inbox_work import Checked
from desktop.views.widgets.labels import Elided, Words
from desktop.views.widgets.screen import words_of

KIND = "reply"


class Reply(QWidget):
    """The text of one conversation's reply. Signals: ``send_asked(str text)``."""

    send_asked = Signal(str)

    def __init__(self, desk: Desk, kept: Kept, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._kept = desk, kept
        self._conversation = 0
        self._why_not = ""
        self._sending = self._checking = False
        self._problems: tuple[str, ...] = ()
        self.text = QPlainTextEdit()
        self.send = QPushButton(self.tr("Send reply"))
        self.hours = QPushButton(self.tr("Out-of-hours text"))
        self.hours.setToolTip(self.tr("Put the force's out-of-hours text where the cursor stands"))
        self.count, self.status, self.trouble = Words(wrap=False), Elided(tone="muted"), Words()
        self._lay_out()
        self.text.textChanged.connect(self._typed)
        self.send.clicked.connect(self.send_now)
        self.hours.clicked.connect(self._insert_hours)
        kept.saved.connect(self._saved)
        kept.failed.connect(self._unsaved)

    def show_for(self, conversation_id: int, why_not: str) -> None:
        """Show what was typed for this conversation; ``why_not`` says why nothing can be sent, "" if it can."""
        self._why_not = why_not
        if conversation_id != self._conversation:
            self._conversation = conversation_id
            with QSignalBlocker(self.text):
                self.text.setPlainText(self._kept.get(KIND, conversation_id))
            self.trouble.say("")
            self.status.setText(self.tr("Kept from before, not sent") if self.text.toPlainText() else "")
            self._check()
        self.text.setReadOnly(bool(why_not))
        self.hours.setVisible(not why_not and bool(self.desk.settings.out_of_hours))
        self._allow()

    def sent(self, conversation_id: int) -> None:
        """Note that the reply is stored: its text is not needed any more."""
        self._sending = False
        self._kept.keep(KIND, conversation_id, "")
        if conversation_id == self._conversation:
            with QSignalBlocker(self.text):
                self.text.clear()
            self.trouble.say("")
            self.status.setText("")
            self._check()

    def refused(self, error: Exception) -> None:
        """Say why it was not sent; the text stays."""
        self._sending = False
        self.trouble.say(self.tr("Not sent, your text is kept. {why}").format(why=words_of(error)), "danger")
        self._allow()

    @Slot()
    def send_now(self) -> None:
        if self.send.isEnabled():
            self._sending = True
            self._allow()
            self.send_asked.emit(self.text.toPlainText())
        elif self.text.toPlainText().strip() and self._problems:
            self.trouble.say(self._problems[0], "danger")

    @Slot()
    def _insert_hours(self) -> None:
        self.text.insertPlainText(self.desk.settings.out_of_hours)
        self.text.setFocus()

    @Slot()
    def _typed(self) -> None:
        self.trouble.say("")
        self.status.setText(self.tr("Not kept yet"))
        self._kept.keep(KIND, self._conversation, self.text.toPlainText())
        self._check()

    def _check(self) -> None:
        """Count by the network's own rule: one at a time, always the newest words."""
        if self._checking or not self._conversation:
            return
        self._checking = True
        text, key = self.text.toPlainText(), self._conversation
        work = partial(inbox_work.check, self.desk.database, key, text)
        self.desk.tasks.run(work, partial(self._checked, key, text), self._uncounted)

    def _checked(self, key: int, text: str, found: Checked) -> None:
        self._checking = False
        if (key, text) != (self._conversation, self.text.toPlainText()):
            self._check()
            return
        self._problems = found.problems
        used, limit = found.count.used, found.count.limit
        shape = (
            self.tr("{used} of {limit}: {over} too many") if used > limit else self.tr("{used} of {limit}")
        )
        words = shape.format(used=used, limit=limit, over=used - limit)
        self.count.say(words, "danger" if used > limit else "muted")
        self._allow()

    def _uncounted(self, error: Exception) -> None:
        self._checking = False
        self.count.say(words_of(error), "danger")

    def _allow(self) -> None:
        empty = not self.text.toPlainText().strip()
        trouble = [] if empty else list(self._problems)
        self.send.setEnabled(not (self._why_not or self._sending or empty or trouble))
        why = self._why_not or (trouble[0] if trouble else "")
        told = self.tr("Send it to the network (Ctrl+Return)")
        self.send.setToolTip(why or told)
        self.text.setToolTip(why)
        if trouble and not self._why_not:
            self.trouble.say(trouble[0], "danger")

    @Slot()
    def _saved(self) -> None:
        if self.text.toPlainText():
            self.status.setText(self.tr("Kept on this computer, not sent"))

    @Slot(object)
    def _unsaved(self, error: Exception) -> None:
        self.status.setText(self.tr("Not kept: {why}").format(why=words_of(error)))

    def _lay_out(self) -> None:
        self.text.setAccessibleName(self.tr("Reply"))
        self.text.setPlaceholderText(
            self.tr(
                "Reply (Ctrl+R). Never say that officers are attending unless the control room confirmed it."
            )
        )
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(74)
        self.send.setProperty("kind", "primary")
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.count)
        row.addWidget(self.status, 1)
        row.addWidget(self.hours)
        row.addWidget(self.send)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(style.GAP // 2)
        for part in (self.trouble, self.text):
            box.addWidget(part)
        box.addLayout(row)
        self.trouble.hide()
