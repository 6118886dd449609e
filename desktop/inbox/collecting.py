"""How does what the public sends get here, nothing twice and nothing lost, whatever dies?

Each read stores the raw payloads and the cursor in one transaction; each payload is then parsed and
filed in its own. A process that dies in between leaves payloads that any process parses later.
"""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import cast

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.accounts import health
from desktop.accounts.connectors import Connectors
from desktop.clock import now
from desktop.errors import Denied, Refused, SignInNeeded, Unavailable
from desktop.inbox import filing
from desktop.inbox.dialect import insert
from desktop.inbox.judging import Triage
from desktop.models import Account, AccountState, RawPayload
from desktop.models.database import Database
from desktop.networks.protocol import Connector, Incoming, Page, RateLimit
from desktop.publishing import steps
from desktop.triage.engine import assess

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=10)  # two who read the same pages store each message once: it only spares calls
PAGES = 50  # that one run reads of one account before it lets the others in
BATCH = 200
RETRY_FIRST, RETRY_LAST = timedelta(minutes=1), timedelta(hours=1)
SCARCE = 30  # calls left to the network's reset: they are spread out, and most are left for publishing


@dataclass
class _Later:
    """A payload that could not be parsed: when it is tried again."""

    at: datetime
    after: timedelta


@dataclass
class _Counts:
    """What this process alone remembers; losing it loses nothing."""

    failed: dict[int, int] = field(default_factory=dict)  # reads in a row, by account
    later: dict[int, _Later] = field(default_factory=dict)  # by raw payload


