"""Who is at the keyboard? First run, sign-in, and the lock after idleness share one card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.views import style

translate = QCoreApplication.translate  # before super().__init__ there is no self.tr


@dataclass(frozen=True)
class FirstRun:
    force_name: str
    phone: str
    name: str
    username: str
    password: str


class Card(QWidget):
    """A centred card with a heading, a form, a sentence for what went wrong and one button."""

    def __init__(self, heading: str, words: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = QFrame()
        self._frame.setObjectName("card")
        self._frame.setFixedWidth(460)
        self._frame.setStyleSheet(
            f"#card {{ background: {style.color('surface').name()};"
            f" border: 1px solid {style.color('border').name()}; border-radius: 8px; }}"
        )
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(style.GAP // 2)
        self.trouble = _plain("")
        self.button = QPushButton(button)
        self.button.setProperty("kind", "primary")
        self.button.setDefault(True)
        self.button.setVisible(bool(button))
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(*(style.GAP * 4,) * 4)
        inner.setSpacing(style.GAP * 2)
        self.heading = _plain(heading)
        self.heading.setFont(style.title_font(self.font(), size=1.7))
        inner.addWidget(self.heading)
        inner.addWidget(_plain(words))
        inner.addLayout(self.form)
        inner.addWidget(self.trouble)
        inner.addWidget(self.button)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        # Between two stretches it is asked for its height at its own width; an alignment would ask at the window's.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._frame)
        across.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(3)
        self.trouble.hide()

    def take_focus(self) -> None:
        """Put the cursor where a person begins."""
        self.button.setFocus()

    def field(self, label: str, *, secret: bool = False, value: str = "") -> QLineEdit:
        edit = QLineEdit(value)
        edit.setAccessibleName(label)
        if secret:
            edit.setEchoMode(QLineEdit.EchoMode.Password)
        edit.returnPressed.connect(self.button.click)
        told = _plain(label)
        told.setBuddy(edit)
        self.form.addRow(told)
        self.form.addRow(edit)
        return edit

    def fail(self, words: str) -> None:
        palette = self.trouble.palette()
        palette.setColor(self.trouble.foregroundRole(), style.color("danger"))
        self.trouble.setPalette(palette)
        self.trouble.setText(words)
        self.trouble.show()
        self.button.setEnabled(True)


class SignIn(Card):
    """Signals: ``entered(username, password)``."""

    entered = Signal(str, str)

    def __init__(self, force_name: str, *, locked_for: str = "", parent: QWidget | None = None) -> None:
        words = translate("SignIn", "Sign in with your own name: everything done here is recorded under it.")
        if locked_for:
            words = translate(
                "SignIn",
                "This workstation locked itself. Enter your password to go on; what you were writing is kept.",
            )
        super().__init__(force_name or "Blue Lamp", words, translate("SignIn", "Sign in"), parent)
        self.username = self.field(self.tr("User name"), value=locked_for)
        self.username.setReadOnly(bool(locked_for))
        self.password = self.field(self.tr("Password"), secret=True)
        self.button.clicked.connect(self._enter)

    def take_focus(self) -> None:
        (self.password if self.username.isReadOnly() else self.username).setFocus()

    def rename(self, force_name: str) -> None:
        """Show the force's name as it is now; what was typed stays."""
        self.heading.setText(force_name or "Blue Lamp")

    @Slot()
    def _enter(self) -> None:
        self.button.setEnabled(False)
        self.entered.emit(self.username.text(), self.password.text())

    def fail(self, words: str) -> None:
        super().fail(words)
        self.password.selectAll()
        self.password.setFocus()


class Welcome(Card):
    """The first run. Signals: ``entered(FirstRun)``."""

    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("SignIn", "Welcome to Blue Lamp"),
            translate(
                "SignIn", "Three things are needed before the lamp can be lit. All can be changed later."
            ),
            translate("SignIn", "Set up"),
            parent,
        )
        self.force_name = self.field(self.tr("The force's name"))
        self.phone = self.field(
            self.tr("The contact centre's phone number, shown when a life may be at risk")
        )
        self.name = self.field(self.tr("Your name (you become the first administrator)"))
        self.username = self.field(self.tr("Your user name"))
        self.password = self.field(self.tr("A password of at least 12 characters"), secret=True)
        self.again = self.field(self.tr("The password once more"), secret=True)
        self.button.clicked.connect(self._enter)

    def take_focus(self) -> None:
        self.force_name.setFocus()

    @Slot()
    def _enter(self) -> None:
        if self.password.text() != self.again.text():
            self.fail(self.tr("The two passwords differ. Type them again."))
            return
        self.button.setEnabled(False)
        fields = (self.force_name, self.phone, self.name, self.username, self.password)
        self.entered.emit(FirstRun(*(edit.text() for edit in fields)))


class ChoosePerson(Card):
    """Practice only: be any of the practice workspace's people. Signals: ``chosen(username)``."""

    chosen = Signal(str)

    def __init__(self, people: list[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(
            translate("SignIn", "Practice workspace"),
            translate(
                "SignIn",
                "Nothing here is real: the network, the public and the emergencies are simulated. Who are you today?",
            ),
            translate("SignIn", "Start"),
            parent,
        )
        self.button.hide()
        for username, name, role in people:
            button = QPushButton(f"{name}\n{role}")
            button.setAccessibleName(f"{name}, {role}")
            button.clicked.connect(self._chooser(username))
            self.form.addRow(button)

    def _chooser(self, username: str) -> Callable[[], None]:
        def choose() -> None:
            self.chosen.emit(username)

        return choose


def _plain(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
