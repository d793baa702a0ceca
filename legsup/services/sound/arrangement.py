"""The arrangement of a session: its coming cues turned into pieces on a timeline of frames.

Frame n is heard n / rate seconds after the zero of the session's clock, so that every piece has one place for good.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legsup.domain.cues import CueKind
from legsup.domain.machine import upcoming
from legsup.domain.session import Status
from legsup.services.sound.pieces import Group, Piece
from legsup.services.sound.sea import BREATH
from legsup.services.sound.waves import decibels

if TYPE_CHECKING:
    from legsup.domain.cues import Cue
    from legsup.domain.sequence import Stage
    from legsup.domain.session import Session
    from legsup.services.sound.bell_rack import BellRack
    from legsup.services.sound.sea import Sea
    from legsup.services.sound.sea_level import SeaLevel
    from legsup.services.sound.speaking import Speaking
    from legsup.services.sound.tone_rack import ToneRack
    from legsup.services.sound.waves import Samples

#: Level of tones and bells as made, and of what accompanies a breath softly.
TONES, BELLS = decibels(-20.2), decibels(-17.0)
SOFT_WORDS = decibels(-5.0)
#: The second recall is a little louder.
RECALLED = decibels(3.0)
#: A new stream wakes a sleepy loudspeaker, which swallows its beginning: bells and words come this many seconds after it, and
#: the words after a bell that had to wait leave it so long to be heard.
WAKING, HEARD_OUT = 0.7, 0.8
#: After sound was lost, words come this many seconds after it is back.
BACK_WORDS = 1.0


@dataclass(frozen=True, slots=True)
class Instruments:
    """All that makes sound, at one rate."""

    rate: int
    tones: ToneRack
    bells: BellRack
    speaking: Speaking
    sea: Sea
    sea_level: SeaLevel


class Arrangement:
    """The pieces of one session, taken from ``upcoming`` a little ahead of time."""

    def __init__(self, instruments: Instruments) -> None:
        """Begin empty."""
        self._with = instruments
        self._session: Session | None = None
        self._taken = self._earliest = self._awake = -1e9
        self._breath = 0
        self._recalls = 0
        self.pieces: list[Piece] = []

    def follow(self, session: Session, audible: float) -> bool:
        """Take the newest session; tell whether its future changed.

        What began earlier and is over is faded out from ``audible`` on: the first moment that is not in the air yet.
        """
        before = self._session
        if before is not None and before.revision == session.revision:
            self.extend(session.seen)
            self._session = session
            if not session.is_active and before.is_active:
                self._with.sea_level.end(session, audible)
            return False
        self._session = session
        self._turn(before, session, audible)
        return True

    def extend(self, until: float) -> None:
        """Take all cues up to a time."""
        if self._session is None or until <= self._taken:
            return
        for cue in upcoming(self._session, until):
            if cue.at > self._taken:
                self._place(cue, self._session)
        self._taken = until

    def wake(self, at: float) -> None:
        """Take in that a new stream begins at a time."""
        self._awake = at + WAKING

    def forget(self, before: float) -> None:
        """Drop what cannot be heard any more."""
        frame = round(before * self._with.rate)
        self.pieces = [piece for piece in self.pieces if piece.end_heard(self._with.rate) > frame]
        self._with.sea.forget(before)
        self._with.sea_level.forget(before)
        self._with.speaking.forget(before)

    def is_over(self, at: float) -> bool:
        """Tell whether the session has ended and nothing more is to be heard from a time on."""
        ended = self._session is not None and self._session.status is Status.ENDED
        frame = round(at * self._with.rate)
        sounding = any(piece.end_heard(self._with.rate) > frame for piece in self.pieces)
        return ended and not sounding and self._with.sea_level.is_silent(at)

    def is_quiet(self, begin: float, end: float) -> bool:
        """Tell whether a pause leaves nothing to be heard between two times."""
        first, last = round(begin * self._with.rate), round(end * self._with.rate)
        sounding = any(
            piece.start < last and piece.end_heard(self._with.rate) > first for piece in self.pieces
        )
        paused = self._session is not None and self._session.status is Status.PAUSED
        return paused and not sounding and self._with.sea_level.is_silent(begin)

    def break_off(self, at: float) -> None:
        """Fade out everything from a time on, for good."""
        self._cut(at, at)
        self._with.sea_level.hush(at)
        self._session = None

    def sea_throughout(self, at: float, *, throughout: bool) -> None:
        """Let the sea be there from beginning to end, or as the stages ask for it, from a time on."""
        if throughout != self._with.sea_level.throughout:
            self._with.sea_level.throughout = throughout
            if self._session is not None:
                self._with.sea_level.turn(self._session, at)

    def say_where(self, at: float) -> None:
        """Say again where the practice is, for someone who has heard nothing for a while."""
        session = self._session
        if session is None or session.status is not Status.RUNNING:
            return
        text = session.plan.phrases.resumed
        if session.breath(at) is None:
            said = [words.text for words in session.beat.words if words.at <= at - session.stretch.begin]
            text = said[-1] if said else ""
        due = at + BACK_WORDS
        if text and self._with.speaking.is_free(due, due + 1.0):
            self._add(self._with.speaking.say(text, due, due))

    def _turn(self, before: Session | None, session: Session, audible: float) -> None:
        goes_on = before is not None and _goes_on(before, session)
        since = session.seen
        if goes_on:
            # What the event changed lies ahead; what sounds now is as right as it was.
            self.pieces = [piece for piece in self.pieces if piece.due < since]
            self._with.sea.withdraw(since)
            self._with.speaking.withdraw(since, break_off=None)
        else:
            self._cut(since, audible)
        self._with.sea_level.turn(session, audible)
        self._taken = -1e9
        self._earliest = audible
        self._breath = session.breaths

    def _cut(self, since: float, audible: float) -> None:
        frame = round(audible * self._with.rate)
        self.pieces = [piece for piece in self.pieces if piece.due < since]
        for piece in self.pieces:
            piece.cut = frame if piece.cut is None else piece.cut
        self._with.sea.break_off(audible)
        self._with.speaking.withdraw(since, break_off=audible)

    def _place(self, cue: Cue, session: Session) -> None:
        self._with.sea_level.follow(cue, session)
        if cue.kind is CueKind.SAY:
            soft = (
                SOFT_WORDS if cue.text in {session.plan.phrases.inhale, session.plan.phrases.exhale} else 1.0
            )
            earliest = max(self._earliest, self._awake)
            self._add(self._with.speaking.say(cue.text or "", cue.at, earliest, soft))
        elif cue.kind in BREATH:
            self._with.sea.follow(cue)
            samples, gain = self._with.tones.of(cue, self._breath)
            tone = self._piece(cue, cue.at, samples, TONES * gain)
            # A tone belongs to its time: what is due already is heard from its middle.
            tone.enters = round(self._earliest * self._with.rate) if cue.at < self._earliest else None
            self._add(tone)
            self._breath += cue.kind is CueKind.EXHALE
        else:
            samples = self._with.bells.of(cue.kind, _new_stage(cue, session))
            if samples is not None:
                at = max(cue.at, self._earliest, self._awake)
                if at > cue.at and at == self._awake:
                    self._awake = at + HEARD_OUT
                self._add(self._piece(cue, at, samples, BELLS * self._recall_gain(cue)))

    def _recall_gain(self, cue: Cue) -> float:
        if cue.kind is not CueKind.RECALL:
            return 1.0
        self._recalls += 1
        return RECALLED if self._recalls > 1 else 1.0

    def _piece(self, cue: Cue, at: float, samples: Samples, gain: float) -> Piece:
        return Piece(
            start=round(at * self._with.rate), samples=samples, group=Group.CUES, due=cue.at, gain=gain
        )

    def _add(self, piece: Piece | None) -> None:
        if piece is not None:
            self.pieces.append(piece)


def _goes_on(before: Session, session: Session) -> bool:
    """Whether the same stretch runs on, only its future being another (a minute was added)."""
    same = before.status is session.status and before.beat_index == session.beat_index
    return same and before.stretch.begin == session.stretch.begin


def _new_stage(cue: Cue, session: Session) -> Stage | None:
    """Tell the stage that begins with a cue; None where it is the same as before."""
    beats = session.plan.beats
    stage = beats[cue.beat].stage
    return stage if cue.beat == 0 or beats[cue.beat - 1].stage is not stage else None
