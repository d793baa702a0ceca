"""The paced breath: patterns, cycles, and where attention is on the body at a moment of a cycle.

Everything here is derived from a pattern and a time; nothing is stored. Times are in seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import cos, pi
from typing import TYPE_CHECKING

from legsup.domain.ranges import demand_seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Ranges of a pattern in seconds: the app's own, around the 4-10 breaths a minute that studies call slow breathing
#: (Russo, Santarelli & O'Rourke 2017); none of the three source articles gives a rate.
INHALE_RANGE = (3.0, 8.0)
EXHALE_RANGE = (3.0, 10.0)
HOLD_RANGE = (0.0, 8.0)

#: Seconds of holding a pose over which easing in moves from the usual breath to the chosen pattern.
EASING_SECONDS = 120.0


class Phase(StrEnum):
    """A part of one breath cycle."""

    INHALE = "inhale"
    HOLD_FULL = "hold_full"
    EXHALE = "exhale"
    HOLD_EMPTY = "hold_empty"


@dataclass(frozen=True, slots=True)
class Pattern:
    """Seconds of inhale, hold full, exhale and hold empty.

    Raises:
        ValueError: a length is outside its range (inhale 3-8 s, exhale 3-10 s, holds 0-8 s) or not finite.
    """

    inhale: float
    exhale: float
    hold_full: float = 0.0
    hold_empty: float = 0.0

    def __post_init__(self) -> None:
        demand_seconds("inhale", self.inhale, INHALE_RANGE)
        demand_seconds("hold full", self.hold_full, HOLD_RANGE)
        demand_seconds("exhale", self.exhale, EXHALE_RANGE)
        demand_seconds("hold empty", self.hold_empty, HOLD_RANGE)

    @property
    def seconds(self) -> float:
        """Length of one whole cycle in seconds."""
        return self.inhale + self.hold_full + self.exhale + self.hold_empty

    @property
    def has_holds(self) -> bool:
        """Whether the breath is held anywhere; holds carry a caution and the screening may close them."""
        return self.hold_full > 0 or self.hold_empty > 0

    def phases(self) -> Iterator[tuple[Phase, float, float]]:
        """Give each phase that takes time as (phase, start, seconds), start counted from the inhale."""
        lengths = (self.inhale, self.hold_full, self.exhale, self.hold_empty)
        starts = [0.0]
        for length in lengths:
            starts.append(starts[-1] + length)
        for phase, (start, end) in zip(Phase, pairwise(starts), strict=True):
            if end > start:
                yield phase, start, end - start

    def __str__(self) -> str:
        """Write the pattern as people name it: ``4-6``, or ``4-1-6-1`` with holds."""
        lengths = (self.inhale, self.exhale)
        if self.has_holds:
            lengths = (self.inhale, self.hold_full, self.exhale, self.hold_empty)
        return "-".join(f"{length:g}" for length in lengths)


#: Four seconds in, six out: six breaths a minute, the exhale a little longer (Laborde 2021).
DEFAULT_PATTERN = Pattern(4, 6)
#: Where easing in starts: a shorter breath that most people find comfortable at once.
USUAL_PATTERN = Pattern(3, 4)
#: Patterns offered by name; none holds the breath (holds make no difference: Laborde 2021).
PRESETS = (Pattern(4, 4), Pattern(5, 5), Pattern(4, 6), Pattern(5, 6), Pattern(5, 7), Pattern(6, 6))
#: What people write for breathing unpaced.
OWN_PACE = "own"


def parse_pattern(text: str) -> Pattern | None:
    """Read ``IN-OUT`` or ``IN-HOLD-OUT-HOLD`` in seconds, or ``own`` for no pacing (None).

    Raises:
        ValueError: the text is neither, or a length is outside its range.
    """
    if text.strip() == OWN_PACE:
        return None
    try:
        lengths = [float(part) for part in text.split("-")]
    except ValueError:
        lengths = []
    match lengths:
        case [inhale, exhale]:
            return Pattern(inhale, exhale)
        case [inhale, hold_full, exhale, hold_empty]:
            return Pattern(inhale, exhale, hold_full, hold_empty)
        case _:
            message = f"{text!r} is not a breath pattern; expected IN-OUT or IN-HOLD-OUT-HOLD in seconds, or {OWN_PACE}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Cycle:
    """One whole breath that begins at ``start``, in seconds of whatever clock its maker counts by."""

    start: float
    pattern: Pattern

    @property
    def end(self) -> float:
        """When the cycle is over and the next inhale begins."""
        return self.start + self.pattern.seconds

    @property
    def exhale(self) -> float:
        """When the exhale begins."""
        return self.start + (self.pattern.inhale + self.pattern.hold_full)

    @property
    def exhaled(self) -> float:
        """When the exhale is complete: from here on it counts as a breath."""
        # Counted from the end, so that rounding never puts the last exhale of a hold after the hold.
        return self.end - self.pattern.hold_empty


@dataclass(frozen=True, slots=True)
class Breath:
    """A moment of a cycle: its phase, how far the phase has come (0-1), and the awareness (0 soles, 1 crown)."""

    phase: Phase
    fraction: float
    awareness: float


def breath_in(cycle: Cycle, at: float) -> Breath:
    """Tell the breath at a time of the cycle's clock; times outside the cycle count as its first or last moment."""
    pattern, into = cycle.pattern, max(0.0, at - cycle.start)
    exhale = pattern.inhale + pattern.hold_full
    emptied = exhale + pattern.exhale
    if into >= emptied and pattern.hold_empty:
        phase, start, seconds = Phase.HOLD_EMPTY, emptied, pattern.hold_empty
    elif into >= exhale:
        phase, start, seconds = Phase.EXHALE, exhale, pattern.exhale
    elif into >= pattern.inhale:
        phase, start, seconds = Phase.HOLD_FULL, pattern.inhale, pattern.hold_full
    else:
        phase, start, seconds = Phase.INHALE, 0.0, pattern.inhale
    fraction = min(1.0, (into - start) / seconds)
    return Breath(phase, fraction, _awareness(phase, fraction))


def eased(usual: Pattern, target: Pattern, held: float) -> Pattern:
    """Interpolate from the usual breath to the target after ``held`` seconds of holding (all of it after 120 s)."""
    if held >= EASING_SECONDS:
        return target
    share = max(0.0, held) / EASING_SECONDS

    def between(start: float, end: float) -> float:
        return start + (end - start) * share

    return Pattern(
        between(usual.inhale, target.inhale),
        between(usual.exhale, target.exhale),
        between(usual.hold_full, target.hold_full),
        between(usual.hold_empty, target.hold_empty),
    )


def _awareness(phase: Phase, fraction: float) -> float:
    match phase:
        case Phase.INHALE:
            return _in_out_sine(fraction)
        case Phase.HOLD_FULL:
            return 1.0
        case Phase.EXHALE:
            return 1.0 - _in_out_sine(fraction)
        case Phase.HOLD_EMPTY:  # pragma: no branch - the type checker proves that no phase is missing
            return 0.0


def _in_out_sine(fraction: float) -> float:
    return (1.0 - cos(pi * fraction)) / 2.0
