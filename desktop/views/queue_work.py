"""What do the queue and the post's page ask of the rooms? Each runs on a worker thread, in its own session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from desktop import clock
from desktop.accounts import rows as accounts
from desktop.models import Actor, PublicationState
from desktop.models.database import Database
from desktop.publishing import page, schedule, withdraw
from desktop.publishing.page import AttemptRow
from desktop.publishing.schedule import HoldResult, HoldRow, PublicationRow

S = PublicationState
WAITING = (S.QUESTION, S.FAILED, S.OVERDUE, S.HELD)  # in the order of how soon a person is needed
COMING = (S.SENDING, S.CLAIMED, S.UNCONFIRMED, S.SCHEDULED)
TOGETHER = frozenset({S.OVERDUE, S.SCHEDULED, S.PUBLISHED})  # dealt with post by post
LATELY = timedelta(hours=24)


@dataclass(frozen=True)
class Group:
    """Publications that are dealt with as one: of one post, at one time, in one state."""

    rows: tuple[PublicationRow, ...]

    @property
    def first(self) -> PublicationRow:
        return self.rows[0]

    @property
    def key(self) -> int:
        return self.first.id

    @property
    def handles(self) -> str:
        return ", ".join(row.account_handle for row in self.rows)


@dataclass(frozen=True)
class Shown:
    """All that the queue shows, and the accounts it can be narrowed to, by id and handle."""

    waiting: tuple[Group, ...]
    coming: tuple[Group, ...]
    lately: tuple[Group, ...]
    holds: tuple[HoldRow, ...]
    accounts: tuple[tuple[int, str], ...]


def read(database: Database, account_id: int) -> Shown:
    """Read the queue, of one account where ``account_id`` is not 0."""
    with database.reading() as session:
        leaving = schedule.to_remove(session)
        waiting = schedule.in_states(session, *WAITING)
        coming = schedule.in_states(session, *COMING)
        lately = schedule.lately(session, clock.now() - LATELY)
        holds = schedule.holds(session)
        handles = tuple((row.id, row.handle) for row in accounts.rows(session))
    waiting += [row for row in leaving if row.withdraw_refused]
    coming = [row for row in leaving if not row.withdraw_refused] + coming
    waiting.sort(key=_urgency)
    known = {row.id for row in leaving}
    went = [row for row in lately if row.id not in known]

    def narrowed(rows: list[PublicationRow]) -> tuple[Group, ...]:
        return grouped(row for row in rows if account_id in (0, row.account_id))

    return Shown(narrowed(waiting), narrowed(coming), narrowed(went), tuple(holds), handles)


def grouped(rows: Iterable[PublicationRow]) -> tuple[Group, ...]:
    """Gather what is dealt with as one; all else stands alone. The order is that of ``rows``."""
    found: dict[tuple[object, ...], list[PublicationRow]] = {}
    for row in rows:
        together = row.state in TOGETHER and row.post_id is not None and not row.withdraw_wanted
        key = (row.post_id, row.due_at, row.state) if together else (row.id,)
        found.setdefault(key, []).append(row)
    return tuple(Group(tuple(group)) for group in found.values())


def attempts(database: Database, publications: tuple[int, ...]) -> dict[int, list[AttemptRow]]:
    """Read every attempt at each of ``publications``."""
    with database.reading() as session:
        return {one: page.attempts(session, one) for one in publications}


def answer(database: Database, by: Actor, publication_id: int, posted: bool, url: str) -> None:
    with database.session() as session:
        schedule.answer(session, publication_id, posted, by, url)


def reschedule(
    database: Database, by: Actor, post_id: int, wall_time: str, zone: str, second: bool | None
) -> None:
    with database.session() as session:
        schedule.reschedule(session, post_id, wall_time, zone, by, second=second)


def cancel(database: Database, by: Actor, publications: tuple[int, ...]) -> None:
    with database.session() as session:
        for publication_id in publications:
            schedule.cancel(session, publication_id, by)


def release(database: Database, by: Actor, publication_id: int) -> None:
    with database.session() as session:
        schedule.release(session, publication_id, by)


def hold_all(database: Database, by: Actor, reason: str) -> HoldResult:
    with database.session() as session:
        return schedule.hold_all(session, by, reason)


def lift(database: Database, by: Actor) -> None:
    with database.session() as session:
        schedule.lift(session, by)


def ask_removal(database: Database, by: Actor, post_id: int, reason: str) -> None:
    with database.session() as session:
        withdraw.ask(session, post_id, by, reason)


def removed_by_hand(database: Database, by: Actor, publication_id: int) -> None:
    with database.session() as session:
        withdraw.removed_by_hand(session, publication_id, by)


def _urgency(row: PublicationRow) -> tuple[int, object, int]:
    rank = WAITING.index(row.state) + 1 if row.state in WAITING else 0
    return rank, row.due_at, row.id
