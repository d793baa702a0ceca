"""The player: one session's sound on one output, written ahead block by block, on whatever thread calls it.

It holds no thread and no clock of its own, so that all of it can be tried in a test.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from legsup.domain.session import Status
from legsup.domain.sound import Progress
from legsup.services.sound.clock_map import ClockMap
from legsup.services.sound.delays import Delays
from legsup.services.sound.ensemble import Ensemble
from legsup.services.sound.ring import Ring
from legsup.services.sound.tape import Tape

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from legsup.domain.ports import Clock, VoiceSource
    from legsup.domain.session import Session
    from legsup.domain.sound import Levels
    from legsup.services.sound.bell_rack import Reader
    from legsup.services.sound.output import SoundOutput

#: Seconds written at a time, and kept ready beyond what the output has taken. While the interface is busy each step of
#: writing waits for its turn, so that few large blocks are ready sooner than many small ones.
BLOCK, RESERVE = 0.25, 0.6
#: An output fills its own buffer at once when it starts; it may take this much more than it says.
PRIMING = 1.3
#: Without progress for this long an output counts as lost; it is tried again this often.
STUCK, AGAIN = 1.5, 0.4
#: What an output takes within this many seconds of its start only fills its buffer: no progress yet.
FILLING = 0.05
#: After this much silence that nobody wanted, the voice says where the practice is.
MISSED = 3.0
#: A pause streams silence for so long, in case it is short; the stream comes back this long before the next sound.
PAUSE_STREAMS, WAKES = 60.0, 2.0


_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Counts:
    """Frames that were not ready when the output took them, and jumps over what its underruns delayed."""

    missed: int = 0
    jumps: int = 0


class Player:
    """Keeps an output supplied with the sound of a session that others move on."""

    def __init__(
        self, output: SoundOutput, levels: Levels, voice: VoiceSource | None, reader: Reader, clock: Clock
    ) -> None:
        """Play on an output; nothing is opened before the first ``turn``."""
        self._output = output
        self._voice = voice
        self._reader = reader
        self._clock = clock
        self._ensemble: Ensemble | None = None
        self._levels = levels
        self._session: Session | None = None
        self._changed = 0.0
        self._playing = False
        self._heard = self._tried = self._started = -1e9
        self._silent_since: float | None = None
        self._delays = Delays()
        self._ring = Ring(1)
        self._map = ClockMap(1, 0.0)
        self._tape: Tape | None = None
        self.progress = Progress.NOT_STARTED
        self.fault = ""

    @property
    def counts(self) -> Counts:
        """What went wrong since the stream was last written anew."""
        return Counts(self._ring.missed, 0 if self._tape is None else self._tape.jumps)

    @property
    def is_over(self) -> bool:
        """Whether the session has ended and its last sound has died away."""
        ended = self._session is not None and self._session.status is Status.ENDED
        if not self._playing or self._ensemble is None:
            return ended
        return ended and self._ensemble.arrangement.is_over(self._clock.read().now)

    def stands_still(self, now: float) -> bool:
        """Whether the output should be playing and has taken nothing for too long."""
        return self._playing and now - self._heard > STUCK + self._output.gulp

    def turn(self, sessions: Sequence[Session], levels: Levels) -> None:
        """Do what is due: take up what changed, open or reopen the output, write what comes next.

        ``sessions`` are those since the last turn, in order; there may be none.
        """
        now = self._clock.read().now
        try:
            self._listen(now)
            self._take_up(sessions, levels, now)
            if self._rests(now):
                self._rest()
            elif self._playing:
                self._top_up(now)
            else:
                self._begin(now)
        except OSError as fault:
            self._lose(str(fault), fault.__cause__)

    def finish(self) -> None:
        """Fade everything out within a few hundredths of a second; the caller closes the output after that."""
        if self._playing and self._ensemble is not None:
            try:
                self._rewrite([self._ensemble.arrangement.break_off])
            except OSError:
                self._playing = False

    def let_go(self) -> None:
        """Drop the samples at once: a session's are some 20 MiB, and objects that know one another are freed late."""
        self._playing = False
        self._ensemble = self._tape = self._session = None
        self._ring = Ring(1)

    def _begin(self, now: float) -> None:
        """Open the output and start it with the sound of this moment; where that fails it is tried again later."""
        if now - self._tried < AGAIN:
            return
        self._tried = now
        self._output.open()
        self._ring = Ring(self._output.channels)
        audible = self._soon()
        ensemble = self._ensemble_at(self._output.rate, audible)
        ensemble.arrangement.wake(audible)
        self._ring.replace(*self._written_anew(ensemble, audible))
        self._output.start(self._feed)
        self._playing = True
        self._heard = self._started = self._clock.read().now

    def _ensemble_at(self, rate: int, audible: float) -> Ensemble:
        """Give the ensemble, made anew where the output has another rate than before."""
        if self._ensemble is None or self._ensemble.rate != rate:
            self._ensemble = Ensemble(rate, self._voice, self._reader, self._levels)
            if self._session is not None:
                self._ensemble.arrangement.follow(self._session, audible)
        return self._ensemble

    def _take_up(self, sessions: Sequence[Session], levels: Levels, now: float) -> None:
        """Take up other levels and what became of the session; what can be heard of it is written anew."""
        changes: list[Callable[[float], object]] = []
        if levels != self._levels:
            self._levels = levels
            changes.append(lambda audible: self._ensemble and self._ensemble.set_levels(levels, audible))
        for session in sessions:
            if self._session is None or session.revision != self._session.revision:
                self._changed = now
                changes.append(partial(self._follow, session))
            else:
                self._follow(session, now if self._tape is None else self._tape.place)
            self._session = session
        if changes:
            self._rewrite(changes)

    def _follow(self, session: Session, audible: float) -> None:
        if self._ensemble is not None:
            self._ensemble.arrangement.follow(session, audible)

    def _rewrite(self, changes: Sequence[Callable[[float], object]]) -> None:
        """Withdraw what was written ahead and write it anew from the moment from which the changes can be heard."""
        audible = self._soon()
        for change in changes:
            change(audible)
        if self._playing and self._ensemble is not None:
            anew = self._written_anew(self._ensemble, audible)
            self._output.withdraw(lambda: self._ring.replace(*anew))

    def _soon(self) -> float:
        """Tell when sound can be heard at the soonest that is written from now on."""
        return self._delays.soon(self._clock.read().now, opened=not self._playing)

    def _written_anew(self, ensemble: Ensemble, audible: float) -> tuple[bytes, float, int]:
        """Write from this moment on what sounds until new sound can be heard, and what is heard then; tell when it begins.

        The output begins somewhere in it, and from there it is in time: silence in place of what was written before would be
        a hole of up to a tenth of a second (measured).
        """
        rate, began = self._output.rate, self._clock.read().now
        wide = self._output.channels > 1
        self._tape = Tape(ensemble.mixer.render_wide if wide else ensemble.mixer.render, rate, began)
        seconds = self._output.ahead * PRIMING + RESERVE + audible - began
        ensemble.arrangement.extend(began + seconds + BLOCK)
        samples = self._tape.write(round(seconds * rate), began)
        expected = self._delays.written(began, self._clock.read().now, opened=not self._playing)
        self._map = ClockMap(rate, expected, self._map if self._playing else None)
        return samples.tobytes(), began - self._delays.untold, rate

    def _top_up(self, now: float) -> None:
        ensemble, tape, rate = self._ensemble, self._tape, self._output.rate
        assert ensemble is not None
        assert tape is not None
        block = round(BLOCK * rate)
        while self._ring.ready < (RESERVE + self._output.gulp) * rate:
            audible = self._map.audible(self._ring.written)
            ensemble.arrangement.extend(max(audible, tape.place) + 2.0 * BLOCK)
            self._ring.put(tape.write(block, audible).tobytes())
        ensemble.arrangement.forget(now - 1.0)
        ensemble.warm_up(None if self._session is None else self._session.plan.choices.pattern)

    def _listen(self, now: float) -> None:
        """Take in what the output said; standing still for too long means that it is lost."""
        for said in self._ring.said():
            self._map.note(said.frame, said.audible_at)
            if said.frame == 0:
                self._delays.begins(said.audible_at)
            if said.at - self._started > FILLING:
                self._heard = max(self._heard, said.at)
                self._progress(now)
        self._delays.plays(self._map.audible(0), now)
        if self._playing and self._output.has_ended:
            self._lose("the sound device ended the stream")
        elif self.stands_still(now):
            self._lose("the sound device stands still")

    def _progress(self, now: float) -> None:
        self.progress, self.fault = Progress.PLAYING, ""
        if self._silent_since is None:
            return
        if now - self._silent_since > MISSED and self._ensemble is not None and self._tape is not None:
            self._ensemble.arrangement.say_where(self._tape.place)
        self._silent_since = None

    def _lose(self, reason: str, cause: BaseException | None = None) -> None:
        if reason != self.fault:
            _log.info("%s (%s)", reason, cause)
        now = self._clock.read().now
        if self._silent_since is None:
            self._silent_since = self._heard if self._playing else now
        self._playing = False
        self.progress, self.fault = Progress.STUCK, reason
        self._output.stop()

    def _rests(self, now: float) -> bool:
        """Whether a pause has lasted so long that the stream may stop, and nothing comes soon."""
        ensemble, session = self._ensemble, self._session
        if ensemble is None or session is None or session.status is not Status.PAUSED:
            return False
        if now - self._changed < PAUSE_STREAMS:
            return False
        ensemble.arrangement.extend(now + WAKES)
        return ensemble.arrangement.is_quiet(now, now + WAKES)

    def _rest(self) -> None:
        if self._playing:
            self._playing = False
            self._output.stop()

    def _feed(self, frames: int, audible_at: float) -> bytes:
        return self._ring.next_frames(frames, audible_at, self._clock.read().now)
