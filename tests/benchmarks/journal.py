"""What the journal costs with 100 000 records: charts, the first list, and one more record against a bare insert."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING
from uuid import UUID

from legsup.domain.record import Record
from legsup.domain.session import Outcome
from legsup.services.journal import rows
from legsup.services.journal.journal import Journal
from legsup.services.journal.store import Store
from tests.benchmarks.result import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MANY, FEW = 100_000, 10_000
#: Goals: seconds for a chart at most; times a tenth of the journal for the first list; times a bare insert.
CHART, LIST, INSERT = 0.005, 1.3, 1.5
#: Rows of the first list, and how often each thing is measured; the median counts.
SHOWN, ROUNDS, INSERTS = 256, 15, 200
SEQUENCES = ("legs-up-the-wall", "butterfly", "unwind", "seated-breath", "in-bed")
START = datetime(2016, 1, 1, 6, tzinfo=UTC)


def measure() -> list[Result]:
    """Measure charts, list and insert, all in one folder of this machine's disk."""
    with TemporaryDirectory() as folder:
        many, few = (
            _filled(Path(folder, "many", "journal.sqlite3"), MANY),
            _filled(Path(folder, "few", "journal.sqlite3"), FEW),
        )
        charts = max(_seconds(draw) for draw in _charts(many))
        first = _ratio(lambda: many.records(limit=SHOWN), lambda: few.records(limit=SHOWN))
        many.close()
        few.close()
        insert = _insert_ratio(many.file, Path(folder, "bare.sqlite3"))
    return [
        Result(
            "journal, slowest chart of 100 000", charts * 1000, "ms", f"<= {CHART * 1000:g}", charts <= CHART
        ),
        Result("journal, first list of 100 000 to 10 000", first, "x", f"<= {LIST:g}", first <= LIST),
        Result("journal, insert to a bare one", insert, "x", f"<= {INSERT:g}", insert <= INSERT),
    ]


def records(count: int) -> Iterator[Record]:
    """Make records over ten years, whatever their number."""
    apart = timedelta(days=3650) / count
    for number in range(count):
        yield Record(
            uuid=UUID(int=(number * 0x9E3779B97F4A7C15F39CC0605CEDC835) % 2**128),
            started=START + apart * number,
            sequence=SEQUENCES[number % len(SEQUENCES)],
            minutes=5.0,
            pattern="4-6",
            outcome=Outcome.COMPLETED,
            elapsed=570.0,
            practised=558.0,
            held=300.0,
            breaths=30,
        )


def _filled(file: Path, count: int) -> Journal:
    journal = Journal(file)
    journal.merge(records(count))
    return journal


def _charts(journal: Journal) -> Iterator[Callable[[], object]]:
    """Every chart's query: a month's dots, a year by weeks, all by weeks, by sequence and by hour."""
    yield lambda: journal.sums("day", "2025-11-01", "2025-11-31")
    yield lambda: _by_week(journal, "2025-01-01", "2025-12-31")
    yield lambda: journal.sums("sequence")
    yield lambda: journal.sums("hour")


def _by_week(journal: Journal, first: str, last: str) -> dict[tuple[int, int], float]:
    weeks: dict[tuple[int, int], float] = {}
    for each in journal.sums("day", first, last):
        week = datetime.fromisoformat(each.name).isocalendar()[:2]
        weeks[week] = weeks.get(week, 0.0) + each.practised
    return weeks


def _seconds(do: Callable[[], object]) -> float:
    taken: list[float] = []
    for _ in range(ROUNDS):
        begin = perf_counter()
        do()
        taken.append(perf_counter() - begin)
    return median(taken)


def _ratio(mine: Callable[[], object], floor: Callable[[], object]) -> float:
    return _seconds(mine) / _seconds(floor)


def _insert_ratio(file: Path, bare_file: Path) -> float:
    """Insert by turns into the journal and into a table of the same row in WAL mode with the same care for the disk."""
    ours: list[float] = []
    bare: list[float] = []
    fresh = [
        replace(each, started=each.started + timedelta(days=4000), uuid=UUID(int=n))
        for n, each in enumerate(records(INSERTS))
    ]
    with (
        closing(Store(file, 1.0)) as journal,
        closing(sqlite3.connect(bare_file, isolation_level=None)) as floor,
    ):
        floor.execute("PRAGMA journal_mode=WAL")
        floor.execute("PRAGMA synchronous=FULL")
        floor.execute(f"CREATE TABLE records ({rows.COLUMNS})")
        marks = ", ".join("?" * len(rows.COLUMNS.split(",")))
        for record in fresh:
            begin = perf_counter()
            floor.execute(f"INSERT INTO records VALUES ({marks})", rows.as_row(record))  # noqa: S608 - marks only
            between = perf_counter()
            journal.put(record)
            journal.catch_up()
            ours.append(perf_counter() - between)
            bare.append(between - begin)
    return median(ours) / median(bare)


if __name__ == "__main__":
    for result in measure():
        print(f"{result.name}: {result.value:.4g} {result.unit} (goal {result.goal})")
