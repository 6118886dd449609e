"""How does a due publication reach its network, once? Claim, attempt, send, outcome; each committed in turn.

The attempt stands in the database before the request leaves. A process that dies in between leaves
``sending`` behind, which whoever takes over treats as unconfirmed (see reconcile.py).
"""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from queue import SimpleQueue

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop import clock
from desktop.accounts.connectors import Connectors
from desktop.errors import Denied, Doubt, Refused, SignInNeeded, Unavailable
from desktop.models import Account, Attempt, Message, Outcome, Publication, PublicationState, Purpose
from desktop.models.database import Database
from desktop.models.publications import TRANSITIONS
from desktop.networks.protocol import Connector, Prepared, Sent
from desktop.publishing import claims, composing, reconcile, withdraw
from desktop.publishing.moving import move
from desktop.publishing.steps import fault_point
from desktop.records import audit
from desktop.words import translate

log = logging.getLogger(__name__)
S = PublicationState
BATCH = 100
THREADS = 16


@dataclass(frozen=True)
class Pace:
    """How long a lease lasts, and how long after a lost answer an absence proves nothing. Seconds."""

    lease: float = 60
    settle_cut: float = 10
    settle_stalled: float = 90
    look_again: float = 2
    unreadable: float = 15  # until an account that could not be read is tried again
    give_up: float = 900  # unreadable for so long: a person is asked
    backoff: tuple[float, ...] = (5, 15, 30, 60, 120)

    @property
    def fresh(self) -> timedelta:
        """How old a lease may be when the request leaves: the rest must outlast the request."""
        return timedelta(seconds=self.lease / 6)


@dataclass(frozen=True)
class Ready:
    """One publication whose exact request stands in the database, with its attempt."""

    publication_id: int
    attempt_id: int
    prepared: Prepared
    connector: Connector
    leased_at: datetime


Result = Sent | Exception


