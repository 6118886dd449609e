"""The main job, end to end, on snac: a real server of the Mastodon API that lacks much of Mastodon."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import httpx
import pytest
import sqlalchemy as sa

from desktop.accounts import connecting
from desktop.accounts.rows import AccountRow
from desktop.errors import Refused
from desktop.models import Account, AccountState, AlarmKind, Attention, PublicationState
from desktop.networks.protocol import Kind
from desktop.vault import seal
from tests.servers.desk import ALT, PHONE, Desk, is_bare, soon
from tests.servers.mail_network import MailNetwork
from tests.servers.mastodon_network import MastodonAccount, MastodonNetwork, allow

pytestmark = [pytest.mark.server, pytest.mark.timeout(120, func_only=True)]
S = PublicationState
EMERGENCY = "my mum has taken all her tablets and she wont wake up"


@dataclass
class Force:
    """The force's account on the server, and connected to the desk."""

    network: MastodonNetwork
    owner: MastodonAccount
    row: AccountRow

    @property
    def id(self) -> int:
        return self.row.id

    @property
    def mention(self) -> str:
        return f"@{self.owner.username}"

    def posts(self) -> list[str]:
        """Read the account's posts from its server, newest first; their ids."""
        return [status["id"] for status in self.network.statuses_of(self.owner)]


@pytest.fixture
def force(snac: MastodonNetwork, desk: Desk) -> Iterator[Force]:
    owner = snac.account("force")
    yield Force(snac, owner, desk.connect_mastodon(snac, owner))
    snac.disarm()
    snac.up()


@pytest.fixture
def person(snac: MastodonNetwork) -> MastodonAccount:
    return snac.account("person")


