"""What every network can be asked, and in what shapes it answers.

A connector holds one account's session and no state that matters: everything that must survive a
crash (cursor, client key, prepared body) is given to it and handed back to be stored.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class NetworkName(StrEnum):
    MASTODON = "mastodon"
    BLUESKY = "bluesky"


class Kind(StrEnum):
    """How a message of the public reached the force."""

    MENTION = "mention"
    REPLY = "reply"
    QUOTE = "quote"
    DIRECT = "direct"


@dataclass(frozen=True)
class Capabilities:
    """What one server declares it can do for one account. Sizes in bytes, lengths in the network's unit."""

    network: NetworkName
    software: str  # "Mastodon 4.6.1", "snac 2.75"
    max_length: int
    url_length: int | None  # what a link counts as; None: its own length
    max_images: int
    image_types: tuple[str, ...]  # MIME types
    image_bytes: int
    alt_length: int
    direct_messages: bool
    can_delete: bool
    keeps_client_key: bool  # a repeat with the same key is known not to post twice
    notes: tuple[str, ...] = ()  # what this server cannot do, each a sentence for the screen


@dataclass(frozen=True)
class Identity:
    """Who the token speaks for."""

    network_id: str
    handle: str  # "@force@social.example", "@force.example"
    name: str
    url: str
    realm: str = (
        ""  # within which network ids are unique: a Mastodon server's own domain; "" the whole network
    )


@dataclass(frozen=True)
class Image:
    data: bytes
    mime: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class Target:
    """The message that is replied to."""

    network_id: str
    kind: Kind
    author_id: str
    author_handle: str
    conversation_key: str
    raw: str = ""  # its stored payload: a connector may need more of it (Bluesky's root and cid)


@dataclass(frozen=True)
class Outgoing:
    """One text for one account, ready to be prepared."""

    client_key: str  # made once, stored, the same at each repeat; a UUID hex
    text: str
    language: str  # BCP 47
    created_at: datetime  # UTC; fixed when first prepared
    images: tuple[Image, ...] = ()
    reply_to: Target | None = None


@dataclass(frozen=True)
class Prepared:
    """The exact request that will be sent, to be stored before it is. ``body`` is JSON."""

    client_key: str
    body: str


@dataclass(frozen=True)
class Sent:
    """The network's receipt."""

    network_id: str
    url: str
    at: datetime  # the network's own time, UTC
    raw: str


@dataclass(frozen=True)
class Author:
    """An author's public profile, as the network shows it to everyone."""

    network_id: str
    handle: str
    name: str
    description: str = ""  # plain text
    followers: int | None = None
    created_at: datetime | None = None
    url: str = ""
    bot: bool = False


@dataclass(frozen=True)
class Link:
    """A link in a message: what is shown, and where it really leads. Offsets into the plain text."""

    text: str
    url: str
    start: int
    end: int


@dataclass(frozen=True)
class Incoming:
    """One message of the public, parsed from its raw payload."""

    network_id: str
    kind: Kind
    conversation_key: str  # the same for all messages of one conversation on this account
    author: Author
    text: str  # plain
    received_at: datetime  # when the network took it, UTC
    url: str = ""
    language: str = ""
    links: tuple[Link, ...] = ()
    attachments: tuple[str, ...] = ()  # described in words; never fetched unasked
    reply_to: str = ""  # network id of the message it answers, if any
    own: bool = False  # written by the force's own account, elsewhere (shown, not triaged)


@dataclass(frozen=True)
class RawItem:
    """One payload as it came. ``key`` is unique on the account; ``payload`` is JSON."""

    key: str
    payload: str


@dataclass(frozen=True)
class Page:
    """What one read of the inbox brought. ``cursor`` is JSON, stored in the same transaction as the items."""

    items: tuple[RawItem, ...]
    cursor: str
    more: bool  # read again at once: there is a backlog


@dataclass(frozen=True)
class RateLimit:
    remaining: int | None = None
    reset_at: datetime | None = None  # UTC


@dataclass(frozen=True)
class Health:
    """The result of exercising the real permissions."""

    identity: Identity
    capabilities: Capabilities
    rate: RateLimit = field(default_factory=RateLimit)


class Connector(Protocol):
    """One account on one network.

    Every method may raise ``Unavailable``, ``SignInNeeded`` (its child) or ``Denied`` and nothing
    else of the environment's making. Every call has a time-out.
    """

    def check(self) -> Health:
        """Exercise the permissions to read and to write; raise what is wrong."""
        ...

    def prepare(self, outgoing: Outgoing) -> Prepared:
        """Upload the images and make the exact request. May be repeated; publishes nothing."""
        ...

    def send(self, prepared: Prepared) -> Sent:
        """Send once. On ``Unavailable`` its ``doubt`` says whether it may have been carried out."""
        ...

    def find(self, prepared: Prepared, since: datetime) -> tuple[Sent, ...]:
        """Read the account for what ``prepared`` would have made since ``since``; newest first.

        An empty answer means that the account was read and does not hold it now.
        """
        ...

    def resend_is_safe(self, prepared: Prepared, first_sent: datetime, now: datetime) -> bool:
        """Whether the network itself would refuse or merge a repeat of ``prepared``."""
        ...

    def delete(self, network_id: str) -> None:
        """Remove a post; one that is already gone counts as removed."""
        ...

    def read(self, cursor: str) -> Page:
        """Read what is new since ``cursor`` ("" at first), overlapping what was read before."""
        ...

    def parse(self, payload: str) -> Incoming | None:
        """Turn a stored payload into a message; None for what is no message (a follow, a favourite)."""
        ...

    def rate(self) -> RateLimit:
        """What the last answer said of the rate limit."""
        ...

    def credentials(self) -> str | None:
        """The session as JSON if it changed since the connector was made (rotated tokens), else None."""
        ...

    def close(self) -> None: ...
