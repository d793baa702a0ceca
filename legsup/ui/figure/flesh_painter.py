"""Painting the body: calm colour, a soft fold of shadow where one part lies over another, and a little roundness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPainterPath

from legsup.ui.figure.dress import Cloth
from legsup.ui.figure.mixing import mixed
from legsup.ui.figure.outline import outline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legsup.ui.figure.silhouette import Layer
    from legsup.ui.theme import Theme

#: The shadow of a part on what lies behind it: how far it spreads (body heights) and how strong it is.
_FOLD, _FOLD_STRENGTH = 0.010, 0.36
#: Roundness: how far the lighter middle is drawn in from the outline, and how light it is.
_SHEEN, _SHEEN_STRENGTH = -0.016, 0.26
#: The lighter middle is the part's own colour, so far toward the look's light.
_LIGHTER = 0.62
#: A stump that looks shorter than this (body heights) throws a weaker shadow.
_SHORT = 0.07
#: Light falls from above: shadows sink, and the lighter middle rises, by so much.
_SINK, _RISE = 0.004, 0.003
#: Soft shapes are painted this coarse, in body heights a pixel, and smoothed as they are drawn large.
_COARSE = 0.011
#: Parts too fine for roundness.
_FLAT = frozenset({"head", "left_ear", "right_ear"})


def paint_body(
    painter: QPainter, body: Sequence[Layer], theme: Theme, scale: float, *, roundness: float = 1.0
) -> None:
    """Paint the layers from far to near; ``scale`` is pixels to a body height, ``roundness`` (0-1) costs a third of all."""
    area = _bounds(body, scale)
    ratio = painter.device().devicePixelRatioF()
    image = QImage((area.size() * ratio).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    own = QPainter(image)
    own.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    own.translate(-area.topLeft())
    for layer in body:
        _paint_layer(own, layer, theme, scale, roundness)
    own.end()
    painter.drawImage(area.topLeft(), image)


def _paint_layer(painter: QPainter, layer: Layer, theme: Theme, scale: float, roundness: float) -> None:
    mode = QPainter.CompositionMode
    if layer.joint:
        painter.setCompositionMode(mode.CompositionMode_SourceAtop)
        shade = QColor(theme.body_shade)
        # A limb that comes straight at the viewer shows no length along which its shadow could come out softly.
        shade.setAlphaF(_FOLD_STRENGTH * min(1.0, layer.joint.length() / (_SHORT * scale)))
        # In full movement only where the limb comes out of the trunk; beyond that, tones alone tell near from far.
        _paint_soft(painter, fills(layer, shade, _FOLD * scale, beyond=roundness), layer, _SINK * scale)
        painter.setCompositionMode(mode.CompositionMode_SourceOver)
    for path, brush in _coloured(layer):
        painter.fillPath(path, brush)
    if roundness > 0.0 and not (layer.name in _FLAT or layer.is_far):
        light = mixed(layer.tone, theme.body_light, _LIGHTER)
        light.setAlphaF(_SHEEN_STRENGTH * roundness)
        _paint_soft(painter, fills(layer, light, _SHEEN * scale), layer, -_RISE * scale)


def _coloured(layer: Layer) -> list[tuple[QPainterPath, QBrush]]:
    """Give what to fill to paint a layer as it is dressed: run by run, since a fill slows down with the edges on a line."""
    cloths = layer.worn or (Cloth(layer.runs, layer.tone),)
    return [
        (
            outline((run,)),
            _coming_out(layer.joint, cloth.tone) if layer.joint and cloth.comes_out else QBrush(cloth.tone),
        )
        for cloth in cloths
        for run in cloth.runs
    ]


def fills(
    layer: Layer, tone: QColor, grown: float = 0.0, *, beyond: float = 1.0
) -> list[tuple[QPainterPath, QBrush]]:
    """Give what to fill, and how, to paint a layer's shape (grown by pixels) in one tone.

    ``beyond`` (0-1) is what is kept of the tone beyond a near limb's first bone.
    """
    if not layer.joint:
        return [(outline(layer.runs, grown=grown), QBrush(tone))]
    first, rest = layer.runs[:1], layer.runs[1:]
    shapes = [(outline(first, grown=grown), _coming_out(layer.joint, tone))]
    if beyond > 0.0:
        fainter = QColor(tone)
        fainter.setAlphaF(beyond * tone.alphaF())
        shapes.append((outline(rest, grown=grown), QBrush(fainter)))
    return shapes


def _paint_soft(
    painter: QPainter, shapes: Sequence[tuple[QPainterPath, QBrush]], layer: Layer, drop: float
) -> None:
    """Paint shapes of a layer, dropped by pixels, without an edge onto what is there already."""
    rect = shapes[0][0].controlPointRect()
    for path, _ in shapes[1:]:
        rect = rect.united(path.controlPointRect())
    cell = max(1.0, layer.scale * _COARSE)
    size = QSize(int(rect.width() / cell) + 5, int(rect.height() / cell) + 5)
    coarse = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    coarse.fill(Qt.GlobalColor.transparent)
    own = QPainter(coarse)
    own.setRenderHint(QPainter.RenderHint.Antialiasing)
    own.translate(2.0, 2.0)
    own.scale(1.0 / cell, 1.0 / cell)
    own.translate(-rect.topLeft())
    for path, brush in shapes:
        own.fillPath(path, brush)
    own.end()
    target = QRectF(rect.x() - 2 * cell, rect.y() - 2 * cell, size.width() * cell, size.height() * cell)
    painter.drawImage(target.translated(0.0, drop), coarse)


def _coming_out(joint: QLineF, tone: QColor) -> QBrush:
    """Let a limb come out of the trunk: its colour is not there yet at the joint, and full at the end of the stump."""
    if joint.length() < 1.0:
        return QBrush(tone)
    none = QColor(tone)
    none.setAlphaF(0.0)
    gradient = QLinearGradient(joint.p1(), joint.p2())
    gradient.setColorAt(0.1, none)
    gradient.setColorAt(0.95, tone)
    return QBrush(gradient)


def _bounds(body: Sequence[Layer], scale: float) -> QRectF:
    ellipses = [ellipse for layer in body for run in layer.runs for ellipse in run]
    left = min(x - wide for x, _, wide, _, _ in ellipses)
    right = max(x + wide for x, _, wide, _, _ in ellipses)
    top = min(y - abs(skew) - tall for _, y, _, skew, tall in ellipses)
    bottom = max(y + abs(skew) + tall for _, y, _, skew, tall in ellipses)
    margin = 0.01 * scale + 2
    return QRectF(
        QRectF(left, top, right - left, bottom - top)
        .adjusted(-margin, -margin, margin, margin)
        .toAlignedRect()
    )
