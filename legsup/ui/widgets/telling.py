"""A widget that tells when it is shown, hidden or resized, to who lives with it.

An event filter would do the same, but Python would be asked about every single event: for a figure that is painted sixty
times a second that costs as much as finding the light.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent


class TellingWidget(QWidget):
    """Emits ``in_sight`` when it was shown (True) or hidden (False), and ``resized`` when its size has changed."""

    in_sight = Signal(bool)
    resized = Signal()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it is shown."""
        super().showEvent(event)
        self.in_sight.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it is hidden."""
        super().hideEvent(event)
        self.in_sight.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that it has another size."""
        super().resizeEvent(event)
        self.resized.emit()
