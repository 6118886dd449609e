"""An account on a network in memory, and a collector that reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from desktop.accounts import rows
from desktop.accounts.connectors import Connectors
from desktop.inbox import conversations
from desktop.inbox.collecting import Collector
from desktop.inbox.rows import ConversationRow
from desktop.models import Actor
from desktop.models.database import Database
from desktop.networks.protocol import NetworkName
from desktop.vault import MemoryKeys, Vault
from tests.inbox.public import HEALTH, Public, triage

MakeCollector = Callable[..., Collector]


@pytest.fixture
def public() -> Public:
    return Public()


@pytest.fixture
def vault() -> Vault:
    return Vault(keys=MemoryKeys())


@pytest.fixture
def read_account(database: Database, people: dict[str, Actor], vault: Vault) -> int:
    with database.session() as session:
        return rows.save(
            session,
            people["admin"],
            HEALTH,
            NetworkName.MASTODON,
            "https://social.example",
            '{"access_token": "token"}',
            vault.public_key(),
        ).id


@pytest.fixture
def connectors(database: Database, vault: Vault, public: Public) -> Iterator[Connectors]:
    made = Connectors(database, vault, make=lambda _access, _timeout: public.connector())
    yield made
    made.close()


@pytest.fixture
def make_collector(database: Database, connectors: Connectors) -> Iterator[MakeCollector]:
    with ExitStack() as stack:

        def make(name: str = "one", over: Connectors = connectors) -> Collector:
            collector = Collector(database, over, name, triage)
            stack.callback(collector.close)
            return collector

        yield make


@pytest.fixture
def collector(make_collector: MakeCollector, read_account: int) -> Collector:
    return make_collector()


@pytest.fixture
def listed(database: Database, people: dict[str, Actor]) -> Callable[..., list[ConversationRow]]:
    """List as the comms officer does."""

    def listed(**options: object) -> list[ConversationRow]:
        with database.reading() as session:
            return conversations.listing(session, by=people["comms"], **options)  # type: ignore[arg-type]  # passed on

    return listed
