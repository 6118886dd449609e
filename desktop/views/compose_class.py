"""What kind of content is it, and what must be looked at before it goes out?"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.models import ContentClass
from desktop.views import style
from desktop.views.widgets.labels import Words

translate = QCoreApplication.translate


def class_name(kind: ContentClass) -> str:
    """Return the words for a class of content."""
    return {
        ContentClass.ROUTINE: translate("ContentClass", "Routine"),
        ContentClass.APPEAL: translate("ContentClass", "Appeal: wanted, missing or witnesses"),
        ContentClass.NAMING: translate("ContentClass", "Names or shows a suspect or a convicted person"),
        ContentClass.YOUTH: translate("ContentClass", "Somebody under 18"),
        ContentClass.SEXUAL_OFFENCE: translate("ContentClass", "Sexual offence"),
        ContentClass.ACTIVE_PROCEEDINGS: translate("ContentClass", "Active proceedings"),
    }[kind]


def checklist(kind: ContentClass) -> tuple[str, ...]:
    """Return what the author and the approver look at; () for routine content."""
    return {
        ContentClass.ROUTINE: (),
        ContentClass.APPEAL: (
            translate(
                "ContentClass", "The investigating officer has agreed to the appeal and to each image."
            ),
            translate("ContentClass", "It says how to get in touch, and that 999 is for an emergency."),
            translate("ContentClass", "You know when it will be reviewed and what will take it down."),
        ),
        ContentClass.NAMING: (
            translate(
                "ContentClass", "The person was charged or convicted, or a senior lead decided to name them."
            ),
            translate(
                "ContentClass", "No court order or reporting restriction forbids the name or the image."
            ),
            translate("ContentClass", "The reason for naming is recorded."),
        ),
        ContentClass.YOUTH: (
            translate(
                "ContentClass", "No name, address, school or image identifies anyone in a youth court."
            ),
            translate("ContentClass", "The details together do not identify them either."),
            translate("ContentClass", "A parent or guardian has consented, or a senior lead decided."),
        ),
        ContentClass.SEXUAL_OFFENCE: (
            translate("ContentClass", "Nothing identifies the complainant: they are anonymous for life."),
            translate(
                "ContentClass", "Place, relationship, job and dates together do not identify them either."
            ),
        ),
        ContentClass.ACTIVE_PROCEEDINGS: (
            translate(
                "ContentClass", "Proceedings are active from arrest: nothing suggests guilt or past conduct."
            ),
            translate("ContentClass", "Evidence, identification and admissions are left out."),
            translate("ContentClass", "Replies will be watched: they can be in contempt of court too."),
        ),
    }[kind]


def checklist_words(kind: ContentClass) -> str:
    """Return the checklist as lines, with who must approve; "" for routine content."""
    points = checklist(kind)
    if not points:
        return ""
    approver = translate("ContentClass", "A head of communications approves this. Before you go on:")
    return "\n".join((approver, *(f"•  {point}" for point in points)))


class ClassChoice(QWidget):
    """The class of content with its checklist below. Signals: ``changed()``."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox()
        self.box.setAccessibleName(self.tr("Kind of content"))
        for kind in ContentClass:
            self.box.addItem(class_name(kind), kind.value)
        self.note = Words(tone="warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP // 2)
        column.addWidget(self.box)
        column.addWidget(self.note)
        self.box.currentIndexChanged.connect(self._turned)
        self._advise()

    def value(self) -> ContentClass:
        return ContentClass(self.box.currentData())

    def set_value(self, kind: ContentClass) -> None:
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(self.box.findData(kind.value))
        self._advise()

    @Slot()
    def _turned(self) -> None:
        self._advise()
        self.changed.emit()

    def _advise(self) -> None:
        self.note.say(checklist_words(self.value()), "warning")
