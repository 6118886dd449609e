"""Where does the post stand on each account, and what was tried there?"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models import Actor, PublicationState
from desktop.publishing.page import Delivery
from desktop.views import queue_words, style
from desktop.views.queue_acts import Acts
from desktop.views.queue_deeds import Deeds
from desktop.views.queue_work import Group
from desktop.views.widgets.labels import Heading, Words

S = PublicationState


class DeliveryCard(QWidget):
    """One publication: its state in words, every attempt, its address, and what can be done with it."""

    def __init__(self, by: Actor, acts: Acts, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self.heading, self.standing, self.reason = Heading(size=1.1), Words(), Words()
        self.url, self.attempts = Words(tone="muted"), Words(tone="muted")
        self.deeds = Deeds(by, acts)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, style.GAP * 2)
        box.setSpacing(style.GAP // 2)
        for part in (self.heading, self.standing, self.reason, self.url, self.deeds, self.attempts):
            box.addWidget(part)

    def show_delivery(self, delivery: Delivery, *, older: bool) -> None:
        row = delivery.publication
        place, tone = queue_words.place(row)
        words = f"{row.account_handle} - {place}"
        of_older = self.tr("{words} (version {number})").format(words=words, number=row.version)
        self.heading.setText(of_older if older else words)
        self.standing.say(queue_words.standing(row, self._zone), "" if tone == "muted" else tone)
        reason = row.withdraw_result if row.withdraw_wanted else row.reason
        self.reason.say(reason)
        self.url.say(row.url, "muted")
        self.deeds.show_group(Group((row,)), of_queue=False)
        lines = (queue_words.attempt_words(attempt, self._zone) for attempt in delivery.attempts)
        self.attempts.say("\n".join(f"•  {line}" for line in lines), "muted")


class Deliveries(QWidget):
    """A card for each account, those of the newest version first."""

    def __init__(self, by: Actor, acts: Acts, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by, self._acts, self._zone = by, acts, zone
        self.cards: list[DeliveryCard] = []
        self._none = Words(
            self.tr("It is not approved, so it is not on its way to any account."), tone="muted"
        )
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, style.GAP, 0)
        self._box.setSpacing(style.GAP)
        self._box.addWidget(Heading(self.tr("On each account"), size=1.15))
        self._box.addWidget(self._none)
        self._box.addStretch(1)

    def show_deliveries(self, deliveries: Iterable[Delivery]) -> None:
        wanted = sorted(deliveries, key=_place)
        newest = wanted[0].publication.version if wanted else None
        while len(self.cards) < len(wanted):
            self.cards.append(DeliveryCard(self._by, self._acts, self._zone))
            self._box.insertWidget(self._box.count() - 1, self.cards[-1])
        for card, delivery in zip(self.cards, wanted, strict=False):
            card.show_delivery(delivery, older=delivery.publication.version != newest)
            card.show()
        for card in self.cards[len(wanted) :]:
            card.hide()
        self._none.setVisible(not wanted)


def _place(delivery: Delivery) -> tuple[int, bool, int]:
    """The newest version first; in it, what is over below what is not."""
    row = delivery.publication
    return -(row.version or 0), row.state in (S.CANCELLED, S.WITHDRAWN), row.id
