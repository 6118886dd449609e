from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from desktop.clock import now
from desktop.contact_centre import alarms, handover
from desktop.contact_centre.alarms import AlarmRow, Escalator
from desktop.errors import Refused
from desktop.models import (
    Account,
    AccountState,
    Actor,
    Alarm,
    AlarmKind,
    Attention,
    Conversation,
    ConversationState,
    DeliveryState,
    Engine,
    Handover,
    HandoverDelivery,
    HandoverState,
    Message,
    Publication,
    PublicationState,
    Purpose,
)
from desktop.models.database import Database
from desktop.records import audit
from tests.contact_centre.conftest import PHONE, Arrive, HandOver

K = AlarmKind


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


@pytest.fixture(autouse=True)
def engine(database: Database) -> None:
    """Somebody is publishing and collecting."""
    with database.session() as session:
        start = now()
        session.add(
            Engine(name="w1", kind="worker", public_key="", started_at=start, beat_at=start + seconds(3600))
        )


def run(database: Database, at: datetime | None = None) -> dict[AlarmKind, AlarmRow]:
    Escalator(database).run(at)
    with database.reading() as session:
        return {alarm.kind: alarm for alarm in alarms.standing(session)}


def levels(database: Database, at: datetime | None = None) -> dict[AlarmKind, int]:
    return {kind: alarm.level for kind, alarm in run(database, at).items()}


def see(database: Database, conversation_id: int) -> None:
    with database.session() as session:
        mine = Message.conversation_id == conversation_id
        session.execute(sa.update(Message).where(mine).values(seen_at=now()))
        session.get_one(Conversation, conversation_id).unseen = 0


def test_an_emergency_alarms_at_once_and_rises_until_it_is_handed_over(
    database: Database, phone: str, arrive: Arrive, hand_over: HandOver
) -> None:
    conversation_id = arrive()
    start = now()
    assert levels(database) == {K.LIFE_AT_RISK: 1}
    assert levels(database, start + seconds(61)) == {K.LIFE_AT_RISK: 2, K.UNSEEN: 2}
    at_phone = run(database, start + seconds(121))
    assert at_phone[K.LIFE_AT_RISK].level == at_phone[K.UNSEEN].level == 3
    first = f"Life at risk - call the control room now on {PHONE}"
    assert all(alarm.words.startswith(first) for alarm in at_phone.values())
    assert levels(database, start + seconds(181)) == {K.LIFE_AT_RISK: 4, K.UNSEEN: 4}
    see(database, conversation_id)
    assert levels(database, start + seconds(182)) == {K.LIFE_AT_RISK: 4}
    hand_over(conversation_id)
    assert K.LIFE_AT_RISK not in levels(database)


def test_the_clock_runs_from_the_network_and_the_delay_is_shown(
    database: Database, phone: str, arrive: Arrive
) -> None:
    arrive(received_at=now() - seconds(600), captured_after=590)
    alarm = run(database)[K.LIFE_AT_RISK]
    assert alarm.level == 4
    assert "reached Blue Lamp 9 min later" in alarm.words
    assert alarm.since < now() - seconds(599)


def test_a_level_never_falls_while_the_alarm_stands(database: Database, arrive: Arrive) -> None:
    arrive()
    assert levels(database, now() + seconds(121))[K.LIFE_AT_RISK] == 3
    assert levels(database)[K.LIFE_AT_RISK] == 3


def test_nothing_is_written_while_nothing_changes(database: Database, arrive: Arrive) -> None:
    arrive()
    assert Escalator(database).run() == 1
    with database.reading() as session:
        before = audit.head(session)
    assert Escalator(database).run() == 0
    with database.reading() as session:
        assert audit.head(session) == before


def test_two_escalators_raise_one_alarm(database: Database, arrive: Arrive) -> None:
    arrive()
    assert [Escalator(database).run(), Escalator(database).run()] == [1, 0]
    with database.reading() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Alarm)) == 1


def test_each_step_is_audited_without_what_the_public_wrote(database: Database, arrive: Arrive) -> None:
    conversation_id = arrive(name="Robert'); DROP")
    run(database)
    run(database, now() + seconds(61))
    with database.session() as session:
        session.get_one(Conversation, conversation_id).attention = Attention.ROUTINE  # by Re-THRIVE
    assert run(database) == {}
    with database.reading() as session:
        entries = [e for e in audit.entries(session) if e.action.startswith("alarm.")]
        assert not list(audit.verify(session))
    actions = [e.action for e in entries]
    assert (actions.count("alarm.raise"), actions.count("alarm.rise"), actions.count("alarm.clear")) == (
        2,
        1,
        2,
    )
    assert not any("Robert" in entry.detail for entry in entries)


