"""A short run of the fault driver, and proof that its judge sees what it must."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.clock import now
from desktop.models import PublicationState
from desktop.publishing.steps import STEPS
from tests.contact_centre.listeners import contact_centre_system
from tests.faults import driver
from tests.faults.driver import Driver
from tests.faults.judge import Intended, Said, Tally
from tests.faults.plan import AT_ANY_TIME, KILLS, Planner
from tests.faults.processes import until
from tests.faults.sides import Practice, Side

ROUNDS = 4
pytestmark = [
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL"),
    pytest.mark.slow,
]


def test_a_short_run_sends_all_once_and_loses_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    tally = driver.run(ROUNDS, seed=20261124, bluesky=False)
    assert tally.findings == []
    assert tally.clean
    assert tally.closing() == f"twice=0 missed=0 lost=0 unescalated=0 rounds={ROUNDS}"
    assert tally.posts == tally.once + tally.waiting > 0
    assert tally.messages > 0
    assert any(kind.startswith("killed") for kind in tally.kinds)


def test_every_step_is_among_the_kills() -> None:
    assert {*STEPS, AT_ANY_TIME} <= set(KILLS)


def test_the_same_seed_plans_the_same() -> None:
    sides = ["practice", "bluesky"]
    one, other, another = Planner(7, sides), Planner(7, sides), Planner(8, sides)
    planned = [one.round(n) for n in range(5)]
    assert planned == [other.round(n) for n in range(5)]
    assert planned != [another.round(n) for n in range(5)]


class TestTheJudge:
    """Nobody works here: what is wrong stays wrong, and must be counted."""

    @pytest.fixture
    def idle(self, tmp_path: Path) -> Iterator[Driver]:
        sides: list[Side] = [Practice("practice", keeps_keys=False)]
        with contact_centre_system() as centre:
            made = Driver(tmp_path, sides, 1, centre)
            yield made
            made.close()
        sides[0].close()

    def test_what_was_not_sent_is_missed(self, idle: Driver) -> None:
        self._post(idle)
        assert self._judged(idle).missed == 1

    def test_what_stands_there_twice_is_seen(self, idle: Driver) -> None:
        self._post(idle)
        for _ in range(2):
            self._on_the_network(idle)
        assert self._judged(idle).twice == 1

    def test_a_message_that_is_not_in_the_inbox_is_lost(self, idle: Driver) -> None:
        idle.sides["practice"].say("mention", "Hello ref 1")
        idle.judge.said.append(Said(1, "practice", "ref 1", False, now()))
        assert self._judged(idle).lost == 1

    def test_an_emergency_without_an_alarm_is_unescalated(self, idle: Driver) -> None:
        idle.judge.said.append(Said(1, "practice", "ref 1", True, now()))
        tally = self._judged(idle)
        assert (tally.lost, tally.unescalated, tally.clean) == (1, 1, False)

    def test_a_late_alarm_does_not_count(self, idle: Driver) -> None:
        idle.sides["practice"].say("mention", "he has got a gun and he is in the house with us ref 1")
        idle.workers.begin()
        said = Said(1, "practice", "ref 1", True, now() - timedelta(minutes=1))
        idle.judge.said.append(said)
        assert until(lambda: idle.judge.settled(1), 30)
        assert self._judged(idle).unescalated == 1

    def test_what_is_called_unsent_though_it_is_there_is_told(self, idle: Driver) -> None:
        publication = self._post(idle)
        self._on_the_network(idle)
        with idle.force.database.session() as session:
            from desktop.publishing import schedule

            schedule.cancel(session, publication, idle.force.people["comms"])
        assert idle.force.told(publication).state is PublicationState.CANCELLED
        assert self._judged(idle).called_unsent == 1

    def _post(self, idle: Driver) -> int:
        (publication,) = idle.force.schedule({"practice": "Road closed ref 1"}, None).values()
        idle.judge.intended.append(Intended(1, publication, "practice", "ref 1"))
        return publication

    def _on_the_network(self, idle: Driver) -> None:
        side = idle.sides["practice"]
        assert isinstance(side, Practice)
        side.publish("Road closed ref 1")

    def _judged(self, idle: Driver) -> Tally:
        tally = Tally()
        idle.judge.count(tally)
        return tally
