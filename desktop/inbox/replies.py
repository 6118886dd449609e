"""How does the force answer, once, in the thread, within the network's limits?

A reply is a publication like any other: stored here with its message, sent by the publisher. Until the
network gave its receipt it is called stored, never sent.
"""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.accounts import rows
from desktop.clock import now
from desktop.errors import Refused
from desktop.inbox import conversations
from desktop.inbox.filing import PENDING, UNREADABLE
from desktop.models import (
    Account,
    AccountState,
    Act,
    Actor,
    Author,
    Conversation,
    ConversationState,
    Message,
    Publication,
    PublicationState,
    Purpose,
)
from desktop.networks.bluesky_chat import MAX_GRAPHEMES
from desktop.networks.protocol import Capabilities, NetworkName
from desktop.publishing.rules import Count, count
from desktop.records import audit
from desktop.words import translate


def reply(session: Session, conversation_id: int, text: str, by: Actor, edition: int) -> int:
    """Store a reply to the newest message of the public, due now; return its publication.

    ``edition`` is that of the conversation as ``by`` saw it: where something came in between, or a
    colleague handles it, ``Refused`` says so. Whoever replies becomes the conversation's owner.
    """
    by.require(Act.REPLY)
    conversation = conversations.require_free(session, conversation_id, by)
    if conversation.state is ConversationState.CLOSED:
        raise Refused(translate("Inbox", "This conversation is closed. Reopen it to reply."))
    wrong = problems(session, conversation_id, text)
    if wrong:
        raise Refused(wrong[0])
    target = _answered(session, conversation_id)
    conversations.take_lease(session, conversation_id, by, edition)
    publication = _publication(session, conversation, target, text, by)
    session.add(_message(conversation, target, publication, by))
    conversation.message_count += 1
    audit.append(
        session,
        by,
        "conversation.reply",
        f"conversation:{conversation_id}",
        publication=publication.id,
        to_message=target.id,
    )
    return publication.id


def problems(session: Session, conversation_id: int, text: str) -> list[str]:
    """Return why ``text`` cannot be sent as a reply, each as a sentence; empty when it can."""
    conversation = session.get_one(Conversation, conversation_id)
    account = session.get_one(Account, conversation.account_id)
    found = [_account_trouble(account)]
    able = rows.capabilities(account.capabilities)
    if conversation.direct and not able.direct_messages:
        found.append(
            translate(
                "Inbox", "{software} does not let this account send direct messages. Answer by another way."
            ).format(software=able.software)
        )
    if not text.strip():
        found.append(translate("Inbox", "Write the reply first."))
    counted = length(session, conversation_id, text)
    if counted.used > counted.limit:
        over = counted.used - counted.limit
        found.append(
            translate("Inbox", "The reply is {over} {unit} too long for this network. Shorten it.").format(
                over=over, unit=counted.unit
            )
        )
    return [words for words in found if words]


def length(session: Session, conversation_id: int, text: str) -> Count:
    """Count ``text`` as the network will count the reply."""
    conversation = session.get_one(Conversation, conversation_id)
    account = session.get_one(Account, conversation.account_id)
    author = session.get_one(Author, conversation.author_id)
    able = _for_replies(rows.capabilities(account.capabilities), direct=conversation.direct)
    # Where a reply reaches its author by a mention, that is part of what is counted.
    mention = f"{author.handle} " if able.network is NetworkName.MASTODON else ""
    mentioned = not mention or text.lower().startswith(author.handle.lower())
    return count(text if mentioned else mention + text, able)


def _for_replies(able: Capabilities, *, direct: bool) -> Capabilities:
    if direct and able.network is NetworkName.BLUESKY:
        return replace(able, max_length=MAX_GRAPHEMES)
    return able


def _account_trouble(account: Account) -> str:
    if account.state is AccountState.DISCONNECTED:
        return translate("Inbox", "{handle} is disconnected. Connect it again to reply.").format(
            handle=account.handle
        )
    if account.sign_in_needed:
        return translate(
            "Inbox", "{handle} must be connected again before it can send. Ask an administrator."
        ).format(handle=account.handle)
    return ""


def _answered(session: Session, conversation_id: int) -> Message:
    message = session.scalar(
        sa.select(Message)
        .where(Message.conversation_id == conversation_id, Message.outgoing.is_(False))
        .where(Message.network_id.not_like(f"{UNREADABLE}%"))
        .order_by(Message.received_at.desc(), Message.id.desc())
        .limit(1)
    )
    if message is None:
        raise Refused(
            translate(
                "Inbox",
                "There is no message here that could be answered. Look at the account on the network.",
            )
        )
    return message


def _publication(
    session: Session, conversation: Conversation, target: Message, text: str, by: Actor
) -> Publication:
    at = now()
    publication = Publication(
        purpose=Purpose.REPLY,
        account_id=conversation.account_id,
        conversation_id=conversation.id,
        reply_to_id=target.id,
        text=text.strip(),
        language=target.language or "en",
        created_by=by.id,
        created_at=at,
        state=PublicationState.SCHEDULED,
        due_at=at,
        client_key=uuid4().hex,
    )
    session.add(publication)
    session.flush()
    return publication


def _message(conversation: Conversation, target: Message, publication: Publication, by: Actor) -> Message:
    """Show the reply in its thread at once; its words tell that it is only stored."""
    return Message(
        conversation_id=conversation.id,
        account_id=conversation.account_id,
        publication_id=publication.id,
        network_id=f"{PENDING}{publication.client_key}",
        kind=target.kind,
        outgoing=True,
        text=publication.text,
        language=publication.language,
        reply_to=target.network_id,
        received_at=publication.created_at,
        captured_at=publication.created_at,
        seen_at=publication.created_at,
        seen_by=by.id,
    )
