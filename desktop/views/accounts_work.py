"""What does the accounts screen ask of the rooms? Each function runs on a worker thread, in its own session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

from desktop.accounts import connecting, health
from desktop.accounts import rows as accounts
from desktop.accounts.connectors import Connectors
from desktop.accounts.rows import AccountRow
from desktop.errors import Refused
from desktop.models import Actor
from desktop.models.database import Database
from desktop.records import people
from desktop.vault import Vault
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.networks.mastodon_auth import Authorisation


@dataclass(frozen=True)
class BlueskySignIn:
    """What was typed to connect a Bluesky account."""

    server: str
    identifier: str
    app_password: str


class Wrong(Refused):
    """``field`` ("machine", "server", "password") is where the person can put it right."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


def rows(database: Database) -> list[AccountRow]:
    with database.reading() as session:
        return accounts.rows(session)


def owners(database: Database) -> list[tuple[int, str]]:
    """Return who can answer for an account: id and name."""
    with database.reading() as session:
        return [(row.id, row.name) for row in people.rows(session) if row.active]


def connect_by_browser(
    database: Database,
    vault: Vault,
    by: Actor,
    server: str,
    show_page: Callable[[str], object],
    came: Event,
) -> AccountRow:
    """Connect through the system browser. ``show_page`` hands the address to the interface thread;
    ``came`` is set by whoever gives up.
    """
    _require_keyring(vault)
    return connecting.connect_mastodon(database, vault, by, server=server, open_browser=show_page, came=came)


def begin_by_code(vault: Vault, by: Actor, server: str) -> Authorisation:
    _require_keyring(vault)
    return connecting.begin_mastodon(vault, by, server=server)


def finish_by_code(
    database: Database, vault: Vault, by: Actor, begun: Authorisation, code: str
) -> AccountRow:
    return connecting.finish_mastodon(database, vault, by, begun, code)


def connect_bluesky(database: Database, vault: Vault, by: Actor, typed: BlueskySignIn) -> AccountRow:
    """Connect with an app password. Raises ``Wrong`` with the field that is to be put right."""
    from desktop.networks.bluesky import ADDRESS_HINT
    from desktop.networks.bluesky_session import address

    _require_keyring(vault)
    try:
        address(typed.server)
    except Refused as refused:
        raise Wrong("server", refused.reason) from refused
    try:
        return connecting.connect_bluesky(
            database,
            vault,
            by,
            server=typed.server,
            identifier=typed.identifier,
            app_password=typed.app_password,
        )
    except Refused as refused:
        field = "server" if refused.reason.endswith(translate("Bluesky", ADDRESS_HINT)) else "password"
        raise Wrong(field, refused.reason) from refused


def check(database: Database, connectors: Connectors, account_id: int) -> AccountRow:
    return health.check(database, connectors, account_id)


def disconnect(database: Database, by: Actor, account_id: int) -> None:
    with database.session() as session:
        accounts.disconnect(session, by, account_id)


def give_to(database: Database, by: Actor, account_id: int, owner_id: int) -> None:
    with database.session() as session:
        accounts.give_to(session, by, account_id, owner_id)


def _require_keyring(vault: Vault) -> None:
    """See that the token can be kept, before anything is typed into a network."""
    try:
        vault.public_key()
    except Refused as refused:
        raise Wrong("machine", refused.reason) from refused
