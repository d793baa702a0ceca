"""The days of this week by their names, a dot under each that was practised on; the others have none."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QSizePolicy

from legsup.domain.journal_sums import WEEK
from legsup.ui.journal.told import Told, worn
from legsup.ui.record_words import minutes_held
from legsup.ui.words import day_text, tr

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from legsup.domain.journal_sums import Sum

#: Widest a day may be, and how large a dot is, in heights of a line.
WIDEST, DOT = 4.6, 0.3


def day_words(day: date, found: Sum | None) -> str:
    """Say what was practised on a day."""
    if found is None:
        return day_text(day)
    sessions = tr("1 session") if found.sessions == 1 else tr("{count} sessions")
    return " · ".join((day_text(day), minutes_held(found.held), sessions.format(count=found.sessions)))


class WeekRow(Told):
    """Shows seven days; it is handed them and keeps nothing else."""

    def __init__(self) -> None:
        super().__init__(tr("This week"))
        self._begin: date | None = None
        self._today: date | None = None
        self._sums: Mapping[date, Sum] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_week(self, begin: date, today: date, sums: Mapping[date, Sum]) -> None:
        """Show the week that begins on a day, with what was practised on each."""
        self._begin, self._today, self._sums = begin, today, sums
        names = [_name(day, long=True) for day in self._days() if day in sums]
        practised = (
            tr("practised on {days}").format(days=", ".join(names)) if names else tr("no practice yet")
        )
        self.setAccessibleName(f"{tr('This week')}: {practised}")
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines high."""
        line = self.fontMetrics().height()
        return QSize(round(WEEK * WIDEST * line), round(2.2 * line))

    def minimumSizeHint(self) -> QSize:
        """Narrower where there is no room."""
        return QSize(self.fontMetrics().horizontalAdvance("Mo") * WEEK, self.sizeHint().height())

    def count(self) -> int:
        """Seven days."""
        return WEEK if self._begin is not None else 0

    def words(self, place: int) -> str:
        """What was practised on a day."""
        day = self._days()[place]
        return day_words(day, self._sums.get(day))

    def place_at(self, point: QPointF) -> int | None:
        """The day at a point."""
        at = int(point.x() // self._wide())
        if not 0 <= at < self.count():
            return None
        return WEEK - 1 - at if self.is_mirrored else at

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint names and dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, line, wide = worn(), self.fontMetrics().height(), self._wide()
        for at, day in enumerate(self._days()):
            left = (WEEK - 1 - at if self.is_mirrored else at) * wide
            area = QRectF(left, 0.0, wide, line * 1.2)
            quiet = QPalette.ColorRole.PlaceholderText
            painter.setPen(palette.color(QPalette.ColorRole.WindowText if day == self._today else quiet))
            font = painter.font()
            font.setBold(day == self._today)
            painter.setFont(font)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, _name(day, narrow=wide < 2.4 * line))
            centre = QPointF(left + wide / 2, line * 1.6)
            if self.at == at and (self.hasFocus() or day in self._sums):
                painter.setPen(palette.color(QPalette.ColorRole.Highlight))
                painter.drawLine(centre + QPointF(-line, line * 0.5), centre + QPointF(line, line * 0.5))
            if day in self._sums:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
                painter.drawEllipse(centre, line * DOT, line * DOT)

    def _days(self) -> list[date]:
        begin = self._begin
        return [] if begin is None else [begin + timedelta(days=number) for number in range(WEEK)]

    def _wide(self) -> float:
        return min(self.width() / WEEK, WIDEST * self.fontMetrics().height())


def _name(day: date, *, long: bool = False, narrow: bool = False) -> str:
    short = QLocale.FormatType.NarrowFormat if narrow else QLocale.FormatType.ShortFormat
    kind = QLocale.FormatType.LongFormat if long else short
    return QLocale().standaloneDayName(day.isoweekday(), kind)
