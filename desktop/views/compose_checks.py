"""What stands in the way of submitting, and where is it put right?"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.publishing.rules import Problem
from desktop.views import style
from desktop.views.widgets.labels import Words, tip

TALLEST = 190  # pixels


class Checks(QWidget):
    """The problems of a draft; choosing one leads to its field. Signals: ``asked(Problem)``."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Words()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Problems"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._ask)
        self.list.itemClicked.connect(self._ask)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(style.GAP // 2)
        box.addWidget(self.words)
        box.addWidget(self.list)
        self.show_problems(())

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """List what blocks first, then what should be looked at."""
        found = sorted(problems, key=lambda problem: not problem.blocking)
        blocking = sum(problem.blocking for problem in found)
        self.list.clear()
        for problem in found:
            self.list.addItem(self._item(problem))
        self.list.setVisible(bool(found))
        if blocking:
            self.words.say(self.tr("Put this right before you submit:"), "danger")
        elif found:
            self.words.say(self.tr("It can be submitted. Look at this first:"), "warning")
        else:
            self.words.say(self.tr("Nothing stands in the way of submitting."), "ok")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _item(self, problem: Problem) -> QListWidgetItem:
        sign = self.tr("Must:") if problem.blocking else self.tr("Check:")
        item = QListWidgetItem(f"{sign} {problem.words}")
        item.setForeground(style.color("danger" if problem.blocking else "warning"))
        item.setData(Qt.ItemDataRole.UserRole, problem)
        item.setToolTip(tip(problem.words))
        return item

    def _fit(self) -> None:
        """Be as tall as the sentences need, up to a limit."""
        width = max(self.width() - 24, 80)
        flags = int(Qt.TextFlag.TextWordWrap)
        height = 8
        for at in range(self.list.count()):
            item = self.list.item(at)
            box = self.list.fontMetrics().boundingRect(0, 0, width, 1000, flags, item.text())
            item.setSizeHint(QSize(0, box.height() + 8))
            height += box.height() + 8
        self.list.setFixedHeight(min(height, TALLEST))

    @Slot(QListWidgetItem)
    def _ask(self, item: QListWidgetItem) -> None:
        self.asked.emit(item.data(Qt.ItemDataRole.UserRole))
