"""One conversation: what is typed is never lost, what is shown is only text, what is refused says why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.contact_centre import handover
from desktop.inbox import conversations
from desktop.inbox.rows import MessageRow
from desktop.models import Actor, Attention, ConversationState, HandoverState, Message, Note
from desktop.models.database import Database
from desktop.networks.protocol import Kind, Link
from desktop.views import conversation_words as words
from desktop.views.desk import Desk
from desktop.views.inbox import InboxScreen
from tests.views.inbox_desk import Street, actions, open_inbox, read, street_of, thread, type_into
from tests.views.publishing_desk import desk_of

People = dict[str, Actor]


@pytest.fixture
def street(database: Database, people: People) -> Iterator[Street]:
    with street_of(database, people["admin"]) as made:
        yield made


@pytest.fixture
def desk(database: Database, people: People, tmp_path: Path) -> Iterator[Desk]:
    with desk_of(database, people["comms"], tmp_path) as made:
        yield made


@pytest.fixture
def screen(desk: Desk, street: Street, qtbot: QtBot) -> InboxScreen:
    """Two conversations; the first is open."""
    street.says("is the road open?", who="ann")
    street.says("my bike was stolen", who="bob")
    made = open_inbox(desk, qtbot)
    read(made, qtbot, 1)
    return made


def said(screen: InboxScreen) -> str:
    return screen.conversation.messages.toPlainText()


# Replying


def test_a_reply_is_stored_and_shown_as_not_sent(
    screen: InboxScreen, database: Database, people: People, qtbot: QtBot
) -> None:
    reply = screen.conversation.reply
    type_into(reply.text, "Yes, since noon.")
    qtbot.waitUntil(reply.send.isEnabled)
    QTest.keyClick(reply.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Stored, not yet sent" in said(screen))
    assert reply.text.toPlainText() == ""
    assert thread(database, people["comms"]).conversation.owner_name == "Priya Shah"


def test_the_count_is_the_networks(screen: InboxScreen, qtbot: QtBot) -> None:
    reply = screen.conversation.reply
    reply.text.setPlainText("x" * 70)
    qtbot.waitUntil(lambda: "too many" in reply.count.text())
    assert not reply.send.isEnabled()
    assert "too long" in reply.trouble.text()


def test_a_change_in_between_refuses_the_reply_and_keeps_the_text(
    screen: InboxScreen, street: Street, database: Database, desk: Desk, qtbot: QtBot
) -> None:
    reply = screen.conversation.reply
    type_into(reply.text, "Yes.")
    qtbot.waitUntil(reply.send.isEnabled)
    street.says("never mind", who="ann")
    desk.changes.tell("inbox")
    qtbot.waitUntil(screen.conversation.new.isVisible)
    reply.send_now()
    qtbot.waitUntil(lambda: "changed while you were looking" in reply.trouble.text())
    assert reply.text.toPlainText() == "Yes."
    assert actions(database, "conversation.reply") == 0
    with qtbot.waitSignal(screen.conversation.read):
        screen.conversation.read_new()
    reply.send_now()
    qtbot.waitUntil(lambda: actions(database, "conversation.reply") == 1)


def test_a_colleague_who_handles_it_is_named(
    screen: InboxScreen, database: Database, people: People, qtbot: QtBot
) -> None:
    with database.session() as session:
        conversations.take(
            session, 1, people["comms2"], thread(database, people["comms"]).conversation.edition
        )
    type_into(screen.conversation.reply.text, "Yes.")
    qtbot.waitUntil(screen.conversation.reply.send.isEnabled)
    screen.conversation.reply.send_now()
    qtbot.waitUntil(lambda: "Tom Weaver is handling" in screen.conversation.reply.trouble.text())
    assert screen.conversation.reply.text.toPlainText() == "Yes."


def test_what_is_typed_stays_with_its_conversation(screen: InboxScreen, qtbot: QtBot) -> None:
    text = screen.conversation.reply.text
    type_into(text, "For Ann")
    read(screen, qtbot, 2)
    assert text.toPlainText() == ""
    type_into(text, "For Bob")
    read(screen, qtbot, 1)
    assert text.toPlainText() == "For Ann"


def test_a_crash_loses_nothing_typed(screen: InboxScreen, desk: Desk, qtbot: QtBot) -> None:
    type_into(screen.conversation.reply.text, "For Ann")
    qtbot.waitUntil(lambda: "Kept on this computer" in screen.conversation.reply.status.text())
    again = open_inbox(desk, qtbot)
    read(again, qtbot, 1)
    assert again.conversation.reply.text.toPlainText() == "For Ann"


def test_what_cannot_be_read_is_put_aside(desk: Desk, street: Street, qtbot: QtBot) -> None:
    file = desk.data / f"unsent-{desk.by.id}.json"
    file.write_text("{", encoding="utf-8")
    screen = open_inbox(desk, qtbot)
    assert screen.kept.get("reply", 1) == ""
    assert file.with_suffix(".unreadable").read_text(encoding="utf-8") == "{"


# Arriving


def test_a_new_message_shows_and_is_not_read_until_a_person_goes_to_it(
    screen: InboxScreen, street: Street, database: Database, desk: Desk, people: People, qtbot: QtBot
) -> None:
    street.says("never mind", who="ann")
    desk.changes.tell("inbox")
    qtbot.waitUntil(lambda: "never mind" in said(screen))
    assert thread(database, people["comms"]).messages[-1].seen_at is None
    QTest.keyClick(screen.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: thread(database, people["comms"]).messages[-1].seen_at is not None)
    assert actions(database, "message.read") == 2


def test_reading_is_not_moved_by_what_arrives(
    desk: Desk, street: Street, database: Database, qtbot: QtBot
) -> None:
    for number in range(30):
        street.says(f"line {number}", who="ann")
    screen = open_inbox(desk, qtbot)
    read(screen, qtbot, 1)
    bar = screen.conversation.messages.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    street.says("never mind", who="ann")
    desk.changes.tell("inbox")
    qtbot.waitUntil(lambda: "never mind" in said(screen))
    assert bar.value() == before


def test_earlier_messages_are_laid_out_on_request(desk: Desk, street: Street, qtbot: QtBot) -> None:
    for number in range(70):
        street.public.says(f"line {number}.", who="ann", thread="thread-ann")
    street.collector.run()
    screen = open_inbox(desk, qtbot)
    read(screen, qtbot, 1)
    assert "line 5." not in said(screen)
    assert "Show 10 earlier messages" in said(screen)
    screen.conversation.messages.anchorClicked.emit(QUrl("earlier:"))
    assert "line 5." in said(screen)


# Acting


def test_taking_and_letting_go(screen: InboxScreen, database: Database, people: People, qtbot: QtBot) -> None:
    acts = screen.conversation.acts
    QTest.keyClick(screen.list, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: acts.take.text() == "Let go" and acts.take.isEnabled())
    assert thread(database, people["comms"]).conversation.owner_name == "Priya Shah"
    acts.take.click()
    qtbot.waitUntil(lambda: acts.take.text() == "Take")
    assert thread(database, people["comms"]).conversation.owner_id is None


def test_assigning(screen: InboxScreen, database: Database, people: People, qtbot: QtBot) -> None:
    acts = screen.conversation.acts
    acts.assign.click()
    qtbot.waitUntil(acts.ask.isVisible)
    acts.person.setCurrentIndex(acts.person.findData(people["comms2"].id))
    acts.ask.yes.click()
    qtbot.waitUntil(lambda: thread(database, people["comms"]).conversation.owner_name == "Tom Weaver")
    qtbot.waitUntil(acts.ask.isHidden)


def test_a_note_is_kept_until_it_is_added(screen: InboxScreen, database: Database, qtbot: QtBot) -> None:
    acts = screen.conversation.acts
    QTest.keyClick(screen.list, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    type_into(acts.note_text, "Rang her.")
    acts.ask.no.click()
    acts.note.click()
    assert acts.note_text.toPlainText() == "Rang her."
    acts.ask.yes.click()
    qtbot.waitUntil(lambda: "Rang her." in said(screen))
    with database.reading() as session:
        assert session.get_one(Note, 1).text == "Rang her."
    assert screen.kept.get("note", 1) == ""


def test_closing_and_reopening(screen: InboxScreen, database: Database, people: People, qtbot: QtBot) -> None:
    acts = screen.conversation.acts
    acts.close_it.click()
    acts.code.setEditText("Advice given")
    acts.ask.yes.click()
    qtbot.waitUntil(lambda: acts.close_it.text() == "Reopen" and acts.close_it.isEnabled())
    assert thread(database, people["comms"]).conversation.close_code == "Advice given"
    assert not screen.conversation.reply.send.isEnabled()
    acts.close_it.click()
    qtbot.waitUntil(lambda: acts.close_it.text() == "Close")
    assert thread(database, people["comms"]).conversation.state is ConversationState.OPEN


def test_raising_needs_its_reason(
    screen: InboxScreen, database: Database, people: People, qtbot: QtBot
) -> None:
    acts = screen.conversation.acts
    acts.up.click()
    acts.level.setCurrentIndex(acts.level.findData(Attention.LIFE_AT_RISK))
    QTest.keyClick(acts.ask.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Say why" in acts.ask.trouble.text()
    acts.ask.reason.setText("She names a bridge.")
    acts.ask.yes.click()
    qtbot.waitUntil(screen.conversation.emergency.isVisible)
    assert thread(database, people["comms"]).conversation.attention is Attention.LIFE_AT_RISK
    assert not acts.down.isEnabled()
    assert "supervisor" in acts.down.toolTip()


def test_a_supervisor_lowers_with_a_rethrive(
    database: Database, people: People, street: Street, tmp_path: Path, qtbot: QtBot
) -> None:
    street.says("overdose", who="ann")
    with desk_of(database, people["supervisor"], tmp_path) as desk:
        screen = open_inbox(desk, qtbot)
        read(screen, qtbot, 1)
        acts = screen.conversation.acts
        acts.down.click()
        acts.level.setCurrentIndex(acts.level.findData(Attention.ROUTINE))
        acts.ask.reason.setText("Spoke to her: a quotation.")
        acts.ask.yes.click()
        qtbot.waitUntil(screen.conversation.emergency.isHidden)
    assert thread(database, people["comms"]).conversation.attention is Attention.ROUTINE


def test_an_auditor_reads_and_cannot_act(
    database: Database, people: People, street: Street, tmp_path: Path, qtbot: QtBot
) -> None:
    street.says("overdose", who="ann")
    with desk_of(database, people["auditor"], tmp_path) as desk:
        screen = open_inbox(desk, qtbot)
        read(screen, qtbot, 1)
        acts = screen.conversation.acts
        for button in (acts.take, acts.note, acts.close_it, acts.hand_over):
            assert not button.isEnabled()
            assert "do not act" in button.toolTip()
        screen.conversation.hand_over()
        assert screen.conversation.currentIndex() == 0
        assert screen.conversation.reply.text.isReadOnly()
    assert thread(database, people["comms"]).messages[0].seen_at is None


# Only text


def test_markup_of_the_public_is_only_text(desk: Desk, street: Street, qtbot: QtBot) -> None:
    street.says("<img src='http://evil.example/x.png'> <b>hi</b>", who="ann")
    screen = open_inbox(desk, qtbot)
    read(screen, qtbot, 1)
    assert "<img src='http://evil.example/x.png'> <b>hi</b>" in said(screen)


class Browser(QObject):
    """Takes what would go to the browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


