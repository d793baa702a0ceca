"""What the session machine costs: ticks a second, and twenty minutes simulated at a tick a second."""

from __future__ import annotations

from math import inf
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from legsup.domain.machine import ready, step, upcoming
from legsup.domain.sequence import Stage
from legsup.domain.session import Event, Reading, Session
from tests.benchmarks.result import Result
from tests.small_practice import a_step, wall, wall_plan

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Goals: ticks a second at least, and seconds for twenty simulated minutes at most.
TICKS_A_SECOND, TWENTY_MINUTES = 100_000.0, 0.02
#: Seconds at most for a whole look ahead over a practice of some 500 steps.
LOOK_AHEAD = 0.02
TICKS, ROUNDS = 20_000, 3


def measure() -> list[Result]:
    """Measure both, the median of three rounds."""
    ticks = median(_ticks_a_second() for _ in range(ROUNDS))
    minutes = median(_twenty_minutes() for _ in range(ROUNDS))
    ahead = median(_look_ahead() for _ in range(ROUNDS))
    return [
        Result(
            "session machine, ticks in a hold",
            ticks,
            "1/s",
            f">= {TICKS_A_SECOND:g}",
            ticks >= TICKS_A_SECOND,
        ),
        Result(
            "session machine, 20 min at a tick a second",
            minutes,
            "s",
            f"< {TWENTY_MINUTES:g}",
            minutes < TWENTY_MINUTES,
        ),
        Result(
            "session machine, look ahead over 500 steps",
            ahead,
            "s",
            f"<= {LOOK_AHEAD:g}",
            ahead <= LOOK_AHEAD,
        ),
    ]


def _ticks_a_second() -> float:
    """Tick through the hold as often as a figure is painted."""
    session = _started()
    while session.beat.stage is not Stage.HOLD:
        session, _ = step(session, Event.TICK, Reading(session.seen + 1.0))
    begin = session.seen
    return TICKS / _seconds(session, (begin + n / 60.0 for n in range(1, TICKS + 1)))


def _twenty_minutes() -> float:
    """Let a whole practice of twenty minutes pass."""
    session = _started()
    return _seconds(session, (float(n) for n in range(1, 1201)))


def _look_ahead() -> float:
    """Ask once for every cue of a practice of many holds and changes."""
    steps = [
        a_step(f"{stage}-{number}", stage, seconds, legs_up=True)
        for number in range(247)
        for stage, seconds in ((Stage.HOLD, None), (Stage.CHANGE, 1.0))
    ]
    session, _ = step(ready(wall_plan(wall(*steps), minutes=20.0)), Event.START, Reading(0.0))
    begin = perf_counter()
    upcoming(session, inf)
    return perf_counter() - begin


def _started() -> Session:
    return step(ready(wall_plan(minutes=20.0, ease_in=True)), Event.START, Reading(0.0))[0]


def _seconds(session: Session, times: Iterable[float]) -> float:
    begin = perf_counter()
    for now in times:
        session, _ = step(session, Event.TICK, Reading(now))
    return perf_counter() - begin


if __name__ == "__main__":
    for result in measure():
        print(f"{result.name}: {result.value:.4g} {result.unit} (goal {result.goal})")
