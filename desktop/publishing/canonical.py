"""What exactly does an approval approve? One canonical text of a version, and its SHA-256."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models import Media, Variant, VariantMedia, Version


def content_hash(
    *,
    variants: list[dict[str, Any]],
    due_at: datetime | None,
    wall_time: str,
    zone: str,
    content_class: str,
    tolerance: int,
) -> str:
    """Return the SHA-256 (hex) over texts, languages, images with alt texts, accounts and time."""
    whole = {
        "variants": sorted(variants, key=lambda v: int(v["account_id"])),
        "due_at": due_at.isoformat() if due_at else None,
        "wall_time": wall_time,
        "zone": zone,
        "content_class": content_class,
        "tolerance": tolerance,
    }
    text = json.dumps(whole, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def stored_hash(session: Session, version: Version) -> str:
    """Compute the hash anew from what is stored: what was approved is what will be sent."""
    variants = [
        variant_part(session, v) for v in session.scalars(sa.select(Variant).filter_by(version_id=version.id))
    ]
    return _of(version, variants)


def _of(version: Version, variants: list[dict[str, Any]]) -> str:
    return content_hash(
        variants=variants,
        due_at=version.due_at,
        wall_time=version.wall_time,
        zone=version.zone,
        content_class=version.content_class.value,
        tolerance=version.tolerance,
    )


def altered(session: Session, version_ids: Iterable[int]) -> set[int]:
    """Return the versions whose stored content is not what their hash was made over; three queries for all."""
    ids = set(version_ids)
    images: dict[int, list[tuple[str, str]]] = {}
    of_variant = (
        sa.select(VariantMedia.variant_id, Media.sha256, VariantMedia.alt)
        .join(Media, Media.id == VariantMedia.media_id)
        .join(Variant, Variant.id == VariantMedia.variant_id)
        .where(Variant.version_id.in_(ids))
        .order_by(VariantMedia.position)
    )
    for variant_id, sha256, alt in session.execute(of_variant):
        images.setdefault(variant_id, []).append((sha256, alt))
    parts: dict[int, list[dict[str, Any]]] = {}
    for v in session.scalars(sa.select(Variant).where(Variant.version_id.in_(ids))):
        made = part(v.account_id, v.text, v.language, images.get(v.id, []))
        parts.setdefault(v.version_id, []).append(made)
    versions = session.scalars(sa.select(Version).where(Version.id.in_(ids)))
    return {v.id for v in versions if _of(v, parts.get(v.id, [])) != v.content_hash}


def variant_part(session: Session, variant: Variant) -> dict[str, Any]:
    images = session.execute(
        sa.select(Media.sha256, VariantMedia.alt)
        .join(VariantMedia, VariantMedia.media_id == Media.id)
        .where(VariantMedia.variant_id == variant.id)
        .order_by(VariantMedia.position)
    )
    return part(variant.account_id, variant.text, variant.language, [(row[0], row[1]) for row in images])


def part(account_id: int, text: str, language: str, images: list[tuple[str, str]]) -> dict[str, Any]:
    """One variant's share: ``images`` are (SHA-256, alt text) in order."""
    return {"account_id": account_id, "text": text, "language": language, "images": [list(i) for i in images]}
