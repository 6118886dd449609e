"""When does what go out, what is held, and how is it moved, released or cancelled?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop import clock
from desktop.errors import Refused
from desktop.models import (
    Account,
    Act,
    Actor,
    Hold,
    Person,
    Post,
    PostStage,
    Publication,
    PublicationState,
    Purpose,
    Variant,
    Version,
)
from desktop.networks.protocol import NetworkName
from desktop.publishing import approval, drafting
from desktop.publishing.approval import EXPIRED
from desktop.publishing.moving import move
from desktop.records import audit
from desktop.words import translate

S = PublicationState


@dataclass(frozen=True)
class PublicationRow:
    id: int
    post_id: int | None
    version: int | None  # its number
    title: str
    purpose: Purpose
    account_id: int
    account_handle: str
    network: NetworkName
    text: str
    state: PublicationState
    due_at: datetime
    wall_time: str
    zone: str
    published_at: datetime | None
    verified_at: datetime | None
    url: str
    reason: str
    evidence: dict[str, object]
    withdraw_wanted: bool
    withdraw_refused: bool  # for good: a person must see to it on the network itself
    withdraw_result: str
    stage: PostStage | None
    conversation_id: int | None  # of a reply
    account_url: str


@dataclass(frozen=True)
class AwaitingRow:
    """A post with a time that nobody has approved yet: nothing of it goes out."""

    post_id: int
    title: str
    account_handles: tuple[str, ...]
    due_at: datetime


@dataclass(frozen=True)
class HoldRow:
    id: int
    placed_by: str
    placed_at: datetime
    reason: str
    account_handle: str  # "" for all accounts


@dataclass(frozen=True)
class HoldResult:
    held: tuple[PublicationRow, ...]
    already_gone: tuple[PublicationRow, ...]  # left before the hold, in the last hour


def queue(session: Session, start: datetime, end: datetime) -> list[PublicationRow]:
    """Return the publications due from ``start`` until ``end`` (UTC), by time."""
    return _rows(session, Publication.due_at >= start, Publication.due_at < end)


def in_states(session: Session, *states: PublicationState) -> list[PublicationRow]:
    """Return all publications in ``states``, by time: what waits for a person, what comes next."""
    return _rows(session, Publication.state.in_(states))


def awaiting(session: Session, start: datetime, end: datetime) -> list[AwaitingRow]:
    """Return the posts that wait for approval and are meant for a time from ``start`` until ``end`` (UTC)."""
    newest = sa.select(sa.func.max(Version.id)).group_by(Version.post_id)
    query = (
        sa.select(Version, Post)
        .join(Post, Post.id == Version.post_id)
        .where(Post.stage == PostStage.SUBMITTED, Version.id.in_(newest))
        .where(Version.due_at >= start, Version.due_at < end)
        .order_by(Version.due_at)
    )
    handles = {account.id: account.handle for account in session.scalars(sa.select(Account))}
    found = []
    for version, post in session.execute(query):
        texts = version.variants
        named = tuple(handles[variant.account_id] for variant in texts)
        title = post.title or (texts[0].text if texts else "")
        found.append(AwaitingRow(post.id, title, named, version.due_at))
    return found


def lately(session: Session, since: datetime, most: int = 100) -> list[PublicationRow]:
    """Return what reached its network after ``since`` (UTC), the newest first; what was withdrawn too."""
    gone = Publication.state.in_([S.PUBLISHED, S.WITHDRAWN])
    return _rows(session, gone, Publication.published_at > since, newest=True, most=most)


def to_remove(session: Session) -> list[PublicationRow]:
    """Return what should be gone from its network and is not yet: still tried, or refused for good."""
    return _rows(session, Publication.state == S.PUBLISHED, Publication.withdraw_wanted.is_(True))


def of_post(session: Session, post_id: int) -> list[PublicationRow]:
    return _rows(session, Version.post_id == post_id)


def reschedule(
    session: Session, post_id: int, wall_time: str, zone: str, by: Actor, *, second: bool | None = None
) -> int:
    """Move what has not gone out yet to another time: a new version, submitted for a new approval; its id.

    ``wall_time`` "" means as soon as it is approved. The approval of the old time is void; accounts that
    have the post already, or were cancelled, are left out. Raises ``Refused`` for a time that does not
    exist or has passed, and ``TimeHappensTwice`` unless ``second`` says which is meant.
    """
    by.require(Act.SCHEDULE)
    if wall_time and clock.instant(datetime.fromisoformat(wall_time), zone, second=second) <= clock.now():
        raise Refused(translate("Publishing", "That time has passed. Choose a later one."))
    body = approval.take_back(session, post_id, by)
    drafting.save(session, post_id, replace(body, wall_time=wall_time, zone=zone, second=second), by)
    return approval.submit(session, post_id, by)


def hold_all(session: Session, by: Actor, reason: str) -> HoldResult:
    """Hold all scheduled content at once. What is being sent is finished; the claim checks the hold.

    What is claimed and not yet begun is held too: the step to sending is refused to whoever claimed it.
    """
    by.require(Act.HOLD)
    session.add(Hold(placed_by=by.id, placed_at=clock.now(), reason=reason.strip()))
    audit.append(session, by, "hold.place", "hold:all", reason=reason.strip())
    waiting = session.scalars(
        sa.select(Publication).where(
            Publication.state.in_([S.SCHEDULED, S.CLAIMED]), Publication.purpose == Purpose.POST
        )
    ).all()
    for publication in waiting:
        move(session, publication, S.HELD, by, reason.strip())
    session.flush()
    hour = clock.now().timestamp() - 3600
    recent = datetime.fromtimestamp(hour, clock.now().tzinfo)
    gone = _rows(
        session,
        Publication.purpose == Purpose.POST,
        sa.or_(
            Publication.state.in_([S.SENDING, S.UNCONFIRMED, S.QUESTION]),
            sa.and_(Publication.state == S.PUBLISHED, Publication.published_at > recent),
        ),
    )
    held = _rows(session, Publication.id.in_([p.id for p in waiting]))
    return HoldResult(tuple(held), tuple(gone))


def lift(session: Session, by: Actor) -> None:
    """End the hold for what is scheduled from now on; what it held stays held, to be released one by one."""
    by.require(Act.RELEASE)
    for hold in session.scalars(sa.select(Hold).where(Hold.lifted_at.is_(None))):
        hold.lifted_at, hold.lifted_by = clock.now(), by.id
        audit.append(session, by, "hold.lift", "hold:all")


def release(session: Session, publication_id: int, by: Actor) -> PublicationState:
    """Release one held publication. Past its time it becomes overdue and waits for a new time."""
    by.require(Act.RELEASE)
    publication = get(session, publication_id)
    if publication.state is not S.HELD:
        raise Refused(translate("Publishing", "This is not held. Look at the list again."))
    if session.scalar(sa.select(Hold.id).where(Hold.lifted_at.is_(None))):
        raise Refused(
            translate(
                "Publishing",
                "The hold is still in force. Lift it first; what it held stays held until you release it.",
            )
        )
    if publication.due_at <= clock.now():
        move(session, publication, S.OVERDUE, by, translate("Approval", EXPIRED))
    else:
        move(session, publication, S.SCHEDULED, by)
    return publication.state


def cancel(session: Session, publication_id: int, by: Actor) -> None:
    """Never send this one. Raises ``Refused`` where it is being sent or was."""
    by.require(Act.SCHEDULE)
    move(
        session,
        get(session, publication_id),
        S.CANCELLED,
        by,
        translate("Publishing", "Cancelled by {name}.").format(name=by.name),
    )


def answer(session: Session, publication_id: int, posted: bool, by: Actor, url: str = "") -> None:
    """Answer "Check the account: posted / not posted?". Not posted: it waits for a new time, unsent."""
    by.require(Act.SCHEDULE)
    publication = get(session, publication_id)
    if publication.state is not S.QUESTION:
        raise Refused(translate("Publishing", "This question was answered already."))
    if posted:
        publication.published_at = publication.first_sent_at or clock.now()
        publication.url = _address(url)
        move(
            session,
            publication,
            S.PUBLISHED,
            by,
            translate("Publishing", "{name} saw it on the account.").format(name=by.name),
            posted=True,
        )
        return
    looked = translate("Publishing", "{name} looked: it is not on the account.").format(name=by.name)
    move(session, publication, S.OVERDUE, by, f"{looked} {translate('Approval', EXPIRED)}", posted=False)
    if publication.withdraw_wanted:
        publication.withdraw_result = ""
        move(
            session,
            publication,
            S.CANCELLED,
            by,
            translate("Publishing", "{looked} It was to be withdrawn.").format(looked=looked),
        )


def _address(typed: str) -> str:
    """Return an address that may be opened in a browser: it comes from a person."""
    url = typed.strip()
    if url and not url.lower().startswith(("https://", "http://")):
        raise Refused(
            translate(
                "Publishing",
                "The address of the post begins with https:// - copy it from the browser, or leave it empty.",
            )
        )
    return url


def holds(session: Session) -> list[HoldRow]:
    """Return the holds in force."""
    query = (
        sa.select(Hold, Person.name, Account.handle)
        .join(Person, Person.id == Hold.placed_by)
        .outerjoin(Account, Account.id == Hold.account_id)
        .where(Hold.lifted_at.is_(None))
        .order_by(Hold.placed_at)
    )
    return [
        HoldRow(h.id, name, h.placed_at, h.reason, handle or "") for h, name, handle in session.execute(query)
    ]


def get(session: Session, publication_id: int) -> Publication:
    publication = session.get(Publication, publication_id)
    if publication is None:
        raise Refused(translate("Publishing", "This publication is not in this workspace."))
    return publication


def _rows(
    session: Session, *conditions: sa.ColumnElement[bool], newest: bool = False, most: int = 2000
) -> list[PublicationRow]:
    order = (
        [Publication.published_at.desc(), Publication.id.desc()]
        if newest
        else [Publication.due_at, Publication.id]
    )
    query = (
        sa.select(Publication, Account, Variant.text, Version, Post)
        .join(Account, Account.id == Publication.account_id)
        .outerjoin(Variant, Variant.id == Publication.variant_id)
        .outerjoin(Version, Version.id == Publication.version_id)
        .outerjoin(Post, Post.id == Version.post_id)
        .where(*conditions)
        .order_by(*order)
        .limit(most)
    )
    return [_row(*found) for found in session.execute(query)]


def _row(
    p: Publication, account: Account, text: str | None, version: Version | None, post: Post | None
) -> PublicationRow:
    return PublicationRow(
        id=p.id,
        post_id=post.id if post else None,
        version=version.number if version else None,
        title=post.title if post else "",
        purpose=p.purpose,
        account_id=account.id,
        account_handle=account.handle,
        network=account.network,
        text=text if text is not None else p.text,
        state=p.state,
        due_at=p.due_at,
        wall_time=version.wall_time if version else "",
        zone=version.zone if version else "",
        published_at=p.published_at,
        verified_at=p.verified_at,
        url=p.url,
        reason=p.reason,
        evidence=dict(p.evidence or {}),
        withdraw_wanted=p.withdraw_wanted,
        withdraw_refused=p.withdraw_wanted and p.withdraw_next_at is None and p.state is S.PUBLISHED,
        withdraw_result=p.withdraw_result,
        stage=post.stage if post else None,
        conversation_id=p.conversation_id,
        account_url=account.url,
    )
