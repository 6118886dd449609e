"""The force whose workers die: its people, its accounts and what they do, all through the rooms."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
from PIL import Image as Pillow

from desktop.accounts import rows as accounts
from desktop.accounts.connectors import Access, connector_for
from desktop.clock import now, wall
from desktop.contact_centre import handover, record
from desktop.inbox import conversations, replies
from desktop.models import (
    Actor,
    Alarm,
    AlarmKind,
    Conversation,
    Handover,
    Message,
    Person,
    Publication,
    PublicationState,
    Role,
    schema,
)
from desktop.models.database import Database, sqlite_url
from desktop.networks.protocol import Identity
from desktop.publishing import approval, drafting, media
from desktop.publishing.drafting import DraftBody, DraftImage
from desktop.records import audit, people, settings
from desktop.records.settings import WebhookRoute
from desktop.vault import FileKeys, Vault
from tests.faults.sides import Side

S = PublicationState
MOVING = (S.SCHEDULED, S.CLAIMED, S.SENDING, S.UNCONFIRMED)
ZONE = "Europe/London"
ROLES = {
    "comms": ("Priya Shah", Role.COMMS),
    "press": ("Morwenna Tregear", Role.PRESS),
    "operator": ("Dawn Okafor", Role.OPERATOR),
    "supervisor": ("Sgt Iain McLeod", Role.SUPERVISOR),
    "admin": ("Sam Field", Role.ADMIN),
}


@dataclass(frozen=True)
class Told:
    """What the force's people are shown of one publication."""

    state: PublicationState
    reason: str
    due_at: datetime
    published_at: datetime | None


