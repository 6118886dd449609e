"""The post's own page: what was said, decided and tried, in words that are true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import clock
from desktop.models import Actor, Attempt, Outcome, Publication, PublicationState
from desktop.models.database import Database
from desktop.publishing import approval, drafting
from desktop.views.desk import Desk
from desktop.views.post_page import PostPage
from desktop.views.post_page_deliveries import DeliveryCard
from tests.views.administering import nameless
from tests.views.publishing_desk import (
    DatabaseOffTheInterfaceThread,
    approved,
    desk_of,
    draft,
    in_days,
    two_accounts,
)

S = PublicationState
URL = "https://social.example/@northshire/1134"


@pytest.fixture
def watched(database: Database) -> Iterator[DatabaseOffTheInterfaceThread]:
    made = DatabaseOffTheInterfaceThread(database.url)
    yield made
    made.close()


@pytest.fixture
def desk(watched: DatabaseOffTheInterfaceThread, people: dict[str, Actor], tmp_path: Path) -> Iterator[Desk]:
    with desk_of(watched, people["press"], tmp_path) as made:
        yield made


@pytest.fixture
def accounts(database: Database, people: dict[str, Actor]) -> tuple[int, int]:
    first, second = two_accounts(database, people["admin"])
    return first.id, second.id


@pytest.fixture
def post_id(database: Database, people: dict[str, Actor], accounts: tuple[int, int]) -> int:
    wall = in_days(1).isoformat()
    fields = {"text": "Road closed at Brackenford.", "title": "Brackenford", "wall_time": wall}
    return approved(database, people["comms"], people["press"], accounts=accounts, **fields)


def open_page(desk: Desk, post_id: int, qtbot: QtBot) -> PostPage:
    made = PostPage(desk)
    qtbot.addWidget(made)
    made.resize(1166, 768)
    desk.database.watching = True  # type: ignore[attr-defined] # from here on it fails on this thread
    made.open(post_id)
    made.show()
    made.shown()
    qtbot.waitUntil(lambda: made.page is not None and not made.states.words)
    return made


def cards(page: PostPage) -> list[DeliveryCard]:
    return [card for card in page.deliveries.cards if not card.isHidden()]


def put(database: Database, post_id: int, state: PublicationState, **fields: object) -> list[int]:
    """Put all of a post's publications where the engine would leave them."""
    with database.session() as session:
        rows = approval.publications(session, post_id)
        for row in rows:
            row.state = state
            for name, value in fields.items():
                setattr(row, name, value)
        return [row.id for row in rows]


def attempt(database: Database, publication_id: int, act: str, outcome: Outcome, detail: str) -> None:
    at = clock.now()
    ended = None if outcome is Outcome.OPEN else at
    with database.session() as session:
        session.add(
            Attempt(
                publication_id=publication_id,
                act=act,
                worker="engine:test",
                started_at=at,
                ended_at=ended,
                outcome=outcome,
                detail=detail,
            )
        )


def states(database: Database, post_id: int) -> list[PublicationState]:
    with database.reading() as session:
        return [row.state for row in approval.publications(session, post_id)]


def test_versions_their_changes_and_who_decided(
    desk: Desk, database: Database, people: dict[str, Actor], post_id: int, qtbot: QtBot
) -> None:
    with database.session() as session:
        body = approval.edit(session, post_id, people["comms"])
        drafting.save(session, post_id, replace(body, text="B4366 closed at Brackenford."), people["comms"])
        approval.submit(session, post_id, people["comms"])
        seen = approval.review(session, post_id)
        approval.approve(
            session, post_id, people["press"], seen.version_id, seen.content_hash, "Control agrees"
        )
    page = open_page(desk, post_id, qtbot)
    assert page.heading.text() == "Brackenford"
    assert page.stage.text() == "Approved"
    newest, oldest = page.versions._cards
    assert newest.heading.text() == "Version 2, by Priya Shah"
    assert newest.hash.text().replace(" ", "") == f"SHA-256{seen.content_hash}"
    assert "Added: B4366. Removed: Road." in newest._texts[0].diff.accessibleDescription()
    assert oldest._texts[0].text.text() == "Road closed at Brackenford."
    told = page.versions.decided.text()
    assert "Priya Shah voided the approval: The post was edited." in told
    assert "Morwenna Tregear approved version 2: Control agrees" in told
    assert [("version 1" in card.heading.text()) for card in cards(page)] == [False, False, True, True]


class TestNeverSentBeforeTheReceipt:
    def test_while_it_is_sent(self, desk: Desk, database: Database, post_id: int, qtbot: QtBot) -> None:
        first, _second = put(database, post_id, S.SENDING, first_sent_at=clock.now())
        attempt(database, first, "send", Outcome.OPEN, "Sending.")
        page = open_page(desk, post_id, qtbot)
        card = cards(page)[0]
        assert "has not confirmed it yet" in card.standing.text()
        assert "no answer yet" in card.attempts.text()
        for words in (card.heading.text(), card.standing.text(), card.attempts.text()):
            assert "ublished" not in words
            assert "Sent" not in words

    def test_accepted_is_not_yet_verified(
        self, desk: Desk, database: Database, post_id: int, qtbot: QtBot
    ) -> None:
        at = clock.now()
        put(database, post_id, S.PUBLISHED, published_at=at, url=URL)
        page = open_page(desk, post_id, qtbot)
        assert "Not read back yet" in cards(page)[0].standing.text()
        put(database, post_id, S.PUBLISHED, verified_at=at + timedelta(seconds=4))
        desk.changes.tell("posts")
        qtbot.waitUntil(lambda: "read back from the account" in cards(page)[0].standing.text())

    def test_a_lost_answer_is_being_looked_into(
        self, desk: Desk, database: Database, post_id: int, qtbot: QtBot
    ) -> None:
        put(database, post_id, S.UNCONFIRMED)
        page = open_page(desk, post_id, qtbot)
        assert "answer was lost" in cards(page)[0].standing.text()


