"""The sound of an alarm: a WAV of our own, played by whatever this computer has, and said if it has nothing."""

from __future__ import annotations

import array
import io
import sys
import wave
from pathlib import Path

import pytest

from desktop.errors import Unavailable
from desktop.views import alarm_sound

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows plays it without a program")


def samples(urgent: bool) -> array.array[int]:
    with wave.open(io.BytesIO(alarm_sound.sound(urgent))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, alarm_sound.RATE)
        return array.array("h", file.readframes(file.getnframes()))


def player(folder: Path, name: str, *, ends: int = 0) -> Path:
    """Install a program that keeps what it was told to play; return where."""
    kept = folder / f"{name}.kept"
    program = folder / name
    program.write_text(f'#!/bin/sh\nfor last; do :; done\necho "$last" > "{kept}"\nexit {ends}\n')
    program.chmod(0o755)
    return kept


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place that is the only one programs are found in."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_the_urgent_one_is_louder_and_longer() -> None:
    calm, urgent = samples(False), samples(True)
    assert max(urgent) > 1.5 * max(calm)
    assert len(urgent) > len(calm)
    assert max(urgent) < 32_767  # it never clips


def test_the_first_player_that_is_there_plays_it(programs: Path) -> None:
    kept = player(programs, "aplay")
    alarm_sound.play(4)
    assert kept.read_text().endswith("alarm.wav\n")


def test_a_player_that_fails_is_followed_by_the_next(programs: Path) -> None:
    player(programs, "paplay", ends=1)
    kept = player(programs, "aplay")
    alarm_sound.play(2)
    assert kept.read_text().endswith("alarm.wav\n")


def test_no_player_is_said(programs: Path) -> None:
    with pytest.raises(Unavailable, match="no program to play a sound"):
        alarm_sound.play(2)


def test_players_that_all_fail_are_said(programs: Path) -> None:
    player(programs, "aplay", ends=1)
    with pytest.raises(Unavailable, match="No sound came out"):
        alarm_sound.play(2)