class Force:
    """One database for the whole run, in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.url, self.keys = sqlite_url(folder / "bluelamp.db"), folder / "keys.json"
        self.database = Database(self.url)
        schema.upgrade(self.database)
        self._vault = Vault(keys=FileKeys(self.keys))
        self.people: dict[str, Actor] = {}
        self.accounts: dict[str, int] = {}
        with self.database.session() as session:
            people.service_actor(session)
            for username, (name, role) in ROLES.items():
                person = Person(username=username, name=name, role=role, created_at=now())
                session.add(person)
                session.flush()
                self.people[username] = Actor(person.id, username, name, role)
        self._image = self._add_image()

    def close(self) -> None:
        self.database.close()

    def settle(self, contact_centre: str) -> None:
        """Set the phone number, the route to the contact centre and the shortest timers there are."""
        hook = WebhookRoute(contact_centre, settings.sealed("shared secret", self._vault.public_key()))
        with self.database.session() as session:
            settings.change(
                session, by=self.people["admin"], control_room_phone="01632 960 112", webhook=hook,
                unseen_seconds=5, undelivered_seconds=5, unaccepted_seconds=5, inspector_seconds=6,
            )  # fmt: skip

    def connect(self, side: Side) -> None:
        credentials = side.credentials()
        nobody = Identity("", "", "", "")
        connector = connector_for(Access(side.network, side.server, credentials, nobody), 20.0)
        try:
            health = connector.check()
            credentials = connector.credentials() or credentials
        finally:
            connector.close()
        key = self._vault.public_key()
        with self.database.session() as session:
            row = accounts.save(
                session, self.people["admin"], health, side.network, side.server, credentials, key
            )
        self.accounts[side.name] = row.id

    # -- publishing ----------------------------------------------------------------------------

    def schedule(self, texts: dict[str, str], due: datetime | None, *, image: bool = False) -> dict[str, int]:
        """Write, submit and approve one post; its publications by the name of their side."""
        body = DraftBody(
            text="",
            variants={self.accounts[name]: text for name, text in texts.items()},
            accounts=tuple(self.accounts[name] for name in texts),
            images=(DraftImage(self._image, "A blue lamp"),) if image else (),
            wall_time=wall(due, ZONE).isoformat() if due else "",
            zone=ZONE,
        )
        with self.database.session() as session:
            post_id = drafting.new(session, self.people["comms"])
            drafting.save(session, post_id, body, self.people["comms"])
            approval.submit(session, post_id, self.people["comms"])
        with self.database.session() as session:
            seen = approval.review(session, post_id)
            ids = approval.approve(session, post_id, self.people["press"], seen.version_id, seen.content_hash)
            query = sa.select(Publication.account_id, Publication.id).where(Publication.id.in_(ids))
            found = dict(session.execute(query).tuples().all())
        return {name: found[self.accounts[name]] for name in texts}

    def reply(self, side: str, marker: str, text: str) -> int:
        """Answer the conversation in which ``marker`` was said; the reply's publication."""
        conversation_id = self.conversation_of(side, marker)
        assert conversation_id is not None
        with self.database.session() as session:
            edition = session.get_one(Conversation, conversation_id).edition
            return replies.reply(session, conversation_id, text, self.people["operator"], edition)

    def told(self, publication_id: int) -> Told:
        with self.database.reading() as session:
            row = session.get_one(Publication, publication_id)
            return Told(row.state, row.reason, row.due_at, row.published_at)

    def moving(self, ids: list[int]) -> int:
        query = sa.select(sa.func.count()).select_from(Publication)
        with self.database.reading() as session:
            return session.scalar(query.where(Publication.id.in_(ids), Publication.state.in_(MOVING))) or 0

    # -- the inbox -----------------------------------------------------------------------------

    def times_stored(self, side: str, marker: str) -> int:
        """Count the public's messages in the inbox that say ``marker``."""
        query = sa.select(sa.func.count()).select_from(Message)
        said = (Message.account_id == self.accounts[side], Message.text.contains(marker))
        with self.database.reading() as session:
            return session.scalar(query.where(*said, Message.outgoing.is_(False))) or 0

    def conversation_of(self, side: str, marker: str) -> int | None:
        query = sa.select(Message.conversation_id).where(
            Message.account_id == self.accounts[side], Message.text.contains(marker)
        )
        with self.database.reading() as session:
            return session.scalar(query.limit(1))

    # -- emergencies ---------------------------------------------------------------------------

    def raised_at(self, side: str, marker: str, kind: AlarmKind = AlarmKind.LIFE_AT_RISK) -> datetime | None:
        """When the alarm for this emergency was raised; None where it never was."""
        conversation_id = self.conversation_of(side, marker)
        return self._alarm(f"conversation:{conversation_id}", kind) if conversation_id else None

    def hand_over(self, side: str, marker: str) -> tuple[int, str]:
        """Hand the emergency to the contact centre: the handover's id and its correlation id."""
        conversation_id, by = self.conversation_of(side, marker), self.people["operator"]
        assert conversation_id is not None
        with self.database.session() as session:
            conversations.opened(session, conversation_id, by)
            filled = record.draft(session, conversation_id, by)
            made = handover.hand_over(session, conversation_id, filled, by)
            return made, session.get_one(Handover, made).correlation_id

    def undelivered(self, handover_id: int) -> bool:
        """Whether the alarm stands that nobody could be told of this handover."""
        return self._alarm(f"handover:{handover_id}", AlarmKind.UNDELIVERED, standing=True) is not None

    def deal_with(self, side: str, marker: str, handover_id: int | None) -> None:
        """Take the emergency to its end: accepted by phone, its incident recorded, closed."""
        if handover_id is None:
            handover_id, _ = self.hand_over(side, marker)
        operator, supervisor = self.people["operator"], self.people["supervisor"]
        with self.database.session() as session:
            handover.accept_by_phone(session, handover_id, operator, "Inspector Rhiannon Bevan", now())
            day = wall(now(), ZONE).date()
            handover.record_reference(session, handover_id, operator, f"Log {handover_id}", day)
            handover.close(session, handover_id, operator, "Officers attended.")
            found = session.get_one(Handover, handover_id).conversation_id
            conversations.opened(session, found, supervisor)
            conversation = session.get_one(Conversation, found)
            if conversation.owner_id is None:
                conversations.close(session, found, supervisor, "dealt with", conversation.edition)

    def audit_faults(self) -> tuple[int, int]:
        """Verify the audit chain: its entries and its faults."""
        with self.database.reading() as session:
            faults = list(audit.verify(session))
            return audit.head(session)[0], len(faults)

    def _alarm(self, subject: str, kind: AlarmKind, *, standing: bool = False) -> datetime | None:
        query = sa.select(Alarm.raised_at).where(Alarm.subject == subject, Alarm.kind == kind)
        if standing:
            query = query.where(Alarm.cleared_at.is_(None))
        with self.database.reading() as session:
            return session.scalar(query.order_by(Alarm.id.desc()).limit(1))

    def _add_image(self) -> int:
        out = io.BytesIO()
        Pillow.new("RGB", (64, 48), "navy").save(out, "PNG")
        with self.database.session() as session:
            return drafting.add_image(
                session, self.people["comms"], media.clean(out.getvalue(), filename="lamp.png"), "lamp.png"
            )


def soon(seconds: float) -> datetime:
    return now() + timedelta(seconds=seconds)
