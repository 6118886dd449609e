"""What of a message, as its network tells it, can be stored, shown and timed?

Whoever writes to the force chooses much of this: text that is no text, numbers that are none, a time that
has not come. None of that may cost the message, break a clock that an alarm runs by, or stop the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

from desktop.networks import bodies
from desktop.networks.protocol import Author, Incoming, Link

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)  # before any network that is read
AHEAD = timedelta(days=1)
MOST_FOLLOWERS = 2**53
LONGEST_NAME = 500
MOST_MADE_OUT = 20_000  # characters
_MARKUP, _ADDRESS = re.compile("<[^<>]*>"), re.compile(r"\s*(https?:|at:|did:|[\w.:+-]*$)")
NO_TEXT = re.compile("[\ud800-\udfff\0]")  # halves of letters, and the end of a string to some databases


def clean(incoming: Incoming, fetched_at: datetime) -> Incoming:
    """Return the message with nothing in it that cannot be stored, and with a time that its clocks can run by.

    Every offset into the text stays true: what is replaced is replaced letter by letter.
    """
    return replace(
        incoming,
        network_id=words(incoming.network_id),
        conversation_key=words(incoming.conversation_key),
        author=_author(incoming.author, fetched_at),
        text=words(incoming.text),
        received_at=_received(incoming.received_at, fetched_at),
        url=words(incoming.url),
        language=words(incoming.language)[:20],
        links=tuple(Link(words(x.text), words(x.url), x.start, x.end) for x in incoming.links),
        attachments=tuple(words(one) for one in incoming.attachments),
        reply_to=words(incoming.reply_to),
    )


def words(value: object) -> str:
    return NO_TEXT.sub("\ufffd", str(value))


def raw(payload: str) -> str:
    """Return the payload, JSON, with what no database takes written as JSON itself writes it."""
    return payload.encode("utf-8", "backslashreplace").decode()


def strings(payload: str) -> str:
    """Return the words of a payload that could not be read, for triage and for a person: better than nothing."""
    try:
        found = [_MARKUP.sub(" ", unescape(one)) for one in _strings(bodies.load(payload))]
    except ValueError:
        found = [payload]
    told = dict.fromkeys(" ".join(words(one).split()) for one in found if not _ADDRESS.match(one))
    return "\n".join(one for one in told if one)[:MOST_MADE_OUT]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


def _author(author: Author, fetched_at: datetime) -> Author:
    followers, made = author.followers, author.created_at
    counted = type(followers) is int and 0 <= followers <= MOST_FOLLOWERS
    return replace(
        author,
        network_id=words(author.network_id),
        handle=words(author.handle)[:LONGEST_NAME],
        name=words(author.name)[:LONGEST_NAME],
        description=words(author.description),
        followers=followers if counted else None,
        created_at=made if made is not None and EARLIEST <= made <= fetched_at + AHEAD else None,
        url=words(author.url),
    )


def _received(at: datetime, fetched_at: datetime) -> datetime:
    """The network's receipt: never after we had it, or no clock would run."""
    return min(at, fetched_at) if at >= EARLIEST else fetched_at