class Publisher:
    """Sends what is due. Any number may run, in any number of processes."""

    def __init__(
        self, database: Database, connectors: Connectors, worker: str, pace: Pace | None = None
    ) -> None:
        self._database, self._connectors = database, connectors
        self._worker, self._pace = f"engine:{worker}"[:80], pace or Pace()
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="publish")
        # Apart from sending: the next ones are prepared while these are on their way.
        self._preparing = ThreadPoolExecutor(THREADS, thread_name_prefix="prepare")

    def run_due(self, now: datetime | None = None) -> int:
        """Send all that is due, reconcile what is in doubt, withdraw what is to be; how many moved."""
        at = now or clock.now()
        moved = self._sweep(at)
        back: SimpleQueue[tuple[Ready, Result]] = SimpleQueue()
        under_way = 0
        try:
            while claimed := self._claim(at):
                fault_point("after_claim")
                for ready in self._begin(claimed):
                    self._pool.submit(self._send, ready).add_done_callback(
                        lambda sent: back.put(sent.result())
                    )
                    under_way += 1
                moved += len(claimed)
                if len(claimed) < BATCH:
                    break
        finally:
            # Whatever went wrong with the next ones: the receipts of these are written down.
            self._settle_all(back, under_way)
        moved += reconcile.run(self._database, self._connectors, self._worker, self._pace, at)
        return moved + withdraw.run(self._database, self._connectors, self._worker, at)

    def next_due(self) -> datetime | None:
        with self._database.reading() as session:
            return claims.next_due(session)

    def close(self) -> None:
        self._preparing.shutdown(wait=True)
        self._pool.shutdown(wait=True)

    def _sweep(self, at: datetime) -> int:
        with self._database.session() as session:
            return claims.sweep(session, self._worker, at, timedelta(seconds=self._pace.settle_cut))

    def _claim(self, at: datetime) -> list[int]:
        lease = timedelta(seconds=self._pace.lease)
        with self._database.session() as session:
            return claims.claim(session, self._worker, max(at, clock.now()), lease=lease, limit=BATCH)

    def _begin(self, claimed: list[int]) -> list[Ready]:
        """Prepare each, then write all attempts in one transaction; what could not be prepared waits."""
        prepared: dict[int, tuple[Connector, Prepared]] = {}
        jobs = [(item, self._preparing.submit(self._prepare, item)) for item in self._compose(claimed)]
        for item, job in jobs:
            try:
                prepared[item.publication_id] = job.result()
            except Exception as error:  # one that cannot be prepared must not hold up the others
                self._not_prepared(item.publication_id, error)
        fault_point("after_prepare")
        ready = self._write_attempts(prepared)
        fault_point("after_attempt")
        return ready

    def _compose(self, claimed: list[int]) -> list[composing.Item]:
        """Compose all at once; only where one of them cannot be composed, one by one."""
        try:
            with self._database.reading() as session:
                return composing.outgoing(session, claimed)
        except Refused as error:
            if len(claimed) == 1:
                self._not_prepared(claimed[0], error)
                return []
        return [item for one in claimed for item in self._compose([one])]

    def _prepare(self, item: composing.Item) -> tuple[Connector, Prepared]:
        try:
            connector = self._connectors.get(item.account_id)
        except Refused as error:  # this machine has no key to the account: another may have it
            raise Unavailable(error.reason) from error
        if item.prepared:
            return connector, Prepared(item.outgoing.client_key, item.prepared)
        return connector, connector.prepare(item.outgoing)

    def _write_attempts(self, prepared: dict[int, tuple[Connector, Prepared]]) -> list[Ready]:
        """Write the exact requests and one attempt each; in a few statements, however many there are."""
        at = clock.now()
        with self._database.session() as session:
            ours = self._still_ours(session, list(prepared), at)
            if not ours:
                return []
            requests = [{"id": one, "prepared": prepared[one][1].body} for one in ours]
            session.execute(sa.update(Publication), requests)
            attempt = {
                "act": "send",
                "worker": self._worker,
                "started_at": at,
                "detail": translate("Publishing", "Sending."),
            }
            written = session.execute(
                sa.insert(Attempt).returning(Attempt.id, Attempt.publication_id),
                [{"publication_id": one, "outcome": Outcome.OPEN, **attempt} for one in ours],
            ).all()
        return [
            Ready(publication_id, attempt_id, prepared[publication_id][1], prepared[publication_id][0], at)
            for attempt_id, publication_id in written
        ]

    def _still_ours(self, session: Session, ids: list[int], at: datetime) -> list[int]:
        """Move to ``sending`` those whose lease is still ours and that no hold has covered since the claim."""
        query = (
            sa.update(Publication)
            .where(
                Publication.id.in_(ids),
                Publication.state == S.CLAIMED,
                Publication.lease_owner == self._worker,
                Publication.lease_until > at,
                sa.or_(Publication.version_id.is_(None), ~claims.held()),
            )
            .values(
                state=S.SENDING,
                first_sent_at=sa.func.coalesce(Publication.first_sent_at, at),
                lease_until=at + timedelta(seconds=self._pace.lease),
            )
            .returning(Publication.id)
            .execution_options(synchronize_session=False)
        )
        return sorted(session.scalars(query))

    def _not_prepared(self, publication_id: int, error: Exception) -> None:
        if not isinstance(error, Denied | Refused | Unavailable):
            log.error("preparing publication %s failed in our own code", publication_id, exc_info=error)
            error = Unavailable(
                translate("Publishing", "It could not be prepared ({fault}).").format(
                    fault=type(error).__name__
                )
            )
        with self._database.session() as session:
            publication = session.get_one(Publication, publication_id)
            if publication.state is not S.CLAIMED or publication.lease_owner != self._worker:
                return
            if isinstance(error, Denied | Refused):
                move(session, publication, S.FAILED, self._worker, error.reason)
            elif isinstance(error, Unavailable):
                wait(session, publication, error, self._worker, self._pace)

    def _send(self, ready: Ready) -> tuple[Ready, Result]:
        fault_point("before_send")
        try:
            if clock.now() - ready.leased_at > self._pace.fresh and not self._renew(ready):
                raise Unavailable(
                    translate(
                        "Publishing", "It waited too long for its turn, and another process took it over."
                    )
                )
            return ready, ready.connector.send(ready.prepared)
        except Exception as error:  # every kind has its own outcome in settle; none may be lost
            return ready, error

    def _renew(self, ready: Ready) -> bool:
        """Take the lease anew for one whose turn comes late, behind others that stalled."""
        at = clock.now()
        query = (
            sa.update(Publication)
            .where(
                Publication.id == ready.publication_id,
                Publication.state == S.SENDING,
                Publication.lease_owner == self._worker,
                Publication.lease_until > at,
            )
            .values(lease_until=at + timedelta(seconds=self._pace.lease))
            .returning(Publication.id)
            .execution_options(synchronize_session=False)
        )
        with self._database.session() as session:
            return session.scalar(query) is not None

    def _settle_all(self, back: SimpleQueue[tuple[Ready, Result]], under_way: int) -> None:
        """Write the outcomes as they come, several in one transaction when they come together."""
        while under_way:
            gathered = [back.get()]
            while not back.empty():
                gathered.append(back.get())
            self._settle(gathered)
            under_way -= len(gathered)

    def _settle(self, gathered: list[tuple[Ready, Result]]) -> None:
        fault_point("after_send")
        with self._database.session() as session, audit.together(session):
            _load(session, gathered)
            for ready, result in gathered:
                settle(session, ready.publication_id, ready.attempt_id, result, self._worker, self._pace)
        fault_point("after_outcome")
        for _ready, result in gathered:
            if not isinstance(result, Sent | Unavailable | Denied | Refused):
                log.error("sending failed in our own code", exc_info=result)


