"""Do posts go once and messages arrive, whatever is lost, refused, stalled or killed?

``python -m tests.faults.driver --rounds 300``: each round schedules posts and lets the public speak on the
practice network (one that honours the Idempotency-Key, one that ignores it) and on Bluesky's own servers,
while answers are lost and workers are killed; then it waits, and asks the networks what they hold.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from desktop.clock import now
from desktop.errors import Refused
from tests.contact_centre.listeners import Received, System, contact_centre_system
from tests.faults.force import Force, soon
from tests.faults.judge import Intended, Judge, Said, Tally
from tests.faults.plan import AT_ANY_TIME, PlannedMessage, Planner, Round
from tests.faults.processes import Workers, until
from tests.faults.sides import Bluesky, Practice, Side, Unlimited
from tests.servers.real_server import NotInstalled

SETTLED_WITHIN = 45.0  # seconds; a publication that takes longer is judged as it stands
TOLD_WITHIN = 12.0  # an alarm after five seconds, with room for a busy machine


class Driver:
    """One run: its force, its networks and its workers."""

    def __init__(self, folder: Path, sides: Sequence[Side], seed: int, centre: System) -> None:
        self.sides = {side.name: side for side in sides}
        self.force = Force(folder)
        self.force.settle(f"{centre.url}/in")
        for side in sides:
            self.force.connect(side)
        self.judge = Judge(self.force, self.sides)
        self.tally = Tally()
        self._centre = centre
        self._answerable: list[PlannedMessage] = []  # stored in an earlier round
        self._plan = Planner(seed, list(self.sides))
        self._log = (folder / "workers.log").open("a")
        self.workers = Workers(self.force.url, self.force.keys, self._log)

    def close(self) -> None:
        self.workers.close()
        self.force.close()
        self._log.close()

    def round(self, number: int) -> str:
        """Play one round; a line that says what happened."""
        began, plan = time.monotonic(), self._plan.round(number)
        self._say(plan, before=True)
        armed = [(self.sides[name], fault) for name, fault in plan.faults]
        for side, fault in armed:
            side.arm(fault)
        self._schedule(plan)
        with self._outage(plan):
            self._kill(plan)
        self.judge.undisturbed[number] = now()
        settled = until(lambda: self._settled(number), SETTLED_WITHIN)
        self._end(plan)
        for side in self.sides.values():
            for fault, hits in side.disarm():
                self.tally.kinds[f"{side.name}: {fault.kind}"] += hits
        self.tally.rounds += 1
        troubles = self.judge.troubles(number)
        return _line(plan, time.monotonic() - began, settled, troubles)

    def finish(self) -> Tally:
        """Judge everything once more, as what was delayed may have come since."""
        self.workers.kill_all()
        self.judge.count(self.tally)
        return self.tally

    # -- the acts of a round -------------------------------------------------------------------

    def _say(self, plan: Round, *, before: bool) -> None:
        for message in plan.messages:
            if message.before is before:
                at = now()
                self.sides[message.side].say(message.kind, message.text)
                said = Said(plan.number, message.side, message.marker, message.emergency, at)
                self.judge.said.append(said)

    def _schedule(self, plan: Round) -> None:
        if plan.reply:
            self._reply(plan)
        for post in plan.posts:
            due = soon(post.due_in) if post.due_in else None
            texts = dict.fromkeys(post.sides, post.text)
            for name, publication_id in self._approved(texts, due, image=post.image).items():
                self.judge.intended.append(Intended(plan.number, publication_id, name, post.marker))

    def _reply(self, plan: Round) -> None:
        if not self._answerable:
            return
        message = self._answerable.pop()
        words = f"Thank you, we are looking into it. {plan.reply}"
        publication_id = self.force.reply(message.side, message.marker, words)
        self.judge.intended.append(Intended(plan.number, publication_id, message.side, plan.reply))

    def _approved(self, texts: dict[str, str], due: Any, *, image: bool) -> dict[str, int]:
        try:
            return self.force.schedule(texts, due, image=image)
        except Refused:  # the machine was too busy, and its time had passed before it was approved
            return self.force.schedule(texts, None, image=image)

    def _kill(self, plan: Round) -> None:
        """Let workers begin and die as planned; one that lives stays."""
        said = bool(plan.outage[0])
        if plan.two_workers:
            self.workers.begin()
        for kill in plan.kills:
            worker = self.workers.begin("" if kill == AT_ANY_TIME else kill)
            if not said:
                self._say(plan, before=False)
                said = True
            if kill == AT_ANY_TIME:
                worker.died_within(self._plan.uniform(0.0, 1.5))
                worker.kill()
                self.tally.kinds["killed at any time"] += 1
            elif kill and worker.died_within(1.2):
                self.tally.kinds[f"killed {kill}"] += 1
        if not self.workers.lives:
            self.workers.begin()

    @contextmanager
    def _outage(self, plan: Round) -> Iterator[None]:
        name, seconds = plan.outage
        if not name:
            yield
            return
        side = self.sides[name]
        timer = threading.Timer(seconds, side.up)
        # The public is heard first: it cannot speak to a network that is down.
        self._say(plan, before=False)
        side.down()
        timer.start()
        try:
            yield
        finally:
            timer.join()
            self.tally.kinds[f"{name}: down"] += 1

    def _end(self, plan: Round) -> None:
        emergencies = [m for m in plan.messages if m.emergency and self._is_here(m)]
        for place, message in enumerate(emergencies):
            wrong = plan.hand_over if place == 0 else ""
            handover_id = self._hand_over(plan.number, message, wrong) if wrong else None
            self.force.deal_with(message.side, message.marker, handover_id)
        # Bluesky's direct messages are no records: nobody but the two can say whether a reply is there.
        public = [m for m in plan.messages if m.side != "bluesky" or m.kind != "direct"]
        self._answerable = [m for m in public if not m.emergency and self._is_here(m)]
        self.workers.stop_all() if plan.kind_end else self.workers.kill_all()

    def _settled(self, number: int) -> bool:
        """Whether the round came to rest; a worker that dies meanwhile, as it was told to, is replaced."""
        if not self.workers.lives:
            self.workers.begin()
            self.tally.kinds["killed late in its round"] += 1
            self.judge.undisturbed[number] = now()
        return self.judge.settled(number)

    def _is_here(self, message: PlannedMessage) -> bool:
        return self.force.conversation_of(message.side, message.marker) is not None

    def _hand_over(self, number: int, message: PlannedMessage, wrong: str) -> int:
        """Hand over while ``wrong`` happens; the contact centre knows of it, or an alarm says that it does not."""
        self._centre.answer = _answers(wrong)
        handover_id, key = self.force.hand_over(message.side, message.marker)
        if "kill" in wrong:
            time.sleep(self._plan.uniform(0.0, 0.4))
            self.workers.kill_all()
            self.workers.begin()
            self.tally.kinds["killed while handing over"] += 1
        elif wrong != "fine":
            self.tally.kinds[f"contact centre {wrong}"] += 1
        told = until(lambda: self._knows(key) or self.force.undelivered(handover_id), TOLD_WITHIN)
        self.tally.handed_over += 1
        if not told:
            self.tally.untold += 1
            self.tally.findings.append(f"round {number}: handover {handover_id} ({wrong}): nobody was told")
        self._centre.answer = _answers("")
        return handover_id

    def _knows(self, key: str) -> bool:
        """Whether the contact centre's own system took it: a 2xx went out for it."""
        return any(key.encode() in got.body for got in self._centre.received if got.path == "/in")


