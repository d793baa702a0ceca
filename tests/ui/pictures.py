"""Comparing pictures as an eye would: by how much they differ, not whether."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: A channel (0-255) that differs by more than this is seen.
STRANGE = 40


def differences(first: QImage, second: QImage) -> tuple[float, float]:
    """Give the mean difference of a channel, and the share of channels that differ by more than ``STRANGE``."""
    gaps = np.abs(_channels(first) - _channels(second))
    return float(gaps.mean()), float((gaps > STRANGE).mean())


def _channels(image: QImage) -> NDArray[np.int16]:
    # Held by a name while it is read: its bits do not keep it alive.
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    return np.frombuffer(bytes(plain.constBits()), np.uint8).astype(np.int16)
