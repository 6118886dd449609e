"""Which text does each account get: the same for all, or one of its own?"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QTabWidget, QVBoxLayout, QWidget

from desktop.views import style
from desktop.views.widgets.labels import Words, tip

SHARED = 0  # the key of the text for all

NAMED = 170  # pixels of an account's handle on its tab


class TextEdit(QPlainTextEdit):
    """Plain text; Tab leaves it. Signals: ``given(QMimeData)`` for files or a picture pasted or dropped."""

    given = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(130)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasImage() or any(url.isLocalFile() for url in source.urls()):
            self.given.emit(source)
        else:
            super().insertFromMimeData(source)

    def fill(self, words: str) -> None:
        """Show ``words`` without telling; undo begins anew."""
        if words != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(words)


class OwnText(QWidget):
    """One account's tab: the shared text to read, or its own to edit. Signals: ``changed()``."""

    changed = Signal()

    def __init__(self, handle: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.own: bool = False
        self.edit = TextEdit(self.tr("Text for {handle}").format(handle=handle))
        self.words = Words(tone="muted")
        self.switch = QPushButton()
        self.switch.clicked.connect(self._switch)
        self.edit.textChanged.connect(self.changed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, style.GAP, 0, 0)
        box.setSpacing(style.GAP)
        box.addWidget(self.edit, 1)
        box.addWidget(self.words)
        box.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)

    def show_text(self, own: str | None, shared: str) -> None:
        """Show the account's ``own`` text, or the shared one when there is none; tells nothing."""
        self.own = own is not None
        self.edit.fill(shared if own is None else own)
        self.edit.setReadOnly(own is None)
        if own is None:
            self.words.setText(self.tr("This account gets the same text as all others."))
            self.switch.setText(self.tr("Write a different text for this account"))
        else:
            self.words.setText(self.tr("This account has a text of its own."))
            self.switch.setText(self.tr("Use the same text as the others again"))

    @Slot()
    def _switch(self) -> None:
        # The shared text is shown again by the tabs, which hold it.
        self.own = not self.own
        self.show_text(self.edit.toPlainText() if self.own else None, self.edit.toPlainText())
        self.edit.setFocus()
        self.changed.emit()


class Texts(QTabWidget):
    """The shared text and a tab for each chosen account.

    Signals: ``edited()``; ``given(QMimeData)``; ``turned(int account_id)`` when another tab is shown (0: shared).
    """

    edited = Signal()
    given = Signal(object)
    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: dict[int, OwnText] = {}
        self._kept: dict[int, str | None] = {}  # of accounts that are not chosen now
        self._frozen = False
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Texts"))
        self.shared = TextEdit(self.tr("Text for all accounts"))
        self.shared.setPlaceholderText(self.tr("What do you want to say?"))
        self.shared.textChanged.connect(self._shared_changed)
        self.shared.given.connect(self.given)
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, style.GAP, 0, 0)
        box.addWidget(self.shared)
        self.addTab(holder, self.tr("Same text for all"))
        self.currentChanged.connect(self._turn)

    def text(self) -> str:
        return self.shared.toPlainText()

    def variants(self) -> dict[int, str | None]:
        """Return each account's own text; None where it takes the shared one."""
        return {key: tab.edit.toPlainText() if tab.own else None for key, tab in self._tabs.items()}

    def text_of(self, account_id: int) -> str:
        tab = self._tabs.get(account_id)
        return tab.edit.toPlainText() if tab is not None and tab.own else self.text()

    def set_texts(self, text: str, variants: dict[int, str | None]) -> None:
        """Show the texts of another draft; tells nothing."""
        self.shared.fill(text)
        self._kept = dict(variants)
        for key, tab in self._tabs.items():
            tab.show_text(variants.get(key), "")  # the shared one is shown when the tab is turned to
        self.setCurrentIndex(0)

    def set_accounts(self, accounts: list[tuple[int, str]]) -> None:
        """Have a tab for each (id, handle); what was written for one that goes is kept for its return."""
        for key in [key for key in self._tabs if key not in dict(accounts)]:
            tab = self._tabs.pop(key)
            self._kept[key] = tab.edit.toPlainText() if tab.own else None
            self.removeTab(self.indexOf(tab))
            tab.deleteLater()
        for key, handle in accounts:
            if key not in self._tabs:
                self._add(key, handle)

    def set_frozen(self, frozen: bool) -> None:
        """Let the texts be read only."""
        self._frozen = frozen
        self.shared.setReadOnly(frozen)
        for tab in self._tabs.values():
            tab.edit.setReadOnly(frozen or not tab.own)
            tab.switch.setEnabled(not frozen)

    def current_edit(self) -> tuple[int, TextEdit]:
        """Return the account (0: shared) and the editor in front."""
        for key, tab in self._tabs.items():
            if tab is self.currentWidget():
                return key, tab.edit
        return SHARED, self.shared

    def turn_to(self, account_id: int) -> TextEdit:
        """Bring an account's text to the front and return its editor."""
        tab = self._tabs.get(account_id)
        if tab is None:
            self.setCurrentIndex(0)
        else:
            self.setCurrentWidget(tab)
        return self.current_edit()[1]

    def _add(self, key: int, handle: str) -> None:
        tab = OwnText(handle)
        tab.show_text(self._kept.pop(key, None), "")
        tab.edit.given.connect(self.given)
        tab.changed.connect(self._own_changed)
        tab.switch.setEnabled(not self._frozen)
        self._tabs[key] = tab
        index = self.addTab(tab, self.fontMetrics().elidedText(handle, Qt.TextElideMode.ElideMiddle, NAMED))
        self.setTabToolTip(index, tip(handle))

    def _show_shared(self) -> None:
        """Show the shared text in the tab in front, where it has none of its own: nobody sees the others."""
        tab = self.currentWidget()
        if isinstance(tab, OwnText) and not tab.own:
            tab.show_text(None, self.text())

    @Slot()
    def _shared_changed(self) -> None:
        self._show_shared()
        self.edited.emit()

    @Slot()
    def _own_changed(self) -> None:
        self._show_shared()
        self.edited.emit()

    @Slot(int)
    def _turn(self, _index: int) -> None:
        self._show_shared()
        self.turned.emit(self.current_edit()[0])
