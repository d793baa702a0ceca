"""Verbs that change the journal while another program holds it: they say so, wait, and change all or nothing."""

from __future__ import annotations

import os
import signal
import sqlite3
from argparse import Namespace
from contextlib import closing, contextmanager
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

import pytest

from legsup.services.journal.days import days
from legsup.services.journal.journal import Journal
from legsup.services.journal.ledger import Ledger
from legsup.terminal.exits import DONE, INTERRUPTED, WrongError
from legsup.terminal.journal_verb import forget, list_records, take_in
from legsup.terminal.long_work import LongWork, stoppable
from tests.services import exports
from tests.services.meanwhile import read_meanwhile, reading
from tests.services.test_journal import record

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

HOLDS = "Another program holds the journal "


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with three sessions, and a copy of the day."""
    with closing(Journal(tmp_path / "home" / "journal.sqlite3")) as journal:
        journal.put(record(0))
        journal.flush()
        journal.merge([record(1), record(2)])
    return tmp_path / "home"


@pytest.fixture
def holder(home: Path) -> Iterator[sqlite3.Connection]:
    """Another program, which writes the journal."""
    with closing(
        sqlite3.connect(home / "journal.sqlite3", isolation_level=None, check_same_thread=False)
    ) as made:
        made.execute("BEGIN IMMEDIATE")
        yield made


@pytest.fixture(params=[take_in, forget])
def verb(request: pytest.FixtureRequest) -> Callable[..., int]:
    """A verb that changes the journal."""
    return request.param


@pytest.fixture
def options(home: Path, tmp_path: Path) -> Namespace:
    """What either verb is given."""
    file = tmp_path / "more.json"
    file.write_text(exports.as_json([record(2), record(3)]), "utf-8")
    return Namespace(home=home, file=file, yes=True, json=False)


def kept(home: Path) -> tuple[int, int, int]:
    """Count what stands in the file, in the ledger, and as copies of days."""
    file = home / "journal.sqlite3"
    with closing(sqlite3.connect(file)) as reading:
        rows = reading.execute("SELECT COUNT(*) FROM records").fetchone()[0]
    return rows, len(Ledger(file).after().records), len(days(file))


@contextmanager
def when_told(does: Callable[[], object]) -> Generator[LongWork]:
    """Do something as soon as it was told what is waited for."""

    class Watched(LongWork):
        def again(self, reason: str) -> bool:
            goes_on = super().again(reason)
            does()
            return goes_on

    yield Watched(None)


def test_it_is_told_at_once_and_done_when_the_other_lets_go(
    verb: Callable[..., int],
    home: Path,
    holder: sqlite3.Connection,
    options: Namespace,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def let_go() -> None:
        if holder.in_transaction:
            holder.execute("ROLLBACK")

    assert verb(options, partial(when_told, let_go)) == DONE
    told = capsys.readouterr().err
    assert told == f"{HOLDS}{home / 'journal.sqlite3'}. Waiting for it; Ctrl-C stops that.\n"
    assert kept(home) == ((4, 4, 1) if verb is take_in else (0, 0, 0))


def test_who_waits_in_vain_changes_nothing_and_is_told_what_it_was(
    verb: Callable[..., int], home: Path, holder: sqlite3.Connection, options: Namespace
) -> None:
    before = kept(home)
    with pytest.raises(WrongError, match=f"{HOLDS}.*Nothing was changed"):
        verb(options, in_vain)
    assert kept(home) == before == (3, 3, 1)
    holder.execute("ROLLBACK")
    assert kept(home) == before


def test_ctrl_c_ends_the_waiting_with_nothing_changed(
    verb: Callable[..., int],
    home: Path,
    holder: sqlite3.Connection,
    options: Namespace,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = kept(home)
    assert verb(options, pressed) == INTERRUPTED
    assert capsys.readouterr().err.endswith("Cancelled. Nothing was changed.\n")
    holder.execute("ROLLBACK")
    assert kept(home) == before


@contextmanager
def pressed() -> Generator[LongWork]:
    """Press Ctrl-C as soon as it was told what is waited for."""
    with stoppable() as work:
        ask = work.again

        def again(reason: str) -> bool:
            goes_on = ask(reason)
            os.kill(os.getpid(), signal.SIGINT)
            return goes_on

        work.again = again
        yield work


def in_vain() -> AbstractContextManager[LongWork]:
    """Wait as long as anybody does, at once."""
    return stoppable(None, partial(next, count(0.0, 20.0)))


def test_whoever_reads_the_journal_keeps_all_of_it_from_being_deleted(
    home: Path, options: Namespace, capsys: pytest.CaptureFixture[str]
) -> None:
    before = kept(home)
    with reading(home / "journal.sqlite3"):
        assert forget(options, pressed) == INTERRUPTED
        with pytest.raises(WrongError, match=r"Another program reads .* Nothing was changed"):
            forget(options, in_vain)
    assert "Cancelled. Nothing was changed.\n" in capsys.readouterr().err
    assert kept(home) == before == (3, 3, 1)


def test_who_begins_to_read_meanwhile_is_not_passed_for_one_who_kept_it_all(
    home: Path, options: Namespace, capsys: pytest.CaptureFixture[str]
) -> None:
    with read_meanwhile(home) as options.home:
        assert forget(options, pressed) == INTERRUPTED
    told = capsys.readouterr().err
    assert "Nothing was changed" not in told
    assert "Cancelled. The ledger and its copies are gone." in told
    assert kept(home)[1:] == (0, 0)


def test_who_waits_in_vain_for_the_rest_to_go_is_told_what_went(home: Path, options: Namespace) -> None:
    with (
        read_meanwhile(home) as options.home,
        pytest.raises(WrongError, match="Not all was deleted: Another"),
    ):
        forget(options, in_vain)
    options.home = home
    assert forget(options) == DONE
    assert kept(home) == (0, 0, 0)


def test_who_only_reads_waits_for_nobody(
    holder: sqlite3.Connection, options: Namespace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list_records(options) == DONE
    out, err = capsys.readouterr()
    assert out.count("wall") == 3
    assert err == ""
    assert holder.in_transaction
