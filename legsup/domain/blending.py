"""Movement between poses: blends that keep bones, floor and wall, and the ways that a body takes from pose to pose."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from legsup.domain.body import DOWN, TO_WALL, body, reach
from legsup.domain.joints import SIDES
from legsup.domain.pose import Contact, interpolated
from legsup.domain.skeleton import skeleton_points

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from legsup.domain.pose import Pose

_SEATED = Contact("seat", "floor")
#: Ellipsoids along a bone that are enough to find the floor.
_COARSE = 4
#: Steps of finding how far a knee or an elbow must turn, and how low the bones of a foot or hand may come.
_SEARCH, _CLEAR = 7, -0.010
#: How far an elbow folds at most to keep a hand above the floor, in degrees.
_FOLDED = 100.0
#: Poses that a body passes on its way where a straight blend would lift it off the floor like a V.
_PASSED: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("bed-sit", "bed-legs-up"): ("lean-back", "turn-down", "soles-on-wall", "walk-up"),
    ("chair-sit", "calves-on-chair"): ("lean-back", "turn-down"),
    ("sit-sideways", "supported-rest"): ("lean-back",),
    ("sit-sideways", "soles-on-wall"): ("lean-back", "turn-down"),
    ("sit-sideways", "soles-on-floor"): ("lean-back",),
    ("sit-sideways", "feet-raised"): ("lean-back", "soles-on-floor"),
    ("sit-sideways", "walk-up"): ("lean-back", "turn-down", "soles-on-wall"),
    ("sit-sideways", "legs-up"): ("lean-back", "turn-down", "soles-on-wall"),
    ("sit-sideways", "legs-up-belly"): ("lean-back", "turn-down", "soles-on-wall"),
}


def blend(first: Pose, second: Pose, fraction: float) -> Pose:
    """Give the pose ``fraction`` (0-1) of the way between two: bones keep their length, floor and wall are never passed."""
    if fraction <= 0.0:
        return first
    if fraction >= 1.0:
        return second
    pose = interpolated(first, second, fraction)
    if _SEATED in first.contacts and _SEATED in second.contacts:
        for side in SIDES:
            pose = _lifted(pose, side)
    return supported(pose)


def supported(pose: Pose) -> Pose:
    """Lift or lower a body onto the floor and move it out of the wall."""
    parts = body(pose, detail=_COARSE)
    up = reach(parts, DOWN)
    back = max(0.0, reach(parts, TO_WALL))
    x, y, z = pose.root
    return replace(pose, root=(x - back, y + up, z))


def way(poses: Mapping[str, Pose], stops: Iterable[Pose]) -> tuple[Pose, ...]:
    """Give the poses that a body moves through from stop to stop, those that it passes on the way included."""
    chain = list(stops)
    moves = chain[:1]
    for first, second in pairwise(chain):
        passed = [poses[name] for name in _PASSED.get((first.id, second.id), ()) if name in poses]
        moves += [
            _between(first, second, pose, (at + 1) / (len(passed) + 1)) for at, pose in enumerate(passed)
        ]
        moves.append(second)
    return tuple(moves)


def _between(first: Pose, second: Pose, passed: Pose, fraction: float) -> Pose:
    """Bring a pose that is passed to where the move takes place, among the same things."""
    frame = interpolated(first, second, fraction)
    to_wall = any(contact.surface == "wall" for contact in second.contacts)
    x = passed.root[0] if to_wall else frame.root[0]
    return replace(passed, root=(x, *passed.root[1:]), props=frame.props)


def _lifted(pose: Pose, side: str) -> Pose:
    """Open a knee and fold an elbow so far that the foot and hand of someone seated do not sink into the floor."""
    pose = _turned_until_clear(
        pose, f"{side}_knee_bend", 0.0, (f"{side}_ankle", f"{side}_toes", f"{side}_sole")
    )
    return _turned_until_clear(pose, f"{side}_elbow_bend", _FOLDED, (f"{side}_wrist", f"{side}_fingertips"))


def _turned_until_clear(pose: Pose, joint: str, limit: float, points: tuple[str, ...]) -> Pose:
    """Turn a joint toward its limit just until the points are clear of the floor; all the way where they never are."""
    if _lowest(pose, points) >= _CLEAR:
        return pose
    sinks, clears = pose.angle(joint), limit
    for _ in range(_SEARCH):
        middle = (sinks + clears) / 2
        if _lowest(_with(pose, joint, middle), points) >= _CLEAR:
            clears = middle
        else:
            sinks = middle
    return _with(pose, joint, clears)


def _lowest(pose: Pose, points: tuple[str, ...]) -> float:
    places = skeleton_points(pose)
    return min(places[point][1] for point in points)


def _with(pose: Pose, name: str, angle: float) -> Pose:
    return replace(pose, angles=MappingProxyType({**pose.angles, name: angle}))
