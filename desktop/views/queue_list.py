"""How does the queue look as one list: what waits for a person, what comes next, what went lately?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidgetItem, QStyleOptionViewItem, QWidget

from desktop.views import style
from desktop.views.widgets.post_card import CARD, PAD, Card, CardDelegate, CardList

HEADING = -1  # the key of what cannot be chosen


@dataclass(frozen=True)
class Section:
    """A heading, and its cards; ``none`` is said in their place where there are none."""

    heading: str
    cards: tuple[Card, ...]
    none: str
    tone: str = "text"


class SectionDelegate(CardDelegate):
    """Paints a heading between the cards."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        card: Card = index.data(CARD)
        if card.key != HEADING:
            return super().sizeHint(option, index)
        lines = 1.4 + len(card.lines)
        return QSize(0, int(QFontMetrics(option.font).height() * lines) + 2 * PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card: Card = index.data(CARD)
        if card.key != HEADING:
            super().paint(painter, option, index)
            return
        painter.save()
        painter.fillRect(option.rect, style.color("window"))
        box = option.rect.adjusted(PAD, PAD, -PAD, -PAD // 2)
        painter.setPen(style.color(card.tone))
        painter.setFont(style.title_font(option.font, size=1.1))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignTop), card.title)
        painter.setFont(option.font)
        painter.setPen(style.color("muted"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignBottom), "\n".join(card.lines))
        painter.restore()


class QueueList(CardList):
    """Cards in sections; the arrow keys step over the headings."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setItemDelegate(SectionDelegate(self))

    def show_sections(self, sections: Iterable[Section]) -> None:
        """Fill the list, or only say anew what changed where the cards are the same ones."""
        cards = [card for section in sections for card in _with_heading(section)]
        if [card.key for card in cards] == self.keys():
            for row, card in enumerate(cards):
                self._retell(self.item(row), card)
            return
        self.show_cards(cards)
        with QSignalBlocker(self):
            for row, card in enumerate(cards):
                if card.key == HEADING:
                    self.item(row).setFlags(Qt.ItemFlag.NoItemFlags)

    def _retell(self, item: QListWidgetItem, card: Card) -> None:
        if item.data(CARD) != card:
            item.setData(CARD, card)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, card.spoken)

    def _choose(self, key: int | None) -> None:
        keys = self.keys()
        real = [row for row, known in enumerate(keys) if known != HEADING]
        if real:
            self.setCurrentRow(keys.index(key) if key in keys else real[0])


def _with_heading(section: Section) -> list[Card]:
    lines = () if section.cards else (section.none,)
    return [Card(HEADING, section.heading, lines, tone=section.tone), *section.cards]
