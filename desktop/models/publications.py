"""The unit of sending: one version on one account, or one reply; and every attempt at it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Instant, choice
from desktop.words import QT_TRANSLATE_NOOP


class Purpose(StrEnum):
    POST = "post"
    REPLY = "reply"


class PublicationState(StrEnum):
    SCHEDULED = QT_TRANSLATE_NOOP("States", "scheduled")
    CLAIMED = QT_TRANSLATE_NOOP("States", "claimed")
    SENDING = QT_TRANSLATE_NOOP("States", "sending")
    PUBLISHED = QT_TRANSLATE_NOOP(
        "States", "published"
    )  # the network gave its receipt, or the post was read back
    HELD = QT_TRANSLATE_NOOP("States", "held")
    OVERDUE = QT_TRANSLATE_NOOP("States", "overdue")  # past its tolerance: waits for a person
    UNCONFIRMED = QT_TRANSLATE_NOOP(
        "States", "unconfirmed"
    )  # an answer was lost: reconcile by reading the account
    QUESTION = QT_TRANSLATE_NOOP(
        "States", "question"
    )  # cannot be proved: "Check the account: posted / not posted?"
    FAILED = QT_TRANSLATE_NOOP("States", "failed")  # permanent, with the network's reason
    WITHDRAWN = QT_TRANSLATE_NOOP("States", "withdrawn")
    CANCELLED = QT_TRANSLATE_NOOP("States", "cancelled")  # never sent, and never will be


S = PublicationState
TRANSITIONS: dict[PublicationState, frozenset[PublicationState]] = {
    # What was given up for lost is published all the same when the network's answer comes late.
    S.SCHEDULED: frozenset({S.CLAIMED, S.HELD, S.OVERDUE, S.CANCELLED, S.FAILED, S.PUBLISHED}),
    S.CLAIMED: frozenset({S.SENDING, S.SCHEDULED, S.FAILED, S.HELD, S.OVERDUE, S.CANCELLED, S.PUBLISHED}),
    S.SENDING: frozenset({S.PUBLISHED, S.UNCONFIRMED, S.SCHEDULED, S.FAILED, S.OVERDUE, S.HELD}),
    S.UNCONFIRMED: frozenset({S.PUBLISHED, S.SCHEDULED, S.QUESTION, S.FAILED, S.OVERDUE, S.HELD}),
    S.QUESTION: frozenset({S.PUBLISHED, S.OVERDUE}),
    S.HELD: frozenset({S.SCHEDULED, S.OVERDUE, S.CANCELLED, S.PUBLISHED}),
    S.OVERDUE: frozenset({S.CANCELLED, S.PUBLISHED}),
    S.FAILED: frozenset({S.CANCELLED, S.PUBLISHED}),
    S.PUBLISHED: frozenset({S.WITHDRAWN}),
    S.WITHDRAWN: frozenset(),
    S.CANCELLED: frozenset({S.PUBLISHED}),  # by a receipt alone: what is there is shown as there
}


class Publication(Base):
    __tablename__ = "publication"
    __table_args__ = (
        sa.UniqueConstraint("version_id", "account_id"),
        sa.Index("ix_publication_due", "state", "due_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    purpose: Mapped[Purpose] = mapped_column(choice(Purpose), default=Purpose.POST)
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    version_id: Mapped[int | None] = mapped_column(sa.ForeignKey("version.id"), index=True)
    variant_id: Mapped[int | None] = mapped_column(sa.ForeignKey("variant.id"))
    conversation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("conversation.id"), index=True)
    reply_to_id: Mapped[int | None] = mapped_column(sa.ForeignKey("message.id"))
    text: Mapped[str] = mapped_column(sa.Text, default="")  # of a reply; a post's is its variant's
    language: Mapped[str] = mapped_column(sa.String(20), default="en")
    created_by: Mapped[int] = mapped_column(sa.ForeignKey("person.id"))
    created_at: Mapped[datetime] = mapped_column(Instant)
    state: Mapped[PublicationState] = mapped_column(choice(PublicationState))
    due_at: Mapped[datetime] = mapped_column(Instant)
    tolerance: Mapped[int] = mapped_column(default=900)  # seconds
    not_before: Mapped[datetime | None] = mapped_column(Instant)  # back-off, or the network's reset
    client_key: Mapped[str] = mapped_column(sa.String(40), unique=True)  # made once, the same at each repeat
    lease_owner: Mapped[str] = mapped_column(sa.String(80), default="")
    lease_until: Mapped[datetime | None] = mapped_column(Instant)
    prepared: Mapped[str] = mapped_column(sa.Text, default="")  # the exact request, JSON
    first_sent_at: Mapped[datetime | None] = mapped_column(Instant)
    settle_until: Mapped[datetime | None] = mapped_column(Instant)  # an absence proves nothing before
    reason: Mapped[str] = mapped_column(sa.Text, default="")  # why it stands where it stands, in words
    evidence: Mapped[Any] = mapped_column(sa.JSON, default=dict)
    network_id: Mapped[str] = mapped_column(sa.String(400), default="")
    url: Mapped[str] = mapped_column(sa.Text, default="")
    published_at: Mapped[datetime | None] = mapped_column(Instant)  # the network's time
    verified_at: Mapped[datetime | None] = mapped_column(Instant)  # read back from the account
    withdraw_wanted: Mapped[bool] = mapped_column(default=False)
    withdraw_result: Mapped[str] = mapped_column(sa.Text, default="")
    withdraw_next_at: Mapped[datetime | None] = mapped_column(Instant)


class Outcome(StrEnum):
    OPEN = "open"  # begun; a crash leaves it so
    SENT = "sent"
    REFUSED = "refused"  # the network said no, for good
    NOT_DONE = "not_done"  # the network never took it
    UNKNOWN = "unknown"  # the answer was lost
    FOUND = "found"  # read back from the account
    ABSENT = "absent"  # read the account: it is not there


class Attempt(Base):
    """Written and committed before the network call; its outcome after."""

    __tablename__ = "attempt"

    id: Mapped[int] = mapped_column(primary_key=True)
    publication_id: Mapped[int] = mapped_column(sa.ForeignKey("publication.id"), index=True)
    act: Mapped[str] = mapped_column(sa.String(20))  # send, look, withdraw
    worker: Mapped[str] = mapped_column(sa.String(80))
    started_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    outcome: Mapped[Outcome] = mapped_column(choice(Outcome), default=Outcome.OPEN)
    detail: Mapped[str] = mapped_column(sa.Text, default="")  # in words


class Hold(Base):
    """In force while ``lifted_at`` is empty. With no account: all scheduled content."""

    __tablename__ = "hold"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"))
    placed_by: Mapped[int] = mapped_column(sa.ForeignKey("person.id"))
    placed_at: Mapped[datetime] = mapped_column(Instant)
    reason: Mapped[str] = mapped_column(sa.Text)
    lifted_by: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"))
    lifted_at: Mapped[datetime | None] = mapped_column(Instant)
