"""How do new conversations join a list that somebody is reading, so that nothing moves under the eye?

What is known keeps its place and is brought up to date there. What is new goes where it belongs, but never
between two rows that are on the screen: until then it only counts as new. Life at risk joins its own
section on top at once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from desktop.inbox.rows import ConversationRow
from desktop.models import Attention, ConversationState

Place = tuple[int, float, int]


class Listing:
    """``red`` and ``others`` in the order shown; ``last`` is where the next page begins."""

    def __init__(self) -> None:
        self.red: list[ConversationRow] = []
        self.others: list[ConversationRow] = []
        self.last: ConversationRow | None = None
        self.more = False  # there are further pages
        self.arrived: set[int] = set()  # what came since the list was last shown from its top
        self.gap = False  # more came than one page holds: they are seen from the top only
        self._places: list[Place] = []  # where each of the others stood when it was put in: ascending
        self._searched = False

    def begin(self, rows: Iterable[ConversationRow], limit: int, *, searched: bool) -> None:
        """Show a first page in place of all."""
        self.red, self.others = parted(rows)
        self.arrived.clear()
        self.gap = False
        self._searched = searched
        self._turned(self.others, limit)
        self._places = [self._place(row) for row in self.others]

    def extend(self, rows: list[ConversationRow], limit: int) -> None:
        """Add the page after the last one."""
        known = {row.id for row in self.others}
        new = [row for row in rows if row.id not in known]
        self.others += new
        self._places += [self._place(row) for row in new]
        self._turned(rows, limit)

    def merge(
        self, page: Iterable[ConversationRow], looked_at: Iterable[ConversationRow], seen: tuple[int, int]
    ) -> None:
        """Bring the list up to date; ``seen`` are the first and the last of the others on the screen."""
        red, others = parted(page)
        before = {row.id: row.last_at for row in (*self.others, *self.red)}
        self.arrived |= {row.id for row in (*red, *others) if _came(row, before)}
        self.gap = self.gap or (len(others) > 0 and not any(row.id in before for row in others))
        self.red = red
        fresh = {row.id: row for row in (*looked_at, *others, *red)}
        self.others = [fresh.get(row.id, row) for row in self.others]
        first, last = seen
        for row in [row for row in others if row.id not in before]:
            at = self._index(row)
            beyond = at == len(self.others) and self.more  # it comes with its page
            if (at <= first or at > last) and not beyond:
                self.others.insert(at, row)
                self._places.insert(at, self._place(row))
                first, last = (first + 1, last + 1) if at <= first else (first, last)

    def at_top(self) -> None:
        """Note that a person looks at the top: what stands there is not new any more."""
        places = zip(self.others, self._places, strict=True)
        there = {row.id for row, place in places if place == self._place(row)}
        self.arrived -= there | {row.id for row in self.red}

    def renew(self, row: ConversationRow) -> None:
        """Bring one row up to date in its place."""
        self.others = [row if known.id == row.id else known for known in self.others]
        self.red = [row if known.id == row.id else known for known in self.red]

    def seen(self, conversation_id: int) -> None:
        """Show one conversation as read, before the list is read anew."""
        for row in (*self.red, *self.others):
            if row.id == conversation_id and row.unseen:
                self.renew(replace(row, unseen=0))

    def _turned(self, rows: list[ConversationRow], limit: int) -> None:
        self.last = rows[-1] if rows else self.last
        self.more = len(rows) >= limit

    def _index(self, row: ConversationRow) -> int:
        # What is found stands by its newest hit, which a row does not tell: a new one is the newest.
        return 0 if self._searched else bisect_left(self._places, self._place(row))

    @staticmethod
    def _place(row: ConversationRow) -> Place:
        """Where a row belongs, smallest first."""
        return -int(row.attention), -row.last_at.timestamp(), -row.id


def parted(rows: Iterable[ConversationRow]) -> tuple[list[ConversationRow], list[ConversationRow]]:
    """Part open conversations with life at risk from the others."""
    red: list[ConversationRow] = []
    others: list[ConversationRow] = []
    for row in rows:
        is_red = row.attention == Attention.LIFE_AT_RISK and row.state is ConversationState.OPEN
        (red if is_red else others).append(row)
    return red, others


def _came(row: ConversationRow, before: dict[int, datetime]) -> bool:
    known = before.get(row.id)
    return known is None or row.last_at > known
