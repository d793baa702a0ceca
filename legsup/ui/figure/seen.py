"""A body as a lens sees it: every part's ellipses in pixels, which parts lie before others, and what casts a shadow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from legsup.domain.body.space import between

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.domain.body.ellipsoids import Ellipsoid
    from legsup.domain.body.space import Vector
    from legsup.ui.figure.camera import Ellipse, Frame, Screen

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
#: A head that looks away from the viewer more than this shows no face.
_AWAY = -0.45
#: An ear is seen when its side of the head turns to the viewer more than this.
_SIDEWAYS = 0.3
#: Where an eye looks, as shares of ahead and aside; it is seen when that turns to the viewer more than this.
_AHEAD, _ASIDE, _LOOKS = 0.75, 0.60, 0.5
#: From here on, what is on the way to something is nearer to that.
_HALF = 0.5


class Caster(NamedTuple):
    """A piece that casts a shadow: its middle, and how thin and how wide it is, in body heights."""

    middle: Vector
    thin: float
    wide: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What a picture shows of a body.

    Attributes:
        frame: the part of the room that is shown; ``scale`` is pixels to a body height.
        parts: the ellipses of each part, in pixels.
        depths: how near to the viewer the middle of each limb is, in body heights.
        near: the limbs that begin before the trunk.
        ears, eyes: those that are seen; and ``away`` tells that the face is not.
        casters: what may cast a shadow.
    """

    frame: Frame
    scale: float
    parts: Mapping[str, Run]
    depths: Mapping[str, float]
    near: frozenset[str]
    ears: tuple[str, ...]
    eyes: tuple[str, ...]
    away: bool
    casters: tuple[Caster, ...]

    def toward(self, other: Seen, fraction: float) -> Seen:
        """Give what is seen that far (0-1) on the way to another body, not far from this one and made of as many pieces.

        A limb's ellipses go straight to where they will be: of a twentieth of a movement that tells no eye.
        """
        keep, nearer = 1.0 - fraction, other if fraction >= _HALF else self
        parts = {
            name: [
                (
                    keep * x + fraction * x2,
                    keep * y + fraction * y2,
                    keep * wide + fraction * wide2,
                    keep * skew + fraction * skew2,
                    keep * tall + fraction * tall2,
                )
                for (x, y, wide, skew, tall), (x2, y2, wide2, skew2, tall2) in zip(
                    run, other.parts[name], strict=True
                )
            ]
            for name, run in self.parts.items()
        }
        return Seen(
            self.frame.toward(other.frame, fraction),
            keep * self.scale + fraction * other.scale,
            parts,
            {limb: keep * depth + fraction * other.depths[limb] for limb, depth in self.depths.items()},
            nearer.near,
            nearer.ears,
            nearer.eyes,
            nearer.away,
            tuple(
                Caster(between(old.middle, new.middle, fraction), old.thin, old.wide)
                for old, new in zip(self.casters, other.casters, strict=True)
            ),
        )


def seen(parts: Parts, screen: Screen, frame: Frame, every: int) -> Seen:
    """Look at a body; ``every`` so many pieces of a part one casts a shadow."""
    nearness = screen.lens.nearness
    return Seen(
        frame,
        screen.scale,
        {name: [screen.ellipse(piece) for piece in pieces] for name, pieces in parts.items()},
        {name: _middle_depth(parts[members[1]], screen) for name, members in LIMBS.items()},
        frozenset(name for name, members in LIMBS.items() if _before_trunk(parts, members[0], screen)),
        tuple(
            name
            for name, outward in (("left_ear", -1.0), ("right_ear", 1.0))
            if nearness(parts[name][0].axes[2]) * outward > _SIDEWAYS
        ),
        tuple(
            name
            for name, outward in (("left_eye", -1.0), ("right_eye", 1.0))
            if _AHEAD * nearness(parts["face"][0].axes[0])
            + _ASIDE * outward * nearness(parts["face"][0].axes[2])
            > _LOOKS
        ),
        nearness(parts["face"][0].axes[0]) < _AWAY,
        tuple(
            Caster(piece.middle, min(piece.radii), max(piece.radii))
            for pieces in parts.values()
            for piece in pieces[::every]
        ),
    )


def _before_trunk(parts: Parts, first: str, screen: Screen) -> bool:
    """Whether a limb starts before the trunk, as seen: its first bone's middle against the trunk's at that height."""
    trunk = parts["trunk"][len(parts["trunk"]) * (4 if first.endswith("arm") else 1) // 6]
    return screen.lens.nearness(parts[first][len(parts[first]) // 2].middle) > screen.lens.nearness(
        trunk.middle
    )


def _middle_depth(pieces: tuple[Ellipsoid, ...], screen: Screen) -> float:
    return (screen.lens.nearness(pieces[0].middle) + screen.lens.nearness(pieces[-1].middle)) / 2
