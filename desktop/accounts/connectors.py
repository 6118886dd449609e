"""Which connector speaks for an account, and where do its renewed tokens go?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

import sqlalchemy as sa

from desktop.errors import Refused
from desktop.models import Account
from desktop.models.database import Database
from desktop.networks.protocol import Connector, Identity, NetworkName
from desktop.vault import Vault, seal
from desktop.words import translate

Make = Callable[["Access", float], Connector]


@dataclass(frozen=True)
class Access:
    """All that is needed to speak for one account. Never logged, never shown."""

    network: NetworkName
    server: str
    credentials: str
    identity: Identity


@dataclass
class _Open:
    token: bytes  # digest of the server and the sealed token it was made from
    connector: Connector
    renewed: str = ""  # the credentials last stored for it


class Connectors:
    """One open connector an account, shared by all threads; made anew when the stored token changes."""

    def __init__(
        self, database: Database, vault: Vault, timeout: float = 20.0, *, make: Make | None = None
    ) -> None:
        self._database = database
        self._vault = vault
        self._timeout = timeout
        self._make = make or connector_for
        self._lock = Lock()
        self._open: dict[int, _Open] = {}
        self._retired: list[Connector] = []  # another thread may still be inside one: closed at the end

    def get(self, account_id: int) -> Connector:
        """Return the account's connector.

        Raises ``Refused`` where the account has no token or this machine cannot open it.
        """
        account = self._stored(account_id)
        token = _digest(account)
        with self._lock:
            held = self._open.get(account_id)
            if held is not None and held.token == token:
                return held.connector
            connector = self._make(self._access(account), self._timeout)
            if held is not None:
                self._retired.append(held.connector)
            self._open[account_id] = _Open(token, connector)
            return connector

    def is_current(self, account_id: int, connector: Connector) -> bool:
        """Whether ``connector`` was made from the token that is stored now."""
        token = _digest(self._stored(account_id))
        with self._lock:
            held = self._open.get(account_id)
            return held is not None and held.connector is connector and held.token == token

    def saved(self, account_id: int) -> None:
        """Store the tokens that the connector renewed in use, if it did.

        A token that someone else stored meanwhile (the account was connected again) is left alone.
        """
        with self._lock:
            held = self._open.get(account_id)
        renewed = held.connector.credentials() if held is not None else None
        if held is None or not renewed or renewed == held.renewed:
            return
        with self._database.session() as session:
            account = session.get(Account, account_id)
            if account is None or _digest(account) != held.token:
                return
            account.sealed_token = seal(renewed, account.sealed_to)
            token = _digest(account)
        with self._lock:
            held.token, held.renewed = token, renewed

    def close(self) -> None:
        with self._lock:
            connectors = [*self._retired, *(held.connector for held in self._open.values())]
            self._retired, self._open = [], {}
        for connector in connectors:
            connector.close()

    def _stored(self, account_id: int) -> Account:
        with self._database.reading() as session:
            account = session.scalar(sa.select(Account).where(Account.id == account_id))
            if account is None:
                raise Refused(
                    translate(
                        "Accounts",
                        "This account is not in this workspace. Look at the list of accounts again.",
                    )
                )
            session.expunge(account)
            return account

    def _access(self, account: Account) -> Access:
        if not account.sealed_token:
            raise Refused(
                translate("Accounts", "{handle} is disconnected. Connect it again to use it.").format(
                    handle=account.handle
                )
            )
        identity = Identity(account.network_id, account.handle, account.name, account.url, account.realm)
        return Access(account.network, account.server, self._vault.open(account.sealed_token), identity)


def connector_for(access: Access, timeout: float) -> Connector:
    """Make the connector of the account's network. ``timeout`` in seconds."""
    if access.network is NetworkName.BLUESKY:
        from desktop.networks.bluesky import BlueskyConnector

        return BlueskyConnector(access.server, access.credentials, account=access.identity, timeout=timeout)
    from desktop.networks.mastodon import MastodonConnector

    return MastodonConnector(access.server, access.credentials, account=access.identity, timeout=timeout)


def _digest(account: Account) -> bytes:
    return hashlib.sha256(account.server.encode() + b"\n" + account.sealed_token).digest()
