"""The first line of the tray: what a click begins, and when one would be up, by the plan of that very practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.outlook import walk
from legsup.practice.wanted import Wanted
from legsup.ui import words

if TYPE_CHECKING:
    from legsup.domain.settings import Settings
    from legsup.practice.practices import Practices


def quick_line(practices: Practices, settings: Settings, number: int) -> str:
    """Word what a quick start would begin now, as the session of this number."""
    plan = practices.plan(practices.chosen(settings), Wanted(), settings, number)
    return f"{plan.title} · {words.minutes_text(plan.minutes)} · {words.up_by(walk(plan).seconds)}"
