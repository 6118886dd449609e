"""Conversations of the public, as the inbox would have stored them, and a vault that forgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from desktop.clock import now
from desktop.contact_centre import handover, record
from desktop.models import Account, Actor, Assessment, Attention, Author, Conversation, Message
from desktop.models.database import Database
from desktop.networks.protocol import Capabilities, Kind, NetworkName
from desktop.records import settings
from desktop.vault import MemoryKeys, Vault

EMERGENCY = "please help my mum has taken all her tablets and she wont wake up"
PHONE = "01632 960123"
CAPABILITIES = Capabilities(
    network=NetworkName.MASTODON,
    software="Mastodon 4.6.1",
    max_length=500,
    url_length=23,
    max_images=4,
    image_types=("image/jpeg",),
    image_bytes=8_000_000,
    alt_length=1500,
    direct_messages=True,
    can_delete=True,
    keeps_client_key=True,
)
Arrive = Callable[..., int]
HandOver = Callable[..., int]


@pytest.fixture
def vault() -> Vault:
    return Vault(keys=MemoryKeys())


@pytest.fixture
def phone(database: Database, people: dict[str, Actor]) -> str:
    """The control room's number, settled."""
    with database.session() as session:
        settings.change(session, by=people["admin"], control_room_phone=PHONE, force_name="Fenland Police")
    return PHONE


@pytest.fixture
def account_id(database: Database) -> int:
    with database.session() as session:
        account = Account(
            network=NetworkName.MASTODON,
            server="https://social.example",
            network_id="1",
            handle="@force@social.example",
            name="Force",
            sealed_token=b"",
            sealed_to="",
            capabilities=asdict(CAPABILITIES),
            complete_to=now(),
            connected_at=now(),
        )
        session.add(account)
        session.flush()
        return account.id


@pytest.fixture
def write(database: Database) -> Callable[..., int]:
    """Store one more message in a conversation; returns its id."""

    def write(
        conversation_id: int,
        text: str = EMERGENCY,
        *,
        attention: int = Attention.LIFE_AT_RISK,
        received_at: datetime | None = None,
        captured_after: float = 2.0,
        seen: bool = False,
        outgoing: bool = False,
    ) -> int:
        received = received_at or now()
        with database.session() as session:
            conversation = session.get_one(Conversation, conversation_id)
            number = f"{conversation.key}-{conversation.message_count + 1}"
            message = Message(
                conversation_id=conversation_id,
                account_id=conversation.account_id,
                author_id=None if outgoing else conversation.author_id,
                network_id=number,
                kind=Kind.DIRECT,
                outgoing=outgoing,
                text=text,
                language="en",
                url=f"https://social.example/{number}",
                received_at=received,
                captured_at=received + timedelta(seconds=captured_after),
                seen_at=received + timedelta(seconds=5) if seen else None,
                attention=attention,
            )
            session.add(message)
            conversation.message_count += 1
            conversation.unseen += 0 if seen else 1
            conversation.attention = max(conversation.attention, attention)
            session.flush()
            if attention >= Attention.URGENT:
                _flag(session, message)
            return message.id

    return write


def _flag(session: Session, message: Message) -> None:
    reasons = [{"rule": "overdose", "flag": "harm", "words": "taken all her tablets", "why": "an overdose"}]
    session.add(
        Assessment(
            message_id=message.id,
            at=message.captured_at,
            harm=True,
            attention=message.attention,
            reasons=reasons,
        )
    )


@pytest.fixture
def arrive(database: Database, account_id: int, write: Callable[..., int]) -> Arrive:
    """Store one conversation with one message; returns its id."""
    count = 0

    def arrive(
        text: str = EMERGENCY,
        *,
        handle: str = "@sam@social.example",
        name: str = "Sam Lee",
        received_at: datetime | None = None,
        attention: int = Attention.LIFE_AT_RISK,
        seen: bool = False,
        captured_after: float = 2.0,
    ) -> int:
        nonlocal count
        count += 1
        received = received_at or now()
        with database.session() as session:
            author = Author(
                network=NetworkName.MASTODON,
                network_id=str(count),
                handle=handle,
                name=name,
                url="https://social.example/@sam",
                seen_at=received,
            )
            session.add(author)
            session.flush()
            conversation = Conversation(
                account_id=account_id,
                key=f"c{count}",
                author_id=author.id,
                direct=True,
                first_at=received,
                last_at=received,
                snippet=text[:200],
                author_name=name,
            )
            session.add(conversation)
            session.flush()
            conversation_id = conversation.id
        write(
            conversation_id,
            text,
            attention=attention,
            received_at=received,
            seen=seen,
            captured_after=captured_after,
        )
        return conversation_id

    return arrive


@pytest.fixture
def hand_over(database: Database, people: dict[str, Actor], arrive: Arrive) -> HandOver:
    """Let an emergency arrive (or take ``conversation_id``) and hand it over; returns the handover's id."""

    def hand_over(conversation_id: int | None = None, by: str = "comms", **how: object) -> int:
        conversation_id = conversation_id or arrive(seen=True, **how)
        with database.session() as session:
            filled = record.draft(session, conversation_id, people[by])
            return handover.hand_over(session, conversation_id, filled, people[by])

    return hand_over
