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
from enum import Enum

from desktop.inbox.rows import ConversationRow
from desktop.models import Attention, ConversationState

Place = tuple[int, float, int]


class Way(Enum):
    """Where what is new is to be found."""

    TOP = "top"  # it shows when the list is read from its top
    LISTED = "listed"  # it is listed below
    FURTHER = "further"  # on a page that is not read yet


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
        self.arrived: dict[int, ConversationRow] = {}  # what came since and was not on the screen yet
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
                self.arrived[row.id] = row

    def looked_at(self, rows: Iterable[ConversationRow]) -> None:
        """Note what is on the screen: where it stands in its right place, it is not new any more."""
        for row in rows if self.arrived else ():
            if parted([row])[0] or self._searched or self._stands_at(row) is not None:
                self.arrived.pop(row.id, None)

    def _stands_at(self, row: ConversationRow) -> int | None:
        """Return where a row is listed, None where that is not its right place."""
        at = bisect_left(self._places, self._place(row))
        return at if at < len(self.others) and self.others[at].id == row.id else None

    def way_to_new(self) -> tuple[Way, int]:
        """Say where the first of what is new stands."""
        new = [row for row in self.arrived.values() if parted([row])[1]]
        if not new or self._searched or not self._places:
            return Way.TOP, 0
        row = min(new, key=self._place)
        if self._place(row) > self._places[-1]:
            return Way.FURTHER if self.more else Way.TOP, 0
        return (Way.TOP, 0) if self._stands_at(row) is None else (Way.LISTED, row.id)

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
