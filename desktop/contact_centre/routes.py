"""How does every queued handover leave by its routes, whatever dies in between?

The rows are the outbox. A delivery is claimed for ``LEASE``, sent, and its outcome stored. One whose
claim ran out is sent again: an emergency twice beats never, and each route can tell a repeat.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock, Thread
from time import monotonic

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.clock import now
from desktop.contact_centre import handover as handovers
from desktop.contact_centre import mail, webhook
from desktop.contact_centre.envelope import Envelope, envelope
from desktop.contact_centre.webhook import Acknowledgement, Delivered
from desktop.errors import Denied, Refused, Unavailable
from desktop.models import DeliveryState, Handover, HandoverDelivery, HandoverState
from desktop.models.database import Database
from desktop.records import audit, settings
from desktop.records.settings import ForceSettings
from desktop.vault import Vault
from desktop.words import translate

log = logging.getLogger(__name__)
LEASE = timedelta(seconds=30)
LONGEST_WAIT = {True: 30, False: 300}  # seconds between two tries, with a life at risk and without
AT_ONCE = 8  # deliveries under way
PATIENCE = 6.0  # seconds that one round waits for its deliveries; what is slower ends by itself
ASK_EVERY = timedelta(seconds=5)
WANTED = (HandoverState.QUEUED, HandoverState.DELIVERED, HandoverState.ACCEPTED, HandoverState.LOGGED)


@dataclass(frozen=True)
class _Task:
    """One claimed delivery, with all it needs outside the session."""

    delivery_id: int
    handover_id: int
    route: str
    envelope: Envelope
    force: ForceSettings


class Dispatcher:
    """Sends what is queued. Any number may run, in any number of processes; ``close`` waits for the last."""

    def __init__(self, database: Database, vault: Vault, worker_name: str) -> None:
        self._database, self._vault, self._name = database, vault, worker_name
        self._lock = Lock()
        self._running: list[Thread] = []
        self._outcomes = 0
        self._asked: dict[str, datetime] = {}

    def run_due(self) -> int:
        """Send what is due and ask for acknowledgements; return how many rows that changed.

        One stalled route holds up no other: each delivery has its own thread.
        """
        self._running = [thread for thread in self._running if thread.is_alive()]
        for delivery_id in self._due(AT_ONCE - len(self._running)):
            task = self._claim(delivery_id)
            if task is not None:
                self._start(task)
        self._wait(PATIENCE)
        answered = self._ask_all()
        with self._lock:
            outcomes, self._outcomes = self._outcomes, 0
        return outcomes + answered

    def close(self) -> None:
        """Wait for the deliveries under way; each ends by its own time-outs."""
        for thread in self._running:
            thread.join()

    def _due(self, most: int) -> list[int]:
        with self._database.reading() as session:
            query = (
                sa.select(HandoverDelivery.id)
                .join(Handover, Handover.id == HandoverDelivery.handover_id)
                .where(_is_due(now()))
                .order_by(Handover.life_at_risk.desc(), HandoverDelivery.next_try_at)
                .limit(max(most, 0))
            )
            return list(session.scalars(query))

    def _claim(self, delivery_id: int) -> _Task | None:
        """Take the delivery for ``LEASE``; None where another was first or nothing is to be sent."""
        with self._database.session() as session:
            claimed = session.execute(
                sa.update(HandoverDelivery)
                .where(HandoverDelivery.id == delivery_id, _is_due(now()))
                .values(
                    state=DeliveryState.SENDING,
                    lease_owner=self._name,
                    lease_until=now() + LEASE,
                    tries=HandoverDelivery.tries + 1,
                )
                .execution_options(synchronize_session=False)
            )
            if claimed.rowcount != 1:  # type: ignore[attr-defined]  # an UPDATE's result is a CursorResult
                return None
            return self._task(session, session.get_one(HandoverDelivery, delivery_id))

    def _task(self, session: Session, delivery: HandoverDelivery) -> _Task | None:
        handover = session.get_one(Handover, delivery.handover_id)
        force = settings.read(session)
        if handover.state not in WANTED:
            words = translate("Handover", "Not sent: the handover was {state} before.")
            _drop(delivery, words.format(state=_state_words(handover.state)))
            return None
        if getattr(force, delivery.route) is None:
            _drop(
                delivery,
                translate("Handover", "Not sent: this route is no longer set up. Set it up and send again."),
            )
            return None
        return _Task(delivery.id, handover.id, delivery.route, envelope(session, handover, force), force)

    def _start(self, task: _Task) -> None:
        thread = Thread(target=self._deliver, args=(task,), name=f"handover-{task.route}", daemon=True)
        self._running.append(thread)
        thread.start()

    def _wait(self, seconds: float) -> None:
        until = monotonic() + seconds
        for thread in self._running:
            thread.join(max(until - monotonic(), 0))

    def _deliver(self, task: _Task) -> None:
        try:
            self._finish(task, self._send(task))
        except Unavailable as error:  # the database itself: the lease runs out and it is sent again
            log.warning("the outcome of delivery %s could not be stored: %s", task.delivery_id, error.reason)
        except Exception:
            log.exception("delivery %s failed; it is tried again when its lease runs out", task.delivery_id)

    def _send(self, task: _Task) -> Delivered | Denied | Unavailable | Refused:
        try:
            return self._by_route(task)
        except (Denied, Unavailable, Refused) as fault:
            return fault
        except Exception as error:  # its reason is shown and it is tried again, like any other failure
            log.exception("delivery %s failed in our own code", task.delivery_id)
            words = translate("Handover", "It could not be sent ({fault}).")
            return Unavailable(words.format(fault=type(error).__name__))

    def _by_route(self, task: _Task) -> Delivered:
        route = task.force.webhook if task.route == "webhook" else task.force.mail
        if isinstance(route, settings.WebhookRoute):
            return webhook.send(task.envelope, route, self._opened(route.sealed_secret))
        if route is None:
            raise Denied(translate("Handover", "This route is no longer set up."))
        return Delivered(mail.send(task.envelope, route, self._opened(route.sealed_password)))

    def _opened(self, sealed: str) -> str:
        try:
            return self._vault.open(bytes.fromhex(sealed)) if sealed else ""
        except Refused as error:
            words = translate(
                "Handover",
                "This computer cannot open the secret of this route ({why}). Enter it again in Settings, or let "
                "the computer that publishes deliver.",
            )
            raise Refused(words.format(why=error.reason)) from error

    def _finish(self, task: _Task, outcome: Delivered | Denied | Unavailable | Refused) -> None:
        with self._database.session() as session:
            delivery = session.get_one(HandoverDelivery, task.delivery_id, with_for_update=True)
            handover = session.get_one(Handover, task.handover_id, with_for_update=True)
            if isinstance(outcome, Delivered):
                self._delivered(session, delivery, handover, outcome)
            elif delivery.state is not DeliveryState.DELIVERED:  # another worker may have got it through
                self._not_delivered(session, delivery, handover, outcome)
        with self._lock:
            self._outcomes += 1

    def _delivered(
        self, session: Session, delivery: HandoverDelivery, handover: Handover, outcome: Delivered
    ) -> None:
        at = now()
        delivery.state, delivery.delivered_at, delivery.detail = DeliveryState.DELIVERED, at, outcome.words
        delivery.lease_until = None
        handover.delivered_at = handover.delivered_at or at
        if handover.state is HandoverState.QUEUED:
            handover.state = HandoverState.DELIVERED
        self._note(session, "handover.delivered", delivery, outcome.words)
        if outcome.acknowledgement:
            _acknowledge(session, outcome.acknowledgement)

    def _not_delivered(
        self,
        session: Session,
        delivery: HandoverDelivery,
        handover: Handover,
        fault: Denied | Unavailable | Refused,
    ) -> None:
        told_before = delivery.detail == fault.reason
        delivery.detail, delivery.lease_until = fault.reason, None
        if isinstance(fault, Denied):
            delivery.state = DeliveryState.FAILED
            self._note(session, "handover.failed", delivery, fault.reason)
            return
        delivery.state = DeliveryState.QUEUED
        delivery.next_try_at = _next_try(delivery.tries, handover.life_at_risk, fault)
        if not told_before:  # a server that is away for a night must not fill the audit
            self._note(session, "handover.not_yet", delivery, fault.reason)

    def _note(self, session: Session, action: str, delivery: HandoverDelivery, words: str) -> None:
        audit.append(
            session,
            f"engine:{self._name}",
            action,
            f"handover:{delivery.handover_id}",
            route=delivery.route,
            tries=delivery.tries,
            words=words,
        )

    def _ask_all(self) -> int:
        """Ask the webhook's system about each handover it has that nobody accepted yet."""
        with self._database.reading() as session:
            force = settings.read(session)
            if force.webhook is None or not force.webhook.ack_url:
                return 0
            waiting = list(session.scalars(_unaccepted()))
        due = [
            key for key in waiting if self._asked.get(key, datetime.min.replace(tzinfo=now().tzinfo)) <= now()
        ]
        return sum(self._ask(key, force.webhook) for key in due[:AT_ONCE])

    def _ask(self, correlation_id: str, route: settings.WebhookRoute) -> bool:
        self._asked[correlation_id] = now() + ASK_EVERY
        try:
            secret = self._opened(route.sealed_secret)
            answer = webhook.ask_for_acknowledgement(correlation_id, route, secret)
        except (Unavailable, Refused) as fault:
            log.info("no acknowledgement could be read: %s", fault.reason)
            return False
        except Exception:  # one that makes no sense must not keep the others from being asked for
            log.exception("an acknowledgement could not be read")
            return False
        if answer is None:
            return False
        with self._database.session() as session:
            return _acknowledge(session, answer)


