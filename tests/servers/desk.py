"""The whole desk of a force, by hand: everything that a journey through the rooms on a real server needs."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
from PIL import Image as Pillow

from desktop.accounts import connecting, health
from desktop.accounts import rows as accounts
from desktop.accounts.connectors import Connectors
from desktop.accounts.rows import AccountRow
from desktop.clock import now, wall
from desktop.contact_centre import handover, mail, record
from desktop.contact_centre.alarms import AlarmRow, Escalator, standing
from desktop.contact_centre.envelope import envelope
from desktop.contact_centre.routes import Dispatcher
from desktop.inbox import conversations, replies
from desktop.inbox.collecting import Collector
from desktop.inbox.rows import ConversationRow, Thread
from desktop.models import Actor, Attempt, Handover, PublicationState
from desktop.models.database import Database
from desktop.publishing import approval, drafting, media, schedule, withdraw
from desktop.publishing.delivery import Pace, Publisher
from desktop.publishing.drafting import DraftBody, DraftImage
from desktop.publishing.schedule import PublicationRow
from desktop.records import settings
from desktop.records.settings import MailRoute
from desktop.vault import FileKeys, Vault
from tests.servers.bluesky_network import BlueskyAccount, BlueskyNetwork
from tests.servers.mail_network import MailNetwork
from tests.servers.mastodon_network import MastodonAccount, MastodonNetwork, allow

ZONE = "Europe/London"
PHONE = "01632 960123"
FAST = Pace(lease=5, settle_cut=0.5, settle_stalled=3)
SECONDS = 40.0  # that something may take on a loaded machine; snac alone takes 6 to tell of a mention


@dataclass
class Desk:
    database: Database
    people: dict[str, Actor]
    vault: Vault
    folder: Path

    def __post_init__(self) -> None:
        self.connectors = Connectors(self.database, self.vault, 5.0)
        self.publisher = Publisher(self.database, self.connectors, "desk", FAST)
        self.collector = Collector(self.database, self.connectors, "desk")
        self.dispatcher = Dispatcher(self.database, self.vault, "desk")

    def close(self) -> None:
        self.dispatcher.close()
        self.collector.close()
        self.publisher.close()
        self.connectors.close()

    # -- accounts ------------------------------------------------------------------------------

    def connect_bluesky(
        self, network: BlueskyNetwork, force: BlueskyAccount, *, messages: bool = True
    ) -> AccountRow:
        password = force.app_password_with_messages if messages else force.app_password
        return connecting.connect_bluesky(
            self.database,
            self.vault,
            self.people["admin"],
            server=network.pds,
            identifier=f"@{force.handle}",
            app_password=password,
        )

    def connect_mastodon(self, network: MastodonNetwork, force: MastodonAccount) -> AccountRow:
        return connecting.connect_mastodon(
            self.database,
            self.vault,
            self.people["admin"],
            server=network.url,
            open_browser=lambda page: allow(page, force),
            seconds=10,
        )

    def check(self, account_id: int) -> AccountRow:
        return health.check(self.database, self.connectors, account_id)

    def account(self, account_id: int) -> AccountRow:
        with self.database.reading() as session:
            return accounts.one(session, account_id)

    def alarms_of(self, *what: str, at: datetime | None = None) -> list[AlarmRow]:
        """Return the alarms that stand for any "account", "conversation", "handover" or "publication"."""
        Escalator(self.database).run(at)
        with self.database.reading() as session:
            return [alarm for alarm in standing(session) if alarm.subject.startswith(what)]

    # -- publishing ----------------------------------------------------------------------------

    def draft(self, account_id: int, text: str, *, image: bool = False, due: datetime | None = None) -> int:
        """Write a post as the comms officer; its id."""
        comms = self.people["comms"]
        with self.database.session() as session:
            images = (DraftImage(self._photograph(), ALT),) if image else ()
            wall_time = wall(due, ZONE).isoformat() if due else ""
            post_id = drafting.new(session, comms)
            body = DraftBody(
                text, accounts=(account_id,), language="en", images=images, wall_time=wall_time, zone=ZONE
            )
            drafting.save(session, post_id, body, comms)
            approval.submit(session, post_id, comms)
        return post_id

    def approve(self, post_id: int, who: str = "press") -> int:
        with self.database.session() as session:
            seen = approval.review(session, post_id)
            [publication_id] = approval.approve(
                session, post_id, self.people[who], seen.version_id, seen.content_hash
            )
        return publication_id

    def posted(
        self, account_id: int, text: str = "Have you seen this man?", *, image: bool = False
    ) -> PublicationRow:
        """Write, approve and publish at once."""
        publication_id = self.approve(self.draft(account_id, text, image=image))
        self.publish_until(lambda: self.publication(publication_id).published_at is not None)
        return self.publication(publication_id)

    def publication(self, publication_id: int) -> PublicationRow:
        with self.database.reading() as session:
            rows = schedule.in_states(session, *PublicationState)
        return next(row for row in rows if row.id == publication_id)

    def network_id(self, publication_id: int) -> str:
        with self.database.reading() as session:
            return schedule.get(session, publication_id).network_id

    def attempts(self, publication_id: int) -> list[str]:
        """Return what each attempt came to, in words."""
        with self.database.reading() as session:
            query = sa.select(Attempt.detail).where(Attempt.publication_id == publication_id)
            return list(session.scalars(query.order_by(Attempt.id)))

    def publish_until(self, done: Callable[[], bool]) -> None:
        """Beat as the heartbeat would, until ``done``."""
        until(lambda: self.publisher.run_due() >= 0 and done())

    def withdraw(self, post_id: int) -> str:
        """Ask that it be removed and let the publisher try once; what came of it, in words."""
        with self.database.session() as session:
            [publication_id] = withdraw.ask(session, post_id, self.people["press"], "He was found")
        self.publisher.run_due()
        return self.publication(publication_id).withdraw_result

    def _photograph(self) -> int:
        """Add a photograph that tells where and by whom it was taken, as a telephone makes them."""
        exif = Pillow.Exif()
        exif[0x010F], exif[0x013B] = "Telephone", "PC 1234 Marsh"
        exif[0x8825] = {1: "N", 2: (51.0, 30.0, 12.0)}
        out = io.BytesIO()
        Pillow.effect_noise((800, 600), 60).save(out, "JPEG", exif=exif)
        file = self.folder / "scene.jpg"
        file.write_bytes(out.getvalue())
        clean = media.clean_file(file)
        with self.database.session() as session:
            return drafting.add_image(session, self.people["comms"], clean, file.name)

    # -- the inbox -----------------------------------------------------------------------------

    def inbox(self, expected: int = 0) -> list[ConversationRow]:
        """Collect until there are as many conversations as ``expected``; as the comms officer sees them."""

        def listed() -> list[ConversationRow]:
            with self.database.reading() as session:
                return conversations.listing(session, by=self.people["comms"])

        until(lambda: self.collector.run() >= 0 and len(listed()) >= expected)
        return listed()

    def read(self, conversation_id: int) -> Thread:
        with self.database.session() as session:
            conversations.opened(session, conversation_id, self.people["comms"])
            return conversations.thread(session, conversation_id, self.people["comms"])

    def reply(self, row: ConversationRow, text: str) -> str:
        """Answer from the inbox; the network's id of the answer."""
        edition = self.read(row.id).edition
        with self.database.session() as session:
            publication_id = replies.reply(session, row.id, text, self.people["comms"], edition)
        self.publish_until(lambda: self.publication(publication_id).published_at is not None)
        return self.network_id(publication_id)

    # -- the contact centre --------------------------------------------------------------------

    def use_mail(self, server: MailNetwork) -> MailRoute:
        sealed = settings.sealed("brand-password", self.vault.public_key())
        route = MailRoute(
            "localhost", server.port, "brand@example.test", "support@example.test", "brand", sealed, True, server.ca
        )  # fmt: skip
        with self.database.session() as session:
            settings.change(session, by=self.people["admin"], mail=route, control_room_phone=PHONE)
        return route

    def hand_over(self, conversation_id: int) -> int:
        """Hand over as the comms officer and let it be sent; the handover's id."""
        with self.database.session() as session:
            filled = record.draft(session, conversation_id, self.people["comms"])
            handover_id = handover.hand_over(session, conversation_id, filled, self.people["comms"])
        self.dispatcher.run_due()
        return handover_id

    def message_id(self, handover_id: int, route: MailRoute) -> str:
        with self.database.reading() as session:
            kept = session.get_one(Handover, handover_id)
            return mail.message_id(envelope(session, kept, settings.read(session)), route)

    def accept(self, handover_id: int, name: str = "Dawn Okafor") -> None:
        with self.database.session() as session:
            handover.accept(session, handover_id, self.people["operator"], name)
            handover.record_reference(session, handover_id, self.people["operator"], "412", now().date())


ALT = 'A man in a blue coat – "Mr Ôl" – at the Aberystwyth station 🚉'


def desk_of(database: Database, people: dict[str, Actor], folder: Path) -> Desk:
    return Desk(database, people, Vault(keys=FileKeys(folder / "keys.json")), folder)


def until(done: Callable[[], bool], seconds: float = SECONDS) -> None:
    """Wait for what another process does in its own time."""
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            raise AssertionError(f"it did not come about in {seconds:.0f} s")
        time.sleep(0.05)


def soon(seconds: float = 2.0) -> datetime:
    return now() + timedelta(seconds=seconds)


def is_bare(image: bytes) -> bool:
    """Whether a picture tells nothing but what it shows."""
    with Pillow.open(io.BytesIO(image)) as opened:
        return not opened.getexif() and b"Marsh" not in image and b"Telephone" not in image
