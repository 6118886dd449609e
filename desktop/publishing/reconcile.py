"""An answer was lost: was it published? The account is read; what cannot be proved is asked of a person."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop import clock
from desktop.accounts.connectors import Connectors
from desktop.errors import Unavailable
from desktop.models import Attempt, Outcome, Publication, PublicationState
from desktop.models.database import Database
from desktop.networks.protocol import Connector, Prepared, Sent
from desktop.publishing.moving import move
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.publishing.delivery import Pace

log = logging.getLogger(__name__)
S = PublicationState
AT_ONCE = 20
VERIFY_FOR = timedelta(minutes=10)


def run(database: Database, connectors: Connectors, worker: str, pace: Pace, at: datetime) -> int:
    """Look once at each publication in doubt, and verify a few published ones; how many were looked at."""
    ids = _claim(database, worker, pace, at)
    unreadable: dict[int, str] = {}  # an account that cannot be read is asked once a run, not for each post
    for publication_id in ids:
        _look(database, connectors, publication_id, worker, pace, unreadable)
    if not ids:
        _verify_one(database, connectors, at)
    return len(ids)


def _claim(database: Database, worker: str, pace: Pace, at: datetime) -> list[int]:
    mine = (
        Publication.state == S.UNCONFIRMED,
        sa.or_(Publication.not_before.is_(None), Publication.not_before <= at),
        sa.or_(Publication.lease_until.is_(None), Publication.lease_until < at),
    )
    chosen = sa.select(Publication.id).where(*mine).order_by(Publication.id).limit(AT_ONCE)
    query = (
        sa.update(Publication)
        .where(Publication.id.in_(chosen), *mine)
        .values(lease_owner=worker, lease_until=at + timedelta(seconds=pace.lease))
        .returning(Publication.id)
        .execution_options(synchronize_session=False)
    )
    with database.reading() as session:
        if session.scalar(chosen.limit(1)) is None:
            return []  # nothing in doubt: no writing transaction for nothing
    with database.session() as session:
        return list(session.scalars(query))


def _look(
    database: Database,
    connectors: Connectors,
    publication_id: int,
    worker: str,
    pace: Pace,
    unreadable: dict[int, str],
) -> None:
    with database.reading() as session:
        publication = session.get_one(Publication, publication_id)
        account_id, since = publication.account_id, publication.first_sent_at or publication.due_at
        prepared = Prepared(publication.client_key, publication.prepared)
    began = clock.now()
    try:
        if account_id in unreadable:
            raise Unavailable(unreadable[account_id])
        connector = connectors.get(account_id)
        found = connector.find(prepared, since)
        safe = connector.resend_is_safe(prepared, since, clock.now())
    except Exception as error:  # whatever the account answers with must not stop what comes after it
        reason = getattr(error, "reason", "") or translate(
            "Publishing", "its answer makes no sense ({fault})."
        ).format(fault=type(error).__name__)
        unreadable[account_id] = reason
        with database.session() as session:
            _unreadable(session, publication_id, reason, began, worker, pace)
        return
    with database.session() as session:
        _conclude(session, publication_id, found, safe, began, worker, pace)


def _conclude(
    session: Session,
    publication_id: int,
    found: tuple[Sent, ...],
    safe: bool,
    began: datetime,
    worker: str,
    pace: Pace,
) -> None:
    publication = session.get_one(Publication, publication_id)
    if publication.state is not S.UNCONFIRMED:
        return
    ours = not_others(session, publication, found)
    if ours:
        _arrived(session, publication, ours, began, worker)
        return
    at = clock.now()
    settled = publication.settle_until is None or at >= publication.settle_until
    stalled = publication.evidence.get("doubt") == "stalled"
    # A stalled request may still be under way, and a network learns its key only once it is done.
    if safe and (settled or (_in_time(publication, at) and not stalled)):
        seen = translate(
            "Publishing",
            "Read the account: it is not there. Sending it again is safe: the network keeps our key.",
        )
        again = translate("Publishing", "It did not arrive. The same request is sent again.")
        _send_again(session, publication, began, worker, seen, again)
    elif not settled:
        publication.not_before, publication.lease_until = at + timedelta(seconds=pace.look_again), None
    elif stalled:
        seen = translate("Publishing", "Read the account: it is not there now.")
        _note(session, publication, began, worker, Outcome.ABSENT, seen)
        why = translate(
            "Publishing", "The network did not answer in time, and the post is not on the account so far."
        )
        _ask(session, publication, worker, why)
    else:
        seen = translate("Publishing", "Read the account: it is not there. It did not arrive.")
        again = translate("Publishing", "It did not arrive. It is sent again.")
        _send_again(session, publication, began, worker, seen, again)


def _arrived(session: Session, publication: Publication, ours: Sent, began: datetime, worker: str) -> None:
    from desktop.publishing.delivery import published  # it runs this module in turn

    seen = translate("Publishing", "Read the account: it is there ({network_id}).")
    _note(session, publication, began, worker, Outcome.FOUND, seen.format(network_id=ours.network_id))
    publication.verified_at = clock.now()
    words = translate("Publishing", "The answer was lost; the account was read and holds the post.")
    published(session, publication, ours, worker, words)


def _send_again(
    session: Session, publication: Publication, began: datetime, worker: str, seen: str, why: str
) -> None:
    _note(session, publication, began, worker, Outcome.ABSENT, seen)
    move(session, publication, S.SCHEDULED, worker, why)


def _unreadable(
    session: Session, publication_id: int, reason: str, began: datetime, worker: str, pace: Pace
) -> None:
    publication = session.get_one(Publication, publication_id)
    if publication.state is not S.UNCONFIRMED:
        return
    at = clock.now()
    _note(
        session,
        publication,
        began,
        worker,
        Outcome.UNKNOWN,
        translate("Publishing", "The account could not be read: {reason}").format(reason=reason),
    )
    if at - (publication.first_sent_at or publication.due_at) > timedelta(seconds=pace.give_up):
        _ask(
            session,
            publication,
            worker,
            translate("Publishing", "The account cannot be read: {reason}").format(reason=reason),
        )
    else:
        publication.not_before, publication.lease_until = at + timedelta(seconds=pace.unreadable), None


def _ask(session: Session, publication: Publication, worker: str, why: str) -> None:
    publication.evidence = {**publication.evidence, "read_at": clock.now().isoformat(), "why": why}
    move(
        session,
        publication,
        S.QUESTION,
        worker,
        translate("Publishing", "Check the account: posted / not posted? {why}").format(why=why),
    )


def _note(
    session: Session, publication: Publication, began: datetime, worker: str, outcome: Outcome, words: str
) -> None:
    session.add(
        Attempt(
            publication_id=publication.id,
            act="look",
            worker=worker,
            started_at=began,
            ended_at=clock.now(),
            outcome=outcome,
            detail=words,
        )
    )


def not_others(session: Session, publication: Publication, found: tuple[Sent, ...]) -> Sent | None:
    """Return the oldest that no other publication is known by."""
    query = sa.select(Publication.network_id).where(
        Publication.account_id == publication.account_id,
        Publication.network_id.in_([sent.network_id for sent in found]),
        Publication.id != publication.id,
    )
    taken = set(session.scalars(query))
    return next((sent for sent in reversed(found) if sent.network_id not in taken), None)


def _in_time(publication: Publication, at: datetime) -> bool:
    return at <= publication.due_at + timedelta(seconds=publication.tolerance)


def _verify_one(database: Database, connectors: Connectors, at: datetime) -> None:
    """Read back the newest published one that was not read back yet: confirmed is more than accepted."""
    query = (
        sa.select(Publication)
        .where(
            Publication.state == S.PUBLISHED,
            Publication.verified_at.is_(None),
            Publication.first_sent_at > at - VERIFY_FOR,
            Publication.network_id != "",
        )
        .order_by(Publication.id.desc())
        .limit(1)
    )
    with database.reading() as session:
        publication = session.scalar(query)
        if publication is None:
            return
        prepared = Prepared(publication.client_key, publication.prepared)
        known = (
            publication.id,
            publication.account_id,
            publication.first_sent_at or at,
            publication.network_id,
        )
    publication_id, account_id, since, network_id = known
    try:
        connector: Connector = connectors.get(account_id)
        there = any(sent.network_id == network_id for sent in connector.find(prepared, since))
    except Exception:  # also an answer that makes no sense: the health check tells what is wrong
        log.info("publication %s could not be read back", publication_id, exc_info=True)
        return
    if there:
        with database.session() as session:
            session.execute(
                sa.update(Publication).filter_by(id=publication_id).values(verified_at=clock.now())
            )
