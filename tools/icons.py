"""Makes every icon: the app's from assets/icons/legsup.svg and legsup-small.svg, the tray's drawn in the same shape.

``python -m tools.icons`` writes the PNGs beside the source.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from legsup.ui.icons import TrayState
from tools import ROOT

FOLDER = ROOT / "assets" / "icons"
INK, EDGE, LIGHT = QColor("#efeaff"), QColor("#2b2340"), QColor("#ffb26b")
SIZES = (16, 24, 32, 48, 64, 128, 256)
#: Up to so many pixels the icon has a source of its own: details would blur.
SMALL = 32
#: Sizes in pixels that panels ask for.
TRAY_SIZES = (16, 22, 32, 48)


def rendered(size: int) -> QImage:
    """Render the icon at a size in pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(FOLDER / ("legsup-small.svg" if size <= SMALL else "legsup.svg"))).render(
        painter, QRectF(0, 0, size, size)
    )
    painter.end()
    return image


def tray_image(state: TrayState, size: int) -> QImage:
    """Draw the tray's icon of a state at a size in pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 16.0, size / 16.0)
    _shapes(painter, state, EDGE, 1.0)
    _shapes(painter, state, INK, 0.0)
    painter.end()
    return image


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
        case TrayState.DUE:
            _clock(painter, ink, edge)
        case TrayState.PAUSED:  # pragma: no branch - the type checker proves that no state is missing
            for left in (2.2, 5.8):
                bar = QRectF(left, 2.0, 1.9, 5.6)
                painter.fillRect(bar.adjusted(-edge, -edge, edge, edge), ink)


def _figure(painter: QPainter, ink: QColor, edge: float) -> None:
    """A head, a lying back and legs up the wall."""
    pen = QPen(
        ink, 2.5 + 2.0 * edge, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # The foot points to the room: legs that lie against a wall, and no letter.
    painter.drawPolyline([QPointF(7.0, 13.1), QPointF(12.0, 13.1), QPointF(12.8, 3.3), QPointF(11.1, 2.5)])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(3.2, 12.0), 2.1 + edge, 2.1 + edge)


def _clock(painter: QPainter, ink: QColor, edge: float) -> None:
    """A round face with two hands."""
    face = QPointF(4.7, 4.7)
    painter.setBrush(EDGE)
    painter.setPen(QPen(ink, 1.3 + 2.0 * edge, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawEllipse(face, 3.4, 3.4)
    painter.drawPolyline([QPointF(4.7, 2.9), face, QPointF(6.1, 5.5)])


def main() -> int:
    """Write a PNG of each size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication(sys.argv[:1])
    for size in SIZES:
        rendered(size).save(str(FOLDER / f"legsup-{size}.png"))
    for state in TrayState:
        for size in TRAY_SIZES:
            tray_image(state, size).save(str(FOLDER / f"tray-{state.value}-{size}.png"))
    del app
    print(f"{len(SIZES) + len(TRAY_SIZES) * len(TrayState)} icons in {FOLDER}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
