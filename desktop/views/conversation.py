"""How is one conversation read and acted on, while others act on it too?"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.contact_centre.handover_rows import call_now
from desktop.views import conversation_words, inbox_work, style
from desktop.views.conversation_acts import Acts
from desktop.views.conversation_alarm import Emergency
from desktop.views.conversation_head import Head
from desktop.views.conversation_reply import Reply
from desktop.views.conversation_thread import ThreadText
from desktop.views.desk import Desk
from desktop.views.inbox_kept import Kept
from desktop.views.inbox_work import Opened
from desktop.views.record_form import RecordForm
from desktop.views.widgets.ask import Ask
from desktop.views.widgets.labels import Words
from desktop.views.widgets.screen import States

PACE = 150  # ms between two reads, however much changes


class ConversationPane(QStackedWidget):
    """The conversation that is open, or the form that hands it over.

    Signals: ``read(int id)`` when a person has read it and that is stored.
    """

    read = Signal(int)

    def __init__(self, desk: Desk, kept: Kept, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.kept = desk, kept
        self.opened: Opened | None = None
        self._wanted = 0
        self._read_up_to = 0  # the newest message of the public that the person has seen
        self._seen_edition = 0  # of the conversation as the person read it: a reply answers that
        self._reads = self._shown = 0
        self._behind = self._to_end = False
        self.ask, self.trouble = Ask(), Words()
        self.emergency, self.head = Emergency(), Head(desk.zone, desk.by.id)
        self.acts, self.reply = Acts(desk, kept, self.ask), Reply(desk, kept)
        self.messages, self.new = ThreadText(desk.zone), QPushButton()
        self.form = RecordForm(desk, kept)
        self._pace = QTimer(self, singleShot=True, interval=PACE)
        self._pace.timeout.connect(self._catch_up)
        self._lay_out()
        self._connect()
        self._choose_one()

    @property
    def conversation_id(self) -> int:
        return self._wanted

    # Reading

    @Slot(int)
    def open(self, conversation_id: int) -> None:
        """Show a conversation; that a person read it is recorded once, now."""
        self._wanted = conversation_id
        self.trouble.say("")
        self.setCurrentIndex(0)
        self.states.loading()
        work = partial(inbox_work.read, self.desk.database, self.desk.by, conversation_id)
        self.desk.tasks.run(work, partial(self._show_first, conversation_id), self._failed)

    @Slot()
    def refresh(self) -> None:
        """Read it again without moving what is read; many changes in a row are read together."""
        self._behind = True
        if not self._pace.isActive():
            self._catch_up()

    def _catch_up(self) -> None:
        if self._behind and self._wanted and self.opened is not None:
            self._behind = False
            self._pace.start()
            self._reads += 1
            work = partial(inbox_work.read, self.desk.database, self.desk.by, self._wanted)
            self.desk.tasks.run(work, partial(self._show_again, self._wanted, self._reads))

    def _show_first(self, key: int, opened: Opened) -> None:
        if key != self._wanted:
            return
        self.opened = opened
        self._note_read()
        self._show(anew=True)
        self.states.ready()
        self._record_read()

    def _show_again(self, key: int, read: int, opened: Opened) -> None:
        if key != self._wanted or self.opened is None or self.opened.thread.conversation.id != key:
            return
        if read < self._shown:
            return  # a later read came back before this one
        self.opened, self._shown = opened, read
        if not self._unread():
            self._seen_edition = opened.thread.edition
        self._show(anew=False)
        if self._to_end:  # to the reply that was just stored
            self._to_end = False
            self.messages.to_end()

    def _note_read(self) -> None:
        if self.opened is not None:
            public = [message.id for message in self.opened.thread.messages if not message.outgoing]
            self._read_up_to = max(public, default=0)
            self._seen_edition = self.opened.thread.edition

    def _record_read(self) -> None:
        """Record that a person read it: on opening, and when they go to what came since."""
        work = partial(inbox_work.opened, self.desk.database, self.desk.by, self._wanted)
        self.desk.tasks.run(work, partial(self._recorded, self._wanted))

    def _recorded(self, key: int, _none: None) -> None:
        self.desk.changes.tell("inbox", "alarms")
        self.read.emit(key)

    def _unread(self) -> int:
        if self.opened is None:
            return 0
        messages = self.opened.thread.messages
        return sum(message.id > self._read_up_to for message in messages if not message.outgoing)

    @Slot()
    def read_new(self) -> None:
        """Go to what came since the conversation was opened; only then does it count as read."""
        if self.new.isHidden():
            return
        self._note_read()
        self._say_new()
        self.messages.to_end()
        self.messages.setFocus()
        self._record_read()

    # Showing

    def _show(self, *, anew: bool) -> None:
        if self.opened is None:
            return
        opened, thread = self.opened, self.opened.thread
        self.head.show_thread(thread)
        self.acts.show_thread(thread, thread.edition)
        self.emergency.show_opened(opened, self._call(opened.phone), self.acts.why_not)
        self.messages.show_thread(thread, opened.handovers, anew=anew)
        closed = thread.conversation.close_code and self.tr(
            "This conversation is closed. Reopen it to reply."
        )
        self.reply.show_for(thread.conversation.id, self.acts.why_not or closed)
        self._say_new()

    def _say_new(self) -> None:
        count = self._unread()
        self.new.setText(self.tr("↓ {count} new (Ctrl+Down)").format(count=count))
        self.new.setVisible(count > 0)

    def _call(self, phone: str) -> str:
        return call_now(replace(self.desk.settings, control_room_phone=phone))

    def _choose_one(self) -> None:
        self.states.empty(
            self.tr("No conversation is open"),
            self.tr("Choose one in the list: J and K or the arrow keys move, Return opens."),
        )

    def _failed(self, error: Exception) -> None:
        self.opened = None
        self.states.failed(error)

    # Acting

    @Slot(str)
    def _send(self, text: str) -> None:
        key = self._wanted
        work = partial(inbox_work.reply, self.desk.database, self.desk.by, key, self._seen_edition, text)
        self.desk.tasks.run(work, partial(self._stored, key), self._not_stored)

    def _stored(self, key: int, _none: None) -> None:
        self.reply.sent(key)
        self._to_end = key == self._wanted
        self.desk.changes.tell("inbox", "posts")
        self.refresh()

    def _not_stored(self, error: Exception) -> None:
        self.reply.refused(error)
        self.refresh()

    @Slot(str)
    def _refused(self, words: str) -> None:
        self.trouble.say(words, "danger")
        self.refresh()

    @Slot()
    def _done(self) -> None:
        self.trouble.say("")
        self.refresh()

    @Slot()
    def _kept_as_is(self) -> None:
        self.messages.setFocus()

    @Slot()
    def hand_over(self) -> None:
        """Bring the record form up, filled in as far as it is known."""
        if self.opened is None or not self.acts.hand_over.isEnabled():
            return
        self.ask.dismiss()
        self.setCurrentIndex(1)
        self.form.open(self._wanted)

    @Slot()
    def _back(self) -> None:
        self.setCurrentIndex(0)
        self.messages.setFocus()
        self.refresh()

    @Slot(int)
    def _to_centre(self, handover_id: int) -> None:
        self.desk.go("contact_centre", handover_id)

    @Slot(int)
    def _copy(self, handover_id: int) -> None:
        work = partial(inbox_work.text_for_log, self.desk.database, handover_id)
        self.desk.tasks.run(work, self._copied)

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.desk.notices.say(self.tr("Copied. Paste it into the log."))

    @Slot(str)
    def _ask_to_open(self, url: str) -> None:
        """Show the whole address before anything is opened."""
        if not conversation_words.may_open(url):
            self.trouble.say(
                self.tr("This is not an address of the web and is not opened: {url}").format(url=url),
                "danger",
            )
            return
        words = self.tr("This leads to {host}. Open it in the browser?\n{url}")
        self.ask.ask(
            words.format(host=conversation_words.host(url), url=url),
            self.tr("Open in the browser"),
            self.tr("Do not open"),
            partial(self._open_url, url),
        )
        self.ask.no.setFocus()

    def _open_url(self, url: str, _reason: str) -> None:
        self.ask.dismiss()
        QDesktopServices.openUrl(QUrl(url))

    @Slot()
    def to_reply(self) -> None:
        if self.currentIndex() == 0:
            self.reply.text.setFocus()

    @Slot()
    def send_now(self) -> None:
        """Do what is being written: the record where the form is up, what is asked, else the reply."""
        if self.currentIndex() == 1:
            self.form.hand_over_now()
        elif self.ask.isVisible() and self.ask.isAncestorOf(self.focusWidget() or self):
            self.ask.yes.click()
        else:
            self.reply.send_now()

    @Slot()
    def _again(self) -> None:
        self.open(self._wanted)

    # The parts

    def _connect(self) -> None:
        self.reply.send_asked.connect(self._send)
        self.acts.done.connect(self._done)
        self.acts.refused.connect(self._refused)
        self.ask.no.clicked.connect(self._kept_as_is)
        for asked in (self.acts.hand_over_asked, self.emergency.hand_over_asked):
            asked.connect(self.hand_over)
        self.emergency.centre_asked.connect(self._to_centre)
        self.emergency.copy_asked.connect(self._copy)
        self.messages.link_asked.connect(self._ask_to_open)
        self.new.clicked.connect(self.read_new)
        self.form.handed_over.connect(self._back)
        self.form.left.connect(self._back)
        self.states.again.connect(self._again)

    def _lay_out(self) -> None:
        self.new.setProperty("kind", "primary")
        self.new.setToolTip(self.tr("Read what came since you opened it (Ctrl+Down)"))
        self.new.hide()
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(style.GAP, style.GAP, style.GAP, style.GAP)
        box.setSpacing(style.GAP)
        for part in (self.emergency, self.head, self.acts, self.ask, self.trouble):
            box.addWidget(part)
        box.addWidget(self.messages, 1)
        box.addWidget(self.new)
        box.addWidget(self.reply)
        self.trouble.hide()
        self.states = States(content)
        self.addWidget(self.states)
        self.addWidget(self.form)
