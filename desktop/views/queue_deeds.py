"""What can be done with publications as they stand now?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.models import Act, Actor, PublicationState
from desktop.publishing.schedule import PublicationRow
from desktop.views import queue_words
from desktop.views.queue_acts import Acts
from desktop.views.queue_work import Group
from desktop.views.widgets.flow import Flow

S = PublicationState
UNSENT = frozenset({S.SCHEDULED, S.HELD, S.OVERDUE, S.FAILED})


class Deeds(Flow):
    """A button for each act that the state and the person's role allow.

    Signals: ``post_asked(int)``; ``conversation_asked(int)``.
    """

    post_asked = Signal(int)
    conversation_asked = Signal(int)

    def __init__(self, by: Actor, acts: Acts, parent: QWidget | None = None) -> None:
        self._buttons: list[QPushButton] = []
        self._by, self._acts = by, acts
        self.group: Group | None = None
        self._make()
        super().__init__(self._buttons, parent)

    def show_group(self, group: Group, *, of_queue: bool = True) -> None:
        """Offer what ``group`` allows; outside the queue without what concerns the whole post."""
        self.group, row = group, group.first
        for button in self._buttons:
            button.setAccessibleName(f"{button.text()}: {group.handles}")
        may, may_withdraw = self._by.may(Act.SCHEDULE), self._by.may(Act.WITHDRAW)
        stuck, question = row.state is S.PUBLISHED and row.withdraw_wanted, row.state is S.QUESTION
        self.look.setVisible((question or stuck) and bool(row.account_url))
        self.posted.setVisible(question and may)
        self.missing.setVisible(question and may)
        self.release.setVisible(row.state is S.HELD and self._by.may(Act.RELEASE))
        self.time.setVisible(of_queue and row.state in UNSENT and may and row.post_id is not None)
        self.gone.setVisible(stuck and may_withdraw)
        self.again.setVisible(of_queue and stuck and may_withdraw)
        self.cancel.setVisible(row.state in UNSENT and may)
        self.see.setVisible(row.state is S.PUBLISHED and bool(row.url))
        self.post.setVisible(of_queue and row.post_id is not None)
        self.conversation.setVisible(of_queue and row.conversation_id is not None)

    def focus_first(self) -> None:
        """Put the keyboard on the first thing that can be done."""
        for button in self._buttons:
            if not button.isHidden():
                button.setFocus()
                return

    def _make(self) -> None:
        acts = self._acts
        self.look = self._button(self.tr("Open the account's page"), self._open_account)
        self.posted = self._button(self.tr("It is posted"), self._with(acts.ask_whether_posted))
        self.missing = self._button(self.tr("It is not posted"), self._with(acts.ask_whether_missing))
        self.release = self._button(self.tr("Release"), self._with(acts.release))
        self.time = self._button(self.tr("Choose a new time"), self._with(acts.ask_new_time))
        self.gone = self._button(self.tr("I removed it"), self._with(acts.ask_removed_by_hand))
        self.again = self._button(self.tr("Try to remove it again"), self._withdraw)
        self.see = self._button(self.tr("Open it on the network"), self._open_url)
        self.post = self._button(self.tr("Open the post's page"), self._open_post)
        self.conversation = self._button(self.tr("Open the conversation"), self._open_conversation)
        self.cancel = self._button(self.tr("Cancel it"), self._cancel)
        self.cancel.setProperty("kind", "danger")
        for button in (self.posted, self.missing, self.time, self.release):
            button.setProperty("kind", "primary")
        for button in (self.look, self.see):
            button.setToolTip(self.tr("Opens in the browser"))

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(act)
        self._buttons.append(button)
        return button

    def _with(self, act: Callable[[PublicationRow], None]) -> Callable[[], None]:
        def do() -> None:
            if self.group is not None:
                act(self.group.first)

        return do

    @Slot()
    def _cancel(self) -> None:
        if self.group is not None:
            self._acts.ask_to_cancel(self.group)

    @Slot()
    def _withdraw(self) -> None:
        if self.group is not None and self.group.first.post_id is not None:
            self._acts.ask_to_withdraw(self.group.first.post_id, queue_words.title(self.group.first))

    @Slot()
    def _open_account(self) -> None:
        if self.group is not None:
            open_page(self.group.first.account_url)

    @Slot()
    def _open_url(self) -> None:
        if self.group is not None:
            open_page(self.group.first.url)

    @Slot()
    def _open_post(self) -> None:
        if self.group is not None and self.group.first.post_id is not None:
            self.post_asked.emit(self.group.first.post_id)

    @Slot()
    def _open_conversation(self) -> None:
        if self.group is not None and self.group.first.conversation_id is not None:
            self.conversation_asked.emit(self.group.first.conversation_id)


def open_page(url: str) -> None:
    """Open a page in the browser, because a person asked; nothing but a web page is opened."""
    if url.lower().startswith(("https://", "http://")):
        QDesktopServices.openUrl(QUrl(url))
