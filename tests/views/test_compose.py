"""The compose screen: nothing typed is lost, and what is shown of saving is true."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.models import Actor, ContentClass, PostStage
from desktop.models.database import Database
from desktop.publishing import drafting
from desktop.publishing.drafting import DraftBody
from desktop.views.compose import ComposeScreen
from desktop.views.desk import Desk
from tests.views.publishing_desk import approved, desk_of, draft, in_days, submitted, two_accounts

TEXT = "Road closed at Abergwyngregyn after a collision."


@pytest.fixture
def desk(database: Database, people: dict[str, Actor], tmp_path: Path) -> Iterator[Desk]:
    with desk_of(database, people["comms"], tmp_path) as made:
        yield made


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> ComposeScreen:
    return open_screen(desk, qtbot)


def open_screen(desk: Desk, qtbot: QtBot) -> ComposeScreen:
    made = ComposeScreen(desk)
    qtbot.addWidget(made)
    made.resize(1166, 768)
    made.show()
    made.shown()
    qtbot.waitUntil(lambda: not loading(made))
    return made


def loading(screen: ComposeScreen) -> bool:
    return "Loading" in screen.states.words


def stored(database: Database, post_id: int) -> DraftBody:
    with database.reading() as session:
        return drafting.load(session, post_id)


def stage(database: Database, post_id: int) -> PostStage:
    with database.reading() as session:
        return drafting.get(session, post_id).stage


def new_draft(screen: ComposeScreen, qtbot: QtBot) -> int:
    screen.new_draft.click()
    qtbot.waitUntil(lambda: screen.editor.post_id != 0 and screen.editor.form.isVisible())
    return screen.editor.post_id


def saved(screen: ComposeScreen) -> bool:
    return screen.editor.status.text().startswith("Saved ")


def test_nothing_to_show_says_what_to_do(screen: ComposeScreen) -> None:
    assert "New draft" in screen.states.words


def test_typing_saves_itself_and_says_so(screen: ComposeScreen, database: Database, qtbot: QtBot) -> None:
    post_id = new_draft(screen, qtbot)
    QTest.keyClicks(screen.editor.form.texts.shared, TEXT)
    assert screen.editor.status.text() == "Not saved yet"
    qtbot.waitUntil(lambda: saved(screen))
    assert stored(database, post_id).text == TEXT


def test_leaving_saves_at_once(screen: ComposeScreen, database: Database, qtbot: QtBot) -> None:
    post_id = new_draft(screen, qtbot)
    screen.editor.form.texts.shared.insertPlainText(TEXT)
    saving = screen.editor._saving
    assert saving is not None
    screen.hide()
    assert not saving._timer.isActive()  # it is not left to the timer
    qtbot.waitUntil(lambda: stored(database, post_id).text == TEXT)


def test_the_cursor_is_where_it_was(desk: Desk, qtbot: QtBot) -> None:
    first = open_screen(desk, qtbot)
    post_id = new_draft(first, qtbot)
    edit = first.editor.form.texts.shared
    QTest.keyClicks(edit, TEXT)
    for _ in range(5):
        QTest.keyClick(edit, Qt.Key.Key_Left)
    first.hide()
    again = open_screen(desk, qtbot)
    qtbot.waitUntil(lambda: again.editor.form.texts.text() == TEXT)
    assert again.editor.post_id == post_id
    assert again.editor.form.texts.shared.textCursor().position() == len(TEXT) - 5


def test_undo_outlives_saving(screen: ComposeScreen, qtbot: QtBot) -> None:
    new_draft(screen, qtbot)
    edit = screen.editor.form.texts.shared
    QTest.keyClicks(edit, "Mistake")
    qtbot.waitUntil(lambda: saved(screen))
    edit.undo()
    assert edit.toPlainText() == ""


def test_a_draft_that_cannot_be_saved_stays_open(
    screen: ComposeScreen, database: Database, people: dict[str, Actor], qtbot: QtBot
) -> None:
    other = draft(database, people["comms"], text="Other", title="Other")
    mine = new_draft(screen, qtbot)
    with database.session() as session:
        drafting.discard(session, mine, people["comms"])
    screen.editor.form.texts.shared.insertPlainText(TEXT)
    screen.open(other)
    qtbot.waitUntil(lambda: screen.editor.status.text().startswith("Not saved. "))
    assert screen.editor.form.texts.text() == TEXT
    assert screen.editor.post_id == mine


def test_an_account_can_have_its_own_text(
    screen: ComposeScreen, database: Database, people: dict[str, Actor], qtbot: QtBot
) -> None:
    mastodon, bluesky = two_accounts(database, people["admin"])
    post_id = new_draft(screen, qtbot)
    form = screen.editor.form
    tick(screen, mastodon.id, bluesky.id)
    QTest.keyClicks(form.texts.shared, TEXT)
    form.texts.turn_to(bluesky.id)
    tab = form.texts._tabs[bluesky.id]
    assert tab.edit.toPlainText() == TEXT
    assert tab.edit.isReadOnly()
    tab.switch.click()
    tab.edit.setPlainText("Short.")
    qtbot.waitUntil(lambda: saved(screen))
    body = stored(database, post_id)
    assert (body.text_for(mastodon.id), body.text_for(bluesky.id)) == (TEXT, "Short.")
    tab.switch.click()
    assert tab.edit.toPlainText() == TEXT


def tick(screen: ComposeScreen, *account_ids: int) -> None:
    choice = screen.editor.form.accounts
    for at in range(choice.list.count()):
        item = choice.list.item(at)
        if item.data(Qt.ItemDataRole.UserRole) in account_ids:
            item.setCheckState(Qt.CheckState.Checked)


def test_the_count_follows_each_network(
    screen: ComposeScreen, database: Database, people: dict[str, Actor], qtbot: QtBot
) -> None:
    mastodon, bluesky = two_accounts(database, people["admin"])
    new_draft(screen, qtbot)
    tick(screen, mastodon.id, bluesky.id)
    screen.editor.form.texts.shared.setPlainText("x" * 310)
    assert "310 of 500" in screen.editor.form.count.text
    assert "310 of 300: 10 too many" in screen.editor.form.count.text


def test_problems_lead_to_their_field(
    screen: ComposeScreen, database: Database, people: dict[str, Actor], qtbot: QtBot
) -> None:
    two_accounts(database, people["admin"])
    new_draft(screen, qtbot)
    checks = screen.editor.checks
    wanted = next(
        checks.list.item(at)
        for at in range(checks.list.count())
        if checks.list.item(at).data(Qt.ItemDataRole.UserRole).field == "accounts"
    )
    screen.activateWindow()
    checks.list.itemActivated.emit(wanted)
    assert screen.editor.form.accounts.list.hasFocus()


def test_pasted_pictures_and_dropped_files_are_added(
    screen: ComposeScreen, database: Database, qtbot: QtBot, tmp_path: Path
) -> None:
    post_id = new_draft(screen, qtbot)
    strip = screen.editor.form.images
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(QColor("navy"))
    pasted = QMimeData()
    pasted.setImageData(picture)
    screen.editor.form.texts.shared.insertFromMimeData(pasted)
    qtbot.waitUntil(lambda: len(strip.images()) == 1)
    Image.new("RGB", (30, 40), "red").save(tmp_path / "red.jpg")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "red.jpg"))])
    assert strip.take(dropped)
    qtbot.waitUntil(lambda: len(strip.images()) == 2)
    strip._cards[1].alt.setPlainText("A red field")
    strip._cards[1].up.click()
    qtbot.waitUntil(lambda: strip.images()[0].alt == "A red field")
    qtbot.waitUntil(lambda: saved(screen))
    assert [image.alt for image in stored(database, post_id).images] == ["A red field", ""]


def test_a_file_that_is_no_image_is_refused_in_place(
    screen: ComposeScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    new_draft(screen, qtbot)
    (tmp_path / "lie.jpg").write_text("not a picture")
    strip = screen.editor.form.images
    strip.files_given.emit([tmp_path / "lie.jpg"])
    qtbot.waitUntil(lambda: bool(strip.trouble.text()))
    assert strip.images() == ()


def test_a_sensitive_class_brings_its_checklist(screen: ComposeScreen, qtbot: QtBot) -> None:
    new_draft(screen, qtbot)
    kind = screen.editor.form.kind
    kind.box.setCurrentIndex(kind.box.findData(ContentClass.SEXUAL_OFFENCE.value))
    assert "anonymous for life" in kind.note.text()
    assert kind.note.isVisible()


def test_submitting_saves_first(
    screen: ComposeScreen, database: Database, people: dict[str, Actor], qtbot: QtBot
) -> None:
    mastodon, _bluesky = two_accounts(database, people["admin"])
    post_id = new_draft(screen, qtbot)
    tick(screen, mastodon.id)
    screen.editor.form.texts.shared.setPlainText(TEXT)
    screen.editor.submit.click()
    qtbot.waitUntil(lambda: stage(database, post_id) is PostStage.SUBMITTED)
    assert stored(database, post_id).text == TEXT
    qtbot.waitUntil(lambda: screen.editor.post_id in (0, post_id))


def test_what_blocks_a_submission_is_said(screen: ComposeScreen, desk: Desk, qtbot: QtBot) -> None:
    new_draft(screen, qtbot)
    screen.editor.submit.click()
    qtbot.waitUntil(lambda: "at least one account" in desk.notices._words.text())
    assert screen.editor.submit.isEnabled()


@pytest.mark.parametrize("state", ["submitted", "approved"])
def test_editing_what_was_decided_is_asked_first(
    screen: ComposeScreen, database: Database, people: dict[str, Actor], qtbot: QtBot, state: str
) -> None:
    mastodon, _bluesky = two_accounts(database, people["admin"])
    fields = {"text": TEXT, "accounts": (mastodon.id,), "wall_time": in_days(2).isoformat()}
    if state == "approved":
        post_id = approved(database, people["comms"], people["press"], **fields)
    else:
        post_id = submitted(database, people["comms"], **fields)
    screen.open(post_id)
    qtbot.waitUntil(screen.editor.ask.isVisible)
    assert screen.editor.form.texts.shared.isReadOnly()
    screen.editor.ask.yes.click()
    qtbot.waitUntil(lambda: not screen.editor.form.texts.shared.isReadOnly())
    assert stage(database, post_id) is PostStage.DRAFT


def test_a_discarded_draft_leaves_the_list(screen: ComposeScreen, database: Database, qtbot: QtBot) -> None:
    post_id = new_draft(screen, qtbot)
    screen.editor.discard.click()
    assert screen.editor.ask.isVisible()
    screen.editor.ask.yes.click()
    qtbot.waitUntil(lambda: "No drafts yet" in screen.states.words)
    assert stage(database, post_id) is PostStage.DISCARDED


def test_every_control_has_a_name(screen: ComposeScreen, qtbot: QtBot) -> None:
    new_draft(screen, qtbot)
    assert unnamed(screen) == []


def unnamed(screen: QWidget) -> list[str]:
    """Return the controls that a screen reader could not name."""
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit

    kinds = (QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
    found = [w for w in screen.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]
    nameless = [type(w).__name__ for w in found if not w.accessibleName() and not inside_another(w)]
    buttons = [b for b in screen.findChildren(QAbstractButton) if b.isVisible() and not inside_another(b)]
    return nameless + [type(b).__name__ for b in buttons if not (b.accessibleName() or b.text())]


def inside_another(part: QWidget) -> bool:
    """Qt's own parts of a combo box, a date's calendar, a tab bar."""
    return (
        part.objectName().startswith("qt_")
        or "Scroll" in part.objectName()
        or "ToolButton" in type(part).__name__
    )
