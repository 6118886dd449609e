"""On which accounts will the post appear?"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.accounts.rows import AccountRow
from desktop.models import AccountState
from desktop.views import style
from desktop.views.widgets.labels import Words, tip

MANY = 8  # from here on the list can be searched
ROW = 26  # pixels


class AccountChoice(QWidget):
    """A list of accounts to tick; a force may have hundreds. Signals: ``changed()``."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[int, AccountRow] = {}
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find an account"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Accounts"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = Words(
            self.tr("No account is connected yet. An administrator connects one on the Accounts screen."),
            tone="muted",
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(style.GAP // 2)
        for part in (self.search, self.list, self.none):
            box.addWidget(part)
        self.search.textChanged.connect(self._filter)
        self.list.itemChanged.connect(self._ticked)
        self.show_accounts([], ())

    def show_accounts(self, accounts: Iterable[AccountRow], ticked: tuple[int, ...]) -> None:
        """Fill the list; accounts that were disconnected are left out unless ``ticked``. Tells nothing."""
        gone = AccountState.DISCONNECTED
        self._rows = {row.id: row for row in accounts if row.state is not gone or row.id in ticked}
        with QSignalBlocker(self.list):
            self.list.clear()
            for row in self._rows.values():
                self.list.addItem(self._item(row, row.id in ticked))
        shown = min(max(len(self._rows), 1), 4)
        self.list.setFixedHeight(shown * ROW + 8)
        self.list.setVisible(bool(self._rows))
        self.none.setVisible(not self._rows)
        self.search.setVisible(len(self._rows) >= MANY)

    def set_ticked(self, ticked: tuple[int, ...]) -> None:
        with QSignalBlocker(self.list):
            for item in self._items():
                checked = item.data(Qt.ItemDataRole.UserRole) in ticked
                item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)

    def ticked(self) -> tuple[int, ...]:
        checked = [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]
        return tuple(int(item.data(Qt.ItemDataRole.UserRole)) for item in checked)

    def chosen(self) -> list[AccountRow]:
        return [self._rows[key] for key in self.ticked()]

    def row(self, account_id: int) -> AccountRow | None:
        return self._rows.get(account_id)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _item(self, row: AccountRow, ticked: bool) -> QListWidgetItem:
        words = f"{row.handle}   {row.network.value.capitalize()}"
        if row.state is AccountState.DISCONNECTED:
            words = self.tr("{account} (disconnected)").format(account=words)
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, row.id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        item.setToolTip(tip("\n".join((row.name, row.handle, row.server, *row.capabilities.notes))))
        return item

    @Slot(str)
    def _filter(self, words: str) -> None:
        for item in self._items():
            item.setHidden(words.casefold() not in item.text().casefold())

    @Slot()
    def _ticked(self) -> None:
        self.changed.emit()
