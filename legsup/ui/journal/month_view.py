"""A month as a calendar, with a dot on each day that was practised on; a day can be pointed at and chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QSizePolicy

from legsup.domain.journal_sums import WEEK, month_weeks
from legsup.ui.journal.told import Told, worn
from legsup.ui.journal.week_row import day_words
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from legsup.domain.journal_sums import Sum

#: Rows of days that a month may need, and heights and widths of a day at least and at most, in heights of a line.
ROWS, HIGH, NARROW, WIDE = 6, 1.9, 1.5, 4.6
#: How large the numbers of the neighbouring months' days are, of those of the month's own.
NEIGHBOUR = 0.8


class MonthView(Told):
    """Shows one month; ``day_chosen`` gives a day that was practised on, ``turned`` asks for a month earlier or later."""

    day_chosen = Signal(object)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__(tr("Month"))
        self._days: list[date] = []
        self._month: date | None = None
        self._today: date | None = None
        self._sums: Mapping[date, Sum] = {}
        self.chosen.connect(self._choose)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_month(self, month: date, first: int, today: date, sums: Mapping[date, Sum]) -> None:
        """Show a month whose weeks begin with ``first`` (1 Monday to 7 Sunday), and what was practised on its days."""
        self._month, self._today, self._sums = month, today, sums
        self._days = [day for week in month_weeks(month, first) for day in week]
        self.point_at(None)
        practised = sum(day.month == month.month for day in sums)
        counted = (
            tr("{month}: practised on a day") if practised == 1 else tr("{month}: practised on {count} days")
        )
        told = counted.format(month=month_name(month), count=practised)
        self.setAccessibleName(told)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for six weeks, so that nothing moves from month to month."""
        line = self.fontMetrics().height()
        return QSize(round(WEEK * 3.4 * line), round((ROWS * HIGH + 1.3) * line))

    def minimumSizeHint(self) -> QSize:
        """Narrower where there is no room."""
        return QSize(round(WEEK * NARROW * self.fontMetrics().height()), self.sizeHint().height())

    def count(self) -> int:
        """The days that are shown."""
        return len(self._days)

    def words(self, place: int) -> str:
        """What was practised on a day."""
        day = self._days[place]
        return day_words(day, self._sums.get(day))

    def start(self) -> int:
        """Begin with today where it is shown, else with the last day."""
        return next((at for at, day in enumerate(self._days) if day == self._today), self.count() - 1)

    def step(self, key: int) -> int:
        """Up and down go by weeks."""
        weeks = {Qt.Key.Key_Down.value: WEEK, Qt.Key.Key_Up.value: -WEEK}
        return weeks.get(key) or super().step(key)

    def place_at(self, point: QPointF) -> int | None:
        """The day at a point."""
        line, wide = self.fontMetrics().height(), self._wide()
        column, row = int(point.x() // wide), int((point.y() - 1.3 * line) // (HIGH * line))
        if not 0 <= column < WEEK or row < 0:
            return None
        at = row * WEEK + (WEEK - 1 - column if self.is_mirrored else column)
        return at if at < self.count() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up and down turn to the month before or after."""
        turns = {Qt.Key.Key_PageUp.value: -1, Qt.Key.Key_PageDown.value: 1}
        if by := turns.get(event.key()):
            self.turned.emit(by)
            self.point_at(self.start())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint names, numbers and dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, wide = self.fontMetrics().height(), self._wide()
        painter.setPen(worn().color(QPalette.ColorRole.PlaceholderText))
        for at, day in enumerate(self._days[:WEEK]):
            kinds = QLocale.FormatType
            kind = kinds.NarrowFormat if wide < 2.4 * line else kinds.ShortFormat
            name = QLocale().standaloneDayName(day.isoweekday(), kind)
            painter.drawText(
                QRectF(self._left(at, wide), 0.0, wide, 1.2 * line), Qt.AlignmentFlag.AlignCenter, name
            )
        for at, day in enumerate(self._days):
            top = (1.3 + at // WEEK * HIGH) * line
            self._paint_day(painter, QRectF(self._left(at % WEEK, wide), top, wide, HIGH * line), at, day)

    def _paint_day(self, painter: QPainter, area: QRectF, at: int, day: date) -> None:
        palette, line = worn(), self.fontMetrics().height()
        role = QPalette.ColorRole
        if at == self.at:
            painter.setPen(palette.color(role.Highlight))
            painter.setBrush(palette.color(role.Light))
            painter.drawRoundedRect(area.adjusted(1.5, 1.5, -1.5, -1.5), 6.0, 6.0)
        ours = self._month is not None and day.month == self._month.month
        painter.setPen(palette.color(role.WindowText if ours else role.PlaceholderText))
        font = painter.font()
        font.setBold(day == self._today)
        # The days of the months beside it are smaller, not fainter: they too are to be read.
        font.setPointSizeF(self.font().pointSizeF() * (1.0 if ours else NEIGHBOUR))
        painter.setFont(font)
        words = QRectF(area.left(), area.top(), area.width(), 1.3 * line)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if day in self._sums and ours:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(role.Highlight))
            painter.drawEllipse(QPointF(area.center().x(), area.top() + 1.48 * line), 0.2 * line, 0.2 * line)

    def _left(self, column: int, wide: float) -> float:
        return (WEEK - 1 - column if self.is_mirrored else column) * wide

    def _wide(self) -> float:
        return min(self.width() / WEEK, WIDE * self.fontMetrics().height())

    def _choose(self, place: int) -> None:
        if self._days[place] in self._sums:
            self.day_chosen.emit(self._days[place])


def month_name(month: date) -> str:
    """Name a month with its year."""
    return f"{QLocale().standaloneMonthName(month.month)} {month.year}"
