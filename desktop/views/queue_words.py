"""With which words are a publication's state, its time and each attempt at it told?"""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from desktop import clock
from desktop.models import Outcome, PublicationState, Purpose
from desktop.publishing.page import AttemptRow
from desktop.publishing.schedule import PublicationRow
from desktop.views.stages import state_name, state_tone

translate = QCoreApplication.translate
S = PublicationState
DAY = timedelta(days=1)


def title(row: PublicationRow) -> str:
    """Return what the post is called, or its first words."""
    if row.purpose is Purpose.REPLY:
        return translate("Queue", "Reply: {text}").format(text=row.text)
    return row.title or row.text or "…"


def place(row: PublicationRow) -> tuple[str, str]:
    """Return where it stands and in which tone: a removal that failed counts before "published"."""
    if row.withdraw_refused:
        return translate("Queue", "Not removed"), "danger"
    if row.state is S.PUBLISHED and row.withdraw_wanted:
        return translate("Queue", "Being removed"), "warning"
    return state_name(row.state), state_tone(row.state)


def countdown(due: datetime, at: datetime) -> str:
    """Word how long there is until ``due``, in the two largest units."""
    left = due - at
    if left <= timedelta():
        return translate("Queue", "now")
    seconds = int(left.total_seconds())
    if left < timedelta(minutes=2):
        return translate("Queue", "in {seconds} s").format(seconds=seconds)
    if left < timedelta(hours=1):
        return translate("Queue", "in {minutes} min").format(minutes=seconds // 60)
    if left < DAY:
        words = translate("Queue", "in {hours} h {minutes} min")
        return words.format(hours=seconds // 3600, minutes=seconds % 3600 // 60)
    return translate("Queue", "in {days} d {hours} h").format(
        days=seconds // 86400, hours=seconds % 86400 // 3600
    )


def when(row: PublicationRow, at: datetime, zone: str) -> str:
    """Word the time that matters for this publication, as it is at ``at``."""
    if row.published_at is not None and row.state in (S.PUBLISHED, S.WITHDRAWN):
        return clock.shown(row.published_at, zone)
    due = clock.shown(row.due_at, zone)
    if row.state in (S.SCHEDULED, S.HELD) and row.due_at > at:
        return f"{due}, {countdown(row.due_at, at)}"
    if row.state is S.SCHEDULED:
        return translate("Queue", "{due}, going out now").format(due=due)
    return translate("Queue", "was due {due}").format(due=due)


def standing(row: PublicationRow, zone: str) -> str:
    """Tell where it stands in a sentence: never "published" before the network's receipt."""
    if row.state is S.PUBLISHED:
        return _published(row, zone)
    due = clock.shown(row.due_at, zone)
    words = {
        S.SCHEDULED: translate("Queue", "Not sent yet. It goes out at {due}."),
        S.CLAIMED: translate("Queue", "It is being made ready. Nothing has been sent yet."),
        S.SENDING: translate("Queue", "It is being sent. The network has not confirmed it yet."),
        S.UNCONFIRMED: translate("Queue", "The network's answer was lost. The account is being read."),
        S.QUESTION: translate(
            "Queue", "It cannot be proved whether this is on the account. Look there, and say which it is."
        ),
        S.HELD: translate("Queue", "Held. It does not go out until it is released. It was to go at {due}."),
        S.OVERDUE: translate("Queue", "Not sent: it was to go at {due}. It waits for a new time."),
        S.FAILED: translate("Queue", "Not sent. It does not try again by itself."),
        S.CANCELLED: translate("Queue", "Cancelled. It was not sent, and never will be."),
        S.WITHDRAWN: translate("Queue", "Removed from the network. Our own record of it stays."),
    }
    return words[row.state].format(due=due)


def _published(row: PublicationRow, zone: str) -> str:
    at = clock.shown(row.published_at, zone, seconds=True) if row.published_at else "…"
    if row.withdraw_refused:
        words = translate(
            "Queue", "It was to be removed and is not: it may still be on the account, since {at}."
        )
        return words.format(at=at)
    if row.evidence.get("why") and row.verified_at is None:
        return translate("Queue", "Published: a person saw it on the account. It was sent at {at}.").format(
            at=at
        )
    if row.verified_at is None:
        return translate("Queue", "Accepted by the network at {at}. Not read back yet.").format(at=at)
    read = clock.shown(row.verified_at, zone, seconds=True)
    return translate(
        "Queue", "Accepted by the network at {at}, and read back from the account at {read}."
    ).format(at=at, read=read)


def attempt_words(attempt: AttemptRow, zone: str) -> str:
    """Tell one attempt: when, what was done, and what came of it."""
    acts = {
        "send": translate("Queue", "asked the network to publish it"),
        "look": translate("Queue", "read the account"),
        "withdraw": translate("Queue", "asked the network to remove it"),
    }
    outcomes = {
        Outcome.OPEN: translate("Queue", "no answer yet"),
        Outcome.SENT: translate("Queue", "the network confirmed it"),
        Outcome.REFUSED: translate("Queue", "the network said no"),
        Outcome.NOT_DONE: translate("Queue", "the network did not take it"),
        Outcome.UNKNOWN: translate("Queue", "no answer that proves anything"),
        Outcome.FOUND: translate("Queue", "it is there"),
        Outcome.ABSENT: translate("Queue", "it is not there"),
    }
    at = clock.shown(attempt.at, zone, seconds=True)
    if attempt.act == "look" and attempt.detail:
        return f"{at}: {attempt.detail}"  # it says what was read and what was there
    words = f"{at}: {acts[attempt.act]} - {outcomes[attempt.outcome]}."
    return f"{words} {attempt.detail}".strip()
