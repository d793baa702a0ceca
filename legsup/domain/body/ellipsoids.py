"""The body in the room: every part's ellipsoids for a pose, and how far a part reaches."""

from __future__ import annotations

from math import exp, hypot, sqrt
from typing import TYPE_CHECKING, NamedTuple

from legsup.domain.body.flesh import TRUNK, lumps, smooth_station
from legsup.domain.body.joints import SIDES
from legsup.domain.body.pose import Contact
from legsup.domain.body.skeleton import Bone, skeleton
from legsup.domain.body.space import between, placed, plus, scaled

if TYPE_CHECKING:
    from legsup.domain.body.pose import Pose
    from legsup.domain.body.skeleton import Axes
    from legsup.domain.body.space import Vector

#: How many ellipsoids make up a part along its bone; enough for a smooth outline at 4K.
DETAIL = 16
#: Parts so short or so even that fewer are enough for them while a body moves.
_FEWER = {"thumb": 4, "shoulder": 4, "neck": 4, "ankle": 5}
#: The trunk is made of slices as thick as this, in body heights.
_SLICE = 0.024
#: Where on the trunk the belly rises with the breath, how far that spreads, and how much, in body heights.
_BELLY, _BELLY_SPREAD, _BELLY_RISE = 1.35, 0.75, 0.017


DOWN: Vector = (0.0, -1.0, 0.0)
TO_WALL: Vector = (1.0, 0.0, 0.0)


class Ellipsoid(NamedTuple):
    """A piece of the body: its middle, the directions of its axes, and its radii along them."""

    middle: Vector
    axes: Axes
    radii: Vector

    def reach(self, direction: Vector) -> float:
        """Tell how far it reaches along a unit direction, counted from the room's origin."""
        dx, dy, dz = direction
        half = 0.0
        for (ax, ay, az), radius in zip(self.axes, self.radii, strict=True):
            part = radius * (ax * dx + ay * dy + az * dz)
            half += part * part
        x, y, z = self.middle
        return x * dx + y * dy + z * dz + sqrt(half)


#: Parts by the bone that carries them; the trunk is apart.
_CARRIERS = (
    {"neck": "neck", "skull": "head", "face": "head", "hair": "head", "seat": "pelvis"}
    | {"profile": "head", "bun": "head"}
    | {
        f"{side}_{part}": f"{side}_{part}"
        for side in SIDES
        for part in ("thigh", "shin", "foot", "upper_arm", "forearm", "hand")
    }
    | {f"{side}_thumb": f"{side}_hand" for side in SIDES}
    | {f"{side}_ankle": f"{side}_foot" for side in SIDES}
    | {f"{side}_shoulder": "chest" for side in SIDES}
    | {f"{side}_{part}": "head" for side in SIDES for part in ("ear", "eye")}
)


