"""What was handed to the contact centre, by which routes, and who accepted it; and every alarm."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Instant, choice


class HandoverState(StrEnum):
    QUEUED = "queued"
    DELIVERED = "delivered"  # a route took it: not yet accepted
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    LOGGED = "logged"  # the incident reference is recorded
    CLOSED = "closed"  # with feedback


H = HandoverState
HANDOVER_TRANSITIONS: dict[HandoverState, frozenset[HandoverState]] = {
    H.QUEUED: frozenset({H.DELIVERED, H.ACCEPTED, H.REJECTED}),
    H.DELIVERED: frozenset({H.ACCEPTED, H.REJECTED}),
    H.ACCEPTED: frozenset({H.LOGGED, H.REJECTED}),
    H.REJECTED: frozenset({H.QUEUED, H.ACCEPTED, H.CLOSED}),
    H.LOGGED: frozenset({H.CLOSED}),
    H.CLOSED: frozenset(),
}


class Handover(Base):
    __tablename__ = "handover"

    id: Mapped[int] = mapped_column(primary_key=True)
    correlation_id: Mapped[str] = mapped_column(sa.String(36), unique=True)  # UUID, the same on every route
    conversation_id: Mapped[int] = mapped_column(sa.ForeignKey("conversation.id"), index=True)
    life_at_risk: Mapped[bool]
    record: Mapped[Any] = mapped_column(sa.JSON)  # the contact record, frozen as handed over
    state: Mapped[HandoverState] = mapped_column(choice(HandoverState), index=True)
    created_by: Mapped[int] = mapped_column(sa.ForeignKey("person.id"))
    created_at: Mapped[datetime] = mapped_column(Instant)
    received_at: Mapped[datetime] = mapped_column(Instant)  # the network's receipt of what raised it
    delivered_at: Mapped[datetime | None] = mapped_column(Instant)
    accepted_at: Mapped[datetime | None] = mapped_column(Instant)
    accepted_by: Mapped[str] = mapped_column(sa.String(200), default="")  # a named person
    accepted_how: Mapped[str] = mapped_column(sa.String(20), default="")  # screen, phone, webhook
    rejected_at: Mapped[datetime | None] = mapped_column(Instant)
    rejected_reason: Mapped[str] = mapped_column(sa.Text, default="")
    incident_reference: Mapped[str] = mapped_column(sa.String(120), default="")
    incident_date: Mapped[str] = mapped_column(sa.String(10), default="")  # ISO date
    incident_system: Mapped[str] = mapped_column(sa.String(60), default="")
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    feedback: Mapped[str] = mapped_column(sa.Text, default="")


class DeliveryState(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"  # a crash leaves it so: it is sent again (an emergency twice beats never)
    DELIVERED = "delivered"
    FAILED = "failed"  # permanent, with the reason


class HandoverDelivery(Base):
    """One route of one handover: the durable outbox."""

    __tablename__ = "handover_delivery"
    __table_args__ = (sa.UniqueConstraint("handover_id", "route"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    handover_id: Mapped[int] = mapped_column(sa.ForeignKey("handover.id"))
    route: Mapped[str] = mapped_column(sa.String(20))  # mail, webhook
    state: Mapped[DeliveryState] = mapped_column(choice(DeliveryState), index=True)
    tries: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime] = mapped_column(Instant)
    lease_owner: Mapped[str] = mapped_column(sa.String(80), default="")
    lease_until: Mapped[datetime | None] = mapped_column(Instant)
    delivered_at: Mapped[datetime | None] = mapped_column(Instant)
    detail: Mapped[str] = mapped_column(sa.Text, default="")  # the server's words


class AlarmKind(StrEnum):
    UNSEEN = "unseen"  # life at risk, nobody has opened it
    LIFE_AT_RISK = "life_at_risk"  # life at risk, nobody has handed it over
    UNDELIVERED = "undelivered"
    UNACCEPTED = "unaccepted"
    BLIND = "blind"  # an account cannot be read
    LATE = "late"  # a publication is past its time
    STOPPED = "stopped"  # nobody is publishing and collecting


class Alarm(Base):
    """Stands from ``raised_at`` to ``cleared_at``; its level only rises while it stands."""

    __tablename__ = "alarm"
    __table_args__ = (sa.Index("ix_alarm_standing", "cleared_at", "level"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[AlarmKind] = mapped_column(choice(AlarmKind))
    subject: Mapped[str] = mapped_column(sa.String(60), index=True)  # "conversation:12", "account:3"
    level: Mapped[int]  # 1 notice, 2 supervisor, 3 phone now, 4 duty inspector
    words: Mapped[str] = mapped_column(sa.Text)
    since: Mapped[datetime] = mapped_column(Instant)  # when its clock began (the network's receipt)
    raised_at: Mapped[datetime] = mapped_column(Instant)
    changed_at: Mapped[datetime] = mapped_column(Instant)
    acknowledged_by: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"))
    acknowledged_at: Mapped[datetime | None] = mapped_column(Instant)
    acknowledged_level: Mapped[int] = mapped_column(default=0)
    cleared_at: Mapped[datetime | None] = mapped_column(Instant)
