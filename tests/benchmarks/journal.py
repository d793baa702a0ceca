"""What the journal costs with 1 000 000 records: charts, the first list, its page, one more record, and an export.

The page is that of the app offscreen, from the click until it is painted: the first time, in a window that has stood for a
few seconds, and later.

An export reads, judges, writes and asks the disk to keep 100 000 sessions. Its floor is to write plainly what stands ready
in memory: rows of values by ``csv.writer``, tables by ``json.dumps``, and the same asking of the disk. (To copy the finished
bytes takes a hundredth of that, as the processor is busy with writing numbers as text, whoever does it.)
"""

from __future__ import annotations

import csv
import json
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING
from uuid import UUID

from legsup.domain.journal_sums import by_month, pairs, ranked
from legsup.domain.record import Record
from legsup.domain.session import Outcome
from legsup.places import in_folder
from legsup.private import write_whole, writing_whole
from legsup.services.journal import rows
from legsup.services.journal.entries import FIELDS
from legsup.services.journal.journal import Journal
from legsup.services.journal.ledger import Ledger
from legsup.services.journal.schema import connect, reading, sums_anew
from legsup.services.journal.store import Store
from legsup.services.journal.taken import note_taken
from legsup.services.journal.taking_out import take_out
from legsup.services.journal.transaction import transaction
from tests.benchmarks.result import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MANY, MORE, FEW = 1_000_000, 100_000, 10_000
#: Goals: seconds for a chart and for the page; times the list of the few, a bare insert, and the same written plainly.
CHART, PAGE, LIST, INSERT, EXPORT = 0.005, 0.1, 1.3, 1.5, 3.0
#: Rows of the first list, and how often each thing is measured; the median counts.
SHOWN, ROUNDS, INSERTS, EXPORTS = 256, 15, 200, 5
SEQUENCES = ("legs-up-the-wall", "butterfly", "unwind", "seated-breath", "in-bed")
START = datetime(2016, 1, 1, 6, tzinfo=UTC)


def measure() -> list[Result]:
    """Measure charts, list and insert, all in one folder of this machine's disk."""
    with TemporaryDirectory() as folder:
        many, few = (
            _filled(in_folder(Path(folder, "many")).journal, MANY),
            _filled(in_folder(Path(folder, "few")).journal, FEW),
        )
        charts = max(_seconds(draw) for draw in _charts(many))
        first = _ratio(lambda: many.records(limit=SHOWN), lambda: few.records(limit=SHOWN))
        with closing(_filled(in_folder(Path(folder, "more")).journal, MORE)) as more:
            export = max(_export_ratios(more, Path(folder, "out")))
        many.close()
        few.close()
        insert = _insert_ratio(many.file, Path(folder, "bare.sqlite3"))
        cold, warm = _page_seconds(many.file.parent)
    return [
        Result(
            "journal, slowest chart of 1 000 000",
            charts * 1000,
            "ms",
            f"<= {CHART * 1000:g}",
            charts <= CHART,
        ),
        Result("journal, first list of 1 000 000 to 10 000", first, "x", f"<= {LIST:g}", first <= LIST),
        Result("journal, insert to a bare one", insert, "x", f"<= {INSERT:g}", insert <= INSERT),
        Result("journal, page after the first click", cold * 1000, "ms", f"<= {PAGE * 1000:g}", cold <= PAGE),
        Result("journal, page after a later click", warm * 1000, "ms", f"<= {PAGE * 1000:g}", warm <= PAGE),
        Result("journal, export of 100 000 to plain writing", export, "x", f"< {EXPORT:g}", export < EXPORT),
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
            before=number % 5,
            after=number % 3,
        )


def _filled(file: Path, count: int) -> Journal:
    """Fill a journal at once, its ledger too."""
    Journal(file).close()
    ledger = Ledger(file)
    with ledger.alone(1.0):
        ledger.write(records(count))
    marks = ", ".join("?" * len(rows.COLUMNS.split(",")))
    with closing(connect(file)) as connection, transaction(connection):
        query = f"INSERT INTO records ({rows.COLUMNS}) VALUES ({marks})"  # noqa: S608 - our own names
        connection.executemany(query, (rows.as_row(record) for record in records(count)))
        sums_anew(connection)
        mark = ledger.mark()
        assert mark is not None
        note_taken(connection, mark)
    journal = Journal(file)
    journal.flush()
    return journal


def _page_seconds(home: Path) -> tuple[float, float]:
    """Open the page of a home folder from Today, the first time and again."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from legsup.app.main import application  # noqa: PLC0415 - after the platform is chosen
    from tools.hand_clock import HandClock  # noqa: PLC0415 - the same
    from tools.screenshots import opened  # noqa: PLC0415 - the same

    app = application()
    desktop = opened("dusk", str(home), HandClock())
    window = desktop.front.window
    taken: list[float] = []
    for _ in range(4):
        begin = perf_counter()
        window.open("journal")
        window.repaint()
        taken.append(perf_counter() - begin)
        app.processEvents()
        window.open("today")
        app.processEvents()
    desktop.close()
    window.hide()
    return taken[0], median(taken[1:])


def _export_ratios(journal: Journal, file: Path) -> Iterator[float]:
    """Export everything into a file, against writing the same plainly, by turns."""
    with closing(reading(journal.file)) as connection:
        ready = [tuple(row) for row in connection.execute(f"SELECT {', '.join(FIELDS)} FROM records")]  # noqa: S608 - our own names
    tables = [dict(zip(FIELDS, row, strict=True)) for row in ready]

    def export(kind: str) -> None:
        with writing_whole(file) as out:
            take_out(journal, kind, out, {})

    def write_table() -> None:
        text = StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(FIELDS)
        writer.writerows(ready)
        write_whole(file, text.getvalue().encode())

    def write_json() -> None:
        write_whole(file, json.dumps(tables).encode())

    yield _by_turns(lambda: export("csv"), write_table)
    yield _by_turns(lambda: export("json"), write_json)


def _by_turns(mine: Callable[[], None], floor: Callable[[], None]) -> float:
    ratios: list[float] = []
    for _ in range(EXPORTS):
        begin = perf_counter()
        mine()
        between = perf_counter()
        floor()
        ratios.append((between - begin) / (perf_counter() - between))
    return median(ratios)


def _charts(journal: Journal) -> Iterator[Callable[[], object]]:
    """Every chart's query: a month's dots, a year by weeks, all by weeks, by sequence and by hour."""
    yield lambda: journal.sums("day", "2025-11-01", "2025-11-31")
    yield lambda: _by_week(journal, "2025-01-01", "2025-12-31")
    yield lambda: journal.sums("sequence")
    yield lambda: journal.sums("hour")
    yield lambda: by_month(journal.sums("day", "2024-12-01"), date(2026, 1, 1), 12)
    yield lambda: ranked(journal.sums("pattern"))
    yield lambda: pairs(journal.sums("pair"))


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
