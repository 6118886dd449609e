"""What is new among an account's direct messages, and how is one sent and looked for?

The service keeps no client key, so a repeat makes a second message: what was sent is looked for by its
text. Conversations are listed newest first; each whose ``rev`` changed is read back to where the last read
ended. A rev is only compared for being another one: what it is made of is not published. Lexicons: chat.bsky.convo.listConvos, getMessages, sendMessage.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from desktop.clock import now
from desktop.errors import Denied, Doubt, Unavailable
from desktop.networks.bluesky_parse import SITE, Json, instant, instant_or, rows, word
from desktop.networks.bluesky_read import FIRST_READ, profiles
from desktop.networks.bluesky_session import Session
from desktop.networks.protocol import RawItem, Sent
from desktop.words import translate

MAX_GRAPHEMES = 1000
MAX_BYTES = 10_000
OVERLAP = timedelta(minutes=10)
CLOCKS_APART = timedelta(minutes=2)  # how far the service's clock may be behind ours
PAGE = 50
PAGES = 6  # pages of messages that one call reads
LISTED = 40  # pages of one list that one call reads, whatever cursor the service gives
REMEMBERED = 300  # conversations whose rev is kept


@dataclass(frozen=True)
class Unread:
    """A conversation with messages not read yet: from ``cursor`` ("" for the newest) back to ``until``."""

    convo: str
    until: str  # ISO 8601, UTC
    cursor: str = ""


@dataclass(frozen=True)
class Place:
    """How far the conversations were read: the newest instant seen, their revs, and what is still unread."""

    newest: str = ""
    revs: tuple[tuple[str, str], ...] = ()  # (conversation, rev), the latest first
    unread: tuple[Unread, ...] = ()


def place(stored: Any) -> Place:
    """Read a place back from the stored cursor; the beginning where there is none."""
    if not isinstance(stored, dict):
        return Place()
    revs = tuple((str(convo), str(rev)) for convo, rev in stored["revs"])
    return Place(str(stored["newest"]), revs, tuple(Unread(**one) for one in stored["unread"]))


def stored(at: Place) -> dict[str, Any]:
    return asdict(at)


def allowed(session: Session) -> bool:
    """Ask whether the app password may read direct messages."""
    try:
        session.get("chat.bsky.convo.listConvos", chat=True, limit=1)
    except Denied as no:
        if no.code == "NoDirectMessages":
            return False
        raise
    return True


def read(session: Session, at: Place, now: datetime) -> tuple[list[RawItem], Place]:
    """Read the next direct messages, the force's own among them, and the place then reached."""
    until = instant(at.newest) - OVERLAP if at.newest else now - FIRST_READ
    changed = _changed(session, at, until)
    queue = [*(Unread(word(convo, "id"), until.isoformat()) for convo in changed), *at.unread]
    messages: list[tuple[str, Json]] = []
    rests = [_messages(session, unread, messages) for unread in queue[:PAGES]]
    left = [rest for rest in rests if rest is not None] + queue[PAGES:]
    revs = {word(convo, "id"): word(convo, "rev") for convo in changed}
    latest = [min(instant_or(when, now), now) for convo in changed if (when := _last(convo))]
    newest = max([*latest, *([instant(at.newest)] if at.newest else [now - FIRST_READ])])
    kept = tuple({**revs, **{convo: rev for convo, rev in at.revs if convo not in revs}}.items())[:REMEMBERED]
    return _items(session, messages), Place(newest.isoformat(), kept, tuple(left))


def send(session: Session, convo: str, message: Json) -> Sent:
    """Send one direct message: once, as a repeat would arrive twice."""
    answer = session.post("chat.bsky.convo.sendMessage", {"convoId": convo, "message": message}, chat=True)
    return _sent(convo, answer)


