"""How the app has Qt paint: in its own thread alone, since waking others costs more than they paint."""

from __future__ import annotations

import os
import sys
from subprocess import PIPE, run

import pytest

PAINTS = """
import threading
from pathlib import Path
from legsup.app.main import application
app = application()
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QRadialGradient
image = QImage(2000, 2000, QImage.Format.Format_RGB32)
painter = QPainter(image)
painter.fillRect(image.rect(), QRadialGradient(QPointF(900, 900), 800))
painter.end()
image.scaled(900, 900, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
print(sorted(each.read_text().strip() for each in Path("/proc/self/task").glob("*/comm")))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a process's threads are listed there")
def test_no_thread_of_qt_s_paints_for_the_app() -> None:
    told = run(
        [sys.executable, "-c", PAINTS],
        stdout=PIPE,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ).stdout
    assert "pool" not in told.lower(), told
