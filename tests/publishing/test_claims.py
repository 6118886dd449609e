"""The claim is the one gate: nothing passes it that is not approved, due, unheld and untouched."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
import sqlalchemy as sa

from desktop import clock
from desktop.errors import Refused
from desktop.models import (
    Account,
    Approval,
    ContentClass,
    Media,
    Publication,
    PublicationState,
    Variant,
    Version,
)
from desktop.models.database import Database
from desktop.publishing import approval, claims
from tests.publishing.acting import hold, put, row_of, second_account, wall
from tests.publishing.conftest import Desk

S = PublicationState
MINUTE = timedelta(minutes=1)


def claim(desk: Desk, at: object = None, worker: str = "one") -> list[int]:
    with desk.database.session() as session:
        return claims.claim(session, worker, at or clock.now(), lease=MINUTE, limit=50)  # type: ignore[arg-type] # a datetime


def test_what_is_due_is_claimed_once(desk: Desk) -> None:
    publication = desk.ready()
    assert claim(desk) == [publication]
    assert claim(desk, worker="two") == []


def test_not_before_its_time(desk: Desk) -> None:
    publication = desk.ready(wall_time=wall(minutes=10))
    assert claim(desk) == []
    assert claim(desk, clock.now() + timedelta(minutes=11)) == [publication]


def test_the_earliest_first_when_there_are_too_many(desk: Desk) -> None:
    late = desk.ready("Due later tonight", wall_time=wall(minutes=20))
    early = desk.ready("Due before that", wall_time=wall(minutes=10))
    with desk.database.session() as session:
        at = clock.now() + timedelta(minutes=30)
        assert claims.claim(session, "one", at, lease=MINUTE, limit=1) == [early]
    assert desk.state(late) is S.SCHEDULED


def test_not_with_a_void_approval(desk: Desk) -> None:
    publication = desk.ready()
    with desk.database.session() as session:
        approval.void(session, 1, desk.people["comms"], "Void")
    assert claim(desk) == []
    desk.publisher.run_due()
    assert desk.state(publication) is S.SCHEDULED
    assert desk.published() == []


def test_not_what_is_to_be_withdrawn(desk: Desk) -> None:
    publication = desk.ready()
    put(desk, publication, S.SCHEDULED, withdraw_wanted=True, withdraw_next_at=clock.now())
    assert claim(desk) == []
    desk.publisher.run_due()
    assert desk.state(publication) is S.CANCELLED


def test_not_while_the_network_asked_to_wait(desk: Desk) -> None:
    publication = desk.ready()
    until = clock.now() + timedelta(minutes=5)
    with desk.database.session() as session:
        session.get_one(Account, desk.account_id).wait_until = until
    assert claim(desk) == []
    assert claim(desk, until + MINUTE) == [publication]


def test_many_at_once_claim_each_once(desk: Desk) -> None:
    """Eight connections of their own, at the same moment."""
    ready = {desk.ready(f"Number {n}: a different text for each") for n in range(10)}
    got: list[int] = []
    start, lock = threading.Barrier(8), threading.Lock()

    def take(name: str) -> None:
        database = Database(desk.database.url)
        start.wait()
        with database.session() as session:
            found = claims.claim(session, name, clock.now(), lease=MINUTE, limit=3)
        with lock:
            got.extend(found)
        database.close()

    threads = [threading.Thread(target=take, args=(f"worker{n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == sorted(set(got))
    assert set(got) == ready


class TestContent:
    def test_the_database_refuses_to_change_what_was_approved(self, desk: Desk) -> None:
        desk.ready()
        for statement in (
            sa.update(Variant).values(text="Something else"),
            sa.update(Approval).values(content_hash="0" * 64),
            sa.update(Publication).values(version_id=2),
        ):
            with pytest.raises(Refused, match="never changed"), desk.database.session() as session:
                session.execute(statement)

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE publication SET text = 'Forged'",
            "UPDATE publication SET purpose = 'reply'",
            'UPDATE publication SET prepared = \'{"status": "Forged"}\'',
            "UPDATE publication SET account_id = 2",
            "UPDATE approval SET void_at = NULL",
            "UPDATE version SET due_at = '2020-01-01'",
            "UPDATE version SET content_hash = 'x'",
            "UPDATE media SET data = x'00'",
            "UPDATE hold SET lifted_at = '2026-01-01'",
            "UPDATE hold SET account_id = 99",
            "DELETE FROM hold",
            "DELETE FROM approval",
            "DELETE FROM publication",
            "DELETE FROM attempt",
            "DELETE FROM media",
            "DELETE FROM audit_entry",
        ],
    )
    def test_a_hand_in_the_file_is_refused(self, desk: Desk, statement: str) -> None:
        desk.ready()
        desk.publisher.run_due()
        with desk.database.session() as session:
            session.add(
                Media(
                    sha256="a" * 64,
                    mime="image/png",
                    width=1,
                    height=1,
                    data=b"a",
                    added_by=1,
                    added_at=clock.now(),
                )
            )
            approval.void(session, 1, desk.people["press"], "Void")
        hold(desk, desk.people["press"])
        with pytest.raises(Refused), desk.database.session() as session:
            session.execute(sa.text(statement))

    @pytest.mark.parametrize(
        ("who", "content_class"),
        [("comms", "routine"), ("comms2", "routine"), ("operator", "routine"), ("supervisor", "routine"),
         ("admin", "routine"), ("auditor", "routine"), ("frontline", "routine"), ("press", "naming")],
    )  # fmt: skip
    def test_an_approval_put_in_by_hand_is_by_who_may_approve(
        self, desk: Desk, who: str, content_class: str
    ) -> None:
        post_id = desk.draft(content_class=ContentClass(content_class))
        desk.submit(post_id)
        with pytest.raises(Refused, match="may not approve"), desk.database.session() as session:
            version = session.scalars(sa.select(Version)).one()
            by = desk.people[who].id
            session.add(
                Approval(
                    version_id=version.id, approver_id=by, content_hash=version.content_hash, at=clock.now()
                )
            )

    def test_a_time_that_was_not_approved_is_not_kept(self, desk: Desk) -> None:
        publication = desk.ready(wall_time=wall(minutes=10))
        with desk.database.session() as session:
            session.execute(sa.update(Publication).values(due_at=clock.now()))
        assert claim(desk) == []
        desk.publisher.run_due()
        assert desk.state(publication) is S.SCHEDULED
        assert desk.published() == []

    def test_another_account_was_not_approved(self, desk: Desk) -> None:
        desk.ready()
        other = second_account(desk)
        with desk.database.session() as session:
            session.execute(
                sa.text(
                    "INSERT INTO publication (purpose, account_id, version_id, variant_id, text, language, created_by,"
                    " created_at, state, due_at, tolerance, client_key, lease_owner, prepared, reason, evidence,"
                    " network_id, url, withdraw_wanted, withdraw_result) SELECT purpose, :other, version_id,"
                    " variant_id, text, language, created_by, created_at, state, due_at, tolerance, 'forged', '', '',"
                    " '', '{}', '', '', 0, '' FROM publication"
                ).bindparams(other=other)
            )
        assert len(claim(desk)) == 1

    def test_a_reply_of_a_post_is_no_way_round_the_approval(self, desk: Desk) -> None:
        post_id = desk.draft()
        desk.submit(post_id)
        with desk.database.session() as session:
            version = session.scalars(sa.select(Version)).one()
            session.add(
                Publication(
                    purpose="reply", account_id=desk.account_id, version_id=version.id,
                    variant_id=version.variants[0].id, created_by=desk.people["comms"].id, created_at=clock.now(),
                    state=S.SCHEDULED, due_at=clock.now(), client_key="b" * 32,
                )
            )  # fmt: skip
        desk.publisher.run_due()
        assert desk.published() == []

    def test_the_database_refuses_to_send_what_is_not_approved(self, desk: Desk) -> None:
        publication = desk.ready()
        with desk.database.session() as session:
            approval.void(session, 1, desk.people["comms"], "Void")
        with pytest.raises(Refused, match="no valid approval"):
            put(desk, publication, S.CLAIMED)

    def test_what_was_changed_behind_the_triggers_is_not_sent(self, desk: Desk) -> None:
        """Somebody with the file in hand drops the trigger and changes the text."""
        publication, other = desk.ready(), desk.ready("An honest post of the same minute")
        with desk.database.session() as session:
            session.execute(sa.text("DROP TRIGGER variant_never_update"))
            session.execute(sa.text("UPDATE variant SET text = 'Forged' WHERE id = 1"))
        desk.publisher.run_due()
        assert desk.state(publication) is S.FAILED
        assert "not what was approved" in row_of(desk, publication).reason
        assert desk.state(other) is S.PUBLISHED
        assert len(desk.published()) == 1


class TestSweep:
    def sweep(self, desk: Desk, **later: float) -> None:
        with desk.database.session() as session:
            claims.sweep(session, "heir", clock.now() + timedelta(**later), timedelta(seconds=10))

    def test_a_claim_that_ran_out_was_never_tried(self, desk: Desk) -> None:
        publication = desk.ready()
        claim(desk)
        self.sweep(desk, seconds=30)
        assert desk.state(publication) is S.CLAIMED  # its owner still has it
        self.sweep(desk, seconds=90)
        assert desk.state(publication) is S.SCHEDULED

    def test_a_sending_that_ran_out_is_in_doubt(self, desk: Desk) -> None:
        publication = desk.ready()
        claim(desk)
        put(desk, publication, S.SENDING)
        self.sweep(desk, seconds=90)
        assert desk.state(publication) is S.UNCONFIRMED

    @pytest.mark.parametrize(("minutes", "state"), [(14, S.SCHEDULED), (16, S.OVERDUE)])
    def test_past_its_tolerance_it_waits_for_a_person(
        self, desk: Desk, minutes: int, state: PublicationState
    ) -> None:
        publication = desk.ready(wall_time=wall(minutes=1), tolerance=900)
        due = row_of(desk, publication).due_at
        with desk.database.session() as session:
            claims.sweep(session, "heir", due + timedelta(minutes=minutes), timedelta(seconds=10))
        assert desk.state(publication) is state


def test_next_due_is_the_earliest_that_may_go(desk: Desk) -> None:
    first = desk.ready(wall_time=wall(minutes=10))
    desk.ready("Another one, later", wall_time=wall(minutes=20))
    due, later = row_of(desk, first).due_at, clock.now() + timedelta(minutes=15)
    with desk.database.reading() as session:
        assert claims.next_due(session) == due
    put(desk, first, S.SCHEDULED, not_before=later)
    with desk.database.reading() as session:
        assert claims.next_due(session) == later
