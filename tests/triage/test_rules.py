"""The data files are sound, and a wrong one says where."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from desktop import resources
from desktop.triage import patterns, rules
from desktop.triage.patterns import Pattern

BOOK = rules.book()
EVERY_RULE = (*BOOK.rules, *BOOK.dampeners)
LISTS = {"fruit": ["apple", "blood orange"], "food": ["{fruit}", "bread"]}


def patterns_of(rule: rules.Rule) -> tuple[Pattern, ...]:
    return (*rule.some, *rule.every, *rule.unless, *rule.answering)


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.id)
def test_no_pattern_is_found_in_an_empty_message(rule: rules.Rule) -> None:
    empty = BOOK.read("")
    assert not [pattern.written for pattern in patterns_of(rule) if pattern.expression.search(empty.line)]


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.id)
def test_every_rule_says_why(rule: rules.Rule) -> None:
    assert rule.why
    assert rule.category or rule in BOOK.dampeners
    assert rule.flags or rule.priority in ("routine", "none") or rule in BOOK.dampeners


def test_the_rules_know_the_languages_of_the_public() -> None:
    assert {"cy", "pl", "ro", "ur", "pt", "bn"} <= {language.code for language in BOOK.languages}


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("red apple", "A red APPLE!", "red APPLE"),
        ("{food} pie", "blood orange pie", "blood orange pie"),
        ("eat .. {fruit}", "eat a very big apple", None),
        ("eat ... {fruit}", "eat a very big apple", "eat a very big apple"),
        ("eat ... apple", "eat. an apple", None),
        ("eat ... apple", "eat not one apple", None),
        ("appl* pie", "apples pie", "apples pie"),
        ("m#", "on the M25 now", "M25"),
        ("red (big|very small)? apple", "red very small apple", "red very small apple"),
        ("red (big|very small)? apple", "red apple", "red apple"),
        ("(a (b|c) d|e)", "a c d", "a c d"),
        ("stop .", "stop", "stop"),
        ("stop .", "stop it", None),
        (". stop", "go. stop it", ". stop"),
        ("is not here", "he ISN’T here", "ISN’T here"),
        ("can not", "cant", "cant"),
    ],
)
def test_how_a_pattern_reads(pattern: str, text: str, found: str | None) -> None:
    message = BOOK.read(text)
    places = patterns.make(pattern, LISTS).places(message)
    assert (text[slice(*message.span(*places[0]))] if places else None) == found


@pytest.mark.parametrize("pattern", ["{unknown}", "(a|b", "a)", "...", ".", ""])
def test_a_wrong_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"looks for nothing|list|bracket"):
        patterns.make(pattern, LISTS)


def stored(**changed: Any) -> dict[str, Any]:
    rule = {"id": "one", "flags": ["risk"], "priority": "urgent", "category": "c", "why": "w", "any": ["a"]}
    return {
        "version": "1", "list": {}, "spelling": {}, "rule": [rule | changed], "dampener": [],
        "language": [], "firm": {"any": []}, "english": {"words": ""},
    }  # fmt: skip


@pytest.mark.parametrize(
    "wrong", [{"priority": "high"}, {"flags": ["danger"]}, {"any": []}, {"any": ["{none}"]}]
)
def test_a_wrong_rule_is_refused(wrong: dict[str, Any]) -> None:
    rules.bind(stored())
    with pytest.raises(ValueError, match=r"one"):
        rules.bind(stored(**wrong))


def test_two_rules_of_one_name_are_refused() -> None:
    twice = stored()
    twice["rule"] *= 2
    with pytest.raises(ValueError, match="same id"):
        rules.bind(twice)


def test_the_files_hold_nothing_but_what_is_read() -> None:
    known = {"id", "flags", "priority", "category", "why", "any", "whole", "every", "unless", "answering"}
    for file in resources.path("triage").glob("*.toml"):
        read = tomllib.loads(file.read_text(encoding="utf-8"))
        for one in [*read.get("rule", ()), *read.get("dampener", ())]:
            assert set(one) <= known | {"kinds", "firm", "foreign"}, one["id"]