def find(session: Session, convo: str, message: Json, since: datetime) -> tuple[Sent, ...]:
    """Look in the conversation for our own message of this text since ``since``; newest first."""
    wanted, earliest = _comparable(word(message, "text")), since - CLOCKS_APART
    found = []
    for one in _back(session, convo):
        if instant_or(one.get("sentAt"), earliest) < earliest:
            break
        ours = word(one.get("sender"), "did") == session.did
        if ours and _comparable(word(one, "text")) == wanted:
            found.append(_sent(convo, one))
    return tuple(found)


def _changed(session: Session, at: Place, until: datetime) -> list[Json]:
    """List the conversations that are not at the rev already read, and not all older than ``until``."""
    known, changed, cursor = dict(at.revs), {}, ""
    for _ in range(LISTED):
        answer = session.get("chat.bsky.convo.listConvos", chat=True, limit=PAGE, cursor=cursor)
        if "convos" not in answer:
            raise Unavailable(translate("Bluesky", "Bluesky's list of direct messages could not be read."))
        page = [convo for convo in rows(answer, "convos") if _is_new(convo, known, until)]
        changed.update({word(convo, "id"): convo for convo in page})
        behind, cursor = cursor, word(answer, "cursor")
        if not cursor or cursor == behind or not page:
            break
    return list(changed.values())


def _is_new(convo: Json, known: dict[str, str], until: datetime) -> bool:
    rev = known.get(word(convo, "id"))
    if rev is not None:
        return rev != word(convo, "rev")
    last = _last(convo)
    return bool(last) and instant_or(last, until) >= until


def _last(convo: Json) -> str:
    return word(convo.get("lastMessage"), "sentAt")


def _messages(session: Session, unread: Unread, into: list[tuple[str, Json]]) -> Unread | None:
    """Read one page of a conversation; return what is left of it."""
    answer = session.get(
        "chat.bsky.convo.getMessages", chat=True, convoId=unread.convo, limit=PAGE, cursor=unread.cursor
    )
    if "messages" not in answer:
        raise Unavailable(translate("Bluesky", "Bluesky's direct messages could not be read."))
    until = instant(unread.until)
    page = rows(answer, "messages")
    new = [one for one in page if instant_or(one.get("sentAt"), until) >= until]
    into += [(unread.convo, one) for one in new]
    cursor = word(answer, "cursor")
    done = not cursor or cursor == unread.cursor or len(new) < len(page)
    return None if done else Unread(unread.convo, unread.until, cursor)


def _back(session: Session, convo: str) -> Iterator[Json]:
    cursor = ""
    for _ in range(LISTED):
        answer = session.get(
            "chat.bsky.convo.getMessages", chat=True, convoId=convo, limit=PAGE, cursor=cursor
        )
        if "messages" not in answer:
            raise Unavailable(translate("Bluesky", "Bluesky's direct messages could not be read."))
        yield from rows(answer, "messages")
        behind, cursor = cursor, word(answer, "cursor")
        if not cursor or cursor == behind:
            return


def _items(session: Session, messages: list[tuple[str, Json]]) -> list[RawItem]:
    senders = dict.fromkeys(word(one.get("sender"), "did") for _, one in messages)
    people = profiles(session, senders)
    return [
        RawItem(
            key=f"direct:{convo}:{word(one, 'id')}",
            payload=json.dumps(
                {
                    "kind": "chat",
                    "convoId": convo,
                    "message": one,
                    "profile": people.get(word(one.get("sender"), "did")),
                },
                ensure_ascii=False,
            ),
        )
        for convo, one in messages
    ]


def _sent(convo: str, message: Json) -> Sent:
    if not word(message, "id"):
        raise Unavailable(
            translate("Bluesky", "Bluesky's answer does not name the message it sent."), doubt=Doubt.CUT
        )
    return Sent(
        network_id=word(message, "id"),
        url=f"{SITE}/messages/{convo}",
        at=instant_or(message.get("sentAt"), now()),
        raw=json.dumps(message, ensure_ascii=False),
    )


def _comparable(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()
