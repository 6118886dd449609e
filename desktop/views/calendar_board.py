"""How are posts chosen, moved and opened on a painted calendar, by mouse and by keyboard?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from desktop.models import PublicationState
from desktop.views import style
from desktop.views.stages import state_name, state_tone
from desktop.views.widgets.labels import tip
from desktop.words import dated

Key = tuple[int, datetime, PublicationState | None]


@dataclass(frozen=True)
class Entry:
    """One post at one time: all its accounts in one card. ``wall`` is naive, in the force's zone.

    Without a ``state`` it waits for approval.
    """

    post_id: int
    title: str
    accounts: tuple[str, ...]
    state: PublicationState | None
    wall: datetime
    movable: bool

    @property
    def key(self) -> Key:
        return self.post_id, self.wall, self.state

    @property
    def state_words(self) -> str:
        if self.state is None:
            return QCoreApplication.translate("Calendar", "Waits for approval")
        return state_name(self.state)

    @property
    def tone(self) -> str:
        return "muted" if self.state is None else state_tone(self.state)

    @property
    def spoken(self) -> str:
        parts = (dated(self.wall, "%A %d %B, %H:%M"), self.title, self.state_words, *self.accounts)
        return ", ".join(parts)


@dataclass(frozen=True)
class Placed:
    """Where an entry stands; without one, how many more there are on ``day``."""

    box: QRectF
    entry: Entry | None
    day: date
    more: int = 0


class Board(QWidget):
    """What week and month share. A child lays out, and says which wall time a point means.

    Signals: ``opened(int post_id)``; ``dropped(Entry, datetime wall)``; ``move_asked(Entry)``;
    ``turned(int)`` one page back or on; ``day_asked(date)`` for what does not fit; ``stepped(Entry)`` when
    the keyboard chose one.
    """

    opened = Signal(int)
    dropped = Signal(object, object)
    move_asked = Signal(object)
    turned = Signal(int)
    day_asked = Signal(object)
    stepped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = date.today()  # noqa: DTZ011 - shown until the screen says which
        self.today = self.first
        self.entries: tuple[Entry, ...] = ()
        self._placed: list[Placed] = []
        self._chosen: Key | None = None
        self._pressed: tuple[Entry, QPointF] | None = None
        self._over: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Calendar"))

    def place(self) -> list[Placed]:
        """Lay the entries out in the size there is."""
        raise TypeError(f"{type(self).__name__} does not lay out")

    def wall_at(self, point: QPointF, entry: Entry) -> datetime:
        """Return the wall time that dropping ``entry`` at ``point`` means."""
        raise TypeError(f"{type(self).__name__} does not know its times")

    def paint_grid(self, painter: QPainter) -> None:
        """Paint days, hours and today."""
        raise TypeError(f"{type(self).__name__} does not paint")

    def show_entries(self, first: date, today: date, entries: Iterable[Entry]) -> None:
        self.first, self.today = first, today
        self.entries = tuple(sorted(entries, key=lambda entry: (entry.wall, entry.title, entry.post_id)))
        self._lay()

    @property
    def current(self) -> Entry | None:
        """Return the chosen entry."""
        return next((entry for entry in self.entries if entry.key == self._chosen), None)

    def choose(self, entry: Entry | None) -> None:
        self._chosen = entry.key if entry else None
        self.setAccessibleDescription(entry.spoken if entry else "")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def box_of(self, entry: Entry) -> QRectF:
        """Return where ``entry`` stands; an empty box where it is not shown."""
        return next((p.box for p in self._placed if p.entry and p.entry.key == entry.key), QRectF())

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_grid(painter)
        for placed in self._placed:
            if placed.box.intersects(QRectF(event.rect())):
                self._paint_placed(painter, placed)
        if self._pressed and self._over is not None:
            self._paint_ghost(painter, self._pressed[0], self._over)

    def _paint_placed(self, painter: QPainter, placed: Placed) -> None:
        if placed.entry is None:
            painter.setPen(style.color("muted"))
            words = self.tr("{count} more").format(count=placed.more)
            painter.drawText(placed.box.adjusted(6, 0, -2, 0), _MIDDLE, words)
            return
        chosen = placed.entry.key == self._chosen
        self._paint_card(painter, placed.box, placed.entry, chosen=chosen)

    def _paint_card(self, painter: QPainter, box: QRectF, entry: Entry, *, chosen: bool) -> None:
        tone = style.color(entry.tone)
        painter.setPen(QPen(style.color("accent") if chosen else style.color("border"), 2 if chosen else 1))
        painter.setBrush(style.color("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.fillRect(QRectF(box.left() + 2, box.top() + 3, 3, box.height() - 6), tone)
        if chosen and self.hasFocus():
            painter.setPen(QPen(style.color("text"), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 3, 3)
        self._write_card(painter, box.adjusted(9, 2, -4, -2), entry)

    def _write_card(self, painter: QPainter, box: QRectF, entry: Entry) -> None:
        height = self.fontMetrics().height()
        lines = int(box.height() // height) or 1
        last = ", ".join(entry.accounts)
        if entry.state is not PublicationState.SCHEDULED:
            last = entry.state_words
        rows = [(f"{entry.wall:%H:%M}", "muted"), (entry.title, "text"), (last, entry.tone)]
        if lines == 1:
            rows = [(f"{entry.wall:%H:%M}  {entry.title}", "text")]
        at = QRectF(
            box.left(), box.top() + (0 if lines > 1 else (box.height() - height) / 2), box.width(), height
        )
        for words, tone in rows[:lines]:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold if tone == "text" and lines > 1 else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(style.color(tone))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(at.width()))
            painter.drawText(at, _MIDDLE, shown)
            at.translate(0, height)
        painter.setFont(self.font())

    def _paint_ghost(self, painter: QPainter, entry: Entry, over: QPointF) -> None:
        wall = self.wall_at(over, entry)
        words = dated(wall, "%a %d %b %H:%M")
        width = self.fontMetrics().horizontalAdvance(words) + 20
        box = QRectF(over.x() + 8, over.y() + 8, width, self.fontMetrics().height() + 8)
        painter.setPen(QPen(style.color("accent"), 2))
        painter.setBrush(style.color("surface"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(style.color("text"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        placed = self._at(event.position())
        if placed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if placed.entry is None:
            self.day_asked.emit(placed.day)
            return
        self.choose(placed.entry)
        self._pressed = (placed.entry, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not self._pressed[0].movable:
            return
        far = (event.position() - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance()
        if far or self._over is not None:
            self._over = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, over = self._pressed, self._over
        self._let_go()
        if pressed and over is not None and QRectF(self.rect()).contains(event.position()):
            wall = self.wall_at(event.position(), pressed[0])
            if wall != pressed[0].wall:
                self.dropped.emit(pressed[0], wall)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        placed = self._at(event.position())
        if placed and placed.entry:
            self.opened.emit(placed.entry.post_id)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if key == Qt.Key.Key_Escape and self._pressed:
            self._let_go()
        elif key in steps:
            self._step(steps[Qt.Key(key)])
        elif key in pages:
            self.turned.emit(pages[Qt.Key(key)])
        elif key == Qt.Key.Key_M and self.current:
            self.move_asked.emit(self.current)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current.post_id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None and self.entries and event.reason() != Qt.FocusReason.MouseFocusReason:
            first = next((e for e in self.entries if e.wall.date() >= self.today), self.entries[0])
            self.choose(first)
            if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
                self.stepped.emit(first)  # else the page stays where it was scrolled to
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            placed = self._at(QPointF(event.pos()))
            words = placed.entry.spoken if placed and placed.entry else ""
            QToolTip.showText(event.globalPos(), tip(words), self)
            return True
        return super().event(event)

    def _step(self, by: int) -> None:
        if not self.entries:
            return
        keys = [entry.key for entry in self.entries]
        at = keys.index(self._chosen) + by if self._chosen in keys else 0
        entry = self.entries[max(0, min(at, len(keys) - 1))]
        self.choose(entry)
        self.stepped.emit(entry)

    def _at(self, point: QPointF) -> Placed | None:
        return next((placed for placed in reversed(self._placed) if placed.box.contains(point)), None)

    def _let_go(self) -> None:
        self._pressed = self._over = None
        self.unsetCursor()
        self.update()

    def _lay(self) -> None:
        self._placed = self.place()
        self.update()


_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
