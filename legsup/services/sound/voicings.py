"""The voicings: the ways in which a breath can sound, each with an inhale, an exhale and two holds of its own.

All lies between 300 Hz and 2 kHz, so that a laptop's loudspeaker loses nothing. Full level is 1. In and out differ by colour
and swell as well as by where they go, so that they are told apart with closed eyes, on one loudspeaker.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legsup.domain.cues import CueKind
from legsup.services.sound import glide, pad, steps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from legsup.domain.voicing import VoicingName
    from legsup.services.sound.waves import Samples

    #: Makes a tone of so many seconds, for the turn of this number, at so many samples a second.
    Maker = Callable[[float, int, int], Samples]


@dataclass(frozen=True, slots=True)
class Voicing:
    """What sounds for each phase of a breath; so many ``turns`` follow one another, that thirty breaths are not one."""

    turns: int
    makers: Mapping[CueKind, Maker]


VOICINGS: Mapping[VoicingName, Voicing] = {
    "glide": Voicing(
        len(glide.COURSES),
        {
            CueKind.INHALE: glide.inhale,
            CueKind.HOLD_FULL: glide.hold_full,
            CueKind.EXHALE: glide.exhale,
            CueKind.HOLD_EMPTY: glide.hold_empty,
        },
    ),
    "steps": Voicing(
        1,
        {
            CueKind.INHALE: steps.inhale,
            CueKind.HOLD_FULL: steps.hold_full,
            CueKind.EXHALE: steps.exhale,
            CueKind.HOLD_EMPTY: steps.hold_empty,
        },
    ),
    "pad": Voicing(
        len(pad.CHORDS),
        {
            CueKind.INHALE: pad.inhale,
            CueKind.HOLD_FULL: pad.hold_full,
            CueKind.EXHALE: pad.exhale,
            CueKind.HOLD_EMPTY: pad.hold_empty,
        },
    ),
}
