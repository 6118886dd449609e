"""What goes out in the seven days of a week, hour by hour?"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.views import style
from desktop.views.calendar_board import Board, Entry, Placed
from desktop.words import dated

HOUR = 64  # pixels
SCALE = 52  # pixels: the hours' own column
CARD = 60  # pixels
LINE = 23  # pixels: a card among others at about the same time
STEP = 15  # minutes: where a card may be dropped
TOGETHER = 4  # cards at about the same time; what is more is counted


class WeekBoard(Board):
    """Seven columns of twenty-four hours."""

    def sizeHint(self) -> QSize:
        return QSize(700, HOUR * 24)

    def place(self) -> list[Placed]:
        placed: list[Placed] = []
        for at in range(7):
            day = self.first + timedelta(days=at)
            for group in _together([entry for entry in self.entries if entry.wall.date() == day]):
                placed += self._stack(group, at, day)
        return placed

    def wall_at(self, point: QPointF, entry: Entry) -> datetime:
        column = max(0, min(6, int((point.x() - SCALE) / self._width())))
        minutes = max(0, min(24 * 60 - STEP, int(point.y() / HOUR * 60 / STEP) * STEP))
        day = datetime.combine(self.first + timedelta(days=column), time())
        return day + timedelta(minutes=minutes)

    def paint_grid(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), style.color("window"))
        width, height = self._width(), HOUR * 24
        if 0 <= (self.today - self.first).days < 7:
            left = SCALE + (self.today - self.first).days * width
            painter.fillRect(QRectF(left, 0, width, height), style.color("raised"))
        painter.setPen(style.color("border"))
        for hour in range(24):
            painter.drawLine(QPointF(SCALE, hour * HOUR), QPointF(self.width(), hour * HOUR))
        for day in range(8):
            painter.drawLine(QPointF(SCALE + day * width, 0), QPointF(SCALE + day * width, height))
        painter.setPen(style.color("muted"))
        for hour in range(24):
            box = QRectF(0, hour * HOUR + 2, SCALE - 8, 20)
            painter.drawText(
                box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), f"{hour:02}:00"
            )

    def _width(self) -> float:
        return (self.width() - SCALE) / 7

    def _stack(self, group: list[Entry], column: int, day: date) -> list[Placed]:
        left, top = SCALE + column * self._width() + 2, _top(group[0])
        width = self._width() - 4
        if len(group) == 1:
            return [Placed(QRectF(left, top, width, CARD), group[0], day)]
        shown = group if len(group) <= TOGETHER else group[: TOGETHER - 1]
        top = min(top, HOUR * 24 - (len(shown) + 1) * LINE)
        boxes = [QRectF(left, top + at * LINE, width, LINE - 1) for at in range(len(shown) + 1)]
        placed = [Placed(box, entry, day) for box, entry in zip(boxes, shown, strict=False)]
        if len(shown) < len(group):
            placed.append(Placed(boxes[-1], None, day, len(group) - len(shown)))
        return placed


class WeekHead(QWidget):
    """The names of the days, above the hours that scroll."""

    def __init__(self, board: WeekBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self.setFixedHeight(self.fontMetrics().height() + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = (self._board.width() - SCALE) / 7
        for at in range(7):
            day = self._board.first + timedelta(days=at)
            today = day == self._board.today
            font = self.font()
            font.setBold(today)
            painter.setFont(font)
            painter.setPen(style.color("accent" if today else "text"))
            words = (
                self.tr("Today, {day}").format(day=dated(day, "%d %b")) if today else dated(day, "%a %d %b")
            )
            box = QRectF(SCALE + at * width, 0, width, self.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)


class Week(QWidget):
    """The head, and the hours below it, beginning in the morning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = WeekBoard()
        self.board.setFixedHeight(HOUR * 24)
        self.head = WeekHead(self.board)
        self.area = QScrollArea()
        self.area.setWidget(self.board)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self.area, 1)

    def to_hour(self, hour: int) -> None:
        self.area.verticalScrollBar().setValue(hour * HOUR)

    def keep_in_sight(self, entry: Entry) -> None:
        box = self.board.box_of(entry)
        if not box.isNull():
            self.area.ensureVisible(int(box.center().x()), int(box.center().y()), 0, CARD)


def _top(entry: Entry) -> float:
    return min((entry.wall.hour + entry.wall.minute / 60) * HOUR, HOUR * 24 - CARD)


def _together(entries: list[Entry]) -> list[list[Entry]]:
    """Gather the entries of one day whose cards would cover each other."""
    groups: list[list[Entry]] = []
    end = -1.0
    for entry in entries:
        if _top(entry) < end:
            groups[-1].append(entry)
        else:
            groups.append([entry])
        below = _top(groups[-1][0]) + min(len(groups[-1]), TOGETHER) * LINE
        end = max(below, _top(groups[-1][0]) + CARD)
    return groups
