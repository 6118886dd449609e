"""What happens in a round? Chosen by a seeded generator, so that a run can be repeated."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from desktop.publishing.steps import STEPS
from tests.faults.sides import Fault

SEND = (
    Fault("send", "lose-response"),
    Fault("send", "lose-request"),
    Fault("send", "stall"),
    Fault("send", "delay"),
    Fault("send", "slow", ms=1700),
    Fault("send", "status", status=500),
    Fault("send", "status", status=502),
    Fault("send", "status", status=503),
    Fault("send", "status", status=422),
    Fault("send", "throttle", ms=600),
    Fault("send", "garbage"),
)
READ = (
    Fault("read", "lose-response"),
    Fault("read", "stall"),
    Fault("read", "status", status=500),
    Fault("read", "throttle", ms=600),
    Fault("read", "garbage"),
    Fault("upload", "lose-response"),
    Fault("upload", "status", status=500),
    Fault("upload", "garbage"),
)
T = TypeVar("T")
LOOK = (
    Fault("look", "status", status=503),
    Fault("look", "lose-request"),
    Fault("look", "garbage"),
    Fault("look", "stall"),
)
AT_ANY_TIME = "at any time"
KILLS = (*STEPS, *(f"{step}:2" for step in STEPS), *[AT_ANY_TIME] * 5, *[""] * 5)
HANDING_OVER = ("kill", "refuses", "stalls", "fine", "kill and refuses", *[""] * 6)
ROUTINE = (
    "Is the diversion signposted?",
    "Found a purse outside the Co-op on Fore Street. Where do I hand it in?",
    "Diolch. A fydd y ffordd ar agor erbyn y bore?",
    "شكراً لكم على المعلومات",
    "Who can I tell about music every night until 3? 🎺",
)
EMERGENCY = (
    "my ex is outside trying to kick the door in, hes got a knife, please hurry",
    "he has got a gun and he is in the house with us",
    "she took all of them pills and she wont wake up",
    "I don't want to be here any more. took all of them. sorry",
)
POSTS = (
    "Road closed at Brackenford. Use https://example.org/diversions",
    "Ar gau: y ffordd ym Mrackenford. Diolch 🚓",
    "Have you seen this man? #BlueLamp",
)


@dataclass(frozen=True)
class PlannedPost:
    text: str
    marker: str
    sides: tuple[str, ...]
    due_in: float  # seconds; 0 for at once
    image: bool


@dataclass(frozen=True)
class PlannedMessage:
    side: str
    kind: str  # mention, reply, direct
    text: str
    marker: str
    emergency: bool
    before: bool  # it is there before a worker is


@dataclass(frozen=True)
class Round:
    number: int
    posts: tuple[PlannedPost, ...]
    messages: tuple[PlannedMessage, ...]
    faults: tuple[tuple[str, Fault], ...]  # by side
    kills: tuple[str, ...]  # one after the other
    two_workers: bool
    outage: tuple[str, float]  # side, seconds
    hand_over: str  # "", or what goes wrong while an emergency is handed over
    kind_end: bool  # the workers are asked to stop, not killed
    reply: str  # the mark of a reply to a message of an earlier round; "" for none


class Planner:
    """Deals from shuffled decks: in a short run too, as many kinds as rounds come up."""

    def __init__(self, seed: int, sides: Sequence[str]) -> None:
        self._random = random.Random(seed)
        self._sides = tuple(sides)
        self._send, self._read = self._deck(SEND), self._deck(READ)
        self._look, self._kills = self._deck(LOOK), self._deck(KILLS)
        self._hand_over = self._deck(HANDING_OVER)

    def round(self, number: int) -> Round:
        deal = self._random
        outage = (deal.choice(self._sides), deal.uniform(0.4, 1.4)) if deal.random() < 0.12 else ("", 0.0)
        faults = [(deal.choice(self._sides), self._times(next(self._send)))]
        if deal.random() < 0.3:  # the answer is lost, and then the account cannot be read either
            faults.append((faults[0][0], self._times(next(self._look))))
        faults += [
            (deal.choice(self._sides), self._times(next(self._read))) for _ in range(deal.randint(0, 1))
        ]
        return Round(
            number=number,
            posts=tuple(self._post() for _ in range(deal.randint(2, 4))),
            messages=tuple(self._message() for _ in range(deal.randint(2, 4))),
            faults=tuple(faults),
            kills=tuple(next(self._kills) for _ in range(deal.choice((1, 1, 1, 2)))),
            two_workers=deal.random() < 0.25,
            outage=outage,
            hand_over=next(self._hand_over),
            kind_end=deal.random() < 0.3,
            reply=self.marker() if deal.random() < 0.4 else "",
        )

    def uniform(self, low: float, high: float) -> float:
        return self._random.uniform(low, high)

    def marker(self) -> str:
        """A mark that stands in one text alone."""
        return f"ref {self._random.getrandbits(48):012x}"

    def _post(self) -> PlannedPost:
        deal, mark = self._random, self.marker()
        sides = tuple(deal.sample(self._sides, deal.randint(1, len(self._sides))))
        due_in = deal.choice((0.0, deal.uniform(0.3, 1.2)))
        return PlannedPost(f"{deal.choice(POSTS)} {mark}", mark, sides, due_in, deal.random() < 0.35)

    def _message(self) -> PlannedMessage:
        deal, mark = self._random, self.marker()
        side = deal.choice(self._sides)
        emergency = deal.random() < 0.35
        kinds = ("mention", "reply") if emergency and side == "bluesky" else ("mention", "reply", "direct")
        text = deal.choice(EMERGENCY if emergency else ROUTINE)
        return PlannedMessage(
            side, deal.choice(kinds), f"{text} {mark}", mark, emergency, deal.random() < 0.5
        )

    def _times(self, fault: Fault) -> Fault:
        return Fault(fault.where, fault.mode, self._random.choice((1, 1, 2)), fault.ms, fault.status)

    def _deck(self, cards: Sequence[T]) -> Iterator[T]:
        return _dealt(self._random, cards)


def _dealt(deal: random.Random, cards: Sequence[T]) -> Iterator[T]:
    while True:
        yield from deal.sample(cards, len(cards))
