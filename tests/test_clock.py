from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop import clock
from desktop.errors import Refused

LONDON = "Europe/London"


def test_summer_and_winter() -> None:
    assert clock.instant(datetime(2027, 7, 1, 9, 0), LONDON) == datetime(2027, 7, 1, 8, 0, tzinfo=UTC)
    assert clock.instant(datetime(2027, 1, 1, 9, 0), LONDON) == datetime(2027, 1, 1, 9, 0, tzinfo=UTC)


def test_a_time_that_does_not_exist_is_refused() -> None:
    with pytest.raises(Refused, match="does not exist"):
        clock.instant(datetime(2027, 3, 28, 1, 30), LONDON)


def test_a_time_that_happens_twice_is_asked_about() -> None:
    twice = datetime(2027, 10, 31, 1, 30)
    with pytest.raises(clock.TimeHappensTwice) as asked:
        clock.instant(twice, LONDON)
    assert asked.value.second - asked.value.first == timedelta(hours=1)
    assert clock.instant(twice, LONDON, second=False) == asked.value.first
    assert clock.instant(twice, LONDON, second=True) == asked.value.second


def test_shown_names_the_zone() -> None:
    assert clock.shown(datetime(2027, 7, 1, 8, 0, tzinfo=UTC), LONDON) == "01 Jul 2027 09:00 BST"


@pytest.mark.parametrize(
    ("seconds", "words"), [(-5, "0 s"), (59, "59 s"), (60, "1 min"), (7200, "2 h"), (200000, "2 d")]
)
def test_short_ago(seconds: int, words: str) -> None:
    at = clock.now()
    assert clock.short_ago(at - timedelta(seconds=seconds), at) == words
