"""Messages that are long, broken or made to be slow: by name."""

from __future__ import annotations

LONG = 100_000

RUBBISH = {
    "one letter": "a" * LONG,
    "one word over and over": "knife " * (LONG // 6),
    "openings that never close": "he has got someone with they are holding " * (LONG // 41),
    "sentence ends": ". " * (LONG // 2),
    "emoji": "🏃🏽‍♀️🔪" * (LONG // 6),
    "combining marks": "e" + "\u0301" * LONG,
    "zero-width": "\u200b" * LONG,
    "mentions": "@a" * (LONG // 2),
    "a link": "https://example.org/" + "a" * LONG,
    "stretched": "heeeeelp pleeeease " * (LONG // 19),
    "apostrophes": "it's'" * (LONG // 5),
    "control characters": "\x00\x01\x02\x1b" * (LONG // 4),
    "half a surrogate": "\ud83d help " * (LONG // 7),
    "right to left": "النجدة \u202e سكين " * (LONG // 15),
}
