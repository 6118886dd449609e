"""Is what was typed stored yet, and when will it be?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from desktop.errors import Denied, Refused
from desktop.tasks import Tasks

QUIET = 400  # ms after the last key
LONGEST = 2_000  # ms of typing without a pause
AGAIN = 5_000  # ms after a save that failed

Body = TypeVar("Body")


class Saving(QObject, Generic[Body]):
    """Saves one draft while it is typed: one save at a time, always the newest words.

    ``read`` returns the body as shown now (interface thread); ``write`` stores it and returns what the screen
    wants to know (worker thread).
    Signals: ``unsaved()``, ``saved(object result)``, ``failed(Exception)``.
    """

    unsaved = Signal()
    saved = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        read: Callable[[], Body],
        write: Callable[[Body], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._read, self._write = tasks, read, write
        self._typed = self._stored = 0  # revisions
        self._under_way = False
        self._waiting: list[Callable[[], None]] = []
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)

    @property
    def is_saved(self) -> bool:
        return self._typed == self._stored and not self._under_way

    @Slot()
    def touch(self) -> None:
        """Note that something was typed; it is saved when typing pauses, or after two seconds of it."""
        if self._typed == self._stored:
            self._since.start()
        self._typed += 1
        self.unsaved.emit()
        self._timer.start(max(0, min(QUIET, LONGEST - self._since.elapsed())))

    @Slot()
    def flush(self) -> None:
        """Save now if there is anything to save."""
        self._timer.stop()
        if self._under_way or self._typed == self._stored:
            return
        self._under_way, revision, body = True, self._typed, self._read()
        self._tasks.run(lambda: self._write(body), lambda result: self._done(revision, result), self._fail)

    def settle(self, then: Callable[[], None]) -> None:
        """Save what is open, then call ``then``; a save that fails does not call it."""
        if self.is_saved:
            then()
            return
        self._waiting.append(then)
        self.flush()

    def forget(self) -> None:
        """Drop what is not saved: the draft is gone, or another has taken its place."""
        self._timer.stop()
        self._stored = self._typed
        self._waiting.clear()

    def _done(self, revision: int, result: object) -> None:
        self._under_way = False
        self._stored = max(self._stored, revision)
        if self._typed != self._stored:
            self._since.start()
            self._timer.start(0 if self._waiting else QUIET)
            return
        self.saved.emit(result)
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _fail(self, error: Exception) -> None:
        self._under_way = False
        self._waiting.clear()
        if not isinstance(error, Refused | Denied):
            self._timer.start(AGAIN)
        self.failed.emit(error)
