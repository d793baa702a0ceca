"""The way of attention through the body, from the soles (0) to the crown (1), in any pose."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from legsup.domain.body.skeleton import skeleton_points
from legsup.domain.body.space import between, distance

if TYPE_CHECKING:
    from legsup.domain.body.pose import Pose
    from legsup.domain.body.space import Vector

_LEG = ("sole", "ankle", "knee", "hip")
_TRUNK = ("waist", "chest", "neck", "head", "crown")


@dataclass(frozen=True, slots=True)
class BodyPath:
    """The path along both legs, which meet at the waist, then up to the crown.

    Lengths are those of the bones, so a place on the body has the same awareness in every pose.
    """

    places: tuple[float, ...]
    left: tuple[Vector, ...]
    right: tuple[Vector, ...]

    def at(self, awareness: float) -> tuple[Vector, Vector]:
        """Give the points of the left and the right path at an awareness (0-1); above the waist they are the same."""
        wanted = max(0.0, min(1.0, awareness))
        index = min(bisect_left(self.places, wanted, lo=1), len(self.places) - 1)
        start, end = self.places[index - 1], self.places[index]
        fraction = min(1.0, (wanted - start) / (end - start))
        return (
            between(self.left[index - 1], self.left[index], fraction),
            between(self.right[index - 1], self.right[index], fraction),
        )

    def place(self, joint: str) -> float:
        """Give the awareness of a joint on the path: sole, ankle, knee, hip, waist, chest, neck, head or crown."""
        return self.places[(*_LEG, *_TRUNK).index(joint)]


def body_path(pose: Pose) -> BodyPath:
    """Lay the path through a pose."""
    points = skeleton_points(pose)
    left = tuple(points[f"left_{joint}"] for joint in _LEG) + tuple(points[joint] for joint in _TRUNK)
    right = tuple(points[f"right_{joint}"] for joint in _LEG) + tuple(points[joint] for joint in _TRUNK)
    # The whole is the last of these, not a sum apart: newer Pythons add up more exactly, and the crown is at 1.
    ends = tuple(accumulate(distance(start, end) for start, end in pairwise(left)))
    return BodyPath((0.0, *(end / ends[-1] for end in ends)), left, right)
