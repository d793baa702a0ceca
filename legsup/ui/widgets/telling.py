"""A widget that tells when it is seen, hidden or resized, to who lives with it.

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
    """Emits ``seen`` when it was shown (True) or hidden (False), and ``resized`` when its size has changed."""

    seen = Signal(bool)
    resized = Signal()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it is seen."""
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it is not."""
        super().hideEvent(event)
        self.seen.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that it has another size."""
        super().resizeEvent(event)
        self.resized.emit()
