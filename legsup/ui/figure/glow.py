"""How bright each place of the body is at a moment of the breath: a pure function of awareness and direction.

The band is a gaussian, wide behind and narrow ahead, so that even a still tells where it goes; the inhale leaves the
body filled from the soles up to it, the exhale drains that fill and leaves an afterglow above.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: Spreads of the band in shares of the path: together a good quarter of the body is brighter than half.
AHEAD = 0.075
BEHIND = 0.165
_FILL_IN = 0.56
_FILL_OUT = 0.24
#: The pelvis is the least bright place.
PELVIS = 0.555
_PELVIS_DIM = 0.50
_PELVIS_SPREAD = 0.080
#: Where the breath is, the light is as bright as this or brighter, but for the pelvis: there a halo shines fully, which
#: paints quickest. Two of a strength of so much are as bright as one.
_WHOLE, _EACH = 0.92, 0.55
#: Zones of the still figure, and the awareness from which a held breath counts as full.
ZONES, _FULL = 5, 0.5


def brightness(place: float, awareness: float, direction: int) -> float:
    """Tell the light (0-1) at a place of the path for an awareness; direction +1 inhale, -1 exhale, 0 hold."""
    return shining(awareness, direction)(place)


def shining(awareness: float, direction: int) -> Callable[[float], float]:
    """Give what tells the light (0-1) at any place of the path, at one moment: what all places share is reckoned once."""
    rising = direction >= 0
    # Near the soles and the crown the two directions meet, so that a turn of the breath never flashes.
    middle = 4.0 * awareness * (1.0 - awareness)
    behind = AHEAD + (BEHIND - AHEAD) * min(1.0, 1.6 * middle)
    below, above = (behind, AHEAD) if rising else (AHEAD, behind)
    strength = _FILL_IN
    if not rising:
        strength = _FILL_OUT + (_FILL_IN - _FILL_OUT) * _soft((awareness - 0.7) / 0.3)
        strength += (_FILL_IN - _FILL_OUT) * _soft((0.2 - awareness) / 0.2)

    def light(place: float) -> float:
        away = place - awareness
        band = exp(-((away / (above if away > 0 else below)) ** 2) / 2)
        fill = strength * _soft(-away / AHEAD + 0.5)
        return _undimmed(place) * min(1.0, fill + (1.0 - fill) * 0.92 * band)

    return light


def _undimmed(place: float) -> float:
    """Tell the share of the light that a place keeps: the pelvis is the least bright."""
    return 1.0 - _PELVIS_DIM * exp(-(((place - PELVIS) / _PELVIS_SPREAD) ** 2) / 2)


def gleam(light: float, halos: int) -> float:
    """Tell how strong (0-1) each of so many halos is that surround a place of this light (0-1)."""
    return min(1.0, light / _WHOLE) * (_EACH if halos > 1 else 1.0)


def still_brightness(place: float, awareness: float, direction: int) -> float:
    """Tell the light (0-1) of the still figure: five zones that change only as the breath turns.

    The inhale's zones grow brighter toward the crown, the exhale's toward the soles; a held breath is even.
    """
    zone = min(ZONES - 1, int(place * ZONES))
    if direction > 0:
        return 0.20 + 0.15 * zone
    if direction < 0:
        return 0.08 + 0.11 * (ZONES - 1 - zone)
    return 0.60 if awareness >= _FULL else 0.08


def _soft(share: float) -> float:
    part = max(0.0, min(1.0, share))
    return part * part * (3.0 - 2.0 * part)
