"""How does the list of conversations stay up to date while somebody reads it?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.inbox.rows import ConversationRow, Filter
from desktop.models import Act
from desktop.views import inbox_work, style
from desktop.views.desk import Desk
from desktop.views.inbox_coverage import CoverageLine
from desktop.views.inbox_filters import Filters
from desktop.views.inbox_listing import Head, Listing, Way
from desktop.views.inbox_rows import Item, item
from desktop.views.inbox_work import FIRST, HEAD, PAGE, Surroundings
from desktop.views.widgets.conversation_list import ConversationList
from desktop.views.widgets.labels import Elided
from desktop.views.widgets.screen import States

PACE = 250  # ms between two reads of the list, however much arrives
CLOCK = 20_000  # ms: leases run out and "complete to" moves on without any change being told


class ListPane(QWidget):
    """Filters, the list and how complete it is.

    Signals: ``opened(int id)`` when a person opens a conversation.
    """

    opened = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.listing = Listing()
        self.filters, self.coverage = Filters(), CoverageLine(desk.zone)
        self.list = ConversationList(self._item)
        self.states = States(self.list)
        self.status, self.new = Elided(tone="muted"), QPushButton()
        self._reads = 0  # a number a first page: what an older one brings is not shown any more
        self._reading = self._turning = self._behind = self._seeking = False
        self._moving = False  # something changed since the list was begun
        self._settled = QTimer(self, singleShot=True, interval=PACE)
        self._settled.timeout.connect(self._look_again)
        self._pace = QTimer(self, singleShot=True, interval=PACE)
        self._pace.timeout.connect(self._catch_up)
        self.clock = QTimer(self, interval=CLOCK)
        self.clock.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()

    # Reading

    @Slot()
    def begin(self) -> None:
        """Read the first page and show it from its top."""
        self._reads += 1
        self._turning = False
        self.states.loading()
        wanted = self.filters.value()
        work = partial(inbox_work.first, self.desk.database, self.desk.by, wanted, FIRST)
        self.desk.tasks.run(work, partial(self._begun, self._reads, wanted), self.states.failed)

    @Slot()
    def refresh(self) -> None:
        """Bring the list up to date without moving it; many changes in a row are read together."""
        self._behind = self._moving = True
        if not self._pace.isActive() and not self._reading:
            self._catch_up()

    def _begun(
        self, read: int, wanted: Filter, found: tuple[list[ConversationRow], tuple[Head, ...]]
    ) -> None:
        if read != self._reads:
            return
        rows, heads = found
        self._moving = False
        self.listing.begin(rows, FIRST, heads, searched=bool(wanted.query))
        self.list.show_rows(self.listing.red, self.listing.others, keep=False)
        self._say(wanted)
        self._read_more()
        self._read_surroundings()

    @Slot()
    def _catch_up(self) -> None:
        if self._reading or not self._behind or not self._reads:
            return
        self._reading, self._behind = True, False
        wanted, looked_at = self.filters.value(), [row.id for row in self.list.seen_rows()]
        if self.list.current is not None:
            looked_at.append(self.list.current.id)
        work = partial(inbox_work.again, self.desk.database, self.desk.by, wanted, looked_at)
        self.desk.tasks.run(work, partial(self._caught_up, self._reads, wanted), self._missed)

    def _caught_up(
        self, read: int, wanted: Filter, found: tuple[tuple[Head, ...], list[ConversationRow]]
    ) -> None:
        self._reading = False
        self._pace.start()
        if read != self._reads:
            return
        heads, looked_at = found
        if self.list.at_top and self.list.current is None:
            # Nobody reads: the newest comes in from the top.
            self.listing.begin(heads[0].rows, HEAD, heads[1:], searched=bool(wanted.query))
            self._read_more()
        else:
            self.listing.merge(heads, looked_at, self.list.seen())
        self.list.show_rows(self.listing.red, self.listing.others)
        self._say(wanted)

    def _missed(self, error: Exception) -> None:
        self._reading = False
        self._pace.start()
        self.desk.notices.failed(error)

    @Slot()
    def _read_more(self) -> None:
        if not self.listing.more or self._turning or self.listing.last is None:
            return
        self._turning = True
        wanted = self.filters.value()
        work = partial(inbox_work.more, self.desk.database, self.desk.by, wanted, self.listing.last)
        self.desk.tasks.run(work, partial(self._turned, self._reads), self._not_turned)

    def _turned(self, read: int, rows: list[ConversationRow]) -> None:
        if read != self._reads:
            return
        self._turning = False
        self.listing.extend(rows, PAGE)
        self.list.show_rows(self.listing.red, self.listing.others)
        if self._seeking:
            self._to_new()
        elif self.list.near_end:
            self._read_more()

    def _not_turned(self, error: Exception) -> None:
        self._turning = False
        self.desk.notices.failed(error)

    @Slot()
    def _read_surroundings(self) -> None:
        self.desk.tasks.run(partial(inbox_work.surroundings, self.desk.database), self._surround)

    def _surround(self, found: Surroundings) -> None:
        self.filters.show_accounts(found.accounts)
        self.coverage.show_coverage(found.coverage)

    # Showing

    def show_seen(self, conversation_id: int) -> None:
        """Show one conversation as read at once; an auditor's reading leaves it unread."""
        if self.desk.by.may(Act.TRIAGE):
            self.listing.seen(conversation_id)
        self.listing.arrived.pop(conversation_id, None)
        self.list.show_rows(self.listing.red, self.listing.others)
        self._say(self.filters.value())

    def _item(self, row: ConversationRow) -> Item:
        return item(row, self.desk.zone, self.desk.by.id)

    def _say(self, wanted: Filter) -> None:
        if not self.listing.red and not self.listing.others:
            if wanted == Filter():
                self.states.empty(
                    self.tr("The inbox is empty"),
                    self.tr("What the public writes to your accounts appears here by itself."),
                )
            else:
                self.states.empty(self.tr("Nothing matches"), self.tr("Choose less in the filters above."))
        else:
            self.states.ready()
        words = (
            self.tr("Newest first, found by words")
            if wanted.query
            else self.tr("Most urgent first, then newest")
        )
        self.status.setText(words)
        self._say_new()

    @Slot()
    def _say_new(self) -> None:
        self.listing.looked_at(self.list.seen_rows())
        if not self.list.red_above:
            self.listing.looked_at(self.listing.red)
        count = len(self.listing.arrived)
        red = self.list.red_above
        shape = self.tr("{count}+ new") if self.listing.gap else self.tr("{count} new")
        told = [self.tr("Life at risk: {count}").format(count=len(self.listing.red))] if red else []
        told += [shape.format(count=count)] if count else []
        words = ", ".join(told)
        kind = "danger" if red else "primary"
        if self.new.property("kind") != kind:
            self.new.setProperty("kind", kind)
            self.new.style().polish(self.new)
        self.new.setText(words)
        self.new.setVisible(bool(words))

    @Slot()
    def _moved(self) -> None:
        self._say_new()
        if self._moving:  # what comes on the screen may have changed since it was read
            self._settled.start()

    @Slot()
    def _look_again(self) -> None:
        self._behind = True
        self._catch_up()

    @Slot()
    def _focus_list(self) -> None:
        self.list.setFocus()

    def _connect(self) -> None:
        self.filters.changed.connect(self.begin)
        self.filters.left.connect(self._focus_list)
        self.list.opened.connect(self.opened)
        self.list.moved.connect(self._moved)
        self.list.more_asked.connect(self._read_more)
        self.list.top_asked.connect(self._home)
        self.new.clicked.connect(self._to_new)
        self.states.again.connect(self.begin)
        changes = self.desk.changes
        for signal in (changes.accounts_changed, changes.engine_changed):
            signal.connect(self._read_surroundings)
        self.clock.timeout.connect(self._read_surroundings)

    @Slot()
    def _to_new(self) -> None:
        """Go to the first of what is new: from the top where it stands there, else to its place below."""
        way, key = self.listing.way_to_new()
        self._seeking = way is Way.FURTHER
        if self._seeking:
            self._read_more()
        elif way is Way.LISTED and not self.list.red_above:
            self.list.bring(key)
            self.list.setFocus()
        else:
            self._home()

    @Slot()
    def _home(self) -> None:
        """Show the list from its top, in its order as it is now."""
        if self.listing.arrived or not self.list.at_top:
            self.begin()
        self.list.setFocus()

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def] # as the parent's
        super().showEvent(event)
        self.clock.start()

    def hideEvent(self, event) -> None:  # type: ignore[no-untyped-def] # as the parent's
        super().hideEvent(event)
        self.clock.stop()

    def _lay_out(self) -> None:
        self.new.setToolTip(self.tr("Go to what is new; Home goes to the top"))
        self.new.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = QHBoxLayout()
        line.setSpacing(style.GAP)
        line.addWidget(self.status, 1)
        line.addWidget(self.new)
        place = QWidget()  # as high with its button as without: nothing moves when something arrives
        place.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        place.setFixedHeight(self.new.sizeHint().height() + 2)
        box = QVBoxLayout(self)
        box.setContentsMargins(style.GAP, style.GAP, style.GAP, style.GAP)
        box.setSpacing(style.GAP // 2)
        box.addWidget(self.filters)
        box.addWidget(place)
        box.addWidget(self.states, 1)
        box.addWidget(self.coverage)
        self.new.hide()
