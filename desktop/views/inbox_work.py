"""What does the inbox ask of the rooms? Each function runs on a worker thread, in its own session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from desktop.accounts import rows as accounts
from desktop.contact_centre import handover, record
from desktop.contact_centre.contact import ContactRecord
from desktop.contact_centre.handover import HandoverRow
from desktop.inbox import conversations, coverage, listing, replies
from desktop.inbox.coverage import Coverage
from desktop.inbox.rows import ConversationRow, Filter, Thread
from desktop.models import Act, Actor, Attention
from desktop.models.database import Database
from desktop.models.people import MAY
from desktop.publishing.rules import Count
from desktop.records import people, settings
from desktop.views.inbox_listing import Head

FIRST = 40  # rows of the first read: a screen full, at once
PAGE = 100  # rows of each read after it: small, for the interface waits while they are made
HEAD = 20  # rows read again at the head of each priority
_NEVER = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Surroundings:
    """What stands around the list: the accounts to choose from, and how far each has been read."""

    accounts: tuple[tuple[int, str], ...]
    coverage: tuple[Coverage, ...]


@dataclass(frozen=True)
class Opened:
    """One conversation as it is shown."""

    thread: Thread
    handovers: tuple[HandoverRow, ...]  # the newest last
    phone: str  # the control room's


@dataclass(frozen=True)
class Checked:
    """How long a reply is, and what stands in its way."""

    count: Count
    problems: tuple[str, ...]


def first(
    database: Database, by: Actor, wanted: Filter, limit: int
) -> tuple[list[ConversationRow], tuple[Head, ...]]:
    """Return the first page, and the heads of the priorities below it."""
    with database.reading() as session:
        read = partial(conversations.listing, session, filter=wanted, by=by)
        page = read(limit=limit)
        return page, _lower_heads(read, wanted, page)


def more(database: Database, by: Actor, wanted: Filter, before: ConversationRow) -> list[ConversationRow]:
    with database.reading() as session:
        return conversations.listing(session, filter=wanted, by=by, limit=PAGE, before=before)


def again(
    database: Database, by: Actor, wanted: Filter, looked_at: Sequence[int]
) -> tuple[tuple[Head, ...], list[ConversationRow]]:
    """Return the heads of the list anew, and of the rows ``looked_at`` those that are not in them."""
    with database.reading() as session:
        read = partial(conversations.listing, session, filter=wanted, by=by)
        page = read(limit=HEAD)
        heads = (_head(page), *_lower_heads(read, wanted, page))
        there = {row.id for head in heads for row in head.rows}
        found = [listing.one(session, key) for key in looked_at if key not in there]
        return heads, [row for row in found if row is not None]


def _lower_heads(
    read: Callable[..., list[ConversationRow]], wanted: Filter, page: list[ConversationRow]
) -> tuple[Head, ...]:
    """Read where each lower priority begins: what is new there stands far below the top of the list."""
    if not page or wanted.query.strip():
        return ()
    last = page[-1].attention
    heads = []
    for level in (Attention.ROUTINE, Attention.NONE):
        if wanted.attention <= level < last:
            above = replace(page[-1], id=2**62, attention=level, last_at=_NEVER)
            heads.append(_head(read(limit=HEAD, before=above)))
    return tuple(heads)


def _head(rows: list[ConversationRow]) -> Head:
    others = [row for row in rows if row.attention < Attention.LIFE_AT_RISK]
    return Head(tuple(rows), len(others) >= HEAD)


def surroundings(database: Database) -> Surroundings:
    with database.reading() as session:
        named = tuple((row.id, row.handle) for row in accounts.rows(session))
        return Surroundings(named, tuple(coverage.coverage(session)))


def read(database: Database, by: Actor, conversation_id: int) -> Opened:
    with database.reading() as session:
        return Opened(
            conversations.thread(session, conversation_id, by),
            tuple(
                sorted(
                    handover.rows(session, open_only=False, conversation_id=conversation_id),
                    key=lambda row: row.id,
                )
            ),
            settings.read(session).control_room_phone,
        )


def opened(database: Database, by: Actor, conversation_id: int) -> None:
    """Record that a person read it; its messages count as seen."""
    with database.session() as session:
        conversations.opened(session, conversation_id, by)


def check(database: Database, conversation_id: int, text: str) -> Checked:
    with database.reading() as session:
        count = replies.length(session, conversation_id, text)
        return Checked(count, tuple(replies.problems(session, conversation_id, text)))


def colleagues(database: Database) -> list[tuple[int, str]]:
    """Return who can be made a conversation's owner."""
    with database.reading() as session:
        return [(p.id, p.name) for p in people.rows(session) if p.active and Act.TRIAGE in MAY[p.role]]


# Acts. Each one compares the edition that the person saw.


def take(database: Database, by: Actor, conversation_id: int, edition: int) -> None:
    with database.session() as session:
        conversations.take(session, conversation_id, by, edition)


def let_go(database: Database, by: Actor, conversation_id: int, edition: int) -> None:
    with database.session() as session:
        conversations.let_go(session, conversation_id, by, edition)


def assign(database: Database, by: Actor, conversation_id: int, edition: int, to_id: int) -> None:
    with database.session() as session:
        conversations.assign(session, conversation_id, to_id, by, edition)


def note(database: Database, by: Actor, conversation_id: int, _edition: int, text: str) -> None:
    """Add a note: whatever changed meanwhile, it stands beside it."""
    with database.session() as session:
        conversations.note(session, conversation_id, by, text)


def reply(database: Database, by: Actor, conversation_id: int, edition: int, text: str) -> None:
    with database.session() as session:
        replies.reply(session, conversation_id, text, by, edition)


def close(database: Database, by: Actor, conversation_id: int, edition: int, code: str) -> None:
    with database.session() as session:
        conversations.close(session, conversation_id, by, code, edition)


def reopen(database: Database, by: Actor, conversation_id: int, edition: int) -> None:
    with database.session() as session:
        conversations.reopen(session, conversation_id, by, edition)


def regrade(
    database: Database, by: Actor, conversation_id: int, edition: int, to: Attention, why: str, *, up: bool
) -> None:
    """Judge a conversation more pressing, or (Re-THRIVE) less."""
    act: Callable[..., int] = conversations.raise_attention if up else conversations.lower_attention
    with database.session() as session:
        act(session, conversation_id, by, to, why, edition)


# Handing over


def draft(database: Database, by: Actor, conversation_id: int) -> tuple[ContactRecord, tuple[str, ...]]:
    """Return the record as far as the conversation fills it, and the force's grades."""
    with database.reading() as session:
        return record.draft(session, conversation_id, by), settings.read(session).grades


def hand_over(database: Database, by: Actor, filled: ContactRecord) -> int:
    with database.session() as session:
        return handover.hand_over(session, filled.conversation_id, filled, by)


def text_for_log(database: Database, handover_id: int) -> str:
    with database.reading() as session:
        return handover.text_for_log(session, handover_id)
