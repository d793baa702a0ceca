"""One picture of a pose: room, props, shadow and body, painted into any area."""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from legsup.domain.body.bed import BED_HEIGHT
from legsup.domain.body.ellipsoids import body
from legsup.domain.body.pose import PropKind
from legsup.ui.figure.camera import Lens, Screen
from legsup.ui.figure.flesh_painter import paint_body
from legsup.ui.figure.framing import framed
from legsup.ui.figure.props import paint_props, paint_strap
from legsup.ui.figure.room import paint_grain, paint_room, paint_shadow
from legsup.ui.figure.silhouette import Layer, layers

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from legsup.domain.body.pose import Pose
    from legsup.ui.theme import Theme


class Grade(Enum):
    """How fine a picture is: pieces of a part along its bone, and whether it frames the body tightly."""

    REST = (16, False)
    MOVING = (8, False)
    CARD = (10, True)


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
        detail, close = grade.value
        still = body(pose, detail=detail, moving=grade is Grade.MOVING)
        lens = Lens(pose.camera, flipped=flipped)
        self.screen = Screen(lens, framed(pose, still, lens, close=close), area.width(), area.height())
        self.parts = body(pose, detail=detail, breath=breath) if breath else still

    def breathing(self, breath: float) -> Picture:
        """Give the same picture with the belly raised (0-1)."""
        return Picture(
            self.pose, self.theme, self.area, flipped=self.flipped, grade=self.grade, breath=breath
        )

    @cached_property
    def layers(self) -> list[Layer]:
        """The body's layers from far to near."""
        return layers(self.parts, self.screen, self.theme)

    def paint_scene(self, painter: QPainter) -> None:
        """Paint the room without the body."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bed = max((prop.solid for prop in self.pose.props if prop.kind is PropKind.BED), default=0.0)
        paint_room(painter, self.screen, self.theme, self.area, floor=-BED_HEIGHT * bed)
        low = (
            piece
            for pieces in self.parts.values()
            for piece in pieces[:: 2 if self.grade is Grade.REST else 4]
        )
        paint_props(painter, self.screen, self.theme, self.pose.props)
        if self.grade is not Grade.MOVING:
            paint_grain(painter, self.area)
        paint_shadow(painter, self.screen, self.theme, self.area, low, self.pose.ground)

    def paint(self, painter: QPainter, *, calm: float = 1.0) -> None:
        """Paint everything; ``calm`` (0-1) tells how well what is fine can be seen, as in a movement it cannot."""
        self.paint_scene(painter)
        self.paint_body(painter, calm=calm)

    def paint_body(self, painter: QPainter, *, calm: float = 1.0) -> None:
        """Paint the body alone, and what is worn."""
        paint_body(painter, self.layers, self.theme, self.screen.scale, roundness=calm)
        paint_strap(painter, self.screen, self.theme, self.pose.props, self.parts)
