"""The words of a hold: where each is said, on an exhale that has room for it or, unpaced, at its time.

Nothing is said on a sign of how far the hold has come, nor on other words; a line in turn gives way to all others.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING

from legsup.domain.cues import Cue, CueKind
from legsup.domain.hold_length import TINY, nominal_of
from legsup.domain.sequence import Guidance
from legsup.domain.speech import BREATHER, speaking_seconds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from legsup.domain.breath import Cycle
    from legsup.domain.plan import Beat, Plan
    from legsup.domain.speech import Words
    from legsup.domain.stretch import Past

#: Seconds of breath alone on both sides of a line in turn; of others that leave room after them where that can be.
APART = 25.0
#: A line waits no longer than this, in seconds, for such a place; one in turn is then left out.
LATEST = 60.0
#: Nothing is said from this many seconds before a sign until so many after it.
BEFORE_SIGN, AFTER_SIGN = 1.0, 6.0


def paced_words(
    plan: Plan, beat: Beat, cycles: Sequence[Cycle], past: Past, signs: Sequence[float]
) -> list[Cue]:
    """Set the lines on exhales, the later ones first: what is said of the legs must not be crowded out."""
    if not cycles:
        return []
    placing = _OnExhales(plan, beat, past, signs, cycles[0].start, cycles[-1].end, cycles)
    last_but_one = len(cycles) - 2
    if is_last_hold(plan, beat) and last_but_one >= 0 and plan.choices.guidance is not Guidance.BELLS:
        placing.taken.append(say(plan, cycles[last_but_one].exhale, beat, plan.phrases.last_breath))
    lines = tuple(enumerate(beat.words))
    placing.set_all([line for line in reversed(lines) if not line[1].in_turn])
    placing.set_all([line for line in lines if line[1].in_turn])
    return placing.taken


def unpaced_words(
    plan: Plan, beat: Beat, begin: float, end: float, past: Past, signs: Sequence[float]
) -> list[Cue]:
    """Set the lines at their times, one after the other; given in the order in which they are said."""
    placing = _AtTimes(plan, beat, past, signs, begin, end)
    lines = sorted(enumerate(beat.words), key=lambda line: (line[1].in_turn, placing.due(line[1])))
    placing.set_all(lines)
    return sorted(placing.taken, key=lambda cue: cue.at)


def is_last_hold(plan: Plan, beat: Beat) -> bool:
    """Whether no other hold comes after this one."""
    return beat.index == plan.holds[-1].index


def say(plan: Plan, at: float, beat: Beat, text: str, key: str | None = None) -> Cue:
    """Give the cue of words; ``key`` is kept where they are not to be said twice."""
    return Cue(at, CueKind.SAY, beat.index, speaking_seconds(text, plan.choices.speech_rate), text, key)


@dataclass
class _AtTimes:
    """Sets words into one stretch of a hold, at any time that is free of others and of signs."""

    plan: Plan
    beat: Beat
    past: Past
    signs: Sequence[float]
    begin: float
    end: float
    taken: list[Cue] = field(default_factory=list[Cue], init=False)

    #: Least seconds between two lines.
    least_apart = BREATHER

    def due(self, words: Words) -> float:
        """Tell from when a line may be said, counting what was held before this stretch; that may be long ago."""
        offset = words.at
        if words.share is not None:
            offset = min(offset, words.share * nominal_of(self.plan, self.beat, self.past.holds))
        return self.begin + offset - self.past.beat_held

    def set_all(self, lines: Iterable[tuple[int, Words]]) -> None:
        """Set lines, each with its number among the hold's, where they were not said before."""
        for number, words in lines:
            key = f"{self.beat.index}:{number}"
            place = None if key in self.past.given else self._place(words)
            if place is not None:
                at, text = place
                self.taken.append(say(self.plan, at, self.beat, text, key))

    def _place(self, words: Words) -> tuple[float, str] | None:
        """Find where a line is said, and in which form; words that matter are said at last with others beside them."""
        due = self.due(words)
        place = None
        if words.left:
            place = self._first(words, due, due + LATEST, APART)
        return place if place or words.in_turn else self._first(words, due, inf, self.least_apart)

    def _first(self, words: Words, due: float, latest: float, apart: float) -> tuple[float, str] | None:
        for at, room in self._places(max(self.past.earliest, self.begin, due), apart):
            text = words.within(room)
            if at > latest + TINY:
                return None
            if text is not None:
                over = at + speaking_seconds(text, words.rate)
                if over + words.left <= self.end + TINY and self._is_free(at, over, apart):
                    return at, text
        return None

    def _places(self, earliest: float, apart: float) -> Iterator[tuple[float, float]]:
        """Yield when words may begin, and the seconds of room then: at once, or after what stands in their way."""
        after = [cue.at + (cue.seconds or 0.0) + apart for cue in self.taken]
        after += [sign + AFTER_SIGN for sign in self.signs]
        for at in sorted({earliest, *(time for time in after if time > earliest)}):
            yield at, inf

    def _is_free(self, at: float, over: float, apart: float) -> bool:
        on_words = any(
            at < cue.at + (cue.seconds or 0.0) + apart - TINY and cue.at < over + apart - TINY
            for cue in self.taken
        )
        return not on_words and not any(
            at < sign + AFTER_SIGN - TINY and sign - BEFORE_SIGN < over - TINY for sign in self.signs
        )


@dataclass
class _OnExhales(_AtTimes):
    """Sets words into one stretch of a hold so that they begin with an exhale and end before the next inhale."""

    cycles: Sequence[Cycle]

    #: The inhale between two exhales keeps them apart.
    least_apart = 0.0

    def _places(self, earliest: float, apart: float) -> Iterator[tuple[float, float]]:
        del apart
        for cycle in self.cycles[bisect_left(self.cycles, earliest, key=_exhale) :]:
            yield cycle.exhale, cycle.end - cycle.exhale


def _exhale(cycle: Cycle) -> float:
    return cycle.exhale
