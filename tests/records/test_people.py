from __future__ import annotations

import pytest
import sqlalchemy as sa

from desktop.errors import Refused
from desktop.models import Actor, Person, Role
from desktop.models.database import Database
from desktop.records import audit
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


@pytest.mark.parametrize(
    "username", ["ѕam", "sаm", "s\u200bam", "sam\u202e", "sa m", "sám", "x" * 81, "\ud83d", "sam\n"]
)
def test_nobody_looks_like_somebody_else(database: Database, username: str) -> None:
    """Letters of another alphabet, and those that cannot be seen, make another person of the same look."""
    admin = first_run(database)
    with database.session() as session, pytest.raises(Refused):
        people_rules.add(session, admin, username=username, name="X", role=Role.COMMS, password=PASSWORD)


def test_a_user_name_is_the_same_on_every_keyboard(database: Database) -> None:
    admin = first_run(database)
    with database.session() as session:
        assert people_rules.sign_in(session, "ＳＡＭ", PASSWORD) == admin
        with pytest.raises(Refused, match="taken"):
            people_rules.add(session, admin, username="ＳＡＭ", name="X", role=Role.COMMS, password=PASSWORD)


@pytest.mark.parametrize("password", ["x" * 1001, "three\nrandom words", "three random \ud83d words"])
def test_a_password_can_be_typed(database: Database, password: str) -> None:
    admin = first_run(database)
    with database.session() as session, pytest.raises(Refused, match="at most 1000"):
        people_rules.add(session, admin, username="x", name="X", role=Role.COMMS, password=password)


@pytest.mark.parametrize("password", ["x" * 5_000_000, "\ud83d", "\0", ""])
@pytest.mark.parametrize("username", ["sam", "nobody", "x" * 1_000_000, "\ud83d", "\0"])
def test_whatever_is_typed_is_a_wrong_password(database: Database, username: str, password: str) -> None:
    first_run(database)
    with database.session() as session:
        assert people_rules.sign_in(session, username, password) is None


def test_one_who_has_left_signs_out_all_the_same(database: Database) -> None:
    admin = first_run(database)
    with database.session() as session:
        row = people_rules.add(session, admin, username="tom", name="Tom", role=Role.COMMS, password=PASSWORD)
        tom = people_rules.actor(session, row.id)
        people_rules.deactivate(session, admin, row.id)
        people_rules.sign_out(session, tom)
        assert audit.entries(session)[0].action == "person.sign_out"
