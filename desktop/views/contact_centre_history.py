"""What happened to one handover, as the audit tells it, in words?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.records.audit import AuditRow

translate = QCoreApplication.translate
BLUE_LAMP = "Blue Lamp"


@dataclass(frozen=True)
class Event:
    at: datetime
    who: str
    words: str


def event(entry: AuditRow, names: Mapping[str, str]) -> Event | None:
    """Word one entry; None for one that tells nothing of how the handover went."""
    words = _words(entry.action, entry.details())
    if not words:
        return None
    return Event(entry.at, names.get(entry.actor, BLUE_LAMP), words)


def route_name(route: str) -> str:
    return {"mail": translate("Handover", "Mail"), "webhook": translate("Handover", "Webhook")}.get(
        route, route
    )


def _words(action: str, detail: Mapping[str, Any]) -> str:
    match action:
        case "handover.create":
            routes = ", ".join(route_name(route) for route in detail.get("routes", ()))
            if not routes:
                return translate("Handover", "Handed over; no route to the contact centre was set up")
            return translate("Handover", "Handed over by {routes}").format(routes=routes)
        case "handover.delivered" | "handover.failed" | "handover.not_yet":
            return _delivery_words(action, detail)
        case "handover.accept":
            return _accept_words(detail)
        case "handover.reject":
            return translate("Handover", "Rejected: {reason}").format(reason=detail.get("reason", ""))
        case "handover.reference":
            was, now = detail.get("was", ""), detail.get("incident_reference", "")
            if was and was != now:
                return translate("Handover", "Incident {now} recorded instead of {was}").format(
                    now=now, was=was
                )
            return translate("Handover", "Incident {now} recorded").format(now=now)
        case "handover.close":
            return translate("Handover", "Closed: {feedback}").format(feedback=detail.get("feedback", ""))
        case "handover.send_again":
            return translate("Handover", "Queued to be sent again")
        case "handover.copy":
            return translate("Handover", "Copied the record for the log")
    return _alarm_words(action, detail)


def _delivery_words(action: str, detail: Mapping[str, Any]) -> str:
    words = {
        "handover.delivered": translate("Handover", "Delivered by {route}: {words}"),
        "handover.failed": translate("Handover", "Failed by {route}: {words}"),
        "handover.not_yet": translate("Handover", "Not delivered by {route} yet (try {tries}): {words}"),
    }[action]
    return words.format(
        route=route_name(detail.get("route", "")), words=detail.get("words", ""), tries=detail.get("tries", 0)
    )


def _accept_words(detail: Mapping[str, Any]) -> str:
    words = {
        "phone": translate("Handover", "Accepted by {name} on the phone"),
        "webhook": translate("Handover", "Accepted by {name} in the contact centre's system"),
    }.get(detail.get("how", ""), translate("Handover", "Accepted by {name}"))
    return words.format(name=detail.get("name", ""))


def _alarm_words(action: str, detail: Mapping[str, Any]) -> str:
    words = {
        "alarm.raise": translate("Handover", "Alarm raised: {level}"),
        "alarm.rise": translate("Handover", "Alarm rose: {level}"),
        "alarm.acknowledge": translate("Handover", "Saw the alarm: {level}"),
        "alarm.clear": translate("Handover", "Alarm over"),
    }.get(action, "")
    levels = {
        1: translate("Handover", "notice"),
        2: translate("Handover", "supervisor"),
        3: translate("Handover", "phone now"),
        4: translate("Handover", "duty inspector"),
    }
    return words.format(level=levels.get(detail.get("level", 0), ""))
