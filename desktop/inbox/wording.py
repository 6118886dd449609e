"""In what words is the state of our own reply told? A stored reply is never called sent."""

from __future__ import annotations

from desktop.clock import shown
from desktop.models import Publication, PublicationState
from desktop.words import QT_TRANSLATE_NOOP, translate

S = PublicationState
IN_FLIGHT = (S.SCHEDULED, S.CLAIMED, S.SENDING, S.UNCONFIRMED)

_WORDS = {
    S.SCHEDULED: QT_TRANSLATE_NOOP("Reply", "Stored, not yet sent"),
    S.CLAIMED: QT_TRANSLATE_NOOP("Reply", "Stored, about to be sent"),
    S.SENDING: QT_TRANSLATE_NOOP("Reply", "Being sent"),
    S.HELD: QT_TRANSLATE_NOOP("Reply", "Held, not sent"),
    S.OVERDUE: QT_TRANSLATE_NOOP("Reply", "Not sent: its time has passed"),
    S.UNCONFIRMED: QT_TRANSLATE_NOOP("Reply", "The network's answer was lost: being checked on the account"),
    S.QUESTION: QT_TRANSLATE_NOOP("Reply", "Check the account: posted / not posted?"),
    S.FAILED: QT_TRANSLATE_NOOP("Reply", "Not sent"),
    S.CANCELLED: QT_TRANSLATE_NOOP("Reply", "Cancelled, not sent"),
}


def state_words(publication: Publication, zone: str) -> str:
    """Word where a reply stands; times are local to ``zone``."""
    at = publication.published_at
    if publication.state is S.PUBLISHED:
        return _sent_words(publication, zone)
    if publication.state is S.WITHDRAWN:
        if at is None:
            return translate("Reply", "Withdrawn")
        return translate("Reply", "Sent at {time}, withdrawn since").format(time=shown(at, zone))
    words = translate("Reply", _WORDS[publication.state])
    if publication.state in (S.FAILED, S.SCHEDULED) and publication.reason:
        return f"{words}: {publication.reason}"
    return words


def _sent_words(publication: Publication, zone: str) -> str:
    at = publication.published_at
    sent = translate("Reply", "Sent")
    if at is not None:
        sent = translate("Reply", "Sent at {time}").format(time=shown(at, zone))
    if publication.verified_at is None:
        return sent
    return translate("Reply", "{sent}, read back from the account").format(sent=sent)
