"""What every test may ask for: a migrated database, people of each role, a practice account."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale, QTranslator

from desktop import translation, words
from desktop.clock import now
from desktop.models import Actor, Person, Role, schema
from desktop.models.database import Database, sqlite_url
from desktop.records import people as people_rules

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.practice.server import PracticeNetwork

PASSWORD = "three random words"
SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def empty_database_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A freshly migrated file, to be copied: migrating once a test would be slow."""
    file = tmp_path_factory.mktemp("schema") / "empty.db"
    database = Database(sqlite_url(file))
    schema.upgrade(database)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
    database.close()
    return file


@pytest.fixture
def database_file(empty_database_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_database_file, tmp_path / "bluelamp.db"))


@pytest.fixture
def database(database_file: Path) -> Iterator[Database]:
    database = Database(sqlite_url(database_file))
    yield database
    database.close()


PEOPLE = {
    "comms": ("Priya Shah", Role.COMMS),
    "comms2": ("Tom Weaver", Role.COMMS),
    "press": ("Morwenna Tregear", Role.PRESS),
    "head": ("Gareth Llewellyn-Pugh", Role.HEAD),
    "operator": ("Dawn Okafor", Role.OPERATOR),
    "supervisor": ("Sgt Iain McLeod", Role.SUPERVISOR),
    "auditor": ("Ruth Abara", Role.AUDITOR),
    "admin": ("Sam Field", Role.ADMIN),
    "frontline": ("PC Nell Marsh", Role.FRONTLINE),
}


@pytest.fixture
def people(database: Database) -> dict[str, Actor]:
    """One person of each role, by a short name; they cannot sign in (no password, for speed)."""
    with database.session() as session:
        people_rules.service_actor(session)
        found = {}
        for username, (name, role) in PEOPLE.items():
            person = Person(username=username, name=name, role=role, created_at=now())
            session.add(person)
            session.flush()
            found[username] = Actor(person.id, username, name, role)
    return found


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[PracticeNetwork]:
    """A running practice network with nobody on it yet."""
    from desktop.practice.server import PracticeNetwork

    network = PracticeNetwork()
    network.start()
    yield network
    network.stop()


@pytest.fixture
def in_welsh(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak Welsh, in the window and in the rooms, until the test is over."""
    monkeypatch.setenv("BLUELAMP_LANGUAGE", "cy")
    before, locale = set(qapp.findChildren(QTranslator)), QLocale()
    translation.install(qapp)
    yield
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
    QLocale.setDefault(locale)
    words.speak()
