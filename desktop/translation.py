"""In which language does the program speak? English is the source; Welsh lies in resources/translations."""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication, QLocale, QSettings, QTranslator

from desktop import resources, words

LANGUAGES = {"en": "English", "cy": "Cymraeg"}


def chosen() -> str:
    """Return the language code: BLUELAMP_LANGUAGE, the person's choice, or the system's."""
    wanted = os.environ.get("BLUELAMP_LANGUAGE") or QSettings("Blue Lamp", "Blue Lamp").value("language", "")
    code = str(wanted or QLocale.system().name()[:2])
    return code if code in LANGUAGES else "en"


def choose(code: str) -> None:
    """Remember the language for the next start."""
    QSettings("Blue Lamp", "Blue Lamp").setValue("language", code)


def install(app: QCoreApplication) -> None:
    """Load the translation of the chosen language, for the window and the rooms; a missing one leaves English."""
    code = chosen()
    translator = QTranslator(app)
    if code != "en" and translator.load(str(resources.path("translations", f"bluelamp_{code}.qm"))):
        app.installTranslator(translator)
        QLocale.setDefault(QLocale(code))
    words.speak(QCoreApplication.translate)
