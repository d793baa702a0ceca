"""The safety card on the screen: to read beside a practice, to print and to save; it asks nothing and waits for nobody."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from legsup.ui.flow_layout import FlowLayout
from legsup.ui.widgets import button
from legsup.ui.widgets.reading import Reader
from legsup.ui.words import tr


class SafetyCardDialog(QDialog):
    """Shows a card beside whatever runs; ``print_asked`` and ``pdf_asked`` tell what is wanted of it."""

    print_asked = Signal()
    pdf_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Safety card"))
        self.setModal(False)
        self.reader = Reader(tr("Safety card"))
        buttons = QWidget()
        FlowLayout(
            buttons,
            (
                button(tr("Print…"), self.print_asked.emit),
                button(tr("Save as PDF…"), self.pdf_asked.emit),
                button(tr("Close"), self.reject),
            ),
        ).setContentsMargins(12, 8, 12, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.reader, 1)
        column.addWidget(buttons)
        self.resize(640, 640)

    def show_card(self, html: str) -> None:
        """Show a card from its top."""
        self.reader.setHtml(html)
        self.show()
        self.raise_()
        self.activateWindow()
        self.reader.setFocus()
