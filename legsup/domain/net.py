"""The net: what is said when something is amiss, set into the words of steps by the posture that they speak of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.domain.sequence import FIRST_LANGUAGE, Stage
from legsup.domain.stages import Part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from legsup.domain.postures import Posture
    from legsup.domain.sequence import Line, Net, NetText, Step, StepText

#: What a step's words may leave to the net.
PLACES = ("{stop_rule}", "{pressure}", "{lost_sound}")


def asks_for_net(step: Step) -> bool:
    """Whether a step's words name something of the net."""
    texts = [words for text in step.text.values() for words in _all_words(text)]
    return any(place in words for words in texts for place in PLACES)


def with_net(steps: Sequence[Step], net: Mapping[Posture, Net]) -> tuple[Step, ...]:
    """Set the net's words into the steps of one sequence.

    While one is getting in and settling, they are those of the first hold to come, in which they will be needed;
    later those of the step itself.
    """
    return tuple(
        _filled(step, net[_spoken_of(steps, index)]) if asks_for_net(step) else step
        for index, step in enumerate(steps)
    )


def net_text(net: Net, language: str) -> NetText:
    """Give the words of a net in a language, else in the first."""
    return net.text.get(language) or net.text[FIRST_LANGUAGE]


def _spoken_of(steps: Sequence[Step], index: int) -> Posture:
    here = steps[index]
    if here.stage.part is not Part.IN:
        return here.placed
    return next((step.placed for step in steps[index:] if step.stage is Stage.HOLD), here.placed)


def _filled(step: Step, net: Net) -> Step:
    return replace(
        step, text={language: _said(text, net_text(net, language)) for language, text in step.text.items()}
    )


def _said(text: StepText, words: NetText) -> StepText:
    return replace(
        text,
        lines=tuple(_line(line, words) for line in text.lines),
        tips=tuple(_set(tip, words) for tip in text.tips),
    )


def _line(line: Line, words: NetText) -> Line:
    brief = None if line.brief is None else _set(line.brief, words)
    rolls = None if line.rolls is None else {roll: _set(text, words) for roll, text in line.rolls.items()}
    return replace(line, say=_set(line.say, words), brief=brief, rolls=rolls)


def _set(text: str, words: NetText) -> str:
    for place, said in zip(PLACES, (words.stop_rule, words.pressure, words.lost_sound), strict=True):
        text = text.replace(place, said)
    return text


def _all_words(text: StepText) -> tuple[str, ...]:
    return (*(form for line in text.lines for form in line.every_form), *text.tips)
