"""The post's page tells what happened in words that are true at that moment."""

from __future__ import annotations

from dataclasses import replace

from desktop.models import Outcome, PostStage, PublicationState
from desktop.publishing import approval, drafting, page, withdraw
from desktop.publishing.page import PostPage
from tests.publishing.acting import wall
from tests.publishing.conftest import Desk

S = PublicationState


def read(desk: Desk, post_id: int = 1) -> PostPage:
    with desk.database.reading() as session:
        return page.page(session, post_id)


def test_a_draft_has_neither_version_nor_delivery(desk: Desk) -> None:
    post_id = desk.draft(title="Brackenford")
    told = read(desk, post_id)
    assert (told.title, told.stage) == ("Brackenford", PostStage.DRAFT)
    assert (told.versions, told.decisions, told.deliveries) == ((), (), ())


def test_each_version_with_its_changes_and_its_hash(desk: Desk) -> None:
    desk.ready(wall_time=wall(days=1))
    with desk.database.session() as session:
        body = approval.edit(session, 1, desk.people["comms"])
        drafting.save(session, 1, replace(body, text="Road open again at Brackenford."), desk.people["comms"])
        approval.submit(session, 1, desk.people["comms"])
    newest, oldest = read(desk).versions
    assert (newest.number, newest.by, oldest.number) == (2, "Priya Shah", 1)
    assert ("added", "open again") in newest.texts[0].changes
    assert ("removed", "closed") in newest.texts[0].changes
    assert oldest.texts[0].changes == ()
    assert newest.content_hash != oldest.content_hash


def test_who_decided_what(desk: Desk) -> None:
    desk.ready(wall_time=wall(days=1))
    with desk.database.session() as session:
        approval.edit(session, 1, desk.people["comms"])
        approval.submit(session, 1, desk.people["comms"])
        approval.send_back(session, 1, desk.people["press"], "Say which {road}.")
    with desk.database.session() as session:
        withdraw.ask(session, 1, desk.people["head"], "Located")
    assert [f"{it.name} {it.words}" for it in read(desk).decisions] == [
        "Priya Shah submitted version 1 for approval",
        "Morwenna Tregear approved version 1",
        "Priya Shah voided the approval: The post was edited.",
        "Priya Shah took it back to edit it",
        "Priya Shah submitted version 2 for approval",
        "Morwenna Tregear returned it: Say which {road}.",
        "Gareth Llewellyn-Pugh asked for its removal: Located",
    ]


def test_every_attempt_and_never_sent_before_the_receipt(desk: Desk) -> None:
    publication = desk.ready()
    desk.network.faults.arm({"mode": "lose-response", "match": "/api/v1/statuses", "method": "POST"})
    desk.network.faults.arm({"mode": "status", "status": 503, "match": "/statuses", "method": "GET"})
    desk.publisher.run_due()
    (delivery,) = read(desk).deliveries
    assert delivery.publication.state is S.UNCONFIRMED
    assert delivery.publication.published_at is None
    first = delivery.attempts[0]
    assert (first.act, first.outcome) == ("send", Outcome.UNKNOWN)
    assert first.words.startswith("Asked the network to publish it: the answer was lost.")
    assert first.ended_at is not None
    assert first.at <= first.ended_at
    desk.run_until(lambda: desk.state(publication) is S.PUBLISHED, rounds=400)
    (delivery,) = read(desk).deliveries
    assert delivery.attempts[-1].outcome is Outcome.FOUND
    assert delivery.publication.verified_at is not None


def test_an_attempt_that_is_open_says_so(desk: Desk) -> None:
    from desktop import clock
    from desktop.models import Attempt

    publication = desk.ready(wall_time=wall(days=1))
    with desk.database.session() as session:
        session.add(
            Attempt(
                publication_id=publication,
                act="send",
                worker="engine:x",
                started_at=clock.now(),
                detail="Sending.",
            )
        )
    (delivery,) = read(desk).deliveries
    assert delivery.attempts[0].words == "Asked the network to publish it: no answer yet."
