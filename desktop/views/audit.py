"""What was done here, by whom, and is the record whole?"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.records.audit_search import Found, Verified
from desktop.views import audit_work, style
from desktop.views.audit_entry import EntryPage
from desktop.views.audit_filter import Filter
from desktop.views.audit_table import EntryTable
from desktop.views.audit_work import Asked
from desktop.views.compose_editor import scrolled
from desktop.views.desk import Desk
from desktop.views.widgets.labelled import button
from desktop.views.widgets.labels import Heading, Words
from desktop.views.widgets.screen import Screen, States, words_of


class AuditScreen(Screen):
    """The entries asked for, one of them in full, and the proof. Each reading is itself recorded.

    Signals: ``looked_at(int)`` from the work thread while the chain is verified.
    """

    looked_at = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = self.tr("Audit")
        self._asked = Asked()
        self._pages: list[int] = [0]  # what each page so far was read before
        self._found = Found((), 0, 0)
        self._asking = 0
        self.filter = Filter(desk.zone)
        self.table, self.entry = EntryTable(desk.zone), EntryPage(desk.zone)
        self.proof, self.count = Words(), Words(tone="muted", wrap=False)
        self.verify = button(self.tr("Verify the chain"))
        self.export = button(self.tr("Export…"))
        self.newer, self.older = button(self.tr("Newer")), button(self.tr("Older"))
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read the newest entries that are asked for."""
        self._asked, self._pages = self.filter.asked(), [0]
        self._read()
        work = partial(audit_work.choices, self.desk.database)
        self.desk.tasks.run(work, self._offer)

    def _read(self) -> None:
        self.states.loading()
        self._asking += 1
        desk = self.desk
        work = partial(audit_work.read, desk.database, desk.by, self._asked, desk.zone, self._pages[-1])
        desk.tasks.run(work, partial(self._show, self._asking), self.states.failed)

    def _offer(self, found: tuple[list[str], list[str]]) -> None:
        self.filter.offer(*found)

    def _show(self, asking: int, found: Found) -> None:
        if asking != self._asking:
            return
        self._found = found
        self.newer.setEnabled(len(self._pages) > 1)
        self.older.setEnabled(bool(found.older))
        self.export.setEnabled(bool(found.rows))
        if not found.rows:
            self.count.setText("")
            self.states.empty(
                self.tr("No entry is like this"), self.tr("Choose other filters, or “Show all”.")
            )
            return
        if self._pages == [0]:
            # Else the entries about these very readings would push the pages along.
            self._pages = [found.rows[0].seq + 1]
        words = self.tr("Entries {newest} to {oldest}; {total} match")
        self.count.setText(
            words.format(
                newest=f"{found.rows[0].seq:,}", oldest=f"{found.rows[-1].seq:,}", total=f"{found.total:,}"
            )
        )
        self.table.show_rows(found.rows)
        self.states.ready()

    @Slot()
    def go_older(self) -> None:
        if self._found.older:
            self._pages.append(self._found.older)
            self._read()

    @Slot()
    def go_newer(self) -> None:
        if len(self._pages) > 1:
            self._pages.pop()
            self._read()

    # The proof

    @Slot()
    def verify_now(self) -> None:
        """Look at every entry of the chain, off the interface thread."""
        self.verify.setEnabled(False)
        self.proof.say(self.tr("Verifying: looking at the first entries…"), "muted")
        work = partial(audit_work.verify, self.desk.database, self.desk.by, self.looked_at.emit)
        self.desk.tasks.run(work, self._verified, self._not_verified)

    @Slot(int)
    def _show_progress(self, number: int) -> None:
        if not self.verify.isEnabled():
            words = self.tr("Verifying: {number} entries looked at…")
            self.proof.say(words.format(number=f"{number:,}"), "muted")

    def _verified(self, found: Verified) -> None:
        self.verify.setEnabled(True)
        if found.faults:
            words = self.tr(
                "The chain is broken: this record was changed. Tell the professional standards department now, "
                "and change nothing on this computer."
            )
            faults = [f"•  {fault.words}" for fault in found.faults[:10]]
            more = len(found.faults) - len(faults)
            if more > 0:
                faults.append(self.tr("•  and {number} more").format(number=more))
            self.proof.say("\n".join((words, *faults)), "danger")
            return
        words = self.tr(
            "The chain is whole: {number} entries, none changed, removed or put in another order. "
            "The newest entry's hash begins {head}."
        )
        self.proof.say(words.format(number=f"{found.entries:,}", head=found.head[:16]), "ok")

    def _not_verified(self, error: Exception) -> None:
        self.verify.setEnabled(True)
        self.proof.say(words_of(error), "danger")

    # The export

    @Slot()
    def ask_for_file(self) -> None:
        """Ask where to; the system's own dialog, for the only act here that leaves the program."""
        dialog = QFileDialog(self, self.tr("Export the entries"), str(Path.home() / "audit.csv"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Table (*.csv)"), "JSON (*.json)"])
        dialog.setDefaultSuffix("csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    @Slot(str)
    def export_to(self, file: str) -> None:
        """Write all entries that match to ``file``; that is itself recorded."""
        desk = self.desk
        work = partial(audit_work.export, desk.database, desk.by, self._asked, desk.zone, Path(file))
        self.export.setEnabled(False)
        desk.tasks.run(work, partial(self._exported, file), self._not_exported)

    def _exported(self, file: str, number: int) -> None:
        self.export.setEnabled(True)
        words = self.tr(
            "{number} entries are written to {file}. The export is recorded with the file's SHA-256."
        )
        self.desk.notices.say(words.format(number=f"{number:,}", file=file))

    def _not_exported(self, error: Exception) -> None:
        self.export.setEnabled(True)
        self.desk.notices.failed(error)

    # The parts

    def _connect(self) -> None:
        self.filter.changed.connect(self.refresh)
        self.table.chosen.connect(self.entry.show_entry)
        self.older.clicked.connect(self.go_older)
        self.newer.clicked.connect(self.go_newer)
        self.verify.clicked.connect(self.verify_now)
        self.export.clicked.connect(self.ask_for_file)
        self.looked_at.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)
        self.states.again.connect(self.refresh)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(style.GAP)
        top.addWidget(Heading(self.title))
        top.addStretch(1)
        for act in (self.export, self.verify):
            top.addWidget(act)
        self.proof.hide()
        told = Words(self.tr("Reading, exporting and verifying the audit are recorded too."), tone="muted")
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP * 2)
        row.addWidget(self.table, 5)
        row.addWidget(scrolled(self.entry), 3)
        self.states = States(body)
        foot = QHBoxLayout()
        foot.addWidget(self.count)
        foot.addStretch(1)
        for act in (self.newer, self.older):
            foot.addWidget(act)
        box = QVBoxLayout(self)
        box.setContentsMargins(style.GAP * 2, style.GAP * 2, style.GAP * 2, style.GAP)
        box.setSpacing(style.GAP)
        box.addLayout(top)
        for part in (told, self.proof, self.filter):
            box.addWidget(part)
        box.addWidget(self.states, 1)
        box.addLayout(foot)
