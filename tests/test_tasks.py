from __future__ import annotations

import threading

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.tasks import Tasks


def test_the_result_comes_back_to_the_interface_thread(qtbot: QtBot) -> None:
    tasks = Tasks()
    seen: list[tuple[str, int]] = []
    tasks.run(
        lambda: threading.current_thread().name,
        lambda name: seen.append((name, threading.get_ident())),
    )
    qtbot.waitUntil(lambda: bool(seen))
    tasks.close()
    assert seen[0][0].startswith("task")
    assert seen[0][1] == threading.get_ident()


def test_a_failure_goes_to_its_own_ear_or_to_the_common_one(qtbot: QtBot) -> None:
    tasks = Tasks()
    own: list[Exception] = []
    with qtbot.waitSignal(tasks.failed) as common:
        tasks.run(lambda: 1 / 0)
    tasks.run(lambda: 1 / 0, failed=own.append)
    qtbot.waitUntil(lambda: bool(own))
    tasks.close()
    assert isinstance(common.args[0], ZeroDivisionError)
    assert isinstance(own[0], ZeroDivisionError)


def test_a_screen_that_is_gone_is_not_called(qtbot: QtBot) -> None:
    tasks = Tasks()
    label = QLabel()
    release = threading.Event()
    done: list[int] = []
    tasks.run(release.wait, lambda _: label.setText("late"))
    tasks.run(lambda: 1, lambda _: done.append(1))
    label.deleteLater()
    qtbot.wait(10)
    release.set()
    qtbot.waitUntil(lambda: bool(done))
    tasks.close()
