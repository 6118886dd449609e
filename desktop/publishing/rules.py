"""What stands in the way of a post, and what should be looked at again?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import SequenceMatcher

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.accounts import rows as accounts
from desktop.accounts.rows import AccountRow
from desktop.clock import now
from desktop.errors import Refused
from desktop.models import AccountState, ContentClass, Media, Publication, PublicationState, Variant, Version
from desktop.networks import lengths
from desktop.networks.protocol import Capabilities, NetworkName
from desktop.publishing import media
from desktop.publishing.drafting import DraftBody
from desktop.words import QT_TRANSLATE_NOOP, translate

BLUESKY_BYTES = 3000
SIMILAR = 0.9
CHECKLIST = {
    ContentClass.APPEAL: QT_TRANSLATE_NOOP(
        "Rules", "An appeal: set a review date, and say what takes it down (located, detained)."
    ),
    ContentClass.NAMING: QT_TRANSLATE_NOOP(
        "Rules", "Names or pictures a person: lawful, necessary, proportionate; a senior lead decides."
    ),
    ContentClass.YOUTH: QT_TRANSLATE_NOOP(
        "Rules", "A young person: no name, address, school or picture if a court is involved."
    ),
    ContentClass.SEXUAL_OFFENCE: QT_TRANSLATE_NOOP(
        "Rules", "A sexual offence: the complainant is anonymous for life. Check for jigsaw identification."
    ),
    ContentClass.ACTIVE_PROCEEDINGS: QT_TRANSLATE_NOOP(
        "Rules", "Proceedings are active - contempt risk. Replies count too."
    ),
}


@dataclass(frozen=True)
class Problem:
    """``field`` names the part of the form: text, images, accounts, when, title."""

    account_id: int | None
    field: str
    words: str
    blocking: bool


@dataclass(frozen=True)
class Count:
    used: int
    limit: int
    unit: str


def count(text: str, capabilities: Capabilities) -> Count:
    """Count ``text`` as the network does."""
    if capabilities.network is NetworkName.BLUESKY:
        return Count(lengths.bluesky(text)[0], capabilities.max_length, translate("Rules", "characters"))
    per_url = capabilities.url_length or 23
    return Count(
        lengths.mastodon(text, per_url=per_url), capabilities.max_length, translate("Rules", "characters")
    )


def problems(session: Session, body: DraftBody, *, post_id: int = 0) -> list[Problem]:
    """Return all that blocks this draft and all that deserves a second look, blocking ones first."""
    found = [*_whole(body), *_when(body), *_images(session, body)]
    chosen = [row for row in accounts.rows(session) if row.id in body.accounts]
    for row in chosen:
        found += _account(row, body)
        found += _media_for(session, row, body)
        found += _similar(session, row, body, post_id)
    return sorted(found, key=lambda p: not p.blocking)


def _whole(body: DraftBody) -> Iterator[Problem]:
    if not body.accounts:
        yield Problem(
            None, "accounts", translate("Rules", "Choose at least one account to publish on."), True
        )
    if (
        not body.text.strip()
        and not body.images
        and not any((t or "").strip() for t in body.variants.values())
    ):
        yield Problem(None, "text", translate("Rules", "Write a text or add an image."), True)
    if words := CHECKLIST.get(body.content_class):
        yield Problem(None, "content_class", translate("Rules", words), False)
    for tag in re.findall(r"#(\w{12,})", body.text):
        if tag.islower():
            yield Problem(
                None,
                "text",
                translate("Rules", "Write #{tag} in CamelCase so that screen readers can read it.").format(
                    tag=tag
                ),
                False,
            )


def _when(body: DraftBody) -> Iterator[Problem]:
    try:
        due = body.due_at()
    except Refused as error:
        yield Problem(None, "when", error.reason, True)
        return
    if due is not None and due <= now():
        yield Problem(
            None, "when", translate("Rules", "The scheduled time has passed. Choose a new time."), True
        )


def _images(session: Session, body: DraftBody) -> Iterator[Problem]:
    for number, image in enumerate(body.images, 1):
        if not image.alt.strip():
            yield Problem(
                None,
                "images",
                translate("Rules", "Describe image {number}: people who cannot see it depend on it.").format(
                    number=number
                ),
                True,
            )


def _account(row: AccountRow, body: DraftBody) -> Iterator[Problem]:
    text, able = body.text_for(row.id), row.capabilities
    counted = count(text, able)
    if counted.used > counted.limit:
        over = counted.used - counted.limit
        yield Problem(
            row.id,
            "text",
            translate("Rules", "{handle}: {over} characters too long (at most {most}).").format(
                handle=row.handle, over=over, most=counted.limit
            ),
            True,
        )
    elif able.network is NetworkName.BLUESKY and lengths.bluesky(text)[1] > BLUESKY_BYTES:
        yield Problem(
            row.id,
            "text",
            translate("Rules", "{handle}: the text is too large for Bluesky. Shorten it.").format(
                handle=row.handle
            ),
            True,
        )
    if not text.strip() and not body.images:
        yield Problem(
            row.id,
            "text",
            translate("Rules", "{handle}: there is nothing to say here.").format(handle=row.handle),
            True,
        )
    if len(body.images) > able.max_images:
        yield Problem(
            row.id,
            "images",
            translate("Rules", "{handle} takes at most {most} images.").format(
                handle=row.handle, most=able.max_images
            ),
            True,
        )
    if row.state is AccountState.DISCONNECTED:
        yield Problem(
            row.id,
            "accounts",
            translate("Rules", "{handle} is disconnected. Choose another, or connect it again.").format(
                handle=row.handle
            ),
            True,
        )
    elif row.sign_in_needed:
        yield Problem(
            row.id,
            "accounts",
            translate("Rules", "{handle} must be connected again before it can publish.").format(
                handle=row.handle
            ),
            False,
        )


def _media_for(session: Session, row: AccountRow, body: DraftBody) -> Iterator[Problem]:
    for image in body.images:
        stored = session.get(Media, image.media_id)
        if stored is None:
            yield Problem(
                row.id, "images", translate("Rules", "An image is no longer stored. Add it again."), True
            )
            continue
        clean = media.CleanImage(stored.data, stored.mime, stored.width, stored.height, stored.sha256)
        try:
            media.fit(clean, row.capabilities)
        except Refused as error:
            yield Problem(row.id, "images", f"{row.handle}: {error.reason}", True)
        if len(image.alt) > row.capabilities.alt_length:
            words = translate(
                "Rules", "{handle}: the description of an image is longer than {most} characters."
            ).format(handle=row.handle, most=row.capabilities.alt_length)
            yield Problem(row.id, "images", words, True)


def _similar(session: Session, row: AccountRow, body: DraftBody, post_id: int) -> Iterator[Problem]:
    """Warn of another post much like this one on the same account within a day (an accidental second one)."""
    due = _meant(body)
    query = (
        sa.select(Variant.text)
        .join(Publication, Publication.variant_id == Variant.id)
        .join(Version, Version.id == Variant.version_id)
        .where(
            Publication.account_id == row.id,
            Version.post_id != post_id,
            Publication.due_at.between(due - timedelta(days=1), due + timedelta(days=1)),
            Publication.state.not_in([PublicationState.CANCELLED, PublicationState.WITHDRAWN]),
        )
        .limit(200)
    )
    text = body.text_for(row.id)
    if any(
        SequenceMatcher(None, text, other).quick_ratio() >= SIMILAR
        for other in session.scalars(query)
        if text
    ):
        words = translate(
            "Rules", "{handle}: a post much like this one went out or is scheduled within a day."
        ).format(handle=row.handle)
        yield Problem(row.id, "text", words, False)


def _meant(body: DraftBody) -> datetime:
    try:
        return body.due_at() or now()
    except Refused:
        return now()
