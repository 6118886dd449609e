"""The main job, end to end, on Bluesky's own servers: out, back in, answered, withdrawn, handed over."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from desktop.accounts.rows import AccountRow
from desktop.clock import now
from desktop.errors import Refused
from desktop.models import Account, AccountState, AlarmKind, Attention, PublicationState
from desktop.networks.bluesky import NO_DIRECT_MESSAGES
from desktop.networks.protocol import Kind
from desktop.vault import seal
from tests.servers.bluesky_network import BlueskyAccount, BlueskyNetwork
from tests.servers.desk import ALT, PHONE, Desk, is_bare, soon, until
from tests.servers.mail_network import MailNetwork

pytestmark = [pytest.mark.server, pytest.mark.timeout(120, func_only=True)]
S = PublicationState
POST = "app.bsky.feed.post"
EMERGENCY = "my mum has taken all her tablets and she wont wake up"
JWT_SECRET = b"jwt-secret"  # of Bluesky's own development network


@dataclass
class Force:
    """The force's account on the network, and connected to the desk."""

    network: BlueskyNetwork
    owner: BlueskyAccount
    row: AccountRow

    @property
    def id(self) -> int:
        return self.row.id

    def feed(self) -> list[Any]:
        """Read the account as everyone sees it, newest first."""
        self.network.sync()
        feed = self.network.call(self.owner, "app.bsky.feed.getAuthorFeed", actor=self.owner.did)["feed"]
        return [entry["post"] for entry in feed]


@pytest.fixture
def force(bluesky: BlueskyNetwork, desk: Desk) -> Iterator[Force]:
    owner = bluesky.account("force")
    yield Force(bluesky, owner, desk.connect_bluesky(bluesky, owner))
    bluesky.disarm()
    bluesky.control("POST", "/pds/up")


@pytest.fixture
def person(bluesky: BlueskyNetwork) -> BlueskyAccount:
    return bluesky.account("person")


def say(
    network: BlueskyNetwork, who: BlueskyAccount, text: str, *, mention: str = "", reply_to: Any = None
) -> Any:
    """Post as a member of the public with another client."""
    record: dict[str, Any] = {"$type": POST, "text": text, "createdAt": now().isoformat()}
    if reply_to:
        reference = {"uri": reply_to["uri"], "cid": reply_to["cid"]}
        record["reply"] = {"root": reference, "parent": reference}
    if mention:
        feature = {"$type": "app.bsky.richtext.facet#mention", "did": mention}
        record["facets"] = [{"index": {"byteStart": 0, "byteEnd": 6}, "features": [feature]}]
    body = {"repo": who.did, "collection": POST, "record": record}
    made = network.call(who, "com.atproto.repo.createRecord", body)
    network.sync()
    return made


