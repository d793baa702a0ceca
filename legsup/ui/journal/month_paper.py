"""A month of the journal on paper: the calendar with its dots, and the sessions below, dark on white."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QTextDocument

from legsup.domain.journal_sums import WEEK, month_weeks
from legsup.ui.journal.month_view import month_name
from legsup.ui.record_words import began_text, felt_text, held_text, minutes_held
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from legsup.domain.record import Record

#: Points of the text on paper.
POINTS = 10.0
#: Hundredths of the width for moment, practice, minutes and tension, so that these have one line.
COLUMNS = (34, 23, 20, 23)
_SHEET = "body { color: #111 } th { color: #444; font-weight: normal } td { padding: 4px 8px } .quiet { color: #555 }"


def month_document(
    month: date, records: Sequence[Record], titles: Mapping[str, str], lifts: Callable[[str], bool]
) -> QTextDocument:
    """Set a month with its records, the oldest first."""
    font = QFont()
    font.setPointSizeF(POINTS)
    text = QTextDocument()
    text.setDefaultFont(font)
    text.setDefaultStyleSheet(_SHEET)
    text.setHtml(
        f"<h1>{escape(month_name(month))}</h1>{_calendar(month, records)}<br>{_list(records, titles, lifts)}"
    )
    return text


def _calendar(month: date, records: Sequence[Record]) -> str:
    weeks = month_weeks(month, QLocale().firstDayOfWeek().value)
    short = QLocale.FormatType.ShortFormat
    heads = "".join(
        f"<th>{escape(QLocale().standaloneDayName(day.isoweekday(), short))}</th>" for day in weeks[0]
    )
    rows = "".join(f"<tr>{''.join(_cell(day, month, records) for day in week)}</tr>" for week in weeks)
    return f'<table width="100%" border="0" cellspacing="0"><tr>{heads}</tr>{rows}</table>'


def _cell(day: date, month: date, records: Sequence[Record]) -> str:
    if day.month != month.month:
        return "<td></td>"
    held = [record.held for record in records if record.day == day]
    dot = f"<br>● {escape(minutes_held(sum(held)))}" if held else "<br>"
    return f'<td width="{100 // WEEK}%" align="center">{day.day}{dot}</td>'


def _list(records: Sequence[Record], titles: Mapping[str, str], lifts: Callable[[str], bool]) -> str:
    if not records:
        return f"<p>{escape(tr('Nothing was practised in this month.'))}</p>"
    tables: list[str] = []
    for record in records:
        cells = (
            began_text(record),
            titles.get(record.sequence, record.sequence),
            held_text(record.held, legs_up=lifts(record.sequence)),
            felt_text(record),
        )
        shares = zip(cells, COLUMNS, strict=True)
        line = "".join(f'<td width="{wide}%">{escape(cell)}</td>' for cell, wide in shares)
        note = (
            f'<tr><td></td><td colspan="3" class="quiet">{escape(record.note)}</td></tr>'
            if record.note
            else ""
        )
        # Each is a table of its own, which the end of a page does not part: ``month_pages``.
        tables.append(f'<table width="100%" border="0" cellspacing="0"><tr>{line}</tr>{note}</table>')
    return "".join(tables)
