"""In what order the journal's one thread writes, what it lets go, and that whoever reads meanwhile sees one moment."""

from __future__ import annotations

import threading
from contextlib import closing
from typing import TYPE_CHECKING, cast

import pytest

from legsup.services.journal.journal import Journal
from legsup.services.journal.ledger import Ledger
from legsup.services.journal.reader import Reader
from legsup.services.journal.trouble import JournalError
from legsup.services.journal.writer import FORGET, MOST_LATE, Writer
from tests.services.journals import Told
from tests.services.test_journal import record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from legsup.services.journal.ledger import Mark
    from legsup.services.journal.store import Store


class Shelf:
    """Stands for the store: ``stands`` lists what was written on it, unless it is ``shut``."""

    behind = ""
    owes = False
    mended = None

    def __init__(self) -> None:
        self.stands: list[object] = []
        self.shut = False

    def writes(self, what: object) -> Callable[[Store], None]:
        """Give an act that writes it."""

        def write(_store: Store) -> None:
            if self.shut:
                raise JournalError("the disk is full")
            self.stands.append(what)

        return write

    def catch_up(self) -> None:
        """Nothing is behind."""

    def close(self) -> None:
        """Nothing is held."""


class Heard(Told):
    """Everything told, that something is written at last too."""

    def written(self) -> None:
        """Keep it."""
        self.append("written")


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def told() -> Heard:
    return Heard()


@pytest.fixture
def writer(shelf: Shelf, told: Heard) -> Iterator[Writer]:
    made = Writer(cast("Store", shelf), told)
    yield made
    made.close()


def ask_at_once(writer: Writer, *acts: tuple[str, Callable[[Store], None], bool]) -> None:
    """Ask for several things while the thread is busy with another, so that it finds all of them."""
    busy, free = threading.Event(), threading.Event()

    def keep_busy(_store: Store) -> None:
        busy.set()
        free.wait()

    writer.ask("busy", keep_busy)
    busy.wait()
    for about, does, first in acts:
        writer.ask(about, does, first=first)
    free.set()
    writer.flush()


def test_a_session_that_ended_is_written_before_what_looks_after_the_file(
    writer: Writer, shelf: Shelf
) -> None:
    ask_at_once(
        writer,
        ("look", shelf.writes("look"), False),
        ("checkpoint", shelf.writes("checkpoint"), False),
        ("one", shelf.writes("one ended"), True),
        ("two", shelf.writes("two ended"), True),
    )
    assert shelf.stands == ["one ended", "two ended", "look", "checkpoint"]


def test_nothing_overtakes_the_wish_to_forget_all(writer: Writer, shelf: Shelf) -> None:
    def forget(store: Store) -> None:
        shelf.writes("forgotten")(store)
        shelf.stands[:-1] = []

    ask_at_once(
        writer,
        ("before", shelf.writes("before"), False),
        (FORGET, forget, False),
        ("after", shelf.writes("after"), True),
    )
    assert shelf.stands == ["forgotten", "after"], "what was practised afterwards stays"


def test_as_long_as_it_cannot_be_forgotten_nothing_is_written_that_would_go_with_it(
    writer: Writer, shelf: Shelf
) -> None:
    shelf.shut = True
    writer.ask(FORGET, shelf.writes(FORGET))
    writer.ask("after", lambda _store: shelf.stands.append("after"), first=True)
    writer.flush()
    assert shelf.stands == []
    shelf.shut = False
    writer.close()
    assert shelf.stands == [FORGET, "after"]


def test_of_two_acts_about_one_record_the_later_is_done_in_its_own_turn(writer: Writer, shelf: Shelf) -> None:
    ask_at_once(
        writer,
        ("one", shelf.writes("one begun"), False),
        ("two", shelf.writes("two"), False),
        ("one", shelf.writes("one deleted"), False),
    )
    assert shelf.stands == ["two", "one deleted"]


def test_of_more_than_can_wait_the_oldest_are_let_go_and_all_others_are_written(
    writer: Writer, shelf: Shelf, told: Heard
) -> None:
    shelf.shut = True
    for number in range(MOST_LATE + 2):
        writer.ask(number, shelf.writes(number), first=True, given=True)
    writer.flush()
    assert told == ["not written: the disk is full"], "it is told once"
    shelf.shut = False
    writer.close()
    assert shelf.stands == list(range(2, MOST_LATE + 2))
    assert told == ["not written: the disk is full", "written"]
    assert not writer.waits


class Watched(Ledger):
    """A ledger at whose first look something ``happens``."""

    def __init__(self, journal: Path, happens: Callable[[], None]) -> None:
        super().__init__(journal)
        self._happens = [happens]

    def mark(self) -> Mark | None:
        """Tell how far it goes; something happens before."""
        if self._happens:
            self._happens.pop()()
        return super().mark()


class Looking(Reader):
    """Reads a journal that another program writes."""

    @property
    def migrates(self) -> bool:
        """It is of today's form."""
        return False

    def look_through(self, *, every_row: bool = False) -> None:
        """Nothing is damaged."""

    def flush(self, seconds: float | None = None) -> None:
        """Nothing is written here."""


def test_a_session_that_ends_while_the_list_is_read_is_in_it(tmp_path: Path) -> None:
    file = tmp_path / "journal.sqlite3"
    with closing(Journal(file)) as other:
        other.put(record(1))
        other.flush()

        def ends_another() -> None:
            other.put(record(2))
            other.flush()

        reader = Looking(Watched(file, ends_another), 0.0, waits=False)
        assert reader.records() == [record(2), record(1)]
