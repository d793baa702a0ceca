"""Counting in calendar months, as people do."""

from __future__ import annotations

from datetime import date, timedelta

MONTHS_A_YEAR = 12


def months_later(day: date, months: int) -> date:
    """Give the same day so many months later, or that month's last day where it is shorter."""
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    last = _last_day(year, month + 1)
    return last.replace(day=min(day.day, last.day))


def _last_day(year: int, month: int) -> date:
    years, before = divmod(month, MONTHS_A_YEAR)
    return date(year + years, before + 1, 1) - timedelta(days=1)
