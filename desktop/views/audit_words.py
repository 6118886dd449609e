"""How does an entry of the audit read in words?"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.models import PublicationState
from desktop.records.audit import AuditRow
from desktop.views.stages import state_name

translate = QCoreApplication.translate


def action_words(action: str) -> str:
    """Say what was done; an action without words of its own is shown as it is stored."""
    known = _words().get(action)
    if known is None and action.startswith("publication."):
        with suppress(ValueError):  # a state of a later version is shown as it is stored
            state = state_name(PublicationState(action.partition(".")[2]))
            return translate("Audit", "Publication: {state}").format(state=state)
    return known or action


def kind_words(kind: str) -> str:
    """Name all actions of one kind."""
    return translate("Audit", "{kind}: anything").format(kind=_kinds().get(kind, kind))


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
        return translate("Audit", "(none)")
    if isinstance(value, bool):
        return translate("Audit", "yes") if value else translate("Audit", "no")
    if isinstance(value, list):
        return ", ".join(_value(part) for part in value)
    if isinstance(value, dict):
        return "; ".join(f"{key.replace('_', ' ')}: {_value(part)}" for key, part in value.items())
    return str(value)


def _kinds() -> dict[str, str]:
    return {
        "account": translate("Audit", "Account"),
        "alarm": translate("Audit", "Alarm"),
        "audit": translate("Audit", "The audit"),
        "conversation": translate("Audit", "Conversation"),
        "engine": translate("Audit", "Engine"),
        "force": translate("Audit", "The force"),
        "handover": translate("Audit", "Handover"),
        "hold": translate("Audit", "Hold"),
        "media": translate("Audit", "Image"),
        "message": translate("Audit", "Message"),
        "person": translate("Audit", "Person"),
        "post": translate("Audit", "Post"),
        "publication": translate("Audit", "Publication"),
        "setting": translate("Audit", "Setting"),
        "settings": translate("Audit", "Settings"),
        "approval": translate("Audit", "Approval"),
    }


def _words() -> dict[str, str]:
    return {
        "account.blind": translate("Audit", "Account went blind"),
        "account.connect": translate("Audit", "Account connected"),
        "account.disconnect": translate("Audit", "Account disconnected"),
        "account.owner": translate("Audit", "Account given to an owner"),
        "account.reconnect": translate("Audit", "Account connected again"),
        "account.sees_again": translate("Audit", "Account sees again"),
        "alarm.acknowledge": translate("Audit", "Alarm acknowledged"),
        "alarm.clear": translate("Audit", "Alarm cleared"),
        "alarm.raise": translate("Audit", "Alarm raised"),
        "alarm.rise": translate("Audit", "Alarm escalated"),
        "approval.void": translate("Audit", "Approval made void"),
        "audit.export": translate("Audit", "Audit exported"),
        "audit.read": translate("Audit", "Audit read"),
        "audit.verify": translate("Audit", "Audit verified"),
        "conversation.assign": translate("Audit", "Conversation assigned"),
        "conversation.close": translate("Audit", "Conversation closed"),
        "conversation.let_go": translate("Audit", "Conversation let go"),
        "conversation.lower": translate("Audit", "Priority lowered"),
        "conversation.note": translate("Audit", "Note added"),
        "conversation.raise": translate("Audit", "Priority raised"),
        "conversation.read_later": translate("Audit", "Conversation left for later"),
        "conversation.reopen": translate("Audit", "Conversation reopened"),
        "conversation.reply": translate("Audit", "Reply written"),
        "conversation.take": translate("Audit", "Conversation taken"),
        "engine.start": translate("Audit", "Engine started"),
        "engine.stop": translate("Audit", "Engine stopped"),
        "force.first_run": translate("Audit", "Force set up"),
        "handover.accept": translate("Audit", "Handover accepted"),
        "handover.close": translate("Audit", "Handover closed"),
        "handover.create": translate("Audit", "Handed over to the contact centre"),
        "handover.delivered": translate("Audit", "Handover delivered (not yet accepted)"),
        "handover.failed": translate("Audit", "Handover not delivered"),
        "handover.not_yet": translate("Audit", "Handover not yet accepted"),
        "handover.reference": translate("Audit", "Incident reference recorded"),
        "handover.reject": translate("Audit", "Handover rejected"),
        "handover.send_again": translate("Audit", "Handover sent again"),
        "hold.lift": translate("Audit", "Hold lifted"),
        "hold.place": translate("Audit", "All scheduled content held"),
        "media.add": translate("Audit", "Image added"),
        "message.read": translate("Audit", "Messages read"),
        "message.collect": translate("Audit", "Message collected"),
        "person.add": translate("Audit", "Person added"),
        "person.deactivate": translate("Audit", "Person deactivated"),
        "person.lock": translate("Audit", "Workstation locked"),
        "person.password": translate("Audit", "Password changed"),
        "person.reactivate": translate("Audit", "Person let back in"),
        "person.rescue": translate("Audit", "Administrator's password set from the console"),
        "person.role": translate("Audit", "Role changed"),
        "person.sign_in": translate("Audit", "Signed in"),
        "person.sign_in_failed": translate("Audit", "Wrong password"),
        "person.sign_out": translate("Audit", "Signed out"),
        "post.approve": translate("Audit", "Post approved"),
        "post.discard": translate("Audit", "Post discarded"),
        "post.edit": translate("Audit", "Post taken back to edit"),
        "post.move": translate("Audit", "Post moved to another time"),
        "post.new": translate("Audit", "Draft begun"),
        "post.return": translate("Audit", "Post returned with changes"),
        "post.save": translate("Audit", "Draft saved"),
        "post.submit": translate("Audit", "Post submitted"),
        "post.withdraw": translate("Audit", "Post withdrawn"),
        "publication.not_withdrawn": translate("Audit", "Not withdrawn: the network refused"),
        "publication.schedule": translate("Audit", "Publication scheduled"),
        "settings.change": translate("Audit", "Setting changed"),
    }
