"""Long work of the verb ``journal``: told on one line of a terminal, and stopped by Ctrl-C with nothing half done."""

from __future__ import annotations

import os
import signal
from argparse import Namespace
from functools import partial
from io import StringIO
from itertools import count
from typing import TYPE_CHECKING

import pytest

from legsup.services.journal.journal import Journal
from legsup.services.journal.progress import CancelledError
from legsup.terminal.exits import DONE, INTERRUPTED
from legsup.terminal.journal_verb import export, take_in
from legsup.terminal.long_work import LongWork, stoppable
from tests.services.test_journal import record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Screen(StringIO):
    """A terminal, at which Ctrl-C is pressed when some words are seen."""

    def __init__(self, at: str = "") -> None:
        super().__init__()
        self._at = at

    def isatty(self) -> bool:
        """Tell that it is one."""
        return True

    def write(self, text: str, /) -> int:
        """Show it."""
        if self._at and self._at in text:
            os.kill(os.getpid(), signal.SIGINT)
        return super().write(text)


def slow() -> Callable[[], float]:
    """Give a clock by which all takes two seconds."""
    return partial(next, count(0.0, 2.0))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with some sessions, more than are told of at a time."""
    journal = Journal(tmp_path / "home" / "journal.sqlite3")
    journal.merge(record(number) for number in range(1200))
    journal.close()
    return tmp_path / "home"


def at(home: Path, output: Path | None = None, form: str = "csv") -> Namespace:
    """Give the options of an export."""
    return Namespace(home=home, output=output, format=form)


def in_journal(home: Path) -> int:
    """Count what a home's journal has."""
    journal = Journal(home / "journal.sqlite3")
    found = len(journal.records())
    journal.close()
    return found


def test_one_line_is_written_over_and_taken_away() -> None:
    screen, now = Screen(), iter((0.0, 0.9, 1.0, 1.0, 1.05, 1.2, 1.2))
    work = LongWork(screen, partial(next, now))
    tell = work.telling("Reading")
    for done in (0, 5, 9, 10):
        tell(done, 10)
    work.clear()
    blank = " " * len("Reading: 100 %")
    assert screen.getvalue() == f"\rReading: 50 %\rReading: 100 %\r{blank}\r"


def test_what_is_done_at_once_is_not_told_nor_anything_where_there_is_no_terminal() -> None:
    screen, file = Screen(), StringIO()
    with stoppable(screen, lambda: 7.0) as work:
        work.telling("Reading")(1, 2)
    with stoppable(file, slow()) as work:
        work.telling("Reading")(1, 2)
    assert screen.getvalue() == file.getvalue() == ""
    LongWork(None, slow()).telling("Reading")(1, 2)


def test_ctrl_c_stops_work_at_its_next_telling_and_pressed_again_at_once() -> None:
    meant = signal.getsignal(signal.SIGINT)
    with stoppable(Screen(), slow()) as work:
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(CancelledError):
            work.telling("Reading")(1, 2)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is meant


def test_ctrl_c_that_was_ignored_from_the_start_stays_so() -> None:
    meant = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with stoppable(Screen(), slow()) as work:
            signal.raise_signal(signal.SIGINT)
            work.telling("Reading")(1, 2)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, meant)


@pytest.mark.parametrize("form", ["csv", "json", "ics"])
def test_an_export_that_is_stopped_leaves_the_file_that_was_there(
    home: Path, tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "out"
    file.write_text("as it was")
    screen = Screen("Writing")
    assert export(at(home, file, form), partial(stoppable, screen, slow())) == INTERRUPTED
    assert file.read_text() == "as it was"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["home", "out"]
    assert capsys.readouterr().err == "Cancelled. Nothing was changed.\n"
    assert screen.getvalue().endswith("\r"), "the line is taken away before the sentence"


def test_an_export_into_the_terminal_that_is_stopped_writes_nothing(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(at(home), partial(stoppable, Screen("Writing"), slow())) == INTERRUPTED
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("words", ["Reading", "Adding"])
def test_an_import_that_is_stopped_adds_nothing(
    home: Path, tmp_path: Path, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file, fresh = tmp_path / "all.csv", tmp_path / "fresh"
    assert export(at(home, file), partial(stoppable, screen := Screen(), slow())) == DONE
    assert "Writing" in screen.getvalue()
    options = Namespace(home=fresh, file=file)
    assert take_in(options, partial(stoppable, Screen(words), slow())) == INTERRUPTED
    assert capsys.readouterr().err == "Cancelled. Nothing was changed.\n"
    assert in_journal(fresh) == 0
    assert take_in(options, partial(stoppable, Screen(), slow())) == DONE
    assert capsys.readouterr().out == "1200 added, 0 were there already.\n"


def test_ctrl_c_that_comes_too_late_does_not_deny_what_was_done(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, fresh = tmp_path / "all.csv", tmp_path / "fresh"
    assert export(at(home, file), partial(stoppable, Screen(), slow())) == DONE
    late = partial(stoppable, Screen("Adding: 100"), slow())
    assert take_in(Namespace(home=fresh, file=file), late) == DONE
    assert capsys.readouterr().out == "1200 added, 0 were there already.\n"
    assert in_journal(fresh) == 1200
