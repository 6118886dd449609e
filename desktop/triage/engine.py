"""What does a message say of threat, harm and risk, and which of its words say so?

A pure function of the text, its kind, the message it answers and the rules' version: no database, no network, no
learning. It only raises; what it cannot read to the end is urgent, for a person.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.triage import language, rules
from desktop.triage.plain import Plain
from desktop.triage.rules import PRIORITIES, Book, Hit, Rule
from desktop.words import translate

log = logging.getLogger(__name__)

_SLOW = 5  # patterns that a message may exhaust before the rest are left
_SHOWN = 80  # characters of the message, where the reason is the whole of it


@dataclass(frozen=True)
class Reason:
    """Why a flag was raised: ``words`` stand in the text from ``start`` to ``end`` (characters).

    ``flag`` is threat, harm or risk, or "" for what raised no flag: a language to check, a dampener.
    """

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
class _Found:
    rule: Rule
    hit: Hit


def assess(text: str, *, kind: str = "mention", reply_to: str = "", book: Book | None = None) -> Judgement:
    """Judge one message; ``reply_to`` is the text that it answers. The same is always judged the same."""
    book = book or rules.book()
    message = book.read(text)
    tongue = language.guess(message, book)
    used = book.rules if tongue or language.may_be_foreign(message, book) else book.native
    found, unread = _look(used, message, kind, book.read(reply_to))
    top = max(found, key=_weight, default=None)
    priority = top.hit.priority if top else "none"
    # A rule without a flag only names a category: nothing that a person need be shown.
    reasons = [reason for one in found if one.rule.flags for reason in _reasons(one, text)]
    if priority == "emergency" and (dampener := _dampened(book, message, found)):
        priority = "urgent"
        reasons += _reasons(dampener, text)
    if unsure := _unsure(text, tongue, unread):
        priority = _higher(priority, "urgent")
        reasons += unsure
    category = top.rule.category if top else "language" if tongue else ""
    return _judgement(
        _higher(priority, "routine" if message.seen else "none"), category, reasons, book.version
    )


def _judgement(priority: str, category: str, reasons: Iterable[Reason], version: str) -> Judgement:
    kept = tuple(reasons)
    flags = {reason.flag for reason in kept}
    return Judgement(
        "threat" in flags, "harm" in flags, "risk" in flags,
        priority, priority == "emergency", category, kept, version,
    )  # fmt: skip


def _look(known: Iterable[Rule], message: Plain, kind: str, answered: Plain) -> tuple[list[_Found], bool]:
    """Return what the rules find, and whether the message was too slow for some of them."""
    found, slow = [], 0
    for rule in known:
        try:
            hit = rule.find(message, kind, answered)
        except TimeoutError:
            log.warning("the rule %s took too long on a message of %d characters", rule.id, len(message.line))
            slow += 1
            if slow == _SLOW:
                break
            continue
        if hit is not None:
            found.append(_Found(rule, hit))
    return found, bool(slow)


def _dampened(book: Book, message: Plain, found: Iterable[_Found]) -> _Found | None:
    """Return what makes an emergency urgent instead, if nothing in the message forbids it."""
    if any(one.rule.firm and one.hit.priority == "emergency" for one in found):
        return None
    try:
        if rules.stands(book.firm, message):
            return None
    except TimeoutError:
        return None
    nothing = book.read("")
    dampeners, _ = _look(book.dampeners, message, "", nothing)
    return dampeners[0] if dampeners else None


def _weight(one: _Found) -> int:
    return PRIORITIES.index(one.hit.priority)


def _higher(priority: str, other: str) -> str:
    return max(priority, other, key=PRIORITIES.index)


def _reasons(one: _Found, text: str) -> list[Reason]:
    start, end = one.hit.span
    return [
        Reason(one.rule.id, flag, text[start:end], start, end, one.rule.why)
        for flag in one.rule.flags or ("",)
    ]


def _unsure(text: str, tongue: str, unread: bool) -> list[Reason]:
    """Return why the rules may have missed something, each enough to be urgent."""
    shown = text[:_SHOWN]
    whys = {
        "language": _little_read(tongue) if tongue else "",
        "unread": translate("Triage", "The rules did not get through this message: read it yourself.")
        if unread
        else "",
    }
    return [Reason(rule, "", shown, 0, len(shown), why) for rule, why in whys.items() if why]


def _little_read(tongue: str) -> str:
    words = translate("Triage", "language: check ({tongue}). The rules read little of it.")
    return words.format(tongue=translate("Triage", tongue))
