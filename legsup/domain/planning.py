"""Compiling a sequence into a plan: which steps are taken, and how the seconds are shared among them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.domain.hold_length import seconds_in_all
from legsup.domain.net import net_text
from legsup.domain.plan import Beat, Choices, Plan
from legsup.domain.postures import Posture
from legsup.domain.seat import with_seat
from legsup.domain.sequence import FIRST_LANGUAGE, Pace, Stage, Tag
from legsup.domain.sharing import shared_with_caps, shared_with_floors
from legsup.domain.speech import BREATHER, LEAST_BREATHER, lay_out, opening_lines, time_needed
from legsup.domain.turns import with_turns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legsup.domain.sequence import Parts, Sequence, Step, StepText

#: Where the first words of a practice, and of its way out, begin at the earliest, so that the sign before them is
#: heard out.
FIRST_WORDS, COME_OUT_WORDS = 1.6, 2.6
#: Seconds to lie down in a first practice, and on the side before one falls asleep.
FIRST_LIE_DOWN, ASLEEP_AFTER = 120.0, 20.0


class PlanError(ValueError):
    """What was asked of a sequence is not what it offers; the message says what it does offer."""


class BedtimeError(PlanError):
    """A sequence has no ending to fall asleep with."""


def compile_plan(sequence: Sequence, choices: Choices, parts: Parts) -> Plan:
    """Compile a sequence for one person's choices.

    Raises:
        PlanError: the minutes are outside the sequence's range.
        BedtimeError: it has no bedtime ending.
    """
    minutes = _minutes(sequence, choices)
    if choices.bedtime and not sequence.bedtime:
        message = f"{sequence.id} has no bedtime ending"
        raise BedtimeError(message)
    phrases = parts.phrases.get(choices.language) or parts.phrases[FIRST_LANGUAGE]
    steps = _with_seat(_taken(sequence.steps, choices))
    desk = choices.desk and choices.pace is Pace.HANDS_FREE
    beats = _beats(steps, choices, desk=desk)
    beats = _stay_for_left_out(sequence, beats, choices)
    beats = _share_lying_down(sequence, beats, choices, desk=desk)
    beats = with_turns(_share_minutes(beats, minutes * 60.0), choices)
    beats = _open_beats(beats, choices)
    if not choices.bedtime:
        beats.append(_up(parts.up, choices))
    plan = Plan(
        sequence=sequence.id,
        title=(sequence.text.get(choices.language) or sequence.text[FIRST_LANGUAGE]).title,
        minutes=minutes,
        choices=choices,
        phrases=phrases,
        net={posture: net_text(net, choices.language) for posture, net in parts.net.items()},
        beats=_numbered(beats),
        dizzy=_dizzy(sequence, choices, parts),
    )
    plan = with_seat(plan)
    return _from_the_desk(plan, parts.desk, stays=not sequence.lies) if desk else plan


def _numbered(beats: Iterable[Beat]) -> tuple[Beat, ...]:
    return tuple(replace(beat, index=index) for index, beat in enumerate(beats))


def _from_the_desk(plan: Plan, step: Step, *, stays: bool) -> Plan:
    """Begin at the desk, where it is told how long the whole practice takes."""
    in_all = (step.seconds or 0.0) + seconds_in_all(plan)
    lines = opening_lines(plan.phrases, plan.title, plan.minutes, in_all / 60.0, stays=stays)
    texts = {FIRST_LANGUAGE: replace(_text(step, plan.choices), lines=lines)}
    desk = _beat(replace(step, text=texts), plan.choices, FIRST_WORDS)
    return replace(plan, beats=_numbered((replace(desk, desk=True), *plan.beats)))


def _dizzy(sequence: Sequence, choices: Choices, parts: Parts) -> dict[Posture, tuple[Beat, ...]]:
    """Make the dizzy script of each posture; the legs' way down is shown as the sequence's own way out begins."""
    own = next((step.pose for step in sequence.steps if step.stage is Stage.COME_OUT), None)
    steps = [replace(step, pose=own) if own and step.tag == Tag.LEGS_UP else step for step in parts.dizzy]
    beats = {step.id: _beat(step, choices) for step in steps}
    up = _up(parts.up, choices)
    return {posture: (*(beats[name] for name in net.dizzy), up) for posture, net in parts.net.items()}


def _minutes(sequence: Sequence, choices: Choices) -> float:
    offered = sequence.minutes
    minutes = offered.default if choices.minutes is None else choices.minutes
    if not offered.shortest <= minutes <= offered.longest:
        message = (
            f"{minutes:g} minutes of {sequence.id} are not offered;"
            f" expected {offered.shortest:g} to {offered.longest:g}"
        )
        raise PlanError(message)
    return minutes


def _taken(steps: Iterable[Step], choices: Choices) -> list[Step]:
    taken = [
        step for step in steps if step.only in {None, choices.pace} and step.tag not in choices.leave_out
    ]
    return _until_asleep(taken) if choices.bedtime else taken


def _until_asleep(steps: list[Step]) -> list[Step]:
    """End on the side, where one stays for a while at least, to fall asleep."""
    taken = [step for step in steps if step.stage is not Stage.REST]
    on_side = [
        index
        for index, step in enumerate(taken)
        if step.stage is Stage.COME_OUT and step.placed is Posture.SIDE
    ]
    if not on_side:
        return taken
    last = taken[on_side[-1]]
    last = replace(last, seconds=max(ASLEEP_AFTER, last.seconds or 0.0), floor=max(ASLEEP_AFTER, last.floor))
    return [*taken[: on_side[-1]], last]


def _with_seat(steps: list[Step]) -> list[Step]:
    """Mark the seat where no step does: it is the last rest but for the way up."""
    if any(step.tag == Tag.SEAT for step in steps):
        return steps
    rests = [index for index, step in enumerate(steps) if step.stage is Stage.REST and step.tag != Tag.WAY_UP]
    return [
        replace(step, tag=Tag.SEAT) if rests and index == rests[-1] else step
        for index, step in enumerate(steps)
    ]


def _beats(steps: list[Step], choices: Choices, *, desk: bool) -> list[Beat]:
    """Make the beats; the first words, and those of the way out, wait until the sign before them is heard out."""
    out = next((index for index, step in enumerate(steps) if step.stage is Stage.COME_OUT), None)
    earliest = {out: COME_OUT_WORDS} if desk else {out: COME_OUT_WORDS, 0: FIRST_WORDS}
    return [_beat(step, choices, earliest.get(index, 0.0)) for index, step in enumerate(steps)]


def _beat(step: Step, choices: Choices, earliest: float = 0.0) -> Beat:
    """Make a beat; its words move together, then it grows and leaves a breather, before they pass its end."""
    text = _text(step, choices)
    if step.stage is Stage.HOLD:
        return Beat(index=0, step=step, text=text, seconds=None)  # what is said in it follows from its length
    lines = [line.rolled(choices.roll) for line in text.lines if line.is_for(choices.session)]
    rate = choices.speech_rate
    words = lay_out(lines, choices.guidance, earliest, rate=rate)
    if time_needed(words) > (step.seconds or 0.0) and earliest:
        words = lay_out(lines, choices.guidance, earliest, LEAST_BREATHER, rate)
    seconds, needed = step.seconds or 0.0, time_needed(words)
    if needed > seconds:
        seconds = max(needed, words[-1].end + BREATHER)
    return Beat(index=0, step=step, text=text, seconds=seconds, words=words)


def _up(step: Step, choices: Choices) -> Beat:
    return Beat(index=0, step=step, text=_text(step, choices), seconds=None, up=True)


def _text(step: Step, choices: Choices) -> StepText:
    return step.text.get(choices.language) or step.text[FIRST_LANGUAGE]


def _stay_for_left_out(sequence: Sequence, beats: list[Beat], choices: Choices) -> list[Beat]:
    """Give the time of a left-out step on the way out to the step before it: one stays where one is."""
    extra: dict[str, float] = {}
    stayed = ""
    for step in sequence.steps:
        if step.stage is Stage.COME_OUT and step.tag in choices.leave_out:
            extra[stayed] = extra.get(stayed, 0.0) + (step.seconds or 0.0)
        else:
            stayed = step.id
    return [
        replace(beat, seconds=beat.nominal + extra[beat.step.id]) if beat.step.id in extra else beat
        for beat in beats
    ]


def _share_lying_down(sequence: Sequence, beats: list[Beat], choices: Choices, *, desk: bool) -> list[Beat]:
    """Share the time to lie down among prepare and enter by weight, as if hands-free; else keep the file's.

    It is the person's own or, in a first practice that lies down, a longer one.
    """
    lie_down = choices.lie_down
    if lie_down is None and choices.session == 1 and sequence.lies:
        lie_down = FIRST_LIE_DOWN
    if lie_down is None:
        return beats
    timed = replace(choices, pace=Pace.HANDS_FREE)
    in_time = _beats(_taken(sequence.steps, timed), timed, desk=desk)
    getting_in = [beat for beat in in_time if beat.stage.gets_in]
    weights = [beat.step.seconds or 0.0 for beat in getting_in]
    floors = [time_needed(beat.words) for beat in getting_in]
    shares = shared_with_floors(lie_down, weights, floors)
    seconds = {beat.step.id: share for beat, share in zip(getting_in, shares, strict=True)}
    return [
        replace(beat, seconds=seconds.get(beat.step.id, beat.seconds)) if beat.stage.gets_in else beat
        for beat in beats
    ]


def _share_minutes(beats: list[Beat], seconds: float) -> list[Beat]:
    holds = [beat for beat in beats if beat.is_hold]
    shares = iter(
        shared_with_caps(
            seconds, [beat.step.weight for beat in holds], [beat.step.max_seconds for beat in holds]
        )
    )
    return [replace(beat, seconds=next(shares)) if beat.is_hold else beat for beat in beats]


def _open_beats(beats: list[Beat], choices: Choices) -> list[Beat]:
    """Let prepare wait for the person at their own pace, and enter too when something to press is within reach."""
    if choices.pace is Pace.HANDS_FREE:
        return beats
    return [
        replace(beat, seconds=None)
        if beat.stage is Stage.PREPARE or (choices.hands_near and beat.stage.gets_in)
        else beat
        for beat in beats
    ]
