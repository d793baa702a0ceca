"""The bells: one family of struck notes, a motif for each kind of cue. Full level is 1."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from legsup.domain.cues import CueKind
from legsup.services.sound.waves import Floats, Samples, decibels, smooth, times

#: Partials of the family: ratio to the struck note, strength, and share of the note's ringing.
PARTIALS = ((1.0, 1.0, 1.0), (1.003, 0.5, 1.0), (2.0, 0.34, 0.6), (2.997, 0.12, 0.42), (4.08, 0.04, 0.25))
#: Frames of a block in which ringing is reckoned.
STRETCH = 512
#: How many times as long as it rings to a third a partial is heard: by then it is 78 dB softer.
DIED = 9.0
#: Seconds in which a note rises: gentle, but still an event.
ATTACK = 0.022

F_SHARP, A, B, C_SHARP, E = 369.99, 440.0, 493.88, 554.37, 659.26


@dataclass(frozen=True, slots=True)
class Strike:
    """One note: when in the motif (s), its frequency (Hz), how long it rings (s to a third), its strength in dB."""

    at: float
    frequency: float
    rings: float
    strength: float = 0.0


@dataclass(frozen=True, slots=True)
class Bell:
    """A motif of a few strikes."""

    strikes: tuple[Strike, ...]

    def render(self, rate: int) -> Samples:
        """Give the whole motif until it has died away."""
        last = max(strike.at + 5.0 * strike.rings for strike in self.strikes)
        whole = np.zeros(round(last * rate) + 1)
        for strike in self.strikes:
            first = round(strike.at * rate)
            note = _note(strike, rate)
            whole[first : first + len(note)] += note[: len(whole) - first]
        fade = smooth(np.arange(len(whole))[::-1] / (0.2 * rate))
        return (whole * fade).astype(np.float32)


#: The settle bell is the step bell, lower; the seat has one between them.
SETTLE = Bell((Strike(0.0, A, 1.1), Strike(0.0, A * 1.5, 0.8, -12.0)))
SEAT = Bell((Strike(0.0, B, 1.0), Strike(0.0, F_SHARP, 1.0, -6.0)))
COME_OUT = Bell((Strike(0.0, E, 0.9), Strike(0.75, B, 1.3)))

BELLS = {
    CueKind.BEGIN: Bell((Strike(0.0, A, 1.5), Strike(0.0, E, 1.1, -7.0), Strike(0.0, A * 2.0, 0.7, -14.0))),
    CueKind.STEP: Bell((Strike(0.0, E, 0.7),)),
    CueKind.NOTE: Bell((Strike(0.0, C_SHARP, 0.45, -5.0),)),
    CueKind.SWITCH_SIDES: Bell((Strike(0.0, C_SHARP, 0.4), Strike(0.45, C_SHARP, 0.9))),
    CueKind.HALF_WAY: Bell((Strike(0.0, F_SHARP, 0.8, -3.0), Strike(0.0, F_SHARP * 2.0, 0.8, -6.0))),
    CueKind.ONE_MINUTE_LEFT: Bell((Strike(0.0, F_SHARP, 1.4, -5.0),)),
    CueKind.COME_OUT: COME_OUT,
    CueKind.RESUMED: Bell((Strike(0.0, A, 0.5, -3.0), Strike(0.3, A, 0.5, -5.0), Strike(0.6, A, 0.9, -3.0))),
    CueKind.RECALL: COME_OUT,
    CueKind.END: Bell((Strike(0.0, A, 1.1), Strike(0.7, C_SHARP, 1.2), Strike(1.4, E, 1.6))),
}


def _note(strike: Strike, rate: int) -> Samples:
    at = times(5.0 * strike.rings, rate)
    note = np.zeros(len(at))
    for ratio, strength, ringing in PARTIALS:
        # A partial that rings for less is over sooner, and need not be reckoned further.
        count = min(len(at), round(DIED * strike.rings * ringing * rate))
        note[:count] += strength * _ringing(count, strike.frequency * ratio, strike.rings * ringing, rate)
    return (note * smooth(at / ATTACK) * decibels(strike.strength) / 2.0).astype(np.float32)


def _ringing(count: int, frequency: float, rings: float, rate: int) -> Floats:
    """Give a sine that dies away: block by block the one before it, turned and softer, a tenth of the work of sine by sine."""
    turn = (2j * np.pi * frequency - 1.0 / rings) / rate
    first = np.exp(turn * np.arange(STRETCH))
    blocks = np.exp(turn * STRETCH * np.arange(-(-count // STRETCH)))
    return np.ravel(np.imag(np.outer(blocks, first)))[:count]
