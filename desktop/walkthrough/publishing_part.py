"""A post for two accounts: written, approved by another person, out on time, once, with its image."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from desktop import clock
from desktop.models import PublicationState
from desktop.publishing.schedule import PublicationRow
from desktop.views.approvals import ApprovalsScreen
from desktop.views.compose import ComposeScreen
from desktop.views.compose_form import Form
from desktop.walkthrough.stage import Stage

ENGLISH = (
    "Road closed: the A483 at Brackenford after a collision. Diversion by Fore Street and Mill Lane, "
    "signposted. Please allow 30 minutes more. #RoadClosure"
)
WELSH = (
    "Ffordd ar gau: yr A483 ym Mrackenford ar ôl gwrthdrawiad. Dargyfeiriad ar hyd Fore Street a Mill "
    "Lane, gydag arwyddion. Caniatewch 30 munud yn fwy. #FforddArGau"
)
ALT = "Map: the A483 is closed between Fore Street and Mill Lane; the diversion is marked in blue."
TITLE = "A483 closure, Brackenford"
LATER_TITLE = "Library surgery"
LATER = "Our surgery at Brackenford library moves to 5 pm. Come and say hello, no appointment needed."
ENOUGH = 20  # seconds left to approve before a full minute is chosen


def write(stage: Stage, folder: Path) -> int:
    """Priya writes the post and submits it; its id."""
    stage.sit_down("priya")
    screen = stage.go("compose", ComposeScreen)
    post_id = _new(stage, screen)
    form = screen.editor.form
    stage.player.write(form.title, TITLE)
    for row in range(form.accounts.list.count()):
        form.accounts.list.item(row).setCheckState(Qt.CheckState.Checked)
    stage.player.write(form.texts.shared, ENGLISH)
    _own_text(stage, form, "heddlugororau", WELSH)
    _image(stage, form, folder / "diversion.png")
    form.when.at_time.click()
    form.when.wall_time.set_wall(_soon(stage.zone))
    form.when.changed.emit()
    stage.player.until("the draft to be saved", lambda: screen.editor.status.text().startswith("Saved"))
    stage.player.picture("compose")
    stage.player.click(screen.editor.submit)
    stage.until_stage(post_id, "submitted")
    stage.player.tell(f"Priya Shah wrote “{TITLE}” for two accounts, with an image, and submitted it")
    return post_id


def approve(stage: Stage, post_id: int, title: str) -> None:
    """Morwenna reads exactly what will go out, and approves it from the keyboard."""
    stage.sit_down("morwenna")
    screen = stage.go("approvals", ApprovalsScreen)
    stage.player.until(
        "the post to be shown", lambda: screen.heading.text() == title and screen.approve.isEnabled()
    )
    stage.player.picture("approvals")
    screen.waiting.setFocus()
    stage.player.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.until_stage(post_id, "approved")
    stage.player.tell(
        f"Morwenna Tregear approved “{title}”: it is bound to its texts, image, accounts and time"
    )


def published(stage: Stage, post_id: int) -> list[PublicationRow]:
    """Wait until it is out everywhere, and see on the network that it is there once, as approved."""
    rows = stage.player.until(
        "the post to be published", lambda: stage.proof.all_in(post_id, PublicationState.PUBLISHED), 100
    )
    for row in rows:
        username = row.account_handle.removeprefix("@").partition("@")[0]
        there = stage.proof.on_network(username, row.text)
        stage.require(len(there) == 1, f"{row.account_handle} holds the post {len(there)} times, not once")
        alts = [media["description"] for media in there[0]["media_attachments"]]
        stage.require(alts == [ALT] or not alts, f"{row.account_handle}: the image's description is {alts}")
        at = clock.wall(row.published_at or clock.now(), stage.zone)
        stage.player.tell(
            f"  published on {row.account_handle} at {at:%H:%M:%S}, due {row.due_at:%H:%M:%S} UTC: {row.url}"
        )
    return rows


def plan(stage: Stage) -> int:
    """Priya plans a second post for tomorrow; its id."""
    stage.sit_down("priya")
    screen = stage.go("compose", ComposeScreen)
    post_id = _new(stage, screen)
    form = screen.editor.form
    stage.player.write(form.title, LATER_TITLE)
    form.accounts.list.item(0).setCheckState(Qt.CheckState.Checked)
    stage.player.write(form.texts.shared, LATER)
    form.when.at_time.click()
    tomorrow = clock.wall(clock.now(), stage.zone) + timedelta(days=1)
    form.when.wall_time.set_wall(tomorrow.replace(hour=9, minute=30, second=0, microsecond=0))
    form.when.changed.emit()
    stage.player.until("the draft to be saved", lambda: screen.editor.status.text().startswith("Saved"))
    stage.player.click(screen.editor.submit)
    stage.until_stage(post_id, "submitted")
    return post_id


def _new(stage: Stage, screen: ComposeScreen) -> int:
    was = screen.editor.post_id
    stage.player.click(screen.new_draft)
    return stage.player.until(
        "a new draft",
        lambda: screen.editor.isVisible() and screen.editor.post_id not in (0, was) and screen.editor.post_id,
    )


def _own_text(stage: Stage, form: Form, handle: str, words: str) -> None:
    account = next(row for row in form.accounts.chosen() if handle in row.handle)
    form.texts.turn_to(account.id)
    stage.player.click(stage.player.button("Write a different text for this account", form))
    stage.player.write(form.texts.turn_to(account.id), words)


def _image(stage: Stage, form: Form, file: Path) -> None:
    _map(file)
    form.images.files_given.emit([file])
    stage.player.until("the image to be taken", lambda: len(form.images.images()) == 1)
    stage.player.write(form.images._cards[0].alt, ALT)


def _soon(zone: str) -> datetime:
    """The next full minute that leaves time to approve, as wall time."""
    wall = clock.wall(clock.now() + timedelta(seconds=ENOUGH + 60), zone)
    return wall.replace(second=0, microsecond=0)


def _map(file: Path) -> None:
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    ground = QLinearGradient(QPointF(0, 0), QPointF(900, 600))
    ground.setColorAt(0, QColor("#dfe8d8"))
    ground.setColorAt(1, QColor("#c4d4bd"))
    painter.fillRect(image.rect(), ground)
    for colour, width, points in (
        ("#ffffff", 26, ((0, 420), (380, 300), (900, 220))),
        ("#3469c9", 12, ((380, 300), (470, 480), (700, 460), (760, 245))),
        ("#b3261e", 14, ((400, 296), (740, 248))),
    ):
        pen = painter.pen()
        pen.setColor(QColor(colour))
        pen.setWidth(width)
        painter.setPen(pen)
        painter.drawPolyline([QPointF(*point) for point in points])
    painter.end()
    image.save(str(file))
