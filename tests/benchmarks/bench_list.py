"""How quick and how still is the inbox's window, with 100,000 messages stored?

    python -m tests.benchmarks.bench_list [messages]

Each line stands beside its target; the floor is the same event on an empty window of the same size, and
for the arrivals the same timer while nothing arrives. A busy machine shows in both.
"""

from __future__ import annotations

import gc
import os
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from desktop.models import Actor, Person, Role, schema
from desktop.models.database import Database, sqlite_url
from desktop.views import style
from desktop.views.desk import Desk
from desktop.views.inbox import InboxScreen
from tests.benchmarks.bench_inbox import fill
from tests.views.publishing_desk import desk_of

ROUNDS = 20
STEPS = 400
ARRIVALS = 1_000
TICK = 5  # ms


class Empty(QAbstractScrollArea):
    """Scrolls and paints nothing: the floor."""

    def paintEvent(self, event: QPaintEvent) -> None:
        pass


class Ticks:
    """How long the interface thread was busy at a time, by a timer that wants to tick every ``TICK`` ms."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.worked: list[float] = []  # of each gap, what this thread worked: the rest waited for a core
        self._last, self._busy = time.perf_counter(), time.thread_time()
        self._timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        at, busy = time.perf_counter(), time.thread_time()
        self.gaps.append((at - self._last) * 1000)
        self.worked.append((busy - self._busy) * 1000)
        self._last, self._busy = at, busy


def line(name: str, values: list[float], target: float, *, at: float, floor: float | None = None) -> None:
    """Print the median and the ``at`` quantile, which is what the target is for."""
    ordered = sorted(values)
    worst = ordered[min(int(len(ordered) * at), len(ordered) - 1)]
    beside = f"{floor:8.2f}" if floor is not None else f"{'':>8}"
    met = "met" if worst <= target else "MISSED"
    print(f"{name:<46} {statistics.median(ordered):8.1f} {worst:8.1f} {beside}   <= {target:g} ms {met}")


def p99(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.99)]


def wait(until: Callable[[], bool], seconds: float = 20) -> None:
    end = time.perf_counter() + seconds
    while not until():
        QApplication.processEvents()
        if time.perf_counter() > end:
            raise TimeoutError
        time.sleep(0.0005)


def first_rows(desk: Desk) -> list[float]:
    """From asking for the list to its rows on the screen."""
    found = []
    for _ in range(ROUNDS + 1):
        screen = InboxScreen(desk)
        screen.resize(1166, 700)
        screen.show()
        QApplication.processEvents()
        began = time.perf_counter()
        screen.shown()
        wait(lambda made=screen: bool(made.list.others) and made.list.isVisible())  # type: ignore[misc] # bound now
        screen.list.viewport().repaint()
        found.append((time.perf_counter() - began) * 1000)
        wait(lambda made=screen: len(made.list.others) > 100)  # type: ignore[misc] # bound now
        screen.close()
        screen.deleteLater()
        QApplication.processEvents()
    return found[1:]  # the first also reads fonts and modules: see bench_start


def wheel(area: QAbstractScrollArea) -> tuple[list[float], list[float]]:
    """Return how long each step took until it was painted, and how much of that this thread worked."""
    return timed(STEPS, lambda _step: turn(area))


def timed(steps: int, act: Callable[[int], None]) -> tuple[list[float], list[float]]:
    took, worked = [], []
    for step in range(steps):
        began, busy = time.perf_counter(), time.thread_time()
        act(step)
        QApplication.processEvents()  # paints, and takes the pages that came
        took.append((time.perf_counter() - began) * 1000)
        worked.append((time.thread_time() - busy) * 1000)
    return took, worked


def turn(area: QAbstractScrollArea) -> None:
    view = area.viewport()
    middle = QPointF(view.width() / 2, view.height() / 2)
    event = QWheelEvent(
        middle,
        view.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def jumps(screen: InboxScreen) -> tuple[list[float], list[float]]:
    """To places all over what is loaded, and the rows there painted."""
    bar = screen.list.verticalScrollBar()
    return timed(60, lambda step: bar.setValue(bar.maximum() * ((step * 37) % 100) // 100))


def write(file: str, told: Callable[[str], None], *, pause: float) -> None:
    """Store new conversations one by one, as a collector does, and tell of each."""
    with closing(sqlite3.connect(file, timeout=30, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=FULL")
        for number in range(ARRIVALS):
            at = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
            connection.execute("BEGIN IMMEDIATE")
            cursor = connection.execute(
                "INSERT INTO conversation (account_id, key, author_id, direct, state, attention, first_at, last_at,"
                " snippet, author_name, message_count, unseen, edition, close_code)"
                " VALUES (1, ?, 1, 0, 'open', 1, ?, ?, 'is the road open?', 'Ann', 1, 1, 1, '')",
                (f"new-{number}", at, at),
            )
            connection.execute(
                "INSERT INTO message (conversation_id, account_id, author_id, network_id, kind, outgoing, text, language,"
                " url, links, attachments, reply_to, received_at, captured_at, attention)"
                " VALUES (?, 1, 1, ?, 'mention', 0, 'is the road open?', 'en', '', '[]', '[]', '', ?, ?, 1)",
                (cursor.lastrowid, f"new-{number}", at, at),
            )
            connection.execute("COMMIT")
            told("inbox")
            time.sleep(pause)


def arrivals(screen: InboxScreen, database: Database) -> tuple[Ticks, bool, int]:
    """Return the ticks while 1,000 arrive, whether all stood still, and how many were said to be new."""
    screen.list.choose(screen.list.others[40].id)
    screen.open(screen.list.others[40].id)
    wait(lambda: screen.conversation.opened is not None)
    settle(600)
    before = {row.id: screen.list.box_of(row.id) for row in screen.list.seen_rows()}
    writer = threading.Thread(
        target=write,
        args=(str(database.engine.url.database), screen.desk.changes.tell),
        kwargs={"pause": 0.004},
    )
    ticks = Ticks()
    writer.start()
    wait(lambda: not writer.is_alive(), seconds=120)
    settle(600)
    ticks.stop()
    after = {key: screen.list.box_of(key) for key in before}
    return ticks, before == after, len(screen.pane.listing.arrived)


def settle(milliseconds: int) -> None:
    end = time.perf_counter() + milliseconds / 1000
    wait(lambda: time.perf_counter() > end)


def run(database: Database, by: Actor, folder: Path) -> None:
    with desk_of(database, by, folder) as desk:
        print(f"{'':<46} {'median':>8} {'worst':>8} {'floor':>8}   target")
        line("first rows on the screen (p95)", first_rows(desk), 50, at=0.95)
        empty = Empty()
        empty.resize(400, 500)
        empty.verticalScrollBar().setRange(0, 1_000_000)
        empty.show()
        least = statistics.median(wheel(empty)[0])
        screen = InboxScreen(desk)
        screen.resize(1166, 700)
        screen.show()
        screen.shown()
        wait(lambda: len(screen.list.others) > 100)
        for name, (took, worked), target in (
            ("wheel step, pages coming in", wheel(screen.list), 16),
            ("jump", jumps(screen), 20),
        ):
            line(f"{name} (p99)", took, target, at=0.99, floor=least)
            line("  of it worked by the interface thread", worked, target, at=0.99)
        quiet = Ticks()
        settle(2_000)
        quiet.stop()
        ticks, still, told = arrivals(screen, database)
        line(
            f"{ARRIVALS:,} arrivals while reading: frame (p99)",
            ticks.gaps,
            16,
            at=0.99,
            floor=p99(quiet.gaps),
        )
        line("  the longest", ticks.gaps, 32, at=1.0, floor=max(quiet.gaps))
        line("  the longest the interface thread worked", ticks.worked, 32, at=1.0)
        print(f"  {'nothing moved' if still else 'SOMETHING MOVED'}; said to be new: {told}")
        screen.close()


def main(messages: int = 100_000) -> None:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    style.apply(app)
    with tempfile.TemporaryDirectory() as folder:
        database = Database(sqlite_url(Path(folder) / "bench.db"))
        schema.upgrade(database)
        fill(database, messages)
        with database.session() as session:
            person = Person(username="comms", name="Priya", role=Role.COMMS, created_at=datetime.now(UTC))
            session.add(person)
            session.flush()
            by = Actor(person.id, "comms", "Priya", Role.COMMS)
        gc.collect()
        gc.freeze()  # what filling left behind is no part of what is measured
        print(f"the inbox's window, {messages:,} messages stored")
        run(database, by, Path(folder))
        database.close()


if __name__ == "__main__":
    main(*(int(number) for number in sys.argv[1:]))
