"""How does one parsed payload become a message, with its author, its conversation and its judgement?

Everything here runs in one transaction: a message is filed whole or not at all.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.inbox import cleaning
from desktop.inbox.dialect import insert
from desktop.inbox.judging import Judged, Triage, answered, assess, judge
from desktop.models import (
    Account,
    Attention,
    Author,
    Conversation,
    ConversationState,
    Message,
    Publication,
    RawPayload,
)
from desktop.networks.protocol import Incoming, Kind
from desktop.records import audit
from desktop.words import translate

UNREADABLE = "unreadable:"
PENDING = "pending:"  # a reply that the network has not confirmed yet


def file(
    session: Session,
    account: Account,
    raw: RawPayload,
    incoming: Incoming,
    triage: Triage,
    alone: Judged | None = None,
) -> bool:
    """Store ``incoming``; return whether it is a new message of the public.

    One that is stored already (an overlapping read) changes nothing. ``alone`` is what triage said of it
    by itself, where it was asked: it is asked again only for a message that answers another.
    """
    known = session.scalar(_message(account.id, incoming.network_id))
    if known is not None:
        return False
    if incoming.own or _published(session, account.id, incoming.network_id) is not None:
        _file_own(session, account, raw, incoming)
        return False
    author_id = _author(session, account, incoming, raw.fetched_at)
    conversation = _conversation(session, account, incoming, author_id)
    message = _placeholder(session, raw) or Message(account_id=account.id, raw_id=raw.id, text="")
    was = message.conversation_id
    _fill(message, raw, incoming, conversation.id, author_id)
    context = answered(session, account.id, incoming.reply_to)
    judged = alone if alone is not None and not context else judge(triage, incoming, context)
    message.attention = max(int(judged.attention), message.attention or 0)
    session.add(message)
    session.flush()
    assess(session, message, judged, raw.fetched_at)
    _arrive(session, conversation, message)
    _record(session, message, judged.attention)
    if was is not None and was != conversation.id:
        _leave(session, was, conversation)
    return True


def file_unreadable(session: Session, account: Account, raw: RawPayload, fault: str, triage: Triage) -> bool:
    """Show that a message came which cannot be read; return whether a life is at risk by what can be made out.

    It is amber at least, until a person or a later try reads it.
    """
    if _placeholder(session, raw) is not None:
        return False
    incoming = _unread(account, raw, fault)
    author_id = _author(session, account, incoming, raw.fetched_at)
    conversation = _conversation(session, account, incoming, author_id)
    message = Message(account_id=account.id, raw_id=raw.id, text="")
    _fill(message, raw, incoming, conversation.id, author_id)
    judged = judge(triage, incoming, "")
    judged = replace(judged, attention=max(judged.attention, Attention.URGENT))
    message.attention = int(judged.attention)
    session.add(message)
    session.flush()
    assess(session, message, judged, raw.fetched_at)
    _arrive(session, conversation, message)
    _record(session, message, judged.attention)
    return judged.attention >= Attention.LIFE_AT_RISK


def _unread(account: Account, raw: RawPayload, fault: str) -> Incoming:
    key, made_out = f"{UNREADABLE}{raw.id}", cleaning.strings(raw.payload)
    text = translate(
        "Inbox",
        "This message could not be read ({fault}). What the network sent is kept, and Blue Lamp "
        "tries again; meanwhile look at {handle} on the network itself.",
    ).format(fault=fault, handle=account.handle)
    if made_out:
        text += "\n" + translate("Inbox", "What can be made out of it:") + f"\n{made_out}"
    return Incoming(key, Kind.MENTION, key, _nobody(), text, raw.fetched_at)


def _record(session: Session, message: Message, attention: Attention) -> None:
    """Log the collection (DPA 2018 s.62), which also tells the screens of other processes."""
    subject = f"conversation:{message.conversation_id}"
    audit.append(session, "engine", "message.collect", subject, message=message.id, attention=int(attention))


def _file_own(session: Session, account: Account, raw: RawPayload, incoming: Incoming) -> None:
    """Store what the force's own account wrote: shown in its thread, not triaged, asking nobody to look."""
    publication = _published(session, account.id, incoming.network_id)
    stored = _reply_stored(session, publication)
    if stored is not None:
        stored.network_id, stored.url, stored.raw_id = incoming.network_id, incoming.url, raw.id
        return
    conversation = session.scalar(_conversation_of(account.id, incoming.conversation_key))
    sent = _reply_under_way(session, conversation, incoming)
    if sent is not None:  # it is read before its own answer came
        sent.network_id, sent.url, sent.raw_id = incoming.network_id, incoming.url, raw.id
        sent.received_at = incoming.received_at
        return
    if conversation is None:
        author_id = _author(session, account, incoming, raw.fetched_at)
        conversation = _conversation(session, account, incoming, author_id)
        conversation.state = ConversationState.CLOSED  # nothing to answer until somebody does
    message = Message(account_id=account.id, raw_id=raw.id, outgoing=True)
    _fill(message, raw, incoming, conversation.id, None)
    message.seen_at = raw.fetched_at
    message.publication_id = publication.id if publication is not None else None
    session.add(message)
    conversation.message_count += 1


def _message(account_id: int, network_id: str) -> sa.Select[tuple[Message]]:
    return sa.select(Message).where(Message.account_id == account_id, Message.network_id == network_id)


def _published(session: Session, account_id: int, network_id: str) -> Publication | None:
    return session.scalar(
        sa.select(Publication).where(
            Publication.account_id == account_id, Publication.network_id == network_id
        )
    )


