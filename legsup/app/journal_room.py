"""The presenter of the Journal page: reads what is seen, piece by piece, and does what is asked of a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QSize, Signal
from PySide6.QtGui import QPixmap

from legsup.domain.journal_sums import month_weeks, next_month, week_begin
from legsup.practice.wanted import Wanted
from legsup.ui.journal.record_model import PIECE
from legsup.ui.pages.journal_page import JournalPage
from legsup.ui.words import day_text, named_day, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from legsup.app.basis import Basis
    from legsup.app.carrying import Carrying
    from legsup.app.dialogs import Dialogs
    from legsup.app.dress import Dress
    from legsup.domain.journal_sums import Sum
    from legsup.domain.record import Record
    from legsup.ui.journal.charts import Kind


def _today() -> date:
    return datetime.now().astimezone().date()


class JournalRoom(QObject):
    """Owns the page; ``wanted`` asks for a practice, ``today_asked`` for where one is chosen."""

    wanted = Signal(object)
    today_asked = Signal()

    def __init__(
        self,
        basis: Basis,
        dress: Dress,
        window: QWidget,
        dialogs: Dialogs,
        today: Callable[[], date] = _today,
    ) -> None:
        """Present the journal; ``today`` gives the person's own day."""
        super().__init__(window)
        self._today = today
        self._window, self._dialogs = window, dialogs
        self._carrying: Carrying | None = None
        self._basis = basis
        self._dress = dress
        self._deleted: Record | None = None
        self.month = today().replace(day=1)
        self.page = page = JournalPage(self._paint)
        page.turned.connect(self._turn)
        page.day_chosen.connect(self._show_day)
        page.more_asked.connect(self._show_more)
        page.chart_asked.connect(self._show_chart)
        page.rows.opened.connect(self._open)
        page.noted.connect(self._note)
        page.deleted.connect(self._delete)
        page.again.connect(self._again)
        page.moved.connect(self._move)
        page.undone.connect(self._undo)
        page.carry_asked.connect(self._show_carry)
        page.empty.today_asked.connect(self.today_asked)
        dress.changed.connect(self._dress_anew)

    def show(self) -> None:
        """Read what is seen first."""
        self._deleted = None
        self.page.show_gone("")
        self.month = self._today().replace(day=1)
        self.refresh()
        self.page.show_front()

    def make_ready(self) -> None:
        """Read and lay out what will be seen first, before the page is opened."""
        self.refresh()
        self.page.rows.make_figures()

    def refresh(self) -> None:
        """Read anew what is shown."""
        journal, practices = self._basis.journal, self._basis.practices
        records, trouble = journal.newest(PIECE)
        self.page.rows.records.name_by(practices.titles, practices.lifts_legs)
        self.page.rows.records.show_records(records, self._after)
        self.page.show_day("")
        self._show_days()
        self.page.empty.show_practice(self._basis.kept.now.sequence)
        self.page.show_state(empty=not records, trouble=trouble)

    def _dress_anew(self) -> None:
        self.page.rows.figures.clear()
        self.page.empty.show_practice(self._basis.kept.now.sequence)

    def take_in(self, file: str) -> None:
        """Show what a file would add, and ask whether to."""
        self._show_carry()
        self.carrying.take_in(file)

    @property
    def carrying(self) -> Carrying:
        """What takes the journal out and in, made with the first need."""
        if self._carrying is None:
            from legsup.app.carrying import Carrying  # noqa: PLC0415 - seldom asked for

            self._carrying = Carrying(
                self._basis, self.page.carry, self._window, self._dialogs, lambda: self.month
            )
            self._carrying.changed.connect(self.refresh)
        return self._carrying

    def close(self) -> None:
        """Cancel what runs."""
        if self._carrying is not None:
            self._carrying.close()

    def _show_carry(self) -> None:
        _ = self.carrying
        self.page.carry.tell("")
        self.page.show_carry()

    def _after(self, record: Record) -> Sequence[Record]:
        return self._basis.journal.newest(PIECE, record)[0]

    def _show_days(self) -> None:
        today, first = self._today(), QLocale().firstDayOfWeek().value
        week = week_begin(today, first)
        days = [day for part in month_weeks(self.month, first) for day in part]
        sums = self._sums(min(days[0], week), max(days[-1], today))
        self.page.show_days(self.month, week, first, today, sums)

    def _sums(self, first: date, last: date) -> dict[date, Sum]:
        found = self._basis.journal.sums("day", first.isoformat(), last.isoformat())
        return {date.fromisoformat(each.name): each for each in found}

    def _turn(self, by: int) -> None:
        later = next_month(self.month, by)
        if later <= self._today():
            self.month = later
            self._show_days()

    def _show_day(self, day: date | None) -> None:
        if day is None:
            self.refresh()
            return
        self.page.rows.records.show_records(self._basis.journal.on_day(day))
        self.page.show_day(named_day(day))

    def _show_more(self) -> None:
        self._show_chart(self.page.more.kind)
        self.page.show_more()

    def _show_chart(self, kind: Kind) -> None:
        from legsup.ui.journal.charts import SHOWN, chart_of  # noqa: PLC0415 - the list stands first

        first = (self._today() - SHOWN).isoformat() if kind.sums == "day" else ""
        sums = self._basis.journal.sums(kind.sums, first)
        self.page.more.show_chart(kind, chart_of(kind, sums, self._today(), self._basis.practices.titles))

    def _open(self, record: Record) -> None:
        self._show_one(record)
        self.page.show_one()

    def _move(self, by: int) -> None:
        """Show the record so many later in the list, of which the newest stands first."""
        shown, rows = self.page.record.shown, self.page.rows
        found = None if shown is None else rows.records.below(shown, -by)
        if found is not None:
            self._show_one(found)
            self.page.record.say()

    def _show_one(self, record: Record) -> None:
        practices = self._basis.practices
        figure = self._paint(record.sequence, self.page.record.figure_size())
        known = record.sequence in practices.titles
        self.page.record.show_record(
            record,
            practices.titles.get(record.sequence, record.sequence),
            figure,
            legs_up=practices.lifts_legs(record.sequence),
            may_repeat=known and record.outcome is not None,
        )
        rows = self.page.rows
        rows.point_at(record)
        earlier, later = rows.records.below(record, 1), rows.records.below(record, -1)
        self.page.record.show_neighbours(earlier=earlier is not None, later=later is not None)

    def _note(self, record: Record, note: str) -> None:
        journal = self._basis.journal.opened()
        if journal is not None:
            changed = replace(record, note=note)
            journal.revise(changed)
            self.refresh()
            self._show_one(changed)

    def _delete(self, record: Record) -> None:
        journal = self._basis.journal.opened()
        if journal is None:
            return
        journal.delete(record.uuid)
        journal.flush(self._basis.journal.moment)
        self._deleted = record
        self.refresh()
        title = self._basis.practices.titles.get(record.sequence, record.sequence)
        self.page.show_gone(tr("Deleted: {title}, {day}.").format(title=title, day=day_text(record.day)))
        self.page.show_front()

    def _undo(self) -> None:
        journal, deleted = self._basis.journal.opened(), self._deleted
        if journal is not None and deleted is not None:
            journal.put(deleted)
            journal.flush(self._basis.journal.moment)
            self._deleted = None
            self.page.show_gone("")
            self.refresh()
            self.page.rows.point_at(deleted)
            self.page.show_front()

    def _again(self, record: Record) -> None:
        self.wanted.emit(
            Wanted(sequence=record.sequence, minutes=record.minutes, pattern=record.pattern, pace="my-pace")
        )

    def _paint(self, name: str, size: QSize) -> QPixmap | None:
        """Paint the figure of a practice's hold; none where the practice or its pose is gone."""
        from legsup.domain.showing import hold_of  # noqa: PLC0415 - with the first figure
        from legsup.ui.figure.card import render_card  # noqa: PLC0415 - the same

        practices, dress = self._basis.practices, self._dress
        found = next((each for each in practices.sequences if each.id == name), None)
        hold = None if found is None else hold_of(found)
        pose = None if hold is None else practices.poses[0].get(hold.pose)
        if hold is None or pose is None:
            return None
        ratio = self.page.devicePixelRatioF()
        return QPixmap.fromImage(
            render_card(pose, dress.theme, size, ratio, side=hold.side, flipped=dress.flipped)
        )