def test_a_link_is_opened_only_after_its_address_was_shown(
    desk: Desk, street: Street, database: Database, qtbot: QtBot
) -> None:
    street.says("see bbc.co.uk", who="ann")
    link = {"text": "bbc.co.uk", "url": "https://evil.example/path?q=1", "start": 4, "end": 13}
    with database.session() as session:
        session.get_one(Message, 1).links = [link]
    screen = open_inbox(desk, qtbot)
    read(screen, qtbot, 1)
    assert "Link to evil.example" in said(screen)
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")  # type: ignore[arg-type] # the stubs say bytes, PySide takes str
    try:
        screen.conversation.messages.anchorClicked.emit(QUrl("open:1-0"))
        ask = screen.conversation.ask
        assert "https://evil.example/path?q=1" in ask.words.text()
        assert browser.opened == []
        ask.yes.click()
        assert browser.opened == ["https://evil.example/path?q=1"]
    finally:
        QDesktopServices.unsetUrlHandler("https")


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "javascript:alert(1)", "smb://host/share", "https:", ""]
)
def test_only_the_web_is_opened(url: str) -> None:
    assert not words.may_open(url)


def test_a_host_that_imitates_another_is_shown_as_it_is() -> None:
    assert words.host("https://рolice.example/") == "xn--olice-uye.example"


