"""What is essential is in sight in every state, at small sizes and with large text: nothing is cut off or lies over another."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QScrollBar, QWidget

from legsup.domain.session import Event, Status
from legsup.practice.wanted import Wanted
from legsup.ui.figure.breath_word import BreathWord
from legsup.ui.figure.widget import BodyFigure
from legsup.ui.pages.session_page import LEAST_FIGURE
from legsup.ui.widgets.fading import SMALLEST, FadingLabel
from tests.screened import answered
from tests.ui.desk import Desk, opened, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.uncounted]

#: Window sizes in pixels, and sizes of text in per cent.
ROOMS = [((480, 360), 100), ((480, 360), 200), ((1000, 720), 200), ((1000, 720), 100)]
CLOSES = "8"


@pytest.fixture(params=ROOMS, ids=str)
def room(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """An app in a window of a size, with text of a size."""
    size, text_size = request.param
    desk = opened(tmp_path, text_size=text_size)
    desk.app.front.window.resize(*size)
    settle()
    yield desk
    assert desk.app.front.window.size().toTuple() == size, "nothing makes the window larger than it was made"
    desk.close()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def seen_part(widget: QWidget) -> QRect:
    """Give the part of a widget that is not cut off by what it stands in, in the window's pixels."""
    window = widget.window()
    part = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not window:
        part &= QRect(above.mapTo(window, QPoint(0, 0)), above.size())
        above = above.parentWidget()
    return part & window.rect()


def is_whole(widget: QWidget) -> bool:
    return widget.isVisible() and seen_part(widget).size() == widget.size()


def scrolls(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above is not None


def has_room_for_its_words(widget: QWidget) -> bool:
    if isinstance(widget, FadingLabel):
        if not widget.text():
            return True
        return widget.needed((widget.text(),), widget.width(), SMALLEST * widget.scale) <= widget.height() + 1
    if isinstance(widget, QLabel):
        return widget.height() + 1 >= widget.heightForWidth(widget.width())
    if isinstance(widget, QAbstractButton) and widget.property("text"):
        return widget.width() >= widget.minimumSizeHint().width()
    return True


def shown_parts(page: QWidget) -> list[QWidget]:
    """Give what one reads, sees or presses."""
    kinds = (QLabel, QAbstractButton, BodyFigure, QScrollBar)
    return [
        each
        for each in page.findChildren(QWidget)
        if isinstance(each, kinds) and each.isVisible() and not seen_part(each).isEmpty()
    ]


def faults(page: QWidget, state: str, *essential: QWidget) -> list[str]:
    """Tell what cannot be seen as it is meant to be."""
    found = [f"{state}: {told(each)} is not in sight" for each in essential if not is_whole(each)]
    parts = shown_parts(page)
    found += [
        f"{state}: {told(each)} is cut off" for each in parts if not scrolls(each) and not is_whole(each)
    ]
    found += [
        f"{state}: {told(each)} has no room for its words"
        for each in parts
        if not has_room_for_its_words(each)
    ]
    for one, other in combinations(parts, 2):
        if seen_part(one).intersects(seen_part(other)) and not (
            one.isAncestorOf(other) or other.isAncestorOf(one)
        ):
            found.append(f"{state}: {told(one)} lies over {told(other)}")
    return found


def told(widget: QWidget) -> str:
    return str(widget.property("text") or widget.accessibleName() or type(widget).__name__).split("\n")[0][
        :40
    ]


def in_session(desk: Desk, state: str, *essential: QWidget) -> list[str]:
    """Tell the faults of a moment of a session: its words, its state and all its buttons are essential."""
    settle()
    page = desk.views.page
    buttons = [each for each in page.findChildren(QAbstractButton) if each.isVisible() and not scrolls(each)]
    words = [page.spoken.words] if page.spoken.isVisible() else []
    return faults(page, state, *buttons, *words, *essential)


def the_label(page: QWidget, start: str) -> QLabel:
    found = [each for each in page.findChildren(QLabel) if each.isVisible() and each.text().startswith(start)]
    assert len(found) == 1, f"{len(found)} labels {start!r}"
    return found[0]


def test_todays_title_and_what_to_press_are_in_sight(room: Desk) -> None:
    page = room.app.front.today.page
    found: list[str] = []
    for each in room.practices.sequences:
        room.app.front.change("sequence", each.id)
        settle()
        title = the_label(page, each.text["en"].title)
        found += faults(page, each.id, title, room.button("Begin"))
    room.app.front.change("sequence", "legs-up-the-wall")
    room.app.basis.outcome.answered(answered(CLOSES))
    settle()
    found += faults(
        page, "closed", the_label(page, "Legs up the wall ·"), room.button("Seated breath instead")
    )
    assert not found


def test_at_the_desk_all_has_its_place(room: Desk) -> None:
    room.app.begin(Wanted(minutes=5.0, by_screen=True))
    found = in_session(room, "desk", the_label(room.views.page, "Not today"))
    room.wait(4)
    found += in_session(room, "desk, spoken")
    room.conductor.send(Event.STOP)
    room.app.basis.kept.change(muted=False, sound="silent")
    room.app.quick_start()
    room.wait(5)
    until(lambda: room.session.status is Status.PAUSED)
    again = room.button("Try again")
    found += in_session(room, "no sound", again, room.button("Start with the screen"))
    assert not found


def test_all_along_a_practice_all_has_its_place(room: Desk) -> None:
    room.app.begin(Wanted(minutes=5.0, pace="my-pace"))
    page = room.views.page
    found: list[str] = []
    steps: set[str] = set()
    figure = page.figure
    while not room.session.beat.up:
        beat = room.session.beat
        if beat.step.id not in steps:
            steps.add(beat.step.id)
            found += in_session(room, beat.step.id, figure)
            if room.session.status is Status.RUNNING:
                for event in (Event.PAUSE, *([Event.TINGLE] if room.session.went_down else ())):
                    room.conductor.send(event)
                    settle()
                    found += in_session(
                        room, f"{beat.step.id}, {event.value}", figure, the_label(page, "Paused")
                    )
                    room.conductor.send(Event.RESUME)
        if room.session.status is Status.WAITING:
            room.actions.next.trigger()
        else:
            room.wait(1)
    found += in_session(room, "up", figure)
    room.actions.next.trigger()
    settle()
    found += faults(page, "end", page.spoken.words, room.button("Done"))
    assert len(steps) > 15
    assert not found


def test_in_the_hold_the_breath_is_seen(room: Desk) -> None:
    room.button("Begin").click()
    room.to("legs-up")
    settle()
    page = room.views.page
    word = page.findChildren(BreathWord)[0]
    room.clock.now += room.session.stretch.cycles[0].pattern.inhale / 2
    until(lambda: word.shown == ("In", 1.0))
    assert page.figure.height() >= LEAST_FIGURE
    assert is_whole(page.figure)
    assert is_whole(word)
    assert word.letters >= 0.9 * page.fontInfo().pixelSize(), "no smaller than what is read"


def test_a_practice_that_is_frequent_today_has_its_warning_and_its_place(room: Desk) -> None:
    room.app.begin(Wanted(minutes=5.0, pace="my-pace"))
    warning = "That's the third today. The one source that names a number says once or twice a day."
    room.views.page.show_frequency(warning)
    room.views.page.derive(room.session)
    found = in_session(room, "first step", the_label(room.views.page, "That's the third"))
    assert not found
