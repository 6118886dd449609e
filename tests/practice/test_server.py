"""The practice network speaks the Mastodon API as Mastodon does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from desktop.practice.server import IMAGE_BYTES, PracticeNetwork
from tests.practice.client import PNG, Client, Consent


class TestOAuth:
    def test_a_code_with_its_verifier_is_worth_a_token(
        self, practice: PracticeNetwork, consent: Consent
    ) -> None:
        token = consent.token(consent.code()).raise_for_status().json()["access_token"]
        who = httpx.get(
            f"{practice.url}/api/v1/accounts/verify_credentials", headers={"Authorization": f"Bearer {token}"}
        )
        assert who.json()["username"] == "force"

    def test_the_page_asks_first(self, consent: Consent) -> None:
        page = consent.page()
        assert page.headers["content-type"].startswith("text/html")
        assert "Allow" in page.text and "<code>" not in page.text

    def test_the_redirect_carries_the_code_and_the_state(self, practice: PracticeNetwork) -> None:
        practice.add_account("force")
        consent = Consent(practice, "http://127.0.0.1:5999/back")
        answer = consent.page(approve="1")
        assert answer.status_code == 302
        assert answer.headers["location"].startswith("http://127.0.0.1:5999/back?code=")
        assert answer.headers["location"].endswith("state=s1")
        consent.close()

    def test_a_wrong_verifier_is_worth_nothing(self, consent: Consent) -> None:
        refused = consent.token(consent.code(), code_verifier="guessed")
        assert (refused.status_code, refused.json()["error"]) == (400, "invalid_grant")

    def test_a_code_works_once(self, consent: Consent) -> None:
        code = consent.code()
        assert consent.token(code).status_code == 200
        assert consent.token(code).status_code == 400

    def test_another_redirect_is_refused(self, consent: Consent) -> None:
        assert consent.page(approve="1", redirect_uri="https://evil.example/").status_code == 400

    def test_what_the_address_holds_cannot_become_markup(self, consent: Consent) -> None:
        page = consent.page(state="'><script>alert(1)</script>")
        assert "<script>" not in page.text


class TestStatuses:
    def test_one_is_made_shown_and_deleted(self, force: Client) -> None:
        made = force.post("Road closed at Brackenford.").raise_for_status().json()
        assert made["content"] == "<p>Road closed at Brackenford.</p>"
        path = f"/api/v1/statuses/{made['id']}"
        assert force.get(path)["id"] == made["id"]
        assert force.http.delete(path).status_code == 200
        assert force.http.get(path).status_code == 404
        assert force.http.delete(path).status_code == 404

    def test_only_its_author_deletes_it(self, practice: PracticeNetwork, force: Client) -> None:
        theirs = practice.say("maya", "Hello")["id"]
        assert force.http.delete(f"/api/v1/statuses/{theirs}").status_code == 403

    def test_the_same_key_makes_one(self, force: Client) -> None:
        first, again = force.post("Once", key="k1").json(), force.post("Once", key="k1").json()
        other = force.post("Once", key="k2").json()
        assert first["id"] == again["id"] != other["id"]

    def test_a_key_is_one_accounts_own(self, practice: PracticeNetwork, force: Client) -> None:
        other = Client(practice, "other")
        assert force.post("Once", key="k1").json()["id"] != other.post("Once", key="k1").json()["id"]
        other.http.close()

    def test_a_network_that_keeps_no_keys_makes_two_and_does_not_claim_to(self) -> None:
        network = PracticeNetwork(keeps_keys=False)
        network.start()
        client = Client(network)
        first, again = client.post("Once", key="k1").json(), client.post("Once", key="k1").json()
        software = client.get("/nodeinfo/2.0")["software"]["name"]
        client.http.close()
        network.stop()
        assert first["id"] != again["id"]
        assert software == "forgetful-practice"

    def test_the_length_is_counted_as_mastodon_does(self, force: Client) -> None:
        link = "https://example.org/" + "x" * 400
        assert force.post("x" * 476 + " " + link).status_code == 200
        refused = force.post("x" * 501)
        assert refused.status_code == 422
        assert "500" in refused.json()["error"]

    def test_nothing_to_say_is_refused(self, force: Client) -> None:
        assert force.post("  ").status_code == 422
        assert force.post("Answer", in_reply_to_id="123").status_code == 404

    def test_markup_is_shown_as_it_was_written(self, force: Client) -> None:
        made = force.post("<b>bold</b> & <script>x</script>").json()
        assert made["content"] == "<p>&lt;b&gt;bold&lt;/b&gt; &amp; &lt;script&gt;x&lt;/script&gt;</p>"

    def test_pages_go_back_by_max_id(self, practice: PracticeNetwork, force: Client) -> None:
        ids = [force.post(f"Number {n}").json()["id"] for n in range(5)]
        me = force.get("/api/v1/accounts/verify_credentials")["id"]
        path = f"/api/v1/accounts/{me}/statuses"
        first = [s["id"] for s in force.get(path, limit=2)]
        second = [s["id"] for s in force.get(path, limit=2, max_id=first[-1])]
        assert first + second == ids[:0:-1]
        assert [s["id"] for s in force.get(path, since_id=ids[3])] == ids[4:]


class TestMedia:
    def test_alt_text_stays_with_the_image(self, force: Client) -> None:
        media = force.upload(PNG, "A blue lamp").raise_for_status().json()
        made = force.post("Look", media_ids=[media["id"]]).json()
        assert made["media_attachments"][0]["description"] == "A blue lamp"
        assert force.http.get(f"/media/{media['id']}").content == PNG

    def test_the_declared_limits_are_kept(self, force: Client) -> None:
        declared = force.get("/api/v2/instance")["configuration"]["media_attachments"]
        assert declared["image_size_limit"] == IMAGE_BYTES
        assert force.upload(PNG + b"0" * IMAGE_BYTES).status_code == 413
        assert force.upload(b"%PDF-1.7").status_code == 422

    def test_what_was_not_uploaded_cannot_be_posted(self, force: Client) -> None:
        assert force.post("Look", media_ids=["42"]).status_code == 422
        assert force.http.get("/api/v1/media/42").status_code == 404


class TestNotifications:
    def test_they_page_forward_from_the_oldest(self, practice: PracticeNetwork, force: Client) -> None:
        said = [practice.say(f"person{n}", f"@force message {n}")["id"] for n in range(7)]
        read: list[str] = []
        newest = "0"
        while page := force.get("/api/v1/notifications", limit=3, min_id=newest):
            newest = page[0]["id"]
            read += [note["status"]["id"] for note in reversed(page)]
        assert read == said

    def test_a_reply_reaches_its_author_without_a_mention(
        self, practice: PracticeNetwork, force: Client
    ) -> None:
        ours = force.post("Road closed").json()
        practice.say("maya", "Until when?", ours["id"])
        (note,) = force.get("/api/v1/notifications")
        assert note["status"]["in_reply_to_id"] == ours["id"]
        context = force.get(f"/api/v1/statuses/{note['status']['id']}/context")
        assert [s["id"] for s in context["ancestors"]] == [ours["id"]]

    def test_direct_messages_are_conversations(self, practice: PracticeNetwork, force: Client) -> None:
        practice.say("maya", "@force between us", direct=True)
        practice.say("tegid", "@force yn breifat", direct=True)
        found = force.get("/api/v1/conversations")
        assert [c["accounts"][0]["username"] for c in found] == ["tegid", "maya"]
        assert found[1]["last_status"]["visibility"] == "direct"

    def test_of_a_deleted_status_nothing_is_told(self, practice: PracticeNetwork, force: Client) -> None:
        practice.state.delete(practice.say("maya", "@force oops")["id"])
        assert force.get("/api/v1/notifications") == []


class TestLimits:
    def test_every_answer_says_what_is_left_and_until_when(self, force: Client) -> None:
        answer = force.http.get("/api/v1/notifications")
        reset = datetime.fromisoformat(answer.headers["X-RateLimit-Reset"])
        assert int(answer.headers["X-RateLimit-Remaining"]) > 0
        assert timedelta(0) < reset - datetime.now(UTC) < timedelta(minutes=6)


class TestHostileInput:
    @pytest.mark.parametrize("body", [b"{", b"[1]", b"\xff\xfe", b'"text"', b'{"media_ids": 7}', b"null"])
    def test_bad_json_is_refused_and_the_next_request_served(self, force: Client, body: bytes) -> None:
        refused = force.http.post(
            "/api/v1/statuses", content=body, headers={"Content-Type": "application/json"}
        )
        assert refused.status_code == 422
        assert force.post("Still here").status_code == 200

    def test_a_huge_body_is_not_read(self, practice: PracticeNetwork, force: Client) -> None:
        with httpx.Client(base_url=practice.url) as client:
            announced = {"Content-Length": str(10**12)}
            answer = client.build_request("POST", "/api/v1/statuses", headers=announced, content=b"x")
            answer.headers["Content-Length"] = str(10**12)
            assert _raw(practice, answer).startswith(b"HTTP/1.1 413")
        assert force.post("Still here").status_code == 200

    @pytest.mark.parametrize("length", ["-5", "many"])
    def test_a_length_that_is_none_is_refused(self, practice: PracticeNetwork, length: str) -> None:
        request = httpx.Request("POST", practice.url, headers={"Content-Length": length})
        assert _raw(practice, request).startswith(b"HTTP/1.1 413")

    def test_a_bad_token_opens_nothing(self, practice: PracticeNetwork, force: Client) -> None:
        for token in ("", "Bearer nonsense", "Basic " + "x" * 5000):
            answer = httpx.get(f"{practice.url}/api/v1/notifications", headers={"Authorization": token})
            assert answer.status_code == 401
        practice.revoke("force")
        assert force.http.get("/api/v1/notifications").status_code == 401

    @pytest.mark.parametrize("params", [{"min_id": "x"}, {"limit": "many"}])
    def test_parameters_that_are_none_are_refused(
        self, practice: PracticeNetwork, force: Client, params: dict[str, str]
    ) -> None:
        practice.say("maya", "@force hello")
        assert force.http.get("/api/v1/notifications", params=params).status_code == 422

    def test_what_is_not_there_is_not_found(self, force: Client) -> None:
        for path in ("/", "/api/v1/statuses/1", "/api/v1/accounts/1", "/../etc/passwd", "/media/1"):
            assert force.http.get(path).status_code == 404


class TestRestart:
    def test_it_finds_itself_as_it_was(self, tmp_path: Path) -> None:
        file = tmp_path / "network.db"
        network = PracticeNetwork(file)
        network.start()
        client = Client(network)
        made = client.post("Kept", key="k1").json()
        network.say("maya", "@force hello")
        token = client.http.headers["Authorization"]
        client.http.close()
        network.stop()

        again = PracticeNetwork(file)
        again.start()
        with httpx.Client(base_url=again.url, headers={"Authorization": token}) as http:
            repeated = http.post(
                "/api/v1/statuses", json={"status": "Kept"}, headers={"Idempotency-Key": "k1"}
            )
            notes = http.get("/api/v1/notifications").json()
            later = again.say("maya", "@force again")["id"]
        again.stop()
        assert repeated.json()["id"] == made["id"]
        assert [n["status"]["account"]["username"] for n in notes] == ["maya"]
        assert int(later) > int(notes[0]["id"])

    def test_it_goes_down_and_comes_up_at_the_same_address(
        self, practice: PracticeNetwork, force: Client
    ) -> None:
        made = force.post("Before").json()
        practice.down()
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"{practice.url}/api/v1/statuses/{made['id']}")
        practice.up()
        assert httpx.get(f"{practice.url}/api/v1/statuses/{made['id']}").status_code == 200


def _raw(network: PracticeNetwork, request: httpx.Request) -> bytes:
    """Send the head of a request as it stands, its body never; return what is answered."""
    import socket

    host, port = network.url.removeprefix("http://").split(":")
    head = f"{request.method} /api/v1/statuses HTTP/1.1\r\nHost: {host}\r\n"
    head += f"Content-Length: {request.headers['content-length']}\r\n\r\n"
    with socket.create_connection((host, int(port)), timeout=5) as connection:
        connection.sendall(head.encode())
        return connection.recv(4096)
