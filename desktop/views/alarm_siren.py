"""When does an alarm sound again?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop.tasks import Tasks
from desktop.views import alarm_sound
from desktop.views.widgets.screen import words_of

EVERY = 10_000  # ms between two soundings
LOUD = 2  # the lowest level that sounds


class Siren(QObject):
    """Sounds the level it was given until it is given less. Signals: ``silent(str why)``, "" once it is heard."""

    silent = Signal(str)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._playing, self._level = tasks, False, 0
        self.soundings = 0  # begun so far
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._play)

    @property
    def level(self) -> int:
        """Return the level that sounds, 0 for none."""
        return self._level

    def sound(self, level: int) -> None:
        """Sound ``level`` at once and every ten seconds from then on; a level below 2 is silent."""
        level = level if level >= LOUD else 0
        louder, self._level = level > self._level, level
        if not level:
            self._timer.stop()
        elif louder or not self._timer.isActive():
            self.hurry()

    def hurry(self) -> None:
        """Sound at once if anything sounds."""
        if self._level:
            self._timer.start()
            self._play()

    @Slot()
    def _play(self) -> None:
        if self._playing:
            return
        self._playing = True
        self.soundings += 1
        self._tasks.run(partial(alarm_sound.play, self._level), self._heard, self._unheard)

    def _heard(self, _none: None) -> None:
        self._playing = False
        self.silent.emit("")

    def _unheard(self, error: Exception) -> None:
        self._playing = False
        QApplication.beep()  # the most a computer without a player can do; it may be mute as well
        self.silent.emit(words_of(error))
