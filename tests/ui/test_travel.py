"""The day and the hour of a practice are those of the place where one practised, in every view and every sum."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from legsup.domain.journal_sums import Sum, week_begin
from legsup.services.journal.journal import Journal
from legsup.services.journal.taking_in import read_records
from legsup.terminal.command_line import main
from legsup.ui.pages.journal_page import JournalPage
from legsup.ui.record_words import began_at, began_text, record_line
from legsup.ui.words import clock_time, day_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")

TRAVEL = (
    '[{"uuid":"aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa","started":"2026-11-24T00:30:00+09:00","sequence":"seated-breath",'
    '"minutes":2,"pattern":"4-6","outcome":"completed","elapsed":300,"practised":250,"held":120,"breaths":9}]'
)


@pytest.fixture(params=["America/New_York", "Asia/Tokyo", "UTC", "Pacific/Kiritimati"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer that has been carried to another place."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("zone")
def test_a_practice_is_shown_and_counted_on_the_day_of_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records = read_records(TRAVEL, "travel")
    journal = Journal(tmp_path / "journal.sqlite3")
    journal.merge(records)
    assert [each.name for each in journal.sums("day")] == ["2026-11-24"]
    assert [each.name for each in journal.sums("hour")] == ["00"]
    journal.close()
    (record,) = records
    assert record_line(record, "Seated breath").startswith(began_text(record))
    assert began_text(record).startswith(
        f"{day_text(date(2026, 11, 24), short=True)} {clock_time(began_at(record))}"
    )
    assert (began_at(record).time().hour(), began_at(record).time().minute()) == (0, 30)
    here = record.started.astimezone().utcoffset()
    assert began_text(record).endswith("UTC+9") == (here != timedelta(hours=9))
    page = JournalPage(lambda _name, _size: None)
    week = week_begin(date(2026, 11, 24), 1)
    page.show_days(
        date(2026, 11, 1), week, 1, date(2026, 11, 24), {record.day: Sum("2026-11-24", 1, 250.0, 120.0)}
    )
    assert page.week.accessibleName() == "This week: practised on Tuesday"
    page.deleteLater()
    assert main(["--home", str(tmp_path), "journal", "list"]) == 0
    assert "2026-11-24 00:30" in capsys.readouterr().out


def test_an_hour_that_summer_time_gives_twice_is_one_hour_of_the_day(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.sqlite3")
    first, second = (
        read_records(
            TRAVEL.replace("2026-11-24T00:30:00+09:00", started).replace(
                "aaaaaaaa-aaaa", f"{number}aaaaaaa-aaaa"
            ),
            "",
        )[0]
        for number, started in enumerate(("2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"))
    )
    journal.merge([second, first])
    assert journal.records() == [second, first]
    assert [(each.name, each.sessions) for each in journal.sums("hour")] == [("02", 2)]
    assert first.started < second.started < datetime.fromisoformat("2026-10-25T03:00:00+01:00")
    journal.close()
