"""Soft gradients without bands: reckoned finer than a screen shows, then rounded under a noise that no eye sees."""

from __future__ import annotations

from array import array
from functools import cache, lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QTransform

#: The noise comes again after so many pixels.
SIDE = 64
#: So many steps of the finer reckoning are one of the screen's.
_STEP = 257
#: So many places one channel's noise lies behind another's: it has no colour of its own.
_BEHIND = (0, 1237, 2791)
_FINE = QImage.Format.Format_RGBA64_Premultiplied


class Shading(NamedTuple):
    """A gradient between two tones (#rrggbb) along a length.

    It goes from the first to the second between the two ``ends``, in pixels from where the length begins, and stays as it
    is beyond them; ``across`` runs to the right, else it runs down.
    """

    tones: tuple[str, str]
    ends: tuple[float, float]
    length: float
    across: bool = False

    def brush(self, ratio: float) -> QBrush:
        """Give what to fill with, for ``ratio`` device pixels to a pixel, where the painter's brushes begin with the length."""
        ends = round(self.ends[0] * ratio), round(self.ends[1] * ratio)
        brush = QBrush(_strip(self.tones, ends, max(1, round(self.length * ratio)), across=self.across))
        brush.setTransform(QTransform.fromScale(1.0 / ratio, 1.0 / ratio))
        return brush


def even(tone: tuple[float, ...], ratio: float) -> QBrush:
    """Give what to fill with one tone, red, green and blue of 0-255, that lies between two that a screen shows."""
    image = QImage(SIDE, SIDE, _FINE)
    image.fill(_lower(QColor.fromRgba64(*(round(channel * _STEP) for channel in tone))))
    brush = QBrush(rounded(image).convertToFormat(QImage.Format.Format_RGB32))
    brush.setTransform(QTransform.fromScale(1.0 / ratio, 1.0 / ratio))
    return brush


@lru_cache(8)
def _strip(tones: tuple[str, str], ends: tuple[int, int], length: int, *, across: bool) -> QImage:
    image = QImage(*((length, SIDE) if across else (SIDE, length)), _FINE)
    first, second = (QPointF(end, 0) if across else QPointF(0, end) for end in ends)
    gradient = QLinearGradient(first, second)
    for place, tone in enumerate(tones):
        gradient.setColorAt(place, _lower(QColor(tone)))
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.fillRect(image.rect(), gradient)
    painter.end()
    return rounded(image).convertToFormat(QImage.Format.Format_RGB32)


def rounded(fine: QImage) -> QImage:
    """Give a picture of 16 bits a channel in 8, under a noise of a step: no two shades meet at an edge.

    It is about a step lighter then; where it was clear it veils what is below by two steps at most.
    """
    painter = QPainter(fine)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    painter.fillRect(fine.rect(), QBrush(_noise()))
    painter.end()
    return fine.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _lower(tone: QColor) -> QColor:
    """Give a tone a step of the screen's darker, since the noise makes it so much lighter."""
    channels = tone.rgba64()
    low = (max(0, each - _STEP) for each in (channels.red(), channels.green(), channels.blue()))
    return QColor.fromRgba64(*low)


@cache
def _noise() -> QImage:
    """Make the noise: nothing to two steps in a channel, mostly about one, as if two dice were thrown."""
    seed, dice = 12345, array("H")
    for _ in range(SIDE * SIDE):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        dice.append(((seed >> 23) + (seed >> 15 & 0xFF)) * _STEP // 255)
    pixels = array("H")
    for at in range(SIDE * SIDE):
        colour = [dice[at - behind] for behind in _BEHIND]
        pixels.extend((*colour, max(colour)))
    return QImage(pixels.tobytes(), SIDE, SIDE, SIDE * 8, _FINE).copy()
