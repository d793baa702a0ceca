"""Chooses the colours that stand for many: boxes of colours, halved along their longest side where most of them are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Sequence

COLOURS = 256
#: Every so many pixels one is looked at, in so many frames; no divisor of a width, so that no column is left out.
_EVERY, _FRAMES = 7, 12
_SHIFTS = (16, 8, 0)


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
    return [box.mean() for box in boxes]


def _spread(seen: list[tuple[int, int]], shift: int) -> int:
    channel = [colour >> shift & 255 for colour, _ in seen]
    return max(channel) - min(channel)
