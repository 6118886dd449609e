"""What do the pictures show? A force in the middle of a day: long names, Welsh, emoji, right-to-left text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from desktop import clock
from desktop.accounts import rows as accounts
from desktop.accounts.connectors import Connectors
from desktop.contact_centre import handover, prefill
from desktop.contact_centre.alarms import Escalator
from desktop.contact_centre.routes import Dispatcher
from desktop.inbox import conversations, replies
from desktop.inbox.collecting import Collector
from desktop.models import Account, AccountState, Actor, Conversation, Publication, PublicationState
from desktop.models.database import Database
from desktop.networks.protocol import Capabilities, Health, Identity, NetworkName
from desktop.opening import Opened
from desktop.publishing import approval, drafting, media, schedule
from desktop.publishing.delivery import Publisher
from desktop.publishing.drafting import DraftBody, DraftImage
from desktop.records import people
from desktop.walkthrough.publishing_part import ALT, ENGLISH, WELSH, _map

SAID = (
    ("maya", "Is the road by the school open yet? 🙏 the diversion isn't signposted at Mill Lane", False),
    ("colin", "As I wrote to your predecessor in 2011, the signage at Netherbrook is wholly inadequate.", False),
    ("tegid", "Diolch am y diweddariad. A fydd y ffordd ar agor erbyn y bore? Mae gen i wartheg i'w symud.", False),
    ("noor", "شكراً لكم على المعلومات. هل يوجد رقم للتواصل بالعربية؟ أسكن قرب محطة القطار", False),
    ("gazette", "Brackenford Gazette here. Who should we call for a statement please? https://gazette.example/a483", False),
    ("kasia", "Hello, neighbour plays music every night until 3. Who I can tell about this?", True),
    ("shaz", "got a dodgy parcel text 📦 clicked it 😭 what do i do now, they've got my card xx", True),
    ("tommo", "absolute murder on the M-way as well 😂😂 bet it was an away fan", False),
    ("ruthb", "Good morning! Found a purse outside the Co-op on Fore Street. Where do I hand it in?", False),
    ("runner", "man in a grey hoodie has been following girls home from the rec all week", False),
    ("elin", "my ex is outside trying to kick the door in, hes got a knife, please hurry 14 Orchard Street", False),
    ("quietone", "dont want to be here any more. took all of them. sorry", True),
)  # fmt: skip
POSTS = (
    ("A483 closure, Brackenford", ENGLISH, 0.4),
    ("Have you seen Gwenllïan Angharad Featherstonehaugh-Cholmondeley, 14?", "Have you seen Gwenllïan, 14? She was last seen at Brackenford station at 8 am in a red coat. #MissingPerson", 3),
    ("Burglary advice", "Dark evenings: leave a light on, lock side gates. More at https://advice.example/winter-burglary 💡", 5),
    ("Recruitment open evening", "Thinking of joining us? Open evening on Thursday. BSL interpreter on site.", 26),
    ("Cwrdd â'r tîm", "Dewch i gwrdd â'ch tîm lleol yn llyfrgell Brackenford ddydd Gwener am 10. #Cymuned", 50),
    ("Rural crime week", "Tractor GPS thefts are up. Mark it, note the serial number, remove it overnight.", 74),
    ("Football: Town v Rovers", "Road closures around the ground from noon on Saturday. Plan ahead ⚽", 98),
)  # fmt: skip


@dataclass
class Force:
    """Everything that fills the workspace, by hand."""

    opened: Opened
    folder: Path

    @property
    def database(self) -> Database:
        return self.opened.database

    def actor(self, username: str) -> Actor:
        with self.database.reading() as session:
            found = next(row for row in people.rows(session) if row.username == username)
            return people.actor(session, found.id)


def fill(opened: Opened, folder: Path) -> Force:
    """Fill a fresh practice workspace."""
    force = Force(opened, folder)
    mine = _accounts(force)
    _posts(force, mine)
    _public(force)
    _work(force)
    Escalator(force.database).run()
    return force


def _accounts(force: Force) -> tuple[int, ...]:
    """Connect a Bluesky account besides the practice ones, and a third that went blind."""
    able = Capabilities(
        network=NetworkName.BLUESKY, software="Bluesky PDS 0.4", max_length=300, url_length=None, max_images=4,
        image_types=("image/jpeg", "image/png"), image_bytes=2_000_000, alt_length=2000, direct_messages=False,
        can_delete=True, keeps_client_key=True,
        notes=("This app password cannot read direct messages. Make one that can to see them here.",),
    )  # fmt: skip
    with force.database.session() as session:
        engine = people.service_actor(session)
        key = force.opened.vault.public_key()
        made = [
            accounts.save(
                session,
                engine,
                Health(Identity(handle, handle, name, f"https://bsky.app/profile/{handle}"), able),
                NetworkName.BLUESKY,
                "https://bsky.social",
                "{}",
                key,
            ).id
            for handle, name in (
                ("wessexborders.police.example", "Wessex Borders Police"),
                (
                    "roadsteam.wessexborders.police.example",
                    "Roads Policing, Brackenford and Upper Netherbrook",
                ),
            )
        ]
        ids = list(session.scalars(sa.select(Account.id).order_by(Account.id)))
        session.execute(sa.update(Account).values(complete_to=clock.now()))
        session.execute(
            sa.update(Account)
            .where(Account.id == made[1])
            .values(
                state=AccountState.BLIND,
                sign_in_needed=True,
                trouble="Bluesky no longer takes this app password. Make a new one, then connect the account again.",
                trouble_since=clock.now() - timedelta(minutes=7),
                complete_to=clock.now() - timedelta(minutes=9),
            )
        )
    return tuple(ids)


def _posts(force: Force, mine: tuple[int, ...]) -> None:
    priya, morwenna = force.actor("priya"), force.actor("morwenna")
    picture = _picture(force, priya)
    now = clock.wall(clock.now(), "Europe/London").replace(second=0, microsecond=0)
    for number, (title, text, hours) in enumerate(POSTS):
        body = DraftBody(
            text=text,
            title=title,
            accounts=mine[:3] if number else mine[:2],
            variants={mine[1]: WELSH} if not number else {},
            images=(DraftImage(picture, ALT),) if number < 2 else (),
            wall_time=(now + timedelta(hours=hours)).isoformat(timespec="minutes"),
        )
        _approved(force, body, priya, morwenna)
    at_once = DraftBody(
        text=ENGLISH, title="A483 closed", accounts=mine[:2], images=(DraftImage(picture, ALT),)
    )
    _approved(force, at_once, priya, morwenna)
    connectors = Connectors(force.database, force.opened.vault)
    publisher = Publisher(force.database, connectors, "pictures")
    publisher.run_due()
    publisher.close()
    connectors.close()
    _in_doubt(force)
    _waiting(force, mine, picture)


def _picture(force: Force, by: Actor) -> int:
    _map(force.folder / "diversion.png")
    clean = media.clean_file(force.folder / "diversion.png")
    with force.database.session() as session:
        return drafting.add_image(session, by, clean, "diversion.png")


def _approved(force: Force, body: DraftBody, author: Actor, approver: Actor) -> int:
    with force.database.session() as session:
        post_id = drafting.new(session, author)
        drafting.save(session, post_id, body, author)
        approval.submit(session, post_id, author)
    with force.database.session() as session:
        review = approval.review(session, post_id)
        approval.approve(session, post_id, approver, review.version_id, review.content_hash)
    return post_id


def _in_doubt(force: Force) -> None:
    """Let one publication wait for a person's answer and one have failed, as the engine would leave them."""
    with force.database.session() as session:
        rows = session.scalars(sa.select(Publication).order_by(Publication.due_at).limit(4)).all()
        lost = next(row for row in rows if row.state is PublicationState.SCHEDULED)
        for state in (PublicationState.CLAIMED, PublicationState.SENDING, PublicationState.UNCONFIRMED):
            lost.state = state
            session.flush()
        lost.state = PublicationState.QUESTION
        lost.first_sent_at = clock.now() - timedelta(minutes=2)
        why = "The network did not answer in time, and the post is not on the account so far."
        lost.reason = f"Check the account: posted / not posted? {why}"
        lost.evidence = {"doubt": "stalled", "why": why, "read_at": clock.now().isoformat()}


