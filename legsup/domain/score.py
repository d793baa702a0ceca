"""The score of a beat that is not a hold, and of a pause: its signs and words, each at its time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.cues import Cue, CueKind
from legsup.domain.opening import COME_OUT_SIGN, once_key
from legsup.domain.sequence import Guidance
from legsup.domain.speech import closing_words, speaking_seconds
from legsup.domain.stretch import Stretch

if TYPE_CHECKING:
    from legsup.domain.plan import Beat, Plan

#: The first sign waits until a sleepy loudspeaker has woken (the first half second may be lost).
FIRST_SIGN = 0.5
#: A lead-in note comes this long before words that break a silence of SILENCE seconds or more.
LEAD_IN = 1.2
SILENCE = 4.0
#: From the end sign, or a recall, to the words that follow it.
CLOSING_WORDS = 1.8
RECALL_WORDS = 2.0
#: "I'm up": when it is asked again, and when it is no longer waited for.
UP_RECALLS = (60.0, 120.0)
UP_CLOSES = 180.0
#: Any other open beat, and a pause, closes after this while one is on one's feet.
WAITING_CLOSES = 1800.0
#: The same once one is down: when it is asked about, and when the practice goes on to the way out by itself.
DOWN_RECALL = 180.0
DOWN_CLOSES = 360.0
#: A pause that the computer's sleep made, in a hands-free practice, goes to the way out after this.
SLEPT_CLOSES = 20.0
#: From a pause to the words about it, where it has any: time enough for a lead-in note.
PAUSE_WORDS = LEAD_IN


def beat_stretch(
    plan: Plan, beat: Beat, begin: float, opening: CueKind, *, flowed: bool, down: bool
) -> Stretch:
    """Write a beat that is neither a hold nor the last "I'm up"; an open one closes by itself, sooner once down."""
    quiet_since = _opening_delay(opening, flowed=flowed)
    cues = [Cue(begin + quiet_since, opening, beat.index, once=once_key(opening))]
    for words in beat.words:
        if words.at - quiet_since >= SILENCE:
            cues.append(lead_in(begin + words.at, beat))
        cues.append(Cue(begin + words.at, CueKind.SAY, beat.index, words.seconds, words.text))
        quiet_since = words.end
    if beat.seconds is not None:
        return Stretch(begin, begin + beat.seconds, tuple(cues))
    if not down:
        return Stretch(begin, begin + WAITING_CLOSES, tuple(cues))
    recall = _recall(plan, beat.index, begin + DOWN_RECALL, plan.net[beat.posture].waiting)
    return Stretch(begin, begin + DOWN_CLOSES, (*cues, *recall))


def up_stretch(plan: Plan, beat: Beat, begin: float, *, whole: bool) -> Stretch:
    """Write "I'm up": the end sign, the closing words, and two recalls before it is no longer waited for."""
    cues = [Cue(begin, CueKind.END, beat.index)]
    if plan.choices.guidance is not Guidance.BELLS:
        closing = closing_words(plan.phrases, plan.holding / 60.0, whole=whole)
        cues.append(_say(plan, begin + CLOSING_WORDS, beat.index, closing))
    # Nobody answered: one still rests where the seat was.
    resting = plan.net[plan.resting_posture].resting
    for after in UP_RECALLS:
        cues += _recall(plan, beat.index, begin + after, resting)
    return Stretch(begin, begin + UP_CLOSES, tuple(cues))


def pause_stretch(
    plan: Plan, beat: Beat, begin: float, words: str | None, *, closes: float, quiet: bool
) -> Stretch:
    """Write a pause that ends by itself after ``closes`` seconds, with the words about it, if it has any.

    ``quiet`` tells that nothing was heard before them for a while; one that ends after DOWN_CLOSES is asked about.
    """
    cues: list[Cue] = []
    if words is not None:
        at = begin + PAUSE_WORDS
        cues += [lead_in(at, beat)] if quiet else []
        cues.append(_say(plan, at, beat.index, words))
    if closes == DOWN_CLOSES:
        cues += _recall(plan, beat.index, begin + DOWN_RECALL, plan.net[beat.posture].paused)
    return Stretch(begin, begin + closes, tuple(cues))


def is_quiet(stretch: Stretch, cursor: int, at: float) -> bool:
    """Whether words said PAUSE_WORDS after a time break a silence; a paced breath is heard all along."""
    if stretch.cycles:
        return False
    given = stretch.cues[:cursor]
    heard = max((cue.at + (cue.seconds or 0.0) for cue in given), default=stretch.begin)
    return at + PAUSE_WORDS - heard >= SILENCE


def lead_in(at: float, beat: Beat) -> Cue:
    """The soft note before words that begin at a time."""
    return Cue(at - LEAD_IN, CueKind.NOTE, beat.index)


def _opening_delay(opening: CueKind, *, flowed: bool) -> float:
    if opening is CueKind.BEGIN:
        return FIRST_SIGN
    return COME_OUT_SIGN if opening is CueKind.COME_OUT and flowed else 0.0


def _recall(plan: Plan, beat: int, at: float, words: str) -> list[Cue]:
    return [Cue(at, CueKind.RECALL, beat), _say(plan, at + RECALL_WORDS, beat, words)]


def _say(plan: Plan, at: float, beat: int, text: str) -> Cue:
    return Cue(at, CueKind.SAY, beat, speaking_seconds(text, plan.choices.speech_rate), text)
