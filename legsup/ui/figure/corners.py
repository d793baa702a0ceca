"""The round corners of a figure that stands on a page as a card: what lies outside them, painted over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPainterPath, QPalette, QRegion
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPaintEvent

#: Pixels: as round as the other cards are.
RADIUS = 14


class RoundCorners(QWidget):
    """Lies over a figure, in its corners alone, so that the figure's own painting costs no more."""

    def __init__(self, figure: QWidget) -> None:
        super().__init__(figure)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        figure.installEventFilter(self)
        self._cover(figure)
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corners when the figure's size changes."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self._cover(watched)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page where the figure ends."""
        outside = QPainterPath()
        outside.addRect(QRectF(self.rect()))
        inside = QPainterPath()
        inside.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(
            outside.subtracted(inside), QGuiApplication.palette().color(QPalette.ColorRole.Window)
        )
        painter.end()

    def _cover(self, figure: QWidget) -> None:
        self.setGeometry(figure.rect())
        corner = QRect(self.rect().topLeft(), QSize(RADIUS, RADIUS))
        corners = QRegion()
        for left in (0, self.width() - RADIUS):
            for top in (0, self.height() - RADIUS):
                corners += QRegion(corner.translated(left, top))
        self.setMask(corners)
