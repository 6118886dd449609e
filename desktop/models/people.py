"""Who may sign in, and what each role may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desktop.errors import Refused
from desktop.models.base import Base, Instant, choice
from desktop.words import QT_TRANSLATE_NOOP, translate


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

    DRAFT = QT_TRANSLATE_NOOP("Acts", "draft")
    SUBMIT = QT_TRANSLATE_NOOP("Acts", "submit")
    SCHEDULE = QT_TRANSLATE_NOOP("Acts", "schedule")
    APPROVE = QT_TRANSLATE_NOOP("Acts", "approve")
    APPROVE_SENSITIVE = QT_TRANSLATE_NOOP("Acts", "approve sensitive posts")
    HOLD = QT_TRANSLATE_NOOP("Acts", "hold")
    RELEASE = QT_TRANSLATE_NOOP("Acts", "release")
    WITHDRAW = QT_TRANSLATE_NOOP("Acts", "withdraw")
    READ_INBOX = QT_TRANSLATE_NOOP("Acts", "read the inbox")
    TRIAGE = QT_TRANSLATE_NOOP("Acts", "triage")
    REPLY = QT_TRANSLATE_NOOP("Acts", "reply")
    HAND_OVER = QT_TRANSLATE_NOOP("Acts", "hand over")
    ACCEPT = QT_TRANSLATE_NOOP("Acts", "accept handovers")
    REGRADE_DOWN = QT_TRANSLATE_NOOP("Acts", "lower a priority")
    REASSIGN = QT_TRANSLATE_NOOP("Acts", "reassign")
    CLOSE_LIFE_AT_RISK = QT_TRANSLATE_NOOP("Acts", "close a life-at-risk conversation")
    READ_AUDIT = QT_TRANSLATE_NOOP("Acts", "read the audit")
    MANAGE = QT_TRANSLATE_NOOP("Acts", "manage people, accounts and settings")


_PUBLISHING = {Act.DRAFT, Act.SUBMIT, Act.SCHEDULE, Act.HOLD, Act.WITHDRAW}
_ANSWERING = {Act.READ_INBOX, Act.TRIAGE, Act.REPLY, Act.HAND_OVER}
MAY: dict[Role, frozenset[Act]] = {
    Role.FRONTLINE: frozenset({Act.DRAFT, Act.SUBMIT}),
    Role.COMMS: frozenset(_PUBLISHING | _ANSWERING),
    Role.PRESS: frozenset(_PUBLISHING | _ANSWERING | {Act.APPROVE}),
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
    Role.FRONTLINE: QT_TRANSLATE_NOOP("Roles", "Frontline officer"),
    Role.COMMS: QT_TRANSLATE_NOOP("Roles", "Comms officer"),
    Role.PRESS: QT_TRANSLATE_NOOP("Roles", "Duty press officer"),
    Role.HEAD: QT_TRANSLATE_NOOP("Roles", "Head of comms"),
    Role.OPERATOR: QT_TRANSLATE_NOOP("Roles", "Contact-centre operator"),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP("Roles", "Supervisor"),
    Role.AUDITOR: QT_TRANSLATE_NOOP("Roles", "Auditor"),
    Role.ADMIN: QT_TRANSLATE_NOOP("Roles", "Administrator"),
    Role.SERVICE: QT_TRANSLATE_NOOP("Roles", "Blue Lamp engine"),
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
            words = translate("Roles", "{role}s may not {act}. Ask someone whose role allows it.")
            role = translate("Roles", ROLE_NAMES[self.role])
            raise Refused(words.format(role=role, act=translate("Acts", act.value)))
