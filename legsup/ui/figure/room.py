"""The room around the figure: back wall, the wall of the practice, floor, and the shadows that rest on the floor."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPolygonF,
    QRadialGradient,
)

from legsup.ui.figure.dither import Shading
from legsup.ui.figure.mixing import mixed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legsup.domain.body.space import Vector
    from legsup.ui.figure.camera import Screen
    from legsup.ui.figure.seen import Caster
    from legsup.ui.theme import Theme

#: Where the back wall stands, and how far floor and walls run on at least and at most, in body heights.
BACK = -0.62
_FAR, _FARTHEST = 9.0, 60.0
#: A body casts a shadow below this height (body heights), which takes away at most this share of the light.
_NEAR_GROUND, _SHADE = 0.22, 0.5
#: Shadows are painted at this share of the size: they are so soft that nothing finer is seen.
_COARSE = 0.125
#: A spot of shade, in pixels.
_SPOT = 24


def paint_room(
    painter: QPainter, screen: Screen, theme: Theme, area: QRectF, floor: float = 0.0, *, moving: bool = False
) -> None:
    """Fill the area with the empty room; ``floor`` is the height of its floor, lower than 0 under a bed.

    While it is ``moving`` the eye sees no bands: wall and floor, other in each picture, are shaded as is quickest.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    ratio = painter.device().devicePixelRatioF()
    far = _beyond(screen, area)
    corner = _point(screen, (0.0, floor, BACK))
    near = _point(screen, (0.0, floor, 0.9))
    sky = Shading((theme.night_top, theme.night_low), (0.0, area.height()), area.height())
    back = _point(screen, (-far, floor, BACK))
    painter.fillRect(_before(corner, near, back, area), sky.brush(ratio))
    end = max(near.y(), corner.y() + 1.0)
    if moving:
        _paint_stripes(painter, theme, area, corner.x(), near.x())
        boards = QLinearGradient(QPointF(0.0, corner.y()), QPointF(0.0, end))
        boards.setColorAt(0.0, QColor(theme.floor))
        boards.setColorAt(1.0, QColor(theme.floor_near))
        painter.setBrush(boards)
    else:
        wall = Shading((theme.wall_far, theme.wall), (corner.x(), near.x()), area.width(), across=True)
        painter.fillRect(_at_wall(corner.x(), near.x(), area), wall.brush(ratio))
        floor_tones = (theme.floor, theme.floor_near)
        painter.setBrush(Shading(floor_tones, (corner.y(), end), area.height()).brush(ratio))
    painter.drawPolygon(
        _shape(screen, ((-far, floor, BACK), (0, floor, BACK), (0, floor, far), (-far, floor, far)))
    )


def _before(corner: QPointF, near: QPointF, back: QPointF, area: QRectF) -> QRectF:
    """Give what of the area is on the room's side of the corner and above the floor, and a pixel or two more.

    The wall and the floor, whose edge runs from the corner ``back``, hide the rest.
    """
    seen = QRectF(area)
    if near.x() > corner.x():
        seen.setRight(int(corner.x()) + 2.0)
        beyond = area.left() - corner.x()
    else:
        seen.setLeft(int(corner.x()) - 1.0)
        beyond = area.right() - corner.x()
    across = back.x() - corner.x()
    sinks = (back.y() - corner.y()) / across if abs(across) > 1.0 else area.height()
    seen.setBottom(int(corner.y() + max(0.0, sinks * beyond)) + 2.0)
    return seen & area


def _at_wall(corner: float, near: float, area: QRectF) -> QRectF:
    """Give what of the area is on the wall's side of the corner; the floor goes over what is below it."""
    seen = QRectF(area)
    if near > corner:
        seen.setLeft(corner)
    else:
        seen.setRight(corner)
    return seen & area


