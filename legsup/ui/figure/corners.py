"""The round corners of a figure that stands on a page as a card: what lies outside them, painted over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPainterPath, QPalette, QRegion
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from legsup.ui.widgets.telling import TellingWidget

#: Pixels: as round as the other cards are.
RADIUS = 14


class RoundCorners(QWidget):
    """Lies over a figure, in its corners alone, so that the figure's own painting costs no more."""

    def __init__(self, figure: TellingWidget) -> None:
        super().__init__(figure)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._figure = figure
        figure.resized.connect(self._cover)
        self._cover()
        self.show()

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

    def _cover(self) -> None:
        """Stay in the corners, whatever the figure's size."""
        self.setGeometry(self._figure.rect())
        corner = QRect(self.rect().topLeft(), QSize(RADIUS, RADIUS))
        corners = QRegion()
        for left in (0, self.width() - RADIUS):
            for top in (0, self.height() - RADIUS):
                corners += QRegion(corner.translated(left, top))
        self.setMask(corners)
