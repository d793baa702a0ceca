"""How many minutes of holding fit a break: reckoned from plans of the very practice, never guessed."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

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
