"""What has this force settled for itself: names, numbers, timers, routes?

Nothing that differs between forces is fixed in the program; the defaults are those of the domain notes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.errors import Refused
from desktop.models import Act, Actor, Setting
from desktop.records import audit
from desktop.vault import seal
from desktop.words import QT_TRANSLATE_NOOP, translate

OUT_OF_HOURS = (
    "This account is not monitored 24/7. In danger now? Call 999 (text 999 if you have registered, "
    "Relay UK 18000, 999 BSL). Otherwise call 101."
)
NO_SECRET = QT_TRANSLATE_NOOP("Settings", "Enter the secret that signs what is sent to the webhook.")
LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_ADDRESS = re.compile(r"[^@\s<>,;\"]+@[^@\s<>,;\"]+")


@dataclass(frozen=True)
class MailRoute:
    """How a handover reaches the contact centre by mail. Without ``starttls`` the port speaks TLS at once."""

    host: str
    port: int
    sender: str
    recipient: str
    username: str = ""
    sealed_password: str = ""  # hex; made by ``sealed``
    starttls: bool = True
    ca_file: str = ""  # PEM; "" trusts what the machine trusts


@dataclass(frozen=True)
class WebhookRoute:
    """How a handover reaches the contact centre's own system. ``{id}`` in ``ack_url`` is the correlation id."""

    url: str
    sealed_secret: str = ""  # hex; made by ``sealed``
    ack_url: str = ""  # asked for the acknowledgement; "" where the answer itself carries it


@dataclass(frozen=True)
class ForceSettings:
    """Times in seconds."""

    force_name: str = ""
    control_room_phone: str = ""
    zone: str = "Europe/London"
    unseen_seconds: int = 60
    undelivered_seconds: int = 30
    unaccepted_seconds: int = 120
    inspector_seconds: int = 180
    lease_seconds: int = 900  # how long a conversation stays with its owner
    idle_lock_seconds: int = 900
    mail: MailRoute | None = None
    webhook: WebhookRoute | None = None
    out_of_hours: str = OUT_OF_HOURS
    grades: tuple[str, ...] = ("Immediate", "Priority", "Scheduled", "Resolution without deployment")
    reference_pattern: str = ""  # a regular expression an incident reference must match; "" checks loosely


def read(session: Session) -> ForceSettings:
    """Return the force's settings, with the defaults for what it has not settled."""
    known = {field.name for field in fields(ForceSettings)}
    stored = {row.name: row.value for row in session.scalars(sa.select(Setting)) if row.name in known}
    return ForceSettings(**{name: _LOAD.get(name, _same)(value) for name, value in stored.items()})


def change(session: Session, *, by: Actor, **changes: Any) -> ForceSettings:
    """Settle each of ``changes`` anew; return all settings.

    A route given without its secret keeps the stored one, as long as it leads to the same place.
    Raises ``Refused`` for a value that cannot be right.
    """
    by.require(Act.MANAGE)
    before = read(session)
    after = _with_kept_secrets(before, replace(before, **changes))
    _check(after)
    changed = [
        field.name for field in fields(after) if getattr(before, field.name) != getattr(after, field.name)
    ]
    for name in changed:
        session.merge(Setting(name=name, value=_stored(getattr(after, name))))
        audit.append(
            session,
            by,
            "settings.change",
            f"setting:{name}",
            was=_told(getattr(before, name)),
            now=_told(getattr(after, name)),
        )
    return after


def problems(session: Session, **changes: Any) -> dict[str, str]:
    """Return what cannot be right about each of ``changes``, by its name; the times are judged together."""
    before = read(session)
    times = {name: value for name, value in changes.items() if name.endswith("_seconds")}
    apart = {name: {name: value} for name, value in changes.items() if name not in times}
    found = {}
    for name, some in (apart | ({"inspector_seconds": times} if times else {})).items():
        try:
            _check(_with_kept_secrets(before, replace(before, **some)))
        except Refused as refused:
            found[name] = refused.reason
    return found


def sealed(secret: str, public_key: str) -> str:
    """Return ``secret`` as it may be stored: sealed to the publisher's ``public_key``, in hex; "" for none."""
    return seal(secret, public_key).hex() if secret else ""


