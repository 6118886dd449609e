"""How is a person asked to decide, in place and not in a dialog?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.views import style
from desktop.views.widgets.labels import Words


class Ask(QFrame):
    """A bar with a question, what else it needs (a reason, a time), and two buttons. Escape keeps things."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._then: Callable[[str], None] | None = None
        self._extra: QWidget | None = None
        self._needed = ""
        self.words, self.trouble = Words(), Words()
        self.reason = QLineEdit()
        self.yes, self.no = QPushButton(), QPushButton()
        self.yes.setProperty("kind", "primary")
        self.yes.clicked.connect(self._accept)
        self.no.clicked.connect(self.dismiss)
        self.reason.returnPressed.connect(self._accept)
        self._row = QHBoxLayout()
        self._row.setSpacing(style.GAP)
        for part in (self.reason, self.yes, self.no):
            self._row.addWidget(part)
        self._row.addStretch(0)
        box = QVBoxLayout(self)
        box.setContentsMargins(style.GAP * 2, style.GAP, style.GAP * 2, style.GAP)
        box.setSpacing(style.GAP // 2)
        box.addWidget(self.words)
        box.addLayout(self._row)
        box.addWidget(self.trouble)
        self.hide()

    def ask(
        self,
        words: str,
        yes: str,
        no: str,
        then: Callable[[str], None],
        *,
        reason: str = "",
        needed: str = "",
        extra: QWidget | None = None,
    ) -> None:
        """Ask; ``then`` gets the reason typed ("" where none was asked for).

        ``reason`` names the field for a reason; ``needed`` is what is said when it is left empty. ``extra``
        is a widget to fill in, shown before the buttons.
        """
        self._then, self._needed = then, needed
        self.words.setText(words)
        self.setAccessibleName(words)
        self.yes.setText(yes)
        self.no.setText(no)
        self.trouble.say("")
        self.reason.clear()
        self.reason.setVisible(bool(reason))
        self.reason.setPlaceholderText(reason)
        self.reason.setAccessibleName(reason or words)
        self._place(extra)
        self.show()
        (self.reason if reason else extra or self.yes).setFocus()

    def fail(self, words: str) -> None:
        """Say what stands in the way and keep asking."""
        self.trouble.say(words, "danger")

    @Slot()
    def dismiss(self) -> None:
        self._then = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), style.color("warning_surface"))
        painter.fillRect(0, 0, 4, self.height(), style.color("warning"))

    def _place(self, extra: QWidget | None) -> None:
        if self._extra is not None and self._extra is not extra:
            self._row.removeWidget(self._extra)
            self._extra.hide()
        self._extra = extra
        if extra is not None:
            self._row.insertWidget(0, extra)
            extra.show()

    @Slot()
    def _accept(self) -> None:
        if self._then is None:
            return
        if self._needed and not self.reason.text().strip():
            self.fail(self._needed)
            self.reason.setFocus()
            return
        then = self._then
        self.trouble.say("")
        then(self.reason.text().strip())
