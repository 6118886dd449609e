"""What is known of one person, and what may an administrator change about them?"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop import clock
from desktop.models import Role
from desktop.records.people import PersonRow
from desktop.views import style
from desktop.views.people_password import NewPassword
from desktop.views.people_roles import RoleChoice, role_name
from desktop.views.widgets.labelled import button, buttons
from desktop.views.widgets.labels import Heading, Words
from desktop.views.widgets.pairs import Pairs


class PersonPage(QWidget):
    """One person. Signals: ``role_wanted(Role)``, ``password_wanted(str)``, ``leaving()``, ``returning()``."""

    role_wanted = Signal(object)
    password_wanted = Signal(str)
    leaving = Signal()
    returning = Signal()

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._row: PersonRow | None = None
        self.heading, self.facts = Heading(), Pairs(self.tr("About this person"))
        self.last, self.role_trouble, self.password_trouble = Words(), Words(), Words()
        self.role, self.password = RoleChoice(), NewPassword()
        self.change_role = button(self.tr("Change the role"), "primary")
        self.set_password = button(self.tr("Set a new password"))
        self.deactivate = button(self.tr("Deactivate…"), "danger")
        self.reactivate = button(self.tr("Let them sign in again"))
        self._lay_out()
        self.role.changed.connect(self._allow)
        self.change_role.clicked.connect(self._ask_role)
        self.set_password.clicked.connect(self._ask_password)
        self.deactivate.clicked.connect(self.leaving)
        self.reactivate.clicked.connect(self.returning)

    @property
    def row(self) -> PersonRow | None:
        return self._row

    def show_person(self, row: PersonRow, *, last_admin: bool) -> None:
        """Show a person; what is being typed for the same one stays."""
        before, self._row = self._row, row
        self.heading.setText(row.name)
        state = self.tr("Active") if row.active else self.tr("Deactivated: cannot sign in")
        self.facts.show_pairs(
            (
                (self.tr("User name"), row.username, ""),
                (self.tr("Role"), role_name(row.role), ""),
                (self.tr("State"), state, "" if row.active else "warning"),
                (self.tr("Added"), clock.shown(row.created_at, self._zone), ""),
            )
        )
        words = self.tr(
            "This is the last administrator: make someone else an administrator first, then this role can "
            "be changed or this person deactivated."
        )
        self.last.say(words if last_admin else "", "warning")
        if before is None or before.id != row.id or before.role is not row.role:
            self.role.set_value(row.role)
            self.role_trouble.say("")
        if before is None or before.id != row.id:
            self.password.forget()
            self.password_trouble.say("")
        self._allow()

    def fail(self, field: str, words: str) -> None:
        """Say beside ``field`` ("role", "password") why nothing changed."""
        (self.role_trouble if field == "role" else self.password_trouble).say(words, "danger")

    @Slot()
    def _allow(self) -> None:
        row = self._row
        active = row is not None and row.active
        last = not self.last.isHidden()
        self.role.setEnabled(active and not last)
        self.change_role.setEnabled(active and not last and row is not None and self.role.value() != row.role)
        self.password.setEnabled(active)
        self.set_password.setEnabled(active)
        self.deactivate.setEnabled(active and not last)
        self.reactivate.setVisible(row is not None and not active)

    @Slot()
    def _ask_role(self) -> None:
        self.role_trouble.say("")
        self.role_wanted.emit(Role(self.role.value()))

    @Slot()
    def _ask_password(self) -> None:
        self.password_trouble.say("")
        password = self.password.value()
        if password is not None:
            self.password_wanted.emit(password)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, style.GAP, 0)
        box.setSpacing(style.GAP)
        for part in (self.heading, self.facts, self.last):
            box.addWidget(part)
        leave = Words(
            self.tr("A leaver is deactivated: they cannot sign in, and what they did stays recorded."),
            tone="muted",
        )
        sections: tuple[tuple[str, tuple[QWidget, ...], QPushButton], ...] = (
            (self.tr("Role"), (self.role, self.role_trouble), self.change_role),
            (self.tr("Password"), (self.password, self.password_trouble), self.set_password),
            (self.tr("Leaving"), (leave,), self.deactivate),
        )
        for heading, parts, act in sections:
            box.addSpacing(style.GAP)
            box.addWidget(Heading(heading, size=1.05))
            for widget in parts:
                box.addWidget(widget)
            box.addLayout(buttons(act))
        box.addLayout(buttons(self.reactivate))
        box.addStretch(1)
        self.role_trouble.hide()
        self.password_trouble.hide()
