"""Who publishes and collects: one row for each process that does, with its last beat."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Instant


class Engine(Base):
    __tablename__ = "engine"

    name: Mapped[str] = mapped_column(sa.String(80), primary_key=True)  # host-pid-random
    kind: Mapped[str] = mapped_column(sa.String(20))  # window, worker
    public_key: Mapped[str] = mapped_column(sa.String(64))
    started_at: Mapped[datetime] = mapped_column(Instant)
    beat_at: Mapped[datetime] = mapped_column(Instant)
    stopped_at: Mapped[datetime | None] = mapped_column(Instant)
