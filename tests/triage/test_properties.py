"""Whatever is written, there is an answer, and its words stand where it says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.triage.engine import assess
from desktop.triage.rules import PRIORITIES, book
from tests.triage import plain

WORDS = sorted(book().spelling.known)
ODD = [
    "\u200b",
    "\u202e",
    "e\u0301",
    "👩‍👩‍👧",
    "🔪",
    "'",
    "’",
    "\x00",
    "\n",
    "...",
    "İ",
    "ß",
    "ﷺ",
    "\ud800",
    "Ａ",
]

anything = st.text(st.characters(exclude_categories=())) | st.text(
    st.sampled_from("he'sgotaknife .!?\n’🔪\u0301\u200d")
)
of_words = st.lists(st.sampled_from(WORDS) | st.sampled_from(ODD) | st.text(max_size=4), max_size=40).map(
    " ".join
)


@settings(deadline=None, max_examples=300)
@given(
    anything | of_words, st.sampled_from(["mention", "reply", "quote", "direct", "?"]), st.just("") | of_words
)
def test_any_text_gets_an_answer_whose_words_stand_in_it(text: str, kind: str, reply_to: str) -> None:
    found = assess(text, kind=kind, reply_to=reply_to)
    assert found.priority in PRIORITIES
    assert found.life_at_risk == (found.priority == "emergency")
    for reason in found.reasons:
        assert 0 <= reason.start <= reason.end <= len(text)
        assert text[reason.start : reason.end] == reason.words
    assert {"threat": found.threat, "harm": found.harm, "risk": found.risk} == {
        flag: any(reason.flag == flag for reason in found.reasons) for flag in ("threat", "harm", "risk")
    }


@settings(deadline=None)
@given(anything | of_words)
def test_the_same_is_always_judged_the_same(text: str) -> None:
    assert assess(text) == assess(text)


@settings(deadline=None)
@given(
    st.sampled_from([t for t in plain.RED if t.isascii()]),
    st.sampled_from(["\u200b", "\u200d", "\ufeff", "\u2060"]),
)
def test_invisible_characters_hide_nothing(text: str, invisible: str) -> None:
    hidden = "".join(letter + invisible if letter.isalpha() else letter for letter in text)
    assert assess(hidden).priority == assess(text).priority


@settings(deadline=None)
@given(st.sampled_from([t for t in plain.RED if t.isascii()]))
def test_case_and_apostrophes_change_nothing(text: str) -> None:
    assert assess(text.upper().replace("'", "’")).life_at_risk
    assert assess(text.lower()).life_at_risk
