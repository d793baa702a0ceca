"""Where something stands as one reads: from the left, or from the right where the language goes so."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt


def as_read(direction: Qt.LayoutDirection, within: QRect, place: QRect) -> QRect:
    """Give a place that was reckoned from the left as it is for a direction, like ``QStyle.visualRect``.

    Naming that one would load all the enums of Qt's styles before the first paint, a twentieth of the window's start.
    """
    if direction is Qt.LayoutDirection.LeftToRight:
        return place
    return place.translated(within.left() + within.right() - place.left() - place.right(), 0)
