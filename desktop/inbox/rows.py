"""In what shapes does the inbox hand out what it holds?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from desktop.models import Attention, ConversationState
from desktop.networks.protocol import Kind, Link, NetworkName


@dataclass(frozen=True)
class Filter:
    """What to list. Life at risk is listed whatever it says."""

    state: ConversationState | None = ConversationState.OPEN  # None: open and closed
    owner: str = "all"  # all, mine, unowned
    account_id: int | None = None
    attention: Attention = Attention.NONE  # at least
    query: str = ""


@dataclass(frozen=True)
class ConversationRow:
    id: int
    account_id: int
    account_handle: str
    network: NetworkName
    author_name: str
    author_handle: str
    snippet: str
    attention: Attention
    state: ConversationState
    owner_id: int | None  # None: Unowned (an expired lease included)
    owner_name: str
    owner_until: datetime | None
    first_at: datetime
    last_at: datetime
    unseen: int
    direct: bool
    handover_state: str  # "" where it was never handed over
    message_count: int
    edition: int
    close_code: str


@dataclass(frozen=True)
class AuthorRow:
    id: int
    network_id: str
    handle: str
    name: str
    description: str
    followers: int | None
    created_at: datetime | None
    url: str
    bot: bool
    seen_at: datetime


@dataclass(frozen=True)
class MessageRow:
    id: int
    network_id: str
    text: str
    kind: Kind
    outgoing: bool
    author_name: str
    author_handle: str
    url: str
    received_at: datetime  # by the network
    captured_at: datetime  # by us
    seen_at: datetime | None
    links: tuple[Link, ...]
    attachments: tuple[str, ...]
    language: str
    attention: Attention
    reasons: tuple[dict[str, Any], ...]
    threat: bool
    harm: bool
    risk: bool
    category: str
    rationale: str  # a person's, where a person judged last
    publication_id: int | None
    state_words: str  # of our own replies; "" for the public's messages


@dataclass(frozen=True)
class NoteRow:
    id: int
    by_name: str
    at: datetime
    text: str


@dataclass(frozen=True)
class HandoverBrief:
    id: int
    state: str
    created_at: datetime
    incident_reference: str


@dataclass(frozen=True)
class Thread:
    conversation: ConversationRow
    messages: tuple[MessageRow, ...]  # oldest first
    earlier: int  # how many older messages are not among them
    notes: tuple[NoteRow, ...]
    author: AuthorRow
    handovers: tuple[HandoverBrief, ...]
    pending: tuple[int, ...] = field(default=())  # publications of replies that are not sent yet

    @property
    def edition(self) -> int:
        return self.conversation.edition
