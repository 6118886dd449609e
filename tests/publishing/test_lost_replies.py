"""A reply that is read back from the account before its own answer came is one reply, and is published."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from desktop import clock
from desktop.inbox import replies
from desktop.inbox.collecting import Collector
from desktop.models import Conversation, Message, PublicationState
from tests.publishing.conftest import Desk

S = PublicationState


@pytest.fixture
def collector(desk: Desk) -> Iterator[Collector]:
    collector = Collector(desk.database, desk.connectors, "collector")
    yield collector
    collector.close()


def answer(desk: Desk, collector: Collector, text: str) -> int:
    desk.network.say("maya", "@force where do I hand in a purse?", direct=True)
    collector.run()
    with desk.database.session() as session:
        conversation = session.scalars(sa.select(Conversation)).one()
        return replies.reply(session, conversation.id, text, desk.people["operator"], conversation.edition)


def shown(desk: Desk) -> list[tuple[str, str]]:
    """The force's own words in the thread, with the network's ids."""
    with desk.database.reading() as session:
        query = sa.select(Message).where(Message.outgoing.is_(True)).order_by(Message.id)
        return [(message.text, message.network_id) for message in session.scalars(query)]


@pytest.mark.parametrize("mode", ["lose-response", "garbage"])
def test_a_lost_answer_shows_one_reply(desk: Desk, collector: Collector, mode: str) -> None:
    publication = answer(desk, collector, "At any police station.")
    desk.network.faults.arm({"mode": mode, "match": "/api/v1/statuses", "method": "POST"})
    desk.publisher.run_due()
    assert desk.state(publication) is S.UNCONFIRMED or desk.state(publication) is S.PUBLISHED
    collector.run()
    desk.run_until(lambda: desk.state(publication) is S.PUBLISHED)
    assert shown(desk) == [("At any police station.", desk.published()[0])]


def test_read_before_its_answer_is_stored_it_is_still_one(desk: Desk, collector: Collector) -> None:
    """Nothing went wrong: the account was read between the sending and the storing."""
    publication = answer(desk, collector, "At any police station.")
    claimed = desk.publisher._begin(desk.publisher._claim(clock.now()))
    sent = [desk.publisher._send(ready) for ready in claimed]
    collector.run()
    desk.publisher._settle(sent)
    assert desk.state(publication) is S.PUBLISHED
    assert shown(desk) == [("At any police station.", desk.published()[0])]


def test_one_that_the_network_changed_is_published_too(desk: Desk, collector: Collector) -> None:
    """It is not known for ours when the account is read: it stands there twice, and nothing is held up."""
    publication = answer(desk, collector, "At any police station.")
    claimed = desk.publisher._begin(desk.publisher._claim(clock.now()))
    sent = [desk.publisher._send(ready) for ready in claimed]
    desk.network.state.statuses[desk.published()[0]]["text"] = "@maya <changed by the server>"
    collector.run()
    desk.publisher._settle(sent)
    assert desk.state(publication) is S.PUBLISHED
    assert len(shown(desk)) == 2
