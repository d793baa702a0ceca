"""The Journal page: this week or a month, the sessions below; behind "More" the charts, and each session on its own."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from legsup.ui.flow_layout import FlowLayout
from legsup.ui.journal.empty_journal import EmptyJournal
from legsup.ui.journal.month_box import MonthBox
from legsup.ui.journal.record_rows import RecordRows
from legsup.ui.journal.week_row import WeekRow
from legsup.ui.widgets import button, choice_button, give_role, label, notice, scrolling, show_chosen, widest
from legsup.ui.widgets.stops import bring_into_sight
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent

    from legsup.domain.journal_sums import Sum
    from legsup.ui.journal.carry_panel import CarryPanel
    from legsup.ui.journal.more_panel import MorePanel
    from legsup.ui.journal.record_panel import RecordPanel

#: From so many heights of a line on the month has room above the list, or beside it.
TALL, WIDE = 40, 46
#: The widest that week, month and list become together, in lines of text.
WIDEST = 74
#: Pixels between its parts, where it is high and where it is not.
AIR, CLOSE = 14, 6
#: Pixels free at its sides.
EDGE = 24
#: Pixels above and below words that stand alone.
ROOM = 10
#: Below this height the title is left to the tab; and what of the list is seen at least.
LOW, LEAST = 24, 8.9
#: Above this height an empty journal has room for a figure.
EMPTY = 27


Panel = TypeVar("Panel", "MorePanel", "RecordPanel", "CarryPanel")


class JournalPage(QWidget):
    """Shows what it is handed, and keeps no records.

    ``turned`` asks for a month so many later, ``day_chosen`` gives a day whose sessions are asked for (None: all),
    ``more_asked`` asks for the charts, ``carry_asked`` for taking out and taking in, ``undone`` for the deleted session. ``chart_asked`` gives the kind of a
    chart; ``noted``, ``deleted``, ``again`` and ``moved`` are those of the record that is shown.
    """

    turned = Signal(int)
    day_chosen = Signal(object)
    more_asked = Signal()
    carry_asked = Signal()
    undone = Signal()
    chart_asked = Signal(object)
    noted = Signal(object, str)
    deleted = Signal(object)
    again = Signal(object)
    moved = Signal(int)

    def __init__(self, paint: Callable[[str, QSize], QPixmap | None]) -> None:
        super().__init__()
        give_role(self, "page")
        self.week = WeekRow()
        self._month_box = MonthBox()
        self.month = self._month_box.view
        self.rows = RecordRows(paint)
        self.empty = EmptyJournal(paint)
        self._trouble = notice("note")
        self._told = label("", "note", wraps=False)
        self._undo = button(tr("Undo"), self.undone.emit, "", tr("Brings the deleted session back"))
        self._gone = notice("note")
        self._stack = QStackedWidget()
        self._first = self._front()
        self._stack.addWidget(self._first)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._stack, 1)
        self.month.day_chosen.connect(self.day_chosen)
        self._month_box.turned.connect(self.turned)
        self.show_gone("")
        self.show_day("")

    def show_front(self) -> None:
        """Show week or month, and the list."""
        self._stack.setCurrentWidget(self._first)
        if not self._is_empty:
            (self.month if self._list_box.isHidden() else self.rows).setFocus()
        elif self._gone.text():
            self._undo.setFocus()

    def show_more(self) -> None:
        """Show the charts."""
        self._turn(self.more)

    def show_one(self) -> None:
        """Show one record."""
        self._turn(self.record)

    def show_carry(self) -> None:
        """Show what takes the journal out and in."""
        self._turn(self.carry)

    @cached_property
    def more(self) -> MorePanel:
        """The charts, made with the first need."""
        from legsup.ui.journal.more_panel import MorePanel  # noqa: PLC0415 - the list stands first

        panel = MorePanel()
        panel.asked.connect(self.chart_asked)
        return self._added(panel)

    @cached_property
    def record(self) -> RecordPanel:
        """One record, made with the first need."""
        from legsup.ui.journal.record_panel import RecordPanel  # noqa: PLC0415 - the same

        panel = RecordPanel()
        panel.noted.connect(self.noted)
        panel.deleted.connect(self.deleted)
        panel.again.connect(self.again)
        panel.moved.connect(self.moved)
        return self._added(panel)

    @cached_property
    def carry(self) -> CarryPanel:
        """What takes the journal out and in, made with the first need."""
        from legsup.ui.journal.carry_panel import CarryPanel  # noqa: PLC0415 - the same

        return self._added(CarryPanel())

    def _added(self, panel: Panel) -> Panel:
        panel.back.connect(self.show_front)
        self._stack.addWidget(panel)
        return panel

    def show_days(self, month: date, week: date, first: int, today: date, sums: Mapping[date, Sum]) -> None:
        """Show a month, and the week that begins on a day, with what was practised on their days."""
        self._month_box.show_month(month, first, today, sums)
        self.week.show_week(week, today, sums)

    def show_state(self, *, empty: bool, trouble: str) -> None:
        """Say what is wrong, or that there is nothing yet; then only that stands here."""
        self._trouble.say(trouble)
        self.empty.setVisible(empty and not trouble)
        self._body.setVisible(not empty)
        self._more_button.setVisible(not empty)
        self._is_empty = empty
        self.setFocusProxy(None if empty else self.rows)  # pyright: ignore[reportArgumentType] - Qt takes none
        self._arrange()

    def show_day(self, name: str) -> None:
        """Say of which day the sessions are; an empty name shows all. Where the month had their place they take it."""
        self._day.setText(name)
        self._day_row.setVisible(bool(name))
        if name:
            held = self.month.hasFocus()
            show_chosen(self._month_button, on=False)
            self._arrange()
            if held and self._month_box.isHidden():
                self.rows.setFocus()

    def show_gone(self, text: str) -> None:
        """Say what was deleted, which can be undone; an empty text takes that away."""
        self._gone_row.setVisible(bool(text))
        self._gone.say(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the month where there is room for it; all of it stays together in the middle."""
        super().resizeEvent(event)
        side = max(EDGE, (self.width() - widest(self, WIDEST)) // 2)
        self._column.setContentsMargins(side, 14, side, 10)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc lead back to the sessions, as Back does."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is not self._first:
            self.show_front()
        else:
            super().keyPressEvent(event)

    def _turn(self, panel: QWidget) -> None:
        self._stack.setCurrentWidget(panel)
        panel.setFocus()
        bring_into_sight(panel.focusProxy() or panel)  # the one before may have been read to its end

    def _front(self) -> QWidget:
        front = QWidget()
        self._more_button = button(
            tr("More"), self.more_asked.emit, "", tr("Minutes by day, practice and hour")
        )
        self._month_button = choice_button(tr("Month"), self._arrange)
        self._month_button.toggled.connect(self._arrange)
        carry = button(
            tr("Export or import…"),
            self.carry_asked.emit,
            "",
            tr("Export, import, print a month, delete all"),
        )
        bar = QWidget()
        self._title = label(tr("Journal"), "title", wraps=False)
        FlowLayout(bar, (self._title, self._more_button, self._month_button, carry), begins=True)
        self._day = label("", "strong")
        self._day_row = _beside(self._day, button(tr("All sessions"), lambda: self.day_chosen.emit(None)))
        self._gone_row = _beside(self._gone, self._undo)
        self._list_box = QWidget()
        listed = QVBoxLayout(self._list_box)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.addWidget(self._day_row)
        listed.addWidget(self.rows, 1)
        self._body = QWidget()
        self._place = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._body)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(14)
        self._place.addWidget(self._month_box)
        self._place.addWidget(self._list_box, 1)
        self._parts = column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bar)
        self._trouble.setContentsMargins(0, ROOM, 0, ROOM)
        column.addWidget(self._trouble)
        # Above all else: the only session there was can be had back too.
        column.addWidget(self._gone_row)
        column.addWidget(self.empty, 1)
        week = QHBoxLayout()
        week.addWidget(self.week)
        week.addWidget(self._told, 1)
        column.addLayout(week)
        column.addWidget(self._body, 1)
        for view in (self.week, self.month):
            view.told.connect(self._tell)
        return scrolling(front)

    def _tell(self, text: str) -> None:
        self._told.setText(text)

    def _arrange(self) -> None:
        line = self.fontMetrics().height()
        tall, wide = self.height() > TALL * line, self.width() > WIDE * line
        self.empty.give_room(roomy=self.height() > EMPTY * line)
        self._title.setVisible(self.height() > LOW * line)
        self._parts.setSpacing(AIR if tall else CLOSE)
        # What is pointed at is told beside the week or above the month; without room for that it stands in the tool tip alone.
        self._told.setVisible(wide and not self._is_empty)
        self.rows.setMinimumHeight(round(LEAST * line))
        self._place.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        roomy = tall or wide
        if roomy:
            show_chosen(self._month_button, on=False)
        self._month_button.setVisible(not roomy and not self._is_empty)
        month = self._month_button.isChecked()
        self._month_box.setVisible(roomy or month)
        # A month shows its weeks itself: the days have their names once.
        self.week.setVisible(not (roomy or month or self._is_empty))
        self._list_box.setVisible(roomy or not month)

    #: Whether there is nothing to show yet.
    _is_empty = True


def _beside(text: QWidget, way: QWidget) -> QWidget:
    """Put a way on beside words, which have as many lines as they need."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(text, 1)
    row.addWidget(way)
    return made
