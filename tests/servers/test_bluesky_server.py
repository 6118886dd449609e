"""The Bluesky connector on Bluesky's own servers."""

from __future__ import annotations

import io
import json
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PIL import Image as Pillow

from desktop.clock import now
from desktop.errors import Denied, Doubt, Refused, SignInNeeded, Unavailable
from desktop.networks.bluesky import NO_DIRECT_MESSAGES, BlueskyConnector, sign_in
from desktop.networks.protocol import Image, Incoming, Kind, Outgoing, Prepared, RawItem, Target
from desktop.publishing import media
from tests.servers.bluesky_network import BlueskyAccount, BlueskyNetwork

# Not counted: the first run on a machine installs the servers.
pytestmark = [pytest.mark.server, pytest.mark.timeout(120, func_only=True)]

Connect = Callable[..., BlueskyConnector]


@pytest.fixture
def connect(bluesky: BlueskyNetwork) -> Iterator[Connect]:
    made: list[BlueskyConnector] = []

    def make(account: BlueskyAccount, *, messages: bool = True, timeout: float = 20.0) -> BlueskyConnector:
        password = account.app_password_with_messages if messages else account.app_password
        credentials, _ = sign_in(bluesky.pds, account.handle, password)
        made.append(BlueskyConnector(bluesky.pds, credentials, timeout=timeout))
        return made[-1]

    yield make
    for connector in made:
        connector.close()
    bluesky.disarm()


@pytest.fixture
def force(bluesky: BlueskyNetwork) -> BlueskyAccount:
    return bluesky.account("force")


@pytest.fixture
def person(bluesky: BlueskyNetwork) -> BlueskyAccount:
    return bluesky.account("person")


def outgoing(text: str, **more: Any) -> Outgoing:
    return Outgoing(uuid.uuid4().hex, text, "en-GB", now(), **more)


def photograph(width: int = 800, height: int = 600) -> Image:
    out = io.BytesIO()
    exif = Pillow.Exif()
    exif[0x8825] = {1: "N", 2: (51.0, 30.0, 12.0)}
    Pillow.new("RGB", (width, height), "navy").save(out, "JPEG", exif=exif)
    clean = media.clean(out.getvalue(), filename="scene.jpg")
    return Image(clean.data, clean.mime, "A blue lamp", clean.width, clean.height)


def posts_of(bluesky: BlueskyNetwork, account: BlueskyAccount) -> list[Any]:
    """Read the account's feed as everyone sees it."""
    bluesky.sync()
    feed = bluesky.call(account, "app.bsky.feed.getAuthorFeed", actor=account.did)["feed"]
    return [entry["post"] for entry in feed]


def say(
    bluesky: BlueskyNetwork, account: BlueskyAccount, text: str, *, reply_to: Any = None, mention: str = ""
) -> Any:
    """Post as a member of the public with another client."""
    record: dict[str, Any] = {"$type": "app.bsky.feed.post", "text": text, "createdAt": now().isoformat()}
    if reply_to:
        ref = {"uri": reply_to["uri"], "cid": reply_to["cid"]}
        record["reply"] = {"root": ref, "parent": ref}
    if mention:
        feature = {"$type": "app.bsky.richtext.facet#mention", "did": mention}
        record["facets"] = [{"index": {"byteStart": 0, "byteEnd": 6}, "features": [feature]}]
    body = {"repo": account.did, "collection": "app.bsky.feed.post", "record": record}
    made = bluesky.call(account, "com.atproto.repo.createRecord", body)
    bluesky.sync()
    return made


def inbox(connector: BlueskyConnector, cursor: str = "") -> tuple[list[tuple[RawItem, Incoming]], str]:
    found, more = [], True
    while more:
        page = connector.read(cursor)
        cursor, more = page.cursor, page.more
        parsed = [(item, connector.parse(item.payload)) for item in page.items]
        found += [(item, message) for item, message in parsed if message is not None]
    return found, cursor


def answering(item: RawItem, message: Incoming) -> Target:
    author = message.author
    return Target(
        message.network_id,
        message.kind,
        author.network_id,
        author.handle,
        message.conversation_key,
        item.payload,
    )


def test_connecting_with_either_kind_of_app_password(bluesky: BlueskyNetwork, force: BlueskyAccount) -> None:
    credentials, health = sign_in(bluesky.pds, f"@{force.handle}", force.app_password)
    assert (health.identity.network_id, health.identity.handle) == (force.did, f"@{force.handle}")
    assert not health.capabilities.direct_messages
    assert health.capabilities.notes == (NO_DIRECT_MESSAGES,)
    assert json.loads(credentials)["direct_messages"] is False
    assert health.rate.remaining is not None
    _, health = sign_in(bluesky.pds, force.did, force.app_password_with_messages)
    assert health.capabilities.direct_messages
    assert health.capabilities.notes == ()
    assert health.capabilities.software.startswith("Bluesky PDS ")


