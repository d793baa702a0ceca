"""Reminders through whole weeks: at their times in every zone, once, never late by more than is told, never in the way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from legsup.domain.reminder_look import LOOK, is_due
from legsup.domain.reminding import (
    Memory,
    Quiet,
    Stands,
    heard_again,
    later,
    mended,
    next_moment,
    not_now,
    quiet,
    reminders_of,
    standing,
)
from legsup.domain.settings import Settings, with_values
from tests.domain.weeks import Place, Weeks

WEEK = [f"{day} {hour}" for day in ("Mon", "Tue", "Wed", "Thu", "Fri") for hour in ("11:00", "16:00")]
EVERY_90 = {"reminder_kind": "interval", "reminder_minutes": 90, "reminder_hours": "09:00-12:00 13:00-17:30"}
A_DAY = ["10:30", "12:00", "14:30", "16:00", "17:30"]


def test_off_until_it_is_chosen() -> None:
    assert reminders_of(Settings()) is None
    assert standing(None, Memory(), 0.0, Place()) == (Stands.OFF, None)


def test_two_fixed_times_on_five_days() -> None:
    weeks = Weeks()
    weeks.start("2026-11-23 08:00")
    weeks.to("2026-11-30 08:00")
    assert weeks.given == WEEK
    assert len(weeks.cleared) == len(WEEK), "each clears itself"
    assert weeks.cleared[0] == "Mon 11:15"


@pytest.mark.uncounted
@pytest.mark.parametrize(
    ("zone", "monday"),
    [
        ("Europe/Berlin", "2026-03-23"),  # spring forward on the Sunday of the week
        ("Europe/Berlin", "2026-10-19"),  # and back
        ("America/New_York", "2026-03-02"),
        ("Australia/Lord_Howe", "2026-03-30"),  # by half an hour
        ("Asia/Kathmandu", "2026-06-01"),
        ("Pacific/Apia", "2011-12-26"),  # a Friday that never was
    ],
)
def test_a_week_with_a_change_of_the_clock_keeps_the_times_on_the_wall(zone: str, monday: str) -> None:
    weeks = Weeks(settings={"reminder_days": "1234567"}, place=Place(zone))
    weeks.start(f"{monday} 00:00")
    weeks.to_instant(weeks.now + 14 * 86_400.0)
    assert {each.split()[1] for each in weeks.given} <= {"11:00", "16:00"}
    assert len(weeks.given) >= 26


def test_a_time_that_the_clock_skips_or_strikes_twice_comes_once() -> None:
    for day, night in (("2026-03-29", "2026-03-28"), ("2026-10-25", "2026-10-24")):
        weeks = Weeks(settings={"reminder_times": "02:30", "reminder_days": "1234567"})
        weeks.start(f"{night} 12:00")
        weeks.to(f"{day} 12:00")
        assert len(weeks.given) == 1


def test_every_ninety_minutes_within_two_ranges_of_a_day() -> None:
    weeks = Weeks(settings=EVERY_90)
    weeks.start("2026-11-23 08:00")
    weeks.to("2026-11-28 08:00")
    assert weeks.given == [f"{day} {at}" for day in ("Mon", "Tue", "Wed", "Thu", "Fri") for at in A_DAY]


def test_ranges_that_are_shorter_than_the_interval_give_none() -> None:
    weeks = Weeks(settings={**EVERY_90, "reminder_minutes": 240, "reminder_hours": "09:00-10:00"})
    weeks.start("2026-11-23 08:00")
    weeks.to("2026-11-25 08:00")
    assert weeks.given == []
    chosen = reminders_of(with_values(Settings(), {"reminders": True, **weeks.settings}))
    assert standing(chosen, weeks.memory, weeks.now, weeks.place) == (Stands.NONE, None)


def test_a_work_day_may_end_at_midnight() -> None:
    weeks = Weeks(settings={**EVERY_90, "reminder_hours": "21:00-24:00", "reminder_days": "1"})
    weeks.start("2026-11-23 08:00")
    weeks.to("2026-11-30 08:00")
    assert weeks.given == ["Mon 22:30", "Tue 00:00"]


def test_who_travels_is_reminded_by_the_clock_on_the_wall_there() -> None:
    weeks = Weeks()
    weeks.start("2026-11-23 08:00")
    weeks.to("2026-11-23 12:00")
    weeks.place.name = "America/New_York"
    weeks.to("2026-11-23 23:00")
    assert weeks.given == ["Mon 11:00", "Mon 11:00", "Mon 16:00"]
    weeks.place.name = "Asia/Tokyo"
    weeks.to("2026-11-25 23:00")
    assert weeks.given[3:] == ["Tue 16:00", "Wed 11:00", "Wed 16:00"]


def test_a_clock_that_is_set_back_gives_none_twice_and_one_that_was_years_ahead_holds_none_back() -> None:
    weeks = Weeks()
    weeks.start("2026-11-23 08:00")
    weeks.to("2026-11-23 11:01")
    weeks.now -= 1800.0
    weeks.to("2026-11-23 12:00")
    assert weeks.given == ["Mon 11:00"]
    ahead = weeks.now + 3e8
    weeks.memory = Memory(
        since=ahead, practised=ahead, quiet_until=ahead, meeting_until=ahead,
        due=ahead, away=ahead, held=ahead,
    )  # fmt: skip
    weeks.to("2026-11-24 23:00")
    assert weeks.given[1:] == ["Mon 16:00", "Tue 11:00", "Tue 16:00"]


def test_a_clock_set_on_by_hours_gives_what_was_passed_once_or_not_at_all() -> None:
    weeks = Weeks()
    weeks.start("2026-11-23 08:00")
    weeks.now = weeks.at("2026-11-23 11:30")
    weeks.to("2026-11-23 12:00")
    assert weeks.given == ["Mon 11:35"]
    weeks.now = weeks.at("2026-11-23 18:30")
    weeks.to("2026-11-23 20:00")
    assert weeks.given == ["Mon 11:35"]


def test_due_while_asleep_it_is_given_once_on_waking_and_not_hours_later() -> None:
    weeks = Weeks(settings={"reminder_times": "11:00 11:20 16:00"})
    weeks.start("2026-11-23 08:00")
    weeks.to("2026-11-23 10:50")
    weeks.sleep("2026-11-23 11:40")
    weeks.to("2026-11-23 15:00")
    assert weeks.given == ["Mon 11:40"]
    weeks.sleep("2026-11-23 17:30")
    weeks.to("2026-11-23 20:00")
    assert weeks.given == ["Mon 11:40"]


def test_of_what_was_missed_over_a_long_sleep_the_last_is_given_where_it_is_fresh() -> None:
    weeks = Weeks()
    weeks.start("2026-11-23 10:50")
    weeks.sleep("2026-11-24 16:20")
    weeks.to("2026-11-24 23:00")
    assert weeks.given == ["Tue 16:20"]


def test_a_long_sleep_restarts_the_interval_and_a_nap_does_not() -> None:
    weeks = Weeks(settings=EVERY_90)
    weeks.start("2026-11-23 09:00")
    weeks.to("2026-11-23 10:00")
    weeks.sleep("2026-11-23 10:10")
    weeks.to("2026-11-23 10:45")
    assert weeks.given == ["Mon 10:30"]
    weeks.sleep("2026-11-23 13:30")
    weeks.to("2026-11-23 16:00")
    assert weeks.given == ["Mon 10:30", "Mon 15:00"]


def test_later_asks_again_once_and_not_now_waits_for_the_next() -> None:
    weeks = Weeks()
    weeks.start("2026-11-23 09:00")
    weeks.to("2026-11-23 11:02")
    weeks.memory = later(weeks.memory, weeks.now)
    weeks.to("2026-11-23 11:18")
    assert weeks.given == ["Mon 11:00", "Mon 11:17"]
    weeks.memory = not_now(weeks.memory)
    weeks.to("2026-11-23 20:00")
    assert weeks.given == ["Mon 11:00", "Mon 11:17", "Mon 16:00"]
    assert weeks.cleared == ["Mon 16:15"]


@pytest.mark.parametrize(
    ("wanted", "next_one"),
    [
        (Quiet.HALF_AN_HOUR, "Mon 16:00"),
        (Quiet.AN_HOUR, "Mon 16:00"),
        (Quiet.TWO_HOURS, "Mon 16:00"),
        (Quiet.UNTIL_TOMORROW, "Tue 11:00"),
    ],
)
def test_quiet_lets_go_what_comes_meanwhile(wanted: Quiet, next_one: str) -> None:
    weeks = Weeks()
    weeks.start("2026-11-23 09:00")
    weeks.to("2026-11-23 10:45")
    weeks.memory = quiet(weeks.memory, wanted, weeks.now, weeks.place)
    chosen = reminders_of(with_values(Settings(), {"reminders": True}))
    assert standing(chosen, weeks.memory, weeks.now, weeks.place)[0] is Stands.QUIET
    weeks.to("2026-11-25 10:00")
    assert weeks.given[0] == next_one


def test_quiet_that_is_ended_early_lets_the_next_one_come() -> None:
    weeks = Weeks()
    weeks.start("2026-11-23 09:00")
    weeks.memory = quiet(weeks.memory, Quiet.UNTIL_TOMORROW, weeks.now, weeks.place)
    weeks.to("2026-11-23 11:30")
    weeks.memory = heard_again(weeks.memory, weeks.now)
    weeks.to("2026-11-23 20:00")
    assert weeks.given == ["Mon 16:00"]


def test_how_it_stands_is_told() -> None:
    chosen = reminders_of(with_values(Settings(), {"reminders": True}))
    assert chosen is not None
    place = Place()
    weeks = Weeks()
    weeks.start("2026-11-23 09:00")
    at = weeks.at("2026-11-23 11:00")
    assert standing(chosen, weeks.memory, weeks.now, place) == (Stands.NEXT, at)
    assert standing(chosen, weeks.memory, at + 60.0, place) == (Stands.NEXT, at + 60.0), "held back: soon"
    assert standing(chosen, replace(weeks.memory, due=at), at, place) == (Stands.DUE, at)
    assert not is_due(chosen, weeks.memory, at - 1.0, place)
    assert is_due(chosen, weeks.memory, at, place)
    assert not is_due(chosen, replace(weeks.memory, due=at), at, place)


def test_what_is_over_is_taken_out() -> None:
    over = mended(Memory(quiet_until=50.0, meeting_until=60.0), 100.0)
    assert over == Memory(since=50.0, held=60.0)
    running = Memory(quiet_until=150.0, meeting_until=160.0)
    assert mended(running, 100.0) == running
    assert mended(Memory(later=1e9), 100.0).later == 1000.0


def test_a_look_every_five_minutes_at_most_is_all_that_a_day_costs() -> None:
    weeks = Weeks()
    weeks.start("2026-11-23 00:00")
    weeks.to("2026-11-24 00:00")
    assert weeks.looks <= 86_400.0 / LOOK + 4


def test_no_day_chosen_any_more_has_no_moment() -> None:
    chosen = reminders_of(with_values(Settings(), {"reminders": True}))
    assert chosen is not None
    nobody = replace(chosen, days=frozenset[int]())
    assert next_moment(nobody, Memory(), Place()) is None
    by_interval = replace(nobody, times=())
    assert next_moment(by_interval, Memory(), Place()) is None
