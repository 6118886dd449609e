"""How is a published post taken off each network, and what came of it on each?"""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop import clock
from desktop.accounts.connectors import Connectors
from desktop.errors import Denied, Refused, Unavailable
from desktop.models import Account, Act, Actor, Attempt, Outcome, Publication, PublicationState
from desktop.models.database import Database
from desktop.networks.protocol import Prepared, Sent
from desktop.publishing import approval, reconcile
from desktop.publishing.moving import move
from desktop.records import audit
from desktop.words import translate

S = PublicationState
AGAIN = timedelta(seconds=30)
LEASE = timedelta(seconds=60)
THERE = frozenset({S.PUBLISHED, S.UNCONFIRMED, S.QUESTION})  # it is on the network, or may be


def ask(session: Session, post_id: int, by: Actor, reason: str = "") -> list[int]:
    """Ask that a post be removed from every network; what was not sent is cancelled. Our record stays.

    What is in doubt is removed as soon as it is found to be there, and not sent again otherwise.
    """
    by.require(Act.WITHDRAW)
    rows = approval.publications(session, post_id)
    if any(row.state in (S.CLAIMED, S.SENDING) for row in rows):
        raise Refused(translate("Publishing", "This post is being sent right now. Withdraw it in a moment."))
    wanted = []
    for row in rows:
        if row.state in (S.SCHEDULED, S.HELD, S.OVERDUE, S.FAILED):
            move(
                session,
                row,
                S.CANCELLED,
                by,
                reason
                or translate("Publishing", "Withdrawn by {name} before it was sent.").format(name=by.name),
            )
        elif row.state in THERE and row.withdraw_next_at is None:
            # Also one that was refused before: somebody may have deleted it by hand since.
            row.withdraw_wanted, row.withdraw_next_at = True, clock.now()
            row.withdraw_result = (
                translate("Publishing", "To be removed; not yet done.")
                if row.state is S.PUBLISHED
                else translate("Publishing", "To be removed if it is found on the account.")
            )
            wanted.append(row.id)
    audit.append(session, by, "post.withdraw", f"post:{post_id}", reason=reason, publications=wanted)
    return wanted


def removed_by_hand(session: Session, publication_id: int, by: Actor) -> None:
    """Record that a person removed it on the network itself, where we could not."""
    by.require(Act.WITHDRAW)
    row = session.get(Publication, publication_id)
    if row is None or row.state is not S.PUBLISHED or not row.withdraw_wanted:
        raise Refused(
            translate("Publishing", "This is not to be removed, or is gone already. Look at it again.")
        )
    row.withdraw_result, row.withdraw_next_at = (
        translate("Publishing", "Removed by hand, says {name}.").format(name=by.name),
        None,
    )
    move(session, row, S.WITHDRAWN, by, row.withdraw_result)


def run(database: Database, connectors: Connectors, worker: str, at: datetime) -> int:
    """Remove what is to be removed and due for a try; how many were tried."""
    due = (
        Publication.withdraw_wanted.is_(True),
        Publication.state == S.PUBLISHED,
        Publication.withdraw_next_at <= at,
    )
    with database.reading() as session:
        ids = list(session.scalars(sa.select(Publication.id).where(*due)))
    for publication_id in ids:
        if _claimed(database, publication_id, due, at):
            _remove(database, connectors, publication_id, worker)
    return len(ids)


def _claimed(
    database: Database, publication_id: int, due: tuple[sa.ColumnElement[bool], ...], at: datetime
) -> bool:
    query = (
        sa.update(Publication)
        .where(Publication.id == publication_id, *due)
        .values(withdraw_next_at=at + LEASE)
        .returning(Publication.id)
        .execution_options(synchronize_session=False)
    )
    with database.session() as session:
        return session.scalar(query) is not None


def _remove(database: Database, connectors: Connectors, publication_id: int, worker: str) -> None:
    with database.session() as session:
        row = session.get_one(Publication, publication_id)
        handle = session.get_one(Account, row.account_id).handle
        attempt = Attempt(
            publication_id=row.id,
            act="withdraw",
            worker=worker,
            started_at=clock.now(),
            detail=translate("Publishing", "Removing."),
        )
        session.add(attempt)
        session.flush()
        attempt_id = attempt.id
    try:
        _take_off(database, connectors, publication_id)
        outcome, words = Outcome.SENT, translate("Publishing", "Removed from {handle}.").format(handle=handle)
    except (Denied, Refused) as error:
        outcome, words = (
            Outcome.REFUSED,
            translate("Publishing", "Not removed from {handle}: {reason}").format(
                handle=handle, reason=error.reason
            ),
        )
    except Exception as error:  # what one account answers with must not stop what comes after it
        reason = getattr(error, "reason", "") or translate(
            "Publishing", "its answer makes no sense ({fault})."
        ).format(fault=type(error).__name__)
        outcome, words = (
            Outcome.UNKNOWN,
            translate("Publishing", "Not removed from {handle} yet: {reason} It is tried again.").format(
                handle=handle, reason=reason
            ),
        )
    with database.session() as session:
        _note(session, publication_id, attempt_id, outcome, words, worker)


def _take_off(database: Database, connectors: Connectors, publication_id: int) -> None:
    """Delete it on its network; where only a person saw it there, find it first.

    A network counts what it does not know as gone: an empty id would look like a success.
    """
    with database.reading() as session:
        row = session.get_one(Publication, publication_id)
        account_id, network_id, since = row.account_id, row.network_id, row.first_sent_at or row.due_at
        prepared = Prepared(row.client_key, row.prepared)
    try:
        connector = connectors.get(account_id)
    except Refused as error:  # this machine has no key to the account: another may have it
        raise Unavailable(error.reason) from error
    if not network_id:
        network_id = _found(database, publication_id, connector.find(prepared, since))
    connector.delete(network_id)


def _found(database: Database, publication_id: int, found: tuple[Sent, ...]) -> str:
    with database.session() as session:
        row = session.get_one(Publication, publication_id)
        ours = reconcile.not_others(session, row, found)
        if ours is None:
            raise Denied(
                translate(
                    "Publishing",
                    "it is not known which post there is meant. Remove it on the account itself.",
                )
            )
        row.network_id = ours.network_id
    return ours.network_id


def _note(
    session: Session, publication_id: int, attempt_id: int, outcome: Outcome, words: str, worker: str
) -> None:
    row, attempt = session.get_one(Publication, publication_id), session.get_one(Attempt, attempt_id)
    attempt.ended_at, attempt.outcome, attempt.detail = clock.now(), outcome, words
    if row.state is not S.PUBLISHED:
        return  # a person removed it meanwhile
    row.withdraw_result = words
    row.withdraw_next_at = clock.now() + AGAIN if outcome is Outcome.UNKNOWN else None
    if outcome is Outcome.SENT:
        move(session, row, S.WITHDRAWN, worker, words)
    else:
        audit.append(session, worker, "publication.not_withdrawn", f"publication:{row.id}", words=words)
