"""A network in memory: just enough of a connector to drive collecting, with faults on demand."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from desktop.networks.protocol import (
    Author,
    Capabilities,
    Health,
    Identity,
    Incoming,
    Kind,
    NetworkName,
    Outgoing,
    Page,
    Prepared,
    RateLimit,
    RawItem,
    Sent,
)

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
CAPABILITIES = Capabilities(
    network=NetworkName.MASTODON,
    software="Mastodon 4.6.1",
    max_length=60,
    url_length=23,
    max_images=4,
    image_types=("image/png",),
    image_bytes=1_000_000,
    alt_length=1500,
    direct_messages=True,
    can_delete=True,
    keeps_client_key=True,
)
IDENTITY = Identity("42", "@force@social.example", "A Force", "https://social.example/@force")
HEALTH = Health(IDENTITY, CAPABILITIES, RateLimit(290, START + timedelta(days=3650)))


@dataclass(frozen=True)
class Judged:
    """What the tests' own triage answers: it looks for one word a priority."""

    priority: str
    life_at_risk: bool
    threat: bool = False
    harm: bool = False
    risk: bool = False
    category: str = ""
    reasons: tuple[dict[str, Any], ...] = ()
    version: str = "test 1"


def triage(text: str, *, kind: Kind, reply_to: str = "") -> Judged:
    if "overdose" in text:
        why = {"rule": "overdose", "flag": "harm", "words": "overdose", "start": 0, "end": 8, "why": "harm"}
        return Judged("emergency", True, harm=True, reasons=(why,))
    return Judged("urgent" if "threat" in text else "routine", False)


@dataclass
class Public:
    """What the public wrote, in the network's order; one connector of it is one account's view."""

    payloads: list[dict[str, Any]] = field(default_factory=list)
    page_size: int = 100
    overlap: int = 1
    failure: Exception | None = None
    reads: int = 0
    on_read: Callable[[], object] = lambda: None
    renewed: str | None = None
    mended: bool = False  # the connector understands what it did not
    rate_limit: RateLimit = field(default_factory=RateLimit)

    def says(
        self,
        text: str,
        *,
        thread: str = "t1",
        who: str = "ann",
        own: bool = False,
        kind: Kind = Kind.MENTION,
        network_id: str = "",
        minutes: float | None = None,
        **more: Any,
    ) -> str:
        number = len(self.payloads) + 1
        at = START + timedelta(minutes=number if minutes is None else minutes)
        said = {"id": network_id or f"m{number}", "text": text, "thread": thread, "who": who, "own": own}
        self.payloads.append(said | {"kind": kind.value, "at": at.isoformat(), **more})
        return str(said["id"])

    def connector(self) -> PublicConnector:
        return PublicConnector(self)


class PublicConnector:
    """See ``protocol.Connector``."""

    def __init__(self, public: Public) -> None:
        self.public = public
        self.closed = False

    def check(self) -> Health:
        self._fail()
        return HEALTH

    def prepare(self, outgoing: Outgoing) -> Prepared:
        return Prepared(outgoing.client_key, outgoing.text)

    def send(self, prepared: Prepared) -> Sent:
        raise AssertionError("nothing is sent here")

    def find(self, prepared: Prepared, since: datetime) -> tuple[Sent, ...]:
        return ()

    def resend_is_safe(self, prepared: Prepared, first_sent: datetime, now: datetime) -> bool:
        return False

    def delete(self, network_id: str) -> None:
        raise AssertionError("nothing is deleted here")

    def read(self, cursor: str) -> Page:
        self.public.reads += 1
        self._fail()
        self.public.on_read()
        done = int(cursor or "0")
        start = max(done - self.public.overlap, 0)
        end = min(done + self.public.page_size, len(self.public.payloads))
        some = self.public.payloads[start:end]
        items = tuple(RawItem(f"key-{one['id']}", json.dumps(one)) for one in some)
        return Page(items, str(end), end < len(self.public.payloads))

    def parse(self, payload: str) -> Incoming | None:
        said = json.loads(payload)
        if said.get("broken") and not self.public.mended:
            raise KeyError("status")
        if said.get("no_message"):
            return None
        who = said["who"]
        name = said.get("name", who.title())
        author = Author(f"id-{who}", f"@{who}@else.example", name, followers=said.get("followers"))
        return Incoming(
            network_id=said["id"],
            kind=Kind(said["kind"]),
            conversation_key=said["thread"],
            author=author,
            text=said["text"],
            received_at=datetime.fromisoformat(said["at"]),
            reply_to=said.get("reply_to", ""),
            own=said["own"],
        )

    def rate(self) -> RateLimit:
        return self.public.rate_limit

    def credentials(self) -> str | None:
        return self.public.renewed

    def close(self) -> None:
        self.closed = True

    def _fail(self) -> None:
        if self.public.failure is not None:
            raise self.public.failure
