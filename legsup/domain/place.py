"""The place of a first practice: where the legs rest, and on which side the wall is; what is closed is not offered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legsup.domain.screening.columns import IN_BED, OF_SHIPPED
from legsup.domain.screening.door import Open, Request, allowed

if TYPE_CHECKING:
    from datetime import date

    from legsup.domain.screening.outcome import ScreeningOutcome
    from legsup.domain.settings import Settings, WallSide

#: Where the legs go up: a wall, the headboard of a bed, a chair; each has its sequence.
LEGS_UP = ("legs-up-the-wall", "in-bed", "calves-on-a-chair")
#: What is offered where all of these are closed, the gentlest last: that is open to everybody.
OTHERWISE = ("feet-a-little-raised", "supported-rest", "side-lying-rest", "seated-breath")


@dataclass(frozen=True, slots=True)
class Place:
    """The sequence that a place stands for, those that can be chosen, and where the wall is."""

    sequence: str
    offered: tuple[str, ...]
    wall_side: WallSide

    @property
    def has_wall(self) -> bool:
        """Whether it is asked on which side the wall, or the head of the bed, is."""
        return self.sequence in LEGS_UP


def place(outcome: ScreeningOutcome | None, settings: Settings, today: date) -> Place:
    """Give the place as it was chosen last; where that is closed, the first that is open."""
    offered = _open(LEGS_UP, outcome, today) or _open(OTHERWISE, outcome, today)
    chosen = settings.sequence if settings.sequence in offered else offered[0]
    return Place(chosen, offered, settings.wall_side)


def _open(sequences: tuple[str, ...], outcome: ScreeningOutcome | None, today: date) -> tuple[str, ...]:
    requests = {each: Request(column=OF_SHIPPED[each], in_bed=each in IN_BED) for each in sequences}
    return tuple(
        each for each, request in requests.items() if isinstance(allowed(outcome, request, today), Open)
    )
