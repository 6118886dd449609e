"""What goes out when, and how is it moved or held?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop import clock
from desktop.models import Act
from desktop.publishing.schedule import HoldResult, HoldRow
from desktop.views import calendar_work, style
from desktop.views.calendar_board import Board, Entry
from desktop.views.calendar_holds import HoldPanel, publication_card
from desktop.views.calendar_month import WEEKS, MonthBoard
from desktop.views.calendar_week import Week
from desktop.views.calendar_work import Shown
from desktop.views.desk import Desk
from desktop.views.widgets.ask import Ask
from desktop.views.widgets.labels import Heading, Words
from desktop.views.widgets.screen import Screen, States, words_of
from desktop.views.widgets.when import WallTime
from desktop.words import dated

MORNING = 7  # the hour the week begins to show
EVENING = 15  # from when on it begins a little before now


class CalendarScreen(Screen):
    """A week or a month of publications, and the hold on all of them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = self.tr("Calendar")
        self._day = clock.wall(clock.now(), desk.zone).date()
        self._reads = 0
        self._placed = False  # whether it was scrolled to its first hour
        self._arriving = False  # the keyboard goes to the board as soon as there is one
        self.week, self.month = Week(), MonthBoard()
        self.views = QStackedWidget()
        self.ask, self.when = Ask(), WallTime(desk.zone)
        self.when.hide()
        self.holds = HoldPanel(desk.by.may(Act.RELEASE))
        self.period = Heading()
        self.keys = Words(
            self.tr("Arrow keys choose a post, M moves it, Return opens it, Page Up and Down turn the page."),
            tone="muted",
        )
        self._lay_out()
        self._connect()
        self._lay_days(())

    @property
    def board(self) -> Board:
        """Return the view in front."""
        return self.month if self.views.currentIndex() else self.week.board

    def shown(self) -> None:
        self._arriving = True
        super().shown()

    @Slot()
    def _to_now(self) -> None:
        hour = clock.wall(clock.now(), self.desk.zone).hour
        self.week.to_hour(MORNING if hour < EVENING else hour - 3)

    def refresh(self) -> None:
        self._reads += 1
        first, days = self._range()
        work = partial(calendar_work.read, self.desk.database, first, days, self.desk.zone)
        self.desk.tasks.run(work, partial(self._show, self._reads), self.states.failed)

    def _turn_over(self) -> None:
        """Show the days of another page at once; what is on them follows."""
        self._lay_days(())
        self.refresh()

    def _lay_days(self, entries: tuple[Entry, ...]) -> None:
        first, _days = self._range()
        self.month.month = self._day.month
        self.board.show_entries(first, clock.wall(clock.now(), self.desk.zone).date(), entries)
        self.week.head.update()
        self.period.setText(self._period(first))

    def _range(self) -> tuple[date, int]:
        if self.board is self.month:
            first = self._day.replace(day=1)
            return first - timedelta(days=first.weekday()), WEEKS * 7
        return self._day - timedelta(days=self._day.weekday()), 7

    def _show(self, read: int, shown: Shown) -> None:
        if read != self._reads:
            return  # another page was turned to meanwhile
        self._lay_days(shown.entries)
        cards = [publication_card(row, clock.shown(row.due_at, self.desk.zone)) for row in shown.held]
        self.holds.show_holds((self._hold_words(hold) for hold in shown.holds), cards)
        self.states.ready()
        if not self._placed:
            self._placed = True
            QTimer.singleShot(0, self._to_now)  # once the board has its size
        if self._arriving and not self.ask.isVisible():
            self.board.setFocus()
        self._arriving = False

    def _period(self, first: date) -> str:
        if self.board is self.month:
            return dated(self._day, "%B %Y")
        last = first + timedelta(days=6)
        return f"{first.day} {dated(first, '%B')} – {last.day} {dated(last, '%B %Y')}"

    def _hold_words(self, hold: HoldRow) -> str:
        return self.tr("All scheduled content is held since {time}, by {name}: {reason}").format(
            time=clock.shown(hold.placed_at, self.desk.zone), name=hold.placed_by, reason=hold.reason
        )

    # Turning pages

    @Slot(int)
    def turn(self, by: int) -> None:
        """Turn ``by`` pages on."""
        if self.board is self.week.board:
            self._day += timedelta(days=7 * by)
        else:
            middle = self._day.replace(day=15) + timedelta(days=30 * by)
            self._day = middle.replace(day=1)
        self._turn_over()

    @Slot()
    def today(self) -> None:
        self._day = clock.wall(clock.now(), self.desk.zone).date()
        self._turn_over()

    @Slot(bool)
    def _switch(self, month: bool) -> None:
        self.views.setCurrentIndex(int(month))
        self._turn_over()

    @Slot(object)
    def _open_day(self, day: date) -> None:
        """Show the week of a day that is too full to be shown whole."""
        if self.board is self.month:
            self._day = day
            self.week_button.setChecked(True)
        else:
            self.desk.go("queue")

    # Moving

    @Slot(object)
    def _ask_to_move(self, entry: Entry) -> None:
        self._offer(entry, entry.wall)

    @Slot(object, object)
    def _offer(self, entry: Entry, wall: datetime) -> None:
        """Say what moving does before anything is moved."""
        if not entry.movable:
            self.desk.notices.warn(self.tr("Only what has not gone out yet can be moved."))
            return
        self.when.set_wall(wall)
        words = self.tr(
            "Move “{title}” from {before}? Moving it voids the approval: it must be approved again."
        )
        self.ask.ask(
            words.format(title=entry.title, before=dated(entry.wall, "%a %d %b %H:%M")),
            self.tr("Move"),
            self.tr("Keep"),
            lambda _reason: self._move(entry),
            extra=self.when,
        )
        self.when.time.setFocus()

    def _move(self, entry: Entry) -> None:
        refusal = self.when.refusal()
        if refusal:
            self.ask.fail(refusal)
            return
        wall, second = self.when.wall(), self.when.chosen()
        work = partial(
            calendar_work.move, self.desk.database, self.desk.by, entry.post_id, wall, self.when.zone, second
        )
        self._act(work, self.tr("Moved. It waits for approval again before it can go out."))

    # Holding

    @Slot()
    def ask_to_hold(self) -> None:
        if not self.hold.isEnabled():
            return
        self.ask.ask(
            self.tr("Hold all scheduled content? Nothing more goes out until each post is released."),
            self.tr("Hold everything"),
            self.tr("Cancel"),
            self._hold,
            reason=self.tr("Reason, for the record"),
            needed=self.tr("Say why, in a few words: it is recorded."),
        )

    def _hold(self, reason: str) -> None:
        work = partial(calendar_work.hold_all, self.desk.database, self.desk.by, reason)
        self.desk.tasks.run(work, self._held, self._ask_failed)

    def _held(self, result: HoldResult) -> None:
        self.ask.dismiss()
        zone = self.desk.zone
        self.holds.show_gone(
            publication_card(row, clock.shown(row.published_at or row.due_at, zone))
            for row in result.already_gone
        )
        words = self.tr("{held} held. {gone} had already gone: see the list.")
        self.desk.notices.say(words.format(held=len(result.held), gone=len(result.already_gone)))
        self.desk.changes.tell("posts")

    @Slot(int)
    def _release(self, publication_id: int) -> None:
        work = partial(calendar_work.release, self.desk.database, self.desk.by, publication_id)
        self._act(work, self.tr("Released. What is past its time waits for a new one."))

    @Slot()
    def _ask_to_lift(self) -> None:
        self.ask.ask(
            self.tr("Lift the hold? What is held stays held: release each post yourself."),
            self.tr("Lift the hold"),
            self.tr("Keep holding"),
            lambda _reason: self._act(
                partial(calendar_work.lift, self.desk.database, self.desk.by),
                self.tr("The hold is lifted. Release each held post yourself."),
            ),
        )

    def _act(self, work: Callable[[], None], words: str) -> None:
        def done(_none: None) -> None:
            self.ask.dismiss()
            self.desk.notices.say(words)
            self.desk.changes.tell("posts")

        self.desk.tasks.run(work, done, self._ask_failed)

    def _ask_failed(self, error: Exception) -> None:
        if self.ask.isVisible():
            self.ask.fail(words_of(error))
        else:
            self.desk.notices.failed(error)
        self.refresh()

    # The parts

    def _connect(self) -> None:
        for board in (self.week.board, self.month):
            board.opened.connect(self._open)
            board.dropped.connect(self._offer)
            board.move_asked.connect(self._ask_to_move)
            board.turned.connect(self.turn)
            board.day_asked.connect(self._open_day)
        self.week.board.stepped.connect(self.week.keep_in_sight)
        self.month_button.toggled.connect(self._switch)
        self.hold.clicked.connect(self.ask_to_hold)
        shortcut = QShortcut(QKeySequence("Ctrl+Shift+H"), self, self.ask_to_hold)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.holds.release_asked.connect(self._release)
        self.holds.lift_asked.connect(self._ask_to_lift)
        self.states.again.connect(self.refresh)
        self.follow(self.desk.changes.posts_changed)

    @Slot(int)
    def _open(self, post_id: int) -> None:
        self.desk.go("post", post_id)

    def _lay_out(self) -> None:
        self.views.addWidget(self.week)
        self.views.addWidget(self.month)
        beside = QHBoxLayout()
        beside.setSpacing(style.GAP)
        beside.addWidget(self.views, 1)
        beside.addWidget(self.holds)
        self.holds.setFixedWidth(290)
        content = QWidget()
        content.setLayout(beside)
        beside.setContentsMargins(0, 0, 0, 0)
        self.states = States(content)
        box = QVBoxLayout(self)
        box.setContentsMargins(style.GAP * 2, style.GAP * 2, style.GAP, style.GAP)
        box.setSpacing(style.GAP)
        box.addLayout(self._top())
        box.addWidget(self.ask)
        box.addWidget(self.states, 1)
        box.addWidget(self.keys)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        for words, name, act in (
            ("‹", self.tr("Earlier"), lambda: self.turn(-1)),
            (self.tr("Today"), self.tr("Today"), self.today),
            ("›", self.tr("Later"), lambda: self.turn(1)),
        ):
            button = QPushButton(words)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addWidget(self.period, 1)
        self._modes = QButtonGroup(self)
        self.week_button, self.month_button = QPushButton(self.tr("Week")), QPushButton(self.tr("Month"))
        for button in (self.week_button, self.month_button):
            button.setCheckable(True)
            self._modes.addButton(button)
            row.addWidget(button)
        self.week_button.setChecked(True)
        self.hold = QPushButton(self.tr("Hold all scheduled content"))
        self.hold.setProperty("kind", "danger")
        self.hold.setToolTip(self.tr("Nothing more goes out until it is released (Ctrl+Shift+H)"))
        self.hold.setEnabled(self.desk.by.may(Act.HOLD))
        row.addWidget(self.hold)
        return row
