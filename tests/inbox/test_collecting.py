from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
import sqlalchemy as sa

from desktop.accounts.connectors import Connectors
from desktop.clock import now
from desktop.errors import SignInNeeded, Unavailable
from desktop.inbox import filing
from desktop.inbox.collecting import Collector
from desktop.inbox.rows import ConversationRow
from desktop.models import (
    Account,
    AccountState,
    Actor,
    Assessment,
    Attention,
    AuditEntry,
    Author,
    Conversation,
    ConversationState,
    Message,
    RawPayload,
)
from desktop.models.database import Database
from desktop.networks.protocol import RateLimit
from desktop.publishing import steps
from desktop.vault import Vault
from tests.inbox.conftest import MakeCollector
from tests.inbox.public import START, Public, triage

Listed = Callable[..., list[ConversationRow]]


class Killed(BaseException):
    """Stands for SIGKILL: nothing may catch it."""


def account(database: Database) -> Account:
    with database.reading() as session:
        return session.scalars(sa.select(Account)).one()


def count(database: Database, table: type) -> int:
    with database.reading() as session:
        return session.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def texts(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(sa.select(Message.text).order_by(Message.received_at)))


def die_at(monkeypatch: pytest.MonkeyPatch, point: str) -> None:
    def fault_point(name: str) -> None:
        if name == point:
            raise Killed

    monkeypatch.setattr(steps, "fault_point", fault_point)


class TestReading:
    def test_a_message_becomes_a_conversation_with_its_author(
        self, database: Database, collector: Collector, public: Public, listed: Listed
    ) -> None:
        public.says("My bike was stolen", who="ann", followers=7)
        assert collector.run() == 1
        (row,) = listed()
        assert (row.author_name, row.author_handle, row.snippet) == (
            "Ann",
            "@ann@else.example",
            "My bike was stolen",
        )
        assert (row.unseen, row.message_count, row.attention) == (1, 1, Attention.ROUTINE)
        assert row.first_at == START + timedelta(minutes=1)
        with database.reading() as session:
            assert session.scalars(sa.select(Author.followers)).one() == 7

    def test_overlapping_reads_store_nothing_twice(
        self, database: Database, collector: Collector, public: Public
    ) -> None:
        public.overlap = 50
        for number in range(20):
            public.says(f"message {number}", thread=f"t{number % 3}")
            collector.run()
        assert count(database, Message) == count(database, RawPayload) == 20
        assert count(database, Conversation) == 3

    def test_a_backlog_is_read_page_by_page(
        self, database: Database, collector: Collector, public: Public
    ) -> None:
        public.page_size = 10
        for number in range(95):
            public.says(f"message {number}", thread=f"t{number}")
        assert collector.run() == 95
        assert account(database).cursor == "95"

    def test_complete_to_is_before_the_read_began(
        self, database: Database, collector: Collector, public: Public
    ) -> None:
        began = []
        public.on_read = lambda: began.append(now())
        before = now()
        collector.run()
        complete_to = account(database).complete_to
        assert complete_to is not None and before <= complete_to <= began[0]

    def test_an_empty_read_moves_complete_to(self, database: Database, collector: Collector) -> None:
        collector.run()
        first = account(database).complete_to
        collector.run()
        second = account(database).complete_to
        assert first is not None and second is not None and second > first

    def test_the_newest_profile_is_kept(
        self, database: Database, collector: Collector, public: Public
    ) -> None:
        public.says("one", name="Ann")
        collector.run()
        public.says("two", name="Ann (moved to Cardiff)")
        collector.run()
        with database.reading() as session:
            assert session.scalars(sa.select(Author.name)).one() == "Ann (moved to Cardiff)"

    def test_what_is_no_message_is_kept_and_passed_over(
        self, database: Database, collector: Collector, public: Public
    ) -> None:
        public.says("a favourite", no_message=True)
        assert collector.run() == 0
        with database.reading() as session:
            assert session.scalars(sa.select(RawPayload.parsed_at)).one() is not None


class TestTriage:
    def test_life_at_risk_is_red_with_its_reasons(
        self, database: Database, collector: Collector, public: Public, listed: Listed
    ) -> None:
        public.says("she took an overdose")
        collector.run()
        assert listed()[0].attention is Attention.LIFE_AT_RISK
        with database.reading() as session:
            assessment = session.scalars(sa.select(Assessment)).one()
        assert assessment.by_id is None and assessment.harm and assessment.engine_version == "test 1"
        assert assessment.reasons[0]["words"] == "overdose"

    def test_a_later_harmless_message_lowers_nothing(
        self, collector: Collector, public: Public, listed: Listed
    ) -> None:
        public.says("she took an overdose")
        public.says("thanks")
        collector.run()
        assert listed()[0].attention is Attention.LIFE_AT_RISK

    def test_a_bug_in_triage_costs_no_message(
        self, database: Database, connectors: Connectors, read_account: int, public: Public, listed: Listed
    ) -> None:
        def broken(text: str, **_: object) -> None:
            raise ZeroDivisionError

        public.says("hello")
        collector = Collector(database, connectors, "broken", broken)  # type: ignore[arg-type]  # it is broken
        assert collector.run() == 1
        collector.close()
        assert listed()[0].attention is Attention.URGENT

    def test_a_new_message_reopens_a_closed_conversation(
        self, database: Database, collector: Collector, public: Public, listed: Listed
    ) -> None:
        public.says("hello")
        collector.run()
        with database.session() as session:
            values = {"state": ConversationState.CLOSED, "closed_at": now(), "close_code": "answered"}
            session.execute(sa.update(Conversation).values(**values))
        edition = account_edition(database)
        public.says("me again")
        collector.run()
        (row,) = listed()
        assert (row.state, row.close_code, row.snippet) == (ConversationState.OPEN, "", "me again")
        assert row.edition > edition


