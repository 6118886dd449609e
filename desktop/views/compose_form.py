"""What does one draft consist of, as fields to fill in?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.accounts.rows import AccountRow
from desktop.publishing import rules
from desktop.publishing.drafting import DraftBody, DraftImage
from desktop.views import style
from desktop.views.compose_accounts import AccountChoice
from desktop.views.compose_class import ClassChoice
from desktop.views.compose_texts import SHARED, Texts
from desktop.views.previews import Preview, PreviewImage
from desktop.views.widgets.image_strip import ImageStrip, StripImage
from desktop.views.widgets.labels import Words
from desktop.views.widgets.text_count import TextCount, Used
from desktop.views.widgets.when import When

# By their own names: whoever writes in one of them reads it.
LANGUAGES = {
    "en": "English",
    "cy": "Cymraeg",
    "gd": "Gàidhlig",
    "ga": "Gaeilge",
    "pl": "Polski",
    "ro": "Română",
    "uk": "Українська",
    "ar": "العربية",
    "bn": "বাংলা",
    "gu": "ગુજરાતી",
    "pa": "ਪੰਜਾਬੀ",
    "so": "Soomaali",
    "ur": "اردو",
}

DRAWN = 10_000  # characters of a preview beside the editor; the approver is shown all of it
COUNTED = 50_000  # characters; what is checked before it is submitted is always counted exactly


class Form(QWidget):
    """The fields of a draft. Signals: ``edited()`` at every change a person makes."""

    edited = Signal()

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = DraftBody()
        self.title = QLineEdit()
        self.title.setPlaceholderText(self.tr("Only your team sees it"))
        self.title.setMaxLength(200)
        self.accounts, self.texts, self.count = AccountChoice(), Texts(), TextCount()
        self.images, self.kind, self.when = ImageStrip(), ClassChoice(), When(zone)
        self.language = QComboBox()
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self._lay_out()
        self._connect()

    def body(self) -> DraftBody:
        """Return the draft as it stands in the fields."""
        wall_time, second = self.when.value()
        return replace(
            self._body,
            title=self.title.text(),
            text=self.texts.text(),
            variants=self.texts.variants(),
            accounts=self.accounts.ticked(),
            language=self.language.currentData(),
            images=tuple(DraftImage(image.media_id, image.alt) for image in self.images.images()),
            wall_time=wall_time,
            zone=self.when.wall_time.zone,
            second=second,
            content_class=self.kind.value(),
        )

    def show_body(self, body: DraftBody, accounts: list[AccountRow]) -> None:
        """Show another draft; tells nothing."""
        self._body = body
        with QSignalBlocker(self):
            self.title.setText(body.title)
            self.accounts.show_accounts(accounts, body.accounts)
            self.texts.set_accounts([(row.id, row.handle) for row in self.accounts.chosen()])
            self.texts.set_texts(body.text, body.variants)
            self._show_language(body.language)
            self.images.set_images(tuple(StripImage(image.media_id, image.alt) for image in body.images))
            self.kind.set_value(body.content_class)
            self.when.set_value(body.wall_time, body.second, body.zone)
        self.show_counts()

    def set_frozen(self, frozen: bool) -> None:
        """Let everything be read and nothing be changed."""
        self.texts.set_frozen(frozen)
        self.title.setReadOnly(frozen)
        for part in (self.accounts, self.images, self.kind, self.when, self.language):
            part.setEnabled(not frozen)

    def previews(self) -> list[Preview]:
        """Return what each chosen account would show."""
        images = tuple(
            PreviewImage(self.images.picture(image.media_id), image.alt) for image in self.images.images()
        )
        return [self._preview(row, images) for row in self.accounts.chosen()]

    def _preview(self, row: AccountRow, images: tuple[PreviewImage, ...]) -> Preview:
        """Return what ``row`` would show; of what was pasted by mistake, the beginning: the editor holds it all."""
        text = self.texts.text_of(row.id)
        shown = text if len(text) <= DRAWN else f"{text[:DRAWN]}…"
        return Preview(row.network, row.handle, row.name, shown, images)

    def show_counts(self) -> None:
        """Count the text in front by the rules of the accounts it is for."""
        key, _edit = self.texts.current_edit()
        rows = [row for row in self.accounts.chosen() if key in (SHARED, row.id)]
        counted: dict[tuple[str, object], int] = {}  # by text and rule: three hundred accounts have few
        self.count.show_counts([self._used(row, counted) for row in rows])

    def focus_on(self, field: str, account_id: int | None) -> None:
        """Put the cursor where a problem is."""
        places: dict[str, Callable[[], QWidget]] = {
            "accounts": lambda: self.accounts.list,
            "title": lambda: self.title,
            "language": lambda: self.language,
            "content_class": lambda: self.kind.box,
            "when": lambda: self.when.wall_time.time,
        }
        if field in ("images", "alt", "image"):
            self.images.focus_alt()
            return
        place = places.get(field, lambda: self.texts.turn_to(account_id or SHARED))()
        place.setFocus()

    def _used(self, row: AccountRow, counted: dict[tuple[str, object], int]) -> Used:
        text, able = self.texts.text_of(row.id), row.capabilities
        rule = (text, (able.network, able.url_length))
        if rule not in counted:
            # What is pasted by mistake is not counted letter by letter while the hand waits.
            counted[rule] = len(text) if len(text) > COUNTED else rules.count(text, able).used
        return Used(row.handle, counted[rule], able.max_length)

    def _show_language(self, code: str) -> None:
        if self.language.findData(code) < 0:
            self.language.addItem(code, code)
        self.language.setCurrentIndex(self.language.findData(code))

    def _connect(self) -> None:
        for signal in (
            self.title.textEdited,
            self.texts.edited,
            self.images.changed,
            self.kind.changed,
            self.when.changed,
        ):
            signal.connect(self._edited)
        self.language.activated.connect(self._edited)
        self.accounts.changed.connect(self._accounts_changed)
        self.texts.given.connect(self.images.take)
        self.texts.turned.connect(self._turned)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(style.GAP * 2, style.GAP, style.GAP * 2, style.GAP * 2)
        column.setSpacing(style.GAP // 2)
        for words, part in (
            (self.tr("&Title"), self.title),
            (self.tr("&Accounts"), self.accounts),
            (self.tr("Te&xt"), self.texts),
            ("", self.count),
            (self.tr("&Images"), self.images),
            (self.tr("&Language"), self.language),
            (self.tr("&Kind of content"), self.kind),
            (self.tr("&When"), self.when),
        ):
            if words:
                column.addSpacing(style.GAP)
                column.addWidget(_label(words, part))
            column.addWidget(part)
        column.addStretch(1)

    @Slot()
    def _edited(self) -> None:
        self.show_counts()
        self.edited.emit()

    @Slot()
    def _accounts_changed(self) -> None:
        self.texts.set_accounts([(row.id, row.handle) for row in self.accounts.chosen()])
        self._edited()

    @Slot(int)
    def _turned(self, _account_id: int) -> None:
        self.show_counts()


def _label(words: str, part: QWidget) -> QLabel:
    label = Words(words)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    first = {
        AccountChoice: "list",
        Texts: "shared",
        ImageStrip: "add",
        ClassChoice: "box",
        When: "at_once",
    }.get(type(part))
    buddy = getattr(part, first) if first else part
    label.setBuddy(buddy)
    if not buddy.accessibleName():
        buddy.setAccessibleName(words.replace("&", ""))
    return label
