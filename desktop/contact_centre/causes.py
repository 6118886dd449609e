"""What is wrong at this moment, since when, and how bad is it by now?

Every clock runs from the network's own receipt, not from when somebody looked. Each question is one
indexed query over what is open, so that a hundred thousand old messages cost nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.clock import wall
from desktop.contact_centre.emergencies import NOTICE, PHONE, SUPERVISOR, Cause, emergencies, unsettled
from desktop.models import (
    Account,
    AccountState,
    AlarmKind,
    Engine,
    Publication,
    PublicationState,
    Purpose,
)
from desktop.records import settings
from desktop.records.settings import ForceSettings
from desktop.words import dated, translate

LATE_AFTER = timedelta(seconds=60)
LASTING = timedelta(minutes=5)  # after which a blind account or a stopped engine rises
BEAT = timedelta(seconds=60)
RECENT = timedelta(days=1)


def causes(session: Session, at: datetime) -> Iterator[Cause]:
    """Yield everything that an alarm must stand for at the instant ``at``."""
    force = settings.read(session)
    yield from emergencies(session, force, at)
    yield from unsettled(session, force, at)
    yield from _blind(session, force, at)
    yield from _late(session, force, at)
    yield from _stopped(session, force, at)


def _blind(session: Session, force: ForceSettings, at: datetime) -> Iterator[Cause]:
    for account in session.scalars(sa.select(Account).where(Account.state == AccountState.BLIND)):
        since = account.trouble_since or account.checked_at or account.connected_at
        complete = (
            translate("Alarm", "complete to {time}").format(time=_time(account.complete_to, force, at))
            if account.complete_to
            else translate("Alarm", "never read yet")
        )
        words = translate("Alarm", "{handle} is blind since {time}: {complete}. Connect it again.").format(
            handle=account.handle, time=_time(since, force, at), complete=complete
        )
        level = PHONE if at - since >= LASTING else SUPERVISOR
        yield Cause(AlarmKind.BLIND, f"account:{account.id}", level, words, since)


def _late(session: Session, force: ForceSettings, at: datetime) -> Iterator[Cause]:
    unsent = (PublicationState.SCHEDULED, PublicationState.CLAIMED, PublicationState.SENDING)
    asks = (PublicationState.OVERDUE, PublicationState.QUESTION)
    query = (
        sa.select(Publication, Account.handle)
        .join(Account, Account.id == Publication.account_id)
        .where(
            sa.or_(
                sa.and_(Publication.state.in_(unsent), Publication.due_at < at - LATE_AFTER),
                Publication.state.in_(asks),
                sa.and_(Publication.state == PublicationState.FAILED, Publication.due_at > at - RECENT),
            )
        )
        .order_by(Publication.due_at)
        .limit(100)
    )
    for publication, handle in session.execute(query):
        yield _late_cause(publication, handle, force, at)


def _late_cause(publication: Publication, handle: str, force: ForceSettings, at: datetime) -> Cause:
    what = _what(publication).format(handle=handle, time=_time(publication.due_at, force, at))
    reason = publication.reason
    match publication.state:
        case PublicationState.OVERDUE:
            words, level = (
                translate("Alarm", "{what}: its time has passed and it was not sent. Choose a new time."),
                SUPERVISOR,
            )
        case PublicationState.QUESTION:
            words, level = (
                translate("Alarm", "{what}: check the account and say whether it was posted."),
                SUPERVISOR,
            )
        case PublicationState.FAILED:
            words, level = translate("Alarm", "{what}: it could not be published. {reason}"), NOTICE
        case _:
            words = translate("Alarm", "{what}: it is late and Blue Lamp keeps trying. {reason}")
            level = SUPERVISOR if at - publication.due_at >= LASTING else NOTICE
    words = words.format(what=what, reason=reason).rstrip()
    return Cause(AlarmKind.LATE, f"publication:{publication.id}", level, words, publication.due_at)


def _what(publication: Publication) -> str:
    if publication.purpose is Purpose.REPLY:
        return translate("Alarm", "Reply for {handle}, due {time}")
    return translate("Alarm", "Post for {handle}, due {time}")


def _stopped(session: Session, force: ForceSettings, at: datetime) -> Iterator[Cause]:
    beats = sa.select(sa.exists().where(Engine.beat_at > at - BEAT, Engine.stopped_at.is_(None)))
    if session.scalar(beats):
        return
    since = _work_since(session)
    if since is None:
        return
    last = session.scalar(sa.select(sa.func.max(sa.func.coalesce(Engine.stopped_at, Engine.beat_at))))
    since = max(last, since) if last else since
    if at - since < BEAT:
        return  # it is only just being set up, or started again
    level = PHONE if at - since >= LASTING else SUPERVISOR
    words = translate(
        "Alarm",
        "Nobody has been publishing or collecting since {time}. Start Blue Lamp on the computer that does.",
    ).format(time=_time(since, force, at))
    yield Cause(AlarmKind.STOPPED, "engine:", level, words, since)


def _work_since(session: Session) -> datetime | None:
    """Since when there has been something to collect or to publish; None when there is nothing."""
    connected = sa.select(sa.func.min(Account.connected_at)).where(Account.state != AccountState.DISCONNECTED)
    found = session.scalar(connected)
    if found is not None:
        return found
    due = sa.select(sa.func.min(Publication.due_at)).where(Publication.state == PublicationState.SCHEDULED)
    return session.scalar(due)


def _time(when: datetime, force: ForceSettings, at: datetime) -> str:
    """The time of day, with the date when it is not of the same day."""
    local = wall(when, force.zone)
    same = local.date() == wall(at, force.zone).date()
    if same:
        return f"{local:%H:%M}"
    return translate("Alarm", "{time} on {day}").format(
        time=f"{local:%H:%M}", day=f"{local.day} {dated(local, '%B')}"
    )
