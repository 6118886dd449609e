"""How does the walkthrough use the window: click, type, wait, take a picture, and say what was done?"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
STEP = 40  # ms between two looks


class Failed(Exception):
    """A step did not happen; the text says which."""


class Player:
    """A pair of hands at one window. ``pictures`` is the folder for the screenshots."""

    def __init__(self, window: QWidget, pictures: Path) -> None:
        self.window, self.pictures = window, pictures
        self._number = 0
        pictures.mkdir(parents=True, exist_ok=True)

    def tell(self, words: str) -> None:
        """Write one line of the transcript, with the time on the wall."""
        print(f"{datetime.now().astimezone():%H:%M:%S}  {words}", flush=True)

    def pause(self, milliseconds: int) -> None:
        # Not QTest.qWait: it keeps the interpreter's lock, and the worker threads starve.
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until(self, what: str, look: Callable[[], T | None], seconds: float = 20) -> T:
        """Wait until ``look`` answers something true, and return it; raises ``Failed`` naming ``what``."""
        end = time.monotonic() + seconds
        while not (found := look()):
            if time.monotonic() > end:
                self.picture("failed")
                raise Failed(f"{what}: not within {seconds:g} seconds")
            self.pause(STEP)
        return found

    def click(self, button: QAbstractButton) -> None:
        """Press a button once it may be pressed."""
        words = button.text() or button.accessibleName()
        self.until(f"the button “{words}”", lambda: button.isVisible() and button.isEnabled())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def write(self, field: QLineEdit | QPlainTextEdit, words: str) -> None:
        """Put the cursor into a field and type; what stood there is replaced."""
        self.until("a field to write in", field.isVisible)
        field.setFocus()
        field.selectAll()
        if words.isascii():
            QTest.keyClicks(field, words)
        elif isinstance(field, QLineEdit):
            field.insert(words)  # keys of other scripts come by an input method
        else:
            field.insertPlainText(words)

    def press(self, keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys on whatever has the focus."""
        self.window.activateWindow()  # on a virtual screen no window manager does
        self.until("the window to be active", self.window.isActiveWindow)
        QTest.keyClick(QApplication.focusWidget() or self.window, keys, modifier)

    def button(self, words: str, within: QWidget | None = None) -> QAbstractButton:
        """Find the visible button that says ``words`` (or is named so)."""

        def look() -> QAbstractButton | None:
            for found in (within or self.window).findChildren(QAbstractButton):
                if found.isVisible() and words in (found.text(), found.accessibleName()):
                    return found
            return None

        return self.until(f"a button “{words}”", look)

    def part(self, kind: type[W]) -> W:
        """Find the visible part of the window of this kind."""

        def look() -> W | None:
            return next((one for one in self.window.findChildren(kind) if one.isVisible()), None)

        return self.until(f"the {kind.__name__}", look)

    def picture(self, name: str) -> None:
        """Save what the window shows now."""
        self.pause(150)
        self._number += 1
        self.window.grab().save(str(self.pictures / f"{self._number:02d}-{name}.png"))
