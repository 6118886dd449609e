from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from desktop.errors import Refused
from desktop.models import Actor, Role, Setting
from desktop.models.database import Database
from desktop.publishing import drafting
from desktop.records import audit
from desktop.records import people as people_rules


@pytest.fixture
def ten(database: Database, people: dict[str, Actor]) -> Database:
    with database.session() as session:
        for number in range(1, 11):
            audit.append(session, people["comms"], "post.save", f"post:{number}", words="Tŷ – 🚓")
    return database


def forge(file: Path, *statements: str) -> None:
    """Change the file behind the program's back, as someone with the file could."""
    connection = sqlite3.connect(file)
    for trigger in ("audit_entry_never_delete", "audit_entry_never_update", "audit_head_never_delete"):
        connection.execute(f"DROP TRIGGER {trigger}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def faults(database: Database) -> list[int]:
    with database.reading() as session:
        return [fault.seq for fault in audit.verify(session)]


def test_an_untouched_chain_verifies(ten: Database) -> None:
    assert faults(ten) == []


def test_an_edited_row_is_named(ten: Database, database_file: Path) -> None:
    forge(database_file, "UPDATE audit_entry SET actor = 'somebody' WHERE seq = 4")
    assert 4 in faults(ten)


def test_a_removed_row_is_named(ten: Database, database_file: Path) -> None:
    forge(database_file, "DELETE FROM audit_entry WHERE seq = 7")
    assert faults(ten) == [7]


def test_a_cut_tail_is_named(ten: Database, database_file: Path) -> None:
    forge(database_file, "DELETE FROM audit_entry WHERE seq > 8")
    assert faults(ten) == [9]


def test_a_head_that_was_taken_away_is_named(ten: Database, database_file: Path) -> None:
    forge(database_file, "DELETE FROM audit_head")
    assert faults(ten) == [10]


def test_a_row_added_out_of_turn_is_refused(ten: Database) -> None:
    statement = "INSERT INTO audit_entry SELECT 12, at, actor, action, subject, detail, previous, 'x' FROM audit_entry LIMIT 1"
    with pytest.raises(Refused, match="follows the last"), ten.session() as session:
        session.execute(sa.text(statement))


def test_swapped_rows_are_named(ten: Database, database_file: Path) -> None:
    forge(
        database_file,
        "UPDATE audit_entry SET seq = 99 WHERE seq = 3",
        "UPDATE audit_entry SET seq = 3 WHERE seq = 5",
        "UPDATE audit_entry SET seq = 5 WHERE seq = 99",
    )
    assert {3, 5} <= set(faults(ten))


def test_the_database_itself_refuses_changes(ten: Database) -> None:
    for statement in ("UPDATE audit_entry SET actor = 'x'", "DELETE FROM audit_entry"):
        with pytest.raises(Refused), ten.session() as session:
            session.execute(sa.text(statement))


def test_the_act_and_its_entry_go_together(database: Database, people: dict[str, Actor]) -> None:
    with pytest.raises(ZeroDivisionError), database.session() as session:
        audit.append(session, people["comms"], "post.save", "post:1")
        _ = 1 / 0
    with database.reading() as session:
        assert audit.entries(session) == []


class TestWhoActs:
    """An act is written down with its actor: there it shows whether the screen's belief is still true."""

    @pytest.mark.parametrize(
        "forged",
        [{"role": Role.HEAD}, {"id": 999}, {"username": "head"}, {"username": "head", "role": Role.HEAD}],
        ids=str,
    )
    def test_a_forged_actor_does_nothing(
        self, database: Database, people: dict[str, Actor], forged: dict[str, Any]
    ) -> None:
        with pytest.raises(Refused, match="Sign out and sign in"), database.session() as session:
            session.add(Setting(name="act", value=1))
            audit.append(session, replace(people["comms"], **forged), "post.save", "post:1")
        with database.reading() as session:
            assert session.get(Setting, "act") is None

    def test_a_role_that_changed_meanwhile_counts_at_once(
        self, database: Database, people: dict[str, Actor]
    ) -> None:
        with database.session() as session:
            people_rules.change_role(session, people["admin"], people["press"].id, Role.FRONTLINE)
        with pytest.raises(Refused, match="Your role has changed"), database.session() as session:
            drafting.new(session, people["press"])

    def test_one_who_left_does_nothing_more(self, database: Database, people: dict[str, Actor]) -> None:
        with database.session() as session:
            people_rules.deactivate(session, people["admin"], people["comms"].id)
        with pytest.raises(Refused), database.session() as session:
            drafting.new(session, people["comms"])
