"""A record that was just appended is taken into the file without reading the ledger again, unless anything changed meanwhile."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from shutil import copyfile
from typing import TYPE_CHECKING

import pytest

from legsup.domain.journal_sums import Sum
from legsup.services.journal import rows
from legsup.services.journal.ledger import Ledger
from legsup.services.journal.lines import line_of
from legsup.services.journal.schema import connect, reading
from legsup.services.journal.settling import take_added
from legsup.services.journal.store import Store
from legsup.services.journal.taken import taken
from tests.services.journals import change, sql
from tests.services.test_journal import record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with one record, which stands in the ledger and in the file."""
    with closing(Store(tmp_path / "journal.sqlite3", 1.0)) as opened:
        opened.put(record(0))
        opened.catch_up()
        yield opened


def in_file(store: Store) -> set[UUID]:
    """Tell what stands in the file, as it is, and see that nothing there is no record."""
    with closing(reading(store.file)) as connection:
        found, bad = rows.newest(connection, None, None)
    assert bad == 0
    return {each.uuid for each in found}


def in_ledger(store: Store) -> set[UUID]:
    """Tell what stands in the ledger."""
    return {each.uuid for each in Ledger(store.file).after().records}


def uuids(*numbers: int) -> set[UUID]:
    """Name records by their numbers."""
    return {record(number).uuid for number in numbers}


def other(store: Store) -> Store:
    """Make the store of another process, with the same file."""
    return Store(store.file, 1.0)


def test_what_was_appended_is_taken_in_and_noted(store: Store) -> None:
    ledger = Ledger(store.file)
    with ledger.alone(1.0):
        added = ledger.append(record(1))
    assert added is not None
    with closing(connect(store.file)) as connection:
        assert take_added(connection, ledger, added)
        assert taken(connection) == ledger.mark()
        assert not take_added(connection, ledger, added)
    assert in_file(store) == uuids(0, 1)


def test_one_that_ran_or_ended_before_counts_once(store: Store) -> None:
    store.put(record(1, None))
    for practised in (558.0, 100.0):
        store.put(replace(record(1), practised=practised))
        store.catch_up()
    with closing(connect(store.file)) as connection:
        assert rows.sums(connection, "sequence", "", None) == [Sum("wall", 2, 658.0, 600.0)]
        assert rows.running(connection) == []


def test_two_at_once_are_both_taken_in(store: Store) -> None:
    store.put(record(1))
    store.put(record(2))
    store.catch_up()
    assert not store.behind
    assert in_file(store) == uuids(0, 1, 2)


@pytest.mark.parametrize("first", [True, False])
def test_what_another_process_appended_before_or_after_is_taken_in_too(store: Store, *, first: bool) -> None:
    with closing(other(store)) as another:
        for each in (another, store) if first else (store, another):
            each.put(record(1 if each is store else 2))
        store.catch_up()
        assert in_file(store) == uuids(0, 1, 2)


def test_what_another_process_deleted_stays_deleted(store: Store) -> None:
    store.put(record(1))
    with closing(other(store)) as another:
        another.remove(record(1).uuid)
    store.catch_up()
    assert in_file(store) == in_ledger(store) == uuids(0)


def test_a_ledger_that_was_written_anew_meanwhile_gets_what_the_file_has(store: Store) -> None:
    store.put(record(1))
    with store.ledger.alone(1.0):
        Ledger(store.file).write((record(1),))
    store.catch_up()
    assert in_file(store) == in_ledger(store) == uuids(0, 1)


def test_a_ledger_of_another_name_and_the_same_length_is_told_apart(store: Store) -> None:
    alike = next(n for n in range(3, 99) if len(line_of(record(n))) == len(line_of(record(0))))
    with store.ledger.alone(1.0):
        Ledger(store.file).write((record(alike),))
    store.put(record(1))
    store.catch_up()
    assert in_file(store) == in_ledger(store) == uuids(0, alike, 1)
    store.put(record(2))
    with store.ledger.alone(1.0):
        Ledger(store.file).write(Ledger(store.file).after().records)
    store.catch_up()
    with closing(reading(store.file)) as connection:
        assert taken(connection) == store.ledger.mark()


def test_a_ledger_that_is_gone_is_made_again(store: Store) -> None:
    store.put(record(1))
    store.ledger.file.unlink()
    store.catch_up()
    assert uuids(0) <= in_file(store)
    assert in_ledger(store) == in_file(store)


def test_a_file_that_was_replaced_meanwhile_gets_all(store: Store, tmp_path: Path) -> None:
    with closing(Store(tmp_path / "empty" / "journal.sqlite3", 1.0)) as empty:
        empty.open()
    store.put(record(1))
    store.close()
    for ending in ("-wal", "-shm"):
        store.file.with_name(store.file.name + ending).unlink(missing_ok=True)
    fresh = tmp_path / "fresh"
    copyfile(empty.file, fresh)
    fresh.replace(store.file)
    store.catch_up()
    assert in_file(store) == uuids(0, 1)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE taken SET bytes = 'x'",
        "UPDATE taken SET bytes = bytes - 1",
        "UPDATE taken SET ledger = x'a5'",
        "UPDATE taken SET ledger = ledger || 'a'",
        "DELETE FROM taken",
    ],
)
def test_a_damaged_mark_is_not_gone_on_from(store: Store, damage: str) -> None:
    with closing(other(store)) as another:
        another.put(record(2))  # stands in the ledger alone
        store.put(record(1))
        sql(store.file, damage)
        store.catch_up()
    assert in_file(store) == uuids(0, 1, 2)
    with closing(reading(store.file)) as connection:
        assert taken(connection) == store.ledger.mark()


def test_after_a_torn_line_and_under_a_damaged_heading_nothing_is_lost(store: Store) -> None:
    change(store.ledger.file, lambda content: content + b'{"uuid": "half')
    store.put(record(1))
    store.catch_up()
    assert in_file(store) == uuids(0, 1)
    change(store.ledger.file, lambda content: b"\xa5" + content[1:])
    store.put(record(2))
    store.catch_up()
    assert in_file(store) == in_ledger(store) == uuids(0, 1, 2)


def test_what_stands_in_the_ledger_does_not_wait_for_the_disk_again_and_all_else_does(store: Store) -> None:
    done: list[str] = []
    store._do(lambda connection: connection.set_trace_callback(done.append))  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    waits = False  # after a record that stands in the ledger
    for act, wanted in (
        (lambda: store.put(record(1, None)), [True]),
        (lambda: store.put(record(1)), []),
        (store.catch_up, [False]),
        (lambda: store.revise(replace(record(1), note="quiet")), [True]),
        (lambda: store.add([record(2)]), [True]),
        (lambda: store.remove(record(2).uuid), [True]),
    ):
        act()
        begun: list[bool] = []
        for statement in done:
            if statement.startswith("PRAGMA synchronous"):
                waits = statement.endswith("FULL")
            elif statement == "BEGIN IMMEDIATE":
                begun.append(waits)
        assert begun == wanted
        done.clear()


def test_a_record_that_nobody_could_read_again_stays_out_of_the_file(store: Store) -> None:
    store.put(replace(record(1), breaths=-1))
    store.catch_up()
    assert in_file(store) == uuids(0)
