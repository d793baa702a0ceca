"""A body at rest that breathes: room and body painted once, then only the light and the belly move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from legsup.domain.body.space import distance
from legsup.ui.figure.boxes import around, box_of
from legsup.ui.figure.light import Light

if TYPE_CHECKING:
    from legsup.domain.body.ellipsoids import Ellipsoid
    from legsup.ui.figure.boxes import Box
    from legsup.ui.figure.picture import Picture

#: The belly rises in so many steps; at any window size one step is below a pixel or two.
_STAGES = 14
#: The light is cut to a body that has breathed in so far. The belly shines from half full to full: below this a rim of light
#: stands over it, above this a rim of it is dark; of 2560 pixels either is a few at most.
_LIT_BREATH = 0.7
#: Pieces begin at multiples of this, where screens scaled by quarters have whole device pixels, so that no seam shows.
_SNAP = 4
#: What moves less than this with the breath (body heights) is not painted anew.
_UNMOVED = 0.0005


class RestingBody:
    """A picture at rest in device pixels of ``ratio`` to a pixel; ``shown`` False leaves the room empty."""

    def __init__(self, picture: Picture, ratio: float, *, shown: bool) -> None:
        self.ratio = ratio
        self._picture = picture
        self._base = rendered(picture, ratio, body=shown)
        self._light = Light(picture.breathing(_LIT_BREATH), ratio) if shown else None
        self._belly = _belly_area(picture)
        self._stages: dict[int, QPixmap] = {}
        self._stage = 0

    def move(self, awareness: float | None, direction: int, *, still: bool, strength: float) -> Box | None:
        """Set the breath to a moment (None: none) and give what has changed, if anything has."""
        if self._light is None:
            return None
        changed = self._light.move(awareness, direction, still=still, strength=strength)
        stage = 0 if awareness is None or still else round(awareness * strength * _STAGES)
        if stage != self._stage and not self._belly.isEmpty():
            self._raise(stage)
            belly = box_of(self._belly)
            changed = around([changed, belly]) if changed else belly
        return changed

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint whatever touches the area, to which the painter is clipped."""
        painter.drawPixmap(0, 0, self._base)
        if self._light:
            self._light.paint(painter, box_of(area))

    def _raise(self, stage: int) -> None:
        """Put the belly's surroundings into the picture of all, once a stage, so that each moment paints them once."""
        if not self._stages:
            self._stages[0] = self._base.copy(
                QRect(self._belly.topLeft() * self.ratio, self._belly.size() * self.ratio)
            )
        self._stage = stage
        painter = QPainter(self._base)
        painter.drawPixmap(self._belly.topLeft(), self._raised(stage))
        painter.end()

    def _raised(self, stage: int) -> QPixmap:
        """Give the belly's surroundings with the belly raised; painted when first needed."""
        if stage not in self._stages:
            raised = QPixmap(self._belly.size() * self.ratio)
            raised.setDevicePixelRatio(self.ratio)
            painter = QPainter(raised)
            painter.translate(-self._belly.topLeft())
            self._picture.paint_scene(painter)
            self._picture.breathing(stage / _STAGES).paint_body(painter)
            painter.end()
            self._stages[stage] = raised
        return self._stages[stage]


def rendered(picture: Picture, ratio: float, *, body: bool = True) -> QPixmap:
    """Paint a whole picture, with or without its body, into a pixmap of ``ratio`` device pixels to a pixel."""
    pixmap = QPixmap((picture.area.size() * ratio).toSize())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.black)
    painter = QPainter(pixmap)
    (picture.paint if body else picture.paint_scene)(painter)
    painter.end()
    return pixmap


def _belly_area(picture: Picture) -> QRect:
    """Give the rectangle round all that rises with the breath: the belly, and hands that rest on it."""
    raised = picture.breathing(1.0).parts
    total = QRectF()
    for name, pieces in picture.parts.items():
        for low, high in zip(pieces, raised[name], strict=True):
            if distance(low.middle, high.middle) > _UNMOVED:
                total = total.united(_around(picture, low)).united(_around(picture, high))
    margin = 0.02 * picture.screen.scale
    area = (
        total.adjusted(-margin, -margin, margin, margin)
        .toAlignedRect()
        .intersected(picture.area.toAlignedRect())
    )
    left, top = area.x() // _SNAP * _SNAP, area.y() // _SNAP * _SNAP
    return QRect(left, top, area.right() + 1 - left, area.bottom() + 1 - top)


def _around(picture: Picture, piece: Ellipsoid) -> QRectF:
    x, y, wide, skew, tall = picture.screen.ellipse(piece)
    high = abs(skew) + tall
    return QRectF(x - wide, y - high, 2 * wide, 2 * high)
