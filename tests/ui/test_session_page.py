"""The Session page: the word of the breath, words that move nothing, the line of the way, and where Space goes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from legsup.domain.breath import Breath, Cycle, Pattern, Phase, breath_in
from legsup.domain.session import Event, Status
from legsup.ui.breath_light import BreathLight
from legsup.ui.breath_words import clearness, word_of
from legsup.ui.pages.way_line import WayLine
from legsup.ui.theme import DUSK, LINEN, contrast
from tests.ui.desk import Desk, opened, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from legsup.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_word_comes_and_goes_within_its_part_of_the_breath_and_never_flickers() -> None:
    cycle = Cycle(0.0, Pattern(4, 6, 2, 1))
    moments = [breath_in(cycle, at / 60) for at in range(round(60 * cycle.pattern.seconds))]
    words = [word_of(each) for each in moments]
    assert list(dict.fromkeys(words)) == ["In", "Hold", "Out"]
    levels = [clearness(each) for each in moments]
    assert max(abs(after - before) for before, after in pairwise(levels)) < 0.15
    for at in range(1, len(words)):
        if words[at] != words[at - 1]:
            assert max(levels[at - 1 : at + 1]) < 0.1, "a word changes only while none is seen"
    assert all(clearness(each, still=True) == 1.0 for each in moments)


def test_in_and_out_stand_by_the_figure_as_the_session_breathes(desk: Desk) -> None:
    desk.button("Begin").click()
    page = desk.views.page
    assert page.breath_word.shown == ("", 0.0)
    desk.to("legs-up")
    pattern = desk.session.stretch.cycles[0].pattern
    desk.clock.now += pattern.inhale / 2
    until(lambda: page.breath_word.shown == ("In", 1.0))
    assert page.breath_word.isVisible()
    desk.clock.now += pattern.inhale / 2 + pattern.exhale / 2
    until(lambda: page.breath_word.shown == ("Out", 1.0))
    desk.conductor.send(Event.PAUSE)
    until(lambda: not page.breath_word.isVisible())


def test_where_the_breath_is_not_paced_no_word_stands_there(desk: Desk) -> None:
    desk.app.basis.kept.change(pattern="own")
    desk.button("Begin").click()
    desk.to("legs-up")
    desk.wait(5)
    assert desk.views.page.breath_word.shown == ("", 0.0)


@pytest.mark.parametrize("look", [DUSK, LINEN], ids=["dusk", "linen"])
def test_the_word_can_be_read_before_the_room(look: Theme) -> None:
    for behind in (look.night_top, look.night_low, look.wall, look.wall_far, look.page):
        assert contrast(look.accent, behind) >= 4.5


@pytest.mark.uncounted
@pytest.mark.parametrize(
    ("width", "height", "text_size"), [(480, 360, 100), (1000, 720, 100), (1280, 800, 200)]
)
def test_nothing_jumps_when_words_change(tmp_path: Path, width: int, height: int, text_size: int) -> None:
    desk = opened(tmp_path, text_size=text_size)
    desk.app.front.window.resize(width, height)
    desk.button("Begin").click()
    QApplication.processEvents()
    page = desk.views.page
    places: set[tuple[int, ...]] = set()
    said: set[str] = set()
    while not desk.session.beat.up:
        QApplication.processEvents()
        figure = page.figure.geometry()
        words = page.spoken.words.mapTo(page, QPoint(0, 0))
        # What is asked in the first step goes with it, and the figure has its room.
        if not page.desk.isVisible():
            places.add((figure.x(), figure.y(), figure.width(), figure.height(), words.y()))
        said.add(page.spoken.words.text())
        if desk.session.status is Status.WAITING:
            desk.actions.next.trigger()
        desk.wait(3)
    assert len(said) > 15
    assert len(places) == 1
    desk.close()


LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.mark.uncounted
@pytest.mark.parametrize(
    ("size", "text_size", "direction"),
    [((480, 360), 100, RTL), ((480, 360), 200, LTR), ((1280, 800), 200, RTL), ((2560, 1440), 100, LTR)],
)
def test_everything_has_its_place_at_every_size(
    tmp_path: Path, size: tuple[int, int], text_size: int, direction: Qt.LayoutDirection
) -> None:
    desk = opened(tmp_path, text_size=text_size)
    window = desk.app.front.window
    window.setLayoutDirection(direction)
    window.resize(*size)
    desk.button("Begin").click()
    desk.to("legs-up")
    for _ in range(3):
        QApplication.processEvents()
    page = desk.views.page
    assert window.size().toTuple() == size, "nothing makes the window larger than it was made"
    seen = [page.spoken.words, *(each for each in page.findChildren(QAbstractButton) if each.isVisible())]
    for each in seen:
        assert _inside(page, each), f"{each} is cut off"
    if text_size == 100:
        assert page.figure.height() >= 0.3 * size[1]
    desk.close()


def _inside(page: QWidget, widget: QWidget) -> bool:
    return page.rect().contains(QRect(widget.mapTo(page, QPoint(0, 0)), widget.size()))


def add_a_minute(desk: Desk) -> None:
    desk.actions.add_minute.trigger()


def click_next_and_back(desk: Desk) -> None:
    desk.actions.next.trigger()
    QTest.mouseClick(desk.button("Back"), Qt.MouseButton.LeftButton)


def through_a_pause(desk: Desk) -> None:
    QTest.mouseClick(desk.button("Pause"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(desk.button("Go on"), Qt.MouseButton.LeftButton)


def tingling(desk: Desk) -> None:
    desk.actions.tingle.trigger()
    desk.wait(1)
    desk.actions.pause.trigger()


def by_way_of_the_menu(desk: Desk) -> None:
    menu = next(each for each in desk.views.page.findChildren(QAbstractButton) if each.text() == "⋯")
    menu.setFocus(Qt.FocusReason.TabFocusReason)
    desk.actions.add_minute.trigger()


@pytest.mark.parametrize(
    "done",
    [add_a_minute, click_next_and_back, through_a_pause, tingling, by_way_of_the_menu],
    ids=lambda each: each.__name__,
)
def test_whatever_was_done_space_pauses_next(desk: Desk, done: Callable[[Desk], None]) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    desk.wait(30)
    done(desk)
    assert desk.session.status is Status.RUNNING
    focused = desk.app.front.window.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.text() == "Pause"
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert desk.session.status is Status.PAUSED


def test_all_along_a_practice_the_focus_is_on_what_space_means(desk: Desk) -> None:
    desk.button("Begin").click()
    while desk.session.is_active:
        focused = desk.app.front.window.focusWidget()
        assert isinstance(focused, QAbstractButton)
        assert focused.isEnabled()
        expected = desk.actions.next if desk.session.status is Status.WAITING else desk.actions.pause
        assert focused.text() == expected.text()
        if desk.session.status is Status.WAITING:
            QTest.keyClick(focused, Qt.Key.Key_Space)
        desk.wait(5)


def test_the_line_of_the_way_says_without_numbers_where_one_is(desk: Desk) -> None:
    desk.button("Begin").click()
    line = desk.views.page.findChildren(WayLine)[0]
    told = [line.accessibleDescription()]
    while desk.session.is_active and not desk.session.beat.up:
        if desk.session.status is Status.WAITING:
            desk.actions.next.trigger()
        desk.wait(3)
        if line.accessibleDescription() != told[-1]:
            told.append(line.accessibleDescription())
    assert told[0].startswith("Now: getting ready. Then: ")
    assert "Now: resting and breathing. Then: coming out, sitting a while." in told
    assert told[-1] == "Now: sitting a while."
    assert not any(letter.isdigit() for text in told for letter in text)


def test_words_fade_over_unless_the_figure_is_to_be_still(desk: Desk) -> None:
    desk.button("Begin").click()
    words = desk.views.page.spoken.words
    desk.actions.next.trigger()
    assert words.fading
    until(lambda: not words.fading)
    desk.app.basis.kept.change(still_figure=True)
    desk.actions.next.trigger()
    assert not words.fading


def test_a_held_breath_has_its_word() -> None:
    assert {word_of(Breath(phase, 0.5, 1.0)) for phase in (Phase.HOLD_FULL, Phase.HOLD_EMPTY)} == {"Hold"}


def test_the_breath_is_followed_only_while_what_it_lights_is_in_sight(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    figure = desk.views.page.figure
    timer = figure.findChildren(BreathLight)[0].findChildren(QTimer)[0]
    assert timer.isActive()
    desk.app.front.window.hide()
    assert not figure.isVisible()
    assert not timer.isActive()
    desk.app.front.window.show()
    assert timer.isActive()
