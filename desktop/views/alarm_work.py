"""What does the alarm bar ask of the rooms? Each function runs on a worker thread, in its own session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from desktop import clock
from desktop.contact_centre import alarms, causes, handover
from desktop.contact_centre.alarms import AlarmRow
from desktop.contact_centre.emergencies import Cause
from desktop.errors import Refused
from desktop.models import Actor, AlarmKind
from desktop.models.database import Database
from desktop.publishing import schedule
from desktop.records import settings
from desktop.words import translate

UNSTORED = 0  # the id of an alarm that nobody has stored yet


@dataclass(frozen=True)
class Standing:
    """The alarms that stand, the highest first, and the control room's number as it is now."""

    alarms: tuple[AlarmRow, ...]
    phone: str
    zone: str


def read(database: Database) -> Standing:
    """Return what stands.

    Where nobody escalates (no engine runs), what is wrong at this moment stands unstored: a window that
    is open shows an emergency even if all that would have raised it is down.
    """
    at = clock.now()
    with database.reading() as session:
        found = alarms.standing(session)
        wrong = list(causes.causes(session, at))
        force = settings.read(session)
    if any(cause.kind is AlarmKind.STOPPED for cause in wrong):
        found = _with(found, wrong, at)
    return Standing(tuple(found), force.control_room_phone, force.zone)


def acknowledge(database: Database, by: Actor, seen: AlarmRow) -> None:
    """Record that ``by`` has seen the alarm as it was shown; one that rose meanwhile is not silenced."""
    with database.session() as session:
        for alarm in alarms.standing(session):
            if alarm.id == seen.id and alarm.level > seen.level:
                raise Refused(translate("Alarm", "This alarm has just risen. Read it again."))
        alarms.acknowledge(session, seen.id, by)


def log_call(database: Database, by: Actor, handover_id: int, who_answered: str, at: datetime) -> None:
    """Record a call at the minute ``at`` (UTC); a message of that very minute came before the call."""
    with database.session() as session:
        received_at = handover.row(session, handover_id).received_at
        if at <= received_at < at + timedelta(minutes=1):
            at = received_at
        handover.accept_by_phone(session, handover_id, by, who_answered, at)


def place_of(database: Database, publication_id: int) -> tuple[str, int]:
    """Return where a publication is dealt with, as the desk goes there."""
    with database.reading() as session:
        publication = schedule.get(session, publication_id)
        if publication.conversation_id is not None:
            return "conversation", publication.conversation_id
        due_at = publication.due_at
        for row in schedule.queue(session, due_at, due_at + timedelta(seconds=1)):
            if row.id == publication_id and row.post_id is not None:
                return "post", row.post_id
    return "queue", 0


def _with(stored: Iterable[AlarmRow], wrong: Iterable[Cause], at: datetime) -> list[AlarmRow]:
    found = {(alarm.kind, alarm.subject): alarm for alarm in stored}
    for cause in wrong:
        alarm = found.get((cause.kind, cause.subject))
        if alarm is None:
            alarm = AlarmRow(UNSTORED, cause.kind, cause.subject, 0, "", cause.since, at, at, "", None, True)
        if cause.level > alarm.level:
            alarm = replace(
                alarm,
                level=cause.level,
                words=cause.words,
                acknowledged_by="",
                acknowledged_at=None,
                sounding=True,
            )
        found[cause.kind, cause.subject] = alarm
    return sorted(
        found.values(),
        key=lambda alarm: (alarm.kind not in alarms.ABOUT_A_LIFE, -alarm.level, alarm.since, alarm.id),
    )
