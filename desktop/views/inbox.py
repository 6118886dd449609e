"""What did the public write, and what is done about it?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from desktop.views.conversation import ConversationPane
from desktop.views.desk import Desk
from desktop.views.inbox_kept import Kept
from desktop.views.inbox_list_pane import ListPane
from desktop.views.widgets.screen import Screen


class InboxScreen(Screen):
    """The list of conversations at the left, the one that is open at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = self.tr("Inbox")
        self._begun = False
        self.kept = Kept(desk.tasks, desk.data, desk.by.id, self)
        self.pane, self.conversation = ListPane(desk), ConversationPane(desk, self.kept)
        self.list = self.pane.list
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        if not self._begun:
            self._begun = True
            self.pane.begin()
            return
        self.pane.refresh()
        self.conversation.refresh()

    @Slot(int)
    def open(self, conversation_id: int) -> None:
        """Show a conversation, wherever it stands in the list."""
        if self.list.current is None or self.list.current.id != conversation_id:
            self.list.choose(conversation_id)
        self.conversation.open(conversation_id)

    @Slot()
    def to_list(self) -> None:
        self.list.setFocus()

    @Slot()
    def to_search(self) -> None:
        self.pane.filters.search.setFocus()
        self.pane.filters.search.selectAll()

    @Slot()
    def _fold_profile(self) -> None:
        self.conversation.head.unfold.toggle()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.kept.flush()

    def _connect(self) -> None:
        self.pane.opened.connect(self.conversation.open)
        self.conversation.read.connect(self.pane.show_seen)
        changes = self.desk.changes
        self.follow(changes.inbox_changed, changes.handovers_changed, changes.posts_changed)
        self.follow(changes.alarms_changed)
        self.pane.clock.timeout.connect(self.conversation.refresh)
        conversation, acts = self.conversation, self.conversation.acts
        for keys, act in (
            ("/", self.to_search),
            ("Ctrl+F", self.to_search),
            ("F6", self.to_list),
            ("Ctrl+R", conversation.to_reply),
            ("Ctrl+Return", conversation.send_now),
            ("Ctrl+Down", conversation.read_new),
            ("Ctrl+H", conversation.hand_over),
            ("Ctrl+T", acts.take_or_let_go),
            ("Ctrl+Shift+A", acts.ask_whom),
            ("Ctrl+N", acts.ask_note),
            ("Ctrl+E", acts.ask_up),
            ("Ctrl+D", acts.close_or_reopen),
            ("Ctrl+P", self._fold_profile),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self.pane)
        self._halves.addWidget(self.conversation)
        self._halves.setStretchFactor(0, 2)
        self._halves.setStretchFactor(1, 4)
        self._halves.setSizes([400, 800])
        self.pane.setMinimumWidth(300)
        self.conversation.setMinimumWidth(520)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._halves)
