"""One record, whole: what was practised, what was felt, a note that can be changed; and the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from legsup.domain.record import MOST_NOTE
from legsup.domain.session import Outcome
from legsup.ui import why_not
from legsup.ui.flow_layout import FlowLayout
from legsup.ui.journal.neighbours import Neighbours
from legsup.ui.record_words import felt_text, held_text, hour_text, pattern_text, rounded_text
from legsup.ui.session_words import tension_text
from legsup.ui.widgets import button, label, landing, named, read_out, scrolling, show_able
from legsup.ui.widgets.fields import note_field
from legsup.ui.words import day_text, minutes_text, tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap, QResizeEvent
    from PySide6.QtWidgets import QLabel

    from legsup.domain.record import Record


#: At this width, in heights of a line, there is no room for a figure.
NARROW = 22


class RecordPanel(QWidget):
    """Shows one record; ``noted`` gives its note as it was changed, ``deleted`` and ``again`` ask for that.

    ``moved`` asks for the record so many later (-1: the one before), ``back`` for the list.
    """

    noted = Signal(object, str)
    deleted = Signal(object)
    again = Signal(object)
    moved = Signal(int)
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._record: Record | None = None
        self._title = landing("", "heading")
        self._when = label("", "note")
        self._figure = label("", wraps=False)
        self._rows = QFormLayout()
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._rows.setHorizontalSpacing(24)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._lines: dict[str, tuple[QLabel, QLabel]] = {}
        for name in _NAMES:
            pair = (label("", "note", wraps=False), label(""))
            self._lines[name] = pair
            self._rows.addRow(*pair)
        about = tr("Kept with this practice in the journal")
        self._note = note_field(tr("Note"), MOST_NOTE, about, led=True)
        self._note.editingFinished.connect(self._write)
        name = label(tr("Note"), "note", wraps=False)
        name.setMinimumHeight(self._note.sizeHint().height())  # in line with what is written
        self._rows.addRow(name, self._note)
        self._again = button(
            tr("Practise this again"), lambda: self.again.emit(self._record), "primary", tr("Begins it now")
        )
        self._delete = button(
            tr("Delete"),
            lambda: self.deleted.emit(self._record),
            "",
            tr("Takes this session out of the journal"),
        )
        ways = QWidget()
        FlowLayout(ways, (self._again, self._delete), begins=True)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(self._title)
        words.addWidget(self._when)
        words.addStretch(1)
        head.addWidget(self._figure)
        head.addLayout(words, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 8, 12, 0)
        column.setSpacing(14)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addWidget(ways)
        column.addStretch(1)
        bar = QHBoxLayout()
        bar.addWidget(button(tr("Back"), self.back.emit, "", tr("Back to the sessions")))
        bar.addStretch(1)
        self._ways = Neighbours(self, self._move)
        bar.addWidget(self._ways)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(bar)
        outer.addWidget(scrolling(inside), 1)
        self.setFocusProxy(self._title)

    @property
    def shown(self) -> Record | None:
        """The record that is shown."""
        return self._record

    def show_neighbours(self, *, earlier: bool, later: bool) -> None:
        """Offer what stands before and after in the list; the focus stays here, also where a way ends."""
        self._ways.offer(earlier=earlier, later=later, otherwise=self._title)

    def say(self) -> None:
        """Have a screen reader say which one it is now, while the focus stays."""
        text = f"{self._title.text()}, {self._when.text()}"
        read_out(self._title, text)

    def figure_size(self) -> QSize:
        """The size of the figure, by the height of a line as it will be worn."""
        self.ensurePolished()
        line = self.fontMetrics().height()
        return QSize(8 * line, 6 * line)

    def show_record(
        self, record: Record, title: str, figure: QPixmap | None, *, legs_up: bool, may_repeat: bool
    ) -> None:
        """Show a record; one whose practice is gone, or that runs, cannot be begun again."""
        self._record = record
        self._title.setText(title)
        self._title.setAccessibleName(title)
        self._when.setText(f"{day_text(record.day)} · {hour_text(record)}")
        named(self._figure, title)
        self._has_figure = figure is not None
        self._figure.setVisible(self._has_figure and self.width() > NARROW * self.fontMetrics().height())
        if figure is not None:
            self._figure.setPixmap(figure)
            self._figure.setFixedSize(figure.deviceIndependentSize().toSize())
        told = _told(record, legs_up=legs_up)
        for name, (head, words) in self._lines.items():
            head.setText(_NAMES[name]())
            words.setText(told.get(name, ""))
            head.setVisible(name in told)
            words.setVisible(name in told)
        # The focus lands on the title: all that is known is read with it.
        known = (f"{_NAMES[name]()}: {words}." for name, words in told.items())
        named(self._title, title, " ".join((f"{self._when.text()}.", *known)))
        self._note.setText(record.note)
        self._note.setEnabled(record.outcome is not None)
        self._again.setVisible(may_repeat)
        why = why_not.not_ended(ended=record.outcome is not None)
        show_able(self._delete, tr("Delete"), self._delete.accessibleDescription(), why)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the figure out where words need the room."""
        super().resizeEvent(event)
        self._figure.setVisible(self._has_figure and self.width() > NARROW * self.fontMetrics().height())

    #: Whether there is a figure to show.
    _has_figure = False

    def _move(self, by: int) -> None:
        self._write()
        self.moved.emit(by)

    def _write(self) -> None:
        note = self._note.text().strip()
        if self._record is not None and note != self._record.note:
            self.noted.emit(self._record, note)


_NAMES = {
    "held": lambda: tr("Held"),
    "planned": lambda: tr("Planned"),
    "whole": lambda: tr("In all"),
    "breath": lambda: tr("Breath"),
    "pauses": lambda: tr("Interruptions"),
    "felt": lambda: tr("Tension"),
    "legs": lambda: tr("Legs, after"),
}


def _told(record: Record, *, legs_up: bool) -> dict[str, str]:
    breaths = tr("1 breath") if record.breaths == 1 else tr("{count} breaths").format(count=record.breaths)
    breath = pattern_text(record.pattern)
    told = {
        "held": held_text(record.held, legs_up=legs_up),
        "planned": minutes_text(record.minutes),
        "whole": tr("{minutes} min").format(minutes=rounded_text(record.elapsed / 60)),
        "breath": f"{breath} · {breaths}" if record.breaths else breath,
        "pauses": _pauses(record),
    }
    if felt := felt_text(record):
        told["felt"] = felt
    if record.legs is not None:
        told["legs"] = tension_text(record.legs)
    return told


def _pauses(record: Record) -> str:
    if record.outcome is Outcome.INTERRUPTED:
        return tr("the computer stopped during it")
    match record.pauses:
        case 0:
            return tr("none")
        case 1:
            return tr("1 pause")
        case count:
            return tr("{count} pauses").format(count=count)
