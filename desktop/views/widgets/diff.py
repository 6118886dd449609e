"""What was added to a text and what was taken out, word by word?"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from desktop.views.widgets.spans import Span, SpanText


class Diff(SpanText):
    """Shows a text with its changes: added words underlined, removed words struck through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Changes since the last version"))

    def show_changes(self, changes: Iterable[Span]) -> None:
        """Show spans marked "added", "removed" or not at all; and say them for those who cannot see marks."""
        spans = tuple(changes)
        self.show_spans(spans)
        words = self.tr("Added: {added}. Removed: {removed}.")
        none = self.tr("nothing")
        self.setAccessibleDescription(
            words.format(added=_said(spans, "added") or none, removed=_said(spans, "removed") or none)
        )


def _said(spans: tuple[Span, ...], mark: str) -> str:
    return " ".join(span.text.strip() for span in spans if span.mark == mark)
