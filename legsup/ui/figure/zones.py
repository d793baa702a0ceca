"""The lit pieces of a body: soft spots of light along its path, each cut to what is seen of the part that it lies in."""

from __future__ import annotations

from functools import cached_property, partial
from itertools import pairwise
from math import exp, pi, sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap, QRadialGradient

from legsup.domain.body.body_path import BodyPath, body_path
from legsup.ui.figure.boxes import box_of, rect_of
from legsup.ui.figure.flesh_painter import fills
from legsup.ui.figure.trimming import shining

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from legsup.domain.body.space import Vector
    from legsup.ui.figure.boxes import Box
    from legsup.ui.figure.camera import Ellipse
    from legsup.ui.figure.picture import Picture

#: How far apart zones stand, in spreads of their light: near enough that it glides from one to the next.
_APART = 1.6
#: The share of the body's own colour that is left where every zone shines fully.
_UNLIT = 0.12
#: How far the light spreads along the path, in body heights: about half the body's thickness.
_SPREADS = {
    "sole": 0.052, "ankle": 0.029, "knee": 0.038, "hip": 0.054, "waist": 0.060, "chest": 0.074, "neck": 0.056,
    "head": 0.048, "crown": 0.042,
}  # fmt: skip
#: A spot fades out over so many spreads.
_REACH = 2.05
#: How far the halo reaches, in body heights, and how strong it is in its middle.
_BLOOM, _GLEAM = 0.126, 0.30
#: Of its reach, the share in which anything is seen of it: further out it is one of 255.
_SEEN = 0.98
Names = frozenset[str]
#: A place on a leg's path or the trunk's, in pixels, and the parts of the body that shine there.
_Track = tuple[QPointF, Names]
_FORMAT = QImage.Format.Format_ARGB32_Premultiplied

_LEFT_LEG, _RIGHT_LEG = frozenset({"left_leg"}), frozenset({"right_leg"})
_TRUNK = frozenset({"trunk", "left_arm", "right_arm"})
_HEAD = frozenset({"trunk", "head", "face", "hair", "left_ear", "right_ear"})
_WHOLE = _LEFT_LEG | _RIGHT_LEG | _TRUNK | _HEAD


class Zone:
    """A lit piece of the body, painted when it is first needed.

    Attributes:
        place: where it is on the path (0 soles, 1 crown).
        box: where it may shine; once it is painted, where it does. Left, top, right and bottom in pixels.
    """

    def __init__(self, place: float, rect: QRect, paint: Callable[[], QImage]) -> None:
        self.place = place
        self.box: Box = box_of(rect)
        self._paint = paint

    @cached_property
    def picture(self) -> QPixmap:
        """The light, cut to the body, without what is dark around it."""
        lit = self._paint()
        seen = shining(lit)
        self.box = box_of(seen.translated(rect_of(self.box).topLeft()))
        ratio = lit.devicePixelRatio()
        return QPixmap.fromImage(lit.copy(QRect(seen.topLeft() * ratio, seen.size() * ratio)))


def zones(picture: Picture, ratio: float) -> Iterator[Zone]:
    """Give the zones of a picture, from the soles to the crown; ``ratio`` is device pixels to a pixel."""
    path = body_path(picture.pose)
    masks = _Masks(picture, ratio)
    for place, step in _places(path):
        spread = _spread(path, place) * picture.screen.scale
        tracks = [(QPointF(*picture.screen.point(point)), names) for point, names in _tracks(path, place)]
        brush = _spot(picture, spread, step, _together(tracks, spread))
        for rect, own in _apart(picture, tracks, spread):
            yield Zone(place, rect, partial(_painted, masks, rect, own, (brush, spread)))


def _apart(picture: Picture, tracks: list[_Track], spread: float) -> Iterator[tuple[QRect, list[_Track]]]:
    """Give where a zone shines, and with which spots: legs that are apart have each their own, for between them is nothing."""
    rects: list[QRect] = []
    for spot, names in tracks:
        rect = _lit(picture, names, _around(spot, spread * _REACH))
        rects.append(rect.intersected(picture.area.toAlignedRect()))
    if len(rects) > 1 and rects[0].intersects(rects[1]):
        rects, each = [rects[0].united(rects[1])], [tracks]
    else:
        each = [[track] for track in tracks]
    yield from ((rect, own) for rect, own in zip(rects, each, strict=True) if not rect.isEmpty())


def _places(path: BodyPath) -> list[tuple[float, float]]:
    """Give where zones stand on the path, and what share of it each has: close together where the body is thin."""
    ends = [0.0]
    while ends[-1] < 1.0:
        ends.append(ends[-1] + _APART * _spread(path, min(1.0, ends[-1])))
    return [
        ((first + second) / 2 / ends[-1], (second - first) / ends[-1]) for first, second in pairwise(ends)
    ]


def _lit(picture: Picture, names: Names, spot: QRectF) -> QRect:
    """Give what of a spot's rectangle the parts of these names may be seen in: there alone it shines."""
    seen = QRectF()
    for layer in picture.layers:
        if layer.name in names:
            for run in layer.runs:
                boxes = [_box(ellipse) for ellipse in run]
                for first, second in pairwise((*boxes, boxes[-1])):
                    seen = seen.united(first.united(second).intersected(spot))
    return seen.adjusted(-1, -1, 1, 1).toAlignedRect() if seen.isValid() else QRect()


def _box(ellipse: Ellipse) -> QRectF:
    x, y, wide, skew, tall = ellipse
    high = abs(skew) + tall
    return QRectF(x - wide, y - high, 2 * wide, 2 * high)


