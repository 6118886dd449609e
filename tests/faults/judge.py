"""What became of each post and each message, by what the networks themselves hold?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from desktop.models import PublicationState
from tests.faults.force import Force
from tests.faults.sides import Side

S = PublicationState
ESCALATED_WITHIN = timedelta(seconds=10)
UNSENT = (S.OVERDUE, S.FAILED, S.CANCELLED)
REFUSED = "armed"  # stands in the words of a network that the driver told to refuse


@dataclass(frozen=True)
class Intended:
    """One approved publication."""

    round: int
    publication_id: int
    side: str
    marker: str


@dataclass(frozen=True)
class Said:
    """One message of the public, on the network since ``at``."""

    round: int
    side: str
    marker: str
    emergency: bool
    at: datetime


@dataclass
class Tally:
    rounds: int = 0
    posts: int = 0
    once: int = 0
    twice: int = 0
    missed: int = 0
    waiting: int = 0
    called_unsent: int = 0  # on the network, and a person is told that it was not sent
    messages: int = 0
    lost: int = 0
    stored_twice: int = 0
    emergencies: int = 0
    unescalated: int = 0
    handed_over: int = 0
    untold: int = 0  # neither with the contact centre nor an alarm that it is not
    kinds: Counter[str] = field(default_factory=Counter)  # each fault that hit something
    findings: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        return not (
            self.twice or self.missed or self.lost or self.unescalated
            or self.called_unsent or self.stored_twice or self.untold
        )  # fmt: skip

    def closing(self) -> str:
        return (
            f"twice={self.twice} missed={self.missed} lost={self.lost} "
            f"unescalated={self.unescalated} rounds={self.rounds}"
        )

    def table(self) -> str:
        rows = (
            ("posts (one a network)", self.posts),
            ("sent once", self.once),
            ("sent twice", self.twice),
            ("missed", self.missed),
            ("waiting for a person", self.waiting),
            ("called unsent though sent", self.called_unsent),
            ("messages in", self.messages),
            ("messages lost", self.lost),
            ("messages stored twice", self.stored_twice),
            ("emergencies", self.emergencies),
            ("emergencies unescalated", self.unescalated),
            ("handed over", self.handed_over),
            ("handed over, nobody told", self.untold),
        )
        faults = [f"  {count:6} {kind}" for kind, count in sorted(self.kinds.items()) if count]
        return "\n".join(
            [*(f"{count:8} {name}" for name, count in rows), "what went wrong, how often:", *faults]
        )


class Judge:
    """Counts over the whole run; the networks' word counts, never our database's."""

    def __init__(self, force: Force, sides: Mapping[str, Side]) -> None:
        self._force, self._sides = force, sides
        self.intended: list[Intended] = []
        self.said: list[Said] = []
        self.undisturbed: dict[int, datetime] = {}  # by round: since when a worker could do its work

    def settled(self, number: int) -> bool:
        """Whether there is nothing more to wait for: only when to look, not what is found."""
        mine = [one.publication_id for one in self.intended if one.round == number]
        if self._force.moving(mine):
            return False
        for one in (one for one in self.said if one.round == number):
            if not self._force.times_stored(one.side, one.marker):
                return False
            if one.emergency and self._force.raised_at(one.side, one.marker) is None:
                return False
        return True

    def count(self, tally: Tally) -> None:
        """Judge every round anew: what came late counts too."""
        texts = {name: "\n\0".join(side.texts(100_000)) for name, side in self._sides.items()}
        for one in self.intended:
            self._post(one, texts[one.side].count(one.marker), tally)
        for said in self.said:
            self._message(said, tally)

    def troubles(self, number: int) -> list[str]:
        """What is wrong with one round by now."""
        tally = Tally()
        texts = {name: "\n\0".join(side.texts()) for name, side in self._sides.items()}
        for one in (one for one in self.intended if one.round == number):
            self._post(one, texts[one.side].count(one.marker), tally)
        for said in (said for said in self.said if said.round == number):
            self._message(said, tally)
        return tally.findings

    def _post(self, one: Intended, count: int, tally: Tally) -> None:
        told = self._force.told(one.publication_id)
        tally.posts += 1
        asks = told.state in (S.QUESTION, S.OVERDUE, S.HELD)
        asks = asks or (told.state is S.FAILED and REFUSED in told.reason)
        if count >= 2:
            tally.twice += 1
        elif count == 1:
            tally.once += 1
        elif not asks:
            tally.missed += 1
        tally.waiting += asks
        tally.called_unsent += count > 0 and told.state in UNSENT
        if count >= 2 or (count == 0 and not asks) or (count and told.state in UNSENT):
            tally.findings.append(
                f"round {one.round}: {one.marker} is {count} times on {one.side}; "
                f"publication {one.publication_id} is {told.state.value}: {told.reason}"
            )

    def _message(self, said: Said, tally: Tally) -> None:
        stored = self._force.times_stored(said.side, said.marker)
        tally.messages += 1
        tally.lost += stored == 0
        tally.stored_twice += stored > 1
        if stored != 1:
            tally.findings.append(
                f"round {said.round}: {said.marker} of {said.side} is {stored} times in the inbox"
            )
        if said.emergency:
            tally.emergencies += 1
            raised = self._force.raised_at(said.side, said.marker)
            ready = max(said.at, self.undisturbed.get(said.round, said.at))
            if raised is None or raised > ready + ESCALATED_WITHIN:
                tally.unescalated += 1
                tally.findings.append(
                    f"round {said.round}: emergency {said.marker} of {said.side}: "
                    + (f"alarm after {raised - ready}" if raised else "no alarm")
                )
