"""The tape: the session's timeline laid onto an output's frames, held to the clock without a sound of it.

Small differences are made good by running up to 0.1 % faster or slower, which nobody hears; larger ones by one jump
within a crossfade.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from legsup.services.sound.waves import smooth

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.services.sound.waves import Floats, Samples

    #: Renders a span of the timeline: its first frame and how many; frames of one sample, or of several in a row each.
    Render = Callable[[int, int], Samples]

#: Differences from so many seconds on are jumped over; those from so many on are run down until they are this small.
JUMP, RUN, NEAR = 0.015, 0.0003, 0.0001
#: How much faster or slower the tape may run.
FASTER = 0.001
#: Seconds of the crossfade around a jump.
CROSSFADE = 0.02


class Tape:
    """Writes block after block, each for the moment at which it will be heard."""

    def __init__(self, render: Render, rate: int, start: float) -> None:
        """Begin at a time of the session's clock."""
        self._render = render
        self._rate = rate
        self._place = round(start * rate)
        self._running = False
        self.jumps = 0

    @property
    def place(self) -> float:
        """The time on the session's clock up to which the tape is written."""
        return self._place / self._rate

    def write(self, count: int, audible_at: float) -> Samples:
        """Give the next ``count`` samples, of which the first is heard at a time of the session's clock."""
        late = audible_at - self.place
        if abs(late) > JUMP:
            return self._jump(count, round(audible_at * self._rate))
        self._running = abs(late) > (NEAR if self._running else RUN)
        if not self._running:
            return self._forward(count)
        most = max(1, int(count * FASTER))
        extra = max(-most, min(most, round(late * self._rate)))
        return self._stretched(count, count + extra)

    def _forward(self, count: int) -> Samples:
        samples = self._render(self._place, count)
        self._place += count
        return samples

    def _stretched(self, count: int, taken: int) -> Samples:
        """Lay ``taken`` frames of the timeline onto ``count`` frames of the output."""
        samples = self._render(self._place, taken + 1)
        self._place += taken
        places = np.arange(count) * (taken / count)
        before = places.astype(np.intp)
        share = _each(np.subtract(places, before, dtype=np.float64), samples)
        return (samples[before] * (1.0 - share) + samples[before + 1] * share).astype(np.float32)

    def _jump(self, count: int, place: int) -> Samples:
        self.jumps += 1
        self._running = False
        fade = min(count, round(CROSSFADE * self._rate))
        before = self._render(self._place, fade)
        after = self._render(place, count)
        share = _each(smooth((np.arange(fade) + 0.5) / fade), after)
        after[:fade] = (before * (1.0 - share) + after[:fade] * share).astype(np.float32)
        self._place = place + count
        return after


def _each(share: Floats, frames: Samples) -> Floats:
    """Give a share for each frame, so that it counts for all samples of it."""
    return share.reshape(-1, *[1] * (frames.ndim - 1))
