"""What the outcome does to a practice's choices: minutes, seat, time to lie down, held breath, steps left out, the side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.domain.roll import Roll

if TYPE_CHECKING:
    from legsup.domain.plan import Choices
    from legsup.domain.screening.door import Open

#: Least seconds to lie down and on the seat where a longer way in and out is asked for (the app's own caution).
LONG_WAY_IN, LONG_WAY_OUT = 180.0, 120.0


def within(choices: Choices, opened: Open) -> Choices:
    """Give the choices as the outcome lets them be; ``minutes`` are to be given.

    Of a pattern with holds the breath in and out stay. Nothing that a person chose to be gentler is undone.
    """
    limits = opened.limits
    seat = max(choices.seated_rest or 0.0, limits.seat or 0.0, LONG_WAY_OUT if limits.long_way else 0.0)
    lie_down = max(choices.lie_down or 0.0, LONG_WAY_IN if limits.long_way else 0.0)
    pattern = choices.pattern
    if pattern is not None and not limits.holds:
        pattern = replace(pattern, hold_full=0.0, hold_empty=0.0)
    return replace(
        choices,
        minutes=None if choices.minutes is None else opened.minutes(choices.minutes),
        pattern=pattern,
        lie_down=lie_down or None,
        seated_rest=seat or None,
        leave_out=choices.leave_out | limits.leave_out,
        roll=choices.roll if limits.roll is Roll.LIKED else limits.roll,
    )
