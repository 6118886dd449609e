from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa

from desktop.accounts import rows
from desktop.clock import now
from desktop.errors import Refused
from desktop.inbox import conversations, replies
from desktop.inbox.collecting import Collector
from desktop.inbox.rows import ConversationRow, Thread
from desktop.models import Account, Actor, AuditEntry, Message, Publication, PublicationState, Purpose
from desktop.models.database import Database
from tests.inbox.public import Public

People = dict[str, Actor]
S = PublicationState


@pytest.fixture
def row(
    database: Database,
    people: People,
    collector: Collector,
    public: Public,
    listed: Callable[..., list[ConversationRow]],
) -> ConversationRow:
    """A conversation that a comms officer has read."""
    public.says("is the road open?")
    collector.run()
    with database.session() as session:
        conversations.opened(session, 1, people["comms"])
    return listed()[0]


def reply(database: Database, by: Actor, row: ConversationRow, text: str = "It is, since noon.") -> int:
    with database.session() as session:
        return replies.reply(session, row.id, text, by, row.edition)


def thread(database: Database, by: Actor) -> Thread:
    with database.reading() as session:
        return conversations.thread(session, 1, by)


def settle(database: Database, state: PublicationState, **values: object) -> None:
    """Let the publisher bring the reply to ``state``."""
    with database.session() as session:
        session.execute(sa.update(Publication).values(state=state, **values))


class TestReply:
    def test_it_is_stored_and_not_called_sent(
        self, database: Database, people: People, row: ConversationRow
    ) -> None:
        publication_id = reply(database, people["comms"], row)
        with database.reading() as session:
            publication = session.get_one(Publication, publication_id)
        assert (publication.purpose, publication.state) == (Purpose.REPLY, S.SCHEDULED)
        assert publication.due_at <= now() and publication.text == "It is, since noon."
        found = thread(database, people["comms"])
        assert [message.outgoing for message in found.messages] == [False, True]
        assert found.messages[1].state_words == "Stored, not yet sent"
        assert found.pending == (publication_id,)

    def test_whoever_replies_owns_it(self, database: Database, people: People, row: ConversationRow) -> None:
        reply(database, people["comms"], row)
        assert thread(database, people["comms"]).conversation.owner_name == "Priya Shah"

    def test_two_people_send_one_reply(
        self, database: Database, people: People, row: ConversationRow
    ) -> None:
        reply(database, people["comms"], row)
        with pytest.raises(Refused, match="Priya Shah is handling this conversation until"):
            reply(database, people["comms2"], row)
        with pytest.raises(Refused, match="changed while you were looking"):
            reply(database, people["comms"], row)
        with database.reading() as session:
            assert session.scalar(sa.select(sa.func.count(Publication.id))) == 1

    def test_it_is_audited_without_its_text(
        self, database: Database, people: People, row: ConversationRow
    ) -> None:
        reply(database, people["comms"], row)
        with database.reading() as session:
            entry = session.scalars(sa.select(AuditEntry).order_by(AuditEntry.seq.desc())).first()
        assert entry is not None and entry.action == "conversation.reply"
        assert "noon" not in entry.detail

    def test_a_refused_one_leaves_nothing(
        self, database: Database, people: People, row: ConversationRow
    ) -> None:
        with pytest.raises(Refused, match="too long"):
            reply(database, people["comms"], row, "x" * 61)
        with pytest.raises(Refused, match="Write the reply first"):
            reply(database, people["comms"], row, "  ")
        assert len(thread(database, people["comms"]).messages) == 1

    def test_the_mention_counts(self, database: Database, row: ConversationRow) -> None:
        with database.reading() as session:
            plain = replies.length(session, row.id, "hello")
            named = replies.length(session, row.id, "@ann@else.example hello")
        assert plain.used == named.used > len("hello")

    def test_a_closed_conversation_is_reopened_first(
        self, database: Database, people: People, row: ConversationRow
    ) -> None:
        with database.session() as session:
            conversations.close(session, row.id, people["comms"], "answered", row.edition)
        with pytest.raises(Refused, match="Reopen it"):
            reply(database, people["comms"], row)

    def test_an_account_that_cannot_send_says_so(
        self, database: Database, people: People, row: ConversationRow
    ) -> None:
        with database.session() as session:
            session.execute(sa.update(Account).values(sign_in_needed=True))
        with pytest.raises(Refused, match="connected again"):
            reply(database, people["comms"], row)
        with database.session() as session:
            rows.disconnect(session, people["admin"], row.account_id)
        with pytest.raises(Refused, match="Connect it again"):
            reply(database, people["comms"], row)

    def test_nothing_closes_over_an_unsent_reply(
        self, database: Database, people: People, row: ConversationRow
    ) -> None:
        reply(database, people["comms"], row)
        edition = thread(database, people["comms"]).edition
        with pytest.raises(Refused, match="not sent yet"), database.session() as session:
            conversations.close(session, row.id, people["comms"], "answered", edition)

    def test_who_may_not_is_refused(self, database: Database, people: People, row: ConversationRow) -> None:
        with pytest.raises(Refused):
            reply(database, people["auditor"], row)


class TestWords:
    @pytest.mark.parametrize("state", list(S))
    def test_only_what_the_network_took_is_called_sent(
        self, database: Database, people: People, row: ConversationRow, state: PublicationState
    ) -> None:
        reply(database, people["comms"], row)
        if state in (S.PUBLISHED, S.WITHDRAWN):
            settle(database, S.PUBLISHED, published_at=now())
        settle(database, state, reason="Because.")
        words = thread(database, people["comms"]).messages[1].state_words
        assert words.startswith("Sent at") == (state in (S.PUBLISHED, S.WITHDRAWN))
        assert words


class TestReadBack:
    """The network shows us our own reply: it stands in the thread once."""

    def test_after_its_receipt(
        self,
        database: Database,
        people: People,
        row: ConversationRow,
        collector: Collector,
        public: Public,
    ) -> None:
        reply(database, people["comms"], row)
        settle(database, S.PUBLISHED, network_id="m-own", published_at=now())
        public.says("It is, since noon.", own=True, who="force", network_id="m-own")
        collector.run()
        assert [message.network_id for message in thread(database, people["comms"]).messages] == [
            "m1",
            "m-own",
        ]

    def test_before_its_receipt(
        self,
        database: Database,
        people: People,
        row: ConversationRow,
        collector: Collector,
        public: Public,
    ) -> None:
        reply(database, people["comms"], row)
        settle(database, S.SENDING)
        public.says("It is, since noon.", own=True, who="force", network_id="m-own")
        collector.run()
        settle(database, S.PUBLISHED, network_id="m-own", published_at=now() + timedelta(seconds=1))
        messages = thread(database, people["comms"]).messages
        assert [message.text for message in messages] == ["is the road open?", "It is, since noon."]

    def test_our_post_is_told_by_its_id_alone(
        self,
        database: Database,
        people: People,
        row: ConversationRow,
        collector: Collector,
        public: Public,
    ) -> None:
        reply(database, people["comms"], row)
        settle(database, S.PUBLISHED, network_id="m-own", published_at=now())
        public.says(
            "It is, since noon.", who="force", network_id="m-own"
        )  # the connector does not say it is ours
        collector.run()
        with database.reading() as session:
            outgoing = list(session.scalars(sa.select(Message.outgoing).order_by(Message.id)))
        assert outgoing == [False, True]
