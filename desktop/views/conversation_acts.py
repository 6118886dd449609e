"""What can a person do with the conversation that is open, and why not, where they cannot?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from desktop.inbox.rows import Thread
from desktop.models import Act, Attention, ConversationState
from desktop.views import inbox_work, style
from desktop.views.desk import Desk
from desktop.views.inbox_kept import Kept
from desktop.views.inbox_rows import attention_words
from desktop.views.people_roles import role_name
from desktop.views.widgets.ask import Ask
from desktop.views.widgets.screen import words_of

NOTE = "note"
UNOWNED = 0  # among the people to assign to


class Acts(QWidget):
    """The row of buttons, and the questions they ask in ``ask``.

    Signals: ``done()`` when something was stored; ``refused(str)``; ``hand_over_asked()``.
    """

    done = Signal()
    refused = Signal(str)
    hand_over_asked = Signal()

    def __init__(self, desk: Desk, kept: Kept, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.kept, self.ask = desk, kept, ask
        self._thread: Thread | None = None
        self.edition = 0  # of the conversation as the person saw it
        self._busy = False
        self.take, self.assign, self.note = (
            QPushButton(w) for w in (self.tr("Take"), self.tr("Assign"), self.tr("Note"))
        )
        self.up, self.down = QPushButton(self.tr("Raise priority")), QPushButton(self.tr("Re-THRIVE"))
        self.close_it, self.hand_over = QPushButton(self.tr("Close")), QPushButton(self.tr("Hand over"))
        self.hand_over.setProperty("kind", "danger")
        self.person, self.level, self.code = QComboBox(), QComboBox(), QComboBox()
        self.note_text = QPlainTextEdit()
        self._lay_out()
        self._connect()

    # What may be done

    def show_thread(self, thread: Thread, edition: int) -> None:
        """Offer what can be done with a conversation as it stood at ``edition``."""
        changed = self._thread is None or self._thread.conversation.id != thread.conversation.id
        self._thread, self.edition = thread, edition
        if changed:
            self.ask.dismiss()
            self._busy = False
        self._allow()

    @property
    def why_not(self) -> str:
        """Return why this person cannot act on the inbox at all, "" if they can."""
        if self.desk.by.may(Act.TRIAGE):
            return ""
        role = role_name(self.desk.by.role)
        return self.tr("{role}s read the inbox and do not act in it.").format(role=role)

    def _allow(self) -> None:
        if self._thread is None:
            return
        row = self._thread.conversation
        closed = row.state is ConversationState.CLOSED
        mine = row.owner_id == self.desk.by.id
        reopen_first = self.tr("Reopen it first.") if closed else ""
        top = self.tr("It stands at the highest priority.") if row.attention == Attention.LIFE_AT_RISK else ""
        lowest = self.tr("It stands at the lowest priority.") if row.attention == Attention.NONE else ""
        supervisor = "" if self.desk.by.may(Act.REGRADE_DOWN) else self.tr("A supervisor lowers a priority.")
        self.take.setText(self.tr("Let go") if mine else self.tr("Take"))
        self.close_it.setText(self.tr("Reopen") if closed else self.tr("Close"))
        take_tip = (
            self.tr("Put it back into Unowned (Ctrl+T)") if mine else self.tr("Become its owner (Ctrl+T)")
        )
        close_tip = self.tr("Reopen it (Ctrl+D)") if closed else self.tr("Close it with a code (Ctrl+D)")
        self._offer(self.take, take_tip, reopen_first)
        self._offer(self.assign, self.tr("Make a colleague its owner (Ctrl+Shift+A)"), reopen_first)
        self._offer(self.note, self.tr("Add a note for colleagues; it is never sent (Ctrl+N)"), "")
        self._offer(self.up, self.tr("Judge it more pressing (Ctrl+E)"), reopen_first or top)
        self._offer(self.down, self.tr("Judge it less pressing, with the reason"), supervisor or lowest)
        self._offer(self.close_it, close_tip, "")
        self._offer(self.hand_over, self.tr("Hand it over to the contact centre (Ctrl+H)"), "")

    def _offer(self, button: QPushButton, told: str, why_not: str) -> None:
        why_not = self.why_not or why_not
        button.setEnabled(not why_not and not self._busy)
        button.setToolTip(why_not or told)

    # Acts

    @Slot()
    def take_or_let_go(self) -> None:
        if self._thread is None or not self.take.isEnabled():
            return
        mine = self._thread.conversation.owner_id == self.desk.by.id
        self._run(inbox_work.let_go if mine else inbox_work.take)

    @Slot()
    def ask_whom(self) -> None:
        if self._thread is not None and self.assign.isEnabled():
            key = self._thread.conversation.id
            work = partial(inbox_work.colleagues, self.desk.database)
            self.desk.tasks.run(work, partial(self._offer_people, key), self._failed)

    def _offer_people(self, key: int, people: list[tuple[int, str]]) -> None:
        if self._thread is None or self._thread.conversation.id != key:
            return
        self.person.clear()
        for person_id, name in people:
            self.person.addItem(name, person_id)
        self.person.addItem(self.tr("Nobody: put it into Unowned"), UNOWNED)
        self.ask.ask(
            self.tr("Who handles this conversation?"),
            self.tr("Assign"),
            self.tr("Cancel"),
            lambda _reason: self._assign(),
            extra=self.person,
        )

    def _assign(self) -> None:
        to = self.person.currentData()
        if to == UNOWNED:
            self._run(inbox_work.let_go)
        else:
            self._run(partial(inbox_work.assign, to_id=to))

    @Slot()
    def ask_note(self) -> None:
        if self._thread is None or not self.note.isEnabled():
            return
        self.note_text.setPlainText(self.kept.get(NOTE, self._thread.conversation.id))
        self.ask.ask(
            self.tr("A note for colleagues; it is never sent."),
            self.tr("Add note"),
            self.tr("Cancel"),
            lambda _reason: self._add_note(),
            extra=self.note_text,
        )

    def _add_note(self) -> None:
        text = self.note_text.toPlainText()
        self._run(partial(inbox_work.note, text=text), self._note_added)

    def _note_added(self) -> None:
        if self._thread is not None:
            self.kept.keep(NOTE, self._thread.conversation.id, "")

    @Slot()
    def _note_typed(self) -> None:
        if self._thread is not None and self.ask.isVisible():
            self.kept.keep(NOTE, self._thread.conversation.id, self.note_text.toPlainText())

    @Slot()
    def ask_up(self) -> None:
        if self._thread is not None and self.up.isEnabled():
            now = self._thread.conversation.attention
            self._ask_level(
                [one for one in reversed(Attention) if one > now],
                self.tr("How pressing is it?"),
                self.tr("Raise"),
                self.tr("Why, in a few words: it is recorded."),
                up=True,
            )

    @Slot()
    def ask_down(self) -> None:
        if self._thread is not None and self.down.isEnabled():
            now = self._thread.conversation.attention
            self._ask_level(
                [one for one in reversed(Attention) if one < now],
                self.tr("Re-THRIVE: to which priority, and what changed?"),
                self.tr("Lower"),
                self.tr("What changed, and why the priority may be lowered"),
                up=False,
            )

    def _ask_level(self, levels: list[Attention], words: str, yes: str, reason: str, *, up: bool) -> None:
        self.level.clear()
        for one in levels:
            self.level.addItem(attention_words(one), one)
        needed = self.tr("Say why: it is recorded.")
        self.ask.ask(
            words,
            yes,
            self.tr("Cancel"),
            partial(self._regrade, up),
            reason=reason,
            needed=needed,
            extra=self.level,
        )

    def _regrade(self, up: bool, why: str) -> None:
        to = Attention(self.level.currentData())
        self._run(partial(inbox_work.regrade, to=to, why=why, up=up))

    @Slot()
    def close_or_reopen(self) -> None:
        if self._thread is None or not self.close_it.isEnabled():
            return
        if self._thread.conversation.state is ConversationState.CLOSED:
            self._run(inbox_work.reopen)
            return
        self.ask.ask(
            self.tr("Why is it closed?"),
            self.tr("Close conversation"),
            self.tr("Keep open"),
            lambda _reason: self._close(),
            extra=self.code,
        )

    def _close(self) -> None:
        code = self.code.currentText().strip()
        self._run(partial(inbox_work.close, code=code))

    def _run(self, act: Callable[..., None], then: Callable[[], None] | None = None) -> None:
        """Do ``act`` on the conversation as it was seen; what is refused is said where it was asked."""
        if self._thread is None or self._busy:
            return
        self._busy = True
        self._allow()
        key = self._thread.conversation.id
        work = partial(act, self.desk.database, self.desk.by, key, self.edition)
        self.desk.tasks.run(work, partial(self._done, key, then), self._failed)

    def _done(self, _key: int, then: Callable[[], None] | None, _none: None) -> None:
        self._busy = False
        if then is not None:
            then()
        self.ask.dismiss()
        self._allow()
        self.desk.changes.tell("inbox", "alarms")
        self.done.emit()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._allow()
        if self.ask.isVisible():
            self.ask.fail(words_of(error))
        else:
            self.refused.emit(words_of(error))
        self.desk.changes.tell("inbox")

    # The parts

    def _connect(self) -> None:
        for button, act in (
            (self.take, self.take_or_let_go),
            (self.assign, self.ask_whom),
            (self.note, self.ask_note),
            (self.up, self.ask_up),
            (self.down, self.ask_down),
            (self.close_it, self.close_or_reopen),
            (self.hand_over, self.hand_over_asked),
        ):
            button.clicked.connect(act)
        self.note_text.textChanged.connect(self._note_typed)

    def _lay_out(self) -> None:
        self.code.setEditable(True)
        for words in (
            self.tr("Answered"),
            self.tr("Advice given"),
            self.tr("Handed to the contact centre"),
            self.tr("No action needed"),
            self.tr("Duplicate"),
            self.tr("Spam or abuse"),
        ):
            self.code.addItem(words)
        self.note_text.setTabChangesFocus(True)
        self.note_text.setFixedHeight(64)
        self.note_text.setMinimumWidth(300)
        for part, name in (
            (self.person, self.tr("Owner")),
            (self.level, self.tr("Priority")),
            (self.code, self.tr("Code")),
            (self.note_text, self.tr("Note")),
        ):
            part.setAccessibleName(name)
            part.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP // 2)
        for button in (self.take, self.assign, self.note, self.up, self.down, self.close_it):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.hand_over)
