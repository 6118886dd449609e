"""What is being held, what had already gone, and how is each released?"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.publishing.schedule import PublicationRow
from desktop.views import style
from desktop.views.stages import state_name, state_tone
from desktop.views.widgets.labels import Heading, Words
from desktop.views.widgets.post_card import Card, CardList


class HoldPanel(QWidget):
    """The holds in force, the held publications, and what had gone before the hold.

    Signals: ``release_asked(int publication_id)``; ``lift_asked()``; ``opened(int publication_id)``.
    """

    release_asked = Signal(int)
    lift_asked = Signal()

    def __init__(self, may_release: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_release = may_release
        self.words = Words(tone="warning")
        self.held = CardList(self.tr("Held"))
        self.release = QPushButton(self.tr("Release individually"))
        self.lift = QPushButton(self.tr("Lift the hold"))
        self.rights = Words(self.tr("A head of comms lifts and releases."), tone="muted")
        self.gone_words, self.gone = Words(), CardList(self.tr("Had already gone"))
        self._gone_heading = Heading(self.tr("Had already gone"), size=1.1)
        self._held_heading = Heading(self.tr("Held"), size=1.1)
        self._lay_out()
        self.release.clicked.connect(self._release)
        self.lift.clicked.connect(self.lift_asked)
        self.show_gone(())
        self.show_holds((), ())

    def show_holds(self, words: Iterable[str], held: Iterable[Card]) -> None:
        """Show the holds in force, each in words, and the held publications."""
        in_force, cards = list(words), list(held)
        self.words.say("\n".join(in_force), "warning")
        self.held.show_cards(cards)
        self._held_heading.say(self.tr("Held ({count})").format(count=len(cards)))
        self.lift.setVisible(bool(in_force) and self._may_release)
        for part in (self.held, self.release):
            part.setVisible(bool(cards))
        self.release.setVisible(bool(cards) and self._may_release)
        self.rights.setVisible(bool(cards or in_force) and not self._may_release)
        self.release.setToolTip(
            self.tr("It goes out at its time; what is past its time waits for a new one.")
        )
        self._settle()

    def show_gone(self, cards: Iterable[Card]) -> None:
        """Show what no hold could stop any more."""
        gone = list(cards)
        self.gone.show_cards(gone)
        self.gone.setVisible(bool(gone))
        self._gone_heading.setVisible(bool(gone))
        self.gone_words.say(
            self.tr("These had left before the hold. Withdraw them from the post's own page.")
            if gone
            else "",
            "muted",
        )
        self._settle()

    def _settle(self) -> None:
        self.setVisible(bool(self.words.text() or self.held.count() or self.gone.count()))

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(style.GAP, 0, style.GAP * 2, style.GAP)
        box.setSpacing(style.GAP)
        for part, share in (
            (self.words, 0),
            (self.lift, 0),
            (self._held_heading, 0),
            (self.held, 3),
            (self.release, 0),
            (self.rights, 0),
            (self._gone_heading, 0),
            (self.gone_words, 0),
            (self.gone, 2),
        ):
            box.addWidget(part, share)
        box.addStretch(0)

    @Slot()
    def _release(self) -> None:
        if self.held.key is not None:
            self.release_asked.emit(self.held.key)


def publication_card(row: PublicationRow, when: str) -> Card:
    """Return the card of one publication, by its own id."""
    return Card(
        row.id,
        row.title or row.text,
        (when, row.account_handle),
        state_name(row.state),
        state_tone(row.state),
    )
