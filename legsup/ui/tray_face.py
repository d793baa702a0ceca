"""A line of the tray's menu that is the face of an action: its words, whether it can be done, and its doing, but no key.

Keys work in a window that is in front; a panel's menu is none, and would show one beside the words all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


class TrayFace(QAction):
    """Shows one action after another; nothing can be done while it shows none, and its last words stay."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shown: QAction | None = None
        self.setEnabled(False)
        self.triggered.connect(self._do)

    def show_action(self, action: QAction | None) -> None:
        """Show an action, or none any more."""
        if action is not self._shown:
            if self._shown is not None:
                self._shown.changed.disconnect(self._derive)
            if action is not None:
                action.changed.connect(self._derive)
            self._shown = action
        self._derive()

    def _derive(self) -> None:
        action = self._shown
        self.setEnabled(action is not None and action.isEnabled())
        if action is not None:
            self.setText(action.text())

    def _do(self) -> None:
        if self._shown is not None:
            self._shown.trigger()