class TestSnac:
    def test_connecting_asks_the_server_what_it_can_do(self, desk: Desk, force: Force) -> None:
        able = force.row.capabilities
        assert (able.software, able.url_length, able.max_images) == ("snac 2.75", 32, 4)
        assert "image/png" in able.image_types and able.image_bytes > 8_000_000
        assert (able.can_delete, able.keeps_client_key, able.direct_messages) == (False, False, True)
        assert any("deleted by hand" in note for note in able.notes)
        assert any("does not keep our key" in note for note in able.notes)
        with desk.database.reading() as session:
            sealed = session.scalars(sa.select(Account.sealed_token)).one()
        assert json.loads(desk.vault.open(sealed))["access_token"] not in repr(sealed)

    def test_the_code_that_the_page_shows_can_be_typed_in(
        self, desk: Desk, snac: MastodonNetwork, person: MastodonAccount
    ) -> None:
        admin = desk.people["admin"]
        begun = connecting.begin_mastodon(desk.vault, admin, server=snac.url)
        shown = allow(begun.url, person)
        row = connecting.finish_mastodon(desk.database, desk.vault, admin, begun, shown)
        assert row.handle.startswith(f"@{person.username}@")

    def test_an_approved_post_goes_out_on_time_with_its_image(
        self, desk: Desk, force: Force, person: MastodonAccount
    ) -> None:
        text = "Apêl 🚨 *Have you seen* this man? https://force.police.uk/appeal #Heddlu"
        due = soon()
        post_id = desk.draft(force.id, text, image=True, due=due)
        with pytest.raises(Refused):
            desk.approve(post_id, "comms")  # who wrote it
        publication_id = desk.approve(post_id)
        desk.publisher.run_due()
        assert desk.publication(publication_id).state is S.SCHEDULED and force.posts() == []
        desk.publish_until(lambda: desk.publication(publication_id).state is S.PUBLISHED)
        published_at = desk.publication(publication_id).published_at
        assert published_at is not None  # by the server's clock, in whole seconds
        assert due - timedelta(seconds=1) < published_at < due + timedelta(seconds=10)
        [status] = force.network.statuses_of(force.owner)
        assert (status["id"], status["text"]) == (desk.network_id(publication_id), text)
        [shown] = status["media_attachments"]
        assert shown["description"] == ALT
        assert is_bare(httpx.get(shown["url"]).raise_for_status().content)

    def test_what_the_public_sends_back_is_flagged_and_answered(
        self, desk: Desk, force: Force, person: MastodonAccount
    ) -> None:
        row = desk.posted(force.id)
        post = desk.network_id(row.id)
        reply = force.network.say(person, f"{force.mention} I saw him at the station", post)
        mention = force.network.say(person, f"{force.mention} {EMERGENCY}")
        red, amber = desk.inbox(2)
        assert len(desk.inbox()) == 2  # read again: nothing twice
        assert red.attention is Attention.LIFE_AT_RISK
        assert desk.alarms_of("conversation")
        thread = desk.read(red.id)
        [message] = thread.messages
        assert (message.network_id, message.kind) == (mention, Kind.MENTION)
        assert "taken all her tablets" in {reason["words"] for reason in message.reasons}
        assert (thread.author.name, thread.author.followers) == (person.username, 0)
        [answered] = desk.read(amber.id).messages
        assert (answered.network_id, answered.kind) == (reply, Kind.REPLY)

        answer = desk.reply(amber, "Thank you. Please call 101.")
        found = force.network.call(person, "GET", f"/api/v1/statuses/{answer}")
        assert found["in_reply_to_id"] == reply
        assert f"@{person.username} Thank you. Please call 101." == found["text"]
        assert found["visibility"] == "public"

    def test_what_was_said_in_private_is_answered_in_private(
        self, desk: Desk, force: Force, person: MastodonAccount
    ) -> None:
        """snac hands a direct message out as a private mention: a public answer would tell on its author."""
        asked = force.network.say(person, f"{force.mention} between us: {EMERGENCY}", visibility="direct")
        [row] = desk.inbox(1)
        assert row.direct and row.attention is Attention.LIFE_AT_RISK
        force.network.arm("/api/v1/statuses", "lose-response", method="POST")
        answer = desk.reply(row, "Are you safe? Call 999.")
        thread = force.network.call(force.owner, "GET", f"/api/v1/statuses/{asked}/context")
        assert [status["id"] for status in thread["descendants"]] == [answer]  # once
        status = force.network.call(force.owner, "GET", f"/api/v1/statuses/{answer}")
        assert (status["visibility"], status["in_reply_to_id"]) == ("private", asked)
        page = httpx.get(f"{force.network.url}/{force.owner.username}").raise_for_status()
        assert "Are you safe" not in page.text
        # Whoever is given its address can read it there; of that, connecting warns.
        assert "Are you safe" in httpx.get(status["url"]).text
        assert any("anyone who has its address" in note for note in force.row.capabilities.notes)

    def test_what_cannot_be_withdrawn_is_said_and_not_called_withdrawn(
        self, desk: Desk, force: Force
    ) -> None:
        row = desk.posted(force.id)
        assert row.post_id is not None
        words = desk.withdraw(row.post_id)
        assert words.startswith("Not removed from @") and "delete it by hand" in words
        assert desk.publication(row.id).state is S.PUBLISHED
        assert force.posts() == [desk.network_id(row.id)]
        # Deleted by hand and withdrawn again, it is seen to be gone.
        force.network.delete_by_hand(force.owner, desk.network_id(row.id))
        assert desk.withdraw(row.post_id) == f"Removed from {force.row.handle}."
        assert desk.publication(row.id).state is S.WITHDRAWN

    def test_an_emergency_reaches_the_contact_centres_mailbox(
        self, desk: Desk, force: Force, person: MastodonAccount, mail_server: MailNetwork
    ) -> None:
        route = desk.use_mail(mail_server)
        mention = force.network.say(person, f"{force.mention} {EMERGENCY}")
        [row] = desk.inbox(1)
        handover_id = desk.hand_over(row.id)
        [received] = mail_server.found(desk.message_id(handover_id, route))
        [attachment] = received.iter_attachments()
        document = json.dumps(json.loads(attachment.get_content()))
        assert mention in document and EMERGENCY in document
        [alarm] = desk.alarms_of("handover", at=soon(180))
        assert alarm.kind is AlarmKind.UNACCEPTED and PHONE in alarm.words
        desk.read(row.id)
        desk.accept(handover_id)
        assert desk.alarms_of("conversation", "handover") == []


