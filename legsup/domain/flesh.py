"""The body's volume: ellipsoids along the bones, from whose union every silhouette, contact and light is taken.

A profile lists (share of the bone, shift ahead, radius ahead, radius aside) in body heights; the painter joins its
stations smoothly. Girths after the means of ISO 7250 body measurement tables, softened by eye.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from legsup.domain.skeleton import ANKLE_HEIGHT, LENGTHS

if TYPE_CHECKING:
    from legsup.domain.space import Vector

Station = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Lump:
    """An ellipsoid in a bone's own frame: its middle and its three radii (ahead, above, aside), in body heights."""

    middle: Vector
    radii: Vector


#: Profiles run from a bone's start (0) to its end (1).
PROFILES: dict[str, tuple[Station, ...]] = {
    "thigh": (
        (0.00, 0.000, 0.056, 0.055),
        (0.20, 0.002, 0.056, 0.055),
        (0.45, 0.003, 0.049, 0.049),
        (0.75, 0.003, 0.038, 0.039),
        (0.92, 0.003, 0.033, 0.034),
        (1.00, 0.002, 0.032, 0.033),
    ),
    "shin": (
        (0.00, 0.002, 0.032, 0.033),
        (0.10, -0.001, 0.030, 0.031),
        (0.28, -0.007, 0.033, 0.033),
        (0.50, -0.006, 0.029, 0.029),
        (0.75, -0.002, 0.0205, 0.0205),
        (0.92, 0.000, 0.0180, 0.0175),
        (1.00, 0.000, 0.0185, 0.0185),
    ),
    "upper_arm": (
        (0.00, 0.000, 0.034, 0.030),
        (0.15, 0.000, 0.032, 0.030),
        (0.45, 0.001, 0.0270, 0.0255),
        (0.80, 0.000, 0.0215, 0.0215),
        (1.00, 0.000, 0.0205, 0.0205),
    ),
    "forearm": (
        (0.00, 0.000, 0.0205, 0.0205),
        (0.25, 0.001, 0.0220, 0.0225),
        (0.60, 0.000, 0.0175, 0.0180),
        (1.00, 0.000, 0.0125, 0.0150),
    ),
    "hand": (
        (0.00, 0.000, 0.0125, 0.0155),
        (0.30, 0.002, 0.0125, 0.0220),
        (0.55, 0.003, 0.0110, 0.0220),
        (0.80, 0.005, 0.0085, 0.0180),
        (1.00, 0.008, 0.0060, 0.0110),
    ),
    "foot": (
        (-0.24, 0.0, 0.020, 0.019),
        (0.10, 0.0, 0.026, 0.022),
        (0.45, 0.0, 0.0200, 0.024),
        (0.75, 0.0, 0.0130, 0.027),
        (0.95, 0.0, 0.0095, 0.025),
        (1.06, 0.0, 0.0075, 0.020),
    ),
    "neck": (
        (-0.20, 0.000, 0.040, 0.044),
        (0.20, 0.000, 0.034, 0.034),
        (0.60, 0.003, 0.031, 0.031),
        (1.20, 0.006, 0.031, 0.032),
    ),
}
#: The trunk runs through three bones; stations count 0 at the hips, 1 at the waist joint, 2 at the chest joint, 3 at the neck.
TRUNK: tuple[Station, ...] = (
    (-0.55, -0.006, 0.050, 0.078),
    (0.00, -0.008, 0.066, 0.096),
    (0.55, -0.004, 0.062, 0.090),
    (1.00, 0.002, 0.056, 0.080),
    (1.40, 0.004, 0.054, 0.075),
    (2.00, 0.004, 0.058, 0.084),
    (2.45, 0.000, 0.060, 0.094),
    (2.75, -0.004, 0.050, 0.102),
    (2.95, -0.008, 0.034, 0.088),
    (3.10, -0.006, 0.030, 0.055),
)
_LUMPS: dict[str, tuple[Lump, ...]] = {
    "right_thumb": (
        Lump((0.006, -0.030, 0.020), (0.009, 0.022, 0.009)),
        Lump((0.010, -0.048, 0.024), (0.007, 0.014, 0.007)),
    ),
    "seat": (
        Lump((-0.030, -0.022, 0.044), (0.048, 0.052, 0.050)),
        Lump((-0.030, -0.022, -0.044), (0.048, 0.052, 0.050)),
    ),
    "skull": (Lump((0.004, 0.060, 0.0), (0.058, 0.052, 0.046)),),
    "face": (
        Lump((0.020, 0.042, 0.0), (0.040, 0.052, 0.039)),
        Lump((0.024, 0.010, 0.0), (0.034, 0.032, 0.033)),
        Lump((0.044, -0.012, 0.0), (0.014, 0.013, 0.016)),
        Lump((0.060, 0.028, 0.0), (0.012, 0.012, 0.008)),
    ),
    "hair": (
        Lump((-0.006, 0.062, 0.0), (0.058, 0.054, 0.050)),
        Lump((-0.022, 0.036, 0.0), (0.042, 0.046, 0.046)),
        Lump((-0.058, 0.062, 0.0), (0.024, 0.024, 0.024)),
    ),
}


