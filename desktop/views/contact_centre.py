"""What was handed to the contact centre, and how does a named person take it on?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, QTimer, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop import clock
from desktop.contact_centre.handover import HandoverRow
from desktop.models import HandoverState
from desktop.views import contact_centre_work, style
from desktop.views.alarm_words import counting
from desktop.views.contact_centre_acts import WAITING
from desktop.views.contact_centre_deeds import Deeds
from desktop.views.contact_centre_sheet import HandoverBody, HandoverHead, state_tone
from desktop.views.contact_centre_work import Listing, Sheet
from desktop.views.desk import Desk
from desktop.views.widgets.labels import Heading
from desktop.views.widgets.post_card import Card, CardList
from desktop.views.widgets.screen import Screen, States

AGES = 15  # seconds between two paintings of the ages in the list
S = HandoverState


class ContactCentreScreen(Screen):
    """The handovers, those that nobody accepted yet on top, and the one that is being dealt with."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = self.tr("Contact centre")
        self._listing = Listing((), 0)
        self._reads = 0
        self._wanted = 0  # to be shown once it is read; 0 while nobody asked for a certain one
        self._shown = 0
        self.list = CardList(self.tr("Handovers"))
        self.over = QCheckBox()
        self.head, self.body, self.deeds = HandoverHead(desk.zone), HandoverBody(desk.zone), Deeds(desk)
        self._ticks = 0
        self._ticking = QTimer(self, interval=1000)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        self.states.loading()
        self._reads += 1
        work = partial(contact_centre_work.listing, self.desk.database, self.over.isChecked())
        self.desk.tasks.run(work, partial(self._show_listing, self._reads), self.states.failed)

    @Slot(int)
    def open(self, handover_id: int) -> None:
        """Show one handover, whatever state it is in."""
        self._wanted = handover_id
        self.refresh()

    # The list

    def _show_listing(self, read: int, listing: Listing) -> None:
        if read != self._reads:
            return  # it is being read again already
        self._listing = listing
        known = {row.id for row in listing.rows}
        if self._wanted and self._wanted not in known and not self.over.isChecked():
            self.over.setChecked(True)  # it is over: it reads again with those
            return
        self._paint_list()
        self._name_filter(listing.rejected)
        if self._wanted in known:
            self.list.choose(self._wanted)
        key = self.list.key
        if key is None:
            self._shown = 0
            self.states.empty(
                self.tr("Nothing is with the contact centre"),
                self.tr("A conversation that is handed over appears here until it is closed."),
            )
        else:
            self._read(self._wanted or key)

    def _paint_list(self) -> None:
        with QSignalBlocker(self.list):
            self.list.show_cards(self._card(row) for row in self._listing.rows)

    def _card(self, row: HandoverRow) -> Card:
        lines = [row.record.what or row.author, row.account_handle]
        if row.state in WAITING:
            waited = counting(clock.now() - row.received_at)
            lines.append(self.tr("{age} since the network received it").format(age=waited))
        else:
            lines.append(row.words)
        title = self.tr("Life at risk: {author}") if row.life_at_risk else "{author}"
        return Card(row.id, title.format(author=row.author), tuple(lines), self._state(row), state_tone(row))

    def _state(self, row: HandoverRow) -> str:
        return {
            S.QUEUED: self.tr("Not delivered"),
            S.DELIVERED: self.tr("Not accepted"),
            S.ACCEPTED: self.tr("Accepted"),
            S.REJECTED: self.tr("Rejected"),
            S.LOGGED: self.tr("Logged"),
            S.CLOSED: self.tr("Closed"),
        }[row.state]

    def _name_filter(self, rejected: int) -> None:
        words = (
            self.tr("Show rejected ({count}) and closed") if rejected else self.tr("Show rejected and closed")
        )
        self.over.setText(words.format(count=rejected))

    @Slot(int)
    def _choose(self, handover_id: int) -> None:
        self._wanted = 0
        self._read(handover_id)

    # The sheet

    def _read(self, handover_id: int) -> None:
        if handover_id != self._shown:
            self._shown = handover_id
            self._record_reading(handover_id)
        work = partial(contact_centre_work.sheet, self.desk.database, handover_id)
        self.desk.tasks.run(work, partial(self._show, handover_id), self.states.failed)

    def _record_reading(self, handover_id: int) -> None:
        work = partial(contact_centre_work.opened, self.desk.database, self.desk.by, handover_id)
        self.desk.tasks.run(work)

    def _show(self, handover_id: int, sheet: Sheet) -> None:
        if handover_id != self._shown:
            return  # another was chosen meanwhile
        self._wanted = 0
        self.head.show_head(sheet.row, sheet.phone)
        self.body.show_body(sheet, clock.now())
        self.deeds.show_deeds(sheet.row)
        self.states.ready()

    @Slot()
    def _tick(self) -> None:
        if not self.isVisible():
            return
        self._ticks += 1
        self.body.ladder.tick(clock.now())
        if self._ticks % AGES == 0:
            self._paint_list()

    # The parts

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.over.toggled.connect(self.refresh)
        self.deeds.done.connect(self.refresh)
        self.states.again.connect(self.refresh)
        self.follow(self.desk.changes.handovers_changed, self.desk.changes.alarms_changed)
        self._ticking.timeout.connect(self._tick)
        self._ticking.start()

    def _lay_out(self) -> None:
        left = QWidget()
        left.setFixedWidth(300)
        column = QVBoxLayout(left)
        column.setContentsMargins(style.GAP, style.GAP * 2, style.GAP, style.GAP)
        column.setSpacing(style.GAP)
        column.addWidget(Heading(self.title))
        column.addWidget(self.list, 1)
        column.addWidget(self.over)
        sheet = QWidget()
        box = QVBoxLayout(sheet)
        box.setContentsMargins(style.GAP * 2, style.GAP * 2, style.GAP * 2, style.GAP)
        box.setSpacing(style.GAP)
        box.addWidget(self.head)
        box.addWidget(self.deeds)
        box.addWidget(self.body, 1)
        self.states = States(sheet)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(self.states, 1)
        self._name_filter(0)