def _load(session: Session, gathered: list[tuple[Ready, Result]]) -> None:
    """Read all rows that are settled together at once; ``settle`` finds them in the session."""
    publications = [ready.publication_id for ready, _ in gathered]
    attempts = [ready.attempt_id for ready, _ in gathered]
    session.info["settling"] = (  # kept alive: the session itself holds rows only weakly
        session.scalars(sa.select(Publication).where(Publication.id.in_(publications))).all(),
        session.scalars(sa.select(Attempt).where(Attempt.id.in_(attempts))).all(),
    )


def settle(
    session: Session, publication_id: int, attempt_id: int, result: Result, worker: str, pace: Pace
) -> None:
    """Write what came of one attempt."""
    publication, attempt = session.get_one(Publication, publication_id), session.get_one(Attempt, attempt_id)
    at = clock.now()
    attempt.ended_at = at
    ours = publication.state is S.SENDING and publication.lease_owner == worker
    if isinstance(result, Sent):
        attempt.outcome, attempt.detail = (
            Outcome.SENT,
            translate("Publishing", "The network took it as {network_id}.").format(
                network_id=result.network_id
            ),
        )
        if S.PUBLISHED in TRANSITIONS[publication.state]:
            late = "" if ours else translate("Publishing", "The network's answer came late: it is there.")
            published(session, publication, result, worker, late)
        return
    reason = str(
        getattr(result, "reason", "")
        or translate("Publishing", "a fault in Blue Lamp ({fault})").format(fault=type(result).__name__)
    )
    attempt.detail = reason
    if isinstance(result, Unavailable) and result.doubt is Doubt.NOT_DONE:
        attempt.outcome = Outcome.NOT_DONE
        if ours:
            wait(session, publication, result, worker, pace)
    elif isinstance(result, Denied):
        attempt.outcome = Outcome.REFUSED
        if ours and "duplicate" in reason.lower():
            doubt(session, publication, "cut", reason, worker, at + timedelta(seconds=pace.settle_cut))
        elif ours:
            move(session, publication, S.FAILED, worker, reason)
    else:
        # An unknown fault of ours after the request may have left counts as doubt too.
        attempt.outcome = Outcome.UNKNOWN
        stalled = isinstance(result, Unavailable) and result.doubt is Doubt.STALLED
        if ours:
            until = at + timedelta(seconds=pace.settle_stalled if stalled else pace.settle_cut)
            doubt(session, publication, "stalled" if stalled else "cut", reason, worker, until)


def doubt(
    session: Session, publication: Publication, kind: str, reason: str, worker: str, until: datetime
) -> None:
    publication.evidence = {**publication.evidence, "doubt": kind}
    publication.settle_until, publication.not_before = until, None
    move(
        session,
        publication,
        S.UNCONFIRMED,
        worker,
        translate("Publishing", "{reason} Reading the account to see whether it is there.").format(
            reason=reason
        ),
    )


def published(session: Session, publication: Publication, sent: Sent, worker: str, reason: str) -> None:
    publication.network_id, publication.url, publication.published_at = sent.network_id, sent.url, sent.at
    move(session, publication, S.PUBLISHED, worker, reason, network_id=sent.network_id, url=sent.url)
    _show_sent(session, publication, sent)


def _show_sent(session: Session, publication: Publication, sent: Sent) -> None:
    """Let the reply that stands in its thread say that it is sent."""
    if publication.purpose is not Purpose.REPLY:
        return
    reply = session.scalar(sa.select(Message).where(Message.publication_id == publication.id))
    if reply is None:
        return
    same = (Message.account_id == publication.account_id, Message.network_id == sent.network_id)
    read = session.scalar(sa.select(Message.id).where(*same, Message.id != reply.id))
    # Where the account was read before the answer came, and it was not known for ours, it stands there too.
    reply.network_id = sent.network_id if read is None else f"sent:{publication.client_key}"
    reply.received_at, reply.url = sent.at, sent.url


def wait(session: Session, publication: Publication, error: Unavailable, worker: str, pace: Pace) -> None:
    """Put it back to be tried again: the network never took it."""
    at = clock.now()
    tries = session.scalar(
        sa.select(sa.func.count()).select_from(Attempt).where(Attempt.publication_id == publication.id)
    )
    pause = pace.backoff[min(int(tries or 0), len(pace.backoff) - 1)]
    publication.not_before = error.retry_at or at + timedelta(seconds=pause)
    account = session.get_one(Account, publication.account_id)
    if error.retry_at is not None:
        account.wait_until = error.retry_at
    if isinstance(error, SignInNeeded):
        account.sign_in_needed = True
        account.trouble, account.trouble_since = error.reason, account.trouble_since or at
    move(session, publication, S.SCHEDULED, worker, error.reason)