def test_the_address_opens_on_request_only(
    desk: Desk, database: Database, post_id: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(database, post_id, S.PUBLISHED, published_at=clock.now(), url=URL)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    page = open_page(desk, post_id, qtbot)
    card = cards(page)[0]
    assert card.url.text() == URL
    assert opened == []
    card.deeds.see.click()
    assert opened == [URL]


class TestActs:
    def test_withdraw_needs_a_reason_and_reports_each_network(
        self, desk: Desk, database: Database, post_id: int, qtbot: QtBot
    ) -> None:
        put(database, post_id, S.PUBLISHED, published_at=clock.now(), network_id="1")
        page = open_page(desk, post_id, qtbot)
        assert not page.edit.isVisible()  # what is published is withdrawn, not edited
        page.withdraw.click()
        page.acts.ask.yes.click()
        assert "Say why" in page.acts.ask.trouble.text()
        QTest.keyClicks(page.acts.ask.reason, "Located")
        page.acts.ask.yes.click()
        qtbot.waitUntil(lambda: cards(page)[0].heading.text().endswith("Being removed"))
        assert all("not yet done" in card.reason.text() for card in cards(page))
        assert "asked for its removal: Located" in page.versions.decided.text()

    def test_edit_again_goes_to_compose(
        self, desk: Desk, database: Database, post_id: int, qtbot: QtBot
    ) -> None:
        went: list[tuple[object, ...]] = []
        desk.go = lambda *where: went.append(where)
        page = open_page(desk, post_id, qtbot)
        page.edit.click()
        page.back.click()
        assert went == [("draft", post_id), ("queue",)]
        assert set(states(database, post_id)) == {S.SCHEDULED}

    def test_cancel_on_one_account_leaves_the_other(
        self, desk: Desk, database: Database, post_id: int, qtbot: QtBot
    ) -> None:
        page = open_page(desk, post_id, qtbot)
        card = cards(page)[0]
        card.deeds.cancel.click()
        page.acts.ask.yes.click()
        qtbot.waitUntil(lambda: S.CANCELLED in states(database, post_id))
        assert sorted(states(database, post_id)) == [S.CANCELLED, S.SCHEDULED]

    def test_the_question_is_answered_here_too(
        self, desk: Desk, database: Database, post_id: int, qtbot: QtBot
    ) -> None:
        first, _ = put(database, post_id, S.QUESTION, evidence={"why": "lost"}, first_sent_at=clock.now())
        page = open_page(desk, post_id, qtbot)
        card = next(c for c in cards(page) if c.deeds.group and c.deeds.group.key == first)
        card.deeds.posted.click()
        page.acts.ask.yes.click()
        qtbot.waitUntil(lambda: states(database, post_id)[0] is S.PUBLISHED)
        assert states(database, post_id)[1] is S.QUESTION

    def test_a_new_time_for_what_failed_leaves_what_went_alone(
        self, desk: Desk, database: Database, post_id: int, accounts: tuple[int, int], qtbot: QtBot
    ) -> None:
        first, second = put(database, post_id, S.FAILED, reason="The app password was revoked.")
        with database.session() as session:
            session.get_one(Publication, first).state = S.SCHEDULED
            session.flush()
            session.get_one(Publication, first).state = S.PUBLISHED
        page = open_page(desk, post_id, qtbot)
        page.time.click()
        page.acts.when.at_time.setChecked(True)
        page.acts.when.wall_time.set_wall(in_days(2))
        page.acts.ask.yes.click()
        qtbot.waitUntil(lambda: states(database, post_id) == [S.PUBLISHED, S.CANCELLED])
        with database.reading() as session:
            version = approval.latest(session, post_id)
            assert [variant.account_id for variant in version.variants] == [accounts[1]]
        assert second


def test_another_post_hides_the_one_before_at_once(
    desk: Desk, database: Database, people: dict[str, Actor], post_id: int, accounts: tuple[int, int], qtbot: QtBot
) -> None:  # fmt: skip
    page = open_page(desk, post_id, qtbot)
    other = draft(database, people["comms"], text="Another", accounts=accounts)
    page.open(other)
    assert "Loading" in page.states.words
    qtbot.waitUntil(lambda: page.page is not None and page.page.post_id == other)
    assert "not submitted" in page.heading.text()
    assert cards(page) == []


def test_every_control_has_a_name(desk: Desk, database: Database, post_id: int, qtbot: QtBot) -> None:
    put(database, post_id, S.QUESTION, evidence={"why": "lost"})
    page = open_page(desk, post_id, qtbot)
    assert nameless(page) == []
    names = {card.deeds.posted.accessibleName() for card in cards(page)}
    assert len(names) == 2  # each says on which account
