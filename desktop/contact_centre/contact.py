"""What is one contact with the police, and what of it must the contact centre know?

The fields are those of the contact record in the domain notes. Times are UTC; ``zone`` words them locally.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from desktop.words import translate

NOT_KNOWN = "not known"
YES_NO = ("yes", "no", NOT_KNOWN)
# Loosely: a postcode that looks odd is pointed out and never stops a handover.
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}", re.IGNORECASE)
_THREE_WORDS = re.compile(r"(///)?[^\W\d_]+\.[^\W\d_]+\.[^\W\d_]+")


@dataclass(frozen=True)
class RecordMessage:
    """One message, word for word. ``captured_at`` is when Blue Lamp had it."""

    network_id: str
    author: str
    text: str
    received_at: datetime
    captured_at: datetime
    url: str = ""
    outgoing: bool = False


@dataclass(frozen=True)
class RecordFlag:
    """Why triage flagged it: the rule's flag, and the words that raised it."""

    flag: str
    words: str
    why: str = ""


@dataclass(frozen=True)
class ContactRecord:
    conversation_id: int
    channel: str  # "Mastodon, direct message"
    account: str  # the force's own
    received_at: datetime  # by the network: every clock runs from here
    zone: str = "Europe/London"
    network_ids: tuple[str, ...] = ()
    captured_at: datetime | None = None
    first_seen_at: datetime | None = None
    first_reply_at: datetime | None = None
    life_at_risk: bool = False
    reporter_name: str = ""
    reporter_handle: str = ""
    reporter_profile: str = ""
    call_back: str = ""
    victim: str = ""  # if not the reporter
    location: str = ""
    postcode: str = ""
    uprn: str = ""
    what3words: str = ""
    grid_reference: str = ""
    location_source: str = ""
    location_confidence: str = ""
    what: str = ""
    when: str = ""
    who: str = ""
    weapons: str = ""
    injuries: str = ""
    ongoing: str = NOT_KNOWN
    caller_safe: str = NOT_KNOWN
    repeat_victim: str = NOT_KNOWN
    threat: str = ""
    harm: str = ""
    risk: str = ""
    investigation: str = ""
    vulnerability: str = ""
    engagement: str = ""
    proposed_grade: str = ""
    advice_given: str = ""
    language: str = ""
    linked_contacts: tuple[str, ...] = ()
    handler: str = ""
    incident_reference: str = ""
    open_code: str = ""
    close_code: str = ""
    crime_number: str = ""
    no_crime_rationale: str = ""
    messages: tuple[RecordMessage, ...] = ()
    flags: tuple[RecordFlag, ...] = ()


@dataclass(frozen=True)
class RecordProblem:
    """``blocking`` ones stop a handover; the others are for the handler to see: an emergency goes anyhow."""

    field: str
    words: str
    blocking: bool = False


def problems(record: ContactRecord) -> list[RecordProblem]:
    """Say what is missing or cannot be right, in the order of the form."""
    found = []
    if not record.what.strip():
        found.append(
            RecordProblem("what", translate("Record", "Say what is happening: one sentence is enough."), True)
        )
    if not record.proposed_grade.strip():
        found.append(
            RecordProblem(
                "proposed_grade", translate("Record", "Propose a grade: the control room sets it."), True
            )
        )
    if not record.handler.strip():
        found.append(RecordProblem("handler", translate("Record", "Name who is handing this over."), True))
    if record.postcode and not _POSTCODE.fullmatch(record.postcode.strip()):
        found.append(
            RecordProblem(
                "postcode",
                translate("Record", "This is not a full UK postcode. Put part of one in Location."),
            )
        )
    if record.what3words and not _THREE_WORDS.fullmatch(record.what3words.strip()):
        found.append(
            RecordProblem("what3words", translate("Record", "Enter three words with dots between them."))
        )
    if record.uprn and not (record.uprn.isdigit() and len(record.uprn) <= 12):
        found.append(RecordProblem("uprn", translate("Record", "A UPRN is a number of up to 12 digits.")))
    if not any((record.location, record.postcode, record.what3words, record.uprn, record.grid_reference)):
        found.append(
            RecordProblem(
                "location", translate("Record", "No location yet: ask, or give what the messages say.")
            )
        )
    for name in ("ongoing", "caller_safe", "repeat_victim"):
        if getattr(record, name) not in YES_NO:
            found.append(RecordProblem(name, translate("Record", "Choose yes, no or not known."), True))
    return found
