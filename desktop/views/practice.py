"""How does a trainer make the practice public speak and the practice network fail?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.practice.public import script
from desktop.practice.server import PracticeNetwork
from desktop.views import style
from desktop.views.compose_editor import scrolled
from desktop.views.desk import Desk
from desktop.views.widgets.labels import Heading, Words
from desktop.views.widgets.screen import Screen

translate = QCoreApplication.translate
STATUSES = "/api/v1/statuses"


def troubles() -> tuple[tuple[str, dict[str, Any]], ...]:
    """Return what can be armed: words, and the fault as practice.faults takes it."""
    return (
        (
            translate("Practice", "Lose the answer to the next post"),
            {"mode": "lose-response", "match": STATUSES, "method": "POST"},
        ),
        (
            translate("Practice", "Lose the next post before it arrives"),
            {"mode": "lose-request", "match": STATUSES, "method": "POST"},
        ),
        (
            translate("Practice", "Refuse the next post (422)"),
            {"mode": "status", "status": 422, "match": STATUSES, "method": "POST"},
        ),
        (
            translate("Practice", "Answer the next post 8 seconds late"),
            {"mode": "stall", "ms": 8000, "match": STATUSES},
        ),
        (
            translate("Practice", "Answer the next 5 requests with 503"),
            {"mode": "status", "status": 503, "times": 5},
        ),
        (
            translate("Practice", "Throttle: 429 for 30 seconds"),
            {"mode": "throttle", "ms": 30_000, "times": 2},
        ),
    )


class PracticeScreen(Screen):
    """Only in the practice workspace: speak as one of the public, and arm what goes wrong."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        if desk.network is None:
            raise RuntimeError("the practice screen needs the practice network")
        self._network: PracticeNetwork = desk.network
        self.title = self.tr("Practice")
        self.who, self.to, self.lines = QComboBox(), QComboBox(), QComboBox()
        self.words, self.direct = QPlainTextEdit(), QCheckBox(self.tr("As a direct message"))
        self.speak = QPushButton(self.tr("Let them write"))
        self.calm = QPushButton(self.tr("Let everything work again"))
        self.armed = Words(tone="muted")
        self._lay_out()
        self._fill()
        self.lines.activated.connect(self._take_line)
        self.speak.clicked.connect(self._say)
        self.calm.clicked.connect(self._calm)

    def refresh(self) -> None:
        waiting = [fault for fault in self._network.faults.armed() if fault["hits"] < fault["times"]]
        words = self.tr("{count} faults are armed and wait for their request.").format(count=len(waiting))
        self.armed.say(words if waiting else self.tr("Everything works."), "warning" if waiting else "muted")

    def _fill(self) -> None:
        for key, persona in script()["personas"].items():
            self.who.addItem(persona["name"], key)
        for name in self._network.accounts:
            if name not in script()["personas"]:
                self.to.addItem(f"@{name}", name)
        for who, text, *_ in (*script()["replies"], *script()["unasked"]):
            self.lines.addItem(text, who)
        self._take_line(0)

    @Slot(int)
    def _take_line(self, _index: int) -> None:
        self.words.setPlainText(self.lines.currentText())
        self.who.setCurrentIndex(self.who.findData(self.lines.currentData()))

    @Slot()
    def _say(self) -> None:
        text = self.words.toPlainText().strip()
        if not text:
            self.desk.notices.warn(self.tr("Write what they say first."))
            return
        words = f"@{self.to.currentData()} {text}"
        work = partial(self._network.say, self.who.currentData(), words, direct=self.direct.isChecked())
        self.desk.tasks.run(work, self._said)

    def _said(self, _status: object) -> None:
        self.desk.notices.say(
            self.tr("{name} wrote. It is collected in a few seconds.").format(name=self.who.currentText())
        )

    def _arm(self, fault: dict[str, Any]) -> Callable[[], None]:
        def arm() -> None:
            self._network.faults.arm(fault)
            self.refresh()

        return arm

    @Slot()
    def _calm(self) -> None:
        self._network.faults.clear()
        self.refresh()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(*(style.GAP * 2,) * 4)
        column.setSpacing(style.GAP)
        column.addWidget(Heading(self.tr("The public")))
        column.addWidget(
            Words(self.tr("Speak as one of the simulated public; what they write arrives like any message."))
        )
        column.addLayout(self._form())
        row = QHBoxLayout()
        self.speak.setProperty("kind", "primary")
        row.addWidget(self.speak)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(style.GAP * 2)
        column.addWidget(Heading(self.tr("The network")))
        column.addWidget(Words(self.tr("Make the network fail, and see what Blue Lamp says and does.")))
        for words, fault in troubles():
            button = QPushButton(words)
            button.clicked.connect(self._arm(fault))
            button.setMaximumWidth(420)
            column.addWidget(button)
        column.addWidget(self.armed)
        self.calm.setMaximumWidth(420)
        column.addWidget(self.calm)
        column.addStretch(1)
        inner.setMaximumWidth(900)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))

    def _form(self) -> QFormLayout:
        self.words.setFixedHeight(84)
        self.words.setTabChangesFocus(True)
        self.lines.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        form = QFormLayout()
        for name, part in (
            (self.tr("Something they might say"), self.lines),
            (self.tr("Who"), self.who),
            (self.tr("To"), self.to),
            (self.tr("Words"), self.words),
            ("", self.direct),
        ):
            form.addRow(name, part)
            if name:
                part.setAccessibleName(name)
        return form
