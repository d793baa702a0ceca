"""The light of the floor view: how bright each height of the screen is at a moment of the breath, and in which colours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from legsup.domain.settings import FLOOR_DIMS
from legsup.ui.theme import DUSK, contrast

if TYPE_CHECKING:
    from legsup.ui.theme import Theme

#: Shades from rest to full light: one is half a step of the screen's in one channel from the next.
SHADES = 240
#: How far the screen can be dimmed, and what is left of light and of rest at each.
DIMMEST = FLOOR_DIMS[1]
_LIGHT_LEFT, _REST_LEFT = (1.0, 0.62, 0.36, 0.18), (1.0, 0.85, 0.6, 0.35)
#: What the whole screen, what lies below the band, and the band itself add at most.
_WHOLE, _BELOW, _BAND = 0.34, 0.40, 0.26
#: The band's spread and the softness of what lies below, in heights of the screen; the band goes so far out of sight.
_SPREAD, _SOFT, _OUT = 0.15, 0.30, 0.10
#: The colours of rest, of half and of full light, and of the words: night, plum and dawn, or a morning's sand and honey.
_NIGHT = ("#191a2e", "#4a3654", "#8a6049", "#fff4e6")
_MORNING = ("#d6c4b1", "#edcfa2", "#fff2da", "#43392f")
#: Words stand out from every shade at least so much.
WORDS = 4.6
_STEPS_DOWN = 30
#: Red, green and blue, 0-255 each, finer than a screen shows them.
Tone = tuple[float, ...]
_BLACK: Tone = (0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Colours:
    """What a look paints at a dimming: every shade from rest to full light, and the words, as #rrggbb.

    ``tones`` are the shades as they are before a screen rounds them.
    """

    tones: tuple[Tone, ...]
    shades: tuple[str, ...]
    words: str


def shade_at(height: float, awareness: float) -> int:
    """Tell the shade at a height of the screen (0 bottom, 1 top) for an awareness (0 soles, 1 crown)."""
    middle = -_OUT + (1.0 + 2.0 * _OUT) * awareness
    below = (middle - height) / _SOFT + 0.5
    soft = max(0.0, min(1.0, below))
    filled = soft * soft * (3.0 - 2.0 * soft)
    band = exp(-(((height - middle) / _SPREAD) ** 2) / 2.0)
    return round((SHADES - 1) * (_WHOLE * awareness + _BELOW * filled + _BAND * band))


@cache
def colours(theme: Theme, dim: int) -> Colours:
    """Give the colours of a look, dimmed by 0 to ``DIMMEST``; dimmed, each look is for a dark room."""
    if not theme.dark and dim:
        theme = DUSK
    night, dawn, day, ink = (_tone(each) for each in (_NIGHT if theme.dark else _MORNING))
    rest = _mixed(_BLACK, night, _REST_LEFT[dim])
    dimmed = (_mixed(_BLACK, tone, 0.6 + 0.4 * _LIGHT_LEFT[dim]) for tone in (dawn, day))
    half, full = (_mixed(rest, tone, _LIGHT_LEFT[dim]) for tone in dimmed)
    # Bent past the middle one, so that no edge shows where the colours meet.
    tones = tuple(_bent(rest, half, full, at / (SHADES - 1)) for at in range(SHADES))
    shades = tuple(_name(tone) for tone in tones)
    # In a dark room the words are as quiet as can still be read well.
    quiet = _name(ink)
    for step in range(_STEPS_DOWN if dim else 0):
        darker = _name(_mixed(ink, rest, step / _STEPS_DOWN))
        if min(contrast(darker, shades[0]), contrast(darker, shades[-1])) < WORDS:
            break
        quiet = darker
    return Colours(tones, shades, quiet)


def _bent(first: Tone, second: Tone, third: Tone, share: float) -> Tone:
    return _mixed(_mixed(first, second, share), _mixed(second, third, share), share)


def _mixed(first: Tone, second: Tone, share: float) -> Tone:
    return tuple(one * (1.0 - share) + other * share for one, other in zip(first, second, strict=True))


def _tone(name: str) -> Tone:
    return tuple(float(int(name[at : at + 2], 16)) for at in (1, 3, 5))


def _name(tone: Tone) -> str:
    return "#" + "".join(f"{round(channel):02x}" for channel in tone)
