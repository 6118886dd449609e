"""How is a post written? A working copy that saves itself, until submitting freezes a version."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop import clock
from desktop.errors import Refused
from desktop.models import Act, Actor, ContentClass, Draft, Media, Person, Post, PostStage
from desktop.publishing.media import CleanImage
from desktop.records import audit
from desktop.words import translate


@dataclass(frozen=True)
class DraftImage:
    media_id: int
    alt: str = ""


@dataclass(frozen=True)
class DraftBody:
    """All that a person fills in. ``wall_time`` is ISO and naive, "" for at once on approval."""

    text: str = ""
    variants: dict[int, str | None] = field(
        default_factory=dict
    )  # an account's own text; None: the shared one
    accounts: tuple[int, ...] = ()
    language: str = "en"
    images: tuple[DraftImage, ...] = ()
    wall_time: str = ""
    zone: str = "Europe/London"
    second: bool | None = None  # of a time that happens twice
    content_class: ContentClass = ContentClass.ROUTINE
    title: str = ""
    tolerance: int = 900  # seconds

    def text_for(self, account_id: int) -> str:
        own = self.variants.get(account_id)
        return self.text if own is None else own

    def due_at(self) -> datetime | None:
        """The UTC instant meant. Raises ``Refused`` for a time that does not exist, or is not settled."""
        if not self.wall_time:
            return None
        return clock.instant(datetime.fromisoformat(self.wall_time), self.zone, second=self.second)

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON stores it: lists and text keys, so that equal drafts compare equal."""
        return dict(json.loads(json.dumps(asdict(self))))

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> DraftBody:
        known = {k: v for k, v in stored.items() if k in cls.__dataclass_fields__}
        known["variants"] = {int(k): v for k, v in known.get("variants", {}).items()}
        known["accounts"] = tuple(known.get("accounts", ()))
        known["images"] = tuple(DraftImage(**image) for image in known.get("images", ()))
        known["content_class"] = ContentClass(known.get("content_class", "routine"))
        return cls(**known)


@dataclass(frozen=True)
class PostRow:
    id: int
    title: str
    text: str
    stage: PostStage
    author_id: int
    author_name: str
    content_class: ContentClass
    changed_at: datetime
    accounts: tuple[int, ...] = ()
    wall_time: str = ""


def new(session: Session, by: Actor) -> int:
    """Begin an empty draft; its post's id."""
    by.require(Act.DRAFT)
    post = Post(author_id=by.id, created_at=clock.now(), changed_at=clock.now())
    session.add(post)
    session.flush()
    session.add(Draft(post_id=post.id, body=DraftBody().to_json(), saved_by=by.id, saved_at=clock.now()))
    audit.append(session, by, "post.new", f"post:{post.id}")
    return post.id


def save(session: Session, post_id: int, body: DraftBody, by: Actor) -> None:
    """Store the working copy. On a submitted or approved post this is an edit: its approval is void."""
    by.require(Act.DRAFT)
    post = get(session, post_id)
    require_theirs(post, by)
    draft = session.get_one(Draft, post_id)
    if draft.body == body.to_json():
        return
    if post.stage in (PostStage.SUBMITTED, PostStage.APPROVED):
        from desktop.publishing import approval  # it drafts in turn when a post is edited

        approval.edit(session, post_id, by)
    if post.stage is PostStage.DISCARDED:
        raise Refused(translate("Approval", "This post was discarded. Copy what you need into a new one."))
    draft.body, draft.saved_by, draft.saved_at = body.to_json(), by.id, clock.now()
    post.title, post.content_class, post.changed_at = body.title, body.content_class, clock.now()
    audit.append(session, by, "post.save", f"post:{post_id}", length=len(body.text))


def require_theirs(post: Post, by: Actor) -> None:
    """Raise ``Refused`` for a frontline officer who would change what somebody else wrote."""
    if post.author_id != by.id and not by.may(Act.SCHEDULE):
        raise Refused(
            translate(
                "Approval", "Somebody else wrote this post: only they or a comms officer may change it."
            )
        )


def load(session: Session, post_id: int) -> DraftBody:
    return DraftBody.from_json(session.get_one(Draft, post_id).body)


def discard(session: Session, post_id: int, by: Actor) -> None:
    """Put a draft away. What was published or is scheduled cannot be discarded."""
    by.require(Act.DRAFT)
    post = get(session, post_id)
    require_theirs(post, by)
    if post.stage is PostStage.APPROVED:
        raise Refused(translate("Approval", "This post is approved. Cancel or withdraw it instead."))
    post.stage, post.changed_at = PostStage.DISCARDED, clock.now()
    audit.append(session, by, "post.discard", f"post:{post_id}")


def add_image(session: Session, by: Actor, image: CleanImage, filename: str = "") -> int:
    """Store a cleaned image once by its hash; its id."""
    by.require(Act.DRAFT)
    known = session.scalar(sa.select(Media.id).where(Media.sha256 == image.sha256))
    if known:
        return known
    media = Media(
        sha256=image.sha256, mime=image.mime, width=image.width, height=image.height, filename=filename[:300],
        data=image.data, added_by=by.id, added_at=clock.now(),
    )  # fmt: skip
    session.add(media)
    session.flush()
    audit.append(session, by, "media.add", f"media:{media.id}", sha256=image.sha256, filename=filename)
    return media.id


def image(session: Session, media_id: int) -> tuple[bytes, str]:
    """Return an image's bytes and MIME type."""
    media = session.get_one(Media, media_id)
    return media.data, media.mime


def posts(session: Session, stage: PostStage | None = None) -> list[PostRow]:
    """Return the posts, newest change first, at most 500."""
    query = (
        sa.select(Post, Draft.body, Person.name)
        .join(Draft, Draft.post_id == Post.id)
        .join(Person, Person.id == Post.author_id)
        .order_by(Post.changed_at.desc())
        .limit(500)
    )
    if stage is not None:
        query = query.where(Post.stage == stage)
    return [_row(post, DraftBody.from_json(body), name) for post, body, name in session.execute(query)]


def get(session: Session, post_id: int) -> Post:
    post = session.get(Post, post_id)
    if post is None:
        raise Refused(translate("Approval", "This post is not in this workspace."))
    return post


def _row(post: Post, body: DraftBody, author: str) -> PostRow:
    return PostRow(
        post.id, post.title, body.text, post.stage, post.author_id, author, post.content_class, post.changed_at,
        body.accounts, body.wall_time,
    )  # fmt: skip
