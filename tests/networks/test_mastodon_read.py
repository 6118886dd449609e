"""No notification is lost: not one that shows late, nor because another part of the server fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest

from desktop.clock import now
from desktop.errors import Unavailable
from desktop.networks import mastodon_place
from desktop.networks.mastodon import MastodonConnector
from desktop.practice.server import PracticeNetwork


@pytest.fixture
def force(practice: PracticeNetwork) -> Iterator[MastodonConnector]:
    connector = MastodonConnector(practice.url, practice.credentials("force"), timeout=2)
    connector.check()
    yield connector
    connector.close()


def read(connector: MastodonConnector, cursor: str) -> tuple[list[str], str]:
    """Read to the end: the texts, and the cursor behind them."""
    found, more = [], True
    while more:
        page = connector.read(cursor)
        cursor, more = page.cursor, page.more
        parsed = [connector.parse(item.payload) for item in page.items]
        found += [message.text for message in parsed if message is not None]
    return found, cursor


def test_one_that_shows_late_is_read_all_the_same(
    practice: PracticeNetwork, force: MastodonConnector
) -> None:
    practice.say("maya", "@force first")
    _, cursor = read(force, "")
    practice.say("tegid", "@force made first, shown last")
    notes = practice.state.notifications[practice.state.by_name["force"]]
    late = notes.pop()
    practice.say("maya", "@force made last, shown first")
    texts, cursor = read(force, cursor)
    assert texts == ["@force made last, shown first"]
    notes.insert(1, late)
    texts, cursor = read(force, cursor)
    assert texts == ["@force made first, shown last"]
    assert read(force, cursor)[0] == []


def test_a_backlog_is_read_whole_and_once(practice: PracticeNetwork, force: MastodonConnector) -> None:
    _, cursor = read(force, "")
    said = [f"@force message {number}" for number in range(95)]
    for number, text in enumerate(said):
        practice.say(f"person{number}", text)
    texts, cursor = read(force, cursor)
    assert texts == said
    assert read(force, cursor)[0] == []


def test_what_was_read_long_ago_is_not_read_again() -> None:
    state: dict[str, object] = {"notification": "7"}
    at = now()
    mastodon_place.reached(state, [{"id": "9"}, {"id": "8"}], at, more=False)
    assert mastodon_place.start(state) == "7"
    mastodon_place.reached(state, [{"id": "9"}, {"id": "8"}], at + timedelta(minutes=3), more=False)
    assert (mastodon_place.start(state), state["recent"]) == ("9", [])


def test_a_busy_minute_is_not_read_again_whole() -> None:
    state: dict[str, object] = {}
    page = [{"id": str(number)} for number in range(130, 100, -1)]
    mastodon_place.reached(state, page, now(), more=False)
    assert mastodon_place.start(state) == "110"


@pytest.mark.parametrize("mode", ["status", "garbage", "lose-response"])
def test_a_thread_that_cannot_be_read_holds_up_no_message(
    practice: PracticeNetwork, force: MastodonConnector, mode: str
) -> None:
    ours = practice.say("maya", "A post of somebody's")
    practice.say("tegid", "@force he has got a knife", ours["id"])
    practice.faults.arm({"mode": mode, "match": "/context", "times": 100})
    assert read(force, "")[0] == ["@force he has got a knife"]
    assert sum(fault["hits"] for fault in practice.faults.armed()) == 1


def test_direct_messages_that_fail_hold_up_no_mention(
    practice: PracticeNetwork, force: MastodonConnector
) -> None:
    practice.say("tegid", "@force he has got a knife")
    practice.faults.arm({"mode": "status", "match": "/api/v1/conversations", "times": 2})
    page = force.read("")
    assert [json.loads(item.payload)["account"]["username"] for item in page.items] == ["tegid"]
    assert page.more
    with pytest.raises(Unavailable):
        force.read(page.cursor)
    assert force.read(page.cursor).items == ()
