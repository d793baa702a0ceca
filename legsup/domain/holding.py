"""The score of a hold: its breath cycles, its words, and the signs of how far it has come."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.domain.breath import Phase
from legsup.domain.cues import SIGNS, Cue, CueKind, Sign
from legsup.domain.hold_length import TINY, hold_cycles, hold_seconds, nominal_of
from legsup.domain.hold_words import is_last_hold, paced_words, say, unpaced_words
from legsup.domain.opening import once_key, opening_of, signs_from
from legsup.domain.score import SILENCE, lead_in
from legsup.domain.sequence import Guidance
from legsup.domain.stretch import Past, Stretch

if TYPE_CHECKING:
    from legsup.domain.breath import Cycle
    from legsup.domain.plan import Beat, Plan

#: Breaths that are accompanied by "in" and "out" at full guidance.
SPOKEN_BREATHS = 3
#: Without pacing a note is given this often in seconds, so that silence is always a sign (at least every 60).
NOTE_EVERY = 50.0
#: Half way is told from this much holding on, a minute left from that much, in seconds.
HALF_WAY_FROM = 600.0
MINUTE_LEFT_FROM = 240.0
MINUTE_LEFT = 60.0
#: A note comes no nearer than this before words.
LEAST_APART = 4.0

PHASE_CUES = {
    Phase.INHALE: CueKind.INHALE,
    Phase.HOLD_FULL: CueKind.HOLD_FULL,
    Phase.EXHALE: CueKind.EXHALE,
    Phase.HOLD_EMPTY: CueKind.HOLD_EMPTY,
}


def hold_stretch(plan: Plan, beat: Beat, begin: float, past: Past) -> Stretch:
    """Write a hold from ``begin``, of which ``past.beat_held`` seconds are held already, to its end."""
    cycles = hold_cycles(plan, beat, begin, past)
    end = cycles[-1].end if cycles else begin + hold_seconds(plan, beat, past)
    signs = _signs(plan, beat, begin, end, past)
    cues = _opening(plan, beat, begin, past)
    told = [sign.at for sign in signs]
    if plan.choices.pattern is None:
        cues += _with_notes(beat, begin, end, unpaced_words(plan, beat, begin, end, past, told))
    else:
        said = paced_words(plan, beat, cycles, past, told)
        cues += [*_breath_cues(beat, cycles), *said, *_in_and_out(plan, beat, cycles, past, said)]
    cues += signs
    return Stretch(begin, end, tuple(sorted(cues, key=_order)), cycles, past.beat_held)


def _order(cue: Cue) -> float:
    return cue.at


def _opening(plan: Plan, beat: Beat, begin: float, past: Past) -> list[Cue]:
    if past.beat_held > 0:
        return []
    opening = opening_of(plan, beat, begin, past)
    if opening is CueKind.STEP and plan.choices.pattern is not None:
        return []  # the first inhale is sign enough
    return [Cue(begin, opening, beat.index, once=once_key(opening))]


def _breath_cues(beat: Beat, cycles: tuple[Cycle, ...]) -> list[Cue]:
    return [
        Cue(cycle.start + start, PHASE_CUES[phase], beat.index, seconds)
        for cycle in cycles
        for phase, start, seconds in cycle.pattern.phases()
    ]


def _with_notes(beat: Beat, begin: float, end: float, said: list[Cue]) -> list[Cue]:
    """Set notes into what would be silence between words, and a lead-in before words that break one."""
    cues: list[Cue] = []
    heard = begin
    for words in said:
        notes = _notes(beat, heard, words.at - LEAST_APART)
        cues += notes
        heard = notes[-1].at if notes else heard
        if words.at - heard >= SILENCE:
            cues.append(lead_in(words.at, beat))
        cues.append(words)
        heard = words.at + (words.seconds or 0.0)
    return [*cues, *_notes(beat, heard, end)]


def _notes(beat: Beat, heard: float, end: float) -> list[Cue]:
    """Set notes into a silence that follows what was heard last."""
    count = max(0, int((end - heard - TINY) // NOTE_EVERY))
    return [Cue(heard + NOTE_EVERY * (n + 1), CueKind.NOTE, beat.index) for n in range(count)]


def _in_and_out(plan: Plan, beat: Beat, cycles: tuple[Cycle, ...], past: Past, said: list[Cue]) -> list[Cue]:
    """Accompany the first breaths of the session with "in" and "out", but for exhales that carry other words."""
    if plan.choices.guidance is not Guidance.FULL:
        return []
    cues: list[Cue] = []
    taken = {cue.at for cue in said}
    for index, cycle in enumerate(cycles[: max(0, SPOKEN_BREATHS - past.breaths)]):
        if index or past.beat_held == 0.0:  # a hold that is taken up again begins with the sign of that
            cues.append(say(plan, cycle.start, beat, plan.phrases.inhale))
        if cycle.exhale not in taken:
            cues.append(say(plan, cycle.exhale, beat, plan.phrases.exhale))
    return cues


def _signs(plan: Plan, beat: Beat, begin: float, end: float, past: Past) -> list[Cue]:
    """Tell half way and a minute left, where neither is silenced by a stronger sign near it."""
    minute_left = _minute_left(plan, beat, begin, end)
    half_way = _half_way(plan, beat, begin, past)
    opening = [Sign(cue.kind, cue.at) for cue in _opening(plan, beat, begin, past) if cue.kind in SIGNS]
    seconds = end - begin
    holds = {**past.holds, beat.index: past.beat_held + seconds}
    later = replace(past, held=past.held + seconds, holds=holds)
    strong = [*opening, *signs_from(plan, beat.index + 1, end, later)]
    strong += [] if past.sign is None else [past.sign]
    cues: list[Cue] = []
    for sign in (minute_left, half_way):
        if sign is None or once_key(sign.kind) in past.given or any(other.silences(sign) for other in strong):
            continue
        strong.append(sign)
        cues.append(Cue(sign.at, sign.kind, beat.index, once=once_key(sign.kind)))
    return cues


def _minute_left(plan: Plan, beat: Beat, begin: float, end: float) -> Sign | None:
    at = end - MINUTE_LEFT
    due = is_last_hold(plan, beat) and plan.holding >= MINUTE_LEFT_FROM - TINY and at >= begin
    return Sign(CueKind.ONE_MINUTE_LEFT, at) if due else None


def _half_way(plan: Plan, beat: Beat, begin: float, past: Past) -> Sign | None:
    offset = plan.holding / 2.0 - plan.held_before[beat.index]
    long = plan.choices.half_way and plan.holding >= HALF_WAY_FROM - TINY
    due = long and past.beat_held <= offset <= nominal_of(plan, beat, past.holds)
    return Sign(CueKind.HALF_WAY, begin + offset - past.beat_held) if due and offset > 0 else None