def test_a_name_cannot_turn_or_flood_the_alarm(database: Database, arrive: Arrive) -> None:
    arrive(name="\u202eevil\n\nname\x07" + "x" * 500)
    words = run(database)[K.LIFE_AT_RISK].words
    assert "\u202e" not in words and "\n" not in words and len(words) < 300


def test_an_undelivered_handover_says_phone_now(database: Database, phone: str, hand_over: HandOver) -> None:
    hand_over()
    start = now()
    assert levels(database, start) == {}
    alarm = run(database, start + seconds(31))[K.UNDELIVERED]
    assert alarm.level == 3
    assert alarm.words.startswith(f"Life at risk - call the control room now on {PHONE}")


def test_a_handover_that_failed_on_every_route_does_not_wait(database: Database, hand_over: HandOver) -> None:
    handover_id = hand_over()
    with database.session() as session:
        session.add(
            HandoverDelivery(
                handover_id=handover_id,
                route="mail",
                state=DeliveryState.FAILED,
                next_try_at=now(),
                detail="No such mailbox",
            )
        )
    alarm = run(database)[K.UNDELIVERED]
    assert alarm.level == 3 and "mail: No such mailbox" in alarm.words


def test_an_unaccepted_handover_rises_to_the_inspector(
    database: Database, people: dict[str, Actor], hand_over: HandOver
) -> None:
    handover_id = hand_over(received_at=now() - seconds(20))
    with database.session() as session:
        session.get_one(Handover, handover_id).state = HandoverState.DELIVERED
    start = now()
    assert levels(database, start + seconds(90)) == {}
    assert levels(database, start + seconds(101)) == {K.UNACCEPTED: 3}
    alarm = run(database, start + seconds(161))[K.UNACCEPTED]
    assert alarm.level == 4 and "duty inspector" in alarm.words
    with database.session() as session:
        handover.accept(session, handover_id, people["operator"], "Dawn Okafor")
    assert levels(database, start + seconds(200)) == {}


def test_without_a_life_at_risk_there_is_patience_and_no_phone(
    database: Database, hand_over: HandOver
) -> None:
    hand_over(attention=Attention.URGENT)
    start = now()
    assert levels(database, start + seconds(290)) == {}
    assert levels(database, start + seconds(301)) == {K.UNDELIVERED: 2}
    assert levels(database, start + seconds(1201)) == {K.UNDELIVERED: 2, K.UNACCEPTED: 2}


def test_a_rejected_emergency_stands_again(
    database: Database, people: dict[str, Actor], arrive: Arrive, hand_over: HandOver
) -> None:
    handover_id = hand_over(arrive(seen=True))
    assert levels(database) == {}
    with database.session() as session:
        handover.reject(session, handover_id, people["operator"], "Outside our area")
    assert "The control room rejected it (Outside our area)" in run(database)[K.LIFE_AT_RISK].words


def test_what_was_dealt_with_is_quiet_until_more_comes(
    database: Database,
    people: dict[str, Actor],
    arrive: Arrive,
    hand_over: HandOver,
    write: Callable[..., int],
) -> None:
    conversation_id = arrive(seen=True, received_at=now() - seconds(600))
    handover_id = hand_over(conversation_id)
    with database.session() as session:
        handover.accept(session, handover_id, people["operator"], "Dawn Okafor")
        handover.record_reference(session, handover_id, people["operator"], "412", now().date())
        handover.close(session, handover_id, people["operator"], "Attended")
    assert levels(database) == {}
    write(conversation_id, "he is back and he has a knife")
    assert levels(database) == {K.LIFE_AT_RISK: 1}
    again = hand_over(conversation_id)
    with database.reading() as session:
        assert handover.row(session, again).record.what == "he is back and he has a knife"
    assert levels(database) == {}


def test_news_after_the_handover_must_be_opened_too(
    database: Database, arrive: Arrive, hand_over: HandOver, write: Callable[..., int]
) -> None:
    conversation_id = arrive(seen=True)
    hand_over(conversation_id)
    write(conversation_id, "he has stopped breathing")
    assert levels(database, now() + seconds(61))[K.UNSEEN] == 2


def test_a_closed_conversation_is_quiet(database: Database, arrive: Arrive) -> None:
    conversation_id = arrive()
    assert levels(database) == {K.LIFE_AT_RISK: 1}
    with database.session() as session:
        session.get_one(Conversation, conversation_id).state = ConversationState.CLOSED
    assert levels(database) == {}