def _waiting(force: Force, mine: tuple[int, ...], picture: int) -> None:
    """Leave a second version for approval, and two drafts."""
    priya, gareth = force.actor("priya"), force.actor("gareth")
    body = DraftBody(
        title="Witness appeal, Fore Street", text="Did you see a collision on Fore Street on Tuesday at 6 pm?",
        accounts=mine[:2], images=(DraftImage(picture, ALT),),
    )  # fmt: skip
    with force.database.session() as session:
        post_id = drafting.new(session, priya)
        drafting.save(session, post_id, body, priya)
        approval.submit(session, post_id, priya)
    with force.database.session() as session:
        approval.send_back(session, post_id, gareth, "Say which day, and how to reach us.")
    better = "Did you see a collision on Fore Street, Brackenford, on Tuesday 24 November at 6 pm? Call 101, log 388."
    with force.database.session() as session:
        drafting.save(session, post_id, replace(body, text=better), priya)
        approval.submit(session, post_id, priya)
        for title, text in (
            ("Thank you", "Thank you to everyone who searched last night 💙"),
            ("Nadolig", "Nadolig Llawen"),
        ):
            draft = drafting.new(session, priya)
            drafting.save(session, draft, DraftBody(title=title, text=text, accounts=mine[:1]), priya)


def _public(force: Force) -> None:
    network = force.opened.practice
    assert network is not None
    for who, text, direct in SAID:
        network.say(who, f"@wessexborders {text}", direct=direct)
    connectors = Connectors(force.database, force.opened.vault)
    collector = Collector(force.database, connectors, "pictures")
    with force.database.session() as session:  # the Bluesky accounts of the pictures have no server
        bluesky = sa.select(Account.id).where(Account.network == NetworkName.BLUESKY)
        was = {
            row.id: row.state for row in session.scalars(sa.select(Account).where(Account.id.in_(bluesky)))
        }
        session.execute(
            sa.update(Account).where(Account.id.in_(bluesky)).values(state=AccountState.DISCONNECTED)
        )
    collector.run()
    with force.database.session() as session:
        for account_id, state in was.items():
            session.execute(sa.update(Account).where(Account.id == account_id).values(state=state))
    collector.close()
    connectors.close()


