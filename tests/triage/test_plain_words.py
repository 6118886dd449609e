"""What is said outright is red, and what only sounds so is not."""

from __future__ import annotations

import json

import pytest

from desktop import resources
from desktop.triage.engine import assess
from tests.triage import plain


def test_there_are_enough_of_both() -> None:
    assert len(set(plain.RED)) >= 80
    assert len(set(plain.NOT_RED)) >= 80


@pytest.mark.parametrize("text", plain.RED)
def test_said_outright_is_red(text: str) -> None:
    found = assess(text)
    assert found.priority == "emergency", found.reasons
    assert found.life_at_risk
    assert found.threat or found.harm or found.risk


@pytest.mark.parametrize("text", plain.NOT_RED)
def test_what_only_sounds_so_is_not(text: str) -> None:
    found = assess(text)
    assert not found.life_at_risk, found.reasons


def practice(persona: str) -> str:
    public = json.loads(resources.path("practice", "public.json").read_text(encoding="utf-8"))
    return next(str(line[1]) for line in public["replies"] + public["unasked"] if line[0] == persona)


@pytest.mark.parametrize("persona", ["elin", "quietone"])
def test_the_practice_public_s_emergencies_are_red(persona: str) -> None:
    assert assess(practice(persona)).life_at_risk


@pytest.mark.parametrize("persona", ["tommo", "maya", "ruthb", "shaz", "colin", "gazette", "kasia"])
def test_the_rest_of_the_practice_public_is_not(persona: str) -> None:
    assert not assess(practice(persona)).life_at_risk


@pytest.mark.parametrize("persona", ["tegid", "noor"])
def test_its_welsh_and_arabic_go_to_a_person_first(persona: str) -> None:
    found = assess(practice(persona))
    assert found.priority == "urgent"
    assert any(reason.why.startswith("language: check") for reason in found.reasons)