def _paint_stripes(painter: QPainter, theme: Theme, area: QRectF, corner: float, near: float) -> None:
    """Fill all on the wall's side of the corner, from the far tone to the near one.

    There are so few tones that stripes of one colour each look much as a gradient, which costs three times as much.
    """
    tones = _tones_between(theme.wall_far, theme.wall)
    wide = (near - corner) / max(1, len(tones) - 1)
    edge = area.right() if near > corner else area.left()
    over = 1.0 if near > corner else -1.0
    starts = [round(corner + (tone - 0.5) * wide) for tone in range(1, len(tones))]
    for tone, start, end in zip(tones, (corner, *starts), (*starts, edge), strict=True):
        stripe = QRectF(QPointF(start, area.top()), QPointF(end + over, area.bottom())).normalized()
        painter.fillRect(stripe, tone)


@cache
def _tones_between(first: str, second: str) -> tuple[QColor, ...]:
    """Give all tones from one colour to another, each a single step of one of its channels from the last."""
    one, other = QColor(first), QColor(second)
    steps = abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue())
    return tuple(mixed(one, other, step / max(1, steps)) for step in range(steps + 1))


def _beyond(screen: Screen, area: QRectF) -> float:
    """Tell how far floor and walls run on, so that neither ends within the picture, however wide and low it is."""
    slowest = min(abs(screen.lens.across[0]), abs(screen.lens.across[2]))
    wide = (area.width() + area.height()) / screen.scale
    return max(_FAR, min(_FARTHEST, wide / max(slowest, 1e-3)))


def paint_shadow(
    painter: QPainter,
    screen: Screen,
    theme: Theme,
    area: QRectF,
    casters: Iterable[Caster],
    ground: float = 0.0,
) -> None:
    """Lay a soft shadow on the ground, at that height, under whatever is near it."""
    # A sixteenth of the pixels is enough for something so soft, and one tint at the end keeps faint steps from showing.
    spots = [spot for spot in (_cast(screen, caster, ground) for caster in casters) if spot]
    bounds = QRectF()
    for middle, radius, _ in spots:
        bounds = bounds.united(QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius))
    bounds = bounds.intersected(area)
    shade = QImage(
        (bounds.size() * _COARSE).toSize() + QSize(1, 1), QImage.Format.Format_ARGB32_Premultiplied
    )
    shade.fill(Qt.GlobalColor.transparent)
    own = QPainter(shade)
    own.scale(_COARSE, _COARSE)
    own.translate(-bounds.topLeft())
    own.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    flat = max(0.28, abs(screen.lens.toward[1]))
    spot = _spot()
    for middle, radius, strength in spots:
        own.setOpacity(strength)
        low = radius * flat
        own.drawImage(QRectF(middle.x() - radius, middle.y() - low, 2 * radius, 2 * low), spot)
    own.setOpacity(1.0)
    own.resetTransform()
    own.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    tone = QColor(theme.shadow)
    tone.setAlphaF(_SHADE)
    own.fillRect(shade.rect(), tone)
    own.end()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(bounds.topLeft(), QSizeF(shade.size()) / _COARSE), shade)


def _cast(screen: Screen, caster: Caster, ground: float) -> tuple[QPointF, float, float] | None:
    """Give where a piece's shadow falls, how wide it is in pixels and how strong; None for what is too high."""
    x, height, z = caster.middle
    closeness = 1.0 - (height - ground - caster.thin) / _NEAR_GROUND
    if closeness <= 0.0:
        return None
    return (
        _point(screen, (x, ground, z)),
        screen.scale * (caster.wide + 0.02 + 0.05 * (1.0 - closeness)),
        0.16 * closeness,
    )


@cache
def _spot() -> QImage:
    """Paint one spot of shade at its fullest; drawn smaller or larger it costs an eighth of a gradient."""
    image = QImage(_SPOT, _SPOT, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    gradient = QRadialGradient(QPointF(_SPOT / 2, _SPOT / 2), _SPOT / 2)
    for step in range(7):
        share = step / 6
        gradient.setColorAt(share, QColor.fromRgbF(0.0, 0.0, 0.0, (1.0 - share * share) ** 2))
    painter = QPainter(image)
    painter.fillRect(image.rect(), gradient)
    painter.end()
    return image


def _point(screen: Screen, place: Vector) -> QPointF:
    return QPointF(*screen.point(place))


def _shape(screen: Screen, places: Iterable[Vector]) -> QPolygonF:
    return QPolygonF([_point(screen, place) for place in places])
