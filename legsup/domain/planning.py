"""Compiling a sequence into a plan: which steps are taken, and how the seconds are shared among them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.domain.net import net_text
from legsup.domain.plan import Beat, Choices, Plan
from legsup.domain.sequence import FIRST_LANGUAGE, SEATED_FLOOR, Pace, Stage, Tag
from legsup.domain.sharing import shared_with_caps, shared_with_floors
from legsup.domain.spoken import opening_lines
from legsup.domain.words import LEAST_BREATHER, lay_out, time_needed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legsup.domain.postures import Posture
    from legsup.domain.sequence import Parts, Sequence, Step, StepText

#: Where the first words of a practice, and of its way out, begin at the earliest, so that the sign before them is
#: heard out.
FIRST_WORDS, COME_OUT_WORDS = 1.6, 2.6


class PlanError(ValueError):
    """What was asked of a sequence is not what it offers; the message says what it does offer."""


def compile_plan(sequence: Sequence, choices: Choices, parts: Parts) -> Plan:
    """Compile a sequence for one person's choices.

    Raises:
        PlanError: the minutes are outside the sequence's range, or it has no bedtime ending.
    """
    minutes = _minutes(sequence, choices)
    if choices.bedtime and not sequence.bedtime:
        message = f"{sequence.id} has no bedtime ending"
        raise PlanError(message)
    text = sequence.text.get(choices.language) or sequence.text["en"]
    phrases = parts.phrases.get(choices.language) or parts.phrases[FIRST_LANGUAGE]
    beats = [_beat(step, choices) for step in _taken(sequence.steps, choices)]
    beats = _stay_for_left_out(sequence, beats, choices)
    beats = _share_lying_down(sequence, beats, choices)
    beats = _share_minutes(beats, minutes * 60.0)
    beats = _open_beats(beats, choices)
    if not choices.bedtime:
        beats = [*_stay_seated(beats, choices), _up(parts.up, choices)]
    if choices.desk and choices.pace is Pace.HANDS_FREE:
        in_all = parts.desk.seconds or 0.0
        in_all += sum(beat.nominal for beat in beats)
        lines = opening_lines(phrases, text.title, minutes, in_all / 60.0)
        desk = _beat(replace(parts.desk, text={"en": replace(parts.desk.text["en"], lines=lines)}), choices)
        beats = [replace(desk, desk=True), *beats]
    beats = _after_signs(beats, choices)
    return Plan(
        sequence=sequence.id,
        title=text.title,
        minutes=minutes,
        choices=choices,
        phrases=phrases,
        net={posture: net_text(net, choices.language) for posture, net in parts.net.items()},
        beats=tuple(replace(beat, index=index) for index, beat in enumerate(beats)),
        dizzy=_dizzy(sequence, choices, parts),
    )


def _dizzy(sequence: Sequence, choices: Choices, parts: Parts) -> dict[Posture, tuple[Beat, ...]]:
    """Make the dizzy script of each posture; the legs' way down is shown as the sequence's own way out begins."""
    own = next((step.pose for step in sequence.steps if step.stage is Stage.COME_OUT), None)
    steps = [replace(step, pose=own) if own and step.tag == Tag.LEGS_UP else step for step in parts.dizzy]
    beats = {step.id: _beat(step, choices) for step in steps}
    up = _up(parts.up, choices)
    return {posture: (*(beats[name] for name in net.dizzy), up) for posture, net in parts.net.items()}


def _after_signs(beats: list[Beat], choices: Choices) -> list[Beat]:
    """Let the first words, and those of the way out, wait until the sign before them is heard out."""
    out = next((number for number, beat in enumerate(beats) if beat.stage is Stage.COME_OUT), None)
    earliest = {out: COME_OUT_WORDS, 0: FIRST_WORDS}
    return [
        _not_before(beat, choices, earliest[number]) if number in earliest else beat
        for number, beat in enumerate(beats)
    ]


def _not_before(beat: Beat, choices: Choices, earliest: float) -> Beat:
    """Let a beat's words begin no earlier; they move together, then the beat grows, before they pass its end."""
    words = lay_out(beat.text.lines, choices.guidance, earliest, rate=choices.speech_rate)
    if beat.seconds is None or not words or words[-1].end <= beat.seconds:
        return replace(beat, words=words)
    words = lay_out(beat.text.lines, choices.guidance, earliest, LEAST_BREATHER, choices.speech_rate)
    return replace(beat, words=words, seconds=max(beat.seconds, words[-1].end))


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
    return [
        step
        for step in steps
        if step.only in {None, choices.pace}
        and step.tag not in choices.leave_out
        and not (choices.bedtime and step.stage is Stage.REST)
    ]


def _beat(step: Step, choices: Choices) -> Beat:
    text = _text(step, choices)
    words = lay_out(text.lines, choices.guidance, rate=choices.speech_rate)
    seconds = None if step.stage is Stage.HOLD else max(step.seconds or 0.0, time_needed(words))
    return Beat(index=0, step=step, text=text, seconds=seconds, words=words)


def _up(step: Step, choices: Choices) -> Beat:
    return Beat(index=0, step=step, text=_text(step, choices), seconds=None, up=True)


def _text(step: Step, choices: Choices) -> StepText:
    return step.text.get(choices.language) or step.text["en"]


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


def _share_lying_down(sequence: Sequence, beats: list[Beat], choices: Choices) -> list[Beat]:
    """Share the chosen time to lie down among prepare and enter by weight, as if hands-free; else keep the file's."""
    if choices.lie_down is None:
        return beats
    timed = replace(choices, pace=Pace.HANDS_FREE)
    getting_in = [_beat(step, timed) for step in _taken(sequence.steps, timed) if step.stage.gets_in]
    weights = [beat.step.seconds or 0.0 for beat in getting_in]
    floors = [time_needed(beat.words) for beat in getting_in]
    shares = shared_with_floors(choices.lie_down, weights, floors)
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


def _stay_seated(beats: list[Beat], choices: Choices) -> list[Beat]:
    """Lengthen the seat, which is the last rest, to the seconds chosen, and all rest to 30 in any case (E03).

    What is said in its second half is said as long before the end as ever.
    """
    last = beats[-1]
    rest = sum(beat.nominal for beat in beats if beat.stage is Stage.REST)
    missing = max(SEATED_FLOOR - rest, (choices.seated_rest or 0.0) - last.nominal)
    if missing <= 0 or last.stage is not Stage.REST:
        return beats
    half = last.nominal / 2.0
    words = tuple(replace(said, at=said.at + missing) if said.at > half else said for said in last.words)
    return [*beats[:-1], replace(last, seconds=last.nominal + missing, words=words)]