class TestBluesky:
    def test_connecting_says_whether_direct_messages_come(
        self, bluesky: BlueskyNetwork, desk: Desk, person: BlueskyAccount
    ) -> None:
        without = desk.connect_bluesky(bluesky, person, messages=False)
        assert not without.capabilities.direct_messages
        assert without.capabilities.notes == (NO_DIRECT_MESSAGES,)
        again = desk.connect_bluesky(bluesky, person)
        assert again.id == without.id and again.capabilities.direct_messages
        assert again.capabilities.notes == ()
        with desk.database.reading() as session:
            sealed = session.scalars(sa.select(Account.sealed_token)).one()
        assert person.app_password_with_messages.encode() not in sealed
        with pytest.raises(Refused, match="account's own password"):
            desk.connect_bluesky(bluesky, BlueskyAccount(person.handle, person.did, "", "", person.password))

    def test_an_approved_post_goes_out_on_time_with_its_image(
        self, desk: Desk, force: Force, person: BlueskyAccount
    ) -> None:
        text = f"Apêl 🚨 @{person.handle} force.police.uk/appeal #Heddlu"
        due = soon()
        post_id = desk.draft(force.id, text, image=True, due=due)
        with pytest.raises(Refused):
            desk.approve(post_id, "comms")  # who wrote it
        publication_id = desk.approve(post_id)
        desk.publisher.run_due()
        assert desk.publication(publication_id).state is S.SCHEDULED and force.feed() == []
        desk.publish_until(lambda: desk.publication(publication_id).state is S.PUBLISHED)
        published_at = desk.publication(publication_id).published_at
        assert published_at is not None and due <= published_at < due + timedelta(seconds=10)
        [post] = force.feed()
        assert post["uri"] == desk.network_id(publication_id)
        assert post["record"]["text"] == text
        [shown] = post["embed"]["images"]
        assert shown["alt"] == ALT
        assert is_bare(blob(force, post))
        features = [facet["features"][0] for facet in post["record"]["facets"]]
        assert [one["$type"].partition("#")[2] for one in features] == ["mention", "link", "tag"]
        assert features[0]["did"] == person.did
        assert features[1]["uri"] == "https://force.police.uk/appeal"

    def test_what_the_public_sends_back_is_flagged_and_answered(
        self, desk: Desk, force: Force, person: BlueskyAccount
    ) -> None:
        desk.posted(force.id)
        [post] = force.feed()
        reply = say(force.network, person, "I saw him at the station", reply_to=post)
        mention = say(force.network, person, f"@force {EMERGENCY}", mention=force.owner.did)
        red, amber = desk.inbox(2)
        assert len(desk.inbox()) == 2  # read again: nothing twice
        assert red.attention is Attention.LIFE_AT_RISK
        assert desk.alarms_of("conversation")
        thread = desk.read(red.id)
        [message] = thread.messages
        assert (message.network_id, message.kind) == (mention["uri"], Kind.MENTION)
        assert "taken all her tablets" in {reason["words"] for reason in message.reasons}
        assert (thread.author.handle, thread.author.followers) == (f"@{person.handle}", 0)
        [answered] = desk.read(amber.id).messages
        assert (answered.network_id, answered.kind) == (reply["uri"], Kind.REPLY)

        answer = desk.reply(amber, "Thank you. Please call 101.")
        force.network.sync()
        found = force.network.call(person, "app.bsky.feed.getPostThread", uri=answer)["thread"]
        assert found["post"]["record"]["text"] == "Thank you. Please call 101."
        assert found["parent"]["post"]["uri"] == reply["uri"]
        assert found["post"]["record"]["reply"]["root"]["uri"] == post["uri"]

    def test_a_direct_message_is_answered_as_one(
        self, desk: Desk, force: Force, person: BlueskyAccount
    ) -> None:
        network = force.network
        members = [force.owner.did]
        convo = network.call(person, "chat.bsky.convo.getConvoForMembers", members=members)["convo"]["id"]
        asked, answer = f"Please keep this between us: {EMERGENCY}", "Are you safe? Call 999."
        network.call(person, "chat.bsky.convo.sendMessage", {"convoId": convo, "message": {"text": asked}})
        [row] = desk.inbox(1)
        assert row.direct and row.attention is Attention.LIFE_AT_RISK
        network.arm("sendMessage", "lose-response")  # there is no key: it is looked for by its text
        desk.reply(row, answer)
        messages = network.call(person, "chat.bsky.convo.getMessages", convoId=convo)["messages"]
        assert [one["text"] for one in messages] == [answer, asked]
        assert force.feed() == []
        assert len(desk.read(row.id).messages) == 2

    def test_a_withdrawn_post_is_gone(self, desk: Desk, force: Force) -> None:
        row = desk.posted(force.id)
        assert row.post_id is not None
        assert desk.withdraw(row.post_id) == f"Removed from @{force.owner.handle}."
        assert desk.publication(row.id).state is S.WITHDRAWN
        assert force.feed() == []
        assert desk.publication(row.id).text == "Have you seen this man?"  # our record stays

    def test_an_emergency_reaches_the_contact_centres_mailbox(
        self, desk: Desk, force: Force, person: BlueskyAccount, mail_server: MailNetwork
    ) -> None:
        route = desk.use_mail(mail_server)
        mention = say(force.network, person, f"@force {EMERGENCY}", mention=force.owner.did)
        [row] = desk.inbox(1)
        handover_id = desk.hand_over(row.id)
        [received] = mail_server.found(desk.message_id(handover_id, route))
        [attachment] = received.iter_attachments()
        document = json.loads(attachment.get_content())
        assert mention["uri"] in json.dumps(document) and EMERGENCY in json.dumps(document)
        assert received["Message-ID"].strip("<>").partition("@")[0] in received["Subject"]
        [alarm] = desk.alarms_of("handover", at=soon(180))
        assert alarm.kind is AlarmKind.UNACCEPTED and PHONE in alarm.words
        desk.read(row.id)
        desk.accept(handover_id)
        assert desk.alarms_of("conversation", "handover") == []


