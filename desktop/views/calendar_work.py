"""What does the calendar ask of the rooms? Each function runs on a worker thread, in its own session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desktop import clock
from desktop.models import Actor, PublicationState, Purpose
from desktop.models.database import Database
from desktop.publishing import schedule
from desktop.publishing.schedule import AwaitingRow, HoldResult, HoldRow, PublicationRow
from desktop.views.calendar_board import Entry

S = PublicationState
MOVABLE = frozenset({S.SCHEDULED, S.HELD, S.OVERDUE})


@dataclass(frozen=True)
class Shown:
    """What the calendar shows: its entries, the holds in force, and all that is held."""

    entries: tuple[Entry, ...]
    holds: tuple[HoldRow, ...]
    held: tuple[PublicationRow, ...]


def read(database: Database, first: date, days: int, zone: str) -> Shown:
    """Read the publications of ``days`` days from ``first``, in the wall time of ``zone``."""
    tz = ZoneInfo(zone)
    start = datetime.combine(first, time(), tz)
    end = datetime.combine(first + timedelta(days=days), time(), tz)
    with database.reading() as session:
        rows = schedule.queue(session, start, end)
        waiting = schedule.awaiting(session, start, end)
        held = schedule.in_states(session, S.HELD)
        holds = schedule.holds(session)
    return Shown((*entries(rows, zone), *(_waiting(row, zone) for row in waiting)), tuple(holds), tuple(held))


def entries(rows: list[PublicationRow], zone: str) -> tuple[Entry, ...]:
    """Gather the publications of one post, time and state into one entry."""
    found: dict[tuple[int, datetime, PublicationState], list[PublicationRow]] = {}
    for row in rows:
        if row.purpose is Purpose.POST and row.post_id is not None and row.state is not S.CANCELLED:
            found.setdefault((row.post_id, row.due_at, row.state), []).append(row)
    return tuple(
        Entry(
            post_id,
            together[0].title or together[0].text,
            tuple(row.account_handle for row in together),
            state,
            clock.wall(due_at, zone),
            state in MOVABLE,
        )
        for (post_id, due_at, state), together in found.items()
    )


def _waiting(row: AwaitingRow, zone: str) -> Entry:
    return Entry(
        row.post_id, row.title, row.account_handles, None, clock.wall(row.due_at, zone), movable=True
    )


def move(database: Database, by: Actor, post_id: int, wall: datetime, zone: str, second: bool | None) -> None:
    with database.session() as session:
        schedule.reschedule(session, post_id, wall.isoformat(timespec="minutes"), zone, by, second=second)


def hold_all(database: Database, by: Actor, reason: str) -> HoldResult:
    with database.session() as session:
        return schedule.hold_all(session, by, reason)


def release(database: Database, by: Actor, publication_id: int) -> None:
    with database.session() as session:
        schedule.release(session, publication_id, by)


def lift(database: Database, by: Actor) -> None:
    with database.session() as session:
        schedule.lift(session, by)
