"""How does a person give Blue Lamp access to an account on a Mastodon-compatible server?

OAuth 2 authorisation code with PKCE (RFC 7636, S256) in the system browser; the code comes back to a
loopback redirect (RFC 8252, 7.3) or is typed in by hand.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from desktop.errors import Denied, Refused, Unavailable
from desktop.networks import http
from desktop.networks.mastodon import MastodonConnector
from desktop.networks.protocol import Health
from desktop.words import translate

BY_HAND = "urn:ietf:wg:oauth:2.0:oob"
SCOPES = "read write"


@dataclass(frozen=True)
class Authorisation:
    """What was begun: open ``url`` in the browser, keep the rest until the code comes."""

    server: str
    url: str
    verifier: str
    state: str
    client_id: str
    client_secret: str
    redirect_uri: str


def address(typed: str) -> str:
    """Turn what a person typed into the server's base URL. Raises ``Refused`` for what is none."""
    text = typed.strip().rstrip("/")
    text = text if "://" in text else f"https://{text.rpartition('@')[2]}"
    split = urlsplit(text)
    local = split.hostname in ("localhost", "127.0.0.1", "::1")
    if not split.hostname or ("." not in split.hostname and not local):
        raise Refused(
            translate("Mastodon", "{typed} is not a server's address. Type one like mastodon.social.").format(
                typed=typed.strip() or translate("Mastodon", "An empty line")
            )
        )
    if split.scheme != "https" and not local:
        raise Refused(
            translate(
                "Mastodon",
                "Only https servers can be connected: without it the token could be read on the way.",
            )
        )
    return f"{split.scheme}://{split.netloc}"


def begin(server: str, redirect_uri: str = BY_HAND, *, timeout: float = 20.0) -> Authorisation:
    """Register with the server and make the page's address. Raises ``Refused`` for a wrong server."""
    base = address(server)
    app = _register(base, redirect_uri, timeout)
    verifier, state = secrets.token_urlsafe(48), secrets.token_urlsafe(16)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    query = {
        "response_type": "code", "client_id": app["client_id"], "redirect_uri": redirect_uri, "scope": SCOPES,
        "state": state, "code_challenge": challenge, "code_challenge_method": "S256", "force_login": "true",
    }  # fmt: skip
    url = f"{base}/oauth/authorize?{urlencode(query)}"
    return Authorisation(base, url, verifier, state, app["client_id"], app["client_secret"], redirect_uri)


def finish(begun: Authorisation, code: str, *, timeout: float = 20.0) -> tuple[str, Health]:
    """Change the code for a token and exercise it; returns the credentials (JSON) and the account's health."""
    fields = {
        # snac shows the code with "&state=" behind it.
        "grant_type": "authorization_code", "code": code.strip().partition("&")[0], "redirect_uri": begun.redirect_uri, "scope": SCOPES,
        "client_id": begun.client_id, "client_secret": begun.client_secret, "code_verifier": begun.verifier,
    }  # fmt: skip
    with http.client(timeout=timeout) as client:
        answer = http.ask(client, "POST", f"{begun.server}/oauth/token", data=fields)
        token = _token(answer)
        if not token:
            raise Refused(
                translate(
                    "Mastodon",
                    "The server did not accept the code. Begin again and allow Blue Lamp within ten minutes.",
                )
            )
        credentials = json.dumps({"access_token": token})
    connector = MastodonConnector(begun.server, credentials, timeout=timeout)
    try:
        return credentials, connector.check()
    except Denied as error:
        raise Refused(
            translate(
                "Mastodon", "The server let us in and then did not answer as Mastodon does: {reason}"
            ).format(reason=error.reason)
        ) from error
    finally:
        connector.close()


class LoopbackRedirect:
    """Waits on 127.0.0.1 for the browser to bring the code back. A context manager; ``uri`` is the redirect.

    Whoever sets ``came`` ends the waiting.
    """

    def __init__(self, came: threading.Event | None = None) -> None:
        self._came = came or threading.Event()
        self._given: dict[str, str] = {}
        self._server = HTTPServer(("127.0.0.1", 0), self._handler())
        self.uri = f"http://127.0.0.1:{self._server.server_address[1]}/"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True)

    def __enter__(self) -> LoopbackRedirect:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def wait(self, state: str, seconds: float = 300) -> str:
        """Return the code. Raises ``Refused`` when none came in time, access was refused, or ``state`` differs."""
        if not self._came.wait(seconds):
            raise Refused(
                translate(
                    "Mastodon",
                    "The browser did not come back. Begin again, or use the code that the page shows.",
                )
            )
        if "code" not in self._given:
            raise Refused(
                translate("Mastodon", "Access was not allowed in the browser. Begin again and choose Allow.")
            )
        if not secrets.compare_digest(self._given.get("state", ""), state):
            raise Refused(
                translate("Mastodon", "The browser's answer belongs to another attempt. Begin again.")
            )
        return self._given["code"]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        redirect = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                given = {k: v[0] for k, v in parse_qs(urlsplit(self.path).query).items()}
                if "code" in given or "error" in given:
                    redirect._given = given
                    redirect._came.set()
                page = b"<!doctype html><title>Blue Lamp</title><p>You can close this tab and go back to Blue Lamp.</p>"
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(page)))
                self.end_headers()
                self.wfile.write(page)

            def log_message(self, format: str, *args: Any) -> None:
                """The address holds the code: it is not logged."""

        return Handler


def _token(answer: http.Response) -> str:
    """Return the token that a server gave; "" where it gave none."""
    try:
        return str(http.read_json(answer)["access_token"]) if answer.status_code == 200 else ""
    except (ValueError, KeyError, TypeError):
        return ""


def _register(base: str, redirect_uri: str, timeout: float) -> dict[str, str]:
    wanted = {"client_name": "Blue Lamp", "redirect_uris": redirect_uri, "scopes": SCOPES}
    with http.client(timeout=timeout) as client:
        try:
            answer = http.ask(client, "POST", f"{base}/api/v1/apps", data=wanted)
        except Unavailable as error:
            raise Refused(
                translate("Mastodon", "{reason} Check the server's address and your connection.").format(
                    reason=error.reason
                )
            ) from error
        try:
            app = http.read_json(answer)
            return {"client_id": str(app["client_id"]), "client_secret": str(app["client_secret"])}
        except (ValueError, KeyError, TypeError) as error:
            words = translate(
                "Mastodon", "{host} does not speak the Mastodon API. Check the server's address."
            ).format(host=http.host(base))
            raise Refused(words) from error