class TestFaults:
    @pytest.mark.parametrize("fault", ["lose-response", "lose-request", "stall"])
    def test_a_lost_answer_makes_one_post(self, desk: Desk, force: Force, fault: str) -> None:
        force.network.arm("putRecord", fault, ms=7000)
        row = desk.posted(force.id, "Only once", image=True)
        assert [post["uri"] for post in force.feed()] == [desk.network_id(row.id)]
        assert any("Read the account" in words for words in desk.attempts(row.id))

    def test_an_expired_access_token_is_renewed(
        self, desk: Desk, force: Force, person: BlueskyAccount
    ) -> None:
        say(force.network, person, "@force hello", mention=force.owner.did)
        before = stored(desk)
        keep(desk, before | {"access": expired(before["access"])})
        answer = httpx.get(
            f"{force.network.pds}/xrpc/app.bsky.notification.listNotifications",
            headers={"Authorization": f"Bearer {stored(desk)['access']}"},
        )
        assert (answer.status_code, answer.json()["error"]) == (400, "ExpiredToken")
        assert len(desk.inbox(1)) == 1
        after = stored(desk)
        assert after["access"] != before["access"] and after["refresh"] != before["refresh"]
        assert desk.posted(force.id).state is S.PUBLISHED
        assert desk.account(force.id).trouble == ""

    def test_a_garbage_token_is_replaced_by_the_app_password(self, desk: Desk, force: Force) -> None:
        keep(desk, stored(desk) | {"access": "garbage", "refresh": "garbage"})
        assert desk.posted(force.id).state is S.PUBLISHED
        assert desk.account(force.id).state is AccountState.CONNECTED

    def test_a_revoked_app_password_makes_the_account_blind(self, desk: Desk, force: Force) -> None:
        desk.inbox()
        complete_to = desk.account(force.id).complete_to
        force.network.call(force.owner, "com.atproto.server.revokeAppPassword", {"name": "app-dm"})
        row = desk.check(force.id)
        assert (row.state, row.sign_in_needed) == (AccountState.BLIND, True)
        assert "Make a new app password in Bluesky and connect the account again" in row.trouble
        assert row.complete_to == complete_to
        [alarm] = desk.alarms_of("account")
        assert alarm.kind is AlarmKind.BLIND and "complete to" in alarm.words
        # Connected again with one that works, it sees again, and the alarm is gone.
        desk.connect_bluesky(force.network, force.owner, messages=False)
        assert desk.check(force.id).state is AccountState.CONNECTED
        assert desk.alarms_of("account") == []

    def test_a_server_that_is_down_is_a_blip_and_what_was_due_goes_out(
        self, desk: Desk, force: Force
    ) -> None:
        publication_id = desk.approve(desk.draft(force.id, "Patience"))
        force.network.control("POST", "/pds/down")
        desk.publisher.run_due()
        row = desk.check(force.id)
        assert (row.state, row.sign_in_needed) == (AccountState.CONNECTED, False)
        assert "could not be reached" in row.trouble
        assert desk.publication(publication_id).state is S.SCHEDULED
        force.network.control("POST", "/pds/up")
        assert desk.check(force.id).trouble == ""
        desk.publisher.run_due(soon(120))  # past the pause between two tries
        assert desk.publication(publication_id).state is S.PUBLISHED
        assert [post["record"]["text"] for post in force.feed()] == ["Patience"]

    def test_too_many_sign_ins_name_the_instant(self, desk: Desk, force: Force) -> None:
        """Bluesky allows 30 sign-ins in five minutes; the account waits and is not called revoked."""
        login = {"identifier": force.owner.handle, "password": force.owner.app_password}
        url = f"{force.network.pds}/xrpc/com.atproto.server.createSession"
        until(lambda: httpx.post(url, json=login).status_code == 429)
        keep(desk, stored(desk) | {"access": "garbage", "refresh": "garbage"})
        row = desk.check(force.id)
        assert not row.sign_in_needed and "slow down" in row.trouble
        assert row.wait_until is not None and row.wait_until > now()
        assert row.state is AccountState.CONNECTED


def blob(force: Force, post: Any) -> bytes:
    """Fetch the image as it lies on the server."""
    cid = post["record"]["embed"]["images"][0]["image"]["ref"]["$link"]
    where = f"{force.network.pds}/xrpc/com.atproto.sync.getBlob"
    return httpx.get(where, params={"did": force.owner.did, "cid": cid}).raise_for_status().content


def stored(desk: Desk) -> dict[str, Any]:
    with desk.database.reading() as session:
        sealed = session.scalars(sa.select(Account.sealed_token)).one()
    return dict(json.loads(desk.vault.open(sealed)))


def keep(desk: Desk, credentials: dict[str, Any]) -> None:
    sealed = seal(json.dumps(credentials), desk.vault.public_key())
    with desk.database.session() as session:
        session.execute(sa.update(Account).values(sealed_token=sealed))


def expired(token: str) -> str:
    """The same token as its server would have made it three hours ago."""
    head, body, _ = token.split(".")
    said = json.loads(base64.urlsafe_b64decode(body + "=="))
    said |= {"iat": said["iat"] - 10800, "exp": said["exp"] - 10800}
    body = base64.urlsafe_b64encode(json.dumps(said).encode()).rstrip(b"=").decode()
    mac = hmac.digest(JWT_SECRET, f"{head}.{body}".encode(), hashlib.sha256)
    return f"{head}.{body}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"
