"""The connector against the practice network: the same HTTP as a server's."""

from __future__ import annotations

import io
import json
import urllib.parse
import urllib.request
import uuid
from collections.abc import Iterator
from datetime import timedelta

import pytest
from PIL import Image as Picture

from desktop.clock import now
from desktop.errors import Denied, Doubt, Refused, SignInNeeded, Unavailable
from desktop.networks import mastodon_auth
from desktop.networks.mastodon import MastodonConnector
from desktop.networks.mastodon_parse import parse
from desktop.networks.protocol import Image, Incoming, Kind, Outgoing, Target
from desktop.practice.server import PracticeNetwork


def outgoing(text: str = "Road closed at Brackenford.", **more: object) -> Outgoing:
    return Outgoing(uuid.uuid4().hex, text, "en", now(), **more)  # type: ignore[arg-type] # test shorthand


def png() -> bytes:
    out = io.BytesIO()
    Picture.new("RGB", (40, 30), "navy").save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def force(practice: PracticeNetwork) -> Iterator[MastodonConnector]:
    connector = MastodonConnector(practice.url, practice.credentials("force"), timeout=2)
    connector.check()
    yield connector
    connector.close()


def inbox(connector: MastodonConnector, cursor: str = "") -> tuple[list[Incoming], str]:
    found: list[Incoming] = []
    while True:
        page = connector.read(cursor)
        cursor = page.cursor
        found += [m for item in page.items if (m := connector.parse(item.payload))]
        if not page.more:
            return found, cursor


def test_check_reads_what_the_server_declares(force: MastodonConnector) -> None:
    health = force.check()
    assert health.identity.handle == "@force@practice.example"
    assert health.capabilities.max_length == 500
    assert health.capabilities.keeps_client_key
    assert health.rate.remaining == 300


def test_publishes_with_an_image_and_its_alt_text(
    force: MastodonConnector, practice: PracticeNetwork
) -> None:
    image = Image(png(), "image/png", "A road closed sign", 40, 30)
    sent = force.send(force.prepare(outgoing(images=(image,))))
    (status,) = practice.statuses_of("force")
    assert status["id"] == sent.network_id
    assert status["media_attachments"][0]["description"] == "A road closed sign"


@pytest.mark.parametrize(
    ("mode", "doubt", "stands"),
    [("lose-response", Doubt.CUT, 1), ("lose-request", Doubt.CUT, 0), ("stall", Doubt.STALLED, 1)],
)
def test_a_lost_answer_is_found_and_a_repeat_is_merged(
    force: MastodonConnector, practice: PracticeNetwork, mode: str, doubt: Doubt, stands: int
) -> None:
    prepared = force.prepare(outgoing("Read https://example.org/a-long-path?with=query now, @maya"))
    began = now()
    practice.faults.arm({"mode": mode, "match": "/api/v1/statuses", "method": "POST", "ms": 4000})
    with pytest.raises(Unavailable) as lost:
        force.send(prepared)
    assert lost.value.doubt is doubt
    assert len(force.find(prepared, began)) == stands
    assert force.resend_is_safe(prepared, began, now())
    assert not force.resend_is_safe(prepared, began, now() + timedelta(hours=1))
    force.send(prepared)
    assert len(practice.statuses_of("force")) == 1


def test_throttled_names_the_instant(force: MastodonConnector, practice: PracticeNetwork) -> None:
    practice.faults.arm({"mode": "throttle", "match": "/api/v1/statuses", "ms": 60_000})
    with pytest.raises(Unavailable) as slow:
        force.send(force.prepare(outgoing()))
    assert slow.value.doubt is Doubt.NOT_DONE
    assert slow.value.retry_at is not None
    assert slow.value.retry_at > now() + timedelta(seconds=50)


def test_a_revoked_token_asks_to_sign_in(force: MastodonConnector, practice: PracticeNetwork) -> None:
    practice.revoke("force")
    with pytest.raises(SignInNeeded, match="Connect the account again"):
        force.check()


def test_too_long_is_denied_in_the_servers_words(force: MastodonConnector) -> None:
    with pytest.raises(Denied, match="character limit of 500"):
        force.send(force.prepare(outgoing("x" * 501)))


def test_nobody_there(force: MastodonConnector, practice: PracticeNetwork) -> None:
    prepared = force.prepare(outgoing())
    nobody = MastodonConnector("http://127.0.0.1:9", '{"access_token": "x"}', timeout=2)
    with pytest.raises(Unavailable, match="could not be reached") as gone:
        nobody.send(prepared)
    nobody.close()
    assert gone.value.doubt is Doubt.NOT_DONE