def _acknowledge(session: Session, answer: Acknowledgement) -> bool:
    try:
        return handovers.acknowledge(
            session, answer.correlation_id, answer.status, answer.name, answer.at, answer.cause
        )
    except Refused as refused:
        log.info("an acknowledgement was not taken: %s", refused.reason)
        return False


def _drop(delivery: HandoverDelivery, words: str) -> None:
    delivery.state, delivery.detail, delivery.lease_until = DeliveryState.FAILED, words, None


def _is_due(at: datetime) -> sa.ColumnElement[bool]:
    waiting = sa.and_(HandoverDelivery.state == DeliveryState.QUEUED, HandoverDelivery.next_try_at <= at)
    lapsed = sa.and_(HandoverDelivery.state == DeliveryState.SENDING, HandoverDelivery.lease_until < at)
    return sa.or_(waiting, lapsed)


def _unaccepted() -> sa.Select[tuple[str]]:
    return (
        sa.select(Handover.correlation_id)
        .join(HandoverDelivery, HandoverDelivery.handover_id == Handover.id)
        .where(
            Handover.state == HandoverState.DELIVERED,
            HandoverDelivery.route == "webhook",
            HandoverDelivery.state == DeliveryState.DELIVERED,
        )
    )


def _next_try(tries: int, life_at_risk: bool, fault: Denied | Unavailable | Refused) -> datetime:
    """2, 4, 8 ... seconds; a server's own wish counts as long as no life waits for it."""
    longest = LONGEST_WAIT[life_at_risk]
    at = now() + timedelta(seconds=min(2.0 ** min(tries, 10), longest))
    wished = fault.retry_at if isinstance(fault, Unavailable) else None
    return min(max(at, wished), now() + timedelta(seconds=longest)) if wished else at


def _state_words(state: HandoverState) -> str:
    """Word a state in which nothing is to be sent any more."""
    if state is HandoverState.REJECTED:
        return translate("Handover", "rejected")
    return translate("Handover", "closed")
