"""The first line of the tray: what a click begins, and when one would be up, by the plan of that very practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.outlook import walk
from legsup.practice.door import Entry
from legsup.practice.quick import quick_wish
from legsup.ui import words

if TYPE_CHECKING:
    from legsup.domain.settings import Settings
    from legsup.practice.door import Door
    from legsup.practice.practices import Practices


def quick_line(door: Door, practices: Practices, settings: Settings) -> str:
    """Word what a quick start would begin now; where something comes before it, without the time."""
    entry = door.look(quick_wish(door))
    if not isinstance(entry, Entry):
        chosen = practices.chosen(settings)
        minutes = words.minutes_text(practices.minutes(chosen, settings))
        return f"{chosen.text['en'].title} · {minutes}"
    plan = entry.plan
    end = words.to_fall_asleep() if plan.choices.bedtime else words.up_by(walk(plan).seconds)
    return f"{plan.title} · {words.minutes_text(plan.minutes)} · {end}"
