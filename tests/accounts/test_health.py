from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from desktop.accounts import health, rows
from desktop.accounts.connectors import Connectors
from desktop.clock import now
from desktop.errors import Denied, Refused, SignInNeeded, Unavailable
from desktop.models import Account, AccountState, Actor
from desktop.models.database import Database
from desktop.networks.protocol import Health
from desktop.vault import MemoryKeys, Vault, seal
from tests.inbox import public as network
from tests.inbox.public import HEALTH, Public, PublicConnector


def change(database: Database, **values: object) -> None:
    with database.session() as session:
        session.execute(sa.update(Account).values(**values))


class TestCheck:
    def test_a_well_account_says_what_it_can(
        self, database: Database, connectors: Connectors, read_account: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        better = replace(HEALTH, capabilities=replace(HEALTH.capabilities, max_length=5000))
        monkeypatch.setattr(network, "HEALTH", better)
        row = health.check(database, connectors, read_account)
        assert (row.state, row.capabilities.max_length) == (AccountState.CONNECTED, 5000)
        assert row.checked_at is not None

    def test_a_blip_is_told_apart_from_a_revoked_token(
        self, database: Database, connectors: Connectors, public: Public, read_account: int
    ) -> None:
        public.failure = Unavailable("social.example did not answer in time.")
        row = health.check(database, connectors, read_account)
        assert (row.state, row.sign_in_needed) == (AccountState.CONNECTED, False)
        assert row.trouble == "social.example did not answer in time."
        public.failure = SignInNeeded("Connect the account again.")
        row = health.check(database, connectors, read_account)
        assert (row.state, row.sign_in_needed) == (AccountState.BLIND, True)
        public.failure = None
        row = health.check(database, connectors, read_account)
        assert (row.state, row.sign_in_needed, row.trouble) == (AccountState.CONNECTED, False, "")

    def test_a_lasting_refusal_makes_it_blind(
        self, database: Database, connectors: Connectors, public: Public, read_account: int
    ) -> None:
        public.failure = Denied("Your account is suspended.")
        health.check(database, connectors, read_account)
        change(database, trouble_since=now() - timedelta(minutes=3))
        row = health.check(database, connectors, read_account)
        assert (row.state, row.trouble) == (AccountState.BLIND, "Your account is suspended.")

    def test_a_token_of_another_account_is_found_out(
        self, database: Database, connectors: Connectors, read_account: int
    ) -> None:
        change(database, network_id="another")
        row = health.check(database, connectors, read_account)
        assert row.state is AccountState.BLIND and "speaks for" in row.trouble

    def test_a_token_renewed_by_another_process_is_tried(
        self, database: Database, vault: Vault, read_account: int
    ) -> None:
        class Revoked(PublicConnector):
            def check(self) -> Health:
                store = seal("renewed elsewhere", vault.public_key())
                change(database, sealed_token=store)
                raise SignInNeeded("Connect the account again.")

        made = [Revoked(Public()), Public().connector()]
        connectors = Connectors(database, vault, make=lambda *_: made.pop(0))
        assert health.check(database, connectors, read_account).state is AccountState.CONNECTED

    def test_a_machine_without_the_key_raises_no_alarm_for_another(
        self, database: Database, read_account: int
    ) -> None:
        elsewhere = Connectors(database, Vault(keys=MemoryKeys()))
        change(database, complete_to=now())
        assert health.check(database, elsewhere, read_account).trouble == ""
        change(database, complete_to=now() - timedelta(minutes=5))
        assert "does not hold the key" in health.check(database, elsewhere, read_account).trouble

    def test_a_disconnected_account_stays_so(
        self, database: Database, people: dict[str, Actor], connectors: Connectors, read_account: int
    ) -> None:
        with database.session() as session:
            rows.disconnect(session, people["admin"], read_account)
        assert health.check(database, connectors, read_account).state is AccountState.DISCONNECTED

    def test_an_unknown_account_is_refused(self, database: Database, connectors: Connectors) -> None:
        with pytest.raises(Refused, match="not in this workspace"):
            health.check(database, connectors, 99)


class TestSchedule:
    def test_each_account_has_its_own(
        self, database: Database, connectors: Connectors, read_account: int
    ) -> None:
        change(database, checked_at=None)
        assert health.check_all(database, connectors) == 1
        assert health.check_all(database, connectors) == 0
        change(database, checked_at=now() - timedelta(minutes=2))
        assert health.check_all(database, connectors) == 0
        change(database, trouble="social.example did not answer in time.")
        assert health.check_all(database, connectors) == 1

    def test_the_networks_reset_is_waited_for(
        self, database: Database, connectors: Connectors, read_account: int
    ) -> None:
        change(database, checked_at=now() - timedelta(days=1), wait_until=now() + timedelta(minutes=1))
        assert health.check_all(database, connectors) == 0
