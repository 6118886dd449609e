"""What waits for a person, what goes out next, and what went lately?"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop import clock
from desktop.models import Act
from desktop.publishing.page import AttemptRow
from desktop.publishing.schedule import HoldResult, HoldRow
from desktop.views import queue_words, queue_work, style
from desktop.views.compose_editor import scrolled
from desktop.views.desk import Desk
from desktop.views.queue_acts import Acts
from desktop.views.queue_list import QueueList, Section
from desktop.views.queue_sheet import QueueSheet
from desktop.views.queue_work import Group, Shown
from desktop.views.widgets.labels import Heading, Words
from desktop.views.widgets.post_card import Card
from desktop.views.widgets.screen import Screen, States

TICK = 1000  # ms between two steps of the countdown
GONE = 5  # lines of what had gone before a hold; all of it is in the list
LISTED = 360  # pixels


class QueueScreen(Screen):
    """One list of all that is to go out, and beside it what can be done with the chosen one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = self.tr("Queue")
        self._reads = 0
        self._wanted = 0
        self._arriving = False  # the keyboard goes to the list as soon as there is one
        self._shown: Shown | None = None
        self.acts = Acts(desk, self)
        self.list = QueueList(self.tr("Queue"))
        self.sheet = QueueSheet(desk.by, self.acts, desk.zone)
        self.account = QComboBox()
        self.hold = QPushButton(self.tr("Hold all scheduled content"))
        self.lift = QPushButton(self.tr("Lift the hold"))
        self.holds, self.gone = Words(), Words()
        self._tick = QTimer(self, interval=TICK)
        self._lay_out()
        self._connect()

    def shown(self) -> None:
        self._arriving = True
        super().shown()

    def refresh(self) -> None:
        self._reads += 1
        self.states.loading()
        work = partial(queue_work.read, self.desk.database, int(self.account.currentData() or 0))
        self.desk.tasks.run(work, partial(self._show, self._reads), self.states.failed)

    @Slot(int)
    def open(self, publication_id: int) -> None:
        """Choose a publication as soon as it is read."""
        self._wanted = publication_id
        if self._shown is not None:
            self._show_list()

    def _show(self, read: int, shown: Shown) -> None:
        if read != self._reads:
            return  # asked for something else meanwhile
        self._shown = shown
        self._fill_accounts(shown.accounts)
        self._show_holds(shown.holds)
        if not (shown.waiting or shown.coming or shown.lately):
            self.states.empty(
                self.tr("Nothing is scheduled"),
                self.tr("Approved posts wait here for their time; what needs you stands on top."),
            )
            return
        self.states.ready()
        self._show_list()
        if self._arriving and not self.acts.ask.isVisible():
            self.list.setFocus()
        self._arriving = False

    def _show_list(self) -> None:
        if self._shown is None:
            return
        self.list.show_sections(self._sections(self._shown))
        if self._group(self._wanted) is not None:
            self.list.choose(self._wanted)
            self._wanted = 0
        self._choose()

    def _sections(self, shown: Shown) -> Iterable[Section]:
        count = len(shown.waiting)
        yield Section(
            self.tr("Needs you ({count})").format(count=count),
            self._cards(shown.waiting),
            self.tr("Nothing waits for a person."),
            "danger" if count else "text",
        )
        yield Section(self.tr("Next"), self._cards(shown.coming), self.tr("Nothing is scheduled."))
        yield Section(
            self.tr("In the last 24 hours"), self._cards(shown.lately), self.tr("Nothing went out.")
        )

    def _cards(self, groups: tuple[Group, ...]) -> tuple[Card, ...]:
        at = clock.now()
        return tuple(self._card(group, queue_words.when(group.first, at, self.desk.zone)) for group in groups)

    def _card(self, group: Group, when: str) -> Card:
        place, tone = queue_words.place(group.first)
        return Card(group.key, queue_words.title(group.first), (when, group.handles), place, tone)

    def _fill_accounts(self, accounts: tuple[tuple[int, str], ...]) -> None:
        chosen = self.account.currentData()
        with QSignalBlocker(self.account):
            self.account.clear()
            self.account.addItem(self.tr("All accounts"), 0)
            for account_id, handle in accounts:
                self.account.addItem(handle, account_id)
            self.account.setCurrentIndex(max(0, self.account.findData(chosen)))

    def _show_holds(self, holds: tuple[HoldRow, ...]) -> None:
        words = self.tr("All scheduled content is held since {time}, by {name}: {reason}")
        told = (
            words.format(time=clock.shown(h.placed_at, self.desk.zone), name=h.placed_by, reason=h.reason)
            for h in holds
        )
        lines = list(told)
        if lines and not self.desk.by.may(Act.RELEASE):
            lines.append(self.tr("A head of comms lifts it and releases what is held."))
        self.holds.say("\n".join(lines), "warning")
        self.lift.setVisible(bool(holds) and self.desk.by.may(Act.RELEASE))
        if not holds:
            self.gone.say("")

    @Slot(object)
    def _show_gone(self, result: HoldResult) -> None:
        """List what no hold could stop any more."""
        at = clock.now()
        lines = [
            f"•  {queue_words.title(row)} - {row.account_handle}, {queue_words.when(row, at, self.desk.zone)}"
            for row in result.already_gone[:GONE]
        ]
        if len(result.already_gone) > GONE:
            more = self.tr("and {count} more: they are in the list below")
            lines.append(more.format(count=len(result.already_gone) - GONE))
        heading = self.tr("Had already gone before the hold (withdraw them from their own pages):")
        self.gone.say("\n".join((heading, *lines)) if result.already_gone else "")

    # The chosen one

    @Slot()
    def _choose(self) -> None:
        group = self._group(self.list.key)
        if group is None:
            return
        self.sheet.show_group(group)
        ids = tuple(row.id for row in group.rows)
        work = partial(queue_work.attempts, self.desk.database, ids)
        self.desk.tasks.run(work, partial(self._tell, group.key))

    def _tell(self, key: int, attempts: dict[int, list[AttemptRow]]) -> None:
        if self.sheet.group is not None and self.sheet.group.key == key:
            told = sorted((one for found in attempts.values() for one in found), key=lambda one: one.at)
            self.sheet.show_attempts(told)

    def _group(self, key: int | None) -> Group | None:
        if self._shown is None:
            return None
        every = (*self._shown.waiting, *self._shown.coming, *self._shown.lately)
        return next((group for group in every if group.key == key), None)

    @Slot()
    def _count_down(self) -> None:
        if self.isVisible() and self._shown is not None and self.list.count():
            self.list.show_sections(self._sections(self._shown))

    @Slot(int)
    def _to_deeds(self, _key: int) -> None:
        self.sheet.deeds.focus_first()

    @Slot(int)
    def _to_post(self, post_id: int) -> None:
        self.desk.go("post", post_id)

    @Slot(int)
    def _to_conversation(self, conversation_id: int) -> None:
        self.desk.go("conversation", conversation_id)

    @Slot()
    def ask_to_hold(self) -> None:
        if self.hold.isEnabled():
            self.acts.ask_to_hold()

    # The parts

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._to_deeds)
        self.account.currentIndexChanged.connect(self.refresh)
        self.hold.clicked.connect(self.ask_to_hold)
        self.lift.clicked.connect(self.acts.ask_to_lift)
        self.acts.held.connect(self._show_gone)
        self.acts.refused.connect(self.refresh)
        self.sheet.deeds.post_asked.connect(self._to_post)
        self.sheet.deeds.conversation_asked.connect(self._to_conversation)
        self.states.again.connect(self.refresh)
        self.follow(self.desk.changes.posts_changed)
        self._tick.timeout.connect(self._count_down)
        self._tick.start()
        shortcut = QShortcut(QKeySequence("Ctrl+Shift+H"), self, self.ask_to_hold)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        self.list.setFixedWidth(LISTED)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP * 2)
        row.addWidget(self.list)
        row.addWidget(scrolled(self.sheet), 1)
        self.states = States(content)
        box = QVBoxLayout(self)
        box.setContentsMargins(style.GAP * 2, style.GAP * 2, style.GAP, style.GAP)
        box.setSpacing(style.GAP)
        box.addLayout(self._top())
        for part in (self.holds, self.gone, self.acts.ask):
            part.hide()
            box.addWidget(part)
        box.addWidget(self.states, 1)
        keys = self.tr("Arrow keys choose, Return goes to what can be done, Ctrl+Shift+H holds everything.")
        box.addWidget(Words(keys, tone="muted"))

    def _top(self) -> QHBoxLayout:
        self.account.setAccessibleName(self.tr("Only this account"))
        self.account.addItem(self.tr("All accounts"), 0)
        self.hold.setProperty("kind", "danger")
        self.hold.setToolTip(self.tr("Nothing more goes out until it is released (Ctrl+Shift+H)"))
        self.hold.setEnabled(self.desk.by.may(Act.HOLD))
        self.lift.hide()
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(Heading(self.title), 1)
        for part in (self.account, self.lift, self.hold):
            row.addWidget(part)
        return row
