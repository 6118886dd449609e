"""What goes wrong on the practice network, when somebody asks for it?

lose-response   the server does the work; the connection is cut in place of the answer
lose-request    the connection is cut before the server sees the request
status          the server is not asked; `status`, `headers`, `body` (or, as it stands, `text`) go out
garbage         the server does the work; a proxy's page goes out in place of its answer
slow            a status takes `ms` to be made; its Idempotency-Key is remembered only after that
throttle        429 with a reset `ms` from now
delay           the server sees the request `ms` late
stall           the server does the work at once; the answer comes `ms` late
"""

from __future__ import annotations

import threading
from typing import Any

MODES = ("lose-response", "lose-request", "status", "garbage", "throttle", "delay", "stall", "slow")
PAGE = "<!doctype html><title>Sign in to the network</title><p>Please accept the terms of use."


class Faults:
    """Armed faults, each for the next ``times`` requests whose path contains ``match``."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._armed: list[dict[str, Any]] = []

    def arm(self, fault: dict[str, Any]) -> None:
        """Arm one: ``mode``, and optionally match, method, times, ms, status, headers, body."""
        if fault.get("mode") not in MODES:
            raise ValueError(f"mode is one of: {', '.join(MODES)}")
        with self._lock:
            self._armed.append({"match": "", "times": 1, "ms": 5000, **fault, "hits": 0})

    def armed(self) -> list[dict[str, Any]]:
        with self._lock:
            return [dict(fault) for fault in self._armed]

    def clear(self) -> None:
        with self._lock:
            self._armed.clear()

    def take(self, method: str, path: str) -> dict[str, Any] | None:
        with self._lock:
            for fault in self._armed:
                fits = fault["match"] in path and fault.get("method", method) == method
                if fits and fault["hits"] < fault["times"]:
                    fault["hits"] += 1
                    return fault
        return None
