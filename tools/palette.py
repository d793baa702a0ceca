"""Chooses the colours that stand for many, and lays a pattern under a picture such that they stand for those between.

Boxes of colours are halved along their longest side where most of them are; then each colour is drawn to those it stands for.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

COLOURS = 256
#: Every so many pixels one is looked at, in so many frames; no divisor of a width, so that no column is left out.
_EVERY, _FRAMES = 7, 12
_SHIFTS = (16, 8, 0)
#: How often the colours are drawn to those they stand for.
_ROUNDS = 12
#: Steps of a channel by which a pixel is made lighter or darker in all, and pixels after which the pattern comes again.
_LIGHTER, _SIDE = 4, 8


class _Box:
    """Colours with how often each was seen."""

    def __init__(self, seen: list[tuple[int, int]]) -> None:
        self.seen = seen
        self.shift, self.spread = max(
            ((shift, _spread(seen, shift)) for shift in _SHIFTS), key=lambda each: each[1]
        )
        self.weight = self.spread * sum(count for _, count in seen) ** 0.4

    def halves(self) -> tuple[_Box, _Box]:
        ordered = sorted(self.seen, key=lambda each: each[0] >> self.shift & 255)
        half, so_far = sum(count for _, count in ordered) / 2, 0
        for at, (_, count) in enumerate(ordered[:-1], 1):
            so_far += count
            if so_far >= half:
                return _Box(ordered[:at]), _Box(ordered[at:])
        return _Box(ordered[:-1]), _Box(ordered[-1:])

    def mean(self) -> int:
        total = sum(count for _, count in self.seen)
        channels = (
            round(sum((colour >> shift & 255) * count for colour, count in self.seen) / total)
            for shift in _SHIFTS
        )
        red, green, blue = channels
        return 0xFF000000 | red << 16 | green << 8 | blue


def palette_of(frames: Sequence[QImage]) -> list[int]:
    """Give at most ``COLOURS`` colours, as Qt writes them, for frames of one size."""
    seen: Counter[int] = Counter()
    for frame in frames[:: max(1, len(frames) // _FRAMES)]:
        words = memoryview(frame.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
        seen.update(colour & 0xFFFFFF for colour in words[::_EVERY])
    boxes = [_Box(list(seen.items()))]
    while len(boxes) < COLOURS:
        widest = max(boxes, key=lambda box: box.weight)
        if not widest.spread:
            break
        boxes.remove(widest)
        boxes += widest.halves()
    return _drawn([box.mean() for box in boxes], seen)


def dithered(frame: QImage) -> QImage:
    """Give a frame with an even pattern in it that stays where it is: between two colours no edge is seen."""
    shown = frame.convertToFormat(QImage.Format.Format_RGB32)
    wide, high = shown.width(), shown.height()
    pixels = np.frombuffer(shown.constBits(), np.uint8).reshape(high, wide, 4).astype(np.int16)
    pattern = np.rint(_pattern() * _LIGHTER).astype(np.int16)
    tiles = np.tile(pattern, (high // _SIDE + 1, wide // _SIDE + 1))[:high, :wide, np.newaxis]
    pixels[..., :3] = np.clip(pixels[..., :3] + tiles, 0, 255)
    return QImage(pixels.astype(np.uint8).tobytes(), wide, high, 4 * wide, shown.format()).copy()


def _pattern() -> NDArray[np.float64]:
    """Give every threshold from -0.5 to 0.5 once, such that those that follow one another lie far apart (after Bayer)."""
    made = np.zeros((1, 1))
    while len(made) < _SIDE:
        made = np.block([[4 * made, 4 * made + 2], [4 * made + 3, 4 * made + 1]])
    return (made + 0.5) / made.size - 0.5


def _drawn(palette: list[int], seen: Counter[int]) -> list[int]:
    """Draw each colour to the mean of those to which none is nearer; what is seldom seen counts more than by its number."""
    colours = _channels(list(seen))
    weights = np.sqrt(np.array(list(seen.values()), float))[:, np.newaxis]
    means = _channels(palette)
    for _ in range(_ROUNDS):
        nearest = ((means**2).sum(1) - 2 * colours @ means.T).argmin(1)
        for at in range(len(means)):
            its = nearest == at
            if its.any():
                means[at] = (colours[its] * weights[its]).sum(0) / weights[its].sum()
    return [
        0xFF000000 | red << 16 | green << 8 | blue for red, green, blue in np.rint(means).astype(int).tolist()
    ]


def _channels(colours: Sequence[int]) -> NDArray[np.float64]:
    words = np.array(colours, np.int64)
    return np.stack([words >> shift & 255 for shift in _SHIFTS], 1).astype(float)


def _spread(seen: list[tuple[int, int]], shift: int) -> int:
    channel = [colour >> shift & 255 for colour, _ in seen]
    return max(channel) - min(channel)
