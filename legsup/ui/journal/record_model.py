"""The list of records, of which no more is read than is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from legsup.ui.record_words import record_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from legsup.domain.record import Record

#: Records that are read at a time.
PIECE = 64
_Index = QModelIndex | QPersistentModelIndex


class RecordModel(QAbstractListModel):
    """Holds what was read so far; ``more`` reads what follows a record, and is asked while one scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self._records: list[Record] = []
        self._names: set[str] = set()
        self._titles: Mapping[str, str] = {}
        self._lifts: Callable[[str], bool] = lambda _name: True
        self._more: Callable[[Record], Sequence[Record]] | None = None

    def name_by(self, titles: Mapping[str, str], lifts: Callable[[str], bool]) -> None:
        """Name practices by their titles; ``lifts`` tells in which the legs are up."""
        self._titles, self._lifts = titles, lifts

    def show_records(
        self, records: Sequence[Record], more: Callable[[Record], Sequence[Record]] | None = None
    ) -> None:
        """Show records, newest first; ``more`` gives those after the last one shown."""
        self.beginResetModel()
        self._records, self._more = list(records), more
        self._names = {record.sequence for record in records}
        self.endResetModel()

    def record(self, index: _Index) -> Record:
        """Give the record of a row."""
        return self._records[index.row()]

    def row_of(self, record: Record) -> int | None:
        """Tell in which row a record stands, read as far as that; None where it does not."""
        row = 0
        while row < len(self._records) or self._reads_on():
            if self._records[row].uuid == record.uuid:
                return row
            row += 1
        return None

    def below(self, record: Record, rows: int) -> Record | None:
        """Give the record that stands so many rows below another (above, where negative); None beyond the ends."""
        row = self.row_of(record)
        if row is None:
            return None
        row += rows
        while row >= len(self._records) and self._reads_on():
            pass
        return self._records[row] if 0 <= row < len(self._records) else None

    def _reads_on(self) -> bool:
        """Read some more, where there is any; gives whether there was."""
        before = len(self._records)
        self.fetchMore(QModelIndex())
        return len(self._records) > before

    def title(self, record: Record) -> str:
        """Name the practice of a record."""
        return self._titles.get(record.sequence, record.sequence)

    @property
    def titles(self) -> Iterable[str]:
        """The titles of all practices, and the names in the list of such as are no more."""
        return [*self._titles.values(), *(name for name in self._names if name not in self._titles)]

    def sequences(self) -> list[str]:
        """The practices of what was read so far, each once, in the order in which they are seen."""
        return list(dict.fromkeys(record.sequence for record in self._records))

    def lifts_legs(self, record: Record) -> bool:
        """Whether the legs were up in it."""
        return self._lifts(record.sequence)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: ARG002, B008 - Qt's own
        """How many were read."""
        return len(self._records)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a row as one line, which is what a screen reader reads."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            record = self.record(index)
            line = record_line(record, self.title(record), legs_up=self.lifts_legs(record))
            return f"{line} · {record.note}" if record.note else line
        return None

    def canFetchMore(self, _parent: _Index) -> bool:
        """Whether there may be more."""
        return self._more is not None and bool(self._records)

    def fetchMore(self, _parent: _Index) -> None:
        """Read some more."""
        if self._more is None or not self._records:
            return
        found = self._more(self._records[-1])
        if not found:
            self._more = None
            return
        first = len(self._records)
        self.beginInsertRows(QModelIndex(), first, first + len(found) - 1)
        self._records.extend(found)
        self._names |= {record.sequence for record in found}
        self.endInsertRows()
