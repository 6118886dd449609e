"""How does a person judge a conversation more or less pressing than it stands?"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.clock import now
from desktop.errors import Refused
from desktop.inbox.editing import change, get, record
from desktop.models import Act, Actor, Assessment, Attention, Message
from desktop.words import translate


def raise_attention(
    session: Session, conversation_id: int, by: Actor, attention: Attention, rationale: str, edition: int
) -> int:
    """Judge a conversation more pressing than it stands; return its new edition."""
    by.require(Act.TRIAGE)
    if attention <= get(session, conversation_id).attention:
        raise Refused(translate("Inbox", "The conversation stands at that priority or above already."))
    return _regrade(session, conversation_id, by, attention, rationale, edition)


def lower_attention(
    session: Session, conversation_id: int, by: Actor, attention: Attention, rationale: str, edition: int
) -> int:
    """Re-THRIVE: judge a conversation less pressing, with the reason. A supervisor's act."""
    by.require(Act.REGRADE_DOWN)
    if not rationale.strip():
        raise Refused(
            translate("Inbox", "Write the Re-THRIVE: what changed, and why the priority may be lowered.")
        )
    if attention >= get(session, conversation_id).attention:
        raise Refused(translate("Inbox", "The conversation stands at that priority or below already."))
    return _regrade(session, conversation_id, by, attention, rationale, edition)


def _regrade(
    session: Session, conversation_id: int, by: Actor, attention: Attention, rationale: str, edition: int
) -> int:
    was = get(session, conversation_id).attention
    newest = session.scalar(
        sa.select(Message)
        .where(Message.conversation_id == conversation_id, Message.outgoing.is_(False))
        .order_by(Message.received_at.desc(), Message.id.desc())
        .limit(1)
    )
    if newest is not None:
        session.add(_judged(session, newest, by, attention, rationale))
    edition = change(session, conversation_id, edition, attention=int(attention))
    action = "conversation.raise" if attention > was else "conversation.lower"
    record(session, by, action, conversation_id, was=was, now=int(attention), rationale=rationale.strip())
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
