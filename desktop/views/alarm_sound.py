"""How does an alarm sound, and what if this computer cannot play it?

The samples are made here. Playing waits for the sound to end: it belongs on a worker thread.
"""

from __future__ import annotations

import array
import io
import math
import shutil
import subprocess
import sys
import tempfile
import wave
from functools import cache
from pathlib import Path

from desktop.errors import Unavailable
from desktop.words import QT_TRANSLATE_NOOP, translate

RATE = 22_050  # samples a second
LONGEST = 8.0  # seconds that a player may take
EDGE = 0.008  # seconds in which a tone swells and fades, so that it does not click
# (Hz, seconds); 0 Hz is silence. Both lie where hearing and small speakers are best.
CALM = ((880.0, 0.22), (0.0, 0.10), (660.0, 0.30))
URGENT = ((1175.0, 0.16), (880.0, 0.16), (0.0, 0.06)) * 4
LOUDNESS = {False: 0.45, True: 0.95}
NOTHING_HEARD = QT_TRANSLATE_NOOP(
    "AlarmSound", "No sound came out: check the loudspeaker and the sound settings."
)
PLAYERS = (("paplay",), ("pw-play",), ("aplay", "-q"), ("afplay",))


def play(level: int) -> None:
    """Play the sound of an alarm of ``level``; raises ``Unavailable`` where no sound can be played."""
    if sys.platform == "win32":
        import winsound

        try:
            winsound.PlaySound(sound(level >= 3), winsound.SND_MEMORY)
        except RuntimeError as error:
            raise Unavailable(translate("AlarmSound", NOTHING_HEARD)) from error
    else:
        _play_by_program(level)


@cache
def sound(urgent: bool) -> bytes:
    """Return a sound as a WAV file: two falling tones, or four loud alternating pairs."""
    samples = array.array("h")
    for pitch, seconds in URGENT if urgent else CALM:
        samples.extend(_tone(pitch, seconds, LOUDNESS[urgent]))
    if sys.byteorder == "big":
        samples.byteswap()
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return held.getvalue()


def _tone(pitch: float, seconds: float, loudness: float) -> list[int]:
    count = int(RATE * seconds)
    edge = RATE * EDGE
    found = []
    for at in range(count):
        swell = min(1.0, at / edge, (count - at) / edge)
        turn = 2 * math.pi * pitch * at / RATE
        # The third harmonic lets it be heard through a small speaker and by an ear that has lost its highs.
        found.append(int(32_767 * loudness * swell * (0.75 * math.sin(turn) + 0.25 * math.sin(3 * turn))))
    return found


def _play_by_program(level: int) -> None:
    programs = [(path, *rest) for name, *rest in PLAYERS if (path := shutil.which(name))]
    if not programs:
        raise Unavailable(
            translate(
                "AlarmSound",
                "This computer has no program to play a sound (paplay, pw-play or aplay). Install one of them.",
            )
        )
    with tempfile.TemporaryDirectory(prefix="bluelamp-") as folder:
        file = Path(folder, "alarm.wav")
        file.write_bytes(sound(level >= 3))
        if not any(_played(program, file) for program in programs):
            raise Unavailable(translate("AlarmSound", NOTHING_HEARD))


def _played(program: tuple[str, ...], file: Path) -> bool:
    try:
        done = subprocess.run([*program, str(file)], capture_output=True, timeout=LONGEST, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
