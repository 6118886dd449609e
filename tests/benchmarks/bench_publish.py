"""How long from the due instant to the request on the wire, and how many posts a second?

    python -m tests.benchmarks.bench_publish [posts of the throughput run]

The floor of the throughput is the same requests sent bare by the same HTTP client, as many at once, in
the same run. Every attempt of ours is written and durable (synchronous FULL) before its request leaves.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from desktop import clock
from desktop.accounts import rows as accounts
from desktop.accounts.connectors import Connectors
from desktop.models import (
    Actor,
    Approval,
    ContentClass,
    Person,
    Post,
    PostStage,
    Publication,
    PublicationState,
    Purpose,
    Role,
    Variant,
    Version,
    schema,
)
from desktop.models.database import Database, sqlite_url
from desktop.networks import http
from desktop.networks.protocol import Capabilities, Health, Identity, NetworkName
from desktop.publishing import canonical
from desktop.publishing.delivery import THREADS
from desktop.records import people
from desktop.vault import MemoryKeys, Vault
from desktop.worker import Engine, Pace

TARGETS = {1: 25.0, 50: 150.0, 200: 500.0}  # ms, p99
ROUNDS = {1: 40, 50: 6, 200: 4}
AHEAD = 1.5  # seconds from storing the posts to their due instant
ABLE = Capabilities(
    network=NetworkName.MASTODON, software="wire", max_length=500, url_length=23, max_images=4, image_types=(),
    image_bytes=0, alt_length=0, direct_messages=False, can_delete=False, keeps_client_key=True,
)  # fmt: skip


@contextmanager
def wire() -> Iterator[str]:
    """Run the bare server; its address."""
    command = [sys.executable, "-m", "tests.benchmarks.wire"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield f"http://127.0.0.1:{server.stdout.readline().split()[1]}"
        finally:
            server.terminate()


def arrivals(url: str, wanted: int, seconds: float = 60) -> list[float]:
    """Wait for ``wanted`` posts at the server and return their arrival times."""
    found: list[float] = []
    end = time.monotonic() + seconds
    while len(found) < wanted and time.monotonic() < end:
        time.sleep(0.05)
        with urllib.request.urlopen(f"{url}/times") as answer:
            found += json.load(answer)
    return found


class Desk:
    """One account on the bare server, and approved posts as many as asked for."""

    def __init__(self, folder: Path, url: str) -> None:
        self.database = Database(sqlite_url(folder / "bench.db"))
        schema.upgrade(self.database)
        vault = Vault(keys=MemoryKeys())
        with self.database.session() as session:
            people.service_actor(session)
            self.author = _person(session, "comms", Role.COMMS)
            self.approver = _person(session, "press", Role.PRESS)
            health = Health(Identity("1", "@bench", "Bench", url), ABLE)
            engine = people.service_actor(session)
            row = accounts.save(
                session,
                engine,
                health,
                NetworkName.MASTODON,
                url,
                '{"access_token": "x"}',
                vault.public_key(),
            )
            self.account_id = row.id
        self.connectors = Connectors(self.database, vault)
        # The beats that do not publish are kept out of the way.
        pace = Pace(collect=3600, escalate=3600, dispatch=3600, health=3600)
        self.engine = Engine(self.database, vault, self.connectors, kind="worker", pace=pace)

    def store(self, count: int, due: datetime) -> None:
        """Store ``count`` approved posts due at ``due``, past the rooms' rules for speed."""
        with self.database.session() as session:
            for _ in range(count):
                self._one(session, due)

    def _one(self, session: sa.orm.Session, due: datetime) -> None:
        at, text = clock.now(), f"Road closed at Brackenford, {time.perf_counter_ns()}."
        post = Post(author_id=self.author.id, stage=PostStage.APPROVED, created_at=at, changed_at=at)
        session.add(post)
        session.flush()
        digest = canonical.content_hash(
            variants=[canonical.part(self.account_id, text, "en", [])], due_at=due, wall_time="", zone="",
            content_class="routine", tolerance=900,
        )  # fmt: skip
        version = Version(
            post_id=post.id, number=1, created_by=self.author.id, created_at=at, due_at=due,
            content_class=ContentClass.ROUTINE, content_hash=digest, tolerance=900,
        )  # fmt: skip
        session.add(version)
        session.flush()
        variant = Variant(version_id=version.id, account_id=self.account_id, text=text)
        approval = Approval(version_id=version.id, approver_id=self.approver.id, content_hash=digest, at=at)
        session.add_all([variant, approval])
        session.flush()
        session.add(
            Publication(
                purpose=Purpose.POST, account_id=self.account_id, version_id=version.id, variant_id=variant.id,
                created_by=self.author.id, created_at=at, state=PublicationState.SCHEDULED, due_at=due,
                client_key=f"{time.perf_counter_ns():x}",
            )
        )  # fmt: skip

    def settled(self) -> None:
        """Wait until nothing is on its way any more."""
        states = (PublicationState.SCHEDULED, PublicationState.CLAIMED, PublicationState.SENDING)
        query = sa.select(sa.func.count()).where(Publication.state.in_(states))
        while True:
            with self.database.reading() as session:
                if not session.scalar(query):
                    return
            time.sleep(0.05)

    def close(self) -> None:
        self.engine.stop()
        self.connectors.close()
        self.database.close()


