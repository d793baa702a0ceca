"""The body's volume: ellipsoids along the bones, from whose union every silhouette, contact and light is taken.

A profile lists (share of the bone, shift ahead, radius ahead, radius aside) in body heights; the painter joins its
stations smoothly. Girths after the means of ISO 7250 body measurement tables, softened by eye.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from legsup.domain.body.skeleton import ANKLE_HEIGHT, LENGTHS

if TYPE_CHECKING:
    from legsup.domain.body.space import Vector

Station = tuple[float, ...]


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
        (0.10, 0.000, 0.0312, 0.0312),
        (0.28, -0.006, 0.0332, 0.033),
        (0.50, -0.006, 0.029, 0.029),
        (0.75, -0.004, 0.0210, 0.0205),
        (0.92, -0.004, 0.0175, 0.0168),
        (1.00, -0.005, 0.0188, 0.0180),
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
        (-0.23, 0.0, 0.0185, 0.018),
        (0.10, 0.0, 0.026, 0.022),
        (0.45, 0.0, 0.0205, 0.024),
        (0.74, 0.0, 0.0130, 0.027),
        (0.88, 0.0, 0.0095, 0.026),
        (0.97, 0.0, 0.0098, 0.024),
        (1.06, 0.0, 0.0080, 0.019),
    ),
    "neck": (
        (-0.20, -0.002, 0.036, 0.042),
        (0.20, 0.000, 0.034, 0.034),
        (0.60, 0.003, 0.031, 0.031),
        (1.20, 0.006, 0.031, 0.032),
    ),
}
#: The trunk runs through three bones; stations count 0 at the hips, 1 at the waist joint, 2 at the chest joint, 3 at the neck.
TRUNK: tuple[Station, ...] = (
    (-0.55, -0.006, 0.046, 0.078),
    (0.00, -0.006, 0.064, 0.096),
    (0.55, -0.003, 0.061, 0.090),
    (1.00, 0.002, 0.056, 0.080),
    (1.40, 0.004, 0.054, 0.075),
    (2.00, 0.004, 0.058, 0.084),
    (2.40, 0.000, 0.060, 0.094),
    (2.65, -0.003, 0.054, 0.101),
    (2.85, -0.006, 0.044, 0.092),
    (3.00, -0.007, 0.037, 0.070),
    (3.18, -0.005, 0.032, 0.042),
)
_LUMPS: dict[str, tuple[Lump, ...]] = {
    "seat": (
        Lump((-0.026, -0.020, 0.044), (0.043, 0.052, 0.050)),
        Lump((-0.026, -0.020, -0.044), (0.043, 0.052, 0.050)),
    ),
    "skull": (Lump((0.006, 0.058, 0.0), (0.051, 0.048, 0.045)),),
    "face": (
        Lump((0.029, 0.047, 0.0), (0.031, 0.037, 0.038)),
        Lump((0.027, 0.026, 0.0), (0.033, 0.036, 0.036)),
        Lump((0.023, 0.006, 0.0), (0.029, 0.022, 0.030)),
    ),
    "hair": (
        Lump((0.000, 0.064, 0.0), (0.060, 0.052, 0.050)),
        Lump((-0.018, 0.040, 0.0), (0.043, 0.046, 0.047)),
        Lump((0.016, 0.085, 0.0), (0.037, 0.024, 0.041)),
    ),
    "bun": (Lump((-0.046, 0.106, 0.0), (0.026, 0.024, 0.026)),),
    "right_ear": (Lump((-0.009, 0.031, 0.045), (0.008, 0.014, 0.007)),),
}
#: Free rows of lumps that are joined softly: (share, middle ahead, above, aside, radii ahead, above, aside).
_ROWS: dict[str, tuple[Station, ...]] = {
    "right_thumb": (
        (0.0, 0.004, -0.012, 0.010, 0.009, 0.010, 0.009),
        (0.5, 0.006, -0.034, 0.017, 0.008, 0.010, 0.008),
        (1.0, 0.009, -0.055, 0.018, 0.006, 0.008, 0.006),
    ),
    # From the shin over the instep, and down the tendon to the heel, so that shin and foot meet in a curve.
    "right_ankle": (
        (0.0, -0.029, -0.020, 0.0, 0.0175, 0.0180, 0.0165),
        (0.3, -0.014, -0.007, 0.0, 0.0165, 0.0165, 0.0165),
        (0.5, 0.000, 0.000, 0.0, 0.0170, 0.0170, 0.0175),
        (0.7, 0.018, -0.008, 0.0, 0.0165, 0.0160, 0.0180),
        (1.0, 0.050, -0.019, 0.0, 0.0165, 0.0150, 0.0190),
    ),
    "right_shoulder": (
        (0.0, -0.006, 0.152, 0.026, 0.030, 0.020, 0.030),
        (0.4, -0.006, 0.139, 0.060, 0.031, 0.024, 0.030),
        (0.8, -0.006, 0.125, 0.092, 0.032, 0.029, 0.030),
        (1.0, -0.005, 0.116, 0.103, 0.032, 0.031, 0.030),
    ),
    # A closed eye: the line of its lashes, from the nose to the temple.
    "right_eye": (
        (0.0, 0.0555, 0.0385, 0.014, 0.0016, 0.0016, 0.0016),
        (0.5, 0.0530, 0.0355, 0.022, 0.0021, 0.0021, 0.0021),
        (1.0, 0.0455, 0.0375, 0.031, 0.0016, 0.0016, 0.0016),
    ),
    # Down the middle of the face: forehead, brow, bridge and tip of the nose, lips, chin, under the chin.
    "profile": (
        (0.00, 0.0460, 0.0640, 0.0, 0.0130, 0.0130, 0.022),
        (0.18, 0.0515, 0.0500, 0.0, 0.0100, 0.0100, 0.020),
        (0.30, 0.0535, 0.0400, 0.0, 0.0075, 0.0070, 0.012),
        (0.48, 0.0648, 0.0225, 0.0, 0.0056, 0.0058, 0.0068),
        (0.56, 0.0562, 0.0165, 0.0, 0.0064, 0.0060, 0.009),
        (0.66, 0.0550, 0.0080, 0.0, 0.0065, 0.0060, 0.012),
        (0.76, 0.0522, -0.0005, 0.0, 0.0066, 0.0066, 0.011),
        (0.88, 0.0470, -0.0105, 0.0, 0.0095, 0.0085, 0.012),
        (1.00, 0.0280, -0.0110, 0.0, 0.0100, 0.0080, 0.016),
    ),
}
#: What the left side has as the right, mirrored.
_PAIRED = ("thumb", "shoulder", "ear", "eye", "ankle")
#: Parts that run forward from the heel instead of down a bone.
_FORWARD = "foot"
_DOWNWARD = frozenset({"thigh", "shin", "upper_arm", "forearm", "hand"})


@cache
def lumps(part: str, count: int) -> tuple[Lump, ...]:
    """Give a part's ellipsoids in its bone's frame, ``count`` of them where it follows a profile."""
    if part in _LUMPS:
        return _LUMPS[part]
    if part in _ROWS:
        return tuple(_free(station) for station in _stations(_ROWS[part], count))
    name = part.removeprefix("left_").removeprefix("right_")
    if name in _PAIRED:
        right = lumps("right_" + name, count)
        return tuple(Lump((lump.middle[0], lump.middle[1], -lump.middle[2]), lump.radii) for lump in right)
    return tuple(_along(name, station) for station in _stations(PROFILES[name], count))


def _stations(profile: tuple[Station, ...], count: int) -> list[Station]:
    first, last = profile[0][0], profile[-1][0]
    return [smooth_station(profile, first + (last - first) * step / (count - 1)) for step in range(count)]


def _free(station: Station) -> Lump:
    _, ahead, above, aside, *radii = station
    return Lump((ahead, above, aside), (radii[0], radii[1], radii[2]))


def _along(name: str, station: Station) -> Lump:
    share, shift, ahead, aside = station
    if name == _FORWARD:
        # The sole stays flat on the ground.
        return Lump(
            (share * LENGTHS["foot"] - 0.004, ahead - ANKLE_HEIGHT, 0.0), (max(ahead, 0.014), ahead, aside)
        )
    length = -LENGTHS[name] if name in _DOWNWARD else LENGTHS[name]
    return Lump((shift, share * length, 0.0), (ahead, min(ahead, aside), aside))


def smooth_station(profile: tuple[Station, ...], share: float) -> Station:
    """Read a profile between its stations, with soft turns."""
    index = 0
    while index < len(profile) - 2 and share > profile[index + 1][0]:
        index += 1
    near = [profile[max(0, min(len(profile) - 1, index + step))] for step in (-1, 0, 1, 2)]
    part = (share - near[1][0]) / (near[2][0] - near[1][0])
    return share, *(_bent(near, column, part) for column in range(1, len(profile[0])))


def _bent(near: list[Station], column: int, part: float) -> float:
    """Pass through the two middle stations along the slopes that their neighbours give (a cubic Hermite curve)."""
    before, start, end, after = ((station[0], station[column]) for station in near)
    width = end[0] - start[0]
    leave = (end[1] - before[1]) / (end[0] - before[0]) * width
    arrive = (after[1] - start[1]) / (after[0] - start[0]) * width
    squared, cubed = part * part, part * part * part
    return (
        (2 * cubed - 3 * squared + 1) * start[1]
        + (cubed - 2 * squared + part) * leave
        + (3 * squared - 2 * cubed) * end[1]
        + (cubed - squared) * arrive
    )
