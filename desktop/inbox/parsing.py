"""How do stored payloads become messages, the most pressing first, and none lost to one that cannot be read?

All that waits is read first and judged by itself; whoever may be in danger is filed at once, alone, and
told of; the rest follows in batches. A payload that cannot be parsed or filed stands visibly in the inbox
and is tried again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from threading import Lock

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.clock import now
from desktop.errors import Unavailable
from desktop.inbox import cleaning, filing
from desktop.inbox.judging import Judged, Triage, judge
from desktop.models import Account, Attention, RawPayload
from desktop.models.database import Database
from desktop.networks.protocol import Connector, Incoming
from desktop.publishing import steps

log = logging.getLogger(__name__)

WAITING = 2000  # payloads looked at together, so that one in danger waits for no calm ones
TOGETHER = 25  # filed in one transaction
RETRY_FIRST, RETRY_LAST = timedelta(minutes=1), timedelta(hours=1)


@dataclass
class _Later:
    """A payload that could not be parsed: when it is tried again."""

    at: datetime
    after: timedelta


@dataclass(frozen=True)
class _Read:
    """A payload that was parsed; ``incoming`` is None where it holds nothing for the inbox."""

    raw_id: int
    incoming: Incoming | None
    judged: Judged | None = None

    @property
    def red(self) -> bool:
        return self.judged is not None and self.judged.attention >= Attention.LIFE_AT_RISK


class Parser:
    """Parses and files what is stored. Any number may run; ``urgent`` is called after each life at risk."""

    def __init__(self, database: Database, triage: Triage, urgent: Callable[[], object]) -> None:
        self._database, self._triage, self._urgent = database, triage, urgent
        # What this process alone remembers; losing it loses nothing.
        self._later: dict[int, _Later] = {}
        self._lock = Lock()

    def forget(self) -> None:
        """Try everything again that failed before."""
        with self._lock:
            self._later.clear()

    def run(self, account_id: int, connector: Connector) -> int:
        """Parse all that waits of one account; return how many new messages of the public were filed."""
        new = 0
        while waiting := self.waiting(account_id):
            read = [one for raw in waiting if (one := self._parse(connector, *raw)) is not None]
            for one in read:
                if one.red:
                    new += self._file_alone(one)
                    self._urgent()
            new += self._file_rest(one for one in read if not one.red)
        return new

    def waiting(self, account_id: int) -> list[tuple[int, str, datetime]]:
        """Return the payloads to parse now, the oldest first: (id, payload, when it was fetched)."""
        with self._lock:
            not_yet = [raw_id for raw_id, later in self._later.items() if later.at > now()]
        query = (
            sa.select(RawPayload.id, RawPayload.payload, RawPayload.fetched_at)
            .where(RawPayload.account_id == account_id, RawPayload.parsed_at.is_(None))
            .where(RawPayload.id.not_in(not_yet))
            .order_by(RawPayload.id)
            .limit(WAITING)
        )
        with self._database.reading() as session:
            return [(raw_id, payload, at) for raw_id, payload, at in session.execute(query)]

    def _parse(self, connector: Connector, raw_id: int, payload: str, fetched_at: datetime) -> _Read | None:
        try:
            incoming = connector.parse(payload)
            incoming = cleaning.clean(incoming, fetched_at) if incoming is not None else None
        except Exception as error:  # whatever a network sends must not stop what comes after it
            log.warning("payload %s could not be parsed (%s)", raw_id, type(error).__name__)
            self._unreadable(raw_id, type(error).__name__)
            return None
        if incoming is None or incoming.own:
            return _Read(raw_id, incoming)
        return _Read(raw_id, incoming, judge(self._triage, incoming, ""))

    def _file_rest(self, calm: Iterable[_Read]) -> int:
        """File in batches; a batch that fails is filed one by one, so that each stops no other."""
        new, left = 0, iter(calm)
        while batch := list(islice(left, TOGETHER)):
            try:
                with self._database.session() as session:
                    new += sum(self._file(session, one) for one in batch)
            except Unavailable:
                raise  # the database's fault, not the messages': they are filed at the next run
            except Exception:
                new += sum(self._file_alone(one) for one in batch)
            else:
                self._filed(batch)
        return new

    def _file_alone(self, one: _Read) -> bool:
        try:
            with self._database.session() as session:
                new = self._file(session, one)
        except Unavailable:
            raise
        except Exception as error:
            log.exception("payload %s could not be filed", one.raw_id)
            self._unreadable(one.raw_id, type(error).__name__)
            return False
        self._filed([one])
        return new

    def _file(self, session: Session, one: _Read) -> bool:
        raw = session.get(RawPayload, one.raw_id, with_for_update=True)
        if raw is None or raw.parsed_at is not None:
            return False  # another process was faster
        raw.parsed_at, raw.parse_error = now(), ""
        if one.incoming is None:
            return False
        account = session.get_one(Account, raw.account_id)
        new = filing.file(session, account, raw, one.incoming, self._triage, one.judged)
        steps.fault_point("during_filing")
        return new

    def _filed(self, batch: Iterable[_Read]) -> None:
        with self._lock:
            for one in batch:
                self._later.pop(one.raw_id, None)
        steps.fault_point("after_parse")

    def _unreadable(self, raw_id: int, fault: str) -> None:
        with self._lock:
            last = self._later.get(raw_id)
            after = min(last.after * 2, RETRY_LAST) if last else RETRY_FIRST
            self._later[raw_id] = _Later(now() + after, after)
        with self._database.session() as session:
            raw = session.get_one(RawPayload, raw_id)
            raw.parse_error = fault
            account = session.get_one(Account, raw.account_id)
            red = filing.file_unreadable(session, account, raw, fault, self._triage)
        if red:
            self._urgent()
