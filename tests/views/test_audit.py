"""The audit screen: what is asked for is what is shown, and whoever looks is recorded."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import clock
from desktop.models import Actor
from desktop.models.database import Database
from desktop.records import audit, audit_search
from desktop.records.audit_search import Wanted
from desktop.views import audit_words
from desktop.views.audit import AuditScreen
from desktop.views.audit_filter import BETWEEN, TODAY
from desktop.views.audit_work import Asked, wanted
from desktop.views.desk import Desk
from tests.views.administering import actions, nameless, sit
from tests.views.publishing_desk import desk_of

MANY = 450


@pytest.fixture
def desk(database: Database, people: dict[str, Actor], tmp_path: Path) -> Iterator[Desk]:
    with database.session() as session:
        for number in range(1, MANY + 1):
            audit.append(session, people["operator"], "message.read", f"conversation:{number}", why="triage")
        audit.append(session, people["press"], "post.approve", "post:12", comment="=1+1 خطر", version=3)
        audit.append(session, people["comms"], "post.submit", "post:1")
    with desk_of(database, people["auditor"], tmp_path) as made:
        yield made


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> AuditScreen:
    made = AuditScreen(desk)
    sit(made, qtbot)
    qtbot.waitUntil(lambda: made.filter.action.count() > 1)
    return made


def numbers(screen: AuditScreen) -> list[int]:
    return [row.seq for row in screen.table.entries.rows]


def ask(screen: AuditScreen, qtbot: QtBot, **filters: str) -> None:
    before = screen._asking
    screen.filter.ask_for(**filters)
    screen.filter.changed.emit()
    assert screen._asking == before + 1
    found = screen._found
    qtbot.waitUntil(lambda: screen._found is not found)


class TestReading:
    def test_the_newest_stands_first_and_is_shown_in_words(self, screen: AuditScreen) -> None:
        assert numbers(screen)[:2] == [MANY + 2, MANY + 1]
        assert screen.entry.heading.text() == "Post submitted"

    def test_the_reading_itself_is_recorded(self, screen: AuditScreen, database: Database) -> None:
        with database.reading() as session:
            newest = audit.entries(session, newest=1)[0]
        assert (newest.actor, newest.action) == ("auditor", "audit.read")

    def test_details_in_words_and_as_stored(self, screen: AuditScreen, qtbot: QtBot) -> None:
        ask(screen, qtbot, subject="Post 12")
        assert "Comment: =1+1 خطر" in screen.entry.details.words
        assert json.loads(screen.entry.stored.toPlainText()) == {"comment": "=1+1 خطر", "version": 3}

    def test_pages(self, screen: AuditScreen, qtbot: QtBot) -> None:
        assert not screen.newer.isEnabled()
        first = numbers(screen)
        screen.older.click()
        qtbot.waitUntil(lambda: numbers(screen)[0] == first[-1] - 1)
        screen.newer.click()
        qtbot.waitUntil(lambda: numbers(screen)[-1] == first[-1])

    def test_every_control_has_a_name(self, screen: AuditScreen) -> None:
        assert nameless(screen) == []


class TestFilters:
    def test_by_subject_one_thing_is_not_another(self, screen: AuditScreen, qtbot: QtBot) -> None:
        ask(screen, qtbot, subject="post:1")
        assert numbers(screen) == [MANY + 2]

    def test_by_kind_of_action(self, screen: AuditScreen, qtbot: QtBot) -> None:
        ask(screen, qtbot, action="post")
        assert numbers(screen) == [MANY + 2, MANY + 1]

    def test_by_actor(self, screen: AuditScreen, qtbot: QtBot) -> None:
        screen.filter.actor.setCurrentText("press")
        found = screen._found
        screen.filter.changed.emit()
        qtbot.waitUntil(lambda: screen._found is not found)
        assert numbers(screen) == [MANY + 1]

    def test_by_day(self, screen: AuditScreen, qtbot: QtBot) -> None:
        ask(screen, qtbot, action="post")
        screen.filter.days.setCurrentIndex(TODAY)
        found = screen._found
        screen.filter.days.activated.emit(TODAY)
        qtbot.waitUntil(lambda: screen._found is not found)
        assert len(numbers(screen)) == 2
        screen.filter.days.setCurrentIndex(BETWEEN)
        day = screen.filter.first.date().addDays(-2)
        screen.filter.first.setDate(day)
        screen.filter.last.setDate(day)
        screen.filter.changed.emit()
        qtbot.waitUntil(lambda: "No entry is like this" in screen.states.words)

    def test_the_last_instant_is_excluded(self, database: Database, people: dict[str, Actor]) -> None:
        with database.session() as session:
            audit.append(session, people["comms"], "post.new", "post:1")
        with database.reading() as session:
            at = audit.entries(session)[0].at
            assert audit_search.page(session, Wanted(since=at, until=at + timedelta(seconds=1))).total == 1
            assert audit_search.page(session, Wanted(until=at)).total == 0

    @pytest.mark.parametrize(
        ("typed", "subject"),
        [("Post 12", "post:12"), ("post:12", "post:12"), ("The audit", "audit"), ("post", "post"), ("", "")],
    )
    def test_what_is_typed_is_understood(self, typed: str, subject: str) -> None:
        assert audit_words.subject_of(typed) == subject


class TestTheProof:
    def test_a_whole_chain(self, screen: AuditScreen, database: Database, qtbot: QtBot) -> None:
        screen.verify.click()
        assert "Verifying" in screen.proof.text()
        qtbot.waitUntil(screen.verify.isEnabled)
        assert "The chain is whole" in screen.proof.text()
        assert "audit.verify" in actions(database)

    def test_an_edited_entry_is_named(self, screen: AuditScreen, database_file: Path, qtbot: QtBot) -> None:
        with sqlite3.connect(database_file) as raw:
            for (name,) in raw.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_entry'"
            ).fetchall():
                raw.execute(f'DROP TRIGGER "{name}"')
            raw.execute("UPDATE audit_entry SET actor = 'nobody' WHERE seq = 7")
        raw.close()
        screen.verify.click()
        qtbot.waitUntil(screen.verify.isEnabled)
        assert "The chain is broken" in screen.proof.text()
        assert "Entry 7" in screen.proof.text()

    def test_progress_is_told(self, database: Database, people: dict[str, Actor]) -> None:
        with database.session() as session:
            for number in range(2000):
                audit.append(session, "engine", "message.collect", f"message:{number}")
        told: list[int] = []
        audit_search.verify(database, people["auditor"], told.append)
        assert told == [1000, 2000]


class TestTheExport:
    def test_csv_holds_what_matches_and_no_formula(
        self, screen: AuditScreen, database: Database, tmp_path: Path, qtbot: QtBot
    ) -> None:
        ask(screen, qtbot, action="post")
        file = tmp_path / "audit.csv"
        screen.export_to(str(file))
        qtbot.waitUntil(lambda: "2 entries" in screen.desk.notices.words)
        with file.open(encoding="utf-8-sig", newline="") as read:
            rows = list(csv.DictReader(read))
        assert [row["action"] for row in rows] == ["post.approve", "post.submit"]
        assert actions(database)[0] == "audit.export"

    def test_json_is_exact_and_its_digest_is_recorded(
        self, screen: AuditScreen, database: Database, tmp_path: Path, qtbot: QtBot
    ) -> None:
        file = tmp_path / "audit.json"
        screen.export_to(str(file))
        qtbot.waitUntil(lambda: "written to" in screen.desk.notices.words)
        rows = json.loads(file.read_text(encoding="utf-8"))
        assert rows[MANY]["detail"] == {"comment": "=1+1 خطر", "version": 3}
        with database.reading() as session:
            assert len(audit.entries(session, newest=1)[0].details()["sha256"]) == 64

    def test_a_file_that_cannot_be_written_says_so(
        self, screen: AuditScreen, database: Database, tmp_path: Path, qtbot: QtBot
    ) -> None:
        screen.export_to(str(tmp_path / "missing" / "audit.csv"))
        qtbot.waitUntil(lambda: "cannot be written" in screen.desk.notices.words)
        assert "audit.export" not in actions(database)

    def test_a_comms_officer_may_not(
        self, database: Database, people: dict[str, Actor], tmp_path: Path
    ) -> None:
        file = tmp_path / "audit.csv"
        with pytest.raises(Exception, match="may not read the audit"):
            audit_search.export(database, people["comms"], Wanted(), file)
        assert not file.exists()


def test_every_action_of_the_program_has_words() -> None:
    """An action that is only shown by its stored name was forgotten here."""
    root = Path(audit.__file__).parents[1]
    kinds = "account|alarm|approval|audit|conversation|engine|force|handover|hold|media|message|person|post|settings"
    action = re.compile(rf'"((?:{kinds})\.[a-z_]+)"')
    rooms = ("accounts", "contact_centre", "inbox", "publishing", "records")
    files = [file for room in rooms for file in (root / room).glob("*.py")]
    found = {name for file in files for name in action.findall(file.read_text(encoding="utf-8"))}
    assert len(found) > 40
    assert sorted(name for name in found if audit_words.action_words(name) == name) == []


def test_days_are_the_forces_own() -> None:
    asked = wanted(Asked(first=date(2026, 7, 1), last=date(2026, 7, 1)), "Europe/London")
    assert asked.since == datetime(2026, 6, 30, 23, tzinfo=UTC)
    assert asked.until == datetime(2026, 7, 1, 23, tzinfo=UTC)
    assert clock.wall(asked.until, "Europe/London").hour == 0
