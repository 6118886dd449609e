"""Who was told of an emergency, who accepted it, and under which incident?

Each act is one transaction with its audit entry. Delivered is never accepted: acceptance is a named
person and a time.
"""

from __future__ import annotations

import re
import uuid
from datetime import date as Date
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.clock import now, shown, wall
from desktop.contact_centre import record as records
from desktop.contact_centre.handover_rows import DeliveryRow, HandoverRow, row, rows, text_for_log, words_of
from desktop.contact_centre.record import ContactRecord
from desktop.errors import Refused
from desktop.models import (
    Act,
    Actor,
    Attention,
    Conversation,
    DeliveryState,
    Handover,
    HandoverDelivery,
    HandoverState,
)
from desktop.models.contact_centre import HANDOVER_TRANSITIONS
from desktop.records import audit, settings
from desktop.words import translate

__all__ = [
    "DeliveryRow",
    "HandoverRow",
    "accept",
    "accept_by_phone",
    "acknowledge",
    "close",
    "hand_over",
    "record_reference",
    "reject",
    "row",
    "rows",
    "send_again",
    "text_for_log",
]

OPEN = (HandoverState.QUEUED, HandoverState.DELIVERED, HandoverState.ACCEPTED, HandoverState.LOGGED)


def hand_over(session: Session, conversation_id: int, record: ContactRecord, by: Actor) -> int:
    """Store a handover with one delivery a route; it is sent from there. Return its id.

    Raises ``Refused`` for a record without what it must have, and for a conversation that is already
    handed over: the first handover stands.
    """
    by.require(Act.HAND_OVER)
    conversation = session.get(Conversation, conversation_id, with_for_update=True)
    if conversation is None or record.conversation_id != conversation_id:
        raise Refused(
            translate("Handover", "This record belongs to another conversation. Open the conversation again.")
        )
    for problem in records.problems(record):
        if problem.blocking:
            raise Refused(problem.words)
    _require_first(session, conversation_id)
    life_at_risk = record.life_at_risk or conversation.attention >= Attention.LIFE_AT_RISK
    handover = Handover(
        correlation_id=str(uuid.uuid4()),
        conversation_id=conversation_id,
        life_at_risk=life_at_risk,
        record=records.to_json(record),
        state=HandoverState.QUEUED,
        created_by=by.id,
        created_at=now(),
        received_at=record.received_at,
    )
    session.add(handover)
    session.flush()
    routes = _queue(session, handover)
    _supersede(session, handover, by)
    _told(session, by, "handover.create", handover, life_at_risk=life_at_risk, routes=routes)
    return handover.id


def accept(session: Session, handover_id: int, by: Actor, name: str, how: str = "screen") -> None:
    """Record that the person called ``name`` in the control room has taken it on, now."""
    by.require(Act.ACCEPT)
    _accept(session, _get(session, handover_id), by, name, how, now())


def accept_by_phone(session: Session, handover_id: int, by: Actor, who_answered: str, at: datetime) -> None:
    """Record a call in which ``who_answered`` took it on at ``at`` (UTC)."""
    by.require(Act.HAND_OVER)
    handover = _get(session, handover_id)
    if at > now() + timedelta(minutes=1) or at < handover.received_at:
        raise Refused(
            translate(
                "Handover",
                "The call was between the arrival of the message and now. Correct the time of the call.",
            )
        )
    _accept(session, handover, by, who_answered, "phone", at)


def reject(session: Session, handover_id: int, by: Actor, reason: str) -> None:
    """Record that the control room will not take it on; the conversation can be handed over again."""
    by.require(Act.ACCEPT)
    if not reason.strip():
        raise Refused(
            translate("Handover", "Say why it is rejected: whoever handed it over must act on that.")
        )
    handover = _get(session, handover_id)
    _move(session, handover, HandoverState.REJECTED, rejected_at=now(), rejected_reason=reason.strip())
    _told(session, by, "handover.reject", handover, reason=reason.strip())


