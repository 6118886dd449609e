"""What does the contact-centre screen ask of the rooms? Each function runs on a worker thread, in its own session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime

from desktop import clock
from desktop.contact_centre import alarms, handover
from desktop.contact_centre.handover import HandoverRow
from desktop.contact_centre.record import as_text
from desktop.models import Actor, HandoverState
from desktop.models.database import Database
from desktop.records import audit, people, settings
from desktop.views.contact_centre_history import Event, event
from desktop.views.contact_centre_ladder import Rung, rungs

S = HandoverState
OPEN = (S.QUEUED, S.DELIVERED, S.ACCEPTED, S.LOGGED)
OVER = (S.REJECTED, S.CLOSED)


@dataclass(frozen=True)
class Listing:
    """The handovers of the list, in its order; ``rejected`` counts those that the control room did not take."""

    rows: tuple[HandoverRow, ...]
    rejected: int


@dataclass(frozen=True)
class Sheet:
    """All of one handover."""

    row: HandoverRow
    text: str  # the record as the contact centre reads it
    rungs: tuple[Rung, ...]
    events: tuple[Event, ...]
    phone: str


def listing(database: Database, over: bool) -> Listing:
    """Return those that wait, the accepted, the logged, and, where ``over``, the newest rejected and closed."""
    with database.reading() as session:
        found = handover.rows(session, states=OPEN)
        rejected = handover.rows(session, states=(S.REJECTED,))
        past = handover.rows(session, states=OVER, newest_first=True) if over else []
    return Listing((*sorted(found, key=_place), *past), len(rejected))


def sheet(database: Database, handover_id: int) -> Sheet:
    with database.reading() as session:
        row = handover.row(session, handover_id)
        force = settings.read(session)
        names = {person.username: person.name for person in people.rows(session)}
        entries = audit.entries(session, subject=f"handover:{handover_id}")
        for alarm_id in alarms.about(session, f"handover:{handover_id}"):
            entries += audit.entries(session, subject=f"alarm:{alarm_id}")
    entries.sort(key=lambda entry: entry.seq)
    events = tuple(found for entry in entries if (found := event(entry, names)) is not None)
    return Sheet(row, as_text(row.record), tuple(rungs(row, force)), events, force.control_room_phone)


def opened(database: Database, by: Actor, handover_id: int) -> None:
    """Record that ``by`` read what the public wrote, as it stands in the record."""
    with database.session() as session:
        row = handover.row(session, handover_id)
        subject = f"conversation:{row.conversation_id}"
        audit.append(session, by, "message.read", subject, why="handover", handover=handover_id)


def accept(database: Database, by: Actor, handover_id: int) -> None:
    """Accept in the name of the person who is signed in."""
    with database.session() as session:
        handover.accept(session, handover_id, by, by.name)


def reject(database: Database, by: Actor, handover_id: int, reason: str) -> None:
    with database.session() as session:
        handover.reject(session, handover_id, by, reason)


def record_reference(
    database: Database, by: Actor, handover_id: int, reference: str, date: Date, system: str
) -> None:
    with database.session() as session:
        handover.record_reference(session, handover_id, by, reference, date, system)


def close(database: Database, by: Actor, handover_id: int, feedback: str) -> None:
    with database.session() as session:
        handover.close(session, handover_id, by, feedback)


def send_again(database: Database, by: Actor, handover_id: int) -> int:
    with database.session() as session:
        return handover.send_again(session, handover_id, by)


def text_for_log(database: Database, by: Actor, handover_id: int) -> str:
    """Return what is pasted into the command system; that it was taken out is recorded."""
    with database.session() as session:
        text = handover.text_for_log(session, handover_id)
        audit.append(session, by, "handover.copy", f"handover:{handover_id}")
    return text


def today(zone: str, at: datetime | None = None) -> Date:
    return clock.wall(at or clock.now(), zone).date()


def _place(row: HandoverRow) -> int:
    """Waiting before accepted before logged; the room's own order within each."""
    return {S.QUEUED: 0, S.DELIVERED: 0, S.ACCEPTED: 1}.get(row.state, 2)
