"""What may be told of a standing alarm while nobody has signed in: that it stands, and the number to call."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from desktop.changes import Changes
from desktop.contact_centre import alarms
from desktop.contact_centre.alarms import AlarmRow
from desktop.models.database import Database
from desktop.tasks import Tasks
from desktop.views import style
from desktop.views.widgets.labels import Words

EVERY = 5000  # ms: also what other processes raise while nobody is signed in


class Glimpse(Words):
    """A full-width bar over the sign-in card. It names nobody of the public: anyone may pass by."""

    def __init__(
        self, database: Database, tasks: Tasks, changes: Changes, phone: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._database, self._tasks, self._phone = database, tasks, phone
        self.setContentsMargins(style.GAP * 2, style.GAP, style.GAP * 2, style.GAP)
        self.setAutoFillBackground(True)
        self.setFont(style.title_font(self.font(), size=1.2))
        self.hide()
        changes.alarms_changed.connect(self.look)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    @Slot()
    def look(self) -> None:
        self._tasks.run(partial(_standing, self._database), self._tell, self._blind)

    def _tell(self, rows: list[AlarmRow]) -> None:
        loud = [row for row in rows if row.loudness >= alarms.LOUD]
        if not loud:
            self.hide()
        elif any(row.kind in alarms.ABOUT_A_LIFE for row in loud):
            words = self.tr("Life at risk - call the control room now on {number}. Sign in to see it.")
            self._shout(words.format(number=self._phone or self.tr("its number")))
        else:
            words = self.tr("{count} alarms stand. Sign in to see what must be done.")
            self._shout(words.format(count=len(loud)))

    def _blind(self, _error: Exception) -> None:
        self._shout(self.tr("The alarms cannot be read. Call your administrator."))

    def _shout(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self._paint()
        self.show()

    def _paint(self) -> None:
        palette = self.palette()
        palette.setColor(self.backgroundRole(), style.ALARM)
        palette.setColor(self.foregroundRole(), style.ALARM_TEXT)
        if palette != self.palette():
            self.setPalette(palette)


def _standing(database: Database) -> list[AlarmRow]:
    with database.reading() as session:
        return alarms.standing(session)
