"""A day of use, from the login before the panel to the logout within a session, its log read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.desktop.day import play

if TYPE_CHECKING:
    from pathlib import Path

#: What its log tells, in this order.
TOLD = (
    "login: the app runs, no panel yet",
    "the panel comes: ['Legs up the wall · 2 min",
    "11:00 Legs up? Two minutes, up by ",
    "11:15 Legs up?",
    "in the hold: Legs up the wall, ",
    "a headset paused it, and let it go on",
    "the lid was closed for twenty minutes",
    "nobody answers within twenty seconds: the way out begins by itself",
    "it has ended, with nobody answering",
    "15:50 Reminders: after the meeting, Mon 16:50",
    "after the meeting Legs up?",
    "a middle click began another; tooltip 'Legs Up · ",
    "logout in the hold: exit 0, player: No players found",
    "kept: legs-up-the-wall, stopped, ",
    "kept: legs-up-the-wall, came_out_early, ",
    "inhibitors held, one after another: [1, 0, 1, 0]",
)


def test_a_day_of_use(tmp_path: Path) -> None:
    log = play(tmp_path)
    assert [each for each, line in zip(TOLD, log, strict=True) if each not in line] == []
