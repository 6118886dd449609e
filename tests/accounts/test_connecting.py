"""Connecting, against the practice network's own OAuth."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from keyring.errors import NoKeyringError

from desktop.accounts import connecting, rows
from desktop.accounts.connectors import Connectors
from desktop.errors import Refused
from desktop.inbox import conversations
from desktop.inbox.collecting import Collector
from desktop.models import Account, AccountState, Actor, Attention
from desktop.models.database import Database
from desktop.practice.server import PracticeNetwork
from desktop.vault import Vault
from tests.inbox.public import triage

People = dict[str, Actor]


@pytest.fixture
def force(practice: PracticeNetwork) -> PracticeNetwork:
    """The practice network with an account of the force on it."""
    practice.add_account("force", "A Force")
    return practice


@pytest.fixture
def browser() -> Iterator[Browser]:
    browser = Browser()
    yield browser
    browser.close()


class Browser:
    """Opens the page as the force's own account, allows it, and follows the redirect."""

    def __init__(self) -> None:
        self._threads: list[threading.Thread] = []

    def open(self, url: str) -> None:
        self._threads.append(threading.Thread(target=self.allow, args=(url,)))
        self._threads[-1].start()

    def allow(self, url: str) -> str:
        with urllib.request.urlopen(f"{url}&approve=1", timeout=10) as answer:
            return str(answer.read().decode())

    def close(self) -> None:
        for thread in self._threads:
            thread.join(10)


class NoKeyring:
    """A machine without one."""

    def get_password(self, service: str, username: str, /) -> str | None:
        raise Refused("This computer's keyring is missing.") from NoKeyringError()

    def set_password(self, service: str, username: str, password: str, /) -> None:
        raise Refused("This computer's keyring is missing.")


class TestMastodon:
    def test_the_browser_brings_the_code_back(
        self, database: Database, people: People, vault: Vault, force: PracticeNetwork, browser: Browser
    ) -> None:
        row = connecting.connect_mastodon(
            database, vault, people["admin"], server=force.url, open_browser=browser.open, seconds=10
        )
        assert (row.state, row.name, row.server) == (AccountState.CONNECTED, "A Force", force.url)
        with database.reading() as session:
            sealed = session.scalars(sa.select(Account.sealed_token)).one()
        assert "access_token" in vault.open(sealed)

    def test_a_browser_that_never_comes_back(
        self, database: Database, people: People, vault: Vault, force: PracticeNetwork
    ) -> None:
        with pytest.raises(Refused, match="did not come back"):
            connecting.connect_mastodon(
                database, vault, people["admin"], server=force.url, open_browser=str, seconds=0.01
            )

    def test_without_a_keyring_nothing_is_asked_of_anyone(
        self, database: Database, people: People, force: PracticeNetwork
    ) -> None:
        asked: list[str] = []
        with pytest.raises(Refused, match="keyring is missing"):
            connecting.connect_mastodon(
                database,
                Vault(keys=NoKeyring()),
                people["admin"],
                server=force.url,
                open_browser=asked.append,
            )
        assert asked == []

    def test_only_an_administrator_may(
        self, database: Database, people: People, vault: Vault, force: PracticeNetwork
    ) -> None:
        with pytest.raises(Refused, match="may not manage"):
            connecting.begin_mastodon(vault, people["comms"], server=force.url)

    def test_a_wrong_code_is_refused(
        self, database: Database, people: People, vault: Vault, force: PracticeNetwork
    ) -> None:
        begun = connecting.begin_mastodon(vault, people["admin"], server=force.url)
        with pytest.raises(Refused):
            connecting.finish_mastodon(database, vault, people["admin"], begun, "wrong")


class TestBluesky:
    def test_a_wrong_address_is_refused(self, database: Database, people: People, vault: Vault) -> None:
        with pytest.raises(Refused, match="not a server's address"):
            connecting.connect_bluesky(
                database, vault, people["admin"], server="not a server", identifier="a", app_password="b"
            )


class TestTheWholeWay:
    def test_from_the_practice_public_to_the_inbox(
        self, database: Database, people: People, vault: Vault, force: PracticeNetwork
    ) -> None:
        health = connect(database, vault, people["admin"], force)
        connectors = Connectors(database, vault, timeout=5)
        collector = Collector(database, connectors, "one", triage)
        force.say("bethan", "@force is the road open?")
        force.say("rhys", "@force she took an overdose")
        assert collector.run() == 2
        with database.reading() as session:
            found = conversations.listing(session, by=people["comms"])
        assert [row.attention for row in found] == [Attention.LIFE_AT_RISK, Attention.ROUTINE]
        assert found[0].account_id == health.id
        force.revoke("force")
        collector.run()
        with database.reading() as session:
            assert rows.one(session, health.id).sign_in_needed
        collector.close()
        connectors.close()


def connect(database: Database, vault: Vault, by: Actor, force: PracticeNetwork) -> rows.AccountRow:
    begun = connecting.begin_mastodon(vault, by, server=force.url)
    page = Browser().allow(begun.url)
    code = page.split("<code>")[1].split("</code>")[0]
    return connecting.finish_mastodon(database, vault, by, begun, code)
