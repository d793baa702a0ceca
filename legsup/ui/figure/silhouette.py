"""The body's picture: parts in order of nearness, each one calm colour, near limbs lighter, soft where limbs meet the trunk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath

from legsup.ui.figure.outline import outline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.domain.body import Ellipsoid
    from legsup.ui.figure.camera import Ellipse, Screen
    from legsup.ui.theme import Theme

#: Limbs as runs of parts that are joined; their first part meets the trunk.
LIMBS = {
    f"{side}_{limb}": tuple(f"{side}_{part}" for part in parts)
    for side in ("left", "right")
    for limb, parts in (
        ("leg", ("thigh", "shin", "foot")),
        ("arm", ("upper_arm", "forearm", "hand", "thumb")),
    )
}
#: Parts whose pieces are not joined to one another.
_LOOSE = frozenset({"seat", "skull", "face", "hair"})


#: A head that looks away from the viewer more than this shows no face.
_AWAY = -0.35


@dataclass(frozen=True, slots=True)
class Layer:
    """One part of the picture, ready to be filled: its name, outline and colour."""

    name: str
    path: QPainterPath
    brush: QBrush


def layers(parts: Mapping[str, tuple[Ellipsoid, ...]], screen: Screen, theme: Theme) -> list[Layer]:
    """Give the body's layers from far to near."""
    middle = screen.lens.nearness(parts["trunk"][len(parts["trunk"]) // 2].middle)
    far: list[tuple[float, Layer]] = []
    near: list[tuple[float, Layer]] = []
    for name, members in LIMBS.items():
        key = parts[members[1]][0].middle
        tip = parts[members[1]][-1].middle
        depth = (screen.lens.nearness(key) + screen.lens.nearness(tip)) / 2 - middle
        layer = Layer(name, _path(parts, members, screen), _limb_brush(parts, members, screen, theme, depth))
        (near if depth > 0 else far).append((depth, layer))
    trunk = [
        Layer("trunk", _path(parts, ("trunk", "seat", "neck"), screen), QBrush(QColor(theme.body))),
        *_head(parts, screen, theme),
    ]
    by_depth = [layer for _, layer in sorted(far, key=lambda entry: entry[0])]
    return [*by_depth, *trunk, *(layer for _, layer in sorted(near, key=lambda entry: entry[0]))]


def paint_layers(painter: QPainter, body: list[Layer]) -> None:
    """Fill the layers in their order."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for layer in body:
        painter.fillPath(layer.path, layer.brush)


def _head(parts: Mapping[str, tuple[Ellipsoid, ...]], screen: Screen, theme: Theme) -> list[Layer]:
    skin = QBrush(QColor(theme.body))
    face = Layer("face", _path(parts, ("skull", "face"), screen), skin)
    hair = Layer("hair", _path(parts, ("hair",), screen), QBrush(QColor(theme.hair)))
    front = Layer("face", _path(parts, ("face",), screen), skin)
    looking = screen.lens.nearness(parts["face"][0].axes[0])
    return [face, hair] if looking < _AWAY else [face, hair, front]


def _limb_brush(
    parts: Mapping[str, tuple[Ellipsoid, ...]],
    members: tuple[str, ...],
    screen: Screen,
    theme: Theme,
    depth: float,
) -> QBrush:
    """Shade a limb from the trunk's colour where it is joined to its own, so that no seam shows."""
    root, middle = parts[members[0]][0].middle, parts[members[1]][0].middle
    start, end = QPointF(*screen.point(root)), QPointF(*screen.point(middle))
    tone = QColor(theme.body_near if depth > 0 else theme.body_far)
    if (end - start).manhattanLength() < 1.0:
        return QBrush(tone)
    gradient = QLinearGradient(start, end)
    gradient.setColorAt(0.0, QColor(theme.body))
    gradient.setColorAt(0.9, tone)
    return QBrush(gradient)


def _path(parts: Mapping[str, tuple[Ellipsoid, ...]], names: tuple[str, ...], screen: Screen) -> QPainterPath:
    runs: list[list[Ellipse]] = []
    for name in names:
        ellipses = [screen.ellipse(piece) for piece in parts[name]]
        if name in _LOOSE:
            runs.extend([ellipse] for ellipse in ellipses)
        else:
            runs.append(ellipses)
    return outline(runs)
