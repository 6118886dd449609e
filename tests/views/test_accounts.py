"""The accounts screen, against the practice network's own OAuth: connect, lose, check, give, disconnect."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from desktop import clock
from desktop.accounts import rows
from desktop.accounts.rows import AccountRow
from desktop.errors import Refused
from desktop.models import AccountState, Actor
from desktop.models.database import Database, sqlite_url
from desktop.practice.server import PracticeNetwork
from desktop.vault import Vault
from desktop.views.accounts import AccountsScreen
from desktop.views.accounts_mastodon import ConnectMastodon
from desktop.views.accounts_words import rate_words, state_words
from desktop.views.desk import Desk
from tests.views.administering import nameless, sit
from tests.views.publishing_desk import (
    MASTODON,
    DatabaseOffTheInterfaceThread,
    connect,
    desk_of,
    two_accounts,
)

People = dict[str, Actor]


class Browser(QObject):
    """Stands in for the system's browser: allows the page as the force's own account, on its own thread."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.allows = True
        self._threads: list[threading.Thread] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if self.allows:
            self._threads.append(threading.Thread(target=self.allow, args=(self.opened[-1],)))
            self._threads[-1].start()

    def allow(self, url: str) -> str:
        with urllib.request.urlopen(f"{url}&approve=1", timeout=10) as answer:
            return str(answer.read().decode())

    def close(self) -> None:
        for thread in self._threads:
            thread.join(10)


class NoKeyring:
    """A machine without one."""

    def get_password(self, service: str, username: str, /) -> str | None:
        raise Refused("This computer's keyring is missing. Install GNOME Keyring.")

    def set_password(self, service: str, username: str, password: str, /) -> None:
        raise Refused("This computer's keyring is missing. Install GNOME Keyring.")


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    for scheme in ("http", "https"):
        QDesktopServices.setUrlHandler(scheme, made, "open")  # type: ignore[arg-type] # the binding takes no bytes
    yield made
    for scheme in ("http", "https"):
        QDesktopServices.unsetUrlHandler(scheme)
    made.close()


@pytest.fixture
def force(practice: PracticeNetwork) -> PracticeNetwork:
    practice.add_account("force", "Heddlu Gogledd Cymru")
    return practice


@pytest.fixture
def desk(database_file: Path, people: People, tmp_path: Path) -> Iterator[Desk]:
    database = DatabaseOffTheInterfaceThread(sqlite_url(database_file))
    with desk_of(database, people["admin"], tmp_path) as made:
        yield made
    database.close()


def screen_of(desk: Desk, qtbot: QtBot) -> AccountsScreen:
    made = AccountsScreen(desk)
    assert isinstance(desk.database, DatabaseOffTheInterfaceThread)
    desk.database.watching = True
    sit(made, qtbot)
    return made


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> AccountsScreen:
    return screen_of(desk, qtbot)


def stored(database: Database) -> list[AccountRow]:
    with database.reading() as session:
        return rows.rows(session)


def form(screen: AccountsScreen, server: str) -> ConnectMastodon:
    screen.connect_one.click()
    made = screen.connecting.mastodon
    made.server_edit.setText(server)
    return made


def connected(screen: AccountsScreen, force: PracticeNetwork, qtbot: QtBot) -> AccountRow:
    form(screen, force.url).connect_it.click()
    qtbot.waitUntil(lambda: "is connected" in screen.desk.notices.words, timeout=15_000)
    assert screen.page.row is not None
    return screen.page.row


