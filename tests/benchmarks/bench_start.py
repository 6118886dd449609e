"""How long from exec to a first usable window, beside an empty PySide6 window in the same run?

The workspace holds ``MESSAGES`` messages. A person's own typing of the password is not counted: the
probe enters it at once.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MESSAGES = int(os.environ.get("BENCH_MESSAGES", "100000"))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "7"))

EMPTY = """
import sys, time
from PySide6.QtWidgets import QApplication, QWidget
from PySide6.QtCore import QTimer
app = QApplication(sys.argv)
class Empty(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.time(), flush=True)
        QTimer.singleShot(0, app.quit)
window = Empty(); window.resize(1366, 768); window.show(); app.exec()
"""


def empty() -> float:
    """Milliseconds from exec to the paint of an empty window."""
    began = time.time()
    out = subprocess.run(
        [sys.executable, "-c", EMPTY], capture_output=True, text=True, timeout=60, check=True
    )
    return (float(out.stdout.split()[0]) - began) * 1000


def ours(folder: Path) -> tuple[float, float, float]:
    """Milliseconds from exec to the card, and to painted inbox rows; and the resident memory in MB."""
    began = time.time()
    command = [sys.executable, "-m", "tests.benchmarks.start_probe", str(folder)]
    out = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    card, rows, memory = (float(word) for word in out.stdout.split()[:3])
    return (card - began) * 1000, (rows - began) * 1000, memory


def fill(folder: Path) -> None:
    """Make a workspace with MESSAGES messages and one person who can sign in."""
    from desktop.models import schema
    from desktop.models.database import Database, sqlite_url
    from desktop.records import people
    from tests.benchmarks.bench_inbox import fill as fill_inbox
    from tests.conftest import PASSWORD

    database = Database(sqlite_url(folder / "bluelamp.db"))
    schema.upgrade(database)
    with database.session() as session:
        admin = people.first_run(
            session, force_name="Bench", phone="01632 960 112", name="B", username="bench", password=PASSWORD
        )
        from desktop.models import Role

        people.add(session, admin, username="comms", name="C", role=Role.COMMS, password=PASSWORD)
    fill_inbox(database, MESSAGES)
    database.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder))
        ours(Path(folder))  # remembers the force's name, as any start but the first finds it
        floors, cards, rows, memories = [], [], [], []
        for _ in range(ROUNDS):
            floors.append(empty())
            card, row, memory = ours(Path(folder))
            cards.append(card)
            rows.append(row)
            memories.append(memory)
    floor = statistics.median(floors)
    print(f"start, {MESSAGES:,} messages stored, medians of {ROUNDS}")
    print(f"  empty PySide6 window, exec to painted      {floor:7.0f} ms")
    for name, values in (("sign-in card painted", cards), ("inbox rows painted, sign-in included", rows)):
        median = statistics.median(values)
        print(f"  {name:42} {median:7.0f} ms   {median / floor:.2f} x empty (target 1.80)")
    print(f"  resident memory                            {statistics.median(memories):7.0f} MB (target 150)")


if __name__ == "__main__":
    main()
