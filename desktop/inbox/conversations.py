"""What may a person do with a conversation: read, take, hand on, note, judge, close?

Every act that another person could collide with compares the ``edition`` that its actor saw.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.clock import now
from desktop.errors import Refused
from desktop.inbox.editing import change, get, record
from desktop.inbox.grading import lower_attention, raise_attention
from desktop.inbox.listing import listing
from desktop.inbox.owners import assign, let_go, require_free, take, take_lease
from desktop.inbox.rows import ConversationRow, Filter, MessageRow, Thread
from desktop.inbox.threads import thread
from desktop.inbox.wording import IN_FLIGHT
from desktop.models import (
    Act,
    Actor,
    Attention,
    Conversation,
    ConversationState,
    Handover,
    HandoverState,
    Message,
    Note,
    Publication,
    PublicationState,
)
from desktop.words import translate

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


def opened(session: Session, conversation_id: int, by: Actor) -> None:
    """Record that ``by`` read the conversation, for triage; its messages count as seen.

    A reader who does not triage (an auditor) is recorded, but leaves them unseen: no alarm stops for them.
    """
    by.require(Act.READ_INBOX)
    conversation = get(session, conversation_id)
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
    record(session, by, "message.read", conversation_id, why=why, up_to_message=newest)


def note(session: Session, conversation_id: int, by: Actor, text: str) -> int:
    """Add a note for colleagues; it is never sent and never changed. Returns its id."""
    by.require(Act.TRIAGE)
    if not text.strip():
        raise Refused(translate("Inbox", "Write the note first."))
    get(session, conversation_id)
    added = Note(conversation_id=conversation_id, by_id=by.id, at=now(), text=text.strip())
    session.add(added)
    session.flush()
    record(session, by, "conversation.note", conversation_id, note=added.id)
    return added.id


def close(session: Session, conversation_id: int, by: Actor, code: str, edition: int) -> int:
    """Close a conversation under ``code``; return its new edition.

    Refused while a message is unseen, while a handover has no incident reference, for life at risk
    without a supervisor, and while a reply is on its way.
    """
    by.require(Act.TRIAGE)
    conversation = require_free(session, conversation_id, by, unless=Act.REASSIGN)
    if conversation.state is ConversationState.CLOSED:
        raise Refused(translate("Inbox", "This conversation is closed already."))
    if not code.strip():
        raise Refused(translate("Inbox", "Choose why the conversation is closed."))
    _require_closable(session, conversation, by)
    edition = change(
        session,
        conversation_id,
        edition,
        state=ConversationState.CLOSED,
        closed_at=now(),
        close_code=code.strip(),
        owner_id=None,
        owner_until=None,
    )
    record(session, by, "conversation.close", conversation_id, code=code.strip())
    return edition


def reopen(session: Session, conversation_id: int, by: Actor, edition: int) -> int:
    by.require(Act.TRIAGE)
    if get(session, conversation_id).state is ConversationState.OPEN:
        raise Refused(translate("Inbox", "This conversation is open already."))
    state = {"state": ConversationState.OPEN, "closed_at": None, "close_code": ""}
    edition = change(session, conversation_id, edition, **state)
    record(session, by, "conversation.reopen", conversation_id)
    return edition


def _require_closable(session: Session, conversation: Conversation, by: Actor) -> None:
    if conversation.unseen:
        raise Refused(
            translate("Inbox", "A message in this conversation has not been read. Read it before closing.")
        )
    if conversation.attention == Attention.LIFE_AT_RISK and not by.may(Act.CLOSE_LIFE_AT_RISK):
        raise Refused(
            translate("Inbox", "A life-at-risk conversation is closed by a supervisor. Ask one to close it.")
        )
    if _has(session, _without_reference(conversation.id)):
        raise Refused(
            translate(
                "Inbox",
                "This conversation was handed to the contact centre. Record its incident reference before "
                "closing.",
            )
        )
    if _has(session, _unsent(conversation.id)):
        raise Refused(
            translate(
                "Inbox", "A reply in this conversation is not sent yet. Close it once the reply was sent."
            )
        )


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
