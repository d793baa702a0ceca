"""The figure of the floor view: a pose's outline alone, as fine lines that hide what lies behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from legsup.ui.figure.outline import outline
from legsup.ui.figure.picture import Grade, Picture
from legsup.ui.theme import DUSK

if TYPE_CHECKING:
    from legsup.domain.body.pose import Pose

#: Half a line's width, as a share of the picture's height.
_LINE = 0.0045


def outlined(pose: Pose, size: QSize, colour: str, *, flipped: bool, ratio: float) -> QPixmap:
    """Draw the outline of a pose into a clear picture of a size; ``ratio`` is device pixels to a pixel."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    seen = Picture(pose, DUSK, QRectF(0, 0, size.width(), size.height()), flipped=flipped, grade=Grade.CARD)
    half = max(1.0, _LINE * size.height())
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    mode = QPainter.CompositionMode
    for layer in seen.layers:
        # What is thinner than the line itself, as lashes are, has no outline.
        if max(max(wide, tall) for run in layer.runs for _, _, wide, _, tall in run) <= half:
            continue
        # A limb comes out of the trunk without a line across: its first run is joined to what is there.
        painter.setCompositionMode(mode.CompositionMode_SourceOver)
        painter.fillPath(outline(layer.runs, grown=half), QColor(colour))
        painter.setCompositionMode(mode.CompositionMode_DestinationOut)
        painter.fillPath(outline(layer.runs, grown=-half), QColor(Qt.GlobalColor.black))
    painter.end()
    return picture
