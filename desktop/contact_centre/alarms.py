"""What must not be overlooked now, how loudly, and who has been told?

An alarm stands until its cause is gone. Its level only rises while it stands: 1 notice, 2 supervisor,
3 phone now, 4 duty inspector. A person may silence it; nobody can put it away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.clock import now
from desktop.contact_centre.causes import causes
from desktop.contact_centre.emergencies import Cause
from desktop.errors import Refused
from desktop.models import Act, Actor, Alarm, AlarmKind, Person
from desktop.models.database import Database
from desktop.records import audit
from desktop.words import translate

ENGINE = "engine:escalator"
LOUD = 2  # from here on an alarm is red and sounds
ABOUT_A_LIFE = (AlarmKind.UNACCEPTED, AlarmKind.UNDELIVERED, AlarmKind.LIFE_AT_RISK, AlarmKind.UNSEEN)


@dataclass(frozen=True)
class AlarmRow:
    id: int
    kind: AlarmKind
    subject: str  # "conversation:12", "handover:4", "account:3", "publication:9", "engine:"
    level: int
    words: str
    since: datetime  # when its clock began: the network's receipt
    raised_at: datetime
    changed_at: datetime
    acknowledged_by: str  # "" where nobody did at this level
    acknowledged_at: datetime | None
    sounding: bool  # nobody has acknowledged it at this level

    @property
    def about_a_life(self) -> bool:
        return self.kind in (AlarmKind.LIFE_AT_RISK, AlarmKind.UNSEEN)

    @property
    def loudness(self) -> int:
        """How loudly it is shown and sounded: a life at risk is red and heard from its arrival."""
        return max(self.level, LOUD) if self.about_a_life else self.level

    @property
    def subject_id(self) -> int:
        """The number in ``subject``; 0 where it has none."""
        number = self.subject.rpartition(":")[2]
        return int(number) if number.isdigit() else 0


class Escalator:
    """Compares what is wrong with what stands. Any number may run; one transaction changes at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def run(self, at: datetime | None = None) -> int:
        """Raise, raise higher and clear; return how many alarms changed. ``at`` is now unless given (UTC)."""
        at = at or now()
        with self._database.reading() as session:
            if not _differences(session, at):
                return 0
        with self._database.session() as session:
            differences = _differences(session, at)
            for alarm, cause in differences:
                _settle(session, alarm, cause, at)
            return len(differences)


def standing(session: Session) -> list[AlarmRow]:
    """Return the alarms that stand: those about a life first, then the highest, then the longest standing."""
    query = (
        sa.select(Alarm, Person.name)
        .outerjoin(Person, Person.id == Alarm.acknowledged_by)
        .where(Alarm.cleared_at.is_(None))
        .order_by(Alarm.kind.in_(ABOUT_A_LIFE).desc(), Alarm.level.desc(), Alarm.since, Alarm.id)
    )
    return [_row(alarm, name or "") for alarm, name in session.execute(query)]


def about(session: Session, subject: str) -> list[int]:
    """Return the ids of all alarms that ever stood for ``subject``, the first first."""
    return list(session.scalars(sa.select(Alarm.id).where(Alarm.subject == subject).order_by(Alarm.id)))


def acknowledge(session: Session, alarm_id: int, by: Actor) -> None:
    """Record that ``by`` has seen the alarm: it is silent until it rises. It stands all the same."""
    if not any(by.may(act) for act in (Act.TRIAGE, Act.DRAFT, Act.MANAGE)):
        by.require(Act.TRIAGE)
    alarm = session.get(Alarm, alarm_id, with_for_update=True)
    if alarm is None or alarm.cleared_at is not None:
        raise Refused(translate("Alarm", "This alarm is over: its cause is gone."))
    alarm.acknowledged_by, alarm.acknowledged_at = by.id, now()
    alarm.acknowledged_level = alarm.level
    audit.append(
        session, by, "alarm.acknowledge", f"alarm:{alarm.id}", level=alarm.level, about=alarm.subject
    )


_Difference = tuple[Alarm | None, Cause | None]


def _differences(session: Session, at: datetime) -> list[_Difference]:
    wanted = {(cause.kind, cause.subject): cause for cause in causes(session, at)}
    alarms = session.scalars(sa.select(Alarm).where(Alarm.cleared_at.is_(None))).all()
    stands = {(alarm.kind, alarm.subject): alarm for alarm in alarms}
    found: list[_Difference] = [(None, cause) for key, cause in wanted.items() if key not in stands]
    for key, alarm in stands.items():
        cause = wanted.get(key)
        if (
            cause is None
            or cause.level > alarm.level
            or (cause.words != alarm.words and cause.level == alarm.level)
        ):
            found.append((alarm, cause))
    return found


def _settle(session: Session, alarm: Alarm | None, cause: Cause | None, at: datetime) -> None:
    if alarm is None and cause is not None:
        _raise(session, cause, at)
    elif alarm is not None and cause is None:
        alarm.cleared_at = at
        _told(session, "alarm.clear", alarm)
    elif alarm is not None and cause is not None:
        rises = cause.level > alarm.level
        alarm.level, alarm.words, alarm.changed_at = max(cause.level, alarm.level), cause.words, at
        if rises:
            _told(session, "alarm.rise", alarm)


def _raise(session: Session, cause: Cause, at: datetime) -> None:
    alarm = Alarm(
        kind=cause.kind,
        subject=cause.subject,
        level=cause.level,
        words=cause.words,
        since=cause.since,
        raised_at=at,
        changed_at=at,
    )
    session.add(alarm)
    session.flush()
    _told(session, "alarm.raise", alarm)


def _told(session: Session, action: str, alarm: Alarm) -> None:
    # Not the words: they hold what the public calls itself.
    audit.append(
        session,
        ENGINE,
        action,
        f"alarm:{alarm.id}",
        kind=alarm.kind,
        level=alarm.level,
        about=alarm.subject,
        since=alarm.since,
    )


def _row(alarm: Alarm, name: str) -> AlarmRow:
    silenced = alarm.acknowledged_level >= alarm.level
    return AlarmRow(
        alarm.id,
        alarm.kind,
        alarm.subject,
        alarm.level,
        alarm.words,
        alarm.since,
        alarm.raised_at,
        alarm.changed_at,
        name if silenced else "",
        alarm.acknowledged_at if silenced else None,
        not silenced,
    )


def highest(alarms: Sequence[AlarmRow]) -> int:
    """The level the window shows; 0 when all is well."""
    return max((alarm.level for alarm in alarms), default=0)
