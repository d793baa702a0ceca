"""The ruler of minutes: what each article says of how long to hold, painted side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from legsup.domain.ranges import MOST_MINUTES

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPalette

    from legsup.domain.evidence import Evidence, Span

#: The disagreement that the ruler shows.
RULED = "minutes"
#: Minutes that the ruler names.
TICKS = (0, 5, 10, 15, 20)
#: Height of a row, in lines of text: the article's name above its bar.
ROW_LINES = 2.1
#: Height below the rows, for the numbers.
FOOT_LINES = 1.4
#: The widest that it becomes, in lines of text.
WIDEST = 30


class Ruler:
    """The stretches of the disagreement about minutes, each with the name of its article."""

    def __init__(self, evidence: Evidence | None) -> None:
        ruled = [each for each in (evidence.disagreements if evidence else ()) if each.id == RULED]
        self._rows: tuple[tuple[str, Span], ...] = tuple(
            (f"{evidence.words.articles[str(stretch.article)]}: {_written(stretch)}", stretch)
            for each in ruled
            for stretch in each.ruler
            if evidence is not None
        )

    def size(self, font: QFont, room: int) -> QSize:
        """Tell how large it is in text of a font, where so many pixels are free beside one another."""
        line = QFontMetricsF(font).lineSpacing()
        return QSize(
            max(1, min(room, round(WIDEST * line))),
            round(line * (ROW_LINES * len(self._rows) + FOOT_LINES)),
        )

    def paint(self, font: QFont, palette: QPalette, size: QSize, ratio: float) -> QImage:
        """Paint it in a palette's colours, ``ratio`` pixels to each of its size."""
        image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        metrics = QFontMetricsF(font, image)
        line, edge = metrics.lineSpacing(), metrics.horizontalAdvance("00") / 2.0
        scale = QRectF(edge, 0.0, size.width() - 2.0 * edge, ROW_LINES * len(self._rows) * line)
        for row, (name, stretch) in enumerate(self._rows):
            place = QRectF(0.0, row * ROW_LINES * line, size.width(), line)
            painter.setPen(palette.text().color())
            words = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, words)
            bar = QRectF(scale.left(), place.bottom() + 0.2 * line, scale.width(), 0.55 * line)
            _paint_bar(painter, bar, stretch, palette)
        _paint_numbers(painter, scale, palette, line)
        painter.end()
        return image


def _written(stretch: Span) -> str:
    return f"{stretch.least:g}–{stretch.most:g}"


def _paint_bar(painter: QPainter, whole: QRectF, stretch: Span, palette: QPalette) -> None:
    painter.setPen(palette.mid().color())
    for minute in TICKS:
        x = round(_at(whole, minute))
        painter.drawLine(x, round(whole.top()), x, round(whole.bottom()))
    left, right = _at(whole, stretch.least), _at(whole, stretch.most)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.accent())
    round_end = whole.height() / 2.0
    painter.drawRoundedRect(QRectF(left, whole.top(), right - left, whole.height()), round_end, round_end)


def _paint_numbers(painter: QPainter, scale: QRectF, palette: QPalette, line: float) -> None:
    painter.setPen(palette.placeholderText().color())
    for minute in TICKS:
        number = QRectF(_at(scale, minute) - 2.0 * line, scale.bottom() + 0.1 * line, 4.0 * line, line)
        painter.drawText(number, Qt.AlignmentFlag.AlignHCenter, f"{minute}")


def _at(scale: QRectF, minute: float) -> float:
    return scale.left() + scale.width() * minute / MOST_MINUTES
