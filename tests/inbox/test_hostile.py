"""Whatever one message is made of, it is kept, judged and filed, and stops no other."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any

import pytest
import sqlalchemy as sa

from desktop.accounts.connectors import Connectors
from desktop.clock import now
from desktop.inbox import cleaning
from desktop.inbox.collecting import LONGEST_SPREAD, Collector
from desktop.inbox.rows import ConversationRow
from desktop.models import Account, AccountState, Attention, Author, Message, RawPayload
from desktop.models.database import Database
from desktop.networks.protocol import RateLimit
from tests.inbox.conftest import MakeCollector
from tests.inbox.public import Public, triage

Listed = Callable[..., list[ConversationRow]]
HALF = "\ud83d"  # of an emoji


def messages(database: Database) -> list[Message]:
    with database.reading() as session:
        return list(session.scalars(sa.select(Message).order_by(Message.id)))


TEXTS = [HALF, "\0", "\u202eabc", "e\u0301\u0302\u0303" * 5000, "x" * 100_000, "<img src=x onerror=alert(1)>"]


@pytest.mark.parametrize("odd", TEXTS, ids=lambda text: ascii(text[:8]))
def test_no_text_costs_a_message(public: Public, collector: Collector, database: Database, odd: str) -> None:
    public.says("before", thread="a", who="a")
    public.says(f"help {odd} overdose", thread="b", who="b", name=f"Name {odd}")
    public.says("after", thread="c", who="c")
    assert collector.run() == 3
    found = messages(database)
    assert [
        one.attention == Attention.LIFE_AT_RISK for one in sorted(found, key=lambda one: one.network_id)
    ] == [
        False,
        True,
        False,
    ]
    told = next(one.text for one in found if "overdose" in one.text)
    assert len(told) == len(f"help {odd} overdose")


@pytest.mark.parametrize("at", ["9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+00:00"])
def test_a_false_time_stops_no_clock(
    public: Public, collector: Collector, database: Database, at: str
) -> None:
    public.says("overdose", thread="a")
    public.payloads[0]["at"] = at
    assert collector.run() == 1
    (message,) = messages(database)
    assert message.received_at == message.captured_at


@pytest.mark.parametrize("followers", [10**30, -1, "many", 1.5, True, [], {}], ids=str)
def test_a_number_that_is_none_is_not_stored(
    public: Public, collector: Collector, database: Database, followers: Any
) -> None:
    public.says("hello", followers=followers)
    assert collector.run() == 1
    with database.reading() as session:
        assert session.scalar(sa.select(Author.followers)) is None


def test_a_cry_that_cannot_be_read_is_heard_all_the_same(
    public: Public, make_collector: MakeCollector, read_account: int, database: Database, listed: Listed
) -> None:
    public.says("I took an overdose", thread="a", broken=True)
    public.says("a lost dog", thread="b", broken=True)
    collector = make_collector()
    collector.run()
    red, amber = listed()
    assert (red.attention, amber.attention) == (Attention.LIFE_AT_RISK, Attention.URGENT)
    assert "I took an overdose" in messages(database)[0].text


def test_what_is_stored_raw_is_what_came(public: Public, collector: Collector, database: Database) -> None:
    public.says(f"help {HALF} me", thread="a")
    collector.run()
    with database.reading() as session:
        stored = session.scalars(sa.select(RawPayload.payload)).one()
    assert json.loads(stored) == public.payloads[0]
    assert cleaning.raw(f'{{"a": "{HALF}"}}') == '{"a": "\\ud83d"}'


def test_words_are_made_out_of_what_is_no_message() -> None:
    payload = {
        "url": "https://x/y z",
        "id": "12",
        "deep": [{"content": "<p>I&#39;m <b>hurt</b></p>"}],
        "n": None,
    }
    assert cleaning.strings(json.dumps(payload)) == "I'm hurt"
    assert cleaning.strings("no json at all") == "no json at all"
    assert len(cleaning.strings(json.dumps(["help me " * 100_000]))) <= cleaning.MOST_MADE_OUT


def test_an_identifier_that_comes_twice_is_stored_once(
    public: Public, collector: Collector, database: Database
) -> None:
    public.says("first", thread="a", network_id="m")
    public.says("again", thread="a", network_id="m")
    public.says("another", thread="a", network_id="M")
    collector.run()
    assert [one.text for one in messages(database)] == ["first", "another"]


def test_no_reset_header_silences_reading_for_long(
    public: Public, collector: Collector, database: Database, read_account: int
) -> None:
    public.rate_limit = RateLimit(0, datetime(9999, 12, 31, tzinfo=UTC))
    collector.run()
    with database.reading() as session:
        waits = session.get_one(Account, read_account).wait_until
    assert waits is not None and waits <= now() + LONGEST_SPREAD + timedelta(seconds=1)


def test_a_server_that_never_comes_to_an_end_is_blind_and_not_forgotten(
    database: Database, connectors: Connectors, read_account: int, public: Public
) -> None:
    over = Event()
    public.on_read = lambda: over.wait(30)
    collector = Collector(database, connectors, "one", triage, patience=0, stuck=-1)
    try:
        for _ in range(4):  # the first begins the read, and three failures are more than a blip
            collector.run()
        with database.reading() as session:
            account = session.get_one(Account, read_account)
            assert account.state is AccountState.BLIND and "does not come to an end" in account.trouble
    finally:
        over.set()
        collector.close()
    collector = Collector(database, connectors, "two", triage)
    collector.run()
    collector.close()
    with database.reading() as session:
        assert session.get_one(Account, read_account).state is AccountState.CONNECTED
