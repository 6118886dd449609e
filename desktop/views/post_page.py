"""What happened to one post: what it said, who decided, where it went, every attempt?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.models import Act, PostStage, PublicationState
from desktop.publishing import page
from desktop.publishing.schedule import PublicationRow
from desktop.views import post_page_work, style
from desktop.views.compose_editor import scrolled
from desktop.views.desk import Desk
from desktop.views.post_page_deliveries import Deliveries
from desktop.views.post_page_versions import Versions
from desktop.views.queue_acts import Acts
from desktop.views.queue_deeds import UNSENT
from desktop.views.stages import stage_name, stage_tone
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.labels import Heading, Words
from desktop.views.widgets.screen import Screen, States

S = PublicationState


class PostPage(Screen):
    """One post's own page."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = self.tr("Post")
        self._post_id = 0
        self.page: page.PostPage | None = None
        self.acts = Acts(desk, self)
        self.heading, self.stage = Heading(), Words()
        self.deliveries = Deliveries(desk.by, self.acts, desk.zone)
        self.versions = Versions(desk.zone)
        self.back = QPushButton(self.tr("Back to the queue"))
        self.edit = QPushButton(self.tr("Edit again"))
        self.time = QPushButton(self.tr("Choose a new time"))
        self.withdraw = QPushButton(self.tr("Withdraw"))
        self._lay_out()
        self._connect()

    @Slot(int)
    def open(self, post_id: int) -> None:
        """Show another post."""
        if post_id != self._post_id:
            self._post_id, self.page = post_id, None
            self.acts.ask.dismiss()
            # What is offered must never belong to the post that was shown before.
            self.states.empty("", self.tr("Loading…"))
            self.refresh()

    def refresh(self) -> None:
        if self._post_id:
            self.states.loading()
            work = partial(post_page_work.read, self.desk.database, self._post_id)
            self.desk.tasks.run(work, self._show, self.states.failed)

    def _show(self, read: page.PostPage) -> None:
        if read.post_id != self._post_id:
            return
        self.page = read
        self.heading.setText(read.title or self._first_words(read))
        self.stage.say(stage_name(read.stage), stage_tone(read.stage))
        self.deliveries.show_deliveries(read.deliveries)
        self.versions.show_versions(read.versions, read.decisions)
        self._offer([delivery.publication for delivery in read.deliveries], read.stage)
        self.states.ready()

    def _first_words(self, read: page.PostPage) -> str:
        texts = read.versions[0].texts if read.versions else ()
        return texts[0].text[:80] if texts else self.tr("A post that was not submitted yet")

    def _offer(self, rows: list[PublicationRow], stage: PostStage) -> None:
        by, states = self.desk.by, {row.state for row in rows}
        open_again = stage is not PostStage.DISCARDED and S.PUBLISHED not in states
        self.edit.setVisible(by.may(Act.DRAFT) and open_again)
        self.time.setVisible(by.may(Act.SCHEDULE) and bool(states & UNSENT))
        there = {S.PUBLISHED, S.UNCONFIRMED, S.QUESTION}
        self.withdraw.setVisible(by.may(Act.WITHDRAW) and bool(states & there))

    # Acting

    @Slot()
    def go_back(self) -> None:
        self.desk.go("queue")

    @Slot()
    def edit_again(self) -> None:
        """Go to the post in compose, which says first that editing voids the approval."""
        self.desk.go("draft", self._post_id)

    @Slot()
    def choose_time(self) -> None:
        if self.page is not None:
            rows = [delivery.publication for delivery in self.page.deliveries]
            self.acts.ask_new_time(next(row for row in reversed(rows) if row.state in UNSENT))

    @Slot()
    def ask_to_withdraw(self) -> None:
        self.acts.ask_to_withdraw(self._post_id, self.heading.text())

    # The parts

    def _connect(self) -> None:
        self.back.clicked.connect(self.go_back)
        self.edit.clicked.connect(self.edit_again)
        self.time.clicked.connect(self.choose_time)
        self.withdraw.clicked.connect(self.ask_to_withdraw)
        self.states.again.connect(self.refresh)
        self.acts.refused.connect(self.refresh)
        self.follow(self.desk.changes.posts_changed)

    def _lay_out(self) -> None:
        self.withdraw.setProperty("kind", "danger")
        self.edit.setToolTip(self.tr("Editing voids the approval: it must be submitted and approved again."))
        columns = QHBoxLayout()
        columns.setSpacing(style.GAP * 2)
        columns.addWidget(scrolled(self.deliveries), 3)
        columns.addWidget(scrolled(self.versions), 2)
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(style.GAP)
        for part in (self.heading, self.stage, Flow((self.back, self.edit, self.time, self.withdraw))):
            box.addWidget(part)
        box.addLayout(columns, 1)
        self.states = States(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(style.GAP * 2, style.GAP * 2, style.GAP, style.GAP)
        whole.setSpacing(style.GAP)
        whole.addWidget(self.acts.ask)
        whole.addWidget(self.states, 1)
