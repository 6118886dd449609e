"""A real Bluesky network (directory, PDS, AppView) for as long as a test needs it (see bluesky/README.md)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx

from tests.servers.real_server import NotInstalled, RealServer

__all__ = ["BlueskyAccount", "BlueskyNetwork", "NotInstalled"]


@dataclass(frozen=True)
class BlueskyAccount:
    handle: str
    did: str
    password: str
    app_password: str
    app_password_with_messages: str


class BlueskyNetwork(RealServer):
    """``pds`` is the address that a client is told to use."""

    name = "Bluesky"
    folder_name = "bluesky"
    variables = "BSKY"
    first_port = 41000
    ports = 6  # control, PDS, AppView, directory, direct messages, PostgreSQL
    start_seconds = 180

    def __init__(self) -> None:
        super().__init__()
        self.pds = f"http://localhost:{self.port + 1}"
        self._made = 0

    def environment(self) -> dict[str, str]:
        return {"BSKY_ACCOUNTS": "alice"}

    def account(self, name: str = "person") -> BlueskyAccount:
        """Make one more account, seen by the AppView, with both kinds of app password."""
        self._made += 1
        made = self.control("POST", "/accounts", {"name": f"{name}{self._made}"})
        self.sync()
        return BlueskyAccount(
            made["handle"],
            made["did"],
            made["password"],
            made["appPassword"],
            made["appPasswordWithMessages"],
        )

    def sync(self) -> None:
        """Wait until the AppView has seen everything."""
        self.control("POST", "/sync")

    def arm(self, match: str, mode: str, **more: Any) -> None:
        """Arm a fault: lose-response, lose-request, status, delay or stall (see bluesky/faults.mjs)."""
        self.control("POST", "/faults", {"match": match, "mode": mode, **more})

    def disarm(self) -> None:
        self.control("DELETE", "/faults")

    def control(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        url = f"http://localhost:{self.port}{path}"
        answer = httpx.request(method, url, json=body, timeout=60)
        answer.raise_for_status()
        return answer.json()

    def call(
        self, account: BlueskyAccount, method: str, body: dict[str, Any] | None = None, **params: Any
    ) -> Any:
        """Call the PDS as the account's owner would with another client; a query where ``body`` is None."""
        signed = {"x-ratelimit-bypass": "bypass"}
        login = {"identifier": account.handle, "password": account.password}
        url = f"{self.pds}/xrpc/"
        with httpx.Client(timeout=60, headers=signed) as client:
            session = (
                client.post(url + "com.atproto.server.createSession", json=login).raise_for_status().json()
            )
            client.headers["Authorization"] = f"Bearer {session['accessJwt']}"
            if method.startswith("chat."):
                client.headers["atproto-proxy"] = "did:web:api.bsky.chat#bsky_chat"
            if body is None:
                answer = client.get(url + method, params=params)
            else:
                answer = client.post(url + method, json=body)
            return answer.raise_for_status().json() if answer.content else None
