"""Lays a month on pages, such that a session and its note stand on one; only what is longer than a page is parted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette, QTextFormat, QTextTable

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice, QTextDocument

#: Inches around the text, and from the edge of the paper up to the number of the page.
MARGIN, NUMBER = 0.8, 0.45
INK = "#111111"


def print_on(document: QTextDocument, device: QPagedPaintDevice) -> None:
    """Paint a document on as many pages of a device as it takes, numbered where it takes more than one."""
    device.setPageMargins(QMarginsF())
    page, dots = QSizeF(device.width(), device.height()), device.logicalDpiY()
    margin = MARGIN * dots
    text = QSizeF(page.width() - 2 * margin, page.height() - 2 * margin)
    lay_out(document, device, text)
    painter = QPainter(device)
    painter.setFont(document.defaultFont())
    painter.setPen(QColor(INK))
    last = document.pageCount()
    for number in range(1, last + 1):
        if number > 1:
            device.newPage()
        if last > 1:
            foot = QRectF(0.0, 0.0, page.width(), page.height() - NUMBER * dots)
            painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, str(number))
        painter.save()
        painter.translate(margin, margin - (number - 1) * text.height())
        _paint(document, painter, QRectF(0.0, (number - 1) * text.height(), text.width(), text.height()))
        painter.restore()
    painter.end()


def lay_out(document: QTextDocument, device: QPagedPaintDevice, page: QSizeF) -> None:
    """Lay a document out for pages with room for a text of a size, in dots; a table begins a page whose begin it would cross."""
    layout = document.documentLayout()
    layout.setPaintDevice(device)
    document.setDocumentMargin(0.0)
    document.setPageSize(page)
    for table in document.rootFrame().childFrames():
        where = layout.frameBoundingRect(table)
        parts = where.top() // page.height() != (where.bottom() - 1) // page.height()
        if isinstance(table, QTextTable) and parts and where.height() <= page.height():
            begins = table.format().toTableFormat()
            begins.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            table.setFormat(begins)


def _paint(document: QTextDocument, painter: QPainter, part: QRectF) -> None:
    """Paint a part of a document."""
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = part
    context.palette.setColor(QPalette.ColorRole.Text, QColor(INK))
    painter.setClipRect(part)
    document.documentLayout().draw(painter, context)
