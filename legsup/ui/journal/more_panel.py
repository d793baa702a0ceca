"""The charts of the journal, one at a time, each as bars or as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.ui.flow_layout import FlowLayout
from legsup.ui.journal.bar_chart import BarChart
from legsup.ui.journal.charts import Kind, kind_text
from legsup.ui.widgets import button, choice_button, label, scrolling, show_chosen
from legsup.ui.widgets.boxes import ChoiceBox
from legsup.ui.widgets.choices import ChoiceRow
from legsup.ui.widgets.fields import field_label
from legsup.ui.widgets.lists import reading_table
from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from legsup.ui.journal.charts import Chart

#: Below this height, or this width, in heights of a line, the charts are chosen in a box.
LOW, NARROW = 22, 34


class MorePanel(QWidget):
    """Shows the chart that it is handed; ``asked`` gives the kind of another, ``back`` asks for the list."""

    asked = Signal(object)
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = Kind.WEEK
        self._kinds = ChoiceRow(tr("Show"), [(kind, kind_text(kind)) for kind in Kind], begins=True)
        self._box = ChoiceBox(tr("Show"), [(kind_text(kind), kind) for kind in Kind])
        for each in (self._kinds, self._box):
            each.chosen.connect(self.asked)
        self._chart = BarChart(tr("Minutes"))
        self._told = label(" ", "strong")
        self._chart.told.connect(self._tell)
        self._caption = label("", "note")
        self._empty = label(tr("What you practise will be added up here."), "note")
        self._table = reading_table(tr("Minutes, as a table"), (tr("What"), tr("How much")))
        self._as_table = choice_button(tr("As a table"), self._show_form)
        self._as_table.toggled.connect(self._show_form)
        show_chosen(self._as_table, on=QAccessible.isActive())
        bar = QWidget()
        # It is told by this name alone, which finds no room beside it; hidden it would name nothing.
        name = field_label(tr("Show"), self._box)
        name.setParent(bar)
        name.setFixedSize(0, 0)
        back = button(tr("Back"), self.back.emit, "", tr("Back to the sessions"))
        FlowLayout(bar, (back, self._box, self._as_table), begins=True)
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        for each in (self._kinds, self._caption, self._told, self._chart, self._table, self._empty):
            column.addWidget(each)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(bar)
        self._area = scrolling(inside)
        self._area.installEventFilter(self)
        outer.addWidget(self._area, 1)
        self._arrange()

    def show_chart(self, kind: Kind, chart: Chart) -> None:
        """Show a chart, and as a table what it tells."""
        self.kind = kind
        self._kinds.show_value(kind)
        self._box.show_value(kind)
        self._chart.setAccessibleName(kind_text(kind))
        self._chart.show_bars(chart.bars, lying=chart.lying, top=chart.top)
        self._table.show_rows(
            [(bar.words.partition(" · ")[0], bar.words.partition(" · ")[2]) for bar in chart.bars]
        )
        self._caption.setText(chart.caption)
        self._caption.setVisible(bool(chart.caption) and any(bar.value for bar in chart.bars))
        self._is_empty = not any(bar.value for bar in chart.bars)
        self._show_form()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the chart where there is little."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the chart to the room that it has."""
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Give an upright chart what the other things leave it, so that it is seen whole."""
        column = self._column
        high = column.heightForWidth(self._area.width()) if column.hasHeightForWidth() else 0
        others = max(high, column.sizeHint().height()) - self._chart.sizeHint().height()
        self._chart.stand_in(self._area.height() - others)

    def _arrange(self) -> None:
        line = self.fontMetrics().height()
        roomy = self.height() > LOW * line and self.width() > NARROW * line
        self._kinds.setVisible(roomy)
        self._box.setVisible(not roomy)
        self.setFocusProxy(self._kinds if roomy else self._box)
        self._fit()

    def _tell(self, text: str) -> None:
        self._told.setText(text or " ")

    def _show_form(self) -> None:
        tabled = self._as_table.isChecked()
        self._empty.setVisible(self._is_empty)
        self._chart.setVisible(not tabled and not self._is_empty)
        self._told.setVisible(not tabled and not self._is_empty)
        self._table.setVisible(tabled and not self._is_empty)
        self._as_table.setVisible(not self._is_empty)
        self._fit()

    #: Whether there is nothing to show.
    _is_empty = True
