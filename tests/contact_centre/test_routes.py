"""The outbox: who sends, how often, and what a crash leaves behind."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import sqlalchemy as sa

from desktop.clock import now
from desktop.contact_centre import alarms, handover, mail, routes, webhook
from desktop.contact_centre.alarms import Escalator
from desktop.contact_centre.envelope import Envelope
from desktop.contact_centre.routes import Dispatcher
from desktop.contact_centre.webhook import Delivered
from desktop.errors import Denied, Unavailable
from desktop.models import Actor, AlarmKind, Attention, DeliveryState, HandoverDelivery, HandoverState
from desktop.models.database import Database
from desktop.records import audit, settings
from desktop.records.settings import MailRoute, WebhookRoute
from desktop.vault import MemoryKeys, Vault
from tests.contact_centre.conftest import HandOver
from tests.contact_centre.test_handover import one

Send = Callable[[Envelope], str]


class Post:
    """Stands where the mail server would: the tests of the mail itself use a real one."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.answer: Send = lambda _envelope: "250 ok"

    def send(self, envelope: Envelope, _route: MailRoute, _password: str) -> str:
        words = self.answer(envelope)
        self.sent.append(envelope.correlation_id)
        return words


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch, database: Database, people: dict[str, Actor]) -> Post:
    post = Post()
    monkeypatch.setattr(mail, "send", post.send)
    with database.session() as session:
        route = MailRoute("mail.example", 587, "a@b.example", "c@d.example")
        settings.change(session, by=people["admin"], mail=route)
    return post


@pytest.fixture
def dispatcher(database: Database, vault: Vault, post: Post) -> Iterator[Dispatcher]:
    dispatcher = Dispatcher(database, vault, "worker-1")
    yield dispatcher
    dispatcher.close()


def due_now(database: Database, **values: object) -> None:
    with database.session() as session:
        session.execute(sa.update(HandoverDelivery).values(next_try_at=now(), **values))


def refuse(words: str) -> Send:
    def answer(_envelope: Envelope) -> str:
        raise Unavailable(words)

    return answer


def test_a_queue_is_sent_once(
    database: Database, dispatcher: Dispatcher, post: Post, hand_over: HandOver
) -> None:
    handovers = [hand_over() for _ in range(3)]
    assert dispatcher.run_due() == 3
    assert dispatcher.run_due() == 0
    assert sorted(post.sent) == sorted(one(database, h).correlation_id for h in handovers)


def test_the_wait_doubles_to_thirty_seconds_and_never_ends(
    database: Database, dispatcher: Dispatcher, post: Post, hand_over: HandOver
) -> None:
    post.answer = refuse("The mail server is away.")
    handover_id, waits = hand_over(), []
    for _ in range(8):
        dispatcher.run_due()
        (delivery,) = one(database, handover_id).deliveries
        assert delivery.next_try_at is not None and delivery.state is DeliveryState.QUEUED
        waits.append(round((delivery.next_try_at - now()).total_seconds()))
        due_now(database)
    assert waits == [2, 4, 8, 16, 30, 30, 30, 30]
    with database.reading() as session:
        told = [e for e in audit.entries(session) if e.action == "handover.not_yet"]
    assert len(told) == 1, "a server that is away for a night must not fill the audit"
    post.answer = lambda _envelope: "250 ok"
    dispatcher.run_due()
    assert one(database, handover_id).state is HandoverState.DELIVERED


def test_without_a_life_at_risk_it_waits_longer(
    database: Database, dispatcher: Dispatcher, post: Post, hand_over: HandOver
) -> None:
    post.answer = refuse("The mail server is away.")
    handover_id = hand_over(attention=Attention.URGENT)
    due_now(database, tries=20)
    dispatcher.run_due()
    (delivery,) = one(database, handover_id).deliveries
    assert delivery.next_try_at is not None
    assert timedelta(seconds=290) < delivery.next_try_at - now() <= timedelta(seconds=300)


