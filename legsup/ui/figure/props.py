"""What supports the body, painted as soft boxes: mat, pillow, cushions, blocks, chair, bed, and the strap round the legs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import cos, hypot, radians, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from legsup.domain.body.bed import BED_HEIGHT
from legsup.domain.body.pose import PropKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from legsup.domain.body.ellipsoids import Ellipsoid
    from legsup.domain.body.pose import Prop
    from legsup.domain.body.space import Vector
    from legsup.ui.figure.camera import Screen
    from legsup.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Box:
    """A box with soft edges: the middle of its underside, its size, and the roundness of its edges, in body heights."""

    foot: Vector
    size: Vector
    round: float
    stuff: str = "prop"


def _chair() -> tuple[Box, ...]:
    return (
        Box((0.0, 0.045, 0.0), (0.30, 0.012, 0.025), 0.006, "wood_shade"),
        Box((0.0, 0.045, 0.0), (0.025, 0.012, 0.30), 0.006, "wood_shade"),
        *(Box((x, 0.0, z), (0.024, 0.032, 0.022), 0.011, "shadow") for x, z in _CASTORS),
        Box((0.0, 0.05, 0.0), (0.030, 0.165, 0.030), 0.006, "wood_shade"),
        Box((-0.135, 0.36, 0.0), (0.020, 0.24, 0.20), 0.012, "wood"),
        Box((-0.125, 0.22, 0.0), (0.018, 0.16, 0.035), 0.006, "wood_shade"),
        Box((0.01, 0.212, 0.0), (0.26, 0.043, 0.25), 0.016, "wood"),
    )


_CASTORS = ((-0.15, 0.0), (0.0, -0.15), (0.15, 0.0), (0.0, 0.15))
#: Each support as boxes about its own place, from far below to near above.
BOXES: Mapping[PropKind, tuple[Box, ...]] = {
    PropKind.MAT: (Box((-0.53, -0.008, 0.0), (1.06, 0.008, 0.38), 0.006, "mat"),),
    PropKind.PILLOW: (Box((0.0, 0.0, 0.0), (0.17, 0.030, 0.27), 0.014),),
    PropKind.HEADREST: (Box((0.0, 0.0, 0.0), (0.18, 0.072, 0.26), 0.030),),
    PropKind.CUSHION: (Box((0.0, 0.0, 0.0), (0.19, 0.075, 0.30), 0.030),),
    PropKind.BOLSTER: (
        Box((0.07, 0.0, 0.0), (0.42, 0.050, 0.30), 0.022),
        Box((0.01, 0.05, 0.0), (0.30, 0.050, 0.28), 0.022),
        Box((-0.05, 0.10, 0.0), (0.18, 0.050, 0.26), 0.022),
    ),
    PropKind.BLOCKS: (
        Box((0.0, 0.0, -0.060), (0.09, 0.060, 0.115), 0.008, "wood"),
        Box((0.0, 0.0, 0.060), (0.09, 0.060, 0.115), 0.008, "wood"),
    ),
    PropKind.CHAIR: _chair(),
    PropKind.STOPS: tuple(
        Box((x * 1.17, 0.0, z * 1.17), (0.035, 0.022, 0.035), 0.008, "prop") for x, z in _CASTORS
    ),
    PropKind.BED: (
        Box((-0.65, -BED_HEIGHT, 0.0), (1.18, 0.09, 0.58), 0.010, "wood_shade"),
        Box((-0.64, -0.135, 0.0), (1.26, 0.135, 0.62), 0.030, "linen"),
        Box((0.014, -BED_HEIGHT, 0.0), (0.028, 0.72, 0.66), 0.012, "wood"),
    ),
    PropKind.BLANKET: (
        Box((0.0, 0.0, 0.0), (0.20, 0.030, 0.26), 0.014),
        Box((0.005, 0.030, 0.0), (0.19, 0.030, 0.25), 0.014),
    ),
}
#: Where along the thigh or shin the strap runs, and how wide it is in body heights.
_STRAP_AT, _STRAP_WIDTH = 0.80, 0.020
_ORDER = tuple(PropKind)
#: Corners sharper than this are cut, so that they do not reach out like thorns.
_SHARPEST = 0.25


def paint_props(painter: QPainter, screen: Screen, theme: Theme, props: Iterable[Prop]) -> None:
    """Paint everything that lies or stands behind and below the body."""
    for prop in sorted(
        (prop for prop in props if prop.kind in BOXES), key=lambda prop: _ORDER.index(prop.kind)
    ):
        painter.setOpacity(prop.solid)
        for box in BOXES[prop.kind]:
            _paint_box(painter, screen, theme, _moved(box, prop), prop.turn)
    painter.setOpacity(1.0)


def paint_strap(
    painter: QPainter,
    screen: Screen,
    theme: Theme,
    props: Iterable[Prop],
    parts: Mapping[str, tuple[Ellipsoid, ...]],
) -> None:
    """Lay the strap round both thighs, across what is seen of them."""
    for prop in props:
        if prop.kind is PropKind.STRAP:
            painter.setOpacity(prop.solid)
            ends = _strap_ends(screen, parts)
            painter.setPen(
                QPen(
                    QColor(theme.prop),
                    _STRAP_WIDTH * screen.scale,
                    Qt.PenStyle.SolidLine,
                    Qt.PenCapStyle.RoundCap,
                )
            )
            painter.drawLine(*ends)
    painter.setOpacity(1.0)


def _strap_ends(screen: Screen, parts: Mapping[str, tuple[Ellipsoid, ...]]) -> tuple[QPointF, QPointF]:
    pieces = [parts[f"{side}_thigh"] for side in ("left", "right")]
    at = int(_STRAP_AT * (len(pieces[0]) - 1))
    circles = [screen.ellipse(thigh[at]) for thigh in pieces]
    first, last = screen.point(pieces[1][0].middle), screen.point(pieces[1][-1].middle)
    dx, dy = last[0] - first[0], last[1] - first[1]
    length = hypot(dx, dy) or 1.0
    nx, ny = -dy / length, dx / length
    spans = [(x * nx + y * ny, wide) for x, y, wide, _, _ in circles]
    along = sum(x * dx + y * dy for x, y, *_ in circles) / (2 * length * length)
    cap = _STRAP_WIDTH * screen.scale / 2
    low, high = min(at - wide for at, wide in spans) + cap, max(at + wide for at, wide in spans) - cap
    return (
        QPointF(along * dx + low * nx, along * dy + low * ny),
        QPointF(along * dx + high * nx, along * dy + high * ny),
    )


def _moved(box: Box, prop: Prop) -> Box:
    x, y, z = box.foot
    turn = radians(prop.turn)
    x, z = x * cos(turn) - z * sin(turn), x * sin(turn) + z * cos(turn)
    px, py, pz = prop.place
    return Box((x + px, y + py, z + pz), box.size, box.round, box.stuff)


def _paint_box(painter: QPainter, screen: Screen, theme: Theme, box: Box, turn: float) -> None:
    light, dark = _tones(theme, box.stuff)
    low = _corners(screen, box, turn, 0.0)
    high = _corners(screen, box, turn, box.size[1])
    _fill_soft(painter, _hull([*low, *high]), dark, box.round * screen.scale)
    _fill_soft(painter, _hull(high), light, box.round * screen.scale)


def _fill_soft(painter: QPainter, points: list[tuple[float, float]], tone: QColor, rounding: float) -> None:
    """Fill a convex shape, grown by a rounding that its corners show. One fill is half the cost of a fill and a pen."""
    path = QPainterPath()
    for at, (x, y) in enumerate(points):
        before, after = points[at - 1], points[(at + 1) % len(points)]
        leaving, coming = _outward((x, y), after), _outward(before, (x, y))
        start = QPointF(x + coming[0] * rounding, y + coming[1] * rounding)
        if at:
            path.lineTo(start)
        else:
            path.moveTo(start)
        reach = 1.0 + leaving[0] * coming[0] + leaving[1] * coming[1]
        share = rounding / max(reach, _SHARPEST)
        corner = QPointF(x + (leaving[0] + coming[0]) * share, y + (leaving[1] + coming[1]) * share)
        path.quadTo(corner, QPointF(x + leaving[0] * rounding, y + leaving[1] * rounding))
    path.closeSubpath()
    painter.fillPath(path, tone)


def _outward(start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    """Give the direction out of a hull across one of its sides."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy) or 1.0
    return dy / length, -dx / length