def message(text: str, **more: object) -> MessageRow:
    at = datetime(2026, 7, 1, 13, 2, 10, tzinfo=UTC)
    fields: dict[str, object] = {
        "id": 1,
        "network_id": "m1",
        "text": text,
        "kind": Kind.MENTION,
        "outgoing": False,
        "author_name": "Ann",
        "author_handle": "@ann@else.example",
        "url": "",
        "received_at": at,
        "captured_at": at.replace(second=13),
        "seen_at": None,
        "links": (),
        "attachments": (),
        "language": "en",
        "attention": Attention.LIFE_AT_RISK,
        "reasons": (),
        "threat": False,
        "harm": True,
        "risk": False,
        "category": "",
        "rationale": "",
        "publication_id": None,
        "state_words": "",
    }
    return MessageRow(**(fields | more))  # type: ignore[arg-type] # a test's own


def test_the_words_that_raised_a_flag_are_marked_where_they_stand() -> None:
    reason = {"flag": "harm", "words": "overdose", "start": 5, "end": 13, "why": "said so"}
    shown = message(
        "😡 an overdose at x.example", reasons=(reason,), links=(Link("x", "https://x.example", 17, 26),)
    )
    found = words.pieces(shown)
    assert "".join(piece.text for piece in found) == shown.text
    assert [piece.text for piece in found if piece.raised] == ["overdose"]
    assert [piece.text for piece in found if piece.url] == ["x.example"]
    assert words.reasons(shown) == ["Harm: “\u2068overdose\u2069” said so"]


