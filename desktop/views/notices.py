"""How is a person told what happened or went wrong? In a bar, never a dialog."""

from __future__ import annotations

import logging

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.errors import Denied, Refused, Unavailable
from desktop.views import style

log = logging.getLogger(__name__)
STAYS = 8_000  # ms for good news; a warning stays until it is dismissed


class Notices(QWidget):
    """A one-line bar below the alarm bar; the newest notice replaces the one before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._dismiss = QPushButton(self.tr("Dismiss"))
        self._dismiss.setAccessibleName(self.tr("Dismiss this notice"))
        self._dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.GAP * 2, style.GAP // 2, style.GAP, style.GAP // 2)
        row.addWidget(self._words, 1)
        row.addWidget(self._dismiss)
        self._fade = QTimer(self, singleShot=True, interval=STAYS)
        self._fade.timeout.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text() if not self.isHidden() else ""

    def say(self, words: str) -> None:
        """Tell good news; it leaves by itself."""
        self._show(words, "ok")
        self._fade.start()

    def warn(self, words: str) -> None:
        """Tell what needs doing; it stays until dismissed."""
        self._fade.stop()
        self._show(words, "danger")

    @Slot(object)
    def failed(self, error: Exception) -> None:
        """Word an error: the environment's and the rules' own sentences, or that it is our fault."""
        if isinstance(error, Refused | Unavailable | Denied):
            self.warn(error.reason)
            return
        log.error("a task failed", exc_info=error)
        self.warn(
            self.tr(
                "Something went wrong in Blue Lamp itself ({kind}). What was stored is safe. Try again; "
                "if it happens again, tell your administrator."
            ).format(kind=type(error).__name__)
        )

    def _show(self, words: str, kind: str) -> None:
        palette = self.palette()
        palette.setColor(self.backgroundRole(), style.color(f"{kind}_surface"))
        palette.setColor(self.foregroundRole(), style.color(kind))
        self.setPalette(palette)
        self._words.setPalette(palette)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.show()
