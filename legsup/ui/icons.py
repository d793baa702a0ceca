"""The icons: the figure as an L with a warm light, and its states for the tray, told apart by shape."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

#: Sizes in pixels that panels and docks ask for.
SIZES = (16, 22, 24, 32, 48, 64, 128)


class TrayState(Enum):
    """What the tray icon tells."""

    IDLE = "idle"
    IN_SESSION = "in-session"
    PAUSED = "paused"


def tray_icon(state: TrayState, *, dark_panel: bool) -> QIcon:
    """Draw the tray icon: a plain figure, one with a full light, or one with two bars."""
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(_drawn(state, size, QColor("#f2eefb" if dark_panel else "#3a2f4f")))
    return icon


def _drawn(state: TrayState, size: int, ink: QColor) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 16.0, size / 16.0)
    _figure(painter, ink)
    match state:
        case TrayState.IDLE:
            pass
        case TrayState.IN_SESSION:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#ffb26b"))
            painter.drawEllipse(QPointF(4.6, 4.6), 3.2, 3.2)
        case TrayState.PAUSED:  # pragma: no branch - the type checker proves that no state is missing
            painter.fillRect(QRectF(2.2, 2.0, 2.0, 6.0), ink)
            painter.fillRect(QRectF(5.6, 2.0, 2.0, 6.0), ink)
    painter.end()
    return pixmap


def _figure(painter: QPainter, ink: QColor) -> None:
    """A head, a lying back and legs up the wall."""
    pen = QPen(ink, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline([QPointF(5.2, 13.2), QPointF(11.6, 13.4), QPointF(12.4, 2.4)])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(2.2, 12.6), 1.8, 1.8)