def test_a_refusal_for_good_stops_with_its_reason(
    database: Database, dispatcher: Dispatcher, post: Post, hand_over: HandOver, phone: str
) -> None:
    def answer(_envelope: Envelope) -> str:
        raise Denied("No such mailbox (550).")

    post.answer = answer
    handover_id = hand_over()
    dispatcher.run_due()
    due_now(database)
    assert dispatcher.run_due() == 0
    found = one(database, handover_id)
    assert found.deliveries[0].state is DeliveryState.FAILED
    assert found.words.startswith(f"Life at risk - call the control room now on {phone}")
    assert "No such mailbox (550)" in found.words


def test_two_dispatchers_never_share_a_delivery(
    database: Database, vault: Vault, post: Post, hand_over: HandOver
) -> None:
    for _ in range(6):
        hand_over()
    two = [Dispatcher(database, vault, f"worker-{n}") for n in (1, 2)]
    threads = [threading.Thread(target=d.run_due) for d in two]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for dispatcher in two:
        dispatcher.run_due()
        dispatcher.close()
    assert len(post.sent) == len(set(post.sent)) == 6


def test_what_a_crash_left_is_sent_again_when_its_lease_is_over(
    database: Database, dispatcher: Dispatcher, post: Post, hand_over: HandOver
) -> None:
    handover_id = hand_over()
    due_now(
        database,
        state=DeliveryState.SENDING,
        lease_owner="dead",
        lease_until=now() + timedelta(seconds=9),
        tries=1,
    )
    assert dispatcher.run_due() == 0
    due_now(database, lease_until=now() - timedelta(seconds=1))
    assert dispatcher.run_due() == 1
    found = one(database, handover_id)
    assert (found.state, found.deliveries[0].tries) == (HandoverState.DELIVERED, 2)


