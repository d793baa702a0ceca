"""Words that a pause cut off, and how they are said again when the practice goes on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.domain.cues import Cue, CueKind
from legsup.domain.words import BREATHER

if TYPE_CHECKING:
    from legsup.domain.stretch import Stretch

#: Words of which no more than this many seconds were missed count as heard.
NEGLIGIBLE = 0.4
#: From the sign that the practice goes on to the words said again.
AFTER_SIGN = 1.2


def cut_off(stretch: Stretch, cursor: int, at: float) -> Cue | None:
    """Tell the words that were being said at a time; ``cursor`` is the next cue that was not given yet."""
    for cue in reversed(stretch.cues[:cursor]):
        if cue.kind is CueKind.SAY:
            return cue if cue.at + (cue.seconds or 0.0) - at > NEGLIGIBLE else None
    return None


def said_again(stretch: Stretch, cursor: int, words: Cue, at: float) -> Stretch:
    """Say words again after the sign at ``cursor``, given at ``at``; what comes later gives way, and so does the end.

    Where there is room nothing moves.
    """
    sign = cursor + 1
    again = replace(words, at=at + AFTER_SIGN)
    free = again.at + (again.seconds or 0.0)
    coming = stretch.cues[sign:]
    delay = max(free - stretch.end, free + BREATHER - coming[0].at if coming else 0.0, 0.0)
    later = (replace(cue, at=cue.at + delay) for cue in coming)
    return replace(stretch, end=stretch.end + delay, cues=(*stretch.cues[:sign], again, *later))
