"""The append-only chain: each entry holds the hash of the one before."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Instant


class AuditEntry(Base):
    """Never updated nor deleted (triggers)."""

    __tablename__ = "audit_entry"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Instant)
    actor: Mapped[str] = mapped_column(sa.String(200))  # username, or "engine:<worker>"
    action: Mapped[str] = mapped_column(sa.String(60), index=True)  # "post.approve", "message.read"
    subject: Mapped[str] = mapped_column(sa.String(120), index=True)  # "post:12"
    detail: Mapped[str] = mapped_column(sa.Text)  # canonical JSON
    previous: Mapped[str] = mapped_column(sa.String(64))
    hash: Mapped[str] = mapped_column(sa.String(64), unique=True)


class AuditHead(Base):
    """One row: the newest entry's number and hash. A trigger moves it, so that a cut tail shows."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seq: Mapped[int]
    hash: Mapped[str] = mapped_column(sa.String(64))
