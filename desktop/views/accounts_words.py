"""In which words and tones is an account's state shown?"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop import clock
from desktop.accounts.rows import AccountRow
from desktop.models import AccountState
from desktop.networks.protocol import NetworkName

translate = QCoreApplication.translate


def network_name(network: NetworkName) -> str:
    """Return the network's own name; Mastodon's stands for all that speak its API."""
    return {NetworkName.MASTODON: "Mastodon", NetworkName.BLUESKY: "Bluesky"}[network]


def state_words(row: AccountRow, zone: str) -> str:
    """Say in a few words how the account stands."""
    if row.state is AccountState.DISCONNECTED:
        return translate("Accounts", "Disconnected")
    if row.sign_in_needed:
        return translate("Accounts", "Sign-in needed")
    if row.state is AccountState.BLIND:
        return translate("Accounts", "Blind since {time}").format(time=_time(row.trouble_since, zone))
    if row.trouble:
        return translate("Accounts", "Trouble since {time}").format(time=_time(row.trouble_since, zone))
    return translate("Accounts", "Connected")


def state_tone(row: AccountRow) -> str:
    if row.state is AccountState.DISCONNECTED:
        return "muted"
    if row.sign_in_needed or row.state is AccountState.BLIND:
        return "danger"
    return "warning" if row.trouble else "ok"


def what_it_means(row: AccountRow) -> str:
    """Say what a state other than well means and what to do; "" when all is well."""
    if row.state is AccountState.DISCONNECTED:
        return translate(
            "Accounts", "Nothing is read from it and nothing is published on it until it is connected again."
        )
    if row.sign_in_needed:
        return translate(
            "Accounts",
            "The network no longer accepts what Blue Lamp holds. What the public writes there is not seen. "
            "Connect it again.",
        )
    if row.state is AccountState.BLIND:
        return translate(
            "Accounts",
            "What the public writes there is not seen. Blue Lamp keeps trying; look at the account itself "
            "until it sees again.",
        )
    return ""


def complete_words(row: AccountRow, zone: str) -> str:
    if row.complete_to is None:
        return translate("Accounts", "Not read yet")
    return translate("Accounts", "Complete to {time}").format(time=_time(row.complete_to, zone))


def rate_words(row: AccountRow, zone: str) -> str:
    """Say how many requests the network still allows and when it counts anew."""
    if row.wait_until is not None and row.wait_until > clock.now():
        words = translate("Accounts", "Used up: the network asked to wait until {time}")
        return words.format(time=_time(row.wait_until, zone, seconds=True))
    if row.rate_remaining is None:
        return translate("Accounts", "The server does not say")
    left = translate("Accounts", "{number} requests left").format(number=f"{row.rate_remaining:,}")
    if row.rate_reset_at is None or row.rate_reset_at <= clock.now():
        return left
    again = translate("Accounts", "counted anew at {time}").format(time=_time(row.rate_reset_at, zone))
    return f"{left}, {again}"


def direct_words(row: AccountRow) -> str:
    if row.capabilities.direct_messages:
        return translate("Accounts", "Direct messages can be read and answered.")
    return translate("Accounts", "Direct messages cannot be read.")


def _time(at: datetime | None, zone: str, *, seconds: bool = False) -> str:
    """Word an instant: the time alone where it is today's."""
    if at is None:
        return "?"
    wall = clock.wall(at, zone)
    if wall.date() != clock.wall(clock.now(), zone).date():
        return clock.shown(at, zone, seconds=seconds)
    return f"{wall:%H:%M:%S}" if seconds else f"{wall:%H:%M}"