def _corners(screen: Screen, box: Box, turn: float, height: float) -> list[tuple[float, float]]:
    """Give a face's corners in pixels, drawn in by the roundness that the pen adds again."""
    half = (box.size[0] / 2 - box.round, box.size[2] / 2 - box.round)
    lift = min(max(height, box.round), max(box.size[1] - box.round, box.round))
    angle = radians(turn)
    corners: list[tuple[float, float]] = []
    for sx, sz in product((-1, 1), (-1, 1)):
        x, z = sx * half[0], sz * half[1]
        place = (
            box.foot[0] + x * cos(angle) - z * sin(angle),
            box.foot[1] + lift,
            box.foot[2] + x * sin(angle) + z * cos(angle),
        )
        corners.append(screen.point(place))
    return corners


def _tones(theme: Theme, stuff: str) -> tuple[QColor, QColor]:
    pairs = {
        "prop": (theme.prop, theme.prop_shade),
        "mat": (theme.mat, theme.mat_edge),
        "wood": (theme.wood, theme.wood_shade),
        "wood_shade": (theme.wood_shade, theme.wood_shade),
        "linen": (theme.sheet, theme.sheet_shade),
        "shadow": (theme.shadow, theme.shadow),
    }
    light, dark = pairs[stuff]
    return QColor(light), QColor(dark)


def _hull(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Give the convex outline of points."""
    ordered = sorted(set(points))

    def chain(places: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
        kept: list[tuple[float, float]] = []
        for place in places:
            while len(kept) > 1 and _turns_in(kept[-2], kept[-1], place):
                kept.pop()
            kept.append(place)
        return kept[:-1]

    return chain(ordered) + chain(reversed(ordered))


def _turns_in(first: tuple[float, float], second: tuple[float, float], third: tuple[float, float]) -> bool:
    across = (second[0] - first[0]) * (third[1] - first[1]) - (second[1] - first[1]) * (third[0] - first[0])
    return across <= 0
