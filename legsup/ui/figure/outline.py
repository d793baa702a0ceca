"""Smooth outlines: the union of a part's ellipses and of the bands that join each to the next, as one path.

No boolean path operation is used (they take seconds a figure); a winding fill unites the pieces for nothing.
"""

from __future__ import annotations

from itertools import pairwise
from math import hypot, sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from legsup.ui.figure.camera import Ellipse

#: How far the handles of a quarter circle reach, in radii.
_HANDLE = 0.5523
#: Pixels below this are none.
_NOTHING = 1e-6


def outline(runs: Iterable[Sequence[Ellipse]], *, grown: float = 0.0) -> QPainterPath:
    """Trace runs of ellipses; neighbours in a run are joined. ``grown`` widens everything by pixels."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for run in runs:
        for ellipse in run:
            _add_ellipse(path, ellipse, grown)
        for first, second in pairwise(run):
            _add_band(path, first, second, grown)
    return path


def _add_ellipse(path: QPainterPath, ellipse: Ellipse, grown: float) -> None:
    x, y, wide, skew, tall = ellipse
    share = 1.0 + grown / max(wide, _NOTHING)
    ax, ay = wide * share, skew * share
    by = tall + grown
    hx, hy, ky = ax * _HANDLE, ay * _HANDLE, by * _HANDLE
    path.moveTo(x + ax, y + ay)
    path.cubicTo(x + ax, y + ay + ky, x + hx, y + hy + by, x, y + by)
    path.cubicTo(x - hx, y - hy + by, x - ax, y - ay + ky, x - ax, y - ay)
    path.cubicTo(x - ax, y - ay - ky, x - hx, y - hy - by, x, y - by)
    path.cubicTo(x + hx, y + hy - by, x + ax, y + ay - ky, x + ax, y + ay)


def _add_band(path: QPainterPath, first: Ellipse, second: Ellipse, grown: float) -> None:
    dx, dy = second[0] - first[0], second[1] - first[1]
    length = hypot(dx, dy)
    if length < _NOTHING:
        return
    nx, ny = -dy / length, dx / length
    ax, ay = _support(first, nx, ny, grown)
    bx, by = _support(second, nx, ny, grown)
    # This order runs the same way round as the ellipses do, so that the winding fill never cancels.
    path.moveTo(first[0] - ax, first[1] - ay)
    path.lineTo(second[0] - bx, second[1] - by)
    path.lineTo(second[0] + bx, second[1] + by)
    path.lineTo(first[0] + ax, first[1] + ay)
    path.closeSubpath()


def _support(ellipse: Ellipse, nx: float, ny: float, grown: float) -> tuple[float, float]:
    """Give the outline's point, from the middle, that lies furthest along a unit direction."""
    _, _, wide, skew, tall = ellipse
    first = wide * nx + skew * ny
    second = tall * ny
    reach = sqrt(first * first + second * second) or _NOTHING
    return wide * first / reach + grown * nx, (skew * first + tall * second) / reach + grown * ny
