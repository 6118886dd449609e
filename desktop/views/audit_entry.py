"""What does one entry of the audit hold, in words and as it is stored?"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop import clock
from desktop.records.audit_search import EntryRow
from desktop.views import audit_words, style
from desktop.views.widgets.labels import Heading, Words
from desktop.views.widgets.pairs import Pair, Pairs


class EntryPage(QWidget):
    """One entry."""

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self.heading, self.facts = Heading(size=1.15), Pairs(self.tr("The entry"))
        self.none = Words(self.tr("It holds nothing more."), tone="muted")
        self.details = Pairs(self.tr("Its details"))
        self.stored = QPlainTextEdit()
        self.stored.setReadOnly(True)
        self.stored.setTabChangesFocus(True)
        self.stored.setAccessibleName(self.tr("The details as they are stored (JSON)"))
        self.stored.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.stored.setMinimumHeight(140)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, style.GAP, 0)
        box.setSpacing(style.GAP)
        parts: tuple[QWidget, ...] = (
            self.heading,
            self.facts,
            Heading(self.tr("Details"), size=1.05),
            self.details,
            self.none,
            Heading(self.tr("As stored"), size=1.05),
        )
        for part in parts:
            box.addWidget(part)
        box.addWidget(self.stored, 1)

    def show_entry(self, row: EntryRow) -> None:
        self.heading.setText(audit_words.action_words(row.action))
        self.facts.show_pairs(self._facts(row))
        found = audit_words.details(row)
        self.details.show_pairs((name, value, "") for name, value in found)
        self.details.setVisible(bool(found))
        self.none.setVisible(not found)
        self.stored.setPlainText(audit_words.pretty(row))

    def _facts(self, row: EntryRow) -> Iterator[Pair]:
        yield self.tr("Entry"), str(row.seq), ""
        yield self.tr("When"), clock.shown(row.at, self._zone, seconds=True), ""
        yield "", f"{row.at:%Y-%m-%d %H:%M:%S} UTC", "muted"
        yield self.tr("Who"), row.actor, ""
        yield self.tr("What"), row.action, ""
        yield self.tr("About"), f"{audit_words.subject_words(row.subject)} ({row.subject})", ""
        yield self.tr("Hash"), _in_groups(row.hash), "muted"
        yield self.tr("Hash before"), _in_groups(row.previous), "muted"


def _in_groups(digest: str) -> str:
    """Lay a hash out so that two can be compared by eye, and so that it wraps."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
