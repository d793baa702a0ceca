"""How the room is seen: from points and ellipsoids in body heights to pixels of a picture."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legsup.domain.body.ellipsoids import Ellipsoid
    from legsup.domain.body.pose import Camera
    from legsup.domain.body.space import Vector

#: An ellipse in pixels: middle x and y, then the spread matrix's square root as a lower triangle.
Ellipse = tuple[float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the room's picture that is shown, in body heights as seen by the camera (y runs up)."""

    left: float
    bottom: float
    width: float
    height: float

    def toward(self, other: Frame, fraction: float) -> Frame:
        """Give the frame ``fraction`` of the way to another."""
        keep = 1.0 - fraction
        return Frame(
            self.left * keep + other.left * fraction,
            self.bottom * keep + other.bottom * fraction,
            self.width * keep + other.width * fraction,
            self.height * keep + other.height * fraction,
        )


class Lens:
    """An orthographic camera: no part of the body grows or shrinks with its distance, so bones keep their length."""

    def __init__(self, camera: Camera, *, flipped: bool = False) -> None:
        around, above = radians(camera.around), radians(camera.above)
        side = -1.0 if flipped else 1.0
        self.across: Vector = (side * cos(around), 0.0, side * sin(around))
        self.upward: Vector = (sin(around) * sin(above), cos(above), -cos(around) * sin(above))
        self.toward: Vector = (-sin(around) * cos(above), sin(above), cos(around) * cos(above))

    def seen(self, point: Vector) -> tuple[float, float]:
        """Give where a point appears, in body heights, y up."""
        return dot(self.across, point), dot(self.upward, point)

    def nearness(self, point: Vector) -> float:
        """Tell how near to the viewer a point is, in body heights."""
        return dot(self.toward, point)


class Screen:
    """A lens with a frame fitted into a picture of so many pixels; the frame's shape is kept, its middle centred."""

    def __init__(self, lens: Lens, frame: Frame, width: float, height: float) -> None:
        self.lens = lens
        self.scale = min(width / frame.width, height / frame.height)
        self._left = width / 2 - self.scale * (frame.left + frame.width / 2)
        self._base = height / 2 + self.scale * (frame.bottom + frame.height / 2)

    def point(self, place: Vector) -> tuple[float, float]:
        """Give a point's pixels."""
        x, y = self.lens.seen(place)
        return self._left + self.scale * x, self._base - self.scale * y

    def ellipse(self, piece: Ellipsoid) -> Ellipse:
        """Give an ellipsoid's outline in pixels."""
        across, upward = self.lens.across, self.lens.upward
        xx = xy = yy = 0.0
        for axis, radius in zip(piece.axes, piece.radii, strict=True):
            x = radius * (across[0] * axis[0] + across[1] * axis[1] + across[2] * axis[2])
            y = -radius * (upward[0] * axis[0] + upward[1] * axis[1] + upward[2] * axis[2])
            xx += x * x
            xy += x * y
            yy += y * y
        wide = sqrt(xx)
        skew = xy / wide
        tall = sqrt(max(0.0, yy - skew * skew))
        x, y = self.point(piece.middle)
        return x, y, wide * self.scale, skew * self.scale, tall * self.scale


def dot(first: Vector, second: Vector) -> float:
    """Multiply two vectors into a number."""
    return first[0] * second[0] + first[1] * second[1] + first[2] * second[2]
