"""Which accounts does the force have, and how is one stored, shown and given up?"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.clock import now
from desktop.errors import Refused
from desktop.models import Account, AccountState, Act, Actor, Person, Role
from desktop.models.base import Json
from desktop.networks.protocol import Capabilities, Health, NetworkName
from desktop.records import audit
from desktop.vault import seal
from desktop.words import translate


@dataclass(frozen=True)
class AccountRow:
    id: int
    network: NetworkName
    server: str
    handle: str
    name: str
    url: str
    state: AccountState
    complete_to: datetime | None
    checked_at: datetime | None
    trouble: str
    trouble_since: datetime | None
    sign_in_needed: bool
    wait_until: datetime | None
    rate_remaining: int | None
    rate_reset_at: datetime | None
    capabilities: Capabilities
    owner_id: int | None
    owner_name: str


def rows(session: Session) -> list[AccountRow]:
    """Return every account, connected or not, by network and handle."""
    query = _query().order_by(Account.network, Account.handle)
    return [_row(account, owner) for account, owner in session.execute(query)]


def one(session: Session, account_id: int) -> AccountRow:
    """Return one account; raises ``Refused`` where there is none."""
    found = session.execute(_query().where(Account.id == account_id)).first()
    if found is None:
        raise Refused(
            translate(
                "Accounts", "This account is not in this workspace. Look at the list of accounts again."
            )
        )
    return _row(*found)


def save(
    session: Session,
    by: Actor,
    health: Health,
    network: NetworkName,
    server: str,
    credentials: str,
    public_key: str,
) -> AccountRow:
    """Store a connected account; connecting one again renews its token and clears its trouble.

    ``credentials`` are sealed to ``public_key`` (hex). Raises ``Refused`` for empty credentials: nothing
    is overwritten by them.
    """
    if by.role is not Role.SERVICE:  # which cannot sign in: it connects the practice accounts
        by.require(Act.MANAGE)
    if not credentials.strip():
        raise Refused(
            translate(
                "Accounts", "The network gave no token, so nothing was changed. Connect the account again."
            )
        )
    account = session.scalar(
        sa.select(Account).where(
            Account.network == network,
            Account.realm == health.identity.realm,
            Account.network_id == health.identity.network_id,
        )
    )
    again = account is not None
    if account is None:
        account = Account(
            network=network,
            realm=health.identity.realm,
            network_id=health.identity.network_id,
            owner_id=by.id,
            connected_at=now(),
            cursor="",
        )
        session.add(account)
    account.server = server
    account.sealed_token, account.sealed_to = seal(credentials, public_key), public_key
    describe(account, health)
    well(account)
    session.flush()
    action = "account.reconnect" if again else "account.connect"
    audit.append(session, by, action, f"account:{account.id}", network=network, handle=account.handle)
    return one(session, account.id)


def disconnect(session: Session, by: Actor, account_id: int) -> None:
    """Stop using an account and forget its token; what it brought stays stored."""
    by.require(Act.MANAGE)
    account = get(session, account_id)
    account.state = AccountState.DISCONNECTED
    account.sealed_token = b""
    account.trouble, account.trouble_since, account.sign_in_needed = "", None, False
    audit.append(session, by, "account.disconnect", f"account:{account_id}", handle=account.handle)


def give_to(session: Session, by: Actor, account_id: int, owner_id: int) -> None:
    """Name the person who answers for an account."""
    by.require(Act.MANAGE)
    account = get(session, account_id)
    owner = session.get(Person, owner_id)
    if owner is None or not owner.active:
        raise Refused(translate("Accounts", "Choose an owner who is active in this workspace."))
    account.owner_id = owner_id
    audit.append(session, by, "account.owner", f"account:{account_id}", owner=owner.username)


def get(session: Session, account_id: int) -> Account:
    """Return the stored account; raises ``Refused`` where there is none. It must not leave the session."""
    account = session.get(Account, account_id)
    if account is None:
        raise Refused(
            translate(
                "Accounts", "This account is not in this workspace. Look at the list of accounts again."
            )
        )
    return account


def describe(account: Account, health: Health) -> None:
    """Take over what the network says of the account and of its server."""
    account.handle, account.name = health.identity.handle, health.identity.name
    account.url = health.identity.url
    account.capabilities = asdict(health.capabilities)
    account.rate_remaining, account.rate_reset_at = health.rate.remaining, health.rate.reset_at
    account.checked_at = now()


def well(account: Account) -> None:
    """Clear what was wrong."""
    account.state = AccountState.CONNECTED
    account.trouble, account.trouble_since = "", None
    account.sign_in_needed, account.wait_until = False, None


def capabilities(stored: Json) -> Capabilities:
    """Read capabilities back from what ``describe`` stored."""
    fields = dict(stored)
    for name in ("image_types", "notes"):
        fields[name] = tuple(fields.get(name, ()))
    return Capabilities(**fields | {"network": NetworkName(fields["network"])})


def _query() -> sa.Select[tuple[Account, str]]:
    return sa.select(Account, Person.name).outerjoin(Person, Person.id == Account.owner_id)


def _row(account: Account, owner_name: str | None) -> AccountRow:
    return AccountRow(
        id=account.id,
        network=account.network,
        server=account.server,
        handle=account.handle,
        name=account.name,
        url=account.url,
        state=account.state,
        complete_to=account.complete_to,
        checked_at=account.checked_at,
        trouble=account.trouble,
        trouble_since=account.trouble_since,
        sign_in_needed=account.sign_in_needed,
        wait_until=account.wait_until,
        rate_remaining=account.rate_remaining,
        rate_reset_at=account.rate_reset_at,
        capabilities=capabilities(account.capabilities),
        owner_id=account.owner_id,
        owner_name=owner_name or "",
    )
