"""What was added to a text and what was taken out, word by word?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from PySide6.QtWidgets import QWidget

from desktop.views.widgets.spans import Span, SpanText

_PIECES = re.compile(r"\s+|[^\s]+")


def word_changes(before: str, after: str) -> Iterator[Span]:
    """Compare two texts by words; the spans marked "added" and unmarked make ``after``."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    for act, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if act == "equal":
            yield Span("".join(new[c:d]))
            continue
        if b > a:
            yield Span("".join(old[a:b]), "removed")
        if d > c:
            yield Span("".join(new[c:d]), "added")


class Diff(SpanText):
    """Shows a text with its changes: added words underlined, removed words struck through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Changes since the last version"))

    def compare(self, before: str, after: str) -> None:
        spans = tuple(word_changes(before, after))
        self.show_spans(spans)
        added = " ".join(span.text.strip() for span in spans if span.mark == "added")
        removed = " ".join(span.text.strip() for span in spans if span.mark == "removed")
        self.setAccessibleDescription(
            self.tr("Added: {added}. Removed: {removed}.").format(
                added=added or self.tr("nothing"), removed=removed or self.tr("nothing")
            )
        )
