"""How does work leave the interface thread, and how does its result come back to it?"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

log = logging.getLogger(__name__)
T = TypeVar("T")


class Tasks(QObject):
    """The only door off the interface thread.

    Signals: ``failed(Exception)`` for work that failed and named no other way; ``busy(int)`` with
    the number of pieces under way; ``closing()`` before it waits for the last ones: work that itself waits
    for somebody gives up.
    """

    failed = Signal(object)
    busy = Signal(int)
    closing = Signal()
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None, *, threads: int = 4) -> None:
        super().__init__(parent)
        self._threads = threads
        self._open, self._closed = 0, False
        self._ended.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor  # imported after the first paint

        return ThreadPoolExecutor(self._threads, thread_name_prefix="task")

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], Any] | None = None,
        failed: Callable[[Exception], Any] | None = None,
    ) -> None:
        """Run ``work`` on a worker thread; ``then`` (or ``failed``) on this one, in the order they end.

        ``work`` sees no widget, ``then`` sees no session. A widget that is gone by then is not called.
        After ``close`` nothing runs: a screen that is being closed asks in vain.
        """
        if self._closed:
            return
        self._open += 1
        self.busy.emit(self._open)
        self._pool.submit(work).add_done_callback(lambda future: self._ended.emit((future, then, failed)))

    def close(self) -> None:
        """Wait for what is under way and take nothing more."""
        self.closing.emit()
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    @Slot(object)
    def _settle(
        self, ended: tuple[Future[Any], Callable[[Any], Any] | None, Callable[[Exception], Any] | None]
    ) -> None:
        future, then, failed = ended
        self._open -= 1
        self.busy.emit(self._open)
        if future.cancelled():
            return
        error = future.exception()
        try:
            if isinstance(error, Exception):
                self._tell(error, failed)
            elif then is not None:
                then(future.result())
        except RuntimeError as gone:
            # The screen was closed while its work ran: shiboken's own words for a widget or signal that is gone.
            if "deleted" not in str(gone):
                raise

    def _tell(self, error: Exception, failed: Callable[[Exception], Any] | None) -> None:
        if failed is not None:
            failed(error)
        else:
            self.failed.emit(error)
