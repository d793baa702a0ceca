"""Comparing pictures as an eye would: by how much they differ, not whether."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Iterable

#: A channel (0-255) that differs by more than this is seen.
STRANGE = 40


def differences(first: QImage, second: QImage) -> tuple[float, float]:
    """Give the mean difference of a channel, and the share of channels that differ by more than ``STRANGE``."""
    gaps = [abs(a - b) for a, b in zip(_channels(first), _channels(second), strict=True)]
    return sum(gaps) / len(gaps), sum(gap > STRANGE for gap in gaps) / len(gaps)


def _channels(image: QImage) -> Iterable[int]:
    # Held by a name while it is read: its bits do not keep it alive.
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    return bytes(plain.constBits())
