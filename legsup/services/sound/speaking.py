"""When words are heard: one after another, never over one another, and the hush that all else keeps under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from legsup.services.sound.pieces import Group, Piece
from legsup.services.sound.waves import Samples, at_rate, smooth

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.sound import Clip
    from legsup.services.sound.waves import Floats

    #: Gives the clip of a text where it is ready.
    Clips = Callable[[str], Clip | None]

#: Least seconds between two words of which the first lasted longer than was expected.
BREATHER = 0.3
#: Words that would come this much too late are left out: they would meet another moment.
TOO_LATE = 6.0
#: The same for words of one second or less: "in" is wrong where one breathes out.
TOO_LATE_FOR_SHORT, SHORT = 0.4, 1.0
#: Seconds before and after words in which all else grows softer and comes back.
HUSH_BEFORE, HUSH_AFTER = 0.35, 0.7


class Speaking:
    """The words of a session on its timeline."""

    def __init__(self, clips: Clips, rate: int) -> None:
        """Take clips from a voice, at so many samples a second."""
        self._clips = clips
        self._rate = rate
        self._free = -1e9
        self._spans: list[tuple[float, float]] = []

    def say(self, text: str, due: float, earliest: float, gain: float = 1.0) -> Piece | None:
        """Set words on the timeline at ``due`` or as soon after it as they can be heard alone."""
        clip = self._clips(text)
        if clip is None:
            return None
        at = max(due, earliest, self._free)
        if at - due > (TOO_LATE_FOR_SHORT if clip.seconds <= SHORT else TOO_LATE):
            return None
        samples: Samples = np.frombuffer(clip.pcm, np.float32)
        piece = Piece(
            start=round(at * self._rate),
            samples=at_rate(samples, clip.rate, self._rate),
            group=Group.VOICE,
            due=due,
            gain=gain,
        )
        self._free = at + clip.seconds + BREATHER
        self._spans.append((at, at + clip.seconds))
        return piece

    def is_free(self, begin: float, end: float) -> bool:
        """Tell whether nobody speaks between two times."""
        return all(end <= start or begin >= over for start, over in self._spans)

    def withdraw(self, since: float, *, break_off: float | None) -> None:
        """Take back words that begin from a time on; ``break_off`` also ends those that are spoken then."""
        kept = [(begin, end) for begin, end in self._spans if begin < since]
        if break_off is not None:
            kept = [(begin, min(end, break_off)) for begin, end in kept]
        self._spans = kept
        self._free = max((end + BREATHER for _, end in kept), default=-1e9)

    def forget(self, before: float) -> None:
        """Drop words that are long over."""
        self._spans = [span for span in self._spans if span[1] + HUSH_AFTER > before]

    def hush(self, times: Floats) -> Floats:
        """Tell how much all else gives way at times: 0 not at all, 1 under words."""
        hush = np.zeros_like(times)
        for begin, end in self._spans:
            if end + HUSH_AFTER < times[0] or begin - HUSH_BEFORE > times[-1]:
                continue
            under = smooth((times - begin + HUSH_BEFORE) / HUSH_BEFORE) * smooth(
                (end + HUSH_AFTER - times) / HUSH_AFTER
            )
            hush = np.maximum(hush, under)
        return hush
