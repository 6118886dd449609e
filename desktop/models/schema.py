"""Is the database's schema ours, older or newer, and how is it brought up?"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from desktop.errors import Refused
from desktop.models.database import Database
from desktop.resources import package_path


def upgrade(database: Database) -> None:
    """Bring the schema up to this program's version; creates it in an empty database.

    Raises ``Refused``, having touched nothing, for a database from a newer version.
    """
    require_not_newer(database)
    with database.connection() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()


def require_not_newer(database: Database) -> None:
    """Raise ``Refused`` for a database that a newer version of the program has changed."""
    revision = current(database)
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if revision is not None and revision not in known:
        raise Refused(
            "This database was last used by a newer version of Blue Lamp. "
            "Install that version or a later one; nothing here has been changed."
        )


def current(database: Database) -> str | None:
    """Return the schema's revision, None for an empty database."""
    with database.connection() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def is_current(database: Database) -> bool:
    return current(database) == ScriptDirectory.from_config(_config()).get_current_head()


def tables(database: Database) -> list[str]:
    return sa.inspect(database.engine).get_table_names()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(package_path("models", "migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
