"""How does one post look in a list: title, what and when, and where it stands?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.views import style
from desktop.views.widgets.labels import tip

PAD = 8
CARD = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Card:
    """``key`` finds it again; ``state`` is a word or two in the scheme's ``tone``."""

    key: int
    title: str
    lines: tuple[str, ...]
    state: str = ""
    tone: str = "muted"

    @property
    def spoken(self) -> str:
        return ". ".join(part for part in (self.title, self.state, *self.lines) if part)


class CardDelegate(QStyledItemDelegate):
    """Paints a card; what does not fit is cut with an ellipsis."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        card: Card = index.data(CARD)
        metrics = QFontMetrics(option.font)
        return QSize(0, metrics.height() * (1 + len(card.lines)) + 2 * PAD + 2 * len(card.lines))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        card: Card = index.data(CARD)
        box: QRect = option.rect
        flags: QStyle.StateFlag = option.state
        palette: QPalette = option.palette
        font: QFont = option.font
        chosen = bool(flags & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, style.color("raised") if chosen else palette.color(QPalette.ColorRole.Base))
        _edges(painter, box, chosen=chosen, focused=chosen and bool(flags & QStyle.StateFlag.State_HasFocus))
        _write(painter, box.adjusted(PAD + 4, PAD, -PAD, -PAD), card, font)
        painter.restore()


def _edges(painter: QPainter, box: QRect, *, chosen: bool, focused: bool) -> None:
    painter.setPen(style.color("border"))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    if chosen:
        painter.fillRect(box.left(), box.top(), 4, box.height(), style.color("accent"))
    if focused:
        painter.setPen(QPen(style.color("accent"), 2))
        painter.drawRect(box.adjusted(1, 1, -1, -1))


def _write(painter: QPainter, box: QRect, card: Card, font: QFont) -> None:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(font)
    height = metrics.height()
    state_width = metrics.horizontalAdvance(card.state) + (PAD if card.state else 0)
    painter.setFont(font)
    painter.setPen(style.color(card.tone))
    top = QRect(box.left(), box.top(), box.width(), height)
    painter.drawText(top, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), card.state)
    painter.setFont(bold)
    painter.setPen(style.color("text"))
    _line(painter, top.adjusted(0, 0, -state_width, 0), card.title)
    painter.setFont(font)
    painter.setPen(style.color("muted"))
    for line in card.lines:
        top.translate(0, height + 2)
        _line(painter, top, line)


def _line(painter: QPainter, box: QRect, words: str) -> None:
    one_line = " ".join(words.split())
    shown = painter.fontMetrics().elidedText(one_line, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


class CardList(QListWidget):
    """A list of cards that keeps what is chosen when it is filled anew.

    Signals: ``chosen(int key)`` when a person moves to another card; ``opened(int key)`` on Return.
    """

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(CardDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(False)
        self.currentItemChanged.connect(self._tell)
        self.itemActivated.connect(self._open)

    @property
    def key(self) -> int | None:
        """Return the key of the chosen card."""
        item = self.currentItem()
        return None if item is None else int(item.data(CARD).key)

    def keys(self) -> list[int]:
        return [self.item(row).data(CARD).key for row in range(self.count())]

    def show_cards(self, cards: Iterable[Card]) -> None:
        """Fill the list; the chosen card stays chosen, or the first is where it is gone."""
        before, top = self.key, self.verticalScrollBar().value()
        with QSignalBlocker(self):
            self.clear()
            for card in cards:
                self.addItem(_item(card))
            self._choose(before)
        self.verticalScrollBar().setValue(top)
        if self.key != before:
            self._tell()

    def choose(self, key: int) -> None:
        """Choose the card of ``key`` without telling."""
        with QSignalBlocker(self):
            self._choose(key)

    def _choose(self, key: int | None) -> None:
        keys = self.keys()
        if keys:
            self.setCurrentRow(keys.index(key) if key in keys else 0)

    @Slot()
    def _tell(self) -> None:
        if self.key is not None:
            self.chosen.emit(self.key)

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(CARD).key)


def _item(card: Card) -> QListWidgetItem:
    item = QListWidgetItem()
    item.setData(CARD, card)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, card.spoken)
    item.setToolTip(tip("\n".join((card.title, *card.lines))))
    return item