def account_edition(database: Database) -> int:
    with database.reading() as session:
        return session.scalars(sa.select(Conversation.edition)).one()


class TestDeath:
    @pytest.mark.parametrize("point", ["after_fetch", "after_raw", "after_parse"])
    def test_another_process_loses_nothing(
        self,
        database: Database,
        make_collector: MakeCollector,
        read_account: int,
        public: Public,
        monkeypatch: pytest.MonkeyPatch,
        point: str,
    ) -> None:
        for number in range(5):
            public.says(f"message {number}", thread=f"t{number}")
        with monkeypatch.context() as patch:
            die_at(patch, point)
            with pytest.raises(Killed):
                make_collector("dies").run()
        forget_lease(database)
        make_collector("lives").run()
        assert texts(database) == [f"message {number}" for number in range(5)]

    def test_a_dead_lease_runs_out(
        self, database: Database, make_collector: MakeCollector, read_account: int, public: Public
    ) -> None:
        public.says("hello")
        with database.session() as session:
            until = now() + timedelta(seconds=20)
            session.execute(sa.update(Account).values(collect_owner="dead", collect_until=until))
        assert make_collector("lives").run() == 0
        forget_lease(database)
        assert make_collector("lives").run() == 1


def forget_lease(database: Database) -> None:
    """Let the lease's time pass."""
    with database.session() as session:
        session.execute(sa.update(Account).values(collect_until=now() - timedelta(seconds=1)))


class TestTwoAtOnce:
    def test_two_collectors_on_one_file_store_all_once(
        self,
        database: Database,
        vault: Vault,
        make_collector: MakeCollector,
        read_account: int,
        public: Public,
    ) -> None:
        others = Connectors(database, vault, make=lambda _access, _timeout: public.connector())
        collectors = [make_collector("one"), make_collector("two", others)]
        public.overlap, public.page_size = 10, 7
        barrier = Barrier(2)

        def collect(collector: Collector) -> int:
            barrier.wait(timeout=10)
            return sum(collector.run() for _ in range(10))

        for number in range(60):
            public.says(f"message {number}", thread=f"t{number % 9}")
        with ThreadPoolExecutor(2) as pool:
            new = sum(pool.map(collect, collectors, timeout=60))
        others.close()
        assert new == count(database, Message) == count(database, RawPayload) == 60
        assert count(database, Assessment) == 60

    def test_a_cursor_that_moved_meanwhile_stands(
        self, database: Database, collector: Collector, public: Public
    ) -> None:
        def someone_else() -> None:
            with database.session() as session:
                session.execute(sa.update(Account).values(cursor="1"))

        public.says("hello")
        public.says("world")
        public.on_read = someone_else
        collector.run()
        assert account(database).cursor == "1"
        assert count(database, Message) == 2


class TestUnreadable:
    def test_it_is_shown_kept_and_read_later(
        self, database: Database, collector: Collector, public: Public, listed: Listed
    ) -> None:
        public.says("she took an overdose", broken=True)
        collector.run()
        (row,) = listed()
        assert "could not be read" in row.snippet and row.attention is Attention.LIFE_AT_RISK
        assert collector.run() == 0  # not tried again at once, nor shown twice
        with database.reading() as session:
            assert session.scalars(sa.select(RawPayload.parse_error)).one() == "KeyError"
        public.mended = True
        assert collector.parse_backlog() == 1
        (row,) = listed()
        assert (row.snippet, row.attention) == ("she took an overdose", Attention.LIFE_AT_RISK)
        assert texts(database) == ["she took an overdose"]

    def test_what_comes_after_it_is_read(self, collector: Collector, public: Public, listed: Listed) -> None:
        public.says("broken", broken=True)
        public.says("fine", thread="t2")
        assert collector.run() == 1
        assert {row.snippet for row in listed()} >= {"fine"}


