"""What does the compose screen ask of the rooms? Each function runs on a worker thread, in its own session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop import clock
from desktop.accounts import rows as accounts
from desktop.accounts.rows import AccountRow
from desktop.models import Actor, PostStage
from desktop.models.database import Database
from desktop.publishing import approval, drafting, media, rules
from desktop.publishing.drafting import DraftBody, PostRow
from desktop.publishing.rules import Problem

SHOWN_PIXELS = 900  # the longest side a picture is kept at for showing


@dataclass(frozen=True)
class Opened:
    """One draft as read."""

    post_id: int
    stage: PostStage
    body: DraftBody
    accounts: list[AccountRow]
    problems: list[Problem]


@dataclass(frozen=True)
class Saved:
    at: datetime  # UTC
    problems: list[Problem]


def posts(database: Database) -> list[PostRow]:
    with database.reading() as session:
        return drafting.posts(session)


def new(database: Database, by: Actor) -> int:
    with database.session() as session:
        return drafting.new(session, by)


def read(database: Database, post_id: int) -> Opened:
    with database.reading() as session:
        body = drafting.load(session, post_id)
        stage = next((row.stage for row in drafting.posts(session) if row.id == post_id), PostStage.DRAFT)
        return Opened(
            post_id, stage, body, accounts.rows(session), rules.problems(session, body, post_id=post_id)
        )


def save(database: Database, by: Actor, post_id: int, body: DraftBody) -> Saved:
    """Store what was typed, then say what stands in its way."""
    with database.session() as session:
        drafting.save(session, post_id, body, by)
    saved_at = clock.now()
    with database.reading() as session:
        return Saved(saved_at, rules.problems(session, body, post_id=post_id))


def edit(database: Database, by: Actor, post_id: int) -> Opened:
    """Take a submitted or approved post back to be edited: its approval is void."""
    with database.session() as session:
        approval.edit(session, post_id, by)
    return read(database, post_id)


def submit(database: Database, by: Actor, post_id: int) -> int:
    with database.session() as session:
        return approval.submit(session, post_id, by)


def discard(database: Database, by: Actor, post_id: int) -> None:
    with database.session() as session:
        drafting.discard(session, post_id, by)


def store_image(
    database: Database, by: Actor, clean: Callable[[], media.CleanImage], name: str
) -> tuple[int, QImage]:
    """Clean and store an image; returns its id and a picture of it to show."""
    image = clean()
    with database.session() as session:
        media_id = drafting.add_image(session, by, image, name)
    return media_id, picture(image.data)


def read_picture(database: Database, media_id: int) -> QImage:
    with database.reading() as session:
        data, _mime = drafting.image(session, media_id)
    return picture(data)


def picture(data: bytes) -> QImage:
    """Decode ``data`` no larger than it is ever shown."""
    image = QImage.fromData(data)
    if max(image.width(), image.height()) <= SHOWN_PIXELS:
        return image
    ratio, mode = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(SHOWN_PIXELS, SHOWN_PIXELS, ratio, mode)
