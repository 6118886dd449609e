"""What does a stored payload from Bluesky say, in our own words?

The payload is what ``bluesky_read`` and ``bluesky_chat`` stored: the network's object as it came, and the
author's public profile beside it. Everything in it is the public's own writing: nothing is trusted.
Lexicons: app.bsky.notification.listNotifications, app.bsky.feed.post, chat.bsky.convo.defs#messageView.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from desktop.networks import bodies
from desktop.networks.bluesky_syntax import at_uri
from desktop.networks.protocol import Author, Incoming, Kind, Link

KINDS = {"mention": Kind.MENTION, "reply": Kind.REPLY, "quote": Kind.QUOTE}
SITE = "https://bsky.app"
Json = Mapping[str, Any]


def parse(payload: str, own_did: str) -> Incoming | None:
    """Turn a stored payload into a message; None for what is no message (a follow, a deleted message).

    Raises ``ValueError`` for a payload that lacks what every message has.
    """
    stored = bodies.load(payload)
    if stored.get("kind") == "chat":
        return _chat(stored, own_did)
    return _notification(stored, own_did)


def post_url(uri: str) -> str:
    """Return the web page of a post; empty for what is none."""
    found = at_uri(uri)
    return f"{SITE}/profile/{found.authority}/post/{found.rkey}" if found else ""


def instant(value: Any) -> datetime:
    """Read the network's own time, UTC; raise ``ValueError`` where it is none."""
    at = datetime.fromisoformat(str(value))
    try:
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except OverflowError as error:
        raise ValueError(f"{value!r} is before or after all time") from error


def instant_or(value: Any, otherwise: datetime) -> datetime:
    try:
        return instant(value)
    except ValueError:
        return otherwise


def root_of(notification: Json) -> tuple[str, str]:
    """Return the address and cid of the first post of the notification's thread."""
    root = part(part(part(notification, "record"), "reply"), "root")
    uri, cid = word(root, "uri"), word(root, "cid")
    return (uri, cid) if uri and cid else (word(notification, "uri"), word(notification, "cid"))


def part(of: Any, name: str) -> Json:
    """Return an object's member that should be an object; empty where it is not."""
    value = of.get(name) if isinstance(of, Mapping) else None
    return value if isinstance(value, Mapping) else {}


def word(of: Any, name: str) -> str:
    """Return an object's member that should be a string; empty where it is not."""
    value = of.get(name) if isinstance(of, Mapping) else None
    return value if isinstance(value, str) else ""


def rows(of: Any, name: str) -> list[Json]:
    """Return the objects of an object's member that should be a list; empty where it is not."""
    value = of.get(name) if isinstance(of, Mapping) else None
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def _notification(stored: Json, own_did: str) -> Incoming | None:
    notification = part(stored, "notification")
    kind = KINDS.get(word(notification, "reason"))
    if kind is None:
        return None
    record, uri = part(notification, "record"), word(notification, "uri")
    author = _author(notification, stored)
    if not uri or not author.network_id:
        raise ValueError("a Bluesky notification without an address or an author")
    text = word(record, "text")
    langs = record.get("langs")
    return Incoming(
        network_id=uri,
        kind=kind,
        conversation_key=f"thread:{root_of(notification)[0]}:{author.network_id}",
        author=author,
        text=text,
        received_at=instant(notification.get("indexedAt")),
        url=post_url(uri),
        language=str(langs[0]) if isinstance(langs, list) and langs else "",
        links=tuple(_links(text, record)),
        attachments=tuple(_attachments(part(record, "embed"))),
        reply_to=word(part(part(record, "reply"), "parent"), "uri"),
        own=author.network_id == own_did,
    )


def _chat(stored: Json, own_did: str) -> Incoming | None:
    message, convo = part(stored, "message"), word(stored, "convoId")
    if "text" not in message or not convo:
        return None  # deleted since, or written by the service itself
    author = _author({"author": part(message, "sender")}, stored)
    if not word(message, "id") or not author.network_id:
        raise ValueError("a Bluesky direct message without an id or a sender")
    text = word(message, "text")
    return Incoming(
        network_id=word(message, "id"),
        kind=Kind.DIRECT,
        conversation_key=f"direct:{convo}",
        author=author,
        text=text,
        received_at=instant(message.get("sentAt")),
        url=f"{SITE}/messages/{convo}",
        links=tuple(_links(text, message)),
        attachments=tuple(_attachments(part(message, "embed"))),
        reply_to=word(part(message, "replyTo"), "id"),
        own=author.network_id == own_did,
    )


def _author(holder: Json, stored: Json) -> Author:
    """Take the full profile where it could be fetched, else what came with the message."""
    brief, profile = part(holder, "author"), part(stored, "profile")
    both = {**brief, **profile}
    did, handle = word(brief, "did") or word(profile, "did"), word(both, "handle")
    followers = both.get("followersCount")
    labels = {word(label, "val") for label in rows(both, "labels")}
    return Author(
        network_id=did,
        handle=f"@{handle}" if handle else did,
        name=word(both, "displayName") or handle,
        description=word(both, "description"),
        followers=followers if isinstance(followers, int) else None,
        created_at=_instant_or_none(both.get("createdAt")),
        url=f"{SITE}/profile/{did}" if did else "",
        bot="bot" in labels,
    )


def _instant_or_none(value: Any) -> datetime | None:
    try:
        return instant(value) if value else None
    except ValueError:
        return None


def _links(text: str, holder: Json) -> Iterator[Link]:
    """Read the link facets: byte offsets into characters; one that does not fit the text is left out."""
    raw = text.encode("utf-8", "replace")
    for facet in rows(holder, "facets"):
        span = _characters(raw, part(facet, "index"))
        for feature in rows(facet, "features"):
            url = word(feature, "uri")
            if span is not None and url and word(feature, "$type") == "app.bsky.richtext.facet#link":
                yield Link(text[span[0] : span[1]], url, *span)


def _characters(raw: bytes, index: Json) -> tuple[int, int] | None:
    start, end = index.get("byteStart"), index.get("byteEnd")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(raw):
        return None
    try:
        return len(raw[:start].decode()), len(raw[:end].decode())
    except UnicodeDecodeError:
        return None  # in the middle of a letter


def _attachments(embed: Json) -> Iterator[str]:
    """Describe what is attached, in words; nothing is fetched."""
    kind = word(embed, "$type").removeprefix("app.bsky.embed.").partition("#")[0]
    if kind in ("images", "gallery"):
        for image in rows(embed, "images") or rows(embed, "items"):
            yield _described("Image", word(image, "alt"))
    elif kind == "video":
        yield _described("Video", word(embed, "alt"))
    elif kind == "external":
        yield _card(part(embed, "external"))
    elif kind == "record":
        yield f"Quoted post: {post_url(word(part(embed, 'record'), 'uri')) or 'not a post'}"
    elif kind == "recordWithMedia":
        yield from _attachments(part(embed, "media"))
        yield from _attachments({**part(embed, "record"), "$type": "app.bsky.embed.record"})
    elif kind:
        yield f"Something this program cannot show ({kind})"


def _described(what: str, alt: str) -> str:
    return f"{what}: {alt}" if alt.strip() else f"{what} without a description"


def _card(external: Json) -> str:
    """Word a link card by where it really leads, its own title after that."""
    uri = word(external, "uri")
    try:
        host = urlsplit(uri).hostname or uri
    except ValueError:
        host = uri
    return f"Link card to {host}: {word(external, 'title') or 'no title'} ({uri})"
