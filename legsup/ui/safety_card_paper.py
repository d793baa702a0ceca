"""The safety card on paper: always one page, in the largest text that leaves nothing out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPainter, QTextDocument

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

#: Points of the text, from the largest to the smallest that is still read at arm's length.
LARGEST, SMALLEST, STEP = 12.0, 6.5, 0.25
#: Margins of the page in millimetres.
MARGIN = 14.0


def paint_card(html: str, device: QPagedPaintDevice) -> None:
    """Paint a card's document on one page; what is too long even in the smallest text is made smaller as a whole."""
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    painter = QPainter(device)
    page = painter.viewport()
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0.0)
    document.setHtml(html)
    points = LARGEST
    _set(document, points, page.width())
    while document.size().height() > page.height() and points > SMALLEST:
        points -= STEP
        _set(document, points, page.width())
    scale = min(1.0, page.height() / document.size().height())
    painter.scale(scale, scale)
    document.drawContents(painter)
    painter.end()


def _set(document: QTextDocument, points: float, width: float) -> None:
    font = QFont()
    font.setPointSizeF(points)
    document.setDefaultFont(font)
    document.setTextWidth(width)
