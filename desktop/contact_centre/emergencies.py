"""Which emergencies wait for somebody, and for how long by the network's own clock?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.clock import short_ago, wall
from desktop.contact_centre.handover_rows import HandoverRow, call_now, not_delivered, rows
from desktop.models import (
    Account,
    AlarmKind,
    Attention,
    Author,
    Conversation,
    ConversationState,
    DeliveryState,
    Handover,
    HandoverState,
    Message,
)
from desktop.records.settings import ForceSettings
from desktop.words import dated, translate

NOTICE, SUPERVISOR, PHONE, INSPECTOR = 1, 2, 3, 4
CAPTURE_DELAY = timedelta(seconds=10)  # shorter ones are the ordinary course
PATIENT = 10  # a handover without a life at risk may take so many times as long
LONGEST_NAME = 60
LIVE = (HandoverState.QUEUED, HandoverState.DELIVERED, HandoverState.ACCEPTED, HandoverState.LOGGED)
WAITING = (HandoverState.QUEUED, HandoverState.DELIVERED)
_TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@dataclass(frozen=True)
class Cause:
    kind: AlarmKind
    subject: str
    level: int
    words: str
    since: datetime


@dataclass(frozen=True)
class _Emergency:
    """An open conversation with a life at risk, and those of its messages that raised it."""

    conversation_id: int
    who: str
    account: str
    received_at: datetime  # of the first that no handover covers
    captured_at: datetime
    unseen_since: datetime | None
    handed_over: bool
    rejected: str  # the control room's reason for not taking it, if it did not


def emergencies(session: Session, force: ForceSettings, at: datetime) -> Iterator[Cause]:
    """Yield what stands for open conversations with a life at risk: nobody opened it, nobody handed it over."""
    for found in _open_emergencies(session):
        subject = f"conversation:{found.conversation_id}"
        if not found.handed_over:
            waited = at - found.received_at
            level = _level(waited, force)
            words = _emergency_words(found, force, level)
            yield Cause(AlarmKind.LIFE_AT_RISK, subject, level, words, found.received_at)
        if found.unseen_since and at - found.unseen_since >= timedelta(seconds=force.unseen_seconds):
            level = max(_level(at - found.unseen_since, force), SUPERVISOR)
            words = translate("Alarm", "{opening}. Nobody has opened it: {where}").format(
                opening=_opening(force, level), where=_where(found, force)
            )
            yield Cause(AlarmKind.UNSEEN, subject, level, words, found.unseen_since)


def _level(waited: timedelta, force: ForceSettings) -> int:
    seconds = waited.total_seconds()
    if seconds >= force.inspector_seconds:
        return INSPECTOR
    if seconds >= force.unaccepted_seconds:
        return PHONE
    return SUPERVISOR if seconds >= force.unseen_seconds else NOTICE


def _opening(force: ForceSettings, level: int) -> str:
    if level < PHONE:
        return translate("Alarm", "Life at risk")
    if level < INSPECTOR:
        return call_now(force)
    return translate("Alarm", "{call_now}, then the duty inspector").format(call_now=call_now(force))


def _emergency_words(found: _Emergency, force: ForceSettings, level: int) -> str:
    if found.rejected:
        state = translate(
            "Alarm", "The control room rejected it ({reason}): call, or hand it over again"
        ).format(reason=found.rejected)
    else:
        state = translate("Alarm", "Not handed over yet: open it and hand it over now")
    return f"{_opening(force, level)}. {state}. {_where(found, force)}"


def _where(found: _Emergency, force: ForceSettings) -> str:
    delay = found.captured_at - found.received_at
    words = translate("Alarm", "{who} to {account}, received {time} on {day}.")
    if delay > CAPTURE_DELAY:
        words = translate(
            "Alarm", "{who} to {account}, received {time} on {day}, reached Blue Lamp {late} later."
        )
    at = wall(found.received_at, force.zone)
    late = short_ago(found.received_at, found.captured_at)
    return words.format(
        who=found.who, account=found.account, time=f"{at:%H:%M:%S}", day=dated(at, "%d %b"), late=late
    )


def _open_emergencies(session: Session) -> Iterator[_Emergency]:
    """Three queries, however many there are."""
    covers, raised = _covers(session), _raised(session)
    query = (
        sa.select(
            Conversation.id, Conversation.author_name, Conversation.last_at, Author.handle, Account.handle
        )
        .join(Author, Author.id == Conversation.author_id)
        .join(Account, Account.id == Conversation.account_id)
        .where(*_OPEN)
        .order_by(Conversation.id)
    )
    for conversation_id, name, last_at, handle, account in session.execute(query):
        cover = covers.get(conversation_id, _Cover())
        messages = raised.get(conversation_id, [])
        new = [m for m in messages if cover.dealt_with is None or m.captured_at > cover.dealt_with]
        unseen = [m for m in messages if not m.seen and (cover.told is None or m.captured_at > cover.told)]
        yield _Emergency(
            conversation_id,
            plain(name or handle),
            account,
            new[0].received_at if new else last_at,
            new[0].captured_at if new else last_at,
            unseen[0].received_at if unseen else None,
            # All that raised it may be dealt with and have its incident.
            cover.lives or (cover.dealt_with is not None and not new),
            plain(cover.rejected),
        )


_OPEN = (Conversation.state == ConversationState.OPEN, Conversation.attention >= Attention.LIFE_AT_RISK)


@dataclass
class _Cover:
    """What the handovers of one conversation cover."""

    lives: bool = False
    dealt_with: datetime | None = None  # when the last with an incident was closed
    told: datetime | None = None  # when the last was made
    rejected: str = ""  # why the last was rejected, if it was


def _covers(session: Session) -> dict[int, _Cover]:
    query = (
        sa.select(
            Handover.conversation_id,
            Handover.state,
            Handover.created_at,
            Handover.closed_at,
            Handover.incident_reference,
            Handover.rejected_reason,
        )
        .where(Handover.conversation_id.in_(sa.select(Conversation.id).where(*_OPEN)))
        .order_by(Handover.id)
    )
    found: dict[int, _Cover] = {}
    for conversation_id, state, created_at, closed_at, reference, reason in session.execute(query):
        cover = found.setdefault(conversation_id, _Cover())
        cover.lives = cover.lives or state in LIVE
        cover.told = created_at
        if state is HandoverState.CLOSED and reference:
            cover.dealt_with = closed_at
        cover.rejected = reason if state is HandoverState.REJECTED else ""
    return found


class _Raised(NamedTuple):
    received_at: datetime
    captured_at: datetime
    seen: bool


def _raised(session: Session) -> dict[int, list[_Raised]]:
    """The messages with a life at risk in each open conversation, oldest first."""
    query = (
        sa.select(Message.conversation_id, Message.received_at, Message.captured_at, Message.seen_at)
        .where(
            Message.conversation_id.in_(sa.select(Conversation.id).where(*_OPEN)),
            Message.attention >= Attention.LIFE_AT_RISK,
            Message.outgoing.is_(False),
        )
        .order_by(Message.conversation_id, Message.received_at)
    )
    found: dict[int, list[_Raised]] = {}
    for conversation_id, received_at, captured_at, seen_at in session.execute(query):
        message = _Raised(received_at, captured_at, seen_at is not None)
        found.setdefault(conversation_id, []).append(message)
    return found


def unsettled(session: Session, force: ForceSettings, at: datetime) -> Iterator[Cause]:
    """Yield what stands for handovers that are not delivered or not accepted."""
    for handover in rows(session, states=WAITING):
        if handover.state is HandoverState.QUEUED:
            yield from _undelivered(handover, force, at)
        yield from _unaccepted(handover, force, at)


def _undelivered(handover: HandoverRow, force: ForceSettings, at: datetime) -> Iterator[Cause]:
    """Its clock runs from the handover: nothing could be delivered before."""
    patience = force.undelivered_seconds * (1 if handover.life_at_risk else PATIENT)
    late = at - handover.created_at >= timedelta(seconds=patience)
    failed = bool(handover.deliveries) and all(d.state is DeliveryState.FAILED for d in handover.deliveries)
    if not (late or failed):
        return
    why = not_delivered(handover.deliveries) or translate("Alarm", "the routes have not answered yet")
    subject = f"handover:{handover.id}"
    if handover.life_at_risk:
        words = translate("Alarm", "{call_now}. The handover about {who} is not delivered: {why}.")
        words = words.format(call_now=call_now(force), who=plain(handover.author), why=why)
        yield Cause(AlarmKind.UNDELIVERED, subject, PHONE, words, handover.created_at)
    else:
        words = translate("Alarm", "The handover about {who} is not delivered: {why}. Call the control room.")
        words = words.format(who=plain(handover.author), why=why)
        yield Cause(AlarmKind.UNDELIVERED, subject, SUPERVISOR, words, handover.created_at)


def _unaccepted(handover: HandoverRow, force: ForceSettings, at: datetime) -> Iterator[Cause]:
    """Its clock runs from the network's receipt, however long the handover took to be made."""
    waited = (at - handover.received_at).total_seconds()
    patience = force.unaccepted_seconds * (1 if handover.life_at_risk else PATIENT)
    if waited < patience:
        return
    subject = f"handover:{handover.id}"
    about = {"who": plain(handover.author), "time": f"{wall(handover.received_at, force.zone):%H:%M:%S}"}
    if not handover.life_at_risk:
        words = translate(
            "Alarm", "Nobody has accepted the handover about {who}, received {time}. Call the control room."
        )
        yield Cause(AlarmKind.UNACCEPTED, subject, SUPERVISOR, words.format(**about), handover.received_at)
        return
    level = INSPECTOR if waited >= force.inspector_seconds else PHONE
    words = translate("Alarm", "{opening}. Nobody has accepted the handover about {who}, received {time}.")
    words = words.format(opening=_opening(force, level), **about)
    yield Cause(AlarmKind.UNACCEPTED, subject, level, words, handover.received_at)


def plain(name: str) -> str:
    """What the public calls itself, as one short line that cannot turn the text around it."""
    shown = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in name)
    shown = "".join(c for c in shown if unicodedata.bidirectional(c) not in _TURNS)
    shown = " ".join(shown.split())
    return shown if len(shown) <= LONGEST_NAME else f"{shown[: LONGEST_NAME - 1]}…"
