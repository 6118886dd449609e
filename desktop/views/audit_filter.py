"""Which entries does a person ask for: by whom, what, about what, when?"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDateEdit, QGridLayout, QPushButton, QWidget

from desktop import clock
from desktop.views import audit_words, style
from desktop.views.audit_work import Asked
from desktop.views.widgets.labelled import button, line
from desktop.views.widgets.labels import Words

ANY_DAY, TODAY, WEEK, MONTH, BETWEEN = range(5)


class Filter(QWidget):
    """The filters. Signals: ``changed()`` when a person asks for something else."""

    changed = Signal()

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self.actor, self.action, self.days = QComboBox(), QComboBox(), QComboBox()
        self.subject = line(longest=120, placeholder=self.tr("Post 12"))
        self.first, self.last = QDateEdit(), QDateEdit()
        self.clear = button(self.tr("Show all"))
        for words in (
            self.tr("Any day"), self.tr("Today"), self.tr("Last 7 days"), self.tr("Last 30 days"), self.tr("Between…")
        ):  # fmt: skip
            self.days.addItem(words)
        self._lay_out()
        self.offer([], [])
        self._set_days()
        self._connect()

    def offer(self, actors: list[str], actions: list[str]) -> None:
        """Offer what there is; what is chosen stays."""
        self._fill(self.actor, self.tr("Anyone"), [(name, name) for name in actors])
        kinds = sorted({action.partition(".")[0] for action in actions})
        choices = []
        for kind in kinds:
            choices.append((audit_words.kind_words(kind), kind))
            of_kind = [action for action in actions if action.startswith(f"{kind}.")]
            choices += [(f"    {audit_words.action_words(action)}", action) for action in of_kind]
        self._fill(self.action, self.tr("Anything"), choices)

    def asked(self) -> Asked:
        first, last = self._span()
        return Asked(
            self.actor.currentData() or "",
            self.action.currentData() or "",
            audit_words.subject_of(self.subject.text()),
            first,
            last,
        )

    @property
    def is_empty(self) -> bool:
        return self.asked() == Asked()

    @Slot()
    def show_all(self) -> None:
        """Ask for anything again."""
        self.ask_for()
        self.changed.emit()

    def ask_for(self, *, action: str = "", subject: str = "") -> None:
        """Set the filters; tells nothing."""
        with QSignalBlocker(self):
            self.actor.setCurrentIndex(0)
            self.action.setCurrentIndex(max(self.action.findData(action), 0))
            self.subject.setText(subject)
            self.days.setCurrentIndex(ANY_DAY)
            self._show_days()

    def _span(self) -> tuple[date | None, date | None]:
        today = clock.wall(clock.now(), self._zone).date()
        choice = self.days.currentIndex()
        if choice == BETWEEN:
            first, last = self.first.date().toPython(), self.last.date().toPython()
            assert isinstance(first, date) and isinstance(last, date)
            return min(first, last), max(first, last)
        spans = {TODAY: today, WEEK: today - timedelta(days=6), MONTH: today - timedelta(days=29)}
        return spans.get(choice), None

    def _fill(self, box: QComboBox, anything: str, choices: list[tuple[str, str]]) -> None:
        before = box.currentData()
        with QSignalBlocker(box):
            box.clear()
            box.addItem(anything, "")
            for words, value in choices:
                box.addItem(words, value)
            box.setCurrentIndex(max(box.findData(before), 0))

    def _set_days(self) -> None:
        today = clock.wall(clock.now(), self._zone).date()
        day = QDate(today.year, today.month, today.day)
        for edit, name in ((self.first, self.tr("First day")), (self.last, self.tr("Last day"))):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("d MMM yyyy")
            edit.setDate(day)
            edit.setAccessibleName(name)
        self._show_days()

    @Slot()
    def _show_days(self) -> None:
        for edit in (self.first, self.last):
            edit.setVisible(self.days.currentIndex() == BETWEEN)

    @Slot()
    def _days_chosen(self) -> None:
        self._show_days()
        self.changed.emit()

    def _connect(self) -> None:
        self.actor.activated.connect(self.changed)
        self.action.activated.connect(self.changed)
        self.subject.returnPressed.connect(self.changed)
        self.days.activated.connect(self._days_chosen)
        for edit in (self.first, self.last):
            edit.dateChanged.connect(self.changed)
        self.clear.clicked.connect(self.show_all)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(style.GAP)
        grid.setVerticalSpacing(style.GAP // 4)
        parts: tuple[tuple[str, QWidget], ...] = (
            (self.tr("W&ho"), self.actor),
            (self.tr("Wha&t"), self.action),
            (self.tr("A&bout"), self.subject),
            (self.tr("&When"), self.days),
        )
        for column, (words, part) in enumerate(parts):
            label = Words(words, tone="muted", wrap=False)
            label.setBuddy(part)
            part.setAccessibleName(words.replace("&", ""))
            grid.addWidget(label, 0, column)
            grid.addWidget(part, 1, column)
        rest: tuple[QWidget | QPushButton, ...] = (self.first, self.last, self.clear)
        for column, widget in enumerate(rest, len(parts)):
            grid.addWidget(widget, 1, column)
        self.action.setMinimumWidth(230)
        self.subject.setMaximumWidth(180)
        grid.setColumnStretch(len(parts) + len(rest), 1)
