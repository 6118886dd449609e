"""How is the database opened, and how does one transaction run?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session, sessionmaker

from desktop.errors import Refused, Unavailable
from desktop.words import translate

BUSY_SECONDS = 15


class Database:
    """An engine and its sessions. Open and close each session on the thread that uses it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = _engine(url)
        reading = self.engine.execution_options(bluelamp_reading=True)
        self._writing = sessionmaker(self.engine, expire_on_commit=False)
        self._reading = sessionmaker(reading, expire_on_commit=False)

    @contextmanager
    def connection(self) -> Iterator[sa.Connection]:
        """Open a bare connection, for the schema; its faults are worded like a session's."""
        with _translated(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Run one transaction that may write: commits at the end, rolls back on any error.

        Raises ``Unavailable`` for a full disk, a locked or a lost database.
        """
        with _translated(), self._writing() as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Run one transaction that only reads; it never waits for a writer."""
        with _translated(), self._reading() as session, session.begin():
            yield session

    @property
    def missing(self) -> bool:
        """Whether its file is not there: opening it would make an empty one."""
        file = self.engine.url.database
        return self.engine.dialect.name == "sqlite" and bool(file) and not Path(str(file)).exists()

    def close(self) -> None:
        self.engine.dispose()


def sqlite_url(path: Path) -> str:
    return f"sqlite:///{path}"


def _engine(url: str) -> sa.Engine:
    # Parameters hold what the public wrote and would reach the log with an error's text.
    engine = sa.create_engine(url, pool_size=8, max_overflow=16, pool_timeout=30, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _set_pragmas)
        sa.event.listen(engine, "begin", _begin)
    return engine


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    # pysqlite's own transaction handling begins late and would let two writers deadlock.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={BUSY_SECONDS * 1000}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "recursive_triggers=ON",  # REPLACE must fire the triggers that refuse deletion
        "cache_size=-16000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: sa.Connection) -> None:
    reading = connection.get_execution_options().get("bluelamp_reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except sa.exc.IntegrityError as error:
        # Triggers speak in sentences: RAISE(ABORT, 'bluelamp: ...').
        words = str(error.orig)
        if words.startswith("bluelamp: "):
            raise Refused(words.removeprefix("bluelamp: ")) from error
        raise
    except sa.exc.OperationalError as error:
        raise Unavailable(_words(str(error.orig))) from error
    except sa.exc.DatabaseError as error:
        if words := _damaged(str(error.orig)):
            raise Refused(words) from error
        raise


def _damaged(fault: str) -> str:
    if "not a database" in fault:
        return translate(
            "Database",
            "The file bluelamp.db in the data folder is not a Blue Lamp database. It was left as it is: "
            "move it away, or put the backup in its place.",
        )
    if "malformed" in fault:
        return translate(
            "Database",
            "The database is damaged. Nothing more is written to it. Put the last backup in its place, "
            "and keep the damaged file: much of it may be rescued.",
        )
    return ""


def _words(fault: str) -> str:
    if "full" in fault:
        return translate(
            "Database",
            "The disk is full: nothing more can be stored. Free some space; nothing stored so far is lost.",
        )
    if "readonly" in fault or "read-only" in fault:
        return translate(
            "Database",
            "The data folder cannot be written to. Ask for write permission to it, or choose another folder.",
        )
    if "locked" in fault or "busy" in fault:
        return translate(
            "Database", "The database is busy with another program's work. Try again in a moment."
        )
    if "unable to open" in fault:
        return translate(
            "Database",
            "The database file cannot be opened. Check that the data folder exists and may be written to.",
        )
    return translate("Database", "The database did not answer as it should ({fault}).").format(fault=fault)
