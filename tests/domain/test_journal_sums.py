"""Sums of days become days, weeks and months, each with its bar; hours, practices, patterns and pairs as they were."""

from __future__ import annotations

from datetime import date

from legsup.domain.journal_sums import (
    Bar,
    Pair,
    Sum,
    by_day,
    by_hour,
    by_month,
    by_week,
    month_weeks,
    next_month,
    pairs,
    ranked,
    week_begin,
)

TODAY = date(2026, 11, 28)  # a Saturday
SUMS = [
    Sum("2026-01-31", 1, 400.0, 300.0),
    Sum("2026-11-22", 2, 700.0, 600.0),
    Sum("2026-11-23", 1, 200.0, 120.0),
    Sum("2026-11-28", 1, 200.0, 60.0),
]


def test_days_without_practice_have_an_empty_bar() -> None:
    bars = by_day(SUMS, TODAY, 6)
    assert [bar.of for bar in bars] == [date(2026, 11, day) for day in range(23, 29)]
    assert [bar.held for bar in bars] == [120.0, 0.0, 0.0, 0.0, 0.0, 60.0]


def test_weeks_begin_where_the_person_s_country_begins_them() -> None:
    assert [(bar.of, bar.held, bar.sessions) for bar in by_week(SUMS, TODAY, 2, 1)] == [
        (date(2026, 11, 16), 600.0, 2),
        (date(2026, 11, 23), 180.0, 2),
    ]
    assert [(bar.of, bar.held) for bar in by_week(SUMS, TODAY, 1, 7)] == [(date(2026, 11, 22), 780.0)]
    assert week_begin(date(2026, 11, 22), 7) == date(2026, 11, 22)
    assert week_begin(date(2026, 11, 22), 6) == date(2026, 11, 21)


def test_months_go_over_the_turn_of_the_year() -> None:
    bars = by_month(SUMS, TODAY, 12)
    assert (bars[0].of, bars[-1]) == (date(2025, 12, 1), Bar(date(2026, 11, 1), 780.0, 4))
    assert [bar.held for bar in bars[:3]] == [0.0, 300.0, 0.0]
    assert next_month(date(2026, 12, 31)) == date(2027, 1, 1)
    assert next_month(date(2026, 1, 31), -1) == date(2025, 12, 1)


def test_a_month_is_shown_in_whole_weeks() -> None:
    weeks = month_weeks(date(2026, 11, 28), 1)
    assert (weeks[0][0], weeks[-1][-1], len(weeks)) == (date(2026, 10, 26), date(2026, 12, 6), 6)
    assert len(month_weeks(date(2027, 2, 1), 1)) == 4


def test_every_hour_has_a_bar() -> None:
    bars = by_hour([Sum("07", 3, 90.0, 60.0)])
    assert [bar.of for bar in bars] == [f"{hour:02d}" for hour in range(24)]
    assert [bar.sessions for bar in bars if bar.sessions] == [3]
    assert bars[7] == Bar("07", 60.0, 3)


def test_practices_are_ranked_by_their_minutes_and_pairs_by_their_number() -> None:
    assert [bar.of for bar in ranked([Sum("a", 9, 9.0, 1.0), Sum("b", 1, 9.0, 2.0)])] == ["b", "a"]
    assert pairs([Sum("2-1", 1, 0.0, 0.0), Sum("3-0", 4, 0.0, 0.0)]) == [Pair(3, 0, 4), Pair(2, 1, 1)]
