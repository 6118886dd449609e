"""Where does this workspace keep its data, and how was the program told to run?"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import Refused
from desktop.words import translate


@dataclass(frozen=True)
class Config:
    """Read once at the start. ``data`` holds the database, the crash-safe drafts and the logs."""

    data: Path
    practice: bool = False
    database_url: str = ""

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{self.data / 'bluelamp.db'}"


def read(*, practice: bool = False, data: Path | None = None) -> Config:
    """Settle the data folder (argument, BLUELAMP_DATA, the platform's own place) and make it.

    Practice has a folder of its own inside it and its own database, whatever the environment says: it must
    never open a force's. Raises ``Refused`` when the folder cannot be made or written to, and for a database
    that this version cannot use.
    """
    folder = data or _from_environment() or _usual()
    if practice:
        folder = folder / "practice"
    prepare(folder)
    return Config(folder, practice, "" if practice else _database_url())


def read_only(*, data: Path | None = None) -> Config:
    """Settle the data folder for a command that looks at what is there and makes nothing."""
    return Config(data or _from_environment() or _usual(), False, _database_url())


def prepare(folder: Path) -> None:
    """Make the data folder, readable by its owner alone, and see that it can be written to."""
    try:
        if not folder.exists():
            folder.mkdir(parents=True)
            if os.name == "posix":
                folder.chmod(0o700)
        probe = folder / f".write-{os.getpid()}"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise Refused(
            translate(
                "Folder",
                "The data folder {folder} cannot be written to ({fault}). Ask for write permission to it, "
                "or name another with --data.",
            ).format(folder=folder, fault=error.strerror)
        ) from error


def _database_url() -> str:
    url = os.environ.get("BLUELAMP_DATABASE", "")
    if url and not url.startswith("sqlite:"):
        raise Refused(
            translate(
                "Folder",
                "BLUELAMP_DATABASE names a database that this version cannot use: it keeps its data in SQLite. "
                "Remove the setting, or name a file as sqlite:///FILE.",
            )
        )
    return url


def _from_environment() -> Path | None:
    named = os.environ.get("BLUELAMP_DATA")
    return Path(named) if named else None


def _usual() -> Path:
    from platformdirs import user_data_path  # slow to import, and not needed where the folder is named

    return user_data_path("Blue Lamp", "Blue Lamp", roaming=False)
