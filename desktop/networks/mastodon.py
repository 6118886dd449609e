"""How does one account on a Mastodon-compatible server publish and read?

What the server can do is asked of it: snac and GoToSocial lack much of Mastodon. Sources: Mastodon's
API documentation 4.6; what was seen of snac 2.75 and GoToSocial 0.20.
"""

from __future__ import annotations

import hashlib
import json
import re
import time
import unicodedata
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from desktop.clock import now
from desktop.errors import Denied, Doubt, SignInNeeded, Unavailable
from desktop.networks import bodies, http, mastodon_place
from desktop.networks.mastodon_parse import moment, parse, plain_text
from desktop.networks.mastodon_server import MastodonServer
from desktop.networks.protocol import (
    Health,
    Identity,
    Image,
    Incoming,
    Kind,
    Outgoing,
    Page,
    Prepared,
    RateLimit,
    RawItem,
    Sent,
)
from desktop.words import translate

KEY_LIVES = timedelta(minutes=50)  # Mastodon keeps a key for an hour; ten minutes are left for skew
SKEW = timedelta(minutes=10)
PAGE = 40
MEDIA_TRIES = 20


class MastodonConnector:
    """One Mastodon-compatible account. See ``protocol.Connector``."""

    def __init__(
        self,
        server: str,
        credentials: str,
        *,
        account: Identity | None = None,
        timeout: float = 20.0,
        transport: http.Transport | None = None,
    ) -> None:
        self._server = server.rstrip("/")
        self._token = str(json.loads(credentials)["access_token"])
        self._account = account
        self._http = http.client(timeout=timeout, transport=transport)
        self._rate = RateLimit()
        self._about = MastodonServer(lambda path: self._json("GET", path), self._deletion)

    def check(self) -> Health:
        """Read the account and its notifications with the token: the permissions the inbox needs."""
        # This one first: asked whose it is, snac answers a revoked token with 422 in place of 401.
        self._json("GET", "/api/v1/notifications", params={"limit": 1})
        who = self._json("GET", "/api/v1/accounts/verify_credentials")
        self._account = self._identity(who)
        return Health(self._account, self._about.capabilities(), self._rate)

    def prepare(self, outgoing: Outgoing) -> Prepared:
        text = outgoing.text
        target = outgoing.reply_to
        if target is not None and target.author_handle and target.author_handle.lower() not in text.lower():
            text = f"{self._mention(target.author_handle)} {text}"
        body: dict[str, Any] = {"status": text, "language": outgoing.language or None, "visibility": "public"}
        if target is not None:
            body["in_reply_to_id"] = target.network_id
            if target.kind is Kind.DIRECT:
                body["visibility"] = "direct"
        if outgoing.images:
            body["media_ids"] = [self._upload(image) for image in outgoing.images]
        return Prepared(outgoing.client_key, json.dumps({k: v for k, v in body.items() if v is not None}))

    def send(self, prepared: Prepared) -> Sent:
        answer = self._ask(
            "POST",
            "/api/v1/statuses",
            json=json.loads(prepared.body),
            headers={"Idempotency-Key": prepared.client_key},
        )
        try:
            return self._sent(http.read_json(answer))
        except (ValueError, KeyError, TypeError) as error:
            raise Unavailable(
                translate("Mastodon", "{host} answered what is no post.").format(host=self._host),
                doubt=Doubt.CUT,
            ) from error

    def find(self, prepared: Prepared, since: datetime) -> tuple[Sent, ...]:
        body = json.loads(prepared.body)
        wanted, images = _folded(body["status"]), len(body.get("media_ids", []))
        read = [*self._own(since), *self._answers(body.get("in_reply_to_id"))]
        same = {
            str(status["id"]): self._sent(status)
            for status in read
            if _says(status, wanted)
            and len(status.get("media_attachments") or []) == images
            and self._after(status, since)
        }
        return tuple(sorted(same.values(), key=lambda sent: sent.at, reverse=True))

    def resend_is_safe(self, prepared: Prepared, first_sent: datetime, now: datetime) -> bool:
        return self._about.keeps_keys() and now - first_sent < KEY_LIVES

    def delete(self, network_id: str) -> None:
        path = f"/api/v1/statuses/{quote(network_id, safe='')}"
        try:
            self._ask("DELETE", path)
        except Denied as error:
            if error.code not in ("404", "405", "410"):
                raise
            if self._is_there(path):
                raise Denied(
                    translate(
                        "Mastodon",
                        "{host} cannot delete posts through its API: delete it by hand on the server's own page.",
                    ).format(host=self._host),
                    code=error.code,
                ) from error

    def read(self, cursor: str) -> Page:
        """Read notifications forward from the cursor, oldest first, then direct conversations.

        Where only those fail, the notifications are handed over first, with ``more`` set: the next read,
        with nothing new, raises what is wrong.
        """
        state = json.loads(cursor) if cursor else {}
        items: list[RawItem] = []
        # min_id pages forward: the oldest after it, so that a full page skips nothing.
        params = {"limit": PAGE, "min_id": mastodon_place.start(state)}
        page = self._json("GET", "/api/v1/notifications", params=params)
        notifications = _objects(page)
        items += _odd(page)
        fresh = mastodon_place.unknown(state, notifications)
        wanted = [n for n in fresh if n.get("type") in ("mention", "quote") and n.get("status")]
        roots: dict[str, str] = dict(state.get("roots", {}))
        ask = True
        for note in wanted:
            if not _objects([note["status"]]):
                items += _odd([note["status"]])
                continue
            note["bluelamp_root"], ask = self._root(note["status"], roots, ask)
            items.append(RawItem(f"status:{note['status']['id']}", json.dumps(note, ensure_ascii=False)))
        # A server that gives the same page again and again is not asked for it for ever.
        moves = bool(notifications) and str(notifications[0]["id"]) != str(state.get("notification"))
        more = len(notifications) >= PAGE and moves
        mastodon_place.reached(state, notifications, now(), more=more)
        # The same direct message may come both ways: one key, so that it is stored once.
        known = {item.key for item in items}
        try:
            items += [item for item in self._direct(state) if item.key not in known]
        except Unavailable as error:
            if not items or isinstance(error, SignInNeeded):
                raise
            more = True
        state["roots"] = dict(list(roots.items())[-500:])
        return Page(tuple(items), json.dumps(state), more)

    def parse(self, payload: str) -> Incoming | None:
        return parse(bodies.load(payload), self._me.network_id, self._domain)

    def rate(self) -> RateLimit:
        return self._rate

    def credentials(self) -> str | None:
        return None  # Mastodon's tokens neither expire nor rotate

    def close(self) -> None:
        self._http.close()

    # -- asking ------------------------------------------------------------------------------

    @property
    def _me(self) -> Identity:
        if self._account is None:
            self._account = self._identity(self._json("GET", "/api/v1/accounts/verify_credentials"))
        return self._account

    @property
    def _domain(self) -> str:
        """Return the domain of its people's handles, which need not be where the server answers."""
        return self._me.handle.rpartition("@")[2] or self._host

    def _mention(self, handle: str) -> str:
        """A handle as this server wants it written: a local one without its domain."""
        user, _, domain = handle.lstrip("@").partition("@")
        local = not domain or domain in (self._domain, self._host)
        return f"@{user}" if local else f"@{user}@{domain}"

    @property
    def _host(self) -> str:
        return http.host(self._server)

    def _json(self, method: str, path: str, **request: Any) -> Any:
        answer = self._ask(method, path, **request)
        try:
            return http.read_json(answer)
        except ValueError as error:
            raise Unavailable(
                translate("Mastodon", "{host} answered what is not JSON.").format(host=self._host)
            ) from error

    def _ask(
        self, method: str, path: str, *, headers: dict[str, str] | None = None, **request: Any
    ) -> http.Response:
        headers = {"Authorization": f"Bearer {self._token}", **(headers or {})}
        answer = http.ask(self._http, method, self._server + path, headers=headers, **request)
        self._note_rate(answer)
        if fault := http.busy(answer, "X-RateLimit-Reset"):
            raise fault
        if answer.status_code == 401:
            raise SignInNeeded(
                translate(
                    "Mastodon", "{host} no longer accepts this account's token. Connect the account again."
                ).format(host=self._host)
            )
        if answer.status_code >= 300:
            raise Denied(
                translate("Mastodon", "{host} said no: {reason}.").format(
                    host=self._host, reason=_reason(answer)
                ),
                code=str(answer.status_code),
            )
        return answer

    def _deletion(self, path: str) -> http.Response:
        headers = {"Authorization": f"Bearer {self._token}"}
        return http.ask(self._http, "DELETE", self._server + path, headers=headers)

    def _note_rate(self, answer: http.Response) -> None:
        remaining = answer.headers.get("X-RateLimit-Remaining", "")
        if remaining.isdigit():
            self._rate = RateLimit(int(remaining), http.when(answer.headers.get("X-RateLimit-Reset")))

    def _upload(self, image: Image) -> str:
        """Upload one image with its alt text and wait until the server has processed it."""
        name = "image." + image.mime.rpartition("/")[2]
        answer = self._ask(
            "POST",
            "/api/v2/media",
            files={"file": (name, image.data, image.mime)},
            data={"description": image.alt},
        )
        try:
            media = dict(http.read_json(answer))
        except (ValueError, TypeError) as error:
            raise Unavailable(
                translate("Mastodon", "{host} did not say what became of an image.").format(host=self._host)
            ) from error
        for _try in range(MEDIA_TRIES if answer.status_code == 202 else 0):
            answer = self._ask("GET", f"/api/v1/media/{media['id']}")
            if answer.status_code == 200:
                break
            time.sleep(0.5)
        return str(media["id"])

    def _own(self, since: datetime) -> Iterator[dict[str, Any]]:
        """Read the account's own posts back to ``since``, newest first."""
        before: str | None = None
        for _page in range(5):
            params = {"limit": PAGE, **({"max_id": before} if before else {})}
            statuses = self._json("GET", f"/api/v1/accounts/{self._me.network_id}/statuses", params=params)
            yield from statuses
            if len(statuses) < PAGE or not self._after(statuses[-1], since):
                break
            before = str(statuses[-1]["id"])

    def _answers(self, target: str | None) -> list[dict[str, Any]]:
        """Read our answers to ``target`` in its thread: snac lists private ones nowhere else."""
        if not target:
            return []
        try:
            below = self._json("GET", f"/api/v1/statuses/{target}/context").get("descendants", [])
        except Denied:
            return []  # it was deleted since
        return [status for status in below if str(status["account"]["id"]) == self._me.network_id]

    def _direct(self, state: dict[str, Any]) -> list[RawItem]:
        """Read what is new in direct conversations. A server without them answers with an empty list."""
        seen: dict[str, str] = state.setdefault("direct", {})
        try:
            conversations = self._json("GET", "/api/v1/conversations", params={"limit": PAGE})
        except Denied:
            return []
        items = _odd(conversations)
        for conversation in _objects(conversations):
            last: dict[str, Any] = conversation.get("last_status") or {}
            if not _named(last):
                items += _odd([last] if last else [])
                continue
            if seen.get(str(conversation["id"])) == str(last["id"]):
                continue
            for status in self._unseen(last, seen.get(str(conversation["id"]), "")):
                status["bluelamp_conversation"] = _partners(conversation, self._me.network_id)
                key = f"status:{status['id']}"
                items.append(RawItem(key, json.dumps({"status": status, "direct": True}, ensure_ascii=False)))
            seen[str(conversation["id"])] = str(last["id"])
        return items

    def _unseen(self, last: dict[str, Any], seen: str) -> list[dict[str, Any]]:
        """Return the messages up to ``last``, oldest first; one read again is stored once all the same."""
        try:
            context = self._json("GET", f"/api/v1/statuses/{last['id']}/context")
        except Denied:
            return [last]
        above = _above(context)
        earlier = [s for s in above if s.get("visibility") in ("direct", "private")]
        ids = [str(s["id"]) for s in earlier]
        if seen in ids:
            earlier = earlier[ids.index(seen) + 1 :]
        return [*earlier, last]

    def _root(self, status: dict[str, Any], roots: dict[str, str], ask: bool) -> tuple[str, bool]:
        """Return the id of the post that began the thread, and whether the server may be asked again.

        ``roots`` remembers what was asked before. A server that does not say holds up no message: it is
        shown under the post it answers.
        """
        own, parent = str(status["id"]), status.get("in_reply_to_id")
        if not parent:
            roots[own] = own
        elif str(parent) in roots:
            roots[own] = roots[str(parent)]
        elif not ask:
            return str(parent), False
        else:
            try:
                above = _above(self._json("GET", f"/api/v1/statuses/{own}/context"))
            except Denied:
                above = []
            except SignInNeeded:
                raise
            except Unavailable:
                return str(parent), False
            roots[own] = str(above[0]["id"]) if above else str(parent)
            roots[str(parent)] = roots[own]
        return roots[own], ask

    def _identity(self, account: dict[str, Any]) -> Identity:
        acct = str(account.get("acct") or account.get("username"))
        domain = self._about.domain() or self._host
        handle = f"@{acct}" if "@" in acct else f"@{acct}@{domain}"
        name = str(account.get("display_name") or acct)
        return Identity(str(account["id"]), handle, name, str(account.get("url") or ""), domain)

    def _sent(self, status: dict[str, Any]) -> Sent:
        if not _objects([status]):
            raise ValueError("a receipt that names no post")
        at = moment(status.get("created_at")) or now()
        return Sent(
            str(status["id"]), str(status.get("url") or ""), at, json.dumps(status, ensure_ascii=False)
        )

    def _after(self, status: dict[str, Any], since: datetime) -> bool:
        at = moment(status.get("created_at"))
        return at is None or at >= since - SKEW

    def _is_there(self, path: str) -> bool:
        try:
            self._ask("GET", path)
        except Denied:
            return False
        return True