def _person(session: sa.orm.Session, name: str, role: Role) -> Actor:
    person = Person(username=name, name=name, role=role, created_at=clock.now())
    session.add(person)
    session.flush()
    return Actor(person.id, name, name, role)


def delays(desk: Desk, url: str, count: int) -> list[float]:
    """Milliseconds from the due instant to each arrival, over all rounds."""
    found: list[float] = []
    for _ in range(ROUNDS[count]):
        due = clock.now() + timedelta(seconds=AHEAD)
        desk.store(count, due)
        desk.engine.wake()  # as the window does after an approval
        found += [(at - due.timestamp()) * 1000 for at in arrivals(url, count)]
        desk.settled()
    return sorted(found)


def bare(url: str, count: int) -> float:
    """Posts a second, sent bare by the same client from as many threads."""
    with http.client() as client, ThreadPoolExecutor(THREADS) as pool:

        def send(number: int) -> None:
            body = {
                "status": f"Road closed at Brackenford, {number}.",
                "language": "en",
                "visibility": "public",
            }
            headers = {"Idempotency-Key": f"{number}", "Authorization": "Bearer x"}
            http.ask(client, "POST", f"{url}/api/v1/statuses", json=body, headers=headers)

        send(0)
        began = time.perf_counter()
        list(pool.map(send, range(count)))
        return count / (time.perf_counter() - began)


def through_us(desk: Desk, url: str, count: int) -> float:
    """Posts a second through the engine, from the first to the last arrival."""
    due = clock.now() + timedelta(seconds=AHEAD + count / 500)
    desk.store(count, due)
    desk.engine.wake()
    times = sorted(arrivals(url, count, 180))
    desk.settled()
    return len(times) / (times[-1] - due.timestamp())


def main(count: int = 2000) -> None:
    with tempfile.TemporaryDirectory() as folder, wire() as url:
        desk = Desk(Path(folder), url)
        desk.engine.start()
        print("due instant to request on the wire, SQLite")
        for number, target in TARGETS.items():
            found = delays(desk, url, number)
            p50, p99 = found[len(found) // 2], found[min(int(len(found) * 0.99), len(found) - 1)]
            verdict = "met" if p99 <= target else "MISSED"
            print(
                f"  {number:4} due at once   p50 {p50:7.1f} ms   p99 {p99:7.1f} ms   <= {target:g} ms {verdict}"
            )
        floor = bare(url, count)
        arrivals(url, count + 1)
        ours = through_us(desk, url, count)
        verdict = "met" if ours >= 0.6 * floor else "MISSED"
        print(
            f"  {count} posts: {ours:.0f}/s, bare {floor:.0f}/s, ratio {ours / floor:.2f}   >= 0.6 {verdict}"
        )
        desk.close()


if __name__ == "__main__":
    main(*(int(number) for number in sys.argv[1:]))
