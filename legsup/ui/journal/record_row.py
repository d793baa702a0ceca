"""How a record looks in the list: the practice's small figure, day and hour, minutes, and what was felt."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDate, QDateTime, QPoint, QRect, QSize, Qt, QTime
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from legsup.services.journal.checked import MOST_TENSION
from legsup.ui.journal.record_model import RecordModel
from legsup.ui.journal.told import worn
from legsup.ui.record_words import began_text, felt_text, held_text, hour_text
from legsup.ui.session_words import tension_text
from legsup.ui.words import clock_time, day_text, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFontMetrics

    from legsup.domain.record import Record
    from legsup.ui.journal.small_figures import SmallFigures
    from legsup.ui.widgets.lists import RowList

#: Heights of a row, of one whose words stand below one another, and width of a figure, in heights of a line;
#: pixels between things.
HIGH, STACKED, FIGURE, GAP = 2.9, 5.2, 3.2, 10
#: Pixels above and below what a row shows; lines of words that it has at most.
EDGE, MOST_LINES = 4, 4
#: Room that a title is given at most, in heights of a line: a longer one, of a practice of one's own, is cut.
TITLE = 12
#: What is as wide as a row's moment, and as its minutes, may be: a year, a time of day, seconds held.
LONG_YEAR, LATE, LONG = 2028, QDateTime(QDate(2028, 12, 28), QTime(22, 58)), 1200.0


class _Words(NamedTuple):
    """What a row says: the practice, when, for how long, and what was felt; the first ``when`` that fits is shown."""

    title: str
    when: tuple[str, ...]
    held: str
    felt: str


class _Form(NamedTuple):
    """Whether the words of a row stand beside one another, there is room for its figure, and for the day's name."""

    beside: bool
    figure: bool
    named: bool


class Line(NamedTuple):
    """One text of a row: whether it is quieter than the others, and where it stands before any mirroring."""

    text: str
    quiet: bool
    place: QRect
    side: Qt.AlignmentFlag


def figure_size(line: int) -> QSize:
    """Give the size of a small figure by the height of a line."""
    return QSize(round(FIGURE * line), round(HIGH * line) - 2 * EDGE)


