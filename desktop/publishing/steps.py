"""At which steps may a process die? Named, so that a test can kill it at each of them.

``BLUELAMP_DIE_AT=after_send:2`` kills this process with SIGKILL the second time it passes that step.
"""

from __future__ import annotations

import os
import signal
from collections import Counter
from functools import cache

STEPS = (
    "after_claim", "after_prepare", "after_attempt", "before_send", "after_send", "after_outcome",
    "after_fetch", "after_raw", "during_filing", "after_parse",
)  # fmt: skip

_passed: Counter[str] = Counter()


def fault_point(name: str) -> None:
    """Die here if the environment asks for it; otherwise do nothing."""
    where, count = _wanted()
    if name != where:
        return
    _passed[name] += 1
    if _passed[name] >= count:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


@cache
def _wanted() -> tuple[str, int]:
    where, _, count = os.environ.get("BLUELAMP_DIE_AT", "").partition(":")
    return where, int(count or 1)