def _painted(masks: _Masks, rect: QRect, tracks: list[_Track], shine: tuple[QBrush, float]) -> QImage:
    lit = _blank(rect.size(), masks.ratio)
    brush, spread = shine
    for spot, names in tracks:
        _add_spot(lit, brush, spot - rect.topLeft(), spread, (masks.seen(names), rect))
    return lit


def bloom(picture: Picture, ratio: float) -> QPixmap:
    """Paint the halo that surrounds the light wherever it is; it fades out without an edge."""
    radius = _BLOOM * picture.screen.scale
    half = round(_SEEN * radius)
    halo = _blank(QSize(2 * half, 2 * half), ratio)
    painter = QPainter(halo)
    brush = _fading(
        QColor(picture.theme.glow), QPointF(half, half), radius, lambda share: _GLEAM * _bell(share)
    )
    painter.fillRect(QRect(0, 0, 2 * half, 2 * half), brush)
    painter.end()
    return QPixmap.fromImage(halo)


def _together(tracks: list[_Track], spread: float) -> float:
    """Tell how many spots a place gets: two where both legs' paths shine on the same flesh, one where they are apart."""
    if len(tracks) == 1:
        return 1.0
    (left, first), (right, second) = tracks
    away = left - right
    overlap = exp(-QPointF.dotProduct(away, away) / (2 * spread) ** 2)
    return 1.0 + overlap * len(first & second) / len(first | second)


def _tracks(path: BodyPath, place: float) -> tuple[tuple[Vector, Names], ...]:
    left, right = path.at(place)
    if place < path.place("knee"):
        return (left, _LEFT_LEG), (right, _RIGHT_LEG)
    if place < (path.place("knee") + path.place("hip")) / 2:
        return (left, _LEFT_LEG | _TRUNK), (right, _RIGHT_LEG | _TRUNK)
    if place < path.place("waist"):
        return (left, _WHOLE), (right, _WHOLE)
    return ((left, _TRUNK if place < path.place("neck") else _HEAD),)


class _Masks:
    """What is seen of some layers, later ones hiding them; each mask is painted once."""

    def __init__(self, picture: Picture, ratio: float) -> None:
        self.picture = picture
        self.ratio = ratio
        self._masks: dict[Names, QImage] = {}

    def seen(self, names: Names) -> QImage:
        if names not in self._masks:
            self._masks[names] = self._painted(names)
        return self._masks[names]

    def _painted(self, names: Names) -> QImage:
        mask = _blank(self.picture.area.size().toSize(), self.ratio)
        painter = QPainter(mask)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mode = QPainter.CompositionMode
        for layer in self.picture.layers:
            shown = layer.name in names
            painter.setCompositionMode(
                mode.CompositionMode_SourceOver if shown else mode.CompositionMode_DestinationOut
            )
            # A limb that comes out softly also hides softly.
            for path, brush in fills(layer, QColor(Qt.GlobalColor.black)):
                painter.fillPath(path, brush)
        painter.end()
        return mask


def _add_spot(lit: QImage, brush: QBrush, at: QPointF, spread: float, cut: tuple[QImage, QRect]) -> None:
    mask, rect = cut
    ratio = lit.devicePixelRatio()
    own = _blank(rect.size(), ratio)
    painter = QPainter(own)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.translate(at)
    painter.drawEllipse(QPointF(0, 0), spread * _REACH, spread * _REACH)
    painter.resetTransform()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    source = QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
    painter.drawImage(QRectF(0, 0, rect.width(), rect.height()), mask, source)
    painter.end()
    painter = QPainter(lit)
    painter.drawImage(0, 0, own)
    painter.end()


def _spot(picture: Picture, spread: float, step: float, together: float) -> QBrush:
    """Give a spot so strong that many in a row, that many in one place, leave only ``_UNLIT`` of the body's colour."""
    strength = 1.0 - _UNLIT ** (1.07 * step * picture.screen.scale / (spread * sqrt(2 * pi) * together))
    return _fading(
        QColor(picture.theme.glow), QPointF(0, 0), spread * _REACH, lambda share: strength * _gaussian(share)
    )


def _gaussian(share: float) -> float:
    rim = exp(-(_REACH**2) / 2)
    return max(0.0, (exp(-((share * _REACH) ** 2) / 2) - rim) / (1.0 - rim))


def _bell(share: float) -> float:
    """Fall off as a gaussian does, but level out at the rim, where an edge is seen against an even wall."""
    return (1.0 - share * share) ** 1.5


def _fading(colour: QColor, middle: QPointF, radius: float, tones: Callable[[float], float]) -> QBrush:
    """Give a spot of a colour whose opacity ``tones`` tells from the middle (0) to the rim (1)."""
    gradient = QRadialGradient(middle, radius)
    steps = 16
    for step in range(steps + 1):
        share = step / steps
        tone = QColor(colour)
        tone.setAlphaF(tones(share))
        gradient.setColorAt(share, tone)
    return QBrush(gradient)


def _spread(path: BodyPath, place: float) -> float:
    for (before, start), (after, end) in pairwise(
        (path.place(joint), spread) for joint, spread in _SPREADS.items()
    ):
        if place <= after:
            return start + (end - start) * (place - before) / (after - before)
    return _SPREADS["crown"]


def _around(middle: QPointF, radius: float) -> QRectF:
    return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)


def _blank(size: QSize, ratio: float) -> QImage:
    image = QImage(int(size.width() * ratio), int(size.height() * ratio), _FORMAT)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image
