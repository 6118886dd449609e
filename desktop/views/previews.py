"""How will the post look on each network, drawn from plain text alone?"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.networks import facets
from desktop.networks.protocol import NetworkName
from desktop.views import style
from desktop.views.widgets.labels import Elided, Words, tip
from desktop.views.widgets.spans import Span, SpanText

# What Mastodon's own page marks; a link is shown without its scheme, cut after 30 characters.
_MASTODON = re.compile(
    r"(?P<link>https?://[^\s<>]+[^\s<>.,;:!?'\")])"
    r"|(?<![\w/@])(?P<mention>@\w[\w.-]*\w(?:@[\w-]+(?:\.[\w-]+)+)?|@\w)"
    r"|(?<![\w/&])(?P<tag>#(?=\w*[^\W\d])\w+)"
)
_SCHEME = re.compile(r"^https?://(?:www\.)?")
SHOWN_LINK = 30  # characters
BAND = 130  # pixels: how tall images stand in a preview


AT_ONCE = 0.03  # seconds of drawing before the hand at the keyboard is let in


@dataclass(frozen=True)
class PreviewImage:
    picture: QImage | None  # None while it is being read
    alt: str


@dataclass(frozen=True)
class Preview:
    """What one account will show."""

    network: NetworkName
    handle: str
    name: str
    text: str
    images: tuple[PreviewImage, ...] = ()
    note: str = ""


def marked(network: NetworkName, text: str) -> tuple[Span, ...]:
    """Split ``text`` into plain parts and the links, mentions and tags that ``network`` would mark."""
    return tuple(_bluesky(text) if network is NetworkName.BLUESKY else _mastodon(text))


def _mastodon(text: str) -> Iterable[Span]:
    at = 0
    for match in _MASTODON.finditer(text):
        yield Span(text[at : match.start()])
        yield Span(_shortened(match[0]) if match["link"] else match[0], "link")
        at = match.end()
    yield Span(text[at:])


def _shortened(link: str) -> str:
    bare = _SCHEME.sub("", link)
    return bare if len(bare) <= SHOWN_LINK else bare[:SHOWN_LINK] + "…"


def _bluesky(text: str) -> Iterable[Span]:
    data, at = text.encode(), 0
    for facet in facets.find(text):
        yield Span(data[at : facet.start].decode())
        yield Span(data[facet.start : facet.end].decode(), "link")
        at = facet.end
    yield Span(data[at:].decode())


class PreviewCard(QFrame):
    """One account's post, as its network lays it out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.badge = _Badge()
        self.name, self.handle = Elided(), Elided(tone="muted")
        self.text = SpanText()
        self.pictures = _Pictures()
        self.note = Words(tone="muted")
        self._lay_out()

    def show_preview(self, preview: Preview) -> None:
        network = preview.network.value.capitalize()
        self.setAccessibleName(
            self.tr("Preview on {network}, {handle}").format(network=network, handle=preview.handle)
        )
        self.name.setText(preview.name or preview.handle)
        self.handle.setText(f"{preview.handle} · {network}")
        self.badge.show_name(preview.name or preview.handle)
        self.text.show_spans(marked(preview.network, preview.text) if preview.text else (Span("…"),))
        self.text.setAccessibleName(self.tr("Text"))
        self.pictures.show_pictures(preview.images)
        self.note.say(preview.note, "muted")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(style.color("border"))
        painter.setBrush(style.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _lay_out(self) -> None:
        bold = self.name.font()
        bold.setBold(True)
        self.name.setFont(bold)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self.handle)
        top = QHBoxLayout()
        top.setSpacing(style.GAP)
        top.addWidget(self.badge)
        top.addLayout(names, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(style.GAP)
        box.addLayout(top)
        box.addWidget(self.text)
        box.addWidget(self.pictures)
        box.addWidget(self.note)


class PreviewList(QWidget):
    """A preview for each account, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[PreviewCard] = []
        self._left: deque[tuple[PreviewCard, Preview]] = deque()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._draw)
        self._empty = Words(self.tr("Choose an account to see how the post will look there."), tone="muted")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(style.GAP)
        self._box.addWidget(self._empty)
        self._box.addStretch(1)

    def show_previews(self, previews: Iterable[Preview]) -> None:
        wanted = list(previews)
        while len(self._cards) < len(wanted):
            self._cards.append(PreviewCard())
            self._box.insertWidget(self._box.count() - 1, self._cards[-1])
        for card in self._cards[len(wanted) :]:
            card.hide()
        self._empty.setVisible(not wanted)
        self._left = deque(zip(self._cards, wanted, strict=False))
        self._draw()
        for card, _preview in self._left:
            card.hide()  # it still shows what was here before

    @Slot()
    def _draw(self) -> None:
        """Draw what is left, as far as ``AT_ONCE`` goes; three hundred accounts take several turns."""
        until = monotonic() + AT_ONCE
        while self._left and monotonic() < until:
            card, preview = self._left.popleft()
            card.show_preview(preview)
            card.show()
        if self._left:
            self._turn.start()


class _Badge(QWidget):
    """A round mark with the account's first letter: avatars are not fetched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = ""
        self.setFixedSize(34, 34)

    def show_name(self, name: str) -> None:
        letters = [c for c in name if c.isalnum()]
        self._letter = letters[0].upper() if letters else "?"
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color("accent"))
        painter.drawEllipse(self.rect())
        painter.setPen(style.color("accent_text"))
        painter.setFont(style.title_font(self.font(), size=1.1))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._letter)


