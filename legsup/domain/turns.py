"""Turns: which of a hold's rotating lines are said in a session, and from when on; all its lines, laid out.

A person who comes every day hears other words each time: the session's number alone decides, so that a plan can be
told beforehand and the sound be rendered ahead.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from math import gcd
from typing import TYPE_CHECKING

from legsup.domain.ranges import MOST_MINUTES
from legsup.domain.speech import Words, form_at, laid_out_in_hold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from legsup.domain.plan import Beat, Choices
    from legsup.domain.sequence import Line

#: The first line in turn comes this many seconds into a hold, in a short one at this share of it.
FIRST_TURN, FIRST_SHARE = 44.0, 0.147
#: From the second on they come at these seconds: half way between what is said of tingling legs every 260 s.
LATER_TURNS = tuple(195.0 + 130.0 * number for number in range(8))
#: A line in turn is said only where the hold has so many seconds still to go.
TURN_LEFT = 40.0
#: From session to session the first line in turn moves on by so many, or by the next number that reaches them all.
STRIDE = 5

_TURNS = (FIRST_TURN, *LATER_TURNS)
assert _TURNS[-1] + TURN_LEFT < MOST_MINUTES * 60.0, "each turn may come"


def with_turns(beats: Iterable[Beat], choices: Choices) -> list[Beat]:
    """Give every hold its words.

    What is said in first sessions alone is said in one hold; no line in turn is said in two while another is left.
    """
    used: set[str] = set()
    return [_worded(beat, choices, used) if beat.is_hold else beat for beat in beats]


def _worded(hold: Beat, choices: Choices, used: set[str]) -> Beat:
    """Give a hold its words; ``used`` holds what earlier holds say, and takes up what this one does."""
    lines = [
        line for line in hold.text.lines if line.is_for(choices.session) and choices.guidance.says(line.least)
    ]
    rotating = _in_order([line for line in lines if line.rotates], choices.session, used)
    others = [line for line in lines if not line.rotates and (line.until is None or line.say not in used)]
    used.update(line.say for line in (*rotating[: _turns_within(hold.nominal)], *others))
    said = laid_out_in_hold(others, choices.guidance, choices.speech_rate)
    return replace(hold, words=(*_turns(rotating, choices), *said))


def _in_order(lines: Sequence[Line], session: int, used: set[str]) -> list[Line]:
    """Give the lines in the order of one session's turns, those of earlier holds last."""
    if not lines:
        return []
    stride = next(number for number in count(STRIDE) if gcd(number, len(lines)) == 1)
    first = session * stride % len(lines)
    order = [*lines[first:], *lines[:first]]
    return sorted(order, key=lambda line: line.say in used)


def _turns_within(seconds: float) -> int:
    """Tell how many turns a hold of so many seconds has."""
    return 1 + sum(turn + TURN_LEFT < seconds for turn in LATER_TURNS)


def _turns(lines: Sequence[Line], choices: Choices) -> tuple[Words, ...]:
    """Set lines into the turns of the longest hold, whose later ones a shorter hold reaches only by added minutes."""
    return tuple(
        Words(
            form_at(line, choices.guidance),
            turn,
            FIRST_SHARE if turn == FIRST_TURN else None,
            line.brief,
            choices.speech_rate,
            max(line.left, TURN_LEFT),
            in_turn=True,
        )
        for turn, line in zip(_TURNS, lines, strict=False)
    )
