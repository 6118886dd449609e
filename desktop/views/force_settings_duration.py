"""How is a length of time typed and read?"""

from __future__ import annotations

import re

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox, QWidget

SHORTEST, LONGEST = 5, 86_400  # seconds, as the settings' own rule
_TYPED = re.compile(r"\s*(\d+)\s*(s|sec|min|m|h)?\s*", re.IGNORECASE)
_SIZES = {"h": 3600, "m": 60, "min": 60}


class Duration(QSpinBox):
    """Seconds, shown in whole minutes or hours where they are: "45 s", "2 min", "1 h"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(SHORTEST, LONGEST)
        self.setSingleStep(5)
        self.setMaximumWidth(160)
        self.lineEdit().setTextMargins(5, 0, 5, 0)  # a style sheet's padding does not reach a spin box's text

    def textFromValue(self, value: int) -> str:
        return words(value)

    def valueFromText(self, text: str) -> int:
        return seconds(text) or SHORTEST

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Anything that can become a length of time may stand while it is typed."""
        found = seconds(text)
        good = found is not None and SHORTEST <= found <= LONGEST
        state = QValidator.State.Acceptable if good else QValidator.State.Intermediate
        return state, text, position


def words(value: int) -> str:
    for size, unit, least in ((3600, "h", 3600), (60, "min", 120)):
        if value >= least and value % size == 0:
            return f"{value // size} {unit}"
    return f"{value} s"


def seconds(text: str) -> int | None:
    """Return the seconds that ``text`` means; None for what means none."""
    match = _TYPED.fullmatch(text)
    if match is None:
        return None
    return int(match[1]) * _SIZES.get((match[2] or "s").lower(), 1)
