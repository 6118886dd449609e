"""How is text from people shown so that it is only ever text?

Qt guesses rich text in labels and tool tips, which would load remote images: these never do.
"""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.views import style


def tip(words: str) -> str:
    """Return ``words`` as a tool tip that shows them literally."""
    return f"<span style='white-space:pre-wrap'>{html.escape(words)}</span>" if words else ""


class Words(QLabel):
    """Plain text in one of the scheme's tones ("" for the ordinary one)."""

    def __init__(
        self, words: str = "", *, tone: str = "", wrap: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(words)
        self._paint()

    def say(self, words: str, tone: str = "") -> None:
        """Show ``words`` in ``tone``; nothing to say hides the label."""
        self._tone = tone
        self.setText(words)
        self.setVisible(bool(words))
        self._paint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._paint()

    def _paint(self) -> None:
        wanted = style.color(self._tone or "text")
        palette = self.palette()
        if palette.color(self.foregroundRole()) != wanted:
            palette.setColor(self.foregroundRole(), wanted)
            self.setPalette(palette)


class Heading(Words):
    """A heading of a screen or of a part of it."""

    def __init__(self, words: str = "", *, size: float = 1.35, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self.setFont(style.title_font(self.font(), size=size))


class Elided(Words):
    """One line, cut with an ellipsis where it does not fit; the whole in the tool tip."""

    def __init__(self, words: str = "", *, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, tone=tone, wrap=False, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(tip(words))

    def setText(self, words: str) -> None:
        super().setText(words)
        self.setToolTip(tip(words))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(self.palette().color(self.foregroundRole())))
        one_line = " ".join(self.text().split())
        shown = self.fontMetrics().elidedText(one_line, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
