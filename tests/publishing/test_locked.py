"""Another program holds the database while a post is on its way: it goes once, and what came of it is found."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop.errors import Unavailable
from desktop.models import PublicationState, Version
from desktop.models.database import Database
from desktop.networks.mastodon import MastodonConnector
from desktop.networks.protocol import Prepared, Sent
from desktop.publishing import approval
from tests.publishing.conftest import Desk

S = PublicationState


@pytest.fixture
def database(database_file: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def] # a generator
    monkeypatch.setattr("desktop.models.database.BUSY_SECONDS", 0.1)
    database = Database(f"sqlite:///{database_file}")
    yield database
    database.close()


@pytest.fixture
def other(database_file: Path):  # type: ignore[no-untyped-def] # a generator
    connection = sqlite3.connect(database_file, isolation_level=None, check_same_thread=False)
    yield connection
    connection.close()


def test_an_outcome_that_cannot_be_stored_is_read_back(
    desk: Desk, other: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    publication = desk.ready()
    send = MastodonConnector.send

    def send_and_lock(connector: MastodonConnector, prepared: Prepared) -> Sent:
        sent = send(connector, prepared)
        other.execute("BEGIN IMMEDIATE")
        return sent

    monkeypatch.setattr(MastodonConnector, "send", send_and_lock)
    with pytest.raises(Unavailable, match="busy"):
        desk.publisher.run_due()
    monkeypatch.undo()
    assert desk.state(publication) is S.SENDING
    other.execute("ROLLBACK")
    desk.run_until(lambda: desk.state(publication) is S.PUBLISHED)
    assert len(desk.published()) == 1


def test_an_approval_that_cannot_be_stored_says_so_and_leaves_nothing(
    desk: Desk, other: sqlite3.Connection
) -> None:
    post_id = desk.draft()
    desk.submit(post_id)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable, match="busy"):
        desk.approve(post_id)
    other.execute("ROLLBACK")
    desk.publisher.run_due()
    assert desk.published() == []
    with desk.database.reading() as session:
        version = session.scalars(sa.select(Version)).one()
        assert approval.publications(session, post_id) == [] and version.number == 1
    desk.approve(post_id)
    desk.run_until(lambda: len(desk.published()) == 1)
