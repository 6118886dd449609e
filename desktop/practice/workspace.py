"""What stands in the practice workspace when it is first opened: people, accounts, settings?"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.accounts import rows as accounts
from desktop.clock import now
from desktop.errors import Refused
from desktop.models import Account, Actor, Person, Role, Setting
from desktop.models.database import Database
from desktop.networks.mastodon import MastodonConnector
from desktop.networks.protocol import NetworkName
from desktop.practice.server import PracticeNetwork
from desktop.records import audit, people, settings
from desktop.records.settings import WebhookRoute
from desktop.vault import Vault
from desktop.words import translate

FORCE = "Wessex Borders Police (practice)"
PHONE = "01632 960 112"
MARK = "practice"  # the setting that says that this workspace was made for practice
PEOPLE = (
    ("priya", "Priya Shah", Role.COMMS),
    ("morwenna", "Morwenna Tregear", Role.PRESS),
    ("gareth", "Gareth Llewellyn-Pugh", Role.HEAD),
    ("dawn", "Dawn Okafor", Role.OPERATOR),
    ("iain", "Sgt Iain McLeod", Role.SUPERVISOR),
    ("nell", "PC Nell Marsh", Role.FRONTLINE),
    ("ruth", "Ruth Abara", Role.AUDITOR),
    ("sam", "Sam Field", Role.ADMIN),
)
ACCOUNTS = (("wessexborders", "Wessex Borders Police"), ("heddlugororau", "Heddlu'r Gororau"))


def open_practice(database: Database, vault: Vault, folder: Path) -> PracticeNetwork:
    """Start the practice network and see that people, settings and accounts stand; returns the network."""
    network = PracticeNetwork(path=folder / "network.db")
    network.start()
    try:
        with database.session() as session:
            if people.first_run_needed(session):
                _set_up(session)
            elif session.get(Setting, MARK) is None:
                raise Refused(
                    translate(
                        "Practice",
                        "This folder holds a force's own workspace, so practice is not opened on it. Nothing was "
                        "changed. Name another folder with --data.",
                    )
                )
            _route(session, network, vault)
        for username, name in ACCOUNTS:
            _connect(database, vault, network, username, name)
    except BaseException:
        network.stop()
        raise
    return network


def begin_public(network: PracticeNetwork, *, speed: float = 1.0) -> None:
    """Let the simulated public speak to the force; ``speed`` 10 is ten times as fast."""
    network.public.begin(ACCOUNTS[0][0], speed=speed)


def sign_in(session: Session, username: str) -> Actor:
    """Be one of the practice people, without a password."""
    person = session.scalar(sa.select(Person).where(Person.username == username))
    if person is None:
        raise Refused("This person is not in the practice workspace.")
    by = people.actor(session, person.id)
    audit.append(session, by, "person.sign_in", f"person:{by.id}", practice=True)
    return by


def _set_up(session: Session) -> None:
    engine = people.service_actor(session)
    for username, name, role in PEOPLE:
        session.add(Person(username=username, name=name, role=role, created_at=now()))
    for setting, value in ((MARK, True), ("force_name", FORCE), ("control_room_phone", PHONE)):
        session.merge(Setting(name=setting, value=value))
    audit.append(session, engine, "force.first_run", "force", name=FORCE, practice=True)


def _route(session: Session, network: PracticeNetwork, vault: Vault) -> None:
    """Let handovers go to the practice contact centre; again at each start, as its port changes."""
    secret = settings.sealed("practice", vault.public_key())
    webhook = WebhookRoute(f"{network.url}/_practice/contact-centre", secret)
    session.merge(Setting(name="webhook", value=asdict(webhook)))


def _connect(database: Database, vault: Vault, network: PracticeNetwork, username: str, name: str) -> None:
    """Connect one account; again at each start, as the practice server's port changes."""
    network.add_account(username, name)
    credentials = network.credentials(username)
    connector = MastodonConnector(network.url, credentials)
    try:
        health = connector.check()
    finally:
        connector.close()
    with database.session() as session:
        saved = accounts.save(
            session,
            people.service_actor(session),
            health=health,
            network=NetworkName.MASTODON,
            server=network.url,
            credentials=credentials,
            public_key=vault.public_key(),
        )
        session.execute(sa.update(Account).where(Account.id == saved.id).values(server=network.url))
