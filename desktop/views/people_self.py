"""What may everybody change about themselves, whatever their role?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views import style
from desktop.views.compose_editor import scrolled
from desktop.views.desk import Desk
from desktop.views.force_settings_language import LanguageChoice
from desktop.views.people_password import ChangePassword
from desktop.views.people_roles import may, may_not, role_name
from desktop.views.widgets.labels import Heading, Words
from desktop.views.widgets.pairs import Pairs
from desktop.views.widgets.screen import Screen

WIDEST = 720  # pixels: longer lines are hard to read


class SelfScreen(Screen):
    """One's own role, password and language. Signals: ``ended()`` once the password is changed or given up."""

    ended = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = self.tr("You")
        self.password, self.language = ChangePassword(desk), LanguageChoice()
        self.facts = Pairs(self.tr("About you"))
        self.password.ended.connect(self.ended)
        self._lay_out()

    def refresh(self) -> None:
        """Show who this is; nothing here changes while one is signed in."""
        by = self.desk.by
        self.facts.show_pairs(
            (
                (self.tr("User name"), by.username, ""),
                (self.tr("Role"), role_name(by.role), ""),
                (self.tr("You may"), may(by.role), ""),
                (self.tr("You may not"), may_not(by.role), "muted"),
            )
        )

    def _lay_out(self) -> None:
        page = QWidget()
        page.setMaximumWidth(WIDEST)
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, style.GAP, 0)
        box.setSpacing(style.GAP)
        only = Words(
            self.tr("An administrator changes your name and role, and sets a password that you forgot."),
            tone="muted",
        )
        parts: tuple[QWidget, ...] = (
            Heading(self.desk.by.name),
            self.facts,
            only,
            Heading(self.tr("Change my password"), size=1.05),
            self.password,
            Heading(self.tr("Language of the interface"), size=1.05),
            self.language,
        )
        for part in parts:
            if isinstance(part, Heading):
                box.addSpacing(style.GAP)
            box.addWidget(part)
        box.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(style.GAP * 2, style.GAP, style.GAP * 2, style.GAP)
        whole.addWidget(scrolled(page))
