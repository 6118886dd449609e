"""What is asked to add a person?"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models import Role
from desktop.views import style
from desktop.views.people_password import NewPassword
from desktop.views.people_roles import RoleChoice
from desktop.views.people_work import NewPerson
from desktop.views.widgets.labelled import Labelled, button, buttons, line
from desktop.views.widgets.labels import Heading, Words


class AddPerson(QWidget):
    """The form. Signals: ``wanted(NewPerson)``, ``cancelled()``."""

    wanted = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name_edit, self.username_edit = line(longest=200), line(longest=80)
        self.name = Labelled(
            self.tr("&Name"), self.name_edit, hint=self.tr("As colleagues know them, with their rank.")
        )
        self.username = Labelled(
            self.tr("&User name"),
            self.username_edit,
            hint=self.tr("What they sign in with. It is in every record of what they do and never changes."),
        )
        self.role, self.password = RoleChoice(), NewPassword()
        self.role.set_value(Role.COMMS)
        self.add, self.cancel = button(self.tr("Add"), "primary"), button(self.tr("Cancel"))
        self.trouble = Words()
        self.trouble.hide()
        self._lay_out()
        self.add.clicked.connect(self.add_now)
        self.cancel.clicked.connect(self.cancelled)

    @Slot()
    def add_now(self) -> None:
        password = self.password.value()
        for field, edit, words in (
            (self.username, self.username_edit, self.tr("Enter the user name.")),
            (self.name, self.name_edit, self.tr("Enter the person's name.")),
        ):
            field.fail("" if edit.text().strip() else words)
        if password is None or not self.name_edit.text().strip() or not self.username_edit.text().strip():
            return
        self.add.setEnabled(False)
        self.trouble.say("")
        self.wanted.emit(
            NewPerson(self.username_edit.text(), self.name_edit.text(), self.role.value(), password)
        )

    def fail(self, words: str) -> None:
        """Say why nobody was added; what was typed stays."""
        self.add.setEnabled(True)
        self.trouble.say(words, "danger")

    def forget(self) -> None:
        """Empty the form."""
        self.add.setEnabled(True)
        self.name_edit.clear()
        self.username_edit.clear()
        self.password.forget()
        self.role.set_value(Role.COMMS)
        for field in (self.name, self.username):
            field.fail("")
        self.trouble.say("")

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, style.GAP, 0)
        box.setSpacing(style.GAP + style.GAP // 2)
        role = Labelled(self.tr("&Role"), self.role)
        role.label.setBuddy(self.role.box)
        first = self.tr("Tell them the password in person. They can change it themselves.")
        for part in (
            Heading(self.tr("Add a person")),
            self.name,
            self.username,
            role,
            self.password,
            Words(first, tone="muted"),
            self.trouble,
        ):
            box.addWidget(part)
        box.addLayout(buttons(self.add, self.cancel))
        box.addStretch(1)
