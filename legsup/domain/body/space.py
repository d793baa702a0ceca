"""Points, directions and rotations in the room where the figure is drawn.

The room's axes: x runs to the wall (its face is x = 0, the room is x < 0), y runs up (the floor is y = 0), z runs toward
the viewer of a side view. Lengths are in body heights, angles in degrees.
"""

from __future__ import annotations

from math import acos, cos, hypot, radians, sin
from typing import NamedTuple

#: A point or a direction: (x, y, z).
Vector = tuple[float, float, float]

#: Angles (radians) below this are none.
_NOTHING = 1e-6


def plus(first: Vector, second: Vector) -> Vector:
    """Add two vectors."""
    return (first[0] + second[0], first[1] + second[1], first[2] + second[2])


def scaled(vector: Vector, factor: float) -> Vector:
    """Stretch a vector by a factor."""
    return (vector[0] * factor, vector[1] * factor, vector[2] * factor)


def between(first: Vector, second: Vector, fraction: float) -> Vector:
    """Give the point that lies ``fraction`` of the way from the first to the second."""
    keep = 1.0 - fraction
    return (
        first[0] * keep + second[0] * fraction,
        first[1] * keep + second[1] * fraction,
        first[2] * keep + second[2] * fraction,
    )


def distance(first: Vector, second: Vector) -> float:
    """Measure how far two points are apart."""
    return hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2])


class Rotation(NamedTuple):
    """A turning of space, kept as a unit quaternion. A movement makes thousands: a tuple is made in a third of the time."""

    w: float = 1.0
    x: float = 0.0
    y: float = 0.0
    z: float = 0.0

    def then(self, inner: Rotation) -> Rotation:
        """Join two rotations: ``inner`` happens in the frame that this one has turned."""
        w, x, y, z = self
        w2, x2, y2, z2 = inner
        return Rotation(
            w * w2 - x * x2 - y * y2 - z * z2,
            w * x2 + x * w2 + y * z2 - z * y2,
            w * y2 - x * z2 + y * w2 + z * x2,
            w * z2 + x * y2 - y * x2 + z * w2,
        )

    def axes(self) -> tuple[Vector, Vector, Vector]:
        """Give where the x, y and z directions point after the rotation."""
        w, x, y, z = self
        return (
            (1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y)),
            (2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x)),
            (2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)),
        )


def about_x(angle: float) -> Rotation:
    """Turn about the x axis, y toward z."""
    half = radians(angle) / 2
    return Rotation(cos(half), sin(half), 0.0, 0.0)


def about_y(angle: float) -> Rotation:
    """Turn about the y axis, z toward x."""
    half = radians(angle) / 2
    return Rotation(cos(half), 0.0, sin(half), 0.0)


def about_z(angle: float) -> Rotation:
    """Turn about the z axis, x toward y."""
    half = radians(angle) / 2
    return Rotation(cos(half), 0.0, 0.0, sin(half))


def turned_between(first: Rotation, second: Rotation, fraction: float) -> Rotation:
    """Give the rotation that lies ``fraction`` of the shortest way from the first to the second."""
    dot = first.w * second.w + first.x * second.x + first.y * second.y + first.z * second.z
    sign = -1.0 if dot < 0 else 1.0
    angle = acos(min(1.0, abs(dot)))
    if angle < _NOTHING:
        return second
    keep = sin((1 - fraction) * angle) / sin(angle)
    take = sign * sin(fraction * angle) / sin(angle)
    return Rotation(
        first.w * keep + second.w * take,
        first.x * keep + second.x * take,
        first.y * keep + second.y * take,
        first.z * keep + second.z * take,
    )


def placed(axes: tuple[Vector, Vector, Vector], origin: Vector, local: Vector) -> Vector:
    """Take a point of a frame, given by its axes and origin, into the room."""
    ahead, above, beside = axes
    a, b, c = local
    return (
        origin[0] + ahead[0] * a + above[0] * b + beside[0] * c,
        origin[1] + ahead[1] * a + above[1] * b + beside[1] * c,
        origin[2] + ahead[2] * a + above[2] * b + beside[2] * c,
    )
