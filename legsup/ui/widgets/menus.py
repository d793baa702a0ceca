"""A button that opens a menu of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QToolButton

from legsup.ui.widgets.naming import named
from legsup.ui.widgets.pressing import is_enter

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeyEvent


class MenuButton(QToolButton):
    """Opens its menu by mouse, by key, and by a screen reader, to which a button without a menu of its own offers nothing."""

    def __init__(self, text: str, name: str, description: str) -> None:
        super().__init__()
        self.setText(text)
        self.setToolTip(f"{name}: {description}")
        named(self, name, description)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self.setMenu(self._menu)

    @property
    def offered(self) -> tuple[QAction, ...]:
        """The lines of the menu."""
        return tuple(self._menu.actions())

    def offer(self, actions: tuple[QAction, ...]) -> None:
        """Offer these actions, in this order."""
        if self.offered == actions:
            return
        for each in self.offered:
            self._menu.removeAction(each)
        self._menu.addActions(actions)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for Space."""
        if is_enter(event):
            self.showMenu()
        else:
            super().keyPressEvent(event)


def menu_button(text: str, actions: tuple[QAction, ...], name: str, description: str) -> MenuButton:
    """Make a button that opens a menu; its ``description`` says what is in it."""
    made = MenuButton(text, name, description)
    made.offer(actions)
    return made
