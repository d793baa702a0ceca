"""What a quick start begins: the last choice or, where the screening does not open it, Seated breath; it never fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.practice.practices import ALWAYS_OPEN
from legsup.practice.refusal import NotOpen, QuestionsFirst, Unreadable
from legsup.practice.wanted import Wanted

if TYPE_CHECKING:
    from legsup.practice.door import Door


def quick_wish(door: Door, minutes: float | None = None) -> Wanted:
    """Give what a click on the tray wants now; None are the minutes chosen last. Before any answer the questions come."""
    wanted = Wanted(minutes=minutes)
    match door.look(wanted):
        case NotOpen() | Unreadable() | QuestionsFirst(again=True):
            return wanted._replace(sequence=ALWAYS_OPEN)
        case _:
            return wanted
