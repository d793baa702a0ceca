"""Pieces of what is heard: samples that begin at a frame, and may be broken off gently."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np

from legsup.services.sound.waves import smooth

if TYPE_CHECKING:
    from legsup.services.sound.waves import Floats, Samples

#: Seconds in which a piece that was broken off dies away, and in which one that began before it could be heard comes in.
FADE = 0.04


class Group(Enum):
    """Pieces that share one level."""

    CUES = "cues"
    VOICE = "voice"


@dataclass(slots=True, kw_only=True)
class Piece:
    """Samples from frame ``start`` on, times ``gain``.

    ``due`` is the time of the cue that brought it. From frame ``cut`` on it fades out, from ``enters`` on it fades in.
    """

    start: int
    samples: Samples
    group: Group
    due: float
    gain: float = 1.0
    cut: int | None = None
    enters: int | None = None

    @property
    def end(self) -> int:
        """The frame after its last."""
        return self.start + len(self.samples)

    def end_heard(self, rate: int) -> int:
        """Tell the frame after the last that can be heard."""
        return self.end if self.cut is None else min(self.end, self.cut + round(FADE * rate))

    def add_to(self, mix: Floats, first: int, rate: int) -> None:
        """Add what falls into a mix that begins at a frame."""
        begin, end = max(first, self.start), min(first + len(mix), self.end_heard(rate))
        if begin >= end:
            return
        heard = self.gain * self.samples[begin - self.start : end - self.start].astype(np.float64)
        if self.cut is not None:
            heard *= smooth((self.cut - np.arange(begin, end)) / (FADE * rate) + 1.0)
        if self.enters is not None and begin < self.enters + FADE * rate:
            heard *= smooth((np.arange(begin, end) - self.enters) / (FADE * rate))
        mix[begin - first : end - first] += heard
