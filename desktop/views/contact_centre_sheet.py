"""How does one handover look: the number to call, how it stands, the record, the routes, the timers?"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop import clock
from desktop.contact_centre.handover import DeliveryRow, HandoverRow
from desktop.models import DeliveryState, HandoverState
from desktop.views import contact_centre_acts, style
from desktop.views.compose_editor import scrolled
from desktop.views.contact_centre_history import Event, route_name
from desktop.views.contact_centre_ladder import Ladder
from desktop.views.contact_centre_work import Sheet
from desktop.views.widgets.labels import Heading, Words

SIDE = 350  # pixels of what stands beside the record
D = DeliveryState
translate = QCoreApplication.translate


class PhoneFirst(QFrame):
    """The number of the control room, before everything else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._red = True
        self.words, self.number = QLabel(), QLabel()
        for label, size in ((self.words, 1.2), (self.number, 2.1)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(style.title_font(self.font(), size=size))
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.GAP * 2, style.GAP // 2, style.GAP * 2, style.GAP // 2)
        row.addWidget(self.words)
        row.addWidget(self.number, 1)
        self.hide()

    def show_number(self, words: str, number: str, *, life_at_risk: bool) -> None:
        self._red = life_at_risk
        ink = style.ALARM_TEXT if life_at_risk else style.color("warning")
        self.setStyleSheet(f"QLabel {{ color: {ink.name()}; }}")
        self.words.setText(words)
        self.number.setText(number)
        self.setAccessibleName(f"{words} {number}")
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = style.ALARM if self._red else style.color("warning_surface")
        QPainter(self).fillRect(self.rect(), ground)


class HandoverHead(QWidget):
    """The number to call if something is wrong, how it stands, and what it is about."""

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self.phone, self.state, self.about = PhoneFirst(), Heading(), Words(tone="muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(style.GAP // 2)
        for part in (self.phone, self.state, self.about):
            box.addWidget(part)

    def show_head(self, row: HandoverRow, phone: str) -> None:
        words = row.words
        if contact_centre_acts.phone_first(row, phone):
            call, words = self._call(row, phone)
            self.phone.show_number(call, phone, life_at_risk=row.life_at_risk)
        else:
            self.phone.hide()
        self.state.say(words, state_tone(row))
        self.about.setText(self._about(row))

    def _call(self, row: HandoverRow, phone: str) -> tuple[str, str]:
        """Part the room's words into the call and the rest."""
        if phone and phone in row.words:
            call, _, rest = row.words.partition(phone)
            rest = rest.lstrip(":. ")
            return call.strip(), rest[:1].upper() + rest[1:]
        if phone:
            return self.tr("Call the control room on"), row.words
        return self.tr("Call the control room: its number is not set in Settings"), row.words

    def _about(self, row: HandoverRow) -> str:
        return self.tr(
            "{author} to {account}. Received {received}, handed over {handed_over} by {handler}. Id {id}"
        ).format(
            author=row.author,
            account=row.account_handle,
            received=clock.shown(row.received_at, self._zone, seconds=True),
            handed_over=f"{clock.wall(row.created_at, self._zone):%H:%M:%S}",
            handler=row.record.handler,
            id=row.correlation_id,
        )


class HandoverBody(QWidget):
    """The record word for word as the contact centre reads it, and beside it how it got there."""

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self.record = QPlainTextEdit()
        self.record.setReadOnly(True)
        self.record.setTabChangesFocus(True)
        self.record.setAccessibleName(self.tr("The record as the contact centre reads it"))
        self._routes = QVBoxLayout()
        self.routes: list[Words] = []
        self.ladder, self.history = Ladder(zone), Words()
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, style.GAP, 0)
        column.setSpacing(style.GAP // 2)
        for heading, part in (
            (self.tr("Routes"), self._routes),
            (self.tr("Timers"), self.ladder),
            (self.tr("What happened"), self.history),
        ):
            column.addWidget(Heading(heading, size=1.05))
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
            column.addSpacing(style.GAP)
        column.addStretch(1)
        beside = scrolled(side)
        beside.setFixedWidth(SIDE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP * 2)
        row.addWidget(self.record, 1)
        row.addWidget(beside)

    def show_body(self, sheet: Sheet, at: datetime) -> None:
        if self.record.toPlainText() != sheet.text.rstrip("\n"):  # else the reader's place is kept
            self.record.setPlainText(sheet.text.rstrip("\n"))
        self._show_routes(sheet.row)
        self.ladder.show_rungs(sheet.rungs, at)
        self.history.setText("\n".join(self._event(event) for event in sheet.events))

    def _show_routes(self, row: HandoverRow) -> None:
        over = row.state in (HandoverState.REJECTED, HandoverState.CLOSED)
        lines = [delivery_words(delivery, self._zone, over=over) for delivery in row.deliveries]
        if not lines:
            lines = [(self.tr("No route to the contact centre is set up: phone."), "danger")]
        while len(self.routes) < len(lines):
            self.routes.append(Words())
            self._routes.addWidget(self.routes[-1])
        for label, (words, tone) in zip(self.routes, lines, strict=False):
            label.say(words, tone)
        for label in self.routes[len(lines) :]:
            label.say("")

    def _event(self, event: Event) -> str:
        at = clock.wall(event.at, self._zone)
        return f"{at:%H:%M:%S}  {event.words} ({event.who})"


def state_tone(row: HandoverRow) -> str:
    """Return the tone in which its state is shown: accepted is calm, only sent is not."""
    if row.state is HandoverState.QUEUED:
        return "danger" if row.life_at_risk else "warning"
    tones = {
        HandoverState.DELIVERED: "danger" if row.life_at_risk else "warning",
        HandoverState.REJECTED: "danger",
        HandoverState.CLOSED: "muted",
    }
    return tones.get(row.state, "ok")


def delivery_words(delivery: DeliveryRow, zone: str, *, over: bool = False) -> tuple[str, str]:
    """Word one route: where it stands, how often it was tried, the server's own words."""
    stands, tone = _standing(delivery, over=over)
    parts = [f"{route_name(delivery.route)}: {stands}"]
    if delivery.delivered_at:
        parts.append(_time(delivery.delivered_at, zone))
    if delivery.next_try_at and delivery.tries and not over:
        at = _time(delivery.next_try_at, zone)
        parts.append(translate("Handover", "next try at {time}").format(time=at))
    if delivery.tries == 1:
        parts.append(translate("Handover", "tried once"))
    elif delivery.tries:
        parts.append(translate("Handover", "tried {count} times").format(count=delivery.tries))
    words = ", ".join(parts)
    return f"{words}\n{delivery.detail}" if delivery.detail else words, tone


def _standing(delivery: DeliveryRow, *, over: bool) -> tuple[str, str]:
    if over and delivery.state in (D.QUEUED, D.SENDING):
        return translate("Handover", "not sent any more"), "muted"
    return {
        D.QUEUED: (translate("Handover", "waiting to be sent"), "warning"),
        D.SENDING: (translate("Handover", "being sent"), "accent"),
        D.DELIVERED: (translate("Handover", "delivered, which is not yet an acceptance"), ""),
        D.FAILED: (translate("Handover", "failed"), "danger"),
    }[delivery.state]


def _time(at: datetime, zone: str) -> str:
    return f"{clock.wall(at, zone):%H:%M:%S}"
