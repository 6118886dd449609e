"""What can be done with a handover as it stands, by whom, and if not, why?"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.contact_centre.handover import HandoverRow
from desktop.models import Act, Actor, DeliveryState, HandoverState

translate = QCoreApplication.translate
S = HandoverState
WAITING = (S.QUEUED, S.DELIVERED)
ACCEPTABLE = (*WAITING, S.REJECTED)


class Do(StrEnum):
    ACCEPT = "accept"
    CALL = "call"
    REJECT = "reject"
    REFERENCE = "reference"
    CLOSE = "close"
    SEND_AGAIN = "send again"
    COPY = "copy"
    CONVERSATION = "conversation"


KEYS = {
    Do.ACCEPT: "Ctrl+Return",
    Do.CALL: "Ctrl+P",
    Do.REJECT: "Ctrl+R",
    Do.REFERENCE: "Ctrl+I",
    Do.CLOSE: "Ctrl+K",
    Do.SEND_AGAIN: "Ctrl+G",
    Do.COPY: "Ctrl+L",
    Do.CONVERSATION: "Ctrl+O",
}


def name(do: Do, row: HandoverRow | None = None) -> str:
    """Return the words of its button."""
    if do is Do.REFERENCE and row is not None and row.incident_reference:
        return translate("Handover", "Correct the incident")
    return {
        Do.ACCEPT: translate("Handover", "Accept"),
        Do.CALL: translate("Handover", "Log a phone call"),
        Do.REJECT: translate("Handover", "Reject"),
        Do.REFERENCE: translate("Handover", "Record the incident"),
        Do.CLOSE: translate("Handover", "Close with feedback"),
        Do.SEND_AGAIN: translate("Handover", "Send again"),
        Do.COPY: translate("Handover", "Copy for the log"),
        Do.CONVERSATION: translate("Handover", "Open the conversation"),
    }[do]


def fits(do: Do, row: HandoverRow) -> bool:
    """Return whether the state of the handover leaves room for it, whoever asks."""
    match do:
        case Do.ACCEPT | Do.CALL:
            return row.state in ACCEPTABLE
        case Do.REJECT:
            return row.state in (*WAITING, S.ACCEPTED)
        case Do.REFERENCE:
            return row.state in (S.ACCEPTED, S.LOGGED)
        case Do.CLOSE:
            return row.state in (S.ACCEPTED, S.LOGGED, S.REJECTED)
        case Do.SEND_AGAIN:
            return row.state in (*WAITING, S.ACCEPTED) and undelivered(row)
    return True


def why_not(do: Do, row: HandoverRow, by: Actor) -> str:
    """Return the sentence that says why ``by`` cannot do it now, "" if they can."""
    if missing := role_lacks(do, row, by):
        return missing
    if do is Do.REFERENCE and row.state in WAITING:
        return translate("Handover", "Record first who accepted it: a reference alone says nothing of that.")
    if do is Do.CLOSE and row.state is S.ACCEPTED:
        return translate("Handover", "Record the incident first: what was handed over must stay traceable.")
    if not fits(do, row):
        return translate("Handover", "This cannot be done as it stands: {words}").format(words=row.words)
    return ""


def undelivered(row: HandoverRow) -> bool:
    """Return whether a route has failed for good, or there was none."""
    return not row.deliveries or any(d.state is DeliveryState.FAILED for d in row.deliveries)


def phone_first(row: HandoverRow, phone: str) -> bool:
    """Return whether the number comes before everything else: it is not accepted, and something is wrong."""
    if row.state not in WAITING:
        return False
    troubled = any(d.detail and d.state is not DeliveryState.DELIVERED for d in row.deliveries)
    return troubled or not row.deliveries or bool(phone and phone in row.words)


def role_lacks(do: Do, row: HandoverRow, by: Actor) -> str:
    """Return why nobody of this person's role may do it, "" if they may."""
    accepts, hands_over = by.may(Act.ACCEPT), by.may(Act.HAND_OVER)
    if do in (Do.ACCEPT, Do.REJECT) and not accepts:
        return translate("Handover", "Only the contact centre (operator, supervisor) accepts or rejects.")
    if do in (Do.CALL, Do.SEND_AGAIN) and not hands_over:
        return translate("Handover", "Your role reads handovers and does not make them.")
    if do in (Do.REFERENCE, Do.CLOSE) and not (accepts or hands_over):
        return translate("Handover", "Your role reads handovers and does not make them.")
    if do is Do.CLOSE and row.state is S.REJECTED and not by.may(Act.REGRADE_DOWN):
        return translate(
            "Handover", "It was rejected: hand it over again, or a supervisor closes it, saying why."
        )
    return ""