def _reply_stored(session: Session, publication: Publication | None) -> Message | None:
    if publication is None:
        return None
    return session.scalar(sa.select(Message).where(Message.publication_id == publication.id))


def _reply_under_way(
    session: Session, conversation: Conversation | None, incoming: Incoming
) -> Message | None:
    """Find the stored reply that ``incoming`` is, which the network may have begun with a mention."""
    if conversation is None:
        return None
    query = (
        sa.select(Message)
        .where(Message.conversation_id == conversation.id, Message.outgoing.is_(True))
        .where(Message.network_id.startswith(PENDING))
        .order_by(Message.id)
    )
    said = "".join(incoming.text.split())
    return next((one for one in session.scalars(query) if said.endswith("".join(one.text.split()))), None)


def _placeholder(session: Session, raw: RawPayload) -> Message | None:
    return session.scalar(_message(raw.account_id, f"{UNREADABLE}{raw.id}"))


def _author(session: Session, account: Account, incoming: Incoming, seen_at: datetime) -> int:
    """Keep the newest public profile; return the author's row."""
    profile = asdict(incoming.author)
    place = {"network": account.network, "realm": account.realm}
    statement = insert(session, Author).values(**profile, **place, seen_at=seen_at)
    fresh = {name: statement.excluded[name] for name in ("handle", "name", "bot", "seen_at")}
    for name in ("description", "url"):  # what a profile fetched in haste leaves out is not forgotten
        fresh[name] = sa.func.coalesce(sa.func.nullif(statement.excluded[name], ""), getattr(Author, name))
    for name in ("followers", "created_at"):
        fresh[name] = sa.func.coalesce(statement.excluded[name], getattr(Author, name))
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["network", "realm", "network_id"],
            set_=fresh,
            where=Author.seen_at <= statement.excluded.seen_at,
        )
    )
    return session.execute(
        sa.select(Author.id).filter_by(**place, network_id=profile["network_id"])
    ).scalar_one()


def _nobody() -> Any:
    from desktop.networks.protocol import Author as Profile

    return Profile(network_id=UNREADABLE, handle="", name=translate("Inbox", "Author not known"))


def _conversation_of(account_id: int, key: str) -> sa.Select[tuple[Conversation]]:
    return sa.select(Conversation).where(Conversation.account_id == account_id, Conversation.key == key)


def _conversation(session: Session, account: Account, incoming: Incoming, author_id: int) -> Conversation:
    found = session.scalar(_conversation_of(account.id, incoming.conversation_key))
    if found is not None:
        if found.message_count == 0 or _only_ours(session, found):
            found.author_id, found.author_name = author_id, incoming.author.name
        return found
    made = Conversation(
        account_id=account.id,
        key=incoming.conversation_key,
        author_id=author_id,
        author_name=incoming.author.name,
        direct=incoming.kind is Kind.DIRECT,
        state=ConversationState.OPEN,
        attention=0,
        first_at=incoming.received_at,
        last_at=incoming.received_at,
        message_count=0,
        unseen=0,
        edition=0,
    )
    session.add(made)
    session.flush()
    return made


def _only_ours(session: Session, conversation: Conversation) -> bool:
    public = sa.select(Message.id).where(
        Message.conversation_id == conversation.id, Message.outgoing.is_(False)
    )
    return session.scalar(public.limit(1)) is None


def _fill(
    message: Message, raw: RawPayload, incoming: Incoming, conversation_id: int, author_id: int | None
) -> None:
    message.conversation_id, message.author_id = conversation_id, author_id
    message.network_id, message.kind = incoming.network_id, incoming.kind
    message.text, message.language, message.url = incoming.text, incoming.language, incoming.url
    message.links = [asdict(link) for link in incoming.links]
    message.attachments = list(incoming.attachments)
    message.reply_to, message.received_at = incoming.reply_to, incoming.received_at
    message.captured_at = raw.fetched_at
    message.seen_at, message.seen_by = None, None


def _arrive(session: Session, conversation: Conversation, message: Message) -> None:
    """Let the conversation show its new message: reopened, raised and never lowered."""
    if conversation.state is ConversationState.CLOSED and conversation.closed_at is not None:
        audit.append(
            session, "engine", "conversation.reopen", f"conversation:{conversation.id}", why="message"
        )
        conversation.owner_id, conversation.owner_until = None, None
    conversation.state, conversation.closed_at, conversation.close_code = ConversationState.OPEN, None, ""
    conversation.attention = max(conversation.attention, message.attention)
    if message.received_at >= conversation.last_at or not conversation.snippet:
        conversation.last_at, conversation.snippet = message.received_at, " ".join(message.text.split())[:200]
    conversation.first_at = min(conversation.first_at, message.received_at)
    conversation.message_count += 1
    conversation.unseen += 1
    conversation.edition += 1


def _leave(session: Session, placeholder_id: int, moved_to: Conversation) -> None:
    """Close the empty conversation that stood for a message which could not be read at first."""
    empty = session.get(Conversation, placeholder_id)
    if empty is None:
        return
    empty.message_count, empty.unseen, empty.edition = 0, 0, empty.edition + 1
    empty.state, empty.closed_at = ConversationState.CLOSED, moved_to.last_at
    empty.close_code = translate("Inbox", "Read later: see conversation {number}").format(number=moved_to.id)
    audit.append(
        session, "engine", "conversation.read_later", f"conversation:{placeholder_id}", moved_to=moved_to.id
    )
