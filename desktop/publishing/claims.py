"""Which due publications may this process send now? The claim is one conditional UPDATE.

In it, not before it: the approval valid for this very hash, account and time, no hold in force, due, nobody
else's.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models import Account, Approval, Hold, Publication, PublicationState, Purpose, Variant, Version
from desktop.publishing.approval import EXPIRED
from desktop.publishing.moving import move
from desktop.words import translate

S = PublicationState


def claim(session: Session, worker: str, at: datetime, *, lease: timedelta, limit: int) -> list[int]:
    """Claim up to ``limit`` due publications for ``worker``; their ids, the earliest due first."""
    due = sa.select(Publication.id).where(*_may_go(at)).order_by(Publication.due_at).limit(limit)
    query = (
        sa.update(Publication)
        .where(Publication.id.in_(due), *_may_go(at))
        .values(state=S.CLAIMED, lease_owner=worker, lease_until=at + lease)
        .returning(Publication.id)
        .execution_options(synchronize_session=False)
    )
    return sorted(session.scalars(query))


def next_due(session: Session) -> datetime | None:
    """Return when the next scheduled publication is due (or may be tried again), UTC."""
    later = sa.case(
        (Publication.not_before > Publication.due_at, Publication.not_before), else_=Publication.due_at
    )
    row = session.scalar(
        sa.select(sa.type_coerce(sa.func.min(later), Publication.due_at.type)).where(
            Publication.state == S.SCHEDULED
        )
    )
    return row if isinstance(row, datetime) else None


def sweep(session: Session, worker: str, at: datetime, settle: timedelta) -> int:
    """Take over from the dead, drop what was withdrawn, hold what a hold covers, set aside what is late."""
    return (
        _take_over(session, worker, at, settle)
        + _drop(session, worker)
        + _hold(session, worker)
        + _set_aside(session, worker, at)
    )


def _may_go(at: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    approved = (
        sa.exists()
        .where(Version.id == Publication.version_id, Approval.version_id == Version.id)
        .where(Approval.void_at.is_(None), Approval.content_hash == Version.content_hash)
        .where(Approval.approver_id != Version.created_by)
        .where(Variant.id == Publication.variant_id, Variant.version_id == Version.id)
        .where(Variant.account_id == Publication.account_id)
        .where(sa.or_(Version.due_at.is_(None), Version.due_at == Publication.due_at))
    )
    reply = sa.and_(Publication.purpose == Purpose.REPLY, Publication.version_id.is_(None))
    waiting = sa.exists().where(Account.id == Publication.account_id, Account.wait_until > at)
    return (
        Publication.state == S.SCHEDULED,
        Publication.withdraw_wanted.is_(False),
        Publication.due_at <= at,
        sa.or_(Publication.not_before.is_(None), Publication.not_before <= at),
        sa.or_(reply, sa.and_(approved, ~held())),
        ~waiting,
    )


def held() -> sa.Exists:
    covers = sa.or_(Hold.account_id.is_(None), Hold.account_id == Publication.account_id)
    return sa.exists().where(Hold.lifted_at.is_(None), covers)


def _take_over(session: Session, worker: str, at: datetime, settle: timedelta) -> int:
    """An expired lease: claimed was never tried; sending may have been carried out."""
    query = sa.select(Publication).where(
        Publication.state.in_([S.CLAIMED, S.SENDING]), Publication.lease_until < at
    )
    rows = session.scalars(query).all()
    for row in rows:
        if row.state is S.CLAIMED:
            move(
                session,
                row,
                S.SCHEDULED,
                worker,
                translate("Publishing", "The process that was to send it stopped before it began."),
            )
        else:
            row.evidence = {**row.evidence, "doubt": "cut"}
            row.settle_until, row.not_before = at + settle, None
            move(
                session,
                row,
                S.UNCONFIRMED,
                worker,
                translate("Publishing", "The process that was sending it stopped. Reading the account."),
            )
    return len(rows)


def _drop(session: Session, worker: str) -> int:
    """What was in doubt when a person withdrew it, and proved not to have arrived, is not sent again."""
    query = sa.select(Publication).where(
        Publication.state == S.SCHEDULED, Publication.withdraw_wanted.is_(True)
    )
    rows = session.scalars(query).all()
    for row in rows:
        row.withdraw_result = ""
        move(
            session,
            row,
            S.CANCELLED,
            worker,
            translate("Publishing", "It did not arrive, and it was to be withdrawn: it is not sent."),
        )
    return len(rows)


def _hold(session: Session, worker: str) -> int:
    query = sa.select(Publication).where(
        Publication.state == S.SCHEDULED, Publication.purpose == Purpose.POST, held()
    )
    rows = session.scalars(query).all()
    for row in rows:
        move(session, row, S.HELD, worker, translate("Publishing", "All scheduled content is held."))
    return len(rows)


def _set_aside(session: Session, worker: str, at: datetime) -> int:
    # Of the many that are due just now only what is late is loaded as a whole.
    due = sa.select(Publication.id, Publication.due_at, Publication.tolerance).where(
        Publication.state == S.SCHEDULED, Publication.due_at < at
    )
    ids = [one for one, due_at, lasts in session.execute(due) if due_at + timedelta(seconds=lasts) < at]
    late = session.scalars(sa.select(Publication).where(Publication.id.in_(ids))).all() if ids else []
    for row in late:
        words = translate("Approval", EXPIRED)
        if row.reason:
            why = translate("Publishing", "It could not be sent in time: {reason}").format(reason=row.reason)
            words = f"{words} {why}"
        move(session, row, S.OVERDUE, worker, words)
    return len(late)
