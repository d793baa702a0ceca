"""How long a hold lasts: whole breaths up to its nominal time, never past its most."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from legsup.domain.breath import DEFAULT_PATTERN, Cycle, eased
from legsup.domain.stretch import Past

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legsup.domain.breath import Pattern
    from legsup.domain.plan import Beat, Plan

#: Room for rounding: clocks count from the computer's start, and after days of it a second is told to 1e-9 at best.
TINY = 1e-6


def nominal_of(plan: Plan, beat: Beat, holds: Mapping[int, float]) -> float:
    """Tell the nominal seconds of a hold: the plan's, but a second side takes what the first one took."""
    return holds.get(plan.first_sides.get(beat.index, -1), beat.nominal)


def hold_cycles(plan: Plan, beat: Beat, begin: float, past: Past) -> tuple[Cycle, ...]:
    """Lay out whole breaths from ``begin``, of which ``past.beat_held`` seconds are held already.

    The last one ends at or after the nominal time, or else is the last that ends within the hold's ``max_seconds``;
    there is one in any case, unless part of the hold is held and no whole one fits any more. None without pacing.
    """
    pattern = plan.choices.pattern
    if pattern is None:
        return ()
    nominal, most = nominal_of(plan, beat, past.holds), _most(beat)
    cycles: list[Cycle] = []
    held = past.beat_held
    while not cycles or held < nominal - TINY:
        paced = breath_at(plan, pattern, past.held + held - past.beat_held)
        if held > 0.0 and held + paced.seconds > most + TINY:
            break
        cycles.append(Cycle(begin + held - past.beat_held, paced))
        held += paced.seconds
    return tuple(cycles)


def hold_seconds(plan: Plan, beat: Beat, past: Past) -> float:
    """Tell how long a hold still lasts, of which ``past.beat_held`` seconds are held already."""
    if plan.choices.pattern is None:
        return max(0.0, nominal_of(plan, beat, past.holds) - past.beat_held)
    cycles = hold_cycles(plan, beat, 0.0, past)
    return cycles[-1].end if cycles else 0.0


def lengths_from(
    plan: Plan, index: int, held: float, holds: Mapping[int, float]
) -> Iterator[tuple[Beat, float]]:
    """Tell how long each beat from an index on will last, open ones taking no time.

    ``held`` is all holding until then, ``holds`` that of each hold so far, by its index.
    """
    lengths = dict(holds)
    for beat in plan.beats[index:]:
        seconds = beat.nominal
        if beat.is_hold:
            already = lengths.get(beat.index, 0.0)
            seconds = hold_seconds(plan, beat, Past(held, already, holds=lengths))
            lengths[beat.index] = already + seconds
            held += seconds
        yield beat, seconds


def seconds_in_all(plan: Plan) -> float:
    """Tell the seconds from the start to the end sign, open beats taking no time."""
    return sum(seconds for _, seconds in lengths_from(plan, 0, 0.0, {}))


def breath_at(plan: Plan, pattern: Pattern, held: float) -> Pattern:
    """Tell the breath that begins after so many seconds of holding."""
    return eased(plan.choices.usual, pattern, held) if plan.choices.ease_in else pattern


def one_breath(plan: Plan, held: float) -> float:
    """Tell the seconds of the breath that begins after so many seconds of holding; unpaced, of a usual one."""
    pattern = plan.choices.pattern
    return DEFAULT_PATTERN.seconds if pattern is None else breath_at(plan, pattern, held).seconds


def _most(beat: Beat) -> float:
    return inf if beat.step.max_seconds is None else beat.step.max_seconds
