"""How does what the public sends get here, nothing twice and nothing lost, whatever dies?

Each read stores the raw payloads and the cursor in one transaction; parsing and filing follow in others
(parsing.py). A process that dies in between leaves payloads that any process parses later.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import datetime, timedelta
from time import monotonic
from typing import cast

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.accounts import health
from desktop.accounts.connectors import Connectors
from desktop.clock import now
from desktop.errors import Denied, Refused, SignInNeeded, Unavailable
from desktop.inbox import cleaning
from desktop.inbox.dialect import insert
from desktop.inbox.judging import Triage
from desktop.inbox.parsing import Parser
from desktop.models import Account, AccountState, RawPayload
from desktop.models.database import Database
from desktop.networks.protocol import Connector, Page, RateLimit, RawItem
from desktop.publishing import steps
from desktop.triage.engine import assess
from desktop.words import translate

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=10)  # two who read the same pages store each message once: it only spares calls
PAGES = 50  # that one run reads of one account before it lets the others in
STUCK = 90.0  # seconds; every wait for a server ends before
LONGEST_SPREAD = timedelta(minutes=1)  # a network that wants more says so itself, and is heard to
LONGEST_KEY = 400
SCARCE = 30  # calls left to the network's reset: they are spread out, and most are left for publishing


class Collector:
    """Reads every account for new messages. Any number of processes may run one each.

    ``patience`` (seconds) is how long ``run`` waits for a slow account; the others do not wait for it.
    ``urgent`` is called, on any thread, as soon as a message with a life at risk is stored.
    ``lease`` is for how long the account of a process that died is left alone; ``stuck`` (seconds) for
    how long a read may bring nothing before the account counts as one that cannot be read.
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
        stuck: float = STUCK,
        urgent: Callable[[], object] = lambda: None,
    ) -> None:
        self._database, self._connectors, self._worker = database, connectors, worker_name
        self._parser, self._patience, self._lease = Parser(database, triage, urgent), patience, lease
        self._failures: dict[int, int] = {}  # reads in a row, by account; losing it loses nothing
        self._pool = ThreadPoolExecutor(8, thread_name_prefix="collect")
        self._running: dict[int, Future[int]] = {}
        self._moved: dict[int, float] = {}  # when the read under way last brought something
        self._stuck = stuck

    def run(self) -> int:
        """Read every account that may be read now; return how many new messages were filed."""
        started = [self._start(account_id) for account_id in self._accounts()]
        done, _ = wait([one for one in started if one is not None], timeout=self._patience)
        return sum(one.result() for one in done)

    def parse_backlog(self) -> int:
        """Parse every stored payload that is not parsed, those that failed before included."""
        self._parser.forget()
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
            self._watch(account_id)
            return None
        self._moved[account_id] = monotonic()
        self._running[account_id] = self._pool.submit(self._collect, account_id)
        return self._running[account_id]

    def _watch(self, account_id: int) -> None:
        """Say of an account whose server neither answers nor fails that it is not read."""
        if monotonic() - self._moved[account_id] > self._stuck:
            words = translate("Inbox", "Its server has begun to answer and does not come to an end.")
            self._failed(account_id, Unavailable(words))

    def _collect(self, account_id: int) -> int:
        """Read one account to its end, then parse; a fault of its own is stored with the account."""
        try:
            if self._claim(account_id):
                self._read_all(account_id)
        except (Unavailable, Denied, Refused) as fault:
            self._failed(account_id, fault)
        except Exception:
            log.exception("reading account %s failed", account_id)
            self._failed(
                account_id,
                Unavailable(translate("Inbox", "Blue Lamp could not read this account: see the log file.")),
            )
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
        self._failures.pop(account_id, None)
        self._moved[account_id] = monotonic()

    def _failed(self, account_id: int, fault: health.Fault) -> None:
        count = self._failures[account_id] = self._failures.get(account_id, 0) + 1
        with self._database.session() as session:
            account = session.get(Account, account_id)
            if account is None:
                return
            if account.collect_owner == self._worker:
                account.collect_until = None
            health.failed(session, account, fault, in_a_row=count)

    def _parse(self, account_id: int) -> int:
        """Parse and file the account's stored payloads."""
        if not self._parser.waiting(account_id):
            return 0
        try:
            connector = self._connectors.get(account_id)
        except Refused:
            return 0  # a process that can open the token will
        return self._parser.run(account_id, connector)


def _insert(session: Session, account_id: int, page: Page, at: datetime) -> None:
    """Store the payloads that are not stored yet, as they came."""
    if not page.items:
        return
    statement = insert(session, RawPayload.__table__).on_conflict_do_nothing(
        index_elements=["account_id", "key"]
    )
    same = {"account_id": account_id, "fetched_at": at, "parse_error": ""}
    session.execute(statement, [same | _storable(item) for item in page.items])


def _storable(item: RawItem) -> dict[str, str]:
    return {"key": cleaning.words(item.key)[:LONGEST_KEY], "payload": cleaning.raw(item.payload)}


def _spread(rate: RateLimit, at: datetime) -> datetime | None:
    """Say until when to wait so that the few calls left last to the network's reset; None for no wait."""
    if rate.remaining is None or rate.reset_at is None or rate.remaining >= SCARCE or rate.reset_at <= at:
        return None
    return at + min((rate.reset_at - at) / max(rate.remaining // 4, 1), LONGEST_SPREAD)


def _rows(result: sa.Result[tuple[()]]) -> int:
    return cast("sa.CursorResult[tuple[()]]", result).rowcount
