"""The verb ``plan``: a whole practice written out ahead of time."""

from __future__ import annotations

import json
from math import inf
from typing import TYPE_CHECKING, Any

from legsup.domain.breath import DEFAULT_PATTERN
from legsup.domain.cues import CueKind
from legsup.domain.outlook import walk
from legsup.domain.plan import FAMILIAR, Choices
from legsup.domain.sequence import Guidance, Pace
from legsup.foreign import shown
from legsup.terminal import messages
from legsup.terminal.exits import DONE, WrongError
from legsup.terminal.named import library_of, pattern_of, plan_of, sequence_of
from legsup.terminal.stage_words import stage_words

if TYPE_CHECKING:
    from argparse import Namespace

    from legsup.domain.outlook import Walk
    from legsup.domain.plan import Plan

#: Most samples of one plan: more are a slip of the keyboard.
MOST_SAMPLES = 1_000_000
#: Cues that come with every breath; a reader of the written plan is spared them.
BREATHS = {CueKind.INHALE, CueKind.HOLD_FULL, CueKind.EXHALE, CueKind.HOLD_EMPTY}


def show_plan(options: Namespace) -> int:
    """Write out a plan, for people or for programs."""
    library = library_of(options.home)
    sequence = sequence_of(library, options.sequence)
    if options.session is not None and options.session < 1:
        raise WrongError(messages.SESSION_RANGE.format(session=options.session))
    choices = Choices(
        minutes=options.minutes,
        pattern=DEFAULT_PATTERN if options.pattern is None else pattern_of(options.pattern),
        ease_in=options.ease_in,
        pace=Pace(options.pace or Pace.HANDS_FREE),
        guidance=Guidance(options.guidance or Guidance.FULL),
        bedtime=options.bedtime,
        session=FAMILIAR if options.session is None else options.session,
    )
    plan = plan_of(library, sequence, choices)
    walked = walk(plan)
    if options.json:
        print(json.dumps(as_table(plan, walked, options.sample), indent=1))
    else:
        _write(plan, walked)
    return DONE


def as_table(plan: Plan, walked: Walk, sample: float | None) -> dict[str, Any]:
    """Give a plan as its JSON form.

    Raises:
        WrongError: the samples are no positive seconds, or too many.
    """
    pattern = plan.choices.pattern
    return {
        "sequence": plan.sequence,
        "minutes": plan.minutes,
        "pattern": None
        if pattern is None
        else {
            "inhale": pattern.inhale,
            "hold_full": pattern.hold_full,
            "exhale": pattern.exhale,
            "hold_empty": pattern.hold_empty,
        },
        "total_seconds": _rounded(walked.seconds),
        "beats": [
            {
                "index": planned.beat.index,
                "stage": planned.beat.stage.value,
                "step": planned.beat.step.id,
                "pose": planned.beat.step.pose,
                "side": planned.beat.side,
                "legs_up": planned.beat.legs_up,
                "start": _rounded(planned.start),
                "seconds": None if planned.seconds is None else _rounded(planned.seconds),
            }
            for planned in walked.beats
        ],
        "cues": [
            {
                "at": _rounded(cue.at),
                "kind": cue.kind.value,
                "beat": cue.beat,
                "seconds": None if cue.seconds is None else _rounded(cue.seconds),
                "text": cue.text,
            }
            for cue in walked.cues
        ],
        "samples": [] if sample is None else _samples(walked, sample),
    }


def _samples(walked: Walk, every: float) -> list[dict[str, Any]]:
    if not 0 < every < inf or walked.seconds / every > MOST_SAMPLES:
        raise WrongError(messages.SAMPLE_RANGE.format(every=every, most=MOST_SAMPLES))
    samples: list[dict[str, Any]] = []
    for number in range(int(walked.seconds / every) + 1):
        beat, breath = walked.breath(number * every)
        samples.append(
            {
                "at": _rounded(number * every),
                "stage": beat.stage.value,
                "phase": None if breath is None else breath.phase.value,
                "fraction": None if breath is None else round(breath.fraction, 6),
                "awareness": None if breath is None else round(breath.awareness, 6),
            }
        )
    return samples


def _rounded(seconds: float) -> float:
    return round(seconds, 3)


def _write(plan: Plan, walked: Walk) -> None:
    pattern = plan.choices.pattern
    breath = messages.OWN_BREATH if pattern is None else messages.BREATH.format(pattern=pattern)
    head = messages.PLAN.format(
        title=shown(plan.title), minutes=f"{plan.minutes:g}", breath=breath, in_all=_clock(walked.seconds)
    )
    print(head)
    for planned in walked.beats:
        beat = planned.beat
        length = messages.OPEN if planned.seconds is None else f"{planned.seconds:.0f} s"
        sides = [messages.SIDES[beat.side.value]] if beat.side else []
        print(f"\n{_clock(planned.start):>6}  {shown(beat.text.title)}")
        print(" " * 8 + " · ".join([stage_words(beat.stage), *sides, length]))
        for cue in walked.cues:
            if cue.beat == beat.index and cue.kind not in BREATHS:
                words = (
                    shown(cue.text or "")
                    if cue.kind is CueKind.SAY
                    else f"[{messages.BELLS[cue.kind.value]}]"
                )
                print(f"{_clock(cue.at):>10}  {words}")


def _clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"
