"""How does a field of a form look: its name, the field, and beside it what is wrong with what was typed?"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.views import style
from desktop.views.widgets.labels import Words


class Labelled(QWidget):
    """One field. ``fail`` says what is wrong with it; what was typed stays."""

    def __init__(self, words: str, part: QWidget, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        self.name = words.replace("&", "")
        self.label, self.hint, self.trouble = Words(words), Words(hint, tone="muted"), Words()
        font = self.label.font()
        font.setBold(True)
        self.label.setFont(font)
        self.label.setBuddy(part)
        part.setAccessibleName(self.name)
        part.setAccessibleDescription(hint)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(style.GAP // 4)
        for row in (self.label, part, self.hint, self.trouble):
            box.addWidget(row)
        self.hint.setVisible(bool(hint))
        self.trouble.hide()

    def fail(self, words: str) -> None:
        """Say what is wrong and put the cursor there; nothing to say clears it."""
        self.trouble.say(words, "danger")
        self.hint.setVisible(bool(self.hint.text()) and not words)
        if words:
            self.part.setFocus()


def line(*, secret: bool = False, longest: int = 300, placeholder: str = "") -> QLineEdit:
    """Return a field for one line; a ``secret`` one shows dots."""
    edit = QLineEdit()
    edit.setMaxLength(longest)
    edit.setPlaceholderText(placeholder)
    if secret:
        edit.setEchoMode(QLineEdit.EchoMode.Password)
    return edit


def button(words: str, kind: str = "") -> QPushButton:
    """Return a button; ``kind`` is "primary", "danger" or ""."""
    made = QPushButton(words)
    if kind:
        made.setProperty("kind", kind)
    return made


def buttons(*parts: QPushButton) -> QHBoxLayout:
    """Return a row of buttons, from the left."""
    row = QHBoxLayout()
    row.setSpacing(style.GAP)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
