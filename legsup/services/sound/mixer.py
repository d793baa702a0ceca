"""The mixer: adds the pieces of an arrangement up to the samples that are heard, each at its level."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from legsup.services.sound.pieces import FADE, Group
from legsup.services.sound.ramps import Ramps
from legsup.services.sound.room import Room
from legsup.services.sound.waves import decibels

if TYPE_CHECKING:
    from legsup.domain.sound import Levels
    from legsup.services.sound.arrangement import Arrangement, Instruments
    from legsup.services.sound.waves import Floats, Samples

#: Levels are reckoned this often a second, and drawn as lines between.
CONTROL_RATE = 100
#: Tones, bells and sea give way to words by this much.
HUSHED = decibels(-7.0)
SEA = decibels(-23.8)
#: Words stand nearer than tones and bells: so much less of them goes into the room.
SPOKEN = decibels(-6.0)
#: Louder than KNEE is bent, so that nothing ever comes over CEILING: 6 dB below full scale and a little more.
KNEE, CEILING = 0.36, 0.47


class Mixer:
    """Renders spans of an arrangement; any span gives the same samples however it is cut into blocks."""

    def __init__(self, arrangement: Arrangement, instruments: Instruments, levels: Levels) -> None:
        """Mix at these levels."""
        self._arrangement = arrangement
        self._with = instruments
        self._cues = Ramps(_heard(levels, levels.heard_cues))
        self._voice = Ramps(_heard(levels, levels.voice))
        self._sea = Ramps(_heard(levels, levels.sea))
        self._room = Room(instruments.rate)
        #: The frame up to which sound was rendered last, and what of the end of it was sent into the room.
        self._last: tuple[int, Floats] = (0, np.zeros(self._room.length))

    def set_levels(self, levels: Levels, at: float) -> None:
        """Go over to other levels from a time on."""
        self._cues.move(at, _heard(levels, levels.heard_cues), FADE)
        self._voice.move(at, _heard(levels, levels.voice), FADE)
        self._sea.move(at, _heard(levels, levels.sea), FADE)

    def render(self, first: int, count: int) -> Samples:
        """Give ``count`` mono samples from a frame on; what lies there must have been arranged."""
        shared, _ = self._mixed(first, count)
        return _bent(shared).astype(np.float32)

    def render_wide(self, first: int, count: int) -> Samples:
        """Give the same for two loudspeakers, a row of left and right for each frame; their mean is what mono gives."""
        shared, differs = self._mixed(first, count)
        return _bent(np.stack([shared + differs, shared - differs], axis=1)).astype(np.float32)

    def _mixed(self, first: int, count: int) -> tuple[Floats, Floats]:
        """Give what both sides share and what differs between them."""
        before, heard_before = self._heard_before(first)
        dry, sent = self._dry(first, count)
        sent = np.concatenate([before, sent])
        self._last = (first + count, sent[len(sent) - self._room.length :])
        differs = np.zeros(count)
        if heard_before or sent.any():
            shared, differs = self._room.answer(sent)
            dry += shared
        self._add_sea(first, dry, differs)
        return dry, differs

    def _heard_before(self, first: int) -> tuple[Floats, bool]:
        """Give what was sent into the room just before a frame, and whether that was anything."""
        end, sent = self._last
        if end != first:
            _, sent = self._dry(first - self._room.length, self._room.length)
        return sent, bool(sent.any())

    def _dry(self, first: int, count: int) -> tuple[Floats, Floats]:
        """Add up cues and words; give them as they are, and as much of them as goes into the room."""
        cues, words = np.zeros(count), np.zeros(count)
        for piece in self._arrangement.pieces:
            piece.add_to(cues if piece.group is Group.CUES else words, first, self._with.rate)
        if not cues.any() and not words.any():
            return cues, words
        span = self._span(first, count)
        cues *= span.drawn(self._under_words(span.times) * self._cues.values(span.times))
        words *= span.drawn(self._voice.values(span.times))
        return cues + words, cues + SPOKEN * words

    def _add_sea(self, first: int, shared: Floats, differs: Floats) -> None:
        span = self._span(first, len(shared))
        sea = self._with.sea_level.values(span.times) * self._sea.values(span.times)
        if sea.any():
            level = SEA * span.drawn(sea * self._under_words(span.times))
            swell = span.drawn(self._with.sea.swell(span.times))
            middle, sides = self._with.sea.samples(first, swell)
            shared += level * middle
            differs += level * sides

    def _under_words(self, times: Floats) -> Floats:
        return 1.0 - (1.0 - HUSHED) * self._with.speaking.hush(times)

    def _span(self, first: int, count: int) -> _Span:
        return _Span(first, count, self._with.rate)


class _Span:
    """Frames of the timeline, and the coarser grid on which levels are reckoned."""

    def __init__(self, first: int, count: int, rate: int) -> None:
        hop = rate // CONTROL_RATE
        self._grid = np.arange(first // hop, (first + count) // hop + 2) * hop
        self._frames = np.arange(first, first + count)
        self.times: Floats = self._grid / rate

    def drawn(self, values: Floats) -> Floats:
        """Draw values of the grid as lines, one for each frame."""
        return np.interp(self._frames, self._grid, values)


def _heard(levels: Levels, level: float) -> float:
    return 0.0 if levels.mute else level


def _bent(mix: Floats) -> Floats:
    loud = np.abs(mix)
    if loud.max(initial=0.0) <= KNEE:
        return mix
    room = CEILING - KNEE
    return np.where(loud <= KNEE, mix, np.sign(mix) * (KNEE + room * np.tanh((loud - KNEE) / room)))
