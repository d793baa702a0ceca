"""A row of the screening matrix: what one answer makes of every column, and what it changes in a plan.

Source: the three articles, the strictest first, and where none speaks general medical care; no clinician has
reviewed it. The rows themselves are data (``assets/screening/matrix.toml``).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from legsup.domain.screening.access import Level
from legsup.domain.screening.columns import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legsup.domain.screening.access import Access
    from legsup.domain.screening.limits import Limits

#: The row that "rather not say" adds.
WITHHELD_ROW = "17"


class Clinician(StrEnum):
    """Whom to ask."""

    DOCTOR = "doctor"
    EYE_DOCTOR = "eye-doctor"
    MIDWIFE = "midwife"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row; ``columns`` stand in the order of ``Column``."""

    id: str
    columns: tuple[Access, ...]
    limits: Limits
    clinician: Clinician = Clinician.DOCTOR

    def of(self, column: Column) -> Access:
        """Give what the row makes of a column."""
        return self.columns[tuple(Column).index(column)]


def row_findings(row: Row) -> Iterator[tuple[str, str, str]]:
    """Find what no row may say, as (key, expected, found): Seated breath is open to all, Side no looser than Rest.

    A row that allows Side in bed alone is about the floor, so it may close Rest and not Side.
    """
    if row.of(Column.SEATED).level is not Level.OPEN:
        yield Column.SEATED.value, Level.OPEN.value, row.of(Column.SEATED).level.value
    order = tuple(Level)
    side, rest = row.of(Column.SIDE), row.of(Column.REST)
    if not side.bed and order.index(side.level) < order.index(rest.level):
        yield Column.SIDE.value, f"nothing looser than rest, which is {rest.level.value}", side.level.value
