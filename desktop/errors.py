"""What can go wrong that is not our bug, in words that a user can act on.

Anything else that is raised is a bug of ours and is reported as one.
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum


class Refused(Exception):
    """A rule said no. ``reason`` is one sentence that says what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Doubt(Enum):
    """What is known of a write whose answer did not come."""

    NOT_DONE = "not_done"
    """The server never took the request (refused, throttled, no connection)."""
    CUT = "cut"
    """The connection broke after the request left: done or not, but decided by now."""
    STALLED = "stalled"
    """No answer in time: the server may still carry it out later."""


class Unavailable(Exception):
    """The network or a server did not do its part; it may be tried again.

    ``retry_at`` is the instant (UTC) from the network's own reset header, if it gave one.
    ``doubt`` says whether a write may have been carried out all the same.
    """

    def __init__(
        self, reason: str, *, retry_at: datetime | None = None, doubt: Doubt = Doubt.NOT_DONE
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_at = retry_at
        self.doubt = doubt


class SignInNeeded(Unavailable):
    """The account's token no longer works: a person must connect the account again."""


class Denied(Exception):
    """The network answered and said no, for good. ``reason`` is the network's own, worded."""

    def __init__(self, reason: str, *, code: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code
