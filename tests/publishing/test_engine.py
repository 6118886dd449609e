"""One network that does not answer keeps no other network's posts waiting."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from desktop.accounts import rows as accounts
from desktop.accounts.connectors import Connectors
from desktop.models import PublicationState
from desktop.networks.mastodon import MastodonConnector
from desktop.networks.protocol import NetworkName
from desktop.practice.server import PracticeNetwork
from desktop.publishing import drafting
from desktop.publishing.drafting import DraftBody
from desktop.vault import MemoryKeys, Vault
from desktop.worker import Engine
from tests.publishing.conftest import Desk

S = PublicationState


@pytest.fixture
def healthy() -> Iterator[PracticeNetwork]:
    network = PracticeNetwork()
    network.start()
    yield network
    network.stop()


def connect(desk: Desk, vault: Vault, network: PracticeNetwork) -> int:
    credentials = network.credentials("force")
    connector = MastodonConnector(network.url, credentials)
    health = connector.check()
    connector.close()
    with desk.database.session() as session:
        admin, key = desk.people["admin"], vault.public_key()
        return accounts.save(session, admin, health, NetworkName.MASTODON, network.url, credentials, key).id


def ready(desk: Desk, account_id: int, text: str) -> int:
    with desk.database.session() as session:
        post_id = drafting.new(session, desk.people["comms"])
        drafting.save(session, post_id, DraftBody(text=text, accounts=(account_id,)), desk.people["comms"])
    desk.submit(post_id)
    return desk.approve(post_id)[0]


def wait_for(desk: Desk, publication_id: int, state: PublicationState) -> None:
    until = time.monotonic() + 20
    while desk.state(publication_id) is not state:
        assert time.monotonic() < until
        time.sleep(0.02)  # the engine's own threads are at work; there is nothing to wait on


def test_a_stalled_network_keeps_no_other_waiting(desk: Desk, healthy: PracticeNetwork) -> None:
    vault = Vault(keys=MemoryKeys())
    stalled, well = connect(desk, vault, desk.network), connect(desk, vault, healthy)
    stall = {"mode": "stall", "method": "POST", "match": "/api/v1/statuses", "ms": 9000, "times": 2}
    desk.network.faults.arm(stall)
    connectors = Connectors(desk.database, vault, 8.0)
    engine = Engine(desk.database, vault, connectors, kind="worker")
    engine.start()
    try:
        waiting = []
        for number in range(2):  # one after the other: each holds up the beat that sends it
            waiting.append(ready(desk, stalled, f"Post {number} that nobody answers"))
            engine.wake()
            wait_for(desk, waiting[-1], S.SENDING)
        other = ready(desk, well, "Road closed")
        engine.wake()
        wait_for(desk, other, S.PUBLISHED)
        assert [desk.state(one) for one in waiting] == [S.SENDING, S.SENDING]
    finally:
        engine.stop()
        connectors.close()


def test_an_account_that_cannot_be_read_is_asked_once_a_run(desk: Desk) -> None:
    posts = [desk.ready(f"Post {number}") for number in range(4)]
    desk.network.faults.arm(
        {"mode": "lose-request", "method": "POST", "match": "/api/v1/statuses", "times": 4}
    )
    unread = {"mode": "status", "status": 503, "method": "GET", "match": "/statuses?", "times": 100}
    desk.network.faults.arm(unread)
    desk.publisher.run_due()
    hits = desk.network.faults.armed()[1]["hits"]
    assert all(desk.state(publication) is S.UNCONFIRMED for publication in posts)
    assert hits == 1
    desk.network.faults.clear()
    desk.run_until(lambda: all(desk.state(one) is S.PUBLISHED for one in posts))
    assert len(desk.published()) == 4
