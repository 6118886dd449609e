from __future__ import annotations

import logging
import threading
from datetime import timedelta

import pytest

from desktop.clock import now
from desktop.heartbeat import Heartbeat


def test_a_beat_runs_at_once_and_at_its_instant() -> None:
    every, once = threading.Event(), threading.Event()
    heartbeat = Heartbeat()
    heartbeat.every(60, "sweep", every.set)
    heartbeat.at(now() + timedelta(milliseconds=50), "due", once.set)
    heartbeat.start()
    assert every.wait(5)
    assert once.wait(5)
    heartbeat.stop()


def test_soon_runs_ahead_of_the_interval() -> None:
    runs = threading.Semaphore(0)
    heartbeat = Heartbeat()
    heartbeat.every(3600, "sweep", runs.release)
    heartbeat.start()
    assert runs.acquire(timeout=5)
    heartbeat.soon("sweep")
    assert runs.acquire(timeout=5)
    heartbeat.stop()


def test_a_beat_that_fails_runs_again(caplog: pytest.LogCaptureFixture) -> None:
    runs = threading.Semaphore(0)

    def fail() -> None:
        runs.release()
        raise OSError("no network")

    heartbeat = Heartbeat()
    with caplog.at_level(logging.CRITICAL):
        heartbeat.every(0.05, "sweep", fail)
        heartbeat.start()
        assert runs.acquire(timeout=5)
        assert runs.acquire(timeout=5)
        heartbeat.stop()


def test_stopped_in_the_middle_of_choosing_it_ends_in_order() -> None:
    """A thread that fails makes its test fail."""
    for _ in range(60):
        heartbeat = Heartbeat()
        for number in range(20):
            heartbeat.at(now(), f"once {number}", int)
        heartbeat.start()
        heartbeat.stop()
