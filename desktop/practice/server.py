"""How does the practice network speak: the Mastodon API, over real HTTP, on loopback alone."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import secrets
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from desktop.networks import lengths
from desktop.practice.faults import PAGE, Faults
from desktop.practice.public import Public
from desktop.practice.state import MAX_CHARACTERS, State

Json = dict[str, Any]
IMAGE_BYTES = 8_000_000
BODY_BYTES = 2 * IMAGE_BYTES
SIGNS = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif", b"RIFF": "image/webp"}
RATE = 300
DOMAIN = "practice.example"  # the same whatever port it listens on


class Problem(Exception):
    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


class PracticeNetwork:
    """A server of the Mastodon API on 127.0.0.1, with a simulated public and faults to arm."""

    def __init__(self, path: Path | None = None, port: int = 0, *, keeps_keys: bool = True) -> None:
        """Without ``keeps_keys`` the Idempotency-Key is ignored, as snac and GoToSocial do."""
        self.state = State(path)
        self.keeps_keys = keeps_keys
        self.faults = Faults()
        self.public = Public(self.state)
        self.handovers: list[Json] = []  # what the practice contact centre was handed
        self._listen(port)
        self.state.base = self.url

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def accounts(self) -> list[str]:
        return list(self.state.by_name)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self.public.stop()
        self.down()
        self.state.close()

    def down(self) -> None:
        """Refuse connections and cut those that stand; nothing the network knows is lost."""
        self._server.shutdown()
        self._server.hang_up()
        self._server.server_close()
        self._thread.join(5)

    def up(self) -> None:
        """Listen again, at the same address."""
        self._listen(self._server.server_address[1])
        self.start()

    def add_account(self, username: str, name: str = "") -> str:
        """Make an account (or find it) and return a fresh token for it."""
        return self.state.token(self.state.add_account(username, name or username)["id"])

    def credentials(self, username: str) -> str:
        """Return what MastodonConnector takes: JSON with an access token."""
        return json.dumps({"access_token": self.add_account(username)})

    def revoke(self, username: str) -> None:
        self.state.revoke(self.state.by_name[username])

    def statuses_of(self, username: str) -> list[Json]:
        """An account's statuses as the API shows them, newest first."""
        return [self.state.show(s) for s in self.state.of(self.state.by_name[username])]

    def say(self, persona: str, text: str, reply_to: str | None = None, *, direct: bool = False) -> Json:
        """Let one of the public write; returns the status."""
        return self.state.show(self.public.say(persona, text, reply_to, direct=direct))

    def _listen(self, port: int) -> None:
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.network = self
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True, name="practice"
        )


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    network: PracticeNetwork

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._open: set[socket.socket] = set()

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """Close the connections that clients keep alive."""
        for connection in list(self._open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def _serve(self) -> None:
        length = self.headers.get("content-length") or "0"
        if not length.isdecimal() or int(length) > BODY_BYTES:
            self.close_connection = True  # what follows is the body that nobody will read
            return self._answer(413, b'{"error": "The request is too large"}', headers={})
        body = self.rfile.read(int(length))
        network: PracticeNetwork = self.server.network  # type: ignore[attr-defined] # our own server
        ours = self.path.startswith("/_practice/")
        fault = (None if ours else network.faults.take(self.command, self.path)) or {"mode": ""}
        mode = fault["mode"]
        if mode == "lose-request":
            return self._cut()
        if mode == "status":
            text = fault.get("text") or json.dumps(fault.get("body", {"error": "armed for practice"}))
            return self._answer(
                int(fault.get("status", 503)), text.encode(), headers=fault.get("headers", {})
            )
        if mode == "throttle":
            reset = datetime.now(UTC) + timedelta(milliseconds=fault["ms"])
            headers = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset.isoformat()}
            return self._answer(429, b'{"error": "Too many requests"}', headers=headers)
        if mode == "delay":
            time.sleep(fault["ms"] / 1000)
        call = _Call(network, self.command, self.path, self.headers)
        call.slow = fault["ms"] / 1000 if mode == "slow" else 0.0
        status, content, headers = call.answer(body)
        if mode == "lose-response":
            return self._cut()
        if mode == "garbage":
            return self._answer(200, PAGE.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
        if mode == "stall":
            time.sleep(fault["ms"] / 1000)
        return self._answer(status, content, headers=headers)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = _serve

    def _answer(self, status: int, content: bytes, *, headers: dict[str, str]) -> None:
        self.send_response_only(status)
        headers = {"Content-Type": "application/json", **headers}
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
        self.wfile.flush()

    def _cut(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)


class _Call:
    """One request, its parameters read, and the route that answers it."""

    def __init__(self, network: PracticeNetwork, method: str, path: str, headers: Any) -> None:
        split = urlsplit(path)
        self.network, self.state = network, network.state
        self.method, self.path = method, split.path
        self.headers = headers
        self.given: Json = {k: v[-1] for k, v in parse_qs(split.query, keep_blank_values=True).items()}
        self.file = b""
        self.slow = 0.0  # seconds that making a status takes
        self.out: dict[str, str] = {}

    def answer(self, body: bytes) -> tuple[int, bytes, dict[str, str]]:
        try:
            self._read(self.headers.get("content-type") or "", body)
            for method, pattern, route in ROUTES:
                found = re.fullmatch(pattern, self.path) if method == self.method else None
                if found:
                    result = route(self, *found.groups())
                    content = result if isinstance(result, bytes) else json.dumps(result).encode()
                    status = int(self.out.pop("status", "200"))
                    return status, content, self.out
            raise Problem(404, "Record not found")
        except Problem as problem:
            return problem.status, json.dumps({"error": str(problem)}).encode(), {}
        except (KeyError, ValueError, TypeError) as error:
            return 422, json.dumps({"error": f"Validation failed: {error}"}).encode(), {}

    def _read(self, kind: str, body: bytes) -> None:
        if kind.startswith("application/json") and body:
            given = json.loads(body)
            if not isinstance(given, dict):
                raise Problem(422, "Validation failed: a JSON object is wanted")
            self.given.update(given)
        elif kind.startswith("application/x-www-form-urlencoded"):
            self.given.update({k: v[-1] for k, v in parse_qs(body.decode(), keep_blank_values=True).items()})
        elif kind.startswith("multipart/form-data"):
            message = BytesParser().parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
            for part in message.walk():
                name = part.get_param("name", header="content-disposition")
                content = part.get_payload(decode=True)
                if name == "file" and isinstance(content, bytes):
                    self.file = content
                elif isinstance(name, str) and isinstance(content, bytes):
                    self.given[name] = content.decode()

    def me(self) -> str:
        token = (self.headers.get("authorization") or "").removeprefix("Bearer ")
        if token not in self.state.tokens:
            raise Problem(401, "The access token is invalid")
        self.out["X-RateLimit-Limit"] = self.out["X-RateLimit-Remaining"] = str(RATE)
        self.out["X-RateLimit-Reset"] = (datetime.now(UTC) + timedelta(minutes=5)).isoformat()
        return self.state.tokens[token]

    def limit(self, most: int) -> int:
        return max(1, min(int(self.given.get("limit", 20)), most))


# -- routes ------------------------------------------------------------------------------------


def instance(call: _Call) -> Json:
    kinds = list(dict.fromkeys(SIGNS.values()))
    return {
        "domain": DOMAIN, "title": "Practice network", "version": "4.5.0 (Blue Lamp practice)",
        "description": "A simulated network. Nothing here is real.", "languages": ["en", "cy"],
        "configuration": {
            "urls": {"streaming": call.state.base},
            "statuses": {"max_characters": MAX_CHARACTERS, "max_media_attachments": 4, "characters_reserved_per_url": 23},
            "media_attachments": {"supported_mime_types": kinds, "image_size_limit": IMAGE_BYTES, "description_limit": 1500},
        },
    }  # fmt: skip


def nodeinfo_links(call: _Call) -> Json:
    schema = "http://nodeinfo.diaspora.software/ns/schema/2.0"
    return {"links": [{"rel": schema, "href": f"{call.state.base}/nodeinfo/2.0"}]}


def nodeinfo(call: _Call) -> Json:
    name = "bluelamp-practice" if call.network.keeps_keys else "forgetful-practice"
    return {
        "version": "2.0",
        "software": {"name": name, "version": "1.0"},
        "protocols": ["activitypub"],
    }


def verify(call: _Call) -> Json:
    return call.state.account(call.me())


def register(call: _Call) -> Json:
    made = {
        "id": secrets.token_hex(4), "name": call.given["client_name"], "redirect_uri": call.given["redirect_uris"],
        "client_id": secrets.token_urlsafe(16), "client_secret": secrets.token_urlsafe(16),
    }  # fmt: skip
    call.state.apps[made["client_id"]] = made
    return made


def authorize(call: _Call) -> bytes:
    """The page a person sees in the browser; ``approve=1`` is its button."""
    app = call.state.apps.get(str(call.given.get("client_id")))
    redirect = str(call.given.get("redirect_uri"))
    if app is None or redirect not in str(app["redirect_uri"]).split():
        raise Problem(400, "Unknown application or redirect")
    if call.given.get("approve") != "1":
        return _page(call)
    code = secrets.token_urlsafe(16)
    account = call.state.by_name[str(call.given.get("as") or next(iter(call.state.by_name)))]
    call.state.codes[code] = {
        "account": account, "challenge": call.given.get("code_challenge"), "redirect": redirect,
        "client_id": app["client_id"],
    }  # fmt: skip
    call.out["Content-Type"] = "text/html; charset=utf-8"
    if redirect == "urn:ietf:wg:oauth:2.0:oob":
        return f"<h1>Practice network</h1><p>Your code: <code>{code}</code></p>".encode()
    query = urlencode({"code": code, "state": call.given.get("state", "")})
    call.out |= {"status": "302", "Location": f"{redirect}?{query}"}
    return b""


def _page(call: _Call) -> bytes:
    call.out["Content-Type"] = "text/html; charset=utf-8"
    hidden = "".join(
        f'<input type="hidden" name="{html.escape(name)}" value="{html.escape(str(value))}">'
        for name, value in call.given.items()
    )
    names = "".join(f"<option>{html.escape(name)}</option>" for name in call.state.by_name)
    return (
        "<h1>Practice network</h1><form action='/oauth/authorize'><p>Let Blue Lamp read and post as "
        f"<select name='as'>{names}</select></p>{hidden}<button name='approve' value='1'>Allow</button></form>"
    ).encode()


def token(call: _Call) -> Json:
    code = call.state.codes.pop(str(call.given.get("code")), None)
    if code is None or code["client_id"] != call.given.get("client_id"):
        raise Problem(400, "invalid_grant")
    if code["challenge"]:
        digest = hashlib.sha256(str(call.given.get("code_verifier", "")).encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != code["challenge"]:
            raise Problem(400, "invalid_grant")
    made = call.state.token(code["account"])
    return {
        "access_token": made,
        "token_type": "Bearer",
        "scope": "read write",
        "created_at": int(time.time()),
    }


def post_status(call: _Call) -> Json:
    me = call.me()
    text = str(call.given.get("status") or "")
    media = [str(m) for m in call.given.get("media_ids") or []]
    if not text.strip() and not media:
        raise Problem(422, "Validation failed: Text can't be blank")
    if lengths.mastodon(text) > MAX_CHARACTERS:
        raise Problem(422, f"Validation failed: Text character limit of {MAX_CHARACTERS} exceeded")
    if any(m not in call.state.media for m in media):
        raise Problem(422, "Validation failed: media not found")
    if call.given.get("in_reply_to_id") and str(call.given["in_reply_to_id"]) not in call.state.statuses:
        raise Problem(404, "The post you are trying to reply to does not appear to exist.")
    key = (call.headers.get("idempotency-key") or "") if call.network.keeps_keys else ""
    made = call.state.post(me, call.given, key, slow=call.slow)
    call.network.public.react(made)
    return call.state.show(made)


def status(call: _Call, status_id: str) -> Json:
    return call.state.show(_status(call, status_id))


def delete_status(call: _Call, status_id: str) -> Json:
    if _status(call, status_id)["account_id"] != call.me():
        raise Problem(403, "This action is not allowed")
    shown = call.state.show(_status(call, status_id))
    call.state.delete(status_id)
    return shown


def context(call: _Call, status_id: str) -> Json:
    found = _status(call, status_id)
    return {
        "ancestors": [call.state.show(s) for s in call.state.ancestors(found)],
        "descendants": [call.state.show(s) for s in call.state.descendants(found)],
    }


def _status(call: _Call, status_id: str) -> Json:
    if status_id not in call.state.statuses:
        raise Problem(404, "Record not found")
    return call.state.statuses[status_id]


def statuses_of(call: _Call, account_id: str) -> list[Json]:
    return [call.state.show(s) for s in _paged(call, call.state.of(account_id), 40)]


def account(call: _Call, account_id: str) -> Json:
    if account_id not in call.state.accounts:
        raise Problem(404, "Record not found")
    return call.state.account(account_id)


def notifications(call: _Call) -> list[Json]:
    notes = list(reversed(call.state.notifications.get(call.me(), [])))
    shown = []
    for note in _paged(call, notes, 80):
        found = call.state.statuses.get(note["status_id"])
        if found is not None:
            shown.append(
                {
                    "id": note["id"],
                    "type": "mention",
                    "created_at": note["created_at"],
                    "group_key": f"u-{note['id']}",
                    "account": call.state.account(found["account_id"]),
                    "status": call.state.show(found),
                }
            )
    return shown


def conversations(call: _Call) -> list[Json]:
    return [
        {
            "id": c["id"],
            "unread": False,
            "accounts": [call.state.account(p) for p in c["people"]],
            "last_status": call.state.show(c["last"]),
        }
        for c in call.state.conversations(call.me())[: call.limit(40)]
    ]


def upload(call: _Call) -> Json:
    me = call.me()
    mime = next((kind for sign, kind in SIGNS.items() if call.file.startswith(sign)), "")
    if not mime:
        raise Problem(422, "Validation failed: File content type is invalid")
    if len(call.file) > IMAGE_BYTES:
        raise Problem(413, "The file is too large")
    return call.state.show_media(
        call.state.add_media(me, call.file, mime, str(call.given.get("description") or ""))
    )


def media(call: _Call, media_id: str) -> Json:
    call.me()
    if media_id not in call.state.media:
        raise Problem(404, "Record not found")
    return call.state.show_media(media_id)


def picture(call: _Call, media_id: str) -> bytes:
    found = call.state.media.get(media_id)
    if found is None:
        raise Problem(404, "Record not found")
    call.out["Content-Type"] = found["mime"]
    return bytes(found["data"])


def _paged(call: _Call, newest_first: list[Json], most: int) -> list[Json]:
    """Page as Mastodon does: ``min_id`` gives the oldest after it, ``since_id`` the newest after it."""
    given, limit = call.given, call.limit(most)
    rows = newest_first
    if above := given.get("max_id"):
        rows = [r for r in rows if int(r["id"]) < int(above)]
    if since := given.get("since_id"):
        rows = [r for r in rows if int(r["id"]) > int(since)]
    if least := given.get("min_id"):
        return [r for r in rows if int(r["id"]) > int(least)][-limit:]
    return rows[:limit]


# -- for whoever drives the practice ------------------------------------------------------------


def arm(call: _Call) -> Json:
    call.network.faults.arm(call.given)
    return {"ok": True}


def armed(call: _Call) -> list[Json]:
    return call.network.faults.armed()


def disarm(call: _Call) -> Json:
    call.network.faults.clear()
    return {"ok": True}


def say(call: _Call) -> Json:
    given = call.given
    return call.network.say(
        str(given["persona"]),
        str(given["text"]),
        given.get("reply_to") or None,
        direct=bool(given.get("direct")),
    )


def everything(call: _Call) -> list[Json]:
    return [call.state.show(s) for s in list(call.state.statuses.values())]


def add(call: _Call) -> Json:
    username = str(call.given["username"])
    return {"access_token": call.network.add_account(username, str(call.given.get("name") or username))}


def take_handover(call: _Call) -> Json:
    """The practice contact centre's own system: it takes what is handed over, and accepts nothing by itself."""
    taken = {"id": str(call.given["correlationId"]), "document": dict(call.given)}
    call.network.handovers.append(taken)
    return {}


def contact_centre(_call: _Call) -> Json:
    return {}


ROUTES: list[tuple[str, str, Callable[..., Any]]] = [
    ("POST", r"/_practice/contact-centre", take_handover),
    ("HEAD", r"/_practice/contact-centre", contact_centre),
    ("POST", r"/api/v1/statuses", post_status),
    ("GET", r"/api/v1/notifications", notifications),
    ("GET", r"/api/v1/conversations", conversations),
    ("GET", r"/api/v1/accounts/verify_credentials", verify),
    ("GET", r"/api/v1/accounts/(\d+)/statuses", statuses_of),
    ("GET", r"/api/v1/accounts/(\d+)", account),
    ("GET", r"/api/v1/statuses/(\d+)", status),
    ("DELETE", r"/api/v1/statuses/(\d+)", delete_status),
    ("GET", r"/api/v1/statuses/(\d+)/context", context),
    ("POST", r"/api/v2/media", upload),
    ("GET", r"/api/v1/media/(\d+)", media),
    ("GET", r"/media/(\d+)", picture),
    ("GET", r"/api/v2/instance", instance),
    ("GET", r"/.well-known/nodeinfo", nodeinfo_links),
    ("GET", r"/nodeinfo/2.0", nodeinfo),
    ("POST", r"/api/v1/apps", register),
    ("GET", r"/oauth/authorize", authorize),
    ("POST", r"/oauth/token", token),
    ("POST", r"/_practice/faults", arm),
    ("GET", r"/_practice/faults", armed),
    ("DELETE", r"/_practice/faults", disarm),
    ("POST", r"/_practice/say", say),
    ("GET", r"/_practice/statuses", everything),
    ("POST", r"/_practice/accounts", add),
]
