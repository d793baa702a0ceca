"""Postures: how a body is placed at a moment, and which posture each pose is.

What is said when something is amiss (the net) belongs to the posture, never to the app as a whole.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Posture(StrEnum):
    """How a body is placed: on its feet, knees or seat, or lying in one of nine ways."""

    STANDING = "standing"
    KNEELING = "kneeling"
    SEATED_FLOOR = "seated-floor"
    SEATED_CHAIR = "seated-chair"
    LYING = "lying"
    TORSO_RAISED = "torso-raised"
    WALL = "wall"
    CALVES_ON_CHAIR = "calves-on-chair"
    CROSSED = "crossed"
    SOLES_TOGETHER = "soles-together"
    HIPS_ON_PROPS = "hips-on-props"
    BED = "bed"
    SIDE = "side"

    @property
    def is_lying(self) -> bool:
        """Whether one lies in it, so that nobody may be left there without being led out."""
        match self:
            case Posture.STANDING | Posture.KNEELING | Posture.SEATED_FLOOR | Posture.SEATED_CHAIR:
                return False
            case (
                Posture.LYING
                | Posture.TORSO_RAISED
                | Posture.WALL
                | Posture.CALVES_ON_CHAIR
                | Posture.CROSSED
                | Posture.SOLES_TOGETHER
                | Posture.HIPS_ON_PROPS
                | Posture.BED
                | Posture.SIDE
            ):  # pragma: no branch - the type checker proves that no posture is missing
                return True


#: The posture of each shipped pose.
POSTURES: Mapping[str, Posture] = MappingProxyType(
    {
        "standing": Posture.STANDING,
        "rising": Posture.STANDING,
        "stand-holding": Posture.STANDING,
        "crouch": Posture.KNEELING,
        "hands-and-knees": Posture.KNEELING,
        "hands-and-knees-to-wall": Posture.KNEELING,
        "foot-forward": Posture.KNEELING,
        "half-kneeling": Posture.KNEELING,
        "childs-pose": Posture.KNEELING,
        "sit-sideways": Posture.SEATED_FLOOR,
        "sit-against-wall": Posture.SEATED_FLOOR,
        "chair-sit": Posture.SEATED_FLOOR,
        "bed-sit": Posture.SEATED_FLOOR,
        "lean-back": Posture.SEATED_FLOOR,
        "press-up": Posture.SEATED_FLOOR,
        "side-sit": Posture.SEATED_FLOOR,
        "side-press-up": Posture.SEATED_FLOOR,
        "seated-chair": Posture.SEATED_CHAIR,
        "turn-down": Posture.LYING,
        "soles-on-floor": Posture.LYING,
        "knees-hugged": Posture.LYING,
        "feet-raised": Posture.LYING,
        "supported-rest": Posture.TORSO_RAISED,
        "supported-knees": Posture.TORSO_RAISED,
        "soles-on-wall": Posture.WALL,
        "walk-up": Posture.WALL,
        "legs-up": Posture.WALL,
        "legs-up-belly": Posture.WALL,
        "calves-on-chair": Posture.CALVES_ON_CHAIR,
        "needle": Posture.CROSSED,
        "needle-floor": Posture.CROSSED,
        "butterfly": Posture.SOLES_TOGETHER,
        "supported-cushion": Posture.HIPS_ON_PROPS,
        "supported-blocks": Posture.HIPS_ON_PROPS,
        "bed-legs-up": Posture.BED,
        "bed-side": Posture.SIDE,
        "side-lying": Posture.SIDE,
        "side-rest": Posture.SIDE,
    }
)


def posture_of(pose: str) -> Posture:
    """Tell the posture of a pose; of one that nobody knows nobody may be left in, so it counts as lying."""
    return POSTURES.get(pose, Posture.LYING)
