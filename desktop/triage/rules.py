"""What do the data files in resources/triage say: rules, word lists, dampeners and languages?"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from desktop import resources
from desktop.triage import patterns
from desktop.triage.patterns import Lists, Pattern, Place
from desktop.triage.plain import END, Plain, Spelling, fold, read

PRIORITIES = ("none", "routine", "urgent", "emergency")
FLAGS = ("threat", "harm", "risk")
_FILES = ("words.toml", "rules.toml", "urgent.toml", "routine.toml", "languages.toml")

Span = tuple[int, int]


@dataclass(frozen=True)
class Hit:
    span: Span  # in the original text
    priority: str


@dataclass(frozen=True)
class Rule:
    """``every`` pattern must stand in the message, and one of ``some``.

    An ``unless`` pattern excuses the words it shares; what else is in its sentence it weakens: an emergency is
    urgent then, anything less is nothing. Other sentences count in full.
    ``kinds`` and ``answering`` (patterns over the message replied to) narrow it to a place in a talk. A ``firm``
    rule is never dampened; a ``foreign`` one reads only what does not seem to be English.
    """

    id: str
    flags: tuple[str, ...]
    priority: str
    category: str
    why: str
    some: tuple[Pattern, ...]
    every: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    answering: tuple[Pattern, ...] = ()
    kinds: tuple[str, ...] = ()
    firm: bool = False
    foreign: bool = False

    def find(self, message: Plain, kind: str, answered: Plain) -> Hit | None:
        """Return where the message sets this rule off, at its strongest.

        Raises TimeoutError when the message makes a pattern too slow.
        """
        if self.kinds and kind not in self.kinds:
            return None
        if self.answering and not stands(self.answering, answered):
            return None
        found = [place for pattern in self.some for place in pattern.places(message)]
        if not found or not all(pattern.places(message) for pattern in self.every):
            return None
        return self._strongest(message, found)

    def _strongest(self, message: Plain, found: Iterable[Place]) -> Hit | None:
        excuses = [place for pattern in self.unless for place in pattern.places(message)]
        weak = None
        for place in found:
            if any(place[0] < excuse[1] and excuse[0] < place[1] for excuse in excuses):
                continue
            if not any(_same_sentence(message.line, place, excuse) for excuse in excuses):
                return Hit(message.span(*place), self.priority)
            weak = weak or Hit(message.span(*place), "urgent")
        return weak if self.priority == "emergency" else None


@dataclass(frozen=True)
class Language:
    code: str
    name: str
    words: frozenset[str]


@dataclass(frozen=True)
class Book:
    version: str
    rules: tuple[Rule, ...]
    dampeners: tuple[Rule, ...]  # an emergency that one of them finds is urgent instead
    firm: tuple[Pattern, ...]  # words that no dampener touches
    languages: tuple[Language, ...]
    english: frozenset[str]
    spelling: Spelling

    @cached_property
    def native(self) -> tuple[Rule, ...]:
        """The rules without those for other languages."""
        return tuple(rule for rule in self.rules if not rule.foreign)

    def read(self, text: str) -> Plain:
        return read(text, self.spelling)


def stands(some: Iterable[Pattern], message: Plain) -> bool:
    """Return whether one of these patterns stands in the message."""
    return any(pattern.places(message) for pattern in some)


def _same_sentence(line: str, one: Place, other: Place) -> bool:
    return f" {END} " not in line[min(one[1], other[1]) : max(one[0], other[0])]


@cache
def book() -> Book:
    """Return the rules, read once. Raises ValueError (ours to mend) where a file is wrong."""
    stored: dict[str, Any] = {"rule": [], "dampener": [], "language": []}
    for name in _FILES:
        for key, value in _stored(name).items():
            stored[key] = [*stored[key], *value] if isinstance(stored.get(key), list) else value
    return bind(stored)


def bind(stored: Mapping[str, Any]) -> Book:
    """Return what the files say, checked. Raises ValueError with the rule's id."""
    lists: Lists = stored["list"]
    table = {fold(word): meant for word, meant in stored["spelling"].items()}
    named = {word for one in [*stored["rule"], *stored["dampener"]] for word in _named(one, lists)}
    languages = tuple(
        Language(one["code"], one["name"], frozenset(fold(word) for word in one["words"].split()))
        for one in stored["language"]
    )
    rules = tuple(_rule(one, lists) for one in stored["rule"])
    if len({rule.id for rule in rules}) < len(rules):
        raise ValueError("Two triage rules have the same id.")
    return Book(
        str(stored["version"]), rules,
        tuple(_rule({"priority": "urgent", **one}, lists) for one in stored["dampener"]),
        _made(stored["firm"]["any"], lists), languages,
        frozenset(stored["english"]["words"].split()) | table.keys(),
        Spelling(table, frozenset(named | table.keys())),
    )  # fmt: skip


def _stored(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.path("triage", name).read_text(encoding="utf-8"))


def _rule(one: Mapping[str, Any], lists: Lists) -> Rule:
    flags = tuple(one.get("flags", ()))
    if one["priority"] not in PRIORITIES or not set(flags) <= set(FLAGS):
        raise ValueError(f"The triage rule {one['id']!r} has a priority or a flag that does not exist.")
    some = _made(one.get("any", ()), lists) + _made(one.get("whole", ()), lists, whole=True)
    if not some:
        raise ValueError(f"The triage rule {one['id']!r} has no pattern.")
    return Rule(
        one["id"], flags, one["priority"], one.get("category", ""), one["why"], some,
        _made(one.get("every", ()), lists), _made(one.get("unless", ()), lists),
        _made(one.get("answering", ()), lists), tuple(one.get("kinds", ())),
        bool(one.get("firm", False)), bool(one.get("foreign", False)),
    )  # fmt: skip


def _made(written: Iterable[str], lists: Lists, *, whole: bool = False) -> tuple[Pattern, ...]:
    return tuple(patterns.make(one, lists, whole=whole) for one in written)


def _named(one: Mapping[str, Any], lists: Lists) -> Iterable[str]:
    for key in ("any", "whole", "every", "unless", "answering"):
        for written in one.get(key, ()):
            yield from patterns.words(written, lists)