def test_connecting_with_what_is_wrong(bluesky: BlueskyNetwork, force: BlueskyAccount) -> None:
    with pytest.raises(Refused, match="Check both"):
        sign_in(bluesky.pds, force.handle, "none-none-none-none")
    with pytest.raises(Refused, match="account's own password"):
        sign_in(bluesky.pds, force.handle, force.password)
    with pytest.raises(Refused, match="is not a Bluesky server"):
        sign_in(f"http://localhost:{bluesky.port}", force.handle, force.app_password)
    with pytest.raises(Refused, match="could not be reached"):
        sign_in(f"http://localhost:{bluesky.port + 8}", force.handle, force.app_password)


def test_publishing_with_an_image_its_alt_text_and_facets(
    bluesky: BlueskyNetwork, connect: Connect, force: BlueskyAccount, person: BlueskyAccount
) -> None:
    connector = connect(force)
    text = f"Apêl 🚨 @{person.handle} @nobody.test force.police.uk/appeal #Heddlu"
    began = now()
    sent = connector.send(connector.prepare(outgoing(text, images=(photograph(),))))
    assert began - timedelta(seconds=5) < sent.at < now() + timedelta(seconds=5)
    [post] = posts_of(bluesky, force)
    assert post["uri"] == sent.network_id
    assert post["record"]["text"] == text
    assert post["record"]["langs"] == ["en-GB"]
    [image] = post["embed"]["images"]
    assert (image["alt"], image["aspectRatio"]) == ("A blue lamp", {"width": 800, "height": 600})
    features = [facet["features"][0] for facet in post["record"]["facets"]]
    assert [feature["$type"].partition("#")[2] for feature in features] == ["mention", "link", "tag"]
    assert features[0]["did"] == person.did
    assert features[1]["uri"] == "https://force.police.uk/appeal"


@pytest.mark.parametrize("fault", ["lose-response", "lose-request", "stall", "status"])
def test_a_lost_answer_makes_one_post(
    bluesky: BlueskyNetwork, connect: Connect, force: BlueskyAccount, fault: str
) -> None:
    connector = connect(force, timeout=2.0)
    prepared, began = connector.prepare(outgoing("Only once")), now()
    assert connector.find(prepared, began) == ()
    bluesky.arm("putRecord", fault, ms=4000)
    with pytest.raises(Unavailable) as caught:
        connector.send(prepared)
    assert caught.value.doubt is (Doubt.STALLED if fault == "stall" else Doubt.CUT)
    found = connector.find(prepared, began)
    assert len(found) == (1 if fault in ("lose-response", "stall") else 0)
    assert connector.resend_is_safe(prepared, began, now())
    sent = [connector.send(prepared) for _ in range(2)]
    assert {one.network_id for one in sent} == {connector.find(prepared, began)[0].network_id}
    assert len(posts_of(bluesky, force)) == 1


def test_a_late_request_and_its_repeat_make_one_post(
    bluesky: BlueskyNetwork, connect: Connect, force: BlueskyAccount
) -> None:
    connector = connect(force, timeout=1.0)
    prepared = connector.prepare(outgoing("Late"))
    bluesky.arm("putRecord", "delay", ms=2000)
    with pytest.raises(Unavailable) as caught:
        connector.send(prepared)
    assert caught.value.doubt is Doubt.STALLED
    connector.send(prepared)
    time.sleep(2)  # the late request leaves no trace that could be waited for
    assert len(posts_of(bluesky, force)) == 1


def test_other_content_never_overwrites_a_post(
    bluesky: BlueskyNetwork, connect: Connect, force: BlueskyAccount
) -> None:
    connector = connect(force)
    given = outgoing("The first")
    connector.send(connector.prepare(given))
    other = connector.prepare(replace(given, text="The second"))
    assert connector.find(other, given.created_at) == ()
    with pytest.raises(Denied, match="Another post already stands") as caught:
        connector.send(other)
    assert caught.value.code == "InvalidSwap"
    assert [post["record"]["text"] for post in posts_of(bluesky, force)] == ["The first"]


def test_what_the_server_refuses_is_final(connect: Connect, force: BlueskyAccount) -> None:
    connector = connect(force)
    prepared = connector.prepare(outgoing("Short"))
    body = json.loads(prepared.body)
    body["record"]["text"] = "x" * 301
    with pytest.raises(Denied, match="grapheme too big"):
        connector.send(Prepared(prepared.client_key, json.dumps(body)))


