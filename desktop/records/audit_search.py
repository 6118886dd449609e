"""Which entries of the audit answer a question, and who asked it?

Each reading, export and verification is itself an entry: who looks at the record stands in it. Long reads
hold no writer up: only the entry about them is written, in a transaction of its own.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import IO, Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.errors import Refused
from desktop.models import Act, Actor, AuditEntry, Person
from desktop.models.database import Database
from desktop.records import audit
from desktop.records.audit import AuditRow, Fault
from desktop.words import translate

PAGE = 200
FIELDS = ("seq", "at", "actor", "action", "subject", "detail", "previous", "hash")
MOST_FAULTS = 100  # a broken chain may break at every entry: more would say nothing more


@dataclass(frozen=True)
class Wanted:
    """What is asked for; an empty part asks for anything. ``since`` and ``until`` are instants, until excluded.

    ``action`` is a whole one ("post.approve") or its kind ("post"); ``subject`` one thing ("post:12") or a kind.
    """

    actor: str = ""
    action: str = ""
    subject: str = ""
    since: datetime | None = None
    until: datetime | None = None

    def told(self) -> dict[str, str]:
        """Return what the audit records of the question."""
        asked = {"actor": self.actor, "action": self.action, "subject": self.subject}
        times = {"since": self.since, "until": self.until}
        return {k: v for k, v in asked.items() if v} | {k: v.isoformat() for k, v in times.items() if v}


@dataclass(frozen=True)
class EntryRow(AuditRow):
    previous: str
    hash: str


@dataclass(frozen=True)
class Found:
    """One page, newest first; ``older`` is the number to go on before, 0 at the end."""

    rows: tuple[EntryRow, ...]
    older: int
    total: int


@dataclass(frozen=True)
class Verified:
    """What a verification found; ``head`` is the newest entry's hash, to be compared with a copy kept elsewhere."""

    entries: int
    head: str
    faults: tuple[Fault, ...]


def read(database: Database, by: Actor, wanted: Wanted, *, before: int = 0, size: int = PAGE) -> Found:
    """Return the entries wanted, newest first, once the reading is recorded.

    ``before`` is the ``older`` of the page before it.
    """
    by.require(Act.READ_AUDIT)
    with database.reading() as session:
        found = page(session, wanted, before=before, size=size)
    with database.session() as session:
        audit.append(
            session, by, "audit.read", "audit", wanted=wanted.told(), shown=len(found.rows), before=before
        )
    return found


def page(session: Session, wanted: Wanted, *, before: int = 0, size: int = PAGE) -> Found:
    """Return one page of the entries wanted."""
    query = _matching(sa.select(AuditEntry), wanted).order_by(AuditEntry.seq.desc())
    if before:
        query = query.where(AuditEntry.seq < before)
    rows = tuple(_row(entry) for entry in session.scalars(query.limit(size + 1)))
    total = session.scalar(_matching(sa.select(sa.func.count(AuditEntry.seq)), wanted)) or 0
    older = rows[size - 1].seq if len(rows) > size else 0
    return Found(rows[:size], older, total)


def choices(session: Session) -> tuple[list[str], list[str]]:
    """Return who acts here and the actions recorded so far, to choose from."""
    names = session.scalars(sa.select(Person.username).order_by(Person.username))
    actions = session.scalars(sa.select(AuditEntry.action).distinct().order_by(AuditEntry.action))
    return [*names, "nobody"], list(actions)


def export(database: Database, by: Actor, wanted: Wanted, file: Path) -> int:
    """Write all entries wanted to ``file``, CSV or JSON by its name, oldest first; return how many.

    The export is recorded with the file's SHA-256; where it cannot be recorded, or not be written, no file
    is left. Raises ``Refused`` for a file that cannot be written.
    """
    by.require(Act.READ_AUDIT)
    fresh = file.with_name(f".{file.name}.part")
    try:
        count, digest = _write(database, wanted, fresh, as_json=file.suffix.lower() == ".json")
        told = {"wanted": wanted.told(), "file": file.name, "sha256": digest, "count": count}
        with database.session() as session:
            audit.append(session, by, "audit.export", "audit", **told)
        fresh.replace(file)
    except OSError as error:
        raise Refused(
            translate(
                "Records", "The file {file} cannot be written ({fault}). Choose another folder or name."
            ).format(file=file, fault=error.strerror)
        ) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return count


