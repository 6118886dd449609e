"""What blocks a post, and what only asks for a second look."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop.models import Account, AccountState, ContentClass
from desktop.networks.protocol import Capabilities, NetworkName
from desktop.publishing import rules
from desktop.publishing.drafting import DraftBody, DraftImage
from desktop.publishing.rules import Problem
from tests.publishing.acting import wall
from tests.publishing.conftest import Desk

ABLE = Capabilities(
    network=NetworkName.MASTODON,
    software="Mastodon 4.6",
    max_length=500,
    url_length=23,
    max_images=4,
    image_types=("image/png",),
    image_bytes=1_000_000,
    alt_length=1500,
    direct_messages=True,
    can_delete=True,
    keeps_client_key=True,
)


def problems(desk: Desk, *, post_id: int = 0, **fields: Any) -> list[Problem]:
    whole: dict[str, Any] = {"text": "Road closed", "accounts": (desk.account_id,), **fields}
    with desk.database.reading() as session:
        return rules.problems(session, DraftBody(**whole), post_id=post_id)


def blocking(found: list[Problem]) -> list[str]:
    return [problem.words for problem in found if problem.blocking]


def test_a_plain_post_has_no_problem(desk: Desk) -> None:
    assert problems(desk) == []


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"accounts": ()}, "accounts", "at least one account"),
        ({"text": " "}, "text", "Write a text"),
        ({"text": "x" * 501}, "text", "1 characters too long"),
        ({"wall_time": "2027-03-28T01:30"}, "when", "does not exist"),
        ({"wall_time": "2027-10-31T01:30"}, "when", "happens twice"),
        ({"wall_time": "2020-01-01T09:00"}, "when", "has passed"),
        ({"images": (DraftImage(99, "A road"),)}, "images", "no longer stored"),
        ({"images": (DraftImage(99, " "),)}, "images", "Describe image 1"),
    ],
)
def test_what_blocks(desk: Desk, fields: dict[str, Any], field: str, words: str) -> None:
    found = [p for p in problems(desk, **fields) if p.blocking and p.field == field]
    assert any(words in p.words for p in found)


def test_blocking_ones_come_first(desk: Desk) -> None:
    found = problems(desk, text="x" * 501, content_class=ContentClass.NAMING)
    assert [p.blocking for p in found] == sorted((p.blocking for p in found), reverse=True)


@pytest.mark.parametrize("kind", [kind for kind in ContentClass if kind is not ContentClass.ROUTINE])
def test_each_sensitive_class_has_its_checklist(desk: Desk, kind: ContentClass) -> None:
    (found,) = problems(desk, content_class=kind)
    assert found.words == rules.CHECKLIST[kind]
    assert not found.blocking


def test_lower_case_hashtags_are_pointed_out(desk: Desk) -> None:
    (found,) = problems(desk, text="Mind #nightimeclosures and #RoadClosures and #a55")
    assert "#nightimeclosures" in found.words
    assert not found.blocking


def test_a_disconnected_account_blocks_and_a_revoked_one_warns(desk: Desk) -> None:
    with desk.database.session() as session:
        session.get_one(Account, desk.account_id).sign_in_needed = True
    (found,) = problems(desk)
    assert not found.blocking
    with desk.database.session() as session:
        session.get_one(Account, desk.account_id).state = AccountState.DISCONNECTED
    assert "is disconnected" in blocking(problems(desk))[0]


class TestTwice:
    def test_a_post_much_like_another_is_warned_of(self, desk: Desk) -> None:
        desk.ready("Road closed at Brackenford until six.", wall_time=wall(minutes=30))
        (found,) = problems(desk, text="Road closed at Brackenford until six!")
        assert "much like this one" in found.words
        assert not found.blocking

    def test_another_one_is_not(self, desk: Desk) -> None:
        desk.ready("Road closed at Brackenford until six.", wall_time=wall(minutes=30))
        assert problems(desk, text="Open day on Saturday: come and meet the dogs.") == []

    def test_one_of_another_week_is_not(self, desk: Desk) -> None:
        desk.ready("Road closed at Brackenford until six.", wall_time=wall(days=7))
        assert problems(desk, text="Road closed at Brackenford until six!") == []

    def test_a_post_is_not_warned_of_itself(self, desk: Desk) -> None:
        """Only given another time: its own earlier publication is no second post."""
        desk.ready("Road closed at Brackenford until six.", wall_time=wall(minutes=30))
        assert problems(desk, post_id=1, text="Road closed at Brackenford until six.") == []


class TestCount:
    @pytest.mark.parametrize(
        ("text", "used"),
        [
            ("Heddlu 🚨", 8),
            ("👨‍👩‍👧‍👦", 1),
            ("https://example.org/" + "x" * 80, 23),
            ("@force@social.example hi", 9),
        ],
    )
    def test_as_mastodon_counts(self, text: str, used: int) -> None:
        assert rules.count(text, ABLE).used == used

    def test_as_bluesky_counts(self) -> None:
        able = replace(ABLE, network=NetworkName.BLUESKY, max_length=300, url_length=None)
        counted = rules.count("👨‍👩‍👧‍👦 Road closed", able)
        assert (counted.used, counted.limit) == (13, 300)
