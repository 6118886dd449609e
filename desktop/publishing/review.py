"""What exactly would go out of a post, what changed since it was last seen, and what was decided on it?"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.errors import Refused
from desktop.models import Account, ContentClass, Person, PostStage, Variant, Version
from desktop.publishing import drafting, rules
from desktop.records import audit
from desktop.words import QT_TRANSLATE_NOOP, translate

DECIDED = {
    "post.submit": QT_TRANSLATE_NOOP("Review", "submitted version {version} for approval"),
    "post.approve": QT_TRANSLATE_NOOP("Review", "approved version {version}"),
    "post.return": QT_TRANSLATE_NOOP("Review", "returned it"),
    "post.edit": QT_TRANSLATE_NOOP("Review", "took it back to edit it"),
    "post.move": QT_TRANSLATE_NOOP("Review", "gave it another time"),
    "post.withdraw": QT_TRANSLATE_NOOP("Review", "asked for its removal"),
    "post.discard": QT_TRANSLATE_NOOP("Review", "discarded it"),
    "approval.void": QT_TRANSLATE_NOOP("Review", "voided the approval"),
}


@dataclass(frozen=True)
class ReviewImage:
    media_id: int
    alt: str


@dataclass(frozen=True)
class ReviewVariant:
    """What one account will say; ``before`` is what the last version said there, None where it is new."""

    account_id: int
    account_handle: str
    account_name: str
    network: str
    text: str
    language: str
    images: tuple[ReviewImage, ...]
    before: str | None
    diff: tuple[tuple[str, str], ...]  # ("same" | "added" | "removed", words)


@dataclass(frozen=True)
class Decision:
    at: datetime
    name: str
    words: str


@dataclass(frozen=True)
class Review:
    """All that an approver decides on; ``content_hash`` is handed back with the decision."""

    post_id: int
    title: str
    stage: PostStage
    version_id: int
    number: int
    content_hash: str
    content_class: ContentClass
    due_at: datetime | None
    wall_time: str
    zone: str
    submitted_by_id: int
    submitted_by: str
    submitted_at: datetime
    author_id: int
    variants: tuple[ReviewVariant, ...]
    problems: tuple[rules.Problem, ...]
    history: tuple[Decision, ...]
    time_changed: bool


def review(session: Session, post_id: int) -> Review:
    """Return exactly what would go out, and what changed since the last version."""
    post, version = drafting.get(session, post_id), latest(session, post_id)
    previous = session.scalar(sa.select(Version).filter_by(post_id=post_id, number=version.number - 1))
    submitter = session.get_one(Person, version.created_by)
    return Review(
        post_id=post_id,
        title=post.title,
        stage=post.stage,
        version_id=version.id,
        number=version.number,
        content_hash=version.content_hash,
        content_class=version.content_class,
        due_at=version.due_at,
        wall_time=version.wall_time,
        zone=version.zone,
        submitted_by_id=version.created_by,
        submitted_by=submitter.name,
        submitted_at=version.created_at,
        author_id=post.author_id,
        variants=tuple(_variant(session, v, previous) for v in version.variants),
        problems=tuple(rules.problems(session, drafting.load(session, post_id), post_id=post_id)),
        history=tuple(decisions(session, post_id)),
        time_changed=previous is not None and previous.due_at != version.due_at,
    )


def decisions(session: Session, post_id: int) -> list[Decision]:
    """Return what was decided on the post so far, oldest first, in words."""
    names = {p.username: p.name for p in session.scalars(sa.select(Person))}
    rows = reversed(audit.entries(session, subject=f"post:{post_id}"))
    return [
        Decision(row.at, names.get(row.actor, row.actor), _said(row.action, row.details()))
        for row in rows
        if row.action in DECIDED
    ]


def _said(action: str, details: Mapping[str, Any]) -> str:
    words = translate("Review", DECIDED[action]).format_map({"version": "", **details})
    said = details.get("reason") or details.get("comment")
    return f"{words}: {said}" if said else words


def latest(session: Session, post_id: int) -> Version:
    version = session.scalar(
        sa.select(Version).filter_by(post_id=post_id).order_by(Version.number.desc()).limit(1)
    )
    if version is None:
        raise Refused(translate("Review", "This post was not submitted yet."))
    return version


def _variant(session: Session, variant: Variant, previous: Version | None) -> ReviewVariant:
    account = session.get_one(Account, variant.account_id)
    before = None
    if previous is not None:
        before = next((v.text for v in previous.variants if v.account_id == variant.account_id), None)
    return ReviewVariant(
        account.id, account.handle, account.name, account.network.value, variant.text, variant.language,
        tuple(ReviewImage(m.media_id, m.alt) for m in variant.media), before,
        tuple(diff(before, variant.text)) if before is not None else (),
    )  # fmt: skip


def diff(before: str, after: str) -> list[tuple[str, str]]:
    """Compare word by word, spaces kept."""
    old, new = _words(before), _words(after)
    found: list[tuple[str, str]] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(("same", "".join(old[a:b])))
            continue
        if b > a:
            found.append(("removed", "".join(old[a:b])))
        if d > c:
            found.append(("added", "".join(new[c:d])))
    return found


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|\S+", text)