class TestFaults:
    """snac ignores the Idempotency-Key: what was lost is read back from the account before anything else."""

    @pytest.mark.parametrize("fault", ["lose-response", "lose-request", "stall"])
    def test_a_lost_answer_makes_one_post(self, desk: Desk, force: Force, fault: str) -> None:
        """Also of a text that snac shows otherwise than it was written: it reads it as markdown."""
        force.network.arm("/api/v1/statuses", fault, method="POST", ms=7000)
        text = "*Once* & <only>\n> 10 pm – `A1(M)` ~~not~~ https://e.uk/a_b_c #Ffordd 🚧"
        row = desk.posted(force.id, text)
        assert force.posts() == [desk.network_id(row.id)]
        assert any("Read the account" in words for words in desk.attempts(row.id))

    def test_a_request_that_arrives_late_is_asked_of_a_person(self, desk: Desk, force: Force) -> None:
        """No key and no answer in time: an absence proves nothing, so nothing is sent again."""
        force.network.arm("/api/v1/statuses", "delay", method="POST", ms=15_000)
        publication_id = desk.approve(desk.draft(force.id, "Late"))
        desk.publish_until(lambda: desk.publication(publication_id).state is S.QUESTION)
        assert force.posts() == []
        assert "posted / not posted?" in desk.publication(publication_id).reason

    def test_straight_to_snac_without_a_proxy(self, desk: Desk, force: Force) -> None:
        """It closes kept-alive connections unannounced; each post stands there once all the same."""
        with desk.database.session() as session:
            session.execute(sa.update(Account).values(server=force.network.itself))
        sent = [desk.network_id(desk.posted(force.id, f"Road {n} is closed").id) for n in range(4)]
        assert force.posts() == sent[::-1]

    def test_a_revoked_token_makes_the_account_blind(self, desk: Desk, force: Force) -> None:
        desk.inbox()
        force.network.revoke(token(desk))
        row = desk.check(force.id)
        assert (row.state, row.sign_in_needed) == (AccountState.BLIND, True)
        assert "Connect the account again" in row.trouble
        [alarm] = desk.alarms_of("account")
        assert alarm.kind is AlarmKind.BLIND and "complete to" in alarm.words
        desk.connect_mastodon(force.network, force.owner)
        assert desk.check(force.id).state is AccountState.CONNECTED

    def test_a_garbage_token_publishes_nothing_and_says_what_to_do(self, desk: Desk, force: Force) -> None:
        publication_id = desk.approve(desk.draft(force.id, "Nothing"))
        sealed = seal('{"access_token": "garbage"}', desk.vault.public_key())
        with desk.database.session() as session:
            session.execute(sa.update(Account).values(sealed_token=sealed))
        desk.publisher.run_due()
        assert desk.publication(publication_id).state is S.SCHEDULED
        assert "Connect the account again" in desk.account(force.id).trouble
        assert force.posts() == []

    def test_a_server_that_is_down_is_a_blip_and_what_was_due_goes_out(
        self, desk: Desk, force: Force
    ) -> None:
        publication_id = desk.approve(desk.draft(force.id, "Patience"))
        force.network.down()
        desk.publisher.run_due()
        row = desk.check(force.id)
        assert (row.state, row.sign_in_needed) == (AccountState.CONNECTED, False)
        assert desk.publication(publication_id).state is S.SCHEDULED
        force.network.up()
        assert desk.check(force.id).trouble == ""
        desk.publisher.run_due(soon(120))  # past the pause between two tries
        assert desk.publication(publication_id).state is S.PUBLISHED
        assert len(force.posts()) == 1


def token(desk: Desk) -> str:
    with desk.database.reading() as session:
        sealed = session.scalars(sa.select(Account.sealed_token)).one()
    return str(json.loads(desk.vault.open(sealed))["access_token"])
