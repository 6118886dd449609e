"""Is a message clearly not English, and in which language does it seem to be?

Scripts and everyday words, no model: enough to send it to a person's eyes first, never to say what it means.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import regex

from desktop.triage.plain import Plain
from desktop.triage.rules import Book
from desktop.words import QT_TRANSLATE_NOOP

UNKNOWN = QT_TRANSLATE_NOOP("Triage", "not English")
_SCRIPTS = (
    ("Arabic", QT_TRANSLATE_NOOP("Triage", "Arabic, Urdu or another language in Arabic script")),
    ("Cyrillic", QT_TRANSLATE_NOOP("Triage", "Ukrainian or another language in Cyrillic script")),
    ("Bengali", QT_TRANSLATE_NOOP("Triage", "Bengali")),
    ("Gurmukhi", QT_TRANSLATE_NOOP("Triage", "Punjabi")),
    ("Devanagari", QT_TRANSLATE_NOOP("Triage", "Hindi or another language in Devanagari script")),
    ("Han", QT_TRANSLATE_NOOP("Triage", "Chinese or Japanese")),
    ("Greek", QT_TRANSLATE_NOOP("Triage", "Greek")),
    ("Hebrew", QT_TRANSLATE_NOOP("Triage", "Hebrew")),
)
_IN_SCRIPT = tuple((regex.compile(rf"\p{{{script}}}"), name) for script, name in _SCRIPTS)
_LATIN = regex.compile(r"[\p{Latin}\p{N}]")
_LETTER = regex.compile(r"\p{L}")

# Of a message's words: so many in another script, or so few known to English, and it is read as foreign.
_FOREIGN_SCRIPT = 0.25
_FEW_ENGLISH = 0.1
_ENOUGH_WORDS = 5


def guess(message: Plain, book: Book) -> str:
    """Return the language's name if the message is clearly not English, else ""."""
    lettered = [word for word in message.seen if _LETTER.search(word)]
    other = [word for word in lettered if not _LATIN.match(word)]
    if other and len(other) >= _FOREIGN_SCRIPT * len(lettered):
        return _script(other)
    return _latin(lettered, book)


def may_be_foreign(message: Plain, book: Book) -> bool:
    """Return whether the danger words of other languages are worth looking for: no word of it is English."""
    return book.english.isdisjoint(message.seen)


def _script(words: Iterable[str]) -> str:
    counts = Counter(
        next((name for found, name in _IN_SCRIPT if found.match(word)), UNKNOWN) for word in words
    )
    return counts.most_common(1)[0][0]


def _latin(words: list[str], book: Book) -> str:
    distinct = set(words)
    english = len(distinct & book.english)
    best, marks = "", 0
    for language in book.languages:
        if (found := len(distinct & language.words)) > marks:
            best, marks = language.name, found
    if marks > english and (marks > 1 or len(words) <= 3):
        return best
    few = english <= _FEW_ENGLISH * len(distinct)
    return (best or UNKNOWN) if few and len(distinct) >= _ENOUGH_WORDS else ""
