"""What the public sent: the raw payload first, then the message, its author and its conversation."""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Instant, choice
from desktop.networks.protocol import Kind, NetworkName


class ConversationState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class Attention(IntEnum):
    """The order of the inbox; the highest that any message or person gave it."""

    NONE = 0
    ROUTINE = 1
    URGENT = 2  # amber: the front of the queue
    LIFE_AT_RISK = 3  # red: on top whatever the filter


class RawPayload(Base):
    """Stored in the transaction that moves the account's cursor. Never updated but for ``parsed_at``."""

    __tablename__ = "raw_payload"
    __table_args__ = (
        sa.UniqueConstraint("account_id", "key"),
        sa.Index("ix_raw_payload_unparsed", "id", sqlite_where=sa.text("parsed_at IS NULL")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    key: Mapped[str] = mapped_column(sa.String(400))
    payload: Mapped[str] = mapped_column(sa.Text)
    fetched_at: Mapped[datetime] = mapped_column(Instant)
    parsed_at: Mapped[datetime | None] = mapped_column(Instant)
    parse_error: Mapped[str] = mapped_column(sa.Text, default="")


class Author(Base):
    """The public profile of someone who contacted the force, as last seen."""

    __tablename__ = "author"
    __table_args__ = (sa.UniqueConstraint("network", "realm", "network_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    network: Mapped[NetworkName] = mapped_column(choice(NetworkName))
    realm: Mapped[str] = mapped_column(sa.String(300), default="")  # of the account that heard of them
    network_id: Mapped[str] = mapped_column(sa.String(400))
    handle: Mapped[str] = mapped_column(sa.String(300))
    name: Mapped[str] = mapped_column(sa.Text)
    description: Mapped[str] = mapped_column(sa.Text, default="")
    followers: Mapped[int | None]
    created_at: Mapped[datetime | None] = mapped_column(Instant)
    url: Mapped[str] = mapped_column(sa.Text, default="")
    bot: Mapped[bool] = mapped_column(default=False)
    seen_at: Mapped[datetime] = mapped_column(Instant)


class Conversation(Base):
    __tablename__ = "conversation"
    __table_args__ = (
        sa.UniqueConstraint("account_id", "key"),
        sa.Index("ix_conversation_list", "state", "attention", "last_at", "id"),
        sa.Index("ix_conversation_owner", "owner_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    key: Mapped[str] = mapped_column(sa.String(400))
    author_id: Mapped[int] = mapped_column(sa.ForeignKey("author.id"), index=True)
    direct: Mapped[bool] = mapped_column(default=False)
    state: Mapped[ConversationState] = mapped_column(
        choice(ConversationState), default=ConversationState.OPEN
    )
    attention: Mapped[int] = mapped_column(default=0)  # Attention
    first_at: Mapped[datetime] = mapped_column(Instant)  # the network's receipt of the first message
    last_at: Mapped[datetime] = mapped_column(Instant)  # ... and of the last
    snippet: Mapped[str] = mapped_column(sa.String(200), default="")
    author_name: Mapped[str] = mapped_column(sa.Text, default="")
    message_count: Mapped[int] = mapped_column(default=0)
    unseen: Mapped[int] = mapped_column(default=0)  # messages nobody has opened
    owner_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"))
    owner_until: Mapped[datetime | None] = mapped_column(Instant)  # the lease; past it, Unowned
    edition: Mapped[int] = mapped_column(
        default=0
    )  # compare-and-set: +1 at each change a person could act on
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    close_code: Mapped[str] = mapped_column(sa.String(80), default="")


class Message(Base):
    __tablename__ = "message"
    __table_args__ = (
        sa.UniqueConstraint("account_id", "network_id"),
        sa.Index("ix_message_conversation", "conversation_id", "received_at", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[int] = mapped_column(sa.ForeignKey("conversation.id"))
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    raw_id: Mapped[int | None] = mapped_column(sa.ForeignKey("raw_payload.id"))
    author_id: Mapped[int | None] = mapped_column(sa.ForeignKey("author.id"))  # None: the force
    publication_id: Mapped[int | None] = mapped_column(
        index=True
    )  # our own reply (no key: they refer both ways)
    network_id: Mapped[str] = mapped_column(sa.String(400))
    kind: Mapped[Kind] = mapped_column(choice(Kind))
    outgoing: Mapped[bool] = mapped_column(default=False)
    text: Mapped[str] = mapped_column(sa.Text)
    language: Mapped[str] = mapped_column(sa.String(20), default="")
    url: Mapped[str] = mapped_column(sa.Text, default="")
    links: Mapped[Any] = mapped_column(sa.JSON, default=list)  # [{text, url, start, end}]
    attachments: Mapped[Any] = mapped_column(sa.JSON, default=list)  # [words]
    reply_to: Mapped[str] = mapped_column(sa.String(400), default="")
    received_at: Mapped[datetime] = mapped_column(Instant)  # by the network: every clock runs from here
    captured_at: Mapped[datetime] = mapped_column(Instant)  # by us
    seen_at: Mapped[datetime | None] = mapped_column(Instant)
    seen_by: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"))
    attention: Mapped[int] = mapped_column(default=0)


class Assessment(Base):
    """One judgement of one message, by the engine or a person. Never updated: a new one is added."""

    __tablename__ = "assessment"

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(sa.ForeignKey("message.id"), index=True)
    at: Mapped[datetime] = mapped_column(Instant)
    by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"))  # None: the engine
    engine_version: Mapped[str] = mapped_column(sa.String(60), default="")
    threat: Mapped[bool] = mapped_column(default=False)
    harm: Mapped[bool] = mapped_column(default=False)
    risk: Mapped[bool] = mapped_column(default=False)
    attention: Mapped[int]
    category: Mapped[str] = mapped_column(sa.String(60), default="")
    reasons: Mapped[Any] = mapped_column(sa.JSON, default=list)  # [{rule, flag, words, start, end, why}]
    rationale: Mapped[str] = mapped_column(sa.Text, default="")  # a person's


class Note(Base):
    __tablename__ = "note"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[int] = mapped_column(sa.ForeignKey("conversation.id"), index=True)
    by_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(Instant)
    text: Mapped[str] = mapped_column(sa.Text)
