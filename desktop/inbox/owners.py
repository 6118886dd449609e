"""Who handles a conversation, and until when? The lease runs out by itself; then it is Unowned."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import cast

from sqlalchemy.orm import Session

from desktop.clock import now, shown
from desktop.errors import Refused
from desktop.inbox.editing import change, get, record
from desktop.models import Act, Actor, Conversation, Person
from desktop.models.people import MAY
from desktop.records import settings
from desktop.words import translate


def take(session: Session, conversation_id: int, by: Actor, edition: int) -> int:
    """Become the conversation's owner until the lease ends; return its new edition."""
    by.require(Act.TRIAGE)
    after = require_free(session, conversation_id, by).owner_id
    until = _lease(session)
    edition = change(session, conversation_id, edition, owner_id=by.id, owner_until=until)
    record(session, by, "conversation.take", conversation_id, until=until, after_person=after)
    return edition


def assign(session: Session, conversation_id: int, to_id: int, by: Actor, edition: int) -> int:
    """Make another person the owner; one who holds it already is only replaced by a supervisor."""
    by.require(Act.TRIAGE)
    require_free(session, conversation_id, by, unless=Act.REASSIGN)
    to = session.get(Person, to_id)
    if to is None or not to.active or Act.TRIAGE not in MAY[to.role]:
        raise Refused(translate("Inbox", "Choose someone who is active and whose role answers the public."))
    until = _lease(session)
    edition = change(session, conversation_id, edition, owner_id=to_id, owner_until=until)
    record(session, by, "conversation.assign", conversation_id, to=to.username, until=until)
    return edition


def let_go(session: Session, conversation_id: int, by: Actor, edition: int) -> int:
    """Put the conversation back into Unowned."""
    by.require(Act.TRIAGE)
    require_free(session, conversation_id, by, unless=Act.REASSIGN)
    edition = change(session, conversation_id, edition, owner_id=None, owner_until=None)
    record(session, by, "conversation.let_go", conversation_id)
    return edition


def require_free(
    session: Session, conversation_id: int, by: Actor, *, unless: Act | None = None
) -> Conversation:
    """Return the conversation; raises ``Refused`` while another person handles it.

    One whose role allows ``unless`` may act all the same.
    """
    conversation = get(session, conversation_id)
    held = conversation.owner_until is not None and conversation.owner_until > now()
    if not held or conversation.owner_id == by.id or (unless is not None and by.may(unless)):
        return conversation
    owner = session.get_one(Person, conversation.owner_id)
    until = _clock(session, cast(datetime, conversation.owner_until))
    raise Refused(
        translate(
            "Inbox",
            "{name} is handling this conversation until {until}. Speak to them, or ask a supervisor to "
            "reassign it.",
        ).format(name=owner.name, until=until)
    )


def take_lease(session: Session, conversation_id: int, by: Actor, edition: int) -> int:
    """Make or renew the lease of whoever answers; return the new edition."""
    return change(session, conversation_id, edition, owner_id=by.id, owner_until=_lease(session))


def _lease(session: Session) -> datetime:
    return now() + timedelta(seconds=settings.read(session).lease_seconds)


def _clock(session: Session, at: datetime) -> str:
    return shown(at, settings.read(session).zone).split()[3]