def test_the_clock_runs_from_the_networks_receipt() -> None:
    assert words.received(message("x"), "Europe/London").endswith("14:02:10 BST, captured 3 s later")


# Handing over


def test_handing_over(desk: Desk, street: Street, database: Database, people: People, qtbot: QtBot) -> None:
    street.says("an overdose at 5 High Street", who="ann")
    screen = open_inbox(desk, qtbot)
    read(screen, qtbot, 1)
    emergency, form = screen.conversation.emergency, screen.conversation.form
    assert emergency.call.text().startswith("Life at risk - call the control room now")
    QTest.keyClick(screen.list, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: form.record() is not None)
    assert form.fields["what"].value == "an overdose at 5 High Street"
    assert form.fields["proposed_grade"].value == "Immediate"
    form.fields["location"].show_value("5 High Street")
    QTest.keyClick(form.fields["what"].part, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(emergency.centre.isVisible)
    with database.reading() as session:
        row = handover.rows(session, conversation_id=1)[0]
    assert (row.state, row.record.location) == (HandoverState.QUEUED, "5 High Street")
    assert screen.kept.get("record", 1) == ""
    with database.session() as session:
        handover.accept(session, row.id, people["operator"], "Dawn Okafor")
    desk.changes.tell("handovers")
    qtbot.waitUntil(lambda: "Accepted by Dawn Okafor at " in emergency.state.text())
    assert emergency.call.isHidden()
    emergency.copy.click()
    qtbot.waitUntil(lambda: row.correlation_id in QGuiApplication.clipboard().text())
    gone: list[tuple[str, int]] = []
    desk.go = lambda key, subject=0: gone.append((key, subject))
    emergency.centre.click()
    assert gone == [("contact_centre", row.id)]


def test_the_record_points_out_what_is_missing_and_keeps_what_was_typed(
    desk: Desk, street: Street, database: Database, qtbot: QtBot
) -> None:
    street.says("an overdose", who="ann")
    screen = open_inbox(desk, qtbot)
    read(screen, qtbot, 1)
    form = screen.conversation.form
    screen.conversation.hand_over()
    qtbot.waitUntil(lambda: form.record() is not None)
    assert "No location yet" in form.fields["location"].trouble.text()
    form.fields["what"].show_value("")
    form.fields["postcode"].show_value("CF1")
    assert "not a full UK postcode" in form.fields["postcode"].trouble.text()
    form.hand_over_now()
    assert "Say what is happening" in form.trouble.text()
    assert actions(database, "handover.create") == 0
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert screen.conversation.currentIndex() == 0
    qtbot.waitUntil(lambda: screen.kept.is_saved)
    kept = json.loads((desk.data / f"unsent-{desk.by.id}.json").read_text(encoding="utf-8"))
    assert kept == {"record 1": {"what": "", "postcode": "CF1"}}
    again = open_inbox(desk, qtbot)
    read(again, qtbot, 1)
    again.conversation.hand_over()
    qtbot.waitUntil(lambda: again.conversation.form.record() is not None)
    assert again.conversation.form.fields["postcode"].value == "CF1"


def test_a_second_handover_is_refused_with_the_first_named(
    desk: Desk, street: Street, database: Database, people: People, qtbot: QtBot
) -> None:
    street.says("an overdose", who="ann")
    screen = open_inbox(desk, qtbot)
    read(screen, qtbot, 1)
    form = screen.conversation.form
    screen.conversation.hand_over()
    qtbot.waitUntil(lambda: form.record() is not None)
    filled = form.record()
    assert filled is not None
    with database.session() as session:
        handover.hand_over(session, 1, filled, people["comms2"])
    form.hand_over_now()
    qtbot.waitUntil(lambda: "was handed over at" in form.trouble.text())
    assert form.fields["what"].value == "an overdose"


def test_the_record_is_copied_for_the_log(desk: Desk, street: Street, qtbot: QtBot) -> None:
    street.says("an overdose", who="ann")
    screen = open_inbox(desk, qtbot)
    read(screen, qtbot, 1)
    screen.conversation.hand_over()
    qtbot.waitUntil(lambda: screen.conversation.form.record() is not None)
    screen.conversation.form.copy.click()
    assert QGuiApplication.clipboard().text().startswith("LIFE AT RISK\nProposed grade: Immediate")


def test_the_out_of_hours_text_is_offered(screen: InboxScreen, qtbot: QtBot) -> None:
    reply = screen.conversation.reply
    qtbot.waitUntil(reply.hours.isVisible)
    reply.hours.click()
    assert reply.text.toPlainText() == screen.desk.settings.out_of_hours
