"""How is a workspace opened, and what is known of it before it is?"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.config import Config
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.accounts.connectors import Connectors
    from desktop.models.database import Database
    from desktop.practice.server import PracticeNetwork
    from desktop.records.settings import ForceSettings
    from desktop.vault import Vault

REMEMBERED = "last.json"


@dataclass(frozen=True)
class Opened:
    """What a worker thread opened: the database first, closed last."""

    database: Database
    vault: Vault
    connectors: Connectors
    practice: PracticeNetwork | None
    settings: ForceSettings
    first_run: bool
    people: list[tuple[str, str, str]]  # practice: (username, name, role)
    audit_seq: int = 0  # the newest entry when it was opened


def open_workspace(config: Config) -> Opened:
    """Open the database (made or brought up if need be) and, for practice, its network.

    Raises ``Refused`` or ``Unavailable`` with the sentence to show.
    """
    from desktop.accounts.connectors import Connectors
    from desktop.models import ROLE_NAMES, schema
    from desktop.models.database import Database
    from desktop.records import audit, people
    from desktop.records import settings as force_settings
    from desktop.vault import FileKeys, Vault

    database = Database(config.database)
    schema.upgrade(database)
    network: PracticeNetwork | None = None
    if config.practice:
        vault = Vault(keys=FileKeys(config.data / "practice-key"))
        from desktop.practice import workspace

        network = workspace.open_practice(database, vault, config.data)
    else:
        vault = Vault()
    with database.reading() as session:
        settings = force_settings.read(session)
        first_run = people.first_run_needed(session)
        seq = audit.head(session)[0]
        rows = people.rows(session) if config.practice else []
    remember(config, "" if first_run else settings.force_name)
    listed = [(row.username, row.name, translate("Roles", ROLE_NAMES[row.role])) for row in rows]
    return Opened(database, vault, Connectors(database, vault), network, settings, first_run, listed, seq)


def remembered(config: Config) -> str:
    """Return the force's name as it was when the workspace was last open, "" where that is not known.

    With it the sign-in card stands before the database does.
    """
    if config.practice:
        return ""
    with suppress(OSError, ValueError, TypeError, KeyError):
        stored = json.loads((config.data / REMEMBERED).read_text(encoding="utf-8"))
        return str(stored["force_name"])[:200]
    return ""


def remember(config: Config, force_name: str) -> None:
    with suppress(OSError):  # only the next start would have been quicker
        if force_name and force_name != remembered(config):
            content = json.dumps({"force_name": force_name}, ensure_ascii=False)
            (config.data / REMEMBERED).write_text(content, encoding="utf-8")


def preload() -> None:
    """Import what the first screen needs, while a person still types their password."""
    from desktop.records import people
    from desktop.views import inbox, window

    del inbox, people, window
