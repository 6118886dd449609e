"""How does an entry of the audit read in words?"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.models import PublicationState
from desktop.records.audit import AuditRow
from desktop.views.stages import state_name

MARK = QCoreApplication.translate


def action_words(action: str) -> str:
    """Say what was done; an action without words of its own is shown as it is stored."""
    known = _words().get(action)
    if known is None and action.startswith("publication."):
        with suppress(ValueError):  # a state of a later version is shown as it is stored
            state = state_name(PublicationState(action.partition(".")[2]))
            return MARK("Audit", "Publication: {state}").format(state=state)
    return known or action


def kind_words(kind: str) -> str:
    """Name all actions of one kind."""
    return MARK("Audit", "{kind}: anything").format(kind=_kinds().get(kind, kind))


def subject_of(typed: str) -> str:
    """Turn what a person typed ("Post 12", "post:12") into a stored subject."""
    words = typed.replace(":", " ").split()
    if not words:
        return ""
    names = {name.casefold(): kind for kind, name in _kinds().items()}
    kind = names.get(" ".join(words[:-1]).casefold()) or names.get(" ".join(words).casefold())
    if kind is None:
        return typed.strip()
    return f"{kind}:{words[-1]}" if " ".join(words).casefold() not in names else kind


def subject_words(subject: str) -> str:
    """Say what it was done to: "post:12" reads "Post 12"."""
    kind, _, which = subject.partition(":")
    name = _kinds().get(kind)
    return subject if name is None else f"{name} {which}".strip()


def details(row: AuditRow) -> list[tuple[str, str]]:
    """Return the entry's details as names and values."""
    return [(key.replace("_", " ").capitalize(), _value(value)) for key, value in row.details().items()]


def pretty(row: AuditRow) -> str:
    """Return the details as they are stored, laid out."""
    return json.dumps(row.details(), ensure_ascii=False, indent=2)


def _value(value: Any) -> str:
    if value is None or value == "" or value == []:
        return MARK("Audit", "(none)")
    if isinstance(value, bool):
        return MARK("Audit", "yes") if value else MARK("Audit", "no")
    if isinstance(value, list):
        return ", ".join(_value(part) for part in value)
    if isinstance(value, dict):
        return "; ".join(f"{key.replace('_', ' ')}: {_value(part)}" for key, part in value.items())
    return str(value)


def _kinds() -> dict[str, str]:
    return {
        "account": MARK("Audit", "Account"),
        "alarm": MARK("Audit", "Alarm"),
        "audit": MARK("Audit", "The audit"),
        "conversation": MARK("Audit", "Conversation"),
        "engine": MARK("Audit", "Engine"),
        "force": MARK("Audit", "The force"),
        "handover": MARK("Audit", "Handover"),
        "hold": MARK("Audit", "Hold"),
        "media": MARK("Audit", "Image"),
        "message": MARK("Audit", "Message"),
        "person": MARK("Audit", "Person"),
        "post": MARK("Audit", "Post"),
        "publication": MARK("Audit", "Publication"),
        "setting": MARK("Audit", "Setting"),
        "settings": MARK("Audit", "Settings"),
        "approval": MARK("Audit", "Approval"),
    }


def _words() -> dict[str, str]:
    return {
        "account.blind": MARK("Audit", "Account went blind"),
        "account.connect": MARK("Audit", "Account connected"),
        "account.disconnect": MARK("Audit", "Account disconnected"),
        "account.owner": MARK("Audit", "Account given to an owner"),
        "account.reconnect": MARK("Audit", "Account connected again"),
        "account.sees_again": MARK("Audit", "Account sees again"),
        "alarm.acknowledge": MARK("Audit", "Alarm acknowledged"),
        "alarm.clear": MARK("Audit", "Alarm cleared"),
        "alarm.raise": MARK("Audit", "Alarm raised"),
        "alarm.rise": MARK("Audit", "Alarm escalated"),
        "approval.void": MARK("Audit", "Approval made void"),
        "audit.export": MARK("Audit", "Audit exported"),
        "audit.read": MARK("Audit", "Audit read"),
        "audit.verify": MARK("Audit", "Audit verified"),
        "conversation.assign": MARK("Audit", "Conversation assigned"),
        "conversation.close": MARK("Audit", "Conversation closed"),
        "conversation.let_go": MARK("Audit", "Conversation let go"),
        "conversation.lower": MARK("Audit", "Priority lowered"),
        "conversation.note": MARK("Audit", "Note added"),
        "conversation.raise": MARK("Audit", "Priority raised"),
        "conversation.read_later": MARK("Audit", "Conversation left for later"),
        "conversation.reopen": MARK("Audit", "Conversation reopened"),
        "conversation.reply": MARK("Audit", "Reply written"),
        "conversation.take": MARK("Audit", "Conversation taken"),
        "engine.start": MARK("Audit", "Engine started"),
        "engine.stop": MARK("Audit", "Engine stopped"),
        "force.first_run": MARK("Audit", "Force set up"),
        "handover.accept": MARK("Audit", "Handover accepted"),
        "handover.close": MARK("Audit", "Handover closed"),
        "handover.create": MARK("Audit", "Handed over to the contact centre"),
        "handover.delivered": MARK("Audit", "Handover delivered (not yet accepted)"),
        "handover.failed": MARK("Audit", "Handover not delivered"),
        "handover.not_yet": MARK("Audit", "Handover not yet accepted"),
        "handover.reference": MARK("Audit", "Incident reference recorded"),
        "handover.reject": MARK("Audit", "Handover rejected"),
        "handover.send_again": MARK("Audit", "Handover sent again"),
        "hold.lift": MARK("Audit", "Hold lifted"),
        "hold.place": MARK("Audit", "All scheduled content held"),
        "media.add": MARK("Audit", "Image added"),
        "message.read": MARK("Audit", "Messages read"),
        "message.collect": MARK("Audit", "Message collected"),
        "person.add": MARK("Audit", "Person added"),
        "person.deactivate": MARK("Audit", "Person deactivated"),
        "person.lock": MARK("Audit", "Workstation locked"),
        "person.password": MARK("Audit", "Password changed"),
        "person.role": MARK("Audit", "Role changed"),
        "person.sign_in": MARK("Audit", "Signed in"),
        "person.sign_in_failed": MARK("Audit", "Wrong password"),
        "person.sign_out": MARK("Audit", "Signed out"),
        "post.approve": MARK("Audit", "Post approved"),
        "post.discard": MARK("Audit", "Post discarded"),
        "post.edit": MARK("Audit", "Post taken back to edit"),
        "post.move": MARK("Audit", "Post moved to another time"),
        "post.new": MARK("Audit", "Draft begun"),
        "post.return": MARK("Audit", "Post returned with changes"),
        "post.save": MARK("Audit", "Draft saved"),
        "post.submit": MARK("Audit", "Post submitted"),
        "post.withdraw": MARK("Audit", "Post withdrawn"),
        "publication.not_withdrawn": MARK("Audit", "Not withdrawn: the network refused"),
        "publication.schedule": MARK("Audit", "Publication scheduled"),
        "settings.change": MARK("Audit", "Setting changed"),
    }
