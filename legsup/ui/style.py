"""The style sheet: ordinary widgets dressed once, from a theme's colours.

Roles are dynamic properties: ``role`` on a button is ``primary``, ``quiet``, ``close``, ``side``, ``fold`` or
``link``, on a label ``title``, ``heading``,
``caption``, ``strong``, ``note``, ``warning`` or ``urgent``, on a frame ``card``.
Sizes are in em or points so that they grow with the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legsup.ui.theme import Theme

_SHEET = """
QWidget { color: %(ink)s; placeholder-text-color: %(ink_quiet)s; font-size: %(body_size)spt; }
QMainWindow, QDialog, QWizard, QWizardPage, QStackedWidget, QScrollArea, QWidget[role="page"] { background: %(page)s; }
QScrollArea { border: none; }
QToolTip { background: %(card)s; color: %(ink)s; border: 1px solid %(edge)s; padding: 4px; }

QLabel { background: transparent; }
QLabel:disabled { color: %(ink_quiet)s; }
QLabel[role="title"] { font-size: %(title_size)spt; font-weight: 600; }
QLabel[role="heading"] { font-size: %(heading_size)spt; font-weight: 600; }
QLabel[role="caption"] { font-size: %(caption_size)spt; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[lands="true"] { border-bottom: 2px solid transparent; padding-bottom: 2px; }
QLabel[lands="true"]:focus { border-bottom: 2px solid %(focus)s; }
QLabel[role="note"] { color: %(ink_quiet)s; }
QLabel[role="urgent"] { color: %(warning)s; font-weight: 600; }
QLabel[role="warning"] { color: %(warning)s; }
QLabel[over] { padding: 2px 14px 4px 14px; }
QLabel[over="true"] { background: %(page)s; }

QPushButton, QToolButton {
    background: %(card)s; border: 1px solid %(edge)s; border-radius: 10px; padding: 7px 16px; min-height: 28px;
}
QPushButton:hover, QToolButton:hover { background: %(card_hover)s; }
QPushButton:pressed, QToolButton:pressed { background: %(field)s; }
QAbstractButton { outline: none; }
QPushButton:focus, QToolButton:focus { border: 3px solid %(focus)s; padding: 5px 14px; }
QPushButton:disabled, QToolButton:disabled { color: %(ink_quiet)s; background: transparent; border-style: dashed; }
QPushButton:checked { background: %(card_hover)s; border-bottom: 4px solid %(accent)s; border-bottom-left-radius: 3px; border-bottom-right-radius: 3px; padding-bottom: 4px; }
QPushButton:checked:focus { border: 3px solid %(focus)s; border-bottom: 6px solid %(focus)s; padding-bottom: 2px; }
QPushButton[role="quiet"]:checked { background: %(card)s; border: 1px solid transparent; border-bottom: 4px solid %(accent)s; border-top-left-radius: 6px; border-top-right-radius: 6px; border-bottom-left-radius: 0; border-bottom-right-radius: 0; padding: 7px 12px 4px 12px; }
QPushButton[role="quiet"]:checked:focus { border: 3px solid %(focus)s; padding: 5px 10px; }
QPushButton[role="primary"] {
    background: %(accent)s; color: %(on_accent)s; border: 2px solid %(accent)s; border-radius: 14px; font-weight: 600; padding: 9px 22px;
}
QPushButton[role="primary"]:hover { background: %(accent_hover)s; border-color: %(accent_hover)s; }
QPushButton[role="primary"]:focus { border: 3px solid %(ink)s; padding: 8px 21px; }
QPushButton[role="primary"]:disabled { background: transparent; color: %(ink_quiet)s; border: 1px dashed %(edge)s; padding: 10px 23px; }
QPushButton[role="quiet"], QToolButton[role="quiet"] { background: transparent; border: 1px solid transparent; padding: 7px 12px; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: %(card)s; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus { border: 3px solid %(focus)s; padding: 5px 10px; }
QPushButton[role="quiet"]:disabled, QToolButton[role="quiet"]:disabled { background: transparent; border: 1px dashed %(edge)s; }
QPushButton[role="close"] { padding: 7px 10px; }
QPushButton[role="close"]:checked { padding: 7px 10px 4px 10px; }
QPushButton[role="close"]:focus { border: 3px solid %(focus)s; padding: 5px 8px; }
QPushButton[role="side"] { background: transparent; border: 1px solid transparent; border-left: 3px solid transparent; border-radius: 6px; text-align: left; padding: 7px 18px; }
QPushButton[role="side"]:hover { background: %(card)s; }
QPushButton[role="side"]:checked { background: %(card)s; border-bottom: 1px solid transparent; border-left: 4px solid %(accent)s; border-top-left-radius: 0; border-bottom-left-radius: 0; border-bottom-right-radius: 6px; padding: 7px 17px 7px 17px; }
QPushButton[role="side"]:focus { border: 3px solid %(focus)s; padding: 5px 16px 5px 18px; }
QPushButton[role="fold"], QPushButton[role="fold"]:checked { background: transparent; border: 2px solid transparent; color: %(ink_quiet)s; text-align: left; padding: 6px 38px 6px 8px; }
QPushButton[role="fold"]:hover { color: %(ink)s; background: %(card)s; }
QPushButton[role="fold"]:focus { border: 2px solid %(focus)s; color: %(ink)s; }
QPushButton[role="link"] { background: transparent; border: 2px solid transparent; color: %(ink_quiet)s; text-decoration: underline; padding: 6px 4px; min-width: 32px; }
QPushButton[role="link"]:disabled { border: 1px dashed %(edge)s; text-decoration: none; padding: 7px 5px; }
QPushButton[role="link"]:hover { color: %(ink)s; }
QPushButton[role="link"]:focus { border: 2px solid %(focus)s; color: %(ink)s; }
QToolButton { padding: 6px 12px 5px 12px; }
QToolButton:focus { padding: 4px 10px 3px 10px; }
QToolButton::menu-indicator { image: none; }
QPushButton[dense="true"], QToolButton[dense="true"] { padding-left: 6px; padding-right: 6px; }
QPushButton[dense="true"]:focus, QToolButton[dense="true"]:focus { padding-left: 4px; padding-right: 4px; }
QPushButton[role="primary"][dense="true"]:focus { padding-left: 5px; padding-right: 5px; }
QPushButton[role="primary"][dense="true"]:disabled { padding-left: 7px; padding-right: 7px; }
QPushButton[role="quiet"][dense="true"] { padding-left: 5px; padding-right: 5px; }
QPushButton[role="quiet"][dense="true"]:checked { padding-left: 5px; padding-right: 5px; }
QPushButton[role="quiet"][dense="true"]:focus, QPushButton[role="quiet"][dense="true"]:checked:focus { padding-left: 3px; padding-right: 3px; }

QFrame[role="card"] { background: %(card)s; border: none; border-radius: 14px; }
QAbstractButton[role="card"] { background: %(card)s; border: 1px solid %(edge)s; border-radius: 14px; }
QAbstractButton[role="card"]:focus { border: 3px solid %(focus)s; }
QAbstractButton[role="card"]:hover { background: %(card_hover)s; }

QLineEdit, QPlainTextEdit, QTextEdit, QTextBrowser {
    background: %(field)s; border: 1px solid %(edge)s; border-radius: 10px; padding: 7px 12px; min-height: 28px;
    selection-background-color: %(accent)s; selection-color: %(on_accent)s;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QTextBrowser:focus { border: 3px solid %(focus)s; padding: 5px 10px; }
QLineEdit:disabled { color: %(ink_quiet)s; background: transparent; border-style: dashed; }
QTextBrowser[role="reading"] { background: %(page)s; border: 2px solid transparent; border-radius: 0; padding: 0; }
QTextBrowser[role="reading"]:focus { border-color: %(focus)s; padding: 0; }

QComboBox { background: %(field)s; border: 1px solid %(edge)s; border-radius: 10px; padding: 7px 36px 7px 12px; min-height: 28px; combobox-popup: 0; }
QComboBox:hover { background: %(card_hover)s; }
QComboBox:focus { border: 3px solid %(focus)s; padding: 5px 34px 5px 10px; }
QComboBox:disabled { color: %(ink_quiet)s; border-style: dashed; }
QComboBox::drop-down { border: none; width: 0; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox QAbstractItemView {
    background: %(field)s; border: 1px solid %(edge)s; border-radius: 0; padding: 2px; outline: none;
    selection-background-color: %(accent)s; selection-color: %(on_accent)s;
}
QComboBox QAbstractItemView::item { min-height: 40px; padding: 2px 10px; }

QSpinBox { background: %(field)s; border: 1px solid %(edge)s; border-radius: 10px; padding: 7px 2px; min-height: 28px; selection-background-color: %(accent)s; selection-color: %(on_accent)s; }
QSpinBox:focus { border: 3px solid %(focus)s; padding: 5px 0; }
QSpinBox QLineEdit { border: none; background: transparent; padding: 0 0 0 8px; min-height: 0; }
QSpinBox QLineEdit:focus { border: none; padding: 0 0 0 8px; }
QSpinBox::up-button, QSpinBox::down-button { subcontrol-origin: border; subcontrol-position: center right; width: 44px; height: 42px; border: none; background: transparent; }
QSpinBox::down-button { right: 44px; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover { background: %(card_hover)s; }
QSpinBox::up-arrow, QSpinBox::down-arrow { image: none; width: 0; height: 0; }

QSlider { min-height: 44px; background: transparent; }
QSlider::groove:horizontal { height: 6px; border-radius: 3px; background: %(edge)s; }
QSlider::sub-page:horizontal { height: 6px; border-radius: 3px; background: %(accent)s; }
QSlider::handle:horizontal { width: 22px; margin: -10px 0; border-radius: 13px; background: %(accent)s; border: 2px solid %(page)s; }
QSlider::handle:horizontal:focus { border: 3px solid %(ink)s; }

QCheckBox, QRadioButton { spacing: 10px; padding: 3px 6px; border: 2px solid transparent; border-radius: 8px; background: transparent; min-height: 34px; }
QCheckBox:focus, QRadioButton:focus { border-color: %(focus)s; }
QCheckBox::indicator { width: %(tick)spx; height: %(tick)spx; border: 2px solid %(ink_quiet)s; border-radius: 6px; background: %(field)s; }
QCheckBox::indicator:checked { background: %(accent)s; border-color: %(accent)s; }
QCheckBox[role="switch"] { spacing: 0; }
QCheckBox[role="switch"]::indicator { width: %(track)spx; height: %(knob)spx; border: none; background: transparent; }

QMenu { background: %(card)s; border: 1px solid %(edge)s; padding: 6px; }
QMenu::item { padding: 11px 24px; border-radius: 6px; }
QMenu::item:selected { background: %(accent)s; color: %(on_accent)s; }
QMenu::item:disabled { color: %(ink_quiet)s; }
QMenu::separator { height: 1px; background: %(edge)s; margin: 6px 8px; }

QListView, QTreeView, QTableView {
    background: %(card)s; border: 1px solid %(edge)s; border-radius: 10px; outline: none; alternate-background-color: %(field)s;
}
QListView::item, QTreeView::item, QTableView::item { padding: 6px; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: %(accent)s; color: %(on_accent)s; }
QListView:focus, QTreeView:focus, QTableView:focus { border: 3px solid %(focus)s; }
QHeaderView::section { background: %(card)s; color: %(ink_quiet)s; border: none; padding: 4px 8px; }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: %(ink_quiet)s; padding: 8px 16px; border: none; border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: %(ink)s; border-bottom: 3px solid %(accent)s; font-weight: 600; }
QTabBar::tab:hover { color: %(ink)s; }
QTabBar::tab:focus { background: %(card)s; }

QProgressBar { background: %(field)s; border: 1px solid %(edge)s; border-radius: 6px; text-align: center; }
QProgressBar::chunk { background: %(accent)s; border-radius: 5px; }
QScrollBar:vertical { background: transparent; width: 12px; }
QScrollBar:horizontal { background: transparent; height: 12px; }
QScrollBar::handle { background: %(edge)s; border-radius: 5px; min-height: 28px; min-width: 28px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QGroupBox { border: 1px solid %(edge)s; border-radius: 8px; margin-top: 1.2em; padding: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 12px; padding: 0 4px; }
"""


#: Sizes of text in points at 100 %: what is read, and what is read from the floor.
SIZES = {"body": 10.5, "heading": 14.0, "caption": 18.0, "title": 22.0}

#: Sizes in pixels at 100 %: the box of a tick, and a switch's track, how long and how high.
PARTS = {"tick": 18, "track": 40, "knob": 23}


def style_sheet(theme: Theme, text_size: int = 100) -> str:
    """Write the style sheet of a theme, for the whole application, with text of so many per cent."""
    names = (
        "page",
        "card",
        "card_hover",
        "field",
        "ink",
        "ink_quiet",
        "accent",
        "accent_hover",
        "on_accent",
    )
    colours = {name: getattr(theme, name) for name in (*names, "edge", "focus", "warning")}
    sizes = {f"{name}_size": f"{points * text_size / 100:g}" for name, points in SIZES.items()}
    # Parts of a control are told in pixels: in em they do not grow with the text.
    parts = {name: str(round(pixels * text_size / 100)) for name, pixels in PARTS.items()}
    return _SHEET % {**colours, **sizes, **parts}
