"""How does a person choose a password: their own, or one for somebody else?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.records import people
from desktop.views import people_work, style
from desktop.views.desk import Desk
from desktop.views.widgets.labelled import Labelled, button, buttons, line
from desktop.views.widgets.screen import words_of


class NewPassword(QWidget):
    """A new password, typed twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edits = (line(secret=True), line(secret=True))
        hint = self.tr("At least {number} characters: three random words do.")
        self.first = Labelled(
            self.tr("New password"),
            self.edits[0],
            hint=hint.format(number=people.SHORTEST_PASSWORD),
        )
        self.again = Labelled(self.tr("The new password once more"), self.edits[1])
        self.setFocusProxy(self.edits[0])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(style.GAP)
        box.addWidget(self.first)
        box.addWidget(self.again)

    def value(self) -> str | None:
        """Return the password; None, saying what is wrong, where it cannot be used."""
        first, again = (edit.text() for edit in self.edits)
        short = len(first) < people.SHORTEST_PASSWORD
        differ = first != again
        self.again.fail(self.tr("The two passwords differ. Type them again.") if differ and not short else "")
        words = self.tr("Choose a password of at least {number} characters: three random words do.")
        self.first.fail(words.format(number=people.SHORTEST_PASSWORD) if short else "")
        return None if short or differ else first

    def forget(self) -> None:
        for edit in self.edits:
            edit.clear()
        self.first.fail("")
        self.again.fail("")


class ChangePassword(QWidget):
    """Anybody's own password. Signals: ``ended()`` once it is changed or given up."""

    ended = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.edit = line(secret=True)
        self.current = Labelled(self.tr("Your password now"), self.edit)
        self.new = NewPassword()
        self.change = button(self.tr("Change my password"), "primary")
        self.cancel = button(self.tr("Cancel"))
        self.setFocusProxy(self.edit)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(style.GAP)
        box.addWidget(self.current)
        box.addWidget(self.new)
        box.addLayout(buttons(self.change, self.cancel))
        self.change.clicked.connect(self.change_now)
        self.cancel.clicked.connect(self.give_up)
        for field in (self.edit, *self.new.edits):
            field.returnPressed.connect(self.change_now)

    @Slot()
    def change_now(self) -> None:
        if not self.change.isEnabled():
            return
        self.current.fail("")
        password = self.new.value()
        if password is None:
            return
        if not self.edit.text():
            self.current.fail(self.tr("Type the password that you sign in with now."))
            return
        self.change.setEnabled(False)
        work = partial(
            people_work.change_own_password, self.desk.database, self.desk.by, self.edit.text(), password
        )
        self.desk.tasks.run(work, self._changed, self._refused)

    @Slot()
    def give_up(self) -> None:
        self._forget()
        self.ended.emit()

    def _changed(self, _none: None) -> None:
        self._forget()
        self.desk.notices.say(self.tr("Your password is changed. Use the new one from now on."))
        self.ended.emit()

    def _refused(self, error: Exception) -> None:
        self.change.setEnabled(True)
        self.current.fail(words_of(error))
        self.edit.selectAll()

    def _forget(self) -> None:
        self.change.setEnabled(True)
        self.edit.clear()
        self.current.fail("")
        self.new.forget()
