"""What a reminder proposes, and how its notification words that; it plans, so it is loaded with the first reminder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.outlook import walk
from legsup.practice.door import Entry
from legsup.practice.practices import ALWAYS_OPEN
from legsup.practice.quick import quick_wish
from legsup.practice.wanted import Wanted
from legsup.ui import words
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.practice.door import Door


def offered(door: Door, *, seated: bool) -> Wanted:
    """Give what a reminder proposes: what a quick start begins, or Seated breath."""
    return Wanted(sequence=ALWAYS_OPEN) if seated else quick_wish(door)


def reminder_text(door: Door, *, seated: bool) -> tuple[str, str]:
    """Give the title and the body of a reminder, with when one would be up by the plan of what it proposes."""
    title = tr("A seated breath?") if seated else tr("Legs up?")
    entry = door.look(offered(door, seated=seated))
    if not isinstance(entry, Entry):  # the questions come first
        return title, tr("A few minutes, when it suits you.")
    minutes = words.minutes_in_words(entry.plan.minutes)
    if entry.plan.choices.bedtime:
        return title, f"{minutes}, {words.to_fall_asleep()}."
    return title, f"{minutes}, {words.up_by(walk(entry.plan).seconds)}."
