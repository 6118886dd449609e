"""One start of the program, watched from inside: ``python -m tests.benchmarks.start_probe FOLDER``.

Prints when the card was painted, when real rows of the inbox were (both in epoch seconds), and the
resident memory in MB. The password is entered at once: a person's typing is not measured.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from desktop import app, config


class Watch(QObject):
    """Notes the first paint of the card and of the inbox's rows."""

    def __init__(self, running: app.Application) -> None:
        super().__init__()
        self.running = running
        self.card = 0.0
        running.entered.connect(self._entered)
        QTimer.singleShot(0, self._enter)
        self._looking = QTimer(self, interval=1)
        self._looking.timeout.connect(self._look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.card:
            self.card = time.time()
        return False

    def _enter(self) -> None:
        card = self.running._card  # there is one at once, from what was remembered of the last start
        if card is None:
            QTimer.singleShot(1, self._enter)
            return
        card.installEventFilter(self)
        QTimer.singleShot(0, self._sign_in)

    def _sign_in(self) -> None:
        if not self.card:  # painted first: that is what is measured
            QTimer.singleShot(1, self._sign_in)
            return
        self.running._sign_in("comms", "three random words")

    def _entered(self) -> None:
        self._looking.start()

    def _look(self) -> None:
        from desktop.views.inbox import InboxScreen

        screen = self.running.shell.current if self.running.shell is not None else None
        if isinstance(screen, InboxScreen) and screen.list.isVisible() and screen.list.seen_rows():
            self._looking.stop()
            screen.list.viewport().repaint()
            print(self.card, time.time(), _resident(), flush=True)
            self.running.window.close()


def _resident() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def main() -> None:
    application, running = app.start(config.read(data=Path(sys.argv[1])), sys.argv[:1])
    watch = Watch(running)
    running.window.closing.connect(application.quit)
    application.exec()
    del watch


if __name__ == "__main__":
    main()
