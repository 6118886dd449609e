from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop import config
from desktop.errors import Refused


def test_practice_keeps_apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("BLUELAMP_DATA", raising=False)
    monkeypatch.setattr(config, "_usual", lambda: tmp_path / "Blue Lamp")
    assert config.read().data == tmp_path / "Blue Lamp"
    assert config.read(practice=True).data == tmp_path / "Blue Lamp" / "practice"


def test_practice_never_opens_the_force_s_database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BLUELAMP_DATA", str(tmp_path / "force"))
    monkeypatch.setenv("BLUELAMP_DATABASE", f"sqlite:///{tmp_path / 'force.db'}")
    found = config.read(practice=True)
    assert found.data == tmp_path / "force" / "practice"
    assert found.database == f"sqlite:///{tmp_path / 'force' / 'practice' / 'bluelamp.db'}"
    assert config.read(practice=True, data=tmp_path / "named").data == tmp_path / "named" / "practice"


def test_a_database_of_another_kind_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BLUELAMP_DATABASE", "postgresql://localhost/bluelamp")
    with pytest.raises(Refused, match="SQLite"):
        config.read(data=tmp_path)


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir(mode=0o755)
    config.prepare(tmp_path / "shared")
    config.prepare(tmp_path / "new")
    if os.name == "posix":
        assert (tmp_path / "shared").stat().st_mode & 0o777 == 0o755
        assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    # A file where the folder should be: refused to root as well, as no permission bits are.
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(Refused, match="cannot be written to"):
        config.read(data=blocked / "data")
