"""Who are the simulated public, and what do they say when?

The words lie in resources/practice/public.json. The same workspace hears the same people in the same
order; among them stands an emergency.
"""

from __future__ import annotations

import json
import threading
from functools import cache
from typing import Any

from desktop import resources
from desktop.practice.state import State

Json = dict[str, Any]
Line = tuple[str, str, str | None, bool, float]  # who, words, reply to, direct, seconds in


@cache
def script() -> Json:
    return dict(json.loads(resources.path("practice", "public.json").read_text(encoding="utf-8")))


class Public:
    """Speaks only when told to (``say``), or by the script once ``begin`` was called."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []
        self._speed = 0.0
        self._replied = False

    def say(self, persona: str, text: str, reply_to: str | None = None, *, direct: bool = False) -> Json:
        """Let ``persona`` write; a persona nobody wrote down is made on the spot."""
        author = self._person(persona)
        wanted: Json = {"status": text, "visibility": "direct" if direct else "public"}
        if reply_to:
            wanted["in_reply_to_id"] = reply_to
        return self._state.post(author["id"], wanted)

    def begin(self, force: str, *, speed: float = 1.0) -> None:
        """Let the script run against the account ``force``; ``speed`` 10 is ten times as fast.

        What is said unasked is said once in the life of a network; what is published is answered each time.
        """
        self._speed = speed
        if self._has_spoken():
            return
        lines: list[Line] = [
            (who, f"@{force} {text}", None, direct, at) for who, text, direct, at in script()["unasked"]
        ]
        self._run(lines)

    def _has_spoken(self) -> bool:
        return any(persona in self._state.by_name for persona in script()["personas"])

    def react(self, status: Json) -> None:
        """Let the script's replies follow the first public post of an account that is not a persona."""
        author = self._state.accounts[status["account_id"]]["username"]
        ours = author not in script()["personas"] and status["visibility"] == "public"
        if self._speed and ours and not status["in_reply_to_id"] and not self._replied:
            self._replied = True
            mention = f"@{author} "
            self._run(
                [(who, mention + text, status["id"], False, at) for who, text, at in script()["replies"]]
            )

    def stop(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(5)

    def _run(self, lines: list[Line]) -> None:
        thread = threading.Thread(target=self._speak, args=(lines,), daemon=True, name="public")
        self._threads.append(thread)
        thread.start()

    def _speak(self, lines: list[Line]) -> None:
        passed = 0.0
        for who, text, reply_to, direct, at in sorted(lines, key=lambda line: line[4]):
            if self._stop.wait((at - passed) / self._speed):
                return
            passed = at
            self.say(who, text, reply_to, direct=direct)

    def _person(self, persona: str) -> Json:
        profile = dict(script()["personas"].get(persona, {}))
        name = profile.pop("name", persona)
        return self._state.add_account(persona, name, profile)
