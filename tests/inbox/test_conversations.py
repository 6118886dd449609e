from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa

from desktop.clock import now
from desktop.errors import Refused
from desktop.inbox import conversations
from desktop.inbox.collecting import Collector
from desktop.inbox.rows import ConversationRow, Filter, Thread
from desktop.models import (
    Actor,
    Assessment,
    Attention,
    AuditEntry,
    Conversation,
    ConversationState,
    Handover,
    HandoverState,
    Message,
)
from desktop.models.database import Database
from tests.inbox.public import START, Public

People = dict[str, Actor]
Listed = Callable[..., list[ConversationRow]]


@pytest.fixture
def one(collector: Collector, public: Public, listed: Listed) -> ConversationRow:
    """One conversation, not read yet."""
    public.says("is the road open?")
    collector.run()
    return listed()[0]


@pytest.fixture
def read(database: Database, people: People, one: ConversationRow) -> ConversationRow:
    """One conversation that a comms officer has read."""
    with database.session() as session:
        conversations.opened(session, one.id, people["comms"])
    return one


def thread(database: Database, by: Actor, conversation_id: int = 1) -> Thread:
    with database.reading() as session:
        return conversations.thread(session, conversation_id, by)


def actions(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(sa.select(AuditEntry.action).order_by(AuditEntry.seq)))


def hand_over(database: Database, by: Actor, conversation_id: int, **values: object) -> None:
    with database.session() as session:
        made: dict[str, object] = {
            "correlation_id": "c",
            "conversation_id": conversation_id,
            "life_at_risk": True,
            "record": {},
            "state": HandoverState.ACCEPTED,
            "created_by": by.id,
            "created_at": now(),
            "received_at": now(),
        }
        session.add(Handover(**(made | values)))


class TestThread:
    def test_it_holds_all_of_it(
        self, database: Database, people: People, collector: Collector, public: Public
    ) -> None:
        public.says("she took an overdose", followers=12)
        public.says("please hurry")
        collector.run()
        found = thread(database, people["operator"])
        assert [message.text for message in found.messages] == ["she took an overdose", "please hurry"]
        first = found.messages[0]
        assert (
            first.attention is Attention.LIFE_AT_RISK
            and first.harm
            and first.reasons[0]["words"] == "overdose"
        )
        assert first.received_at == START + timedelta(minutes=1) and first.captured_at > first.received_at
        assert (found.author.handle, found.author.followers) == ("@ann@else.example", 12)

    def test_who_may_not_read_is_refused(
        self, database: Database, people: People, one: ConversationRow
    ) -> None:
        for name in ("admin", "frontline"):
            with pytest.raises(Refused):
                thread(database, people[name])


class TestOpened:
    def test_it_is_seen_and_audited(self, database: Database, people: People, one: ConversationRow) -> None:
        with database.session() as session:
            conversations.opened(session, one.id, people["comms"])
        assert thread(database, people["comms"]).conversation.unseen == 0
        with database.reading() as session:
            entry = session.scalars(sa.select(AuditEntry).order_by(AuditEntry.seq.desc())).first()
            seen_by = session.scalars(sa.select(Message.seen_by)).one()
        assert entry is not None and (entry.action, entry.actor) == ("message.read", "comms")
        assert '"why":"triage"' in entry.detail and seen_by == people["comms"].id

    def test_an_auditors_reading_stops_no_clock(
        self, database: Database, people: People, one: ConversationRow
    ) -> None:
        with database.session() as session:
            conversations.opened(session, one.id, people["auditor"])
        assert thread(database, people["comms"]).conversation.unseen == 1
        assert actions(database)[-1] == "message.read"


class TestOwner:
    def test_who_takes_it_owns_it(self, database: Database, people: People, one: ConversationRow) -> None:
        with database.session() as session:
            edition = conversations.take(session, one.id, people["comms"], one.edition)
        row = thread(database, people["comms"]).conversation
        assert (row.owner_id, row.owner_name, row.edition) == (people["comms"].id, "Priya Shah", edition)

    def test_nobody_takes_it_from_them(
        self, database: Database, people: People, one: ConversationRow
    ) -> None:
        with database.session() as session:
            edition = conversations.take(session, one.id, people["comms"], one.edition)
        with (
            pytest.raises(Refused, match=r"Priya Shah is handling this conversation until \d\d:\d\d"),
            database.session() as session,
        ):
            conversations.take(session, one.id, people["comms2"], edition)

    def test_past_the_lease_it_is_unowned(
        self, database: Database, people: People, one: ConversationRow, listed: Listed
    ) -> None:
        with database.session() as session:
            edition = conversations.take(session, one.id, people["comms"], one.edition)
            session.execute(sa.update(Conversation).values(owner_until=now() - timedelta(seconds=1)))
        assert listed(filter=Filter(owner="unowned"))[0].owner_name == ""
        assert listed(filter=Filter(owner="mine")) == []
        with database.session() as session:
            conversations.take(session, one.id, people["comms2"], edition)

    def test_a_supervisor_reassigns_it(
        self, database: Database, people: People, one: ConversationRow
    ) -> None:
        with database.session() as session:
            edition = conversations.take(session, one.id, people["comms"], one.edition)
            edition = conversations.assign(
                session, one.id, people["operator"].id, people["supervisor"], edition
            )
        assert thread(database, people["comms"]).conversation.owner_id == people["operator"].id
        with pytest.raises(Refused, match="is handling"), database.session() as session:
            conversations.assign(session, one.id, people["comms2"].id, people["comms2"], edition)

    def test_it_goes_to_nobody_who_may_not_answer(
        self, database: Database, people: People, one: ConversationRow
    ) -> None:
        with pytest.raises(Refused, match="answers the public"), database.session() as session:
            conversations.assign(session, one.id, people["frontline"].id, people["comms"], one.edition)

    def test_it_is_let_go(self, database: Database, people: People, one: ConversationRow) -> None:
        with database.session() as session:
            edition = conversations.take(session, one.id, people["comms"], one.edition)
            conversations.let_go(session, one.id, people["comms"], edition)
        assert thread(database, people["comms"]).conversation.owner_id is None

    def test_two_at_once_cannot_both(self, database: Database, people: People, one: ConversationRow) -> None:
        with database.session() as session:
            conversations.let_go(session, one.id, people["comms"], one.edition)
        with pytest.raises(Refused, match="changed while you were looking"), database.session() as session:
            conversations.take(session, one.id, people["comms2"], one.edition)

    def test_a_message_in_between_is_noticed(
        self, database: Database, people: People, one: ConversationRow, collector: Collector, public: Public
    ) -> None:
        public.says("and now there is a fire")
        collector.run()
        with pytest.raises(Refused, match="changed while you were looking"), database.session() as session:
            conversations.take(session, one.id, people["comms"], one.edition)


