"""The score of a beat that is not a hold, and of a pause: its signs and words, each at its time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.domain.cues import SIGN_GAP, Cue, CueKind
from legsup.domain.sequence import Guidance, Pace, Stage
from legsup.domain.session import PausedBy
from legsup.domain.spoken import closing_words
from legsup.domain.stages import Part
from legsup.domain.stretch import Stretch
from legsup.domain.words import speaking_seconds

if TYPE_CHECKING:
    from legsup.domain.plan import Beat, Plan

#: The first sign waits until a sleepy loudspeaker has woken (the first half second may be lost).
FIRST_SIGN = 0.5
#: After a hold that ran to its end the way out is announced when the last exhale has died away.
COME_OUT_SIGN = 1.0
#: A lead-in note comes this long before words that break a silence of SILENCE seconds or more.
LEAD_IN = 1.2
SILENCE = 4.0
#: From the end sign, or a recall, to the words that follow it.
CLOSING_WORDS = 1.8
RECALL_WORDS = 2.0
#: "I'm up": when it is asked again, and when it is no longer waited for.
UP_RECALLS = (60.0, 120.0)
UP_CLOSES = 180.0
#: Any other open beat, and a pause on one's feet, closes after this.
WAITING_CLOSES = 1800.0
#: A pause on the floor: when it is asked about, and when the practice goes on by itself.
PAUSE_RECALL = 180.0
PAUSE_CLOSES = 360.0
#: A pause that the computer's sleep made, in a hands-free practice, goes to the way out after this.
SLEPT_CLOSES = 20.0
#: From a pause to the words about it, where it has any.
PAUSE_WORDS = 1.0


def beat_stretch(beat: Beat, begin: float, opening: CueKind, *, flowed: bool) -> Stretch:
    """Write a beat that is neither a hold nor the last "I'm up"; an open one closes after 30 minutes."""
    quiet_since = _opening_delay(opening, flowed=flowed)
    cues = [Cue(begin + quiet_since, opening, beat.index, once=once_key(opening))]
    for words in beat.words:
        if words.at - quiet_since >= SILENCE:
            cues.append(Cue(begin + words.at - LEAD_IN, CueKind.NOTE, beat.index))
        cues.append(Cue(begin + words.at, CueKind.SAY, beat.index, words.seconds, words.text))
        quiet_since = words.end
    seconds = WAITING_CLOSES if beat.seconds is None else beat.seconds
    return Stretch(begin, begin + seconds, tuple(cues))


def up_stretch(plan: Plan, beat: Beat, begin: float, *, whole: bool) -> Stretch:
    """Write "I'm up": the end sign, the closing words, and two recalls before it is no longer waited for."""
    cues = [Cue(begin, CueKind.END, beat.index)]
    if plan.choices.guidance is not Guidance.BELLS:
        closing = closing_words(plan.phrases, plan.holding / 60.0, whole=whole)
        cues.append(_say(plan, begin + CLOSING_WORDS, beat.index, closing))
    for after in UP_RECALLS:
        cues += _recall(plan, beat.index, begin + after, plan.net[beat.posture].resting)
    return Stretch(begin, begin + UP_CLOSES, tuple(cues))


def pause_stretch(plan: Plan, beat: Beat, begin: float, by: PausedBy, *, down: bool) -> Stretch:
    """Write a pause: once one is down it is asked about and ends by itself; one made by sleep, hands-free, sooner."""
    net = plan.net[beat.posture]
    words = {PausedBy.SLEEP: net.slept, PausedBy.TINGLING: net.tingling}.get(by)
    cues = [] if words is None else [_say(plan, begin + PAUSE_WORDS, beat.index, words)]
    if by is PausedBy.SLEEP and plan.choices.pace is Pace.HANDS_FREE:
        return Stretch(begin, begin + SLEPT_CLOSES, tuple(cues))
    if not down:
        return Stretch(begin, begin + WAITING_CLOSES, tuple(cues))
    return Stretch(
        begin, begin + PAUSE_CLOSES, (*cues, *_recall(plan, beat.index, begin + PAUSE_RECALL, net.paused))
    )


def with_resumed(stretch: Stretch, cursor: int, beat: int, at: float) -> Stretch:
    """Put the sign that the practice goes on into a stretch, before the first of its cues that is yet to come."""
    # Shifting a stretch rounds: what is yet to come may stand a hair before ``at``.
    coming = (replace(cue, at=max(at, cue.at)) for cue in stretch.cues[cursor:])
    return replace(stretch, cues=(*stretch.cues[:cursor], Cue(at, CueKind.RESUMED, beat), *coming))


def opening_of(plan: Plan, beat: Beat, given: frozenset[str]) -> CueKind:
    """Tell the sign that opens a beat."""
    if beat.index == 0 and CueKind.BEGIN not in given:
        return CueKind.BEGIN
    if beat.index == plan.first_come_out and CueKind.COME_OUT not in given:
        return CueKind.COME_OUT
    if _switches_sides(plan, beat) and not _way_out_is_near(plan, beat):
        return CueKind.SWITCH_SIDES
    return CueKind.STEP


def once_key(kind: CueKind) -> str | None:
    """Name the signs that are given at most once in a session."""
    once = {CueKind.BEGIN, CueKind.COME_OUT, CueKind.HALF_WAY, CueKind.ONE_MINUTE_LEFT}
    return kind.value if kind in once else None


def _switches_sides(plan: Plan, beat: Beat) -> bool:
    """Whether this beat leads from one side of a pose to the other: a change, or the hold itself without one."""
    if beat.stage.part is not Part.HOLDING:
        return False
    before = [hold for hold in plan.holds if hold.index < beat.index]
    after = [hold for hold in plan.holds if hold.index >= beat.index]
    if not before or not after or before[-1].side is None or after[0].side is None:
        return False
    changed_already = beat.is_hold and plan.beats[beat.index - 1].stage is Stage.CHANGE
    return before[-1].side is not after[0].side and not changed_already


def _way_out_is_near(plan: Plan, beat: Beat) -> bool:
    """Whether the way out, the stronger sign, may come within SIGN_GAP seconds of this beat's beginning."""
    until_then = plan.beats[beat.index : plan.first_come_out]
    return sum(each.nominal for each in until_then) + COME_OUT_SIGN < SIGN_GAP


def _opening_delay(opening: CueKind, *, flowed: bool) -> float:
    if opening is CueKind.BEGIN:
        return FIRST_SIGN
    return COME_OUT_SIGN if opening is CueKind.COME_OUT and flowed else 0.0


def _recall(plan: Plan, beat: int, at: float, words: str) -> list[Cue]:
    return [Cue(at, CueKind.RECALL, beat), _say(plan, at + RECALL_WORDS, beat, words)]


def _say(plan: Plan, at: float, beat: int, text: str) -> Cue:
    return Cue(at, CueKind.SAY, beat, speaking_seconds(text, plan.choices.speech_rate), text)
