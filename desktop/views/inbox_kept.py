"""What was typed and is not sent yet: where is it kept, so that neither leaving nor a crash loses it?"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from desktop.tasks import Tasks
from desktop.views.compose_saving import Saving

Texts = dict[str, Any]


class Kept(QObject):
    """One person's unsent words by what they are and by conversation, in one file of the workspace's folder.

    Signals: ``saved()`` when all of it is on the disk; ``failed(Exception)``.
    """

    saved = Signal()
    failed = Signal(object)

    def __init__(self, tasks: Tasks, folder: Path, person_id: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = folder / f"unsent-{person_id}.json"
        self._texts: Texts = load(self._file)
        self._saving: Saving[Texts] = Saving(tasks, self._copy, self._write, self)
        self._saving.saved.connect(self._told)
        self._saving.failed.connect(self.failed)

    @property
    def is_saved(self) -> bool:
        return self._saving.is_saved

    def get(self, kind: str, conversation_id: int) -> Any:
        """Return what is kept; "" for nothing."""
        return self._texts.get(f"{kind} {conversation_id}", "")

    def keep(self, kind: str, conversation_id: int, value: Any) -> None:
        """Keep ``value``; an empty one is forgotten."""
        key = f"{kind} {conversation_id}"
        if self._texts.get(key, "") == value:
            return
        if value:
            self._texts[key] = value
        else:
            self._texts.pop(key, None)
        self._saving.touch()

    @Slot()
    def flush(self) -> None:
        self._saving.flush()

    def _copy(self) -> Texts:
        return dict(self._texts)

    def _write(self, texts: Texts) -> None:
        store(self._file, texts)

    @Slot(object)
    def _told(self, _result: object) -> None:
        self.saved.emit()


def load(file: Path) -> Texts:
    """Return what is kept in ``file``; one that cannot be read is put aside, never overwritten."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return found if isinstance(found, dict) else {}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        file.replace(file.with_suffix(".unreadable"))
        return {}


def store(file: Path, texts: Texts) -> None:
    """Put ``texts`` in the place of what is kept, whole or not at all."""
    new = file.with_suffix(".new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
        json.dump(texts, out, ensure_ascii=False)
        out.flush()
        os.fsync(out.fileno())
    new.replace(file)
