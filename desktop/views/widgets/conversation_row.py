"""How is one conversation painted in the list?"""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextOption

from desktop.models import Attention
from desktop.views import style
from desktop.views.inbox_rows import Item

PAD = 8
BAR = 5  # pixels of the bar at the left


class RowPainter:
    """Paints rows in one font; its metrics are read once, not once a row."""

    def __init__(self, font: QFont) -> None:
        self.font = QFont(font)
        self.bold = QFont(font)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.small = QFont(font)
        self.small.setPointSizeF(font.pointSizeF() * 0.9)
        self._plain, self._heavy = QFontMetrics(self.font), QFontMetrics(self.bold)
        self._fine = QFontMetrics(self.small)
        self._line = max(self._plain.height(), self._heavy.height()) + 2
        self.height = 2 * self._line + self._fine.height() + 2 * PAD
        self.heading_height = self._heavy.height() + PAD

    def heading(self, painter: QPainter, box: QRect, words: str, *, red: bool) -> None:
        painter.fillRect(box, style.ALARM if red else style.color("raised"))
        painter.setPen(style.ALARM_TEXT if red else style.color("muted"))
        painter.setFont(self.bold)
        inner = box.adjusted(PAD + BAR, 0, -PAD, 0)
        shown = self._heavy.elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def row(self, painter: QPainter, box: QRect, item: Item, *, chosen: bool, focused: bool) -> None:
        self._ground(painter, box, item, chosen=chosen)
        inner = box.adjusted(PAD + BAR, PAD, -PAD, -PAD)
        line = QRect(inner.left(), inner.top(), inner.width(), self._line)
        self._first(painter, line, item)
        line.translate(0, self._line)
        self._text(painter, line, item)
        line.translate(0, self._line)
        line.setHeight(self._fine.height())
        self._facts(painter, line, item)
        if focused:
            painter.setPen(QPen(style.color("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))

    def _ground(self, painter: QPainter, box: QRect, item: Item, *, chosen: bool) -> None:
        red = item.attention == Attention.LIFE_AT_RISK and not item.done
        ground = "danger_surface" if red else "surface"
        painter.fillRect(box, style.color("raised" if chosen and not red else ground))
        painter.setPen(style.color("border"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        bar = QRect(box.left(), box.top(), BAR, box.height() - 1)
        if red:
            painter.fillRect(bar, style.ALARM)
        elif item.attention == Attention.URGENT and not item.done:
            painter.fillRect(bar, style.color("warning"))
        if chosen:
            painter.fillRect(QRect(box.left(), box.top(), BAR - 1, box.height() - 1), style.color("accent"))

    def _first(self, painter: QPainter, box: QRect, item: Item) -> None:
        """Name and handle at the left, what is unread and the time at the right."""
        right = self._write(painter, box, item.when, self.small, "muted", at_right=True)
        if item.unseen:
            right += self._pill(painter, box.adjusted(0, 0, -right - PAD, 0), str(item.unseen)) + PAD
        room = box.adjusted(0, 0, -right - PAD, 0)
        name = self._heavy.elidedText(item.name, Qt.TextElideMode.ElideRight, int(room.width() * 0.72))
        tone = "muted" if item.done else "text"
        used = self._write(painter, room, name, self.bold, tone)
        rest = room.adjusted(used + PAD, 0, 0, 0)
        handle = self._fine.elidedText(item.handle, Qt.TextElideMode.ElideRight, rest.width())
        if rest.width() > 4 * PAD:
            self._write(painter, rest, handle, self.small, "muted")

    def _text(self, painter: QPainter, box: QRect, item: Item) -> None:
        shown = self._plain.elidedText(item.text, Qt.TextElideMode.ElideRight, box.width())
        option = QTextOption(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        if item.text[:40].isascii():  # most are: the direction of the others is asked of their letters
            option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        else:
            right = _runs_right_to_left(item.text)
            option.setTextDirection(
                Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
            )
        painter.setFont(self.font)
        painter.setPen(style.color("muted" if item.done else "text"))
        painter.drawText(box, shown, option)

    def _facts(self, painter: QPainter, box: QRect, item: Item) -> None:
        room = QRect(box)
        for words, tone in item.facts:
            if room.width() < 3 * PAD:
                return
            heavy = tone in ("danger", "warning", "accent", "ok")
            font = QFont(self.small)
            font.setBold(heavy and tone == "danger")
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            used = self._write(painter, room, shown, font, tone)
            room.setLeft(room.left() + used + PAD + PAD // 2)

    def _pill(self, painter: QPainter, box: QRect, words: str) -> int:
        width = self._fine.horizontalAdvance(words) + 2 * PAD
        height = self._fine.height()
        pill = QRect(box.right() - width, box.top() + (box.height() - height) // 2, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(style.color("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(style.color("accent_text"))
        painter.setFont(self.small)
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.restore()
        return width

    def _write(
        self, painter: QPainter, box: QRect, words: str, font: QFont, tone: str, *, at_right: bool = False
    ) -> int:
        """Write one line of plain text; return how wide it is."""
        painter.setFont(font)
        painter.setPen(style.color(tone))
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), words)
        return painter.fontMetrics().horizontalAdvance(words)


def _runs_right_to_left(text: str) -> bool:
    """By the first letter that has a direction, as Unicode's own rule has it."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
