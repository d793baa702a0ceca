"""Living holds: the app's own lines for long holds, said beside those of a step that asks for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.postures import Posture
    from legsup.domain.sequence import Line, Step

    #: The lines for a posture in a language.
    LinesFor = Callable[[Posture, str], tuple[Line, ...]]


def enlivened(step: Step, lines_for: LinesFor) -> Step:
    """Give a step with the lines of its posture after its own, in every language that it has."""
    text = {
        language: replace(words, lines=(*words.lines, *lines_for(step.placed, language)))
        for language, words in step.text.items()
    }
    return replace(step, text=text)
