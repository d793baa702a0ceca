"""Which part of the room a picture shows: close enough to see the body well, far enough to keep wall and floor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.body.pose import PropKind
from legsup.ui.figure.camera import Frame

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.domain.body.ellipsoids import Ellipsoid
    from legsup.domain.body.pose import Pose
    from legsup.ui.figure.camera import Lens

#: Air around the body, and the least that is shown, in body heights.
_MARGIN, _CLOSE_MARGIN = 0.11, 0.07
_LEAST_WIDTH = 0.95
_LEAST_HEIGHT = 0.80
#: Half the room that a chair takes.
_CHAIR = 0.17


def framed(
    pose: Pose, parts: Mapping[str, tuple[Ellipsoid, ...]], lens: Lens, *, close: bool = False
) -> Frame:
    """Give the frame for a body and its chair; it moves smoothly with them, so that a blend glides.

    ``close`` leaves less air and no least size, for small pictures.
    """
    left = bottom = float("inf")
    right = top = float("-inf")
    for pieces in parts.values():
        for piece in (pieces[0], pieces[len(pieces) // 2], pieces[-1]):
            x, y = lens.seen(piece.middle)
            radius = max(piece.radii)
            left, right = min(left, x - radius), max(right, x + radius)
            bottom, top = min(bottom, y - radius), max(top, y + radius)
    for prop in pose.props:
        if prop.kind is PropKind.CHAIR:
            x, y, z = prop.place
            for corner in ((x - _CHAIR, y, z), (x + _CHAIR, y, z)):
                seen, _ = lens.seen(corner)
                left += prop.solid * min(0.0, seen - left)
                right += prop.solid * max(0.0, seen - right)
    margin = _CLOSE_MARGIN if close else _MARGIN
    width, height = right - left + 2 * margin, top - bottom + 2 * margin
    if not close:
        width, height = max(_LEAST_WIDTH, width), max(_LEAST_HEIGHT, height)
    return Frame((left + right - width) / 2, bottom - margin, width, height)
