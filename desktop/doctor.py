"""What is set up here, what is reachable, what is wrong, and what is to be done about it?"""

from __future__ import annotations

import json as json_text
import os
import shutil
import sqlite3
import ssl
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import sqlalchemy as sa

from desktop import __version__
from desktop.accounts import rows as accounts
from desktop.accounts.connectors import Connectors
from desktop.accounts.rows import AccountRow
from desktop.clock import now, short_ago, shown
from desktop.contact_centre import alarms, mail, webhook
from desktop.errors import Denied, Refused, Unavailable
from desktop.models import AccountState, Engine, schema
from desktop.models.database import Database
from desktop.networks import http
from desktop.records import audit, settings
from desktop.records.settings import ForceSettings
from desktop.vault import Vault, keyring_trouble

LEAST_FREE = 200 * 1024 * 1024  # bytes
MOST_SKEW = timedelta(seconds=30)
BEAT = timedelta(seconds=60)


@dataclass(frozen=True)
class Finding:
    """``ok`` is None for what is neither right nor wrong: not set up, not asked."""

    name: str
    ok: bool | None
    words: str
    what_to_do: str = ""


Check = Callable[[], Iterator[Finding]]


def run(
    *,
    database: Database | None,
    vault: Vault,
    connectors: Connectors,
    data_dir: Path,
    online: bool = True,
    json: bool = False,
) -> int:
    """Print what was found; return 0 when nothing is wrong, else 1."""
    findings = examine(database, vault, connectors, data_dir, online=online)
    print(as_json(findings) if json else as_text(findings))
    return 1 if any(finding.ok is False for finding in findings) else 0


def examine(
    database: Database | None, vault: Vault, connectors: Connectors, data_dir: Path, *, online: bool
) -> list[Finding]:
    """Look at everything in turn; a check that fails does not keep the others from running."""
    checks: list[tuple[str, Check]] = [
        ("program", _program),
        ("data folder", lambda: _folder(data_dir)),
        ("keyring", _keyring),
        ("certificates", _certificates),
    ]
    findings = [found for name, check in checks for found in _guarded(name, check)]
    stored = list(_guarded("database", lambda: _database(database)))
    findings += stored
    if database is not None and all(finding.ok for finding in stored):
        findings += _of_the_force(database, vault, connectors, online)
    return findings


def as_text(findings: Sequence[Finding]) -> str:
    """One line a finding, and under what is wrong what to do."""
    marks = {True: "ok   ", False: "WRONG", None: "-    "}
    lines = []
    for finding in findings:
        lines.append(f"{marks[finding.ok]}  {finding.name}: {finding.words}")
        if finding.what_to_do:
            lines.append(f"       > {finding.what_to_do}")
    wrong = sum(finding.ok is False for finding in findings)
    lines.append("")
    lines.append(f"{wrong} wrong of {len(findings)} looked at." if wrong else "Nothing is wrong.")
    return "\n".join(lines)


def as_json(findings: Sequence[Finding]) -> str:
    """The same for machines: ``ok`` overall, and each finding."""
    found = [asdict(finding) for finding in findings]
    ok = all(finding.ok is not False for finding in findings)
    return json_text.dumps(
        {"ok": ok, "version": __version__, "findings": found}, ensure_ascii=False, indent=2
    )


def _guarded(name: str, check: Check) -> Iterator[Finding]:
    try:
        yield from check()
    except (Refused, Unavailable, Denied) as fault:
        yield Finding(name, False, fault.reason)
    except Exception as error:  # a doctor that falls over helps nobody
        yield Finding(name, False, f"could not be looked at ({type(error).__name__}: {error})")


def _program() -> Iterator[Finding]:
    python = ".".join(str(number) for number in sys.version_info[:3])
    yield Finding(
        "program", True, f"Blue Lamp {__version__}, Python {python}, SQLite {sqlite3.sqlite_version}"
    )
    try:
        from PySide6.QtCore import qVersion
    except ImportError as error:
        yield Finding(
            "window",
            False,
            f"Qt cannot be loaded ({error}).",
            "Install what Qt needs (see README), or use `bluelamp worker`, which has no window.",
        )
    else:
        yield Finding("window", True, f"Qt {qVersion()}")


