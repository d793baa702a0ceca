"""The whole journal in a file: to the last byte as it was written record by record, whatever stands in rows and ledger."""

from __future__ import annotations

import io
import sqlite3
import tracemalloc
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legsup.domain.session import Outcome
from legsup.private import writing_whole
from legsup.services.journal import rows
from legsup.services.journal.checked import checked
from legsup.services.journal.entries import FIELDS, are_plain, entry_of, in_order
from legsup.services.journal.journal import Journal
from legsup.services.journal.ledger import Ledger
from legsup.services.journal.lines import line_of
from legsup.services.journal.progress import APART, CancelledError
from legsup.services.journal.schema import connect
from legsup.services.journal.taking_out import take_out
from legsup.services.journal.transaction import transaction
from tests.services import former_exchange
from tests.services.test_journal import record

if TYPE_CHECKING:
    from pathlib import Path

    from legsup.domain.record import Record

KINDS = ("csv", "json", "ics")
TITLES = {"wall": "Legs up, the wall; \\ " + "ü" * 60}
#: Texts, moments and numbers that are a record's, and are written in more than one way.
ODD_RECORDS = [
    replace(record(1), sequence='=1+2,"so"', note='two\nlines, and "so"\r\tend'),
    replace(record(2), sequence="été", note="'=x \u2028 🙂" + "é" * 90, pattern="own"),
    replace(record(3), note="-", pattern="4,5-6"),
    replace(record(4), elapsed=570.12345, practised=1e-9, held=0.0005, minutes=0.1),
    replace(
        record(5), elapsed=999_999_999.9996, breaths=999_999_999, pauses=7, before=None, after=None, legs=4
    ),
    replace(record(6), started=datetime.fromisoformat("2026-11-23T02:30:00.000001+05:45"), answered=False),
    replace(record(7), started=datetime.fromisoformat("9999-12-31T23:30:00-23:59") - timedelta(days=2)),
    replace(record(8), started=datetime.fromisoformat("0001-01-02T00:30:00+14:00")),
    replace(record(9, None), note="\x7f\x85 \x1f"),
    replace(record(10, Outcome.CAME_OUT_EARLY), sequence="'", note=" "),
]
#: What may stand in a row that was damaged, or that something else wrote.
BROKEN: list[tuple[str, Any]] = [
    ("uuid", "00000000-0000-0000-0000-00000000000G"),
    ("uuid", "{B3C0A6A8-3F0C-4D0E-9A63-2F3A6C1D1E01}"),
    ("uuid", "B3C0A6A83F0C4D0E9A632F3A6C1D1E02"),
    ("started", "2026-02-30T10:00:00+00:00"),
    ("started", "2026-11-23T10:00:00"),
    ("started", "2026-11-23 10:00:00-00:00"),
    ("started", "20261123T100000Z"),
    ("started", "2026-11-23T10:00:00.000000+01:00"),
    ("started", "0001-01-01T00:00:00+14:00"),
    ("started", b"\xff"),
    ("sequence", ""),
    ("sequence", 7),
    ("minutes", "5"),
    ("minutes", -1.0),
    ("minutes", float("inf")),
    ("pattern", ""),
    ("outcome", "xompleted"),
    ("elapsed", 1e9),
    ("held", "x"),
    ("breaths", 30.0),
    ("breaths", 30.5),
    ("breaths", -3),
    ("pauses", "1"),
    ("before", 2.0),
    ("before", 5),
    ("after", "1"),
    ("legs", -1),
    ("note", "x" * 501),
    ("note", b"caf\xe9"),
    ("answered", 2),
    ("answered", 1.0),
]


def taken_out(journal: Journal, kind: str) -> bytes:
    """Take everything out into memory."""
    out = io.BytesIO(b"what stood here before is gone")
    take_out(journal, kind, out, TITLES)
    return out.getvalue()


def formerly(records: list[Record], kind: str) -> bytes:
    """Write records, the oldest first, as it was done before."""
    match kind:
        case "csv":
            return former_exchange.as_csv(records).encode()
        case "json":
            return former_exchange.as_json(records).encode()
        case _:
            return former_exchange.as_calendar(records, TITLES).encode()