class Collector:
    """Reads every account for new messages. Any number of processes may run one each.

    ``patience`` (seconds) is how long ``run`` waits for a slow account; the others do not wait for it.
    ``lease`` is for how long the account of a process that died is left alone.
    """

    def __init__(
        self,
        database: Database,
        connectors: Connectors,
        worker_name: str,
        triage: Triage = assess,
        *,
        patience: float = 8.0,
        lease: timedelta = LEASE,
    ) -> None:
        self._database, self._connectors, self._worker = database, connectors, worker_name
        self._triage, self._patience, self._lease = triage, patience, lease
        self._counts, self._lock = _Counts(), Lock()
        self._pool = ThreadPoolExecutor(8, thread_name_prefix="collect")
        self._running: dict[int, Future[int]] = {}

    def run(self) -> int:
        """Read every account that may be read now; return how many new messages were filed."""
        started = [self._start(account_id) for account_id in self._accounts()]
        done, _ = wait([one for one in started if one is not None], timeout=self._patience)
        return sum(one.result() for one in done)

    def parse_backlog(self) -> int:
        """Parse every stored payload that is not parsed, those that failed before included."""
        with self._lock:
            self._counts.later.clear()
        return sum(self._parse(account_id) for account_id in self._accounts())

    def close(self) -> None:
        """Wait for the reads under way."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _accounts(self) -> list[int]:
        with self._database.reading() as session:
            query = sa.select(Account.id).where(Account.state != AccountState.DISCONNECTED)
            return list(session.scalars(query))

    def _start(self, account_id: int) -> Future[int] | None:
        """Begin reading one account, unless its last read is still under way."""
        running = self._running.get(account_id)
        if running is not None and not running.done():
            return None
        self._running[account_id] = self._pool.submit(self._collect, account_id)
        return self._running[account_id]

    def _collect(self, account_id: int) -> int:
        """Read one account to its end, then parse; a fault of its own is stored with the account."""
        try:
            if self._claim(account_id):
                self._read_all(account_id)
        except (Unavailable, Denied, Refused) as fault:
            self._failed(account_id, fault)
        except Exception:
            log.exception("reading account %s failed", account_id)
            self._failed(account_id, Unavailable("Blue Lamp could not read this account: see the log file."))
        return self._parse(account_id)

    def _claim(self, account_id: int) -> bool:
        at = now()
        free = sa.or_(
            Account.collect_until.is_(None), Account.collect_until < at, Account.collect_owner == self._worker
        )
        may_ask = sa.or_(Account.wait_until.is_(None), Account.wait_until <= at)
        with self._database.session() as session:
            if self._waiting(session, account_id, at):
                return False
            claimed = session.execute(
                sa.update(Account)
                .where(Account.id == account_id, Account.state != AccountState.DISCONNECTED, free, may_ask)
                .values(collect_owner=self._worker, collect_until=at + self._lease)
            )
            return _rows(claimed) == 1

    def _waiting(self, session: Session, account_id: int, at: datetime) -> bool:
        """Whether the network asked us to wait; an account that waits too long is blind."""
        account = session.get(Account, account_id)
        if account is None or account.wait_until is None or account.wait_until <= at:
            return False
        health.lasting(session, account)
        return True

    def _read_all(self, account_id: int) -> None:
        began = now()  # before the first read: all that the network had by then is in these pages
        connector = self._connectors.get(account_id)
        for _ in range(PAGES):
            with self._database.reading() as session:
                cursor = session.execute(
                    sa.select(Account.cursor).where(Account.id == account_id)
                ).scalar_one()
            connector, page = self._read(account_id, connector, cursor)
            steps.fault_point("after_fetch")
            self._store(account_id, cursor, page, None if page.more else began, connector.rate())
            steps.fault_point("after_raw")
            if not page.more:
                return

    def _read(self, account_id: int, connector: Connector, cursor: str) -> tuple[Connector, Page]:
        try:
            return connector, connector.read(cursor)
        except SignInNeeded:
            if self._connectors.is_current(account_id, connector):
                raise
            # Another process renewed the token, or the account was connected again: that one counts.
            fresh = self._connectors.get(account_id)
            return fresh, fresh.read(cursor)
        finally:
            self._connectors.saved(account_id)

    def _store(
        self, account_id: int, read_from: str, page: Page, complete_to: datetime | None, rate: RateLimit
    ) -> None:
        """Store a page and the cursor behind it, together or not at all."""
        at = now()
        with self._database.session() as session:
            _insert(session, account_id, page, at)
            account = session.get(Account, account_id, with_for_update=True)
            if account is None:
                return
            # Someone else who read meanwhile moved the cursor: theirs stands, our items are stored all the same.
            if account.cursor == read_from:
                account.cursor = page.cursor
            account.collect_until = at + self._lease if page.more else None
            if complete_to is not None:
                account.complete_to = max(complete_to, account.complete_to or complete_to)
            health.worked(session, account, rate)
            account.wait_until = _spread(rate, at)
        self._counts.failed.pop(account_id, None)

    def _failed(self, account_id: int, fault: health.Fault) -> None:
        count = self._counts.failed[account_id] = self._counts.failed.get(account_id, 0) + 1
        with self._database.session() as session:
            account = session.get(Account, account_id)
            if account is None:
                return
            if account.collect_owner == self._worker:
                account.collect_until = None
            health.failed(session, account, fault, in_a_row=count)

    def _parse(self, account_id: int) -> int:
        """Parse and file the account's stored payloads, each in its own transaction."""
        waiting = self._unparsed(account_id)
        if not waiting:
            return 0
        try:
            connector = self._connectors.get(account_id)
        except Refused:
            return 0  # a process that can open the token will
        new = 0
        while waiting:
            for raw_id, payload in waiting:
                new += self._parse_one(connector, raw_id, payload)
                steps.fault_point("after_parse")
            waiting = self._unparsed(account_id)
        return new

    def _unparsed(self, account_id: int) -> list[tuple[int, str]]:
        with self._lock:
            not_yet = [raw_id for raw_id, later in self._counts.later.items() if later.at > now()]
        query = (
            sa.select(RawPayload.id, RawPayload.payload)
            .where(RawPayload.account_id == account_id, RawPayload.parsed_at.is_(None))
            .where(RawPayload.id.not_in(not_yet))
            .order_by(RawPayload.id)
            .limit(BATCH)
        )
        with self._database.reading() as session:
            return [(raw_id, payload) for raw_id, payload in session.execute(query)]

    def _parse_one(self, connector: Connector, raw_id: int, payload: str) -> bool:
        try:
            incoming = connector.parse(payload)
        except Exception as error:  # whatever a network sends must not stop what comes after it
            log.warning("payload %s could not be parsed (%s)", raw_id, type(error).__name__)
            self._unreadable(raw_id, type(error).__name__)
            return False
        try:
            filed = self._file(raw_id, incoming)
        except Unavailable:
            raise  # the database's fault, not the message's: it is filed at the next run
        except Exception as error:
            log.exception("payload %s could not be filed", raw_id)
            self._unreadable(raw_id, type(error).__name__)
            return False
        with self._lock:
            self._counts.later.pop(raw_id, None)
        return filed

    def _file(self, raw_id: int, incoming: Incoming | None) -> bool:
        with self._database.session() as session:
            raw = session.get(RawPayload, raw_id, with_for_update=True)
            if raw is None or raw.parsed_at is not None:
                return False  # another process was faster
            raw.parsed_at, raw.parse_error = now(), ""
            if incoming is None:
                return False
            account = session.get_one(Account, raw.account_id)
            return filing.file(session, account, raw, incoming, self._triage)

    def _unreadable(self, raw_id: int, fault: str) -> None:
        with self._lock:
            last = self._counts.later.get(raw_id)
            after = min(last.after * 2, RETRY_LAST) if last else RETRY_FIRST
            self._counts.later[raw_id] = _Later(now() + after, after)
        with self._database.session() as session:
            raw = session.get_one(RawPayload, raw_id)
            raw.parse_error = fault
            filing.file_unreadable(session, session.get_one(Account, raw.account_id), raw, fault)


def _insert(session: Session, account_id: int, page: Page, at: datetime) -> None:
    """Store the payloads that are not stored yet, as they came."""
    if not page.items:
        return
    statement = insert(session, RawPayload.__table__).on_conflict_do_nothing(
        index_elements=["account_id", "key"]
    )
    same = {"account_id": account_id, "fetched_at": at, "parse_error": ""}
    session.execute(statement, [same | {"key": item.key, "payload": item.payload} for item in page.items])


def _spread(rate: RateLimit, at: datetime) -> datetime | None:
    """Say until when to wait so that the few calls left last to the network's reset; None for no wait."""
    if rate.remaining is None or rate.reset_at is None or rate.remaining >= SCARCE or rate.reset_at <= at:
        return None
    return at + (rate.reset_at - at) / max(rate.remaining // 4, 1)


def _rows(result: sa.Result[tuple[()]]) -> int:
    return cast("sa.CursorResult[tuple[()]]", result).rowcount