def _folder(folder: Path) -> Iterator[Finding]:
    if not folder.is_dir():
        yield Finding(
            "data folder", None, f"{folder} does not exist yet; it is made when Blue Lamp first opens."
        )
        return
    if not os.access(folder, os.W_OK | os.X_OK):
        todo = "Ask for write permission to it, or name another with --data."
        yield Finding("data folder", False, f"{folder} cannot be written to.", todo)
        return
    free = shutil.disk_usage(folder).free
    words = f"{folder}, {free // 1_048_576:,} MB free"
    todo = "" if free >= LEAST_FREE else "Free some space: nothing can be stored on a full disk."
    yield Finding("data folder", free >= LEAST_FREE, words, todo)


def _keyring() -> Iterator[Finding]:
    trouble = keyring_trouble()
    if trouble:
        yield Finding("keyring", False, trouble, "Until then no account can be connected on this computer.")
    else:
        yield Finding("keyring", True, "The operating system keeps the key to the accounts' tokens.")


def _certificates() -> Iterator[Finding]:
    http.tls()
    paths = ssl.get_default_verify_paths()
    if sys.platform == "linux" and not (paths.cafile or paths.capath):
        todo = "Install the package ca-certificates."
        yield Finding("certificates", False, "This machine trusts no certificate authority.", todo)
    else:
        yield Finding("certificates", True, "What this machine trusts is trusted.")


def _database(database: Database | None) -> Iterator[Finding]:
    if database is None or not _exists(database):
        yield Finding("database", None, "There is none yet; it is made when Blue Lamp first opens.")
        return
    schema.require_not_newer(database)
    if not schema.is_current(database):
        todo = "Open Blue Lamp once, or run `bluelamp db upgrade`."
        yield Finding("database", False, "It is from an older version of Blue Lamp.", todo)
        return
    trouble = _damage(database)
    if trouble:
        todo = "Stop Blue Lamp, keep a copy of the file, and restore the last backup."
        yield Finding("database", False, f"The file is damaged: {trouble}", todo)
    else:
        yield Finding("database", True, f"It opens, is whole and of schema {schema.current(database)}.")


def _exists(database: Database) -> bool:
    # Connecting would make an empty file.
    name = database.engine.url.database
    return database.engine.dialect.name != "sqlite" or (name is not None and Path(name).is_file())


def _damage(database: Database) -> str:
    if database.engine.dialect.name != "sqlite":
        return ""
    with database.reading() as session:
        words = session.scalar(sa.text("PRAGMA quick_check(1)"))
    return "" if words == "ok" else str(words)


def _of_the_force(
    database: Database, vault: Vault, connectors: Connectors, online: bool
) -> Iterator[Finding]:
    with database.reading() as session:
        force = settings.read(session)
        known = accounts.rows(session)
    checks: list[tuple[str, Check]] = [
        ("audit", lambda: _audit(database)),
        ("control room", lambda: _control_room(force)),
        ("time zone", lambda: _zone(force)),
        ("clock", lambda: _clock(database, known, online)),
        ("engine", lambda: _engine(database, force)),
        ("alarms", lambda: _alarms(database)),
        ("mail route", lambda: _mail(force, vault, online)),
        ("webhook", lambda: _webhook(force, vault, online)),
    ]
    for name, check in checks:
        yield from _guarded(name, check)
    if not known:
        yield Finding("accounts", None, "None is connected yet.", "Connect one under Accounts.")
    for account in known:
        yield _account(account, connectors, force, online)


def _audit(database: Database) -> Iterator[Finding]:
    with database.reading() as session:
        faults = list(audit.verify(session))
        newest, _ = audit.head(session)
    if faults:
        todo = "Keep the file as it is and tell the force's information security officer."
        yield Finding("audit", False, f"{len(faults)} faults, the first: {faults[0].words}", todo)
    else:
        yield Finding("audit", True, f"All {newest} entries follow from each other.")


def _control_room(force: ForceSettings) -> Iterator[Finding]:
    if not force.control_room_phone:
        todo = "An administrator enters it under Settings: it is shown when a life may be at risk."
        yield Finding("control room", False, "Its phone number is not known.", todo)
    else:
        yield Finding("control room", True, f"{force.force_name or 'The force'}, {force.control_room_phone}")


def _zone(force: ForceSettings) -> Iterator[Finding]:
    try:
        ZoneInfo(force.zone)
    except (ZoneInfoNotFoundError, ValueError):
        todo = "Install the package tzdata, or choose another zone under Settings."
        yield Finding("time zone", False, f"{force.zone} is not known to this machine.", todo)
    else:
        yield Finding("time zone", True, f"{force.zone}, now {shown(now(), force.zone)}")


