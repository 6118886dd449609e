"""In which language does the program speak below the window?

The rooms know no Qt, and yet their sentences reach screens. They pass each literal sentence through ``translate``
before its fields are filled in; the window gives the translator in force. In the worker, ``bluelamp doctor`` and the
tests nobody gives one, and English stands as it is written. Both names are those that Qt's lupdate looks for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date


def _as_written(context: str, words: str) -> str:
    return words


_translator: Callable[[str, str], str] = _as_written


def speak(translator: Callable[[str, str], str] = _as_written) -> None:
    """Take the translator of the language in force; without one, English."""
    global _translator
    _translator = translator


def translate(context: str, words: str) -> str:
    """Return ``words``, a literal as lupdate finds it, in the language in force; fields are filled in afterwards."""
    return _translator(context, words)


def QT_TRANSLATE_NOOP(context: str, words: str) -> str:
    """Mark a constant for translation and leave it English: who shows it says ``translate(context, CONSTANT)``."""
    return words


_DAYS = (
    QT_TRANSLATE_NOOP("Dates", "Monday"),
    QT_TRANSLATE_NOOP("Dates", "Tuesday"),
    QT_TRANSLATE_NOOP("Dates", "Wednesday"),
    QT_TRANSLATE_NOOP("Dates", "Thursday"),
    QT_TRANSLATE_NOOP("Dates", "Friday"),
    QT_TRANSLATE_NOOP("Dates", "Saturday"),
    QT_TRANSLATE_NOOP("Dates", "Sunday"),
)
_SHORT_DAYS = (
    QT_TRANSLATE_NOOP("Dates", "Mon"),
    QT_TRANSLATE_NOOP("Dates", "Tue"),
    QT_TRANSLATE_NOOP("Dates", "Wed"),
    QT_TRANSLATE_NOOP("Dates", "Thu"),
    QT_TRANSLATE_NOOP("Dates", "Fri"),
    QT_TRANSLATE_NOOP("Dates", "Sat"),
    QT_TRANSLATE_NOOP("Dates", "Sun"),
)
_MONTHS = (
    QT_TRANSLATE_NOOP("Dates", "January"),
    QT_TRANSLATE_NOOP("Dates", "February"),
    QT_TRANSLATE_NOOP("Dates", "March"),
    QT_TRANSLATE_NOOP("Dates", "April"),
    QT_TRANSLATE_NOOP("Dates", "May"),
    QT_TRANSLATE_NOOP("Dates", "June"),
    QT_TRANSLATE_NOOP("Dates", "July"),
    QT_TRANSLATE_NOOP("Dates", "August"),
    QT_TRANSLATE_NOOP("Dates", "September"),
    QT_TRANSLATE_NOOP("Dates", "October"),
    QT_TRANSLATE_NOOP("Dates", "November"),
    QT_TRANSLATE_NOOP("Dates", "December"),
)
_SHORT_MONTHS = (
    QT_TRANSLATE_NOOP("Dates", "Jan"),
    QT_TRANSLATE_NOOP("Dates", "Feb"),
    QT_TRANSLATE_NOOP("Dates", "Mar"),
    QT_TRANSLATE_NOOP("Dates", "Apr"),
    QT_TRANSLATE_NOOP("Dates", "May"),
    QT_TRANSLATE_NOOP("Dates", "Jun"),
    QT_TRANSLATE_NOOP("Dates", "Jul"),
    QT_TRANSLATE_NOOP("Dates", "Aug"),
    QT_TRANSLATE_NOOP("Dates", "Sep"),
    QT_TRANSLATE_NOOP("Dates", "Oct"),
    QT_TRANSLATE_NOOP("Dates", "Nov"),
    QT_TRANSLATE_NOOP("Dates", "Dec"),
)


def dated(at: date, form: str) -> str:
    """Write ``at`` as strftime does, with the names of days and months in the language in force."""
    return _dated(at, form, translate)


def dated_in_english(at: date, form: str) -> str:
    """Write ``at`` as strftime does in English, whatever the window and this computer speak."""
    return _dated(at, form, _as_written)


def _dated(at: date, form: str, say: Callable[[str, str], str]) -> str:
    for code, name in (
        ("%A", _DAYS[at.weekday()]),
        ("%a", _SHORT_DAYS[at.weekday()]),
        ("%B", _MONTHS[at.month - 1]),
        ("%b", _SHORT_MONTHS[at.month - 1]),
    ):
        form = form.replace(code, say("Dates", name))
    return at.strftime(form)
