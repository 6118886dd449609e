"""What was done, by whom, in an order and with a content that nobody can change unseen?"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.clock import now
from desktop.errors import Refused
from desktop.models import Actor, AuditEntry, AuditHead, Person
from desktop.words import translate

GENESIS = "0" * 64
GATHERED = "audit entries to write"


@dataclass(frozen=True)
class AuditRow:
    seq: int
    at: datetime
    actor: str
    action: str
    subject: str
    detail: str

    def details(self) -> dict[str, Any]:
        return dict(json.loads(self.detail))


def append(session: Session, by: Actor | str, action: str, subject: str, **detail: Any) -> None:
    """Add one entry to the chain, in the transaction of the act itself.

    ``by`` is a person or the name of an engine; ``action`` reads "post.approve", ``subject``
    "post:12"; ``detail`` must be JSON and must hold no token and no password.

    Raises ``Refused``, and so undoes the act, for a person who has left or whose role is another by now.
    """
    if isinstance(by, Actor):
        _require_true(session, by)
    actor = by if isinstance(by, str) else by.username
    entry = {"at": now(), "actor": actor, "action": action, "subject": subject, "detail": _canonical(detail)}
    gathered = session.info.get(GATHERED)
    if gathered is None:
        _write(session, [entry])
    else:
        gathered.append(entry)


def _require_true(session: Session, by: Actor) -> None:
    """What a screen believes of whoever sits before it is checked where the act is written down."""
    person = session.get(Person, by.id)
    if person is None or not person.active or (person.username, person.role) != (by.username, by.role):
        raise Refused(
            translate("Audit", "Your role has changed since you signed in. Sign out and sign in again.")
        )


@contextmanager
def together(session: Session) -> Iterator[None]:
    """Gather the entries of many acts of one transaction and write them at the end, in their order.

    An error in the block writes none of them: the transaction they belong to is rolled back.
    """
    entries: list[dict[str, Any]] = []
    session.info[GATHERED] = entries
    try:
        yield
    finally:
        del session.info[GATHERED]
    if entries:
        _write(session, entries)


def _write(session: Session, entries: list[dict[str, Any]]) -> None:
    session.flush()
    seq, previous = head(session)
    rows = []
    for entry in entries:
        seq += 1
        row = {**entry, "seq": seq, "previous": previous}
        previous = row["hash"] = _hash(AuditEntry(**row))
        rows.append(row)
    session.execute(sa.insert(AuditEntry), rows)


@dataclass(frozen=True)
class Fault:
    seq: int
    words: str


def verify(session: Session) -> Iterator[Fault]:
    """Yield each place at which the chain was edited, cut or reordered, with the row's number."""
    expected, previous = 1, GENESIS
    rows = session.scalars(sa.select(AuditEntry).order_by(AuditEntry.seq).execution_options(yield_per=1000))
    for entry in rows:
        if entry.seq != expected:
            yield Fault(expected, f"Entries {expected} to {entry.seq - 1} are missing.")
        elif entry.previous != previous:
            yield Fault(entry.seq, f"Entry {entry.seq} does not follow from the entry before it.")
        if entry.hash != _hash(entry):
            yield Fault(entry.seq, f"Entry {entry.seq} ({entry.action}) was changed after it was written.")
        expected, previous = entry.seq + 1, entry.hash
    yield from _cut(session, expected - 1, previous)


def _cut(session: Session, last: int, digest: str) -> Iterator[Fault]:
    """Compare the end of the chain with the head that the database kept beside it."""
    kept = session.scalar(sa.select(AuditHead))
    if kept is None:
        if last:
            yield Fault(last, "The head of the audit is missing: entries may have been cut from the end.")
    elif kept.seq > last:
        yield Fault(last + 1, f"Entries {last + 1} to {kept.seq} are missing from the end.")
    elif (kept.seq, kept.hash) != (last, digest):
        yield Fault(last, f"Entry {last} is not the one that was written last.")


def entries(session: Session, *, subject: str = "", newest: int = 500) -> list[AuditRow]:
    """Return the newest entries, newest first; those about ``subject`` alone if it is given."""
    query = sa.select(AuditEntry).order_by(AuditEntry.seq.desc()).limit(newest)
    if subject:
        query = query.where(AuditEntry.subject == subject)
    return [AuditRow(e.seq, e.at, e.actor, e.action, e.subject, e.detail) for e in session.scalars(query)]


def head(session: Session) -> tuple[int, str]:
    """Return the newest entry's number and hash: kept elsewhere, it shows a cut tail."""
    row = session.execute(
        sa.select(AuditEntry.seq, AuditEntry.hash).order_by(AuditEntry.seq.desc()).limit(1)
    ).first()
    return (row[0], row[1]) if row else (0, GENESIS)


TOPICS = {
    "post": "posts",
    "publication": "posts",
    "hold": "posts",
    "conversation": "inbox",
    "message": "inbox",
    "handover": "handovers",
    "alarm": "alarms",
    "account": "accounts",
    "person": "people",
    "engine": "engine",
}


def topics_since(session: Session, seq: int) -> tuple[int, set[str]]:
    """Return the newest number and what the entries after ``seq`` are about, as topics for the screens."""
    newest = head(session)[0]
    if seq < 0 or newest == seq:
        return newest, set()
    subjects = session.scalars(sa.select(AuditEntry.action).where(AuditEntry.seq > seq).limit(1000))
    kinds = {action.partition(".")[0] for action in subjects}
    return newest, {TOPICS[kind] for kind in kinds if kind in TOPICS}


def _canonical(detail: dict[str, Any]) -> str:
    return json.dumps(detail, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)


def _hash(entry: AuditEntry) -> str:
    fields = [
        entry.seq,
        entry.at.isoformat(),
        entry.actor,
        entry.action,
        entry.subject,
        entry.detail,
        entry.previous,
    ]
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False).encode()).hexdigest()
