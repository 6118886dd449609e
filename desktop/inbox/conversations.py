"""What may a person do with a conversation: read, take, hand on, note, judge, close?

Every act that another person could collide with compares the ``edition`` that its actor saw.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.clock import now, shown
from desktop.errors import Refused
from desktop.inbox.listing import listing
from desktop.inbox.rows import ConversationRow, Filter, MessageRow, Thread
from desktop.inbox.threads import thread
from desktop.inbox.wording import IN_FLIGHT
from desktop.models import (
    Act,
    Actor,
    Assessment,
    Attention,
    Conversation,
    ConversationState,
    Handover,
    HandoverState,
    Message,
    Note,
    Person,
    Publication,
    PublicationState,
)
from desktop.models.people import MAY
from desktop.records import audit, settings

__all__ = [
    "ConversationRow",
    "Filter",
    "MessageRow",
    "Thread",
    "assign",
    "close",
    "let_go",
    "listing",
    "lower_attention",
    "note",
    "opened",
    "raise_attention",
    "reopen",
    "require_free",
    "take",
    "take_lease",
    "thread",
]

CHANGED = (
    "This conversation changed while you were looking at it. Look at it again, then repeat what you did."
)


def opened(session: Session, conversation_id: int, by: Actor) -> None:
    """Record that ``by`` read the conversation, for triage; its messages count as seen.

    A reader who does not triage (an auditor) is recorded, but leaves them unseen: no alarm stops for them.
    """
    by.require(Act.READ_INBOX)
    conversation = _get(session, conversation_id)
    triages = by.may(Act.TRIAGE)
    if triages and conversation.unseen:
        session.execute(
            sa.update(Message)
            .where(Message.conversation_id == conversation_id, Message.seen_at.is_(None))
            .values(seen_at=now(), seen_by=by.id)
        )
        conversation.unseen = 0
    newest = session.scalar(
        sa.select(sa.func.max(Message.id)).where(Message.conversation_id == conversation_id)
    )
    why = "triage" if triages else "audit"
    _record(session, by, "message.read", conversation_id, why=why, up_to_message=newest)


def take(session: Session, conversation_id: int, by: Actor, edition: int) -> int:
    """Become the conversation's owner until the lease ends; return its new edition."""
    by.require(Act.TRIAGE)
    after = require_free(session, conversation_id, by).owner_id
    until = _lease(session)
    edition = _change(session, conversation_id, edition, owner_id=by.id, owner_until=until)
    _record(session, by, "conversation.take", conversation_id, until=until, after_person=after)
    return edition


def assign(session: Session, conversation_id: int, to_id: int, by: Actor, edition: int) -> int:
    """Make another person the owner; one who holds it already is only replaced by a supervisor."""
    by.require(Act.TRIAGE)
    require_free(session, conversation_id, by, unless=Act.REASSIGN)
    to = session.get(Person, to_id)
    if to is None or not to.active or Act.TRIAGE not in MAY[to.role]:
        raise Refused("Choose someone who is active and whose role answers the public.")
    until = _lease(session)
    edition = _change(session, conversation_id, edition, owner_id=to_id, owner_until=until)
    _record(session, by, "conversation.assign", conversation_id, to=to.username, until=until)
    return edition


def let_go(session: Session, conversation_id: int, by: Actor, edition: int) -> int:
    """Put the conversation back into Unowned."""
    by.require(Act.TRIAGE)
    require_free(session, conversation_id, by, unless=Act.REASSIGN)
    edition = _change(session, conversation_id, edition, owner_id=None, owner_until=None)
    _record(session, by, "conversation.let_go", conversation_id)
    return edition


def note(session: Session, conversation_id: int, by: Actor, text: str) -> int:
    """Add a note for colleagues; it is never sent and never changed. Returns its id."""
    by.require(Act.TRIAGE)
    if not text.strip():
        raise Refused("Write the note first.")
    _get(session, conversation_id)
    added = Note(conversation_id=conversation_id, by_id=by.id, at=now(), text=text.strip())
    session.add(added)
    session.flush()
    _record(session, by, "conversation.note", conversation_id, note=added.id)
    return added.id


def close(session: Session, conversation_id: int, by: Actor, code: str, edition: int) -> int:
    """Close a conversation under ``code``; return its new edition.

    Refused while a message is unseen, while a handover has no incident reference, for life at risk
    without a supervisor, and while a reply is on its way.
    """
    by.require(Act.TRIAGE)
    conversation = require_free(session, conversation_id, by, unless=Act.REASSIGN)
    if conversation.state is ConversationState.CLOSED:
        raise Refused("This conversation is closed already.")
    if not code.strip():
        raise Refused("Choose why the conversation is closed.")
    _require_closable(session, conversation, by)
    edition = _change(
        session,
        conversation_id,
        edition,
        state=ConversationState.CLOSED,
        closed_at=now(),
        close_code=code.strip(),
        owner_id=None,
        owner_until=None,
    )
    _record(session, by, "conversation.close", conversation_id, code=code.strip())
    return edition


def reopen(session: Session, conversation_id: int, by: Actor, edition: int) -> int:
    by.require(Act.TRIAGE)
    if _get(session, conversation_id).state is ConversationState.OPEN:
        raise Refused("This conversation is open already.")
    state = {"state": ConversationState.OPEN, "closed_at": None, "close_code": ""}
    edition = _change(session, conversation_id, edition, **state)
    _record(session, by, "conversation.reopen", conversation_id)
    return edition


