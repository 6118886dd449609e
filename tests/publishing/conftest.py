"""A practice network with the force's account connected, and a publisher on short leases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from desktop.accounts import rows as accounts
from desktop.accounts.connectors import Connectors
from desktop.models import Actor, PublicationState
from desktop.models.database import Database
from desktop.networks.mastodon import MastodonConnector
from desktop.networks.protocol import NetworkName
from desktop.practice.server import PracticeNetwork
from desktop.publishing import approval, drafting, schedule
from desktop.publishing.delivery import Pace, Publisher
from desktop.publishing.drafting import DraftBody
from desktop.vault import MemoryKeys, Vault

FAST = Pace(lease=1, settle_cut=0.2, settle_stalled=0.5, unreadable=0.1)


@dataclass
class Desk:
    """Everything a publishing test needs, by hand."""

    database: Database
    people: dict[str, Actor]
    network: PracticeNetwork
    publisher: Publisher
    connectors: Connectors
    account_id: int

    def draft(self, text: str = "Road closed at Brackenford.", **more: object) -> int:
        body = DraftBody(text=text, accounts=(self.account_id,), **more)  # type: ignore[arg-type] # test shorthand
        with self.database.session() as session:
            post_id = drafting.new(session, self.people["comms"])
            drafting.save(session, post_id, body, self.people["comms"])
        return post_id

    def submit(self, post_id: int) -> None:
        with self.database.session() as session:
            approval.submit(session, post_id, self.people["comms"])

    def approve(self, post_id: int, who: str = "press") -> list[int]:
        with self.database.session() as session:
            seen = approval.review(session, post_id)
            return approval.approve(session, post_id, self.people[who], seen.version_id, seen.content_hash)

    def ready(self, text: str = "Road closed at Brackenford.", **more: object) -> int:
        """An approved post; its one publication's id."""
        post_id = self.draft(text, **more)
        self.submit(post_id)
        return self.approve(post_id)[0]

    def state(self, publication_id: int) -> PublicationState:
        with self.database.reading() as session:
            return schedule.get(session, publication_id).state

    def published(self) -> list[str]:
        return [s["id"] for s in self.network.statuses_of("force")]

    def run_until(self, done: Callable[[], bool], *, rounds: int = 60) -> None:
        """Beat as the heartbeat would, until ``done``."""
        import time

        for _ in range(rounds):
            self.publisher.run_due()
            if done():
                return
            time.sleep(0.05)  # the back-off's own time passes; there is nothing to wait on
        raise AssertionError("it did not settle")


@pytest.fixture
def desk(database: Database, people: dict[str, Actor], practice: PracticeNetwork) -> Iterator[Desk]:
    vault = Vault(keys=MemoryKeys())
    credentials = practice.credentials("force")
    connector = MastodonConnector(practice.url, credentials)
    health = connector.check()
    connector.close()
    with database.session() as session:
        account = accounts.save(
            session,
            people["admin"],
            health=health,
            network=NetworkName.MASTODON,
            server=practice.url,
            credentials=credentials,
            public_key=vault.public_key(),
        )
    connectors = Connectors(database, vault, 1.0)
    publisher = Publisher(database, connectors, "test", FAST)
    yield Desk(database, people, practice, publisher, connectors, account.id)
    publisher.close()
    connectors.close()
