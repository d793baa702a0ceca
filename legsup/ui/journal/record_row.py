"""How a record looks in the list: the practice's small figure, day and hour, minutes, and what was felt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from legsup.ui.journal.record_model import RecordModel
from legsup.ui.journal.row_form import DAYS, EDGE, GAP, Form, Line, figure_size, fitting_form
from legsup.ui.journal.told import worn

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFont, QFontMetrics

    from legsup.domain.record import Record
    from legsup.ui.journal.small_figures import SmallFigures
    from legsup.ui.widgets.lists import RowList


class RecordRow(QStyledItemDelegate):
    """Paints a row in the direction in which one reads: beside one another what fits, else below, and nothing cut."""

    def __init__(self, figures: SmallFigures, rows: RowList) -> None:
        super().__init__(rows)
        self._figures = figures
        self._rows = rows
        self._form = Form(beside=True, figure=True, writes=DAYS[0])
        self._measured: object = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row of a list is as high as the others; whoever lays them out asks here first."""
        metrics: QFontMetrics = option.fontMetrics  # pyright: ignore[reportAttributeAccessIssue] - the stubs do not know its fields
        font: QFont = option.font  # pyright: ignore[reportAttributeAccessIssue] - the same
        wide, titles = self._rows.viewport().width(), tuple(_model(index).titles)
        # Days of all months are measured for it: once a width, not at each showing.
        measured = (wide, font.key(), QLocale().name(), titles)
        if measured != self._measured:
            self._form, self._measured = fitting_form(wide, metrics, titles), measured
        line = metrics.height()
        return QSize(10 * line, self._form.height(line))

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
        words = self._form.words(record, model.title(record), legs_up=model.lifts_legs(record))
        return self._form.lines(words, inner, metrics)

    def _paint_figure(self, painter: QPainter, inner: QRect, name: str) -> None:
        size = figure_size(painter.fontMetrics().height())
        figure = self._figures.get(name, size)
        if figure is not None:
            place = QRect(inner.topLeft(), size)
            place.moveTop(inner.top() + (inner.height() - size.height()) // 2)
            painter.drawPixmap(self._placed(inner, place), figure)

    def _paint_line(self, painter: QPainter, inner: QRect, line: Line) -> None:
        role = QPalette.ColorRole.PlaceholderText if line.quiet else QPalette.ColorRole.WindowText
        painter.setPen(worn().color(role))
        align = QStyle.visualAlignment(painter.layoutDirection(), line.side | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self._placed(inner, line.place), align.value, line.shown(painter.fontMetrics()))

    def _placed(self, inner: QRect, place: QRect) -> QRect:
        return QStyle.visualRect(self._rows.layoutDirection(), inner, place)


def _model(index: QModelIndex | QPersistentModelIndex) -> RecordModel:
    model = index.model()
    assert isinstance(model, RecordModel)
    return model


def _of(option: QStyleOptionViewItem) -> tuple[QRect, QStyle.StateFlag]:
    return option.rect, option.state  # pyright: ignore[reportAttributeAccessIssue] - the stubs do not know its fields
