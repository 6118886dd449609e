"""The contact-centre screen: a named person takes each handover on, from the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.clock import now
from desktop.contact_centre import handover
from desktop.contact_centre.alarms import Escalator
from desktop.contact_centre.handover import HandoverRow
from desktop.models import Actor, DeliveryState, Handover, HandoverDelivery, HandoverState
from desktop.models.database import Database
from desktop.records import audit, settings
from desktop.records.settings import MailRoute, WebhookRoute
from desktop.views.contact_centre import ContactCentreScreen
from desktop.views.contact_centre_acts import KEYS, Do
from desktop.views.desk import Desk
from tests.contact_centre.conftest import (  # noqa: F401 - fixtures
    EMERGENCY,
    PHONE,
    Arrive,
    HandOver,
    account_id,
    arrive,
    hand_over,
    phone,
    write,
)
from tests.views.publishing_desk import DatabaseOffTheInterfaceThread, desk_of

People = dict[str, Actor]
Shown = Callable[[int], ContactCentreScreen]


@pytest.fixture
def database(database_file: Path) -> Iterator[DatabaseOffTheInterfaceThread]:
    made = DatabaseOffTheInterfaceThread(f"sqlite:///{database_file}")
    yield made
    made.close()


@pytest.fixture
def by() -> str:
    return "operator"


@pytest.fixture
def desk(database: Database, people: People, phone: str, by: str, tmp_path: Path) -> Iterator[Desk]:  # noqa: F811
    with desk_of(database, people[by], tmp_path) as made:
        yield made


@pytest.fixture
def routes(database: Database, people: People) -> None:
    with database.session() as session:
        settings.change(
            session,
            by=people["admin"],
            mail=MailRoute("mail.example", 587, "a@b.example", "c@d.example"),
            webhook=WebhookRoute("https://cc.example", "aa"),
        )


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> Iterator[ContactCentreScreen]:
    window, made = QWidget(), ContactCentreScreen(desk)
    window.resize(1166, 700)
    box = QVBoxLayout(window)
    box.addWidget(desk.notices)
    box.addWidget(made, 1)
    # The notices are the desk's and outlive the window.
    qtbot.addWidget(window, before_close_func=lambda _window: desk.notices.setParent(None))
    window.show()
    made.shown()
    qtbot.waitUntil(lambda: made.states.words != "Loading…")
    yield made


@pytest.fixture
def shown(
    screen: ContactCentreScreen, database: DatabaseOffTheInterfaceThread, qtbot: QtBot
) -> Iterator[Shown]:
    """Open a handover as the alarm bar does; from then on the painting thread reads nothing."""

    def shown(handover_id: int) -> ContactCentreScreen:
        screen.open(handover_id)
        qtbot.waitUntil(lambda: is_shown(screen, handover_id))
        database.watching = True
        return screen

    yield shown
    database.watching = False


def is_shown(screen: ContactCentreScreen, handover_id: int) -> bool:
    row = screen.deeds._row
    return not screen.states.words and row is not None and row.id == handover_id


def one(database: DatabaseOffTheInterfaceThread, handover_id: int) -> HandoverRow:
    database.watching = False
    with database.reading() as session:
        return handover.row(session, handover_id)


def press(screen: ContactCentreScreen, do: Do) -> None:
    """Press the keys of an act, wherever the focus is."""
    QTest.keySequence(screen, KEYS[do])


def deliver(database: Database, handover_id: int, *, failing: str = "") -> None:
    """Let the first route take it, and the second fail if it has words to fail with."""
    with database.session() as session:
        found = session.get_one(Handover, handover_id)
        found.state, found.delivered_at = HandoverState.DELIVERED, now()
        query = sa.select(HandoverDelivery).where(HandoverDelivery.handover_id == handover_id)
        first, *others = session.scalars(query.order_by(HandoverDelivery.id))
        first.state, first.detail, first.tries = DeliveryState.DELIVERED, "mail.example took it", 1
        first.delivered_at = now()
        for other in others if failing else ():
            other.state, other.detail, other.tries = DeliveryState.FAILED, failing, 2


def accepted(database: Database, people: People, handover_id: int) -> None:
    with database.session() as session:
        handover.accept(session, handover_id, people["operator"], "Insp Rhiannon Powell")


def logged(database: Database, people: People, handover_id: int) -> None:
    accepted(database, people, handover_id)
    with database.session() as session:
        handover.record_reference(session, handover_id, people["operator"], "412", now().date())


def test_nothing_handed_over_says_so(screen: ContactCentreScreen) -> None:
    assert "Nothing is with the contact centre" in screen.states.words


def test_a_handover_appears_without_a_refresh(
    screen: ContactCentreScreen,
    desk: Desk,
    hand_over: HandOver,  # noqa: F811
    qtbot: QtBot,
) -> None:
    handover_id = hand_over()
    desk.changes.tell("handovers")
    qtbot.waitUntil(lambda: is_shown(screen, handover_id))


def test_delivered_is_not_accepted(
    database: Database,
    routes: None,
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
) -> None:
    handover_id = hand_over()
    deliver(database, handover_id)
    screen = shown(handover_id)
    assert screen.head.state.text() == "Sent to contact centre - not yet accepted"
    assert screen.head.phone.isHidden()
    first, second = (label.text() for label in screen.body.routes)
    assert first.startswith("Mail: delivered, which is not yet an acceptance, ")
    assert first.endswith("tried once\nmail.example took it")
    assert second == "Webhook: waiting to be sent"
    assert EMERGENCY in screen.body.record.toPlainText()
    assert screen.body.record.isReadOnly()


def test_a_failed_route_puts_the_number_first(
    database: Database,
    routes: None,
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
) -> None:
    handover_id = hand_over()
    deliver(database, handover_id, failing="cc.example refused it (HTTP 422).")
    screen = shown(handover_id)
    assert screen.head.phone.isVisible()
    assert screen.head.phone.number.text() == PHONE
    assert screen.head.phone.accessibleName() == f"Call the control room on {PHONE}"
    assert "refused it (HTTP 422)" in screen.body.routes[1].text()


def test_accepting_from_the_keyboard(
    database: DatabaseOffTheInterfaceThread,
    people: People,
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
    qtbot: QtBot,
) -> None:
    handover_id = hand_over()
    screen = shown(handover_id)
    press(screen, Do.ACCEPT)
    assert "Accept as Dawn Okafor?" in screen.deeds.ask.words.text()
    assert screen.deeds.ask.yes.hasFocus()
    QTest.keyClick(screen.deeds.ask.yes, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: screen.head.state.text().startswith("Accepted by Dawn Okafor at "))
    row = one(database, handover_id)
    assert (row.accepted_by, row.accepted_how) == ("Dawn Okafor", "screen")
    assert "Accepted by Dawn Okafor (Dawn Okafor)" in screen.body.history.text()


def test_escape_changes_nothing(
    database: DatabaseOffTheInterfaceThread,
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
) -> None:
    handover_id = hand_over()
    screen = shown(handover_id)
    press(screen, Do.ACCEPT)
    QTest.keyClick(screen.deeds.ask.yes, Qt.Key.Key_Escape)
    assert screen.deeds.ask.isHidden()
    assert one(database, handover_id).state is HandoverState.QUEUED


def test_logging_a_phone_call(
    database: DatabaseOffTheInterfaceThread,
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
    qtbot: QtBot,
) -> None:
    handover_id = hand_over()
    screen = shown(handover_id)
    press(screen, Do.CALL)
    assert screen.deeds.ask.reason.hasFocus()
    QTest.keyClicks(screen.deeds.ask.reason, "Insp Rhiannon Powell")
    QTest.keyClick(screen.deeds.ask.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Insp Rhiannon Powell by phone" in screen.head.state.text())
    assert one(database, handover_id).accepted_how == "phone"


def test_a_call_in_the_future_is_refused_in_place(
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
    qtbot: QtBot,
) -> None:
    screen = shown(hand_over())
    press(screen, Do.CALL)
    screen.deeds.when.set_wall(screen.deeds.when.wall() + timedelta(days=1))
    QTest.keyClicks(screen.deeds.ask.reason, "Insp Powell")
    QTest.keyClick(screen.deeds.ask.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Correct the time of the call" in screen.deeds.ask.trouble.text())
    assert screen.deeds.ask.reason.text() == "Insp Powell"


def test_rejecting_needs_a_reason(
    database: DatabaseOffTheInterfaceThread,
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
    qtbot: QtBot,
) -> None:
    handover_id = hand_over()
    screen = shown(handover_id)
    press(screen, Do.REJECT)
    QTest.keyClick(screen.deeds.ask.reason, Qt.Key.Key_Return)
    assert "Say why it is rejected" in screen.deeds.ask.trouble.text()
    QTest.keyClicks(screen.deeds.ask.reason, "Another force's area")
    QTest.keyClick(screen.deeds.ask.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: one(database, handover_id).state is HandoverState.REJECTED)
    qtbot.waitUntil(lambda: not screen.list.keys())
    assert screen.over.text() == "Show rejected (1) and closed"


def test_the_incident_is_recorded_and_its_form_checked(
    database: DatabaseOffTheInterfaceThread,
    people: People,
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
    qtbot: QtBot,
) -> None:
    with database.session() as session:
        settings.change(session, by=people["admin"], reference_pattern=r"[0-9]{1,4}")
    handover_id = hand_over()
    accepted(database, people, handover_id)
    screen = shown(handover_id)
    press(screen, Do.REFERENCE)
    form = screen.deeds.incident
    assert form.reference.hasFocus()
    QTest.keyClicks(form.reference, "CAD 7")
    QTest.keyClick(form.reference, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not a reference of this force's form" in screen.deeds.ask.trouble.text())
    form.reference.selectAll()
    QTest.keyClicks(form.reference, "412")
    QTest.keyClick(form.reference, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.head.state.text().startswith("Incident log 412 of "))
    assert screen.deeds.buttons[Do.REFERENCE].text() == "Correct the incident"


def test_closing_needs_the_incident_and_feedback(
    database: DatabaseOffTheInterfaceThread,
    people: People,
    desk: Desk,
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
    qtbot: QtBot,
) -> None:
    handover_id = hand_over()
    accepted(database, people, handover_id)
    screen = shown(handover_id)
    assert not screen.deeds.buttons[Do.CLOSE].isEnabled()
    press(screen, Do.CLOSE)
    assert "Record the incident first" in desk.notices.words
    database.watching = False  # the test acts as another process would
    with database.session() as session:
        handover.record_reference(session, handover_id, people["operator"], "412", now().date())
    desk.changes.tell("handovers")
    qtbot.waitUntil(screen.deeds.buttons[Do.CLOSE].isEnabled)
    press(screen, Do.CLOSE)
    QTest.keyClicks(screen.deeds.ask.reason, "Ambulance attended; she is safe")
    QTest.keyClick(screen.deeds.ask.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: one(database, handover_id).state is HandoverState.CLOSED)


def test_an_incident_before_anybody_accepted_is_refused_in_words(
    desk: Desk,
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
) -> None:
    screen = shown(hand_over())
    assert screen.deeds.buttons[Do.REFERENCE].isHidden()
    press(screen, Do.REFERENCE)
    assert "Record first who accepted it" in desk.notices.words


def test_sending_a_failed_route_again(
    database: DatabaseOffTheInterfaceThread,
    routes: None,
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
    qtbot: QtBot,
) -> None:
    handover_id = hand_over()
    deliver(database, handover_id, failing="cc.example refused it (HTTP 422).")
    screen = shown(handover_id)
    press(screen, Do.SEND_AGAIN)
    qtbot.waitUntil(lambda: one(database, handover_id).deliveries[1].state is DeliveryState.QUEUED)
    qtbot.waitUntil(lambda: screen.deeds.buttons[Do.SEND_AGAIN].isHidden())


def test_copying_for_the_log_is_recorded(
    database: DatabaseOffTheInterfaceThread,
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
    qtbot: QtBot,
) -> None:
    handover_id = hand_over()
    screen = shown(handover_id)
    press(screen, Do.COPY)
    qtbot.waitUntil(lambda: EMERGENCY in QGuiApplication.clipboard().text())
    assert QGuiApplication.clipboard().text().startswith("Correlation id: ")
    qtbot.waitUntil(lambda: "Copied the record for the log (Dawn Okafor)" in screen.body.history.text())


def test_reading_the_record_is_recorded_once(
    database: DatabaseOffTheInterfaceThread,
    desk: Desk,
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
    qtbot: QtBot,
) -> None:
    handover_id = hand_over()
    screen = shown(handover_id)
    screen.refresh()
    qtbot.waitUntil(lambda: desk.tasks._open == 0)
    database.watching = False
    with database.reading() as session:
        subject = f"conversation:{handover.row(session, handover_id).conversation_id}"
        read = [e for e in audit.entries(session, subject=subject) if e.action == "message.read"]
    assert [entry.actor for entry in read] == ["operator"]
    assert read[0].details() == {"why": "handover", "handover": handover_id}


def test_the_conversation_is_a_key_away(
    desk: Desk,
    arrive: Arrive,  # noqa: F811
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
) -> None:
    went: list[tuple[str, int]] = []
    desk.go = lambda screen, subject=0: went.append((screen, subject))
    conversation_id = arrive(seen=True)
    press(shown(hand_over(conversation_id)), Do.CONVERSATION)
    assert went == [("conversation", conversation_id)]


def test_the_order_is_waiting_accepted_logged_and_the_rest_on_request(
    database: Database,
    people: People,
    hand_over: HandOver,  # noqa: F811
    screen: ContactCentreScreen,
    desk: Desk,
    qtbot: QtBot,
) -> None:
    done, two, three, gone, first = (hand_over() for _ in range(5))
    logged(database, people, done)
    accepted(database, people, two)
    logged(database, people, three)
    with database.session() as session:
        handover.close(session, done, people["operator"], "Done")
        handover.reject(session, gone, people["operator"], "Not ours")
    desk.changes.tell("handovers")
    qtbot.waitUntil(lambda: screen.list.keys() == [first, two, three])
    screen.over.setFocus()
    QTest.keyClick(screen.over, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: screen.list.keys() == [first, two, three, gone, done])


def test_one_that_is_over_can_be_opened(
    database: Database,
    people: People,
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
) -> None:
    handover_id = hand_over()
    with database.session() as session:
        handover.reject(session, handover_id, people["operator"], "Not ours")
    screen = shown(handover_id)
    assert screen.head.state.text() == "Rejected: Not ours"
    assert screen.list.key == handover_id


def test_an_act_stays_with_the_handover_it_was_begun_on(
    database: DatabaseOffTheInterfaceThread,
    desk: Desk,
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
    qtbot: QtBot,
) -> None:
    first, second = hand_over(), hand_over()
    screen = shown(first)
    press(screen, Do.ACCEPT)
    desk.changes.tell("handovers")  # what another process tells closes no question
    qtbot.waitUntil(lambda: desk.tasks._open == 0)
    assert screen.deeds.ask.isVisible()
    screen.open(second)
    qtbot.waitUntil(lambda: is_shown(screen, second))
    assert screen.deeds.ask.isHidden()
    assert one(database, first).state is HandoverState.QUEUED


def test_the_second_of_two_people_is_told(
    database: DatabaseOffTheInterfaceThread,
    people: People,
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
    qtbot: QtBot,
) -> None:
    handover_id = hand_over()
    screen = shown(handover_id)
    press(screen, Do.ACCEPT)
    database.watching = False
    accepted(database, people, handover_id)
    QTest.keyClick(screen.deeds.ask.yes, Qt.Key.Key_Space)
    words = "Accepted by Insp Rhiannon Powell"
    qtbot.waitUntil(lambda: words in screen.deeds.ask.trouble.text())
    qtbot.waitUntil(lambda: words in screen.head.state.text())


def test_the_timers_say_what_happened_when(
    database: Database,
    routes: None,
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
) -> None:
    handover_id = hand_over(received_at=now() - timedelta(seconds=125))
    deliver(database, handover_id)
    Escalator(database).run()
    screen = shown(handover_id)
    received, opened, handed_over, delivered, accepted, inspector = screen.body.ladder.words
    assert received.startswith("Received by the network: ")
    assert opened.startswith("Opened within 1 min of the receipt, else supervisor: In time, at ")
    assert handed_over.startswith("Handed over: ")
    assert delivered.startswith("Delivered within 30 s of the handover, else phone: In time, at ")
    assert accepted.startswith("Accepted within 2 min of the receipt, else alarm and phone: Passed at ")
    assert inspector.endswith(" s left")
    assert "Alarm raised: phone now (Blue Lamp)" in screen.body.history.text()
    assert screen.head.phone.words.text() == "Life at risk - call the control room now on"
    assert screen.head.state.text() == "Sent to contact centre - not yet accepted"


@pytest.mark.parametrize("by", ["comms"])
def test_who_may_not_accept_sees_why(
    desk: Desk,
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
) -> None:
    screen = shown(hand_over())
    assert not screen.deeds.buttons[Do.ACCEPT].isEnabled()
    assert "Only the contact centre" in screen.deeds.why_not.text()
    assert "Only the contact centre" in screen.deeds.buttons[Do.ACCEPT].toolTip()
    press(screen, Do.ACCEPT)
    assert "Only the contact centre" in desk.notices.words
    assert screen.deeds.buttons[Do.CALL].isEnabled()


@pytest.mark.parametrize("by", ["auditor"])
def test_an_auditor_reads_and_copies_and_does_nothing_else(
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
) -> None:
    screen = shown(hand_over())
    able = {do for do, button in screen.deeds.buttons.items() if button.isEnabled()}
    assert able == {Do.COPY, Do.CONVERSATION}


def test_what_cannot_be_read_says_so_and_is_tried_again(
    screen: ContactCentreScreen,
    database: Database,
    hand_over: HandOver,  # noqa: F811
    qtbot: QtBot,
) -> None:
    handover_id = hand_over()
    with database.engine.connect() as connection:
        connection.exec_driver_sql("ALTER TABLE handover_delivery RENAME TO lost")
        connection.commit()
    screen.refresh()
    qtbot.waitUntil(lambda: "This could not be shown" in screen.states.words)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("ALTER TABLE lost RENAME TO handover_delivery")
        connection.commit()
    QTest.keyClick(screen.states.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: is_shown(screen, handover_id))


def test_every_control_has_a_name(
    hand_over: HandOver,  # noqa: F811
    shown: Shown,
) -> None:
    screen = shown(hand_over())
    press(screen, Do.CALL)
    for kind in (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractSpinBox):
        for part in screen.findChildren(kind):
            if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert named(part), part


def named(part: QWidget) -> bool:
    own = part.accessibleName() or (part.text() if isinstance(part, QAbstractButton) else "")
    within = part.parent()
    return bool(own) or (isinstance(within, QAbstractSpinBox) and bool(within.accessibleName()))
