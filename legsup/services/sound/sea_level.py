"""How much sea there is over a session: none until one has settled, half on the way out, a slow farewell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from legsup.domain.cues import CueKind
from legsup.domain.sequence import Stage
from legsup.domain.session import Outcome, Status
from legsup.services.sound.ramps import Ramps

if TYPE_CHECKING:
    from legsup.domain.cues import Cue
    from legsup.domain.session import Session
    from legsup.services.sound.waves import Floats

#: Seconds of its fades: in, between stages, out at the end, out where one falls asleep.
FADE_IN, FADE_BETWEEN, FADE_OUT, FADE_ASLEEP = 8.0, 5.0, 8.0, 60.0
#: In a pause it draws back at once to a share within so many seconds, and dies away in the rest of FADE_BETWEEN.
DRAWN_BACK, DRAWING_BACK = 0.2, 0.4
#: How much of it there is at least where it was asked for from beginning to end.
THROUGHOUT = 0.5
#: Below this level the sea is silent.
UNHEARD = 1e-4


def sea_of(stage: Stage) -> float:
    """Tell how much sea belongs to a stage, from 0 to 1."""
    match stage:
        case Stage.PREPARE | Stage.ENTER:
            return 0.0
        case Stage.SETTLE | Stage.HOLD | Stage.CHANGE:
            return 1.0
        case (
            Stage.COME_OUT | Stage.REST
        ):  # pragma: no branch - the type checker proves that no stage is missing
            return 0.5


class SeaLevel:
    """The level of the sea on the session's timeline."""

    def __init__(self, *, throughout: bool = False) -> None:
        """Begin without any sea; ``throughout`` lets it come with the first words and stay until the end."""
        self.throughout = throughout
        self._level = Ramps(0.0)
        self._wanted = 0.0

    def turn(self, session: Session, at: float) -> None:
        """Take up a session whose future changed, from a time on."""
        match session.status:
            case Status.PAUSED:
                self.hush(at)
            case Status.ENDED:
                self.end(session, at)
            case Status.READY:
                pass
            case Status.RUNNING | Status.WAITING:
                self._move(at, 0.0 if session.beat.up else self._of(session.beat.stage))

    def follow(self, cue: Cue, session: Session) -> None:
        """Take up a cue: with it a stage, or the end, may begin."""
        if cue.kind is CueKind.END:
            self._move(cue.at, 0.0)
        elif session.status is not Status.PAUSED and not session.plan.beats[cue.beat].up:
            self._move(cue.at, self._of(session.plan.beats[cue.beat].stage))

    def end(self, session: Session, at: float) -> None:
        """Fade out after the end; slowly where the practice leads into sleep."""
        asleep = session.plan.choices.bedtime and session.outcome is not Outcome.STOPPED
        self._move(at, 0.0, FADE_ASLEEP if asleep else FADE_OUT)

    def hush(self, at: float) -> None:
        """Draw back at once, then die away."""
        self._wanted = 0.0
        self._level.move(at, DRAWN_BACK * self._level.value(at), DRAWING_BACK)
        self._level.move(at + DRAWING_BACK, 0.0, FADE_BETWEEN - DRAWING_BACK)

    def values(self, times: Floats) -> Floats:
        """Give the level (0-1) at times."""
        return self._level.values(times)

    def is_silent(self, at: float) -> bool:
        """Tell whether there is no sea from a time on, as far as is known."""
        return bool(np.all(self._level.values(np.array([at, at + FADE_ASLEEP])) < UNHEARD))

    def forget(self, before: float) -> None:
        """Drop what is over."""
        self._level.forget(before)

    def _of(self, stage: Stage) -> float:
        return max(THROUGHOUT if self.throughout else 0.0, sea_of(stage))

    def _move(self, at: float, wanted: float, seconds: float | None = None) -> None:
        if wanted == self._wanted:
            return
        if seconds is None:
            seconds = FADE_OUT if wanted == 0.0 else FADE_IN if wanted > self._wanted else FADE_BETWEEN
        self._wanted = wanted
        self._level.move(at, wanted, seconds)
