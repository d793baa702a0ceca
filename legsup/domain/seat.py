"""The seated rest of a plan: how long one sits before getting up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.domain.hold_length import TINY
from legsup.domain.sequence import SEATED_FLOOR

if TYPE_CHECKING:
    from legsup.domain.plan import Beat, Plan

#: Seconds of holding from which on the seat is longer, and how long it then is.
LONG_HOLDING, LONG_SEAT = 600.0, 60.0


def with_seat(plan: Plan) -> Plan:
    """Give the plan with its seat as long as its holds ask for, which may have grown; it never gets shorter."""
    seats = [beat for beat in plan.beats if beat.is_seat]
    least = max(
        SEATED_FLOOR,
        plan.choices.seated_rest or 0.0,
        LONG_SEAT if plan.holding >= LONG_HOLDING - TINY else 0.0,
    )
    missing = least - sum(seat.nominal for seat in seats)
    if not seats or missing <= TINY:
        return plan
    longer = _longer(seats[-1], missing)
    return replace(plan, beats=tuple(longer if beat.index == longer.index else beat for beat in plan.beats))


def _longer(seat: Beat, seconds: float) -> Beat:
    """Lengthen a seat; what is said in its second half is said as long before the end as ever."""
    half = seat.nominal / 2.0
    words = tuple(replace(said, at=said.at + seconds) if said.at > half else said for said in seat.words)
    return replace(seat, seconds=seat.nominal + seconds, words=words)