class TestConnectingMastodon:
    def test_in_the_browser(
        self,
        screen: AccountsScreen,
        force: PracticeNetwork,
        browser: Browser,
        database: Database,
        qtbot: QtBot,
    ) -> None:
        assert "No account is connected" in screen.states.words
        row = connected(screen, force, qtbot)
        assert [one.id for one in stored(database)] == [row.id]
        assert screen.page.state.text() == "Connected"
        assert "Heddlu Gogledd Cymru" in screen.page.facts.words
        assert "Sam Field" in screen.page.facts.words
        assert len(browser.opened) == 1

    def test_the_time_left_is_shown_and_cancel_ends_the_waiting(
        self,
        screen: AccountsScreen,
        force: PracticeNetwork,
        browser: Browser,
        database: Database,
        qtbot: QtBot,
    ) -> None:
        browser.allows = False
        made = form(screen, force.url)
        made.connect_it.click()
        qtbot.waitUntil(lambda: "5:00 left" in made.status.text())
        assert made.copy_page.isVisible()
        made.cancel.click()
        assert "No account" in screen.states.words or screen.stack.currentIndex() == 0
        screen.desk.tasks.close()  # ends at once: nobody waits for the browser any more
        assert stored(database) == []

    def test_closing_the_program_waits_for_no_browser(
        self, screen: AccountsScreen, force: PracticeNetwork, browser: Browser, qtbot: QtBot
    ) -> None:
        browser.allows = False
        made = form(screen, force.url)
        made.connect_it.click()
        qtbot.waitUntil(lambda: "left" in made.status.text())
        screen.desk.tasks.close()

    def test_signing_out_ends_the_waiting(
        self,
        screen: AccountsScreen,
        force: PracticeNetwork,
        browser: Browser,
        database: Database,
        qtbot: QtBot,
    ) -> None:
        browser.allows = False
        made = form(screen, force.url)
        made.connect_it.click()
        qtbot.waitUntil(lambda: "left" in made.status.text())
        tasks = screen.desk.tasks
        with qtbot.waitSignal(tasks.busy, check_params_cb=lambda under_way: under_way == 0):
            screen.connecting.deleteLater()
        assert stored(database) == []

    def test_by_a_code(
        self,
        screen: AccountsScreen,
        force: PracticeNetwork,
        browser: Browser,
        database: Database,
        qtbot: QtBot,
    ) -> None:
        browser.allows = False
        made = form(screen, force.url)
        made.by_code.click()
        qtbot.waitUntil(made.finish.isVisible)
        made.show_page.click()
        page = browser.allow(browser.opened[0])
        made.code_edit.setText("wrong")
        made.finish.click()
        qtbot.waitUntil(lambda: bool(made.code.trouble.text()))
        assert made.code_edit.text() == "wrong"
        made.code_edit.setText(page.split("<code>")[1].split("</code>")[0])
        made.finish.click()
        qtbot.waitUntil(lambda: len(stored(database)) == 1)
        qtbot.waitUntil(lambda: screen.stack.currentIndex() == 0)

    def test_a_code_in_the_middle_of_waiting_for_the_browser(
        self, screen: AccountsScreen, force: PracticeNetwork, browser: Browser, qtbot: QtBot
    ) -> None:
        browser.allows = False
        made = form(screen, force.url)
        made.connect_it.click()
        qtbot.waitUntil(lambda: "left" in made.status.text())
        made.by_code.click()
        qtbot.waitUntil(made.finish.isVisible)
        assert made.server_edit.text() == force.url
        assert not made.server.trouble.text()

    def test_a_wrong_address_stands_beside_the_field(self, screen: AccountsScreen, qtbot: QtBot) -> None:
        made = form(screen, "not a server")
        made.connect_it.click()
        qtbot.waitUntil(lambda: "not a server's address" in made.server.trouble.text())
        assert made.server_edit.text() == "not a server"
        assert made.connect_it.isEnabled() and made.server_edit.isEnabled()

    def test_a_server_that_is_no_mastodon(
        self, screen: AccountsScreen, force: PracticeNetwork, qtbot: QtBot
    ) -> None:
        made = form(screen, "http://127.0.0.1:1")
        made.connect_it.click()
        qtbot.waitUntil(lambda: "Check the server's address" in made.server.trouble.text())

    def test_without_a_keyring_it_says_what_to_do(
        self, desk: Desk, force: PracticeNetwork, browser: Browser, qtbot: QtBot
    ) -> None:
        desk.vault = Vault(keys=NoKeyring())
        screen = screen_of(desk, qtbot)
        made = form(screen, force.url)
        made.connect_it.click()
        qtbot.waitUntil(lambda: "Install GNOME Keyring" in made.trouble.text())
        assert browser.opened == []

    def test_another_account_than_the_one_that_was_lost_is_told(
        self,
        screen: AccountsScreen,
        force: PracticeNetwork,
        browser: Browser,
        people: People,
        database: Database,
        qtbot: QtBot,
    ) -> None:
        lost = connect(database, people["admin"], "@lost@social.example", MASTODON)
        screen.refresh()
        qtbot.waitUntil(lambda: screen.list.keys() == [lost.id])
        screen.open(lost.id)
        screen.page.reconnect.click()
        assert screen.connecting.mastodon.server_edit.text() == lost.server
        screen.connecting.mastodon.server_edit.setText(force.url)
        screen.connecting.mastodon.connect_it.click()
        qtbot.waitUntil(
            lambda: "still has to be connected again" in screen.desk.notices.words, timeout=15_000
        )


class TestConnectingBluesky:
    def test_what_is_missing_is_said_beside_each_field(self, screen: AccountsScreen) -> None:
        screen.connect_one.click()
        screen.connecting.choose_bluesky.setChecked(True)
        made = screen.connecting.bluesky
        assert made.server_edit.text() == "https://bsky.social"
        made.connect_it.click()
        assert made.handle.trouble.text() and made.password.trouble.text()
        assert not made.server.trouble.text()

    @pytest.mark.parametrize(
        ("server", "words"),
        [("not a server", "not a server's address"), ("http://127.0.0.1:1", "Check the address")],
    )
    def test_a_wrong_server_keeps_what_was_typed(
        self, screen: AccountsScreen, server: str, words: str, qtbot: QtBot
    ) -> None:
        screen.connect_one.click()
        screen.connecting.choose_bluesky.setChecked(True)
        made = screen.connecting.bluesky
        for edit, typed in (
            (made.server_edit, server), (made.handle_edit, "force.example"), (made.password_edit, "abcd-efgh"),
        ):  # fmt: skip
            edit.setText(typed)
        made.connect_it.click()
        qtbot.waitUntil(lambda: words in made.server.trouble.text())
        assert (made.handle_edit.text(), made.password_edit.text()) == ("force.example", "abcd-efgh")


