"""How are facts shown as names and values, one below the other?"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.views import style
from desktop.views.widgets.labels import Words

Pair = tuple[str, str, str]  # name, value, tone


class Pairs(QWidget):
    """A grid of facts; a fact without a value is left out."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows: list[tuple[Words, Words]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(style.GAP * 2)
        self._grid.setVerticalSpacing(style.GAP // 2)
        self._grid.setColumnStretch(1, 1)

    @property
    def words(self) -> str:
        """Return all that is shown, a line a fact."""
        return "\n".join(f"{name.text()}: {value.text()}" for name, value in self._rows if value.text())

    def show_pairs(self, pairs: Iterable[Pair]) -> None:
        found = [pair for pair in pairs if pair[1]]
        while len(self._rows) < len(found):
            self._add()
        for number, (name, value) in enumerate(self._rows):
            shown = number < len(found)
            words = found[number] if shown else ("", "", "")
            name.say(words[0], "muted")
            value.say(words[1], words[2])
            value.setAccessibleName(f"{words[0]}: {words[1]}" if shown else "")

    def _add(self) -> None:
        name, value = Words(tone="muted", wrap=False), Words()
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = len(self._rows)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(name, row, 0, top)
        self._grid.addWidget(value, row, 1, top)
        self._rows.append((name, value))
