"""Takes a picture of every screen: ``python -m tests.screens FOLDER`` in the scheme of BLUELAMP_SCHEME."""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from desktop import config
from desktop.app import Application, Window
from desktop.opening import open_workspace
from desktop.views import style
from desktop.views.sign_in import Card, SignIn, Welcome
from desktop.views.window import Shell
from tests.screens import content

SIZES = ((1366, 768), (1920, 1080))
COLOURS = 192  # a palette keeps the repository small

# Who sits there, which screen, and what is done on it first.
SHOWN: tuple[tuple[str, str, str], ...] = (
    ("inbox", "dawn", "inbox"),
    ("conversation", "dawn", "conversation"),
    ("record", "dawn", "record"),
    ("contact-centre", "iain", "contact_centre"),
    ("compose", "priya", "compose"),
    ("approvals", "gareth", "approvals"),
    ("calendar", "morwenna", "calendar"),
    ("queue", "morwenna", "queue"),
    ("post", "priya", "post"),
    ("accounts", "sam", "accounts"),
    ("people", "sam", "people"),
    ("settings", "sam", "settings"),
    ("audit", "ruth", "audit"),
    ("practice", "priya", "practice"),
)


class Photographer:
    """One window, one scheme; each screen in each size."""

    def __init__(self, folder: Path, workspace: Path) -> None:
        self.folder, self.scheme = folder, "dark" if style.is_dark() else "light"
        self.window = Window()
        self.running = Application(config.read(practice=True, data=workspace), self.window)
        self.running.opened = open_workspace(self.running.config)
        self.force = content.fill(self.running.opened, workspace)
        self.window.show()

    def pause(self, seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()

    def until(self, look: Callable[[], object], seconds: float = 15) -> None:
        end = time.monotonic() + seconds
        while not look():
            if time.monotonic() > end:
                raise TimeoutError("the screen did not get ready")
            self.pause(0.03)

    def sit_down(self, username: str) -> Shell:
        by = self.force.actor(username)
        if self.running.shell is None or self.running.shell.desk.by != by:
            self.running.enter(by)
        assert self.running.shell is not None
        self.running.shell.say_engine("This window publishes and collects, since 07:58", well=True)
        return self.running.shell

    def take(self, name: str) -> None:
        """Save the window in every size."""
        for size in SIZES:
            self.window.resize(*size)
            self.pause(0.5)
            if (self.window.width(), self.window.height()) != size:
                print(f"{name}: the window does not fit {size}, it is {self.window.size().toTuple()}")
            self._save(self.window.grab(), f"{name}-{size[0]}-{self.scheme}.png")

    def card(self, name: str, card: Card) -> None:
        self.running._show(card)
        self.take(name)

    def screens(self) -> None:
        for name, who, what in SHOWN:
            shell = self.sit_down(who)
            self._prepare(shell, what)
            self.take(name)
        content.held(self.force)
        self._prepare(self.sit_down("gareth"), "queue")
        self.take("hold")

    def _prepare(self, shell: Shell, what: str) -> None:
        self.window.resize(*SIZES[0])  # a screen begins where it would in a window of that size
        if what in ("conversation", "record"):
            shell.go("conversation", content._conversation(self.force, "Elin"))
        elif what == "post":
            shell.go("post", self._published())
        else:
            shell.go(what)
        self.pause(1.2)
        current = shell.current
        if what == "record":
            self.until(lambda: current.conversation.acts.hand_over.isEnabled())  # type: ignore[union-attr] # the inbox
            current.conversation.hand_over()  # type: ignore[union-attr]
            self.until(lambda: current.conversation.form.record())  # type: ignore[union-attr]
            self.pause(0.5)
        first = current.findChild(QWidget) if current is not None else None
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _published(self) -> int:
        with self.force.database.reading() as session:
            from desktop.models import PublicationState
            from desktop.publishing import schedule

            rows = schedule.in_states(session, PublicationState.PUBLISHED)
            return next(row.post_id for row in rows if row.post_id)

    def _save(self, picture: QPixmap, name: str) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")
        image = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")
        image.quantize(COLOURS, dither=Image.Dither.NONE).save(self.folder / name, optimize=True)

    def close(self) -> None:
        self.window.close()


def main(folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    style.apply(application)
    with tempfile.TemporaryDirectory() as workspace:
        taken = Photographer(folder, Path(workspace))
        taken.screens()
        taken.running.shell = None
        taken.card("first-run", Welcome())
        locked = SignIn("Wessex Borders Police", locked_for="priya")
        taken.card("locked", locked)
        taken.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
