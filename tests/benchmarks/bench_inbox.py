"""How fast is the inbox at 100,000 messages, beside what SQLite itself needs for the same rows?

    python -m tests.benchmarks.bench_inbox [messages]

Each line: the median and the 95th percentile of ours, the median of the floor, their ratio, the target.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desktop.inbox import conversations
from desktop.inbox.listing import words_of
from desktop.inbox.rows import Filter
from desktop.models import Account, Actor, Attention, ConversationState, Person, Role, schema
from desktop.models.database import Database, sqlite_url
from desktop.networks.protocol import Capabilities, NetworkName

ROUNDS = 40
ACCOUNTS = 8
NAMES = (
    "Ann",
    "Bronwen",
    "Cai",
    "Dafydd",
    "Esther",
    "Farrukh",
    "Gwen",
    "Hassan",
    "Ioan",
    "Zoë",
    "محمد",
    "李",
)
SURNAMES = ("Jones", "Llewellyn-Pugh", "Okafor", "Shah", "Smith", "McLeod", "Tregear", "Wójcik")
PLACES = ("High Street", "Queen Street", "Caerdydd", "the station", "Roath Park", "junction 29", "the bay")
SENTENCES = (
    "is the road open at {place}?",
    "there is a lot of noise near {place} again, can someone look",
    "my bike was stolen from {place} last night",
    "thank you to the officers at {place} today 👏",
    "Mae'r heol ar gau ger {place}",
    "who do I ask about the café at {place}? I rang 101 and the line was busy",
    "I have seen the man in your appeal near {place}, he wore a red coat",
    "why is the helicopter over {place}",
    "the lights are out at {place} and cars are going far too fast, somebody will be hurt there soon",
)


def fill(database: Database, messages: int, *, seed: int = 1) -> None:
    """Store that many messages in an upgraded SQLite database, quickly: conversations, authors, judgements.

    The same seed makes the same rows. Two conversations are life at risk, one in fifty is urgent.
    """
    dice = random.Random(seed)
    accounts = _accounts(database)
    made = [_conversation(number, size, dice, accounts) for number, size in _sizes(messages, dice)]
    connection = sqlite3.connect(str(database.engine.url.database))
    try:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA cache_size=-200000")
        with connection:
            _insert(connection, "author", _authors(max(messages // 5, 1), dice))
            _insert(connection, "conversation", (conversation for conversation, _ in made))
            said = sorted((one for _, some in made for one in some), key=lambda one: str(one["received_at"]))
            for number, one in enumerate(said, 1):
                one["id"], one["network_id"] = number, f"filled-{number}"
            _insert(connection, "message", said)
            _insert(connection, "assessment", (_assessment(one) for one in said))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def _accounts(database: Database) -> list[int]:
    able = Capabilities(NetworkName.MASTODON, "Mastodon 4.6.1", 500, 23, 4, (), 0, 1500, True, True, True)
    at = datetime.now(UTC)
    with database.session() as session:
        for number in range(ACCOUNTS):
            session.add(
                Account(
                    network=NetworkName.MASTODON,
                    server="https://social.example",
                    network_id=f"filled-{number}",
                    handle=f"@force{number}@social.example",
                    name=f"Force {number}",
                    sealed_token=b"",
                    sealed_to="",
                    capabilities=asdict(able),
                    complete_to=at,
                    connected_at=at,
                )
            )
        session.flush()
        return list(session.scalars(sa.select(Account.id).where(Account.network_id.like("filled-%"))))


def _sizes(messages: int, dice: random.Random) -> Iterator[tuple[int, int]]:
    """Yield conversations until all messages are dealt out: most hold one or two, a few hold many."""
    left = messages
    for number in count(1):
        if left <= 0:
            return
        size = min(left, dice.choices((1, 2, 3, 8, 40), (60, 25, 10, 4, 1))[0])
        left -= size
        yield number, size


def _authors(number: int, dice: random.Random) -> Iterator[dict[str, object]]:
    for author in range(1, number + 1):
        yield {
            "id": author,
            "network": "mastodon",
            "realm": "",
            "network_id": f"filled-{author}",
            "handle": f"@author{author}@else.example",
            "name": f"{dice.choice(NAMES)} {dice.choice(SURNAMES)}",
            "description": "Lives here.",
            "followers": dice.randrange(2000),
            "url": f"https://else.example/@author{author}",
            "bot": 0,
            "seen_at": _instant(datetime.now(UTC)),
        }


def _conversation(
    number: int, size: int, dice: random.Random, accounts: list[int]
) -> tuple[dict[str, object], list[dict[str, object]]]:
    start = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=dice.randrange(300 * 86400))
    times = [_instant(start + timedelta(minutes=7 * step)) for step in range(size)]
    author, account = dice.randrange(1, number + 1) // 5 + 1, dice.choice(accounts)
    attention = 3 if number in (500, 1500) else dice.choices((2, 1, 0), (2, 78, 20))[0]
    said = [_message(number, account, author, at, attention, dice) for at in times]
    is_open = attention == 3 or dice.random() < 0.5
    return {
        "id": number,
        "account_id": account,
        "key": f"filled-{number}",
        "author_id": author,
        "direct": 0,
        "state": "open" if is_open else "closed",
        "attention": attention,
        "first_at": times[0],
        "last_at": times[-1],
        "snippet": str(said[-1]["text"])[:200],
        "author_name": f"{dice.choice(NAMES)} {dice.choice(SURNAMES)}",
        "message_count": size,
        "unseen": 1 if is_open else 0,
        "edition": size,
        "close_code": "" if is_open else "answered",
    }, said


def _message(
    conversation: int, account: int, author: int, at: str, attention: int, dice: random.Random
) -> dict[str, object]:
    text = " ".join(dice.choices(SENTENCES, k=dice.randrange(1, 4))).format(place=dice.choice(PLACES))
    rare = f" ref{conversation}x" if dice.random() < 0.01 else ""
    return {
        "conversation_id": conversation,
        "account_id": account,
        "author_id": author,
        "kind": "mention",
        "outgoing": 0,
        "text": text + rare,
        "language": "en",
        "url": "",
        "links": "[]",
        "attachments": "[]",
        "reply_to": "",
        "received_at": at,
        "captured_at": at,
        "attention": attention,
    }


def _assessment(message: dict[str, object]) -> dict[str, object]:
    return {
        "message_id": message["id"],
        "at": message["captured_at"],
        "engine_version": "filled",
        "threat": 0,
        "harm": 0,
        "risk": 0,
        "attention": message["attention"],
        "category": "",
        "reasons": "[]",
        "rationale": "",
    }


def _instant(at: datetime) -> str:
    """Write an instant as SQLAlchemy does."""
    return at.strftime("%Y-%m-%d %H:%M:%S.%f")


def _insert(connection: sqlite3.Connection, table: str, rows: Any) -> None:
    rows = iter(rows)
    first = next(rows, None)
    if first is None:
        return
    names = ", ".join(first)
    places = ", ".join(f":{name}" for name in first)
    statement = f"INSERT INTO {table} ({names}) VALUES ({places})"
    connection.execute(statement, first)
    connection.executemany(statement, rows)


ROW = (
    "SELECT c.*, a.handle, a.network, u.handle, p.name FROM conversation c LEFT JOIN account a ON a.id ="
    " c.account_id LEFT JOIN author u ON u.id = c.author_id LEFT JOIN person p ON p.id = c.owner_id"
)
LIST = f"{ROW} WHERE c.state = 'open' AND c.attention < 3 ORDER BY c.attention DESC, c.last_at DESC, c.id DESC LIMIT 200"
MESSAGES = (
    "SELECT m.*, u.name FROM message m LEFT JOIN author u ON u.id = m.author_id WHERE conversation_id = ?"
    " ORDER BY received_at DESC, m.id DESC LIMIT 500"
)
SEARCH = (
    "SELECT f.rowid, m.conversation_id, m.text FROM message_text f JOIN message m ON m.id = f.rowid"
    " WHERE message_text MATCH ? ORDER BY f.rowid DESC LIMIT 50"
)


class Bench:
    """Ours and the floor by turns, so that a noisy machine disturbs both alike."""

    def __init__(self, database: Database, by: Actor) -> None:
        self.database, self.by = database, by
        self.raw = sqlite3.connect(str(database.engine.url.database))

    def line(
        self, name: str, target: float, ours: Callable[[], object], sql: str, *parameters: object
    ) -> None:
        mine, floor = [], []
        for _ in range(ROUNDS):
            mine.append(_milliseconds(ours))
            floor.append(_milliseconds(lambda: self.raw.execute(sql, parameters).fetchall()))
        median, least = statistics.median(mine), statistics.median(floor)
        p95 = sorted(mine)[int(ROUNDS * 0.95)]
        print(
            f"{name:<38} {median:8.1f} {p95:8.1f} {least:8.2f} {median / max(least, 0.01):7.1f}x"
            f"   <= {target:g} ms {'met' if p95 <= target else 'MISSED'}"
        )

    def listing(self, **options: Any) -> Callable[[], object]:
        def run() -> object:
            with self.database.reading() as session:
                return conversations.listing(session, by=self.by, **options)

        return run

    def thread(self, conversation_id: int) -> Callable[[], object]:
        def run() -> object:
            with self.database.reading() as session:
                return conversations.thread(session, conversation_id, self.by)

        return run

    def run(self) -> None:
        """Print a line for each thing a person waits for."""
        print(f"{'':<38} {'median':>8} {'p95':>8} {'floor':>8}   ratio   target (ms)")
        self.line("first rows", 50, self.listing(), LIST)
        middle = self.listing(limit=4000)()
        before = middle[-1]  # type: ignore[index]  # a list of rows
        self.line(
            "a page from the middle", 20, self.listing(before=before, limit=50), LIST.replace("200", "50")
        )
        longest = self.raw.execute(
            "SELECT id FROM conversation ORDER BY message_count DESC LIMIT 1"
        ).fetchone()[0]
        self.line("open a conversation of 40 messages", 50, self.thread(longest), MESSAGES, longest)
        self._filters()
        self._searches()

    def _filters(self) -> None:
        filters = {
            "mine": Filter(owner="mine"),
            "unowned": Filter(owner="unowned"),
            "one account": Filter(account_id=3),
            "closed": Filter(state=ConversationState.CLOSED),
            "open and closed": Filter(state=None),
            "urgent": Filter(attention=Attention.URGENT),
        }
        for name, wanted in filters.items():
            self.line(f"filter: {name}", 50, self.listing(filter=wanted), LIST)

    def _searches(self) -> None:
        rare = (
            self.raw.execute("SELECT text FROM message WHERE text LIKE '%ref%x' LIMIT 1")
            .fetchone()[0]
            .split()[-1]
        )
        searches = {
            "common word": "helicopter",
            "phrase": '"stolen from Queen"',
            "prefix of 4": "heli",
            "stop word": "the ",
            "rare word": rare,
            "nothing": "zebra",
        }
        for name, query in searches.items():
            wanted = Filter(query=query, state=None)
            self.line(f"search: {name}", 30, self.listing(filter=wanted, limit=50), SEARCH, words_of(query))


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def main(messages: int = 100_000) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(sqlite_url(Path(folder) / "bench.db"))
        schema.upgrade(database)
        began = time.perf_counter()
        fill(database, messages)
        print(f"{messages:,} messages filled in {time.perf_counter() - began:.1f} s")
        with database.session() as session:
            person = Person(username="comms", name="Priya", role=Role.COMMS, created_at=datetime.now(UTC))
            session.add(person)
            session.flush()
            by = Actor(person.id, "comms", "Priya", Role.COMMS)
        bench = Bench(database, by)
        bench.run()
        bench.raw.close()
        database.close()


if __name__ == "__main__":
    main(*(int(number) for number in sys.argv[1:]))
