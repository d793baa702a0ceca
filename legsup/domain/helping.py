"""Spoken help: the keys said at once, into whatever the session is doing, and never over other words.

Anywhere but in a hold, what comes later gives way. A hold keeps its breaths and its end: help takes the next gap
between its words there, in place of "in" and "out"; where no gap is left it is due, and opens the beat that follows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from legsup.domain.cues import Cue, CueKind
from legsup.domain.score import LEAD_IN, is_quiet, lead_in
from legsup.domain.session import Session, Status
from legsup.domain.speech import BREATHER, speaking_seconds

if TYPE_CHECKING:
    from legsup.domain.stretch import Stretch


def helped(session: Session) -> Session:
    """Say the keys, from the last reading on; the very same session while they are said, or are about to be."""
    words = session.plan.phrases.help
    cues = session.stretch.cues
    if session.help_due or any(cue.text == words and session.seen < _end(cue) for cue in cues):
        return session
    return with_help(session, session.seen + LEAD_IN, quiet=_is_quiet(session))


def opened_with_help(session: Session) -> Session:
    """Say the keys where the first words of a beat would come that has this moment begun, if they are due."""
    if not session.help_due:
        return session
    said = (cue.at for cue in session.stretch.cues if cue.kind is CueKind.SAY)
    earliest = max(session.seen + LEAD_IN, next(said, 0.0))
    return with_help(replace(session, help_due=False), earliest, quiet=False)


def with_help(session: Session, earliest: float, *, quiet: bool) -> Session:
    """Set the words into what is yet to come, no earlier than a time; ``quiet`` asks for a soft note before them."""
    place = _Place(session)
    in_hold = session.beat.is_hold and session.status is Status.RUNNING
    at = max(earliest, place.free)
    stretch = place.between(at) if in_hold else place.before_all(at)
    if stretch is None:
        return replace(session, help_due=True)
    if quiet:
        note = lead_in(at, session.beat)
        stretch = replace(stretch, cues=_in_order((*stretch.cues, note), session.cursor))
    return replace(session, stretch=stretch)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the words may go in a session's present stretch."""

    session: Session

    @property
    def free(self) -> float:
        """When the words that are being said are over."""
        given = self.session.stretch.cues[: self.session.cursor]
        return max((_end(cue) + BREATHER for cue in given if cue.kind is CueKind.SAY), default=0.0)

    def before_all(self, at: float) -> Stretch:
        """Set the words at a time; what comes later, and the end, give way by as much as they need.

        Signs that come before them stay where they are.
        """
        session, stretch = self.session, self.session.stretch
        words = self._words(at)
        coming = stretch.cues[session.cursor :]
        kept = tuple(takewhile(lambda cue: cue.at <= at and cue.kind is not CueKind.SAY, coming))
        later = coming[len(kept) :]
        delay = max(0.0, _end(words) - stretch.end)
        if later:
            delay = max(delay, _end(words) + BREATHER - later[0].at)
        moved = (replace(cue, at=cue.at + delay) for cue in later)
        cues = (*stretch.cues[: session.cursor], *kept, words, *moved)
        return replace(stretch, end=stretch.end + delay, cues=cues)

    def between(self, at: float) -> Stretch | None:
        """Set the words into the first gap from a time on, in place of "in" and "out"; None where there is none."""
        session, stretch = self.session, self.session.stretch
        phrases = session.plan.phrases
        coming = stretch.cues[session.cursor :]
        said = [cue for cue in coming if cue.kind is CueKind.SAY]
        with_breath = {phrases.inhale, phrases.exhale}
        words = self._words(at)
        for cue in said:
            if cue.text not in with_breath and _touch(words, cue):
                words = self._words(_end(cue) + BREATHER)
        if _end(words) > stretch.end:
            return None
        silenced = {cue for cue in said if cue.text in with_breath and _touch(words, cue)}
        rest = [cue for cue in coming if cue not in silenced]
        cues = (*stretch.cues[: session.cursor], *rest, words)
        return replace(stretch, cues=_in_order(cues, session.cursor))

    def _words(self, at: float) -> Cue:
        text = self.session.plan.phrases.help
        seconds = speaking_seconds(text, self.session.plan.choices.speech_rate)
        return Cue(at, CueKind.SAY, self.session.beat_index, seconds, text)


def _is_quiet(session: Session) -> bool:
    return is_quiet(session.stretch, session.cursor, session.seen)


def _end(cue: Cue) -> float:
    return cue.at + (cue.seconds or 0.0)


def _touch(first: Cue, second: Cue) -> bool:
    """Whether two lines would be less than a breather apart."""
    return first.at < _end(second) + BREATHER and second.at < _end(first) + BREATHER


def _in_order(cues: tuple[Cue, ...], given: int) -> tuple[Cue, ...]:
    return (*cues[:given], *sorted(cues[given:], key=_time))


def _time(cue: Cue) -> float:
    return cue.at
