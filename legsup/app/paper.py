"""What goes to paper or into a file: where it is printed and where it is saved, asked of the person."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QIODevice, QLocale
from PySide6.QtGui import QPageSize, QPdfWriter

from legsup.private import demand_folder, write_whole
from legsup.telling import why
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtWidgets import QWidget

#: Dots to the inch of a PDF.
DOTS = 600


class Paper(Protocol):
    """Asks the person where to print, and where to save."""

    def printer(self, window: QWidget) -> QPagedPaintDevice | None:
        """Let a printer be chosen; None where nothing is to be printed."""
        ...

    def place(self, window: QWidget, name: str) -> str:
        """Let a file be chosen for a PDF of a name; gives its path, or nothing."""
        ...


class RealPaper:
    """Asks by dialogs, each loaded when it is first needed."""

    def printer(self, window: QWidget) -> QPagedPaintDevice | None:
        """Let a printer be chosen; None where nothing is to be printed."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - seldom asked for

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, window)
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None

    def place(self, window: QWidget, name: str) -> str:
        """Let a file be chosen for a PDF of a name; gives its path, or nothing."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - seldom asked for

        return QFileDialog.getSaveFileName(window, tr("Save as PDF"), name, "PDF (*.pdf)")[0]


def pdf_of(title: str, page: QPageSize, paint: Callable[[QPagedPaintDevice], None]) -> bytes:
    """Give the PDF of what paints itself on pages of a size."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setTitle(title)
    writer.setPageSize(page)
    paint(writer)
    buffer.close()
    return bytes(buffer.data().data())


def usual_page() -> QPageSize:
    """Give the size of paper that is usual in the person's country."""
    letter = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)


def save(pdf: bytes, place: str) -> str:
    """Write a PDF to a place, whole or not at all; gives what to tell of it."""
    try:
        demand_folder(Path(place))
        write_whole(Path(place), pdf)
    except OSError as error:
        return tr("The PDF could not be written ({error}). Choose another place.").format(error=why(error))
    return tr("Saved: {place}").format(place=place)
