"""`make run` without a display: the whole main job in the practice window, proven on both sides."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.models.database import Database, sqlite_url
from desktop.records import audit

IN_ORDER = (
    "The practice workspace is open",
    "Priya Shah wrote",
    "Morwenna Tregear approved",
    "published on @wessexborders",
    "Life at risk: Elin wrote",
    "Dawn Okafor handed Elin over",
    "Sent to contact centre - not yet accepted",
    "Accepted by Sgt Iain McLeod",
    "Incident log 412",
    "Dawn Okafor answered Ruth B",
    "Accepted by Amy Osei, control room by phone",
    "held all scheduled content",
    "withdrawn from @wessexborders",
    "Ruth Abara verified the audit",
    "Every step happened",
)
SCREENS = {
    "who-are-you", "compose", "approvals", "calendar", "inbox", "conversation", "record-elin", "contact-centre", "reply",
    "held", "post-page", "withdrawn", "accounts", "people", "settings", "practice", "audit",
}  # fmt: skip


@pytest.mark.slow
def test_the_main_job_is_played_and_proven(tmp_path: Path) -> None:
    played = subprocess.run(
        [sys.executable, "-m", "desktop", "--data", str(tmp_path / "data"), "practice", "--play", str(tmp_path / "screens")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )  # fmt: skip
    assert played.returncode == 0, played.stdout + played.stderr
    places = [played.stdout.find(words) for words in IN_ORDER]
    assert -1 not in places and places == sorted(places), played.stdout
    taken = {file.stem.partition("-")[2] for file in (tmp_path / "screens").glob("*-*.png")}
    assert taken >= SCREENS
    database = Database(sqlite_url(tmp_path / "data" / "practice" / "bluelamp.db"))
    with database.reading() as session:
        assert list(audit.verify(session)) == []
    database.close()
    assert "nobody caught this" not in (tmp_path / "data" / "practice" / "logs" / "bluelamp.log").read_text()
