from __future__ import annotations

from typing import cast

import pytest
import sqlalchemy as sa

from desktop.accounts import rows
from desktop.accounts.connectors import Access, Connectors, connector_for
from desktop.errors import Refused
from desktop.models import Account, Actor
from desktop.models.database import Database
from desktop.networks.bluesky import BlueskyConnector
from desktop.networks.protocol import NetworkName
from desktop.vault import MemoryKeys, Vault, seal
from tests.inbox.public import IDENTITY, Public, PublicConnector


def store_token(database: Database, vault: Vault, token: str) -> None:
    with database.session() as session:
        session.execute(sa.update(Account).values(sealed_token=seal(token, vault.public_key())))


def token(database: Database, vault: Vault) -> str:
    with database.reading() as session:
        return vault.open(session.scalars(sa.select(Account.sealed_token)).one())


class TestGet:
    def test_one_is_made_and_kept(self, connectors: Connectors, read_account: int) -> None:
        first = connectors.get(read_account)
        assert connectors.get(read_account) is first
        assert connectors.is_current(read_account, first)

    def test_a_new_token_makes_a_new_one(
        self, database: Database, vault: Vault, connectors: Connectors, read_account: int
    ) -> None:
        first = cast(PublicConnector, connectors.get(read_account))
        store_token(database, vault, "another")
        assert not connectors.is_current(read_account, first)
        assert connectors.get(read_account) is not first
        assert not first.closed  # another thread may be inside it
        connectors.close()
        assert first.closed

    def test_it_gets_the_opened_token(self, database: Database, vault: Vault, read_account: int) -> None:
        seen: list[Access] = []

        def make(access: Access, _timeout: float) -> PublicConnector:
            seen.append(access)
            return Public().connector()

        Connectors(database, vault, make=make).get(read_account)
        assert seen == [
            Access(NetworkName.MASTODON, "https://social.example", '{"access_token": "token"}', IDENTITY)
        ]

    def test_another_machine_cannot(self, database: Database, read_account: int) -> None:
        elsewhere = Connectors(database, Vault(keys=MemoryKeys()), make=lambda *_: Public().connector())
        with pytest.raises(Refused, match="does not hold the key"):
            elsewhere.get(read_account)

    def test_a_disconnected_account_has_none(
        self, database: Database, people: dict[str, Actor], connectors: Connectors, read_account: int
    ) -> None:
        with database.session() as session:
            rows.disconnect(session, people["admin"], read_account)
        with pytest.raises(Refused, match="is disconnected"):
            connectors.get(read_account)

    def test_each_network_has_its_connector(self) -> None:
        credentials = '{"did": "did:plc:x", "access": "a", "refresh": "r"}'
        made = connector_for(Access(NetworkName.BLUESKY, "https://bsky.social", credentials, IDENTITY), 5)
        assert isinstance(made, BlueskyConnector)
        made.close()


class TestSaved:
    def test_a_renewed_token_is_stored_and_the_connector_kept(
        self, database: Database, vault: Vault, connectors: Connectors, public: Public, read_account: int
    ) -> None:
        connector = connectors.get(read_account)
        public.renewed = "renewed"
        connectors.saved(read_account)
        assert token(database, vault) == "renewed"
        assert connectors.get(read_account) is connector

    def test_a_token_stored_meanwhile_stands(
        self, database: Database, vault: Vault, connectors: Connectors, public: Public, read_account: int
    ) -> None:
        connectors.get(read_account)
        store_token(database, vault, "connected again")
        public.renewed = "renewed"
        connectors.saved(read_account)
        assert token(database, vault) == "connected again"

    def test_an_unchanged_one_is_not_written(
        self, database: Database, connectors: Connectors, public: Public, read_account: int
    ) -> None:
        connectors.get(read_account)
        connectors.saved(read_account)
        public.renewed = "renewed"
        connectors.saved(read_account)
        with database.reading() as session:
            sealed = session.scalars(sa.select(Account.sealed_token)).one()
        connectors.saved(read_account)
        with database.reading() as session:
            assert session.scalars(sa.select(Account.sealed_token)).one() == sealed
