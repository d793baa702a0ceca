"""The sound check: a few paced breaths with a bell, words and the sea, by which a person judges what is heard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.domain.breath import DEFAULT_PATTERN
from legsup.domain.planning import compile_plan
from legsup.domain.sequence import (
    FIRST_LANGUAGE,
    Guidance,
    Line,
    Minutes,
    Pace,
    Sequence,
    SequenceText,
    Stage,
    Step,
    StepText,
)

if TYPE_CHECKING:
    from legsup.domain.plan import Choices, Plan
    from legsup.domain.sequence import Parts

#: Breaths of the check: enough to tell in from out with closed eyes.
BREATHS = 3
#: Nobody is led into a pose; the figure, where one is seen, sits.
POSE = "seated-chair"


def sound_check(parts: Parts, choices: Choices) -> Plan:
    """Make the plan of a check in the person's own pattern (the default where none is paced) and language.

    It begins with the begin bell and one line, and ends with its last breath, without a way out.
    """
    pattern = choices.pattern or DEFAULT_PATTERN
    language = choices.language if choices.language in parts.phrases else FIRST_LANGUAGE
    words = StepText(title="", lines=(Line(say=parts.phrases[language].sound_check, least=Guidance.BELLS),))
    minutes = BREATHS * pattern.seconds / 60.0
    sequence = Sequence(
        id="sound-check",
        minutes=Minutes(default=minutes, shortest=minutes, longest=minutes),
        steps=(
            Step(id="words", stage=Stage.SETTLE, pose=POSE, legs_up=False, text={FIRST_LANGUAGE: words}),
            Step(
                id="breaths",
                stage=Stage.HOLD,
                pose=POSE,
                legs_up=False,
                text={FIRST_LANGUAGE: StepText(title="")},
            ),
        ),
        text={FIRST_LANGUAGE: SequenceText(title="")},
    )
    chosen = replace(
        choices,
        minutes=None,
        pattern=pattern,
        ease_in=False,
        pace=Pace.HANDS_FREE,
        guidance=Guidance.FULL,
        lie_down=None,
        seated_rest=None,
        desk=False,
        bedtime=False,
    )
    plan = compile_plan(sequence, chosen, parts)
    # The last beat asks whether one is up; nobody went down.
    return replace(plan, beats=plan.beats[:-1])
