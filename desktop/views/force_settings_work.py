"""What does the settings screen ask of the rooms? Each function runs on a worker thread, in its own session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import available_timezones

from desktop.contact_centre import mail, webhook
from desktop.errors import Refused
from desktop.models import Actor
from desktop.models.database import Database
from desktop.records import settings
from desktop.records.settings import ForceSettings, MailRoute, WebhookRoute
from desktop.vault import Vault
from desktop.words import translate


@dataclass(frozen=True)
class Secrets:
    """What was typed into the secret fields: "" keeps what is stored. Never shown, never logged."""

    mail: str = ""
    webhook: str = ""


class Wrong(Refused):
    """``problems`` says what is wrong, by the setting's name."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = problems


def read(database: Database) -> tuple[ForceSettings, list[str]]:
    """Return the settings and the zones there are."""
    with database.reading() as session:
        return settings.read(session), sorted(zone for zone in available_timezones() if "/" in zone)


def save(
    database: Database, vault: Vault, by: Actor, changes: Mapping[str, Any], secrets: Secrets
) -> ForceSettings:
    """Settle ``changes`` anew, all or none. Raises ``Wrong`` with what is to be put right."""
    changes = _sealed(vault, changes, secrets)
    with database.session() as session:
        wrong = settings.problems(session, **changes)
        if wrong:
            raise Wrong(wrong)
        return settings.change(session, by=by, **changes)


def check_mail(database: Database, vault: Vault, route: MailRoute, password: str) -> str:
    """Connect, secure and sign in as the fields say, sending nothing; return what was found."""
    with database.reading() as session:
        stored = settings.read(session).mail
    kept = stored.sealed_password if stored and _same_place(stored, route) else ""
    return _guarded("mail", lambda: mail.check(route, password or _opened(vault, kept)))


def check_webhook(route: WebhookRoute) -> str:
    """See that the webhook's server answers, sending nothing."""
    return _guarded("webhook", lambda: webhook.check(route))


def _same_place(stored: MailRoute, route: MailRoute) -> bool:
    return (stored.host, stored.username) == (route.host, route.username)


def _guarded(name: str, check: Callable[[], str]) -> str:
    try:
        return check()
    except ValueError as error:
        # Neither a host nor an address: the library's own word for it.
        raise Wrong(
            {
                name: translate("Settings", "The address cannot be used ({error}). Correct it.").format(
                    error=error
                )
            }
        ) from error


def _opened(vault: Vault, sealed: str) -> str:
    return vault.open(bytes.fromhex(sealed)) if sealed else ""


def _sealed(vault: Vault, changes: Mapping[str, Any], secrets: Secrets) -> dict[str, Any]:
    """Seal what was typed to the publisher's key, with a sentence beside the route where that cannot be."""
    found = dict(changes)
    try:
        if secrets.mail and found.get("mail"):
            sealed = settings.sealed(secrets.mail, vault.public_key())
            found["mail"] = replace(found["mail"], sealed_password=sealed)
        if secrets.webhook and found.get("webhook"):
            sealed = settings.sealed(secrets.webhook, vault.public_key())
            found["webhook"] = replace(found["webhook"], sealed_secret=sealed)
    except Refused as refused:
        raise Wrong({"mail secret" if secrets.mail else "webhook secret": refused.reason}) from refused
    return found
