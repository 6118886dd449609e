"""What does an answer in JSON hold, however deep somebody nested it?

A server passes on what the public wrote, so that one message can reach everything that reads the answer:
what no reader can take is left out, and the rest is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

DEEPEST = 60  # levels; what the networks themselves send has about fifteen
_MARK = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.DOTALL)


def load(text: str) -> Any:
    """Read JSON; what lies deeper than anybody means it to is left out. Raises ``ValueError`` alone."""
    try:
        return json.loads(text)
    except RecursionError:
        return json.loads("".join(_shallow(text)))


def _shallow(text: str) -> Iterator[str]:
    """Yield the text with ``null`` in place of everything below ``DEEPEST`` levels."""
    depth, kept_to = 0, 0
    for mark in _MARK.finditer(text):
        if mark[0] in "[{":
            depth += 1
            if depth == DEEPEST + 1:
                yield text[kept_to : mark.start()]
        elif mark[0] in "]}":
            depth -= 1
            if depth == DEEPEST:
                yield "null"
                kept_to = mark.end()
    if depth <= DEEPEST:
        yield text[kept_to:]
