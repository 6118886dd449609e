r"""How is a pattern of the rules file, written in plain words, looked for in a plain message?

A pattern is words with a blank between them, matched as whole words in a row:

    knife             the word            knif*      any word that begins so
    (a|two words)     any of these        {weapon}   any of the list of that name in words.toml
    word?  (a|b)?     may be absent       #          digits; m# digits after an m
    ..                up to two words     ...        up to five words
    .                 the end of a sentence, or the start of the message

The words that ``..`` and ``...`` pass over are never a sentence's end nor a negation: "he hasn't got a knife" is
not found by ``he .. got .. knife``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

import regex

from desktop.triage.plain import Plain, fold

# Seconds for one pattern on one message; regex gives up then. A long message is given more.
PATIENCE = 0.5
_PATIENCE_FOR = 100_000  # characters
_ENOUGH = 20
_TOKEN = regex.compile(r"[(|]|\)\??|[^\s()|]+")
_GAPS = {"..": 2, "...": 5}
_PASSED = r"(?: (?!(?:not|no|never|nobody|without|neither) )[^ .]+)"

Lists = Mapping[str, Iterable[str]]
Needs = list[frozenset[str]]
Place = tuple[int, int]


@dataclass(frozen=True)
class Pattern:
    """``needs``: of each of these sets a message must hold a word, or the pattern cannot be in it."""

    written: str
    source: str  # the regular expression
    needs: tuple[frozenset[str], ...]

    @cached_property
    def expression(self) -> Any:
        """Compiled when first needed: most messages need few, and all together take most of a second."""
        return regex.compile(self.source, regex.VERSION1)

    def places(self, message: Plain) -> list[Place]:
        """Return where in the message's line the pattern stands, its first ``_ENOUGH`` places.

        Raises TimeoutError when the message makes it too slow.
        """
        if any(need.isdisjoint(message.words) for need in self.needs):
            return []
        patience = PATIENCE * max(1.0, len(message.line) / _PATIENCE_FOR)
        hits = self.expression.finditer(message.line, timeout=patience)
        return [(hit.start() + 1, hit.end()) for hit in islice(hits, _ENOUGH)]


def make(written: str, lists: Lists, *, whole: bool = False) -> Pattern:
    """Return the pattern; ``whole`` when nothing else may stand in the message.

    Raises ValueError for a list that does not exist, a bracket left open or a pattern with nothing to look for.
    """
    tokens = list(_opened(written, lists))
    expression, needs = _sequence(tokens)
    if tokens or not regex.search(r"[^.?()|]", written):
        raise ValueError(f"The pattern {written!r} looks for nothing, or a bracket of it is wrong.")
    expression += "(?= )"
    if whole:
        expression = rf"\A(?: \.)*{expression}(?: \.)* \Z"
    return Pattern(written, expression, tuple(needs))


def words(written: str, lists: Lists) -> Iterator[str]:
    """Yield every whole word that the pattern names."""
    for token in _opened(written, lists):
        word = token.removesuffix("?")
        if word not in _GAPS and word.isalpha():
            yield word


def _opened(written: str, lists: Lists) -> Iterator[str]:
    """Yield the pattern's tokens, each list put in as a group of its entries."""
    for token in _TOKEN.findall(written):
        if not token.startswith("{"):
            yield token if token in _GAPS else fold(token)
            continue
        name, optional = token.strip("{}?"), token.endswith("?")
        if name not in lists:
            raise ValueError(f"The rules name the list {name!r}, which words.toml does not hold.")
        yield from _opened("(" + "|".join(lists[name]) + (")?" if optional else ")"), lists)


def _sequence(tokens: list[str]) -> tuple[str, Needs]:
    """Take words in a row off ``tokens``, up to a bar or a closing bracket; each carries its blank before it."""
    parts: list[str] = []
    needs: Needs = []
    while tokens and tokens[0] != "|" and not tokens[0].startswith(")"):
        token = tokens.pop(0)
        if token in _GAPS:
            parts.append(f"{_PASSED}{{0,{_GAPS[token]}}}?")
        elif token == "(":
            part, need = _group(tokens)
            parts.append(part)
            needs += need
        else:
            parts.append(_word(token))
            needs += [] if regex.search(r"[*#?]", token) else [frozenset({token})]
    return "".join(parts), needs


def _group(tokens: list[str]) -> tuple[str, Needs]:
    """Take the alternatives of an open bracket off ``tokens``; a message needs a word of each that needs one."""
    choices, needed, every = [], set[str](), True
    while True:
        choice, needs = _sequence(tokens)
        choices.append(choice)
        needed |= needs[0] if needs else set()
        every = every and bool(needs)
        if not tokens:
            raise ValueError("A bracket is left open in a triage pattern.")
        closing = tokens.pop(0)
        if closing != "|":
            break
    optional = closing.endswith("?")
    return f"(?:{'|'.join(choices)})" + "?" * optional, [frozenset(needed)] if every and not optional else []


def _word(token: str) -> str:
    word = token.removesuffix("?")
    escaped = regex.escape(word).replace(r"\*", "[^ .]*").replace(r"\#", "[0-9]+")
    return f"(?: {escaped})?" if token.endswith("?") else f" {escaped}"
