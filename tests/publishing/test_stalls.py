"""What one network, one post or one answer does wrong must not harm the others, nor send anything twice."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
import sqlalchemy as sa
from PIL import Image as Pillow

from desktop import clock
from desktop.errors import Refused, Unavailable
from desktop.models import Publication, PublicationState
from desktop.networks.protocol import Sent
from desktop.publishing import claims, composing, delivery, drafting, media
from desktop.publishing.delivery import Publisher
from desktop.publishing.drafting import DraftImage
from desktop.publishing.moving import move
from tests.publishing.conftest import FAST, Desk

S = PublicationState


def image(desk: Desk) -> DraftImage:
    out = io.BytesIO()
    Pillow.new("RGB", (40, 30), "navy").save(out, "PNG")
    with desk.database.session() as session:
        clean = media.clean(out.getvalue(), filename="lamp.png")
        return DraftImage(drafting.add_image(session, desk.people["comms"], clean), "A blue lamp")


@pytest.fixture
def publication(desk: Desk) -> int:
    return desk.ready()


@pytest.mark.parametrize("mode", ["garbage", "status", "lose-response"])
def test_an_image_that_cannot_be_uploaded_holds_up_no_other_post(desk: Desk, mode: str) -> None:
    held_up = desk.ready("With an image", images=(image(desk),))
    other = desk.ready("Another post of the same minute")
    desk.network.faults.arm({"mode": mode, "match": "/api/v2/media", "times": 100})
    desk.publisher.run_due()
    assert desk.state(other) is S.PUBLISHED
    assert desk.state(held_up) is S.SCHEDULED
    with desk.database.reading() as session:
        assert session.get_one(Publication, held_up).reason


def test_a_post_that_cannot_be_composed_holds_up_no_other(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, other = desk.ready("Moving image"), desk.ready("Another post of the same minute")
    composed = composing.outgoing

    def compose(session: sa.orm.Session, ids: list[int]) -> list[composing.Item]:
        if bad in ids:
            raise Refused("This image cannot be made small enough. Use a smaller image.")
        return composed(session, ids)

    monkeypatch.setattr(composing, "outgoing", compose)
    desk.publisher.run_due()
    assert desk.state(other) is S.PUBLISHED
    assert desk.state(bad) is S.FAILED


def test_a_machine_without_the_key_leaves_it_to_another(
    desk: Desk, publication: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(account_id: int) -> object:
        raise Refused("This computer does not hold the key that opens the accounts' tokens.")

    with monkeypatch.context() as here:
        here.setattr(desk.connectors, "get", locked)
        desk.publisher.run_due()
    assert desk.state(publication) is S.SCHEDULED
    with desk.database.session() as session:
        session.execute(sa.update(Publication).values(not_before=None))
    desk.publisher.run_due()
    assert desk.state(publication) is S.PUBLISHED


def test_a_slow_server_is_not_sent_the_same_again_while_it_works(desk: Desk, publication: int) -> None:
    """Mastodon remembers a key only once the status is made: a repeat that comes before makes a second."""
    desk.network.faults.arm({"mode": "slow", "match": "/api/v1/statuses", "method": "POST", "ms": 1250})
    done = clock.now() + timedelta(seconds=1.6)
    desk.publisher.run_due()
    desk.run_until(lambda: desk.state(publication) is S.PUBLISHED and clock.now() > done, rounds=120)
    assert len(desk.published()) == 1


class TestALateTurn:
    """One that waited behind stalled requests until its lease is old asks for it anew, or does not go."""

    def ready(self, desk: Desk, publication: int, leased: timedelta) -> delivery.Ready:
        (claimed,) = desk.publisher._claim(clock.now())
        assert claimed == publication
        (made,) = desk.publisher._begin([claimed])
        old = made.leased_at - leased
        return delivery.Ready(made.publication_id, made.attempt_id, made.prepared, made.connector, old)

    def test_it_goes_with_a_new_lease(self, desk: Desk, publication: int) -> None:
        ready = self.ready(desk, publication, timedelta(seconds=FAST.lease))
        desk.publisher._settle([desk.publisher._send(ready)])
        assert desk.state(publication) is S.PUBLISHED

    def test_it_does_not_go_once_another_has_it(self, desk: Desk, publication: int) -> None:
        ready = self.ready(desk, publication, timedelta(seconds=FAST.lease))
        with desk.database.session() as session:
            claims.sweep(session, "heir", clock.now() + timedelta(minutes=1), timedelta(0))
        sent, result = desk.publisher._send(ready)
        assert isinstance(result, Unavailable)
        desk.publisher._settle([(sent, result)])
        assert desk.published() == []
        assert desk.state(publication) is S.UNCONFIRMED

    def test_an_answer_that_comes_late_is_believed(self, desk: Desk, publication: int) -> None:
        """The heir read the account too early, and would send it again."""
        ready = self.ready(desk, publication, timedelta(0))
        with desk.database.session() as session:
            claims.sweep(session, "heir", clock.now() + timedelta(minutes=1), timedelta(0))
        heir = Publisher(desk.database, desk.connectors, "heir", FAST)
        with desk.database.session() as session:
            row = session.get_one(Publication, publication)
            move(session, row, S.SCHEDULED, "heir", "It did not arrive. It is sent again.")
        desk.publisher._settle([(ready, Sent("77", "https://example.org/77", clock.now(), "{}"))])
        heir.run_due()
        heir.close()
        assert desk.state(publication) is S.PUBLISHED
        assert desk.published() == []  # the answer was made up here: nothing was sent a second time


def test_an_account_that_answers_nonsense_is_looked_at_again(desk: Desk, publication: int) -> None:
    desk.network.faults.arm({"mode": "lose-response", "match": "/api/v1/statuses", "method": "POST"})
    desk.network.faults.arm({"mode": "status", "status": 200, "match": "/statuses?", "body": {"a": 1}})
    desk.network.faults.arm({"mode": "status", "status": 200, "match": "/statuses?", "body": "text"})
    desk.publisher.run_due()
    desk.run_until(lambda: desk.state(publication) is S.PUBLISHED)
    assert len(desk.published()) == 1
