"""How does a publication go from one state to the next, and who is told?"""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from desktop.errors import Refused
from desktop.models import Actor, Publication, PublicationState
from desktop.models.publications import TRANSITIONS
from desktop.records import audit
from desktop.words import translate


def move(
    session: Session,
    publication: Publication,
    to: PublicationState,
    by: Actor | str,
    reason: str = "",
    **detail: Any,
) -> None:
    """Move ``publication`` to ``to`` with one audit entry. Raises ``Refused`` where the table has no way."""
    was = publication.state
    if to not in TRANSITIONS[was]:
        raise Refused(
            translate(
                "Publishing",
                "What is {was} cannot become {to}. Look at it again: it may have changed meanwhile.",
            ).format(was=translate("States", was.value), to=translate("States", to.value))
        )
    publication.state, publication.reason = to, reason
    if to not in (PublicationState.CLAIMED, PublicationState.SENDING):
        publication.lease_owner, publication.lease_until = "", None
    audit.append(
        session,
        by,
        f"publication.{to.value}",
        f"publication:{publication.id}",
        was=was,
        reason=reason,
        **detail,
    )
