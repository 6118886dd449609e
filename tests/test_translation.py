from __future__ import annotations

import ast
import re
import runpy
import string
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from desktop import clock, resources, words
from desktop.errors import Refused
from desktop.models import Act, Actor, Role
from desktop.views.people_roles import role_name

ROOT = Path(__file__).parents[1]
WELSH = ROOT / "resources" / "translations" / "bluelamp_cy.ts"
# What is said on a terminal, to whoever installs or measures, stays English; so does the practice server.
NOT_ON_SCREENS = ("practice", "walkthrough", "doctor.py", "__main__.py")
AT_A_TERMINAL = {"triage/reading.py", "triage/report.py", "triage/labelled.py"}
FAULTS = {"Refused", "Unavailable", "Denied", "SignInNeeded"}

Message = tuple[str, str]


@pytest.fixture(scope="module")
def tool() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "installer" / "translations.py"))


def read(ts: Path) -> dict[Message, tuple[str, bool]]:
    """Each message's translation, and whether it is finished."""
    found = {}
    for context in ElementTree.parse(ts).iter("context"):
        for message in context.iter("message"):
            said = message.find("translation")
            assert said is not None
            key = (context.findtext("name") or "", message.findtext("source") or "")
            found[key] = (said.text or "", said.get("type") is None)
    return found


def fields(text: str) -> list[tuple[str, str, str]]:
    """The fields to be filled in, with how: a lost one would lose what it tells, a wrong one would fail."""
    parsed = string.Formatter().parse(text)
    return sorted((name, spec or "", how or "") for _, name, spec, how in parsed if name is not None)


def test_every_sentence_of_the_sources_is_in_the_welsh_file(tool: dict[str, Any], tmp_path: Path) -> None:
    tool["gather"](tmp_path / "fresh.ts")
    fresh, kept = read(tmp_path / "fresh.ts").keys(), read(WELSH).keys()
    assert not sorted(fresh ^ kept), "sentences were added, changed or removed: run `make translations`"


def test_what_qt_reads_is_made_of_the_welsh_file(qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load(str(WELSH.with_suffix(".qm")))
    for (context, source), (welsh, finished) in read(WELSH).items():
        said = translator.translate(context, source) or ""
        assert said == (welsh if finished else ""), f"{source!r}: run `make translations`"


def test_every_field_stands_in_the_welsh() -> None:
    welsh = {source: said for (_, source), (said, _) in read(WELSH).items() if said}
    assert not [source for source, said in welsh.items() if fields(said) != fields(source)]


def test_numbers_to_call_are_never_translated() -> None:
    for (_, source), (welsh, _) in read(WELSH).items():
        numbers = re.findall(r"\b(?:999|101|112|18000)\b", source)
        assert not welsh or re.findall(r"\b(?:999|101|112|18000)\b", welsh) == numbers


def test_no_context_is_lost() -> None:
    # lupdate leaves the context empty where it does not see whose `tr` is called; Qt then never finds the words.
    assert not [source for context, source in read(WELSH) if not context]


def sentences(file: Path) -> Iterator[tuple[int, str]]:
    """What a fault tells in words that do not go through translation."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FAULTS:
            for part in node.args[:1]:
                if isinstance(part, ast.Constant | ast.JoinedStr):
                    parts = part.values if isinstance(part, ast.JoinedStr) else [part]
                    text = "".join(str(p.value) for p in parts if isinstance(p, ast.Constant))
                    if re.search(r"[A-Za-z]", text):
                        yield node.lineno, text


def test_every_reason_that_reaches_a_screen_is_translated() -> None:
    found = {
        f"{name}:{line}": text
        for file in (ROOT / "desktop").rglob("*.py")
        if not (name := file.relative_to(ROOT / "desktop").as_posix()).startswith(NOT_ON_SCREENS)
        for line, text in sentences(file)
        if name not in AT_A_TERMINAL
    }
    assert not found, "say it through desktop.words.translate"


def test_rooms_speak_english_where_nobody_gives_a_translator() -> None:
    assert words.translate("Alarm", "Life at risk") == "Life at risk"


@pytest.mark.usefixtures("in_welsh")
class TestInWelsh:
    def test_the_rooms_speak_welsh(self) -> None:
        officer = Actor(1, "sian", "Siân Llywelyn", Role.FRONTLINE)
        with pytest.raises(Refused) as refused:
            officer.require(Act.HOLD)
        assert "Swyddog rheng flaen" in refused.value.reason
        assert "atal" in refused.value.reason

    def test_the_views_speak_welsh(self) -> None:
        assert role_name(Role.PRESS) == "Swyddog y wasg ar ddyletswydd"
        assert QCoreApplication.translate("Window", "Inbox") == "Mewnflwch"

    def test_days_and_months_are_welsh(self) -> None:
        assert words.dated(date(2026, 11, 24), "%A %d %B %Y") == "Dydd Mawrth 24 Tachwedd 2026"
        assert clock.shown(datetime(2026, 2, 1, 9, tzinfo=UTC), "Europe/London") == ("01 Chwe 2026 09:00 GMT")

    def test_what_leaves_the_house_is_dated_in_english(self) -> None:
        assert (
            clock.stamped(datetime(2026, 2, 1, 9, tzinfo=UTC), "Europe/London") == "01 Feb 2026 09:00:00 GMT"
        )

    def test_what_is_not_finished_stays_english(self) -> None:
        unfinished = [key for key, (_, finished) in read(WELSH).items() if not finished]
        assert all(QCoreApplication.translate(*key) == key[1] for key in unfinished)


def test_the_welsh_lies_where_the_program_looks() -> None:
    assert resources.path("translations", "bluelamp_cy.qm").is_file()
