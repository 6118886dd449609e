"""Can each account be read and written, and is what is wrong a blip or for a person to mend?

An account is blind when it cannot be read: at once where its token was revoked, else after
``READS_FAILED`` failed reads in a row or ``PATIENCE`` of trouble, whichever comes first.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.accounts import rows
from desktop.accounts.connectors import Connectors
from desktop.clock import now
from desktop.errors import Denied, Refused, SignInNeeded, Unavailable
from desktop.models import Account, AccountState
from desktop.models.database import Database
from desktop.networks.protocol import Health, RateLimit
from desktop.records import audit
from desktop.words import translate

log = logging.getLogger(__name__)

READS_FAILED = 3
PATIENCE = timedelta(minutes=2)
CHECK_EVERY = timedelta(minutes=15)
CHECK_AGAIN = timedelta(minutes=1)  # while it is in trouble

Fault = Unavailable | Denied | Refused


def check(database: Database, connectors: Connectors, account_id: int) -> rows.AccountRow:
    """Exercise the account's permissions now, and store and return how it stands."""
    try:
        health = _exercise(connectors, account_id)
    except Exception as error:  # whatever one account's server answers must not stop the check of the others
        fault = _fault(error)
        with database.session() as session:
            account = rows.get(session, account_id)
            account.checked_at = now()
            failed(session, account, fault)
            return rows.one(session, account_id)
    with database.session() as session:
        account = rows.get(session, account_id)
        if health.identity.network_id != account.network_id:
            failed(session, account, SignInNeeded(_another(account, health)))
        else:
            rows.describe(account, health)
            worked(session, account)
        return rows.one(session, account_id)


def check_all(database: Database, connectors: Connectors) -> int:
    """Check every account that is due for it; return how many were."""
    due = [account_id for account_id, at in _schedule(database) if at <= now()]
    for account_id in due:
        check(database, connectors, account_id)
    return len(due)


def worked(session: Session, account: Account, rate: RateLimit | None = None) -> None:
    """Note that the account was read; clears its trouble."""
    if rate is not None:
        account.rate_remaining, account.rate_reset_at = rate.remaining, rate.reset_at
    if account.state is AccountState.DISCONNECTED:
        return
    if account.state is AccountState.BLIND:
        audit.append(session, "engine", "account.sees_again", f"account:{account.id}", handle=account.handle)
    rows.well(account)


def failed(session: Session, account: Account, fault: Fault, *, in_a_row: int = 1) -> None:
    """Note that the account could not be read; it is blind once that is more than a blip.

    ``in_a_row`` counts the failed reads, this one included.
    """
    if account.state is AccountState.DISCONNECTED or _read_elsewhere(account, fault):
        return
    account.trouble = fault.reason
    account.trouble_since = account.trouble_since or now()
    if isinstance(fault, SignInNeeded):
        account.sign_in_needed = True
    if isinstance(fault, Unavailable) and fault.retry_at is not None:
        account.wait_until = fault.retry_at
    if account.sign_in_needed or in_a_row >= READS_FAILED:
        _blind(session, account)
    else:
        lasting(session, account)


def lasting(session: Session, account: Account) -> None:
    """Mark the account blind if its trouble has lasted too long to be a blip."""
    if account.trouble_since is not None and now() - account.trouble_since > PATIENCE:
        _blind(session, account)


def _blind(session: Session, account: Account) -> None:
    if account.state is AccountState.BLIND:
        return
    account.state = AccountState.BLIND
    audit.append(
        session,
        "engine",
        "account.blind",
        f"account:{account.id}",
        handle=account.handle,
        why=account.trouble,
        complete_to=account.complete_to,
    )


def _exercise(connectors: Connectors, account_id: int) -> Health:
    connector = connectors.get(account_id)
    try:
        return connector.check()
    except SignInNeeded:
        if connectors.is_current(account_id, connector):
            raise
        # Another process renewed the token, or a person connected the account again: that one counts.
        return connectors.get(account_id).check()
    finally:
        connectors.saved(account_id)


def _fault(error: Exception) -> Fault:
    if isinstance(error, Unavailable | Denied | Refused):
        return error
    log.error("checking an account failed", exc_info=error)
    return Unavailable(
        translate("Accounts", "Its server's answer makes no sense ({fault}).").format(
            fault=type(error).__name__
        )
    )


def _read_elsewhere(account: Account, fault: Fault) -> bool:
    """Whether only this machine cannot read the account: it has no key, but another reads it."""
    recently = account.complete_to is not None and now() - account.complete_to < PATIENCE
    return isinstance(fault, Refused) and recently


def _another(account: Account, health: Health) -> str:
    return translate(
        "Accounts", "The token stored for {handle} speaks for {other}. Connect {handle} again."
    ).format(handle=account.handle, other=health.identity.handle)


def _schedule(database: Database) -> list[tuple[int, datetime]]:
    """Return each account in use with the instant at which it is due for a check."""
    with database.reading() as session:
        accounts = session.scalars(sa.select(Account).where(Account.state != AccountState.DISCONNECTED))
        return [(account.id, _due(account)) for account in accounts]


def _due(account: Account) -> datetime:
    if account.checked_at is None:
        return now()
    after = account.checked_at + (CHECK_AGAIN if account.trouble else CHECK_EVERY)
    return max(after, account.wait_until) if account.wait_until else after
