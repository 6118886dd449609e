"""Who said that exactly this may go out, and is that still so?"""

from __future__ import annotations

import uuid
from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop import clock
from desktop.errors import Refused
from desktop.models import (
    Account,
    Act,
    Actor,
    Approval,
    ContentClass,
    Hold,
    Media,
    Post,
    PostStage,
    Publication,
    PublicationState,
    Purpose,
    Variant,
    VariantMedia,
    Version,
)
from desktop.publishing import canonical, drafting, rules
from desktop.publishing.drafting import DraftBody
from desktop.publishing.moving import move
from desktop.publishing.review import latest as latest
from desktop.publishing.review import review as review
from desktop.records import audit
from desktop.words import QT_TRANSLATE_NOOP, translate

S = PublicationState
EXPIRED = QT_TRANSLATE_NOOP("Approval", "Approval expired: scheduled time has passed. Choose a new time.")
SENDING = frozenset({S.CLAIMED, S.SENDING, S.UNCONFIRMED, S.QUESTION})
UNSENT = frozenset({S.SCHEDULED, S.HELD, S.OVERDUE, S.FAILED})


def submit(session: Session, post_id: int, by: Actor) -> int:
    """Freeze the draft into a version and ask for approval; the version's id.

    Raises ``Refused`` with the first thing that blocks it.
    """
    by.require(Act.SUBMIT)
    post = drafting.get(session, post_id)
    drafting.require_theirs(post, by)
    if post.stage not in (PostStage.DRAFT, PostStage.RETURNED):
        raise Refused(translate("Approval", "This post is submitted already. Edit it to change it."))
    body = drafting.load(session, post_id)
    for problem in rules.problems(session, body, post_id=post_id):
        if problem.blocking:
            raise Refused(problem.words)
    _refuse_twice(session, post_id, body)
    version = _freeze(session, post, body, by)
    post.stage, post.changed_at = PostStage.SUBMITTED, clock.now()
    audit.append(
        session,
        by,
        "post.submit",
        f"post:{post_id}",
        version=version.number,
        content_hash=version.content_hash,
    )
    return version.id


def approve(
    session: Session, post_id: int, by: Actor, version_id: int, content_hash: str, comment: str = ""
) -> list[int]:
    """Approve exactly the content with ``content_hash`` and schedule it; the publications' ids.

    Raises ``Refused`` for an author, a changed content, a sensitive class without the authority, or a
    scheduled time that has passed: approved late never publishes by itself.
    """
    by.require(Act.APPROVE)
    post, version = drafting.get(session, post_id), latest(session, post_id)
    if post.stage is not PostStage.SUBMITTED:
        raise Refused(translate("Approval", "This post does not wait for approval. Look at it again."))
    if why := why_not(post, version, by):
        raise Refused(why)
    if version.id != version_id or not _same(session, version, content_hash):
        raise Refused(
            translate(
                "Approval", "This post changed while you were reading it. Read it again before you decide."
            )
        )
    if version.due_at is not None and version.due_at <= clock.now():
        raise Refused(translate("Approval", EXPIRED))
    session.add(
        Approval(
            version_id=version.id,
            approver_id=by.id,
            content_hash=content_hash,
            at=clock.now(),
            comment=comment,
        )
    )
    session.flush()
    post.stage, post.changed_at = PostStage.APPROVED, clock.now()
    audit.append(
        session,
        by,
        "post.approve",
        f"post:{post_id}",
        version=version.number,
        content_hash=content_hash,
        comment=comment,
    )
    return [_schedule(session, version, variant, by).id for variant in version.variants]


def why_not(post: Post, version: Version, by: Actor) -> str:
    """Return why this person may not approve, in words; "" if they may."""
    if not by.may(Act.APPROVE):
        return translate("Approval", "Your role does not approve posts.")
    if by.id in (post.author_id, version.created_by):
        return translate("Approval", "You wrote this post: somebody else must approve it.")
    if version.content_class is not ContentClass.ROUTINE and not by.may(Act.APPROVE_SENSITIVE):
        return translate("Approval", "This class of post is approved by a head of comms.")
    return ""


def send_back(session: Session, post_id: int, by: Actor, comment: str) -> None:
    """Return the post with what should change."""
    by.require(Act.APPROVE)
    post = drafting.get(session, post_id)
    if post.stage is not PostStage.SUBMITTED:
        raise Refused(translate("Approval", "This post does not wait for approval. Look at it again."))
    if not comment.strip():
        raise Refused(translate("Approval", "Say what should change, so that the author can change it."))
    post.stage, post.changed_at = PostStage.RETURNED, clock.now()
    audit.append(session, by, "post.return", f"post:{post_id}", comment=comment.strip())


def edit(session: Session, post_id: int, by: Actor) -> DraftBody:
    """Take a post back to be edited: its approval is void and what was not sent is cancelled.

    Raises ``Refused`` while any of it is being sent or after it was published.
    """
    by.require(Act.DRAFT)
    drafting.require_theirs(drafting.get(session, post_id), by)
    if any(p.state is S.PUBLISHED for p in publications(session, post_id)):
        raise Refused(translate("Approval", "This post is published. Withdraw it, and write a new one."))
    _cancel_unsent(session, post_id, by, "post.edit", translate("Approval", "The post was edited."))
    return drafting.load(session, post_id)


