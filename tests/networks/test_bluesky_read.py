"""Reading Bluesky's inbox: nothing skipped, nothing trusted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from desktop.clock import now
from desktop.errors import Unavailable
from desktop.networks.bluesky import BlueskyConnector
from desktop.networks.bluesky_read import PAGE, PAGES
from desktop.networks.protocol import Kind, Link

DID = "did:plc:force"
START = now() - timedelta(hours=3)


def notification(number: int, at: datetime, reason: str = "mention", **record: Any) -> dict[str, Any]:
    did = f"did:plc:author{number % 7}"
    return {
        "uri": f"at://{did}/app.bsky.feed.post/{number}",
        "cid": f"bafy{number}",
        "author": {"did": did, "handle": f"author{number % 7}.test"},
        "reason": reason,
        "record": {"$type": "app.bsky.feed.post", "text": f"message {number}", **record},
        "isRead": False,
        "indexedAt": at.isoformat().replace("+00:00", "Z"),
    }


class Network:
    """Notifications, profiles and direct messages as Bluesky pages them; a list the tests add to."""

    def __init__(self) -> None:
        self.notifications: list[dict[str, Any]] = []
        self.convos: dict[str, list[dict[str, Any]]] = {}
        self.broken: set[str] = set()
        self.asked: list[str] = []

    def add(self, *new: dict[str, Any]) -> None:
        self.notifications = sorted(
            [*self.notifications, *new], key=lambda n: str(n["indexedAt"]), reverse=True
        )

    def say(self, convo: str, number: int, at: datetime, did: str = "did:plc:alice", **more: Any) -> None:
        message = {
            "id": f"m{number}",
            "rev": f"2222{number:09}",
            "text": f"dm {number}",
            "sender": {"did": did},
        }
        message |= {"sentAt": at.isoformat(), **more}
        self.convos.setdefault(convo, []).insert(0, message)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        method = request.url.path.rpartition(".")[2]
        self.asked.append(method)
        if method in self.broken:
            return httpx.Response(502, json={"error": "UpstreamFailure"})
        return httpx.Response(200, json=getattr(self, f"_{method}")(request.url.params))

    def _listNotifications(self, params: httpx.QueryParams) -> dict[str, Any]:
        return paged("notifications", self.notifications, params)

    def _getProfiles(self, params: httpx.QueryParams) -> dict[str, Any]:
        actors = params.get_list("actors")
        assert 0 < len(actors) <= 25
        people = [
            {"did": a, "handle": f"{a[8:]}.test", "followersCount": 12, "description": "Hi"} for a in actors
        ]
        return {"profiles": [person | {"createdAt": "2024-01-02T03:04:05Z"} for person in people]}

    def _listConvos(self, params: httpx.QueryParams) -> dict[str, Any]:
        by_last = sorted(self.convos.items(), key=lambda c: str(c[1][0]["rev"]), reverse=True)
        convos = [{"id": name, "rev": all_[0]["rev"], "lastMessage": all_[0]} for name, all_ in by_last]
        return paged("convos", convos, params)

    def _getMessages(self, params: httpx.QueryParams) -> dict[str, Any]:
        return paged("messages", self.convos[params["convoId"]], params)


def paged(name: str, rows: list[dict[str, Any]], params: httpx.QueryParams) -> dict[str, Any]:
    # A cursor names the last row, so that what arrives on top does not shift the pages below.
    keys = [row.get("uri") or row["id"] for row in rows]
    start = keys.index(params["cursor"]) + 1 if "cursor" in params else 0
    end = start + int(params["limit"])
    return {name: rows[start:end]} | ({"cursor": keys[end - 1]} if end < len(rows) else {})


@pytest.fixture
def network() -> Network:
    return Network()


@pytest.fixture
def connector(network: Network) -> Iterator[BlueskyConnector]:
    yield from connection(network, direct_messages=False)


@pytest.fixture
def messenger(network: Network) -> Iterator[BlueskyConnector]:
    yield from connection(network, direct_messages=True)


def connection(network: Network, *, direct_messages: bool) -> Iterator[BlueskyConnector]:
    keys = {
        "did": DID,
        "handle": "force.test",
        "access": "a",
        "refresh": "r",
        "direct_messages": direct_messages,
    }
    made = BlueskyConnector("https://pds.test", json.dumps(keys), transport=httpx.MockTransport(network))
    yield made
    made.close()


def read_all(connector: BlueskyConnector, cursor: str) -> tuple[list[str], str]:
    keys, more = [], True
    while more:
        page = connector.read(cursor)
        keys += [item.key for item in page.items]
        cursor, more = page.cursor, page.more
    return keys, cursor


def keys_of(*numbers: int) -> list[str]:
    return [f"at://did:plc:author{n % 7}/app.bsky.feed.post/{n}" for n in numbers]


def test_messages_come_once_with_their_authors_profile(network: Network, connector: BlueskyConnector) -> None:
    network.add(notification(1, START), notification(2, START, "like"), notification(3, START, "reply"))
    page = connector.read("")
    assert {item.key for item in page.items} == set(keys_of(1, 3))
    payload = json.loads(page.items[0].payload)
    assert payload["notification"] in network.notifications
    assert payload["profile"]["followersCount"] == 12
    again = connector.read(page.cursor)
    assert (again.items, again.more) == ((), False)
    network.add(notification(4, START + timedelta(minutes=1), "quote"))
    assert [item.key for item in connector.read(again.cursor).items] == keys_of(4)


def test_an_idle_account_costs_one_call(network: Network, connector: BlueskyConnector) -> None:
    network.add(*(notification(n, START + timedelta(minutes=n)) for n in range(30)))
    _, cursor = read_all(connector, "")
    network.asked.clear()
    assert connector.read(cursor).items == ()
    assert network.asked == ["listNotifications"]


def test_a_backlog_is_read_newest_first_in_bounded_calls_and_nothing_is_skipped(
    network: Network, connector: BlueskyConnector
) -> None:
    total = PAGE * PAGES * 3 + 17
    network.add(*(notification(n, START + timedelta(seconds=n)) for n in range(total)))
    seen, cursor, more = [], "", True
    while more:
        network.asked.clear()
        page = connector.read(cursor)
        assert network.asked.count("listNotifications") <= PAGES
        seen += [item.key for item in page.items]
        cursor, more = page.cursor, page.more
        if len(seen) == PAGE * PAGES:  # while the backlog is read, the newest does not wait for it
            network.add(notification(9000, START + timedelta(hours=2)))
    assert seen[0] == keys_of(total - 1)[0]
    assert seen.index(keys_of(9000)[0]) == PAGE * PAGES
    assert sorted(seen) == sorted(keys_of(*range(total), 9000))
    assert len(cursor) < 100_000


def test_a_backlog_that_grew_while_nobody_read_is_read_whole(
    network: Network, connector: BlueskyConnector
) -> None:
    network.add(notification(0, START))
    seen, cursor = read_all(connector, "")
    total = PAGE * PAGES * 2
    network.add(*(notification(n, START + timedelta(minutes=n)) for n in range(1, 100)))
    network.add(*(notification(n, START + timedelta(minutes=100, seconds=n)) for n in range(100, total)))
    later, _ = read_all(connector, cursor)
    assert sorted(seen + later) == sorted(keys_of(*range(total)))


def test_a_reply_from_a_slow_telephone_is_not_missed(network: Network, connector: BlueskyConnector) -> None:
    network.add(notification(1, START + timedelta(hours=1)))
    _, cursor = read_all(connector, "")
    network.add(notification(2, START + timedelta(minutes=55)))  # its own clock says five minutes ago
    fresh, cursor = read_all(connector, cursor)
    assert fresh == keys_of(2)
    likes = (notification(n, START + timedelta(minutes=30, seconds=n), "like") for n in range(100, 200))
    network.add(notification(3, START), *likes)  # an hour: the sweep finds it
    fresh, cursor = read_all(connector, cursor)
    assert fresh == []
    place = json.loads(cursor)
    place["public"]["swept"] = (now() - timedelta(minutes=20)).isoformat()
    fresh, cursor = read_all(connector, json.dumps(place))
    assert keys_of(3)[0] in fresh
    assert read_all(connector, cursor)[0] == []


def test_messages_are_handed_over_even_where_profiles_cannot_be_had(
    network: Network, connector: BlueskyConnector
) -> None:
    network.add(notification(1, START))
    network.broken = {"getProfiles"}
    [item] = connector.read("").items
    message = connector.parse(item.payload)
    assert message is not None
    assert (message.author.handle, message.author.followers) == ("@author1.test", None)


def test_a_failed_page_moves_nothing(network: Network, connector: BlueskyConnector) -> None:
    network.add(notification(1, START))
    network.broken = {"listNotifications"}
    with pytest.raises(Unavailable):
        connector.read("")
    network.broken = set()
    assert len(connector.read("").items) == 1


# Direct messages


def test_direct_messages_come_once_and_long_conversations_whole(
    network: Network, messenger: BlueskyConnector
) -> None:
    for number in range(120):
        network.say("one", number, START + timedelta(seconds=number))
    network.say("two", 200, START + timedelta(seconds=200), did=DID)
    network.say("old", 1, now() - timedelta(days=60))
    seen, cursor = read_all(messenger, "")
    wanted = [f"direct:one:m{n}" for n in range(120)] + ["direct:two:m200"]
    assert sorted(seen) == sorted(wanted)
    network.asked.clear()
    assert read_all(messenger, cursor)[0] == []
    assert network.asked == ["listNotifications", "listConvos"]
    network.say("two", 201, START + timedelta(minutes=30))
    network.say("old", 202, START + timedelta(minutes=31))
    fresh, _ = read_all(messenger, cursor)
    assert {"direct:two:m201", "direct:old:m202"} <= set(fresh)
    assert "direct:old:m1" not in fresh


def test_public_messages_are_not_held_up_by_failing_direct_messages(
    network: Network, messenger: BlueskyConnector
) -> None:
    network.add(notification(1, START))
    network.say("one", 5, START)
    network.broken = {"listConvos"}
    page = messenger.read("")
    assert [item.key for item in page.items] == keys_of(1)
    assert page.more
    with pytest.raises(Unavailable, match="Direct messages could not be read"):
        messenger.read(page.cursor)
    network.broken = set()
    assert read_all(messenger, page.cursor)[0] == ["direct:one:m5"]


def test_a_direct_message_is_parsed(network: Network, messenger: BlueskyConnector) -> None:
    network.say("one", 5, datetime(2026, 11, 24, 2, 14, tzinfo=UTC))
    network.say("one", 6, datetime.now(UTC), did=DID)
    network.convos["one"][1]["sentAt"] = datetime.now(UTC).isoformat()
    theirs, ours = sorted((item.payload for item in messenger.read("").items), key=lambda p: '"m6"' in p)
    message = messenger.parse(theirs)
    assert message is not None
    assert (message.kind, message.conversation_key) == (Kind.DIRECT, "direct:one")
    assert (message.network_id, message.text, message.own) == ("m5", "dm 5", False)
    assert (message.author.handle, message.author.followers) == ("@alice.test", 12)
    own = messenger.parse(ours)
    assert own is not None
    assert own.own
    gone = json.dumps({"kind": "chat", "convoId": "one", "message": {"id": "m7", "sender": {"did": DID}}})
    assert messenger.parse(gone) is None


# Parsing


def parsed(connector: BlueskyConnector, given: dict[str, Any], profile: dict[str, Any] | None = None) -> Any:
    return connector.parse(json.dumps({"kind": "notification", "notification": given, "profile": profile}))


def test_a_reply_is_parsed(connector: BlueskyConnector) -> None:
    root = {"uri": f"at://{DID}/app.bsky.feed.post/1", "cid": "bafyroot"}
    parent = {"uri": f"at://{DID}/app.bsky.feed.post/2", "cid": "bafyparent"}
    given = notification(
        8,
        datetime(2026, 11, 24, 2, 14, tzinfo=UTC),
        "reply",
        langs=["cy"],
        reply={"root": root, "parent": parent},
    )
    profile = {
        "did": "did:plc:author1",
        "handle": "sian.test",
        "displayName": "Siân",
        "description": "<b>Plain</b>",
        "followersCount": 42,
        "createdAt": "2024-05-06T07:08:09.000Z",
        "labels": [{"val": "bot"}],
    }
    message = parsed(connector, given, profile)
    assert message.kind is Kind.REPLY
    assert message.conversation_key == f"thread:{root['uri']}:did:plc:author1"
    assert message.reply_to == parent["uri"]
    assert message.received_at == datetime(2026, 11, 24, 2, 14, tzinfo=UTC)
    assert (message.text, message.language) == ("message 8", "cy")
    assert message.url == "https://bsky.app/profile/did:plc:author1/post/8"
    author = message.author
    assert (author.handle, author.name, author.followers, author.bot) == ("@sian.test", "Siân", 42, True)
    assert author.description == "<b>Plain</b>"
    assert author.created_at == datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)


def facet(start: object, end: object, uri: object) -> dict[str, Any]:
    feature = {"$type": "app.bsky.richtext.facet#link", "uri": uri}
    return {"index": {"byteStart": start, "byteEnd": end}, "features": [feature]}


def test_links_show_where_they_really_lead_and_bad_offsets_are_left_out(connector: BlueskyConnector) -> None:
    text = "Môr 🚨 bank.test now"
    given = notification(1, START, text=text)
    given["record"]["facets"] = [
        facet(10, 19, "https://elsewhere.test/x"),
        facet(2, 5, "https://inside-a-letter.test"),
        facet(10, 999, "https://beyond.test"),
        facet(5, 5, "https://empty.test"),
        facet(-1, 4, "https://negative.test"),
        facet("0", None, "https://words.test"),
        facet(0, 3, 7),
        {"index": None, "features": "none"},
        "not a facet",
    ]
    message = parsed(connector, given)
    assert message.links == (Link("bank.test", "https://elsewhere.test/x", 6, 15),)
    assert text[6:15] == "bank.test"


@pytest.mark.parametrize(
    ("embed", "words"),
    [
        (
            {"$type": "app.bsky.embed.images", "images": [{"alt": "A fire"}, {"alt": " "}]},
            ("Image: A fire", "Image without a description"),
        ),
        ({"$type": "app.bsky.embed.video"}, ("Video without a description",)),
        (
            {
                "$type": "app.bsky.embed.external",
                "external": {"uri": "https://x.test/a", "title": "Your bank"},
            },
            ("Link card to x.test: Your bank (https://x.test/a)",),
        ),
        (
            {
                "$type": "app.bsky.embed.recordWithMedia",
                "record": {"record": {"uri": f"at://{DID}/app.bsky.feed.post/1"}},
                "media": {"$type": "app.bsky.embed.images", "images": [{"alt": "A map"}]},
            },
            ("Image: A map", f"Quoted post: https://bsky.app/profile/{DID}/post/1"),
        ),
        ({"$type": "app.example.new"}, ("Something this program cannot show (app.example.new)",)),
        ("nonsense", ()),
    ],
)
def test_attachments_are_described_and_never_fetched(
    connector: BlueskyConnector, network: Network, embed: Any, words: tuple[str, ...]
) -> None:
    assert parsed(connector, notification(1, START, embed=embed)).attachments == words
    assert network.asked == []


def test_what_is_no_message_is_none_and_what_is_broken_says_so(connector: BlueskyConnector) -> None:
    for reason in ("like", "follow", "repost", "starterpack-joined"):
        assert parsed(connector, notification(1, START, reason)) is None
    with pytest.raises(ValueError):
        connector.parse("not json")
    with pytest.raises(ValueError):
        parsed(connector, notification(1, START) | {"author": None})
    odd = notification(1, START, text=7, langs="en", reply=[], facets={}, embed=[])
    assert parsed(connector, odd).text == ""
