"""The word of the breath by the figure: In, Out or Hold in the look's glow, where the room is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap, QRadialGradient
from PySide6.QtWidgets import QWidget

from legsup.ui.breath_words import clearness, every_word, word_of
from legsup.ui.theme import DUSK

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from legsup.domain.breath import Breath
    from legsup.ui.theme import Theme
    from legsup.ui.widgets.telling import TellingWidget

#: The height of its letters as a share of the figure's height, and at least and at most so many pixels.
_TALL, _LEAST, _MOST = 0.085, 20, 84
#: Where its middle is: from the side that has no wall, and from above.
_ASIDE, _DOWN = 0.17, 0.24

#: How strong its glow is at most, by the look.
GLOW_DARK, GLOW_LIGHT = 0.16, 0.5


class BreathWord(QWidget):
    """Lies over a figure and is told the breath; nothing of it is read aloud or takes the mouse."""

    def __init__(self, figure: TellingWidget) -> None:
        super().__init__(figure)
        self._figure = figure
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = DUSK
        self._still = self._flipped = False
        self._shown: tuple[str, float] = ("", 0.0)
        self._pictures: dict[str, QPixmap] = {}
        figure.resized.connect(self._place)
        self.hide()

    @property
    def shown(self) -> tuple[str, float]:
        """The word that stands there and how clearly (0-1)."""
        return self._shown

    @property
    def letters(self) -> int:
        """The size of its letters in pixels."""
        return self._lettered(self._figure.height()).pixelSize()

    def show_breath(self, breath: Breath | None) -> None:
        """Let the word of a moment stand there; none outside paced holds."""
        shown = ("", 0.0) if breath is None else (word_of(breath), clearness(breath, still=self._still))
        if shown != self._shown:
            self._shown = shown
            self.setVisible(shown[1] > 0.0)
            self.update()

    def set_look(self, theme: Theme, *, flipped: bool, still: bool) -> None:
        """Wear a theme; ``flipped`` has the wall on the left, ``still`` neither comes nor goes softly."""
        self._theme, self._flipped, self._still = theme, flipped, still
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the word, painted once, as clearly as the breath asks."""
        word, clear = self._shown
        if word not in self._pictures:
            self._pictures[word] = self._painted(word)
        painter = QPainter(self)
        painter.setOpacity(clear)
        painter.drawPixmap(0, 0, self._pictures[word])
        painter.end()

    def _place(self) -> None:
        """Stay by the figure, whatever its size."""
        room = self._figure.size()
        metrics = QFontMetrics(self._lettered(room.height()))
        wide = max(metrics.horizontalAdvance(word) for word in every_word()) + 2 * metrics.height()
        size = QSize(wide, 2 * metrics.height())
        aside = 1.0 - _ASIDE if self._flipped else _ASIDE
        left = round(room.width() * aside - wide / 2)
        left = max(0, min(room.width() - wide, left))
        top = max(0, round(room.height() * _DOWN - size.height() / 2))
        self._pictures.clear()
        self.setGeometry(QRect(left, top, size.width(), size.height()))
        self.update()

    def _lettered(self, height: int) -> QFont:
        font = QFont(self.font())
        # Never smaller than the text around it: that is as large as the person needs it.
        least = max(_LEAST, self.fontInfo().pixelSize())
        font.setPixelSize(max(least, min(_MOST, round(height * _TALL))))
        return font

    def _painted(self, word: str) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        area = QRectF(self.rect())
        painter.save()
        # A round glow, drawn out to the word's width.
        painter.translate(area.center())
        painter.scale(area.width() / area.height(), 1.0)
        painter.fillRect(
            QRectF(-area.height() / 2, -area.height() / 2, area.height(), area.height()),
            _glow(QColor(self._theme.glow), area.height() / 2, GLOW_DARK if self._theme.dark else GLOW_LIGHT),
        )
        painter.restore()
        painter.setFont(self._lettered(self._figure.height()))
        painter.setPen(QColor(self._theme.accent))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, word)
        painter.end()
        return picture


def _glow(colour: QColor, radius: float, strength: float) -> QRadialGradient:
    gradient = QRadialGradient(QPointF(0, 0), radius)
    for share, part in ((0.0, 1.0), (0.35, 0.72), (0.6, 0.32), (0.8, 0.09), (1.0, 0.0)):
        tone = QColor(colour)
        tone.setAlphaF(strength * part)
        gradient.setColorAt(share, tone)
    return gradient
