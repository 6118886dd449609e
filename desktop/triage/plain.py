"""How does a message read in plain spelling, and where in the text does each of its words stand?

Case, accents, fullwidth and decorated letters, curly or missing apostrophes, text-speak, stretched letters and
zero-width characters are made plain. Every plain word keeps the span of the original that it was read from, so
that a reason can point at the very characters a person wrote (Python characters: code points).
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

import regex

END = "."

# One alternative a kind, none of which can be read two ways: linear, whatever comes.
_TOKEN = regex.compile(
    r"""
    (?P<skip> https?://\S+ | @[\w.@-]+ )
  | (?P<word> [\p{L}\p{N}] (?: [\p{L}\p{N}\p{M}\p{Cf}] | ['’‘ʼ´`] (?=\p{L}) )* )
  | (?P<emoji> (?=\p{Extended_Pictographic}) \X )
  | (?P<end> (?<!\.) \. (?= [\s"'”’)] | \Z) | [!?;؟۔।]+ | [\r\n]+ )
    """,
    regex.VERBOSE | regex.VERSION1,
)
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`", "'"))
# Accents on Latin, Greek and Cyrillic letters, Arabic vowel signs and tatweel; the vowel signs of Indic
# scripts are letters to their readers and stay.
_MARKS = regex.compile(r"[\u0300-\u036f\u064b-\u0655\u0670\u0640\p{Cf}]+")
_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ى": "ي", "ة": "ه"})
_STRETCHED = regex.compile(r"(\p{L})\1{2,}")
_ENDINGS = (("'m", "am"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"), ("'s", "is"))
_NOT = {"can't": "can not", "won't": "will not", "shan't": "shall not", "ain't": "is not"}


@dataclass(frozen=True)
class Spelling:
    """``table`` turns one spelling into plain words; ``known`` words tell how a stretched one is meant."""

    table: Mapping[str, str]
    known: frozenset[str]


@dataclass(frozen=True)
class Plain:
    """``line`` is the plain words between single blanks, sentence ends as full stops: one begins and one ends it."""

    line: str
    words: frozenset[str]
    seen: tuple[str, ...]  # the words as spelled, folded, for telling the language
    places: tuple[int, ...]  # where in the line each plain word starts
    spans: tuple[tuple[int, int], ...]  # where in the text that word was read from

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original for the words that lie in line[start:end]."""
        first = bisect_left(self.places, start)
        last = max(first, bisect_left(self.places, end) - 1)
        return self.spans[first][0], self.spans[last][1]


def read(text: str, spelling: Spelling) -> Plain:
    """Return ``text`` in plain words."""
    # A sentence's end stands before the first word too: a pattern can ask for the start of a sentence.
    line, places, spans, seen, at = ["", END], [1], [(0, 0)], [], 3
    for token in _TOKEN.finditer(text):
        kind, shown = token.lastgroup, token.group()
        if kind == "skip":
            continue
        folded = fold(shown) if kind == "word" else shown[:1]
        if kind == "word":
            seen.append(folded)
        for word in [END] if kind == "end" else _spelled(folded, spelling):
            line.append(word)
            places.append(at)
            spans.append(token.span())
            at += len(word) + 1
    if line[-1] != END or len(line) == 2:
        line.append(END)
        places.append(at)
        spans.append((len(text), len(text)))
    return Plain(" ".join(line) + " ", frozenset(line), tuple(seen), tuple(places), tuple(spans))


def fold(word: str) -> str:
    """Return ``word`` without case, accents, decoration and invisible characters."""
    word = word.translate(_APOSTROPHES)
    if word.isascii():
        return word.casefold()
    folded = _MARKS.sub("", unicodedata.normalize("NFKD", word).casefold()).translate(_LETTERS)
    return "".join(folded.split()) or word


def _spelled(word: str, spelling: Spelling) -> list[str]:
    if word in spelling.table:
        return spelling.table[word].split()
    if "'" in word:
        return _apart(word, spelling)
    if _STRETCHED.search(word):
        return _let_go(word, spelling)
    return [word]


def _apart(word: str, spelling: Spelling) -> list[str]:
    """Take a contraction apart: "isn't" is "is not", "he's" is "he is"."""
    if word in _NOT:
        return _NOT[word].split()
    if word.endswith("n't"):
        return [word[:-3], "not"]
    for ending, meant in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return [*_spelled(word.removesuffix(ending), spelling), meant]
    return [word.replace("'", "") or word]


def _let_go(word: str, spelling: Spelling) -> list[str]:
    """Read a stretched word: "pleeease" with one letter or with two, whichever is a word."""
    for kept in (r"\1", r"\1\1"):
        shorter = _STRETCHED.sub(kept, word)
        if shorter in spelling.known:
            return _spelled(shorter, spelling)
    return [_STRETCHED.sub(r"\1", word)]
