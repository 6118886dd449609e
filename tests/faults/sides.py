"""What do the networks hold, who speaks on them, and what goes wrong there? Asked of the networks alone."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

import httpx

from desktop.clock import now
from desktop.networks.protocol import NetworkName
from desktop.practice.server import PracticeNetwork
from tests.servers.bluesky_network import BlueskyAccount, BlueskyNetwork

FORCE = "force"
POST = "app.bsky.feed.post"
CHAT = {"atproto-proxy": "did:web:api.bsky.chat#bsky_chat"}
WHERE = ("send", "read", "look", "upload")


@dataclass(frozen=True)
class Fault:
    """One thing that goes wrong: ``where`` is send, read, look or upload."""

    where: str
    mode: str
    times: int = 1
    ms: int = 1100
    status: int = 500

    @property
    def kind(self) -> str:
        mode = f"{self.status}" if self.mode == "status" else self.mode
        return f"{mode} on {self.where}"


class Side(Protocol):
    """One network with the force's account on it."""

    name: str
    network: NetworkName
    server: str

    def credentials(self) -> str: ...

    def texts(self, most: int = 100) -> list[str]:
        """What the force's account says there now, newest first."""
        ...

    def say(self, kind: str, text: str) -> None:
        """Let somebody of the public say it: a mention, a reply or a direct message."""
        ...

    def arm(self, fault: Fault) -> None: ...

    def disarm(self) -> list[tuple[Fault, int]]:
        """Let nothing more go wrong; what was armed, and how many requests each hit."""
        ...

    def down(self) -> None: ...

    def up(self) -> None: ...

    def close(self) -> None: ...


class Practice:
    """The practice network, honouring the Idempotency-Key or not."""

    network = NetworkName.MASTODON
    PLACES: ClassVar = {
        "send": ("POST", "/api/v1/statuses"),
        "read": ("GET", "/api/v1/notifications"),
        "look": ("GET", "/statuses?"),
        "upload": ("POST", "/api/v2/media"),
    }

    def __init__(self, name: str, *, keeps_keys: bool) -> None:
        self.name = name
        self._network = PracticeNetwork(keeps_keys=keeps_keys)
        self._network.add_account(FORCE, "A Force")
        self._network.start()
        self.server = self._network.url
        self._people = itertools.count(1)
        self._armed: list[Fault] = []

    def credentials(self) -> str:
        return self._network.credentials(FORCE)

    def texts(self, most: int = 100) -> list[str]:
        state = self._network.state
        return [str(status["text"]) for status in state.of(state.by_name[FORCE])[:most]]

    def say(self, kind: str, text: str) -> None:
        state = self._network.state
        ours = [s for s in state.of(state.by_name[FORCE])[:30] if s["visibility"] == "public"]
        answered = ours[0]["id"] if ours and kind == "reply" else None
        who = f"person{next(self._people)}"
        self._network.say(who, f"@{FORCE} {text}", answered, direct=kind == "direct")

    def publish(self, text: str) -> None:
        """Write on the force's account with another client."""
        state = self._network.state
        state.post(state.by_name[FORCE], {"status": text})

    def arm(self, fault: Fault) -> None:
        self._armed.append(fault)
        method, match = self.PLACES[fault.where]
        self._network.faults.arm(
            {"mode": fault.mode, "method": method, "match": match, "times": fault.times, "ms": fault.ms,
             "status": fault.status}
        )  # fmt: skip

    def disarm(self) -> list[tuple[Fault, int]]:
        hits = [one["hits"] for one in self._network.faults.armed()]
        self._network.faults.clear()
        armed, self._armed = self._armed, []
        return list(zip(armed, hits, strict=True))

    def down(self) -> None:
        self._network.down()

    def up(self) -> None:
        self._network.up()

    def close(self) -> None:
        self._network.stop()


class Unlimited(BlueskyNetwork):
    """Bluesky's own servers, without its limits an hour: a run asks what takes a force a day."""

    first_port = 23000  # below those that the system gives to clients

    def environment(self) -> dict[str, str]:
        return {**super().environment(), "BSKY_RATE_LIMITS": "0"}