def test_a_mention_and_a_reply_are_read_and_answered(
    bluesky: BlueskyNetwork, connect: Connect, force: BlueskyAccount, person: BlueskyAccount
) -> None:
    connector = connect(force)
    appeal = connector.send(connector.prepare(outgoing("Have you seen this man?")))
    bluesky.sync()
    post = {"uri": appeal.network_id, "cid": json.loads(appeal.raw)["cid"]}
    reply = say(bluesky, person, "I saw him at the station", reply_to=post)
    mention = say(bluesky, person, "@force please help", mention=force.did)
    found, cursor = inbox(connector)
    by_id = {message.network_id: (item, message) for item, message in found}
    assert set(by_id) == {reply["uri"], mention["uri"]}
    item, message = by_id[reply["uri"]]
    assert (message.kind, message.reply_to) == (Kind.REPLY, appeal.network_id)
    assert message.conversation_key == f"thread:{appeal.network_id}:{person.did}"
    assert (message.author.handle, message.author.followers) == (f"@{person.handle}", 0)
    assert by_id[mention["uri"]][1].kind is Kind.MENTION
    assert inbox(connector, cursor)[0] == []

    sent = connector.send(
        connector.prepare(outgoing("Thank you. Call 101.", reply_to=answering(item, message)))
    )
    bluesky.sync()
    thread = bluesky.call(person, "app.bsky.feed.getPostThread", uri=sent.network_id)["thread"]
    assert thread["parent"]["post"]["uri"] == reply["uri"]
    assert thread["post"]["record"]["reply"]["root"]["uri"] == appeal.network_id
    again = say(
        bluesky, person, "Will do", reply_to={"uri": sent.network_id, "cid": json.loads(sent.raw)["cid"]}
    )
    fresh, _ = inbox(connector, cursor)
    assert [message.network_id for _, message in fresh] == [again["uri"]]


def test_a_burst_is_read_whole_and_once(
    bluesky: BlueskyNetwork, connect: Connect, force: BlueskyAccount, person: BlueskyAccount
) -> None:
    connector = connect(force)
    public = connect(person)
    wanted = []
    for number in range(60):  # more than a page
        wanted.append(public.send(public.prepare(outgoing(f"@{force.handle} {number}"))).network_id)
    bluesky.sync()
    found, cursor = inbox(connector)
    assert sorted(message.network_id for _, message in found) == sorted(wanted)
    assert inbox(connector, cursor)[0] == []


def test_direct_messages_are_read_sent_and_found(
    bluesky: BlueskyNetwork, connect: Connect, force: BlueskyAccount, person: BlueskyAccount
) -> None:
    connector = connect(force)
    convo = bluesky.call(person, "chat.bsky.convo.getConvoForMembers", members=[force.did])["convo"]["id"]
    ask = {"convoId": convo, "message": {"text": "He is hurting me"}}
    asked = bluesky.call(person, "chat.bsky.convo.sendMessage", ask)
    [(item, message)], cursor = inbox(connector)
    assert (message.kind, message.network_id) == (Kind.DIRECT, asked["id"])
    assert (message.text, message.own) == ("He is hurting me", False)
    assert message.author.handle == f"@{person.handle}"

    began = now()
    prepared = connector.prepare(outgoing("Are you safe? Call 999.", reply_to=answering(item, message)))
    assert connector.find(prepared, began) == ()
    bluesky.arm("sendMessage", "lose-response")
    with pytest.raises(Unavailable) as caught:
        connector.send(prepared)
    assert caught.value.doubt is Doubt.CUT
    assert not connector.resend_is_safe(prepared, began, now())
    [sent] = connector.find(prepared, began)
    answers = bluesky.call(person, "chat.bsky.convo.getMessages", convoId=convo)["messages"]
    assert [answer["text"] for answer in answers] == ["Are you safe? Call 999.", "He is hurting me"]
    fresh, _ = inbox(connector, cursor)
    assert (sent.network_id, True) in [(message.network_id, message.own) for _, message in fresh]


def test_a_post_is_removed_and_removing_it_again_is_no_fault(
    bluesky: BlueskyNetwork, connect: Connect, force: BlueskyAccount
) -> None:
    connector = connect(force)
    prepared = connector.prepare(outgoing("Withdrawn"))
    sent = connector.send(prepared)
    connector.delete(sent.network_id)
    connector.delete(sent.network_id)
    assert connector.find(prepared, sent.at) == ()
    assert posts_of(bluesky, force) == []


def test_a_check_publishes_nothing(bluesky: BlueskyNetwork, connect: Connect, force: BlueskyAccount) -> None:
    connector = connect(force, messages=False)
    before = json.loads(connector.credentials() or "{}")
    assert connector.check().capabilities.can_delete
    assert json.loads(connector.credentials() or "{}") != before  # new tokens, to be kept
    assert posts_of(bluesky, force) == []


def test_a_revoked_app_password_needs_a_sign_in(
    bluesky: BlueskyNetwork, connect: Connect, force: BlueskyAccount
) -> None:
    connector = connect(force, messages=False)
    bluesky.call(force, "com.atproto.server.revokeAppPassword", {"name": "app"})
    with pytest.raises(SignInNeeded, match="Make a new app password"):
        connector.check()


def test_a_server_that_is_down_is_a_blip(
    bluesky: BlueskyNetwork, connect: Connect, force: BlueskyAccount
) -> None:
    connector = connect(force)
    prepared = connector.prepare(outgoing("Patience"))
    bluesky.control("POST", "/pds/down")
    try:
        for call in (connector.check, lambda: connector.send(prepared), lambda: connector.read("")):
            with pytest.raises(Unavailable) as caught:
                call()
            assert not isinstance(caught.value, SignInNeeded)
    finally:
        bluesky.control("POST", "/pds/up")
    connector.send(prepared)
    assert len(posts_of(bluesky, force)) == 1
