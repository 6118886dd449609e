"""How far were an account's notifications read, and which may still come in behind?

A server gives a notification its id before it shows it: of two that are made at once, the later may be
seen first. So the newest ones are read again for a while, and only what is not known yet is taken.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

State = dict[str, Any]
OVERLAP = timedelta(minutes=2)
OVERLAPPING = 20  # notifications read again at most: a busy hour must not cost a call more


def start(state: State) -> str:
    """Return the id after which to read: in a backlog where the last page ended, else a little before."""
    last = str(state.get("notification", "0"))
    return last if state.get("backlog") else str(state.get("floor", last))


def unknown(state: State, page: list[Any]) -> list[Any]:
    """Return what of a page was not read before, oldest first."""
    known = {known_id for known_id, _ in state.get("recent", [])}
    return [note for note in reversed(page) if str(note["id"]) not in known]


def reached(state: State, page: list[Any], at: datetime, *, more: bool) -> None:
    """Note in ``state`` that a page (newest first) was read at ``at``."""
    state["backlog"] = more
    state.setdefault("floor", start(state))
    if page:
        state["notification"] = str(page[0]["id"])
    new = [[str(note["id"]), at.isoformat(timespec="seconds")] for note in unknown(state, page)]
    recent = sorted([*state.get("recent", []), *new], key=lambda one: (len(one[0]), one[0]))
    while recent and (len(recent) > OVERLAPPING or datetime.fromisoformat(recent[0][1]) < at - OVERLAP):
        state["floor"] = recent.pop(0)[0]
    state["recent"] = recent
