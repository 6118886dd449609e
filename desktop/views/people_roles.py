"""What may each role do here, and what may it not?"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.models import ROLE_NAMES, Role
from desktop.views import style
from desktop.views.widgets.labels import Words

translate = QCoreApplication.translate
CHOOSABLE = tuple(role for role in Role if role is not Role.SERVICE)


def role_name(role: Role) -> str:
    return translate("Roles", ROLE_NAMES[role])


def may(role: Role) -> str:
    return {
        Role.FRONTLINE: translate("Roles", "Draft posts, attach images and submit them for approval."),
        Role.COMMS: translate(
            "Roles",
            "Draft, submit, schedule, hold and withdraw posts; read the inbox, triage, reply and hand over.",
        ),
        Role.PRESS: translate(
            "Roles",
            "All that a comms officer may; approve the posts of others.",
        ),
        Role.HEAD: translate(
            "Roles",
            "All that a duty press officer may; lift a hold and release; approve sensitive posts (naming, images, youth, active proceedings).",
        ),
        Role.OPERATOR: translate("Roles", "Read the inbox, triage, reply, hand over and accept handovers."),
        Role.SUPERVISOR: translate(
            "Roles",
            "All that an operator may; lower a priority, reassign and close life-at-risk conversations.",
        ),
        Role.AUDITOR: translate(
            "Roles", "Read the inbox and the audit, verify and export it. Each read is recorded."
        ),
        Role.ADMIN: translate("Roles", "Manage people, accounts and settings; read the audit."),
        Role.SERVICE: "",
    }[role]


def may_not(role: Role) -> str:
    own = translate("Roles", "Approve their own posts.")
    return {
        Role.FRONTLINE: translate(
            "Roles", "Change the posts of others; schedule or approve posts; read the inbox."
        ),
        Role.COMMS: translate("Roles", "Approve posts; accept handovers; lower a priority."),
        Role.PRESS: translate("Roles", "Approve their own posts; lift a hold or release what it held."),
        Role.HEAD: own,
        Role.OPERATOR: translate("Roles", "Write or publish posts; lower a priority."),
        Role.SUPERVISOR: translate("Roles", "Write or publish posts."),
        Role.AUDITOR: translate("Roles", "Change anything."),
        Role.ADMIN: translate("Roles", "Read messages of the public; write, approve or publish posts."),
        Role.SERVICE: "",
    }[role]


class RoleChoice(QWidget):
    """A role to choose, and in words what comes with it. Signals: ``changed()`` when a person chooses."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box, self.may, self.may_not = QComboBox(), Words(), Words(tone="muted")
        for role in CHOOSABLE:
            self.box.addItem(role_name(role), role.value)
        self.box.setAccessibleName(self.tr("Role"))
        self.setFocusProxy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP // 2)
        for part in (self.box, self.may, self.may_not):
            column.addWidget(part)
        self.box.activated.connect(self.changed)
        self.box.currentIndexChanged.connect(self._describe)
        self._describe()

    def value(self) -> Role:
        return Role(self.box.currentData())

    def set_value(self, role: Role) -> None:
        self.box.setCurrentIndex(self.box.findData(role.value))

    @Slot()
    def _describe(self) -> None:
        role = self.value()
        self.may.setText(self.tr("May: {words}").format(words=may(role)))
        self.may_not.setText(self.tr("May not: {words}").format(words=may_not(role)))
        self.box.setAccessibleDescription(f"{self.may.text()} {self.may_not.text()}")
