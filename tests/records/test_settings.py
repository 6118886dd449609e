from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.errors import Refused
from desktop.models import Actor
from desktop.models.database import Database
from desktop.records import audit, people, settings
from desktop.records.settings import ForceSettings, MailRoute, WebhookRoute
from desktop.vault import MemoryKeys, Vault

Change = Callable[..., ForceSettings]
MAIL = MailRoute("mail.example", 587, "desk@example.test", "control@example.test", "desk", "aa")


@pytest.fixture
def change(database: Database, people: dict[str, Actor]) -> Change:
    def change(**changes: Any) -> ForceSettings:
        with database.session() as session:
            return settings.change(session, by=people["admin"], **changes)

    return change


def read(database: Database) -> ForceSettings:
    with database.reading() as session:
        return settings.read(session)


def test_a_new_force_has_the_defaults(database: Database) -> None:
    force = read(database)
    assert (force.zone, force.unseen_seconds, force.undelivered_seconds) == ("Europe/London", 60, 30)
    assert (force.unaccepted_seconds, force.inspector_seconds) == (120, 180)
    assert force.mail is None and force.webhook is None
    assert "999" in force.out_of_hours and "18000" in force.out_of_hours


def test_what_the_first_run_asked_is_settled(database: Database) -> None:
    with database.session() as session:
        people.first_run(
            session,
            force_name="Heddlu'r De",
            phone="01632 960001",
            name="A B",
            username="a",
            password="correct horse battery",
        )
    assert (read(database).force_name, read(database).control_room_phone) == ("Heddlu'r De", "01632 960001")


def test_changes_are_read_back(database: Database, change: Change) -> None:
    hook = WebhookRoute("https://cc.example/in", "bb", "https://cc.example/ack/{id}")
    after = change(mail=MAIL, webhook=hook, unseen_seconds=45, grades=("One", "Two"))
    assert read(database) == after
    assert (after.mail, after.webhook, after.unseen_seconds, after.grades) == (MAIL, hook, 45, ("One", "Two"))
    assert change(mail=None).mail is None
    assert read(database).mail is None


def test_each_change_is_audited_without_its_secret(database: Database, change: Change) -> None:
    change(mail=MAIL, unseen_seconds=45)
    change(unseen_seconds=45)
    with database.reading() as session:
        entries = [e for e in audit.entries(session) if e.action == "settings.change"]
    assert sorted(entry.subject for entry in entries) == ["setting:mail", "setting:unseen_seconds"]
    assert all("sealed" not in entry.detail and "aa" not in entry.detail.split('"') for entry in entries)


def test_an_empty_secret_keeps_the_stored_one(change: Change) -> None:
    change(mail=MAIL, webhook=WebhookRoute("https://cc.example/in", "bb"))
    kept = change(
        mail=MailRoute(
            "mail.example", 465, "desk@example.test", "other@example.test", "desk", starttls=False
        ),
        webhook=WebhookRoute("https://cc.example/in", ack_url="https://cc.example/ack/{id}"),
    )
    assert kept.mail and kept.webhook
    assert (kept.mail.sealed_password, kept.webhook.sealed_secret) == ("aa", "bb")


def test_a_password_never_follows_to_another_server(change: Change) -> None:
    change(mail=MAIL)
    moved = change(mail=MailRoute("elsewhere.example", 587, "desk@example.test", "c@example.test", "desk"))
    assert moved.mail and moved.mail.sealed_password == ""


def test_secrets_are_sealed_to_the_publisher() -> None:
    vault = Vault(keys=MemoryKeys())
    stored = settings.sealed("hunter two", vault.public_key())
    assert "hunter" not in stored
    assert vault.open(bytes.fromhex(stored)) == "hunter two"
    assert settings.sealed("", vault.public_key()) == ""


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"control_room_phone": "ask Dave"}, "phone number"),
        ({"zone": "Europe/Atlantis"}, "not a time zone"),
        ({"unseen_seconds": 0}, "between 5 and"),
        ({"inspector_seconds": 60}, "longer time"),
        ({"grades": ()}, "at least one grade"),
        ({"reference_pattern": "("}, "cannot be read"),
        ({"mail": MailRoute("", 587, "a@b", "c@d")}, "mail server's name"),
        ({"mail": MailRoute("h", 587, "a@b\nBcc: x@y", "c@d")}, "not a mail address"),
        ({"webhook": WebhookRoute("http://cc.example/in", "aa")}, "https://"),
        ({"webhook": WebhookRoute("https://cc.example/in")}, "secret"),
        ({"webhook": WebhookRoute("http://[", "aa")}, "https://"),
    ],
)
def test_what_cannot_be_right_is_refused(
    database: Database, change: Change, changes: dict[str, Any], words: str
) -> None:
    before = read(database)
    with pytest.raises(Refused, match=words):
        change(**changes)
    assert read(database) == before


def test_loopback_may_speak_http(change: Change) -> None:
    assert change(webhook=WebhookRoute("http://127.0.0.1:8080/in", "aa")).webhook


def test_only_an_administrator_changes_settings(database: Database, people: dict[str, Actor]) -> None:
    with database.session() as session, pytest.raises(Refused):
        settings.change(session, by=people["supervisor"], unseen_seconds=600)
