"""The ledger as it stood on the last seven days of use; what is changed or deleted is so there, too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from legsup.foreign import EXPORT, read_text
from legsup.services.journal.days import MOST_DAYS, days, kept_in
from legsup.services.journal.journal import Journal
from legsup.services.journal.store import Store
from legsup.services.journal.taking_in import read_records
from tests.services.journals import change, spoil
from tests.services.test_journal import record

if TYPE_CHECKING:
    from pathlib import Path

FIRST = date(2026, 11, 1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Ten days of practice, two a day, but for the third."""
    file = tmp_path / "journal.sqlite3"
    for day in (0, 1, 3, 4, 5, 6, 7, 8, 9, 10):
        store = Store(file, 1.0, lambda day=day: FIRST + timedelta(days=day))
        for number in (2 * day, 2 * day + 1):
            store.put(record(number))
        store.catch_up()
        store.close()
    return file


def test_seven_days_of_use_are_kept_each_as_it_stood_in_the_morning(file: Path) -> None:
    kept = days(file)
    assert [copy.name for copy in kept] == [
        f"journal.day-2026-11-{day:02d}.jsonl" for day in (11, 10, 9, 8, 7, 6, 5)
    ]
    assert len(kept) == MOST_DAYS
    read = read_records(read_text(kept[0], EXPORT, wide=True), "home")
    assert {each.uuid for each in read} == {
        record(2 * day + more).uuid for day in (0, 1, 3, 4, 5, 6, 7, 8, 9) for more in (0, 1)
    }
    assert kept[0].stat().st_mode & 0o077 == 0


def test_a_copy_is_looked_for_once_a_day(file: Path) -> None:
    today = FIRST + timedelta(days=11)
    store = Store(file, 1.0, lambda: today)
    store.put(record(50))
    days(file)[0].unlink()
    store.put(record(51))
    assert days(file)[0].name == "journal.day-2026-11-11.jsonl", "whoever deleted it did not want it"
    today += timedelta(days=1)
    store.put(record(52))
    assert days(file)[0].name == "journal.day-2026-11-13.jsonl"
    store.close()


def test_what_is_deleted_or_changed_is_so_in_every_copy_and_deleting_can_be_undone(file: Path) -> None:
    journal = Journal(file)
    old = replace(record(0), note="the dog barked")
    journal.revise(old)
    journal.flush()
    assert journal.records()[-1].note == "the dog barked"
    journal.revise(replace(old, note="quiet"))
    journal.flush()
    everything = [each.read_bytes() for each in file.parent.glob("journal*")]
    assert not any(b"barked" in content for content in everything)
    assert any(b"quiet" in content for content in everything)
    journal.delete(old.uuid)
    journal.flush()
    everything = [each.read_bytes() for each in file.parent.glob("journal*")]
    assert not any(str(old.uuid).encode() in content for content in everything)
    assert old.uuid not in {each.uuid for each in kept_in(file)}
    kept = journal.sums("day")
    journal.put(replace(old, note="quiet"))
    journal.flush()
    assert journal.records()[-1] == replace(old, note="quiet")
    assert sum(each.sessions for each in journal.sums("day")) == sum(each.sessions for each in kept) + 1
    journal.close()


def test_a_note_stays_when_the_file_is_damaged_after_it(file: Path) -> None:
    journal = Journal(file)
    journal.revise(replace(record(1), note="cold feet"))
    journal.close()
    spoil(file, 1)
    journal = Journal(file)
    journal.look_through(every_row=True)
    journal.flush()
    assert [each.note for each in journal.records() if each.note] == ["cold feet"]
    journal.close()


def test_where_file_and_ledger_are_damaged_the_copies_give_what_they_have(file: Path) -> None:
    change(file.with_suffix(".jsonl"), lambda _content: b"\x00" * 4000)
    change(file, lambda _content: b"\x00" * 4096)
    journal = Journal(file)
    journal.flush()
    assert {each.uuid for each in journal.records()} == {each.uuid for each in kept_in(file)}
    assert len(journal.records()) == 18
    journal.close()


def test_forgetting_takes_the_days_along(file: Path) -> None:
    journal = Journal(file)
    journal.forget()
    journal.close()
    assert days(file) == []


def test_a_copy_that_cannot_be_made_stops_nothing(file: Path) -> None:
    blocked = file.with_name("journal.day-2026-12-24.jsonl.x")
    blocked.mkdir()
    store = Store(file, 1.0, lambda: date(2026, 12, 24))
    before = days(file)
    change(file.with_suffix(".jsonl"), lambda _content: b"")
    store.put(record(99))
    store.close()
    assert days(file) == before
