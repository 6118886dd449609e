from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from desktop import words
from desktop.errors import Refused
from desktop.views.sign_in import Welcome
from tests.journeys.conftest import Start

pytestmark = pytest.mark.usefixtures("in_welsh")


def test_an_operator_works_in_welsh(start: Start, workspace: Path, qtbot: QtBot) -> None:
    program = start(workspace).begin()
    assert program.card.button.text() == "Mewngofnodi"
    shell = program.sign_in("dawn")
    nav = shell.findChild(QListWidget)
    assert nav is not None
    titles = [nav.item(row).text() for row in range(nav.count())]
    assert titles[:2] == ["Mewnflwch", "Canolfan gyswllt"]
    shell.go("inbox")
    qtbot.waitUntil(lambda: "Mae'r mewnflwch yn wag" in {w.text() for w in shell.findChildren(QLabel)})
    assert "Allgofnodi" in {button.text() for button in shell.findChildren(QPushButton)}


def test_a_refusal_of_the_rooms_reaches_the_screen_in_welsh(start: Start, workspace: Path) -> None:
    program = start(workspace).begin()
    program.card.fail("")
    program.running._fail_card(Refused(words.translate("People", "Choose a role for this person.")))
    assert program.card.trouble.text() == "Dewiswch rôl i'r person hwn."


def test_the_first_run_is_in_welsh(start: Start, tmp_path: Path) -> None:
    card = start(tmp_path / "new").begin().card
    assert isinstance(card, Welcome)
    assert card.heading.text() == "Croeso i Blue Lamp"
