"""The window's composition root: builds everything by hand, and closes it in reverse.

Paint first, import later: until the first paint only Qt is loaded; the database and the rooms are
imported on a worker thread.
"""

from __future__ import annotations

import gc
import logging
import sys
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from desktop import journal, opening, translation
from desktop.changes import Changes, Watch
from desktop.config import Config
from desktop.errors import Refused
from desktop.opening import Opened
from desktop.tasks import Tasks
from desktop.views import style
from desktop.views.notices import Notices
from desktop.views.sign_in import Card, ChoosePerson, FirstRun, SignIn, Welcome
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.models import Actor
    from desktop.records.settings import ForceSettings
    from desktop.views.window import Shell
    from desktop.worker import Engine

log = logging.getLogger(__name__)
ENGINE_AFTER = 500  # ms after the workspace opened: whoever waits for the first screen goes first


class Window(QMainWindow):
    """The one window: shows a card (sign-in, first run, lock) or a person's shell.

    Signals: ``painted()`` once, after the first paint; ``closing()``.
    """

    closing = Signal()
    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Blue Lamp")
        self.resize(1366, 768)
        self._painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)


class Application(QObject):
    """One run of the program. Signals: ``ready()`` once a card or a shell is on screen; ``entered()``."""

    ready = Signal()
    entered = Signal()

    def __init__(self, config: Config, window: Window) -> None:
        super().__init__()
        self.config, self.window = config, window
        self.tasks = Tasks(self)
        self.changes = Changes(self)
        self.opened: Opened | None = None
        self.engine: Engine | None = None
        self._begun: Engine | None = None  # set by the thread that starts it, before this one hears of it
        self.shell: Shell | None = None
        self._watch: Watch | None = None
        self._by: Actor | None = None
        self._card: Card | None = None
        self._outside = QWidget()
        self._waiting: tuple[str, str] | None = None
        self._engine_asked, self._engine_trouble = False, ""
        self.public_speed = 1.0  # of the practice public
        self._lock = QLockFile(str(config.data / "running.lock"))
        self._lock.setStaleLockTime(0)  # a lock of a process that died is taken over at once
        window.closing.connect(self.close)

    def greet(self) -> None:
        """Show what can be shown before the workspace is open: the sign-in, if the force is known."""
        name = opening.remembered(self.config)
        if name:
            self._show_sign_in(name)
        else:
            self.window.setCentralWidget(Card("Blue Lamp", self.tr("Opening the workspace..."), ""))

    @Slot()
    def begin(self) -> None:
        """Open the workspace; the window is painted already."""
        if not self._lock.tryLock(0):
            self._refuse(
                self.tr(
                    "Blue Lamp is already open on this data. Look for its window; a second one is not needed."
                )
            )
            return
        journal.open_file(self.config.data)
        self.tasks.run(partial(opening.open_workspace, self.config), self._show_opened, self._cannot_open)

    def close(self) -> None:
        """Close in order: watch, heartbeat, tasks, connections, practice network, database.

        The window goes first: nobody looks at it while the last answers of the networks are waited for.
        """
        self.window.hide()
        if self._watch is not None:
            self._watch.stop()
        stopped = self.engine
        if stopped is not None:
            stopped.stop()
        self.tasks.close()
        if self._begun is not None and self._begun is not stopped:
            self._begun.stop()  # it began while the window was being closed
        if self.opened is not None:
            self.opened.connectors.close()
            if self.opened.practice is not None:
                self.opened.practice.stop()
            self.opened.database.close()
        self.engine = self._begun = self.opened = None
        self._lock.unlock()

    def enter(self, by: Actor) -> None:
        """Open the shell for the person who signed in."""
        opened = self._require_opened()
        self._by = by
        from desktop.views.desk import Desk
        from desktop.views.window import Shell

        notices = Notices()
        self.tasks.failed.connect(notices.failed)
        desk = Desk(
            database=opened.database,
            tasks=self.tasks,
            changes=self.changes,
            notices=notices,
            by=by,
            settings=opened.settings,
            vault=opened.vault,
            connectors=opened.connectors,
            data=self.config.data,
            practice=self.config.practice,
            network=opened.practice,
        )
        self.shell = Shell(desk)
        self.shell.sign_out_asked.connect(self._sign_out)
        self.shell.lock_asked.connect(self._lock_now)
        self.window.setCentralWidget(self.shell)
        self._card = None
        self._show_engine()
        # What stands now stands for good: full collections would stop the interface to look through it.
        gc.freeze()
        self.entered.emit()

    def start_engine(self) -> None:
        """Let this window publish and collect in its background (the one-workstation shape)."""
        if self.engine is not None or self._engine_asked or self.opened is None:
            return
        self._engine_asked, opened = True, self.opened

        def start() -> Engine:
            from desktop.worker import Engine

            engine = Engine(
                opened.database, opened.vault, opened.connectors, kind="window", told=self.changes.tell
            )
            engine.start()
            self._begun = engine
            return engine

        self.tasks.run(start, self._engine_started, self._cannot_publish)

    # -- opening -----------------------------------------------------------------------------

    def _show_opened(self, opened: Opened) -> None:
        self.opened = opened
        if opened.first_run:
            welcome = Welcome()
            welcome.entered.connect(self._set_up)
            self._show(welcome)
        elif isinstance(self._card, SignIn):
            self._card.rename(opened.settings.force_name)
            self._look_for_alarms()
        else:
            self._ask_who()
        if not opened.first_run:
            QTimer.singleShot(ENGINE_AFTER, self.start_engine)
            self.tasks.run(opening.preload)
        if self._waiting is not None:
            self._sign_in(*self._waiting)
        if opened.practice is not None:
            from desktop.practice import workspace

            workspace.begin_public(opened.practice, speed=self.public_speed)
        self.changes.people_changed.connect(self._check_person)
        self._watch = Watch(self.changes, self.tasks.run, self._newest, self, seen=opened.audit_seq)
        self.ready.emit()

    def _newest(self, seen: int) -> tuple[int, set[str]]:
        from desktop.records import audit

        with self._require_opened().database.reading() as session:
            return audit.topics_since(session, seen)

    def _cannot_open(self, error: Exception) -> None:
        log.error("the workspace cannot be opened", exc_info=error)
        self._refuse(_words(error))

    def _refuse(self, words: str) -> None:
        card = Card(self.tr("Blue Lamp cannot open"), words, self.tr("Close"))
        card.button.clicked.connect(self.window.close)
        self._show(card)
        print(words, file=sys.stderr)
        self.ready.emit()

    def _require_opened(self) -> Opened:
        if self.opened is None:
            raise RuntimeError("the workspace is not open")
        return self.opened

    # -- people ------------------------------------------------------------------------------

    def _ask_who(self, *, locked_for: str = "") -> None:
        opened = self._require_opened()
        if self.config.practice:
            chooser = ChoosePerson(opened.people)
            chooser.chosen.connect(self._chosen)
            self._show(chooser)
            return
        self._show_sign_in(opened.settings.force_name, locked_for=locked_for)

    def _show_sign_in(self, force_name: str, *, locked_for: str = "") -> None:
        card = SignIn(force_name, locked_for=locked_for)
        card.entered.connect(self._sign_in)
        self._show(card)

    @Slot(object)
    def _set_up(self, wanted: FirstRun) -> None:
        opened = self._require_opened()

        def work() -> tuple[Actor, ForceSettings]:
            from desktop.records import people
            from desktop.records import settings as force_settings

            with opened.database.session() as session:
                by = people.first_run(
                    session,
                    force_name=wanted.force_name,
                    phone=wanted.phone,
                    name=wanted.name,
                    username=wanted.username,
                    password=wanted.password,
                )
                return by, force_settings.read(session)

        self.tasks.run(work, self._set_up_done, self._fail_card)

    def _set_up_done(self, done: tuple[Actor, ForceSettings]) -> None:
        by, settings = done
        opened = self._require_opened()
        self.opened = replace(opened, settings=settings, first_run=False)
        self.start_engine()
        self.enter(by)

    @Slot(str, str)
    def _sign_in(self, username: str, password: str) -> None:
        if self.opened is None:
            self._waiting = (username, password)  # typed faster than the workspace opens
            return
        opened, self._waiting = self.opened, None

        def work() -> tuple[Actor | None, ForceSettings]:
            from desktop.records import people
            from desktop.records import settings as force_settings

            with opened.database.session() as session:
                return people.sign_in(session, username, password), force_settings.read(session)

        self.tasks.run(work, self._signed_in, self._fail_card)

    def _signed_in(self, answer: tuple[Actor | None, ForceSettings]) -> None:
        by, settings = answer
        if by is None:
            from desktop.records.people import WRONG

            self._fail_card(Refused(translate("People", WRONG)))
            return
        if self.shell is not None and self._by == by:
            self._unlock()
            return
        self.opened = replace(self._require_opened(), settings=settings)
        self.enter(by)

    @Slot(str)
    def _chosen(self, username: str) -> None:
        opened = self._require_opened()

        def work() -> Actor:
            from desktop.practice import workspace

            with opened.database.session() as session:
                return workspace.sign_in(session, username)

        self.tasks.run(work, self.enter, self._fail_card)

    def _fail_card(self, error: Exception) -> None:
        if self._card is not None:
            self._card.fail(_words(error))

    @Slot()
    def _check_person(self) -> None:
        """See whether whoever sits here may still do what they may do: a leaver is out at once."""
        opened, by = self.opened, self._by
        if opened is None or by is None or self.shell is None:
            return

        def work() -> Actor | None:
            from desktop.records import people

            with opened.database.reading() as session:
                return people.still(session, by)

        self.tasks.run(work, self._checked_person)

    def _checked_person(self, now: Actor | None) -> None:
        if self.shell is not None and now != self._by:
            self._sign_out()
            self._fail_card(Refused(self.tr("Your account was changed. Sign in again.")))

    @Slot()
    def _sign_out(self) -> None:
        self._record_leaving(locked=False)
        self.shell = None
        self._ask_who()

    @Slot()
    def _lock_now(self) -> None:
        if self._by is None or self.shell is None or self.window.centralWidget() is not self.shell:
            return  # locked already, or closed: the shell that was put away still counts idle minutes
        self._record_leaving(locked=True)
        self.window.takeCentralWidget()  # kept alive in self.shell: what was being written is still there
        self.shell.hide()
        self._ask_who(locked_for=self._by.username)

    def _unlock(self) -> None:
        if self.shell is not None:
            self.window.setCentralWidget(self.shell)
            self._card = None
            self.shell.show()

    def _record_leaving(self, *, locked: bool) -> None:
        opened, by = self._require_opened(), self._by

        def work() -> None:
            from desktop.records import people

            if by is not None:
                with opened.database.session() as session:
                    people.sign_out(session, by, locked=locked)

        self.tasks.run(work)

    # -- the engine --------------------------------------------------------------------------

    def _engine_started(self, engine: Engine) -> None:
        if self.opened is None:
            return  # closed meanwhile
        self.engine = engine
        # What a person just made due should not wait for the next sweep.
        self.changes.posts_changed.connect(engine.wake)
        self.changes.handovers_changed.connect(engine.wake)
        self._show_engine()

    def _cannot_publish(self, error: Exception) -> None:
        self._engine_asked = False
        self._engine_trouble = _words(error)
        self._show_engine()

    def _show_engine(self) -> None:
        if self.shell is None:
            return
        if self.engine is None:
            self.shell.say_engine(self._engine_trouble or self.tr("Nobody is publishing yet"), well=False)
        elif self.engine.trouble:
            self.shell.say_engine(self.engine.trouble, well=False)
        else:
            started = self.engine.started_at.astimezone()
            self.shell.say_engine(
                self.tr("This window publishes and collects, since {time}").format(time=f"{started:%H:%M}"),
                well=True,
            )

    def _show(self, card: Card) -> None:
        """Show a card, under the alarms that stand as soon as they can be read."""
        self._card = card
        self._outside = QWidget()
        box = QVBoxLayout(self._outside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(card, 1)
        self.window.setCentralWidget(self._outside)
        card.take_focus()
        if self.opened is not None and not self.opened.first_run:
            self._look_for_alarms()

    def _look_for_alarms(self) -> None:
        from desktop.views.alarm_glimpse import Glimpse

        opened = self._require_opened()
        phone = opened.settings.control_room_phone
        glimpse = Glimpse(opened.database, self.tasks, self.changes, phone)
        box = self._outside.layout()
        if isinstance(box, QVBoxLayout):
            box.insertWidget(0, glimpse)


def _words(error: Exception) -> str:
    return getattr(error, "reason", "") or f"{type(error).__name__}: {error}"


def start(config: Config, arguments: list[str]) -> tuple[QApplication, Application]:
    """Make the application and show its window; the workspace opens once the loop runs."""
    journal.catch_all()
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(arguments)
    app.setApplicationName("Blue Lamp")
    app.setOrganizationName("Blue Lamp")
    style.apply(app)
    translation.install(app)
    window = Window()
    running = Application(config, window)
    running.greet()
    window.painted.connect(running.begin)
    window.show()
    return app, running


def run(config: Config, arguments: list[str]) -> int:
    """Show the window until it is closed; the exit code."""
    app, running = start(config, arguments)
    running.window.closing.connect(app.quit)
    return app.exec()


def refuse(words: str, arguments: list[str]) -> int:
    """Show why no workspace can be opened, until the window is closed: a windowed program has no console."""
    print(words, file=sys.stderr, flush=True)
    app = QApplication(arguments)
    style.apply(app)
    translation.install(app)
    window = Window()
    card = Card(
        app.translate("Application", "Blue Lamp cannot open"), words, app.translate("Application", "Close")
    )
    card.button.clicked.connect(window.close)
    window.setCentralWidget(card)
    window.closing.connect(app.quit)
    window.show()
    app.exec()
    return 1
