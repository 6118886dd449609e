"""What do all parts of the walkthrough stand on: the window, who sits at it, and the proof?"""

from __future__ import annotations

from typing import TypeVar, cast

from PySide6.QtWidgets import QWidget

from desktop.app import Application
from desktop.publishing import drafting
from desktop.views.desk import Desk
from desktop.views.window import Shell
from desktop.walkthrough.player import Failed, Player
from desktop.walkthrough.proof import Proof

W = TypeVar("W", bound=QWidget)


class Stage:
    """One run of the program, played."""

    def __init__(self, running: Application, player: Player, proof: Proof) -> None:
        self.running, self.player, self.proof = running, player, proof

    @property
    def shell(self) -> Shell:
        if self.running.shell is None:
            raise Failed("nobody is signed in")
        return self.running.shell

    @property
    def desk(self) -> Desk:
        return self.shell.desk

    @property
    def zone(self) -> str:
        return self.desk.zone

    def sit_down(self, username: str) -> None:
        """Leave the window as whoever sits at it, and enter as ``username``."""
        wanted = self.proof.actor(username)
        if self.running.shell is not None:
            if self.desk.by == wanted:
                return
            self.player.click(self.player.button("Change person"))
        from desktop.views.people_roles import role_name

        self.player.click(self.player.button(f"{wanted.name}, {role_name(wanted.role)}"))
        self.player.until(
            f"{wanted.name} to sit down",
            lambda: self.running.shell is not None and self.running.shell.desk.by == wanted,
        )

    def go(self, place: str, kind: type[W]) -> W:
        """Open a screen by the navigation and return it."""
        self.shell.go(place)
        self.player.until(f"the screen {place}", lambda: isinstance(self.shell.current, kind))
        self.player.pause(300)
        return cast(W, self.shell.current)

    def until_stage(self, post_id: int, stage: str) -> None:
        """Wait until the database says so."""

        def look() -> bool:
            with self.proof.database.reading() as session:
                return drafting.get(session, post_id).stage.value == stage

        self.player.until(f"the post to be {stage}", look)

    def require(self, truth: object, words: str) -> None:
        if not truth:
            raise Failed(words)
