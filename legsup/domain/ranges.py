"""The one way in which a number in seconds is held to its range."""

from __future__ import annotations

from math import isfinite


def demand_seconds(name: str, seconds: float, allowed: tuple[float, float]) -> None:
    """Hold seconds to a range, both ends included.

    Raises:
        ValueError: they are outside it, or not finite; the message names what was expected.
    """
    low, high = allowed
    if not isfinite(seconds) or not low <= seconds <= high:
        message = f"{name} of {seconds:g} s is out of range; expected {low:g} to {high:g} s"
        raise ValueError(message)