class TestTrouble:
    def test_a_blip_is_no_blindness(self, database: Database, collector: Collector, public: Public) -> None:
        public.failure = Unavailable("social.example did not answer in time.")
        collector.run()
        found = account(database)
        assert found.state is AccountState.CONNECTED and found.trouble_since is not None
        assert found.trouble == "social.example did not answer in time."
        public.failure = None
        collector.run()
        assert account(database).trouble == ""

    def test_three_failed_reads_are(self, database: Database, collector: Collector, public: Public) -> None:
        public.failure = Unavailable("social.example did not answer in time.")
        for _ in range(3):
            collector.run()
        assert account(database).state is AccountState.BLIND
        public.failure = None
        collector.run()
        assert account(database).state is AccountState.CONNECTED
        with database.reading() as session:
            actions = list(session.scalars(sa.select(AuditEntry.action).order_by(AuditEntry.seq)))
        assert actions[-2:] == ["account.blind", "account.sees_again"]

    def test_so_are_two_minutes(self, database: Database, collector: Collector, public: Public) -> None:
        public.failure = Unavailable("social.example did not answer in time.")
        collector.run()
        with database.session() as session:
            session.execute(sa.update(Account).values(trouble_since=now() - timedelta(minutes=3)))
        collector.run()
        assert account(database).state is AccountState.BLIND

    def test_a_revoked_token_is_at_once(
        self, database: Database, collector: Collector, public: Public
    ) -> None:
        public.failure = SignInNeeded("Connect the account again.")
        collector.run()
        found = account(database)
        assert found.state is AccountState.BLIND and found.sign_in_needed

    def test_the_networks_reset_is_waited_for(
        self, database: Database, collector: Collector, public: Public
    ) -> None:
        public.failure = Unavailable("Too many requests.", retry_at=now() + timedelta(minutes=4))
        collector.run()
        public.failure = None
        collector.run()
        assert public.reads == 1
        with database.session() as session:
            session.execute(sa.update(Account).values(trouble_since=now() - timedelta(minutes=3)))
        collector.run()
        assert public.reads == 1 and account(database).state is AccountState.BLIND
        with database.session() as session:
            session.execute(sa.update(Account).values(wait_until=now()))
        collector.run()
        assert public.reads == 2 and account(database).state is AccountState.CONNECTED

    def test_scarce_calls_are_spread(self, database: Database, collector: Collector, public: Public) -> None:
        public.rate_limit = RateLimit(12, now() + timedelta(seconds=90))
        collector.run()
        found = account(database)
        assert found.rate_remaining == 12 and found.wait_until is not None
        assert timedelta(seconds=20) < found.wait_until - now() < timedelta(seconds=31)

    def test_a_slow_account_keeps_no_other_waiting(
        self,
        database: Database,
        connectors: Connectors,
        people: dict[str, Actor],
        read_account: int,
        public: Public,
    ) -> None:
        barrier = Barrier(2)
        public.on_read = lambda: meet(barrier)
        public.says("late")
        collector = Collector(database, connectors, "patient", patience=0.01)
        assert collector.run() == 0
        barrier.wait(timeout=10)
        collector.close()
        assert texts(database) == ["late"]


def meet(barrier: Barrier) -> None:
    barrier.wait(timeout=10)


class TestOwn:
    def test_own_messages_are_shown_not_triaged(
        self, database: Database, collector: Collector, public: Public, listed: Listed
    ) -> None:
        public.says("is the road open?")
        public.says("It is, since noon.", own=True, who="force")
        collector.run()
        (row,) = listed()
        assert (row.unseen, row.message_count, row.snippet) == (1, 2, "is the road open?")
        assert count(database, Assessment) == 1

    def test_own_words_alone_ask_nobody(self, collector: Collector, public: Public, listed: Listed) -> None:
        public.says("Good morning.", own=True, who="force")
        collector.run()
        assert listed() == []
        public.says("Morning!", who="ann")
        collector.run()
        (row,) = listed()
        assert (row.author_name, row.unseen) == ("Ann", 1)


class TestUrgency:
    def test_a_life_at_risk_is_filed_and_told_before_the_calm_ones(
        self, database: Database, connectors: Connectors, read_account: int, public: Public
    ) -> None:
        for _ in range(60):
            public.says("is the road open?")
        public.says("overdose")
        stored_when_told: list[list[str]] = []
        collector = Collector(
            database, connectors, "one", triage, urgent=lambda: stored_when_told.append(texts(database))
        )
        assert collector.run() == 61
        assert stored_when_told == [["overdose"]]
        collector.close()

    def test_one_that_cannot_be_filed_stops_none_of_its_batch(
        self, collector: Collector, database: Database, public: Public, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ordinary = filing.file

        def file(session: Any, account: Any, raw: Any, incoming: Any, *rest: Any) -> bool:
            if incoming.text == "poison":
                raise ValueError("cannot be filed")
            return ordinary(session, account, raw, incoming, *rest)

        monkeypatch.setattr(filing, "file", file)
        for number in range(10):
            public.says("poison" if number == 4 else "is the road open?")
        assert collector.run() == 9
        assert [text[:40] for text in texts(database) if "road" not in text] == [
            "This message could not be read (ValueErr"
        ]
