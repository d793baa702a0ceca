"""What the answers change in a plan, whatever the column: the seat, holds of the breath, steps left out, the side."""

from __future__ import annotations

from dataclasses import dataclass

from legsup.domain.roll import Roll

#: Seconds that the answers may ask for on the seat.
SEATS = (60.0, 120.0)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Limits:
    """What holds for every practice of one person.

    ``seat`` is the least seconds on the seat, None the sequence's own; ``holds`` whether the breath may be held;
    ``leave_out`` the tags of steps that are left out. ``long_way`` asks for a longer way in and out, ``own_pace``
    proposes breathing unpaced, ``head_still`` keeps the head still, ``with_adult`` asks for an adult nearby.
    """

    seat: float | None = None
    holds: bool = True
    leave_out: frozenset[str] = frozenset()
    left: bool = False
    quiet: bool = False
    long_way: bool = False
    own_pace: bool = False
    head_still: bool = False
    with_adult: bool = False

    @property
    def roll(self) -> Roll:
        """To which side one rolls."""
        if self.left and self.quiet:
            return Roll.AGREED
        if self.left:
            return Roll.LEFT
        return Roll.QUIET if self.quiet else Roll.LIKED

    def __repr__(self) -> str:
        """Tell nothing of anybody's health to a log."""
        return "Limits(…)"


def added(one: Limits, other: Limits) -> Limits:
    """Add up two limits: each counts."""
    return Limits(
        seat=max(one.seat or 0.0, other.seat or 0.0) or None,
        holds=one.holds and other.holds,
        leave_out=one.leave_out | other.leave_out,
        left=one.left or other.left,
        quiet=one.quiet or other.quiet,
        long_way=one.long_way or other.long_way,
        own_pace=one.own_pace or other.own_pace,
        head_still=one.head_still or other.head_still,
        with_adult=one.with_adult or other.with_adult,
    )
