"""In what words, and with which of its words marked, is one message shown?"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QUrl

from desktop import clock
from desktop.contact_centre.prefill import KINDS
from desktop.inbox.rows import AuthorRow, MessageRow
from desktop.models import Attention
from desktop.views.inbox_rows import attention_words

translate = QCoreApplication.translate
_SLOW = timedelta(minutes=2)  # a capture delay that is worth more than seconds


@dataclass(frozen=True)
class Piece:
    """A stretch of a message's text. ``url`` is where it leads, ``raised`` whether triage flagged it."""

    text: str
    raised: bool = False
    url: str = ""


def pieces(message: MessageRow) -> list[Piece]:
    """Cut the text where a link or a word that raised a flag begins or ends."""
    raised = list(_raised(message))
    links = [(link.start, link.end, link.url) for link in message.links if 0 <= link.start < link.end]
    cuts = {0, len(message.text)}
    spans = [*raised, *((start, end) for start, end, _ in links)]
    cuts |= {min(at, len(message.text)) for span in spans for at in span}
    ordered = sorted(cuts)
    found = []
    for start, end in itertools.pairwise(ordered):
        marked = any(first <= start and end <= last for first, last in raised)
        url = next((url for first, last, url in links if first <= start and end <= last), "")
        found.append(Piece(message.text[start:end], marked, url))
    return found


def _raised(message: MessageRow) -> Iterator[tuple[int, int]]:
    for reason in message.reasons:
        words = str(reason.get("words") or "")
        if not reason.get("flag") or not words:
            continue
        start = reason.get("start")
        if not isinstance(start, int) or message.text[start : start + len(words)] != words:
            start = message.text.find(words)
        if start >= 0:
            yield start, start + len(words)


def reasons(message: MessageRow) -> list[str]:
    """Say why triage flagged the message: its flags together where the same words raised them."""
    found: dict[tuple[str, str], list[str]] = {}
    for reason in message.reasons:
        flag, words, why = (str(reason.get(name) or "") for name in ("flag", "words", "why"))
        why = translate("Triage", why) if why else ""
        flags = found.setdefault((words if flag else "", why), [])
        if flag and flag_words(flag) not in flags:
            flags.append(flag_words(flag))
    lines = [_reason(", ".join(flags), words, why) for (words, why), flags in found.items()]
    if message.rationale:
        lines.append(translate("Inbox", "Judged by a person: {why}").format(why=message.rationale))
    return lines


def _reason(flags: str, words: str, why: str) -> str:
    if not flags:
        return why
    quoted = translate("Inbox", "“{words}”").format(words=isolated(words)) if words else ""
    return f"{flags}: {' '.join(part for part in (quoted, why) if part)}"


def flags(message: MessageRow) -> str:
    """Return the flags that stand, and the priority where it is above routine."""
    found = [attention_words(message.attention)] if message.attention >= Attention.URGENT else []
    for on, flag in ((message.threat, "threat"), (message.harm, "harm"), (message.risk, "risk")):
        if on:
            found.append(flag_words(flag))
    return " · ".join(found)


def flag_words(flag: str) -> str:
    known = {
        "threat": translate("Inbox", "Threat"),
        "harm": translate("Inbox", "Harm"),
        "risk": translate("Inbox", "Risk"),
    }
    return known.get(flag, flag.capitalize())


def received(message: MessageRow, zone: str) -> str:
    """Say when the network had the message, and how much later we had it."""
    at = clock.shown(message.received_at, zone, seconds=True)
    today = clock.wall(clock.now(), zone).date()
    if clock.wall(message.received_at, zone).date() == today:
        at = at.split(" ", 3)[3]  # the date goes without saying
    if message.outgoing:
        return message.state_words or translate("Inbox", "Sent from the account at {time}").format(time=at)
    delay = message.captured_at - message.received_at
    return translate("Inbox", "received {time}, captured {delay} later").format(time=at, delay=_delay(delay))


def _delay(delay: timedelta) -> str:
    seconds = max(int(delay.total_seconds()), 0)
    if delay < _SLOW:
        return translate("Inbox", "{seconds} s").format(seconds=seconds)
    start = datetime(2000, 1, 1, tzinfo=clock.now().tzinfo)
    return clock.short_ago(start, start + delay)


def kind(message: MessageRow) -> str:
    words = translate("Kinds", KINDS[message.kind])
    return words[0].upper() + words[1:]


def isolated(words: str) -> str:
    """Keep the direction of a name from turning the words around it (Unicode isolates)."""
    return f"\u2068{' '.join(words.split())}\u2069"


def host(url: str) -> str:
    """Return the host an address really leads to, in the form that cannot be mistaken for another."""
    return QUrl(url).host(QUrl.ComponentFormattingOption.FullyEncoded) or url[:60]


def may_open(url: str) -> bool:
    """Whether it is an address of the web: nothing else is handed to the system."""
    return QUrl(url).scheme().lower() in ("http", "https") and bool(QUrl(url).host())


def profile(author: AuthorRow, zone: str) -> list[tuple[str, str, str]]:
    """Return the author's public profile as facts."""
    followers = "" if author.followers is None else f"{author.followers:,}"
    created = clock.shown(author.created_at, zone)[:11] if author.created_at else ""
    return [
        (translate("Inbox", "Name"), author.name, ""),
        (translate("Inbox", "Handle"), author.handle, ""),
        (
            translate("Inbox", "Automated"),
            translate("Inbox", "Yes: it says of itself that it is a bot") if author.bot else "",
            "warning",
        ),
        (translate("Inbox", "About"), author.description, ""),
        (translate("Inbox", "Followers"), followers, ""),
        (translate("Inbox", "Account made"), created, ""),
        (translate("Inbox", "Address"), author.url, ""),
        (translate("Inbox", "As seen"), clock.shown(author.seen_at, zone), "muted"),
    ]
