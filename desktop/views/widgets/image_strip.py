"""Which images go with the post, in which order, and what do they say to people who cannot see them?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QImageWriter, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.views import style
from desktop.views.widgets.labels import Words

THUMB = QSize(112, 84)


@dataclass(frozen=True)
class StripImage:
    """A stored image with its description; ``picture`` is None until it has been read."""

    media_id: int
    alt: str
    picture: QImage | None = None


def pasted_images(data: QMimeData) -> list[tuple[bytes, str]]:
    """Return the picture on the clipboard as PNG bytes with a name; [] where there is none."""
    image = data.imageData() if data.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return []
    stored = QByteArray()
    buffer = QBuffer(stored)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return [(bytes(stored.data()), "pasted.png")]


def dropped_files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class ImageCard(QFrame):
    """One image: its thumbnail, its description, and its place. Signals as of the strip."""

    described = Signal()

    def __init__(self, image: StripImage, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = image
        self.picture = QLabel()
        self.picture.setFixedSize(THUMB)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.alt = QPlainTextEdit(image.alt)
        self.alt.setTabChangesFocus(True)
        self.alt.setFixedHeight(THUMB.height())
        self.alt.setPlaceholderText(self.tr("Describe the image for people who cannot see it."))
        self.alt.setAccessibleName(self.tr("Description of image {number}").format(number=number))
        self.alt.textChanged.connect(self.described)
        self.up, self.down = QPushButton(self.tr("Earlier")), QPushButton(self.tr("Later"))
        self.remove = QPushButton(self.tr("Remove"))
        for button in (self.up, self.down, self.remove):
            name = self.tr("{act} (image {number})").format(act=button.text(), number=number)
            button.setAccessibleName(name)
        self._lay_out()
        self.show_picture()

    def show_picture(self) -> None:
        if self.image.picture is None:
            self.picture.setText(self.tr("Loading"))
            return
        pixmap = QPixmap.fromImage(self.image.picture)
        mode = Qt.TransformationMode.SmoothTransformation
        self.picture.setPixmap(pixmap.scaled(THUMB, Qt.AspectRatioMode.KeepAspectRatio, mode))
        self.picture.setAccessibleName(self.alt.toPlainText())

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(style.GAP)
        grid.addWidget(self.picture, 0, 0)
        grid.addWidget(self.alt, 0, 1)
        column = QVBoxLayout()
        column.setSpacing(2)
        for button in (self.up, self.down, self.remove):
            column.addWidget(button)
        grid.addLayout(column, 0, 2)
        grid.setColumnStretch(1, 1)


class ImageStrip(QWidget):
    """The post's images in order.

    Signals: ``changed()`` when order or a description changed; ``files_given(list[Path])`` and
    ``picture_given(bytes, str name)`` for what should be cleaned and stored.
    """

    changed = Signal()
    files_given = Signal(list)
    picture_given = Signal(bytes, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[ImageCard] = []
        self._pictures: dict[int, QImage] = {}
        self.setAcceptDrops(True)
        self.add = QPushButton(self.tr("Add images…"))
        self.add.clicked.connect(self._choose_files)
        self.words = Words(self.tr("Or drop them here, or paste one into the text."), tone="muted")
        self.trouble = Words()
        self.trouble.hide()
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.words, 1)
        self._box = QVBoxLayout()
        self._box.setSpacing(style.GAP)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(style.GAP)
        whole.addLayout(self._box)
        whole.addWidget(self.trouble)
        whole.addLayout(row)

    def images(self) -> tuple[StripImage, ...]:
        return tuple(replace(card.image, alt=card.alt.toPlainText()) for card in self._cards)

    def missing(self) -> list[int]:
        """Return the ids whose picture has not been read yet."""
        return [card.image.media_id for card in self._cards if card.image.picture is None]

    def picture(self, media_id: int) -> QImage | None:
        return self._pictures.get(media_id)

    def set_images(self, images: tuple[StripImage, ...]) -> None:
        """Show ``images``; tells nothing."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []
        for number, image in enumerate(images, 1):
            known = image.picture or self._pictures.get(image.media_id)
            self._add_card(replace(image, picture=known), number)
        self._mark_ends()

    def append(self, image: StripImage) -> None:
        if image.picture is not None:
            self._pictures[image.media_id] = image.picture
        self._add_card(image, len(self._cards) + 1)
        self._mark_ends()
        self._cards[-1].alt.setFocus()
        self.changed.emit()

    def set_picture(self, media_id: int, picture: QImage) -> None:
        self._pictures[media_id] = picture
        for card in self._cards:
            if card.image.media_id == media_id:
                card.image = replace(card.image, picture=picture)
                card.show_picture()

    def focus_alt(self) -> None:
        """Put the cursor into the first image without a description."""
        empty = [card for card in self._cards if not card.alt.toPlainText().strip()]
        (empty[0].alt if empty else self._cards[0].alt if self._cards else self.add).setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(event.mimeData())
        event.acceptProposedAction()

    def take(self, data: QMimeData) -> bool:
        """Take files or a picture that was dropped or pasted; False where there is none."""
        files = dropped_files(data)
        if files:
            self.files_given.emit(files)
        pictures = [] if files else pasted_images(data)
        for content, name in pictures:
            self.picture_given.emit(content, name)
        return bool(files or pictures)

    def _add_card(self, image: StripImage, number: int) -> None:
        card = ImageCard(image, number)
        card.described.connect(self.changed)
        card.up.clicked.connect(self._later(lambda: self._move(card, -1)))
        card.down.clicked.connect(self._later(lambda: self._move(card, 1)))
        card.remove.clicked.connect(self._later(lambda: self._remove(card)))
        self._cards.append(card)
        self._box.addWidget(card)

    def _later(self, act: Callable[[], None]) -> Callable[[], None]:
        # The button that was pressed is among the cards that are made anew.
        return lambda: QTimer.singleShot(0, self, act)

    def _move(self, card: ImageCard, by: int) -> None:
        images, at = list(self.images()), self._cards.index(card)
        images.insert(at + by, images.pop(at))
        self.set_images(tuple(images))
        self._cards[at + by].alt.setFocus()
        self.changed.emit()

    def _remove(self, card: ImageCard) -> None:
        images, at = list(self.images()), self._cards.index(card)
        del images[at]
        self.set_images(tuple(images))
        self.add.setFocus()
        self.changed.emit()

    def _mark_ends(self) -> None:
        for at, card in enumerate(self._cards):
            card.up.setEnabled(at > 0)
            card.down.setEnabled(at < len(self._cards) - 1)

    @Slot()
    def _choose_files(self) -> None:
        dialog = QFileDialog(self, self.tr("Add images"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(self.tr("Images (*.jpg *.jpeg *.png *.gif *.webp);;All files (*)"))
        dialog.filesSelected.connect(self._files_chosen)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot(list)
    def _files_chosen(self, names: list[str]) -> None:
        self.files_given.emit([Path(name) for name in names])
