"""How long is a text by each network's own rule?

Sources: Mastodon's documentation of ``configuration.statuses``; Bluesky's lexicon of
``app.bsky.feed.post`` (300 graphemes, 3,000 UTF-8 bytes).
"""

from __future__ import annotations

import regex

_GRAPHEME = regex.compile(r"\X")
# Only a link with its scheme, not glued to a word, and no longer than servers link at all.
_LINK = regex.compile(
    r"(?<![\p{L}\p{N}_/.@-])https?://[^\s<>\"']{1,2000}[\p{L}\p{N}/=&#_-]", regex.IGNORECASE
)
_LONGEST_HOST_LABEL = 63
_REMOTE_MENTION = regex.compile(
    r"(?<![\p{L}\p{N}_/])@([\p{L}\p{N}_]+(?:[.-]+[\p{L}\p{N}_]+)*)@([\p{L}\p{N}.-]+[\p{L}\p{N}])(?::\d+)?"
)


def graphemes(text: str) -> int:
    """Count user-perceived characters (UAX #29 extended grapheme clusters)."""
    return len(_GRAPHEME.findall(text))


def mastodon(text: str, spoiler: str = "", per_url: int = 23) -> int:
    """Count as Mastodon does: graphemes; a link counts ``per_url``; a mention's domain is free."""
    spared = _REMOTE_MENTION.sub(_without_domain, text)
    spared = _LINK.sub(lambda found: "x" * per_url if _linkable(found.group()) else found.group(), spared)
    return graphemes(spared) + graphemes(spoiler)


def bluesky(text: str) -> tuple[int, int]:
    """Return (graphemes, UTF-8 bytes)."""
    return graphemes(text), len(text.encode())


def _without_domain(found: regex.Match[str]) -> str:
    return f"@{found.group(1)}" if _is_domain(found.group(2)) else found.group()


def _linkable(url: str) -> bool:
    return _is_domain(url.split("://", 1)[1].split("/", 1)[0])


def _is_domain(host: str) -> bool:
    return all(len(label) <= _LONGEST_HOST_LABEL for label in host.split("."))
