from __future__ import annotations

import pytest
import sqlalchemy as sa

from desktop.errors import Refused
from desktop.models import Actor, Person, Role
from desktop.models.database import Database
from desktop.records import people as people_rules
from tests.conftest import PASSWORD


def first_run(database: Database) -> Actor:
    with database.session() as session:
        return people_rules.first_run(
            session,
            force_name="Wessex Police",
            phone="01632 960 112",
            name="Sam Field",
            username="Sam",
            password=PASSWORD,
        )


def test_first_run_makes_an_administrator_once(database: Database) -> None:
    admin = first_run(database)
    assert admin.role is Role.ADMIN
    with pytest.raises(Refused, match="set up already"):
        first_run(database)


def test_signs_in_with_the_right_password_only(database: Database) -> None:
    first_run(database)
    with database.session() as session:
        assert people_rules.sign_in(session, "sam", "wrong") is None
        assert people_rules.sign_in(session, "nobody", PASSWORD) is None
        assert people_rules.sign_in(session, " SAM ", PASSWORD) is not None


def test_five_wrong_passwords_lock(database: Database) -> None:
    first_run(database)
    for _ in range(people_rules.TRIES):
        with database.session() as session:
            people_rules.sign_in(session, "sam", "wrong")
    with database.session() as session, pytest.raises(Refused, match="Too many"):
        people_rules.sign_in(session, "sam", PASSWORD)


def test_a_weak_password_is_refused(database: Database) -> None:
    admin = first_run(database)
    with database.session() as session, pytest.raises(Refused, match="12 characters"):
        people_rules.add(session, admin, username="x", name="X", role=Role.COMMS, password="short")


def test_a_leaver_cannot_sign_in(database: Database) -> None:
    admin = first_run(database)
    with database.session() as session:
        row = people_rules.add(session, admin, username="tom", name="Tom", role=Role.COMMS, password=PASSWORD)
        people_rules.deactivate(session, admin, row.id)
        assert people_rules.sign_in(session, "tom", PASSWORD) is None


def test_the_last_administrator_stays(database: Database) -> None:
    admin = first_run(database)
    with database.session() as session, pytest.raises(Refused, match="last administrator"):
        people_rules.deactivate(session, admin, admin.id)


def test_only_an_administrator_manages(database: Database, people: dict[str, Actor]) -> None:
    with database.session() as session, pytest.raises(Refused, match="may not manage"):
        people_rules.add(session, people["comms"], username="x", name="X", role=Role.COMMS, password=PASSWORD)


def test_the_engine_cannot_sign_in(database: Database, people: dict[str, Actor]) -> None:
    with database.session() as session:
        assert session.scalar(sa.select(Person).where(Person.username == "engine"))
        assert people_rules.sign_in(session, "engine", "") is None
