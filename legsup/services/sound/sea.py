"""The sea: filtered noise that swells with the breath, and lies still in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from legsup.domain.cues import CueKind
from legsup.services.sound.waves import noise, smooth

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from legsup.domain.cues import Cue
    from legsup.services.sound.waves import Floats

    Loop = NDArray[np.int16]
    #: The lowest and the highest frequency (Hz).
    Band = tuple[float, float]

#: Seconds after which the noise repeats; no multiple of a breath, so that no pattern is heard in it.
LOOP = 19.0
#: The swell never falls below this share.
LOWEST = 0.42
#: The noise lies below and above the breath tones (330-494 Hz), edges included: in their midst, as loud as it is, it hid
#: them once they had sunk (measured: 7 dB above them there; now 10 to 17 dB below, at the same loudness of the whole).
DEEP, FOAM = (110.0, 190.0), (1000.0, 1900.0)
SEEDS = {DEEP: 7, FOAM: 11}
#: Both are as strong, so that a laptop, which plays nothing of the deep, is as loud as any loudspeaker within 1.5 dB.
STRONG = 0.6
#: The loops wait as 16-bit samples, in half the memory: how fine a step of them is, and how many there are on either side.
FINE, MOST = 1.0 / 8000.0, 32767
#: How much of the sea differs between left and right, as a share of what they have in common: the sides correlate by a
#: quarter, and one loudspeaker is 2 dB softer than two.
WIDE = 0.78
#: Seconds in which the swell goes over to another when the breath was broken off.
MEND = 1.5
BREATH = frozenset({CueKind.INHALE, CueKind.HOLD_FULL, CueKind.EXHALE, CueKind.HOLD_EMPTY})


class Sea:
    """The noise itself, without its level, and the breath that moves it."""

    def __init__(self, rate: int) -> None:
        """Make noise of so many samples a second, when it is first needed or asked to be ready."""
        self._rate = rate
        self._loops: dict[Band, Loop] = {}
        self._breath: list[Cue] = []
        self._broken = (-1e9, LOWEST)

    def _loop(self, band: Band) -> Loop:
        if band not in self._loops:
            count, seed = round(LOOP * self._rate), SEEDS[band]
            made = STRONG * noise(count, self._rate, *band, seed=seed)
            self._loops[band] = np.round(np.clip(made / FINE, -MOST, MOST)).astype(np.int16)
        return self._loops[band]

    def warm_up(self) -> bool:
        """Make one loop of noise ready; tell whether there was one to be made."""
        cold = next((band for band in SEEDS if band not in self._loops), None)
        if cold is not None:
            self._loop(cold)
        return cold is not None

    def follow(self, cue: Cue) -> None:
        """Take up a phase of the breath."""
        self._breath.append(cue)

    def withdraw(self, since: float) -> None:
        """Forget the breath that begins from a time on."""
        self._breath = [cue for cue in self._breath if cue.at < since]

    def break_off(self, at: float) -> None:
        """Forget all breath from a time on, and lead the swell over from where it is."""
        self._broken = (at, float(self.swell(np.array([at]))[0]))
        self._breath = [cue for cue in self._breath if cue.at + (cue.seconds or 0.0) <= at]

    def forget(self, before: float) -> None:
        """Drop the breath that is over."""
        self._breath = [cue for cue in self._breath if cue.at + (cue.seconds or 0.0) > before]

    def swell(self, times: Floats) -> Floats:
        """Tell the swell (0-1) at times: the awareness of the breath, at rest where none is paced."""
        given = np.full_like(times, LOWEST)
        for cue in self._breath:
            seconds = cue.seconds or 1.0
            share = (times - cue.at) / seconds
            inside = (share >= 0.0) & (share < 1.0)
            if inside.any():
                given = np.where(inside, LOWEST + (1.0 - LOWEST) * _awareness(cue.kind, share), given)
        since, before = self._broken
        return before + (given - before) * smooth((times - since) / MEND)

    def samples(self, first: int, swell: Floats) -> tuple[Floats, Floats]:
        """Give the noise from a frame on, moved by the swell of each frame: foam only on its crest.

        First what both sides share, then what differs between them: the same noise from elsewhere in its loop, so that the
        sides have little in common and their sum lacks nothing.
        """
        return self._from(first, swell), WIDE * self._from(first + len(self._loop(DEEP)) // 2, swell)

    def _from(self, first: int, swell: Floats) -> Floats:
        deep, foam = self._loop(DEEP), self._loop(FOAM)
        places = np.arange(first, first + len(swell)) % len(deep)
        return FINE * swell * (deep[places] + swell * foam[places])


def _awareness(kind: CueKind, share: Floats) -> Floats:
    if kind is CueKind.INHALE:
        return smooth(share)
    if kind is CueKind.EXHALE:
        return smooth(1.0 - share)
    return np.full_like(share, 1.0 if kind is CueKind.HOLD_FULL else 0.0)
