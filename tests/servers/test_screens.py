"""The accounts and settings screens on real servers: what they show of a real answer is true."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from desktop.models import Actor
from desktop.models.database import Database
from desktop.views.accounts import AccountsScreen
from desktop.views.accounts_bluesky import ConnectBluesky
from desktop.views.desk import Desk
from desktop.views.force_settings import ForceSettingsScreen
from tests.servers.bluesky_network import BlueskyAccount, BlueskyNetwork
from tests.servers.mail_network import MailNetwork
from tests.servers.mastodon_network import MastodonAccount, MastodonNetwork, allow
from tests.views.administering import sit
from tests.views.publishing_desk import desk_of

# Not counted: the first run on a machine installs the servers.
pytestmark = [pytest.mark.server, pytest.mark.timeout(120, func_only=True)]
PATIENCE = 40_000  # ms; servers that share a small machine take their time


@pytest.fixture
def desk(database: Database, people: dict[str, Actor], tmp_path: Path) -> Iterator[Desk]:
    with desk_of(database, people["admin"], tmp_path) as made:
        yield made


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> AccountsScreen:
    made = AccountsScreen(desk)
    sit(made, qtbot)
    return made


class TestBluesky:
    def fill(
        self, screen: AccountsScreen, server: BlueskyNetwork, account: BlueskyAccount, password: str
    ) -> ConnectBluesky:
        screen.connect_one.click()
        screen.connecting.choose_bluesky.setChecked(True)
        form = screen.connecting.bluesky
        form.server_edit.setText(server.pds)
        form.handle_edit.setText(f"@{account.handle}")
        form.password_edit.setText(password)
        form.connect_it.click()
        return form

    @pytest.mark.parametrize("messages", [True, False])
    def test_it_says_whether_direct_messages_come_too(
        self, screen: AccountsScreen, bluesky: BlueskyNetwork, messages: bool, qtbot: QtBot
    ) -> None:
        account = bluesky.account("force")
        password = account.app_password_with_messages if messages else account.app_password
        form = self.fill(screen, bluesky, account, password)
        qtbot.waitUntil(lambda: "is connected" in screen.desk.notices.words, timeout=PATIENCE)
        can, cannot = "can be read and answered", "Direct messages cannot be read"
        assert (can if messages else cannot) in screen.desk.notices.words
        assert (can if messages else cannot) in screen.page.able.words
        assert ("app password cannot read direct messages" in screen.page.cannot.text()) is not messages
        assert form.password_edit.text() == ""

    def test_a_wrong_password_stands_beside_the_password(
        self, screen: AccountsScreen, bluesky: BlueskyNetwork, qtbot: QtBot
    ) -> None:
        form = self.fill(screen, bluesky, bluesky.account("force"), "aaaa-bbbb-cccc-dddd")
        qtbot.waitUntil(lambda: "did not accept" in form.password.trouble.text(), timeout=PATIENCE)
        assert form.password_edit.text() == "aaaa-bbbb-cccc-dddd"

    def test_the_accounts_own_password_is_not_taken(
        self, screen: AccountsScreen, bluesky: BlueskyNetwork, qtbot: QtBot
    ) -> None:
        account = bluesky.account("force")
        form = self.fill(screen, bluesky, account, account.password)
        qtbot.waitUntil(lambda: "account's own password" in form.password.trouble.text(), timeout=PATIENCE)


class Browser(QObject):
    """The account's owner at the system browser, on a thread of their own."""

    def __init__(self, account: MastodonAccount) -> None:
        super().__init__()
        self.account, self.answer = account, ""
        self.thread_of_it: threading.Thread | None = None

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        page = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        self.thread_of_it = threading.Thread(target=self._allow, args=(page,))
        self.thread_of_it.start()

    def _allow(self, page: str) -> None:
        self.answer = allow(page, self.account)


class TestSnac:
    @pytest.fixture
    def browser(self, snac: MastodonNetwork) -> Iterator[Browser]:
        made = Browser(snac.account("force"))
        for scheme in ("http", "https"):
            QDesktopServices.setUrlHandler(scheme, made, "open")  # type: ignore[arg-type] # the binding takes no bytes
        yield made
        for scheme in ("http", "https"):
            QDesktopServices.unsetUrlHandler(scheme)
        if made.thread_of_it is not None:
            made.thread_of_it.join(30)

    def test_in_the_browser(
        self, screen: AccountsScreen, snac: MastodonNetwork, browser: Browser, qtbot: QtBot
    ) -> None:
        screen.connect_one.click()
        form = screen.connecting.mastodon
        form.server_edit.setText(snac.url)
        form.connect_it.click()
        qtbot.waitUntil(lambda: screen.page.row is not None, timeout=PATIENCE)
        assert screen.page.state.text() == "Connected"
        assert "snac" in screen.page.facts.words
        assert "cannot delete" in screen.page.cannot.text()

    def test_by_the_code_that_the_page_shows(
        self, screen: AccountsScreen, snac: MastodonNetwork, browser: Browser, qtbot: QtBot
    ) -> None:
        screen.connect_one.click()
        form = screen.connecting.mastodon
        form.server_edit.setText(snac.url)
        form.by_code.click()
        qtbot.waitUntil(form.finish.isVisible, timeout=PATIENCE)
        form.show_page.click()
        qtbot.waitUntil(lambda: bool(browser.answer), timeout=PATIENCE)
        [code] = re.findall(r"[0-9a-f]{32,}[^\s<\"]*", browser.answer)[:1]
        form.code_edit.setText(code)
        form.finish.click()
        qtbot.waitUntil(lambda: screen.page.row is not None, timeout=PATIENCE)


class TestMail:
    @pytest.fixture
    def settings(self, desk: Desk, mail_server: MailNetwork, qtbot: QtBot) -> ForceSettingsScreen:
        made = ForceSettingsScreen(desk)
        sit(made, qtbot)
        mail = made.form.mail
        mail.use.setChecked(True)
        mail.port.setValue(mail_server.port)
        for edit, words in (
            (mail.host_edit, "localhost"),
            (mail.sender_edit, "brand@example.test"),
            (mail.recipient_edit, "support@example.test"),
            (mail.username_edit, "brand"),
            (mail.ca_edit, mail_server.ca),
        ):
            edit.setText(words)
        return made

    def test_the_check_signs_in_and_sends_nothing(self, settings: ForceSettingsScreen, qtbot: QtBot) -> None:
        settings.form.mail.secret_edit.setText("brand-password")
        settings.form.mail.check.click()
        qtbot.waitUntil(lambda: "STARTTLS" in settings.form.mail.result.text(), timeout=PATIENCE)
        assert "Nothing was sent" in settings.form.mail.result.text()

    def test_the_stored_password_is_checked_where_none_is_typed(
        self, settings: ForceSettingsScreen, qtbot: QtBot
    ) -> None:
        settings.form.mail.secret_edit.setText("brand-password")
        settings.form.edited.emit()
        settings.save.click()
        qtbot.waitUntil(lambda: "Everything is saved" in settings.changed.text(), timeout=PATIENCE)
        settings.form.mail.check.click()
        qtbot.waitUntil(lambda: "lets brand in" in settings.form.mail.result.text(), timeout=PATIENCE)

    def test_a_wrong_password(self, settings: ForceSettingsScreen, qtbot: QtBot) -> None:
        settings.form.mail.secret_edit.setText("wrong")
        settings.form.mail.check.click()
        qtbot.waitUntil(lambda: "password" in settings.form.mail.result.text(), timeout=PATIENCE)
