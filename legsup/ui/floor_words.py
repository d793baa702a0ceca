"""What stands in the floor view over its light: a few words so large that they are read from the floor, and the figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap, QTransform

from legsup.ui.floor_figure import outlined

if TYPE_CHECKING:
    from legsup.domain.body.pose import Pose

#: The least height of a small letter, as a share of the screen's height.
X_HEIGHT = 1.0 / 12.0
MOST_WORDS = 5
#: How clearly the figure's outline stands there.
_FAINT = 0.45
#: Air beside, above and below, as a share of the height.
_AIR = 0.05
_FLAGS = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value


@dataclass(frozen=True)
class FloorPicture:
    """Words and figure, painted once, as large as the part of the screen that they take."""

    area: QRect
    words: QPixmap
    figure: QPixmap


def painted(  # noqa: PLR0913 - what is painted, and all that it depends on
    text: str, pose: Pose | None, size: QSize, *, turns: int, colour: str, flipped: bool, ratio: float
) -> FloorPicture:
    """Paint words and a pose's outline for a screen of a size, turned by quarters; without a pose the words alone."""
    upright = QSize(size.height(), size.width()) if turns % 2 else size
    font = lettered(size.height() * X_HEIGHT)
    air = round(_AIR * size.height())
    metrics = QFontMetricsF(font)
    wide = QRectF(0, 0, upright.width() - 2 * air, upright.height())
    needed = metrics.boundingRect(wide, _FLAGS, text) if text else QRectF()
    room = upright.height() - 3 * air - round(needed.height())
    tall = min(room, round(0.62 * upright.height())) if pose is not None else 0
    if pose is None or tall < needed.height() / 2:
        tall = 0
    width = max(round(needed.width()) + 2, upright.width() - 2 * air if tall else 0)
    height = round(needed.height()) + 2 + (tall + air if tall else 0)
    box = QSize(max(1, width), max(1, height))
    words, figure = _clear(box, ratio), _clear(box, ratio)
    painter = QPainter(words)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QRectF(0, height - needed.height() - 2, width, needed.height() + 2), _FLAGS, text)
    painter.end()
    if pose is not None and tall:
        painter = QPainter(figure)
        painter.setOpacity(_FAINT)
        painter.drawPixmap(0, 0, outlined(pose, QSize(width, tall), colour, flipped=flipped, ratio=ratio))
        painter.end()
    turn = QTransform().rotate(90.0 * turns)
    turned = QSize(box.height(), box.width()) if turns % 2 else box
    area = QRect(
        (size.width() - turned.width()) // 2,
        (size.height() - turned.height()) // 2,
        turned.width(),
        turned.height(),
    )
    return FloorPicture(area, words.transformed(turn), figure.transformed(turn))


def lettered(x_height: float) -> QFont:
    """Make a font whose small letters have a height in pixels."""
    large = QFont()
    large.setPixelSize(100)
    large.setPixelSize(max(8, round(100 * x_height / QFontMetricsF(large).xHeight()) + 1))
    return large


def _clear(size: QSize, ratio: float) -> QPixmap:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
