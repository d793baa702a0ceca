"""The ranges of minutes and seconds, and the one way in which a number of seconds is held to its range."""

from __future__ import annotations

from math import isfinite

#: Most minutes with the legs up, anywhere: the highest number that any source article gives (D03).
MOST_MINUTES = 20.0
#: Fewest minutes that a sequence of one's own may ask for.
FEWEST_MINUTES = 0.1
#: Seconds that a person may choose for lying down, from leaving the desk to the first settle step.
LIE_DOWN_RANGE = (45.0, 180.0)
#: Seconds that the seated rest may be stretched to (the screening asks for up to 120).
SEATED_REST_RANGE = (30.0, 120.0)
#: How fast the voice may be, as a share of a calm one: no words are rushed, none drawl.
SPEECH_RATES = (0.8, 1.4)


def demand_seconds(name: str, seconds: float, allowed: tuple[float, float]) -> None:
    """Hold seconds to a range, both ends included.

    Raises:
        ValueError: they are outside it, or not finite; the message names what was expected.
    """
    low, high = allowed
    if not isfinite(seconds) or not low <= seconds <= high:
        message = f"{name} of {seconds:g} s is out of range; expected {low:g} to {high:g} s"
        raise ValueError(message)
