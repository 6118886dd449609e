"""What does a conversation already say of the contact, so that nobody types it again in an emergency?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.contact_centre.contact import ContactRecord, RecordFlag, RecordMessage
from desktop.errors import Refused
from desktop.models import Account, Act, Actor, Assessment, Attention, Author, Conversation, Handover, Message
from desktop.networks.protocol import Kind, NetworkName
from desktop.records import settings
from desktop.words import QT_TRANSLATE_NOOP, translate

NETWORKS = {NetworkName.MASTODON: "Mastodon", NetworkName.BLUESKY: "Bluesky"}
KINDS = {
    Kind.MENTION: QT_TRANSLATE_NOOP("Kinds", "mention"),
    Kind.REPLY: QT_TRANSLATE_NOOP("Kinds", "reply"),
    Kind.QUOTE: QT_TRANSLATE_NOOP("Kinds", "quote"),
    Kind.DIRECT: QT_TRANSLATE_NOOP("Kinds", "direct message"),
}
MOST_MESSAGES = 200
LONGEST_WHAT = 2_000


def draft(session: Session, conversation_id: int, by: Actor) -> ContactRecord:
    """Return the record of a conversation, filled in as far as it is known; stores nothing.

    Raises ``Refused`` for a person who may not hand over.
    """
    by.require(Act.HAND_OVER)
    conversation = session.get(Conversation, conversation_id)
    if conversation is None:
        raise Refused(translate("Handover", "This conversation is not in this workspace."))
    account = session.get_one(Account, conversation.account_id)
    author = session.get_one(Author, conversation.author_id)
    messages = _messages(session, conversation_id)
    raised = _raised(messages, _dealt_with(session, conversation_id))
    force = settings.read(session)
    return ContactRecord(
        conversation_id=conversation.id,
        channel=f"{NETWORKS[account.network]}, {KINDS[raised[0].kind] if raised else 'conversation'}",
        account=account.handle,
        received_at=raised[0].received_at if raised else conversation.first_at,
        zone=force.zone,
        network_ids=tuple(message.network_id for message in messages if not message.outgoing),
        captured_at=raised[0].captured_at if raised else None,
        first_seen_at=min((m.seen_at for m in messages if m.seen_at), default=None),
        first_reply_at=min((m.received_at for m in messages if m.outgoing), default=None),
        life_at_risk=conversation.attention >= Attention.LIFE_AT_RISK,
        reporter_name=author.name,
        reporter_handle=author.handle,
        reporter_profile=author.url,
        what="\n".join(message.text for message in raised)[:LONGEST_WHAT],
        proposed_grade=_grade(conversation.attention, force.grades),
        language=next((m.language for m in reversed(messages) if m.language and not m.outgoing), ""),
        handler=by.name,
        messages=tuple(_message(message, author) for message in messages),
        flags=_flags(session, [message.id for message in messages]),
    )


def _messages(session: Session, conversation_id: int) -> list[Message]:
    newest = (
        sa.select(Message)
        .where(Message.conversation_id == conversation_id)
        .order_by(Message.received_at.desc(), Message.id.desc())
        .limit(MOST_MESSAGES)
    )
    return list(reversed(session.scalars(newest).all()))


def _dealt_with(session: Session, conversation_id: int) -> datetime | None:
    """Until when what was written is covered by an earlier handover that has its incident."""
    query = sa.select(sa.func.max(Handover.closed_at)).where(
        Handover.conversation_id == conversation_id, Handover.incident_reference != ""
    )
    return session.scalar(query)


def _raised(messages: Sequence[Message], after: datetime | None) -> list[Message]:
    """The public's messages of the highest attention, oldest first: what the handover is about."""
    public = [m for m in messages if not m.outgoing and (after is None or m.captured_at > after)]
    top = max((message.attention for message in public), default=0)
    if top < Attention.URGENT:
        return public[-1:]
    return [message for message in public if message.attention == top]


def _grade(attention: int, grades: Sequence[str]) -> str:
    """The force's grades stand from the most to the least urgent."""
    place = {Attention.LIFE_AT_RISK: 0, Attention.URGENT: 1}.get(Attention(attention), 2)
    return grades[min(place, len(grades) - 1)]


def _message(message: Message, author: Author) -> RecordMessage:
    return RecordMessage(
        message.network_id,
        "" if message.outgoing else author.handle,
        message.text,
        message.received_at,
        message.captured_at,
        message.url,
        message.outgoing,
    )


def _flags(session: Session, message_ids: Sequence[int]) -> tuple[RecordFlag, ...]:
    query = sa.select(Assessment).where(Assessment.message_id.in_(message_ids)).order_by(Assessment.id)
    found = {}
    for assessment in session.scalars(query):
        for reason in assessment.reasons:
            flag = RecordFlag(
                str(reason.get("flag") or reason.get("rule") or "flag"),
                str(reason.get("words", "")),
                str(reason.get("why", "")),
            )
            found[flag] = flag
    return tuple(found)
