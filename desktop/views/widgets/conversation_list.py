"""How are hundreds of thousands of conversations listed without laying out more than is on the screen?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from desktop.inbox.rows import ConversationRow
from desktop.views.inbox_rows import Item
from desktop.views.widgets.conversation_row import RowPainter
from desktop.views.widgets.labels import tip

NEAR = 30  # rows before the end at which the next page is asked for
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_J: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_K: -1,
}


class ConversationList(QAbstractScrollArea):
    """Life at risk in its own section on top, the others below; every row is as high as the next.

    Signals: ``opened(int id)`` by a click or Return; ``moved()`` when other rows came on the screen;
    ``more_asked()`` near the end; ``top_asked()`` by Home.
    """

    opened = Signal(int)
    moved = Signal()
    more_asked = Signal()
    top_asked = Signal()

    def __init__(self, word: Callable[[ConversationRow], Item], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = word
        self._rows = RowPainter(self.font())
        self.red: Sequence[ConversationRow] = ()
        self.others: Sequence[ConversationRow] = ()
        self._key, self._in_red = 0, False  # the chosen one: it may stand in both sections
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Conversations"))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def sizeHint(self) -> QSize:
        return QSize(400, 600)

    # What is shown

    def show_rows(
        self, red: Sequence[ConversationRow], others: Sequence[ConversationRow], *, keep: bool = True
    ) -> None:
        """Show other rows; with ``keep``, what is on the screen stays where it is."""
        anchor = self._anchor() if keep else None
        self.red, self.others = red, others
        self._in_red = self._in_red and self._find(self._key, red) >= 0
        if not self._in_red and self._key and self._find(self._key, others) < 0:
            self._in_red = self._find(self._key, red) >= 0
        self._measure()
        if anchor is not None:
            in_red, key, top = anchor
            at = self._find(key, red if in_red else others)
            if at >= 0:
                self._scroll_to(self._top(in_red, at) - top)
        elif not keep:
            self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def seen(self) -> tuple[int, int]:
        """Return the first and the last of the others that are on the screen; (0, -1) for none."""
        start = self._base()
        height = self._rows.height
        first = max((self._y() - start) // height, 0)
        last = min((self._y() + self.viewport().height() - 1 - start) // height, len(self.others) - 1)
        return (first, last) if last >= first and last >= 0 else (0, -1)

    def seen_rows(self) -> list[ConversationRow]:
        first, last = self.seen()
        return list(self.others[first : last + 1])

    @property
    def red_above(self) -> bool:
        """Whether life at risk stands above what is on the screen."""
        return (
            bool(self.red) and self._y() >= self._base() - self._rows.heading_height - self._rows.height // 2
        )

    @property
    def near_end(self) -> bool:
        return self.seen()[1] >= len(self.others) - NEAR

    @property
    def at_top(self) -> bool:
        return self._y() == 0

    @property
    def current(self) -> ConversationRow | None:
        rows = self.red if self._in_red else self.others
        at = self._find(self._key, rows)
        return rows[at] if at >= 0 else None

    def choose(self, key: int, *, in_red: bool | None = None) -> None:
        """Choose a row and bring it into view; one that is not listed is chosen once it is."""
        self._key = key
        self._in_red = self._find(key, self.red) >= 0 if in_red is None else in_red
        row = self.current
        if row is not None:
            self._bring_into_view()
            self._say(row)
        self.viewport().update()

    def bring(self, key: int) -> None:
        """Bring one of the others into the middle of the screen; what is chosen stays chosen."""
        at = self._find(key, self.others)
        if at >= 0:
            self.verticalScrollBar().setValue(self._top(False, at) - self.viewport().height() // 2)

    def box_of(self, key: int) -> QRect:
        """Return where a row stands in the viewport; an empty box where it is not listed."""
        for in_red, rows in ((True, self.red), (False, self.others)):
            at = self._find(key, rows)
            if at >= 0:
                return self._box(in_red, at)
        return QRect()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        width = self.viewport().width()
        height = self._rows.heading_height
        if self.red:
            words = self.tr("LIFE AT RISK ({count})").format(count=len(self.red))
            self._rows.heading(painter, QRect(0, -self._y(), width, height), words, red=True)
            box = QRect(0, self._base() - height - self._y(), width, height)
            others = (
                self.tr("All others, by your filter")
                if self.others
                else self.tr("No others match your filter")
            )
            self._rows.heading(painter, box, others, red=False)
        for in_red, rows in ((True, self.red), (False, self.others)):
            first = max((self._y() - self._top(in_red, 0)) // self._rows.height, 0)
            for at in range(first, len(rows)):
                box = self._box(in_red, at)
                if box.top() > event.rect().bottom():
                    break
                if box.intersects(event.rect()):
                    self._paint_row(painter, box, rows[at], in_red=in_red)

    def _paint_row(self, painter: QPainter, box: QRect, row: ConversationRow, *, in_red: bool) -> None:
        chosen = row.id == self._key and in_red == self._in_red
        self._rows.row(painter, box, self._word(row), chosen=chosen, focused=chosen and self.hasFocus())

    # Moving about

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            page = max(self.viewport().height() // self._rows.height - 1, 1)
            self._step(page if key == Qt.Key.Key_PageDown else -page)
        elif key == Qt.Key.Key_Home:
            self._step(-len(self.red) - len(self.others))
            self.top_asked.emit()
        elif key == Qt.Key.Key_End:
            self._step(len(self.red) + len(self.others))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current is not None:
            self.opened.emit(self._key)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position().toPoint())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            in_red, row = found
            self.choose(row.id, in_red=in_red)
            self.opened.emit(row.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if (
            self.current is None
            and (self.red or self.others)
            and event.reason() != Qt.FocusReason.MouseFocusReason
        ):
            self._step(1)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._at(event.pos())
            QToolTip.showText(event.globalPos(), tip(self._word(found[1]).spoken) if found else "", self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._rows = RowPainter(self.font())
            self._measure()

    def _step(self, by: int) -> None:
        both = [(True, row.id) for row in self.red] + [(False, row.id) for row in self.others]
        if not both:
            return
        here = (self._in_red, self._key)
        at = both.index(here) + by if here in both else 0
        in_red, key = both[min(max(at, 0), len(both) - 1)]
        self.choose(key, in_red=in_red)

    def _bring_into_view(self) -> None:
        at = self._find(self._key, self.red if self._in_red else self.others)
        box = self._box(self._in_red, at)
        if at == 0 and self.red:
            box.setTop(box.top() - self._rows.heading_height)  # with the words of its section
        bar = self.verticalScrollBar()
        if box.top() < 0:
            bar.setValue(bar.value() + box.top())
        elif box.bottom() > self.viewport().height():
            bar.setValue(bar.value() + box.bottom() - self.viewport().height() + 1)

    def _say(self, row: ConversationRow) -> None:
        self.setAccessibleDescription(self._word(row).spoken)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # Geometry: everything follows from the number of rows

    def _y(self) -> int:
        return self.verticalScrollBar().value()

    def _base(self) -> int:
        """Where the others begin, below the red section and the two headings."""
        head = self._rows.heading_height
        return 2 * head + len(self.red) * self._rows.height if self.red else 0

    def _top(self, in_red: bool, at: int) -> int:
        start = self._rows.heading_height if in_red else self._base()
        return start + at * self._rows.height

    def _box(self, in_red: bool, at: int) -> QRect:
        return QRect(0, self._top(in_red, at) - self._y(), self.viewport().width(), self._rows.height)

    def _anchor(self) -> tuple[bool, int, int] | None:
        """The row that must not move, and where it stands: the chosen one, or else the first in view."""
        if self._y() == 0 and not self._key:
            return None  # nobody reads: the newest may come in from the top
        sections = ((self._in_red, self.red if self._in_red else self.others),)
        for in_red, rows in sections:
            at = self._find(self._key, rows)
            if at >= 0 and self._box(in_red, at).intersects(self.viewport().rect()):
                return in_red, self._key, self._box(in_red, at).top()
        for in_red, rows in ((False, self.others), (True, self.red)):
            at = max((self._y() - self._top(in_red, 0)) // self._rows.height, 0)
            if at < len(rows):
                return in_red, rows[at].id, self._box(in_red, at).top()
        return None

    def _at(self, point: QPoint) -> tuple[bool, ConversationRow] | None:
        for in_red, rows in ((True, self.red), (False, self.others)):
            at = (point.y() + self._y() - self._top(in_red, 0)) // self._rows.height
            if 0 <= at < len(rows):
                return in_red, rows[at]
        return None

    @staticmethod
    def _find(key: int, rows: Sequence[ConversationRow]) -> int:
        return next((at for at, row in enumerate(rows) if row.id == key), -1) if key else -1

    def _measure(self) -> None:
        bar = self.verticalScrollBar()
        whole = self._base() + len(self.others) * self._rows.height
        bar.setRange(0, max(whole - self.viewport().height(), 0))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._rows.height // 2)

    def _scroll_to(self, y: int) -> None:
        """Scroll there even where the rows alone would not reach: a short list stays as still as a long one."""
        bar = self.verticalScrollBar()
        bar.setMaximum(max(bar.maximum(), y))
        bar.setValue(y)

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)  # what is painted moves; only what comes in is painted

    @Slot()
    def _scrolled(self) -> None:
        if self.near_end:
            self.more_asked.emit()
        self.moved.emit()
