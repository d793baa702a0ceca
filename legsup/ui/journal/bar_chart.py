"""Bars: upright along time, lying by name; each tells its numbers when it is pointed at."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy

from legsup.ui.journal.told import Told, faded, worn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

#: In heights of a line: least and most height of an upright chart, of a lying bar with its words; widest an upright bar.
LOW, HIGH, ROW, WIDEST = 6.0, 20.0, 2.3, 2.4
#: How much of its place a bar takes, and how much of it is seen where it is not pointed at.
SHARE, FAINT = 0.68, 0.66


class Shown(NamedTuple):
    """A bar: its name (short where it stands under a bar), what it is worth, that in words, and all that it tells."""

    name: str
    value: float
    worth: str
    words: str


class BarChart(Told):
    """Paints what it is handed; ``lying`` bars have their names beside them."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._bars: Sequence[Shown] = ()
        self._lying = False
        self._top = ""
        self._room = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_bars(self, bars: Sequence[Shown], *, lying: bool, top: str) -> None:
        """Show bars; ``top`` says what the highest is worth."""
        self.point_at(None)
        self._bars, self._lying, self._top = bars, lying, top
        self.updateGeometry()
        self.update()

    def stand_in(self, room: int) -> None:
        """Be as high as this many pixels, as far as an upright chart is fit to be seen so; lying bars have their own height."""
        if room != self._room:
            self._room = room
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Tell how high it stands."""
        line = self.fontMetrics().height()
        if self._lying:
            return QSize(30 * line, round(ROW * max(1, len(self._bars)) * line))
        return QSize(30 * line, min(max(self._room, round(LOW * line)), round(HIGH * line)))

    def minimumSizeHint(self) -> QSize:
        """Narrower where there is no room; lying bars keep their height."""
        line = self.fontMetrics().height()
        return QSize(12 * line, self.sizeHint().height() if self._lying else round(LOW * line))

    def count(self) -> int:
        """How many bars there are."""
        return len(self._bars)

    def words(self, place: int) -> str:
        """What a bar tells."""
        return self._bars[place].words

    def start(self) -> int:
        """Lying bars are read from the first, upright ones from the latest."""
        return 0 if self._lying else self.count() - 1

    def step(self, key: int) -> int:
        """Along lying bars up and down lead alone."""
        if self._lying and key in {Qt.Key.Key_Left.value, Qt.Key.Key_Right.value}:
            return 0
        return super().step(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Return to others: no bar is chosen."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def place_at(self, point: QPointF) -> int | None:
        """Which bar stands at a point."""
        if not self._bars:
            return None
        if self._lying:
            at = int(point.y() // (ROW * self.fontMetrics().height()))
        else:
            at = int((self.width() - point.x() if self.is_mirrored else point.x()) // self._wide())
        return at if 0 <= at < self.count() else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((bar.value for bar in self._bars), default=0.0) or 1.0
        if self._lying:
            for at, bar in enumerate(self._bars):
                self._paint_lying(painter, at, bar, bar.value / most)
        else:
            self._paint_upright(painter, most)
        if self.hasFocus() and self.at is None:
            painter.setPen(QPen(worn().color(QPalette.ColorRole.Highlight), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6.0, 6.0)

    def _paint_lying(self, painter: QPainter, at: int, bar: Shown, share: float) -> None:
        line, palette = self.fontMetrics().height(), worn()
        top, begin, end = at * ROW * line, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self.is_mirrored:
            begin, end = end, begin
        words = QRectF(0.0, top, self.width(), 1.2 * line)
        worth = self.fontMetrics().horizontalAdvance(bar.worth) + line
        name = self.fontMetrics().elidedText(
            bar.name, Qt.TextElideMode.ElideRight, round(self.width() - worth)
        )
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        painter.drawText(words, begin | Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(words, end | Qt.AlignmentFlag.AlignVCenter, bar.worth)
        long = max(4.0, share * self.width()) if bar.value else 0.0
        left = self.width() - long if self.is_mirrored else 0.0
        self._paint_bar(painter, QRectF(left, top + 1.35 * line, long, 0.5 * line), at)

    def _paint_upright(self, painter: QPainter, most: float) -> None:
        line, palette, wide = self.fontMetrics().height(), worn(), self._wide()
        foot, head = self.height() - 1.5 * line, 1.5 * line
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        all_wide = wide * self.count()
        left_of_all = self.width() - all_wide if self.is_mirrored else 0.0
        side = Qt.AlignmentFlag.AlignRight if self.is_mirrored else Qt.AlignmentFlag.AlignLeft
        painter.setPen(quiet)
        painter.drawText(
            QRectF(0, 0, self.width(), 1.2 * line), side | Qt.AlignmentFlag.AlignVCenter, self._top
        )
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1.0))
        painter.drawLine(QPointF(left_of_all, head), QPointF(left_of_all + all_wide, head))
        painter.drawLine(QPointF(left_of_all, foot + 0.5), QPointF(left_of_all + all_wide, foot + 0.5))
        for at, bar in enumerate(self._bars):
            high = max(3.0, bar.value / most * (foot - head)) if bar.value else 0.0
            thick = SHARE * wide
            left = self._left(at) + (wide - thick) / 2
            self._paint_bar(painter, QRectF(left, foot - high, thick, high), at)
        painter.setPen(quiet)
        for name, place in self.names():
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)

    def names(self) -> list[tuple[str, QRectF]]:
        """Give the names that stand under upright bars, the latest among them, each with its place; none touches another."""
        metrics, wide = self.fontMetrics(), self._wide()
        line = metrics.height()
        widest = max((metrics.horizontalAdvance(bar.name) for bar in self._bars), default=0) + 4
        # One at the rim is moved inside, towards the next.
        moved = max(0.0, (widest - wide) / 2)
        every = max(1, ceil((widest + 0.5 * line + moved) / max(1.0, wide)))
        found: list[tuple[str, QRectF]] = []
        for at in range((self.count() - 1) % every, self.count(), every):
            middle = self._left(at) + wide / 2
            place = QRectF(middle - widest / 2, self.height() - 1.3 * line, widest, 1.2 * line)
            place.moveLeft(min(max(0.0, place.left()), self.width() - widest))
            found.append((self._bars[at].name, place))
        return found

    def _left(self, at: int) -> float:
        wide = self._wide()
        return self.width() - (at + 1) * wide if self.is_mirrored else at * wide

    def _paint_bar(self, painter: QPainter, area: QRectF, at: int) -> None:
        highlight = QPalette.ColorRole.Highlight
        pointed = at == self.at
        painter.setBrush(faded(highlight, 1.0 if pointed else FAINT))
        painter.setPen(Qt.PenStyle.NoPen)
        if not area.isEmpty():
            round_by = min(4.0, area.width() / 2, area.height() / 2)
            painter.drawRoundedRect(area, round_by, round_by)
        if pointed:
            painter.setPen(QPen(worn().color(QPalette.ColorRole.WindowText), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(-2, -2, 2, 2), 5.0, 5.0)

    def _wide(self) -> float:
        return min(self.width() / max(1, self.count()), WIDEST * self.fontMetrics().height())