def broken_rows(journal: Journal) -> None:
    """Put rows into the file in which one value is not as it is written; what does not bear SQLite's name stays text."""
    base = [
        dict(zip(rows.COLUMNS.split(", "), rows.as_row(record(100 + at)), strict=True))
        for at in range(len(BROKEN))
    ]
    marks = ", ".join("?" * len(rows.COLUMNS.split(", ")))
    with closing(connect(journal.file)) as connection, transaction(connection):
        for row, (name, value) in zip(base, BROKEN, strict=True):
            text = isinstance(value, bytes)
            connection.execute(
                f"INSERT INTO records ({rows.COLUMNS}) VALUES ({marks})",  # noqa: S608 - our own names
                tuple((row | {name: value}).values()),
            )
            if text:
                connection.execute(
                    f"UPDATE records SET {name} = CAST({name} AS TEXT) WHERE uuid = ?",  # noqa: S608 - the same
                    (row["uuid"],),
                )


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_taken_out_is_to_the_byte_what_it_was(tmp_path: Path, kind: str) -> None:
    with closing(Journal(tmp_path / "journal.sqlite3", waits=False)) as journal:
        assert taken_out(journal, kind) == formerly([], kind)
        journal.merge([*ODD_RECORDS, *(record(number) for number in range(20, 60))])
        assert taken_out(journal, kind) == formerly(journal.records()[::-1], kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_that_is_none_costs_itself_alone(tmp_path: Path, kind: str) -> None:
    journal = Journal(tmp_path / "journal.sqlite3", waits=False)
    journal.merge(ODD_RECORDS)
    broken_rows(journal)
    with closing(sqlite3.connect(journal.file, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")  # nothing is mended meanwhile
        kept = journal.records()[::-1]
        assert len(kept) > len(ODD_RECORDS)
        assert taken_out(journal, kind) == formerly(kept, kind)
        holder.execute("ROLLBACK")
    journal.close()


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_waits_gets_the_mended_journal_whole(tmp_path: Path, kind: str) -> None:
    with closing(Journal(tmp_path / "journal.sqlite3")) as journal:
        journal.merge(ODD_RECORDS)
        with closing(connect(journal.file)) as connection:
            connection.execute("UPDATE records SET outcome = 'xompleted' WHERE note = '-'")
        assert taken_out(journal, kind) == formerly(sorted_by_time(ODD_RECORDS), kind)


@pytest.mark.parametrize("kind", KINDS)
def test_what_stands_in_the_ledger_alone_or_was_given_is_in_its_place(tmp_path: Path, kind: str) -> None:
    journal = Journal(tmp_path / "journal.sqlite3", waits=False)
    journal.merge(record(number) for number in range(0, 40, 2))
    with closing(sqlite3.connect(journal.file, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        extra = [replace(record(number), note="x") for number in (1, 4, 99)]
        with Ledger(journal.file).file.open("ab") as ledger:
            ledger.writelines(map(line_of, extra[:2]))
        journal.put(extra[2])
        journal.put(record(7, None))
        expected = {
            each.uuid: each
            for each in [*(record(number) for number in range(0, 40, 2)), *extra, record(7, None)]
        }
        assert taken_out(journal, kind) == formerly(sorted_by_time(list(expected.values())), kind)
        holder.execute("ROLLBACK")
    journal.close()


def test_a_file_that_is_held_is_taken_out_from_the_ledger(tmp_path: Path) -> None:
    file = tmp_path / "journal.sqlite3"
    with closing(Journal(file)) as journal:
        journal.merge(ODD_RECORDS[:6])
    with closing(sqlite3.connect(file, isolation_level=None)) as holder:
        holder.execute("PRAGMA locking_mode=EXCLUSIVE")
        holder.execute("BEGIN EXCLUSIVE")
        holder.execute("CREATE TABLE z (a)")
        with closing(Journal(file, waits=False)) as journal:
            assert taken_out(journal, "json") == formerly(sorted_by_time(ODD_RECORDS[:6]), "json")
            holder.execute("ROLLBACK")


def test_it_tells_how_far_it_is_and_a_cancelled_one_leaves_the_old_file(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "journal.sqlite3")) as journal:
        journal.merge(record(number) for number in range(3 * APART + 1))
        told: list[tuple[int, int]] = []
        take_out(journal, "csv", io.BytesIO(), {}, lambda done, of: told.append((done, of)))
        assert told == [(at * APART, 3 * APART + 1) for at in range(4)]

        def cancelled(done: int, _of: int) -> None:
            if done:
                raise CancelledError

        file = tmp_path / "out.csv"
        file.write_text("the old one")
        with pytest.raises(CancelledError), writing_whole(file) as out:
            take_out(journal, "csv", out, {}, cancelled)
        assert file.read_text() == "the old one"
        assert [each.name for each in tmp_path.glob("out*")] == ["out.csv"]


@pytest.mark.parametrize("kind", KINDS)
def test_no_more_is_held_for_a_longer_journal(tmp_path: Path, kind: str) -> None:
    peaks: list[int] = []
    for many in (2_000, 12_000):
        with closing(Journal(tmp_path / f"{many}.sqlite3")) as journal:
            journal.merge(record(number) for number in range(many))
            with (tmp_path / "out").open("w+b") as out:
                take_out(journal, kind, out, {})  # what is kept of few things is there now
                tracemalloc.start()
                take_out(journal, kind, out, {})
                peaks.append(tracemalloc.get_traced_memory()[1])
                tracemalloc.stop()
    assert peaks[1] < peaks[0] + 200_000


def sorted_by_time(records: list[Record]) -> list[Record]:
    """Give records, the oldest first."""
    by_uuid = {str(each.uuid): each for each in records}
    return [by_uuid[entry[0]] for entry in in_order(records)]


def values_with(odd: dict[str, object]) -> tuple[Any, ...]:
    """Give a good row with some other values in it."""
    good = dict(zip(FIELDS, in_order([replace(record(1), uuid=UUID(int=5))])[0], strict=True))
    return tuple((good | odd).values())


def judged_as_ever(values: tuple[Any, ...]) -> None:
    """A row that is taken for plain is to the letter what the closer look makes of it."""
    if are_plain([values]):
        close = entry_of(checked(dict(zip(FIELDS, values, strict=True))))
        assert close == values
        assert list(map(type, close)) == list(map(type, values))


@pytest.mark.parametrize("odd", [{name: value} for name, value in BROKEN], ids=str)
def test_a_broken_row_is_not_plain(odd: dict[str, object]) -> None:
    assert are_plain([values_with({})])
    assert not are_plain([values_with(odd)])
    assert not are_plain([values_with({}), values_with(odd), values_with({})])


_VALUES = {
    "uuid": st.uuids().map(str) | st.text(max_size=3),
    "started": st.datetimes().map(lambda moment: moment.isoformat() + "+01:00") | st.text(max_size=30),
    "sequence": st.text(max_size=5),
    "pattern": st.sampled_from(["4-6", "own", "", "4-1-6-1"]) | st.text(max_size=3),
    "outcome": st.sampled_from([*(each.value for each in Outcome), None, "x"]),
    "note": st.text(max_size=6) | st.none(),
}
_NUMBERS = (
    st.none()
    | st.integers(-2, 2**40)
    | st.floats()
    | st.text(max_size=3)
    | st.integers(0, 4)
    | st.floats(0, 1e9)
)
_ROWS = st.tuples(*(_VALUES.get(name, _NUMBERS) for name in FIELDS))


@given(st.lists(st.sampled_from(FIELDS), max_size=2), _ROWS)
def test_a_row_is_judged_as_ever_whatever_stands_in_it(odd: list[str], row: tuple[Any, ...]) -> None:
    strange = dict(zip(FIELDS, row, strict=True))
    judged_as_ever(values_with({name: strange[name] for name in odd}))