def body(
    pose: Pose, *, detail: int = DETAIL, breath: float = 0.0, moving: bool = False
) -> dict[str, tuple[Ellipsoid, ...]]:
    """Give the ellipsoids of every part of the body, by part name.

    ``breath`` (0-1) raises the belly, and the hands that rest on it. ``moving`` spares pieces that no eye follows.
    """
    bones = skeleton(pose)
    for side in SIDES if breath else ():
        if Contact(f"{side}_hand", "belly") in pose.contacts:
            _raise_hand(bones, side, breath)
    parts = {"trunk": _trunk(bones, detail * 5 // 2, breath)}
    for part, carrier in _CARRIERS.items():
        kind = part.removeprefix("left_").removeprefix("right_")
        pieces = _FEWER.get(kind, detail) if moving else detail
        parts[part] = flesh(part, bones[carrier], pieces)
    return parts


def flesh(part: str, bone: Bone, detail: int = DETAIL) -> tuple[Ellipsoid, ...]:
    """Give the ellipsoids of one part of the body, other than the trunk, on the bone that carries it."""
    return tuple(
        Ellipsoid(placed(bone.axes, bone.start, lump.middle), bone.axes, lump.radii)
        for lump in lumps(part, detail)
    )


def _raise_hand(bones: dict[str, Bone], side: str, breath: float) -> None:
    """Tip forearm and hand about the elbow, so that a hand rises as much as the belly under it."""
    forearm, hand = bones[f"{side}_forearm"], bones[f"{side}_hand"]
    out = bones["waist"].axes[0]
    elbow = forearm.start
    lever = _minus(between(hand.start, hand.end, 0.6), elbow)
    flat = _minus(lever, scaled(out, _dot(lever, out)))
    reached = max(hypot(*flat), 2 * _BELLY_RISE)
    level = scaled(flat, 1.0 / reached)
    lift = breath * _BELLY_RISE / reached
    shrink = sqrt(1.0 - lift * lift) - 1.0

    def tipped(vector: Vector) -> Vector:
        ahead, above = _dot(vector, level), _dot(vector, out)
        turned = scaled(level, shrink * ahead - lift * above), scaled(out, lift * ahead + shrink * above)
        return plus(vector, plus(*turned))

    for name, bone in ((f"{side}_forearm", forearm), (f"{side}_hand", hand)):
        start, end = (plus(elbow, tipped(_minus(place, elbow))) for place in (bone.start, bone.end))
        first, second, third = bone.axes
        bones[name] = Bone(start, (tipped(first), tipped(second), tipped(third)), end)


def reach(parts: dict[str, tuple[Ellipsoid, ...]], direction: Vector, names: tuple[str, ...] = ()) -> float:
    """Tell how far the named parts (all, if none is named) reach along a unit direction."""
    chosen = [parts[name] for name in names] if names else parts.values()
    return max(piece.reach(direction) for pieces in chosen for piece in pieces)


def _trunk(bones: dict[str, Bone], detail: int, breath: float) -> tuple[Ellipsoid, ...]:
    chain = [bones["pelvis"], bones["waist"], bones["chest"]]
    first, last = TRUNK[0][0], TRUNK[-1][0]
    pieces: list[Ellipsoid] = []
    for step in range(detail):
        share = first + (last - first) * step / (detail - 1)
        _, shift, ahead, aside = smooth_station(TRUNK, share)
        rise = breath * _BELLY_RISE * exp(-(((share - _BELLY) / _BELLY_SPREAD) ** 2)) / 2
        shift, ahead = shift + rise, ahead + rise
        axes = _axes_at(chain, share)
        middle = plus(_spine_at(chain, share), scaled(axes[0], shift))
        pieces.append(Ellipsoid(middle, axes, (ahead, _SLICE, aside)))
    return tuple(pieces)


def _spine_at(chain: list[Bone], share: float) -> Vector:
    index = max(0, min(2, int(share)))
    bone = chain[index]
    part = share - index
    if not 0.0 <= part <= 1.0:
        return (
            plus(bone.start, scaled(_minus(bone.end, bone.start), part))
            if part < 0
            else plus(bone.end, scaled(_minus(bone.end, bone.start), part - 1.0))
        )
    length = hypot(*_minus(bone.end, bone.start))
    leave = scaled(_axes_at(chain, float(index))[1], length)
    arrive = scaled(_axes_at(chain, float(index + 1))[1], length)
    squared, cubed = part * part, part * part * part
    weights = (
        2 * cubed - 3 * squared + 1,
        cubed - 2 * squared + part,
        3 * squared - 2 * cubed,
        cubed - squared,
    )
    total: Vector = (0.0, 0.0, 0.0)
    for vector, weight in zip((bone.start, leave, bone.end, arrive), weights, strict=True):
        total = plus(total, scaled(vector, weight))
    return total


def _axes_at(chain: list[Bone], share: float) -> Axes:
    """Give the spine's frame at a place: each bone's own in its middle, turning evenly between middles."""
    place = max(0.0, min(2.0, share - 0.5))
    index = min(1, int(place))
    part = place - index
    before, after = chain[index].axes, chain[index + 1].axes
    return (
        _turned(before[0], after[0], part),
        _turned(before[1], after[1], part),
        _turned(before[2], after[2], part),
    )


def _turned(first: Vector, second: Vector, fraction: float) -> Vector:
    mixed = plus(scaled(first, 1.0 - fraction), scaled(second, fraction))
    length = hypot(*mixed)
    return scaled(mixed, 1.0 / length)


def _dot(first: Vector, second: Vector) -> float:
    return first[0] * second[0] + first[1] * second[1] + first[2] * second[2]


def _minus(first: Vector, second: Vector) -> Vector:
    return (first[0] - second[0], first[1] - second[1], first[2] - second[2])
