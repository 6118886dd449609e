"""What must everybody at this computer know at once, whatever screen they are on?

Empty when all is well. It cannot be dismissed: an alarm leaves when its cause is gone.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from desktop import clock
from desktop.contact_centre.alarms import AlarmRow
from desktop.models import AlarmKind
from desktop.views import alarm_work
from desktop.views.alarm_line import AlarmLine
from desktop.views.alarm_list import AlarmList
from desktop.views.alarm_siren import Siren
from desktop.views.alarm_work import UNSTORED, Standing
from desktop.views.desk import Desk
from desktop.views.widgets.ask import Ask
from desktop.views.widgets.labels import tip
from desktop.views.widgets.screen import words_of
from desktop.views.widgets.when import WallTime

SWEEP = 10_000  # ms: it is read so often even if nothing tells of a change
RETRY = 3_000  # ms until it is read again after a failure
Key = tuple[AlarmKind, str]


class AlarmBar(QFrame):
    """The highest alarm across the window, and all others below it on request."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._standing = Standing((), desk.settings.control_room_phone, desk.zone)
        self._levels: dict[Key, int] = {}  # as last shown: what is higher now has risen
        self._silenced: dict[Key, int] = {}  # seen here, where it could not be stored
        self._failure, self._failure_seen = "", False
        self._reading = self._again = False
        self.line = AlarmLine(desk.by, large=True)
        self.others = AlarmList(desk.by)
        self.more = QPushButton()
        self.ask, self.when = Ask(), WallTime(desk.zone)
        self.siren = Siren(desk.tasks, self)
        self._ticking = QTimer(self, interval=1000)
        self._sweeping = QTimer(self, interval=SWEEP)
        self._lay_out()
        self._connect()
        self.read()

    @property
    def alarms(self) -> tuple[AlarmRow, ...]:
        """Return what stands, the highest first."""
        return self._standing.alarms

    # Reading

    @Slot()
    def read(self) -> None:
        """Read anew; changes that come while it is read are read afterwards."""
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        work = partial(alarm_work.read, self._desk.database)
        self._desk.tasks.run(work, self._show, self._cannot_read)

    def _show(self, standing: Standing) -> None:
        self._failure, self._failure_seen = "", False
        self._sweeping.setInterval(SWEEP)
        self._standing = standing
        self._repaint()
        self._finished()

    def _cannot_read(self, error: Exception) -> None:
        rises = not self._failure
        self._failure = self.tr("Alarms cannot be read: {reason}").format(reason=words_of(error))
        self._sweeping.setInterval(RETRY)
        self._repaint()
        if rises:
            self._rise(self._failure)
        self._finished()

    def _finished(self) -> None:
        self._reading = False
        if self._again:
            self.read()

    # Showing

    def _repaint(self) -> None:
        phone, zone, at = self._standing.phone, self._standing.zone, clock.now()
        if self._failure:
            self.line.show_failure(self._failure)
            self.line.seen.setVisible(not self._failure_seen)
        elif self.alarms:
            self.line.show_alarm(self.alarms[0], phone, zone, at)
            self.line.seen.setVisible(self._sounds(self.alarms[0]))
        self._show_others()
        self.setVisible(bool(self._failure or self.alarms))
        self._notice_rises()
        self._sound()
        self._name()

    @Slot()
    def _show_others(self) -> None:
        """Count the others, and list them once somebody asks: folded, they cost nothing."""
        rest = self.alarms if self._failure else self.alarms[1:]
        self.more.setVisible(bool(rest))
        with QSignalBlocker(self.more):
            self.more.setChecked(self.more.isChecked() and bool(rest))
        unfolded = self.more.isChecked()
        words = self.tr("Hide the others") if unfolded else self.tr("and {count} more")
        self.more.setText(words.format(count=len(rest)))
        self.others.setVisible(unfolded)
        if unfolded:
            self.others.show_alarms(rest, self._standing.phone, self._standing.zone, clock.now())
            self.others.follow(self.more)
            for line in self.others.lines:
                line.seen.setVisible(line.alarm is not None and self._sounds(line.alarm))

    def _notice_rises(self) -> None:
        now = {(alarm.kind, alarm.subject): alarm.level for alarm in self.alarms}
        risen = [a for a in self.alarms if a.level > self._levels.get((a.kind, a.subject), 0)]
        self._levels = now
        self._silenced = {key: level for key, level in self._silenced.items() if now.get(key) == level}
        if risen and any(self._sounds(alarm) for alarm in risen):
            self._rise(risen[0].words)

    def _rise(self, words: str) -> None:
        """Make the task bar flash and the screen reader speak."""
        self.siren.hurry()
        self.setAccessibleName(words)
        QApplication.alert(self.window())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _name(self) -> None:
        words = self._failure or (self.line.accessibleName() if self.alarms else "")
        if words != self.accessibleName():
            self.setAccessibleName(words)

    def _sounds(self, alarm: AlarmRow) -> bool:
        return alarm.sounding and self._silenced.get((alarm.kind, alarm.subject), 0) < alarm.level

    def _sound(self) -> None:
        level = max((alarm.loudness for alarm in self.alarms if self._sounds(alarm)), default=0)
        if self._failure and not self._failure_seen:
            level = max(level, 2)
        self.siren.sound(level)

    @Slot()
    def _tick(self) -> None:
        at = clock.now()
        self.line.tick(at)
        self.others.tick(at)

    @Slot(str)
    def _say_silent(self, words: str) -> None:
        """Say honestly that this computer makes no sound."""
        self.setToolTip(tip(words))
        self.line.silent.setText(self.tr("No sound here") if words else "")
        self.line.silent.setToolTip(tip(words))
        self.line.silent.setVisible(bool(words))

    # Acting

    @Slot(object)
    def _open(self, alarm: AlarmRow) -> None:
        match alarm.kind:
            case AlarmKind.UNSEEN | AlarmKind.LIFE_AT_RISK:
                self._desk.go("conversation", alarm.subject_id)
            case AlarmKind.UNDELIVERED | AlarmKind.UNACCEPTED:
                self._desk.go("contact_centre", alarm.subject_id)
            case AlarmKind.BLIND:
                self._desk.go("accounts", alarm.subject_id)
            case AlarmKind.LATE:
                work = partial(alarm_work.place_of, self._desk.database, alarm.subject_id)
                self._desk.tasks.run(work, self._go)

    def _go(self, place: tuple[str, int]) -> None:
        self._desk.go(*place)

    @Slot(object)
    def _see(self, alarm: AlarmRow | None) -> None:
        if alarm is None:
            self._failure_seen = True
            self._repaint()
        elif alarm.id == UNSTORED:
            self._silenced[alarm.kind, alarm.subject] = alarm.level
            self._repaint()
        else:
            work = partial(alarm_work.acknowledge, self._desk.database, self._desk.by, alarm)
            self._desk.tasks.run(work, self._seen, self._not_done)

    def _seen(self, _none: None) -> None:
        self._desk.changes.tell("alarms")

    @Slot(object)
    def _ask_for_call(self, alarm: AlarmRow) -> None:
        self.when.set_wall(clock.wall(clock.now(), self._desk.zone))
        self.ask.ask(
            self.tr("Who in the control room took it on by phone, and when? {about}").format(
                about=alarm.words
            ),
            self.tr("Log the call"),
            self.tr("Cancel"),
            partial(self._log_call, alarm.subject_id),
            reason=self.tr("Name of who answered"),
            needed=self.tr("Name the person who took it on: a handover is accepted by somebody."),
            extra=self.when,
        )
        self.ask.reason.setFocus()

    def _log_call(self, handover_id: int, who: str) -> None:
        if refusal := self.when.refusal():
            self.ask.fail(refusal)
            return
        at = clock.instant(self.when.wall(), self.when.zone, second=self.when.chosen())
        work = partial(alarm_work.log_call, self._desk.database, self._desk.by, handover_id, who, at)
        self._desk.tasks.run(work, self._logged, self._not_logged)

    def _logged(self, _none: None) -> None:
        self.ask.dismiss()
        self._desk.notices.say(self.tr("The call is logged: the handover is accepted."))
        self._desk.changes.tell("handovers", "alarms")

    def _not_logged(self, error: Exception) -> None:
        self.ask.fail(words_of(error))
        self.read()

    def _not_done(self, error: Exception) -> None:
        self._desk.notices.failed(error)
        self.read()

    # The parts

    def _connect(self) -> None:
        for source in (self.line, self.others):
            source.open_asked.connect(self._open)
            source.seen_asked.connect(self._see)
            source.call_asked.connect(self._ask_for_call)
        self.more.toggled.connect(self._show_others)
        self.siren.silent.connect(self._say_silent)
        self._ticking.timeout.connect(self._tick)
        self._sweeping.timeout.connect(self.read)
        changes = self._desk.changes
        for signal in (changes.alarms_changed, changes.handovers_changed, changes.inbox_changed):
            signal.connect(self.read)
        self._ticking.start()
        self._sweeping.start()

    def _lay_out(self) -> None:
        self.more.setCheckable(True)
        self.more.setAccessibleName(self.tr("All standing alarms"))
        self.line.buttons.addWidget(self.more)
        self.when.hide()
        self.others.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part in (self.line, self.ask, self.others):
            box.addWidget(part)
        self.hide()
