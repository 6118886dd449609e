"""How much of each network's limit does the text use?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.widgets.labels import Words, tip


@dataclass(frozen=True)
class Used:
    """One account's count, in its network's own unit."""

    handle: str
    used: int
    limit: int

    @property
    def over(self) -> int:
        return max(0, self.used - self.limit)


class TextCount(QWidget):
    """One line an account: handle, used of limit; over it in words as well as in red."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Words] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)

    def show_counts(self, counts: Iterable[Used]) -> None:
        wanted = list(counts)
        while len(self._lines) < len(wanted):
            self._lines.append(Words())
            self._box.addWidget(self._lines[-1])
        for line, count in zip(self._lines, wanted, strict=False):
            words = self._words(count)
            line.say(words, "danger" if count.over else "muted")
            line.setToolTip(tip(words))
        for line in self._lines[len(wanted) :]:
            line.hide()

    @property
    def text(self) -> str:
        return "\n".join(line.text() for line in self._lines if not line.isHidden())

    def _words(self, count: Used) -> str:
        shape = self.tr("{used} of {limit}   {handle}")
        if count.over:
            shape = self.tr("{used} of {limit}: {over} too many   {handle}")
        return shape.format(used=count.used, limit=count.limit, over=count.over, handle=count.handle)
