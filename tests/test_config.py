from __future__ import annotations

from pathlib import Path

import pytest

from desktop import config
from desktop.errors import Refused


def test_practice_keeps_apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("BLUELAMP_DATA", raising=False)
    monkeypatch.setattr(config, "user_data_path", lambda *_, **__: tmp_path / "Blue Lamp")
    assert config.read().data == tmp_path / "Blue Lamp"
    assert config.read(practice=True).data == tmp_path / "Blue Lamp" / "practice"


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    # A file where the folder should be: refused to root as well, as no permission bits are.
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(Refused, match="cannot be written to"):
        config.read(data=blocked / "data")
