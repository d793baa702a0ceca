"""The minutes that fit a break: the most whole ones, by the plans themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legsup.domain.break_minutes import minutes_within, with_break_for
from legsup.domain.sequence import Minutes

OFFERED = Minutes(default=5.0, shortest=2.0, longest=20.0)


def five_more(minutes: float) -> float:
    return (minutes + 5.0) * 60.0


@pytest.mark.parametrize(
    ("free", "fit"),
    [(6.9, None), (7.0, 2.0), (7.9, 2.0), (8.0, 3.0), (15.0, 10.0), (25.0, 20.0), (60.0, 20.0)],
)
def test_the_most_whole_minutes_fit(free: float, fit: float | None) -> None:
    assert minutes_within(free * 60.0, OFFERED, five_more) == fit


def test_a_practice_of_seconds_alone_offers_no_whole_minutes() -> None:
    assert minutes_within(600.0, Minutes(default=0.5, shortest=0.2, longest=0.9), five_more) is None


@given(st.floats(0.0, 3600.0), st.integers(1, 9), st.integers(0, 11), st.floats(0.0, 900.0))
def test_one_minute_more_would_not_fit(seconds: float, fewest: int, more: int, besides: float) -> None:
    offered = Minutes(default=float(fewest), shortest=float(fewest), longest=float(fewest + more))

    def in_all(minutes: float) -> float:
        return 60.0 * minutes + besides

    fit = minutes_within(seconds, offered, in_all)
    if fit is None:
        assert in_all(offered.shortest) > seconds
    else:
        assert in_all(fit) <= seconds
        assert fit == offered.longest or in_all(fit + 1) > seconds


@pytest.mark.parametrize(
    ("minutes", "seconds", "then"),
    [
        (4.0, 590.0, {8: None, 10: 4.0, 15: 9.0}),
        (5.0, 661.0, {8: None, 12: 5.0, 15: 9.0}),
        (4.5, 540.0, {9: 4.5, 10: 4.0, 15: 9.0}),
        (9.5, 900.0, {8: None, 10: 4.0, 15: 9.5}),
        (20.0, 1621.0, {8: None, 10: 4.0, 28: 20.0}),
    ],
)
def test_minutes_that_no_break_holds_take_the_place_of_the_nearest(
    minutes: float, seconds: float, then: dict[int, float | None]
) -> None:
    fits = with_break_for(minutes, seconds, {8: None, 10: 4.0, 15: 9.0})
    assert list(fits.items()) == list(then.items())