def acknowledge(
    session: Session, correlation_id: str, status: str, name: str, at: datetime, cause: str = ""
) -> bool:
    """Take in the contact centre's own answer; return whether it changed anything.

    An answer that names nobody accepts nothing. One that repeats what is known changes nothing. A time
    before the handover was made, or still to come, is none: then it is now.
    """
    found = session.scalar(sa.select(Handover).where(Handover.correlation_id == correlation_id))
    if found is None:
        return False
    at = at if found.created_at <= at <= now() else now()
    if status == "accepted" and name.strip() and HandoverState.ACCEPTED in HANDOVER_TRANSITIONS[found.state]:
        _accept(session, found, "engine", name, "webhook", at)
        return True
    if status == "rejected" and HandoverState.REJECTED in HANDOVER_TRANSITIONS[found.state]:
        reason = cause.strip() or translate("Handover", "The contact centre gave no reason.")
        _move(session, found, HandoverState.REJECTED, rejected_at=at, rejected_reason=reason)
        _told(session, "engine", "handover.reject", found, reason=reason, name=name.strip())
        return True
    return False


def record_reference(
    session: Session, handover_id: int, by: Actor, reference: str, date: Date, system: str = ""
) -> None:
    """Record the incident that the control room opened; again, to correct it."""
    if not by.may(Act.ACCEPT):
        by.require(Act.HAND_OVER)
    handover, reference = _get(session, handover_id), " ".join(reference.split())
    _check_reference(session, reference, date)
    was = handover.incident_reference
    values = {
        "incident_reference": reference,
        "incident_date": date.isoformat(),
        "incident_system": system.strip(),
    }
    if handover.state is HandoverState.LOGGED:
        _set(session, handover, HandoverState.LOGGED, **values)
    elif handover.state in (HandoverState.QUEUED, HandoverState.DELIVERED):
        raise Refused(
            translate(
                "Handover",
                "Record first who accepted it: a reference alone does not say that anybody acts on it.",
            )
        )
    else:
        _move(session, handover, HandoverState.LOGGED, **values)
    _told(session, by, "handover.reference", handover, was=was, **values)


def close(session: Session, handover_id: int, by: Actor, feedback: str) -> None:
    """Close a handover that has its incident reference, saying what came of it.

    A rejected one has no incident: a supervisor closes it, saying why nothing more is needed.
    """
    if not by.may(Act.ACCEPT):
        by.require(Act.HAND_OVER)
    handover = _get(session, handover_id)
    if handover.state is HandoverState.REJECTED:
        by.require(Act.REGRADE_DOWN)
    elif not handover.incident_reference:
        raise Refused(
            translate(
                "Handover",
                "Enter the incident reference before closing: what was handed over must stay traceable.",
            )
        )
    if not feedback.strip():
        raise Refused(translate("Handover", "Say what came of it before closing."))
    _move(session, handover, HandoverState.CLOSED, closed_at=now(), feedback=feedback.strip())
    _told(session, by, "handover.close", handover, feedback=feedback.strip())


def send_again(session: Session, handover_id: int, by: Actor) -> int:
    """Queue every failed route of a handover once more; return how many."""
    by.require(Act.HAND_OVER)
    handover = _get(session, handover_id)
    if handover.state not in (HandoverState.QUEUED, HandoverState.DELIVERED, HandoverState.ACCEPTED):
        raise Refused(
            translate(
                "Handover",
                "This handover is finished. Hand the conversation over again if it must be told anew.",
            )
        )
    known = set(_routes(session))
    failed = sa.and_(
        HandoverDelivery.handover_id == handover_id, HandoverDelivery.state == DeliveryState.FAILED
    )
    again = 0
    for delivery in session.scalars(sa.select(HandoverDelivery).where(failed)):
        if delivery.route in known:
            delivery.state, delivery.next_try_at = DeliveryState.QUEUED, now()
            again += 1
    again += len(_queue(session, handover))
    if not again:
        raise Refused(translate("Handover", "No failed route is left to try. Call the control room."))
    _told(session, by, "handover.send_again", handover, routes=again)
    return again


def _require_first(session: Session, conversation_id: int) -> None:
    first = session.scalar(
        sa.select(Handover).where(Handover.conversation_id == conversation_id, Handover.state.in_(OPEN))
    )
    if first is None:
        return
    force = settings.read(session)
    words = translate(
        "Handover",
        "This conversation was handed over at {time} already: {words}. For what is new, call the control room "
        "and name that handover.",
    )
    if force.control_room_phone:
        words = translate(
            "Handover",
            "This conversation was handed over at {time} already: {words}. For what is new, call the control room "
            "on {number} and name that handover.",
        )
    raise Refused(
        words.format(
            time=shown(first.created_at, force.zone),
            words=words_of(session, first),
            number=force.control_room_phone,
        )
    )


