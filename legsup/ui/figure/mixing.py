"""Colours between two colours."""

from __future__ import annotations

from PySide6.QtGui import QColor


def mixed(first: QColor | str, second: QColor | str, fraction: float) -> QColor:
    """Give the colour ``fraction`` of the way from the first to the second."""
    a, b = QColor(first), QColor(second)
    keep = 1.0 - fraction
    return QColor.fromRgbF(
        a.redF() * keep + b.redF() * fraction,
        a.greenF() * keep + b.greenF() * fraction,
        a.blueF() * keep + b.blueF() * fraction,
    )
