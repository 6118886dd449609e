"""Among what comes back is somebody in danger: seen, handed over, accepted by a named person, logged."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from desktop import clock
from desktop.contact_centre import alarms
from desktop.contact_centre.handover import HandoverRow
from desktop.inbox.rows import ConversationRow
from desktop.models import Attention, HandoverState
from desktop.views.contact_centre import ContactCentreScreen
from desktop.views.contact_centre_acts import Do
from desktop.views.inbox import InboxScreen
from desktop.walkthrough.player import Failed
from desktop.walkthrough.stage import Stage

CTRL = Qt.KeyboardModifier.ControlModifier
ANSWER = (
    "Thank you, Ruth. Please hand it in at Brackenford police station, open 9 to 5, or at the Co-op till."
)
BY_PHONE = "Amy Osei, control room"


def seen(stage: Stage) -> ConversationRow:
    """Dawn sees Elin's message on top, under the alarm, and opens it."""
    row = stage.player.until("Elin to be in the inbox", lambda: stage.proof.conversation("Elin"), 60)
    stage.require(row.attention is Attention.LIFE_AT_RISK, "Elin's message was not flagged as life at risk")
    stage.sit_down("dawn")
    stage.player.until("the alarm bar", lambda: stage.shell.alarms.isVisible(), 30)
    at = clock.wall(row.last_at, stage.zone)
    stage.player.tell(
        f"Life at risk: Elin wrote to {row.account_handle} at {at:%H:%M:%S}; the alarm stands over every screen"
    )
    screen = stage.go("inbox", InboxScreen)
    stage.player.until("the list of conversations", lambda: screen.list.current or screen.list.seen_rows())
    stage.player.picture("inbox")
    stage.shell.go("conversation", row.id)
    stage.player.until("the conversation", lambda: screen.conversation.opened is not None)
    stage.player.picture("conversation")
    return row


def handed_over(stage: Stage, row: ConversationRow, place: str, name: str) -> HandoverRow:
    """Dawn fills in the record and hands it over; the database holds it, and nobody has accepted yet."""
    screen = stage.go("inbox", InboxScreen)
    stage.shell.go("conversation", row.id)
    pane = screen.conversation
    stage.player.until(
        "the conversation",
        lambda: pane.opened is not None and pane.opened.thread.conversation.id == row.id,
    )
    stage.player.until("the button to hand over", pane.acts.hand_over.isEnabled)
    pane.messages.setFocus()
    stage.player.press(Qt.Key.Key_H, CTRL)
    stage.player.until("the record", lambda: pane.form.isVisible() and pane.form.record() is not None)
    if place:
        pane.form.fields["location"].show_value(place)
        _choose(pane.form.fields["ongoing"].part)
    stage.player.picture(f"record-{name}")
    stage.player.click(pane.form.hand_over)
    handover = stage.player.until("the handover", lambda: stage.proof.handover(row.id))
    unaccepted = (HandoverState.QUEUED, HandoverState.DELIVERED)
    stage.require(handover.state in unaccepted, f"the handover is {handover.state}: nobody has accepted yet")
    stage.player.until("the form to close", lambda: not pane.form.isVisible())
    stage.player.tell(f"Dawn Okafor handed {row.author_name} over")
    handover = _until_state(stage, handover.id, HandoverState.DELIVERED)
    stage.require(stage.proof.taken(handover.correlation_id), "the practice contact centre was not told")
    stage.player.tell(f"  {handover.words}")
    stage.player.picture(f"handed-over-{name}")
    return handover


def accepted(stage: Stage, handover: HandoverRow) -> None:
    """Sgt McLeod accepts in the contact centre and records the incident; the alarm leaves by itself."""
    stage.sit_down("iain")
    screen = stage.go("contact_centre", ContactCentreScreen)
    screen.open(handover.id)
    stage.player.until("the button to accept", screen.deeds.buttons[Do.ACCEPT].isEnabled)
    stage.player.picture("contact-centre")
    screen.list.setFocus()
    stage.player.press(Qt.Key.Key_Return, CTRL)
    stage.player.click(screen.deeds.ask.yes)
    done = _until_state(stage, handover.id, HandoverState.ACCEPTED)
    stage.player.tell(f"{done.words} (handover {handover.id})")
    stage.player.until("the button for the incident", screen.deeds.buttons[Do.REFERENCE].isEnabled)
    stage.player.click(screen.deeds.buttons[Do.REFERENCE])
    stage.player.write(screen.deeds.incident.reference, "412")
    stage.player.click(screen.deeds.ask.yes)
    done = _until_state(stage, handover.id, HandoverState.LOGGED)
    stage.player.tell(f"Recorded: {done.words}")
    stage.player.until(
        "the alarm for Elin to leave", lambda: not _alarms(stage, f"handover:{handover.id}"), 30
    )
    stage.player.picture("accepted")


def by_phone(stage: Stage) -> None:
    """A second person in danger wrote privately; Dawn hands over and logs the call that took it on."""
    row = stage.player.until("the private message", lambda: stage.proof.conversation("user88213"), 60)
    stage.require(row.attention is Attention.LIFE_AT_RISK, "the private message was not flagged")
    stage.require(row.direct, "the private message came as a public one")
    stage.sit_down("dawn")
    handover = handed_over(stage, row, "", "by-phone")
    screen = stage.go("contact_centre", ContactCentreScreen)
    screen.open(handover.id)
    stage.player.until("the button to log a call", screen.deeds.buttons[Do.CALL].isEnabled)
    stage.player.click(screen.deeds.buttons[Do.CALL])
    stage.player.write(screen.deeds.ask.reason, BY_PHONE)
    stage.player.picture("phone-call")
    # The form asks for minutes; a call in the minute of the message's arrival counts from the next.
    stage.player.click(screen.deeds.ask.yes)
    if screen.deeds.ask.isVisible() and screen.deeds.ask.trouble.text():
        raise Failed(screen.deeds.ask.trouble.text())
    done = _until_state(stage, handover.id, HandoverState.ACCEPTED)
    stage.player.tell(f"{done.words} (handover {handover.id})")


def answered(stage: Stage) -> None:
    """Dawn answers somebody who found a purse; the answer stands on the network under the question."""
    row = stage.player.until("Ruth to be in the inbox", lambda: stage.proof.conversation("Ruth B"), 60)
    stage.sit_down("dawn")
    screen = stage.go("inbox", InboxScreen)
    stage.shell.go("conversation", row.id)
    pane = screen.conversation
    stage.player.until(
        "Ruth's conversation",
        lambda: pane.opened is not None and pane.opened.thread.conversation.id == row.id,
    )
    stage.player.write(pane.reply.text, ANSWER)
    stage.player.until("the reply to be counted", pane.reply.send.isEnabled)
    stage.player.picture("reply")
    stage.player.press(Qt.Key.Key_Return, CTRL)
    sent = stage.player.until("the reply to be sent", lambda: stage.proof.replied(row, ANSWER), 40)
    stage.player.tell(f"Dawn Okafor answered Ruth B: {sent}")


def _until_state(stage: Stage, handover_id: int, state: HandoverState) -> HandoverRow:
    def look() -> HandoverRow | None:
        row = stage.proof.handover_row(handover_id)
        return row if row.state is state else None

    return stage.player.until(f"the handover to be {state.value}", look, 90)


def _alarms(stage: Stage, subject: str) -> bool:
    with stage.proof.database.reading() as session:
        return any(row.subject == subject for row in alarms.standing(session))


def _choose(part: object) -> None:
    if isinstance(part, QComboBox):
        part.setCurrentIndex(part.findData("yes"))
