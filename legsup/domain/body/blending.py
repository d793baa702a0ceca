"""Movement between poses: blends that keep bones, floor and wall, and the ways that a body takes from pose to pose."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from legsup.domain.body.ellipsoids import DOWN, TO_WALL, body, flesh, reach
from legsup.domain.body.joints import SIDES
from legsup.domain.body.pose import Contact, interpolated
from legsup.domain.body.skeleton import arm, arm_points, leg, leg_points

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from legsup.domain.body.pose import Pose

_SEATED = Contact("seat", "floor")
#: Ellipsoids along a bone that are enough to find the floor.
_COARSE = 4
#: Steps of finding how far a knee or an elbow must turn, and how low the bones of a foot or hand may come.
_SEARCH, _CLEAR = 7, -0.010
#: How a leg swings to the wall: degrees of the first try and at most of each, how many tries, and how near is there.
_SWING, _MOST_SWING, _SWINGS, _TOUCHING = 2.0, 15.0, 6, 0.002
#: What reaches out and carries nothing while a body moves.
_REACHING = ("forearm", "hand", "thumb")
#: How far an elbow folds and an arm goes aside at most to keep a hand above the floor, in degrees. Together they set in
#: softly: a straight arm that stands on the floor hardly shortens with the first degrees of folding.
_FOLDED, _ASIDE = 100.0, 60.0
#: Poses that a body passes on its way where a straight blend would lift it off the floor like a V.
_PASSED: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("bed-sit", "bed-legs-up"): ("lean-back", "turn-down", "soles-on-wall", "walk-up"),
    ("chair-sit", "calves-on-chair"): ("lean-back", "turn-down"),
    ("press-up", "sit-against-wall"): ("sit-sideways",),
    ("side-lying", "hands-and-knees"): ("press-up",),
    ("side-lying", "childs-pose"): ("press-up", "hands-and-knees"),
    ("standing", "sit-sideways"): ("crouch",),
    ("standing", "chair-sit"): ("crouch",),
    ("standing", "side-sit"): ("crouch",),
    ("sit-against-wall", "stand-holding"): ("sit-sideways", "crouch"),
    ("half-kneeling", "stand-holding"): ("rising",),
    ("legs-up", "supported-cushion"): ("soles-on-wall",),
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
    else:
        pose = _rested(pose)
    for side in SIDES:
        if all(Contact(f"{side}_foot", "wall") in end.contacts for end in (first, second)):
            pose = _held_to_wall(pose, side)
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
    contacts = passed.contacts if to_wall else _off_the_wall(passed.contacts)
    return replace(passed, root=(x, *passed.root[1:]), props=frame.props, contacts=contacts)


def _off_the_wall(contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
    return tuple(contact for contact in contacts if contact.surface != "wall")


def _rested(pose: Pose) -> Pose:
    """Rest a body on the floor on all but its forearms, and fold the elbows of hands that would sink into it."""
    parts = body(pose, detail=_COARSE)
    up = max(
        piece.reach(DOWN)
        for name, pieces in parts.items()
        if not name.endswith(_REACHING)
        for piece in pieces
    )
    x, y, z = pose.root
    pose = replace(pose, root=(x, y + up, z))
    for side in SIDES:
        pose = _hand_lifted(pose, side)
    return pose


def _held_to_wall(pose: Pose, side: str) -> Pose:
    """Swing a leg at the hip until its foot is at the wall, where it slides up or down."""
    joint = f"{side}_hip_bend"
    before, after = pose.angle(joint), pose.angle(joint) + _SWING
    gap = _gap_to_wall(pose, side)
    for _ in range(_SWINGS):  # pragma: no branch - of all changes that are made each touches well before that
        left = _gap_to_wall(_with(pose, joint, after), side)
        if abs(left) < _TOUCHING or left == gap:
            break
        slope = (left - gap) / (after - before)
        before, gap = after, left
        after = before - max(-_MOST_SWING, min(_MOST_SWING, left / slope))
    return _with(pose, joint, after)


def _gap_to_wall(pose: Pose, side: str) -> float:
    """Tell how far a foot is from the wall, in body heights."""
    name = f"{side}_foot"
    foot = leg(pose, side)[name]
    return -max(piece.reach(TO_WALL) for piece in flesh(name, foot, _COARSE))


def _lifted(pose: Pose, side: str) -> Pose:
    """Open a knee and fold an elbow so far that the foot and hand of someone seated do not sink into the floor."""

    def lowest(turned: Pose) -> float:
        points = leg_points(leg(turned, side), side)
        return min(points[f"{side}_{point}"][1] for point in ("ankle", "toes", "sole"))

    return _hand_lifted(_turned_until_clear(pose, {f"{side}_knee_bend": 0.0}, lowest), side)


def _hand_lifted(pose: Pose, side: str) -> Pose:
    """Fold an elbow and lead the arm aside, just so far that the hand does not sink into the floor."""
    aside = f"{side}_shoulder_spread"
    fold = {f"{side}_elbow_bend": _FOLDED, aside: max(_ASIDE, pose.angle(aside))}

    def lowest(turned: Pose) -> float:
        points = arm_points(arm(turned, side), side)
        return min(points[f"{side}_{point}"][1] for point in ("wrist", "fingertips"))

    return _turned_until_clear(pose, fold, lowest)


def _turned_until_clear(pose: Pose, limits: Mapping[str, float], lowest: Callable[[Pose], float]) -> Pose:
    """Turn joints toward their limits just until the lowest point is clear of the floor; all the way where it never is."""
    if lowest(pose) >= _CLEAR:
        return pose
    sinks, clears = 0.0, 1.0
    for _ in range(_SEARCH):
        middle = (sinks + clears) / 2
        if lowest(_turned(pose, limits, middle)) >= _CLEAR:
            clears = middle
        else:
            sinks = middle
    return _turned(pose, limits, clears)


def _turned(pose: Pose, limits: Mapping[str, float], fraction: float) -> Pose:
    """Turn joints that fraction (0-1) of the way to their limits."""
    angles = {
        name: pose.angle(name) + (limit - pose.angle(name)) * fraction for name, limit in limits.items()
    }
    return replace(pose, angles=MappingProxyType({**pose.angles, **angles}))


def _with(pose: Pose, name: str, angle: float) -> Pose:
    return replace(pose, angles=MappingProxyType({**pose.angles, name: angle}))
