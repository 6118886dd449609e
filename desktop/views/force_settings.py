"""What has the force settled for itself, and how is it changed?"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.records.settings import ForceSettings, MailRoute, WebhookRoute
from desktop.views import force_settings_work, style
from desktop.views.compose_editor import scrolled
from desktop.views.desk import Desk
from desktop.views.force_settings_duration import words as duration_words
from desktop.views.force_settings_form import Form, bare
from desktop.views.force_settings_routes import Route
from desktop.views.force_settings_work import Wrong
from desktop.views.widgets.labelled import button
from desktop.views.widgets.labels import Heading, Words
from desktop.views.widgets.screen import Screen, States, words_of

WIDEST = 760  # pixels: longer lines are hard to read
MOST_TOLD = 4  # changes told with their values; more are named


class ForceSettingsScreen(Screen):
    """The form, and what of it is not saved yet. Leaving the screen keeps what was typed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = self.tr("Settings")
        self._settings: ForceSettings | None = None
        self.form = Form()
        self.changed = Words(tone="muted")
        self.discard, self.save = button(self.tr("Discard the changes")), button(self.tr("Save"), "primary")
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        self.states.loading()
        work = partial(force_settings_work.read, self.desk.database)
        self.desk.tasks.run(work, self._show, self.states.failed)

    def _show(self, found: tuple[ForceSettings, list[str]]) -> None:
        settings, zones = found
        self.form.offer_zones(zones)
        before, self._settings = self._settings, settings
        self.form.show_settings(before, settings)
        self.states.ready()
        self._tell_changes()

    # Saving

    @Slot()
    def save_now(self) -> None:
        if self._settings is None or not self.save.isEnabled():
            return
        changes = self.form.changes(self._settings)
        self.save.setEnabled(False)
        self.form.fail({})
        self.changed.say(self.tr("Saving…"), "muted")
        desk = self.desk
        work = partial(
            force_settings_work.save, desk.database, desk.vault, desk.by, changes, self.form.secrets()
        )
        told = self._told(changes)
        desk.tasks.run(work, partial(self._saved, told), self._not_saved)

    def _saved(self, told: str, settings: ForceSettings) -> None:
        self.desk.settings = settings
        self._settings = settings
        self.form.show_settings(None, settings)
        self._tell_changes()
        self.desk.notices.say(self.tr("Saved. {changes}").format(changes=told))

    def _not_saved(self, error: Exception) -> None:
        self._tell_changes()
        if isinstance(error, Wrong):
            self.form.fail(error.problems)
            self.changed.say(self.tr("Nothing is saved: put right what is marked above."), "danger")
        else:
            self.changed.say(words_of(error), "danger")

    @Slot()
    def discard_now(self) -> None:
        """Show what is stored again."""
        if self._settings is not None:
            self.form.show_settings(None, self._settings)
            self.form.fail({})
            self._tell_changes()

    @Slot()
    def _tell_changes(self) -> None:
        if self._settings is None:
            return
        changes = self.form.changes(self._settings)
        self.save.setEnabled(bool(changes))
        self.discard.setEnabled(bool(changes))
        words = self.tr("Not saved yet. {changes}")
        self.changed.say(
            words.format(changes=self._told(changes)) if changes else self.tr("Everything is saved."),
            "warning" if changes else "muted",
        )

    def _told(self, changes: dict[str, Any]) -> str:
        """Word what changes, with what it was."""
        if len(changes) > MOST_TOLD:
            return ", ".join(self.form.name_of(name) for name in changes)
        return "; ".join(self._change(name, value) for name, value in changes.items())

    def _change(self, name: str, value: Any) -> str:
        heading = self.form.name_of(name)
        was = bare(getattr(self._settings, name))
        if isinstance(value, MailRoute | WebhookRoute) or isinstance(was, MailRoute | WebhookRoute):
            removed, changed = self.tr("{name}: removed"), self.tr("{name}: changed")
            return (changed if value else removed).format(name=heading)
        words = self.tr("{name}: {now} (was {was})")
        return words.format(name=heading, now=_shown(name, value), was=_shown(name, was))

    # Checks of the routes

    @Slot()
    def check_mail(self) -> None:
        """See whether the mail server takes us as the fields say; nothing is sent."""
        route = self.form.mail.value()
        if route is not None:
            self.form.mail.say(self.tr("Asking the mail server…"), "muted")
            desk, password = self.desk, self.form.mail.secret()
            work = partial(force_settings_work.check_mail, desk.database, desk.vault, route, password)
            desk.tasks.run(work, partial(self._well, self.form.mail), partial(self._not_well, self.form.mail))

    @Slot()
    def check_webhook(self) -> None:
        """See whether the webhook's server answers; nothing is sent."""
        route = self.form.webhook.value()
        if route is not None:
            self.form.webhook.say(self.tr("Asking the server…"), "muted")
            work = partial(force_settings_work.check_webhook, route)
            place = self.form.webhook
            self.desk.tasks.run(work, partial(self._well, place), partial(self._not_well, place))

    def _well(self, place: Route, words: str) -> None:
        place.say(self.tr("{words} Nothing was sent.").format(words=words), "ok")

    def _not_well(self, place: Route, error: Exception) -> None:
        place.say(words_of(error), "danger")

    # The parts

    def _connect(self) -> None:
        self.form.edited.connect(self._tell_changes)
        self.save.clicked.connect(self.save_now)
        self.discard.clicked.connect(self.discard_now)
        self.form.mail.check_asked.connect(self.check_mail)
        self.form.webhook.check_asked.connect(self.check_webhook)
        self.states.again.connect(self.refresh)

    def _lay_out(self) -> None:
        self.form.setMaximumWidth(WIDEST)
        self.states = States(scrolled(self.form))
        foot = QHBoxLayout()
        foot.setSpacing(style.GAP)
        foot.addWidget(self.changed, 1)
        foot.addWidget(self.discard)
        foot.addWidget(self.save)
        box = QVBoxLayout(self)
        box.setContentsMargins(style.GAP * 2, style.GAP * 2, style.GAP * 2, style.GAP)
        box.setSpacing(style.GAP)
        box.addWidget(Heading(self.title))
        box.addWidget(self.states, 1)
        box.addLayout(foot)


def _shown(name: str, value: Any) -> str:
    if name.endswith("_seconds"):
        return duration_words(value)
    words = ", ".join(value) if isinstance(value, tuple) else " ".join(str(value).split())
    return f"“{words[:60]}…”" if len(words) > 60 else f"“{words}”"
