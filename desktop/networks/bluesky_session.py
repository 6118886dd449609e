"""How is one Bluesky session kept, and what do its server's answers mean?

Every call of the connector goes through ``Session``: it holds the tokens, renews them where they have run
out, and turns each answer into a result, ``Unavailable``, ``SignInNeeded`` or ``Denied``.
Lexicons: com.atproto.server.createSession, refreshSession.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Mapping
from threading import RLock
from typing import Any
from urllib.parse import urlsplit

from desktop.errors import Denied, Doubt, Refused, SignInNeeded, Unavailable
from desktop.networks import http
from desktop.networks.bluesky_answers import CLOSED, json_object, read, read_rate
from desktop.networks.protocol import RateLimit
from desktop.words import QT_TRANSLATE_NOOP, translate

CHAT = {"atproto-proxy": "did:web:api.bsky.chat#bsky_chat"}
SIGN_IN_AGAIN = QT_TRANSLATE_NOOP(
    "Bluesky",
    "Bluesky no longer accepts this account's app password: it was revoked or the password was "
    "changed. Make a new app password in Bluesky and connect the account again.",
)
STALE = ("ExpiredToken", "InvalidToken")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


def address(server: str) -> str:
    """Turn what a person typed into the server's address; raise ``Refused`` where it is none.

    Plain HTTP is taken for this computer only.
    """
    typed = server.strip().rstrip("/")
    url = typed if "://" in typed else f"https://{typed}"
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.path or parts.query or parts.username or re.search(r"\s", typed):
        raise Refused(
            translate(
                "Bluesky",
                "“{server}” is not a server's address. For most Bluesky accounts it is bsky.social.",
            ).format(server=server)
        )
    if parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK):
        return f"{parts.scheme}://{parts.netloc}"
    raise Refused(
        translate("Bluesky", "“{server}” is not a secure address. Type it with https:// in front.").format(
            server=server
        )
    )


class Session:
    """The tokens of one account, and the only way to its server."""

    def __init__(
        self, server: str, credentials: str, *, timeout: float, transport: http.Transport | None
    ) -> None:
        self.server = address(server)
        self._given = credentials
        self._keys: dict[str, Any] = json.loads(credentials)
        self._http = http.client(timeout=timeout, transport=transport)
        self._lock = RLock()
        self._closed_for: SignInNeeded | None = None
        self.rate = RateLimit()

    @property
    def did(self) -> str:
        return str(self._keys.get("did", ""))

    @property
    def handle(self) -> str:
        return str(self._keys.get("handle", ""))

    @property
    def direct_messages(self) -> bool:
        return bool(self._keys.get("direct_messages"))

    def allow_direct_messages(self, allowed: bool) -> None:
        self._keys["direct_messages"] = allowed

    def is_main_password(self) -> bool:
        """Say whether the session was made with the account's own password, by the token's scope."""
        try:
            body = str(self._keys.get("access", "")).split(".")[1]
            scope = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))).get("scope")
        except (IndexError, ValueError, AttributeError):
            return False  # the token is the server's own business: one that cannot be read tells nothing
        return bool(scope == "com.atproto.access")

    def version(self) -> str:
        """Ask the server's version; empty where it does not say."""
        base = self._keys.get("pds") or self.server
        try:
            response = http.ask(self._http, "GET", f"{base}/xrpc/_health")
        except Unavailable:
            return ""
        version = (json_object(response) or {}).get("version")
        return version[:40] if isinstance(version, str) else ""

    def credentials(self) -> str | None:
        """Return the session as JSON where it is not what was given, else None."""
        with self._lock:
            changed = self._keys != json.loads(self._given)
            return json.dumps(self._keys) if changed else None

    def close(self) -> None:
        self._http.close()

    def get(self, method: str, *, chat: bool = False, **params: Any) -> dict[str, Any]:
        """Ask the XRPC query ``method``."""
        given = {name: value for name, value in params.items() if value not in (None, "")}
        return self._signed_in(
            lambda access: self._ask("GET", method, access, CHAT if chat else {}, params=given), chat=chat
        )

    def post(self, method: str, body: Mapping[str, Any], *, chat: bool = False) -> dict[str, Any]:
        """Call the XRPC procedure ``method``."""
        return self._signed_in(
            lambda access: self._ask("POST", method, access, CHAT if chat else {}, json=body), chat=chat
        )

    def upload(self, data: bytes, mime: str) -> dict[str, Any]:
        """Upload a blob and return what a record refers to it by."""
        answer = self._signed_in(
            lambda access: self._ask(
                "POST", "com.atproto.repo.uploadBlob", access, {"Content-Type": mime}, content=data
            )
        )
        return _part(answer, "blob")

    def renew(self) -> None:
        """Exchange the tokens for new ones; raise ``SignInNeeded`` once the app password is revoked."""
        with self._lock:
            self._renew(str(self._keys.get("access", "")))

    def sign_in(self) -> None:
        """Make a new session with the app password: once, as Bluesky allows 30 in five minutes."""
        if self._closed_for is not None:
            raise self._closed_for
        given = {"identifier": self._keys["identifier"], "password": self._keys["password"]}
        try:
            self._keep(self._ask("POST", "com.atproto.server.createSession", "", {}, json=given))
        except Denied as no:
            if no.code == "RateLimitExceeded":
                raise
            self._closed_for = SignInNeeded(translate("Bluesky", CLOSED.get(no.code, SIGN_IN_AGAIN)))
            raise self._closed_for from no

    def _signed_in(self, call: Callable[[str], dict[str, Any]], *, chat: bool = False) -> dict[str, Any]:
        """Make the call; where its token was refused, renew the session and make it once more.

        A refused token means that nothing was done, so this is safe for writes too. The direct-message
        service is another server: its refusal of a fresh token says nothing about the account.
        """
        access = str(self._keys.get("access", ""))
        if access:
            try:
                return call(access)
            except Denied as no:
                if not _token_refused(no):
                    raise
        self._renew_before_a_call(access)
        try:
            return call(str(self._keys["access"]))
        except Denied as no:
            if _token_refused(no) and not chat:
                raise SignInNeeded(translate("Bluesky", CLOSED.get(no.code, SIGN_IN_AGAIN))) from no
            raise

    def _renew_before_a_call(self, access: str) -> None:
        try:
            with self._lock:
                self._renew(access)
        except SignInNeeded:
            raise
        except Unavailable as error:  # the call itself was not done, whatever became of the renewal
            raise Unavailable(error.reason, retry_at=error.retry_at) from error

    def _renew(self, refused: str) -> None:
        if refused and self._keys.get("access") != refused:
            return  # another thread has renewed it meanwhile
        refresh = str(self._keys.get("refresh", ""))
        if refresh:
            try:
                self._keep(self._ask("POST", "com.atproto.server.refreshSession", refresh, {}))
                return
            except Denied as no:
                if no.code in CLOSED:
                    raise SignInNeeded(translate("Bluesky", CLOSED[no.code])) from no
        self.sign_in()

    def _keep(self, answer: dict[str, Any]) -> None:
        for ours, theirs in (
            ("did", "did"),
            ("handle", "handle"),
            ("access", "accessJwt"),
            ("refresh", "refreshJwt"),
        ):
            value = answer.get(theirs)
            if not isinstance(value, str) or not value:
                raise Unavailable(
                    translate("Bluesky", "{host} did not answer as a Bluesky server does.").format(
                        host=http.host(self.server)
                    )
                )
            self._keys[ours] = value
        self._keys["pds"] = self._home(answer)
        if answer.get("active") is False:
            status = str(answer.get("status", ""))
            closed = CLOSED["AccountDeactivated" if status == "deactivated" else "AccountTakedown"]
            raise SignInNeeded(translate("Bluesky", closed))

    def _home(self, answer: Mapping[str, Any]) -> str:
        """Choose the account's own server, of which its DID document tells."""
        home = _declared_home(answer)
        if home is None or (home.startswith("http:") and self.server.startswith("https:")):
            return self.server  # a server on the internet does not get to send our tokens to this computer
        return home

    def _ask(
        self, verb: str, method: str, token: str, headers: Mapping[str, str], **rest: Any
    ) -> dict[str, Any]:
        creating = method == "com.atproto.server.createSession"
        base = self.server if creating else str(self._keys.get("pds") or self.server)
        signed = {**headers, **({"Authorization": f"Bearer {token}"} if token else {})}
        response = http.ask(self._http, verb, f"{base}/xrpc/{method}", headers=signed, **rest)
        if not creating:
            self.rate = read_rate(response)
        return read(response)


def _token_refused(no: Denied) -> bool:
    return no.code in (*STALE, "AuthRequired", *CLOSED)


def _declared_home(answer: Mapping[str, Any]) -> str | None:
    """Read the address of the account's own server from its DID document; None where it gives none."""
    document = answer.get("didDoc")
    services = document.get("service") if isinstance(document, dict) else None
    for service in services if isinstance(services, list) else []:
        if isinstance(service, dict) and str(service.get("id", "")).endswith("#atproto_pds"):
            try:
                return address(str(service.get("serviceEndpoint", "")))
            except Refused:
                return None
    return None


def _part(answer: Mapping[str, Any], name: str) -> dict[str, Any]:
    value = answer.get(name)
    if not isinstance(value, dict):
        raise Unavailable(
            translate("Bluesky", "Bluesky's answer lacks “{name}”.").format(name=name), doubt=Doubt.CUT
        )
    return value
