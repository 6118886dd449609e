"""What did each version of the post say, what changed, and who decided what on it?"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import clock
from desktop.publishing.page import VersionRow, VersionText
from desktop.publishing.review import Decision
from desktop.views import style
from desktop.views.compose_class import class_name
from desktop.views.stages import decision_words
from desktop.views.widgets.diff import Diff
from desktop.views.widgets.labels import Heading, Words
from desktop.views.widgets.spans import Span


class TextCard(QWidget):
    """One text, the accounts that say it, and what changed since the version before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who, self.text, self.diff, self.images = (
            Words(tone="muted"),
            Words(),
            Diff(),
            Words(tone="muted"),
        )
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, style.GAP // 2)
        box.setSpacing(style.GAP // 2)
        for part in (self.who, self.text, self.diff, self.images):
            box.addWidget(part)

    def show_text(self, text: VersionText, handles: str) -> None:
        self.who.setText(handles)
        self.text.setText(text.text)
        self.text.setVisible(not text.changes)
        self.diff.setVisible(bool(text.changes))
        marks = {"same": ""}
        self.diff.show_changes(Span(words, marks.get(mark, mark)) for mark, words in text.changes)
        words = self.tr("Image {number}: {alt}")
        told = (words.format(number=number, alt=alt) for number, alt in enumerate(text.alts, 1))
        self.images.say("\n".join(told), "muted")


class VersionCard(QWidget):
    """One version: who froze it when, for which time, its texts, and the hash an approval binds to."""

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._texts: list[TextCard] = []
        self.heading, self.facts, self.hash = Heading(size=1.05), Words(tone="muted"), Words(tone="muted")
        self.hash.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hash.setToolTip(self.tr("The approval holds for exactly this content"))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, style.GAP * 2)
        self._box.setSpacing(style.GAP // 2)
        for part in (self.heading, self.facts, self.hash):
            self._box.addWidget(part)

    def show_version(self, version: VersionRow) -> None:
        words = self.tr("Version {number}, by {name}")
        self.heading.setText(words.format(number=version.number, name=version.by))
        self.facts.setText(self._facts(version))
        # A space every eight signs, so that it can be read aloud and breaks where it does not fit.
        parts = " ".join(version.content_hash[at : at + 8] for at in range(0, 64, 8))
        self.hash.setText(self.tr("SHA-256 {hash}").format(hash=parts))
        texts = _together(version.texts)
        while len(self._texts) < len(texts):
            self._texts.append(TextCard())
            self._box.insertWidget(self._box.count() - 1, self._texts[-1])
        for card, (text, handles) in zip(self._texts, texts, strict=False):
            card.show_text(text, handles)
            card.show()
        for card in self._texts[len(texts) :]:
            card.hide()

    def _facts(self, version: VersionRow) -> str:
        at = clock.shown(version.at, self._zone)
        due = self.tr("as soon as it is approved")
        if version.due_at is not None:
            due = f"{clock.shown(version.due_at, version.zone or self._zone)} ({version.due_at:%H:%M} UTC)"
        words = self.tr("Submitted {at}. To go out: {due}. {kind}.")
        return words.format(at=at, due=due, kind=class_name(version.content_class))


class Versions(QWidget):
    """Every version, the newest first, below what people decided."""

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._cards: list[VersionCard] = []
        self.decided = Words()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, style.GAP, 0)
        self._box.setSpacing(style.GAP)
        self._box.addWidget(Heading(self.tr("What was decided"), size=1.15))
        self._box.addWidget(self.decided)
        self._box.addSpacing(style.GAP)
        self._box.addWidget(Heading(self.tr("What it says"), size=1.15))
        self._box.addStretch(1)

    def show_versions(self, versions: Iterable[VersionRow], decisions: Iterable[Decision]) -> None:
        lines = [decision_words(it, self._zone) for it in decisions]
        self.decided.say("\n".join(lines) or self.tr("Nothing yet: it was not submitted."))
        wanted = list(versions)
        while len(self._cards) < len(wanted):
            self._cards.append(VersionCard(self._zone))
            self._box.insertWidget(self._box.count() - 1, self._cards[-1])
        for card, version in zip(self._cards, wanted, strict=False):
            card.show_version(version)
            card.show()
        for card in self._cards[len(wanted) :]:
            card.hide()


def _together(texts: tuple[VersionText, ...]) -> list[tuple[VersionText, str]]:
    """Gather the accounts that say the very same."""
    found: dict[tuple[object, ...], list[VersionText]] = {}
    for text in texts:
        found.setdefault((text.text, text.alts, text.changes), []).append(text)
    return [(same[0], ", ".join(text.account_handle for text in same)) for same in found.values()]
