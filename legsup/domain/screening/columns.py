"""The columns of the screening: which kind of posture a sequence is, as far as a body's safety asks."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legsup.domain.sequence import Sequence

#: Where a sequence comes from that the app itself ships.
SHIPPED = "shipped"


class Column(StrEnum):
    """A kind of posture that the answers open or close."""

    WALL = "wall"
    TURNED = "turned"
    RAISED_HIPS = "raised-hips"
    FEET = "feet"
    REST = "rest"
    SIDE = "side"
    SEATED = "seated"


#: The column of every sequence that ships; calves on a chair and legs up the headboard count as the wall.
OF_SHIPPED = {
    "legs-up-the-wall": Column.WALL,
    "in-bed": Column.WALL,
    "calves-on-a-chair": Column.WALL,
    "butterfly": Column.TURNED,
    "thread-the-needle": Column.TURNED,
    "unwind": Column.TURNED,
    "supported-cushion": Column.RAISED_HIPS,
    "supported-blocks": Column.RAISED_HIPS,
    "feet-a-little-raised": Column.FEET,
    "supported-rest": Column.REST,
    "side-lying-rest": Column.SIDE,
    "seated-breath": Column.SEATED,
}
#: The shipped sequences that can be done in bed, by one who cannot get down to the floor.
IN_BED = frozenset({"in-bed", "side-lying-rest"})
#: In which order what else is open is offered: the gentlest first.
GENTLEST_FIRST = (
    Column.SEATED,
    Column.REST,
    Column.SIDE,
    Column.FEET,
    Column.WALL,
    Column.TURNED,
    Column.RAISED_HIPS,
)


def column_of(sequence: Sequence) -> Column:
    """Tell a sequence's column; a file of one's own, whatever it calls itself, counts as the wall."""
    return OF_SHIPPED.get(sequence.id, Column.WALL) if sequence.source == SHIPPED else Column.WALL


def can_be_in_bed(sequence: Sequence) -> bool:
    """Whether the sequence can be done in bed; a file of one's own counts as one for the floor."""
    return sequence.source == SHIPPED and sequence.id in IN_BED
