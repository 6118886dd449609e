"""A collector killed with SIGKILL between fetch and stored: nothing is lost, nothing comes twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop.accounts import rows
from desktop.accounts.connectors import Connectors
from desktop.clock import now
from desktop.inbox.collecting import Collector
from desktop.models import Account, Actor, Assessment, Message, RawPayload
from desktop.models.database import Database, sqlite_url
from desktop.networks.mastodon import MastodonConnector
from desktop.networks.protocol import NetworkName
from desktop.practice.server import PracticeNetwork
from desktop.vault import FileKeys, Vault

COLLECT = """
import sys
from pathlib import Path
from desktop.accounts.connectors import Connectors
from desktop.inbox.collecting import Collector
from desktop.models.database import Database
from desktop.vault import FileKeys, Vault
database = Database(sys.argv[1])
connectors = Connectors(database, Vault(keys=FileKeys(Path(sys.argv[2]))), timeout=5)
Collector(database, connectors, "killed").run()
"""


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    return tmp_path / "keys.json"


@pytest.fixture
def force(
    database: Database, people: dict[str, Actor], practice: PracticeNetwork, keys: Path
) -> PracticeNetwork:
    """The practice network, with the force's account connected and five messages waiting."""
    credentials = practice.credentials("force")
    connector = MastodonConnector(practice.url, credentials)
    health = connector.check()
    connector.close()
    with database.session() as session:
        key = Vault(keys=FileKeys(keys)).public_key()
        rows.save(session, people["admin"], health, NetworkName.MASTODON, practice.url, credentials, key)
    for number in range(5):
        practice.say(f"person{number}", f"@force message {number}")
    return practice


@pytest.fixture
def survivor(database: Database, keys: Path) -> Iterator[Collector]:
    connectors = Connectors(database, Vault(keys=FileKeys(keys)), timeout=5)
    collector = Collector(database, connectors, "survivor")
    yield collector
    collector.close()
    connectors.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(
    "step", ["after_fetch", "after_raw", "during_filing:1", "during_filing:3", "after_parse:1"]
)
@pytest.mark.usefixtures("force")
def test_what_it_left_is_finished_once(
    database: Database, database_file: Path, keys: Path, survivor: Collector, step: str
) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", COLLECT, sqlite_url(database_file), str(keys)],
        env={**os.environ, "BLUELAMP_DIE_AT": step},
        timeout=60,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    with database.session() as session:
        session.execute(sa.update(Account).values(collect_until=now() - timedelta(seconds=1)))
    survivor.run()
    with database.reading() as session:
        texts = list(session.scalars(sa.select(Message.text)))
        judged = session.scalar(sa.select(sa.func.count(Assessment.id)))
        left = session.scalar(sa.select(sa.func.count()).where(RawPayload.parsed_at.is_(None)))
    assert sorted(text[-9:] for text in texts) == [f"message {number}" for number in range(5)]
    assert (judged, left) == (5, 0)
