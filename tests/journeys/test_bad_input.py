"""Bad input and a bad machine: each gets a sentence that says what to do, and nothing is lost.

A wrong server address, an expired token and a revoked app password are tried in tests/views/test_accounts.py
and on real servers in tests/servers.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.models.database import Database, sqlite_url
from desktop.publishing import drafting
from desktop.views.compose import ComposeScreen
from tests.journeys.conftest import Program, Start, make_workspace


def said(program: Program) -> str:
    """All that the card in the middle of the window says."""
    return " ".join(label.text() for label in program.card.findChildren(QLabel))


def compose(program: Program, qtbot: QtBot) -> ComposeScreen:
    shell = program.sign_in("priya")
    shell.go("compose")
    screen = shell.current
    assert isinstance(screen, ComposeScreen)
    qtbot.waitUntil(lambda: "No drafts yet" in screen.states.words)
    screen.new()
    qtbot.waitUntil(lambda: screen.editor.post_id != 0 and screen.editor.isVisible())
    return screen


def stored_text(folder: Path, post_id: int) -> str:
    database = Database(sqlite_url(folder / "bluelamp.db"))
    with database.reading() as session:
        text = drafting.load(session, post_id).text
    database.close()
    return text


class TestTheDatabase:
    def test_one_from_a_newer_version_is_refused_and_untouched(self, workspace: Path, start: Start) -> None:
        connection = sqlite3.connect(workspace / "bluelamp.db")
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        connection.close()
        before = (workspace / "bluelamp.db").read_bytes()
        program = start(workspace).begin()
        assert "newer version of Blue Lamp" in said(program)
        assert (workspace / "bluelamp.db").read_bytes() == before

    def test_one_that_is_no_database_is_said_and_untouched(self, workspace: Path, start: Start) -> None:
        for name in ("bluelamp.db-wal", "bluelamp.db-shm"):
            (workspace / name).unlink(missing_ok=True)
        (workspace / "bluelamp.db").write_bytes(b"this is no database, whatever its name says " * 100)
        before = (workspace / "bluelamp.db").read_bytes()
        program = start(workspace).begin()
        assert "not a Blue Lamp database" in said(program)
        assert (workspace / "bluelamp.db").read_bytes() == before


class TestASecondCopy:
    def test_in_another_process_it_says_so(self, workspace: Path, start: Start) -> None:
        start(workspace).begin()
        second = subprocess.run(
            [sys.executable, "-c", SECOND, str(workspace)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert "already open on this data" in second.stderr

    def test_a_lock_of_one_that_died_is_taken_over(self, workspace: Path, start: Start) -> None:
        dead = subprocess.run(
            [sys.executable, "-c", KILLED, str(workspace / "running.lock")], timeout=60, check=False
        )
        assert dead.returncode < 0 or sys.platform == "win32"
        assert (workspace / "running.lock").exists()
        assert "Sign in" in said(start(workspace).begin())


SECOND = """
import sys
from pathlib import Path
from desktop import app, config
application, running = app.start(config.read(data=Path(sys.argv[1])), ["bluelamp"])
running.ready.connect(application.quit)
application.exec()
"""
KILLED = """
import os, signal, sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
assert lock.tryLock(0)
os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of 3 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)], capture_output=True, check=False
    ) if shutil.which("mount") else None  # fmt: skip
    if made is None or made.returncode:
        pytest.skip("no small disk can be mounted here: that needs root on Linux")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


class TestAReadOnlyFolder:
    @pytest.mark.parametrize("command", [[], ["practice"], ["worker", "--once"]])
    def test_it_is_named_with_what_to_do(self, small_disk: Path, command: list[str]) -> None:
        folder = make_workspace(small_disk / "workspace")
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
        before = (folder / "bluelamp.db").read_bytes()
        with subprocess.Popen(
            [sys.executable, "-m", "desktop", "--data", str(folder), *command],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stderr=subprocess.PIPE,
            text=True,
        ) as started:
            assert started.stderr is not None
            said = next(line for line in started.stderr if "data folder" in line)
            started.terminate()
        assert "cannot be written to" in said and "--data" in said
        assert (folder / "bluelamp.db").read_bytes() == before


class TestAFullDisk:
    def test_what_is_typed_stays_and_is_saved_once_there_is_space(
        self, small_disk: Path, start: Start, qtbot: QtBot
    ) -> None:
        folder = make_workspace(small_disk / "workspace")
        program = start(folder).begin()
        screen = compose(program, qtbot)
        editor = screen.editor
        QTest.keyClicks(editor.form.texts.shared, "Road closed")
        qtbot.waitUntil(lambda: editor.status.text().startswith("Saved"))
        filler = small_disk / "filler"
        _fill(filler)
        QTest.keyClicks(editor.form.texts.shared, " at Brackenford. " + "Seek another way. " * 300)
        qtbot.waitUntil(lambda: "disk is full" in editor.status.text(), timeout=20_000)
        assert editor.status.text().startswith("Not saved.")
        text = editor.form.texts.text()
        filler.unlink()
        QTest.keyClicks(editor.form.texts.shared, "!")
        qtbot.waitUntil(lambda: editor.status.text().startswith("Saved"), timeout=20_000)
        assert stored_text(folder, editor.post_id) == text + "!"


def _fill(file: Path) -> None:
    with file.open("wb", buffering=0) as filler:
        for size in (65536, 4096):
            try:
                while True:
                    filler.write(b"x" * size)
            except OSError:
                continue


class TestImages:
    @pytest.fixture
    def screen(self, workspace: Path, start: Start, qtbot: QtBot) -> ComposeScreen:
        return compose(start(workspace).begin(), qtbot)

    def give(self, screen: ComposeScreen, file: Path, qtbot: QtBot) -> str:
        screen.editor.form.images.files_given.emit([file])
        qtbot.waitUntil(lambda: bool(screen.editor.form.images.trouble.text()))
        assert screen.editor.form.images.images() == ()
        return screen.editor.form.images.trouble.text()

    def test_one_that_lies_about_its_type_is_refused(
        self, screen: ComposeScreen, tmp_path: Path, qtbot: QtBot
    ) -> None:
        Image.new("RGB", (40, 30), "navy").save(tmp_path / "really.png")
        (tmp_path / "really.png").rename(tmp_path / "called.jpg")
        words = self.give(screen, tmp_path / "called.jpg", qtbot)
        assert "not what its name says" in words and "right ending" in words

    def test_a_page_called_an_image_is_refused(
        self, screen: ComposeScreen, tmp_path: Path, qtbot: QtBot
    ) -> None:
        (tmp_path / "photo.jpg").write_text("<html><script>alert(1)</script></html>")
        assert "photo.jpg" in self.give(screen, tmp_path / "photo.jpg", qtbot)

    def test_a_file_of_100_mb_is_refused_and_the_text_stays(
        self, screen: ComposeScreen, tmp_path: Path, qtbot: QtBot
    ) -> None:
        QTest.keyClicks(screen.editor.form.texts.shared, "Have you seen her?")
        with (tmp_path / "film.png").open("wb") as file:
            file.truncate(101 * 1024 * 1024)
        assert "MB" in self.give(screen, tmp_path / "film.png", qtbot)
        assert screen.editor.form.texts.text() == "Have you seen her?"
