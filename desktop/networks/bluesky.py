"""How does one Bluesky account publish and read? The connector, and connecting an account.

A post is written with ``putRecord`` under a key made once, and only where nothing stands there
(``swapRecord: null``): the same write again changes nothing, so a lost answer is safe to repeat.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from desktop.clock import now
from desktop.errors import Denied, Doubt, Refused, SignInNeeded, Unavailable
from desktop.networks import bluesky_chat, bluesky_parse, bluesky_read, bluesky_write, http
from desktop.networks.bluesky_answers import read
from desktop.networks.bluesky_parse import instant, part, word
from desktop.networks.bluesky_session import SIGN_IN_AGAIN, Session, address
from desktop.networks.bluesky_syntax import at_uri, tid_time
from desktop.networks.protocol import (
    Capabilities,
    Health,
    Identity,
    Incoming,
    NetworkName,
    Outgoing,
    Page,
    Prepared,
    RateLimit,
    RawItem,
    Sent,
)
from desktop.words import QT_TRANSLATE_NOOP, translate

NO_DIRECT_MESSAGES = QT_TRANSLATE_NOOP(
    "Bluesky",
    "This app password cannot read direct messages, so they do not reach the inbox. To have them, make an app "
    "password with “Allow access to your direct messages” ticked and connect the account again.",
)
WRONG_PASSWORD = QT_TRANSLATE_NOOP(
    "Bluesky", "Bluesky did not accept the handle or the app password. Check both and try again."
)
MAIN_PASSWORD = QT_TRANSLATE_NOOP(
    "Bluesky",
    "This is the account's own password. Make an app password in Bluesky (Settings, Privacy and security, App "
    "passwords) and use that: it can be revoked by itself.",
)
ADDRESS_HINT = QT_TRANSLATE_NOOP(
    "Bluesky", "Check the address and your connection. For most Bluesky accounts it is bsky.social."
)
# Never the key of a post of ours: deleting it exercises the permission to write and changes nothing.
NOWHERE = "2222222222222"
ALT_LENGTH = 2000  # what Bluesky's own app takes; the lexicon names no limit


class BlueskyConnector:
    """One Bluesky account. See ``protocol.Connector``."""

    def __init__(
        self,
        server: str,
        credentials: str,
        *,
        account: Identity | None = None,
        timeout: float = 20.0,
        transport: http.Transport | None = None,
    ) -> None:
        self._session = Session(server, credentials, timeout=timeout, transport=transport)
        self._account = account

    def check(self) -> Health:
        """Renew the session (a revoked app password shows there), and exercise reading and writing."""
        session = self._session
        session.renew()
        session.get("app.bsky.notification.listNotifications", limit=1)
        self._delete(NOWHERE)
        session.allow_direct_messages(bluesky_chat.allowed(session))
        identity = _identity(session)
        return Health(identity, _capabilities(session.version(), session.direct_messages), session.rate)

    def prepare(self, outgoing: Outgoing) -> Prepared:
        return bluesky_write.prepare(self._session, outgoing)

    def send(self, prepared: Prepared) -> Sent:
        body = json.loads(prepared.body)
        if body["kind"] == "chat":
            return bluesky_chat.send(self._session, body["convoId"], body["message"])
        answer = self._session.post(
            "com.atproto.repo.putRecord",
            {
                "repo": self._session.did,
                "collection": bluesky_write.POST,
                "rkey": body["rkey"],
                "record": body["record"],
                "validate": True,
                "swapRecord": None,
            },
        )
        return _sent(answer)

    def find(self, prepared: Prepared, since: datetime) -> tuple[Sent, ...]:
        body = json.loads(prepared.body)
        if body["kind"] == "chat":
            return bluesky_chat.find(self._session, body["convoId"], body["message"], since)
        found = self._get(body["rkey"])
        return (_sent(found),) if found is not None and found.get("value") == body["record"] else ()

    def resend_is_safe(self, prepared: Prepared, first_sent: datetime, now: datetime) -> bool:
        return bool(json.loads(prepared.body)["kind"] == "record")

    def delete(self, network_id: str) -> None:
        found = at_uri(network_id)
        if found is None:
            raise Denied(
                translate(
                    "Bluesky", "Bluesky cannot take a direct message back from the person who received it."
                )
            )
        if found.authority != self._session.did:
            raise Denied(
                translate(
                    "Bluesky",
                    "This post belongs to another Bluesky account, so this account cannot remove it.",
                )
            )
        self._delete(found.rkey)

    def read(self, cursor: str) -> Page:
        """Read public messages, then direct messages.

        Where only direct messages fail, the public ones are handed over first, with ``more`` set: the next
        read, with nothing public left, raises what is wrong.
        """
        kept = json.loads(cursor) if cursor else {}
        at = now()
        fresh, place = bluesky_read.read(self._session, bluesky_read.place(kept.get("public")), at)
        items = bluesky_read.items(self._session, fresh)
        kept["public"], more = bluesky_read.stored(place), bool(place.gaps)
        if self._session.direct_messages:
            try:
                more = self._read_chat(kept, items, at) or more
            except (Unavailable, Denied) as error:
                if not items or isinstance(error, SignInNeeded):
                    raise _of_messages(error) from error
                more = more or not place.repeats
        return Page(tuple(items), json.dumps(kept), more)

    def parse(self, payload: str) -> Incoming | None:
        return bluesky_parse.parse(payload, self._session.did)

    def rate(self) -> RateLimit:
        return self._session.rate

    def credentials(self) -> str | None:
        return self._session.credentials()

    def close(self) -> None:
        self._session.close()

    def _read_chat(self, kept: dict[str, Any], items: list[RawItem], at: datetime) -> bool:
        messages, place = bluesky_chat.read(self._session, bluesky_chat.place(kept.get("chat")), at)
        items += messages
        kept["chat"] = bluesky_chat.stored(place)
        return bool(place.unread)

    def _get(self, rkey: str) -> dict[str, Any] | None:
        try:
            return self._session.get(
                "com.atproto.repo.getRecord",
                repo=self._session.did,
                collection=bluesky_write.POST,
                rkey=rkey,
            )
        except Denied as no:
            if no.code == "RecordNotFound":
                return None
            raise

    def _delete(self, rkey: str) -> None:
        where = {"repo": self._session.did, "collection": bluesky_write.POST, "rkey": rkey}
        self._session.post("com.atproto.repo.deleteRecord", where)


def _capabilities(version: str, direct_messages: bool) -> Capabilities:
    return Capabilities(
        network=NetworkName.BLUESKY,
        software=f"Bluesky PDS {version}" if version else "Bluesky",
        max_length=bluesky_write.POST_GRAPHEMES,
        url_length=None,
        max_images=bluesky_write.MAX_IMAGES,
        image_types=bluesky_write.IMAGE_TYPES,
        image_bytes=bluesky_write.IMAGE_BYTES,
        alt_length=ALT_LENGTH,
        direct_messages=direct_messages,
        can_delete=True,
        keeps_client_key=True,
        notes=() if direct_messages else (translate("Bluesky", NO_DIRECT_MESSAGES),),
    )


def sign_in(
    server: str,
    identifier: str,
    app_password: str,
    *,
    timeout: float = 20.0,
    transport: http.Transport | None = None,
) -> tuple[str, Health]:
    """Connect an account with an app password: its credentials (JSON, to be sealed) and what it can do.

    Raises ``Refused`` for what the person can put right: the address, the handle, the password.
    """
    where = address(server)
    handle = identifier.strip().removeprefix("@")
    _ask_who(where, timeout, transport)
    keys = dict.fromkeys(("did", "handle", "access", "refresh"), "")
    keys |= {"identifier": handle, "password": app_password.strip()}
    credentials = json.dumps({**keys, "direct_messages": False})
    connector = BlueskyConnector(where, credentials, timeout=timeout, transport=transport)
    try:
        _first_session(connector._session)
        health = connector.check()
        return connector.credentials() or credentials, health
    finally:
        connector.close()


def _first_session(session: Session) -> None:
    try:
        session.sign_in()
    except SignInNeeded as error:
        revoked = error.reason == translate("Bluesky", SIGN_IN_AGAIN)
        raise Refused(translate("Bluesky", WRONG_PASSWORD) if revoked else error.reason) from error
    if session.is_main_password():
        raise Refused(translate("Bluesky", MAIN_PASSWORD))


def _ask_who(server: str, timeout: float, transport: http.Transport | None) -> None:
    """Make sure that a Bluesky server answers there, before any password is sent to it."""
    where = http.host(server)
    with http.client(timeout=timeout, transport=transport) as client:
        try:
            answer = read(http.ask(client, "GET", f"{server}/xrpc/com.atproto.server.describeServer"))
        except Unavailable as error:
            raise Refused(f"{error.reason} {translate('Bluesky', ADDRESS_HINT)}") from error
        except Denied as error:
            raise Refused(
                translate("Bluesky", "{host} is not a Bluesky server. {hint}").format(
                    host=where, hint=translate("Bluesky", ADDRESS_HINT)
                )
            ) from error
    if not isinstance(answer.get("availableUserDomains"), list):
        raise Refused(
            translate("Bluesky", "{host} is not a Bluesky server. {hint}").format(
                host=where, hint=translate("Bluesky", ADDRESS_HINT)
            )
        )


def _identity(session: Session) -> Identity:
    try:
        name = word(session.get("app.bsky.actor.getProfile", actor=session.did), "displayName")
    except Denied:
        name = ""  # an account so new that the network does not show it yet
    url = f"{bluesky_parse.SITE}/profile/{session.did}"
    return Identity(session.did, f"@{session.handle}", name or session.handle, url)


def _sent(answer: dict[str, Any]) -> Sent:
    """Read the receipt; its time is the server's own, from the commit's revision where there is one."""
    uri = word(answer, "uri")
    if at_uri(uri) is None or not word(answer, "cid"):
        raise Unavailable(
            translate("Bluesky", "Bluesky's answer does not name the post it made."), doubt=Doubt.CUT
        )
    at = tid_time(word(part(answer, "commit"), "rev")) or _written(answer) or now()
    raw = json.dumps(answer, ensure_ascii=False)
    return Sent(network_id=uri, url=bluesky_parse.post_url(uri), at=at, raw=raw)


def _written(answer: dict[str, Any]) -> datetime | None:
    try:
        return instant(part(answer, "value").get("createdAt"))
    except ValueError:
        return None


def _of_messages(error: Unavailable | Denied) -> Unavailable:
    """Say of a failed read that direct messages are what is missing."""
    if isinstance(error, SignInNeeded):
        return error
    retry_at = error.retry_at if isinstance(error, Unavailable) else None
    return Unavailable(
        translate("Bluesky", "Direct messages could not be read. {reason}").format(reason=error.reason),
        retry_at=retry_at,
    )
