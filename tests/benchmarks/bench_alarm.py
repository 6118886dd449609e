"""How long from a message at the network's server to the alarm on screen, idle and under load?

The practice network runs as a process of its own; the window's engine polls it as it does by default.
"Our own part" runs from the answer of the network to the painted bar. The interface thread is watched by
a 5 ms timer meanwhile: a gap beyond it is time in which nobody could type.
"""

from __future__ import annotations

import gc
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.accounts import rows as accounts
from desktop.accounts.connectors import Connectors
from desktop.changes import Changes
from desktop.models import Actor, Person, Role, Setting, schema
from desktop.models.database import Database, sqlite_url
from desktop.networks.mastodon import MastodonConnector
from desktop.networks.protocol import NetworkName
from desktop.publishing import steps
from desktop.records import people
from desktop.records import settings as force_settings
from desktop.tasks import Tasks
from desktop.vault import MemoryKeys, Vault
from desktop.views.alarm_bar import AlarmBar
from desktop.views.desk import Desk
from desktop.views.notices import Notices
from desktop.worker import Engine

EMERGENCY = "he's got a knife and he's kicking the door in, please hurry, we're upstairs at number 14"
CALM = "is the road at Brackenford open again? we waited an hour on the diversion"
IDLE, LOADED = 15, 10  # emergencies
RATE = 100  # messages a second under load
TICK = 5  # ms


@contextmanager
def network() -> Iterator[tuple[str, str]]:
    """Run the practice network; its address and the force's token."""
    command = [sys.executable, "-m", "desktop.practice"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            ready = json.loads(server.stdout.readline().removeprefix("READY "))
            yield ready["url"], ready["tokens"]["force"]
        finally:
            server.terminate()


def say(url: str, who: str, words: str) -> None:
    body = json.dumps({"persona": who, "text": f"@force {words}"}).encode()
    request = urllib.request.Request(
        f"{url}/_practice/say", body, {"Content-Type": "application/json"}, method="POST"
    )
    urllib.request.urlopen(request).close()


class Bench:
    """A desk with nothing but the alarm bar, and the engine behind it."""

    def __init__(self, folder: Path, url: str, token: str) -> None:
        self.url = url
        self.database = Database(sqlite_url(folder / "bench.db"))
        schema.upgrade(self.database)
        vault = Vault(keys=MemoryKeys())
        credentials = json.dumps({"access_token": token})
        with self.database.session() as session:
            session.add(Setting(name="control_room_phone", value="01632 960 112"))
            person = Person(username="op", name="Dawn Okafor", role=Role.OPERATOR, created_at=_now())
            session.add(person)
            session.flush()
            by = Actor(person.id, "op", "Dawn Okafor", Role.OPERATOR)
            connector = MastodonConnector(url, credentials)
            accounts.save(
                session, people.service_actor(session), connector.check(), NetworkName.MASTODON, url, credentials,
                vault.public_key(),
            )  # fmt: skip
            connector.close()
            settings = force_settings.read(session)
        self.tasks, self.changes = Tasks(), Changes()
        self.connectors = Connectors(self.database, vault)
        desk = Desk(
            self.database, self.tasks, self.changes, Notices(), by, settings, vault, self.connectors, folder
        )
        self.window = QWidget()
        self.window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.bar = AlarmBar(desk)
        QVBoxLayout(self.window).addWidget(self.bar)
        self.window.resize(1366, 200)
        self.window.show()
        self.engine = Engine(self.database, vault, self.connectors, kind="window", told=self.changes.tell)
        self.fetched = 0.0
        steps.fault_point = self._passed
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._ticker = QTimer(self.window, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._ticker.timeout.connect(self._tick)

    def _passed(self, name: str) -> None:
        if name == "after_fetch":
            self.fetched = time.perf_counter()

    def _tick(self) -> None:
        at = time.perf_counter()
        self.gaps.append((at - self._last) * 1000 - TICK)
        self._last = at

    def watch(self) -> None:
        self.gaps, self._last = [], time.perf_counter()
        self._ticker.start()

    def until(self, look: Callable[[], bool], seconds: float = 60) -> None:
        loop, end = QEventLoop(), time.perf_counter() + seconds

        def check() -> None:
            if look() or time.perf_counter() > end:
                loop.quit()

        timer = QTimer(interval=2, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(check)
        timer.start()
        loop.exec()

    def emergency(self, number: int) -> tuple[float, float]:
        """Let one more person be in danger; ms from the server's acceptance, and our own part of it."""
        who = f"danger{number}x"  # their alarm names them
        say(self.url, who, f"{EMERGENCY} ({number})")
        said = time.perf_counter()
        self.until(lambda: any(who in alarm.words for alarm in self.bar.alarms))
        QApplication.processEvents()
        painted = time.perf_counter()
        return (painted - said) * 1000, (painted - self.fetched) * 1000

    def run(self, name: str, count: int, own_target: float) -> None:
        """Measure ``count`` emergencies at random moments."""
        dice = random.Random(count)
        whole, own = [], []
        self.watch()
        for number in range(count):
            pause = time.perf_counter() + dice.uniform(0.2, 1.5)
            self.until(lambda pause=pause: time.perf_counter() > pause)  # type: ignore[misc] # bound at once
            everything, ours = self.emergency(number + 1000 * count)
            whole.append(everything)
            own.append(ours)
        self._ticker.stop()
        print(f"  {name}")
        _line("message at the server to alarm painted", whole, 10_000)
        _line("  of that, our own part", own, own_target)
        _line("  interface thread blocked", self.gaps, 16)
        print(f"      longest {max(self.gaps):.1f} ms <= 50 ms {'met' if max(self.gaps) <= 50 else 'MISSED'}")

    def close(self) -> None:
        self.engine.stop()
        self.tasks.close()
        self.connectors.close()
        self.database.close()


def _line(name: str, values: list[float], target: float) -> None:
    found = sorted(values)
    p50, p99 = found[len(found) // 2], found[min(int(len(found) * 0.99), len(found) - 1)]
    verdict = "met" if p99 <= target else "MISSED"
    print(f"    {name:40} p50 {p50:8.1f} ms   p99 {p99:8.1f} ms   <= {target:g} ms {verdict}")


def _now() -> object:
    from desktop.clock import now

    return now()


def crowd(url: str, stop: threading.Event) -> None:
    """Let ``RATE`` calm messages a second arrive."""
    number = 0
    while not stop.wait(1 / RATE):
        number += 1
        say(url, f"calm{number % 200}", f"{CALM} {number}")


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder, network() as (url, token):
        bench = Bench(Path(folder), url, token)
        bench.engine.start()
        bench.until(lambda: bench.fetched > 0)
        gc.freeze()  # as the window does once it stands
        print("message at the server to alarm on screen (polling)")
        bench.run("idle", IDLE, 150)
        stop = threading.Event()
        crowds = [threading.Thread(target=crowd, args=(url, stop)) for _ in range(1)]
        for thread in crowds:
            thread.start()
        bench.run(f"with up to {RATE} messages a second arriving", LOADED, 400)
        stop.set()
        for thread in crowds:
            thread.join()
        bench.close()


if __name__ == "__main__":
    main()
