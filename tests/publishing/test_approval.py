"""Who may say that exactly this goes out, and what voids it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from desktop import clock
from desktop.errors import Refused
from desktop.models import Approval, ContentClass, PostStage, PublicationState
from desktop.publishing import approval, drafting, schedule
from tests.publishing.conftest import Desk

S = PublicationState


def soon(minutes: int = 60) -> str:
    return clock.wall(clock.now() + timedelta(minutes=minutes), "Europe/London").isoformat(timespec="minutes")


@pytest.mark.parametrize("who", ["comms", "frontline", "operator", "admin"])
def test_the_author_and_other_roles_cannot_approve(desk: Desk, who: str) -> None:
    post_id = desk.draft()
    desk.submit(post_id)
    with pytest.raises(Refused):
        desk.approve(post_id, who)


def test_an_approver_who_wrote_it_cannot_approve_it(desk: Desk) -> None:
    with desk.database.session() as session:
        post_id = drafting.new(session, desk.people["press"])
        body = replace(drafting.load(session, post_id), text="Mine", accounts=(desk.account_id,))
        drafting.save(session, post_id, body, desk.people["press"])
        approval.submit(session, post_id, desk.people["press"])
    with pytest.raises(Refused, match="somebody else"):
        desk.approve(post_id, "press")
    assert desk.approve(post_id, "head")


def test_a_sensitive_class_needs_a_head_of_comms(desk: Desk) -> None:
    post_id = desk.draft(content_class=ContentClass.NAMING)
    desk.submit(post_id)
    with pytest.raises(Refused, match="head of comms"):
        desk.approve(post_id, "press")
    assert desk.approve(post_id, "head")


def test_the_approver_decides_on_what_was_read(desk: Desk) -> None:
    post_id = desk.draft()
    desk.submit(post_id)
    with desk.database.session() as session:
        seen = approval.review(session, post_id)
    with desk.database.session() as session:
        approval.edit(session, post_id, desk.people["comms"])
        body = replace(drafting.load(session, post_id), text="Something else")
        drafting.save(session, post_id, body, desk.people["comms"])
        approval.submit(session, post_id, desk.people["comms"])
    with desk.database.session() as session, pytest.raises(Refused, match="changed while you were reading"):
        approval.approve(session, post_id, desk.people["press"], seen.version_id, seen.content_hash)


def test_an_edit_voids_the_approval_and_cancels_what_waits(desk: Desk) -> None:
    post_id = desk.draft(wall_time=soon())
    desk.submit(post_id)
    (publication,) = desk.approve(post_id)
    with desk.database.session() as session:
        body = replace(drafting.load(session, post_id), text="One word more")
        drafting.save(session, post_id, body, desk.people["comms"])
    assert desk.state(publication) is S.CANCELLED
    with desk.database.reading() as session:
        assert session.scalars(sa.select(Approval.void_reason)).all() == ["The post was edited."]
        assert drafting.get(session, post_id).stage is PostStage.DRAFT


def test_saving_the_same_again_voids_nothing(desk: Desk) -> None:
    post_id = desk.draft(wall_time=soon())
    desk.submit(post_id)
    (publication,) = desk.approve(post_id)
    with desk.database.session() as session:
        drafting.save(session, post_id, drafting.load(session, post_id), desk.people["comms"])
    assert desk.state(publication) is S.SCHEDULED


def test_approved_late_never_publishes_by_itself(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    post_id = desk.draft(wall_time=soon(1))
    desk.submit(post_id)
    later = clock.now() + timedelta(minutes=5)
    monkeypatch.setattr(clock, "now", lambda: later)
    with pytest.raises(Refused, match=r"Approval expired: scheduled time has passed\. Choose a new time\."):
        desk.approve(post_id)


def test_returned_with_words_and_submitted_again(desk: Desk) -> None:
    post_id = desk.draft()
    desk.submit(post_id)
    with desk.database.session() as session:
        with pytest.raises(Refused, match="Say what should change"):
            approval.send_back(session, post_id, desk.people["press"], " ")
        approval.send_back(session, post_id, desk.people["press"], "Say which junction.")
        body = replace(drafting.load(session, post_id), text="Road closed at junction 4.")
        drafting.save(session, post_id, body, desk.people["comms"])
        approval.submit(session, post_id, desk.people["comms"])
        review = approval.review(session, post_id)
    assert review.number == 2
    assert ("removed", "Brackenford.") in review.variants[0].diff
    assert [d.words for d in review.history][1] == "returned it: Say which junction."


def test_moving_it_voids_the_approval(desk: Desk) -> None:
    post_id = desk.draft(wall_time=soon())
    desk.submit(post_id)
    (publication,) = desk.approve(post_id)
    with desk.database.session() as session:
        schedule.reschedule(session, post_id, soon(120), "Europe/London", desk.people["comms"])
        review = approval.review(session, post_id)
    assert desk.state(publication) is S.CANCELLED
    assert review.stage is PostStage.SUBMITTED
    assert review.time_changed


def test_a_missing_description_blocks(desk: Desk) -> None:
    import io

    from PIL import Image

    from desktop.publishing import media
    from desktop.publishing.drafting import DraftImage

    out = io.BytesIO()
    Image.new("RGB", (9, 9)).save(out, "PNG")
    with desk.database.session() as session:
        clean = media.clean(out.getvalue(), filename="a.png")
        media_id = drafting.add_image(session, desk.people["comms"], clean)
    post_id = desk.draft(images=(DraftImage(media_id),))
    with pytest.raises(Refused, match="Describe image 1"):
        desk.submit(post_id)