class TestOneAccount:
    def test_checked_then_revoked_then_connected_again(
        self, screen: AccountsScreen, force: PracticeNetwork, browser: Browser, qtbot: QtBot
    ) -> None:
        row = connected(screen, force, qtbot)
        screen.page.check.click()
        qtbot.waitUntil(lambda: "both work" in screen.desk.notices.words)
        force.revoke("force")
        screen.page.check.click()
        qtbot.waitUntil(lambda: screen.page.state.text() == "Sign-in needed")
        assert "not seen" in screen.page.meaning.text()
        screen.page.reconnect.click()
        screen.connecting.mastodon.connect_it.click()
        qtbot.waitUntil(lambda: screen.page.state.text() == "Connected", timeout=15_000)
        assert screen.page.row is not None and screen.page.row.id == row.id

    def test_disconnecting_is_asked_first(
        self, desk: Desk, database: Database, people: People, qtbot: QtBot
    ) -> None:
        row, _other = two_accounts(database, people["admin"])
        screen = screen_of(desk, qtbot)
        screen.open(row.id)
        screen.page.disconnect_it.click()
        assert row.handle in screen.ask.words.text()
        screen.ask.no.click()
        assert stored(database)[1].state is AccountState.CONNECTED
        screen.page.disconnect_it.click()
        screen.ask.yes.click()
        qtbot.waitUntil(lambda: screen.page.state.text() == "Disconnected")
        assert not screen.page.check.isEnabled()

    def test_giving_it_to_an_owner(
        self, desk: Desk, database: Database, people: People, qtbot: QtBot
    ) -> None:
        row, _other = two_accounts(database, people["admin"])
        screen = screen_of(desk, qtbot)
        screen.open(row.id)
        screen.page.give.click()
        qtbot.waitUntil(screen.ask.isVisible)
        assert screen.owner.currentText() == "Sam Field"
        screen.owner.setCurrentText("Morwenna Tregear")
        screen.ask.yes.click()
        qtbot.waitUntil(lambda: "Morwenna Tregear" in screen.page.facts.words)

    def test_what_the_server_cannot_do_is_said(
        self, desk: Desk, database: Database, people: People, qtbot: QtBot
    ) -> None:
        lacking = replace(
            MASTODON,
            software="snac/2.75",
            direct_messages=False,
            can_delete=False,
            notes=("snac lacks much.",),
        )
        row = connect(database, people["admin"], "@force@snac.example", lacking)
        screen = screen_of(desk, qtbot)
        screen.open(row.id)
        assert "cannot be read" in screen.page.able.words
        assert "cannot be withdrawn" in screen.page.able.words
        assert "snac lacks much." in screen.page.cannot.text()

    def test_others_read_only(self, desk: Desk, database: Database, people: People, qtbot: QtBot) -> None:
        two_accounts(database, people["admin"])
        desk.by = people["comms"]
        screen = screen_of(desk, qtbot)
        page = screen.page
        for act in (screen.connect_one, page.check, page.reconnect, page.give, page.disconnect_it):
            assert not act.isVisible()
        assert page.facts.isVisible()

    def test_every_control_has_a_name(self, screen: AccountsScreen) -> None:
        assert nameless(screen) == []


class TestTheWords:
    @pytest.fixture
    def account(self, database: Database, people: People) -> AccountRow:
        return connect(database, people["admin"], "@force@social.example", MASTODON)

    def test_blind_since(self, account: AccountRow) -> None:
        since = clock.instant(clock.wall(clock.now(), "UTC").replace(hour=0, minute=1), "UTC")
        blind = replace(account, state=AccountState.BLIND, trouble="No answer.", trouble_since=since)
        assert state_words(blind, "UTC") == "Blind since 00:01"
        assert state_words(replace(blind, sign_in_needed=True), "UTC") == "Sign-in needed"

    def test_the_rate_limit(self, account: AccountRow) -> None:
        later = clock.now() + timedelta(minutes=4)
        assert rate_words(account, "UTC") == "The server does not say"
        counted = replace(account, rate_remaining=1287, rate_reset_at=later)
        assert rate_words(counted, "UTC").startswith("1,287 requests left, counted anew at ")
        assert rate_words(replace(account, wait_until=later), "UTC").startswith("Used up")
