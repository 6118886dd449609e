"""Which timers run on a handover, and what happened on each rung of their ladder?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import clock
from desktop.contact_centre.emergencies import PATIENT
from desktop.contact_centre.handover import HandoverRow
from desktop.models import HandoverState
from desktop.records.settings import ForceSettings
from desktop.views import style
from desktop.views.alarm_words import counting
from desktop.views.widgets.labels import Words

translate = QCoreApplication.translate
OVER = (HandoverState.REJECTED, HandoverState.CLOSED)


@dataclass(frozen=True)
class Rung:
    """What must have happened by ``due_at`` (None: it is a fact); ``over`` once it no longer matters."""

    words: str
    due_at: datetime | None
    met_at: datetime | None
    over: bool = False


def rungs(row: HandoverRow, force: ForceSettings) -> Iterator[Rung]:
    """Yield the ladder from the network's receipt up, with the force's own timers."""
    patience = 1 if row.life_at_risk else PATIENT
    yield Rung(translate("Ladder", "Received by the network"), None, row.received_at)
    if row.life_at_risk:  # who handed it over had it open, at the latest then
        words = translate("Ladder", "Opened within {time} of the receipt, else supervisor")
        yield _rung(row, words, force.unseen_seconds, row.received_at, _opened_at(row))
    yield Rung(translate("Ladder", "Handed over"), None, row.created_at)
    words = translate("Ladder", "Delivered within {time} of the handover, else phone")
    delivered_at = row.delivered_at or row.accepted_at
    yield _rung(row, words, force.undelivered_seconds * patience, row.created_at, delivered_at)
    words = translate("Ladder", "Accepted within {time} of the receipt, else alarm and phone")
    yield _rung(row, words, force.unaccepted_seconds * patience, row.received_at, row.accepted_at)
    if row.life_at_risk:
        words = translate("Ladder", "Accepted within {time} of the receipt, else the duty inspector")
        yield _rung(row, words, force.inspector_seconds, row.received_at, row.accepted_at)


def _rung(row: HandoverRow, words: str, seconds: int, since: datetime, met_at: datetime | None) -> Rung:
    patience = timedelta(seconds=seconds)
    return Rung(words.format(time=span(patience)), since + patience, met_at, row.state in OVER)


def _opened_at(row: HandoverRow) -> datetime:
    return min(row.record.first_seen_at or row.created_at, row.created_at)


def span(time: timedelta) -> str:
    """Word a timer ("30 s", "2 min", "2 min 30 s")."""
    minutes, seconds = divmod(int(time.total_seconds()), 60)
    parts = (
        translate("Ladder", "{number} min").format(number=minutes) if minutes else "",
        translate("Ladder", "{number} s").format(number=seconds) if seconds else "",
    )
    return " ".join(part for part in parts if part)


def outcome(rung: Rung, at: datetime, zone: str) -> tuple[str, str]:
    """Return how a rung stands at the instant ``at``, and its tone."""
    if rung.due_at is None:
        return _time(rung.met_at or at, zone), ""
    if rung.met_at is not None:
        if rung.met_at <= rung.due_at:
            return translate("Ladder", "In time, at {time}").format(time=_time(rung.met_at, zone)), "ok"
        late = counting(rung.met_at - rung.due_at)
        words = translate("Ladder", "At {time}, {late} late")
        return words.format(time=_time(rung.met_at, zone), late=late), "warning"
    if rung.over:
        return translate("Ladder", "Not needed any more"), "muted"
    if at < rung.due_at:
        return translate("Ladder", "{left} left").format(left=counting(rung.due_at - at)), "accent"
    words = translate("Ladder", "Passed at {time}, {late} ago")
    return words.format(time=_time(rung.due_at, zone), late=counting(at - rung.due_at)), "danger"


def _time(at: datetime, zone: str) -> str:
    return f"{clock.wall(at, zone):%H:%M:%S}"


class Ladder(QWidget):
    """The rungs, one below the other; what is still to come counts down."""

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._rungs: Sequence[Rung] = ()
        self._lines: list[tuple[Words, Words]] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)

    @property
    def words(self) -> list[str]:
        return [f"{words.text()}: {stands.text()}" for words, stands in self._lines[: len(self._rungs)]]

    def show_rungs(self, found: Sequence[Rung], at: datetime) -> None:
        self._rungs = found
        while len(self._lines) < len(found):
            line = Words(tone="muted"), Words()
            for part in line:
                self._box.addWidget(part)
            self._box.addSpacing(style.GAP // 2)
            self._lines.append(line)
        for place, line in enumerate(self._lines):
            for part in line:
                part.setVisible(place < len(found))
        self.tick(at)

    def tick(self, at: datetime) -> None:
        """Repaint what counts; nothing is read."""
        for rung, (words, stands) in zip(self._rungs, self._lines, strict=False):
            text, tone = outcome(rung, at, self._zone)
            if words.text() != rung.words:
                words.setText(rung.words)
            if stands.text() != text:
                stands.say(text, tone)
