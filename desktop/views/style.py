"""Which colours, spaces and type do the screens share, in light and in dark?"""

from __future__ import annotations

import os

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop import resources

GAP = 8  # pixels at 100%; Qt scales

# Every pair of text and ground reaches 4.5:1 (WCAG 2.2, 1.4.3); red and amber also differ in lightness.
LIGHT = {
    "window": "#f4f6f9",
    "surface": "#ffffff",
    "raised": "#eaeff5",
    "text": "#14202e",
    "muted": "#556273",
    "border": "#c5ced9",
    "accent": "#0b4f9e",
    "accent_text": "#ffffff",
    "danger": "#a8071a",
    "danger_surface": "#fde7e9",
    "warning": "#8a5300",
    "warning_surface": "#fff2d9",
    "ok": "#1b6b35",
    "ok_surface": "#e3f4e8",
    "highlight": "#ffe08a",
}
DARK = {
    "window": "#12181f",
    "surface": "#1a222c",
    "raised": "#242f3b",
    "text": "#e8edf3",
    "muted": "#a3b0bf",
    "border": "#3a4757",
    "accent": "#6fb1ff",
    "accent_text": "#0b1420",
    "danger": "#ff8a8f",
    "danger_surface": "#4a1a20",
    "warning": "#f5bd5c",
    "warning_surface": "#41310f",
    "ok": "#7fd49a",
    "ok_surface": "#16351f",
    "highlight": "#6b5310",
}
ALARM = QColor("#a8071a")  # the same in both: white on it is 8:1
ALARM_TEXT = QColor("#ffffff")


def is_dark() -> bool:
    """Whether the dark scheme is in force: BLUELAMP_SCHEME (light, dark), else as the system says."""
    if wanted := os.environ.get("BLUELAMP_SCHEME"):
        return wanted == "dark"
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def color(name: str) -> QColor:
    """Return a named colour of the scheme in force."""
    return QColor((DARK if is_dark() else LIGHT)[name])


def apply(app: QApplication) -> None:
    """Give the application its look, now and whenever the system's scheme changes."""
    app.setStyle(QStyleFactory.create("Fusion"))
    font = QFont(app.font())
    if font.pointSizeF() < 10:
        font.setPointSizeF(10)
    app.setFont(font)
    _paint(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: _paint(app))


def title_font(font: QFont, *, size: float = 1.35) -> QFont:
    """Return ``font`` as a heading's."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * size)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _paint(app: QApplication) -> None:
    app.setPalette(_palette())
    app.setStyleSheet(_sheet())


def _palette() -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "raised",
        role.Text: "text",
        role.Button: "raised",
        role.ButtonText: "text",
        role.ToolTipBase: "surface",
        role.ToolTipText: "text",
        role.PlaceholderText: "muted",
        role.Highlight: "accent",
        role.HighlightedText: "accent_text",
        role.Link: "accent",
        role.Accent: "accent",
        role.Mid: "border",
    }
    for key, name in pairs.items():
        palette.setColor(key, color(name))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, color("muted"))
    return palette


def _sheet() -> str:
    c = {name: color(name).name() for name in LIGHT}
    scheme = "dark" if is_dark() else "light"
    arrow, tick = (
        resources.path("icons", f"{name}-{scheme}.svg").as_posix() for name in ("drop-down", "tick")
    )
    return f"""
    QToolTip {{ background: {c["surface"]}; color: {c["text"]}; border: 1px solid {c["border"]}; padding: 4px; }}
    QPushButton {{ background: {c["surface"]}; color: {c["text"]}; border: 1px solid {c["border"]};
        border-radius: 4px; padding: 5px 12px; min-height: 18px; }}
    QPushButton:hover {{ background: {c["raised"]}; }}
    QPushButton:pressed {{ background: {c["border"]}; }}
    QPushButton:disabled {{ color: {c["muted"]}; background: {c["window"]}; }}
    QPushButton:checked {{ background: {c["raised"]}; border: 2px solid {c["accent"]}; padding: 4px 11px; }}
    QPushButton[kind="primary"] {{ background: {c["accent"]}; color: {c["accent_text"]}; border-color: {c["accent"]};
        font-weight: 600; }}
    QPushButton[kind="primary"]:disabled {{ background: {c["raised"]}; color: {c["muted"]}; border-color: {c["border"]}; }}
    QPushButton[kind="danger"] {{ color: {c["danger"]}; border-color: {c["danger"]}; font-weight: 600; }}
    QPushButton[kind="danger"]:disabled {{ color: {c["muted"]}; border-color: {c["border"]}; }}
    QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus,
    QAbstractSpinBox:focus, QListView:focus, QTableView:focus, QTabBar:focus, QCheckBox:focus, QRadioButton:focus
        {{ outline: none; border: 2px solid {c["accent"]}; }}
    QCheckBox:focus, QRadioButton:focus {{ border-radius: 3px; }}
    QPushButton[kind="primary"]:focus {{ border: 2px solid {c["text"]}; }}
    QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit {{ background: {c["surface"]}; color: {c["text"]};
        border: 1px solid {c["border"]}; border-radius: 4px; padding: 3px 6px;
        selection-background-color: {c["accent"]}; selection-color: {c["accent_text"]}; }}
    QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: 22px; }}
    QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled
        {{ background: {c["window"]}; color: {c["muted"]}; }}
    QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 22px; }}
    QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{arrow}"); width: 12px; height: 12px; }}
    QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {{ width: 13px; height: 13px; background: {c["surface"]};
        border: 1px solid {c["muted"]}; border-radius: 3px; }}
    QRadioButton::indicator {{ border-radius: 7px; }}
    QCheckBox::indicator:checked, QListView::indicator:checked
        {{ background: {c["accent"]}; border-color: {c["accent"]}; image: url("{tick}"); }}
    QRadioButton::indicator:checked {{ border: 4px solid {c["accent"]}; width: 7px; height: 7px; }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {c["border"]}; }}
    QCheckBox::indicator:checked:disabled {{ background: {c["muted"]}; }}
    QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
    QListView, QTableView, QScrollArea {{ border: 1px solid {c["border"]}; border-radius: 4px; }}
    QHeaderView::section {{ background: {c["raised"]}; color: {c["text"]}; border: none; padding: 5px 8px; }}
    """
