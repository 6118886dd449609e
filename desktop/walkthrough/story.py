"""The whole main job, in the order in which it happens; exit code 0 only if every step truly happened."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from desktop import app
from desktop.config import Config
from desktop.walkthrough import closing_part, emergency_part, publishing_part
from desktop.walkthrough.player import Failed, Player
from desktop.walkthrough.proof import Proof
from desktop.walkthrough.stage import Stage


def run(config: Config, pictures: Path) -> int:
    """Play in the practice workspace of ``config``; screenshots go to ``pictures``."""
    os.environ["BLUELAMP_LANGUAGE"] = "en"  # it finds what it presses by its words
    began = time.monotonic()
    _application, running = app.start(config, sys.argv[:1])
    running.public_speed = 2.0
    player = Player(running.window, pictures)
    try:
        _play(running, player)
    except Failed as failed:
        player.tell(f"FAILED: {failed}")
        return 1
    finally:
        running.window.close()
    player.tell(
        f"Every step happened, in the database and on the practice network ({time.monotonic() - began:.0f} s)."
    )
    return 0


def _play(running: app.Application, player: Player) -> None:
    opened = player.until("the workspace to open", lambda: running.opened, 60)
    if opened.practice is None:
        raise Failed("this is not the practice workspace")
    stage = Stage(running, player, Proof(opened.database, opened.practice))
    player.picture("who-are-you")
    player.tell(f"The practice workspace is open; its network listens at {opened.practice.url}")
    post_id = publishing_part.write(stage, player.pictures)
    publishing_part.approve(stage, post_id, publishing_part.TITLE)
    later = publishing_part.plan(stage)
    publishing_part.approve(stage, later, publishing_part.LATER_TITLE)
    closing_part.planned(stage, later)
    rows = publishing_part.published(stage, post_id)
    row = emergency_part.seen(stage)
    handover = emergency_part.handed_over(stage, row, "14 Orchard Street, Brackenford", "elin")
    emergency_part.accepted(stage, handover)
    emergency_part.answered(stage)
    emergency_part.by_phone(stage)
    closing_part.held(stage, later)
    closing_part.withdrawn(stage, post_id, rows)
    closing_part.offices(stage)
