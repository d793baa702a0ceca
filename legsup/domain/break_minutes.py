"""How many minutes of holding fit a break: reckoned from plans of the very practice, never guessed."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from legsup.domain.sequence import Minutes

#: The breaks that are offered, in minutes.
BREAKS = (8, 10, 15, 25)


def minutes_within(seconds: float, offered: Minutes, in_all: Callable[[float], float]) -> float | None:
    """Give the most whole minutes of those offered that fit ``seconds``; None where not even the fewest do.

    ``in_all`` tells the seconds that a practice of so many minutes takes from its start to the end sign, which grow with
    the minutes.
    """
    fewest, most = ceil(offered.shortest), floor(offered.longest)
    if fewest > most or in_all(fewest) > seconds:
        return None
    while fewest < most:
        middle = (fewest + most + 1) // 2
        if in_all(middle) <= seconds:
            fewest = middle
        else:
            most = middle - 1
    return float(fewest)


def with_break_for(
    minutes: float, seconds: float, fits: Mapping[int, float | None]
) -> dict[int, float | None]:
    """Let minutes that are chosen have a break: the shortest, in whole minutes, takes the place of the nearest on offer.

    ``seconds`` is what a practice of so many minutes takes; ``fits`` tells what fits each break on offer. Gives the
    breaks in their order, as many as there were; where one holds these minutes already, all stay.
    """
    if minutes in fits.values():
        return dict(fits)
    own = ceil(seconds / 60.0)
    nearest = min(fits, key=lambda free: (abs(free - own), fits[free] is not None))
    kept = {free: fit for free, fit in fits.items() if free != nearest}
    return dict(sorted({**kept, own: minutes}.items()))