class _Pictures(QWidget):
    """The images side by side, each with its description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(style.GAP // 2)
        self._shown: tuple[PreviewImage, ...] = ()
        self._tiles: list[_Tile] = []

    def show_pictures(self, images: tuple[PreviewImage, ...]) -> None:
        self.setVisible(bool(images))
        if images == self._shown:
            return
        self._shown = images
        while len(self._tiles) < len(images):
            place = len(self._tiles)
            self._tiles.append(_Tile())
            self._grid.addWidget(self._tiles[-1], place // 2, place % 2)
        for tile, image in zip(self._tiles, images, strict=False):
            tile.show_image(image)
            tile.show()
        for tile in self._tiles[len(images) :]:
            tile.hide()


class _Tile(QWidget):
    """One image cut to a band, and its description below: as networks show it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.band = _Band()
        self.alt = Words(tone="muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.band)
        box.addWidget(self.alt, 1, Qt.AlignmentFlag.AlignTop)

    def show_image(self, image: PreviewImage) -> None:
        self.band.show_picture(image.picture)
        self.band.setAccessibleName(image.alt)
        self.band.setToolTip(tip(image.alt))
        alt = self.tr("ALT  {alt}").format(alt=image.alt)
        self.alt.say(alt if image.alt.strip() else self.tr("No description yet"))
        self.alt.say(self.alt.text(), "muted" if image.alt.strip() else "danger")


class _Band(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QImage | None = None
        self.setFixedHeight(BAND)

    def show_picture(self, picture: QImage | None) -> None:
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(BAND, BAND)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setClipPath(frame)
        painter.fillRect(self.rect(), QColor(style.color("raised")))
        if self._picture is None or self._picture.isNull():
            painter.setPen(style.color("muted"))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.tr("Loading"))
            return
        painter.drawImage(QRectF(self.rect()), self._picture, _middle(self._picture, self.rect().size()))


def _middle(picture: QImage, frame: QSize) -> QRectF:
    """Return the part of ``picture`` that fills ``frame``: its middle, nothing stretched."""
    size = QSize(frame).scaled(picture.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (picture.width() - size.width()) / 2, (picture.height() - size.height()) / 2
    return QRectF(left, top, size.width(), size.height())
