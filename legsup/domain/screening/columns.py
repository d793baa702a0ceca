"""The columns of the screening: which kind of posture a sequence is, as far as a body's safety asks."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from legsup.domain.postures import Posture
from legsup.domain.sequence import Stage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legsup.domain.sequence import Sequence


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
#: The column of whatever is held in a posture by a file of one's own; lying flat counts as feet a little raised.
OF_POSTURE = {
    Posture.STANDING: Column.SEATED,
    Posture.KNEELING: Column.SEATED,
    Posture.SEATED_FLOOR: Column.SEATED,
    Posture.SEATED_CHAIR: Column.SEATED,
    Posture.SIDE: Column.SIDE,
    Posture.TORSO_RAISED: Column.REST,
    Posture.LYING: Column.FEET,
    Posture.WALL: Column.WALL,
    Posture.CALVES_ON_CHAIR: Column.WALL,
    Posture.BED: Column.WALL,
    Posture.CROSSED: Column.TURNED,
    Posture.SOLES_TOGETHER: Column.TURNED,
    Posture.HIPS_ON_PROPS: Column.RAISED_HIPS,
}
#: Of several columns in one file the last counts: no row of the matrix is kinder to it than to those before.
STRICTEST_LAST = (
    Column.SEATED,
    Column.SIDE,
    Column.REST,
    Column.FEET,
    Column.WALL,
    Column.TURNED,
    Column.RAISED_HIPS,
)
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
    """Tell a sequence's column; a file of one's own is judged by what it does, by the strictest thing in it.

    With legs up, or where it does not say, it counts as the wall, whatever it calls itself.
    """
    if sequence.is_shipped:
        return OF_SHIPPED.get(sequence.id, Column.WALL)
    found = {OF_POSTURE[step.placed] for step in sequence.steps if step.stage is Stage.HOLD}
    if sequence.inverted:
        found.add(Column.WALL)
    return max(found, key=STRICTEST_LAST.index, default=Column.WALL)


def columns_of(names: Iterable[str]) -> frozenset[Column]:
    """Tell the columns of sequences by their names; a file of one's own counts as the wall."""
    return frozenset(OF_SHIPPED.get(name, Column.WALL) for name in names)


def can_be_in_bed(sequence: Sequence) -> bool:
    """Whether the sequence can be done in bed; a file of one's own says so by its posture."""
    if sequence.is_shipped:
        return sequence.id in IN_BED
    return all(step.placed is Posture.BED for step in sequence.steps if step.stage is Stage.HOLD)
