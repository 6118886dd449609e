"""How are the audit's entries laid out in a table?"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop import clock
from desktop.records.audit_search import EntryRow
from desktop.views import audit_words
from desktop.views.widgets.labels import tip

Index = QModelIndex | QPersistentModelIndex
WIDTHS = (56, 178, 104, 212)  # the last column takes the rest


class Entries(QAbstractTableModel):
    """The entries of one page, newest first."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self.zone = zone
        self.rows: tuple[EntryRow, ...] = ()

    def show_rows(self, rows: tuple[EntryRow, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(self.rows[index.row()])[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._cells(self.rows[index.row()])[index.column()])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            titles = (self.tr("No."), self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("About"))
            return titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _cells(self, row: EntryRow) -> tuple[str, ...]:
        return (
            str(row.seq),
            clock.shown(row.at, self.zone, seconds=True),
            row.actor,
            audit_words.action_words(row.action),
            audit_words.subject_words(row.subject),
        )


class EntryTable(QTableView):
    """The table. Signals: ``chosen(EntryRow)`` when a person moves to an entry."""

    chosen = Signal(object)

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = Entries(zone)
        self.setModel(self.entries)
        self.setAccessibleName(self.tr("Entries of the audit"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in enumerate(WIDTHS):
            header.resizeSection(column, width)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_rows(self, rows: tuple[EntryRow, ...]) -> None:
        """Show a page, its newest entry chosen."""
        self.entries.show_rows(rows)
        self.scrollToTop()
        if rows:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(self.entries.index(0, 0), flags.ClearAndSelect | flags.Rows)

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.entries.rows[current.row()])
