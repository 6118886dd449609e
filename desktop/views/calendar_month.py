"""What goes out in the weeks of a month, day by day?"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.views import style
from desktop.views.calendar_board import Board, Entry, Placed
from desktop.words import dated

WEEKS = 6
HEAD = 28  # pixels: the names of the days
PAD = 3


class MonthBoard(Board):
    """Six weeks of seven days; ``first`` is the Monday on or before the first of the month."""

    month = 1

    def place(self) -> list[Placed]:
        placed: list[Placed] = []
        for at in range(WEEKS * 7):
            day = self.first + timedelta(days=at)
            placed += self._in_day([e for e in self.entries if e.wall.date() == day], day, self._cell(at))
        return placed

    def wall_at(self, point: QPointF, entry: Entry) -> datetime:
        column = max(0, min(6, int(point.x() / self._size()[0])))
        row = max(0, min(WEEKS - 1, int((point.y() - HEAD) / self._size()[1])))
        return datetime.combine(self.first + timedelta(days=row * 7 + column), entry.wall.time())

    def paint_grid(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), style.color("window"))
        for at in range(7):
            painter.setPen(style.color("muted"))
            box = QRectF(at * self._size()[0], 0, self._size()[0], HEAD)
            name = dated(self.first + timedelta(days=at), "%a")
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), name)
        for at in range(WEEKS * 7):
            self._paint_day(painter, self.first + timedelta(days=at), self._cell(at))

    def _paint_day(self, painter: QPainter, day: date, cell: QRectF) -> None:
        if day == self.today:
            painter.fillRect(cell, style.color("raised"))
        painter.setPen(style.color("border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(cell)
        font = self.font()
        font.setBold(day == self.today)
        painter.setFont(font)
        inside = day.month == self.month
        painter.setPen(style.color("accent" if day == self.today else "text" if inside else "muted"))
        words = self.tr("Today, {day}").format(day=day.day) if day == self.today else str(day.day)
        place = cell.adjusted(6, 2, -6, 0)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), words)
        painter.setFont(self.font())

    def _in_day(self, entries: list[Entry], day: date, cell: QRectF) -> list[Placed]:
        line = self.fontMetrics().height() + 4
        top = cell.top() + line + PAD
        room = int((cell.bottom() - top) // (line + 1))
        shown = entries if len(entries) <= room else entries[: max(0, room - 1)]
        boxes = [
            QRectF(cell.left() + PAD, top + at * (line + 1), cell.width() - 2 * PAD, line)
            for at in range(len(shown) + 1)
        ]
        placed = [Placed(box, entry, day) for box, entry in zip(boxes, shown, strict=False)]
        if len(shown) < len(entries):
            placed.append(Placed(boxes[-1], None, day, len(entries) - len(shown)))
        return placed

    def _size(self) -> tuple[float, float]:
        return self.width() / 7, (self.height() - HEAD) / WEEKS

    def _cell(self, at: int) -> QRectF:
        width, height = self._size()
        return QRectF(at % 7 * width, HEAD + at // 7 * height, width, height)
