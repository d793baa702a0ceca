"""How long it takes until new sound is heard, learnt from each start of an output."""

from __future__ import annotations

from collections import deque
from statistics import median

#: From handing over new sound until it is heard, in seconds, before it was ever measured, and at most; and how long writing
#: it takes, of which so many are weighed: their median forgets the first, when bells are made.
TAKES, MOST = 0.02, 0.3
WRITING, WEIGHED = 0.01, 5
#: So many seconds after a start an output knows its delay; its first word on that is often too early.
SETTLED = 0.3
#: A first word is not believed to be wrong before three of the last five starts say so: a server that stalls says it as well.
STARTS = 5


class Delays:
    """What one output takes to start, and by how much its first word on when that is heard is wrong."""

    def __init__(self) -> None:
        """Expect what was usual."""
        self._opened = False
        self._takes = {False: TAKES, True: TAKES}
        self._writing = deque([WRITING], WEIGHED)
        self._expected = 0.0
        self._first: float | None = None
        self._untold = deque([0.0] * 3, STARTS)

    @property
    def untold(self) -> float:
        """Seconds by which a first frame is heard later than the output says at its start."""
        return median(self._untold)

    def soon(self, now: float, *, opened: bool) -> float:
        """Tell when sound can be heard at the soonest that is written from now on; ``opened`` where the output opens with it."""
        return now + median(self._writing) + self._takes[opened]

    def written(self, began: float, now: float, *, opened: bool) -> float:
        """Take in how long writing took; tell when what is handed over now is expected to be heard."""
        self._writing.append(now - began)
        self._opened = opened
        self._first = None
        self._expected = now + self._takes[opened]
        return self._expected

    def begins(self, said: float) -> None:
        """Take in when an output said, at its start, that its first frame is heard."""
        self._first = said
        # To open a stream takes longer than to start another, and tells no more of that.
        takes = self._takes[self._opened] + said + self.untold - self._expected
        self._takes[self._opened] = max(0.0, min(MOST, takes))
        if self._opened:
            self._takes[False] = min(self._takes[False], self._takes[True])

    def plays(self, zero: float, now: float) -> None:
        """Take in when its first frame was heard by what the output says by now."""
        if self._first is not None and now - self._expected > SETTLED:
            # A device that is opened may sleep first, which is no delay of its own.
            if not self._opened and abs(zero - self._first) < MOST:
                self._untold.append(zero - self._first)
            self._first = None
