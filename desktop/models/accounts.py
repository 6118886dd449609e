"""The force's accounts on the networks, and how far each has been read."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Instant, choice
from desktop.networks.protocol import NetworkName


class AccountState(StrEnum):
    CONNECTED = "connected"
    BLIND = "blind"  # cannot be read: the alarm stands
    DISCONNECTED = "disconnected"  # by a person, on purpose


class Account(Base):
    __tablename__ = "account"
    __table_args__ = (sa.UniqueConstraint("network", "realm", "network_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    network: Mapped[NetworkName] = mapped_column(choice(NetworkName))
    server: Mapped[str] = mapped_column(sa.String(300))
    realm: Mapped[str] = mapped_column(sa.String(300), default="")  # see protocol.Identity
    network_id: Mapped[str] = mapped_column(sa.String(300))
    handle: Mapped[str] = mapped_column(sa.String(300))
    name: Mapped[str] = mapped_column(sa.String(300))
    url: Mapped[str] = mapped_column(sa.Text, default="")
    state: Mapped[AccountState] = mapped_column(choice(AccountState), default=AccountState.CONNECTED)
    owner_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"))
    sealed_token: Mapped[bytes] = mapped_column(sa.LargeBinary)
    sealed_to: Mapped[str] = mapped_column(sa.String(64))  # the publisher's public key, hex
    capabilities: Mapped[Any] = mapped_column(sa.JSON)
    cursor: Mapped[str] = mapped_column(sa.Text, default="")
    complete_to: Mapped[datetime | None] = mapped_column(Instant)  # all up to here has been stored
    checked_at: Mapped[datetime | None] = mapped_column(Instant)
    trouble: Mapped[str] = mapped_column(sa.Text, default="")  # in words; "" when well
    trouble_since: Mapped[datetime | None] = mapped_column(Instant)
    sign_in_needed: Mapped[bool] = mapped_column(default=False)
    wait_until: Mapped[datetime | None] = mapped_column(Instant)  # from the network's reset header
    rate_remaining: Mapped[int | None]
    rate_reset_at: Mapped[datetime | None] = mapped_column(Instant)
    collect_owner: Mapped[str] = mapped_column(sa.String(80), default="")
    collect_until: Mapped[datetime | None] = mapped_column(Instant)
    connected_at: Mapped[datetime] = mapped_column(Instant)
