"""What does one conversation hold, for the person who opened it?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.errors import Refused
from desktop.inbox import listing
from desktop.inbox.rows import AuthorRow, HandoverBrief, MessageRow, NoteRow, Thread
from desktop.inbox.wording import IN_FLIGHT, state_words
from desktop.models import (
    Act,
    Actor,
    Assessment,
    Attention,
    Author,
    Conversation,
    Handover,
    Message,
    Note,
    Person,
    Publication,
    PublicationState,
    Purpose,
)
from desktop.networks.protocol import Link
from desktop.records import settings
from desktop.words import translate

NEWEST = 500  # messages shown of one conversation


def thread(session: Session, conversation_id: int, by: Actor) -> Thread:
    """Return a conversation with its newest ``NEWEST`` messages, oldest first.

    Reading is an act of its own: call ``conversations.opened`` when a person sees it.
    """
    by.require(Act.READ_INBOX)
    conversation = listing.one(session, conversation_id)
    if conversation is None:
        raise Refused(translate("Inbox", "This conversation is not in the inbox. Look at the list again."))
    found = _messages(session, conversation_id)
    messages = _worded(session, found)
    return Thread(
        conversation=conversation,
        messages=messages,
        earlier=max(conversation.message_count - len(found), 0),
        notes=_notes(session, conversation_id),
        author=_author(session, conversation_id),
        handovers=_handovers(session, conversation_id),
        pending=_pending(session, conversation_id),
    )


def _messages(session: Session, conversation_id: int) -> list[Any]:
    query = (
        sa.select(Message, Author, Publication)
        .outerjoin(Author, Author.id == Message.author_id)
        .outerjoin(Publication, Publication.id == Message.publication_id)
        .where(Message.conversation_id == conversation_id)
        .order_by(Message.received_at.desc(), Message.id.desc())
        .limit(NEWEST)
    )
    return list(reversed(session.execute(query).all()))


def _worded(session: Session, found: list[Any]) -> tuple[MessageRow, ...]:
    zone = settings.read(session).zone
    judged = _assessments(session, [message.id for message, _, _ in found])
    read_back = {message.network_id for message, _, _ in found}
    return tuple(
        _row(message, author, publication, judged.get(message.id, []), zone)
        for message, author, publication in found
        if not _shown_twice(message, publication, read_back)
    )


def _shown_twice(message: Message, publication: Publication | None, read_back: set[str]) -> bool:
    """Whether our reply was read back from the network before its receipt came, and stands here already."""
    if publication is None or not publication.network_id or message.network_id == publication.network_id:
        return False
    return publication.network_id in read_back


def _assessments(session: Session, message_ids: Iterable[int]) -> dict[int, list[Assessment]]:
    query = sa.select(Assessment).where(Assessment.message_id.in_(message_ids)).order_by(Assessment.id)
    found: dict[int, list[Assessment]] = {}
    for assessment in session.scalars(query):
        found.setdefault(assessment.message_id, []).append(assessment)
    return found


def _row(
    message: Message,
    author: Author | None,
    publication: Publication | None,
    judged: list[Assessment],
    zone: str,
) -> MessageRow:
    last = judged[-1] if judged else None
    engine = [one for one in judged if one.by_id is None]
    return MessageRow(
        id=message.id,
        network_id=message.network_id,
        text=message.text,
        kind=message.kind,
        outgoing=message.outgoing,
        author_name=author.name if author else "",
        author_handle=author.handle if author else "",
        url=message.url or (publication.url if publication else ""),
        received_at=message.received_at,
        captured_at=message.captured_at,
        seen_at=message.seen_at,
        links=tuple(Link(**link) for link in message.links),
        attachments=tuple(message.attachments),
        language=message.language,
        attention=Attention(message.attention),
        reasons=tuple(engine[-1].reasons) if engine else (),
        threat=last.threat if last else False,
        harm=last.harm if last else False,
        risk=last.risk if last else False,
        category=last.category if last else "",
        rationale=last.rationale if last else "",
        publication_id=message.publication_id,
        state_words=state_words(publication, zone) if publication else "",
    )


def _notes(session: Session, conversation_id: int) -> tuple[NoteRow, ...]:
    query = (
        sa.select(Note, Person.name)
        .join(Person, Person.id == Note.by_id)
        .where(Note.conversation_id == conversation_id)
        .order_by(Note.id)
    )
    return tuple(NoteRow(note.id, name, note.at, note.text) for note, name in session.execute(query))


def _author(session: Session, conversation_id: int) -> AuthorRow:
    query = (
        sa.select(Author)
        .join(Conversation, Conversation.author_id == Author.id)
        .where(Conversation.id == conversation_id)
    )
    author = session.scalars(query).one()
    return AuthorRow(
        id=author.id,
        network_id=author.network_id,
        handle=author.handle,
        name=author.name,
        description=author.description,
        followers=author.followers,
        created_at=author.created_at,
        url=author.url,
        bot=author.bot,
        seen_at=author.seen_at,
    )


def _handovers(session: Session, conversation_id: int) -> tuple[HandoverBrief, ...]:
    query = sa.select(Handover).where(Handover.conversation_id == conversation_id).order_by(Handover.id)
    return tuple(
        HandoverBrief(one.id, one.state, one.created_at, one.incident_reference)
        for one in session.scalars(query)
    )


def _pending(session: Session, conversation_id: int) -> tuple[int, ...]:
    query = (
        sa.select(Publication.id)
        .where(Publication.conversation_id == conversation_id, Publication.purpose == Purpose.REPLY)
        .where(Publication.state.in_([*IN_FLIGHT, PublicationState.QUESTION]))
        .order_by(Publication.id)
    )
    return tuple(session.scalars(query))
