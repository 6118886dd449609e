"""How do new conversations join a list that somebody is reading, so that nothing moves under the eye?

What is known keeps its place and is brought up to date there. What is new goes where it belongs, but never
between two rows that are on the screen: until then it only counts as new. Life at risk joins its own
section on top at once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.inbox.rows import ConversationRow
from desktop.models import Attention, ConversationState

Place = tuple[int, float, int]


@dataclass(frozen=True)
class Head:
    """The first rows of the list, or of one priority in it; ``full`` where more follow."""

    rows: tuple[ConversationRow, ...]
    full: bool


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
        self._known: dict[int, datetime] = {}  # the newest message of each that was read
        self._searched = False

    def begin(
        self, rows: Iterable[ConversationRow], limit: int, heads: Iterable[Head] = (), *, searched: bool
    ) -> None:
        """Show a first page in place of all; ``heads`` are known from then on, though not listed yet."""
        self.red, self.others = parted(rows)
        self.arrived.clear()
        self.gap = False
        self._searched = searched
        self._known = {row.id: row.last_at for row in (*self.red, *self.others)}
        self._known |= {row.id: row.last_at for head in heads for row in head.rows}
        self._turned(self.others, limit)
        self._places = [self._place(row) for row in self.others]

    def extend(self, rows: list[ConversationRow], limit: int) -> None:
        """Add the page after the last one."""
        listed = {row.id for row in self.others}
        new = [row for row in rows if row.id not in listed]
        self.others += new
        self._known |= {row.id: row.last_at for row in new}
        self._places += [self._place(row) for row in new]
        self._turned(rows, limit)

    def merge(
        self, heads: Sequence[Head], looked_at: Iterable[ConversationRow], seen: tuple[int, int]
    ) -> None:
        """Bring the list up to date; ``seen`` are the first and the last of the others on the screen."""
        for head in heads:
            self._count(head)
        red, others = parted(row for head in heads for row in head.rows)
        self.red = red
        fresh = {row.id: row for row in (*looked_at, *others, *red)}
        self._known |= {row.id: row.last_at for row in fresh.values()}
        self.others = [fresh.get(row.id, row) for row in self.others]
        listed = {row.id for row in self.others}
        first, last = seen
        for row in others:
            at = self._index(row)
            beyond = at == len(self.others) and self.more  # it comes with its page
            if row.id in listed or beyond or first < at <= last:
                continue
            listed.add(row.id)
            self.others.insert(at, row)
            self._places.insert(at, self._place(row))
            first, last = (first + 1, last + 1) if at <= first else (first, last)

    def _count(self, head: Head) -> None:
        """Note what is new in a head. What comes up from below because others left is not."""
        known = [at for at, row in enumerate(head.rows) if row.id in self._known]
        lowest = (known or [len(head.rows)])[-1] if head.full else len(head.rows)
        self.gap = self.gap or (head.full and not known)
        for at, row in enumerate(head.rows):
            was = self._known.get(row.id)
            if (was is None and at < lowest) or (was is not None and row.last_at > was):
                self.arrived.add(row.id)

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
