"""Where words that need two lines are broken: where a sentence ends, else so that both lines are about as long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: What a sentence, or a part of one, ends with, before the space at which it may be broken.
_ENDS = (r"(?<=[.?!:])\s", r"\s")
#: At the end of a sentence lines are broken where the shorter has at least this share of the longer one's width.
_EVEN = 0.35


def broken(text: str, width: float, measure: Callable[[str], float]) -> str:
    """Break words that need two lines of a width; what has room in one, needs more or has lines of its own stays.

    ``measure`` tells how wide a line is, in the same unit.
    """
    if "\n" in text or measure(text) <= width:
        return text
    for ends, even in zip(_ENDS, (_EVEN, 0.0), strict=True):
        pairs = [(text[: at.start()], text[at.end() :]) for at in re.finditer(ends, text)]
        wide = [(sorted(map(measure, pair)), pair) for pair in pairs]
        fitting = [(long, pair) for (short, long), pair in wide if long <= width and short >= even * long]
        if fitting:
            return "\n".join(min(fitting)[1])
    return text
