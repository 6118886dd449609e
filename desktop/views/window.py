"""What frames every screen: the alarm bar, the notices, the navigation, and who is publishing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.models import Act
from desktop.views import style
from desktop.views.alarm_bar import AlarmBar
from desktop.views.desk import Desk
from desktop.views.people_roles import role_name
from desktop.views.widgets.screen import Screen

S = TypeVar("S", bound=Screen)
translate = QCoreApplication.translate


@dataclass(frozen=True)
class Place:
    """One entry of the navigation; its screen is imported and made when first shown."""

    key: str
    title: str
    module: str
    screen: str
    acts: frozenset[Act]  # shown to whoever may do any of these


def places() -> tuple[Place, ...]:
    read, draft, hold = {Act.READ_INBOX}, {Act.DRAFT}, {Act.HOLD, Act.SCHEDULE}
    approve = {Act.APPROVE, Act.DRAFT}
    rows = (
        ("inbox", translate("Window", "Inbox"), "inbox", "InboxScreen", read),
        (
            "contact_centre",
            translate("Window", "Contact centre"),
            "contact_centre",
            "ContactCentreScreen",
            read,
        ),
        ("compose", translate("Window", "Compose"), "compose", "ComposeScreen", draft),
        ("approvals", translate("Window", "Approvals"), "approvals", "ApprovalsScreen", approve),
        ("calendar", translate("Window", "Calendar"), "calendar", "CalendarScreen", hold),
        ("queue", translate("Window", "Queue"), "queue", "QueueScreen", hold),
        ("accounts", translate("Window", "Accounts"), "accounts", "AccountsScreen", {*read, Act.MANAGE}),
        ("people", translate("Window", "People"), "people", "PeopleScreen", {Act.MANAGE}),
        ("audit", translate("Window", "Audit"), "audit", "AuditScreen", {Act.READ_AUDIT}),
        ("settings", translate("Window", "Settings"), "force_settings", "ForceSettingsScreen", {Act.MANAGE}),
        ("practice", translate("Window", "Practice"), "practice", "PracticeScreen", set(Act)),
    )
    return tuple(
        Place(key, title, module, screen, frozenset(acts)) for key, title, module, screen, acts in rows
    )


class Shell(QWidget):
    """All of one person's screens. Signals: ``sign_out_asked()``, ``lock_asked()``."""

    sign_out_asked = Signal()
    lock_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._screens: dict[str, QWidget] = {}
        self._places = {
            place.key: place
            for place in places()
            if any(desk.by.may(act) for act in place.acts) and (place.key != "practice" or desk.network)
        }
        self._stack = QStackedWidget()
        self._nav = self._make_navigation()
        self._engine = _label("")
        self.alarms = AlarmBar(desk)
        desk.go = self.go
        side = QVBoxLayout()
        side.setContentsMargins(style.GAP, style.GAP, style.GAP, style.GAP)
        side.addWidget(self._make_heading())
        side.addWidget(self._nav, 1)
        side.addWidget(self._engine)
        side.addWidget(self._make_person())
        left = QWidget()
        left.setFixedWidth(200)
        left.setLayout(side)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(left)
        body.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        if desk.practice:
            whole.addWidget(_practice_bar())
        whole.addWidget(self.alarms)
        whole.addWidget(desk.notices)
        whole.addLayout(body, 1)
        self._lock = QTimer(self, singleShot=True, interval=desk.settings.idle_lock_seconds * 1000)
        self._lock.timeout.connect(self.lock_asked)
        application = QApplication.instance()
        if application is not None and not desk.practice:
            application.installEventFilter(self)
            self._lock.start()
        self._nav.currentItemChanged.connect(self._chosen)
        self._nav.itemClicked.connect(self._chosen)  # back from a post's own page, which has no place here
        for number, key in enumerate(self._places, 1):
            if number <= 9:
                QShortcut(QKeySequence(f"Ctrl+{number}"), self, self._opener(key))
        self._nav.setCurrentRow(0)

    @property
    def current(self) -> QWidget | None:
        return self._stack.currentWidget()

    def go(self, key: str, subject: int = 0) -> None:
        """Bring a screen to the front; ``subject`` is the id of the post or conversation to show on it."""
        if key == "post":
            self._show_post(subject)
            return
        place = "inbox" if key == "conversation" else "compose" if key == "draft" else key
        if place not in self._places:
            self.desk.notices.warn(self.tr("Your role does not open that screen."))
            return
        for row in range(self._nav.count()):
            if self._nav.item(row).data(Qt.ItemDataRole.UserRole) == place:
                self._nav.setCurrentRow(row)
        self._bring(place)
        opener = getattr(self._screens[place], "open", None)
        if subject and opener is not None:
            opener(subject)

    def say_engine(self, words: str, *, well: bool) -> None:
        """Show who is publishing and since when, or that nobody is."""
        palette = self._engine.palette()
        palette.setColor(self._engine.foregroundRole(), style.color("muted" if well else "danger"))
        self._engine.setPalette(palette)
        self._engine.setText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress):
            self._lock.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _chosen(self) -> None:
        item = self._nav.currentItem()
        if item is not None:
            self._bring(item.data(Qt.ItemDataRole.UserRole))

    def _bring(self, key: str) -> None:
        place = self._places[key]
        if key not in self._screens:
            made = getattr(import_module(f"desktop.views.{place.module}"), place.screen)(self.desk)
            self._screens[key] = made
            self._stack.addWidget(made)
        screen = self._screens[key]
        if self._stack.currentWidget() is not screen or not screen.isVisible():
            self._stack.setCurrentWidget(screen)
        screen.shown()  # type: ignore[attr-defined] # every screen has it (desk.py)

    def _show_post(self, post_id: int) -> None:
        from desktop.views.post_page import PostPage

        page = self._aside("post", PostPage)
        page.open(post_id)
        self._bring_aside(page)

    @Slot()
    def _show_self(self) -> None:
        from desktop.views.people_self import SelfScreen

        known = "self" in self._screens
        page = self._aside("self", SelfScreen)
        if not known:
            page.ended.connect(self._back)
        self._bring_aside(page)

    def _aside(self, key: str, kind: type[S]) -> S:
        """Return a screen that the navigation does not list, made when first asked for."""
        found = self._screens.get(key)
        if isinstance(found, kind):
            return found
        made = kind(self.desk)
        self._screens[key] = made
        self._stack.addWidget(made)
        return made

    def _bring_aside(self, page: Screen) -> None:
        with QSignalBlocker(self._nav):
            self._nav.setCurrentRow(-1)  # no entry of the navigation is shown, and any can be chosen anew
        self._stack.setCurrentWidget(page)
        page.shown()

    @Slot()
    def _back(self) -> None:
        self._nav.setCurrentRow(0)

    def _opener(self, key: str) -> Callable[[], None]:
        def open_place() -> None:
            self.go(key)

        return open_place

    def _make_heading(self) -> QLabel:
        heading = _label(self.desk.settings.force_name)
        heading.setFont(style.title_font(self.font(), size=1.15))
        heading.setToolTip(self.tr("Blue Lamp"))
        return heading

    def _make_navigation(self) -> QListWidget:
        nav = QListWidget()
        nav.setAccessibleName(self.tr("Screens"))
        nav.setFrameShape(QListWidget.Shape.NoFrame)
        nav.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, place in enumerate(self._places.values(), 1):
            item = QListWidgetItem(place.title)
            item.setData(Qt.ItemDataRole.UserRole, place.key)
            item.setSizeHint(QSize(0, 34))
            item.setToolTip(f"{place.title} (Ctrl+{number})" if number <= 9 else place.title)
            nav.addItem(item)
        return nav

    def _make_person(self) -> QWidget:
        by = self.desk.by
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, style.GAP, 0, 0)
        column.addWidget(_label(f"{by.name}\n{role_name(by.role)}"))
        yours = QPushButton(self.tr("Your account"))
        yours.setToolTip(self.tr("Your role, your password, the language"))
        yours.clicked.connect(self._show_self)
        yours.setVisible(not self.desk.practice)
        column.addWidget(yours)
        leave = QPushButton(self.tr("Change person") if self.desk.practice else self.tr("Sign out"))
        leave.clicked.connect(self.sign_out_asked)
        column.addWidget(leave)
        return box


def _practice_bar() -> QLabel:
    bar = _label(
        translate(
            "Window", "PRACTICE - nothing here is real: no post leaves this computer and nobody is called"
        )
    )
    bar.setAlignment(Qt.AlignmentFlag.AlignCenter)
    bar.setAutoFillBackground(True)
    palette = bar.palette()
    palette.setColor(bar.backgroundRole(), style.color("warning_surface"))
    palette.setColor(bar.foregroundRole(), style.color("warning"))
    bar.setPalette(palette)
    bar.setContentsMargins(0, 2, 0, 2)
    return bar


def _label(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
