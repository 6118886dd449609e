"""A public that writes to the force, and an inbox screen that is being read while it does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.accounts import rows
from desktop.accounts.connectors import Connectors
from desktop.inbox import conversations
from desktop.inbox.collecting import Collector
from desktop.inbox.rows import Thread
from desktop.models import Actor, AuditEntry
from desktop.models.database import Database
from desktop.networks.protocol import NetworkName
from desktop.vault import MemoryKeys, Vault
from desktop.views.desk import Desk
from desktop.views.inbox import InboxScreen
from tests.inbox.public import HEALTH, Public, triage


class Street:
    """Everyone who writes to one account of the force."""

    def __init__(self, database: Database, admin: Actor) -> None:
        self.database, self.public = database, Public()
        vault = Vault(keys=MemoryKeys())
        with database.session() as session:
            token, key = '{"access_token": "token"}', vault.public_key()
            rows.save(session, admin, HEALTH, NetworkName.MASTODON, "https://social.example", token, key)
        self.connectors = Connectors(database, vault, make=lambda _access, _timeout: self.public.connector())
        self.collector = Collector(database, self.connectors, "one", triage)

    def says(self, text: str, who: str = "ann", **more: object) -> None:
        """Write and be collected; each ``who`` has a conversation of their own."""
        self.public.says(text, who=who, thread=f"thread-{who}", **more)  # type: ignore[arg-type] # passed on
        self.collector.run()

    def crowd(self, number: int) -> None:
        """Let that many people write one message each."""
        for each in range(number):
            self.public.says(f"question {each}", who=f"p{each}", thread=f"thread-p{each}")
        self.collector.run()

    def close(self) -> None:
        self.collector.close()
        self.connectors.close()


@contextmanager
def street_of(database: Database, admin: Actor) -> Iterator[Street]:
    street = Street(database, admin)
    yield street
    street.close()


def open_inbox(desk: Desk, qtbot: QtBot) -> InboxScreen:
    made = InboxScreen(desk)
    qtbot.addWidget(made)
    made.resize(1166, 700)
    made.show()
    made.shown()
    qtbot.waitUntil(lambda: "Loading" not in made.pane.states.words)
    return made


def read(screen: InboxScreen, qtbot: QtBot, key: int) -> None:
    """Open a conversation and wait until that it was read is stored."""
    with qtbot.waitSignal(screen.conversation.read):
        screen.open(key)


def thread(database: Database, by: Actor, key: int = 1) -> Thread:
    with database.reading() as session:
        return conversations.thread(session, key, by)


def actions(database: Database, action: str) -> int:
    with database.reading() as session:
        query = sa.select(sa.func.count()).select_from(AuditEntry).where(AuditEntry.action == action)
        return session.scalar(query) or 0


def type_into(part: QWidget, words: str) -> None:
    part.setFocus()
    QTest.keyClicks(part, words)
