"""The settings screen: what changes is told, problems stand beside their field, secrets are never shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop import translation
from desktop.models import Actor
from desktop.models.database import Database
from desktop.records import settings
from desktop.records.settings import ForceSettings, MailRoute
from desktop.views.desk import Desk
from desktop.views.force_settings import ForceSettingsScreen
from desktop.views.force_settings_duration import seconds, words
from desktop.views.force_settings_language import LanguageChoice
from tests.views.administering import actions, nameless, sit
from tests.views.publishing_desk import desk_of

SECRET = "hunter2 hunter2"


@pytest.fixture
def desk(database: Database, people: dict[str, Actor], tmp_path: Path) -> Iterator[Desk]:
    with desk_of(database, people["admin"], tmp_path) as made:
        yield made


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> ForceSettingsScreen:
    made = ForceSettingsScreen(desk)
    sit(made, qtbot)
    return made


def stored(database: Database) -> ForceSettings:
    with database.reading() as session:
        return settings.read(session)


def change(database: Database, by: Actor, **changes: Any) -> None:
    with database.session() as session:
        settings.change(session, by=by, **changes)


def save(screen: ForceSettingsScreen, qtbot: QtBot) -> None:
    screen.save.click()
    qtbot.waitUntil(lambda: "Saving" not in screen.changed.text())


def fill_mail(screen: ForceSettingsScreen, **others: str) -> None:
    mail = screen.form.mail
    mail.use.setChecked(True)
    for edit, value in (
        (mail.host_edit, "mail.example"),
        (mail.sender_edit, others.get("sender", "desk@force.example")),
        (mail.recipient_edit, others.get("recipient", "control@force.example")),
        (mail.username_edit, "desk"),
    ):
        edit.setText(value)
        edit.textEdited.emit(value)


class TestSaving:
    def test_nothing_to_save_at_first(self, screen: ForceSettingsScreen) -> None:
        assert not screen.save.isEnabled()
        assert "saved" in screen.changed.text()

    def test_what_changes_is_told_and_stored(
        self, screen: ForceSettingsScreen, database: Database, qtbot: QtBot
    ) -> None:
        screen.form.force_name.setText("Heddlu Gogledd Cymru")
        screen.form.times["unseen_seconds"].setValue(45)
        assert "Heddlu Gogledd Cymru" in screen.changed.text()
        assert "45 s (was 60 s)" in screen.changed.text()
        save(screen, qtbot)
        assert stored(database).force_name == "Heddlu Gogledd Cymru"
        assert stored(database).unseen_seconds == 45
        assert screen.desk.settings == stored(database)
        assert actions(database).count("settings.change") == 2
        assert not screen.save.isEnabled()

    def test_grades_one_a_line(self, screen: ForceSettingsScreen, database: Database, qtbot: QtBot) -> None:
        screen.form.grades.setPlainText("Ar unwaith\n\n  Blaenoriaeth  \n")
        save(screen, qtbot)
        assert stored(database).grades == ("Ar unwaith", "Blaenoriaeth")

    def test_discarding_shows_what_is_stored(self, screen: ForceSettingsScreen) -> None:
        screen.form.phone.setText("01632 960001")
        screen.discard.click()
        assert screen.form.phone.text() == ""
        assert not screen.save.isEnabled()

    def test_every_control_has_a_name(self, screen: ForceSettingsScreen) -> None:
        assert nameless(screen) == []


class TestProblems:
    def test_each_stands_beside_its_field_and_nothing_is_saved(
        self, screen: ForceSettingsScreen, database: Database, qtbot: QtBot
    ) -> None:
        screen.form.force_name.setText("Northshire")
        screen.form.phone.setText("none")
        screen.form.zone.setEditText("Mars/Olympus")
        screen.form.times["inspector_seconds"].setValue(60)
        screen.form.pattern.setText("(")
        save(screen, qtbot)
        rows = screen.form.rows
        assert "phone number" in rows["control_room_phone"].trouble.text()
        assert "not a time zone" in rows["zone"].trouble.text()
        assert "duty inspector" in rows["inspector_seconds"].trouble.text()
        assert "cannot be read" in rows["reference_pattern"].trouble.text()
        assert rows["force_name"].trouble.text() == ""
        assert stored(database) == ForceSettings()
        assert screen.form.phone.text() == "none"

    def test_times_that_fit_only_together(
        self, screen: ForceSettingsScreen, database: Database, qtbot: QtBot
    ) -> None:
        screen.form.times["unaccepted_seconds"].setValue(300)
        screen.form.times["inspector_seconds"].setValue(600)
        save(screen, qtbot)
        assert stored(database).inspector_seconds == 600

    def test_a_wrong_address_of_the_mail_route(self, screen: ForceSettingsScreen, qtbot: QtBot) -> None:
        fill_mail(screen, recipient="control room")
        save(screen, qtbot)
        assert "is not a mail address" in screen.form.mail.recipient.trouble.text()
        assert screen.form.mail.sent_by.trouble.text() == ""

    def test_a_webhook_without_its_secret(self, screen: ForceSettingsScreen, qtbot: QtBot) -> None:
        screen.form.webhook.use.setChecked(True)
        screen.form.webhook.url_edit.setText("https://cc.example/in")
        screen.form.webhook.edited.emit()
        save(screen, qtbot)
        assert "secret" in screen.form.webhook.secret_field.trouble.text()


class TestSecrets:
    def test_a_secret_is_sealed_and_never_shown_again(
        self, screen: ForceSettingsScreen, database: Database, qtbot: QtBot
    ) -> None:
        fill_mail(screen)
        screen.form.mail.secret_edit.setText(SECRET)
        save(screen, qtbot)
        mail = stored(database).mail
        assert mail is not None
        assert screen.desk.vault.open(bytes.fromhex(mail.sealed_password)) == SECRET
        assert SECRET not in " ".join(edit.text() for edit in screen.findChildren(QLineEdit))
        assert "Stored" in screen.form.mail.secret_edit.placeholderText()
        assert SECRET not in screen.changed.text() + screen.desk.notices.words

    def test_another_sender_keeps_the_secret(
        self, screen: ForceSettingsScreen, database: Database, qtbot: QtBot
    ) -> None:
        fill_mail(screen)
        screen.form.mail.secret_edit.setText(SECRET)
        save(screen, qtbot)
        fill_mail(screen, sender="press@force.example")
        save(screen, qtbot)
        mail = stored(database).mail
        assert mail is not None and mail.sender == "press@force.example"
        assert screen.desk.vault.open(bytes.fromhex(mail.sealed_password)) == SECRET


class TestUnsavedEdits:
    def test_leaving_keeps_them_and_takes_over_what_others_changed(
        self, screen: ForceSettingsScreen, database: Database, people: dict[str, Actor], qtbot: QtBot
    ) -> None:
        screen.form.force_name.setText("Northshire")
        screen.hide()
        change(database, people["admin"], control_room_phone="01632 960001")
        screen.show()
        screen.shown()
        qtbot.waitUntil(lambda: screen.form.phone.text() == "01632 960001")
        assert screen.form.force_name.text() == "Northshire"
        assert screen.save.isEnabled()

    def test_the_wheel_changes_nothing_in_passing(self, screen: ForceSettingsScreen) -> None:
        edit = screen.form.times["unseen_seconds"]
        edit.clearFocus()
        at = QPointF(5, 5)
        wheel = QWheelEvent(
            at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(edit, wheel)
        assert edit.value() == 60


class TestTheChecks:
    def test_a_mail_server_that_is_not_there(self, screen: ForceSettingsScreen, qtbot: QtBot) -> None:
        fill_mail(screen)
        screen.form.mail.host_edit.setText("127.0.0.1")
        screen.form.mail.port.setValue(1)
        screen.form.mail.check.click()
        qtbot.waitUntil(lambda: "could not be reached" in screen.form.mail.result.text())
        assert screen.form.mail.check.isEnabled()

    def test_a_webhook_that_is_not_there(self, screen: ForceSettingsScreen, qtbot: QtBot) -> None:
        screen.form.webhook.use.setChecked(True)
        screen.form.webhook.url_edit.setText("http://127.0.0.1:1/in")
        screen.form.webhook.check.click()
        qtbot.waitUntil(lambda: screen.form.webhook.check.isEnabled())
        assert screen.form.webhook.result.text()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("45", 45), ("45 s", 45), ("2 min", 120), ("2m", 120), ("1 h", 3600), ("soon", None), ("", None)],
)
def test_lengths_of_time_are_read(typed: str, found: int | None) -> None:
    assert seconds(typed) == found


@pytest.mark.parametrize("value", [5, 60, 90, 120, 900, 3600, 5400, 86_400])
def test_lengths_of_time_read_back_as_they_are_shown(value: int) -> None:
    assert seconds(words(value)) == value


def test_the_language_is_kept_for_the_next_start(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BLUELAMP_LANGUAGE", raising=False)
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    choice = LanguageChoice()
    qtbot.addWidget(choice)
    choice.box.setCurrentIndex(choice.box.findData("cy"))
    choice.choose()
    assert translation.chosen() == "cy"
    assert "next start" in choice.words.text()


def test_a_mail_route_without_a_password_has_none(screen: ForceSettingsScreen) -> None:
    fill_mail(screen)
    assert screen.form.mail.value() == MailRoute(
        "mail.example", 587, "desk@force.example", "control@force.example", "desk"
    )
