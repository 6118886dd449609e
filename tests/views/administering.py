"""What the tests of the administrative screens share: a screen at work, and a walk over its accessible names."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.models.database import Database
from desktop.records import audit
from desktop.views.widgets.ask import Ask
from desktop.views.widgets.screen import Screen

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)


def sit(screen: Screen, qtbot: QtBot) -> None:
    """Bring ``screen`` to the front and wait until it has read."""
    qtbot.addWidget(screen)
    screen.resize(1166, 768)
    screen.show()
    screen.shown()
    states = screen.states  # type: ignore[attr-defined] # each of these screens has it
    qtbot.waitUntil(lambda: "Loading" not in states.words)


def nameless(screen: QWidget) -> list[str]:
    """Return the controls that a screen reader could not name."""
    found = []
    for part in screen.findChildren(QWidget):
        if not isinstance(part, CONTROLS) or _is_qts_own(part):
            continue
        text = part.text() if isinstance(part, QAbstractButton) else ""
        if not part.accessibleName() and not text:
            found.append(f"{type(part).__name__} in {type(part.parent()).__name__}")
    return found


def actions(database: Database) -> list[str]:
    """Return the actions in the audit, newest first."""
    with database.reading() as session:
        return [row.action for row in audit.entries(session)]


def _is_qts_own(part: QWidget) -> bool:
    """Whether Qt made it inside another control, which has the name, or nobody is being asked there."""
    inside = part.parent()
    if isinstance(inside, Ask):
        return inside.isHidden()
    if part.objectName().startswith("qt_") or isinstance(inside, CONTROLS):
        return True
    return type(inside).__name__ == "QFrame" and isinstance(part, QAbstractItemView)  # a list that drops down
