"""Up to when is what is listed complete, and which account is blind?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.inbox.coverage import Coverage
from desktop.views.inbox_rows import short_time
from desktop.views.widgets.labels import Words, tip

FEW = 3  # accounts that are told of one by one


class CoverageLine(QWidget):
    """One line an account while they are few, one for all when they are many; each blind one by its name."""

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self.blind, self.complete = Words(), Words(tone="muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.blind)
        box.addWidget(self.complete)
        self.blind.hide()

    def show_coverage(self, found: Sequence[Coverage]) -> None:
        self.blind.say("\n".join(one.words for one in found if one.blind), "danger")
        seeing = [one for one in found if not one.blind]
        lines = [f"{one.account.handle}: {one.words}" for one in seeing]
        if len(seeing) > FEW:
            self.complete.say(self._together(seeing), "muted")
        elif found:
            self.complete.say("\n".join(lines), "muted")
        else:
            self.complete.say(self.tr("No account is connected: nothing is read."), "danger")
        self.complete.setToolTip(tip("\n".join(lines)))

    def _together(self, seeing: Sequence[Coverage]) -> str:
        times = [one.complete_to for one in seeing if one.complete_to is not None]
        unread = len(seeing) - len(times)
        words = self.tr("{count} accounts complete to {time}").format(
            count=len(times), time=short_time(min(times), self._zone) if times else "-"
        )
        more = self.tr("{count} not read yet").format(count=unread)
        return f"{words}; {more}" if unread else words
