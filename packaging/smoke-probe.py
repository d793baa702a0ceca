"""What a practice does not reach of an installed package: the tray, pictures, paper, the clips, and how words are sorted."""

import sys
import tempfile
from functools import cmp_to_key
from pathlib import Path

import soundfile
from PySide6.QtCore import QCollator, QLocale
from PySide6.QtGui import QIcon, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from legsup.places import assets

#: A sample that can be heard is at least this far from zero.
QUIET = 0.01


def drawn(paper: QPdfWriter | QPrinter, file: Path) -> bool:
    """Write a line on paper and tell whether a PDF came of it."""
    painter = QPainter(paper)
    painter.drawText(200, 200, "Legs up")
    painter.end()
    return file.read_bytes().startswith(b"%PDF")


def tried(folder: Path) -> dict[str, bool]:
    """Try each; gives what works."""
    app = QApplication([])
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(folder / "printed.pdf"))
    clip = next(iter(sorted((assets() / "sounds/voice/en").glob("*.ogg"))))
    samples, rate = soundfile.read(clip)
    german = QCollator(QLocale("de_DE"))
    words = sorted(["zebra", "Äpfel", "apfel", "Öl"], key=cmp_to_key(german.compare))
    return {
        f"window by {app.platformName()}": app.platformName() in {"xcb", "wayland"},
        "tray": QSystemTrayIcon.isSystemTrayAvailable() or app.platformName() == "wayland",
        "icons": not QIcon(str(assets() / "icons/legsup.svg")).pixmap(64, 64).isNull(),
        "PDF": drawn(QPdfWriter(str(folder / "written.pdf")), folder / "written.pdf"),
        "printing": drawn(printer, folder / "printed.pdf"),
        "clips": rate > 0 and abs(samples).max() > QUIET,
        "order of words": words == ["apfel", "Äpfel", "Öl", "zebra"],
    }


with tempfile.TemporaryDirectory() as place:
    found = tried(Path(place))
sys.stdout.write("smoke: works: " + ", ".join(name for name, works in found.items() if works) + "\n")
failed = [name for name, works in found.items() if not works]
sys.exit(f"smoke: does not work: {', '.join(failed)}" if failed else 0)
