"""A small still picture of a pose, for sequence cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from legsup.ui.figure.picture import Grade, Picture
from legsup.ui.figure.placed import placed

if TYPE_CHECKING:
    from legsup.domain.body.pose import Pose
    from legsup.ui.theme import Theme

_CORNER = 8.0


def render_card(
    pose: Pose, theme: Theme, size: QSize, ratio: float, *, side: str | None = None, flipped: bool = False
) -> QImage:
    """Paint a pose into a picture of ``size`` (in logical pixels) with round corners; ``ratio`` is device pixels a pixel.

    ``side`` is the one that it is for, where it has sides; ``flipped`` has the wall on the left.
    """
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(0, 0, size.width(), size.height())
    round_corners = QPainterPath()
    round_corners.addRoundedRect(area, _CORNER, _CORNER)
    painter.setClipPath(round_corners)
    shown = placed(pose, side, flipped=flipped)
    Picture(shown, theme, area, flipped=flipped, grade=Grade.CARD).paint(painter)
    painter.end()
    return image
