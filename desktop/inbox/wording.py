"""In what words is the state of our own reply told? A stored reply is never called sent."""

from __future__ import annotations

from desktop.clock import shown
from desktop.models import Publication, PublicationState

S = PublicationState
IN_FLIGHT = (S.SCHEDULED, S.CLAIMED, S.SENDING, S.UNCONFIRMED)

_WORDS = {
    S.SCHEDULED: "Stored, not yet sent",
    S.CLAIMED: "Stored, about to be sent",
    S.SENDING: "Being sent",
    S.HELD: "Held, not sent",
    S.OVERDUE: "Not sent: its time has passed",
    S.UNCONFIRMED: "The network's answer was lost: being checked on the account",
    S.QUESTION: "Check the account: posted / not posted?",
    S.FAILED: "Not sent",
    S.CANCELLED: "Cancelled, not sent",
}


def state_words(publication: Publication, zone: str) -> str:
    """Word where a reply stands; times are local to ``zone``."""
    at = publication.published_at
    if publication.state is S.PUBLISHED:
        sent = f"Sent at {shown(at, zone)}" if at else "Sent"
        return f"{sent}, read back from the account" if publication.verified_at else sent
    if publication.state is S.WITHDRAWN:
        return f"Sent at {shown(at, zone)}, withdrawn since" if at else "Withdrawn"
    words = _WORDS[publication.state]
    if publication.state in (S.FAILED, S.SCHEDULED) and publication.reason:
        return f"{words}: {publication.reason}"
    return words
