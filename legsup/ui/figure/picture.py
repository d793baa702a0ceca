"""One picture of a pose: room, props, shadow and body, painted into any area."""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QPainter

from legsup.domain.body.bed import BED_HEIGHT
from legsup.domain.body.ellipsoids import body
from legsup.domain.body.pose import PropKind
from legsup.ui.figure.camera import Lens, Screen
from legsup.ui.figure.flesh_painter import paint_body
from legsup.ui.figure.framing import framed
from legsup.ui.figure.props import paint_props, paint_strap
from legsup.ui.figure.room import paint_room, paint_shadow
from legsup.ui.figure.seen import Seen, seen
from legsup.ui.figure.silhouette import Layer, layers

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from legsup.domain.body.ellipsoids import Ellipsoid
    from legsup.domain.body.pose import Pose
    from legsup.ui.figure.camera import Frame
    from legsup.ui.theme import Theme


class _Fineness(NamedTuple):
    """Pieces of a part along its bone, every how many of them one casts a shadow, and whether the body is framed tightly."""

    pieces: int
    shadows: int
    close: bool


class Grade(Enum):
    """How fine a picture is."""

    REST = _Fineness(16, 2, close=False)
    MOVING = _Fineness(8, 4, close=False)
    CARD = _Fineness(10, 4, close=True)


class Picture:
    """A pose seen in an area of so many pixels; ``flipped`` puts the wall on the left, ``breath`` raises the belly."""

    def __init__(
        self,
        pose: Pose,
        theme: Theme,
        area: QRectF,
        *,
        flipped: bool = False,
        grade: Grade = Grade.REST,
        breath: float = 0.0,
    ) -> None:
        self.pose = pose
        self.theme = theme
        self.area = area
        self.flipped = flipped
        self.grade = grade
        self._breath = breath

    @cached_property
    def parts(self) -> dict[str, tuple[Ellipsoid, ...]]:
        """The body's ellipsoids in the room."""
        return self._body(self._breath)

    @cached_property
    def seen(self) -> Seen:
        """What is seen of the body, and how much of the room; set by whoever knows it, else reckoned from the pose."""
        grade, lens = self.grade.value, self._lens
        frame = framed(self.pose, self._body(0.0) if self._breath else self.parts, lens, close=grade.close)
        return seen(self.parts, self._through(lens, frame), frame, grade.shadows)

    @cached_property
    def screen(self) -> Screen:
        """Where the room's points are in the picture."""
        return self._through(self._lens, self.seen.frame)

    def breathing(self, breath: float) -> Picture:
        """Give the same picture with the belly raised (0-1)."""
        return Picture(
            self.pose, self.theme, self.area, flipped=self.flipped, grade=self.grade, breath=breath
        )

    @cached_property
    def layers(self) -> list[Layer]:
        """The body's layers from far to near."""
        return layers(self.seen, self.theme)

    def paint_scene(self, painter: QPainter) -> None:
        """Paint the room without the body."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bed = max((prop.solid for prop in self.pose.props if prop.kind is PropKind.BED), default=0.0)
        moving = self.grade is Grade.MOVING
        paint_room(painter, self.screen, self.theme, self.area, floor=-BED_HEIGHT * bed, moving=moving)
        paint_props(painter, self.screen, self.theme, self.pose.props)
        paint_shadow(painter, self.screen, self.theme, self.area, self.seen.casters, self.pose.ground)

    def paint(self, painter: QPainter, *, calm: float = 1.0) -> None:
        """Paint everything; ``calm`` (0-1) tells how well what is fine can be seen, as in a movement it cannot."""
        self.paint_scene(painter)
        self.paint_body(painter, calm=calm)

    def paint_body(self, painter: QPainter, *, calm: float = 1.0) -> None:
        """Paint the body alone, and what is worn."""
        paint_body(painter, self.layers, self.theme, self.screen.scale, roundness=calm)
        if any(prop.kind is PropKind.STRAP for prop in self.pose.props):
            paint_strap(painter, self.screen, self.theme, self.pose.props, self.parts)

    def _body(self, breath: float) -> dict[str, tuple[Ellipsoid, ...]]:
        return body(
            self.pose, detail=self.grade.value.pieces, breath=breath, moving=self.grade is Grade.MOVING
        )

    @property
    def _lens(self) -> Lens:
        return Lens(self.pose.camera, flipped=self.flipped)

    def _through(self, lens: Lens, frame: Frame) -> Screen:
        return Screen(lens, frame, self.area.width(), self.area.height())
