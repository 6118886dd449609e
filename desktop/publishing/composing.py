"""What exactly is to be sent for a claimed publication, from what is stored?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.accounts import rows as accounts
from desktop.errors import Refused
from desktop.models import (
    Account,
    Author,
    Conversation,
    Media,
    Message,
    Publication,
    RawPayload,
    Variant,
    VariantMedia,
)
from desktop.networks.protocol import Image, Kind, Outgoing, Target
from desktop.publishing import canonical, media
from desktop.words import QT_TRANSLATE_NOOP, translate

ALTERED = QT_TRANSLATE_NOOP(
    "Publishing",
    "What is stored of this post is not what was approved. It is not sent: tell your administrator.",
)


@dataclass(frozen=True)
class Item:
    """``prepared`` is the request made at an earlier try, to be sent again unchanged; "" the first time."""

    publication_id: int
    account_id: int
    outgoing: Outgoing
    prepared: str


def outgoing(session: Session, ids: Iterable[int]) -> list[Item]:
    """Return what each publication says, with its images fitted to its account's server.

    Raises ``Refused`` where one's stored content is no longer what was approved.
    """
    query = (
        sa.select(Publication, Variant)
        .outerjoin(Variant, Variant.id == Publication.variant_id)
        .where(Publication.id.in_(list(ids)))
        .order_by(Publication.due_at, Publication.id)
    )
    found = session.execute(query).all()
    versions = {publication.version_id for publication, _ in found if publication.version_id is not None}
    if canonical.altered(session, versions):
        raise Refused(translate("Publishing", ALTERED))
    illustrated = _illustrated(session, [variant.id for _, variant in found if variant is not None])
    return [
        _item(session, publication, variant, variant is not None and variant.id in illustrated)
        for publication, variant in found
    ]


def _illustrated(session: Session, variant_ids: list[int]) -> set[int]:
    query = sa.select(VariantMedia.variant_id).where(VariantMedia.variant_id.in_(variant_ids))
    return set(session.scalars(query))


def _item(session: Session, publication: Publication, variant: Variant | None, illustrated: bool) -> Item:
    made = Outgoing(
        client_key=publication.client_key,
        text=variant.text if variant else publication.text,
        language=variant.language if variant else publication.language,
        created_at=publication.first_sent_at or publication.due_at,
        images=_images(session, variant, publication.account_id)
        if variant and illustrated and not publication.prepared
        else (),
        reply_to=_target(session, publication.reply_to_id) if publication.reply_to_id else None,
    )
    return Item(publication.id, publication.account_id, made, publication.prepared)


def _images(session: Session, variant: Variant, account_id: int) -> tuple[Image, ...]:
    query = (
        sa.select(Media, VariantMedia.alt)
        .join(VariantMedia, VariantMedia.media_id == Media.id)
        .where(VariantMedia.variant_id == variant.id)
        .order_by(VariantMedia.position)
    )
    found = session.execute(query).all()
    if not found:
        return ()
    able = accounts.capabilities(session.get_one(Account, account_id).capabilities)
    images = []
    for stored, alt in found:
        if hashlib.sha256(stored.data).hexdigest() != stored.sha256:
            raise Refused(translate("Publishing", ALTERED))
        clean = media.CleanImage(stored.data, stored.mime, stored.width, stored.height, stored.sha256)
        fitted = media.fit(clean, able)
        images.append(Image(fitted.data, fitted.mime, alt, fitted.width, fitted.height))
    return tuple(images)


def _target(session: Session, message_id: int) -> Target:
    message = session.get_one(Message, message_id)
    conversation = session.get_one(Conversation, message.conversation_id)
    author = session.get_one(Author, message.author_id or conversation.author_id)
    raw = session.get(RawPayload, message.raw_id) if message.raw_id else None
    return Target(
        network_id=message.network_id,
        kind=Kind.DIRECT if conversation.direct else message.kind,
        author_id=author.network_id,
        author_handle=author.handle,
        conversation_key=conversation.key,
        raw=raw.payload if raw else "",
    )
