"""How is a contact record filled from a conversation, kept as JSON and read by a person?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from desktop.clock import stamped
from desktop.contact_centre.contact import (
    NOT_KNOWN,
    YES_NO,
    ContactRecord,
    RecordFlag,
    RecordMessage,
    RecordProblem,
    problems,
)
from desktop.contact_centre.prefill import draft

__all__ = [
    "NOT_KNOWN",
    "YES_NO",
    "ContactRecord",
    "RecordFlag",
    "RecordMessage",
    "RecordProblem",
    "as_text",
    "draft",
    "from_json",
    "grade_words",
    "problems",
    "to_json",
]

SCHEMA = "bluelamp.contact-record/1"
_TIMES = ("received_at", "captured_at", "first_seen_at", "first_reply_at")


def to_json(record: ContactRecord) -> dict[str, Any]:
    """Return the record as JSON with stable keys: UTC in ISO 8601, and beside it the local time."""
    found: dict[str, Any] = {"schema": SCHEMA}
    for item in fields(record):
        found[item.name] = _plain(getattr(record, item.name))
    for name in _TIMES:
        found[name.removesuffix("_at") + "_local"] = _local(getattr(record, name), record.zone)
    return found


def from_json(stored: dict[str, Any]) -> ContactRecord:
    """Read what ``to_json`` made; keys it does not know are passed over."""
    known = {item.name for item in fields(ContactRecord)}
    values = {name: value for name, value in stored.items() if name in known}
    values |= {name: _instant(values[name]) for name in _TIMES if values.get(name)}
    for name in ("network_ids", "linked_contacts"):
        values[name] = tuple(values.get(name, ()))
    values["flags"] = tuple(RecordFlag(**flag) for flag in values.get("flags", ()))
    values["messages"] = tuple(_message(message) for message in values.get("messages", ()))
    return ContactRecord(**values)


def grade_words(record: ContactRecord) -> str:
    """Word the grade as what it is: a proposal."""
    return f"Proposed grade: {record.proposed_grade} - the control room sets the grade"


def as_text(record: ContactRecord) -> str:
    """Return the record as plain text: what matters first, the messages word for word last."""
    return "\n".join(_lines(record)) + "\n"


def _lines(record: ContactRecord) -> Iterator[str]:
    if record.life_at_risk:
        yield "LIFE AT RISK"
    yield grade_words(record)
    for title, rows in _sections(record):
        filled = [f"{label}: {_inside(value)}" for label, value in rows if value]
        if filled:
            yield from ("", title.upper(), *filled)
    yield from ("", "MESSAGES, WORD FOR WORD")
    for message in record.messages:
        who = "The force" if message.outgoing else message.author
        yield f"[{_both(message.received_at, record.zone)}] {who}:"
        yield f"    {_inside(message.text)}"
        if message.url:
            yield f"    ({message.url})"


def _inside(text: str) -> str:
    """Indent all lines but the first: nothing the public wrote can pass for a line of the record."""
    return "\n    ".join(text.splitlines())


def _sections(record: ContactRecord) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    yield (
        "What",
        [
            ("What", record.what),
            ("When", record.when),
            ("Who", record.who),
            ("Weapons", record.weapons),
            ("Injuries", record.injuries),
            ("Still going on", record.ongoing),
            ("Caller safe", record.caller_safe),
        ],
    )
    yield (
        "Where",
        [
            ("Location", record.location),
            ("Postcode", record.postcode),
            ("UPRN", record.uprn),
            ("what3words", record.what3words),
            ("Grid reference", record.grid_reference),
            ("Source", record.location_source),
            ("Confidence", record.location_confidence),
        ],
    )
    yield (
        "Reporter",
        [
            ("Name", record.reporter_name),
            ("Handle", record.reporter_handle),
            ("Profile", record.reporter_profile),
            ("Call back", record.call_back),
            ("Victim, if different", record.victim),
            ("Repeat victim", record.repeat_victim),
            ("Language", record.language),
        ],
    )
    yield (
        "THRIVE",
        [
            ("Threat", record.threat),
            ("Harm", record.harm),
            ("Risk", record.risk),
            ("Investigation", record.investigation),
            ("Vulnerability", record.vulnerability),
            ("Engagement", record.engagement),
        ],
    )
    yield "Why it was flagged", [(flag.flag, _reason(flag)) for flag in record.flags]
    yield "Contact", _contact(record)


def _contact(record: ContactRecord) -> list[tuple[str, str]]:
    zone = record.zone
    return [
        ("Channel", record.channel),
        ("Account", record.account),
        ("Received by the network", _both(record.received_at, zone)),
        ("Captured", _both(record.captured_at, zone)),
        ("First seen", _both(record.first_seen_at, zone)),
        ("First reply", _both(record.first_reply_at, zone)),
        ("Network ids", ", ".join(record.network_ids)),
        ("Linked contacts", ", ".join(record.linked_contacts)),
        ("Advice given", record.advice_given),
        ("Handler", record.handler),
        ("Incident reference", record.incident_reference),
        ("Open code", record.open_code),
        ("Close code", record.close_code),
        ("Crime number", record.crime_number),
        ("No-crime rationale", record.no_crime_rationale),
    ]


def _reason(flag: RecordFlag) -> str:
    return f"“{flag.words}” ({flag.why})" if flag.why else f"“{flag.words}”"


def _both(at: datetime | None, zone: str) -> str:
    """The local time, and UTC beside it."""
    return f"{stamped(at, zone)} ({at.astimezone(UTC):%H:%M:%S} UTC)" if at else ""


def _message(stored: dict[str, Any]) -> RecordMessage:
    times = {name: _instant(stored[name]) for name in ("received_at", "captured_at")}
    return RecordMessage(**(stored | times))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, RecordMessage | RecordFlag):
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
    return value


def _instant(value: str) -> datetime:
    return datetime.fromisoformat(value).astimezone(UTC)


def _local(at: datetime | None, zone: str) -> str:
    return at.astimezone(ZoneInfo(zone)).isoformat() if at else ""
