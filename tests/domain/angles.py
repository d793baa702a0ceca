"""Angles of the figure as tests measure them."""

from __future__ import annotations

from math import acos, degrees, hypot
from typing import TYPE_CHECKING

from legsup.domain.body.joints import LIMB_RANGES, SIDES, SPINE_RANGES

if TYPE_CHECKING:
    from legsup.domain.body.space import Vector

#: Every angle of the figure with its range in degrees.
RANGES = SPINE_RANGES | {f"{side}_{name}": allowed for side in SIDES for name, allowed in LIMB_RANGES.items()}


def angle_between(first: Vector, second: Vector) -> float:
    """Measure the angle between two directions, 0-180 degrees."""
    dot = sum(a * b for a, b in zip(first, second, strict=True))
    lengths = hypot(*first) * hypot(*second)
    return degrees(acos(max(-1.0, min(1.0, dot / lengths))))