def _same(value: Any) -> Any:
    return value


_LOAD: dict[str, Callable[[Any], Any]] = {
    "mail": lambda value: MailRoute(**value) if value else None,
    "webhook": lambda value: WebhookRoute(**value) if value else None,
    "grades": tuple,
}


def _stored(value: Any) -> Any:
    if isinstance(value, MailRoute | WebhookRoute):
        return asdict(value)
    return list(value) if isinstance(value, tuple) else value


def _told(value: Any) -> Any:
    """What the audit may hold: never a secret, not even sealed."""
    if isinstance(value, MailRoute | WebhookRoute):
        return {name: kept for name, kept in asdict(value).items() if not name.startswith("sealed_")}
    return _stored(value)


def _with_kept_secrets(before: ForceSettings, after: ForceSettings) -> ForceSettings:
    mail, old_mail = after.mail, before.mail
    if mail and old_mail and not mail.sealed_password and _place(mail) == _place(old_mail):
        mail = replace(mail, sealed_password=old_mail.sealed_password)
    hook, old_hook = after.webhook, before.webhook
    if hook and old_hook and not hook.sealed_secret and hook.url == old_hook.url:
        hook = replace(hook, sealed_secret=old_hook.sealed_secret)
    return replace(after, mail=mail, webhook=hook)


def _place(mail: MailRoute) -> tuple[str, str]:
    return mail.host, mail.username


def _check(settings: ForceSettings) -> None:
    if settings.control_room_phone and not any(c.isdigit() for c in settings.control_room_phone):
        raise Refused(
            translate(
                "Settings",
                "Enter the phone number of the control room: it is shown when a life may be at risk.",
            )
        )
    try:
        ZoneInfo(settings.zone)
    except (KeyError, ValueError, OSError) as error:
        raise Refused(
            translate("Settings", "{zone!r} is not a time zone. Enter one such as Europe/London.").format(
                zone=settings.zone
            )
        ) from error
    _check_timers(settings)
    if not settings.grades or any(not grade.strip() for grade in settings.grades):
        raise Refused(translate("Settings", "Name at least one grade, and leave none empty."))
    try:
        re.compile(settings.reference_pattern)
    except re.error as error:
        raise Refused(
            translate(
                "Settings", "The pattern for incident references cannot be read: {error}. Correct it."
            ).format(error=error)
        ) from error
    if settings.mail:
        _check_mail(settings.mail)
    if settings.webhook:
        _check_webhook(settings.webhook)


def _check_timers(settings: ForceSettings) -> None:
    for field in fields(settings):
        value = getattr(settings, field.name)
        if field.name.endswith("_seconds") and (not isinstance(value, int) or not 5 <= value <= 86_400):
            words = field.name.removesuffix("_seconds").replace("_", " ")
            raise Refused(
                translate("Settings", "The time for “{words}” must be between 5 and 86,400 seconds.").format(
                    words=words
                )
            )
    if settings.inspector_seconds < settings.unaccepted_seconds:
        raise Refused(
            translate(
                "Settings", "The duty inspector is told after the phone prompt: choose a longer time for it."
            )
        )


def _check_mail(mail: MailRoute) -> None:
    if not mail.host.strip() or not 0 < mail.port < 65_536:
        raise Refused(translate("Settings", "Enter the mail server's name and its port (usually 587)."))
    for address in (mail.sender, mail.recipient):
        if not _ADDRESS.fullmatch(address) or not address.isascii():
            raise Refused(
                translate(
                    "Settings",
                    "{address!r} is not a mail address. Enter one such as control@force.police.uk.",
                ).format(address=address)
            )


def _check_webhook(hook: WebhookRoute) -> None:
    for url in filter(None, (hook.url, hook.ack_url)):
        try:
            parts = urlsplit(url)
            secure = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
        except ValueError:
            secure = False
        if not secure or not parts.hostname:
            raise Refused(
                translate(
                    "Settings", "{url!r} cannot be used: enter an address that begins with https://."
                ).format(url=url)
            )
    if not hook.url:
        raise Refused(translate("Settings", "Enter the webhook's address, or remove the webhook."))
    if not hook.sealed_secret:
        raise Refused(translate("Settings", NO_SECRET))
