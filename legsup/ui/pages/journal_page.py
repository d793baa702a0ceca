"""The Journal page: the records of past sessions, newest first, and the days practised this week."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.ui.session_words import record_line
from legsup.ui.widgets import give_role, label, named
from legsup.ui.widgets.lists import reading_list
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from legsup.domain.record import Record


class JournalPage(QWidget):
    """Lists records; it is handed what to show and keeps nothing."""

    def __init__(self) -> None:
        super().__init__()
        give_role(self, "page")
        self._week = label("", "heading")
        self._empty = label(
            tr("No practice yet. What you practise will stand here, on this computer alone."), "note"
        )
        self._trouble = label("", "note")
        self._list = reading_list(tr("Past sessions"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 20)
        rows.addWidget(label(tr("Journal"), "title"))
        rows.addWidget(self._week)
        rows.addWidget(self._trouble)
        rows.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignTop)
        rows.addWidget(self._list, 1)
        rows.addStretch(0)
        private = tr("Kept in one file on this computer. Nothing is sent anywhere.")
        rows.addWidget(label(private, "note"))

    def show_records(
        self, records: Sequence[Record], titles: Mapping[str, str], today: date, trouble: str = ""
    ) -> None:
        """Show records, newest first, a dot for each day of this week that has one, and what is wrong."""
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        self._list.clear()
        for record in records:
            self._list.addItem(record_line(record, titles.get(record.sequence, record.sequence)))
        self._empty.setVisible(not records and not trouble)
        self._list.setVisible(bool(records))
        monday = today - timedelta(days=today.weekday())
        days = {record.day for record in records}
        practised = [monday + timedelta(days=n) for n in range(7) if monday + timedelta(days=n) in days]
        self._week.setText("●" * len(practised))
        named(self._week, tr("Days practised this week: {days}").format(days=len(practised)))
        self._week.setVisible(bool(practised))
