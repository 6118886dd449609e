"""What exactly will go out, where, when, and what changed since it was last seen?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.views import style
from desktop.views.previews import Preview, PreviewCard
from desktop.views.widgets.diff import Diff
from desktop.views.widgets.labels import Words
from desktop.views.widgets.spans import Span


@dataclass(frozen=True)
class Going:
    """What one account will say; ``changes`` since the last version, None where the account is new in it."""

    preview: Preview
    changes: tuple[Span, ...] | None

    @property
    def changed(self) -> bool:
        return any(span.mark for span in self.changes or ())


class GoingCard(QWidget):
    """One account's post, and its changes below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview, self.diff, self.words = PreviewCard(), Diff(), Words(tone="muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, style.GAP)
        box.setSpacing(style.GAP // 2)
        for part in (self.preview, self.words, self.diff):
            box.addWidget(part)

    def show_going(self, going: Going, *, changes: bool) -> None:
        self.preview.show_preview(going.preview)
        self.diff.setVisible(changes and going.changed)
        if not changes:
            self.words.say("")
        elif going.changes is None:
            self.words.say(self.tr("This account is new in this version."), "muted")
        elif not going.changed:
            self.words.say(self.tr("The text is the same as in the last version."), "muted")
        else:
            self.words.say(
                self.tr("Changes: added words are underlined, removed words struck through."), "muted"
            )
            self.diff.show_changes(going.changes)


class GoingList(QWidget):
    """All accounts, one below the other, with the changes on request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[GoingCard] = []
        self._shown: list[Going] = []
        self._first = True
        self.changes = QCheckBox(self.tr("Show the changes since the last version"))
        self.changes.setChecked(True)
        self.changes.toggled.connect(self._draw)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(style.GAP)
        self._box.addWidget(self.changes)
        self._box.addStretch(1)

    def show_going(self, goings: Iterable[Going], *, first_version: bool) -> None:
        self._shown = list(goings)
        with QSignalBlocker(self.changes):
            self.changes.setVisible(not first_version)
        self._first = first_version
        self._draw()

    def _draw(self) -> None:
        while len(self._cards) < len(self._shown):
            self._cards.append(GoingCard())
            self._box.insertWidget(self._box.count() - 1, self._cards[-1])
        changes = self.changes.isChecked() and not self._first
        for card, going in zip(self._cards, self._shown, strict=False):
            card.show_going(going, changes=changes)
            card.show()
        for card in self._cards[len(self._shown) :]:
            card.hide()
