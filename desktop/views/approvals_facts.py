"""When does it go, who asks, what should be looked at, and what was decided before?"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import clock
from desktop.publishing.rules import Problem
from desktop.views import style
from desktop.views.approvals_work import Sheet
from desktop.views.compose_class import checklist_words, class_name
from desktop.views.stages import decision_words
from desktop.views.widgets.labels import Heading, Words
from desktop.words import dated


class Facts(QWidget):
    """All beside the texts that an approver decides on."""

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self.when, self.moved = Words(), Words()
        self.who, self.kind, self.checklist = Words(), Words(), Words()
        self.problems, self.history = Words(), Words()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, style.GAP, 0)
        box.setSpacing(style.GAP // 2)
        for heading, parts in (
            (self.tr("When"), (self.when, self.moved)),
            (self.tr("Submitted"), (self.who,)),
            (self.tr("Kind of content"), (self.kind, self.checklist)),
            (self.tr("Look at"), (self.problems,)),
            (self.tr("What happened so far"), (self.history,)),
        ):
            box.addWidget(Heading(heading, size=1.05))
            for part in parts:
                box.addWidget(part)
            box.addSpacing(style.GAP)
        box.addStretch(1)

    def show_facts(self, sheet: Sheet) -> None:
        self.when.setText(self._when(sheet))
        self.moved.say(
            self.tr("The time is another than in the last version.") if sheet.time_changed else "", "warning"
        )
        who = self.tr("By {name}, {time}. Version {number}.")
        time = clock.shown(sheet.submitted_at, self._zone)
        self.who.setText(who.format(name=sheet.submitted_by, time=time, number=sheet.number))
        self.kind.setText(class_name(sheet.content_class))
        self.checklist.say(checklist_words(sheet.content_class), "warning")
        self._show_problems(sheet.problems)
        self.history.setText("\n".join(decision_words(it, self._zone) for it in sheet.history))

    def _when(self, sheet: Sheet) -> str:
        if sheet.due_at is None:
            return self.tr("As soon as it is approved.")
        words = self.tr("{time} ({zone}), {utc} UTC")
        at = clock.shown(sheet.due_at, self._zone)
        return words.format(
            time=f"{dated(clock.wall(sheet.due_at, self._zone), '%A')} {at}",
            zone=self._zone,
            utc=f"{sheet.due_at:%H:%M}",
        )

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        if not problems:
            self.problems.say(self.tr("Nothing was found that needs a second look."), "muted")
            return
        tone = "danger" if any(problem.blocking for problem in problems) else "warning"
        self.problems.say("\n".join(f"•  {problem.words}" for problem in problems), tone)
