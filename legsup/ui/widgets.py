"""Small pieces that every page is built of, named and described for those who do not see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction


def label(text: str, role: str = "", *, centred: bool = False) -> QLabel:
    """Make a label that wraps; ``role`` gives its look (title, heading, caption, note)."""
    made = QLabel(text)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    if centred:
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def button(text: str, do: Callable[[], None], role: str = "", description: str = "") -> QPushButton:
    """Make a button that does something of its own."""
    made = QPushButton(text)
    made.setAccessibleName(text)
    made.setAccessibleDescription(description)
    if role:
        made.setProperty("role", role)
    made.clicked.connect(lambda: do())  # noqa: PLW0108 - Qt's own argument must not reach it
    return made


def choosable(button: QAbstractButton, do: Callable[[], None]) -> None:
    """Let a button be chosen, which does something; by mouse, by key, or by a screen reader, which only toggles it."""
    button.setCheckable(True)

    def chosen(on: bool) -> None:  # noqa: FBT001 - a slot takes what Qt gives
        if on:
            do()

    button.toggled.connect(chosen)


def show_chosen(button: QAbstractButton, *, on: bool) -> None:
    """Show whether a button is the chosen one, without choosing it."""
    with QSignalBlocker(button):
        button.setChecked(on)


def show_role(widget: QWidget, role: str) -> None:
    """Give a widget another look; nothing happens where it has it already."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class ActionButton(QPushButton):
    """A button that is nothing but a QAction's face: its text, its being enabled and its doing."""

    def __init__(self, action: QAction, role: str = "", *, hides: bool = False) -> None:
        super().__init__()
        self._action = action
        self._hides = hides
        if role:
            self.setProperty("role", role)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._derive)
        self._derive()

    def _derive(self) -> None:
        self.setText(self._action.text())
        self.setAccessibleName(self._action.text())
        self.setAccessibleDescription(self._action.toolTip())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
        if self._hides:
            self.setVisible(self._action.isEnabled())


def menu_button(text: str, actions: tuple[QAction, ...], description: str) -> QToolButton:
    """Make a button that opens a menu of actions."""
    made = QToolButton()
    made.setText(text)
    made.setAccessibleName(description)
    made.setToolTip(description)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    made.addActions(actions)
    return made


def card() -> QFrame:
    """Make a frame that lifts its content from the page."""
    made = QFrame()
    made.setProperty("role", "card")
    return made


def scrolling(content: QWidget) -> QScrollArea:
    """Let a page be scrolled when the window is small or the text large."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    content.setProperty("role", "page")
    area.setWidget(content)
    return area


def column(widget: QWidget, *, width: int = 0) -> QVBoxLayout:
    """Give a widget a column layout with the app's margins; ``width`` keeps lines readable on wide screens."""
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(24, 20, 24, 20)
    layout.setSpacing(14)
    if width:
        widget.setMaximumWidth(width)
        widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return layout