def test_reads_mentions_replies_and_direct_messages_once(
    force: MastodonConnector, practice: PracticeNetwork
) -> None:
    post = force.send(force.prepare(outgoing()))
    practice.say("maya", "@force is it signposted?", post.network_id)
    practice.say("ruthb", "@force found a purse, see https://example.org/p")
    practice.say("quietone", "@force please help", direct=True)
    first, cursor = inbox(force)
    by_kind = {m.kind: m for m in first}
    assert set(by_kind) == {Kind.REPLY, Kind.MENTION, Kind.DIRECT}
    assert by_kind[Kind.REPLY].conversation_key.startswith(f"thread:{post.network_id}:")
    assert by_kind[Kind.MENTION].links[0].url == "https://example.org/p"
    assert by_kind[Kind.MENTION].text == "@force found a purse, see https://example.org/p"
    assert by_kind[Kind.DIRECT].author.handle.startswith("@quietone")
    assert by_kind[Kind.REPLY].author.name == "Maya Hollins"
    again, cursor = inbox(force, cursor)
    assert again == []


def test_a_backlog_of_several_pages_is_read_whole(
    force: MastodonConnector, practice: PracticeNetwork
) -> None:
    practice.say("maya", "@force 0")
    _, cursor = inbox(force)
    for number in range(1, 101):
        practice.say("maya", f"@force {number}")
    found, _ = inbox(force, cursor)
    assert [m.text for m in found] == [f"@force {n}" for n in range(1, 101)]


def test_the_first_read_takes_all_there_is(force: MastodonConnector, practice: PracticeNetwork) -> None:
    for number in range(100):
        practice.say("maya", f"@force {number}")
    found, _ = inbox(force)
    assert len({m.network_id for m in found}) == 100


def test_replies_to_a_direct_message_stay_direct(force: MastodonConnector, practice: PracticeNetwork) -> None:
    practice.say("quietone", "@force please help", direct=True)
    (message,), _ = inbox(force)
    target = Target(
        message.network_id,
        message.kind,
        message.author.network_id,
        message.author.handle,
        message.conversation_key,
    )
    force.send(force.prepare(outgoing("Are you safe now?", reply_to=target)))
    answer = practice.statuses_of("force")[0]
    assert answer["visibility"] == "direct"
    assert answer["in_reply_to_id"] == message.network_id
    assert [m["username"] for m in answer["mentions"]] == ["quietone"]
    again, _ = inbox(force)
    assert {m.conversation_key for m in again} == {message.conversation_key}


@pytest.mark.parametrize(("visibility", "kind"), [("private", Kind.DIRECT), ("unlisted", Kind.MENTION)])
def test_what_was_not_said_to_everyone_is_not_answered_to_everyone(visibility: str, kind: Kind) -> None:
    account = {"id": "7", "acct": "quietone"}
    status = {"id": "1", "account": account, "content": "help", "created_at": "2026-11-24T19:21:49Z"}
    found = parse({"type": "mention", "status": status | {"visibility": visibility}}, "9")
    assert found is not None and found.kind is kind
    assert found.conversation_key.startswith("direct:") is (kind is Kind.DIRECT)


def test_deletion_and_its_repeat(force: MastodonConnector, practice: PracticeNetwork) -> None:
    sent = force.send(force.prepare(outgoing()))
    force.delete(sent.network_id)
    force.delete(sent.network_id)
    assert practice.statuses_of("force") == []


class TestConnecting:
    def approve(self, url: str) -> str:
        with urllib.request.urlopen(url + "&approve=1", timeout=5) as page:
            return str(page.read().decode())

    def test_the_browser_comes_back_to_the_loopback(self, practice: PracticeNetwork) -> None:
        practice.add_account("force")
        with mastodon_auth.LoopbackRedirect() as redirect:
            begun = mastodon_auth.begin(practice.url, redirect.uri)
            assert "close this tab" in self.approve(begun.url)
            code = redirect.wait(begun.state, 5)
        credentials, health = mastodon_auth.finish(begun, code)
        assert json.loads(credentials)["access_token"]
        assert health.identity.handle.startswith("@force")

    def test_the_code_can_be_typed_in(self, practice: PracticeNetwork) -> None:
        practice.add_account("force")
        begun = mastodon_auth.begin(practice.url)
        code = self.approve(begun.url).split("<code>")[1].split("<")[0]
        assert mastodon_auth.finish(begun, f" {code} ")[1].capabilities.max_length == 500
        with pytest.raises(Refused, match="did not accept the code"):
            mastodon_auth.finish(begun, code)

    def test_another_attempts_answer_is_refused(self, practice: PracticeNetwork) -> None:
        with mastodon_auth.LoopbackRedirect() as redirect:
            query = urllib.parse.urlencode({"code": "x", "state": "other"})
            urllib.request.urlopen(f"{redirect.uri}?{query}", timeout=5).close()
            with pytest.raises(Refused, match="another attempt"):
                redirect.wait("mine", 5)

    @pytest.mark.parametrize("typed", ["", "not an address", "http://social.example"])
    def test_a_wrong_address_gets_a_sentence(self, typed: str) -> None:
        with pytest.raises(Refused):
            mastodon_auth.begin(typed)

    def test_a_server_of_another_kind_gets_a_sentence(self, practice: PracticeNetwork) -> None:
        practice.faults.arm(
            {"mode": "status", "status": 200, "match": "/api/v1/apps", "body": {"hello": "world"}}
        )
        with pytest.raises(Refused, match="does not speak the Mastodon API"):
            mastodon_auth.begin(practice.url)
