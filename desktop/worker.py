"""How do publishing, collecting and escalating run, in a window's background or without a window?"""

from __future__ import annotations

import logging
import os
import secrets
import signal
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from desktop.accounts import health
from desktop.accounts.connectors import Connectors
from desktop.clock import now
from desktop.contact_centre.alarms import Escalator
from desktop.contact_centre.routes import Dispatcher
from desktop.errors import Refused
from desktop.heartbeat import Heartbeat
from desktop.inbox import collecting
from desktop.inbox.collecting import Collector
from desktop.models import Engine as EngineRow
from desktop.models.database import Database
from desktop.publishing.delivery import Pace as Sending
from desktop.publishing.delivery import Publisher
from desktop.records import audit
from desktop.triage.engine import assess
from desktop.vault import Vault

log = logging.getLogger(__name__)
Told = Callable[..., None]
SENDERS = 3  # so that a network which does not answer keeps no other network's posts waiting


@dataclass(frozen=True)
class Pace:
    """How often each beat runs, in seconds."""

    publish: float = 2.0  # the sweep behind the armed instant
    collect: float = 4.0
    escalate: float = 1.0
    dispatch: float = 1.0
    health: float = 300.0
    beat: float = 10.0


def engine_name() -> str:
    """Return a name no other process has: leases are held under it."""
    return f"{socket.gethostname()[:40]}-{os.getpid()}-{secrets.token_hex(3)}"


class Engine:
    """All background work of one process. Built, started and stopped by a composition root.

    ``told`` is called with the topics that changed ("posts", "inbox", ...), from any thread.
    """

    def __init__(
        self,
        database: Database,
        vault: Vault,
        connectors: Connectors,
        *,
        kind: str,
        told: Told = lambda *_topics: None,
        pace: Pace | None = None,
        sending: Sending | None = None,
        collect_lease: timedelta = collecting.LEASE,
    ) -> None:
        self.name = engine_name()
        self.started_at = now()
        self.trouble = ""  # why this process cannot open the accounts' tokens, in words
        self._database, self._vault, self._kind, self._told = database, vault, kind, told
        self._pace = pace or Pace()
        self._connectors = connectors
        self._publisher = Publisher(database, connectors, self.name, sending)
        self._collector = Collector(
            database, connectors, self.name, lease=collect_lease, urgent=self._escalate
        )
        self._dispatcher = Dispatcher(database, vault, self.name)
        self._escalator = Escalator(database)
        self._heartbeat = Heartbeat()

    def start(self) -> None:
        self._sign_on()
        pace = self._pace
        self._heartbeat.every(pace.publish, "publish", self._publish, at_once=SENDERS)
        self._heartbeat.every(pace.collect, "collect", self._collect)
        self._heartbeat.every(pace.dispatch, "dispatch", self._dispatch)
        self._heartbeat.every(pace.escalate, "escalate", self._escalate)
        self._heartbeat.every(pace.health, "health", self._check)
        self._heartbeat.every(pace.beat, "beat", self._beat)
        self._heartbeat.at(now(), "warm", _warm)
        self._heartbeat.start()

    def wake(self) -> None:
        """Look at once for what a person just made due."""
        self._heartbeat.soon("publish")
        self._heartbeat.soon("dispatch")
        self._heartbeat.soon("escalate")

    def stop(self) -> None:
        """Finish what is under way, hand back the rest, and say so."""
        self._heartbeat.stop()
        self.finish()
        with self._database.session() as session:
            row = session.get(EngineRow, self.name)
            if row is not None:
                row.stopped_at = now()
            audit.append(session, f"engine:{self.name}", "engine.stop", f"engine:{self.name}")

    def finish(self) -> None:
        """Wait for what is under way with the networks: its outcome must find the database open."""
        self._publisher.close()
        self._collector.close()
        self._dispatcher.close()

    def _public_key(self) -> str:
        """Return the key tokens are sealed to; without a keyring "": alarms and handovers go on all the same."""
        try:
            return self._vault.public_key()
        except Refused as refused:
            self.trouble = refused.reason
            log.warning("%s", refused.reason)
            return ""

    def _sign_on(self) -> None:
        public_key = self._public_key()
        with self._database.session() as session:
            session.add(
                EngineRow(
                    name=self.name,
                    kind=self._kind,
                    public_key=public_key,
                    started_at=now(),
                    beat_at=now(),
                )
            )
            audit.append(
                session, f"engine:{self.name}", "engine.start", f"engine:{self.name}", kind=self._kind
            )

    def _publish(self) -> None:
        if self._publisher.run_due():
            self._told("posts", "inbox")
        due = self._publisher.next_due()
        if due is not None and due - now() < timedelta(days=1):
            self._heartbeat.at(due, "publish-due", self._publish, at_once=SENDERS)

    def _collect(self) -> None:
        if self._collector.run():
            self._told("inbox")
            self._escalate()

    def _dispatch(self) -> None:
        if self._dispatcher.run_due():
            self._told("handovers")
            self._escalate()

    def _escalate(self) -> None:
        if self._escalator.run():
            self._told("alarms")

    def _check(self) -> None:
        health.check_all(self._database, self._connectors)
        self._told("accounts")

    def _beat(self) -> None:
        with self._database.session() as session:
            row = session.get(EngineRow, self.name)
            if row is not None:
                row.beat_at = now()


def _warm() -> None:
    """Read and compile the triage rules now, so that the first message in danger does not wait for it."""
    assess("A first message, to read the rules with.")


def run(database: Database, vault: Vault, *, once: bool = False) -> None:
    """Publish, collect and escalate without a window until SIGTERM or SIGINT; ``once`` for one round."""
    connectors = Connectors(database, vault)
    engine = Engine(database, vault, connectors, kind="worker")
    stop = threading.Event()
    try:
        if once:
            for beat in (engine._publish, engine._collect, engine._dispatch, engine._escalate):
                beat()
            engine.finish()
            return
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        engine.start()
        log.info("%s publishes and collects", engine.name)
        stop.wait()
        engine.stop()
    finally:
        connectors.close()
