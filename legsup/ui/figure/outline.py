"""Smooth outlines: the union of a part's ellipses and of the bands that join each to the next, as one path.

No boolean path operation is used (they take seconds a figure): a winding fill unites the pieces. Ellipses that lie within
their bands are left out, since the time of a fill goes with the number of edges that cross a line.
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

    Arrow = tuple[float, float]

#: How far the handles of a quarter circle reach, in radii.
_HANDLE = 0.5523
#: Pixels below this are none.
_NOTHING = 1e-6
#: Bands that turn less than this (cosine) share an edge; others need the ellipse between them.
_STRAIGHT = 0.93


def outline(runs: Iterable[Sequence[Ellipse]], *, grown: float = 0.0) -> QPainterPath:
    """Trace runs of ellipses; neighbours in a run are joined. ``grown`` widens everything by pixels (or narrows it)."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for run in runs:
        _add_run(path, run, grown)
    return path


def _add_run(path: QPainterPath, run: Sequence[Ellipse], grown: float) -> None:
    normals = [_normal(first, second) for first, second in pairwise(run)]
    strip: list[tuple[Arrow, Arrow]] = []
    for at, ellipse in enumerate(run):
        before = normals[at - 1] if at else None
        after = normals[at] if at < len(normals) else None
        shared = _shared(before, after)
        if shared:
            strip.append(_edge(ellipse, shared, grown))
            continue
        _add_ellipse(path, ellipse, grown)
        if before:
            strip.append(_edge(ellipse, before, grown))
        _add_strip(path, strip)
        strip = [_edge(ellipse, after, grown)] if after else []


def _normal(first: Ellipse, second: Ellipse) -> Arrow | None:
    """Give the direction across a band, or None where one ellipse swallows the other, as in a run seen end on."""
    dx, dy = second[0] - first[0], second[1] - first[1]
    length = hypot(dx, dy)
    if length < _NOTHING or length < 1.1 * abs(second[4] - first[4]):
        return None
    return -dy / length, dx / length


def _shared(first: Arrow | None, second: Arrow | None) -> Arrow | None:
    """Give the direction between two bands' own, so that they meet in one edge; None where they turn too much."""
    if not first or not second or first[0] * second[0] + first[1] * second[1] <= _STRAIGHT:
        return None
    x, y = first[0] + second[0], first[1] + second[1]
    length = hypot(x, y)
    return x / length, y / length


def _add_ellipse(path: QPainterPath, ellipse: Ellipse, grown: float) -> None:
    x, y, wide, skew, tall = ellipse
    share = 1.0 + grown / max(wide, _NOTHING)
    if share <= 0.0 or tall + grown <= 0.0:
        return
    ax, ay = wide * share, skew * share
    by = tall + grown
    hx, hy, ky = ax * _HANDLE, ay * _HANDLE, by * _HANDLE
    path.moveTo(x + ax, y + ay)
    path.cubicTo(x + ax, y + ay + ky, x + hx, y + hy + by, x, y + by)
    path.cubicTo(x - hx, y - hy + by, x - ax, y - ay + ky, x - ax, y - ay)
    path.cubicTo(x - ax, y - ay - ky, x - hx, y - hy - by, x, y - by)
    path.cubicTo(x + hx, y + hy - by, x + ax, y + ay - ky, x + ax, y + ay)


def _add_strip(path: QPainterPath, edges: list[tuple[Arrow, Arrow]]) -> None:
    """Join the edges of a run into one shape. It runs the same way round as the ellipses, so nothing cancels."""
    if len(edges) > 1:
        path.moveTo(*edges[0][0])
        for low, _ in edges[1:]:
            path.lineTo(*low)
        for _, high in reversed(edges):
            path.lineTo(*high)
        path.closeSubpath()


def _edge(ellipse: Ellipse, normal: Arrow, grown: float) -> tuple[Arrow, Arrow]:
    """Give the two points of an ellipse's outline that lie furthest across a run."""
    x, y = ellipse[:2]
    ax, ay = _support(ellipse, normal, grown)
    if ax * normal[0] + ay * normal[1] <= 0.0:
        ax = ay = 0.0
    return (x - ax, y - ay), (x + ax, y + ay)


def _support(ellipse: Ellipse, normal: Arrow, grown: float) -> Arrow:
    """Give the outline's point, from the middle, that lies furthest along a unit direction."""
    _, _, wide, skew, tall = ellipse
    nx, ny = normal
    first = wide * nx + skew * ny
    second = tall * ny
    reach = sqrt(first * first + second * second) or _NOTHING
    return wide * first / reach + grown * nx, (skew * first + tall * second) / reach + grown * ny
