"""Where do the icons, words and rules lie, from source, installed or frozen?"""

from __future__ import annotations

import sys
from pathlib import Path


def path(*parts: str) -> Path:
    """Return the path of one resource; its existence is not checked."""
    return _root().joinpath(*parts)


def _root() -> Path:
    if frozen := getattr(sys, "_MEIPASS", None):
        return Path(frozen) / "resources"
    here = Path(__file__).parent
    installed = here / "_resources"
    return installed if installed.is_dir() else here.parent / "resources"


def package_path(*parts: str) -> Path:
    """Return the path of a file that lies inside the package itself (migrations)."""
    if frozen := getattr(sys, "_MEIPASS", None):
        return Path(frozen, "desktop").joinpath(*parts)
    return Path(__file__).parent.joinpath(*parts)
