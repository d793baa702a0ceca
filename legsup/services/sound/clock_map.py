"""The map between an output's frames and the monotonic clock: when the n-th frame is heard.

A device runs evenly. What a sound server says of it strays by milliseconds for ten seconds and more while the computer is
busy, and comes back (decision 0021): followed, such a word would move the sound that stood still. So a line is kept, where
it is and how it leans, as a Kalman filter does it: the longer it has been true, the less a single word moves it.
"""

from __future__ import annotations

from collections import deque
from statistics import median

#: Seconds of an output's statements of which the median counts as one word.
WORD = 1.0
#: A word is thought to be off by so many times what the words of late were off by, by the least so much, and by so much each
#: before there are any (s): a server is true beside a calm computer and strays for a while beside a busy one.
TIMES, LATELY, LEAST, UNTOLD = 3.0, 6, 0.0002, 0.002
#: How far the first word (s) and a device's pace (a share) may be off from what is expected.
FIRST_WORD, PACE = 0.001, 2e-4
#: By how much place and pace of a device change by themselves in a second.
CREEP, TURN = 2e-5, 1e-6
#: No word but the first counts as if it were further off than so many times what it is thought to be.
STRAYS = 0.5
#: What is off by more than the first of these (s) for so many seconds is no error: time was lost. From the second on, which
#: no word strays, it is believed sooner.
OFF, LASTS = 0.004, 15.0
FAR_OFF, LASTS_FAR = 0.05, 2.0


class ClockMap:
    """What an output said of when its frames are heard."""

    def __init__(self, rate: int, expected: float, former: ClockMap | None = None) -> None:
        """Until the output has said anything, frame 0 is expected to be heard at a time.

        ``former`` is the map of what the same device played just before: it keeps its pace.
        """
        self._rate = rate
        self._zero, self._pace, self._at = expected, 0.0, expected
        #: How uncertain place and pace are: their variances, and what they share.
        self._place_off: float = FIRST_WORD**2
        self._shared = 0.0
        self._pace_off: float = PACE**2
        self._lately = deque((UNTOLD,), LATELY)
        if former is not None:
            self._pace, self._pace_off = former._pace, former._pace_off  # noqa: SLF001 - a map's own
        self._has_spoken = False
        self._said: list[float] = []
        self._since = expected
        self._off_since: float | None = None

    def note(self, frame: int, audible_at: float) -> None:
        """Take in that a frame is heard at a time (s on the monotonic clock)."""
        if not self._said:
            self._since = audible_at
        self._said.append(audible_at - frame / self._rate)
        if audible_at - self._since >= WORD:
            self._take(audible_at, median(self._said))
            self._said.clear()

    def audible(self, frame: int) -> float:
        """Tell when a frame is heard, in seconds on the monotonic clock."""
        if not self._has_spoken:
            zero = median(self._said) if self._said else self._zero
            return zero + frame / self._rate
        at = self._zero + frame / self._rate
        return at + self._pace * (at - self._at)

    def _take(self, at: float, zero: float) -> None:
        """Take in a word."""
        if not self._has_spoken:
            self._zero, self._at, self._has_spoken = zero, at, True
            return
        self._go_on(at - self._at)
        self._at = at
        off = zero - self._zero
        if self._is_so(at, off):
            self._zero = zero
            return
        usual = max(LEAST, TIMES * median(self._lately))
        self._lately.append(abs(off))
        self._lean(max(-STRAYS * usual, min(STRAYS * usual, off)), usual)

    def _go_on(self, seconds: float) -> None:
        """Follow the line, which grows less certain by it."""
        self._zero += self._pace * seconds
        self._place_off += 2.0 * seconds * self._shared + seconds**2 * self._pace_off + CREEP**2 * seconds
        self._shared += seconds * self._pace_off
        self._pace_off += TURN**2 * seconds

    def _lean(self, off: float, usual: float) -> None:
        """Move the line toward a word that is off by some seconds: by as much as it is less certain than the word.

        Words are off by ``usual`` seconds now.
        """
        whole = self._place_off + usual**2
        place, pace = self._place_off / whole, self._shared / whole
        self._zero += place * off
        self._pace += pace * off
        self._pace_off -= pace * self._shared
        self._shared *= 1.0 - place
        self._place_off *= 1.0 - place

    def _is_so(self, at: float, off: float) -> bool:
        """Tell whether words have been off for so long that they are right."""
        if abs(off) <= OFF:
            self._off_since = None
            return False
        self._off_since = at if self._off_since is None else self._off_since
        if at - self._off_since < (LASTS_FAR if abs(off) > FAR_OFF else LASTS):
            return False
        self._off_since = None
        return True
