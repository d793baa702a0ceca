"""Makes every icon from assets/icons/legsup.svg: ``python packaging/icons.py`` writes the PNGs beside it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def rendered(size: int) -> QImage:
    """Render the icon at a size in pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(FOLDER / "legsup.svg")).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def main() -> int:
    """Write a PNG of each size."""
    app = QGuiApplication(sys.argv[:1])
    for size in SIZES:
        rendered(size).save(str(FOLDER / f"legsup-{size}.png"))
    del app
    print(f"{len(SIZES)} icons in {FOLDER}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
