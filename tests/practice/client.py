"""Speaks to the practice network as any client would: plain HTTP, nothing of our own connector."""

from __future__ import annotations

import base64
import hashlib
import secrets
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

from desktop.practice.server import PracticeNetwork

BY_HAND = "urn:ietf:wg:oauth:2.0:oob"
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40


class Client:
    """One account's client."""

    def __init__(self, network: PracticeNetwork, username: str = "force") -> None:
        self.username = username
        token = network.add_account(username)
        self.http = httpx.Client(
            base_url=network.url, headers={"Authorization": f"Bearer {token}"}, timeout=2.0
        )

    def post(self, text: str, key: str = "", **more: Any) -> httpx.Response:
        headers = {"Idempotency-Key": key} if key else {}
        return self.http.post("/api/v1/statuses", json={"status": text, **more}, headers=headers)

    def upload(self, data: bytes, description: str = "") -> httpx.Response:
        return self.http.post(
            "/api/v2/media", files={"file": ("image", data)}, data={"description": description}
        )

    def get(self, path: str, **params: Any) -> Any:
        return self.http.get(path, params=params).raise_for_status().json()

    def arm(self, mode: str, **fault: Any) -> None:
        self.http.post("/_practice/faults", json={"mode": mode, **fault}).raise_for_status()


class Consent:
    """An application asking for access, as Mastodon's OAuth has it."""

    def __init__(self, network: PracticeNetwork, redirect: str = BY_HAND) -> None:
        self._http = httpx.Client(base_url=network.url, timeout=2.0)
        self._redirect = redirect
        registered = self._http.post("/api/v1/apps", data={"client_name": "Test", "redirect_uris": redirect})
        self.app = registered.raise_for_status().json()
        self._verifier = secrets.token_urlsafe(48)

    def page(self, **more: str) -> httpx.Response:
        digest = hashlib.sha256(self._verifier.encode()).digest()
        asked = {
            "client_id": self.app["client_id"],
            "redirect_uri": self._redirect,
            "response_type": "code",
            "state": "s1",
            "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        return self._http.get("/oauth/authorize", params=asked | more)

    def code(self, **more: str) -> str:
        """Allow it, and return the code that comes back."""
        answer = self.page(approve="1", **more)
        if self._redirect == BY_HAND:
            return answer.text.partition("<code>")[2].partition("</code>")[0]
        return parse_qs(urlsplit(answer.headers["location"]).query)["code"][0]

    def token(self, code: str, **more: str) -> httpx.Response:
        asked = {
            "grant_type": "authorization_code",
            "code": code,
            "client_id": self.app["client_id"],
            "client_secret": self.app["client_secret"],
            "redirect_uri": self._redirect,
            "code_verifier": self._verifier,
        }
        return self._http.post("/oauth/token", data=asked | more)

    def close(self) -> None:
        self._http.close()
