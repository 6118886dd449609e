"""The command line: it says what it cannot do, and makes nothing where it only looks."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.errors import Refused
from desktop.models import Role, schema
from desktop.models.database import Database, sqlite_url
from desktop.practice import workspace
from desktop.records import audit, people
from desktop.vault import MemoryKeys, Vault
from tests.conftest import PASSWORD


@pytest.mark.parametrize("command", [["audit", "verify"], ["db", "check"]])
def test_looking_at_nothing_makes_nothing(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path / "typo"), *command]) == 1
    assert "no Blue Lamp database" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_doctor_on_nothing_makes_nothing(tmp_path: Path) -> None:
    assert main(["--data", str(tmp_path / "typo"), "doctor", "--offline"]) == 1
    assert list(tmp_path.iterdir()) == []


def test_upgrade_then_verify(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path), "db", "upgrade"]) == 0
    assert main(["--data", str(tmp_path), "audit", "verify"]) == 0
    assert "The audit verifies: 0 entries" in capsys.readouterr().out


def test_a_reader_that_has_enough_is_no_fault(tmp_path: Path) -> None:
    command = f"'{sys.executable}' -m desktop --data '{tmp_path}' doctor --offline --json | head -n 1"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, timeout=60, check=False
    )  # fmt: skip
    assert "Traceback" not in done.stderr


def test_practice_refuses_a_force_s_own_workspace(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path / "bluelamp.db"))
    schema.upgrade(database)
    with database.session() as session:
        people.first_run(
            session, force_name="Fenland", phone="01632 960001", name="Sam", username="sam", password=PASSWORD
        )
    with pytest.raises(Refused, match="force's own workspace"):
        workspace.open_practice(database, Vault(keys=MemoryKeys()), tmp_path)
    database.close()


def test_an_administrator_who_forgot_is_rescued_and_it_stands_in_the_audit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    database = Database(sqlite_url(tmp_path / "bluelamp.db"))
    schema.upgrade(database)
    with database.session() as session:
        admin = people.first_run(
            session, force_name="Fenland", phone="01632 960001", name="Sam", username="sam", password=PASSWORD
        )
        people.add(session, admin, username="priya", name="Priya", role=Role.COMMS, password=PASSWORD)
    database.close()
    monkeypatch.setattr("sys.stdin", io.StringIO("four quite random words\n"))
    assert main(["--data", str(tmp_path), "rescue", "sam"]) == 0
    monkeypatch.setattr("sys.stdin", io.StringIO("four quite random words\n"))
    assert main(["--data", str(tmp_path), "rescue", "priya"]) == 1
    assert "no active administrator" in capsys.readouterr().err
    database = Database(sqlite_url(tmp_path / "bluelamp.db"))
    with database.session() as session:
        assert audit.entries(session)[0].action == "person.rescue"
        assert people.sign_in(session, "sam", "four quite random words") is not None
    database.close()
