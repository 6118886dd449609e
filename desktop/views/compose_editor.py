"""How is one draft edited, saved while it is typed, checked, and submitted?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from desktop import clock
from desktop.models import PostStage
from desktop.publishing import media
from desktop.publishing.drafting import DraftBody
from desktop.publishing.rules import Problem
from desktop.views import compose_work, style
from desktop.views.compose_checks import Checks
from desktop.views.compose_form import Form
from desktop.views.compose_saving import Saving
from desktop.views.compose_work import Opened, Saved
from desktop.views.desk import Desk
from desktop.views.previews import PreviewList
from desktop.views.widgets.ask import Ask
from desktop.views.widgets.image_strip import StripImage
from desktop.views.widgets.labels import Heading, Words
from desktop.views.widgets.screen import words_of

FROZEN = (PostStage.SUBMITTED, PostStage.APPROVED)
DRAW = 120  # ms after the last key until the previews follow


class Editor(QSplitter):
    """One draft. Signals: ``left()`` when it was submitted or discarded; ``unsaved_stays()`` when a save failed."""

    left = Signal()
    unsaved_stays = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.post_id = 0
        self._saving: Saving[DraftBody] | None = None
        self._places = QSettings(str(desk.data / "compose.ini"), QSettings.Format.IniFormat)
        self.form, self.checks, self.previews = Form(desk.zone), Checks(), PreviewList()
        self.ask, self.status = Ask(), Words()
        self.submit = _button(self.tr("Submit for approval"), "primary", self.tr("Ctrl+Return"))
        self.discard = _button(self.tr("Discard"), "danger", "")
        self._lay_out()
        self._draw = QTimer(self, singleShot=True, interval=DRAW)
        self._draw.timeout.connect(self._draw_previews)
        self._connect()

    # Opening and leaving

    def show_draft(self, opened: Opened) -> None:
        """Show a draft where the cursor was left."""
        self.post_id = opened.post_id
        self.ask.dismiss()
        self.form.show_body(opened.body, opened.accounts)
        self._start_saving(opened.post_id)
        self._freeze(opened.stage)
        self.checks.show_problems(opened.problems)
        self._draw_previews()
        self._read_pictures()
        self._return_cursor()
        self._places.setValue("open", opened.post_id)

    def settle(self, then: Callable[[], None]) -> None:
        """Save what is open, then call ``then``."""
        if self._saving is None:
            then()
        else:
            self._keep_cursor()
            self._saving.settle(then)

    def last_open(self) -> int:
        """Return the draft that was open when the program last ran, 0 for none."""
        return int(str(self._places.value("open", 0)))

    def hideEvent(self, event: QHideEvent) -> None:
        # Leaving the screen, signing out and closing the window all come through here.
        if self._saving is not None:
            self._keep_cursor()
            self._saving.flush()
        super().hideEvent(event)

    def _leave(self) -> None:
        if self._saving is not None:
            self._saving.forget()
        self._saving, self.post_id = None, 0
        self.ask.dismiss()
        self._desk.changes.tell("posts")
        self.left.emit()

    # Saving

    def _start_saving(self, post_id: int) -> None:
        if self._saving is not None:
            self._saving.forget()
            self._saving.deleteLater()
        write = partial(compose_work.save, self._desk.database, self._desk.by, post_id)
        self._saving = Saving(self._desk.tasks, self.form.body, write, self)
        self._saving.unsaved.connect(self._say_unsaved)
        self._saving.saved.connect(self._say_saved)
        self._saving.failed.connect(self._say_not_saved)
        self.status.say(self.tr("Everything is saved"), "muted")

    @Slot()
    def _edited(self) -> None:
        if self._saving is not None:
            self._saving.touch()
        self._draw.start()

    @Slot()
    def _say_unsaved(self) -> None:
        self.status.say(self.tr("Not saved yet"), "warning")

    @Slot(object)
    def _say_saved(self, saved: Saved) -> None:
        at = clock.wall(saved.at, self._desk.zone)
        self.status.say(self.tr("Saved {time}").format(time=f"{at:%H:%M:%S}"), "ok")
        self.checks.show_problems(saved.problems)
        self._keep_cursor()
        self._desk.changes.tell("posts")

    @Slot(object)
    def _say_not_saved(self, error: Exception) -> None:
        self.status.say(self.tr("Not saved. {reason}").format(reason=words_of(error)), "danger")
        self.submit.setEnabled(True)
        self.unsaved_stays.emit()

    def _keep_cursor(self) -> None:
        key, edit = self.form.texts.current_edit()
        self._places.setValue(f"cursor/{self.post_id}", f"{key}:{edit.textCursor().position()}")

    def _return_cursor(self) -> None:
        key, _, position = str(self._places.value(f"cursor/{self.post_id}", "0:0")).partition(":")
        edit = self.form.texts.turn_to(int(key or 0))
        cursor = edit.textCursor()
        cursor.setPosition(min(int(position or 0), edit.document().characterCount() - 1))
        edit.setTextCursor(cursor)
        edit.setFocus()

    # A post that waits or is approved

    def _freeze(self, stage: PostStage) -> None:
        frozen = stage in FROZEN
        self.form.set_frozen(frozen)
        self.submit.setEnabled(not frozen)
        if not frozen:
            return
        words = self.tr(
            "This post is approved. Editing it voids the approval and takes it out of the schedule: "
            "it must be submitted and approved again."
        )
        if stage is PostStage.SUBMITTED:
            words = self.tr("This post waits for approval. If you edit it, it must be submitted again.")
        self.ask.ask(words, self.tr("Edit it"), self.tr("Leave it as it is"), self._unfreeze)

    def _unfreeze(self, _reason: str) -> None:
        work = partial(compose_work.edit, self._desk.database, self._desk.by, self.post_id)
        self._desk.tasks.run(work, self._thawed, self._ask_failed)

    def _thawed(self, opened: Opened) -> None:
        self._desk.changes.tell("posts")
        self.show_draft(opened)

    def _ask_failed(self, error: Exception) -> None:
        self.ask.fail(words_of(error))

    # Images

    def _read_pictures(self) -> None:
        for media_id in self.form.images.missing():
            work = partial(compose_work.read_picture, self._desk.database, media_id)
            self._desk.tasks.run(work, partial(self._show_picture, media_id))

    def _show_picture(self, media_id: int, picture: QImage) -> None:
        self.form.images.set_picture(media_id, picture)
        self._draw_previews()

    @Slot(list)
    def _take_files(self, files: list[Path]) -> None:
        for file in files:
            self._take(partial(media.clean_file, file), file.name)

    @Slot(bytes, str)
    def _take_picture(self, content: bytes, name: str) -> None:
        self._take(partial(media.clean, content, filename=name), name)

    def _take(self, clean: Callable[[], media.CleanImage], name: str) -> None:
        self.form.images.trouble.say("")
        work = partial(compose_work.store_image, self._desk.database, self._desk.by, clean, name)
        self._desk.tasks.run(work, partial(self._took, self.post_id), self._not_taken)

    def _took(self, post_id: int, stored: tuple[int, QImage]) -> None:
        if post_id == self.post_id:
            self.form.images.append(StripImage(stored[0], "", stored[1]))

    def _not_taken(self, error: Exception) -> None:
        self.form.images.trouble.say(words_of(error), "danger")

    # Deciding

    @Slot()
    def submit_draft(self) -> None:
        """Save, then submit for approval."""
        if self._saving is not None and self.submit.isEnabled():
            self.submit.setEnabled(False)
            self.settle(self._submit_now)

    def _submit_now(self) -> None:
        work = partial(compose_work.submit, self._desk.database, self._desk.by, self.post_id)
        self._desk.tasks.run(work, self._submitted, self._refused)

    def _submitted(self, _version_id: int) -> None:
        self._desk.notices.say(self.tr("Submitted. It goes out once a second person has approved it."))
        self._leave()

    def _refused(self, error: Exception) -> None:
        self.submit.setEnabled(True)
        self._desk.notices.failed(error)

    @Slot()
    def ask_to_discard(self) -> None:
        self.ask.ask(
            self.tr("Discard this draft? It leaves the list; what was recorded of it is kept."),
            self.tr("Discard"),
            self.tr("Keep it"),
            self._discard,
        )

    def _discard(self, _reason: str) -> None:
        work = partial(compose_work.discard, self._desk.database, self._desk.by, self.post_id)
        self._desk.tasks.run(work, lambda _none: self._leave(), self._ask_failed)

    @Slot(object)
    def _lead_to(self, problem: Problem) -> None:
        self.form.focus_on(problem.field, problem.account_id)

    @Slot()
    def _draw_previews(self) -> None:
        self.previews.show_previews(self.form.previews())

    # The parts

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.images.files_given.connect(self._take_files)
        self.form.images.picture_given.connect(self._take_picture)
        self.checks.asked.connect(self._lead_to)
        self.submit.clicked.connect(self.submit_draft)
        self.discard.clicked.connect(self.ask_to_discard)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self, self.submit_draft)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        self.setChildrenCollapsible(False)
        for part, least in ((self._left(), 460), (self._right(), 280)):
            part.setMinimumWidth(least)
            self.addWidget(part)
        self.setSizes([570, 366])

    def _left(self) -> QWidget:
        foot = QHBoxLayout()
        foot.setContentsMargins(style.GAP * 2, style.GAP, style.GAP * 2, style.GAP)
        foot.setSpacing(style.GAP)
        foot.addWidget(self.status, 1)
        foot.addWidget(self.discard)
        foot.addWidget(self.submit)
        left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.ask)
        box.addWidget(scrolled(self.form), 1)
        box.addLayout(foot)
        return left

    def _right(self) -> QWidget:
        right = QWidget()
        box = QVBoxLayout(right)
        box.setContentsMargins(style.GAP, style.GAP * 2, style.GAP * 2, style.GAP)
        box.setSpacing(style.GAP)
        box.addWidget(self.checks)
        box.addWidget(Heading(self.tr("How it will look"), size=1.15))
        box.addWidget(scrolled(self.previews), 1)
        return right


def scrolled(part: QWidget) -> QScrollArea:
    """Return a frameless area that scrolls ``part`` up and down only."""
    area = QScrollArea()
    area.setWidget(part)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setStyleSheet("QScrollArea { border: none; }")
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _button(words: str, kind: str, keys: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("kind", kind)
    button.setToolTip(f"{words} ({keys})" if keys else words)
    return button
