"""The hash an approval binds to: the same for the same content, another for any other."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy as sa

from desktop.models import Version
from desktop.publishing import canonical
from tests.publishing.acting import wall
from tests.publishing.conftest import Desk

WHOLE: dict[str, Any] = {
    "variants": [canonical.part(1, "Road closed", "en", [("ab" * 32, "A road")]), canonical.part(2, "Ar gau", "cy", [])],
    "due_at": datetime(2027, 6, 1, 13, tzinfo=UTC),
    "wall_time": "2027-06-01T14:00",
    "zone": "Europe/London",
    "content_class": "routine",
    "tolerance": 900,
}  # fmt: skip


def test_the_order_of_accounts_does_not_matter() -> None:
    turned = {**WHOLE, "variants": WHOLE["variants"][::-1]}
    assert canonical.content_hash(**turned) == canonical.content_hash(**WHOLE)


@pytest.mark.parametrize(
    "change",
    [
        {
            "variants": [
                canonical.part(1, "Road closed.", "en", [("ab" * 32, "A road")]),
                WHOLE["variants"][1],
            ]
        },
        {"variants": [canonical.part(1, "Road closed", "cy", [("ab" * 32, "A road")]), WHOLE["variants"][1]]},
        {"variants": [canonical.part(1, "Road closed", "en", [("ab" * 32, "A lane")]), WHOLE["variants"][1]]},
        {"variants": [canonical.part(1, "Road closed", "en", [("cd" * 32, "A road")]), WHOLE["variants"][1]]},
        {"variants": [canonical.part(1, "Road closed", "en", []), WHOLE["variants"][1]]},
        {"variants": [canonical.part(3, "Road closed", "en", [("ab" * 32, "A road")]), WHOLE["variants"][1]]},
        {"variants": WHOLE["variants"][:1]},
        {"due_at": datetime(2027, 6, 1, 14, tzinfo=UTC)},
        {"due_at": None},
        {"wall_time": "2027-06-01T14:01"},
        {"zone": "Europe/Dublin"},
        {"content_class": "naming"},
        {"tolerance": 901},
    ],
    ids=lambda change: next(iter(change)),
)
def test_any_change_changes_it(change: dict[str, Any]) -> None:
    assert canonical.content_hash(**{**WHOLE, **change}) != canonical.content_hash(**WHOLE)


def test_the_order_of_images_matters() -> None:
    images = [("ab" * 32, "First"), ("cd" * 32, "Second")]
    one, other = (
        {**WHOLE, "variants": [canonical.part(1, "Road closed", "en", order)]}
        for order in (images, images[::-1])
    )
    assert canonical.content_hash(**one) != canonical.content_hash(**other)


def test_what_is_stored_hashes_to_what_was_approved(desk: Desk) -> None:
    desk.ready("Mae'r ffordd ar gau 🚧 \u202eabc\u202c\n\nRoad closed", wall_time=wall(days=1), language="cy")
    with desk.database.reading() as session:
        (version,) = session.scalars(sa.select(Version))
        assert canonical.stored_hash(session, version) == version.content_hash
        assert canonical.altered(session, [version.id]) == set()


@pytest.mark.parametrize(
    ("trigger", "statement"),
    [
        ("variant_never_update", "UPDATE variant SET text = 'Forged'"),
        ("variant_never_update", "UPDATE variant SET language = 'xx'"),
        ("version_never_update", "UPDATE version SET due_at = '2030-01-01 00:00:00.000000'"),
        ("version_never_update", "UPDATE version SET tolerance = 9000"),
    ],
)
def test_what_was_altered_behind_the_triggers_is_found(desk: Desk, trigger: str, statement: str) -> None:
    desk.ready(wall_time=wall(days=1))
    with desk.database.session() as session:
        session.execute(sa.text(f"DROP TRIGGER {trigger}"))
        session.execute(sa.text(statement))
    with desk.database.reading() as session:
        assert canonical.altered(session, [1]) == {1}
