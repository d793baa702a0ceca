"""What an outcome does to a plan's choices; nothing that a person chose to be gentler is undone."""

from __future__ import annotations

import pytest

from legsup.domain.breath import parse_pattern
from legsup.domain.plan import Choices
from legsup.domain.roll import Roll
from legsup.domain.screening.access import Access
from legsup.domain.screening.applied import within
from legsup.domain.screening.door import Open
from legsup.domain.screening.limits import Limits


def opened(limits: Limits | None = None, minutes: float | None = None) -> Open:
    return Open(limits=limits or Limits(), access=Access(minutes=minutes))


def test_where_nothing_is_asked_for_nothing_changes() -> None:
    for choices in (Choices(), Choices(minutes=7.0, pattern=parse_pattern("4-2-6-2"), seated_rest=40.0)):
        assert within(choices, opened()) == choices


@pytest.mark.parametrize(
    ("chosen", "asked", "sits"), [(None, 120, 120), (60, 120, 120), (90, 60, 90), (45, None, 45)]
)
def test_the_longer_seat_counts(chosen: float | None, asked: float | None, sits: float) -> None:
    given = within(Choices(seated_rest=chosen), opened(Limits(seat=asked)))
    assert given.seated_rest == sits


def test_a_longer_way_takes_three_minutes_in_and_two_on_the_seat() -> None:
    given = within(Choices(lie_down=60.0), opened(Limits(long_way=True)))
    assert (given.lie_down, given.seated_rest) == (180, 120)


def test_of_a_pattern_with_holds_the_breath_stays() -> None:
    given = within(Choices(pattern=parse_pattern("4-2-6-1")), opened(Limits(holds=False)))
    assert str(given.pattern) == "4-6"
    assert within(Choices(pattern=None), opened(Limits(holds=False))).pattern is None


def test_steps_are_left_out_beside_those_that_were() -> None:
    given = within(
        Choices(leave_out=frozenset({"hugging"})), opened(Limits(leave_out=frozenset({"childs-pose"})))
    )
    assert given.leave_out == {"hugging", "childs-pose"}


def test_the_side_to_roll_to_is_the_one_that_is_asked_for() -> None:
    assert within(Choices(), opened(Limits(left=True))).roll is Roll.LEFT
    assert within(Choices(), opened(Limits(quiet=True))).roll is Roll.QUIET
    assert within(Choices(roll=Roll.QUIET), opened(Limits(left=True, quiet=True))).roll is Roll.AGREED
    assert within(Choices(roll=Roll.LEFT), opened()).roll is Roll.LEFT


def test_minutes_are_no_more_than_may_be_held() -> None:
    assert within(Choices(minutes=10.0), opened(minutes=3.0)).minutes == 3
    assert within(Choices(minutes=2.0), opened(minutes=3.0)).minutes == 2
    assert within(Choices(), opened(minutes=3.0)).minutes is None