def _work(force: Force) -> None:
    """Let people own, note, answer and hand over some of it."""
    dawn, iain = force.actor("dawn"), force.actor("iain")
    shaz, ruth = _conversation(force, "🌸 Shaz 🌸"), _conversation(force, "Ruth B")
    with force.database.session() as session:
        conversations.take(session, shaz, dawn, _edition(session, shaz))
        conversations.note(session, shaz, dawn, "Told her to ring her bank on the number on the card.")
        replies.reply(
            session,
            ruth,
            "Thank you, Ruth. Any police station, or the Co-op till.",
            dawn,
            _edition(session, ruth),
        )
    quiet = _conversation(force, "user88213")
    with force.database.session() as session:
        record = replace(prefill.draft(session, quiet, dawn), location="Not known; posts from Brackenford")
        done = handover.hand_over(session, quiet, record, dawn)
    connectors = Connectors(force.database, force.opened.vault)
    dispatcher = Dispatcher(force.database, force.opened.vault, "pictures")
    publisher = Publisher(force.database, connectors, "pictures")
    dispatcher.run_due()
    dispatcher.close()
    publisher.run_due()
    publisher.close()
    connectors.close()
    with force.database.session() as session:
        handover.accept(session, done, iain, iain.name)
        handover.record_reference(session, done, iain, "412", clock.wall(clock.now(), "Europe/London").date())


def _conversation(force: Force, name: str) -> int:
    with force.database.reading() as session:
        return session.scalars(sa.select(Conversation.id).where(Conversation.author_name == name)).one()


def _edition(session: sa.orm.Session, conversation_id: int) -> int:
    return session.get_one(Conversation, conversation_id).edition


def held(force: Force) -> None:
    """Hold everything, for the pictures of a major incident."""
    with force.database.session() as session:
        schedule.hold_all(
            session, force.actor("morwenna"), "Major incident at Brackenford station: no routine posts"
        )
