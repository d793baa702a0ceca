"""What the figure wears: a soft top with short sleeves, leggings to the ankle; skin and hair are left apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from legsup.domain.body.flesh import TRUNK
from legsup.ui.figure.mixing import mixed

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from legsup.ui.figure.camera import Ellipse
    from legsup.ui.theme import Theme

    Run = list[Ellipse]

#: Where garments end: the sleeve on the upper arm, the leggings on the shin (shares of the bone), and on the trunk's own
#: count (0 hips, 3 neck) the leggings' waist, the top's hem that lies over it, and the neckline.
_SLEEVE, _ANKLE = 0.66, 0.86
_WAIST, _HEM, _NECKLINE = 0.95, 0.55, 2.93
#: How much darker the far limb of a pair is, and how much lighter the near one.
_DARKER, _LIGHTER = 0.26, 0.10
#: Between far and near there are so many shades; finer ones cannot be seen.
_SHADES = 64


@dataclass(frozen=True, slots=True)
class Cloth:
    """A part of a layer in one colour; ``comes_out`` fades in along the joint of a near limb."""

    runs: tuple[Run, ...]
    tone: QColor
    comes_out: bool = False


@dataclass(frozen=True, slots=True)
class Tones:
    """The colours of a part that is so far away."""

    skin: QColor
    top: QColor
    leggings: QColor


def tones(theme: Theme, nearness: float = 0.5) -> Tones:
    """Give the colours for a part: 0 the far limb of a pair, 1 the near one."""
    return _tones(theme, round(nearness * _SHADES) / _SHADES)


@lru_cache(4 * _SHADES)
def _tones(theme: Theme, nearness: float) -> Tones:

    def at(colour: str, shade: str) -> QColor:
        far, near = mixed(colour, shade, _DARKER), mixed(colour, theme.body_light, _LIGHTER)
        return mixed(far, near, nearness)

    # Skin is shaded as warm as hair is, so that a far foot does not turn grey.
    cloth = theme.body_shade
    return Tones(at(theme.skin, theme.hair), at(theme.top, cloth), at(theme.leggings, cloth))


def dressed_leg(runs: tuple[Run, ...], worn: Tones) -> tuple[Cloth, ...]:
    """Dress thigh, shin, foot and ankle."""
    thigh, shin, *foot = runs
    end = _index(shin, _ANKLE)
    return (
        Cloth((shin[end - 1 :], *foot), worn.skin),
        Cloth((shin[: end + 1],), worn.leggings),
        Cloth((thigh,), worn.leggings, comes_out=True),
    )


def dressed_arm(runs: tuple[Run, ...], worn: Tones) -> tuple[Cloth, ...]:
    """Dress upper arm, forearm, hand and thumb."""
    upper, *rest = runs
    end = _index(upper, _SLEEVE)
    return (
        Cloth((upper[end - 1 :], *rest), worn.skin),
        Cloth((upper[: end + 1],), worn.top, comes_out=True),
    )


def dressed_trunk(
    trunk: Run, seat: tuple[Run, ...], shoulders: tuple[Run, ...], neck: Run, worn: Tones
) -> tuple[Cloth, ...]:
    """Dress the trunk; the top's hem lies over the leggings."""
    waist, hem, neckline = (_on_trunk(trunk, place) for place in (_WAIST, _HEM, _NECKLINE))
    return (
        Cloth((trunk[neckline - 1 :], neck), worn.skin),
        Cloth((trunk[: waist + 1], *seat), worn.leggings),
        Cloth((trunk[hem : neckline + 1], *shoulders), worn.top),
    )


def _index(run: Run, share: float) -> int:
    return max(1, min(len(run) - 2, round(share * (len(run) - 1))))


def _on_trunk(run: Run, place: float) -> int:
    first, last = TRUNK[0][0], TRUNK[-1][0]
    return _index(run, (place - first) / (last - first))
