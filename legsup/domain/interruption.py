"""Words that a pause cut off, and how a stretch is taken up again after it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.domain.cues import Cue, CueKind
from legsup.domain.speech import BREATHER

if TYPE_CHECKING:
    from legsup.domain.stretch import Stretch

#: Words of which no more than this many seconds were missed count as heard.
NEGLIGIBLE = 0.4
#: From the sign that the practice goes on to the words that follow it, at least.
AFTER_SIGN = 1.2


def cut_off(stretch: Stretch, cursor: int, at: float) -> Cue | None:
    """Tell the words that were being said at a time; ``cursor`` is the next cue that was not given yet.

    Words that are said again already are not said a third time.
    """
    said = last_said(stretch, cursor)
    if said is None or said.again:
        return None
    return said if said.at + (said.seconds or 0.0) - at > NEGLIGIBLE else None


def last_said(stretch: Stretch, cursor: int) -> Cue | None:
    """Give the words said last among the cues that were given."""
    return next((cue for cue in reversed(stretch.cues[:cursor]) if cue.kind is CueKind.SAY), None)


def taken_up(stretch: Stretch, cursor: int, beat: int, at: float, words: Cue | None) -> tuple[Stretch, int]:
    """Go on with a stretch at a time: a sign first, then the words that were cut off, if any; gives its cursor too.

    What comes later gives way, and so does the end; where there is room nothing moves. Of what was given only the
    words said last are kept, which the screen still shows.
    """
    said = last_said(stretch, cursor)
    given = () if said is None else (_broken_off(said, at),)
    coming = _yet_to_come(stretch, cursor, at)
    delay, again = _delay(stretch, coming, at, words)
    later = (replace(cue, at=cue.at + delay) for cue in coming)
    cues = (*given, Cue(at, CueKind.RESUMED, beat), *again, *later)
    return replace(stretch, end=stretch.end + delay, cues=cues), len(given)


def signed(stretch: Stretch, cursor: int, beat: int, at: float) -> Stretch:
    """Put the sign that the practice goes on first into what is yet to come."""
    cues = (*stretch.cues[:cursor], Cue(at, CueKind.RESUMED, beat), *_yet_to_come(stretch, cursor, at))
    return replace(stretch, cues=cues)


def _yet_to_come(stretch: Stretch, cursor: int, at: float) -> list[Cue]:
    """Give what was not given yet; a sign that the practice goes on is of no more use."""
    # Shifting a stretch rounds: what is yet to come may stand a hair before ``at``.
    return [
        replace(cue, at=max(at, cue.at)) for cue in stretch.cues[cursor:] if cue.kind is not CueKind.RESUMED
    ]


def _delay(
    stretch: Stretch, coming: list[Cue], at: float, words: Cue | None
) -> tuple[float, tuple[Cue, ...]]:
    """Tell by how much what comes gives way, and the words said again before it."""
    if words is not None:
        again = replace(words, at=at + AFTER_SIGN, again=True)
        free = again.at + (again.seconds or 0.0)
        return max(free - stretch.end, free + BREATHER - coming[0].at if coming else 0.0, 0.0), (again,)
    first = next((cue.at for cue in coming if cue.kind is CueKind.SAY), None)
    return (0.0 if first is None else max(0.0, at + AFTER_SIGN - first)), ()


def _broken_off(said: Cue, at: float) -> Cue:
    """Words that were given are over by ``at``, whether heard out or not."""
    return replace(said, seconds=min(said.seconds or 0.0, max(0.0, at - said.at)))
