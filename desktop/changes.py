"""What changed, as signals every screen can hear, whichever process changed it?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

TOPICS = ("posts", "inbox", "handovers", "alarms", "accounts", "people", "engine")


class Changes(QObject):
    """One place that tells every screen what changed.

    Signals: one a topic, after the change is stored. ``tell`` may be called from any thread.
    """

    posts_changed = Signal()
    inbox_changed = Signal()
    handovers_changed = Signal()
    alarms_changed = Signal()
    accounts_changed = Signal()
    people_changed = Signal()
    engine_changed = Signal()
    _told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pending: set[str] = set()
        self._told.connect(self._gather)
        # Many changes in one burst repaint once.
        self._burst = QTimer(self, singleShot=True, interval=15)
        self._burst.timeout.connect(self._spread)

    def tell(self, *topics: str) -> None:
        """Tell that something of each of ``topics`` changed; any thread."""
        for topic in topics:
            if topic not in TOPICS:
                raise ValueError(f"no such topic: {topic}")
            self._told.emit(topic)

    @Slot(str)
    def _gather(self, topic: str) -> None:
        self._pending.add(topic)
        if not self._burst.isActive():
            self._burst.start()

    @Slot()
    def _spread(self) -> None:
        pending, self._pending = self._pending, set()
        for topic in TOPICS:
            if topic in pending:
                getattr(self, f"{topic}_changed").emit()


class Watch(QObject):
    """Notices what other processes changed: reads the newest audit entries off the interface thread.

    ``newest`` returns (sequence number, subjects since the number given); it runs on a worker thread.
    ``seen`` is the number that the screens were last read at; -1 to begin with the newest.
    """

    def __init__(
        self,
        changes: Changes,
        run: Callable[..., None],
        newest: Callable[[int], tuple[int, set[str]]],
        parent: QObject | None = None,
        *,
        every: int = 1000,
        seen: int = -1,
    ) -> None:
        super().__init__(parent)
        self._changes, self._run, self._newest = changes, run, newest
        self._seen, self._asking = seen, False
        self._timer = QTimer(self, interval=every)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        if not self._asking:
            self._asking = True
            seen = self._seen
            self._run(lambda: self._newest(seen), self._compare, self._missed)

    def stop(self) -> None:
        self._timer.stop()

    def _compare(self, found: tuple[int, set[str]]) -> None:
        self._asking = False
        newest, topics = found
        if self._seen >= 0 and newest > self._seen:
            self._changes.tell(*topics)
        self._seen = newest

    def _missed(self, _error: Exception) -> None:
        # A read that failed is asked again at the next tick; acts report their own failures.
        self._asking = False
