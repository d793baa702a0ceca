"""What no row of the screening may say: Seated breath is open to all, and Side is no looser than Rest."""

from __future__ import annotations

import pytest

from legsup.domain.screening.access import Access, Level
from legsup.domain.screening.columns import Column
from legsup.domain.screening.limits import Limits
from legsup.domain.screening.matrix import Row, row_findings

LADDER = (Level.OPEN, Level.ASK, Level.CLOSED)


def keys(**said: Access) -> list[str]:
    """Tell the columns with which something is wrong, of a row that opens all but what is said."""
    columns = tuple(said.get(column.value.replace("-", "_"), Access()) for column in Column)
    return [key for key, _, _ in row_findings(Row(id="1", columns=columns, limits=Limits()))]


def test_a_row_that_opens_all_is_a_sound_one() -> None:
    assert keys() == []


@pytest.mark.parametrize("level", [Level.ASK, Level.CLOSED])
def test_seated_breath_is_open_to_all(level: Level) -> None:
    assert keys(seated=Access(level=level)) == ["seated"]


@pytest.mark.parametrize("side", LADDER)
@pytest.mark.parametrize("rest", LADDER)
def test_side_is_no_looser_than_rest_but_in_bed(side: Level, rest: Level) -> None:
    looser = LADDER.index(side) < LADDER.index(rest)
    assert keys(side=Access(level=side), rest=Access(level=rest)) == (["side"] if looser else [])
    assert keys(side=Access(level=side, bed=True), rest=Access(level=rest)) == []
