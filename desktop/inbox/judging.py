"""What does the triage engine say of a message, and how is its judgement stored?"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, is_dataclass
from datetime import datetime
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models import Assessment, Attention, Message
from desktop.networks.protocol import Incoming
from desktop.words import translate

log = logging.getLogger(__name__)

_ATTENTION = {
    "emergency": Attention.LIFE_AT_RISK,
    "urgent": Attention.URGENT,
    "routine": Attention.ROUTINE,
    "none": Attention.NONE,
}


class Judgement(Protocol):
    """What the triage engine answers."""

    @property
    def threat(self) -> bool: ...
    @property
    def harm(self) -> bool: ...
    @property
    def risk(self) -> bool: ...
    @property
    def priority(self) -> str: ...
    @property
    def life_at_risk(self) -> bool: ...
    @property
    def category(self) -> str: ...
    @property
    def reasons(self) -> Any: ...
    @property
    def version(self) -> str: ...


Triage = Callable[..., Judgement]


@dataclass(frozen=True)
class Judged:
    """A judgement as it is stored."""

    attention: Attention
    threat: bool = False
    harm: bool = False
    risk: bool = False
    category: str = ""
    reasons: tuple[Any, ...] = ()
    version: str = ""


def answered(session: Session, account_id: int, reply_to: str) -> str:
    """Return the text of the message that this one answers, where it is known."""
    if not reply_to:
        return ""
    query = sa.select(Message.text).where(Message.account_id == account_id, Message.network_id == reply_to)
    return session.scalar(query) or ""


def judge(triage: Triage, incoming: Incoming, answered: str) -> Judged:
    try:
        found = triage(incoming.text, kind=incoming.kind, reply_to=answered)
    except Exception:
        # A bug in judging must not cost the message: a person judges it, from the front of the queue.
        log.exception("triage failed on a message; it is amber")
        why = translate("Inbox", "Automatic triage failed on this message. Read it and judge it yourself.")
        return Judged(Attention.URGENT, reasons=({"rule": "failed", "flag": "", "words": "", "why": why},))
    attention = Attention.LIFE_AT_RISK if found.life_at_risk else _ATTENTION[found.priority]
    reasons = tuple(_plain(reason) for reason in found.reasons)
    return Judged(attention, found.threat, found.harm, found.risk, found.category, reasons, found.version)


def _plain(reason: Any) -> Any:
    if is_dataclass(reason) and not isinstance(reason, type):
        return asdict(reason)
    return dict(reason) if isinstance(reason, Mapping) else {"why": str(reason)}


def assess(session: Session, message: Message, judged: Judged, at: datetime) -> None:
    session.add(
        Assessment(
            message_id=message.id,
            at=at,
            engine_version=judged.version,
            threat=judged.threat,
            harm=judged.harm,
            risk=judged.risk,
            attention=int(judged.attention),
            category=judged.category,
            reasons=list(judged.reasons),
        )
    )
