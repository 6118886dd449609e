"""Where are posts written: the list of drafts, and the one that is open?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop import clock
from desktop.models import PostStage
from desktop.publishing.drafting import PostRow
from desktop.views import compose_work, style
from desktop.views.compose_editor import Editor
from desktop.views.compose_work import Opened
from desktop.views.desk import Desk
from desktop.views.stages import stage_name, stage_tone
from desktop.views.widgets.labels import Heading
from desktop.views.widgets.post_card import Card, CardList
from desktop.views.widgets.screen import Screen, States

LISTED = (PostStage.DRAFT, PostStage.RETURNED, PostStage.SUBMITTED)


class ComposeScreen(Screen):
    """The list of drafts, and the editor of the chosen one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = self.tr("Compose")
        self._wanted = 0  # the draft that is being opened
        self.drafts = CardList(self.tr("Drafts"))
        self.new_draft = QPushButton(self.tr("New draft"))
        self.new_draft.setToolTip(self.tr("New draft (Ctrl+N)"))
        self.editor = Editor(desk)
        self.states = States(self.editor)
        self._lay_out()
        self.drafts.chosen.connect(self.open)
        self.new_draft.clicked.connect(self.new)
        self.states.again.connect(self.refresh)
        self.editor.left.connect(self.refresh)
        self.editor.unsaved_stays.connect(self._stay)
        self.follow(desk.changes.posts_changed)
        shortcut = QShortcut(QKeySequence("Ctrl+N"), self, self.new)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def refresh(self) -> None:
        self.states.loading()
        self.desk.tasks.run(partial(compose_work.posts, self.desk.database), self._list, self._failed)

    @Slot(int)
    def open(self, post_id: int) -> None:
        """Open a draft; what was typed into the one before is saved first."""
        if post_id not in (self.editor.post_id, self._wanted):
            self._wanted = post_id
            self.editor.settle(partial(self._read, post_id))

    @Slot()
    def new(self) -> None:
        """Begin a draft and open it."""
        work = partial(compose_work.new, self.desk.database, self.desk.by)
        self.desk.tasks.run(work, self._made)

    def _list(self, rows: list[PostRow]) -> None:
        rows = [row for row in rows if row.stage in LISTED]
        known = [row.id for row in rows]
        current = self._wanted or self.editor.post_id
        if not current and known:
            last = self.editor.last_open()
            current = last if last in known else known[0]
            self.open(current)
        self.drafts.blockSignals(True)
        self.drafts.show_cards(_card(row, self.desk.zone) for row in rows)
        self.drafts.choose(current)
        self.drafts.blockSignals(False)
        if not current:
            self.states.empty(
                self.tr("No drafts yet"),
                self.tr("Press “New draft” to write the first one. It saves itself while you type."),
            )

    def _made(self, post_id: int) -> None:
        self.desk.changes.tell("posts")
        self.open(post_id)

    def _read(self, post_id: int) -> None:
        work = partial(compose_work.read, self.desk.database, post_id)
        self.desk.tasks.run(work, self._show, self._failed)

    def _show(self, opened: Opened) -> None:
        if opened.post_id == self._wanted:
            self._wanted = 0
            self.states.ready()
            self.editor.show_draft(opened)
            self.drafts.choose(opened.post_id)

    @Slot()
    def _stay(self) -> None:
        """A draft that could not be saved stays open, so that nothing of it is lost."""
        self._wanted = 0
        self.drafts.choose(self.editor.post_id)

    def _failed(self, error: Exception) -> None:
        self._wanted = 0
        if self.editor.post_id:
            self.desk.notices.failed(error)
        else:
            self.states.failed(error)

    def _lay_out(self) -> None:
        left = QWidget()
        left.setFixedWidth(230)
        box = QVBoxLayout(left)
        box.setContentsMargins(style.GAP, style.GAP * 2, style.GAP, style.GAP)
        box.setSpacing(style.GAP)
        box.addWidget(Heading(self.tr("Drafts")))
        box.addWidget(self.new_draft)
        box.addWidget(self.drafts, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(self.states, 1)


def _card(row: PostRow, zone: str) -> Card:
    changed = clock.shown(row.changed_at, zone)
    return Card(
        row.id, row.title or row.text or "…", (changed,), stage_name(row.stage), stage_tone(row.stage)
    )
