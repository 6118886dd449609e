"""How does each handover stand, in the words the screens show?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.clock import now, wall
from desktop.contact_centre.record import ContactRecord, as_text, from_json
from desktop.errors import Refused
from desktop.models import (
    Account,
    Author,
    Conversation,
    DeliveryState,
    Handover,
    HandoverDelivery,
    HandoverState,
)
from desktop.records import settings
from desktop.records.settings import ForceSettings
from desktop.words import dated, translate


@dataclass(frozen=True)
class DeliveryRow:
    route: str  # mail, webhook
    state: DeliveryState
    tries: int
    detail: str  # the server's words
    delivered_at: datetime | None
    next_try_at: datetime | None  # None once it is done


@dataclass(frozen=True)
class HandoverRow:
    id: int
    correlation_id: str
    conversation_id: int
    author: str
    account_handle: str
    state: HandoverState
    life_at_risk: bool
    received_at: datetime
    created_at: datetime
    delivered_at: datetime | None
    accepted_at: datetime | None
    accepted_by: str
    accepted_how: str
    rejected_reason: str
    incident_reference: str
    words: str
    deliveries: tuple[DeliveryRow, ...]
    record: ContactRecord


OPEN = tuple(state for state in HandoverState if state is not HandoverState.CLOSED)


def rows(
    session: Session,
    open_only: bool = True,
    conversation_id: int | None = None,
    states: Sequence[HandoverState] = OPEN,
    newest_first: bool = False,
) -> list[HandoverRow]:
    """Return handovers: life at risk first, then the longest waiting; without the closed unless asked.

    ``newest_first`` is the order of those that are over: of many, the last 500 count.
    """
    by_time = (Handover.created_at.desc(), Handover.id.desc())
    waiting = (Handover.life_at_risk.desc(), Handover.received_at, Handover.id)
    query = (
        sa.select(Handover, Author.handle, Account.handle)
        .join(Conversation, Conversation.id == Handover.conversation_id)
        .join(Author, Author.id == Conversation.author_id)
        .join(Account, Account.id == Conversation.account_id)
        .order_by(*(by_time if newest_first else waiting))
    )
    if open_only:
        query = query.where(Handover.state.in_(states))
    if conversation_id is not None:
        query = query.where(Handover.conversation_id == conversation_id)
    found = session.execute(query.limit(500)).all()
    deliveries = _deliveries(session, [handover.id for handover, _, _ in found])
    force = settings.read(session)
    return [
        _row(handover, author, account, deliveries[handover.id], force) for handover, author, account in found
    ]


def row(session: Session, handover_id: int) -> HandoverRow:
    """Return one handover; raises ``Refused`` where there is none."""
    handover = session.get(Handover, handover_id)
    if handover is None:
        raise Refused(translate("Handover", "This handover is not in this workspace."))
    conversation = session.get_one(Conversation, handover.conversation_id)
    author = session.get_one(Author, conversation.author_id)
    account = session.get_one(Account, conversation.account_id)
    deliveries = _deliveries(session, [handover_id])[handover_id]
    return _row(handover, author.handle, account.handle, deliveries, settings.read(session))


def text_for_log(session: Session, handover_id: int) -> str:
    """Return what is pasted into a command system that takes nothing else."""
    found = row(session, handover_id)
    return f"Correlation id: {found.correlation_id}\n{as_text(found.record)}"


def words_of(session: Session, handover: Handover) -> str:
    """Say how one handover stands."""
    deliveries = _deliveries(session, [handover.id])[handover.id]
    return _words(handover, deliveries, settings.read(session))


def call_now(force: ForceSettings) -> str:
    """The sentence that comes first when a life may depend on it."""
    if not force.control_room_phone:
        return translate("Handover", "Life at risk - call the control room now")
    words = translate("Handover", "Life at risk - call the control room now on {number}")
    return words.format(number=force.control_room_phone)


def incident_words(reference: str, date: str) -> str:
    """Word an incident: a bare daily number with its date, any other form as it was given."""
    number = reference.removeprefix("Log ").removeprefix("log ")
    if not date or " of " in reference:
        return translate("Handover", "Incident {reference}").format(reference=reference)
    day = Date.fromisoformat(date)
    words = translate("Handover", "Incident {number} of {day}")
    if number.isdigit():
        words = translate("Handover", "Incident log {number} of {day}")
    return words.format(number=number, day=f"{day.day} {dated(day, '%B %Y')}")


def not_delivered(deliveries: Sequence[DeliveryRow]) -> str:
    """Say why nothing has been delivered yet; "" while it is simply on its way."""
    if not deliveries:
        return translate("Handover", "no route to the contact centre is set up")
    return "; ".join(f"{d.route}: {d.detail.rstrip('.')}" for d in deliveries if d.detail)


def _words(handover: Handover, deliveries: Sequence[DeliveryRow], force: ForceSettings) -> str:
    match handover.state:
        case HandoverState.QUEUED:
            return _queued_words(handover, deliveries, force)
        case HandoverState.DELIVERED:
            return _delivered_words(handover, force)
        case HandoverState.ACCEPTED:
            words = translate("Handover", "Accepted by {name} at {time}")
            if handover.accepted_how == "phone":
                words = translate("Handover", "Accepted by {name} by phone at {time}")
            return words.format(name=handover.accepted_by, time=_at(handover.accepted_at, force))
        case HandoverState.REJECTED:
            return translate("Handover", "Rejected: {reason}").format(reason=handover.rejected_reason)
        case HandoverState.LOGGED:
            return incident_words(handover.incident_reference, handover.incident_date)
        case HandoverState.CLOSED:
            return translate("Handover", "Closed: {feedback}").format(feedback=handover.feedback)


def _queued_words(handover: Handover, deliveries: Sequence[DeliveryRow], force: ForceSettings) -> str:
    why = not_delivered(deliveries)
    late = now() - handover.created_at > timedelta(seconds=force.undelivered_seconds)
    if not why and not late:
        return translate("Handover", "Queued for the contact centre - not yet delivered")
    trouble = translate("Handover", "not yet delivered")
    if why:
        trouble = translate("Handover", "not delivered ({why})").format(why=why)
    if handover.life_at_risk:
        words = translate("Handover", "{call_now}. It is {trouble}")
        return words.format(call_now=call_now(force), trouble=trouble)
    if not force.control_room_phone:
        return trouble[:1].upper() + trouble[1:]
    words = translate("Handover", "Call the control room on {number}: {trouble}")
    return words.format(number=force.control_room_phone, trouble=trouble)


def _delivered_words(handover: Handover, force: ForceSettings) -> str:
    sent = translate("Handover", "Sent to contact centre - not yet accepted")
    late = now() - handover.received_at > timedelta(seconds=force.unaccepted_seconds)
    return f"{call_now(force)}. {sent}" if handover.life_at_risk and late else sent


def _at(at: datetime | None, force: ForceSettings) -> str:
    """The time of day, with the date when it was not today."""
    if at is None:
        return translate("Handover", "an unknown time")
    local = wall(at, force.zone)
    today = local.date() == wall(now(), force.zone).date()
    if today:
        return f"{local:%H:%M}"
    day = f"{local.day} {dated(local, '%B %Y')}"
    return translate("Handover", "{time} on {day}").format(time=f"{local:%H:%M}", day=day)


def _deliveries(session: Session, handover_ids: Sequence[int]) -> dict[int, tuple[DeliveryRow, ...]]:
    query = sa.select(HandoverDelivery).where(HandoverDelivery.handover_id.in_(handover_ids))
    found: defaultdict[int, tuple[DeliveryRow, ...]] = defaultdict(tuple)
    for delivery in session.scalars(query.order_by(HandoverDelivery.id)):
        found[delivery.handover_id] += (_delivery(delivery),)
    return found


def _delivery(delivery: HandoverDelivery) -> DeliveryRow:
    waiting = delivery.state in (DeliveryState.QUEUED, DeliveryState.SENDING)
    return DeliveryRow(
        delivery.route,
        delivery.state,
        delivery.tries,
        delivery.detail,
        delivery.delivered_at,
        delivery.next_try_at if waiting else None,
    )


def _row(
    handover: Handover,
    author: str,
    account_handle: str,
    deliveries: tuple[DeliveryRow, ...],
    force: ForceSettings,
) -> HandoverRow:
    return HandoverRow(
        id=handover.id,
        correlation_id=handover.correlation_id,
        conversation_id=handover.conversation_id,
        author=author,
        account_handle=account_handle,
        state=handover.state,
        life_at_risk=handover.life_at_risk,
        received_at=handover.received_at,
        created_at=handover.created_at,
        delivered_at=handover.delivered_at,
        accepted_at=handover.accepted_at,
        accepted_by=handover.accepted_by,
        accepted_how=handover.accepted_how,
        rejected_reason=handover.rejected_reason,
        incident_reference=handover.incident_reference,
        words=_words(handover, deliveries, force),
        deliveries=deliveries,
        record=from_json(handover.record),
    )
