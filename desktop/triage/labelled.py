"""How often are the rules right on a file whose messages a person has labelled?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.triage.engine import Judgement
from desktop.triage.reading import Row

AMBER = ("urgent", "emergency")
# Of a thousand messages to one force's accounts about two are emergencies (the domain notes).
BASE_RATE = 0.002
_Z = 1.959964  # 95%


@dataclass(frozen=True)
class Share:
    hits: int
    of: int

    @property
    def value(self) -> float:
        return self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Return Wilson's 95% interval, sound for few messages and for shares near 0 and 1."""
        if not self.of:
            return 0.0, 1.0
        p, n, z2 = self.value, self.of, _Z * _Z
        middle = (p + z2 / (2 * n)) / (1 + z2 / n)
        half = _Z * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.hits} of {self.of} = {self.value:.1%} (95% interval {low:.1%} to {high:.1%})"


def figures(judged: Sequence[tuple[Row, Judgement]]) -> list[str]:
    """Return the lines that say how often the rules were right, every miss included."""
    emergencies = [pair for pair in judged if pair[0].priority == "emergency"]
    rest = [pair for pair in judged if pair[0].priority != "emergency"]
    red, missed = _share(emergencies, ("emergency",)), [pair for pair in emergencies if not _is_red(pair)]
    alarms = _share(rest, ("emergency",))
    lines = [
        f"Emergencies that were red:           {red}",
        f"Emergencies that were red or amber:  {_share(emergencies, AMBER)}",
        f"Other messages that were red:        {alarms}",
        f"Other messages that were red or amber: {_share(rest, AMBER)}",
        *_by_label(rest),
        *_at_the_base_rate(red, alarms),
        *_flags(judged),
        "",
        f"Missed emergencies: {len(missed)}" + ("" if missed else " (none)"),
    ]
    return lines + [f"  {found.priority:8} {row.id}: {_short(row.text)}" for row, found in missed]


def _by_label(rest: Iterable[tuple[Row, Judgement]]) -> list[str]:
    kept = list(rest)
    return [
        f"  of those labelled {label}: red {_share(some, ('emergency',))}; red or amber {_share(some, AMBER)}"
        for label in ("urgent", "routine", "none")
        if (some := [pair for pair in kept if pair[0].priority == label])
    ]


def _at_the_base_rate(red: Share, alarms: Share) -> list[str]:
    if not red.of or not alarms.of:
        return []
    right, wrong = red.value * BASE_RATE, alarms.value * (1 - BASE_RATE)
    precision = right / (right + wrong) if right + wrong else 0.0
    return [f"If {BASE_RATE:.1%} of messages are emergencies, {precision:.1%} of red ones would be."]


def _flags(judged: Sequence[tuple[Row, Judgement]]) -> list[str]:
    lines = []
    for flag in ("threat", "harm", "risk"):
        known = [(row.flags[flag], getattr(found, flag)) for row, found in judged if flag in row.flags]
        if not known:
            continue
        raised = Share(
            sum(1 for label, said in known if label and said), sum(1 for label, _ in known if label)
        )
        wrong = Share(
            sum(1 for label, said in known if said and not label), sum(1 for label, _ in known if not label)
        )
        lines.append(f"{flag.capitalize()} flag: raised where labelled {raised}; where not labelled {wrong}")
    return lines


def _share(some: Sequence[tuple[Row, Judgement]], priorities: Iterable[str]) -> Share:
    wanted = set(priorities)
    return Share(sum(1 for _, found in some if found.priority in wanted), len(some))


def _is_red(pair: tuple[Row, Judgement]) -> bool:
    return pair[1].priority == "emergency"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 160 else line[:159] + "…"
