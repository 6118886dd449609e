"""Who may sign in, and what each role may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desktop.errors import Refused
from desktop.models.base import Base, Instant, choice


class Role(StrEnum):
    FRONTLINE = "frontline"  # Frontline officer
    COMMS = "comms"  # Comms officer
    PRESS = "press"  # Duty press officer
    HEAD = "head"  # Head of comms / gold
    OPERATOR = "operator"  # Contact-centre operator
    SUPERVISOR = "supervisor"
    AUDITOR = "auditor"  # Auditor / PSD
    ADMIN = "admin"  # Administrator
    SERVICE = "service"  # the engine itself: cannot sign in


class Person(Base):
    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(sa.String(80), unique=True)
    name: Mapped[str] = mapped_column(sa.String(200))
    role: Mapped[Role] = mapped_column(choice(Role))
    password_hash: Mapped[str] = mapped_column(sa.String(200), default="")
    active: Mapped[bool] = mapped_column(default=True)
    failed_sign_ins: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None] = mapped_column(Instant)
    created_at: Mapped[datetime] = mapped_column(Instant)


class Act(StrEnum):
    """What a role may be allowed to do."""

    DRAFT = "draft"
    SUBMIT = "submit"
    SCHEDULE = "schedule"
    APPROVE = "approve"
    APPROVE_SENSITIVE = "approve sensitive posts"
    HOLD = "hold"
    RELEASE = "release"
    WITHDRAW = "withdraw"
    READ_INBOX = "read the inbox"
    TRIAGE = "triage"
    REPLY = "reply"
    HAND_OVER = "hand over"
    ACCEPT = "accept handovers"
    REGRADE_DOWN = "lower a priority"
    REASSIGN = "reassign"
    CLOSE_LIFE_AT_RISK = "close a life-at-risk conversation"
    READ_AUDIT = "read the audit"
    MANAGE = "manage people, accounts and settings"


_PUBLISHING = {Act.DRAFT, Act.SUBMIT, Act.SCHEDULE, Act.HOLD, Act.WITHDRAW}
_ANSWERING = {Act.READ_INBOX, Act.TRIAGE, Act.REPLY, Act.HAND_OVER}
MAY: dict[Role, frozenset[Act]] = {
    Role.FRONTLINE: frozenset({Act.DRAFT, Act.SUBMIT}),
    Role.COMMS: frozenset(_PUBLISHING | _ANSWERING),
    Role.PRESS: frozenset(_PUBLISHING | _ANSWERING | {Act.APPROVE, Act.RELEASE}),
    Role.HEAD: frozenset(_PUBLISHING | _ANSWERING | {Act.APPROVE, Act.APPROVE_SENSITIVE, Act.RELEASE}),
    Role.OPERATOR: frozenset(_ANSWERING | {Act.ACCEPT}),
    Role.SUPERVISOR: frozenset(
        _ANSWERING | {Act.ACCEPT, Act.REGRADE_DOWN, Act.REASSIGN, Act.CLOSE_LIFE_AT_RISK}
    ),
    Role.AUDITOR: frozenset({Act.READ_INBOX, Act.READ_AUDIT}),
    Role.ADMIN: frozenset({Act.MANAGE, Act.READ_AUDIT}),
    Role.SERVICE: frozenset(),
}

ROLE_NAMES: dict[Role, str] = {
    Role.FRONTLINE: "Frontline officer",
    Role.COMMS: "Comms officer",
    Role.PRESS: "Duty press officer",
    Role.HEAD: "Head of comms",
    Role.OPERATOR: "Contact-centre operator",
    Role.SUPERVISOR: "Supervisor",
    Role.AUDITOR: "Auditor",
    Role.ADMIN: "Administrator",
    Role.SERVICE: "Blue Lamp engine",
}


@dataclass(frozen=True)
class Actor:
    """Who is acting: passed as ``by`` to every act."""

    id: int
    username: str
    name: str
    role: Role

    def may(self, act: Act) -> bool:
        return act in MAY[self.role]

    def require(self, act: Act) -> None:
        """Raise ``Refused`` unless this person's role allows ``act``."""
        if not self.may(act):
            raise Refused(f"{ROLE_NAMES[self.role]}s may not {act.value}. Ask someone whose role allows it.")
