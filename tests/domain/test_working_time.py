"""Working time as people write it, and what is none."""

from __future__ import annotations

import pytest

from legsup.domain.settings import RULES
from legsup.domain.working_time import parse_days, parse_hours, parse_times


def test_times_are_read_in_order_however_they_are_written() -> None:
    assert parse_times("16:00, 11:00 11:00 9") == (540, 660, 960)


def test_ranges_may_touch_and_end_at_midnight() -> None:
    assert parse_hours("13:00-24:00 9-12:30 12:30–13") == ((540, 750), (750, 780), (780, 1440))


def test_days_are_numbers_from_monday() -> None:
    assert parse_days("15") == {1, 5}


@pytest.mark.parametrize(
    "text",
    ["", " ", "noon", "25:00", "24:00", "11:60", "11:0", "1100:00", "11:", "-1", "²", " ".join(["9"] * 13)],
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_times(text)
    assert not RULES["reminder_times"].accepts(text)


@pytest.mark.parametrize("text", ["9", "12-9", "9-9", "9-12 11-13", "9-25", "9-", "-9"])
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_hours(text)
    assert not RULES["reminder_hours"].accepts(text)


@pytest.mark.parametrize("text", ["", "8", "Mon"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_days(text)
    assert not RULES["reminder_days"].accepts(text)


def test_a_setting_of_another_kind_is_refused() -> None:
    assert not RULES["reminder_times"].accepts(11)
    assert RULES["reminder_times"].accepts("9:30")
