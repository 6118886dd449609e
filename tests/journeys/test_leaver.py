"""Somebody who is signed in leaves the force, or gets another role: the window notices at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.models import Role
from desktop.records import people
from desktop.views.sign_in import SignIn
from tests.journeys.conftest import Program, Start


def change(program: Program, who: str, act: str) -> None:
    opened = program.running.opened
    assert opened is not None
    with opened.database.session() as session:
        rows = {row.username: row for row in people.rows(session)}
        admin = people.actor(session, rows["sam"].id)
        if act == "leave":
            people.deactivate(session, admin, rows[who].id)
        else:
            people.change_role(session, admin, rows[who].id, Role.AUDITOR)


def signed_out(program: Program) -> bool:
    if program.running.shell is not None:
        return False
    return any("Sign in again" in label.text() for label in program.card.findChildren(QLabel))


def test_a_leaver_is_out_at_once(workspace: Path, start: Start, qtbot: QtBot) -> None:
    program = start(workspace).begin()
    program.sign_in("priya")
    change(program, "priya", "leave")
    qtbot.waitUntil(lambda: signed_out(program), timeout=10_000)
    assert isinstance(program.card, SignIn)


def test_another_role_asks_to_sign_in_again(workspace: Path, start: Start, qtbot: QtBot) -> None:
    program = start(workspace).begin()
    program.sign_in("priya")
    change(program, "priya", "role")
    qtbot.waitUntil(lambda: signed_out(program), timeout=10_000)


def test_a_change_of_somebody_else_disturbs_nobody(workspace: Path, start: Start, qtbot: QtBot) -> None:
    program = start(workspace).begin()
    shell = program.sign_in("priya")
    with qtbot.waitSignal(program.running.changes.people_changed, timeout=10_000):
        change(program, "dawn", "leave")
    qtbot.wait(300)
    assert program.running.shell is shell
