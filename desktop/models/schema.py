"""Is the database's schema ours, older or newer, and how is it brought up?

Alembic is imported only to change a schema: a database that is up to date opens without it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop.errors import Refused
from desktop.models.database import Database
from desktop.resources import package_path
from desktop.words import translate

if TYPE_CHECKING:
    from alembic.config import Config


def upgrade(database: Database) -> None:
    """Bring the schema up to this program's version; creates it in an empty database.

    Raises ``Refused``, having touched nothing, for a database from a newer version.
    """
    require_not_newer(database)
    if is_current(database):
        return
    from alembic import command

    with database.connection() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()


def require_not_newer(database: Database) -> None:
    """Raise ``Refused`` for a database that a newer version of the program has changed."""
    revision = current(database)
    if revision is not None and revision not in revisions():
        raise Refused(
            translate(
                "Database",
                "This database was last used by a newer version of Blue Lamp. Install that version or a "
                "later one; nothing here has been changed.",
            )
        )


def current(database: Database) -> str | None:
    """Return the schema's revision, None for an empty database."""
    with database.connection() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        found = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
        return str(found) if found is not None else None


def is_current(database: Database) -> bool:
    return current(database) == revisions()[-1]


def revisions() -> list[str]:
    """Return the revisions this program knows, the oldest first: each names its file."""
    return sorted(file.name.partition("_")[0] for file in _folder().joinpath("versions").glob("[0-9]*.py"))


def tables(database: Database) -> list[str]:
    return sa.inspect(database.engine).get_table_names()


def _folder() -> Path:
    return package_path("models", "migrations")


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_folder()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
