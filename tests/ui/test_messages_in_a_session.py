"""What comes by itself in a session: it moves no figure where there is room, and lies over nothing that is to be read."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from legsup.ui.pages.no_sound_row import NoSoundRow
from tests.ui.desk import Desk, opened, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

pytestmark = pytest.mark.usefixtures("qapp")

THIRD = "That's the third today. The one source that names a number says once or twice a day."


def silent(home: Path, size: tuple[int, int], text_size: int) -> Desk:
    """Open the app on a computer without a loudspeaker, in a window of a size."""
    desk = opened(home, muted=False, sound="silent", text_size=text_size)
    desk.app.front.window.resize(*size)
    return desk


@pytest.fixture
def large(tmp_path: Path) -> Iterator[Desk]:
    desk = silent(tmp_path, (1000, 720), 100)
    yield desk
    desk.close()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Desk]:
    desk = silent(tmp_path, (480, 360), 200)
    yield desk
    desk.close()


def place(desk: Desk, widget: QWidget) -> QRect:
    """Tell where a widget stands in the window."""
    return QRect(widget.mapTo(desk.app.front.window, QPoint(0, 0)), widget.size())


def rested(desk: Desk) -> None:
    """Let every layout come to rest."""
    seen: list[QRect] = []

    def stands() -> bool:
        seen.append(place(desk, desk.views.page.figure))
        return len(seen) > 5 and seen[-1] == seen[-4]

    until(stands)


def test_a_message_comes_over_the_figure_s_sky_and_goes_and_moves_nothing(large: Desk) -> None:
    messages = large.app.front.window.messages
    large.button("Begin").click()
    page = large.views.page
    rested(large)
    before = place(large, page.figure)
    large.wait(5)
    until(messages.isVisible)
    rested(large)
    assert messages.text().startswith("Nothing can be heard")
    assert place(large, page.figure) == before
    assert place(large, messages).bottom() < before.top() + 0.1 * before.height()
    assert large.app.front.window.childAt(place(large, messages).center()) is messages, "it can be read"
    messages.say("")
    rested(large)
    assert place(large, page.figure) == before
    messages.say(" ".join([THIRD] * 6))
    rested(large)
    assert place(large, page.figure).top() == place(large, messages).bottom() + 1, "no body is covered"
    large.actions.stop.trigger()
    large.app.front.window.open("today")
    messages.say("Read this.")
    until(lambda: place(large, large.app.front.today.page).top() > place(large, messages).bottom())


def test_how_often_one_practises_goes_with_the_first_step_and_moves_no_later_one(large: Desk) -> None:
    large.button("Begin").click()
    page = large.views.page
    page.show_frequency(THIRD)
    page.derive(large.session)
    (line,) = (each for each in page.findChildren(QLabel) if each.text() == THIRD)
    assert line.isVisible()
    large.actions.next.trigger()
    assert not line.isVisible()
    rested(large)
    before = place(large, page.figure)
    large.to("legs-up")
    rested(large)
    assert place(large, page.figure) == before


def test_with_large_text_in_a_small_window_no_line_lies_over_another(small: Desk) -> None:
    small.button("Begin").click()
    page = small.views.page
    page.show_frequency(THIRD)
    page.derive(small.session)
    (line,) = (
        each for each in page.findChildren(QLabel) if each.text() == THIRD and not each.accessibleName()
    )
    assert line.isVisible(), "alone it has room"
    small.wait(5)
    until(small.app.front.window.messages.isVisible)
    rested(small)
    shown = (small.app.front.window.messages, page.spoken.words, line, small.button("Next"))
    places = [place(small, each) for each in shown if each.isVisible()]
    assert len(places) == 3, "it gives way"
    for above, below in pairwise(places):
        assert above.bottom() < below.top()
    assert page.spoken.height() >= page.spoken.sizeHint().height()
    assert small.app.front.window.height() == 360


def test_many_messages_in_a_small_window_leave_what_can_be_done_its_place(small: Desk) -> None:
    small.button("Begin").click()
    small.to("to-the-mat")
    window, page = small.app.front.window, small.views.page
    messages = window.messages
    messages.say("")
    unheard = "Nothing can be heard: no loudspeaker was found. Turn the screen so that you can follow it."
    for text in (unheard, "The screen stays on, and unlocked, until the practice ends.", "Read this."):
        messages.say_as_well(text)
        rested(small)
        assert messages.text().endswith(text), "the newest is read whole"
        assert messages.height() == messages.heightForWidth(messages.width())
        assert place(small, page.spoken.words).bottom() < place(small, small.button("Pause")).top()
        assert page.spoken.words.height() >= page.spoken.words.minimumSizeHint().height()
        for name in ("Pause", "Next", "Cancel"):
            assert place(small, small.button(name)).bottom() < window.height()
    assert not messages.text().startswith(unheard)
    window.resize(1400, 1000)
    until(lambda: messages.text().startswith(unheard))


def test_with_large_text_in_a_small_window_the_latest_of_two_messages_leaves_room_to_what_is_done(
    small: Desk,
) -> None:
    dark = "The screen may go dark: this desktop does not keep it on."
    window, messages = small.app.front.window, small.app.front.window.messages
    small.button("Begin").click()
    messages.say_as_well(dark)
    small.wait(5)
    until(lambda: messages.text().startswith("Nothing can be heard"))
    rested(small)
    page = small.views.page
    assert page.spoken.height() >= page.spoken.sizeHint().height()
    assert place(small, small.button("Next")).bottom() < window.height()
    window.resize(1000, 720)
    until(lambda: messages.text().startswith(dark + " Nothing"))
    window.resize(480, 360)
    until(lambda: messages.text().startswith("Nothing"))
    messages.take_back(messages.text())
    assert messages.text() == dark


def test_with_large_text_in_a_small_window_both_ways_to_go_on_are_seen(small: Desk) -> None:
    small.app.quick_start()
    small.app.front.window.resize(480, 360)
    page = small.views.page
    page.show_frequency(THIRD)
    small.wait(5)
    row = page.findChildren(NoSoundRow)[0]
    until(row.isVisible)
    rested(small)
    (area,) = (each for each in page.findChildren(QScrollArea) if each.widget() is row)
    seen = place(small, area.viewport())
    for each in row.findChildren(QPushButton):
        assert seen.contains(place(small, each)), each.text()
