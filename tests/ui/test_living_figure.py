"""The living figure of Today: it breathes at the pattern, softly, and rests where nobody sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from legsup.domain.breath import Pattern
from legsup.ui.figure.widget import BodyFigure
from legsup.ui.living_figure import FRAME, RESTING, LivingFigure
from tests.ui.desk import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


class Time:
    """A clock that a test sets."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def living(qtbot: QtBot, time: Time) -> Iterator[LivingFigure]:
    """A figure that breathes in a window of its own."""
    figure = BodyFigure({}, clock=time)
    qtbot.addWidget(figure)
    figure.resize(240, 180)
    figure.show()
    figure.activateWindow()
    until(figure.isActiveWindow)
    made = LivingFigure(figure, time)
    yield made
    figure.hide()


def test_the_figure_breathes_at_the_pattern(living: LivingFigure, time: Time) -> None:
    assert living.figure.light == (RESTING, 1)
    living.breathe(Pattern(4, 6), still=False)
    assert living.is_breathing
    lights: list[tuple[float | None, int]] = []
    for _ in range(10):
        living.frame()
        lights.append(living.figure.light)
        time.now += 1.0
    assert lights[0] == (pytest.approx(0.5), 1)
    assert [direction for _, direction in lights] == [1, 1, -1, -1, -1, -1, -1, -1, 1, 1]


def test_a_still_figure_and_one_of_no_pattern_do_not_move(living: LivingFigure) -> None:
    living.breathe(Pattern(4, 6), still=True)
    assert not living.is_breathing
    living.breathe(None, still=False)
    assert not living.is_breathing
    living.frame()
    assert living.figure.light == (RESTING, 1)


def test_one_that_is_to_be_still_from_now_on_comes_to_rest(living: LivingFigure, time: Time) -> None:
    living.breathe(Pattern(4, 6), still=False)
    time.now += 5.0
    living.frame()
    assert living.figure.light != (RESTING, 1)
    living.breathe(Pattern(4, 6), still=True)
    assert living.figure.light == (RESTING, 1)


def test_what_is_hidden_or_not_in_front_rests(living: LivingFigure, qtbot: QtBot) -> None:
    living.breathe(Pattern(4, 6), still=False)
    figure = living.figure
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    until(lambda: not living.is_breathing)
    figure.activateWindow()
    until(lambda: living.is_breathing)
    figure.hide()
    assert not living.is_breathing


def test_the_figure_of_today_lives_and_rests_on_another_page(desk: Desk) -> None:
    window = desk.app.front.window
    window.activateWindow()
    living = window.findChildren(LivingFigure)[0]
    until(lambda: living.is_breathing)
    window.open("journal")
    assert not living.is_breathing
    window.open("today")
    assert living.is_breathing
    desk.app.front.change("still_figure", True)
    assert not living.is_breathing
    assert FRAME >= 33, "a light that nobody follows needs no more"
    assert window.layoutDirection() is Qt.LayoutDirection.LeftToRight
