"""The row of buttons in a session: whatever they are called, none of them moves, where there is room for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication

from legsup.domain.session import Status
from legsup.ui.pages.session_buttons import SessionButtons
from tests.ui.desk import Desk, all_within, opened

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")

#: The labels of each place in the row.
PLACES = {
    "back": {"Back"},
    "pause": {"Pause", "Go on"},
    "out": {"Cancel", "Come out", "I'm already up"},
    "more": {"⋯"},
}
WAITS = {"Next", "I'm going down", "I'm up"}


def row(desk: Desk) -> dict[str, QRect]:
    """Tell where each button of the row stands on the page."""
    QApplication.processEvents()
    page = desk.views.page
    buttons = page.findChild(SessionButtons)
    assert buttons is not None
    return {
        str(each.property("text")): QRect(each.mapTo(page, QPoint(0, 0)), each.size())
        for each in buttons.findChildren(QAbstractButton)
        if each.isVisible()
    }


def led_through(desk: Desk) -> list[dict[str, QRect]]:
    """Go through a whole practice, with a pause and an early way out, and give the rows that stood there."""
    desk.button("Begin").click()
    rows = [row(desk)]
    while not desk.session.beat.up:
        if desk.session.status is Status.WAITING:
            desk.actions.next.trigger()
        desk.wait(5)
        rows.append(row(desk))
        if desk.session.beat.is_hold:
            desk.actions.pause.trigger()
            rows.append(row(desk))
            desk.actions.come_out.trigger()
    return [*rows, row(desk)]


@pytest.mark.uncounted
@pytest.mark.parametrize(
    ("width", "height", "text_size"), [(480, 360, 100), (1000, 720, 100), (1280, 800, 200)]
)
def test_no_button_moves_by_what_it_is_called(
    tmp_path: Path, width: int, height: int, text_size: int
) -> None:
    desk = opened(tmp_path, text_size=text_size)
    desk.app.front.window.resize(width, height)
    rows = led_through(desk)
    for place, labels in PLACES.items():
        found = [(label, rect) for each in rows for label, rect in each.items() if label in labels]
        assert {label for label, _ in found} == labels, place
        assert len({(rect.x(), rect.y(), rect.width()) for _, rect in found}) == 1, place
    # What answers a step that waits begins where the pause is, and ends where going on to the next does.
    pausing = [each for each in rows if each.keys() & PLACES["pause"]]
    waiting = [
        (label, rect)
        for each in rows
        if each not in pausing
        for label, rect in each.items()
        if label in WAITS
    ]
    running = [each["Next"] for each in pausing]
    pauses = [each["Pause"] for each in pausing if "Pause" in each]
    assert {rect.left() for rect in (*(rect for _, rect in waiting), *pauses)} == {pauses[0].left()}
    ends = {rect.right() for rect in running} | {rect.right() for label, rect in waiting if label != "I'm up"}
    assert len(ends) == 1
    desk.close()


@pytest.mark.uncounted
def test_where_there_is_no_room_for_that_all_words_have_theirs(tmp_path: Path) -> None:
    desk = opened(tmp_path, text_size=200)
    window = desk.app.front.window
    window.resize(480, 360)
    for each in led_through(desk):
        assert max(rect.right() for rect in each.values()) < window.width()
    all_within(window)
    desk.close()
