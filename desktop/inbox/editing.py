"""How is a conversation changed by one person while another looks at it?"""

from __future__ import annotations

from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.errors import Refused
from desktop.models import Actor, Conversation
from desktop.records import audit
from desktop.words import QT_TRANSLATE_NOOP, translate

CHANGED = QT_TRANSLATE_NOOP(
    "Inbox",
    "This conversation changed while you were looking at it. Look at it again, then repeat what you did.",
)


def change(session: Session, conversation_id: int, edition: int, **values: Any) -> int:
    """Compare and set: raises ``Refused`` where the conversation is not as its actor saw it."""
    statement = (
        sa.update(Conversation)
        .where(Conversation.id == conversation_id, Conversation.edition == edition)
        .values(edition=edition + 1, **values)
        .execution_options(synchronize_session=False)
    )
    changed = cast("sa.CursorResult[Any]", session.execute(statement)).rowcount
    session.expire_all()
    if changed != 1:
        raise Refused(translate("Inbox", CHANGED))
    return edition + 1


def get(session: Session, conversation_id: int) -> Conversation:
    conversation = session.get(Conversation, conversation_id)
    if conversation is None:
        raise Refused(translate("Inbox", "This conversation is not in the inbox. Look at the list again."))
    return conversation


def record(session: Session, by: Actor, action: str, conversation_id: int, **detail: Any) -> None:
    audit.append(session, by, action, f"conversation:{conversation_id}", **detail)
