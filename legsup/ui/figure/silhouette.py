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

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.domain.body.ellipsoids import Ellipsoid
    from legsup.ui.figure.camera import Ellipse, Screen
    from legsup.ui.theme import Theme

    Parts = Mapping[str, tuple[Ellipsoid, ...]]
    Run = list[Ellipse]

#: Limbs as runs of parts that are joined; their first part meets the trunk.
LIMBS = {
    f"{side}_{limb}": tuple(f"{side}_{part}" for part in parts)
    for side in ("left", "right")
    for limb, parts in (
        ("leg", ("thigh", "shin", "foot", "ankle")),
        ("arm", ("upper_arm", "forearm", "hand", "thumb")),
    )
}
_TRUNK = ("trunk", "seat", "left_shoulder", "right_shoulder", "neck")
#: Parts whose pieces are not joined to one another.
_LOOSE = frozenset({"seat", "skull", "face", "hair", "left_ear", "right_ear"})
#: A head that looks away from the viewer more than this shows no face.
_AWAY = -0.45
#: An ear is seen when its side of the head turns to the viewer more than this.
_SIDEWAYS = 0.3
#: How much of the shade an ear has, so that it is seen before the cheek.
_EAR_SHADE = 0.16
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

    @cached_property
    def path(self) -> QPainterPath:
        """Its outline."""
        return outline(self.runs)


def layers(parts: Parts, screen: Screen, theme: Theme) -> list[Layer]:
    """Give the body's layers from far to near."""
    runs = {name: _runs(parts, members, screen) for name, members in LIMBS.items()}
    depths = {name: _middle_depth(parts[members[1]], screen) for name, members in LIMBS.items()}
    near = {name for name, members in LIMBS.items() if _before_trunk(parts, members[0], screen)}
    limbs = {name: _limb(name, runs[name], theme, depths, screen.scale) for name in LIMBS}
    by_depth = sorted(LIMBS, key=lambda name: depths[name])
    # The trunk keeps the stump of every near limb, from which the limb then comes out softly.
    stumps = {name: runs[name][0][: _stump(runs[name][0])] for name in near}
    return [
        *(replace(limbs[name], joint=None) for name in by_depth if name not in near),
        _trunk(parts, stumps, screen, theme),
        *_head(parts, screen, theme),
        *(limbs[name] for name in by_depth if name in near),
    ]


def _limb(name: str, runs: tuple[Run, ...], theme: Theme, depths: Mapping[str, float], scale: float) -> Layer:
    other = name.replace("left", "right") if name.startswith("left") else name.replace("right", "left")
    nearness = max(0.0, min(1.0, 0.5 + (depths[name] - depths[other]) / (2 * _APART)))
    stump = _stump(runs[0])
    joint = QLineF(QPointF(*runs[0][0][:2]), QPointF(*runs[0][stump][:2]))
    worn = tones(theme, nearness)
    if name.endswith("leg"):
        return Layer(name, runs, worn.leggings, scale, joint, dressed_leg(runs, worn))
    return Layer(name, runs, worn.skin, scale, joint, dressed_arm(runs, worn))


def _trunk(parts: Parts, stumps: Mapping[str, Run], screen: Screen, theme: Theme) -> Layer:
    trunk, *rest = _runs(parts, _TRUNK, screen)
    seat, shoulders, neck = tuple(rest[:-3]), tuple(rest[-3:-1]), rest[-1]
    legs = tuple(run for name, run in stumps.items() if name.endswith("leg"))
    arms = tuple(run for name, run in stumps.items() if name.endswith("arm"))
    worn = tones(theme)
    dressed = dressed_trunk(trunk, (*seat, *legs), (*shoulders, *arms), neck, worn)
    return Layer("trunk", (trunk, *rest, *legs, *arms), worn.top, screen.scale, None, dressed)


def _before_trunk(parts: Parts, first: str, screen: Screen) -> bool:
    """Whether a limb starts before the trunk, as seen: its first bone's middle against the trunk's at that height."""
    trunk = parts["trunk"][len(parts["trunk"]) * (4 if first.endswith("arm") else 1) // 6]
    return screen.lens.nearness(parts[first][len(parts[first]) // 2].middle) > screen.lens.nearness(
        trunk.middle
    )


def _middle_depth(pieces: tuple[Ellipsoid, ...], screen: Screen) -> float:
    return (screen.lens.nearness(pieces[0].middle) + screen.lens.nearness(pieces[-1].middle)) / 2


def _stump(run: Run) -> int:
    return max(1, int(len(run) * _STUMP))


def _head(parts: Parts, screen: Screen, theme: Theme) -> list[Layer]:
    skin = tones(theme).skin
    head = Layer("head", _runs(parts, ("skull", "face", "profile"), screen), skin, screen.scale)
    hair = Layer("hair", _runs(parts, ("hair", "bun"), screen), QColor(theme.hair), screen.scale)
    front = Layer("face", _runs(parts, ("face", "profile"), screen), skin, screen.scale)
    ears = [
        Layer(name, _runs(parts, (name,), screen), mixed(skin, theme.body_shade, _EAR_SHADE), screen.scale)
        for name, outward in (("left_ear", -1.0), ("right_ear", 1.0))
        if screen.lens.nearness(parts[name][0].axes[2]) * outward > _SIDEWAYS
    ]
    looking = screen.lens.nearness(parts["face"][0].axes[0])
    return [head, hair, *ears] if looking < _AWAY else [head, hair, front, *ears]


def _runs(parts: Parts, names: tuple[str, ...], screen: Screen) -> tuple[Run, ...]:
    runs: list[Run] = []
    for name in names:
        ellipses = [screen.ellipse(piece) for piece in parts[name]]
        if name in _LOOSE:
            runs.extend([ellipse] for ellipse in ellipses)
        else:
            runs.append(ellipses)
    return tuple(runs)
