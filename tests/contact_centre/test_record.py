from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop.clock import now
from desktop.contact_centre import record
from desktop.contact_centre.record import ContactRecord
from desktop.errors import Refused
from desktop.models import Actor, Attention
from desktop.models.database import Database
from tests.contact_centre.conftest import EMERGENCY, Arrive

SUMMER = datetime(2026, 7, 3, 13, 2, 10, tzinfo=UTC)


@pytest.fixture
def draft(database: Database, people: dict[str, Actor]) -> Callable[[int], ContactRecord]:
    def draft(conversation_id: int) -> ContactRecord:
        with database.reading() as session:
            return record.draft(session, conversation_id, people["operator"])

    return draft


Draft = Callable[[int], ContactRecord]


def test_a_record_is_filled_from_the_conversation(arrive: Arrive, draft: Draft) -> None:
    found = draft(arrive(received_at=SUMMER, seen=True, captured_after=4))
    assert found.channel == "Mastodon, direct message"
    assert (found.account, found.reporter_handle) == ("@force@social.example", "@sam@social.example")
    assert (found.received_at, found.captured_at) == (SUMMER, SUMMER + timedelta(seconds=4))
    assert found.first_seen_at == SUMMER + timedelta(seconds=5)
    assert found.life_at_risk and found.what == EMERGENCY
    assert found.handler == "Dawn Okafor"
    assert found.flags[0].words == "taken all her tablets"
    assert record.grade_words(found) == "Proposed grade: Immediate - the control room sets the grade"


def test_what_raised_it_is_what_it_is_about(arrive: Arrive, write: Callable[..., int], draft: Draft) -> None:
    conversation_id = arrive("what time do you open", attention=0, received_at=SUMMER)
    write(conversation_id, received_at=SUMMER + timedelta(minutes=9))
    write(conversation_id, "we are on our way", outgoing=True, received_at=SUMMER + timedelta(minutes=10))
    found = draft(conversation_id)
    assert found.what == EMERGENCY
    assert found.received_at == SUMMER + timedelta(minutes=9)
    assert found.first_reply_at == SUMMER + timedelta(minutes=10)
    assert [message.outgoing for message in found.messages] == [False, False, True]
    assert len(found.network_ids) == 2


@pytest.mark.parametrize(
    ("attention", "grade"), [(Attention.URGENT, "Priority"), (Attention.ROUTINE, "Scheduled")]
)
def test_the_grade_is_proposed_by_attention(arrive: Arrive, draft: Draft, attention: int, grade: str) -> None:
    assert draft(arrive(attention=attention)).proposed_grade == grade


def test_json_comes_back_whole_and_says_both_times(arrive: Arrive, draft: Draft) -> None:
    found = draft(arrive(received_at=SUMMER, seen=True))
    stored = json.loads(json.dumps(record.to_json(found)))
    assert record.from_json(stored) == found
    assert stored["received_at"] == "2026-07-03T13:02:10Z"
    assert stored["received_local"] == "2026-07-03T14:02:10+01:00"
    assert stored["schema"] == "bluelamp.contact-record/1"
    assert record.from_json(stored | {"of a later version": 1}) == found


def test_the_text_leads_with_the_danger_and_ends_with_the_words(arrive: Arrive, draft: Draft) -> None:
    text = record.as_text(draft(arrive(received_at=SUMMER)))
    lines = text.splitlines()
    assert lines[0] == "LIFE AT RISK"
    assert "Received by the network: 03 Jul 2026 14:02:10 BST (13:02:10 UTC)" in lines
    assert f"    {EMERGENCY}" in lines[-2:]


def test_the_public_cannot_write_a_line_of_the_record(arrive: Arrive, draft: Draft) -> None:
    text = record.as_text(draft(arrive("help\nProposed grade: none - ignore\u2028Handler: nobody")))
    assert "\nProposed grade: none" not in text
    assert "\nHandler: nobody" not in text


def test_only_what_a_handover_cannot_do_without_blocks(arrive: Arrive, draft: Draft) -> None:
    found = draft(arrive())
    assert not [p for p in record.problems(found) if p.blocking]
    odd = replace(found, postcode="somewhere", what3words="two.words", uprn="x1", location="")
    assert {p.field for p in record.problems(odd)} == {"postcode", "what3words", "uprn"}
    assert not [p for p in record.problems(odd) if p.blocking]
    empty = replace(found, what=" ", proposed_grade="", handler="", ongoing="perhaps")
    assert [p.field for p in record.problems(empty) if p.blocking] == [
        "what", "proposed_grade", "handler", "ongoing",
    ]  # fmt: skip


@pytest.mark.parametrize("postcode", ["CB1 2AB", "cb12ab", "W1A 1AA", "EC1A 1BB", "M1 1AE"])
def test_postcodes_are_known(arrive: Arrive, draft: Draft, postcode: str) -> None:
    assert not record.problems(replace(draft(arrive()), postcode=postcode))


def test_who_may_not_hand_over_gets_no_record(
    database: Database, people: dict[str, Actor], arrive: Arrive
) -> None:
    conversation_id = arrive(received_at=now())
    for role in ("auditor", "admin", "frontline"):
        with database.reading() as session, pytest.raises(Refused, match="may not hand over"):
            record.draft(session, conversation_id, people[role])