class Bluesky:
    """The force's account on Bluesky's own servers."""

    name = "bluesky"
    network = NetworkName.BLUESKY
    PLACES: ClassVar = {
        "send": "com.atproto.repo.putRecord",
        "read": "app.bsky.notification.listNotifications",
        "look": "com.atproto.repo.getRecord",
        "upload": "com.atproto.repo.uploadBlob",
    }

    def __init__(self, servers: Unlimited, people: int = 4) -> None:
        self._servers = servers
        self.server = servers.pds
        self._force = servers.account(FORCE)
        self._people = itertools.cycle([_Person(servers, self._force) for _ in range(people)])
        self._armed: list[Fault] = []

    def credentials(self) -> str:
        from desktop.networks.bluesky import sign_in

        return sign_in(self.server, self._force.handle, self._force.app_password_with_messages)[0]

    def texts(self, most: int = 100) -> list[str]:
        return [str(record["value"].get("text")) for record in self._records(most)]

    def say(self, kind: str, text: str) -> None:
        person = next(self._people)
        if kind == "direct":
            person.message(text)
        else:
            person.post(text, next(iter(self._records(1)), None) if kind == "reply" else None)
            self._servers.sync()

    def arm(self, fault: Fault) -> None:
        self._armed.append(fault)
        mode: str = fault.mode
        more: dict[str, Any] = {"ms": fault.ms, "status": fault.status}
        if mode == "throttle":
            reset = {"RateLimit-Reset": str(int(time.time() + fault.ms / 1000) + 1)}
            mode, more = "status", {"status": 429, "headers": reset, "body": {"error": "RateLimitExceeded"}}
        elif mode == "garbage":
            page = {"content-type": "text/html"}
            mode, more = "status", {"status": 200, "headers": page, "body": "<p>Sign in to the network"}
        elif mode == "slow":
            mode = "delay"
        elif mode == "status" and fault.status < 500:
            more["body"] = {"error": "InvalidRequest", "message": "armed by the driver"}
        self._servers.arm(self.PLACES[fault.where], mode, times=fault.times, **more)

    def disarm(self) -> list[tuple[Fault, int]]:
        hits = [one["hits"] for one in self._servers.control("GET", "/faults")]
        self._servers.disarm()
        armed, self._armed = self._armed, []
        return list(zip(armed, hits, strict=True))

    def down(self) -> None:
        self._servers.control("POST", "/pds/down")

    def up(self) -> None:
        self._servers.control("POST", "/pds/up")

    def close(self) -> None:
        self._servers.stop()

    def _records(self, most: int) -> list[Any]:
        found: list[Any] = []
        cursor = ""
        while len(found) < most:
            asked = {"repo": self._force.did, "collection": POST, "limit": str(min(100, most - len(found)))}
            url = f"{self.server}/xrpc/com.atproto.repo.listRecords"
            answer = httpx.get(url, params=asked | ({"cursor": cursor} if cursor else {}), timeout=30)
            page = answer.raise_for_status().json()
            found += page["records"]
            cursor = page.get("cursor", "")
            if not cursor:
                break
        return found


class _Person:
    """Somebody of the public, with a client of their own."""

    def __init__(self, servers: BlueskyNetwork, force: BlueskyAccount) -> None:
        self._force = force
        self._me = servers.account("person")
        self._url = f"{servers.pds}/xrpc/"
        self._http = httpx.Client(timeout=30, headers={"x-ratelimit-bypass": "bypass"})
        self._sign_in()
        self._convo = ""

    def post(self, text: str, parent: Any | None) -> None:
        name = f"@{self._force.handle}"
        record: dict[str, Any] = {"$type": POST, "text": f"{name} {text}", "createdAt": now().isoformat()}
        feature = {"$type": "app.bsky.richtext.facet#mention", "did": self._force.did}
        record["facets"] = [{"index": {"byteStart": 0, "byteEnd": len(name)}, "features": [feature]}]
        if parent is not None:
            reference = {"uri": parent["uri"], "cid": parent["cid"]}
            record["reply"] = {"root": reference, "parent": reference}
        body = {"repo": self._me.did, "collection": POST, "record": record}
        self._call("com.atproto.repo.createRecord", body)

    def message(self, text: str) -> None:
        if not self._convo:
            asked = {"members": self._force.did}
            answer = self._http.get(
                self._url + "chat.bsky.convo.getConvoForMembers", params=asked, headers=CHAT
            )
            self._convo = answer.raise_for_status().json()["convo"]["id"]
        body = {"convoId": self._convo, "message": {"text": text}}
        self._call("chat.bsky.convo.sendMessage", body, CHAT)

    def _call(self, method: str, body: Any, headers: dict[str, str] | None = None) -> None:
        answer = self._http.post(self._url + method, json=body, headers=headers)
        if answer.status_code in (400, 401) and "Token" in answer.text:  # it runs out after two hours
            self._sign_in()
            answer = self._http.post(self._url + method, json=body, headers=headers)
        answer.raise_for_status()

    def _sign_in(self) -> None:
        login = {"identifier": self._me.handle, "password": self._me.password}
        answer = self._http.post(self._url + "com.atproto.server.createSession", json=login)
        self._http.headers["Authorization"] = f"Bearer {answer.raise_for_status().json()['accessJwt']}"
