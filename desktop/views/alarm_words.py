"""In which words and parts is an alarm shown: the call to make, its age, where it leads?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from desktop import clock
from desktop.contact_centre.alarms import AlarmRow
from desktop.models import AlarmKind

translate = QCoreApplication.translate
K = AlarmKind
HANDED_OVER = (K.UNDELIVERED, K.UNACCEPTED)
PEOPLE = (K.UNSEEN, K.LIFE_AT_RISK, *HANDED_OVER)


@dataclass(frozen=True)
class Parts:
    """``number`` is shown large between ``head`` and ``after``; together they are the room's own words."""

    head: str
    number: str
    after: str
    detail: str


def parts(alarm: AlarmRow, phone: str) -> Parts:
    """Part the room's words: what to do first, the number in it, and the rest."""
    if phone and phone in alarm.words:
        head, _, rest = alarm.words.partition(phone)
        after, _, detail = rest.partition(". ")
        return Parts(head.strip(), phone, after.strip(" ,."), detail)
    head, _, detail = alarm.words.partition(". ")
    if alarm.kind in PEOPLE:
        detail = f"{detail} {_number(phone)}".strip()
    return Parts(head.rstrip("."), "", "", detail)


def age(alarm: AlarmRow, at: datetime) -> str:
    """Say how long its clock has run, and since what."""
    return {
        K.UNSEEN: translate("Alarm", "{age} since the network received it"),
        K.LIFE_AT_RISK: translate("Alarm", "{age} since the network received it"),
        K.UNACCEPTED: translate("Alarm", "{age} since the network received it"),
        K.UNDELIVERED: translate("Alarm", "{age} since it was handed over"),
        K.BLIND: translate("Alarm", "Blind for {age}"),
        K.LATE: translate("Alarm", "{age} past its time"),
        K.STOPPED: translate("Alarm", "For {age}"),
    }[alarm.kind].format(age=counting(at - alarm.since))


def counting(span: timedelta) -> str:
    """Word a time that is watched as it runs ("41 s", "2 min 05 s", "1 h 04 min", "3 d 4 h")."""
    seconds = max(int(span.total_seconds()), 0)
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86_400
    if minutes < 1:
        return translate("Alarm", "{seconds} s").format(seconds=seconds)
    if hours < 1:
        return translate("Alarm", "{minutes} min {seconds:02} s").format(
            minutes=minutes, seconds=seconds % 60
        )
    if days < 1:
        return translate("Alarm", "{hours} h {minutes:02} min").format(hours=hours, minutes=minutes % 60)
    return translate("Alarm", "{days} d {hours} h").format(days=days, hours=hours % 24)


def seen(alarm: AlarmRow, zone: str) -> str:
    """Say who has seen it at this level, "" where nobody has."""
    if alarm.sounding or alarm.acknowledged_at is None:
        return ""
    return translate("Alarm", "Seen by {name} at {time}").format(
        name=alarm.acknowledged_by, time=f"{clock.wall(alarm.acknowledged_at, zone):%H:%M}"
    )


def spoken(alarm: AlarmRow) -> str:
    """Return what a screen reader says of it."""
    level = {
        1: translate("Alarm", "Notice"),
        2: translate("Alarm", "Alarm"),
        3: translate("Alarm", "Alarm, phone now"),
        4: translate("Alarm", "Alarm, duty inspector"),
    }[alarm.loudness]
    return f"{level}: {alarm.words}"


def _number(phone: str) -> str:
    if phone:
        return translate("Alarm", "Control room: {number}").format(number=phone.replace(" ", "\u00a0"))
    return translate("Alarm", "No number of the control room is set: an administrator enters it in Settings.")
