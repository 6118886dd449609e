"""When does a screen read anew, and what does it show while there is nothing to show?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import Denied, Refused, Unavailable
from desktop.views import style
from desktop.views.desk import Desk
from desktop.views.widgets.labels import Heading, Words


def words_of(error: Exception) -> str:
    """Return the error's own sentence where it has one."""
    if isinstance(error, Refused | Unavailable | Denied):
        return error.reason
    return f"{type(error).__name__}: {error}"


class Screen(QWidget):
    """A screen reads when it comes to the front and, while it is there, whenever its topic changes."""

    title = ""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True

    def shown(self) -> None:
        """Come to the front."""
        self._stale = False
        self.refresh()

    def refresh(self) -> None:
        """Read anew, off the interface thread."""
        raise TypeError(f"{type(self).__name__} does not say how it reads")

    def follow(self, *signals: SignalInstance) -> None:
        for signal in signals:
            signal.connect(self._changed)

    @Slot()
    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True


class States(QStackedWidget):
    """Its content, or a sentence in its place: loading, nothing there, or failed with a way to try again.

    Signals: ``again()`` when a person asks to try again.
    """

    again = Signal()

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = False
        self._heading, self._words = Heading(size=1.15), Words(tone="muted")
        self.button = QPushButton(self.tr("Try again"))
        self.button.clicked.connect(self.again)
        place = QWidget()
        box = QVBoxLayout(place)
        box.addStretch(2)
        for part in (self._heading, self._words):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.addWidget(part)
        box.addSpacing(style.GAP)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        self.addWidget(content)
        self.addWidget(place)
        self.loading()

    @property
    def words(self) -> str:
        """Return what is said in place of the content, "" while that is shown."""
        return "" if self.currentIndex() == 0 else f"{self._heading.text()} {self._words.text()}".strip()

    def loading(self) -> None:
        """Say so, the first time; what is shown already stays while it is read anew."""
        if not self._filled:
            self._say("", self.tr("Loading…"), False)

    def empty(self, heading: str, words: str) -> None:
        self._filled = True
        self._say(heading, words, False)

    def failed(self, error: Exception) -> None:
        self._say(self.tr("This could not be shown"), words_of(error), True)

    def ready(self) -> None:
        self._filled = True
        self.setCurrentIndex(0)

    def _say(self, heading: str, words: str, button: bool) -> None:
        self._heading.say(heading)
        self._words.say(words, "muted")
        self.button.setVisible(button)
        self.setCurrentIndex(1)
