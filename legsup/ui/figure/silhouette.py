"""The body's outline in layers from far to near: limbs, trunk and head, each with its colour and its runs of ellipses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QPainterPath

from legsup.ui.figure.dress import Cloth, dressed_arm, dressed_leg, dressed_trunk, tones
from legsup.ui.figure.mixing import mixed
from legsup.ui.figure.outline import outline
from legsup.ui.figure.seen import LIMBS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.ui.figure.camera import Ellipse
    from legsup.ui.figure.seen import Seen
    from legsup.ui.theme import Theme

    Run = list[Ellipse]

_TRUNK = ("trunk", "seat", "left_shoulder", "right_shoulder", "neck")
#: Parts whose pieces are not joined to one another.
_LOOSE = frozenset({"seat", "skull", "face", "hair", "left_ear", "right_ear"})
#: How much of the shade an ear has, so that it is seen before the cheek.
_EAR_SHADE = 0.16
#: How much of the hair's colour lashes have.
_LASHES = 0.7
#: Limbs of a pair that are so far apart in depth (body heights) differ fully in tone.
_APART = 0.10
#: The share of a limb's first bone along which it comes out of the trunk.
_STUMP = 0.5


@dataclass(frozen=True)
class Layer:
    """One part of the picture: its name, its runs of ellipses in pixels, its main tone, and what is worn there.

    A near limb has a ``joint``, the line along which it comes out of the trunk without a seam, and throws a fold of
    shadow on what lies behind it. ``scale`` is pixels to a body height.
    """

    name: str
    runs: tuple[Run, ...]
    tone: QColor
    scale: float
    joint: QLineF | None = None
    worn: tuple[Cloth, ...] = ()

    @property
    def is_far(self) -> bool:
        """Whether it is a limb that begins behind the trunk: it lies in shade, and stays flat."""
        return self.name in LIMBS and self.joint is None

    @cached_property
    def path(self) -> QPainterPath:
        """Its outline."""
        return outline(self.runs)


def layers(seen: Seen, theme: Theme) -> list[Layer]:
    """Give the body's layers from far to near."""
    runs = {name: _runs(seen, members) for name, members in LIMBS.items()}
    limbs = {name: _limb(name, runs[name], theme, seen) for name in LIMBS}
    by_depth = sorted(LIMBS, key=lambda name: seen.depths[name])
    # The trunk keeps the stump of every near limb, from which the limb then comes out softly.
    stumps = {name: runs[name][0][: _stump(runs[name][0])] for name in LIMBS if name in seen.near}
    return [
        *(replace(limbs[name], joint=None) for name in by_depth if name not in seen.near),
        _trunk(seen, stumps, theme),
        *_head(seen, theme),
        *(limbs[name] for name in by_depth if name in seen.near),
    ]


def _limb(name: str, runs: tuple[Run, ...], theme: Theme, seen: Seen) -> Layer:
    other = name.replace("left", "right") if name.startswith("left") else name.replace("right", "left")
    apart = seen.depths[name] - seen.depths[other]
    nearness = max(0.0, min(1.0, 0.5 + apart / (2 * _APART)))
    stump = _stump(runs[0])
    joint = QLineF(QPointF(*runs[0][0][:2]), QPointF(*runs[0][stump][:2]))
    worn = tones(theme, nearness)
    if name.endswith("leg"):
        return Layer(name, runs, worn.leggings, seen.scale, joint, dressed_leg(runs, worn))
    return Layer(name, runs, worn.skin, seen.scale, joint, dressed_arm(runs, worn))


def _trunk(seen: Seen, stumps: Mapping[str, Run], theme: Theme) -> Layer:
    trunk, *rest = _runs(seen, _TRUNK)
    seat, shoulders, neck = tuple(rest[:-3]), tuple(rest[-3:-1]), rest[-1]
    legs = tuple(run for name, run in stumps.items() if name.endswith("leg"))
    arms = tuple(run for name, run in stumps.items() if name.endswith("arm"))
    worn = tones(theme)
    dressed = dressed_trunk(trunk, (*seat, *legs), (*shoulders, *arms), neck, worn)
    return Layer("trunk", (trunk, *rest, *legs, *arms), worn.top, seen.scale, None, dressed)


def _stump(run: Run) -> int:
    return max(1, int(len(run) * _STUMP))


def _head(seen: Seen, theme: Theme) -> list[Layer]:
    skin, scale = tones(theme).skin, seen.scale
    face = _runs(seen, ("face", "profile"))
    hair = Layer("hair", _runs(seen, ("hair", "bun")), QColor(theme.hair), scale)
    shaded = mixed(skin, theme.body_shade, _EAR_SHADE)
    ears = [Layer(name, _runs(seen, (name,)), shaded, scale) for name in seen.ears]
    skull = _runs(seen, ("skull",))
    if seen.away:
        return [Layer("head", (*skull, *face), skin, scale), hair, *ears]
    lashes = mixed(skin, theme.hair, _LASHES)
    # As flat as the head: what is so small needs no shading.
    eyes = [Layer("head", _runs(seen, (name,)), lashes, scale) for name in seen.eyes]
    return [Layer("head", skull, skin, scale), hair, Layer("face", face, skin, scale), *eyes, *ears]


def _runs(seen: Seen, names: tuple[str, ...]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for name in names:
        if name in _LOOSE:
            runs.extend([ellipse] for ellipse in seen.parts[name])
        else:
            runs.append(seen.parts[name])
    return tuple(runs)
