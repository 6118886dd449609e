"""What does the audit screen ask of the rooms? Each function runs on a worker thread, in its own session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from desktop.models import Actor
from desktop.models.database import Database
from desktop.records import audit_search
from desktop.records.audit_search import Found, Verified, Wanted


@dataclass(frozen=True)
class Asked:
    """The filters as they stand on the screen; days in the force's zone, both included."""

    actor: str = ""
    action: str = ""
    subject: str = ""
    first: date | None = None
    last: date | None = None


def wanted(asked: Asked, zone: str) -> Wanted:
    """Turn days on the wall into instants."""
    since = None if asked.first is None else _midnight(asked.first, zone)
    until = None if asked.last is None else _midnight(asked.last + timedelta(days=1), zone)
    return Wanted(asked.actor, asked.action, asked.subject, since, until)


def read(database: Database, by: Actor, asked: Asked, zone: str, before: int) -> Found:
    return audit_search.read(database, by, wanted(asked, zone), before=before)


def choices(database: Database) -> tuple[list[str], list[str]]:
    with database.reading() as session:
        return audit_search.choices(session)


def export(database: Database, by: Actor, asked: Asked, zone: str, file: Path) -> int:
    return audit_search.export(database, by, wanted(asked, zone), file)


def verify(database: Database, by: Actor, told: Callable[[int], object]) -> Verified:
    return audit_search.verify(database, by, told)


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
