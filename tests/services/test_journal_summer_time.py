"""Days of 23 and of 25 hours, an hour that comes twice, and a journey: each practice stays on its own day and hour."""

from __future__ import annotations

import io
import re
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from legsup.services.journal.journal import Journal
from legsup.services.journal.taking_in import read_records
from legsup.services.journal.taking_out import take_out
from tests.services.test_journal import record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from legsup.domain.record import Record

SHORT_DAY, LONG_DAY, JOURNEY = date(2026, 3, 29), date(2026, 10, 25), date(2026, 11, 7)
#: When each practice began, in the order in which they were, which is not always that of the clocks.
STARTED = [
    # Berlin, the day of 23 hours: two o'clock does not come.
    "2026-03-28T23:59:59.999999+01:00",
    "2026-03-29T00:10:00+01:00",
    "2026-03-29T01:59:30+01:00",
    "2026-03-29T03:00:10+02:00",
    "2026-03-29T23:50:00+02:00",
    # Berlin, the day of 25 hours: half past two comes twice.
    "2026-10-25T00:05:00+02:00",
    "2026-10-25T02:30:00+02:00",
    "2026-10-25T02:30:00+01:00",
    "2026-10-25T23:45:00+01:00",
    # A flight from Tokyo to Honolulu lands on the day before it left; one to Kiritimati skips a day; Nepal is a quarter off.
    "2026-11-07T09:00:00+09:00",
    "2026-11-06T15:30:00-10:00",
    "2026-11-07T15:45:00+14:00",
    "2026-11-07T12:00:00+05:45",
]


@pytest.fixture(params=["Europe/Berlin", "UTC", "America/St_Johns", "Pacific/Kiritimati"], autouse=True)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Where the computer is by now."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def records() -> list[Record]:
    """A practice for each, the oldest first."""
    return sorted(
        (
            replace(record(number), started=datetime.fromisoformat(started))
            for number, started in enumerate(STARTED)
        ),
        key=lambda each: each.started,
    )


@pytest.fixture
def journal(tmp_path: Path, records: list[Record]) -> Iterator[Journal]:
    """A journal that took them in some other order."""
    with closing(Journal(tmp_path / "journal.sqlite3")) as made:
        for each in (*records[::2], *records[1::2]):
            made.put(each)
        made.flush()
        yield made


def written(day: date, records: list[Record]) -> list[Record]:
    """Those whose clock showed a day, the newest first."""
    return [each for each in records[::-1] if each.started.isoformat().startswith(day.isoformat())]


def test_the_list_goes_by_what_was_first_and_a_day_has_what_its_clock_showed(
    journal: Journal, records: list[Record]
) -> None:
    assert journal.records() == records[::-1]
    assert [each.started.isoformat() for each in journal.on_day(LONG_DAY)] == [*STARTED[5:9]][::-1]
    for day, count in ((SHORT_DAY, 4), (LONG_DAY, 4), (JOURNEY, 3), (date(2026, 11, 6), 1)):
        assert journal.on_day(day) == written(day, records)
        assert len(journal.on_day(day)) == count


def test_sums_are_those_of_the_days_and_hours_that_clocks_showed(journal: Journal) -> None:
    days = {each.name: each.sessions for each in journal.sums("day")}
    assert days == {
        "2026-03-28": 1,
        "2026-03-29": 4,
        "2026-10-25": 4,
        "2026-11-06": 1,
        "2026-11-07": 3,
    }
    hours = {each.name: each.sessions for each in journal.sums("hour")}
    assert hours == {"00": 2, "01": 1, "02": 2, "03": 1, "09": 1, "12": 1, "15": 2, "23": 3}
    assert [each.name for each in journal.sums("day", "2026-10-25", "2026-10-25")] == ["2026-10-25"]


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_what_was_taken_out_comes_back_with_its_offset(
    journal: Journal, records: list[Record], kind: str, tmp_path: Path
) -> None:
    out = io.BytesIO()
    assert take_out(journal, kind, out, {}) == len(STARTED)
    read = read_records(out.getvalue().decode(), "out")
    assert read == records
    assert [each.started.utcoffset() for each in read] == [each.started.utcoffset() for each in records]
    with closing(Journal(tmp_path / "other" / "journal.sqlite3")) as other:
        assert other.merge(read) == len(STARTED)
        assert other.records() == journal.records()
        for kind_of_sum in ("day", "hour"):
            assert other.sums(kind_of_sum) == journal.sums(kind_of_sum)


def test_a_calendar_has_each_at_its_moment_once(journal: Journal, records: list[Record]) -> None:
    out = io.BytesIO()
    take_out(journal, "ics", out, {})
    begins = re.findall(r"DTSTART:(\d{8}T\d{6}Z)", out.getvalue().decode())
    assert begins == [each.started.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ") for each in records]
    twice = [begin for begin in begins if begin.startswith("20261025T0")]
    assert twice == ["20261025T003000Z", "20261025T013000Z"], "an hour apart"
