"""The lines of the tray that take plans: what a click begins and when one would be up, and what else may begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.outlook import walk
from legsup.practice.door import Entry
from legsup.practice.quick import quick_wish
from legsup.practice.refusal import QuestionsFirst
from legsup.practice.wanted import Wanted
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
        return f"{chosen.title} · {minutes}"
    plan = entry.plan
    end = words.to_fall_asleep() if plan.choices.bedtime else words.up_by(walk(plan).seconds)
    return f"{plan.title} · {words.minutes_text(plan.minutes)} · {end}"


def more_lines(door: Door, practices: Practices, settings: Settings) -> list[tuple[str, str]]:
    """Word every practice that may begin now, with its minutes; before any answer all of them, for each asks first."""
    lines: list[tuple[str, str]] = []
    for sequence in practices.sequences:
        entry = door.look(Wanted(sequence=sequence.id))
        if isinstance(entry, Entry):
            minutes = entry.plan.minutes
        elif isinstance(entry, QuestionsFirst) and not entry.again:
            minutes = practices.minutes(sequence, settings)
        else:
            continue
        lines.append((f"{sequence.title} · {words.minutes_text(minutes)}", sequence.id))
    return lines
