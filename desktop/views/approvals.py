"""What waits for approval, and how does a second person decide on exactly what they see?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop import clock
from desktop.publishing.drafting import PostRow
from desktop.views import approvals_work, style
from desktop.views.approvals_facts import Facts
from desktop.views.approvals_sheet import GoingList
from desktop.views.approvals_work import Sheet
from desktop.views.compose_editor import scrolled
from desktop.views.desk import Desk
from desktop.views.widgets.labels import Heading, Words
from desktop.views.widgets.post_card import Card, CardList
from desktop.views.widgets.screen import Screen, States, words_of


class ApprovalsScreen(Screen):
    """The posts that wait, and the one that is being decided on."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = self.tr("Approvals")
        self._sheet: Sheet | None = None
        self._wanted = 0
        self._deciding = False
        self.waiting = CardList(self.tr("Waiting for approval"))
        self.heading, self.goings, self.facts = Heading(), GoingList(), Facts(desk.zone)
        self.comment = QPlainTextEdit()
        self.trouble, self.why_not = Words(), Words()
        self.approve = QPushButton(self.tr("Approve and schedule"))
        self.give_back = QPushButton(self.tr("Return with changes"))
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        self.states.loading()
        work = partial(approvals_work.waiting, self.desk.database)
        self.desk.tasks.run(work, self._list, self.states.failed)

    @Slot(int)
    def open(self, post_id: int) -> None:
        """Show a post that waits."""
        self._wanted = post_id
        work = partial(approvals_work.sheet, self.desk.database, self.desk.by, post_id)
        self.desk.tasks.run(work, partial(self._show, post_id), self.states.failed)

    def _list(self, rows: list[PostRow]) -> None:
        self.waiting.blockSignals(True)
        self.waiting.show_cards(self._card(row) for row in rows)
        self.waiting.blockSignals(False)
        key = self.waiting.key
        if key is None:
            self._sheet, self._wanted = None, 0
            self.states.empty(
                self.tr("Nothing waits for approval"),
                self.tr("A post appears here as soon as somebody submits it."),
            )
        else:
            self.open(key)

    def _card(self, row: PostRow) -> Card:
        state = self.tr("Yours") if row.author_id == self.desk.by.id else ""
        lines = (
            self.tr("By {name}").format(name=row.author_name),
            clock.shown(row.changed_at, self.desk.zone),
        )
        return Card(row.id, row.title or row.text or "…", lines, state, "warning")

    def _show(self, post_id: int, sheet: Sheet) -> None:
        if post_id != self._wanted:
            return
        another = self._sheet is None or self._sheet.post_id != post_id
        same = self._sheet is not None and self._sheet.content_hash == sheet.content_hash
        self._sheet = sheet
        self.waiting.choose(post_id)
        self.heading.setText(sheet.title)
        self.goings.show_going(sheet.goings, first_version=sheet.number == 1)
        self.facts.show_facts(sheet)
        self.why_not.say(sheet.why_not, "warning")
        if another:  # else it changed while it was read: the comment and the reason why stay
            self.comment.clear()
            self.trouble.say("")
        if another or not same:
            self._read_pictures(sheet)
        self._allow()
        self.states.ready()

    def _read_pictures(self, sheet: Sheet) -> None:
        if sheet.media:
            work = partial(approvals_work.pictures, self.desk.database, sheet.media)
            self.desk.tasks.run(work, partial(self._show_pictures, sheet.post_id))

    def _show_pictures(self, post_id: int, pictures: dict[int, QImage]) -> None:
        if self._sheet is not None and self._sheet.post_id == post_id:
            self._sheet = approvals_work.with_pictures(self._sheet, pictures)
            self.goings.show_going(self._sheet.goings, first_version=self._sheet.number == 1)

    # Deciding

    @Slot()
    def approve_now(self) -> None:
        """Approve exactly the version and hash that are shown."""
        if self._sheet is None or not self.approve.isEnabled():
            return
        sheet, comment = self._sheet, self.comment.toPlainText().strip()
        work = partial(approvals_work.approve, self.desk.database, self.desk.by, sheet, comment)
        self._decide(work, self.tr("Approved: “{title}”. {when}"))

    @Slot()
    def return_now(self) -> None:
        """Give the post back to its author; a comment must say what to change."""
        if self._sheet is None or not self.give_back.isEnabled():
            return
        comment = self.comment.toPlainText().strip()
        if not comment:
            self.trouble.say(self.tr("Say what should change: the author sees your comment."), "danger")
            self.comment.setFocus()
            return
        work = partial(
            approvals_work.send_back, self.desk.database, self.desk.by, self._sheet.post_id, comment
        )
        self._decide(work, self.tr("Returned to its author: “{title}”."))

    def _decide(self, work: Callable[[], None], words: str) -> None:
        self._deciding = True
        self._allow()
        self.trouble.say("")
        self.desk.tasks.run(work, partial(self._decided, words), self._refused)

    def _decided(self, words: str, _none: None) -> None:
        self._deciding = False
        if self._sheet is not None:
            self.desk.notices.say(words.format(title=self._sheet.title, when=self.facts.when.text()))
        self._sheet = None
        self.desk.changes.tell("posts")
        self.refresh()
        self.waiting.setFocus()

    def _refused(self, error: Exception) -> None:
        self._deciding = False
        self._allow()
        self.trouble.say(words_of(error), "danger")
        self.refresh()

    def _allow(self) -> None:
        sheet = self._sheet
        may = sheet is not None and not sheet.why_not and not self._deciding
        self.approve.setEnabled(may)
        self.give_back.setEnabled(may)

    # The parts

    def _connect(self) -> None:
        self.waiting.chosen.connect(self.open)
        self.approve.clicked.connect(self.approve_now)
        self.give_back.clicked.connect(self.return_now)
        self.states.again.connect(self.refresh)
        self.follow(self.desk.changes.posts_changed)
        for keys, act in (("Ctrl+Return", self.approve_now), ("Ctrl+R", self.return_now)):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        left = QWidget()
        left.setFixedWidth(250)
        column = QVBoxLayout(left)
        column.setContentsMargins(style.GAP, style.GAP * 2, style.GAP, style.GAP)
        column.setSpacing(style.GAP)
        column.addWidget(Heading(self.tr("Waiting for approval")))
        column.addWidget(self.waiting, 1)
        upper = QHBoxLayout()
        upper.setSpacing(style.GAP * 2)
        upper.addWidget(scrolled(self.goings), 3)
        upper.addWidget(scrolled(self.facts), 2)
        sheet = QWidget()
        box = QVBoxLayout(sheet)
        box.setContentsMargins(style.GAP * 2, style.GAP * 2, style.GAP * 2, style.GAP)
        box.setSpacing(style.GAP)
        box.addWidget(self.heading)
        box.addLayout(upper, 1)
        box.addLayout(self._foot())
        self.states = States(sheet)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(self.states, 1)

    def _foot(self) -> QVBoxLayout:
        self.comment.setPlaceholderText(self.tr("Comment: needed to return the post, kept with an approval"))
        self.comment.setAccessibleName(self.tr("Comment"))
        self.comment.setTabChangesFocus(True)
        self.comment.setFixedHeight(58)
        self.approve.setProperty("kind", "primary")
        self.approve.setToolTip(self.tr("Approve exactly what is shown (Ctrl+Return)"))
        self.give_back.setToolTip(self.tr("Return it to its author with your comment (Ctrl+R)"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.why_not, 1)
        buttons.addStretch(0)
        buttons.addWidget(self.give_back)
        buttons.addWidget(self.approve)
        foot = QVBoxLayout()
        foot.setSpacing(style.GAP)
        for part in (self.trouble, self.comment):
            foot.addWidget(part)
        foot.addLayout(buttons)
        self.trouble.hide()
        return foot