class TestClose:
    def close(self, database: Database, by: Actor, row: ConversationRow) -> int:
        with database.session() as session:
            return conversations.close(session, row.id, by, "answered", row.edition)

    def test_a_read_one_closes_and_reopens(
        self, database: Database, people: People, read: ConversationRow, listed: Listed
    ) -> None:
        edition = self.close(database, people["comms"], read)
        assert listed() == []
        (row,) = listed(filter=Filter(state=ConversationState.CLOSED))
        assert row.close_code == "answered"
        with database.session() as session:
            conversations.reopen(session, read.id, people["comms"], edition)
        assert len(listed()) == 1
        assert actions(database)[-2:] == ["conversation.close", "conversation.reopen"]

    def test_an_unread_one_stays(self, database: Database, people: People, one: ConversationRow) -> None:
        with pytest.raises(Refused, match="has not been read"):
            self.close(database, people["comms"], one)

    def test_a_handed_over_one_needs_its_reference(
        self, database: Database, people: People, read: ConversationRow
    ) -> None:
        hand_over(database, people["comms"], read.id)
        with pytest.raises(Refused, match="incident reference"):
            self.close(database, people["comms"], read)
        with database.session() as session:
            session.execute(sa.update(Handover).values(incident_reference="Log 412 of 14 May 2026"))
        self.close(database, people["comms"], read)

    def test_life_at_risk_needs_a_supervisor(
        self, database: Database, people: People, collector: Collector, public: Public, listed: Listed
    ) -> None:
        public.says("she took an overdose")
        collector.run()
        (row,) = listed()
        with database.session() as session:
            conversations.opened(session, row.id, people["comms"])
        with pytest.raises(Refused, match="supervisor"):
            self.close(database, people["head"], row)
        self.close(database, people["supervisor"], row)
        assert listed() == []


class TestAttention:
    def test_anyone_who_triages_raises(
        self, database: Database, people: People, one: ConversationRow
    ) -> None:
        with database.session() as session:
            conversations.raise_attention(
                session, one.id, people["comms"], Attention.URGENT, "He sounds lost.", one.edition
            )
        found = thread(database, people["comms"])
        assert found.conversation.attention is Attention.URGENT
        assert found.messages[-1].rationale == "He sounds lost."

    def test_only_a_supervisor_lowers_and_says_why(
        self, database: Database, people: People, collector: Collector, public: Public, listed: Listed
    ) -> None:
        public.says("she took an overdose")
        collector.run()
        (row,) = listed()
        lower = (row.id, people["comms"], Attention.ROUTINE, "A film quote.", row.edition)
        with pytest.raises(Refused, match="may not lower"), database.session() as session:
            conversations.lower_attention(session, *lower)
        with pytest.raises(Refused, match="Re-THRIVE"), database.session() as session:
            conversations.lower_attention(
                session, row.id, people["supervisor"], Attention.ROUTINE, " ", row.edition
            )
        with database.session() as session:
            conversations.lower_attention(
                session, row.id, people["supervisor"], Attention.ROUTINE, "A film quote.", row.edition
            )
        assert listed()[0].attention is Attention.ROUTINE
        with database.reading() as session:
            judges = list(session.scalars(sa.select(Assessment.by_id).order_by(Assessment.id)))
        assert judges == [None, people["supervisor"].id]

    def test_raising_never_lowers(self, database: Database, people: People, one: ConversationRow) -> None:
        with pytest.raises(Refused, match="already"), database.session() as session:
            conversations.raise_attention(
                session, one.id, people["comms"], Attention.NONE, "Nothing.", one.edition
            )


class TestNote:
    def test_it_stands_with_its_author(
        self, database: Database, people: People, one: ConversationRow
    ) -> None:
        with database.session() as session:
            conversations.note(session, one.id, people["comms"], " Rang highways. ")
        (note,) = thread(database, people["comms2"]).notes
        assert (note.by_name, note.text) == ("Priya Shah", "Rang highways.")
        assert thread(database, people["comms"]).edition == one.edition
