"""Which conversations does a person want to see? Life at risk is shown whatever they choose."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSizePolicy, QWidget

from desktop.inbox.rows import Filter
from desktop.models import Attention, ConversationState
from desktop.views import style

QUIET = 150  # ms after the last key before the search begins


class Filters(QWidget):
    """A search box and four choices. Signals: ``changed()``; ``left()`` when the keyboard goes on to the list."""

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchLine()
        self.state, self.owner, self.account, self.attention = (_choice() for _ in range(4))
        for words, state in (
            (self.tr("Open"), ConversationState.OPEN),
            (self.tr("Closed"), ConversationState.CLOSED),
            (self.tr("Open and closed"), None),
        ):
            self.state.addItem(words, state)
        for words, owner in (
            (self.tr("Everyone's"), "all"),
            (self.tr("Mine"), "mine"),
            (self.tr("Unowned"), "unowned"),
        ):
            self.owner.addItem(words, owner)
        self.account.addItem(self.tr("All accounts"), None)
        for words, attention in (
            (self.tr("Any priority"), Attention.NONE),
            (self.tr("Routine or above"), Attention.ROUTINE),
            (self.tr("Urgent or above"), Attention.URGENT),
        ):
            self.attention.addItem(words, attention)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=QUIET)
        self._timer.timeout.connect(self.changed)
        self.search.textChanged.connect(self._typed)
        self.search.left.connect(self._leave)
        for box in (self.state, self.owner, self.account, self.attention):
            box.currentIndexChanged.connect(self.changed)

    def value(self) -> Filter:
        return Filter(
            state=self.state.currentData(),
            owner=self.owner.currentData(),
            account_id=self.account.currentData(),
            attention=Attention(self.attention.currentData()),
            query=self.search.text().strip(),
        )

    def show_accounts(self, accounts: Iterable[tuple[int, str]]) -> None:
        """Offer these accounts; the choice stays."""
        chosen = self.account.currentData()
        wanted = list(accounts)
        if [self.account.itemData(at) for at in range(1, self.account.count())] == [key for key, _ in wanted]:
            return
        with QSignalBlocker(self.account):
            while self.account.count() > 1:
                self.account.removeItem(1)
            for key, handle in wanted:
                self.account.addItem(handle, key)
            self.account.setCurrentIndex(max(self.account.findData(chosen), 0))

    @Slot()
    def clear(self) -> None:
        """Show all that is open."""
        with QSignalBlocker(self):
            self.search.clear()
            for box in (self.state, self.owner, self.account, self.attention):
                box.setCurrentIndex(0)
        self._timer.stop()
        self.changed.emit()

    @Slot()
    def _typed(self) -> None:
        self._timer.start()

    @Slot()
    def _leave(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.changed.emit()
        self.left.emit()

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("Search messages ( / )"))
        self.search.setClearButtonEnabled(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(style.GAP // 2)
        grid.addWidget(self.search, 0, 0, 1, 2)
        named = (
            (self.state, self.tr("State"), 1, 0),
            (self.owner, self.tr("Owner"), 1, 1),
            (self.account, self.tr("Account"), 2, 0),
            (self.attention, self.tr("Priority"), 2, 1),
        )
        for box, name, row, column in named:
            box.setAccessibleName(name)
            box.setToolTip(self.tr("{name}. Life at risk is always shown.").format(name=name))
            grid.addWidget(box, row, column)
        self.search.setAccessibleName(self.tr("Search messages"))
        self.search.setToolTip(
            self.tr(
                'Every word must occur; "words in quotes" stand together. / or Ctrl+F comes here, Return goes to the list.'
            )
        )


class SearchLine(QLineEdit):
    """Escape empties it; Return and the arrow down go on to what was found. Signals: ``left()``."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _choice() -> QComboBox:
    box = QComboBox()
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return box
