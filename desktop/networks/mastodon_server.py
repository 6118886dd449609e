"""What can a Mastodon-compatible server do? It is asked: snac and GoToSocial lack much of Mastodon."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from desktop.errors import Denied, Unavailable
from desktop.networks import http
from desktop.networks.protocol import Capabilities, NetworkName
from desktop.words import translate

KEEPS_KEYS = ("mastodon", "bluelamp-practice", "hometown", "glitch")
NOBODYS = "0"  # the id of no post
_DOMAIN = re.compile(r"[a-z0-9.-]+(:[0-9]+)?", re.IGNORECASE)


class MastodonServer:
    """``get`` reads a path as JSON, ``delete`` returns the answer whatever its status; both as the account."""

    def __init__(self, get: Callable[[str], Any], delete: Callable[[str], http.Response]) -> None:
        self._get, self._delete = get, delete
        self._software = ""
        self._described: dict[str, Any] | None = None

    def keeps_keys(self) -> bool:
        """Whether it is known to answer a repeat under the same Idempotency-Key with the first post."""
        try:
            return self.software().partition(" ")[0].lower() in KEEPS_KEYS
        except Unavailable:
            return False

    def software(self) -> str:
        """Ask nodeinfo what runs there: "mastodon 4.5.2"; "" where it does not say."""
        if not self._software:
            try:
                links = self._get("/.well-known/nodeinfo").get("links", [])
                info = self._get(_path(links[0]["href"])) if links else {}
                software = info.get("software", {})
                self._software = f"{software.get('name', '')} {software.get('version', '')}".strip()
            except (Denied, KeyError, TypeError, AttributeError):
                self._software = ""
        return self._software

    def domain(self) -> str:
        """Return the domain of its people's handles as it declares it; "" where it does not."""
        instance = self._instance()
        declared = (
            str(instance.get("domain") or instance.get("uri") or "").removeprefix("https://").strip("/")
        )
        return declared.lower() if _DOMAIN.fullmatch(declared) else ""

    def capabilities(self) -> Capabilities:
        instance = self._instance()
        software = self.software() or str(instance.get("version", "unknown software"))
        configuration = instance.get("configuration") or {}
        statuses = configuration.get("statuses") or {}
        media = configuration.get("media_attachments") or {}
        types = media.get("supported_mime_types") or ("image/jpeg", "image/png")
        deletes, keeps = self._deletes(), self.keeps_keys()
        return Capabilities(
            network=NetworkName.MASTODON,
            software=software,
            max_length=int(statuses.get("max_characters") or instance.get("max_toot_chars") or 500),
            url_length=int(statuses.get("characters_reserved_per_url") or 23),
            max_images=int(statuses.get("max_media_attachments") or 4),
            image_types=tuple(mime for mime in types if mime.startswith("image/")),
            image_bytes=int(media.get("image_size_limit") or 8_000_000),
            alt_length=int(media.get("description_limit") or 1500),
            direct_messages=True,  # where conversations stay empty (snac), they come as notifications
            can_delete=deletes,
            keeps_client_key=keeps,
            notes=tuple(_notes(software, bool(statuses and media), deletes, keeps)),
        )

    def _instance(self) -> dict[str, Any]:
        """Return its own description, of the second form where it has that; asked once."""
        if self._described is None:
            self._described = self._describe()
        return self._described

    def _describe(self) -> dict[str, Any]:
        for path in ("/api/v2/instance", "/api/v1/instance"):
            try:
                found = self._get(path)
            except Denied:
                continue
            if isinstance(found, dict):
                return found
        return {}

    def _deletes(self) -> bool:
        """Ask it to delete nobody's post: a server that deletes says in JSON that there is none."""
        if self.keeps_keys():
            # Mastodon itself deletes, 30 times in half an hour: a take-down needs every one of them.
            return True
        answer = self._delete(f"/api/v1/statuses/{NOBODYS}")
        unknown = answer.status_code in (404, 405, 501)
        return not unknown or "json" in answer.headers.get("Content-Type", "")


def _notes(software: str, described: bool, deletes: bool, keeps: bool) -> Iterator[str]:
    """Say what it cannot do, each in a sentence for the screen."""
    if not described:
        yield translate(
            "Mastodon", "{software} does not describe itself fully: Mastodon's usual limits are assumed."
        ).format(software=software)
    if not deletes:
        yield translate(
            "Mastodon",
            "{software} cannot delete posts for us: one that is withdrawn is deleted by hand on its own "
            "page.",
        ).format(software=software)
    if not keeps:
        yield translate(
            "Mastodon",
            "{software} does not keep our key: after a lost answer the account is read before anything else.",
        ).format(software=software)
    if software.lower().startswith("snac"):  # seen of 2.75; it cannot be asked
        yield translate(
            "Mastodon",
            "{software} shows a direct message to anyone who has its address: write nothing secret in one.",
        ).format(software=software)


def _path(url: str) -> str:
    return "/" + url.split("://", 1)[-1].partition("/")[2]