def _clock(database: Database, known: Sequence[AccountRow], online: bool) -> Iterator[Finding]:
    todo = "Set this computer's clock: schedules and timers depend on it."
    with database.reading() as session:
        entries = audit.entries(session, newest=1)
    if entries and entries[0].at > now() + MOST_SKEW:
        yield Finding("clock", False, "This clock is behind what was recorded before.", todo)
        return
    server = next((account.server for account in known if account.state is not AccountState.DISCONNECTED), "")
    theirs = _time_at(server) if online and server else None
    if theirs is None:
        yield Finding("clock", None, "It was not compared with any other.")
        return
    skew = abs(now() - theirs)
    words = f"It differs by {skew.total_seconds():.0f} s from that of {http.host(server)}."
    yield Finding("clock", skew <= MOST_SKEW, words, "" if skew <= MOST_SKEW else todo)


def _time_at(server: str) -> datetime | None:
    """What time a server believes it is; its answer is whole seconds, and late by its way here."""
    try:
        with http.client(timeout=8) as client:
            date = http.ask(client, "HEAD", server).headers.get("Date")
        return parsedate_to_datetime(date) if date else None
    except (Unavailable, ValueError):
        return None  # whether it can be reached is another finding


def _engine(database: Database, force: ForceSettings) -> Iterator[Finding]:
    running = sa.select(Engine).where(Engine.stopped_at.is_(None)).order_by(Engine.beat_at.desc())
    with database.reading() as session:
        found = [(e.name, e.kind, e.started_at, e.beat_at) for e in session.scalars(running.limit(20))]
    beating = [entry for entry in found if entry[3] > now() - BEAT]
    for name, kind, started, _ in beating:
        words = f"{name} ({kind}) publishes and collects since {shown(started, force.zone)}."
        yield Finding("engine", True, words)
    if not beating:
        last = f" The last beat was {short_ago(found[0][3], now())} ago." if found else ""
        todo = "Open Blue Lamp, or start `bluelamp worker`."
        yield Finding("engine", None, f"Nobody publishes and collects now.{last}", todo)


def _alarms(database: Database) -> Iterator[Finding]:
    with database.reading() as session:
        standing = alarms.standing(session)
    if not standing:
        yield Finding("alarms", True, "None stands.")
    for alarm in standing:
        yield Finding("alarms", False, alarm.words)


def _mail(force: ForceSettings, vault: Vault, online: bool) -> Iterator[Finding]:
    if force.mail is None:
        yield Finding("mail route", None, "Not set up.", "" if force.webhook else _NO_ROUTE)
    elif not online:
        yield Finding("mail route", None, f"{force.mail.host}:{force.mail.port} was not asked.")
    else:
        sealed = force.mail.sealed_password
        password = vault.open(bytes.fromhex(sealed)) if sealed else ""
        yield Finding("mail route", True, mail.check(force.mail, password))


def _webhook(force: ForceSettings, vault: Vault, online: bool) -> Iterator[Finding]:
    if force.webhook is None:
        yield Finding("webhook", None, "Not set up.")
        return
    vault.open(bytes.fromhex(force.webhook.sealed_secret))
    if not online:
        yield Finding("webhook", None, f"{http.host(force.webhook.url)} was not asked.")
        return
    yield Finding("webhook", True, webhook.check(force.webhook))


_NO_ROUTE = "Set up a route to the contact centre under Settings; until then a handover needs a phone call."


def _account(account: AccountRow, connectors: Connectors, force: ForceSettings, online: bool) -> Finding:
    name = f"account {account.handle}"
    if account.state is AccountState.DISCONNECTED:
        return Finding(name, None, "Disconnected on purpose.")
    to = f"complete to {shown(account.complete_to, force.zone)}" if account.complete_to else "never read yet"
    if account.state is AccountState.BLIND:
        todo = "Connect it again." if account.sign_in_needed else "See that its server can be reached."
        return Finding(name, False, f"It is blind, {to}: {account.trouble}", todo)
    if not online:
        return Finding(name, None, f"{http.host(account.server)} was not asked; {to}.")
    try:
        health = connectors.get(account.id).check()
        connectors.saved(account.id)
    except (Refused, Unavailable, Denied) as fault:
        return Finding(
            name, False, f"{fault.reason} It is {to}.", "Try again; connect it again if this lasts."
        )
    return Finding(name, True, f"{health.capabilities.software} lets us read and write; {to}.")
