"""What does the people screen ask of the rooms? Each function runs on a worker thread, in its own session."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.errors import Refused
from desktop.models import Actor, Role
from desktop.models.database import Database
from desktop.records import people
from desktop.records.people import PersonRow
from desktop.words import translate


@dataclass(frozen=True)
class NewPerson:
    """What was typed to add somebody."""

    username: str
    name: str
    role: Role
    password: str


def rows(database: Database) -> list[PersonRow]:
    with database.reading() as session:
        return people.rows(session)


def add(database: Database, by: Actor, wanted: NewPerson) -> PersonRow:
    with database.session() as session:
        return people.add(
            session,
            by,
            username=wanted.username,
            name=wanted.name,
            role=wanted.role,
            password=wanted.password,
        )


def change_role(database: Database, by: Actor, person_id: int, role: Role) -> None:
    with database.session() as session:
        people.change_role(session, by, person_id, role)


def deactivate(database: Database, by: Actor, person_id: int) -> None:
    with database.session() as session:
        people.deactivate(session, by, person_id)


def reactivate(database: Database, by: Actor, person_id: int) -> None:
    with database.session() as session:
        people.reactivate(session, by, person_id)


def set_password(database: Database, by: Actor, person_id: int, password: str) -> None:
    with database.session() as session:
        people.set_password(session, by, person_id, password)


def change_own_password(database: Database, by: Actor, current: str, password: str) -> None:
    """Change one's own; raises ``Refused`` once a wrong current password is counted and stored."""
    with database.session() as session:
        changed = people.change_own_password(session, by, current, password)
    if not changed:
        raise Refused(translate("People", people.WRONG_CURRENT))
