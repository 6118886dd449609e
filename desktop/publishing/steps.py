"""At which steps may a process die? Named, so that a test can kill it at each of them.

``BLUELAMP_DIE_AT=after_send:2`` kills this process with SIGKILL the second time it passes that step.
"""

from __future__ import annotations

import os
import signal
from collections import Counter

STEPS = (
    "after_claim", "after_prepare", "after_attempt", "before_send", "after_send", "after_outcome",
    "after_fetch", "after_raw", "after_parse",
)  # fmt: skip

_where, _, _count = os.environ.get("BLUELAMP_DIE_AT", "").partition(":")
_passed: Counter[str] = Counter()


def fault_point(name: str) -> None:
    """Die here if the environment asks for it; otherwise do nothing."""
    if name != _where:
        return
    _passed[name] += 1
    if _passed[name] >= int(_count or 1):
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
