"""Which conversations stand in the inbox, in what order?

Life at risk first, whatever the filter; then by attention, then by the newest message. Pages go by
keyset, so that the hundredth costs what the first does.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.clock import now
from desktop.inbox.rows import ConversationRow, Filter
from desktop.models import (
    Account,
    Act,
    Actor,
    Attention,
    Author,
    Conversation,
    ConversationState,
    Handover,
    Message,
    Person,
)

MOST_RED = 500
SNIPPET = 200
_DEEPEST = 20_000  # hits that one search looks through for conversations that the filter lets pass

C = Conversation
_TEXT = sa.table("message_text", sa.column("rowid"), sa.column("message_text"))


def listing(
    session: Session,
    *,
    filter: Filter | None = None,
    by: Actor,
    limit: int = 200,
    before: ConversationRow | None = None,
) -> list[ConversationRow]:
    """Return the conversations to show: every open one with life at risk, then up to ``limit`` others.

    ``before`` is the last row of the page before this one; life at risk stands on the first page only.
    """
    by.require(Act.READ_INBOX)
    wanted = filter or Filter()
    red = [] if before is not None else _red(session)
    if wanted.query.strip():
        return red + _found(session, wanted, by, limit, before)
    if wanted.state is not None:
        return red + _page(session, wanted, by, limit, before)
    # One index walk a state, merged: together they would be sorted as a whole.
    pages = [_page(session, replace(wanted, state=state), by, limit, before) for state in ConversationState]
    return red + sorted(itertools.chain(*pages), key=_place, reverse=True)[:limit]


def one(session: Session, conversation_id: int) -> ConversationRow | None:
    found = session.execute(select().where(C.id == conversation_id)).first()
    return row(found) if found is not None else None


def words_of(query: str) -> str:
    """Turn what a person typed into an FTS5 expression; "" where it holds no letter or digit.

    Every word must occur; "quoted words" stand together; the last word may be the beginning of one.
    """
    parts = [part for part in re.findall(r'"[^"]*"?|[^\s"]+', query) if re.search(r"\w", part)]
    quoted = ['"' + part.strip('"*') + '"' for part in parts]
    if parts and not parts[-1].startswith('"') and len(parts[-1]) > 1:
        quoted[-1] += "*"
    return " ".join(quoted)


def select() -> sa.Select[Any]:
    """Return the query of all that a row shows, unfiltered."""
    handed_over = (
        sa.select(Handover.state)
        .where(Handover.conversation_id == C.id)
        .order_by(Handover.id.desc())
        .limit(1)
        .correlate(C)
        .scalar_subquery()
    )
    # Outer joins throughout: SQLite then keeps the conversation outermost, in its index's order.
    return (
        sa.select(
            C.id,
            C.account_id,
            Account.handle,
            Account.network,
            C.author_name,
            Author.handle.label("author_handle"),
            C.snippet,
            C.attention,
            C.state,
            C.owner_id,
            Person.name.label("owner_name"),
            C.owner_until,
            C.first_at,
            C.last_at,
            C.unseen,
            C.direct,
            handed_over.label("handover_state"),
            C.message_count,
            C.edition,
            C.close_code,
        )
        .select_from(C)
        .outerjoin(Account, Account.id == C.account_id)
        .outerjoin(Author, Author.id == C.author_id)
        .outerjoin(Person, Person.id == C.owner_id)
    )


def row(found: Any, snippet: str | None = None) -> ConversationRow:
    owned = found.owner_until is not None and found.owner_until > now()
    return ConversationRow(
        id=found.id,
        account_id=found.account_id,
        account_handle=found.handle,
        network=found.network,
        author_name=found.author_name,
        author_handle=found.author_handle,
        snippet=found.snippet if snippet is None else snippet,
        attention=Attention(found.attention),
        state=found.state,
        owner_id=found.owner_id if owned else None,
        owner_name=found.owner_name or "" if owned else "",
        owner_until=found.owner_until if owned else None,
        first_at=found.first_at,
        last_at=found.last_at,
        unseen=found.unseen,
        direct=found.direct,
        handover_state=found.handover_state or "",
        message_count=found.message_count,
        edition=found.edition,
        close_code=found.close_code,
    )


def _red(session: Session) -> list[ConversationRow]:
    query = (
        select()
        .where(C.state == ConversationState.OPEN, C.attention == Attention.LIFE_AT_RISK)
        .order_by(C.last_at.desc(), C.id.desc())
        .limit(MOST_RED)
    )
    return [row(found) for found in session.execute(query)]


def _page(
    session: Session, wanted: Filter, by: Actor, limit: int, before: ConversationRow | None
) -> list[ConversationRow]:
    """Return the next conversations of one state, life at risk apart, by attention and then the newest."""
    query = _narrowed(select(), wanted, by).where(_below_red())
    if before is not None:
        place = sa.tuple_(*(sa.literal(value) for value in _place(before)))
        query = query.where(sa.tuple_(C.attention, C.last_at, C.id) < place)
    # A person's own are few: sorting them beats walking the whole list for them (+ 0 hides its index).
    attention = C.attention + 0 if wanted.owner == "mine" else C.attention
    query = query.order_by(attention.desc(), C.last_at.desc(), C.id.desc()).limit(limit)
    return [row(found) for found in session.execute(query)]


def _place(shown: ConversationRow) -> tuple[int, datetime, int]:
    return int(shown.attention), shown.last_at, shown.id


def _below_red() -> sa.ColumnElement[bool]:
    """Leave out what stands on top already; a closed conversation never stands there."""
    return sa.or_(C.state == ConversationState.CLOSED, C.attention < Attention.LIFE_AT_RISK)


def _narrowed(query: sa.Select[Any], wanted: Filter, by: Actor) -> sa.Select[Any]:
    if wanted.state is not None:
        query = query.where(C.state == wanted.state)
    if wanted.attention > Attention.NONE:
        query = query.where(C.attention >= int(wanted.attention))
    if wanted.account_id is not None:
        query = query.where(C.account_id == wanted.account_id)
    return _owned(query, wanted.owner, by, now())


def _owned(query: sa.Select[Any], owner: str, by: Actor, at: datetime) -> sa.Select[Any]:
    if owner == "mine":
        return query.where(C.owner_id == by.id, C.owner_until > at)
    if owner == "unowned":
        return query.where(sa.or_(C.owner_until.is_(None), C.owner_until <= at))
    return query


def _found(
    session: Session, wanted: Filter, by: Actor, limit: int, before: ConversationRow | None
) -> list[ConversationRow]:
    """Return the conversations that hold the words, by their newest message that does."""
    words = words_of(wanted.query)
    hits = _hits(session, words, wanted, by, limit, before) if words else {}
    query = select().where(C.id.in_(hits))
    by_id = {found.id: row(found, hits[found.id]) for found in session.execute(query)} if hits else {}
    return [by_id[conversation_id] for conversation_id in hits]


def _hits(
    session: Session, words: str, wanted: Filter, by: Actor, limit: int, before: ConversationRow | None
) -> dict[int, str]:
    """Return the first ``limit`` conversations found, in order, each with the text that was found."""
    # Newest first by rowid is nearly free in FTS5; any other order would fetch every hit first.
    query = (
        sa.select(_TEXT.c.rowid, Message.conversation_id, sa.func.substr(Message.text, 1, SNIPPET))
        .select_from(_TEXT)
        .join(Message, Message.id == _TEXT.c.rowid)
        .join(C, C.id == Message.conversation_id)
        .where(sa.text("message_text MATCH :words"), _below_red())
        .order_by(_TEXT.c.rowid.desc())
        .limit(_DEEPEST)
    )
    shown: set[int] = set()  # on the pages before: passed over again, which costs little
    hits: dict[int, str] = {}
    result = session.execute(
        _narrowed(query, wanted, by), {"words": words}, execution_options={"yield_per": limit}
    )
    turned = before is None
    with result:
        for _, conversation_id, text in result:
            if not turned:
                shown.add(conversation_id)
                turned = before is not None and conversation_id == before.id
            elif conversation_id not in shown:
                hits.setdefault(conversation_id, text)
            if len(hits) >= limit:
                break
    return hits
