"""Movement between poses as a function of time: a blend to a pose, or a demonstration that goes round and round."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from math import cos, pi
from typing import TYPE_CHECKING

from legsup.domain.body.blending import blend, way
from legsup.domain.body.pose import interpolated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.domain.body.pose import Pose

#: Seconds of a blend from one pose to the next when a step begins; of each of several on a longer way.
BLEND, LONGER = 1.5, 1.1
#: Seconds of a demonstration: moving, resting in a pose, and fading from the last pose back to the first.
SLOW_BLEND, REST, FADE = 2.8, 1.3, 0.9
_TURN = SLOW_BLEND + REST
#: From here on, what fades in is nearer than what it fades in over.
_HALF = 0.5
#: A blend is reckoned whole, with floor and wall, at so many places; between them the body glides from one to the next.
_RECKONED = 20
#: Near its ends, up to this share of its way, a movement is slow enough for the eye to see what is fine.
_CALM = 0.06
#: Milliseconds between two pictures of a movement, at least and at most.
_SHORTEST, _LONGEST = 20, 40
#: Changes that are no movement of a few seconds: someone dizzy on a chair is shown how to lie, not how to fall; one who
#: rests on the left side stays on it, though the picture of resting on a side is another; and who is up at the end is seen
#: seated once more, without sitting down.
_FADED = frozenset({
    ("seated-chair", "side-lying"), ("side-rest", "side-lying"),
    ("stand-holding", "sit-against-wall"), ("stand-holding", "seated-chair"),
})  # fmt: skip


class Kind(Enum):
    """Through the poses once, round and round, or one picture fading into another."""

    MOVE = "move"
    LOOP = "loop"
    FADE = "fade"


@dataclass(frozen=True, slots=True)
class Moment:
    """What a movement shows at a time: a pose, and a second one that fades in over it (0-1).

    ``calm`` tells how well the eye sees what is fine: 1 at rest, 0 in full movement. ``passed`` are the two places of the
    movement between which the pose is, and how far (0-1) it is from the first to the second.
    """

    pose: Pose
    incoming: Pose | None = None
    fade: float = 0.0
    calm: float = 1.0
    passed: tuple[Pose, Pose, float] | None = None


@dataclass(frozen=True, slots=True)
class Motion:
    """A movement that began at ``start`` (seconds of any clock).

    ``still`` shows the poses of a round without movement; ``before`` is what was shown and fades as a round begins.
    """

    poses: tuple[Pose, ...]
    start: float
    kind: Kind = Kind.MOVE
    still: bool = False
    before: Pose | None = None
    _known: dict[tuple[int, int], Pose] = field(default_factory=dict, compare=False, repr=False)

    def over(self, now: float) -> bool:
        """Whether the last pose has been reached for good; a demonstration is never over."""
        return self.kind is not Kind.LOOP and now - self.start >= self.seconds

    def at(self, now: float) -> Moment:
        """Give what is shown at a time."""
        since = max(0.0, now - self.start)
        if self.kind is Kind.LOOP:
            if self.before and since < FADE:
                return Moment(self.before, self.poses[0], eased(since / FADE))
            return self._turning(since)
        if self.over(now):
            return Moment(self.poses[-1])
        if self.kind is Kind.FADE:
            return Moment(self.poses[0], self.poses[-1], eased(since / FADE))
        step = int(since / self._leg)
        fraction = eased(since / self._leg - step)
        ends = (fraction if step == 0 else 1.0, 1.0 - fraction if step == self._legs - 1 else 1.0)
        return self._blended(step, fraction, _calm(min(ends)))

    def alone(self, now: float) -> Moment:
        """Give what is shown at a time as one body: the nearer one, where another fades in."""
        moment = self.at(now)
        nearer = moment.pose if moment.incoming is None or moment.fade < _HALF else moment.incoming
        return Moment(nearer)

    def later(self, seconds: float) -> Motion:
        """Give the same movement, begun so much later."""
        return replace(self, start=self.start + seconds)

    def resting(self, now: float) -> bool:
        """Whether nothing moves just now, so that nothing needs painting."""
        if self.kind is not Kind.LOOP:
            return self.over(now)
        since = max(0.0, now - self.start)
        fading = self.before is not None and since < FADE
        return not self.still and not fading and since % self._round % _TURN < REST

    @property
    def seconds(self) -> float:
        """How long it takes; for a demonstration, how long a round takes."""
        match self.kind:
            case Kind.LOOP:
                return self._round
            case Kind.FADE:
                return FADE
            case Kind.MOVE:  # pragma: no branch - the type checker proves that no kind is missing
                return self._leg * self._legs

    @property
    def _legs(self) -> int:
        return len(self.poses) - 1

    @property
    def _leg(self) -> float:
        return BLEND if self._legs == 1 else LONGER

    @property
    def _round(self) -> float:
        return len(self.poses) * _TURN if self.still else self._legs * _TURN + REST + FADE

    def _turning(self, since: float) -> Moment:
        step, within = divmod(since % self._round, _TURN)
        pose = self.poses[int(step)]
        if self.still or within < REST:
            return Moment(pose)
        if pose is self.poses[-1]:
            return Moment(pose, self.poses[0], eased((within - REST) / FADE))
        following, fraction = self.poses[int(step) + 1], eased((within - REST) / SLOW_BLEND)
        if _fades(pose, following):
            return Moment(pose, following, fraction)
        return self._blended(int(step), fraction, _calm(min(fraction, 1.0 - fraction)))

    def _blended(self, step: int, fraction: float, calm: float) -> Moment:
        """Give the moment that far (0-1) on the way from one of the poses to the next."""
        at = fraction * _RECKONED
        place = min(int(at), _RECKONED - 1)
        low, high = self._reckoned(step, place), self._reckoned(step, place + 1)
        return Moment(interpolated(low, high, at - place), calm=calm, passed=(low, high, at - place))

    def _reckoned(self, step: int, place: int) -> Pose:
        if (step, place) not in self._known:
            self._known[step, place] = blend(self.poses[step], self.poses[step + 1], place / _RECKONED)
        return self._known[step, place]


def _calm(way_to_an_end: float) -> float:
    return max(0.0, 1.0 - way_to_an_end / _CALM)


def moved(poses: Mapping[str, Pose], first: Pose, second: Pose, start: float) -> Motion:
    """Give the way from one pose to another; where nobody moves in one go, as into a bed, the picture fades instead."""
    if _fades(first, second):
        return Motion((first, second), start, Kind.FADE)
    return Motion(way(poses, (first, second)), start)


def _fades(first: Pose, second: Pose) -> bool:
    return first.ground != second.ground or (first.id, second.id) in _FADED


def interval(cost: float) -> int:
    """Give the milliseconds between two pictures of a movement, where making one costs so many seconds.

    50 a second where a picture is made in half of that, and never fewer than 25: so it takes about half of a core at most.
    """
    return max(_SHORTEST, min(_LONGEST, round(2000.0 * cost)))


def eased(fraction: float) -> float:
    """Leave and arrive gently."""
    return (1.0 - cos(pi * max(0.0, min(1.0, fraction)))) / 2.0
