"""When does each piece of background work run? The table is the truth; these timers are disposable."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from desktop.clock import now

log = logging.getLogger(__name__)
# A beat that is still running is not begun twice: ordinary here, and no warning.
logging.getLogger("apscheduler").setLevel(logging.ERROR)


class Heartbeat:
    """A set of beats, each run by itself on a thread and never twice at once, unless it may be (``at_once``).

    A beat that fails is logged and runs again at its next time: nothing it does is lost by that,
    because what is due stands in the database.
    """

    def __init__(self, *, threads: int = 12) -> None:
        self._scheduler = BackgroundScheduler(
            executors={"default": ThreadPoolExecutor(threads)},
            # A beat that was missed (sleep, load) runs once, however late.
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
            timezone="UTC",
        )

    def every(self, seconds: float, name: str, beat: Callable[[], object], *, at_once: int = 1) -> None:
        """Run ``beat`` every so many seconds, the first time at once."""
        self._scheduler.add_job(
            _guarded(name, beat),
            IntervalTrigger(seconds=seconds, timezone="UTC"),
            id=name,
            next_run_time=now(),
            max_instances=at_once,
        )

    def at(self, when: datetime | None, name: str, beat: Callable[[], object], *, at_once: int = 1) -> None:
        """Run ``beat`` once at ``when``, in place of what stood under ``name``; None removes it."""
        if when is None:
            with suppress(JobLookupError):  # it ran, or never stood
                self._scheduler.remove_job(name)
            return
        trigger = DateTrigger(max(when, now()), timezone="UTC")
        self._scheduler.add_job(
            _guarded(name, beat), trigger, id=name, replace_existing=True, max_instances=at_once
        )

    def soon(self, name: str) -> None:
        """Let the beat called ``name`` run now, ahead of its interval."""
        with suppress(JobLookupError):  # the heartbeat is being stopped
            self._scheduler.modify_job(name, next_run_time=now() - timedelta(milliseconds=1))

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        """Stop and wait for the beats under way."""
        # The scheduler's thread may be choosing what is due, and fails where it is stopped in the middle of
        # that: paused it begins nothing more, and the list waits until it has chosen.
        self._scheduler.pause()
        self._scheduler.get_jobs()
        self._scheduler.shutdown(wait=True)


def _guarded(name: str, beat: Callable[[], object]) -> Callable[[], None]:
    def run() -> None:
        try:
            beat()
        except Exception:
            log.exception("the %s beat failed; it runs again at its next time", name)

    return run
