"""How is plain text shown with parts of it marked, as tall as its words?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, QSizeF, Qt, Slot
from PySide6.QtGui import QTextCharFormat, QTextOption
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from desktop.views import style


@dataclass(frozen=True)
class Span:
    """One stretch of text. ``mark``: "" plain, "link", "added" or "removed"."""

    text: str
    mark: str = ""


def _link(shape: QTextCharFormat) -> None:
    shape.setForeground(style.color("accent"))


def _added(shape: QTextCharFormat) -> None:
    shape.setForeground(style.color("ok"))
    shape.setBackground(style.color("ok_surface"))
    shape.setFontUnderline(True)


def _removed(shape: QTextCharFormat) -> None:
    shape.setForeground(style.color("danger"))
    shape.setBackground(style.color("danger_surface"))
    shape.setFontStrikeOut(True)


# Marks differ by underline and strike too, never by colour alone (WCAG 1.4.1).
_MARKS: dict[str, Callable[[QTextCharFormat], None]] = {"link": _link, "added": _added, "removed": _removed}


class SpanText(QTextEdit):
    """Read-only text with marked spans; it grows with its words and never scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: tuple[Span, ...] = ()
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setStyleSheet("QTextEdit { border: none; background: transparent; padding: 0; }")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def show_spans(self, spans: Iterable[Span]) -> None:
        self._spans = tuple(spans)
        self._write()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._spans:
            self._write()

    def _write(self) -> None:
        self.clear()
        cursor = self.textCursor()
        cursor.beginEditBlock()  # laid out once, not after each span
        for span in self._spans:
            shape = QTextCharFormat()
            shape.setForeground(style.color("text"))
            if span.mark:
                _MARKS[span.mark](shape)
            cursor.insertText(span.text, shape)
        cursor.endEditBlock()

    def _height(self) -> int:
        return int(self.document().size().height()) + 2

    @Slot(QSizeF)
    def _grow(self, _size: QSizeF) -> None:
        self.setFixedHeight(self._height())
