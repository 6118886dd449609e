"""A desk to sit at in the tests of the publishing screens: real database, real tasks, two real accounts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QThread

from desktop import clock
from desktop.accounts import rows as accounts
from desktop.accounts.connectors import Connectors
from desktop.accounts.rows import AccountRow
from desktop.changes import Changes
from desktop.models import Actor
from desktop.models.database import Database
from desktop.networks.protocol import Capabilities, Health, Identity, NetworkName
from desktop.publishing import approval, drafting
from desktop.publishing.drafting import DraftBody
from desktop.records.settings import ForceSettings
from desktop.tasks import Tasks
from desktop.vault import MemoryKeys, Vault
from desktop.views.desk import Desk
from desktop.views.notices import Notices

ZONE = "Europe/London"
MASTODON = Capabilities(
    network=NetworkName.MASTODON,
    software="Mastodon 4.6.1",
    max_length=500,
    url_length=23,
    max_images=4,
    image_types=("image/jpeg", "image/png", "image/webp", "image/gif"),
    image_bytes=16_000_000,
    alt_length=1500,
    direct_messages=True,
    can_delete=True,
    keeps_client_key=True,
)
BLUESKY = replace(
    MASTODON, network=NetworkName.BLUESKY, software="Bluesky PDS 0.4", max_length=300, url_length=None
)


class DatabaseOffTheInterfaceThread(Database):
    """Fails when the thread that paints touches the database."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.painting = QThread.currentThread()
        self.watching = False

    @contextmanager
    def session(self):  # type: ignore[no-untyped-def] # as the parent's
        assert not (self.watching and QThread.currentThread() is self.painting)
        with super().session() as session:
            yield session

    @contextmanager
    def reading(self):  # type: ignore[no-untyped-def] # as the parent's
        assert not (self.watching and QThread.currentThread() is self.painting)
        with super().reading() as session:
            yield session


@contextmanager
def desk_of(database: Database, by: Actor, data: Path) -> Iterator[Desk]:
    """Sit ``by`` at a desk; its threads end with the block."""
    vault, tasks = Vault(keys=MemoryKeys()), Tasks()
    connectors, notices = Connectors(database, vault), Notices()
    tasks.failed.connect(notices.failed)
    settings = ForceSettings(force_name="Northshire Police", zone=ZONE)
    yield Desk(database, tasks, Changes(), notices, by, settings, vault, connectors, data)
    tasks.close()
    connectors.close()
    notices.deleteLater()


def connect(database: Database, admin: Actor, handle: str, able: Capabilities) -> AccountRow:
    """Store an account that can do what ``able`` says."""
    identity = Identity(handle, handle, "Northshire Police", f"https://social.example/{handle}")
    key = Vault(keys=MemoryKeys()).public_key()
    with database.session() as session:
        health = Health(identity, able)
        return accounts.save(session, admin, health, able.network, "https://social.example", "token", key)


def two_accounts(database: Database, admin: Actor) -> tuple[AccountRow, AccountRow]:
    return (
        connect(database, admin, "@northshire@social.example", MASTODON),
        connect(database, admin, "@northshire.example", BLUESKY),
    )


def draft(database: Database, by: Actor, **fields: object) -> int:
    """Store a draft and return its post's id."""
    with database.session() as session:
        post_id = drafting.new(session, by)
        drafting.save(session, post_id, DraftBody(**fields), by)  # type: ignore[arg-type] # the caller's own
    return post_id


def submitted(database: Database, by: Actor, **fields: object) -> int:
    post_id = draft(database, by, **fields)
    with database.session() as session:
        approval.submit(session, post_id, by)
    return post_id


def approved(database: Database, by: Actor, approver: Actor, **fields: object) -> int:
    post_id = submitted(database, by, **fields)
    with database.session() as session:
        review = approval.review(session, post_id)
        approval.approve(session, post_id, approver, review.version_id, review.content_hash)
    return post_id


def in_days(days: int, hour: int = 14) -> datetime:
    """Return a naive wall time at noon-ish in the force's zone, ``days`` from now."""
    wall = clock.wall(clock.now(), ZONE) + timedelta(days=days)
    return wall.replace(hour=hour, minute=0, second=0, microsecond=0)
