"""The real servers, each started once for the whole run; and the line that says which of them ran."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

from desktop.models import Actor
from desktop.models.database import Database
from tests.servers.bluesky_network import BlueskyNetwork
from tests.servers.desk import Desk, desk_of
from tests.servers.mail_network import MailNetwork
from tests.servers.mastodon_network import MastodonNetwork
from tests.servers.real_server import NotInstalled, RealServer

Server = TypeVar("Server", bound=RealServer)
RUNNING: list[RealServer] = []
WHAT_CAME: dict[str, str] = {}  # by the server's name, for the summary


@pytest.fixture(scope="session")
def bluesky() -> Iterator[BlueskyNetwork]:
    with _started(BlueskyNetwork()) as network:
        yield network


@pytest.fixture(scope="session")
def snac() -> Iterator[MastodonNetwork]:
    with _started(MastodonNetwork()) as network:
        yield network


@pytest.fixture(scope="session")
def mail_server() -> Iterator[MailNetwork]:
    with _started(MailNetwork()) as network:
        yield network


@pytest.fixture(autouse=True)
def no_server_died() -> Iterator[None]:
    """A server that stopped by itself fails the test that saw it, and each one after it, at once."""
    for server in RUNNING:
        server.must_run()
    yield
    for server in RUNNING:
        server.must_run()


@pytest.fixture
def desk(database: Database, people: dict[str, Actor], tmp_path: Path) -> Iterator[Desk]:
    desk = desk_of(database, people, tmp_path)
    yield desk
    desk.close()


@contextmanager
def _started(server: Server) -> Iterator[Server]:
    WHAT_CAME[server.name] = "did not start"
    try:
        server.start()
    except NotInstalled as why:
        WHAT_CAME[server.name] = f"skipped ({why})"
        pytest.skip(str(why))
    WHAT_CAME[server.name] = f"ran ({server.how()})"
    RUNNING.append(server)
    try:
        yield server
    finally:
        RUNNING.remove(server)
        server.stop()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if WHAT_CAME:
        each = ", ".join(f"{name} {what}" for name, what in sorted(WHAT_CAME.items()))
        ran = sum(what.startswith("ran") for what in WHAT_CAME.values())
        skipped = sum("server" in report.keywords for report in terminalreporter.stats.get("skipped", []))
        count = f"{ran} of {len(WHAT_CAME)} ran, {skipped} of their tests skipped"
        terminalreporter.write_line(f"Real servers: {count}: {each}")
