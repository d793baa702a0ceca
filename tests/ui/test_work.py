"""Long work beside the window: how far it is, what comes of it, and that a cancelled one stops."""

from __future__ import annotations

from threading import Event, Timer
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from legsup.app.work import Work
from tests.ui.desk import until

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.usefixtures("qapp")


def told_by(work: Work) -> tuple[list[tuple[int, int]], list[object]]:
    """Give what it tells on the way, and what in the end."""
    way: list[tuple[int, int]] = []
    end: list[object] = []

    def note(done: int, of: int) -> None:
        way.append((done, of))

    work.progressed.connect(note)
    work.done.connect(end.append)
    return way, end


def test_it_tells_how_far_it_is_and_what_came_of_it() -> None:
    parent = QObject()
    work = Work(parent)
    way, end = told_by(work)

    def does(tells: Callable[[int, int], None]) -> object:
        for done in range(3):
            tells(done, 2)
        return "two"

    work.begin(does)
    until(lambda: bool(end))
    assert (way, end) == ([(0, 2), (1, 2), (2, 2)], ["two"])


def test_one_that_is_cancelled_stops_at_its_next_telling_and_gives_nothing() -> None:
    parent = QObject()
    work = Work(parent)
    way, end = told_by(work)
    begun, may_go_on, went_on = Event(), Event(), Event()

    def does(tells: Callable[[int, int], None]) -> object:
        tells(0, 2)
        begun.set()
        may_go_on.wait(5.0)
        tells(1, 2)
        went_on.set()
        return "two"

    work.begin(does)
    assert begun.wait(60)
    assert work.runs
    work.cancel()
    may_go_on.set()
    until(lambda: bool(end))
    assert (way, end) == ([(0, 2)], [None])
    assert not went_on.is_set()
    work.begin(lambda tells: tells(2, 2))
    until(lambda: len(end) > 1)
    assert way[-1] == (2, 2), "the next one is not cancelled"


def test_what_goes_wrong_is_given_to_be_worded() -> None:
    parent = QObject()
    work = Work(parent)
    _, end = told_by(work)
    wrong = OSError("the disk is full")

    def does(_tells: Callable[[int, int], None]) -> object:
        raise wrong

    work.begin(does)
    until(lambda: bool(end))
    assert end == [wrong]


def test_what_runs_already_is_let_to_its_end_first() -> None:
    parent = QObject()
    work = Work(parent)
    _, end = told_by(work)
    goes_on, has_ended = Event(), Event()

    def first(_tells: Callable[[int, int], None]) -> object:
        goes_on.wait(60)
        has_ended.set()
        return "first"

    work.begin(first)
    lets_go = Timer(0.02, goes_on.set)
    lets_go.start()
    began = monotonic()
    work.begin(lambda _tells: has_ended.is_set())
    waited = monotonic() - began
    until(lambda: len(end) == 2)
    assert end == ["first", True] or waited >= 2.0, "on a computer that is too busy it is not waited for"
    lets_go.join()
