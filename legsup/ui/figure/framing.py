"""Which part of the room a picture shows: close enough to see the body well, far enough to keep wall and floor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.ui.figure.camera import Frame

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.domain.body import Ellipsoid
    from legsup.ui.figure.camera import Lens

#: Air around the body, and the least that is shown, in body heights.
_MARGIN = 0.11
_LEAST_WIDTH = 0.95
_LEAST_HEIGHT = 0.80


def framed(parts: Mapping[str, tuple[Ellipsoid, ...]], lens: Lens, *, margin: float = _MARGIN) -> Frame:
    """Give the frame for a body; it moves smoothly with the body, so that a blend glides."""
    left = bottom = float("inf")
    right = top = float("-inf")
    for pieces in parts.values():
        for piece in (pieces[0], pieces[len(pieces) // 2], pieces[-1]):
            x, y = lens.seen(piece.middle)
            radius = max(piece.radii)
            left, right = min(left, x - radius), max(right, x + radius)
            bottom, top = min(bottom, y - radius), max(top, y + radius)
    width = max(_LEAST_WIDTH, right - left + 2 * margin)
    height = max(_LEAST_HEIGHT, top - bottom + 2 * margin)
    low = bottom - margin
    return Frame((left + right - width) / 2, low, width, height)
