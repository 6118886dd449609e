from __future__ import annotations

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from desktop.accounts import rows
from desktop.clock import now
from desktop.errors import SignInNeeded
from desktop.inbox import coverage
from desktop.inbox.collecting import Collector
from desktop.models import Account, Actor
from desktop.models.database import Database
from tests.inbox.public import Public


def told(database: Database) -> list[coverage.Coverage]:
    with database.reading() as session:
        return coverage.coverage(session)


class TestCoverage:
    def test_a_read_account_is_complete_to_its_time(self, database: Database, collector: Collector) -> None:
        collector.run()
        (found,) = told(database)
        assert not found.blind and found.complete_to is not None
        assert found.words.startswith("Complete to ")

    def test_one_not_read_yet_says_so(self, database: Database, read_account: int) -> None:
        (found,) = told(database)
        assert (found.blind, found.words) == (False, "It has not been read yet")

    def test_a_blind_one_says_since_when_and_why(
        self, database: Database, collector: Collector, public: Public
    ) -> None:
        collector.run()
        public.failure = SignInNeeded("The token was revoked. Connect the account again.")
        collector.run()
        (found,) = told(database)
        assert found.blind
        assert found.words.startswith("@force@social.example is blind. Complete to ")
        assert found.words.endswith("The token was revoked. Connect the account again.")

    def test_one_that_nobody_reads_is_blind(self, database: Database, collector: Collector) -> None:
        collector.run()
        with database.session() as session:
            session.execute(sa.update(Account).values(complete_to=now() - timedelta(minutes=3)))
        (found,) = told(database)
        assert found.blind and "Nothing is reading it" in found.words

    def test_a_disconnected_one_is_not_told(
        self, database: Database, people: dict[str, Actor], collector: Collector, read_account: int
    ) -> None:
        with database.session() as session:
            rows.disconnect(session, people["admin"], read_account)
        assert told(database) == []

    def test_another_days_time_has_its_date(self, database: Database, read_account: int) -> None:
        with database.session() as session:
            session.execute(sa.update(Account).values(complete_to=datetime(2026, 7, 1, 8, 30, tzinfo=UTC)))
        assert "Complete to 01 Jul 09:30" in told(database)[0].words  # British Summer Time
