"""What does the approvals screen ask of the rooms? Each function runs on a worker thread, in its own session."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtGui import QImage

from desktop.models import Actor, ContentClass, PostStage
from desktop.models.database import Database
from desktop.networks.protocol import NetworkName
from desktop.publishing import approval, drafting
from desktop.publishing.drafting import PostRow
from desktop.publishing.review import Decision, Review, ReviewVariant
from desktop.publishing.rules import Problem
from desktop.views.approvals_sheet import Going
from desktop.views.compose_work import picture
from desktop.views.previews import Preview, PreviewImage
from desktop.views.widgets.spans import Span


@dataclass(frozen=True)
class Sheet:
    """What the approver sees; version and hash go back with the decision."""

    post_id: int
    version_id: int
    number: int
    content_hash: str
    title: str
    content_class: ContentClass
    due_at: datetime | None  # UTC; None: at once on approval
    time_changed: bool
    submitted_by: str
    submitted_at: datetime
    goings: tuple[Going, ...]
    images: tuple[tuple[int, ...], ...]  # media ids of each going
    problems: tuple[Problem, ...]
    history: tuple[Decision, ...]
    why_not: str  # why this person cannot approve it, "" if they can

    @property
    def media(self) -> frozenset[int]:
        return frozenset(media_id for ids in self.images for media_id in ids)


def waiting(database: Database) -> list[PostRow]:
    """Return the posts that wait, the longest waiting first."""
    with database.reading() as session:
        return drafting.posts(session, PostStage.SUBMITTED)[::-1]


def sheet(database: Database, by: Actor, post_id: int) -> Sheet:
    with database.reading() as session:
        review = approval.review(session, post_id)
        why = approval.why_not(drafting.get(session, post_id), approval.latest(session, post_id), by)
    return Sheet(
        post_id=post_id,
        version_id=review.version_id,
        number=review.number,
        content_hash=review.content_hash,
        title=review.title or _first_words(review),
        content_class=review.content_class,
        due_at=review.due_at,
        time_changed=review.time_changed,
        submitted_by=review.submitted_by,
        submitted_at=review.submitted_at,
        goings=tuple(_going(variant) for variant in review.variants),
        images=tuple(tuple(image.media_id for image in variant.images) for variant in review.variants),
        problems=review.problems,
        history=review.history,
        why_not=why,
    )


def pictures(database: Database, media_ids: frozenset[int]) -> dict[int, QImage]:
    """Read and decode the images of a sheet."""
    with database.reading() as session:
        stored = {media_id: drafting.image(session, media_id)[0] for media_id in media_ids}
    return {media_id: picture(data) for media_id, data in stored.items()}


def with_pictures(sheet: Sheet, found: dict[int, QImage]) -> Sheet:
    """Return ``sheet`` with its images to be seen."""
    goings = tuple(
        replace(going, preview=replace(going.preview, images=_seen(going.preview.images, ids, found)))
        for going, ids in zip(sheet.goings, sheet.images, strict=True)
    )
    return replace(sheet, goings=goings)


def approve(database: Database, by: Actor, sheet: Sheet, comment: str) -> None:
    """Approve exactly what ``sheet`` shows."""
    with database.session() as session:
        approval.approve(session, sheet.post_id, by, sheet.version_id, sheet.content_hash, comment)


def send_back(database: Database, by: Actor, post_id: int, comment: str) -> None:
    with database.session() as session:
        approval.send_back(session, post_id, by, comment)


def _going(variant: ReviewVariant) -> Going:
    preview = Preview(
        NetworkName(variant.network),
        variant.account_handle,
        variant.account_name,
        variant.text,
        tuple(PreviewImage(None, image.alt) for image in variant.images),
    )
    marks = {"same": ""}
    changes = tuple(Span(words, marks.get(mark, mark)) for mark, words in variant.diff)
    return Going(preview, None if variant.before is None else changes)


def _seen(
    images: tuple[PreviewImage, ...], ids: tuple[int, ...], found: dict[int, QImage]
) -> tuple[PreviewImage, ...]:
    return tuple(
        replace(image, picture=found.get(media_id)) for image, media_id in zip(images, ids, strict=True)
    )


def _first_words(review: Review) -> str:
    return review.variants[0].text[:80] if review.variants else ""