class RecordRow(QStyledItemDelegate):
    """Paints a row in the direction in which one reads: beside one another what fits, else below, and nothing cut."""

    def __init__(self, figures: SmallFigures, rows: RowList) -> None:
        super().__init__(rows)
        self._figures = figures
        self._rows = rows
        self._form = _Form(beside=True, figure=True, named=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row of a list is as high as the others; whoever lays them out asks here first."""
        metrics: QFontMetrics = option.fontMetrics  # pyright: ignore[reportAttributeAccessIssue] - the stubs do not know its fields
        self._form = _form(self._rows.viewport().width(), metrics, _model(index).titles)
        line = metrics.height()
        return QSize(10 * line, round((HIGH if self._form.beside else STACKED) * line))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row of a record."""
        model = _model(index)
        record = model.record(index)
        (area, state), palette = _of(option), worn()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        pointed = bool(state & QStyle.StateFlag.State_MouseOver)
        if chosen or pointed:
            painter.setBrush(palette.color(QPalette.ColorRole.Light))
            painter.setPen(palette.color(QPalette.ColorRole.Highlight) if chosen else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(area.adjusted(2, 1, -2, -1), 8.0, 8.0)
        inner = area.adjusted(GAP, EDGE, -GAP, -EDGE)
        if self._form.figure:
            self._paint_figure(painter, inner, record.sequence)
        for line in self.lines(inner, painter.fontMetrics(), record, model):
            self._paint_line(painter, inner, line)
        painter.restore()

    def lines(self, inner: QRect, metrics: QFontMetrics, record: Record, model: RecordModel) -> list[Line]:
        """Give what stands in a row, beside its figure where there is room for that."""
        figure = figure_size(metrics.height()).width() + GAP if self._form.figure else 0
        room = inner.adjusted(figure, 0, 0, 0)
        words = _words(record, model, self._form)
        return _beside(words, room, metrics) if self._form.beside else _stacked(words, room, metrics)

    def _paint_figure(self, painter: QPainter, inner: QRect, name: str) -> None:
        size = figure_size(painter.fontMetrics().height())
        figure = self._figures.get(name, size)
        if figure is not None:
            painter.drawPixmap(self._placed(inner, QRect(inner.topLeft(), size)), figure)

    def _paint_line(self, painter: QPainter, inner: QRect, line: Line) -> None:
        role = QPalette.ColorRole.PlaceholderText if line.quiet else QPalette.ColorRole.WindowText
        painter.setPen(worn().color(role))
        align = QStyle.visualAlignment(painter.layoutDirection(), line.side | Qt.AlignmentFlag.AlignVCenter)
        shown = painter.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideRight, line.place.width())
        painter.drawText(self._placed(inner, line.place), align.value, shown)

    def _placed(self, inner: QRect, place: QRect) -> QRect:
        return QStyle.visualRect(self._rows.layoutDirection(), inner, place)


def _words(record: Record, model: RecordModel, form: _Form) -> _Words:
    held = held_text(record.held, legs_up=model.lifts_legs(record))
    long = f"{day_text(record.day)} · {hour_text(record)}"
    when = (*([long] if form.named else []), began_text(record), began_text(record, zoned=False))
    return _Words(
        model.title(record), when, tr("running") if record.outcome is None else held, felt_text(record)
    )


def _beside(words: _Words, room: QRect, metrics: QFontMetrics) -> list[Line]:
    """Two lines: practice and time at the begin, minutes and what was felt at the end."""
    half = room.height() // 2
    lines: list[Line] = []
    for quiet, begins, end in ((False, (words.title,), words.held), (True, words.when, words.felt)):
        right = metrics.horizontalAdvance(end) + EDGE
        left = max(0, room.width() - right - GAP)
        at = room.topLeft() + QPoint(0, half if quiet else 0)
        begin_place = QRect(at, QSize(left, half))
        end_place = QRect(at + QPoint(room.width() - right, 0), QSize(right, half))
        begin = _fitting(begins, left, metrics)
        lines += [
            Line(begin, quiet, begin_place, Qt.AlignmentFlag.AlignLeading),
            Line(end, quiet, end_place, Qt.AlignmentFlag.AlignTrailing),
        ]
    return lines


def _stacked(words: _Words, room: QRect, metrics: QFontMetrics) -> list[Line]:
    """A line each, in the middle of the row."""
    when = _fitting(words.when, room.width(), metrics)
    texts = [words.title, when, words.held, *([words.felt] if words.felt else [])]
    high = room.height() // MOST_LINES
    top = room.top() + (room.height() - high * len(texts)) // 2
    return [
        Line(
            text,
            at % 2 == 1,
            QRect(room.left(), top + at * high, room.width(), high),
            Qt.AlignmentFlag.AlignLeading,
        )
        for at, text in enumerate(texts)
    ]


def _fitting(texts: tuple[str, ...], wide: int, metrics: QFontMetrics) -> str:
    return next((text for text in texts if metrics.horizontalAdvance(text) <= wide), texts[-1])


def _form(wide: int, metrics: QFontMetrics, titles: Iterable[str]) -> _Form:
    """Choose a form in which the widest words that a row may have are not cut."""

    def widest(texts: Iterable[str]) -> int:
        return max(map(metrics.horizontalAdvance, texts), default=0)

    clock = clock_time(LATE)
    days = [date(LONG_YEAR, month, day) for month in range(1, 13) for day in range(22, 29)]
    long = widest(f"{day_text(day)} · {clock}" for day in days)
    when = widest(f"{day_text(day, short=True)} {clock}" for day in days)
    title = min(widest(titles), TITLE * metrics.height())
    tension = max(map(tension_text, range(MOST_TENSION + 1)), key=metrics.horizontalAdvance)
    felt, held = (
        widest([f"{tension} → {tension}"]),
        widest(held_text(LONG, legs_up=up) for up in (True, False)),
    )
    figure = figure_size(metrics.height()).width() + GAP
    beside = figure + 3 * GAP + EDGE
    below = (figure if wide >= max(title, when, felt, held) + figure + 2 * GAP else 0) + 2 * GAP
    if wide >= max(title + held, when + felt) + beside:
        return _Form(beside=True, figure=True, named=wide >= long + felt + beside)
    return _Form(beside=False, figure=below > figure, named=wide >= long + below)


def _model(index: QModelIndex | QPersistentModelIndex) -> RecordModel:
    model = index.model()
    assert isinstance(model, RecordModel)
    return model


def _of(option: QStyleOptionViewItem) -> tuple[QRect, QStyle.StateFlag]:
    return option.rect, option.state  # pyright: ignore[reportAttributeAccessIssue] - the stubs do not know its fields
