from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop import doctor
from desktop.accounts.connectors import Connectors
from desktop.clock import now
from desktop.contact_centre.alarms import Escalator
from desktop.doctor import Finding
from desktop.models import Account, AccountState, Actor, Engine
from desktop.models.database import Database, sqlite_url
from desktop.records import settings
from desktop.records.settings import MailRoute, WebhookRoute
from desktop.vault import MemoryKeys, Vault
from tests.contact_centre.conftest import (  # noqa: F401 - fixtures
    Arrive,
    account_id,
    arrive,
    phone,
    write,
)
from tests.contact_centre.listeners import clear_mail_server, contact_centre_system

PASSWORD = "very secret indeed"
Examine = Callable[..., dict[str, Finding]]


@pytest.fixture
def vault() -> Vault:
    return Vault(keys=MemoryKeys())


@pytest.fixture
def examine(database: Database, vault: Vault, tmp_path: Path) -> Iterator[Examine]:
    connectors = Connectors(database, vault)

    def examine(of: Database | None = database, *, online: bool = True) -> dict[str, Finding]:
        found = doctor.examine(of, vault, connectors, tmp_path, online=online)
        return {finding.name: finding for finding in found}

    yield examine
    connectors.close()


def test_a_fresh_workspace_says_what_is_missing(examine: Examine) -> None:
    found = examine()
    for name in (
        "program",
        "window",
        "data folder",
        "certificates",
        "database",
        "audit",
        "time zone",
        "alarms",
    ):
        assert found[name].ok, found[name]
    assert found["control room"].ok is False and "administrator" in found["control room"].what_to_do
    assert found["accounts"].ok is None and "Connect one" in found["accounts"].what_to_do
    assert found["mail route"].ok is None and "phone call" in found["mail route"].what_to_do
    assert found["engine"].ok is None


def test_without_a_database_none_is_made(examine: Examine, tmp_path: Path) -> None:
    absent = Database(sqlite_url(tmp_path / "absent.db"))
    found = examine(absent)
    assert found["database"].ok is None and "audit" not in found
    assert not (tmp_path / "absent.db").exists()
    absent.close()


def test_a_damaged_database_is_said(examine: Examine, database_file: Path) -> None:
    data = bytearray(database_file.read_bytes())
    data[4096 * 3 : 4096 * 4] = b"\xff" * 4096
    database_file.write_bytes(data)
    damaged = Database(sqlite_url(database_file))
    found = examine(damaged)["database"]
    damaged.close()
    assert found.ok is False


def test_a_database_of_a_newer_version_is_said(examine: Examine, database: Database) -> None:
    with database.session() as session:
        session.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    found = examine()["database"]
    assert found.ok is False and "newer version" in found.words


def test_an_empty_database_is_said(examine: Examine, tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    empty = Database(sqlite_url(tmp_path / "empty.db"))
    found = examine(empty)["database"]
    empty.close()
    assert found.ok is False and "db upgrade" in found.what_to_do


def test_an_edited_audit_is_said(examine: Examine, database: Database, people: dict[str, Actor]) -> None:
    with database.session() as session:
        settings.change(session, by=people["admin"], control_room_phone="101", force_name="Fenland")
    with database.session() as session:
        session.execute(sa.text("DROP TRIGGER audit_entry_never_update"))
        session.execute(sa.text("UPDATE audit_entry SET actor = 'nobody'"))
    found = examine()
    assert found["audit"].ok is False and "was changed after it was written" in found["audit"].words
    assert found["control room"].ok


def test_who_publishes_is_said(examine: Examine, database: Database) -> None:
    with database.session() as session:
        session.add(Engine(name="pc-1", kind="worker", public_key="", started_at=now(), beat_at=now()))
    assert "pc-1 (worker) publishes and collects since" in examine()["engine"].words
    with database.session() as session:
        session.execute(sa.update(Engine).values(beat_at=now() - timedelta(minutes=5)))
    assert "last beat was 5 min ago" in examine()["engine"].words


def test_the_routes_are_tried(
    examine: Examine, database: Database, people: dict[str, Actor], vault: Vault
) -> None:
    sealed = settings.sealed(PASSWORD, vault.public_key())
    with clear_mail_server({}) as (port, heard), contact_centre_system() as system:
        route = MailRoute("127.0.0.1", port, "a@b.example", "c@d.example", "a", sealed)
        with database.session() as session:
            settings.change(session, by=people["admin"], mail=route, webhook=WebhookRoute(system.url, sealed))
        assert examine(online=False)["mail route"].ok is None
        assert not heard and not system.received
        found = examine()
        assert [got.method for got in system.received] == ["HEAD"]
    assert found["mail route"].ok is False and "never sent in clear" in found["mail route"].words
    assert found["webhook"].ok
    away = examine()
    assert "could not be reached" in away["mail route"].words and away["webhook"].ok is False
    with database.session() as session:
        foreign = settings.sealed(PASSWORD, Vault(keys=MemoryKeys()).public_key())
        settings.change(session, by=people["admin"], mail=replace(route, sealed_password=foreign))
    assert "does not hold the key" in examine()["mail route"].words


def test_a_standing_alarm_is_wrong_and_gives_its_number(
    examine: Examine,
    database: Database,
    phone: str,  # noqa: F811
    arrive: Arrive,  # noqa: F811
) -> None:
    arrive(received_at=now() - timedelta(minutes=9))
    Escalator(database).run()
    found = examine(online=False)["alarms"]
    assert found.ok is False
    assert found.words.startswith(f"Life at risk - call the control room now on {phone}")


def test_each_account_says_how_far_it_was_read(
    examine: Examine,
    database: Database,
    account_id: int,  # noqa: F811
) -> None:
    name = "account @force@social.example"
    assert examine(online=False)[name].ok is None
    assert "disconnected" in examine()[name].words  # it has no token
    with database.session() as session:
        account = session.get_one(Account, account_id)
        account.state, account.trouble, account.sign_in_needed = AccountState.BLIND, "Revoked.", True
    blind = examine()[name]
    assert blind.ok is False and "blind, complete to" in blind.words
    assert blind.what_to_do == "Connect it again."


def test_it_prints_for_people_and_for_machines(
    examine: Examine, database: Database, vault: Vault, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    findings = [
        Finding("a", True, "fine"),
        Finding("b", False, "broken", "Mend it."),
        Finding("c", None, "-"),
    ]
    text = doctor.as_text(findings)
    assert "WRONG  b: broken\n       > Mend it." in text and text.endswith("1 wrong of 3 looked at.")
    assert json.loads(doctor.as_json(findings))["ok"] is False
    connectors = Connectors(database, vault)
    code = doctor.run(
        database=database, vault=vault, connectors=connectors, data_dir=tmp_path, online=False, json=True
    )
    connectors.close()
    printed = json.loads(capsys.readouterr().out)
    assert code == 1 and not printed["ok"]
    assert {"name", "ok", "words", "what_to_do"} == set(printed["findings"][0])


def test_no_secret_is_ever_printed(
    examine: Examine, database: Database, people: dict[str, Actor], vault: Vault
) -> None:
    sealed = settings.sealed(PASSWORD, vault.public_key())
    with database.session() as session:
        route = MailRoute("127.0.0.1", 9, "a@b.example", "c@d.example", "a", sealed)
        settings.change(session, by=people["admin"], mail=route)
    text = doctor.as_text(list(examine().values()))
    assert PASSWORD not in text and sealed not in text
