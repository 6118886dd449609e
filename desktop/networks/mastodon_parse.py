"""What does a stored Mastodon payload say, as a message?"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from desktop.networks.protocol import Author, Incoming, Kind, Link

BLOCKS = {"p", "div", "blockquote", "li", "ul", "ol", "pre", "h1", "h2", "h3"}
# A mark that nothing closes makes Python's reader look to the end of the text for each of them.
UNCLOSED = re.compile(r"<(?![^<>]*>)")


def parse(payload: dict[str, Any], me: str, domain: str = "") -> Incoming | None:
    """Turn a notification or a direct status into a message; None for what is neither.

    ``me`` is our own id there; ``domain`` is the server's own, which its people's handles lack.
    """
    status = payload.get("status")
    if not status:
        return None
    if not isinstance(status, dict):
        raise ValueError("a Mastodon payload whose status is no object")
    # What was not said to everyone is never answered to everyone ("private": followers only, or snac's direct).
    direct = status.get("visibility") in ("direct", "private") or bool(payload.get("direct"))
    text, links = plain_text(str(status.get("content") or ""))
    if warning := str(status.get("spoiler_text") or ""):
        lead = f"[{warning}]\n"
        text = lead + text
        links = tuple(Link(x.text, x.url, x.start + len(lead), x.end + len(lead)) for x in links)
    who = author(status["account"], domain)
    own = who.network_id == me
    root = str(payload.get("bluelamp_root") or status.get("in_reply_to_id") or status["id"])
    partner = str(
        status.get("bluelamp_conversation") or (_first_other(status, me) if own else who.network_id)
    )
    return Incoming(
        network_id=str(status["id"]),
        kind=_kind(payload, status, direct),
        conversation_key=f"direct:{partner}" if direct else f"thread:{root}:{who.network_id}",
        author=who,
        text=text,
        received_at=moment(status["created_at"]) or datetime.now(UTC),
        url=str(status.get("url") or status.get("uri") or ""),
        language=str(status.get("language") or ""),
        links=links,
        attachments=tuple(_described(a) for a in status.get("media_attachments") or []),
        reply_to=str(status.get("in_reply_to_id") or ""),
        own=own,
    )


def author(account: dict[str, Any], domain: str = "") -> Author:
    acct = str(account.get("acct") or account.get("username") or "")
    if "@" not in acct and (domain or account.get("url")):
        acct = f"{acct}@{domain or host_of(str(account['url']))}"
    return Author(
        network_id=str(account["id"]),
        handle=f"@{acct}",
        name=str(account.get("display_name") or acct),
        description=plain_text(str(account.get("note") or ""))[0],
        followers=account.get("followers_count"),
        created_at=moment(account.get("created_at")),
        url=str(account.get("url") or ""),
        bot=bool(account.get("bot")),
    )


def plain_text(html: str) -> tuple[str, tuple[Link, ...]]:
    """Turn a server's HTML into plain text, with each link and where it really leads."""
    reader = _Reader()
    reader.feed(UNCLOSED.sub("&lt;", html))
    reader.close()
    return reader.result()


def moment(value: object) -> datetime | None:
    """Read an ISO 8601 time as UTC; None for what is none."""
    try:
        at = datetime.fromisoformat(str(value))
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def host_of(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._text = ""
        self._links: list[Link] = []
        self._open: tuple[str, int] | None = None
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self._silent += 1
        elif tag == "br":
            self._text += "\n"
        elif tag in BLOCKS and self._text:
            self._text = self._text.rstrip("\n") + ("\n\n" if tag == "p" else "\n")
        elif tag == "a":
            given = dict(attrs)
            plain = {"mention", "hashtag", "u-url"} & set((given.get("class") or "").split())
            self._open = None if plain else (given.get("href") or "", len(self._text))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._silent = max(0, self._silent - 1)
        elif tag == "a" and self._open:
            url, start = self._open
            if url:
                self._links.append(Link(self._text[start:], url, start, len(self._text)))
            self._open = None

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._text += data

    def result(self) -> tuple[str, tuple[Link, ...]]:
        text = self._text.rstrip()
        return text, tuple(link for link in self._links if link.end <= len(text))


def _kind(payload: dict[str, Any], status: dict[str, Any], direct: bool) -> Kind:
    if direct:
        return Kind.DIRECT
    if payload.get("type") == "quote":
        return Kind.QUOTE
    return Kind.REPLY if status.get("in_reply_to_id") else Kind.MENTION


def _first_other(status: dict[str, Any], me: str) -> str:
    others = [str(m["id"]) for m in status.get("mentions") or [] if str(m.get("id")) != me]
    return "+".join(sorted(others)) or me


def _described(attachment: dict[str, Any]) -> str:
    kind = str(attachment.get("type") or "file")
    words = str(attachment.get("description") or "").strip()
    return f"{kind}: {words}" if words else f"{kind}, not described by its author"
