"""What does a message say of threat, harm and risk, and which of its words say so?"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from desktop import resources

PRIORITIES = ("none", "routine", "urgent", "emergency")


@dataclass(frozen=True)
class Reason:
    """Why a flag was raised: ``words`` stand in the text from ``start`` to ``end`` (characters)."""

    rule: str
    flag: str
    words: str
    start: int
    end: int
    why: str


@dataclass(frozen=True)
class Judgement:
    threat: bool
    harm: bool
    risk: bool
    priority: str  # one of PRIORITIES
    life_at_risk: bool
    category: str
    reasons: tuple[Reason, ...]
    version: str


@dataclass(frozen=True)
class Rule:
    id: str
    flag: str
    priority: str
    category: str
    why: str
    patterns: tuple[Any, ...]


@cache
def rules() -> tuple[str, tuple[Rule, ...]]:
    """Return the rules' version and the rules, read once."""
    stored = tomllib.loads(resources.path("triage", "rules.toml").read_text(encoding="utf-8"))
    made = tuple(
        Rule(
            one["id"], one["flag"], one["priority"], one["category"], one["why"],
            tuple(regex.compile(p, regex.IGNORECASE) for p in one["any"]),
        )
        for one in stored["rule"]
    )  # fmt: skip
    return str(stored["version"]), made


def assess(text: str, *, kind: str = "mention", reply_to: str = "") -> Judgement:
    """Judge one message. The same text is always judged the same."""
    version, known = rules()
    found = [
        (rule, Reason(rule.id, rule.flag, hit.group(), hit.start(), hit.end(), rule.why))
        for rule in known
        for pattern in rule.patterns
        if (hit := pattern.search(text))
    ]
    flags = {rule.flag for rule, _ in found}
    top = max((rule for rule, _ in found), key=lambda rule: PRIORITIES.index(rule.priority), default=None)
    priority = top.priority if top else "routine" if text.strip() else "none"
    return Judgement(
        "threat" in flags, "harm" in flags, "risk" in flags, priority, priority == "emergency",
        top.category if top else "", tuple(reason for _, reason in found), version,
    )  # fmt: skip
