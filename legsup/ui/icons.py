"""The icons: the figure as an L with a warm light, and its states for the tray, told apart by shape."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

if TYPE_CHECKING:
    from pathlib import Path

INK, EDGE, LIGHT = QColor("#efeaff"), QColor("#2b2340"), QColor("#ffb26b")
#: Sizes in pixels that panels and docks ask for.
SIZES = (16, 22, 32, 48)


class TrayState(Enum):
    """What the tray icon tells."""

    IDLE = "idle"
    IN_SESSION = "in-session"
    PAUSED = "paused"


def tray_icon(state: TrayState) -> QIcon:
    """Draw the tray icon: a plain figure, one with a full light, or one with two bars.

    No desktop tells the colour of its panel, so the light figure has a dark edge and is seen on any.
    """
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(_drawn(state, size))
    return icon


def app_icon(assets: Path) -> QIcon:
    """Give the app's icon from its rendered sizes."""
    icon = QIcon()
    for file in sorted((assets / "icons").glob("legsup-*.png")):
        icon.addFile(str(file))
    return icon


def _drawn(state: TrayState, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 16.0, size / 16.0)
    _shapes(painter, state, EDGE, 1.0)
    _shapes(painter, state, INK, 0.0)
    painter.end()
    return pixmap


def _shapes(painter: QPainter, state: TrayState, ink: QColor, edge: float) -> None:
    """Paint the shapes of a state, ``edge`` units wider all round."""
    _figure(painter, ink, edge)
    painter.setPen(Qt.PenStyle.NoPen)
    match state:
        case TrayState.IDLE:
            pass
        case TrayState.IN_SESSION:
            painter.setBrush(ink if edge else LIGHT)
            painter.drawEllipse(QPointF(4.6, 4.6), 2.8 + edge, 2.8 + edge)
        case TrayState.PAUSED:  # pragma: no branch - the type checker proves that no state is missing
            for left in (2.2, 5.8):
                bar = QRectF(left, 2.0, 1.9, 5.6)
                painter.fillRect(bar.adjusted(-edge, -edge, edge, edge), ink)


def _figure(painter: QPainter, ink: QColor, edge: float) -> None:
    """A head, a lying back and legs up the wall."""
    pen = QPen(
        ink, 2.0 + 2.0 * edge, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
    painter.setPen(pen)
    painter.drawPolyline([QPointF(5.2, 13.2), QPointF(11.6, 13.4), QPointF(12.4, 2.4)])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(2.6, 12.4), 1.7 + edge, 1.7 + edge)
