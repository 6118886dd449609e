"""What does every route carry to the contact centre, the same at each repeat?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.clock import stamped
from desktop.contact_centre.record import ContactRecord, as_text, from_json, to_json
from desktop.models import Handover, Person
from desktop.models.base import Json
from desktop.records.settings import ForceSettings

SCHEMA = "bluelamp.handover/1"


@dataclass(frozen=True)
class Envelope:
    correlation_id: str
    life_at_risk: bool
    force_name: str
    handed_over_by: str
    created_at: datetime
    zone: str
    record: ContactRecord

    def subject(self) -> str:
        """One line; nothing in it was written by the public."""
        urgent = "LIFE AT RISK - " if self.life_at_risk else ""
        return f"{urgent}Contact from {self.record.channel} [{self.correlation_id}]"

    def body(self) -> str:
        at = stamped(self.created_at, self.zone)
        return (
            f"Handed over by {self.handed_over_by}, {self.force_name}, {at}.\n"
            f"Correlation id: {self.correlation_id}\n"
            "This message is not an acceptance. Tell the sender who takes it on, and the incident reference.\n\n"
            f"{as_text(self.record)}"
        )

    def document(self) -> Json:
        """The same for machines, with stable keys."""
        return {
            "schema": SCHEMA,
            "correlationId": self.correlation_id,
            "lifeAtRisk": self.life_at_risk,
            "force": self.force_name,
            "handedOverBy": self.handed_over_by,
            "createdAt": self.created_at.isoformat().replace("+00:00", "Z"),
            "record": to_json(self.record),
        }

    def document_bytes(self) -> bytes:
        return json.dumps(self.document(), ensure_ascii=False, indent=1, sort_keys=True).encode()


def envelope(session: Session, handover: Handover, force: ForceSettings) -> Envelope:
    """Return what is sent for a stored handover."""
    return Envelope(
        handover.correlation_id,
        handover.life_at_risk,
        force.force_name,
        session.get_one(Person, handover.created_by).name,
        handover.created_at,
        force.zone,
        from_json(handover.record),
    )