def raise_attention(
    session: Session, conversation_id: int, by: Actor, attention: Attention, rationale: str, edition: int
) -> int:
    """Judge a conversation more pressing than it stands; return its new edition."""
    by.require(Act.TRIAGE)
    if attention <= _get(session, conversation_id).attention:
        raise Refused("The conversation stands at that priority or above already.")
    return _regrade(session, conversation_id, by, attention, rationale, edition)


def lower_attention(
    session: Session, conversation_id: int, by: Actor, attention: Attention, rationale: str, edition: int
) -> int:
    """Re-THRIVE: judge a conversation less pressing, with the reason. A supervisor's act."""
    by.require(Act.REGRADE_DOWN)
    if not rationale.strip():
        raise Refused("Write the Re-THRIVE: what changed, and why the priority may be lowered.")
    if attention >= _get(session, conversation_id).attention:
        raise Refused("The conversation stands at that priority or below already.")
    return _regrade(session, conversation_id, by, attention, rationale, edition)


def require_free(
    session: Session, conversation_id: int, by: Actor, *, unless: Act | None = None
) -> Conversation:
    """Return the conversation; raises ``Refused`` while another person handles it.

    One whose role allows ``unless`` may act all the same.
    """
    conversation = _get(session, conversation_id)
    held = conversation.owner_until is not None and conversation.owner_until > now()
    if not held or conversation.owner_id == by.id or (unless is not None and by.may(unless)):
        return conversation
    owner = session.get_one(Person, conversation.owner_id)
    until = _clock(session, cast(datetime, conversation.owner_until))
    raise Refused(
        f"{owner.name} is handling this conversation until {until}. Speak to them, or ask a supervisor to "
        "reassign it."
    )


def take_lease(session: Session, conversation_id: int, by: Actor, edition: int) -> int:
    """Make or renew the lease of whoever answers; return the new edition."""
    return _change(session, conversation_id, edition, owner_id=by.id, owner_until=_lease(session))


def _regrade(
    session: Session, conversation_id: int, by: Actor, attention: Attention, rationale: str, edition: int
) -> int:
    was = _get(session, conversation_id).attention
    newest = session.scalar(
        sa.select(Message)
        .where(Message.conversation_id == conversation_id, Message.outgoing.is_(False))
        .order_by(Message.received_at.desc(), Message.id.desc())
        .limit(1)
    )
    if newest is not None:
        session.add(_judged(session, newest, by, attention, rationale))
    edition = _change(session, conversation_id, edition, attention=int(attention))
    action = "conversation.raise" if attention > was else "conversation.lower"
    _record(session, by, action, conversation_id, was=was, now=int(attention), rationale=rationale.strip())
    return edition


def _judged(
    session: Session, message: Message, by: Actor, attention: Attention, rationale: str
) -> Assessment:
    """Add a person's judgement; the flags stand as they were last judged."""
    last = session.scalar(
        sa.select(Assessment)
        .where(Assessment.message_id == message.id)
        .order_by(Assessment.id.desc())
        .limit(1)
    )
    return Assessment(
        message_id=message.id,
        at=now(),
        by_id=by.id,
        threat=last.threat if last else False,
        harm=last.harm if last else False,
        risk=last.risk if last else False,
        category=last.category if last else "",
        attention=int(attention),
        rationale=rationale.strip(),
    )


def _require_closable(session: Session, conversation: Conversation, by: Actor) -> None:
    if conversation.unseen:
        raise Refused("A message in this conversation has not been read. Read it before closing.")
    if conversation.attention == Attention.LIFE_AT_RISK and not by.may(Act.CLOSE_LIFE_AT_RISK):
        raise Refused("A life-at-risk conversation is closed by a supervisor. Ask one to close it.")
    if _has(session, _without_reference(conversation.id)):
        raise Refused(
            "This conversation was handed to the contact centre. Record its incident reference before closing."
        )
    if _has(session, _unsent(conversation.id)):
        raise Refused("A reply in this conversation is not sent yet. Close it once the reply was sent.")


def _without_reference(conversation_id: int) -> sa.ColumnElement[bool]:
    return sa.and_(
        Handover.conversation_id == conversation_id,
        Handover.incident_reference == "",
        Handover.state != HandoverState.CLOSED,
    )


def _unsent(conversation_id: int) -> sa.ColumnElement[bool]:
    return sa.and_(
        Publication.conversation_id == conversation_id,
        Publication.state.in_([*IN_FLIGHT, PublicationState.QUESTION]),
    )


def _has(session: Session, condition: sa.ColumnElement[bool]) -> bool:
    return bool(session.scalar(sa.select(sa.exists().where(condition))))


def _change(session: Session, conversation_id: int, edition: int, **values: Any) -> int:
    """Compare and set: raises ``Refused`` where the conversation is not as its actor saw it."""
    statement = (
        sa.update(Conversation)
        .where(Conversation.id == conversation_id, Conversation.edition == edition)
        .values(edition=edition + 1, **values)
        .execution_options(synchronize_session=False)
    )
    changed = cast("sa.CursorResult[Any]", session.execute(statement)).rowcount
    session.expire_all()
    if changed != 1:
        raise Refused(CHANGED)
    return edition + 1


def _get(session: Session, conversation_id: int) -> Conversation:
    conversation = session.get(Conversation, conversation_id)
    if conversation is None:
        raise Refused("This conversation is not in the inbox. Look at the list again.")
    return conversation


def _lease(session: Session) -> datetime:
    return now() + timedelta(seconds=settings.read(session).lease_seconds)


def _clock(session: Session, at: datetime) -> str:
    return shown(at, settings.read(session).zone).split()[3]


def _record(session: Session, by: Actor, action: str, conversation_id: int, **detail: Any) -> None:
    audit.append(session, by, action, f"conversation:{conversation_id}", **detail)