def _answers(wrong: str) -> Any:
    def answer(got: Received) -> tuple[int, Any]:
        if "refuses" in wrong:
            got.path = "/refused"
            return 503, {"error": "armed by the driver"}
        if "stalls" in wrong:
            time.sleep(1.0)
        return 202, {}

    return answer


def _line(plan: Round, seconds: float, settled: bool, troubles: list[str]) -> str:
    faults = ", ".join(f"{name} {fault.kind} x{fault.times}" for name, fault in plan.faults)
    kills = ", ".join(kill or "none" for kill in plan.kills)
    more = "" if settled else " NOT SETTLED"
    posts = sum(len(post.sides) for post in plan.posts)
    line = (
        f"round {plan.number}: {posts} posts, {len(plan.messages)} messages; {faults}; killed: {kills}"
        f"{'; two workers' if plan.two_workers else ''}{f'; {plan.outage[0]} down' if plan.outage[0] else ''}"
        f"; {seconds:.1f} s{more}"
    )
    return "\n".join([line, *(f"  ! {trouble}" for trouble in troubles)])


@contextmanager
def networks(*, bluesky: bool = True) -> Iterator[list[Side]]:
    """Start the networks; where Bluesky's servers cannot be had, say so and go on without."""
    with ExitStack() as stack:
        sides: list[Side] = [
            Practice("practice", keeps_keys=True),
            Practice("practice-without-keys", keeps_keys=False),
        ]
        for side in sides:
            stack.callback(side.close)
        if bluesky:
            servers = Unlimited()
            try:
                servers.start()
            except NotInstalled as why:
                print(f"Without Bluesky: {why}", flush=True)
            else:
                stack.callback(servers.stop)
                sides.append(Bluesky(servers))
        yield sides


def run(rounds: int, seed: int, *, bluesky: bool = True, verbose: bool = False) -> Tally:
    """Play so many rounds and judge them."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bluelamp-faults-")))
        centre = stack.enter_context(contact_centre_system())
        sides = stack.enter_context(networks(bluesky=bluesky))
        driver = Driver(folder, sides, seed, centre)
        stack.callback(driver.close)
        for number in range(1, rounds + 1):
            line = driver.round(number)
            if verbose or "!" in line:
                print(line, flush=True)
        tally = driver.finish()
        entries, faults = driver.force.audit_faults()
        print(f"audit: {entries} entries, {faults} faults")
        if faults:
            tally.findings.append("the audit does not verify")
        print((folder / "workers.log").read_text()[-3000:], file=sys.stderr)
        return tally


def main() -> int:
    options = argparse.ArgumentParser("python -m tests.faults.driver", description=__doc__)
    options.add_argument("--rounds", type=int, default=300)
    options.add_argument("--seed", type=int, default=None)
    options.add_argument("--without-bluesky", action="store_true")
    options.add_argument("-v", "--verbose", action="store_true", help="a line a round")
    given = options.parse_args()
    seed = given.seed if given.seed is not None else random.SystemRandom().getrandbits(32)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # the servers and workers are stopped
    print(f"seed={seed}", flush=True)
    began = time.monotonic()
    tally = run(given.rounds, seed, bluesky=not given.without_bluesky, verbose=given.verbose)
    for finding in tally.findings:
        print(f"! {finding}")
    print(tally.table())
    print(f"time: {time.monotonic() - began:.0f} s, seed={seed}")
    print(tally.closing())
    return 0 if tally.clean and not tally.findings else 1


if __name__ == "__main__":
    sys.exit(main())
