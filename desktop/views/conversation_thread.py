"""How are a conversation's messages, notes and handovers laid out, as plain text and nothing else?

One document holds them all, so that five hundred messages cost one widget. Text is inserted as text:
nothing in it is ever read as markup, and nothing is ever fetched.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop import clock
from desktop.contact_centre.handover import HandoverRow
from desktop.inbox.rows import MessageRow, NoteRow, Thread
from desktop.models import Attention
from desktop.views import conversation_words as words
from desktop.views import style
from desktop.views.conversation_alarm import TAKEN
from desktop.views.inbox_rows import attention_tone

NEWEST = 60  # messages laid out at first; earlier ones on request
EARLIER = "earlier:"
WEB = "open:"


@dataclass(frozen=True)
class Part:
    """One thing in the order of time."""

    at: datetime
    what: MessageRow | NoteRow | HandoverRow


class ThreadText(QTextBrowser):
    """The conversation, oldest first. Signals: ``link_asked(str url)`` when a person chooses a link."""

    link_asked = Signal(str)

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._thread: Thread | None = None
        self._handovers: tuple[HandoverRow, ...] = ()
        self._all = False
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(self.tr("Messages"))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(self._clicked)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        return None  # whatever asks for it: nothing is fetched

    @property
    def at_end(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - 4

    def show_thread(self, thread: Thread, handovers: tuple[HandoverRow, ...], *, anew: bool) -> None:
        """Show a conversation; ``anew`` from its end, else without moving what is read."""
        before = self._thread
        if not anew and before is not None and (before, self._handovers) == (thread, handovers):
            return
        self._thread, self._handovers = thread, handovers
        if anew:
            self._all = False
        from_top = self.verticalScrollBar().value()
        self._write()
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if anew else from_top)

    def to_end(self) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._thread is not None:
            place = self.verticalScrollBar().value()
            self._write()
            self.verticalScrollBar().setValue(place)

    @Slot(QUrl)
    def _clicked(self, address: QUrl) -> None:
        asked = address.toString(QUrl.ComponentFormattingOption.FullyDecoded)
        if asked == EARLIER:
            self._show_earlier()
        elif asked.startswith(WEB) and self._thread is not None:
            number, _, at = asked.removeprefix(WEB).partition("-")
            message = next(m for m in self._thread.messages if m.id == int(number))
            self.link_asked.emit(message.links[int(at)].url)

    def _show_earlier(self) -> None:
        """Lay the earlier ones out above; what is read stays where it is."""
        self._all = True
        bar = self.verticalScrollBar()
        below = bar.maximum() - bar.value()
        self._write()
        bar.setValue(bar.maximum() - below)

    # Writing

    def _write(self) -> None:
        if self._thread is None:
            return
        self.setUpdatesEnabled(False)
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        messages = self._thread.messages if self._all else self._thread.messages[-NEWEST:]
        self._say_earlier(cursor, len(self._thread.messages) - len(messages))
        for part in self._parts(messages):
            self._frame(cursor, part)
        cursor.endEditBlock()
        self.setUpdatesEnabled(True)

    def _parts(self, messages: tuple[MessageRow, ...]) -> list[Part]:
        since = messages[0].received_at if messages and not self._all else None
        assert self._thread is not None
        found = [Part(message.received_at, message) for message in messages]
        found += [Part(note.at, note) for note in self._thread.notes if since is None or note.at >= since]
        found += [Part(row.created_at, row) for row in self._handovers]
        return sorted(found, key=lambda part: part.at)

    def _say_earlier(self, cursor: QTextCursor, hidden: int) -> None:
        if not hidden and not (self._thread and self._thread.earlier):
            cursor.setBlockFormat(_gap())
        if hidden:
            shape = _shape("accent", underlined=True)
            shape.setAnchor(True)
            shape.setAnchorHref(EARLIER)
            cursor.insertText(self.tr("Show {count} earlier messages").format(count=hidden), shape)
        elif self._thread is not None and self._thread.earlier:
            told = self.tr("{count} older messages are stored and not shown here.")
            cursor.insertText(told.format(count=self._thread.earlier), _shape("muted"))

    def _frame(self, cursor: QTextCursor, part: Part) -> None:
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertFrame(_frame_of(part.what))
        cursor.setBlockFormat(_block())
        if isinstance(part.what, MessageRow):
            self._message(cursor, part.what)
        elif isinstance(part.what, NoteRow):
            self._note(cursor, part.what)
        else:
            self._handover(cursor, part.what)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setBlockFormat(_gap())

    def _message(self, cursor: QTextCursor, message: MessageRow) -> None:
        self._line(cursor, self._head(message), "muted", first=True)
        if words.flags(message):
            self._line(cursor, words.flags(message), attention_tone(message.attention), bold=True)
        self._text(cursor, message)
        for at, link in enumerate(message.links):
            self._link(cursor, f"{WEB}{message.id}-{at}", link.text, link.url)
        for attachment in message.attachments:
            told = self.tr("Attachment, not fetched: {words}").format(words=words.isolated(attachment))
            self._line(cursor, told, "muted")
        for reason in words.reasons(message):
            self._line(cursor, reason, attention_tone(message.attention))

    def _head(self, message: MessageRow) -> str:
        who = message.author_name or message.author_handle
        parts = [
            words.isolated(who) if not message.outgoing else self.tr("The force"),
            "" if message.outgoing else words.kind(message),
            message.language,
            words.received(message, self._zone),
        ]
        return "  ·  ".join(part for part in parts if part)

    def _text(self, cursor: QTextCursor, message: MessageRow) -> None:
        cursor.insertBlock(_block(of_people=True), QTextCharFormat())
        for piece in words.pieces(message):
            shape = _shape("accent" if piece.url else "text", underlined=bool(piece.url))
            if piece.raised:
                shape.setBackground(style.color("highlight"))
                shape.setForeground(style.color("text"))
                shape.setFontWeight(QFont.Weight.Bold)
            if piece.url:
                at = next(at for at, link in enumerate(message.links) if link.url == piece.url)
                shape.setAnchor(True)
                shape.setAnchorHref(f"{WEB}{message.id}-{at}")
            cursor.insertText(piece.text, shape)

    def _link(self, cursor: QTextCursor, target: str, text: str, url: str) -> None:
        leads = self.tr("Link to {host}").format(host=words.host(url))
        shown = " ".join(text.split())
        cursor.insertBlock(_block(), QTextCharFormat())
        shape = _shape("accent", underlined=True, small=True)
        shape.setAnchor(True)
        shape.setAnchorHref(target)
        cursor.insertText(leads, shape)
        if shown and shown not in url:
            told = self.tr("  shown as {text}").format(text=words.isolated(shown))
            cursor.insertText(told, _shape("muted", small=True))

    def _note(self, cursor: QTextCursor, note: NoteRow) -> None:
        head = self.tr("Note by {name}  ·  {time}  ·  for colleagues, never sent")
        told = head.format(name=words.isolated(note.by_name), time=clock.shown(note.at, self._zone))
        self._line(cursor, told, "muted", first=True)
        cursor.insertBlock(_block(of_people=True), QTextCharFormat())
        cursor.insertText(note.text, _shape("text"))

    def _handover(self, cursor: QTextCursor, row: HandoverRow) -> None:
        told = self.tr("Handed over to the contact centre  ·  {time}")
        self._line(cursor, told.format(time=clock.shown(row.created_at, self._zone)), "muted", first=True)
        self._line(cursor, row.words, "text", bold=True, small=False)

    @staticmethod
    def _line(
        cursor: QTextCursor,
        told: str,
        tone: str,
        *,
        first: bool = False,
        bold: bool = False,
        small: bool = True,
    ) -> None:
        if not first:
            cursor.insertBlock(_block(), QTextCharFormat())
        cursor.insertText(told, _shape(tone, bold=bold, small=small))


def _block(*, of_people: bool = False) -> QTextBlockFormat:
    """Our own lines run from the left; what people wrote runs as its letters do."""
    shape = QTextBlockFormat()
    shape.setTopMargin(2)
    if not of_people:
        shape.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return shape


def _gap() -> QTextBlockFormat:
    shape = QTextBlockFormat()
    shape.setLineHeight(style.GAP, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return shape


def _shape(
    tone: str, *, bold: bool = False, underlined: bool = False, small: bool = False
) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setForeground(style.color(tone))
    shape.setFontUnderline(underlined)
    if bold:
        shape.setFontWeight(QFont.Weight.DemiBold)
    if small:
        shape.setProperty(QTextCharFormat.Property.FontSizeAdjustment, -1)
    return shape


def _frame_of(what: MessageRow | NoteRow | HandoverRow) -> QTextFrameFormat:
    ground, border, left, right = _look(what)
    frame = QTextFrameFormat()
    frame.setBackground(style.color(ground))
    frame.setBorder(1)
    frame.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    frame.setBorderBrush(QBrush(style.color(border)))
    frame.setPadding(style.GAP)
    frame.setMargin(0)
    frame.setTopMargin(0)
    frame.setBottomMargin(0)
    frame.setLeftMargin(left)
    frame.setRightMargin(right)
    return frame


def _look(what: MessageRow | NoteRow | HandoverRow) -> tuple[str, str, int, int]:
    """Return ground, border and margins: ours stand to the right, and every kind also says what it is."""
    if isinstance(what, NoteRow):
        return "warning_surface", "warning", 0, 0
    if isinstance(what, HandoverRow):
        if what.state in TAKEN:
            return "ok_surface", "ok", 0, 0
        return "danger_surface" if what.life_at_risk else "raised", "danger", 0, 0
    if what.outgoing:
        return "raised", "border", 80, 0
    border = {Attention.LIFE_AT_RISK: "danger", Attention.URGENT: "warning"}.get(what.attention, "border")
    return "surface", border, 0, 80