def _routes(session: Session) -> list[str]:
    force = settings.read(session)
    return [name for name, route in (("mail", force.mail), ("webhook", force.webhook)) if route]


def _queue(session: Session, handover: Handover) -> list[str]:
    """Add a delivery for each configured route that has none yet."""
    has = set(
        session.scalars(sa.select(HandoverDelivery.route).where(HandoverDelivery.handover_id == handover.id))
    )
    missing = [route for route in _routes(session) if route not in has]
    for route in missing:
        session.add(
            HandoverDelivery(
                handover_id=handover.id, route=route, state=DeliveryState.QUEUED, next_try_at=now()
            )
        )
    session.flush()
    return missing


def _supersede(session: Session, handover: Handover, by: Actor) -> None:
    """Close the rejected handovers that this one takes up again."""
    rejected = sa.and_(
        Handover.conversation_id == handover.conversation_id, Handover.state == HandoverState.REJECTED
    )
    for old in session.scalars(sa.select(Handover).where(rejected)).all():
        words = f"Handed over again as {handover.correlation_id}"
        _move(session, old, HandoverState.CLOSED, closed_at=now(), feedback=words)
        _told(session, by, "handover.close", old, feedback=words)


def _accept(session: Session, handover: Handover, by: Actor | str, name: str, how: str, at: datetime) -> None:
    name = " ".join(name.split())
    if sum(c.isalpha() for c in name) < 2:
        raise Refused(
            translate(
                "Handover",
                "Name the person who accepted it: a handover is accepted by somebody, not by a desk.",
            )
        )
    if handover.state in (HandoverState.ACCEPTED, HandoverState.LOGGED):
        raise Refused(
            translate("Handover", "{words} already. Nothing was changed.").format(
                words=words_of(session, handover)
            )
        )
    _move(session, handover, HandoverState.ACCEPTED, accepted_at=at, accepted_by=name[:200], accepted_how=how)
    _told(session, by, "handover.accept", handover, name=name, how=how, accepted_at=at)


def _check_reference(session: Session, reference: str, date: Date) -> None:
    force = settings.read(session)
    if not any(c.isdigit() for c in reference) or len(reference) > 120:
        raise Refused(
            translate(
                "Handover",
                "Enter the incident reference as the control room gave it, such as 412 or CAD 4321/14MAY25.",
            )
        )
    if force.reference_pattern and not re.fullmatch(force.reference_pattern, reference):
        raise Refused(
            translate(
                "Handover",
                "{reference!r} is not a reference of this force's form. Ask the control room to repeat it.",
            ).format(reference=reference)
        )
    if date > wall(now(), force.zone).date():
        raise Refused(translate("Handover", "The incident's date lies in the future. Correct it."))


def _move(session: Session, handover: Handover, to: HandoverState, **values: Any) -> None:
    if to not in HANDOVER_TRANSITIONS[handover.state]:
        raise Refused(
            translate("Handover", "This cannot be done now: {words}. Look at the handover again.").format(
                words=words_of(session, handover)
            )
        )
    _set(session, handover, to, **values)


def _set(session: Session, handover: Handover, to: HandoverState, **values: Any) -> None:
    """Compare and set: of two people who act on the same handover, the second is told."""
    session.flush()
    moved = session.execute(
        sa.update(Handover)
        .where(Handover.id == handover.id, Handover.state == handover.state)
        .values(state=to, **values)
        .execution_options(synchronize_session=False)
    )
    if moved.rowcount != 1:  # type: ignore[attr-defined]  # an UPDATE's result is a CursorResult
        raise Refused(translate("Handover", "Someone else changed this handover just now. Look at it again."))
    session.refresh(handover)


def _told(session: Session, by: Actor | str, action: str, handover: Handover, **detail: Any) -> None:
    audit.append(
        session,
        by,
        action,
        f"handover:{handover.id}",
        conversation=handover.conversation_id,
        correlation_id=handover.correlation_id,
        **detail,
    )


def _get(session: Session, handover_id: int) -> Handover:
    handover = session.get(Handover, handover_id, with_for_update=True)
    if handover is None:
        raise Refused(translate("Handover", "This handover is not in this workspace."))
    return handover
