"""What the tests of the publishing rooms do again and again: a second account, a state, a time on the wall."""

from __future__ import annotations

from datetime import timedelta

from desktop import clock
from desktop.accounts import rows as accounts
from desktop.models import Actor, Publication, PublicationState
from desktop.networks.mastodon import MastodonConnector
from desktop.networks.protocol import NetworkName
from desktop.publishing import approval, schedule
from desktop.publishing.schedule import PublicationRow
from desktop.vault import MemoryKeys, Vault
from tests.publishing.conftest import Desk

ZONE = "Europe/London"
S = PublicationState


def wall(**later: float) -> str:
    """Return the force's wall time after so many ``minutes`` or ``days``."""
    return clock.wall(clock.now() + timedelta(**later), ZONE).isoformat(timespec="minutes")


def second_account(desk: Desk) -> int:
    """Connect the force's Welsh account, which is never sent to: no key here opens its token."""
    credentials = desk.network.credentials("heddlu")
    connector = MastodonConnector(desk.network.url, credentials)
    health = connector.check()
    connector.close()
    key = Vault(keys=MemoryKeys()).public_key()
    with desk.database.session() as session:
        made = accounts.save(
            session,
            desk.people["admin"],
            health,
            NetworkName.MASTODON,
            desk.network.url,
            credentials,
            key,
        )
    return made.id


def put(desk: Desk, publication_id: int, state: PublicationState, **fields: object) -> None:
    """Put a publication where the engine would leave it."""
    with desk.database.session() as session:
        row = session.get_one(Publication, publication_id)
        row.state = state
        for name, value in fields.items():
            setattr(row, name, value)


def row_of(desk: Desk, publication_id: int) -> PublicationRow:
    with desk.database.reading() as session:
        return next(row for row in schedule.in_states(session, *S) if row.id == publication_id)


def states(desk: Desk, post_id: int) -> list[PublicationState]:
    """The states of a post's publications, the oldest first."""
    with desk.database.reading() as session:
        return [row.state for row in approval.publications(session, post_id)]


def hold(desk: Desk, by: Actor, reason: str = "Major incident") -> schedule.HoldResult:
    with desk.database.session() as session:
        return schedule.hold_all(session, by, reason)