def test_a_blind_account_says_how_far_it_was_read(database: Database, account_id: int) -> None:
    start = datetime(2026, 11, 24, 14, 5, tzinfo=now().tzinfo)
    with database.session() as session:
        account = session.get_one(Account, account_id)
        account.state, account.trouble_since = AccountState.BLIND, start
        account.complete_to = start - seconds(120)
        session.execute(sa.update(Engine).values(beat_at=start + seconds(7200)))
    alarm = run(database, start + seconds(10))[K.BLIND]
    assert alarm.words == ("@force@social.example is blind since 14:05: complete to 14:03. Connect it again.")
    assert (alarm.level, alarm.subject_id) == (2, account_id)
    assert levels(database, start + seconds(301))[K.BLIND] == 3
    with database.session() as session:
        session.get_one(Account, account_id).state = AccountState.CONNECTED
    assert K.BLIND not in levels(database, start + seconds(302))


@pytest.mark.parametrize(
    ("state", "late", "level", "words"),
    [
        (PublicationState.SCHEDULED, 59, 0, ""),
        (PublicationState.SCHEDULED, 61, 1, "keeps trying"),
        (PublicationState.SENDING, 301, 2, "keeps trying"),
        (PublicationState.OVERDUE, 1, 2, "Choose a new time"),
        (PublicationState.QUESTION, 1, 2, "check the account"),
        (PublicationState.FAILED, 1, 1, "could not be published"),
        (PublicationState.HELD, 9999, 0, ""),
        (PublicationState.PUBLISHED, 9999, 0, ""),
    ],
)
def test_late_publications(
    database: Database,
    people: dict[str, Actor],
    account_id: int,
    state: PublicationState,
    late: int,
    level: int,
    words: str,
) -> None:
    with database.session() as session:
        session.add(
            Publication(
                purpose=Purpose.REPLY,
                account_id=account_id,
                created_by=people["comms"].id,
                created_at=now(),
                state=state,
                due_at=now(),
                client_key="k",
            )
        )
    alarm = run(database, now() + seconds(late)).get(K.LATE)
    assert (alarm.level if alarm else 0) == level
    assert words in (alarm.words if alarm else "")


def test_a_stopped_engine_is_said_loudly(database: Database, account_id: int) -> None:
    with database.session() as session:
        session.execute(sa.update(Engine).values(beat_at=now()))
        session.get_one(Account, account_id).connected_at = now() - seconds(900)
    start = now()
    assert levels(database, start + seconds(55)) == {}
    alarm = run(database, start + seconds(65))[K.STOPPED]
    assert alarm.level == 2 and "Nobody has been publishing or collecting since" in alarm.words
    assert levels(database, start + seconds(400)) == {K.STOPPED: 3}
    with database.session() as session:
        session.execute(sa.update(Engine).values(beat_at=start + seconds(400)))
    assert levels(database, start + seconds(401)) == {}


def test_with_nothing_to_do_nobody_need_run(database: Database) -> None:
    with database.session() as session:
        session.execute(sa.update(Engine).values(stopped_at=now() - seconds(900)))
    assert levels(database) == {}


def test_acknowledging_silences_until_it_rises_and_never_clears(
    database: Database, people: dict[str, Actor], arrive: Arrive
) -> None:
    arrive()
    alarm = run(database)[K.LIFE_AT_RISK]
    assert alarm.sounding
    with database.session() as session:
        alarms.acknowledge(session, alarm.id, people["operator"])
    silent = run(database)[K.LIFE_AT_RISK]
    assert not silent.sounding and silent.acknowledged_by == "Dawn Okafor"
    risen = run(database, now() + seconds(61))[K.LIFE_AT_RISK]
    assert risen.sounding and risen.acknowledged_by == ""


def test_who_only_reads_silences_nothing(
    database: Database, people: dict[str, Actor], arrive: Arrive
) -> None:
    conversation_id = arrive()
    alarm = run(database)[K.LIFE_AT_RISK]
    with database.session() as session, pytest.raises(Refused, match="may not triage"):
        alarms.acknowledge(session, alarm.id, people["auditor"])
    with database.session() as session:
        session.get_one(Conversation, conversation_id).attention = 0
    run(database)
    with database.session() as session, pytest.raises(Refused, match="over"):
        alarms.acknowledge(session, alarm.id, people["operator"])


def test_every_question_uses_an_index(database: Database, arrive: Arrive) -> None:
    """A hundred thousand old messages must cost nothing: no query may walk through them."""
    arrive()
    asked: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    sa.event.listen(database.engine, "before_cursor_execute", note)
    Escalator(database).run()
    sa.event.remove(database.engine, "before_cursor_execute", note)
    selects = [
        s for s in asked if s.lstrip().startswith("SELECT") and ("message" in s or "conversation" in s)
    ]
    assert selects
    with database.engine.connect() as connection:
        for statement in selects:
            plan = connection.exec_driver_sql(
                f"EXPLAIN QUERY PLAN {statement}", ("x",) * statement.count("?")
            ).all()
            for row in plan:
                assert "SCAN message" not in row[3] and "SCAN conversation" not in row[3], (statement, plan)
