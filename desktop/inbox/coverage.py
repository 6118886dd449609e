"""Up to when has every account been read, so that nobody believes a silence that is our own?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.accounts import rows
from desktop.accounts.health import PATIENCE
from desktop.accounts.rows import AccountRow
from desktop.clock import now, wall
from desktop.models import AccountState
from desktop.records import settings
from desktop.words import dated, translate


@dataclass(frozen=True)
class Coverage:
    account: AccountRow
    complete_to: datetime | None  # everything the network had by then is stored
    blind: bool
    words: str


def coverage(session: Session) -> list[Coverage]:
    """Return how far each account in use has been read, in words for the screen."""
    zone = settings.read(session).zone
    in_use = [one for one in rows.rows(session) if one.state is not AccountState.DISCONNECTED]
    return [_coverage(account, zone) for account in in_use]


def _coverage(account: AccountRow, zone: str) -> Coverage:
    stale = account.complete_to is None or now() - account.complete_to > PATIENCE
    blind = account.state is AccountState.BLIND or (stale and account.complete_to is not None)
    return Coverage(account, account.complete_to, blind, _words(account, blind, zone))


def _words(account: AccountRow, blind: bool, zone: str) -> str:
    if account.complete_to is None:
        complete = translate("Coverage", "It has not been read yet")
    else:
        complete = translate("Coverage", "Complete to {time}").format(time=_time(account.complete_to, zone))
    if blind:
        why = account.trouble or translate(
            "Coverage", "Nothing is reading it: start the Blue Lamp that collects."
        )
        return translate(
            "Coverage", "{handle} is blind. {complete}; what came since is not shown here. {why}"
        ).format(handle=account.handle, complete=complete, why=why)
    return f"{complete}. {account.trouble}".strip() if account.trouble else complete


def _time(at: datetime, zone: str) -> str:
    """Word a time of today by its clock alone, any other with its date."""
    local = wall(at, zone)
    return dated(local, "%H:%M" if local.date() == wall(now(), zone).date() else "%d %b %H:%M")