def _partners(conversation: dict[str, Any], me: str) -> str:
    people = _objects(conversation.get("accounts") or [])
    return "+".join(sorted(str(a["id"]) for a in people if str(a["id"]) != me))


def _objects(page: Any) -> list[dict[str, Any]]:
    """Return what of a list is an object that has an id. Raises ``Unavailable`` for what is no list."""
    if not isinstance(page, list):
        raise Unavailable(translate("Mastodon", "The server's answer is not the list that was asked for."))
    return [one for one in page if _named(one)]


def _named(one: Any) -> bool:
    return isinstance(one, dict) and isinstance(one.get("id"), str | int) and bool(one["id"])


def _odd(page: list[Any]) -> list[RawItem]:
    """Keep what else a list holds: it cannot be read, and whoever sent it may be in need all the same."""
    odd = [json.dumps(one) for one in page if not _named(one)]
    return [RawItem(f"odd:{hashlib.sha256(one.encode()).hexdigest()}", one) for one in odd]


def _above(context: Any) -> list[dict[str, Any]]:
    above = context.get("ancestors") if isinstance(context, dict) else None
    return _objects(above) if isinstance(above, list) else []


def _says(status: dict[str, Any], wanted: str) -> bool:
    """Whether it says ``wanted`` (folded): in its source where that is shown, as snac makes *this* italic."""
    source = status.get("text")
    shown = plain_text(str(status.get("content") or ""))[0]
    return wanted in (_folded(shown), _folded(source) if isinstance(source, str) else None)


def _folded(text: str) -> str:
    """Text as compared: composed, without space, without the domain of a mention."""
    text = re.sub(r"@([\w.-]+)@[\w.-]+(:\d+)?", r"@\1", unicodedata.normalize("NFC", text))
    return "".join(text.split())


def _reason(answer: http.Response) -> str:
    try:
        body = http.read_json(answer)
        return str(body.get("error_description") or body["error"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return f"HTTP {answer.status_code}"
