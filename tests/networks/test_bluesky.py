"""The Bluesky connector where no real server can be made to say it: tokens that ran out, proxies' pages."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from desktop.clock import now
from desktop.errors import Denied, Doubt, Refused, SignInNeeded, Unavailable
from desktop.networks.bluesky import NO_DIRECT_MESSAGES, BlueskyConnector, sign_in
from desktop.networks.bluesky_syntax import is_tid
from desktop.networks.protocol import Image, Kind, Outgoing, Target

DID = "did:plc:force"
POST = f"at://{DID}/app.bsky.feed.post/3l7mmbqdy22s2"
AT = datetime(2026, 11, 24, 9, 0, 0, 123456, tzinfo=UTC)
KEYS = {
    "identifier": "force.test",
    "password": "app-pass-word-here",
    "did": DID,
    "handle": "force.test",
    "access": "access-1",
    "refresh": "refresh-1",
    "direct_messages": False,
}
EXPIRED = (400, {"error": "ExpiredToken", "message": "Token has expired"})
RECEIPT = {"uri": POST, "cid": "bafyone", "commit": {"cid": "bafytwo", "rev": "3l7mmbqdy22s2"}}
Answer = tuple[int, Any] | httpx.Response | Callable[[httpx.Request], Any]


class Server:
    """Answers each XRPC method with the next of the answers given for it, the last one for ever."""

    def __init__(self, **methods: Answer | list[Answer]) -> None:
        self.answers = {name: list(a) if isinstance(a, list) else [a] for name, a in methods.items()}
        self.asked: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        name = request.url.path.rpartition(".")[2].rpartition("/")[2]
        answers = self.answers[name]
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if callable(answer) and not isinstance(answer, httpx.Response):
            answer = answer(request)
        return answer if isinstance(answer, httpx.Response) else httpx.Response(answer[0], json=answer[1])

    def methods(self) -> list[str]:
        return [request.url.path.rpartition(".")[2] for request in self.asked]

    def sent(self, name: str) -> list[Any]:
        return [json.loads(r.content) for r in self.asked if r.url.path.endswith("." + name)]


@pytest.fixture
def connect() -> Iterator[Callable[..., BlueskyConnector]]:
    made: list[BlueskyConnector] = []

    def make(server: Server, **keys: Any) -> BlueskyConnector:
        transport = httpx.MockTransport(server)
        made.append(BlueskyConnector("https://pds.test", json.dumps(KEYS | keys), transport=transport))
        return made[-1]

    yield make
    for connector in made:
        connector.close()


Connect = Callable[..., BlueskyConnector]


def tokens(number: int, **more: Any) -> tuple[int, dict[str, Any]]:
    keys = {
        "did": DID,
        "handle": "force.test",
        "accessJwt": f"access-{number}",
        "refreshJwt": f"refresh-{number}",
    }
    return 200, keys | more


def signed_with(request: httpx.Request) -> str:
    return str(request.headers.get("Authorization", "")).removeprefix("Bearer ")


def outgoing(text: str = "Appeal", **more: Any) -> Outgoing:
    return Outgoing("0" * 32, text, "en-GB", AT, **more)


# Sessions


def test_an_expired_token_is_renewed_and_the_post_is_sent_once(connect: Connect) -> None:
    server = Server(putRecord=[EXPIRED, (200, RECEIPT)], refreshSession=tokens(2))
    connector = connect(server)
    assert connector.credentials() is None
    sent = connector.send(connector.prepare(outgoing()))
    assert sent.network_id == POST
    assert server.methods() == ["putRecord", "refreshSession", "putRecord"]
    assert [signed_with(request) for request in server.asked] == ["access-1", "refresh-1", "access-2"]
    kept = json.loads(connector.credentials() or "")
    assert (kept["access"], kept["refresh"]) == ("access-2", "refresh-2")
    assert kept["password"] == KEYS["password"]


def test_a_refused_refresh_falls_back_to_the_app_password_once(connect: Connect) -> None:
    server = Server(
        getRecord=[EXPIRED, (400, {"error": "RecordNotFound", "message": "none"})],
        refreshSession=(400, {"error": "ExpiredToken", "message": "Token has been revoked"}),
        createSession=tokens(3),
    )
    connector = connect(server)
    assert connector.find(connector.prepare(outgoing()), AT) == ()
    assert server.methods() == ["getRecord", "refreshSession", "createSession", "getRecord"]
    assert server.sent("createSession") == [{"identifier": "force.test", "password": "app-pass-word-here"}]


def test_a_revoked_app_password_needs_a_sign_in_and_is_not_tried_again(connect: Connect) -> None:
    wrong = (401, {"error": "AuthenticationRequired", "message": "Invalid identifier or password"})
    server = Server(
        listNotifications=EXPIRED,
        refreshSession=(400, {"error": "ExpiredToken", "message": "Token has been revoked"}),
        createSession=wrong,
    )
    connector = connect(server)
    for _ in range(3):
        with pytest.raises(SignInNeeded, match="Make a new app password"):
            connector.read("")
    assert server.methods().count("createSession") == 1


def test_a_limit_on_sessions_is_a_wait_and_no_revocation(connect: Connect) -> None:
    reset = int((now() + timedelta(minutes=4)).timestamp())
    limited = httpx.Response(
        429, headers={"RateLimit-Reset": str(reset)}, json={"error": "RateLimitExceeded"}
    )
    server = Server(putRecord=EXPIRED, refreshSession=EXPIRED, createSession=limited)
    connector = connect(server)
    with pytest.raises(Unavailable) as caught:
        connector.send(connector.prepare(outgoing()))
    assert not isinstance(caught.value, SignInNeeded)
    assert caught.value.retry_at == datetime.fromtimestamp(reset, UTC)
    assert caught.value.doubt is Doubt.NOT_DONE


def test_a_lost_answer_to_the_renewal_leaves_no_doubt_about_the_post(connect: Connect) -> None:
    def lose(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("cut", request=request)

    server = Server(putRecord=EXPIRED, refreshSession=lose)
    connector = connect(server)
    with pytest.raises(Unavailable) as caught:
        connector.send(connector.prepare(outgoing()))
    assert caught.value.doubt is Doubt.NOT_DONE


def test_a_token_refused_for_ever_ends_in_a_sign_in(connect: Connect) -> None:
    bad = (401, {"error": "AuthMissing", "message": "Authentication Required"})
    server = Server(putRecord=bad, refreshSession=tokens(2), createSession=tokens(3))
    connector = connect(server)
    with pytest.raises(SignInNeeded):
        connector.send(connector.prepare(outgoing()))
    assert server.methods() == ["putRecord", "refreshSession", "putRecord"]


def test_an_account_that_was_taken_down_says_so(connect: Connect) -> None:
    gone = (401, {"error": "AccountTakedown", "message": "Account has been taken down"})
    server = Server(putRecord=gone, refreshSession=gone, createSession=gone)
    connector = connect(server)
    with pytest.raises(SignInNeeded, match="taken this account down"):
        connector.send(connector.prepare(outgoing()))


def test_tokens_go_to_the_accounts_own_server_and_never_to_this_computer(connect: Connect) -> None:
    def document(endpoint: str) -> dict[str, Any]:
        return {"didDoc": {"service": [{"id": "#atproto_pds", "serviceEndpoint": endpoint}]}}

    for endpoint, host in (
        ("https://morel.host.test", "morel.host.test"),
        ("http://localhost:9", "pds.test"),
    ):
        server = Server(putRecord=[EXPIRED, (200, RECEIPT)], refreshSession=tokens(2, **document(endpoint)))
        connector = connect(server)
        connector.send(connector.prepare(outgoing()))
        assert server.asked[-1].url.host == host


# Answers


@pytest.mark.parametrize(
    ("answer", "doubt"),
    [
        (httpx.Response(502, text="<html>Bad gateway</html>"), Doubt.STALLED),
        (httpx.Response(503, text="<html>Sorry</html>"), Doubt.CUT),
        (httpx.Response(500, json={"error": "InternalServerError"}), Doubt.CUT),
        (httpx.Response(403, text="<html>Blocked</html>"), Doubt.NOT_DONE),
        (httpx.Response(302, headers={"Location": "https://portal.test"}), Doubt.NOT_DONE),
        (httpx.Response(200, text="<html>Sign in to the guest network</html>"), Doubt.CUT),
        (httpx.Response(200, json={"ok": True}), Doubt.CUT),
        (httpx.Response(200, json=[]), Doubt.CUT),
    ],
)
def test_what_is_not_the_networks_answer_leaves_the_right_doubt(
    connect: Connect, answer: httpx.Response, doubt: Doubt
) -> None:
    connector = connect(Server(putRecord=answer))
    with pytest.raises(Unavailable) as caught:
        connector.send(connector.prepare(outgoing()))
    assert caught.value.doubt is doubt
    assert "html" not in caught.value.reason


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        ((400, {"error": "InvalidSwap", "message": "Record was at bafy"}), "InvalidSwap", "Another post"),
        ((400, {"error": "InvalidRequest", "message": "blob too big"}), "InvalidRequest", "blob too big"),
        ((400, {"error": "InvalidRequest"}), "InvalidRequest", "Bluesky refused"),
        ((501, {"error": "MethodNotImplemented"}), "MethodNotImplemented", "does not know"),
    ],
)
def test_a_no_of_the_network_is_final(connect: Connect, answer: Answer, code: str, words: str) -> None:
    connector = connect(Server(putRecord=answer))
    with pytest.raises(Denied, match=words) as caught:
        connector.send(connector.prepare(outgoing()))
    assert caught.value.code == code


def test_a_limit_is_read_from_the_networks_own_header(connect: Connect) -> None:
    reset = int((now() + timedelta(minutes=9)).timestamp())
    headers = {"RateLimit-Remaining": "0", "RateLimit-Reset": str(reset)}
    connector = connect(
        Server(putRecord=httpx.Response(429, headers=headers, json={"error": "RateLimitExceeded"}))
    )
    with pytest.raises(Unavailable) as caught:
        connector.send(connector.prepare(outgoing()))
    assert caught.value.retry_at == datetime.fromtimestamp(reset, UTC)
    assert connector.rate().remaining == 0
    assert connector.rate().reset_at == datetime.fromtimestamp(reset, UTC)


# Writing


def test_a_post_is_prepared_the_same_each_time(connect: Connect) -> None:
    server = Server(
        uploadBlob=(200, {"blob": {"$type": "blob", "ref": {"$link": "bafyblob"}, "size": 3}}),
        resolveHandle=[(200, {"did": "did:plc:alice"}), (400, {"error": "HandleNotFound"})] * 2,
    )
    connector = connect(server)
    given = outgoing(
        "Môr @alice.test @nobody.test force.police.uk",
        images=(Image(b"png", "image/png", "A red square", 60, 40),),
    )
    first, again = connector.prepare(given), connector.prepare(given)
    assert first == again
    body = json.loads(first.body)
    assert body["kind"] == "record"
    assert is_tid(body["rkey"])
    record = body["record"]
    assert record["createdAt"] == "2026-11-24T09:00:00.123Z"
    assert record["langs"] == ["en-GB"]
    assert [f["features"][0] for f in record["facets"]] == [
        {"$type": "app.bsky.richtext.facet#mention", "did": "did:plc:alice"},
        {"$type": "app.bsky.richtext.facet#link", "uri": "https://force.police.uk"},
    ]
    assert record["embed"]["images"][0]["alt"] == "A red square"
    assert record["embed"]["images"][0]["aspectRatio"] == {"width": 60, "height": 40}
    upload = next(r for r in server.asked if r.url.path.endswith("uploadBlob"))
    assert (upload.content, upload.headers["Content-Type"]) == (b"png", "image/png")


def test_a_post_is_written_only_where_nothing_stands(connect: Connect) -> None:
    server = Server(putRecord=(200, {"uri": POST, "cid": "bafyone"}))
    connector = connect(server)
    prepared = connector.prepare(outgoing())
    assert connector.send(prepared).network_id == POST  # no commit: it stood there already, the same
    [written] = server.sent("putRecord")
    assert written["swapRecord"] is None
    assert written["validate"] is True
    assert written["record"] == json.loads(prepared.body)["record"]
    assert connector.resend_is_safe(prepared, AT, AT + timedelta(days=30))


def test_what_stands_there_counts_only_if_it_is_the_same(connect: Connect) -> None:
    server = Server(getRecord=[])
    connector = connect(server)
    prepared = connector.prepare(outgoing())
    record = json.loads(prepared.body)["record"]
    server.answers["getRecord"] = [
        (200, {"uri": POST, "cid": "bafyone", "value": record}),
        (200, {"uri": POST, "cid": "bafyone", "value": record | {"text": "Other"}}),
        (400, {"error": "RecordNotFound", "message": "Could not locate record"}),
    ]
    assert [sent.network_id for sent in connector.find(prepared, AT)] == [POST]
    assert connector.find(prepared, AT) == ()
    assert connector.find(prepared, AT) == ()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (outgoing("x" * 301), "301 characters"),
        (outgoing("👨‍👩‍👧‍👧" * 130), "bytes"),
        (outgoing(images=(Image(b"x", "image/png", "", 1, 1),) * 5), "4 images"),
        (outgoing(images=(Image(b"x" * 2_000_001, "image/png", "", 1, 1),)), "2 MB"),
    ],
)
def test_what_bluesky_does_not_take_is_said_before_anything_is_sent(
    connect: Connect, given: Outgoing, words: str
) -> None:
    server = Server()
    with pytest.raises(Denied, match=words):
        connect(server).prepare(given)
    assert server.asked == []


def target(raw: str, kind: Kind = Kind.REPLY, key: str = "thread:x") -> Target:
    return Target(
        "at://did:plc:alice/app.bsky.feed.post/3l7mmbqdy22s3", kind, "did:plc:alice", "@alice", key, raw
    )


def test_a_reply_names_the_first_post_of_its_thread(connect: Connect) -> None:
    root = {"uri": POST, "cid": "bafyroot"}
    parent = {
        "uri": target("").network_id,
        "cid": "bafyparent",
        "record": {"text": "?", "reply": {"root": root, "parent": root}},
    }
    wanted = {"root": root, "parent": {"uri": parent["uri"], "cid": "bafyparent"}}
    raw = json.dumps({"kind": "notification", "notification": parent, "profile": None})
    made = connect(Server()).prepare(outgoing(reply_to=target(raw)))
    assert json.loads(made.body)["record"]["reply"] == wanted
    server = Server(getPosts=(200, {"posts": [parent]}))  # the stored payload was lost: it is asked for
    made = connect(server).prepare(outgoing(reply_to=target("")))
    assert json.loads(made.body)["record"]["reply"] == wanted
    with pytest.raises(Denied, match="no longer on Bluesky"):
        connect(Server(getPosts=(200, {"posts": []}))).prepare(outgoing(reply_to=target("")))


def test_a_direct_message_is_looked_for_by_its_text_sender_and_time(connect: Connect) -> None:
    def message(number: int, text: str, did: str, at: datetime) -> dict[str, Any]:
        return {
            "id": f"m{number}",
            "rev": "r",
            "text": text,
            "sender": {"did": did},
            "sentAt": at.isoformat(),
        }

    pages = [
        {"messages": [message(5, "Thanks", DID, AT), message(4, "Thanks", "did:plc:al", AT)], "cursor": "c"},
        {
            "messages": [{"id": "m3", "rev": "r", "sender": {"did": DID}, "sentAt": AT.isoformat()}],
            "cursor": "d",
        },
        {"messages": [message(2, "Thanks", DID, AT - timedelta(hours=1))], "cursor": "e"},
    ]
    server = Server(
        getMessages=[(200, page) for page in pages],
        sendMessage=(200, message(6, "Thanks", DID, AT)),
    )
    connector = connect(server)
    prepared = connector.prepare(outgoing("Thanks", reply_to=target("", Kind.DIRECT, "direct:convo1")))
    body = json.loads(prepared.body)
    assert body == {"kind": "chat", "convoId": "convo1", "message": {"text": "Thanks"}}
    assert not connector.resend_is_safe(prepared, AT, AT)
    assert [sent.network_id for sent in connector.find(prepared, AT)] == ["m5"]
    assert connector.send(prepared).network_id == "m6"
    proxied = {request.headers.get("atproto-proxy") for request in server.asked}
    assert proxied == {"did:web:api.bsky.chat#bsky_chat"}
    pictured = outgoing(
        images=(Image(b"x", "image/png", "", 1, 1),), reply_to=target("", Kind.DIRECT, "direct:c")
    )
    with pytest.raises(Denied, match="cannot carry images"):
        connector.prepare(pictured)


def test_only_an_own_post_is_removed(connect: Connect) -> None:
    server = Server(deleteRecord=(200, {}))
    connector = connect(server)
    connector.delete(POST)
    assert server.sent("deleteRecord") == [
        {"repo": DID, "collection": "app.bsky.feed.post", "rkey": "3l7mmbqdy22s2"}
    ]
    with pytest.raises(Denied, match="another Bluesky account"):
        connector.delete(POST.replace(DID, "did:plc:other"))
    with pytest.raises(Denied, match="direct message"):
        connector.delete("m5")


# Connecting


DESCRIBED = (200, {"did": "did:web:pds.test", "availableUserDomains": [".test"]})
BAD_METHOD = (400, {"error": "InvalidToken", "message": "Bad token method"})


def healthy(**more: Answer | list[Answer]) -> Server:
    methods: dict[str, Any] = {
        "describeServer": DESCRIBED,
        "createSession": tokens(1),
        "refreshSession": tokens(2),
        "listNotifications": (200, {"notifications": []}),
        "deleteRecord": (200, {}),
        "listConvos": (200, {"convos": []}),
        "getProfile": (200, {"did": DID, "handle": "force.test", "displayName": "The Force"}),
        "_health": (200, {"version": "0.5"}),
    }
    return Server(**(methods | more))


def connected(server: Server, address: str = "pds.test") -> tuple[dict[str, Any], Any]:
    credentials, health = sign_in(address, "@force.test ", " app ", transport=httpx.MockTransport(server))
    return json.loads(credentials), health


@pytest.mark.parametrize("address", ["pds.test", "https://pds.test/", " pds.test "])
def test_connecting_says_what_the_app_password_can_do(address: str) -> None:
    keys, health = connected(healthy(), address)
    assert set(KEYS) <= set(keys)
    assert (keys["identifier"], keys["password"], keys["access"]) == ("force.test", "app", "access-2")
    assert keys["direct_messages"] is True
    assert (health.identity.network_id, health.identity.handle) == (DID, "@force.test")
    assert health.identity.name == "The Force"
    assert health.capabilities.software == "Bluesky PDS 0.5"
    assert health.capabilities.direct_messages
    assert health.capabilities.notes == ()


def test_connecting_without_direct_messages_warns() -> None:
    keys, health = connected(healthy(listConvos=BAD_METHOD))
    assert keys["direct_messages"] is False
    assert not health.capabilities.direct_messages
    assert health.capabilities.notes == (NO_DIRECT_MESSAGES,)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "not a server's address"),
        ("bsky social", "not a server's address"),
        ("https://bsky.app/profile/x", "not a server's address"),
        ("https://[bad", "not a server's address"),
        ("http://pds.test", "not a secure address"),
        ("ftp://pds.test", "not a secure address"),
        ("https://me:secret@pds.test", "not a server's address"),
        ("pds.test:notaport", "not a server's address"),
    ],
)
def test_a_wrong_address_is_refused_before_anything_is_sent(address: str, words: str) -> None:
    server = healthy()
    with pytest.raises(Refused, match=words):
        connected(server, address)
    assert server.asked == []


def unreachable(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("Name or service not known", request=request)


@pytest.mark.parametrize(
    "answer",
    [
        (404, {"error": "Not found"}),
        httpx.Response(200, text="<html>A shop</html>"),
        (200, {"a": 1}),
        unreachable,
    ],
)
def test_a_server_of_another_kind_is_refused_before_the_password_is_sent(answer: Answer) -> None:
    server = healthy(describeServer=answer)
    with pytest.raises(Refused, match=r"bsky\.social"):
        connected(server)
    assert "createSession" not in server.methods()


def test_a_wrong_password_and_the_accounts_own_are_refused() -> None:
    wrong = (401, {"error": "AuthenticationRequired", "message": "Invalid identifier or password"})
    with pytest.raises(Refused, match="Check both"):
        connected(healthy(createSession=wrong))
    code = (401, {"error": "AuthFactorTokenRequired", "message": "A sign in code has been sent"})
    with pytest.raises(Refused, match="App passwords"):
        connected(healthy(createSession=code))
    scope = base64.urlsafe_b64encode(b'{"scope":"com.atproto.access"}').decode().rstrip("=")
    with pytest.raises(Refused, match="account's own password"):
        connected(healthy(createSession=tokens(1, accessJwt=f"x.{scope}.y")))


def test_a_check_writes_nothing_and_sees_a_revocation(connect: Connect) -> None:
    server = healthy()
    connector = connect(server)
    connector.check()
    assert server.sent("deleteRecord")[0]["rkey"] == "2222222222222"
    assert "putRecord" not in server.methods()
    revoked = healthy(
        refreshSession=(400, {"error": "ExpiredToken", "message": "Token has been revoked"}),
        createSession=(401, {"error": "AuthenticationRequired", "message": "Invalid"}),
    )
    with pytest.raises(SignInNeeded):
        connect(revoked).check()
    with pytest.raises(Unavailable) as blip:
        connect(healthy(refreshSession=unreachable)).check()
    assert not isinstance(blip.value, SignInNeeded)
