"""The engine of a process: what one beat finds, the others act on at once."""

from __future__ import annotations

import threading

import sqlalchemy as sa

from desktop.accounts import rows as accounts
from desktop.accounts.connectors import Connectors
from desktop.models import Actor, Alarm, Message
from desktop.models.database import Database
from desktop.networks.mastodon import MastodonConnector
from desktop.networks.protocol import NetworkName
from desktop.practice.server import PracticeNetwork
from desktop.vault import MemoryKeys, Vault
from desktop.worker import Engine, Pace

KNIFE = "@force he's got a knife and he's kicking the door in, please hurry, we're at 14 Orchard Street"
ONCE = 3600.0


def test_a_life_at_risk_alarms_before_the_calm_messages_are_filed(
    database: Database, people: dict[str, Actor], practice: PracticeNetwork
) -> None:
    vault = Vault(keys=MemoryKeys())
    credentials = practice.credentials("force")
    connector = MastodonConnector(practice.url, credentials)
    with database.session() as session:
        accounts.save(
            session, people["admin"], connector.check(), NetworkName.MASTODON, practice.url, credentials, vault.public_key()
        )  # fmt: skip
    connector.close()
    for number in range(60):
        practice.say(f"calm{number}", "@force is the road open?")
    practice.say("elin", KNIFE)
    stored: list[int] = []
    alarmed = threading.Event()

    def told(*topics: str) -> None:
        if "alarms" in topics and not alarmed.is_set():
            with database.reading() as session:
                if session.scalar(sa.select(Alarm.id)) is not None:
                    stored.append(session.scalar(sa.select(sa.func.count()).select_from(Message)) or 0)
                    alarmed.set()

    connectors = Connectors(database, vault)
    # No beat but the collector's own would escalate.
    pace = Pace(publish=ONCE, collect=ONCE, escalate=ONCE, dispatch=ONCE, health=ONCE)
    engine = Engine(database, vault, connectors, kind="worker", told=told, pace=pace)
    engine.start()
    assert alarmed.wait(20)
    engine.stop()
    connectors.close()
    assert stored[0] < 61
