"""What does every screen need to know of where it stands?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.accounts.connectors import Connectors
    from desktop.changes import Changes
    from desktop.models import Actor
    from desktop.models.database import Database
    from desktop.practice.server import PracticeNetwork
    from desktop.records.settings import ForceSettings
    from desktop.tasks import Tasks
    from desktop.vault import Vault
    from desktop.views.notices import Notices


def _nowhere(_screen: str, _subject: int = 0) -> None:
    """A screen shown alone (a test, a screenshot) leads nowhere."""


@dataclass
class Desk:
    """Built by hand in app.py for the person who signed in; ``settings`` is renewed when they change."""

    database: Database
    tasks: Tasks
    changes: Changes
    notices: Notices
    by: Actor
    settings: ForceSettings
    vault: Vault
    connectors: Connectors
    data: Path  # the workspace's folder
    practice: bool = False
    network: PracticeNetwork | None = None  # the practice network, where this is the practice workspace
    go: Callable[..., None] = field(default=_nowhere)  # go("post", 12), go("conversation", 3), go("accounts")

    @property
    def zone(self) -> str:
        return self.settings.zone
