"""How do handovers reach the contact centre, as fields: by mail, by webhook?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from desktop.records.settings import NO_SECRET, MailRoute, WebhookRoute
from desktop.views import style
from desktop.views.widgets.labelled import Labelled, button, buttons, line
from desktop.views.widgets.labels import Words
from desktop.words import translate


class Route(QWidget):
    """What both routes share: a tick that uses it, fields, a check, and what the check found.

    Signals: ``edited()``, ``check_asked()``.
    """

    edited = Signal()
    check_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.use, self.check = QCheckBox(), button("")
        self.secret_edit = line(secret=True)
        self.result, self.inner = Words(), QWidget()
        self.result.hide()
        self.box = QVBoxLayout(self.inner)
        self.box.setContentsMargins(style.GAP * 2, 0, 0, 0)
        self.box.setSpacing(style.GAP)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(style.GAP)
        whole.addWidget(self.use)
        whole.addWidget(self.inner)
        self.setFocusProxy(self.use)
        self.use.toggled.connect(self.inner.setVisible)
        self.use.toggled.connect(self.edited)
        self.check.clicked.connect(self.check_asked)
        self.inner.hide()

    def secret(self) -> str:
        """Return what was typed into the secret field, "" to keep what is stored."""
        return self.secret_edit.text() if self.use.isChecked() else ""

    def show_stored(self, *, stored: bool) -> None:
        """Say whether a secret is stored; it is never shown."""
        self.secret_edit.clear()
        kept = self.tr("Stored. Leave empty to keep it.")
        self.secret_edit.setPlaceholderText(kept if stored else self.tr("None is stored"))

    def say(self, words: str, tone: str) -> None:
        """Say what the check found."""
        self.check.setEnabled(tone != "muted")
        self.result.say(words, tone)

    def _end(self, *fields: Labelled) -> None:
        for field in fields:
            self.box.addWidget(field)
        self.box.addLayout(buttons(self.check))
        self.box.addWidget(self.result)
        self.secret_edit.textEdited.connect(self.edited)


class MailFields(Route):
    """The mail route."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.use.setText(self.tr("Send handovers by mail"))
        self.check.setText(self.tr("Check the mail server"))
        self.host_edit, self.sender_edit, self.recipient_edit = line(), line(), line()
        self.username_edit, self.ca_edit = line(), line(longest=1000)
        self.port = QSpinBox()
        self.port.setRange(1, 65_535)
        self.port.setValue(587)
        self.port.setMaximumWidth(160)
        self.port.lineEdit().setTextMargins(5, 0, 5, 0)
        self.starttls = QCheckBox(self.tr("STARTTLS (without it the port speaks TLS at once, usually 465)"))
        self.starttls.setChecked(True)
        self.host = Labelled(self.tr("Mail server"), self.host_edit)
        self.sent_by = Labelled(self.tr("Sender"), self.sender_edit)
        self.recipient = Labelled(
            self.tr("Recipient"), self.recipient_edit, hint=self.tr("The contact centre's own mailbox.")
        )
        self.password = Labelled(self.tr("Password"), self.secret_edit)
        rest = (
            Labelled(self.tr("Port"), self.port),
            Labelled(self.tr("Encryption"), self.starttls, hint=self.tr("Nothing is ever sent in clear.")),
            self.sent_by,
            self.recipient,
            Labelled(self.tr("User name, if it asks for one"), self.username_edit),
            self.password,
            Labelled(
                self.tr("File of trusted certificates (PEM)"),
                self.ca_edit,
                hint=self.tr("Empty: what this computer trusts."),
            ),
        )
        self._end(self.host, *rest)
        for edit in self._lines():
            edit.textEdited.connect(self.edited)
        self.port.valueChanged.connect(self.edited)
        self.starttls.toggled.connect(self.edited)

    def value(self) -> MailRoute | None:
        if not self.use.isChecked():
            return None
        host, sender, recipient, username, ca_file = (edit.text().strip() for edit in self._lines())
        return MailRoute(
            host,
            self.port.value(),
            sender,
            recipient,
            username,
            starttls=self.starttls.isChecked(),
            ca_file=ca_file,
        )

    def set_value(self, route: MailRoute | None) -> None:
        self.use.setChecked(route is not None)
        self.show_stored(stored=bool(route and route.sealed_password))
        if route is None:
            return
        values = (route.host, route.sender, route.recipient, route.username, route.ca_file)
        for edit, value in zip(self._lines(), values, strict=True):
            edit.setText(value)
        self.port.setValue(route.port)
        self.starttls.setChecked(route.starttls)

    def fail(self, words: str, *, secret: str = "") -> None:
        """Say beside the field it is about what is wrong, with the password or otherwise; "" clears all."""
        for field in (self.host, self.sent_by, self.recipient):
            field.fail("")
        self.password.fail(secret)
        if words:
            self._about(words).fail(words)

    def _about(self, words: str) -> Labelled:
        for field, edit in ((self.sent_by, self.sender_edit), (self.recipient, self.recipient_edit)):
            if repr(edit.text().strip()) in words:
                return field
        return self.host

    def _lines(self) -> tuple[QLineEdit, ...]:
        return self.host_edit, self.sender_edit, self.recipient_edit, self.username_edit, self.ca_edit


class WebhookFields(Route):
    """The webhook."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.use.setText(self.tr("Send handovers to the contact centre's own system (webhook)"))
        self.check.setText(self.tr("Check the webhook"))
        self.url_edit, self.ack_edit = line(longest=1000), line(longest=1000)
        self.url = Labelled(self.tr("Address"), self.url_edit, hint=self.tr("Begins with https://."))
        self.secret_field = Labelled(
            self.tr("Secret"), self.secret_edit, hint=self.tr("Signs what is sent; both sides hold it.")
        )
        self.ack = Labelled(
            self.tr("Address of the acknowledgement"),
            self.ack_edit,
            hint=self.tr(
                "Asked until somebody accepts; {id} becomes the handover's own number. May be empty."
            ),
        )
        self._end(self.url, self.secret_field, self.ack)
        for edit in (self.url_edit, self.ack_edit):
            edit.textEdited.connect(self.edited)

    def value(self) -> WebhookRoute | None:
        if not self.use.isChecked():
            return None
        return WebhookRoute(self.url_edit.text().strip(), ack_url=self.ack_edit.text().strip())

    def set_value(self, route: WebhookRoute | None) -> None:
        self.use.setChecked(route is not None)
        self.show_stored(stored=bool(route and route.sealed_secret))
        if route is not None:
            self.url_edit.setText(route.url)
            self.ack_edit.setText(route.ack_url)

    def fail(self, words: str, *, secret: str = "") -> None:
        """Say beside the field it is about what is wrong, with the secret or otherwise; "" clears all."""
        for field in (self.url, self.ack):
            field.fail("")
        self.secret_field.fail(secret)
        if words:
            self._about(words).fail(words)

    def _about(self, words: str) -> Labelled:
        if self.ack_edit.text().strip() and repr(self.ack_edit.text().strip()) in words:
            return self.ack
        return self.secret_field if words == translate("Settings", NO_SECRET) else self.url
