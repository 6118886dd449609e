"""In which language does a person want the interface?"""

from __future__ import annotations

import os

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop import translation
from desktop.views import style
from desktop.views.widgets.labels import Words


class LanguageChoice(QWidget):
    """The languages by their own names. It is this person's choice on this computer, kept at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box, self.words = QComboBox(), Words(tone="muted")
        for code, name in translation.LANGUAGES.items():
            self.box.addItem(name, code)
        self.box.setCurrentIndex(self.box.findData(translation.chosen()))
        self.box.setAccessibleName(self.tr("Language of the interface"))
        self.box.setMaximumWidth(260)
        self.setFocusProxy(self.box)
        settled = bool(os.environ.get("BLUELAMP_LANGUAGE"))
        self.box.setEnabled(not settled)
        mine = self.tr("Your own choice on this computer. It takes effect at the next start.")
        theirs = self.tr("Settled for this computer by whoever looks after it (BLUELAMP_LANGUAGE).")
        self.words.setText(theirs if settled else mine)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP // 4)
        column.addWidget(self.box)
        column.addWidget(self.words)
        self.box.activated.connect(self.choose)

    @Slot()
    def choose(self) -> None:
        """Keep the choice for the next start."""
        translation.choose(self.box.currentData())
        words = self.tr("Kept: Blue Lamp speaks {language} from the next start on.")
        self.words.say(words.format(language=self.box.currentText()), "ok")
