from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa

from desktop.accounts import rows
from desktop.errors import Refused
from desktop.models import Account, AccountState, Actor, AuditEntry
from desktop.models.database import Database
from desktop.networks.protocol import NetworkName
from desktop.vault import Vault
from tests.inbox.public import HEALTH

People = dict[str, Actor]
SERVER = "https://social.example"


def connect(
    database: Database, vault: Vault, by: Actor, token: str, handle: str = "@force@social.example"
) -> int:
    identity = replace(HEALTH.identity, handle=handle)
    with database.session() as session:
        health = replace(HEALTH, identity=identity)
        return rows.save(session, by, health, NetworkName.MASTODON, SERVER, token, vault.public_key()).id


def stored(database: Database) -> Account:
    with database.reading() as session:
        return session.scalars(sa.select(Account)).one()


class TestSave:
    def test_the_token_is_sealed(self, database: Database, people: People, vault: Vault) -> None:
        connect(database, vault, people["admin"], "a token")
        account = stored(database)
        assert b"a token" not in account.sealed_token
        assert vault.open(account.sealed_token) == "a token"
        assert account.sealed_to == vault.public_key()

    def test_connecting_again_renews_the_token_and_keeps_the_place(
        self, database: Database, people: People, vault: Vault
    ) -> None:
        first = connect(database, vault, people["admin"], "a token")
        with database.session() as session:
            values = {
                "cursor": "17",
                "state": AccountState.BLIND,
                "sign_in_needed": True,
                "trouble": "revoked",
            }
            session.execute(sa.update(Account).values(values))
        again = connect(database, vault, people["admin"], "another", "@renamed@social.example")
        account = stored(database)
        assert (again, account.cursor, account.state) == (first, "17", AccountState.CONNECTED)
        assert (account.sign_in_needed, account.trouble) == (False, "")
        assert account.handle == "@renamed@social.example"
        assert vault.open(account.sealed_token) == "another"

    def test_two_servers_with_one_id_are_two_accounts(
        self, database: Database, people: People, vault: Vault
    ) -> None:
        made = []
        for realm in ("one.example", "two.example"):
            identity = replace(HEALTH.identity, handle=f"@force@{realm}", realm=realm)
            with database.session() as session:
                health = replace(HEALTH, identity=identity)
                made.append(
                    rows.save(
                        session,
                        people["admin"],
                        health,
                        NetworkName.MASTODON,
                        SERVER,
                        "t",
                        vault.public_key(),
                    ).handle
                )
        with database.reading() as session:
            assert [row.handle for row in rows.rows(session)] == made

    def test_an_empty_token_overwrites_nothing(
        self, database: Database, people: People, vault: Vault
    ) -> None:
        connect(database, vault, people["admin"], "a token")
        with pytest.raises(Refused, match="nothing was changed"):
            connect(database, vault, people["admin"], " ")
        assert vault.open(stored(database).sealed_token) == "a token"

    def test_only_an_administrator_connects(self, database: Database, people: People, vault: Vault) -> None:
        with pytest.raises(Refused, match="may not manage"):
            connect(database, vault, people["comms"], "a token")

    def test_it_is_audited_without_the_token(self, database: Database, people: People, vault: Vault) -> None:
        connect(database, vault, people["admin"], "a token")
        connect(database, vault, people["admin"], "another")
        with database.reading() as session:
            entries = list(session.scalars(sa.select(AuditEntry).order_by(AuditEntry.seq)))
        assert [entry.action for entry in entries[-2:]] == ["account.connect", "account.reconnect"]
        assert not any("token" in entry.detail for entry in entries)


class TestRows:
    def test_capabilities_survive_storing(self, database: Database, read_account: int) -> None:
        with database.reading() as session:
            (row,) = rows.rows(session)
        assert row.capabilities == HEALTH.capabilities
        assert (row.owner_name, row.rate_remaining) == ("Sam Field", 290)

    def test_an_owner_is_named(self, database: Database, people: People, read_account: int) -> None:
        with database.session() as session:
            rows.give_to(session, people["admin"], read_account, people["head"].id)
            assert rows.one(session, read_account).owner_name == "Gareth Llewellyn-Pugh"

    def test_a_disconnected_account_forgets_its_token(
        self, database: Database, people: People, read_account: int
    ) -> None:
        with database.session() as session:
            rows.disconnect(session, people["admin"], read_account)
        account = stored(database)
        assert (account.state, account.sealed_token) == (AccountState.DISCONNECTED, b"")
