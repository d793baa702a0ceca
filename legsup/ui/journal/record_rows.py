"""How a record looks in the list: the practice's small figure, day and hour, minutes, and what was felt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from legsup.ui.journal.record_model import RecordModel
from legsup.ui.journal.told import worn
from legsup.ui.record_words import began_text, felt_text, held_text, hour_text
from legsup.ui.widgets.lists import RowList
from legsup.ui.words import day_text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from legsup.domain.record import Record

#: Heights of a row and widths of a figure, in heights of a line; pixels between things.
HIGH, FIGURE, GAP = 2.9, 3.2, 10


class Figures:
    """Small figures by practice, each painted when first needed, one at a time, so that the list stands at once.

    ``paint`` paints the figure of a practice in a size; None where it has none. ``ready`` is called when one is there.
    """

    def __init__(self, paint: Callable[[str, QSize], QPixmap | None], ready: Callable[[], None]) -> None:
        self._paint = paint
        self._ready = ready
        self._made: dict[tuple[str, int, int], QPixmap | None] = {}
        self._wanted: list[tuple[str, QSize]] = []
        self._next = QTimer(interval=0, singleShot=True)
        self._next.timeout.connect(self._make)

    def get(self, name: str, size: QSize) -> QPixmap | None:
        """Give a figure, if it is there; else it will be."""
        key = (name, size.width(), size.height())
        if key not in self._made:
            self._made[key] = None
            self._wanted.append((name, size))
            self._next.start()
        return self._made[key]

    def clear(self) -> None:
        """Forget all, as when other colours are worn."""
        self._made.clear()
        self._ready()

    def _make(self) -> None:
        name, size = self._wanted.pop(0)
        self._made[name, size.width(), size.height()] = self._paint(name, size)
        if self._wanted:
            self._next.start()
        self._ready()


class _Row(QStyledItemDelegate):
    """Paints a row in the direction in which one reads."""

    def __init__(self, figures: Figures, parent: RowList) -> None:
        super().__init__(parent)
        self._figures = figures

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = option.fontMetrics.height()  # pyright: ignore[reportAttributeAccessIssue] - the stubs do not know its fields
        return QSize(10 * line, round(HIGH * line))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        assert isinstance(model, RecordModel)
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
        line = painter.fontMetrics().height()
        inner = area.adjusted(GAP, 4, -GAP, -4)
        size = QSize(round(FIGURE * line), inner.height())
        figure = self._figures.get(record.sequence, size)
        if figure is not None:
            painter.drawPixmap(self._placed(inner, QRect(inner.topLeft(), size)), figure)
        words = inner.adjusted(size.width() + GAP, 0, 0, 0)
        self._paint_words(painter, palette, (inner, words), record, model)
        painter.restore()

    def _paint_words(
        self,
        painter: QPainter,
        palette: QPalette,
        areas: tuple[QRect, QRect],
        record: Record,
        model: RecordModel,
    ) -> None:
        inner, words = areas
        metrics = painter.fontMetrics()
        held = held_text(record.held, legs_up=model.lifts_legs(record))
        if record.outcome is None:
            held = tr("running")
        felt = felt_text(record)
        right = max(metrics.horizontalAdvance(text) for text in (held, felt)) + 4
        half = words.height() // 2
        ink = palette.color(QPalette.ColorRole.WindowText)
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        left_wide = max(0, words.width() - right - GAP)
        when = f"{day_text(record.day)} · {hour_text(record)}"
        if metrics.horizontalAdvance(when) > left_wide:
            when = began_text(record)
        lines = (
            (model.title(record), ink, 0, 0, left_wide, Qt.AlignmentFlag.AlignLeading),
            (when, quiet, 0, half, left_wide, Qt.AlignmentFlag.AlignLeading),
            (held, ink, words.width() - right, 0, right, Qt.AlignmentFlag.AlignTrailing),
            (felt, quiet, words.width() - right, half, right, Qt.AlignmentFlag.AlignTrailing),
        )
        for text, colour, left, top, wide, side in lines:
            place = QRect(words.topLeft() + QPoint(left, top), QSize(wide, half))
            painter.setPen(colour)
            align = QStyle.visualAlignment(painter.layoutDirection(), side | Qt.AlignmentFlag.AlignVCenter)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(self._placed(inner, place), align.value, shown)

    def _placed(self, inner: QRect, place: QRect) -> QRect:
        parent = self.parent()
        assert isinstance(parent, RowList)
        return QStyle.visualRect(parent.layoutDirection(), inner, place)


def _of(option: QStyleOptionViewItem) -> tuple[QRect, QStyle.StateFlag]:
    return option.rect, option.state  # pyright: ignore[reportAttributeAccessIssue] - the stubs do not know its fields


class RecordRows(RowList):
    """The list; ``opened`` gives a record that was clicked, or chosen by Return."""

    opened = Signal(object)

    def __init__(self, paint: Callable[[str, QSize], QPixmap | None]) -> None:
        super().__init__(tr("Past sessions"))
        self.records = RecordModel()
        self.figures = Figures(paint, self.viewport().update)
        self.setModel(self.records)
        self.setItemDelegate(_Row(self.figures, self))
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.records.record(index))
