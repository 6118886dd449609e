"""A real server of the Mastodon client API (snac) for as long as a test needs it (see mastodon/README.md)."""

from __future__ import annotations

import re
import urllib.parse
from dataclasses import dataclass
from typing import Any

import httpx

from tests.servers.real_server import RealServer


@dataclass(frozen=True)
class MastodonAccount:
    username: str
    password: str
    token: str

    @property
    def credentials(self) -> str:
        return f'{{"access_token": "{self.token}"}}'


class MastodonNetwork(RealServer):
    """``url`` is the address that a client is told to use."""

    name = "snac"
    folder_name = "mastodon"
    variables = "MASTO"
    first_port = 41200
    ports = 3  # the server, snac itself, control

    def __init__(self) -> None:
        super().__init__()
        self.url = f"http://localhost:{self.port}"
        self.itself = f"http://localhost:{self.port + 1}"  # without the proxy in front
        self._made = 0

    def environment(self) -> dict[str, str]:
        return {"MASTO_ACCOUNTS": "alice"}

    def account(self, name: str = "person") -> MastodonAccount:
        self._made += 1
        made = self.control("POST", "/accounts", {"name": f"{name}{self._made}"})
        return MastodonAccount(made["username"], made["password"], made["token"])

    def revoke(self, token: str) -> None:
        self.control("POST", "/revoke", {"token": token})

    def delete_by_hand(self, account: MastodonAccount, status_id: str) -> None:
        """Delete a post as its owner does on the server's own page."""
        post = self.call(account, "GET", f"/api/v1/statuses/{status_id}")["uri"]
        page = f"{self.url}/{account.username}"
        asked = {"id": post, "actor": page, "action": "Delete"}
        answer = httpx.post(f"{page}/admin/action", auth=(account.username, account.password), data=asked)
        assert answer.status_code == 303

    def arm(self, match: str, mode: str, **more: Any) -> None:
        """Arm a fault: lose-response, lose-request, status, delay or stall (see mastodon/front.py)."""
        self.control("POST", "/faults", {"match": match, "mode": mode, **more})

    def disarm(self) -> None:
        self.control("DELETE", "/faults")

    def down(self) -> None:
        self.control("POST", "/down")

    def up(self) -> None:
        self.control("POST", "/up")

    def control(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        answer = httpx.request(method, f"http://localhost:{self.port + 2}{path}", json=body, timeout=60)
        answer.raise_for_status()
        return answer.json()

    def call(self, account: MastodonAccount, method: str, path: str, **request: Any) -> Any:
        """Call the server as the account's owner would with another client."""
        headers = {"Authorization": f"Bearer {account.token}"}
        answer = httpx.request(method, self.url + path, headers=headers, timeout=60, **request)
        return answer.raise_for_status().json()

    def say(
        self, account: MastodonAccount, text: str, reply_to: str = "", *, visibility: str = "public"
    ) -> str:
        """Post as a member of the public; the status's id."""
        body = {"status": text, "visibility": visibility} | ({"in_reply_to_id": reply_to} if reply_to else {})
        return str(self.call(account, "POST", "/api/v1/statuses", json=body)["id"])

    def statuses_of(self, account: MastodonAccount) -> list[Any]:
        me = self.call(account, "GET", "/api/v1/accounts/verify_credentials")["id"]
        return list(self.call(account, "GET", f"/api/v1/accounts/{me}/statuses"))


def allow(page: str, account: MastodonAccount) -> str:
    """Do what the account's owner does in the browser: open the page, sign in, follow the way back."""
    with httpx.Client(timeout=30) as browser:
        form = browser.get(page).raise_for_status().text
        hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form))
        [action] = re.findall(r'action="([^"]+)"', form)
        given = {"login": account.username, "passwd": account.password, **hidden}
        answer = browser.post(urllib.parse.urljoin(page, action), data=given)
        back = answer.headers.get("Location")
        return browser.get(back).text if back else answer.text
