from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from desktop.changes import Changes
from desktop.models import Actor
from desktop.models.database import Database
from desktop.records import audit


def test_a_burst_is_told_once(qtbot: QtBot) -> None:
    changes = Changes()
    heard: list[str] = []
    changes.posts_changed.connect(lambda: heard.append("posts"))
    changes.inbox_changed.connect(lambda: heard.append("inbox"))
    threads = [threading.Thread(target=changes.tell, args=("posts", "inbox")) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert sorted(heard) == ["inbox", "posts"]


def test_an_unknown_topic_is_a_bug() -> None:
    with pytest.raises(ValueError, match="no such topic"):
        Changes().tell("weather")


def test_what_another_process_did_is_found(database: Database, people: dict[str, Actor]) -> None:
    with database.reading() as session:
        seen, _ = audit.topics_since(session, -1)
    with database.session() as session:
        audit.append(session, people["comms"], "post.save", "post:1")
        audit.append(session, people["operator"], "conversation.take", "conversation:1")
    with database.reading() as session:
        assert audit.topics_since(session, seen) == (seen + 2, {"posts", "inbox"})
