"""How does a person connect an account: by the network's own sign-in, sealed before it is stored?

The network calls are made outside any session; run them off the interface thread.
"""

from __future__ import annotations

from desktop.accounts import rows
from desktop.accounts.rows import AccountRow
from desktop.models import Act, Actor
from desktop.models.database import Database
from desktop.networks.protocol import Health, NetworkName
from desktop.vault import Vault


def connect_bluesky(
    database: Database, vault: Vault, by: Actor, *, server: str, identifier: str, app_password: str
) -> AccountRow:
    """Sign in with an app password and store the account.

    Raises ``Refused`` for what the person can put right, a machine without a keyring included.
    """
    from desktop.networks import bluesky
    from desktop.networks.bluesky_session import address

    by.require(Act.MANAGE)
    public_key = vault.public_key()  # first: without a keyring, no password goes anywhere
    credentials, health = bluesky.sign_in(server, identifier, app_password)
    return store(database, by, health, NetworkName.BLUESKY, address(server), credentials, public_key)


def store(
    database: Database,
    by: Actor,
    health: Health,
    network: NetworkName,
    server: str,
    credentials: str,
    public_key: str,
) -> AccountRow:
    """Seal and store what a sign-in gave."""
    with database.session() as session:
        return rows.save(session, by, health, network, server, credentials, public_key)
