"""Where does this workspace keep its data, and how was the program told to run?"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

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

    Raises ``Refused`` when it cannot be made or written to.
    """
    folder = data or _from_environment() or user_data_path("Blue Lamp", "Blue Lamp", roaming=False)
    if practice and data is None and not _from_environment():
        folder = folder / "practice"
    prepare(folder)
    return Config(folder, practice, os.environ.get("BLUELAMP_DATABASE", ""))


def prepare(folder: Path) -> None:
    """Make the data folder, readable by its owner alone, and see that it can be written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
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


def _from_environment() -> Path | None:
    named = os.environ.get("BLUELAMP_DATA")
    return Path(named) if named else None
