"""What does the practice network know: accounts, statuses, notifications, tokens?

Everything lives in memory and, where a file is given, in one SQLite table beside it, so that a
practice workspace opened again finds its network as it left it.
"""

from __future__ import annotations

import html
import json
import re
import secrets
import sqlite3
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Json = dict[str, Any]
MAX_CHARACTERS = 500
KEY_SECONDS = 3600
_MENTION = re.compile(r"(?<![\w/])@(\w+)(?:@[\w.:-]+)?")
_LINK = re.compile(r"https?://[^\s<>]+")


def utc() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class State:
    """The network's memory. Every method may be called from any thread."""

    def __init__(self, path: Path | None = None) -> None:
        self.base = ""  # set once the server listens
        self._lock = threading.RLock()
        self._last_id, self._salt = 0, secrets.randbelow(1 << 16)
        self.accounts: dict[str, Json] = {}
        self.by_name: dict[str, str] = {}
        self.tokens: dict[str, str] = {}
        self.statuses: dict[str, Json] = {}
        self.notifications: dict[str, list[Json]] = {}  # account -> oldest first
        self.media: dict[str, Json] = {}
        self.apps: dict[str, Json] = {}
        self.codes: dict[str, Json] = {}
        self._keys: dict[tuple[str, str], tuple[str, float]] = {}
        self._file = _open(path) if path else None
        self._load()

    def close(self) -> None:
        with self._lock:
            if self._file is not None:
                self._file.close()
                self._file = None

    # -- accounts ----------------------------------------------------------------------------

    def add_account(self, username: str, name: str, profile: Json | None = None) -> Json:
        """Make an account, or return the one of that name."""
        with self._lock:
            if username in self.by_name:
                return self.accounts[self.by_name[username]]
            made = {
                "id": self._next(), "username": username, "display_name": name, "note": "", "followers_count": 0,
                "following_count": 0, "statuses_count": 0, "created_at": utc(), "bot": False, "fields": [],
                **(profile or {}),
            }  # fmt: skip
            self.accounts[made["id"]], self.by_name[username] = made, made["id"]
            self._keep("account", made["id"], made)
            return made

    def account(self, account_id: str) -> Json:
        """An account as the API shows it."""
        found = self.accounts[account_id]
        url = f"{self.base}/@{found['username']}"
        image = f"{self.base}/avatar.png"
        return {
            **found, "acct": found["username"], "url": url, "uri": url, "avatar": image, "avatar_static": image,
            "header": image, "header_static": image, "locked": False, "emojis": [], "group": False,
            "discoverable": True, "last_status_at": None,
        }  # fmt: skip

    def token(self, account_id: str) -> str:
        with self._lock:
            made = secrets.token_urlsafe(32)
            self.tokens[made] = account_id
            self._keep("token", made, account_id)
            return made

    def revoke(self, account_id: str) -> None:
        """Make every token of the account worthless."""
        with self._lock:
            for token in [t for t, owner in self.tokens.items() if owner == account_id]:
                del self.tokens[token]
                self._forget("token", token)

    # -- statuses ----------------------------------------------------------------------------

    def post(self, account_id: str, wanted: Json, key: str = "", *, slow: float = 0.0) -> Json:
        """Make a status, or return the one made before with the same key (within an hour).

        One that takes ``slow`` seconds is made by then, and only then is its key remembered: a repeat
        that comes meanwhile makes a second one.
        """
        if slow and self._known(account_id, key) is None:
            time.sleep(slow)
            return self._add(account_id, wanted, key)
        with self._lock:
            return self._known(account_id, key) or self._add(account_id, wanted, key)

    def delete(self, status_id: str) -> Json | None:
        with self._lock:
            gone = self.statuses.pop(status_id, None)
            if gone is not None:
                self._forget("status", status_id)
                for notes in self.notifications.values():
                    notes[:] = [n for n in notes if n["status_id"] != status_id]
            return gone

    def show(self, status: Json) -> Json:
        """A status as the API shows it."""
        author = self.account(status["account_id"])
        mentions = [self.account(m) for m in status["mentions"]]
        url = f"{author['url']}/{status['id']}"
        shown = {k: v for k, v in status.items() if k not in ("account_id", "media_ids", "text")}
        return {
            **shown, "account": author, "url": url, "uri": url, "content": self._html(status["text"], mentions),
            "mentions": [{k: m[k] for k in ("id", "username", "acct", "url")} for m in mentions],
            "media_attachments": [self.show_media(m) for m in status["media_ids"]],
            "reblog": None, "application": {"name": "Blue Lamp"}, "tags": [], "emojis": [], "card": None, "poll": None,
            "favourites_count": 0, "reblogs_count": 0, "replies_count": self._replies(status["id"]),
        }  # fmt: skip

    def show_media(self, media_id: str) -> Json:
        media = self.media[media_id]
        url = f"{self.base}/media/{media_id}"
        return {
            "id": media_id, "type": "image", "url": url, "preview_url": url, "remote_url": None, "meta": {},
            "description": media["description"], "blurhash": None,
        }  # fmt: skip

    def of(self, account_id: str) -> list[Json]:
        """An account's statuses, newest first."""
        with self._lock:
            return [s for s in reversed(self.statuses.values()) if s["account_id"] == account_id]

    def ancestors(self, status: Json) -> list[Json]:
        above: list[Json] = []
        while parent := self.statuses.get(status["in_reply_to_id"] or ""):
            above.insert(0, parent)
            status = parent
        return above

    def descendants(self, status: Json) -> list[Json]:
        with self._lock:
            found, ids = [], {status["id"]}
            for candidate in self.statuses.values():
                if candidate["in_reply_to_id"] in ids:
                    ids.add(candidate["id"])
                    found.append(candidate)
            return found

    def add_media(self, account_id: str, data: bytes, mime: str, description: str) -> str:
        with self._lock:
            media_id = self._next()
            self.media[media_id] = {
                "data": data,
                "mime": mime,
                "description": description,
                "account_id": account_id,
            }
            return media_id

    def conversations(self, account_id: str) -> list[Json]:
        """Direct conversations of an account, newest first: {id, accounts, last_status}."""
        with self._lock:
            found: dict[frozenset[str], Json] = {}
            for status in self.statuses.values():
                people = frozenset((status["account_id"], *status["mentions"]))
                if status["visibility"] == "direct" and account_id in people:
                    found.pop(people, None)
                    found[people] = status
            return [
                {"id": f"c{min(people)}-{max(people)}", "people": sorted(people - {account_id}), "last": last}
                for people, last in reversed(found.items())
            ]

    # -- within ------------------------------------------------------------------------------

    def _known(self, account_id: str, key: str) -> Json | None:
        with self._lock:
            status_id, at = self._keys.get((account_id, key), ("", 0.0)) if key else ("", 0.0)
            return self.statuses.get(status_id) if time.time() - at < KEY_SECONDS else None

    def _add(self, account_id: str, wanted: Json, key: str) -> Json:
        with self._lock:
            made = self._make(account_id, wanted)
            self.statuses[made["id"]] = made
            self._keep("status", made["id"], made)
            if key:
                self._keys[account_id, key] = (made["id"], time.time())
                self._keep("key", f"{account_id} {key}", [made["id"], time.time()])
            self._notify(made)
            return made

    def _make(self, account_id: str, wanted: Json) -> Json:
        text = str(wanted.get("status") or "")
        mentions = [self.by_name[n] for n in dict.fromkeys(_MENTION.findall(text)) if n in self.by_name]
        parent = self.statuses.get(str(wanted.get("in_reply_to_id") or ""))
        return {
            "id": self._next(), "account_id": account_id, "text": text, "created_at": utc(), "mentions": mentions,
            "visibility": wanted.get("visibility") or "public", "language": wanted.get("language") or "en",
            "in_reply_to_id": parent["id"] if parent else None,
            "in_reply_to_account_id": parent["account_id"] if parent else None,
            "media_ids": [str(m) for m in wanted.get("media_ids") or []], "sensitive": False,
            "spoiler_text": wanted.get("spoiler_text") or "",
        }  # fmt: skip

    def _notify(self, status: Json) -> None:
        told = set(status["mentions"]) | ({status["in_reply_to_account_id"]} - {None})
        for account_id in told - {status["account_id"]}:
            note = {
                "id": self._next(),
                "type": "mention",
                "created_at": status["created_at"],
                "status_id": status["id"],
            }
            self.notifications.setdefault(account_id, []).append(note)
            self._keep("notification", f"{account_id} {note['id']}", note)

    def _html(self, text: str, mentions: list[Json]) -> str:
        made = html.escape(text, quote=False)
        made = _LINK.sub(_anchor, made)
        for m in mentions:
            name = m["username"]
            link = f'<span class="h-card"><a href="{m["url"]}" class="u-url mention">@<span>{name}</span></a></span>'
            made = link.join(re.split(rf"(?<![\w/>])@{name}(?:@[\w.:-]+)?(?![\w@])", made))
        return "".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in made.split("\n\n"))

    def _replies(self, status_id: str) -> int:
        return (
            0
            if len(self.statuses) > 1000
            else sum(s["in_reply_to_id"] == status_id for s in self.statuses.values())
        )

    def _next(self) -> str:
        # Ids grow with time and are opaque, as Mastodon's are; no two networks give the same one.
        with self._lock:
            self._last_id = max(self._last_id + 1, (int(time.time() * 1000) << 16) + self._salt)
            return str(self._last_id)

    def _keep(self, kind: str, key: str, value: Any) -> None:
        if self._file is not None:
            self._file.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", (kind, key, json.dumps(value)))

    def _forget(self, kind: str, key: str) -> None:
        if self._file is not None:
            self._file.execute("DELETE FROM kept WHERE kind = ? AND key = ?", (kind, key))

    def _load(self) -> None:
        if self._file is None:
            return
        for kind, key, text in self._file.execute("SELECT kind, key, value FROM kept ORDER BY rowid"):
            value = json.loads(text)
            if kind == "account":
                self.accounts[key], self.by_name[value["username"]] = value, key
            elif kind == "token":
                self.tokens[key] = value
            elif kind == "status":
                value["media_ids"] = []  # pictures are not kept between sessions
                self.statuses[key] = value
            elif kind == "notification":
                self.notifications.setdefault(key.split(" ")[0], []).append(value)
            elif kind == "key":
                account_id, _, name = key.partition(" ")
                self._keys[account_id, name] = (value[0], value[1])


def _open(path: Path) -> sqlite3.Connection:
    file = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    file.execute("PRAGMA journal_mode=WAL")
    file.execute("PRAGMA synchronous=NORMAL")
    file.execute("CREATE TABLE IF NOT EXISTS kept (kind TEXT, key TEXT, value TEXT, PRIMARY KEY (kind, key))")
    return file


def _anchor(found: re.Match[str]) -> str:
    url = found.group()
    scheme, rest = url.split("://", 1)
    shown, hidden = rest[:30], rest[30:]
    return (
        f'<a href="{url}" rel="nofollow noopener"><span class="invisible">{scheme}://</span>'
        f'<span class="{"ellipsis" if hidden else ""}">{shown}</span><span class="invisible">{hidden}</span></a>'
    )
