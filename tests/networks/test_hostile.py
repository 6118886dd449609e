"""A network that means harm, or passes it on: nothing it answers stops the others, grows or waits without end."""

from __future__ import annotations

import gzip
import json
import socketserver
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from desktop.clock import now
from desktop.errors import Doubt, Unavailable
from desktop.networks import bodies, http
from desktop.networks.bluesky_chat import Place as ChatPlace
from desktop.networks.bluesky_chat import read as read_chat
from desktop.networks.bluesky_read import Place, read
from desktop.networks.bluesky_session import Session
from desktop.networks.mastodon import MastodonConnector
from desktop.networks.mastodon_parse import host_of, moment, plain_text
from desktop.networks.protocol import Identity, Prepared

FORCE = Identity("1", "@force@social.example", "Force", "https://social.example/@force")
AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def note(number: int, **status: Any) -> dict[str, Any]:
    said = {
        "id": str(number),
        "created_at": "2026-11-24T09:00:00Z",
        "content": f"<p>said {number}</p>",
        "visibility": "public",
        "account": {"id": "7", "acct": "sam"},
    }
    return {"id": str(number), "type": "mention", "status": said | status}


def force(notifications: Any, conversations: Any = ()) -> MastodonConnector:
    def answer(request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if path == "/api/v1/notifications":
            found = notifications
        elif path == "/api/v1/conversations":
            found = list(conversations)
        else:
            found = ["no object"]  # a context that is none
        text = found if isinstance(found, bytes) else json.dumps(found).encode()
        return httpx.Response(200, content=text)

    transport = httpx.MockTransport(answer)
    return MastodonConnector(
        "https://social.example", '{"access_token": "x"}', account=FORCE, transport=transport
    )


ODD: list[Any] = [None, 3, "words", [], {}, {"id": None}, {"type": "mention"}, note(2) | {"status": "words"}]
ODD += [note(2) | {"status": {"id": None}}, note(2, in_reply_to_id="1"), note(2) | {"status": ["x"]}]


@pytest.mark.parametrize("odd", ODD, ids=str)
def test_one_that_makes_no_sense_stops_no_other(odd: Any) -> None:
    connector = force([note(3), odd, note(1)])
    page = connector.read("")
    keys = [item.key for item in page.items]
    assert {"status:1", "status:3"} <= set(keys)
    assert connector.read(page.cursor).more is False


def test_what_makes_no_sense_is_kept_to_be_looked_at() -> None:
    page = force([{"type": "mention", "status": {"content": "<p>help</p>"}}]).read("")
    assert len(page.items) == 1 and "help" in page.items[0].payload
    with pytest.raises(KeyError):
        force([]).parse(page.items[0].payload)


@pytest.mark.parametrize("answer", [None, {}, "words", 3], ids=str)
def test_what_is_no_list_at_all_is_the_servers_fault(answer: Any) -> None:
    with pytest.raises(Unavailable):
        force(answer).read("")


def test_a_server_that_gives_the_same_page_for_ever_is_asked_once_more() -> None:
    connector = force([note(number) for number in range(60, 20, -1)])
    first = connector.read("")
    assert first.more
    assert not connector.read(first.cursor).more


def test_what_is_nested_without_end_costs_itself_alone() -> None:
    deep = "[" * 10_000 + "]" * 10_000
    page = json.dumps([note(2, extra="DEEP"), note(1)]).replace('"DEEP"', deep)
    connector = force(page.encode())
    items = connector.read("").items
    assert [found.text for item in items if (found := connector.parse(item.payload))] == ["said 1", "said 2"]


def test_json_that_never_closes_is_a_value_error() -> None:
    for bad in ("[" * 100_000, '{"a":' * 5_000, '"' + "\\" * 100_001, "]" * 1000):
        with pytest.raises(ValueError, match=r"."):
            bodies.load(bad)


def test_bytes_that_are_no_text_cost_their_own_letter() -> None:
    broken = json.dumps([note(1)]).encode().replace(b"said 1", b"help \xff\xfe me")
    connector = force(broken)
    item = connector.read("").items[0]
    found = connector.parse(item.payload)
    assert found is not None and found.text == "help \ufffd\ufffd me"


def test_marks_that_nothing_closes_are_read_in_one_pass() -> None:
    for mark in ("<a ", "<!--", "<a href='", "</", "<?", "<![CDATA["):
        assert plain_text("help" + mark * 20_000)[0].startswith("help<")


def test_times_and_addresses_that_are_none() -> None:
    assert moment("0001-01-01T00:00:00+14:00") is None
    assert moment("9999-12-31T23:59:59-14:00") is None
    assert host_of("http://[no") == ""


@pytest.mark.parametrize("receipt", [{"id": None}, {"id": ""}, {"id": {}}, [], "words", None, 4], ids=str)
def test_a_receipt_that_names_no_post_is_doubt_and_no_post(receipt: Any) -> None:
    transport = httpx.MockTransport(lambda _request: httpx.Response(200, json=receipt))
    connector = MastodonConnector("https://s.example", '{"access_token": "x"}', transport=transport)
    with pytest.raises(Unavailable) as raised:
        connector.send(Prepared("key", "{}"))
    assert raised.value.doubt is Doubt.CUT


def answering(content: bytes, **headers: str) -> httpx.Client:
    made = httpx.MockTransport(lambda _request: httpx.Response(200, headers=headers, content=content))
    return http.client(transport=made)


def test_a_bomb_is_not_unpacked_to_its_end() -> None:
    bomb = gzip.compress(b"\0" * (http.LONGEST + 1))
    with pytest.raises(Unavailable, match="too long"):
        http.ask(answering(bomb, **{"Content-Encoding": "gzip"}), "GET", "https://s.example/")


def test_what_says_it_is_packed_and_is_not() -> None:
    with pytest.raises(Unavailable):
        http.ask(answering(b"not gzip", **{"Content-Encoding": "gzip"}), "GET", "https://s.example/")


def test_what_is_packed_is_read() -> None:
    client = answering(gzip.compress(b'{"a": 1}'), **{"Content-Encoding": "gzip"})
    assert http.read_json(http.ask(client, "GET", "https://s.example/")) == {"a": 1}


@pytest.fixture
def dripping() -> Iterator[str]:
    """A server whose answer never ends, a byte at a time."""
    over = threading.Event()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            while self.rfile.readline().strip():
                pass
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
            while not over.wait(0.02):
                try:
                    self.wfile.write(b"x")
                except OSError:
                    return

    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    over.set()
    server.shutdown()
    server.server_close()
    thread.join()


def test_an_answer_that_drips_is_given_up(dripping: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "SLOWEST", 0.2)
    with http.client() as client, pytest.raises(Unavailable) as raised:
        http.ask(client, "GET", dripping)
    assert raised.value.doubt is Doubt.STALLED


@pytest.mark.parametrize("value", ["253402300799", "9" * 400, "²", "soon", "9999-12-31T23:59:59-14:00", "-1"])
def test_no_network_may_silence_us_for_long(value: str) -> None:
    found = http.when(value)
    assert found is None or found <= now() + http.LONGEST_WAIT


@pytest.mark.parametrize("value", ["9" * 400, "²", "Fri, 31 Dec 9999 23:59:59 GMT", "words", "99999999"])
def test_nor_by_retry_after(value: str) -> None:
    found = http.retry_after(httpx.Response(429, headers=[(b"Retry-After", value.encode())]))
    assert found is None or found <= now() + http.LONGEST_WAIT


def bluesky(answer: Callable[[str], Any]) -> Session:
    def handle(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=answer(request.url.path))

    keys: dict[str, Any] = {"did": "did:plc:a", "handle": "a.test", "access": "x", "refresh": "y"}
    keys |= {"identifier": "a", "password": "p", "pds": "https://pds.example", "direct_messages": True}
    transport = httpx.MockTransport(handle)
    return Session("https://pds.example", json.dumps(keys), timeout=2, transport=transport)


def test_a_time_that_is_none_or_still_to_come_stops_no_bluesky_message() -> None:
    times = ["garbage", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", None, "2026-11-24T08:59:00Z"]
    found = [
        {"uri": f"at://did:plc:b/app.bsky.feed.post/{n}", "reason": "reply", "indexedAt": at}
        for n, at in enumerate(times)
    ]
    session = bluesky(lambda _path: {"notifications": found})
    fresh, place = read(session, Place(), AT)
    assert len(fresh) == len(times)
    assert place.newest == "2026-11-24T08:59:00+00:00"


def test_a_list_of_direct_messages_without_end_is_left() -> None:
    pages = iter(range(10_000))

    def answer(path: str) -> Any:
        page = next(pages)
        if path.endswith("listConvos"):
            last = {"sentAt": (AT + timedelta(days=1)).isoformat()}
            return {"convos": [{"id": f"c{page}", "rev": "1", "lastMessage": last}], "cursor": f"k{page}"}
        return {"messages": [], "cursor": ""}

    messages, place = read_chat(bluesky(answer), ChatPlace(), AT)
    assert messages == [] and next(pages) < 200
    assert place.newest <= AT.isoformat()