def verify(database: Database, by: Actor, told: Callable[[int], object]) -> Verified:
    """Verify the whole chain and record what was found.

    ``told`` hears every thousand entries how many were looked at.
    """
    by.require(Act.READ_AUDIT)
    with database.reading() as session:
        faults = _faults(session, told)
        seq, head = audit.head(session)
    words = [fault.words for fault in faults[:5]]
    with database.session() as session:
        audit.append(session, by, "audit.verify", "audit", entries=seq, head=head, faults=words)
    return Verified(seq, head, faults)


def _faults(session: Session, told: Callable[[int], object]) -> tuple[Fault, ...]:
    looked_at = 0

    def count(_session: Session, _entry: object) -> None:
        nonlocal looked_at
        looked_at += 1
        if looked_at % 1000 == 0:
            told(looked_at)

    sa.event.listen(session, "loaded_as_persistent", count)
    try:
        return tuple(islice(audit.verify(session), MOST_FAULTS))
    finally:
        sa.event.remove(session, "loaded_as_persistent", count)


def _write(database: Database, wanted: Wanted, file: Path, *, as_json: bool) -> tuple[int, str]:
    """Write the entries; return how many and the file's SHA-256."""
    query = _matching(sa.select(AuditEntry), wanted).order_by(AuditEntry.seq)
    with database.reading() as session, file.open("w", encoding="utf-8", newline="") as out:
        entries = session.scalars(query.execution_options(yield_per=1000))
        count = (_write_json if as_json else _write_csv)(out, (_row(entry) for entry in entries))
    with file.open("rb") as written:
        return count, hashlib.file_digest(written, "sha256").hexdigest()


def _matching(query: sa.Select[Any], wanted: Wanted) -> sa.Select[Any]:
    if wanted.actor:
        query = query.where(AuditEntry.actor == wanted.actor)
    if wanted.action:
        query = query.where(_is_or_below(AuditEntry.action, wanted.action, "."))
    if wanted.subject:
        query = query.where(_is_or_below(AuditEntry.subject, wanted.subject, ":"))
    if wanted.since is not None:
        query = query.where(AuditEntry.at >= wanted.since)
    if wanted.until is not None:
        query = query.where(AuditEntry.at < wanted.until)
    return query


def _is_or_below(column: Any, value: str, mark: str) -> sa.ColumnElement[bool]:
    if mark in value:
        return column == value  # type: ignore[no-any-return] # the column is of either kind
    return sa.or_(column == value, column.startswith(value + mark, autoescape=True))


def _row(entry: AuditEntry) -> EntryRow:
    return EntryRow(
        entry.seq,
        entry.at,
        entry.actor,
        entry.action,
        entry.subject,
        entry.detail,
        entry.previous,
        entry.hash,
    )


def _write_json(out: IO[str], rows: Iterator[EntryRow]) -> int:
    count = 0
    out.write("[")
    for count, row in enumerate(rows, 1):
        out.write("\n" if count == 1 else ",\n")
        fields = {name: getattr(row, name) for name in FIELDS}
        fields |= {"at": row.at.isoformat(), "detail": row.details()}
        out.write(json.dumps(fields, ensure_ascii=False))
    out.write("\n]\n")
    return count


def _write_csv(out: IO[str], rows: Iterator[EntryRow]) -> int:
    count = 0
    out.write("\ufeff")  # else Excel reads UTF-8 as something else
    table = csv.writer(out)
    table.writerow(FIELDS)
    for row in rows:
        count += 1
        told = replace(row, actor=_inert(row.actor), subject=_inert(row.subject), detail=_inert(row.detail))
        table.writerow([row.at.isoformat() if name == "at" else getattr(told, name) for name in FIELDS])
    return count


def _inert(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
