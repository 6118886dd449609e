"""What happened to one post, in words: its versions, decisions, publications and every attempt?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models import Account, Attempt, ContentClass, Outcome, Person, PostStage, Variant, Version
from desktop.publishing import drafting, review, schedule
from desktop.publishing.review import Decision
from desktop.publishing.schedule import PublicationRow
from desktop.words import QT_TRANSLATE_NOOP, translate

ACTS = {
    "send": QT_TRANSLATE_NOOP("Attempt", "Asked the network to publish it"),
    "look": QT_TRANSLATE_NOOP("Attempt", "Read the account"),
    "withdraw": QT_TRANSLATE_NOOP("Attempt", "Asked for its removal"),
}
OUTCOMES = {
    Outcome.OPEN: QT_TRANSLATE_NOOP("Attempt", "no answer yet"),
    Outcome.SENT: QT_TRANSLATE_NOOP("Attempt", "the network confirmed it"),
    Outcome.REFUSED: QT_TRANSLATE_NOOP("Attempt", "the network said no"),
    Outcome.NOT_DONE: QT_TRANSLATE_NOOP("Attempt", "the network did not take it"),
    Outcome.UNKNOWN: QT_TRANSLATE_NOOP("Attempt", "the answer was lost"),
    Outcome.FOUND: QT_TRANSLATE_NOOP("Attempt", "it is there"),
    Outcome.ABSENT: QT_TRANSLATE_NOOP("Attempt", "it is not there"),
}


@dataclass(frozen=True)
class AttemptRow:
    at: datetime
    ended_at: datetime | None
    act: str  # send, look, withdraw
    outcome: Outcome
    detail: str  # in words, of the network or of ours
    words: str


@dataclass(frozen=True)
class Delivery:
    publication: PublicationRow
    attempts: tuple[AttemptRow, ...]


@dataclass(frozen=True)
class VersionText:
    """What one account says in it; ``changes`` since the version before, () where it is new or the same."""

    account_handle: str
    text: str
    language: str
    alts: tuple[str, ...]  # of its images, in order
    changes: tuple[tuple[str, str], ...]  # ("same" | "added" | "removed", words)


@dataclass(frozen=True)
class VersionRow:
    id: int
    number: int
    by: str
    at: datetime
    due_at: datetime | None
    wall_time: str
    zone: str
    content_class: ContentClass
    texts: tuple[VersionText, ...]
    content_hash: str


@dataclass(frozen=True)
class PostPage:
    post_id: int
    title: str
    stage: PostStage
    versions: tuple[VersionRow, ...]
    decisions: tuple[Decision, ...]
    deliveries: tuple[Delivery, ...]


def page(session: Session, post_id: int) -> PostPage:
    """Return all that is known of one post."""
    post = drafting.get(session, post_id)
    rows = schedule.of_post(session, post_id)
    return PostPage(
        post_id,
        post.title,
        post.stage,
        tuple(_versions(session, post_id)),
        tuple(review.decisions(session, post_id)),
        tuple(Delivery(row, tuple(attempts(session, row.id))) for row in rows),
    )


def attempts(session: Session, publication_id: int) -> list[AttemptRow]:
    query = sa.select(Attempt).filter_by(publication_id=publication_id).order_by(Attempt.id)
    return [
        AttemptRow(a.started_at, a.ended_at, a.act, a.outcome, a.detail if a.ended_at else "", _words(a))
        for a in session.scalars(query)
    ]


def _words(attempt: Attempt) -> str:
    detail = f" {attempt.detail}" if attempt.ended_at else ""
    act, outcome = translate("Attempt", ACTS[attempt.act]), translate("Attempt", OUTCOMES[attempt.outcome])
    return f"{act}: {outcome}.{detail}"


def _versions(session: Session, post_id: int) -> list[VersionRow]:
    query = (
        sa.select(Version, Person.name)
        .join(Person, Person.id == Version.created_by)
        .where(Version.post_id == post_id)
        .order_by(Version.number)
    )
    handles = {row.id: row.handle for row in session.scalars(sa.select(Account))}
    found: list[VersionRow] = []
    before: dict[int, str] = {}
    for version, name in session.execute(query):
        texts = tuple(_text(v, handles[v.account_id], before.get(v.account_id)) for v in version.variants)
        found.insert(0, _version(version, name, texts))
        before = {v.account_id: v.text for v in version.variants}
    return found


def _version(version: Version, name: str, texts: tuple[VersionText, ...]) -> VersionRow:
    return VersionRow(
        version.id,
        version.number,
        name,
        version.created_at,
        version.due_at,
        version.wall_time,
        version.zone,
        version.content_class,
        texts,
        version.content_hash,
    )


def _text(variant: Variant, handle: str, before: str | None) -> VersionText:
    changed = before is not None and before != variant.text
    changes = tuple(review.diff(before or "", variant.text)) if changed else ()
    alts = tuple(image.alt for image in variant.media)
    return VersionText(handle, variant.text, variant.language, alts, changes)
