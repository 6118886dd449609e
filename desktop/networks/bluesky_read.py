"""What is new among an account's notifications, with nothing skipped?

Bluesky lists notifications newest first, sorted by the author's own clock where that is behind: a reply
from a slow phone appears below ones that were read before. So each read overlaps the last by ``OVERLAP``,
and every ``SWEEP_EVERY`` one goes ``SWEEP_BACK``. What is newest comes first; what one call has no room for
is kept in the cursor as a gap, and read next. Lexicon: app.bsky.notification.listNotifications.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from desktop.errors import Denied, Doubt, Unavailable
from desktop.networks.bluesky_parse import KINDS, Json, instant, instant_or, part, rows, word
from desktop.networks.bluesky_session import Session
from desktop.networks.protocol import RawItem
from desktop.words import translate

FIRST_READ = timedelta(days=14)
OVERLAP = timedelta(minutes=10)
SWEEP_EVERY = timedelta(minutes=15)
SWEEP_BACK = timedelta(days=1)
PAGE = 50
PAGES = 8  # pages that one call reads
KNOWN = 2000  # how many of the newest items are remembered, by 10 hexadecimal digits each


@dataclass(frozen=True)
class Gap:
    """Notifications not read yet: from the network's ``cursor`` ("" for the newest) back to ``until``."""

    cursor: str
    until: str  # ISO 8601, UTC


@dataclass(frozen=True)
class Place:
    """How far the notifications were read: the newest instant seen, what is known there, and the gaps."""

    newest: str = ""
    known: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    swept: str = ""

    @property
    def repeats(self) -> bool:
        """Whether so much came at once that the next read may bring what was brought before."""
        return len(self.known) >= KNOWN


@dataclass
class _Reading:
    """One call: what it brought so far."""

    now: datetime
    room: int = PAGES
    items: dict[str, Json] = field(default_factory=dict)
    newest: str = ""


def place(stored: Any) -> Place:
    """Read a place back from the stored cursor; the beginning where there is none."""
    if not isinstance(stored, dict):
        return Place()
    gaps = tuple(Gap(str(gap["cursor"]), str(gap["until"])) for gap in stored["gaps"])
    return Place(str(stored["newest"]), tuple(stored["known"]), gaps, str(stored["swept"]))


def stored(at: Place) -> dict[str, Any]:
    return asdict(at)


def read(session: Session, at: Place, now: datetime) -> tuple[list[Json], Place]:
    """Read the next notifications that are messages, newest first, and the place then reached."""
    reading = _Reading(now, newest=at.newest)
    gaps = [Gap("", _until(at, now).isoformat()), *at.gaps]
    if at.swept and now - instant(at.swept) >= SWEEP_EVERY:
        gaps.append(Gap("", (now - SWEEP_BACK).isoformat()))
        at = replace(at, swept=now.isoformat())
    left = [rest for gap in gaps if (rest := _read_gap(session, gap, reading)) is not None]
    known = set(at.known)
    fresh = [item for uri, item in reading.items.items() if _digest(uri) not in known]
    after = Place(
        newest=reading.newest,
        known=_known(at, reading),
        gaps=tuple(left),
        swept=at.swept or now.isoformat(),
    )
    return fresh, after


def _until(at: Place, now: datetime) -> datetime:
    """Say how far back the newest pages are read; no overlap while there is a backlog, or it would grow."""
    if not at.newest:
        return now - FIRST_READ
    return instant(at.newest) if at.gaps else instant(at.newest) - OVERLAP


def items(session: Session, notifications: Sequence[Json]) -> list[RawItem]:
    """Make the items to be stored: each notification as it came, with its author's public profile."""
    dids = dict.fromkeys(word(part(one, "author"), "did") for one in notifications)
    people = profiles(session, dids)
    return [
        RawItem(
            key=word(one, "uri"),
            payload=json.dumps(
                {
                    "kind": "notification",
                    "notification": one,
                    "profile": people.get(word(part(one, "author"), "did")),
                },
                ensure_ascii=False,
            ),
        )
        for one in notifications
    ]


def profiles(session: Session, dids: Iterable[str]) -> dict[str, Json]:
    """Fetch public profiles, 25 at a time; those that cannot be had are left out, as the message matters more."""
    wanted, found = [did for did in dids if did], {}
    for start in range(0, len(wanted), 25):
        try:
            answer = session.get("app.bsky.actor.getProfiles", actors=wanted[start : start + 25])
        except (Unavailable, Denied):
            break
        found.update({word(profile, "did"): profile for profile in rows(answer, "profiles")})
    return found


def _read_gap(session: Session, gap: Gap, reading: _Reading) -> Gap | None:
    """Read pages of ``gap`` while there is room; return what is left of it."""
    cursor, until = gap.cursor, instant(gap.until)
    while reading.room > 0:
        reading.room -= 1
        # Not filtered by the server: likes would hide how far back a page has come.
        answer = session.get("app.bsky.notification.listNotifications", limit=PAGE, cursor=cursor)
        page = rows(answer, "notifications")
        if "notifications" not in answer:
            raise Unavailable(
                translate("Bluesky", "Bluesky's list of notifications could not be read."),
                doubt=Doubt.NOT_DONE,
            )
        _take(page, reading)
        behind = cursor
        cursor = word(answer, "cursor")
        oldest = instant_or(page[-1].get("indexedAt"), until) if page else until
        if not cursor or cursor == behind or oldest < until:
            return None
    return Gap(cursor, gap.until)


def _take(page: Sequence[Json], reading: _Reading) -> None:
    for one in page:
        # A time that is none, or still to come, says nothing of how far was read.
        at = instant_or(one.get("indexedAt"), reading.now)
        if at < reading.now and (not reading.newest or instant(reading.newest) < at):
            reading.newest = at.isoformat()
        if word(one, "reason") in KINDS and word(one, "uri"):
            reading.items.setdefault(word(one, "uri"), one)


def _known(at: Place, reading: _Reading) -> tuple[str, ...]:
    """Remember the newest items, which the next read will meet again."""
    newest = sorted(
        reading.items.values(), key=lambda one: instant_or(one.get("indexedAt"), reading.now), reverse=True
    )
    met = [_digest(word(one, "uri")) for one in newest]
    return tuple(dict.fromkeys([*met, *at.known]))[:KNOWN]


def _digest(uri: str) -> str:
    return hashlib.sha256(uri.encode()).hexdigest()[:10]
