"""How does a person deal with a publication: answer, move, cancel, release, withdraw? Asked in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop import clock
from desktop.publishing.schedule import HoldResult, PublicationRow
from desktop.views import queue_words, queue_work
from desktop.views.desk import Desk
from desktop.views.queue_work import Group
from desktop.views.widgets.ask import Ask
from desktop.views.widgets.screen import words_of
from desktop.views.widgets.when import When

T = TypeVar("T")


class Acts(QObject):
    """What both the queue and the post's page do. Signals: ``held(HoldResult)``; ``refused()``."""

    held = Signal(object)
    refused = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False
        self.ask, self.when = Ask(), When(desk.zone)
        self.when.hide()

    def ask_whether_posted(self, row: PublicationRow) -> None:
        """Take the answer "posted", with the post's address where it is known."""
        self.ask.ask(
            self.tr("You saw this post on {account}? It is then recorded as published, by your word.").format(
                account=row.account_handle
            ),
            self.tr("Yes, it is posted"),
            self.tr("Back"),
            partial(self._answer, row, True),
            reason=self.tr("Address of the post (may be left empty)"),
        )

    def ask_whether_missing(self, row: PublicationRow) -> None:
        """Take the answer "not posted"."""
        self.ask.ask(
            self.tr(
                "You looked, and this post is not on {account}? Nothing is sent by itself: it waits for a new time."
            ).format(account=row.account_handle),
            self.tr("Yes, it is not posted"),
            self.tr("Back"),
            partial(self._answer, row, False),
        )

    def _answer(self, row: PublicationRow, posted: bool, url: str) -> None:
        work = partial(queue_work.answer, self._desk.database, self._desk.by, row.id, posted, url)
        words = self.tr("Recorded: not posted. Choose a new time, or cancel it.")
        self._run(work, self.tr("Recorded: posted.") if posted else words)

    def ask_new_time(self, row: PublicationRow) -> None:
        """Ask for another time, and say first what that does to the approval."""
        later = row.due_at > clock.now()
        self.when.set_value(row.wall_time if later else "", None, row.zone)
        self.when.wall_time.setEnabled(later)
        words = self.tr(
            "Choose a new time for “{title}”. Its approval becomes void: a second person approves it again, "
            "on every account that does not have it yet."
        )
        self.ask.ask(
            words.format(title=queue_words.title(row)),
            self.tr("Submit with this time"),
            self.tr("Keep it as it is"),
            partial(self._move, row),
            extra=self.when,
        )
        self.when.at_time.setFocus()

    def _move(self, row: PublicationRow, _reason: str) -> None:
        wall_time, second = self.when.value()
        refusal = self.when.wall_time.refusal() if wall_time else ""
        if refusal or row.post_id is None:
            self.ask.fail(refusal)
            return
        zone = self.when.wall_time.zone
        work = partial(
            queue_work.reschedule, self._desk.database, self._desk.by, row.post_id, wall_time, zone, second
        )
        self._run(work, self.tr("Submitted with the new time. It goes out once it is approved again."))

    def ask_to_cancel(self, group: Group) -> None:
        self.ask.ask(
            self.tr("Cancel “{title}” on {accounts}? It is not sent, now or later.").format(
                title=queue_words.title(group.first), accounts=group.handles
            ),
            self.tr("Cancel it"),
            self.tr("Keep it"),
            partial(self._cancel, group),
        )

    def _cancel(self, group: Group, _reason: str) -> None:
        ids = tuple(row.id for row in group.rows)
        self._run(
            partial(queue_work.cancel, self._desk.database, self._desk.by, ids),
            self.tr("Cancelled. It was not sent."),
        )

    def release(self, row: PublicationRow) -> None:
        """Release one; what is past its time waits for a new one."""
        words = self.tr("Released: it goes out at its time.")
        if row.due_at <= clock.now():
            words = self.tr("Released. Its time has passed: choose a new time, or cancel it.")
        self._run(partial(queue_work.release, self._desk.database, self._desk.by, row.id), words)

    def ask_to_withdraw(self, post_id: int, title: str) -> None:
        self.ask.ask(
            self.tr(
                "Withdraw “{title}” from every network? What was not sent is cancelled. Our record stays."
            ).format(title=title),
            self.tr("Withdraw it"),
            self.tr("Leave it"),
            partial(self._withdraw, post_id),
            reason=self.tr("Reason, for the record"),
            needed=self.tr("Say why, in a few words: it is recorded."),
        )

    def _withdraw(self, post_id: int, reason: str) -> None:
        work = partial(queue_work.ask_removal, self._desk.database, self._desk.by, post_id, reason)
        self._run(work, self.tr("The networks are asked to remove it. Each result is shown on its page."))

    def ask_removed_by_hand(self, row: PublicationRow) -> None:
        self.ask.ask(
            self.tr("You removed this post on {account} itself, and looked that it is gone?").format(
                account=row.account_handle
            ),
            self.tr("Yes, it is gone"),
            self.tr("Back"),
            partial(self._removed, row),
        )

    def _removed(self, row: PublicationRow, _reason: str) -> None:
        work = partial(queue_work.removed_by_hand, self._desk.database, self._desk.by, row.id)
        self._run(work, self.tr("Recorded: removed by hand."))

    # The hold on everything

    def ask_to_hold(self) -> None:
        self.ask.ask(
            self.tr("Hold all scheduled content? Nothing more goes out until each post is released."),
            self.tr("Hold everything"),
            self.tr("Back"),
            self._hold,
            reason=self.tr("Reason, for the record"),
            needed=self.tr("Say why, in a few words: it is recorded."),
        )

    def _hold(self, reason: str) -> None:
        work = partial(queue_work.hold_all, self._desk.database, self._desk.by, reason)
        self._start(work, self._held)

    def _held(self, result: HoldResult) -> None:
        self._busy = False
        self.ask.dismiss()
        words = self.tr("{held} held. {gone} had already gone: see the list.")
        self._desk.notices.say(words.format(held=len(result.held), gone=len(result.already_gone)))
        self.held.emit(result)
        self._desk.changes.tell("posts")

    def ask_to_lift(self) -> None:
        self.ask.ask(
            self.tr("Lift the hold? What is held stays held: release each post yourself."),
            self.tr("Lift the hold"),
            self.tr("Keep holding"),
            self._lift,
        )

    def _lift(self, _reason: str) -> None:
        work = partial(queue_work.lift, self._desk.database, self._desk.by)
        self._run(work, self.tr("The hold is lifted. Release each held post yourself."))

    def _run(self, work: Callable[[], None], words: str) -> None:
        self._start(work, partial(self._done, words))

    def _start(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        if not self._busy:  # a second press of the button means the same act
            self._busy = True
            self._desk.tasks.run(work, then, self._failed)

    def _done(self, words: str, _none: None) -> None:
        self._busy = False
        self.ask.dismiss()
        self._desk.notices.say(words)
        self._desk.changes.tell("posts")

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if self.ask.isVisible():
            self.ask.fail(words_of(error))
        else:
            self._desk.notices.failed(error)
        self.refused.emit()
