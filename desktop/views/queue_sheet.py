"""What is known of the chosen publication, and what can be done with it?"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models import Actor
from desktop.publishing.page import AttemptRow
from desktop.views import queue_words, style
from desktop.views.queue_acts import Acts
from desktop.views.queue_deeds import Deeds
from desktop.views.queue_work import Group
from desktop.views.widgets.labels import Heading, Words


class QueueSheet(QWidget):
    """One group of publications: where it stands, the evidence, what it says."""

    def __init__(self, by: Actor, acts: Acts, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self.group: Group | None = None
        self.heading, self.where, self.standing = Heading(), Words(tone="muted"), Words()
        self.reason, self.evidence, self.text = Words(), Words(), Words()
        self.deeds = Deeds(by, acts)
        self._lay_out()

    def show_group(self, group: Group) -> None:
        """Show what is known at once; the attempts follow with ``show_attempts``."""
        row = group.first
        if self.group is None or self.group.key != group.key:
            self.show_attempts(())
        self.group = group
        place, tone = queue_words.place(row)
        self.heading.setText(queue_words.title(row))
        self.where.setText(f"{place} - {group.handles}")
        self.standing.say(queue_words.standing(row, self._zone), "" if tone == "muted" else tone)
        self.reason.say(row.withdraw_result if row.withdraw_wanted else row.reason)
        self.text.setText("\n\n".join(dict.fromkeys(one.text for one in group.rows)))
        self.deeds.show_group(group)

    def show_attempts(self, attempts: Iterable[AttemptRow]) -> None:
        words = [queue_words.attempt_words(attempt, self._zone) for attempt in attempts]
        self.evidence.say("\n".join(f"•  {line}" for line in words))
        self._evidence_heading.setVisible(bool(words))

    def _lay_out(self) -> None:
        self._evidence_heading = Heading(self.tr("What was done"), size=1.05)
        self._evidence_heading.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, style.GAP, 0)
        box.setSpacing(style.GAP)
        for part in (self.heading, self.where, self.standing, self.reason, self.deeds):
            box.addWidget(part)
        box.addSpacing(style.GAP)
        says = Heading(self.tr("What it says"), size=1.05)
        for part in (self._evidence_heading, self.evidence, says, self.text):
            box.addWidget(part)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.addStretch(1)