def test_a_stalled_route_holds_up_no_other(
    database: Database,
    people: dict[str, Actor],
    dispatcher: Dispatcher,
    post: Post,
    vault: Vault,
    hand_over: HandOver,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    let_go = threading.Event()
    monkeypatch.setattr("desktop.contact_centre.routes.PATIENCE", 0.3)
    monkeypatch.setattr(webhook, "send", lambda *_a: Delivered("took it"))

    def stall(_envelope: Envelope) -> str:
        let_go.wait(30)
        return "250 late"

    post.answer = stall
    with database.session() as session:
        hook = WebhookRoute("https://cc.example", settings.sealed("s", vault.public_key()))
        settings.change(session, by=people["admin"], webhook=hook)
    handover_id = hand_over()
    assert dispatcher.run_due() == 1
    found = one(database, handover_id)
    assert found.state is HandoverState.DELIVERED
    assert {d.route: d.state for d in found.deliveries} == {
        "mail": DeliveryState.SENDING,
        "webhook": DeliveryState.DELIVERED,
    }
    let_go.set()
    dispatcher.close()
    assert dispatcher.run_due() == 1
    assert {d.state for d in one(database, handover_id).deliveries} == {DeliveryState.DELIVERED}


def test_accepted_by_phone_it_is_delivered_all_the_same_and_stays_accepted(
    database: Database, people: dict[str, Actor], dispatcher: Dispatcher, post: Post, hand_over: HandOver
) -> None:
    handover_id = hand_over()
    with database.session() as session:
        handover.accept_by_phone(session, handover_id, people["comms"], "Ali Khan", now())
    dispatcher.run_due()
    assert one(database, handover_id).state is HandoverState.ACCEPTED
    assert len(post.sent) == 1


def test_a_rejected_one_and_a_route_that_is_gone_are_not_sent(
    database: Database, people: dict[str, Actor], dispatcher: Dispatcher, post: Post, hand_over: HandOver
) -> None:
    first, second = hand_over(), hand_over()
    with database.session() as session:
        handover.reject(session, first, people["operator"], "Not ours")
    with database.session() as session:
        settings.change(session, by=people["admin"], mail=None)
    dispatcher.run_due()
    assert post.sent == []
    assert "rejected before" in one(database, first).deliveries[0].detail
    assert "no longer set up" in one(database, second).deliveries[0].detail


def test_a_secret_this_machine_cannot_open_is_said_and_tried_again(
    database: Database, people: dict[str, Actor], dispatcher: Dispatcher, post: Post, hand_over: HandOver
) -> None:
    with database.session() as session:
        foreign = settings.sealed("pw", Vault(keys=MemoryKeys()).public_key())
        route = MailRoute("mail.example", 587, "a@b.example", "c@d.example", "a", foreign)
        settings.change(session, by=people["admin"], mail=route)
    handover_id = hand_over()
    dispatcher.run_due()
    (delivery,) = one(database, handover_id).deliveries
    assert delivery.state is DeliveryState.QUEUED and "does not hold the key" in delivery.detail


def test_a_fault_of_our_own_is_shown_and_the_rest_is_sent(
    database: Database, dispatcher: Dispatcher, post: Post, hand_over: HandOver
) -> None:
    first, second = hand_over(), hand_over()
    broken = one(database, first).correlation_id

    def answer(envelope: Envelope) -> str:
        if envelope.correlation_id == broken:
            raise UnicodeEncodeError("ascii", "ł", 0, 1, "no such letter")
        return "250 ok"

    post.answer = answer
    dispatcher.run_due()
    assert one(database, second).state is HandoverState.DELIVERED
    (delivery,) = one(database, first).deliveries
    assert delivery.state is DeliveryState.QUEUED and "UnicodeEncodeError" in delivery.detail


def test_both_routes_down_for_an_hour_are_an_alarm_and_a_handover_in_the_end(
    database: Database,
    dispatcher: Dispatcher,
    post: Post,
    people: dict[str, Actor],
    vault: Vault,
    hand_over: HandOver,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with database.session() as session:
        hook = WebhookRoute("https://down.example/in", settings.sealed("secret", vault.public_key()))
        settings.change(session, by=people["admin"], webhook=hook, control_room_phone="01632 960123")
    hooked: list[str] = []
    down = True

    def send(envelope: Envelope, _route: WebhookRoute, _secret: str) -> Delivered:
        if down:
            raise Unavailable("down.example could not be reached.")
        hooked.append(envelope.correlation_id)
        return Delivered("took it")

    monkeypatch.setattr(webhook, "send", send)
    post.answer = refuse("The mail server mail.example could not be reached.")
    began = now()
    handover_id = hand_over(received_at=began)
    at = began

    def tick() -> object:
        return at

    for module in (routes, handover, alarms):
        monkeypatch.setattr(module, "now", tick)
    levels: dict[int, int] = {}
    for second in (*range(1, 200, 2), *range(200, 3600, 20)):
        at = began + timedelta(seconds=second)
        dispatcher.run_due()
        Escalator(database).run(at)
        with database.reading() as session:
            levels[second] = alarms.highest(alarms.standing(session))
            kinds = {alarm.kind: alarm for alarm in alarms.standing(session)}
    assert levels[29] == 0 and levels[33] == 3  # undelivered after 30 s: phone now
    assert levels[179] == 3 and levels[183] == 4  # unaccepted after 3 min: duty inspector
    assert all(level == 4 for second, level in levels.items() if second > 183)
    assert "01632 960123" in kinds[AlarmKind.UNDELIVERED].words
    down, post.answer = False, lambda _envelope: "250 ok"
    for second in (3640, 3680, 3720):
        at = began + timedelta(seconds=second)
        dispatcher.run_due()
        Escalator(database).run(at)
    key = one(database, handover_id).correlation_id
    assert (post.sent, hooked) == ([key], [key])
    with database.reading() as session:
        assert AlarmKind.UNDELIVERED not in {alarm.kind for alarm in alarms.standing(session)}
        assert AlarmKind.UNACCEPTED in {alarm.kind for alarm in alarms.standing(session)}
