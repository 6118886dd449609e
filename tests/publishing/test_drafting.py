"""A draft is a working copy: it comes back as it was saved, and saving an approved one takes it back."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Refused
from desktop.models import ContentClass, Media, PostStage, PublicationState, Version
from desktop.publishing import approval, drafting
from desktop.publishing.drafting import DraftBody, DraftImage
from desktop.publishing.media import CleanImage
from desktop.records import audit
from tests.publishing.acting import wall
from tests.publishing.conftest import Desk

S = PublicationState
TEXT = st.text(max_size=200)
BODIES = st.builds(
    DraftBody,
    text=TEXT,
    variants=st.dictionaries(st.integers(1, 9), st.none() | TEXT, max_size=4),
    accounts=st.lists(st.integers(1, 9), unique=True, max_size=4).map(tuple),
    images=st.lists(st.builds(DraftImage, st.integers(1, 99), TEXT), max_size=4).map(tuple),
    wall_time=st.sampled_from(["", "2027-06-01T14:00"]),
    second=st.sampled_from([None, True, False]),
    content_class=st.sampled_from(ContentClass),
    title=TEXT,
)


@given(BODIES)
def test_what_is_stored_comes_back_as_it_was(body: DraftBody) -> None:
    assert DraftBody.from_json(body.to_json()) == body


def test_what_a_newer_version_wrote_is_read_all_the_same() -> None:
    assert DraftBody.from_json({"text": "Hello", "of_tomorrow": 1}).text == "Hello"


def test_an_accounts_own_text_may_be_empty() -> None:
    body = DraftBody(text="Shared", variants={1: "", 2: None})
    assert (body.text_for(1), body.text_for(2), body.text_for(3)) == ("", "Shared", "Shared")


def test_saving_the_same_writes_nothing(desk: Desk) -> None:
    post_id = desk.draft()
    with desk.database.session() as session:
        before = len(audit.entries(session))
        drafting.save(session, post_id, drafting.load(session, post_id), desk.people["comms"])
        assert len(audit.entries(session)) == before


def test_saving_an_approved_one_takes_it_back(desk: Desk) -> None:
    publication = desk.ready(wall_time=wall(days=1))
    with desk.database.session() as session:
        body = replace(drafting.load(session, 1), title="Another title")
        drafting.save(session, 1, body, desk.people["comms2"])
        assert drafting.get(session, 1).stage is PostStage.DRAFT
    assert desk.state(publication) is S.CANCELLED


def test_what_is_published_is_not_edited(desk: Desk) -> None:
    desk.ready()
    desk.publisher.run_due()
    with desk.database.session() as session, pytest.raises(Refused, match="Withdraw it, and write a new one"):
        drafting.save(
            session, 1, replace(drafting.load(session, 1), text="Other words"), desk.people["comms"]
        )


def test_a_discarded_one_stays_as_it_was(desk: Desk) -> None:
    post_id = desk.draft()
    with desk.database.session() as session:
        drafting.discard(session, post_id, desk.people["comms"])
        with pytest.raises(Refused, match="was discarded"):
            drafting.save(
                session, post_id, replace(drafting.load(session, post_id), text="More"), desk.people["comms"]
            )


def test_what_is_approved_is_not_discarded(desk: Desk) -> None:
    desk.ready(wall_time=wall(days=1))
    with desk.database.session() as session, pytest.raises(Refused, match="Cancel or withdraw"):
        drafting.discard(session, 1, desk.people["comms"])


def test_the_same_image_is_stored_once(desk: Desk) -> None:
    image = CleanImage(b"png", "image/png", 4, 3, "ab" * 32)
    with desk.database.session() as session:
        first = drafting.add_image(session, desk.people["comms"], image, "a.png")
        assert drafting.add_image(session, desk.people["comms2"], image, "b.png") == first
        assert session.scalar(sa.select(sa.func.count()).select_from(Media)) == 1


@pytest.mark.parametrize("who", ["operator", "auditor", "admin"])
def test_only_who_may_draft_drafts(desk: Desk, who: str) -> None:
    with desk.database.session() as session, pytest.raises(Refused, match="may not draft"):
        drafting.new(session, desk.people[who])


def test_a_frontline_officer_drafts_and_the_newest_change_is_first(desk: Desk) -> None:
    first, second = desk.draft("One"), desk.draft("Two")
    with desk.database.session() as session:
        drafting.new(session, desk.people["frontline"])
        drafting.save(
            session, first, replace(drafting.load(session, first), text="One more"), desk.people["comms"]
        )
        approval.submit(session, second, desk.people["comms"])
        ids = [row.id for row in drafting.posts(session, PostStage.DRAFT)]
    assert ids[0] == first
    assert second not in ids


def test_a_frontline_officer_changes_their_own_post_and_nobody_elses(desk: Desk) -> None:
    frontline, theirs = desk.people["frontline"], desk.draft()
    publication = desk.ready("Approved already", wall_time=wall(days=1))
    with desk.database.session() as session:
        own = drafting.new(session, frontline)
        drafting.save(
            session, own, DraftBody(text="Bike marking at 10", accounts=(desk.account_id,)), frontline
        )
        approval.submit(session, own, frontline)
        approved = session.scalar(sa.select(Version.post_id).order_by(Version.id.desc()).offset(1).limit(1))
    assert approved is not None
    body = DraftBody(text="Mine now", accounts=(desk.account_id,))
    for act in (
        lambda session: drafting.save(session, theirs, body, frontline),
        lambda session: drafting.discard(session, theirs, frontline),
        lambda session: approval.submit(session, theirs, frontline),
        lambda session: approval.edit(session, approved, frontline),
    ):
        with desk.database.session() as session, pytest.raises(Refused, match="Somebody else wrote"):
            act(session)
    assert desk.state(publication) is S.SCHEDULED
