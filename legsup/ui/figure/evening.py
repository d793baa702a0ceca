"""The evening light over a figure: what a low sun lays into the room when a practice is over. It does not move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QRadialGradient
from PySide6.QtWidgets import QWidget

from legsup.ui.figure.dither import rounded
from legsup.ui.theme import DUSK

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent

    from legsup.ui.theme import Theme
    from legsup.ui.widgets.telling import TellingWidget

#: Where it comes from: from the side that has no wall, and from above, in shares of the picture; and how far it reaches.
_ASIDE, _DOWN, _REACH = 0.06, 0.5, 0.85
#: How strong it is at most, by the look.
_DARK, _LIGHT = 0.30, 0.62
#: How it fades with distance: shares of the reach, and what is left there.
_FADING = ((0.0, 1.0), (0.2, 0.8), (0.45, 0.42), (0.7, 0.15), (0.88, 0.03), (1.0, 0.0))


class EveningLight(QWidget):
    """Lies over a figure and is shown by whoever knows that it is over; it takes no mouse and is not read aloud."""

    def __init__(self, figure: TellingWidget) -> None:
        super().__init__(figure)
        self._theme = DUSK
        self._flipped = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._figure = figure
        self._picture: QPixmap | None = None
        figure.resized.connect(self._cover)
        self.hide()

    def set_look(self, theme: Theme, *, flipped: bool) -> None:
        """Shine in a theme's glow; ``flipped`` has the wall on the left."""
        self._theme, self._flipped = theme, flipped
        self._forget()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay the light over what is below."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatioF() != ratio:
            self._picture = self._painted(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shine over the new size."""
        super().resizeEvent(event)
        self._forget()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep no picture that is not seen."""
        super().hideEvent(event)
        self._picture = None

    def _painted(self, ratio: float) -> QPixmap:
        wide, high = float(self.width()), float(self.height())
        aside = 1.0 - _ASIDE if self._flipped else _ASIDE
        glow = QRadialGradient(QPointF(aside * wide, _DOWN * high), _REACH * max(wide, high))
        for share, part in _FADING:
            tone = QColor(self._theme.glow)
            tone.setAlphaF((_DARK if self._theme.dark else _LIGHT) * part)
            glow.setColorAt(share, tone)
        fine = QImage(self.size() * ratio, QImage.Format.Format_RGBA64_Premultiplied)
        fine.setDevicePixelRatio(ratio)
        fine.fill(Qt.GlobalColor.transparent)
        painter = QPainter(fine)
        painter.fillRect(self.rect(), glow)
        painter.end()
        return QPixmap.fromImage(rounded(fine))

    def _forget(self) -> None:
        self._picture = None
        self.update()

    def _cover(self) -> None:
        """Cover the figure, whatever its size."""
        self.setGeometry(self._figure.rect())