@cache
def lumps(name: str, count: int) -> tuple[Lump, ...]:
    """Give a part's ellipsoids in its bone's frame, ``count`` along a profile; parts named in ``_LUMPS`` have their own."""
    if name in _LUMPS:
        return _LUMPS[name]
    if name == "left_thumb":
        return tuple(
            Lump((lump.middle[0], lump.middle[1], -lump.middle[2]), lump.radii)
            for lump in _LUMPS["right_thumb"]
        )
    profile = PROFILES[name]
    first, last = profile[0][0], profile[-1][0]
    shares = (first + (last - first) * step / (count - 1) for step in range(count))
    return tuple(_along(name, _smooth(profile, share)) for share in shares)


def _along(name: str, station: Station) -> Lump:
    share, shift, ahead, aside = station
    if name == "foot":
        # The foot's profile runs forward from the heel; its sole stays flat on the ground.
        return Lump(
            (share * LENGTHS["foot"] - 0.004, ahead - ANKLE_HEIGHT, 0.0), (max(ahead, 0.014), ahead, aside)
        )
    downward = name in {"thigh", "shin", "upper_arm", "forearm", "hand"}
    length = -LENGTHS[name] if downward else LENGTHS[name]
    return Lump((shift, share * length, 0.0), (ahead, min(ahead, aside), aside))


def smooth_station(profile: tuple[Station, ...], share: float) -> Station:
    """Read a profile between its stations, with soft turns."""
    return _smooth(profile, share)


def _smooth(profile: tuple[Station, ...], share: float) -> Station:
    index = 0
    while index < len(profile) - 2 and share > profile[index + 1][0]:
        index += 1
    before, start, end, after = (
        profile[max(0, min(len(profile) - 1, index + step))] for step in (-1, 0, 1, 2)
    )
    width = end[0] - start[0]
    part = (share - start[0]) / width if width else 0.0

    def bent(column: int) -> float:
        return _hermite(
            (before[0], start[0], end[0], after[0]),
            (before[column], start[column], end[column], after[column]),
            part,
        )

    return share, bent(1), bent(2), bent(3)


def _hermite(
    places: tuple[float, float, float, float], values: tuple[float, float, float, float], part: float
) -> float:
    width = places[2] - places[1]
    leave = (values[2] - values[0]) / (places[2] - places[0]) * width if places[2] > places[0] else 0.0
    arrive = (values[3] - values[1]) / (places[3] - places[1]) * width if places[3] > places[1] else 0.0
    squared, cubed = part * part, part * part * part
    return (
        (2 * cubed - 3 * squared + 1) * values[1]
        + (cubed - 2 * squared + part) * leave
        + (3 * squared - 2 * cubed) * values[2]
        + (cubed - squared) * arrive
    )
