"""Movement between poses as a function of time: a blend to a pose, or a demonstration that goes round and round."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi
from typing import TYPE_CHECKING

from legsup.domain.body import blend

if TYPE_CHECKING:
    from legsup.domain.pose import Pose

#: Seconds of a blend from one pose to the next when a step begins.
BLEND = 1.5
#: Seconds of a demonstration: moving, resting in a pose, and fading from the last pose back to the first.
SLOW_BLEND = 2.8
REST = 1.3
FADE = 0.9


@dataclass(frozen=True, slots=True)
class Moment:
    """What a movement shows at a time: a pose, and a second one that fades in over it (0-1)."""

    pose: Pose
    incoming: Pose | None = None
    fade: float = 0.0


@dataclass(frozen=True, slots=True)
class Motion:
    """A movement that began at ``start`` (seconds of any clock): through ``poses`` once, or round and round."""

    poses: tuple[Pose, ...]
    start: float
    loops: bool = False
    still: bool = False

    def over(self, now: float) -> bool:
        """Whether the last pose has been reached for good; a demonstration is never over."""
        return not self.loops and (self.still or now - self.start >= BLEND * (len(self.poses) - 1))

    def at(self, now: float) -> Moment:
        """Give what is shown at a time."""
        since = max(0.0, now - self.start)
        if not self.loops:
            return self._passing(since)
        if self.still:
            return Moment(self.poses[int(since / (SLOW_BLEND + REST)) % len(self.poses)])
        steps = len(self.poses) - 1
        round_seconds = steps * (SLOW_BLEND + REST) + REST + FADE
        since %= round_seconds
        step = int(since / (SLOW_BLEND + REST))
        within = since - step * (SLOW_BLEND + REST)
        if step < steps:
            moving = eased(max(0.0, within - REST) / SLOW_BLEND)
            return Moment(blend(self.poses[step], self.poses[step + 1], moving))
        fade = eased((within - REST) / FADE) if within > REST else 0.0
        return Moment(self.poses[-1], self.poses[0], fade)

    def resting(self, now: float) -> bool:
        """Whether nothing moves just now, so that nothing needs painting."""
        if not self.loops:
            return self.over(now)
        if self.still:
            return True
        steps = len(self.poses) - 1
        since = max(0.0, now - self.start) % (steps * (SLOW_BLEND + REST) + REST + FADE)
        return since % (SLOW_BLEND + REST) < REST

    def _passing(self, since: float) -> Moment:
        steps = len(self.poses) - 1
        if self.still or since >= BLEND * steps:
            return Moment(self.poses[-1])
        step = int(since / BLEND)
        return Moment(blend(self.poses[step], self.poses[step + 1], eased(since / BLEND - step)))


def eased(fraction: float) -> float:
    """Leave and arrive gently."""
    return (1.0 - cos(pi * max(0.0, min(1.0, fraction)))) / 2.0