def take_back(session: Session, post_id: int, by: Actor) -> DraftBody:
    """Take back what has not gone out yet; its body, for the accounts that still wait for it alone.

    Accounts that have the post keep it, and what was cancelled stays cancelled. Raises ``Refused`` while
    any of it is being sent, and where nothing waits.
    """
    by.require(Act.DRAFT)
    post, body = drafting.get(session, post_id), drafting.load(session, post_id)
    standing = publications(session, post_id)
    _refuse_under_way(standing)
    waiting = {p.account_id for p in standing if p.state in UNSENT}
    if post.stage is PostStage.APPROVED:
        body = replace(body, accounts=tuple(a for a in body.accounts if a in waiting))
    if not body.accounts:
        raise Refused(
            translate(
                "Approval", "Nothing of this post waits to go out. Look at its page, or write a new one."
            )
        )
    _cancel_unsent(
        session, post_id, by, "post.move", translate("Approval", "The post was given another time.")
    )
    return body


def _cancel_unsent(session: Session, post_id: int, by: Actor, act: str, reason: str) -> None:
    post, standing = drafting.get(session, post_id), publications(session, post_id)
    _refuse_under_way(standing)
    for publication in standing:
        if publication.state in UNSENT:
            move(session, publication, S.CANCELLED, by, reason)
    void(session, post_id, by, reason)
    if post.stage in (PostStage.SUBMITTED, PostStage.APPROVED):
        post.stage, post.changed_at = PostStage.DRAFT, clock.now()
        audit.append(session, by, act, f"post:{post_id}")


def _refuse_under_way(standing: list[Publication]) -> None:
    if any(p.state is S.QUESTION for p in standing):
        raise Refused(
            translate("Approval", "Answer first whether this post is on the account: posted, or not posted.")
        )
    if any(p.state in SENDING for p in standing):
        raise Refused(
            translate(
                "Approval",
                "This post is being sent right now. Wait until it has gone; then withdraw it if need be.",
            )
        )


def void(session: Session, post_id: int, by: Actor, reason: str) -> None:
    query = sa.select(Approval).join(Version).where(Version.post_id == post_id, Approval.void_at.is_(None))
    for approval in session.scalars(query):
        approval.void_at, approval.void_reason = clock.now(), reason
        audit.append(session, by, "approval.void", f"post:{post_id}", reason=reason)


def publications(session: Session, post_id: int) -> list[Publication]:
    query = sa.select(Publication).join(Version, Version.id == Publication.version_id)
    return list(session.scalars(query.where(Version.post_id == post_id).order_by(Publication.id)))


def _refuse_twice(session: Session, post_id: int, body: DraftBody) -> None:
    """A post goes to an account once: one that has it, or may have it, takes no second version."""
    for publication in publications(session, post_id):
        may_have_it = publication.state is S.PUBLISHED or publication.state in SENDING
        if may_have_it and publication.account_id in body.accounts:
            handle = session.get_one(Account, publication.account_id).handle
            raise Refused(
                translate(
                    "Approval",
                    "{handle} has this post already. Take that account out, or withdraw the post first.",
                ).format(handle=handle)
            )


def _freeze(session: Session, post: Post, body: DraftBody, by: Actor) -> Version:
    number = session.scalar(sa.select(sa.func.max(Version.number)).filter_by(post_id=post.id)) or 0
    hashes = {
        m.id: m.sha256
        for m in session.scalars(sa.select(Media).where(Media.id.in_([i.media_id for i in body.images])))
    }
    images = [(hashes[i.media_id], i.alt) for i in body.images]
    digest = canonical.content_hash(
        variants=[canonical.part(a, body.text_for(a), body.language, images) for a in body.accounts],
        due_at=body.due_at(),
        wall_time=body.wall_time,
        zone=body.zone,
        content_class=body.content_class.value,
        tolerance=body.tolerance,
    )
    version = Version(
        post_id=post.id, number=number + 1, created_by=by.id, created_at=clock.now(), content_class=body.content_class,
        due_at=body.due_at(), wall_time=body.wall_time, zone=body.zone, tolerance=body.tolerance, content_hash=digest,
    )  # fmt: skip
    session.add(version)
    session.flush()
    for account_id in sorted(body.accounts):
        variant = Variant(
            version_id=version.id,
            account_id=account_id,
            text=body.text_for(account_id),
            language=body.language,
        )
        session.add(variant)
        session.flush()
        for position, image in enumerate(body.images):
            session.add(
                VariantMedia(variant_id=variant.id, position=position, media_id=image.media_id, alt=image.alt)
            )
    session.flush()
    return version


def _same(session: Session, version: Version, content_hash: str) -> bool:
    return version.content_hash == content_hash == canonical.stored_hash(session, version)


def _schedule(session: Session, version: Version, variant: Variant, by: Actor) -> Publication:
    held = session.scalar(
        sa.select(Hold.id).where(
            Hold.lifted_at.is_(None), sa.or_(Hold.account_id.is_(None), Hold.account_id == variant.account_id)
        )
    )
    publication = Publication(
        purpose=Purpose.POST, account_id=variant.account_id, version_id=version.id, variant_id=variant.id,
        language=variant.language, created_by=by.id, created_at=clock.now(), state=S.HELD if held else S.SCHEDULED,
        due_at=version.due_at or clock.now(), tolerance=version.tolerance, client_key=uuid.uuid4().hex,
        reason=translate("Approval", "All scheduled content is held.") if held else "",
    )  # fmt: skip
    session.add(publication)
    session.flush()
    audit.append(
        session, by, "publication.schedule", f"publication:{publication.id}", due_at=publication.due_at
    )
    return publication
