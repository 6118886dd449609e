"""What is to be said: a post, its immutable versions, their variants, and who approved which."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import Base, Instant, choice


class PostStage(StrEnum):
    """Where the post stands with people; where it stands with the networks is each publication's state."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    DISCARDED = "discarded"


class ContentClass(StrEnum):
    """Classes beyond ROUTINE are sensitive: a head of comms approves them."""

    ROUTINE = "routine"
    APPEAL = "appeal"
    NAMING = "naming"  # names or pictures of a suspect or a convicted person
    YOUTH = "youth"
    SEXUAL_OFFENCE = "sexual_offence"
    ACTIVE_PROCEEDINGS = "active_proceedings"


class Post(Base):
    __tablename__ = "post"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(sa.String(200), default="")
    author_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"))
    stage: Mapped[PostStage] = mapped_column(choice(PostStage), default=PostStage.DRAFT)
    content_class: Mapped[ContentClass] = mapped_column(choice(ContentClass), default=ContentClass.ROUTINE)
    created_at: Mapped[datetime] = mapped_column(Instant)
    changed_at: Mapped[datetime] = mapped_column(Instant, index=True)


class Draft(Base):
    """The working copy of a post, saved while it is typed; submitting it freezes a version."""

    __tablename__ = "draft"

    post_id: Mapped[int] = mapped_column(sa.ForeignKey("post.id"), primary_key=True)
    body: Mapped[Any] = mapped_column(sa.JSON)
    saved_by: Mapped[int] = mapped_column(sa.ForeignKey("person.id"))
    saved_at: Mapped[datetime] = mapped_column(Instant)


class Version(Base):
    """Never updated nor deleted (triggers)."""

    __tablename__ = "version"
    __table_args__ = (sa.UniqueConstraint("post_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(sa.ForeignKey("post.id"), index=True)
    number: Mapped[int]
    created_by: Mapped[int] = mapped_column(sa.ForeignKey("person.id"))
    created_at: Mapped[datetime] = mapped_column(Instant)
    content_class: Mapped[ContentClass] = mapped_column(choice(ContentClass))
    due_at: Mapped[datetime | None] = mapped_column(Instant)  # None: at once on approval
    wall_time: Mapped[str] = mapped_column(sa.String(30), default="")  # ISO, naive, as meant
    zone: Mapped[str] = mapped_column(sa.String(60), default="")
    tolerance: Mapped[int] = mapped_column(default=900)  # seconds after due_at in which it may still go
    content_hash: Mapped[str] = mapped_column(sa.String(64))  # SHA-256 over publishing.canonical
    variants: Mapped[list[Variant]] = relationship(order_by="Variant.id")


class Variant(Base):
    """What one account will say. Never updated nor deleted (triggers)."""

    __tablename__ = "variant"
    __table_args__ = (sa.UniqueConstraint("version_id", "account_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(sa.ForeignKey("version.id"))
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    text: Mapped[str] = mapped_column(sa.Text)
    language: Mapped[str] = mapped_column(sa.String(20), default="en")
    media: Mapped[list[VariantMedia]] = relationship(order_by="VariantMedia.position")


class Media(Base):
    """A cleaned image, stored once by its hash."""

    __tablename__ = "media"

    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(sa.String(64), unique=True)
    mime: Mapped[str] = mapped_column(sa.String(60))
    width: Mapped[int]
    height: Mapped[int]
    filename: Mapped[str] = mapped_column(sa.String(300), default="")
    data: Mapped[bytes] = mapped_column(sa.LargeBinary, deferred=True)
    added_by: Mapped[int] = mapped_column(sa.ForeignKey("person.id"))
    added_at: Mapped[datetime] = mapped_column(Instant)


class VariantMedia(Base):
    __tablename__ = "variant_media"

    variant_id: Mapped[int] = mapped_column(sa.ForeignKey("variant.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    media_id: Mapped[int] = mapped_column(sa.ForeignKey("media.id"), index=True)
    alt: Mapped[str] = mapped_column(sa.Text, default="")
    media: Mapped[Media] = relationship()


class Approval(Base):
    """Binds a person to the hash of one version. Only ``void_at`` and ``void_reason`` ever change, once."""

    __tablename__ = "approval"

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(sa.ForeignKey("version.id"), index=True)
    approver_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"))
    content_hash: Mapped[str] = mapped_column(sa.String(64))
    at: Mapped[datetime] = mapped_column(Instant)
    comment: Mapped[str] = mapped_column(sa.Text, default="")
    void_at: Mapped[datetime | None] = mapped_column(Instant)
    void_reason: Mapped[str] = mapped_column(sa.Text, default="")
