"""The tray's menu as a person meets it: six lines, every open practice in More, and a session's own four."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from legsup.practice.wanted import Wanted
from legsup.ui.session_words import up_by_text
from tests.screened import answered
from tests.ui.desk import opened, until

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


def visible(menu: QMenu) -> list[QAction]:
    """The lines that can be read, separators left out."""
    return [each for each in menu.actions() if each.isVisible() and not each.isSeparator()]


def lines(menu: QMenu) -> list[str]:
    """What they say."""
    return [each.text() for each in visible(menu)]


def more(desk: Desk) -> QMenu:
    """Open More, and give it."""
    menu = next(each.menu() for each in desk.app.tray.menu.menu.actions() if each.text() == "More")
    menu.aboutToShow.emit()  # type: ignore[union-attr] - it has a menu
    return menu  # type: ignore[return-value] - the same


def begin(desk: Desk) -> None:
    """Begin hands-free by the screen, so that nothing needs to be heard."""
    assert desk.app.begin(Wanted(by_screen=True)) is None


def derive(desk: Desk) -> None:
    """Tell the menu how things stand, as the icon does."""
    session = desk.conductor.session
    desk.app.tray.menu.derive(session, "" if session is None else up_by_text(session))


def shown(desk: Desk) -> QMenu:
    """Open the menu, and give it."""
    derive(desk)
    desk.app.tray.menu.menu.aboutToShow.emit()
    return desk.app.tray.menu.menu


def test_idle_it_says_when_one_would_be_up_and_lists_every_practice_with_its_minutes(desk: Desk) -> None:
    found = lines(shown(desk))
    assert found[0].startswith("Legs up the wall · 2 min · up by ")
    assert found[1:] == ["Short, 2 min", "More", "Reminders: off", "Open", "Quit"]
    listed = lines(more(desk))
    assert listed[0] == "Legs up the wall · 2 min"
    assert "Unwind · 8 min" in listed, "no fewer minutes than a practice takes"
    assert len(listed) == len(desk.practices.sequences) + 1
    assert listed[-1] == "Ask about my health again"
    assert lines(more(desk)) == listed, "opened twice it lists each once"


def test_a_practice_of_more_begins_hands_free_at_the_desk(desk: Desk) -> None:
    desk.app.basis.kept.change(muted=False, sound="silent")
    shown(desk)
    entry = next(each for each in more(desk).actions() if each.text().startswith("Butterfly"))
    entry.trigger()
    assert desk.session.plan.sequence == "butterfly"
    assert desk.session.beat.step.id == "desk"


def test_the_lines_about_reminders_stand_there_once_however_often_they_are_opened(desk: Desk) -> None:
    shown(desk)
    entry = next(each for each in desk.app.tray.menu.menu.actions() if each.text().startswith("Reminders"))
    menu = entry.menu()
    for _ in range(2):
        menu.aboutToShow.emit()  # type: ignore[union-attr] - it has a menu
        assert lines(menu) == ["Remind me, as proposed", "Choose times…"]  # type: ignore[arg-type] - the same


def test_what_the_outcome_closes_is_not_in_more(tmp_path: Path) -> None:
    desk = opened(tmp_path, kept=answered("4"))
    shown(desk)
    titles = [each.split(" · ")[0] for each in lines(more(desk))]
    assert "Legs up the wall" not in titles
    assert "Seated breath" in titles
    desk.close()


def test_before_any_answer_more_lists_all_and_each_asks_first(tmp_path: Path) -> None:
    desk = opened(tmp_path, kept=None)
    shown(desk)
    assert len(lines(more(desk))) == len(desk.practices.sequences) + 1
    more(desk).actions()[0].trigger()
    assert desk.conductor.session is None
    assert desk.wizard is not None
    desk.close()


def test_in_a_session_it_has_the_windows_own_actions_and_says_when_one_is_up(desk: Desk) -> None:
    begin(desk)
    desk.to("legs-up")
    menu = shown(desk)
    desk.app.tray.menu.derive(desk.session, "up by 14:31")
    assert lines(menu) == ["up by 14:31", "Pause", "Come out", "Open"]
    assert not visible(menu)[0].isEnabled(), "it is only read"
    visible(menu)[1].trigger()
    assert desk.session.pause is not None
    desk.app.tray.menu.derive(desk.session, "up by 14:32")
    assert lines(menu) == ["up by 14:32", "Go on", "Come out", "Open"]


def test_no_line_shows_a_key_for_none_works_in_a_panel(desk: Desk) -> None:
    states = [shown(desk)]
    keys = [each.shortcut().toString() for each in menus_lines(states[0])]
    begin(desk)
    assert not desk.actions.come_out.shortcut().isEmpty(), "in the window it has one"
    for step in ("desk", "legs-up", "up"):
        desk.to(step)
        keys += [each.shortcut().toString() for each in menus_lines(shown(desk))]
    assert set(keys) == {""}


def menus_lines(menu: QMenu) -> list[QAction]:
    """The lines of a menu and of all that it opens."""
    inner = [each.menu() for each in menu.actions()]
    return [
        *menu.actions(),
        *(line for each in inner if each is not None for line in menus_lines(each)),  # type: ignore[arg-type]
    ]


def test_an_open_menu_keeps_its_lines_in_a_session_and_their_words_go_on(desk: Desk) -> None:
    begin(desk)
    desk.to("legs-up")
    menu = shown(desk)
    before = visible(menu)
    assert lines(menu)[0].startswith("up by ")
    desk.to("up")
    derive(desk)
    assert visible(menu) == before, "none moves under a pointer"
    assert lines(menu)[0].startswith("up by ")
    assert lines(menu)[1] == "I'm up"
    menu.aboutToHide.emit()
    assert lines(menu)[0] == "I'm up"


def test_a_menu_that_is_open_when_a_session_begins_or_ends_greys_what_is_over(desk: Desk) -> None:
    menu = shown(desk)
    before = visible(menu)
    begin(desk)
    derive(desk)
    assert visible(menu) == before
    assert [each.text() for each in before if each.isEnabled()] == ["Open", "Quit"]
    menu.aboutToHide.emit()
    assert "Pause" in lines(menu)
    menu = shown(desk)
    desk.actions.come_out.trigger()
    assert not desk.conductor.is_active
    derive(desk)
    assert [each.text() for each in visible(menu) if each.isEnabled()] == ["Open"]
    menu.aboutToHide.emit()
    assert [each.isEnabled() for each in visible(menu)] == [True] * 6


@pytest.mark.parametrize("line", ["Legs up the wall", "More"])
def test_whoever_chooses_a_line_has_the_next_lines_at_once_though_nobody_tells_that_it_was_closed(
    desk: Desk, line: str
) -> None:
    desk.app.basis.kept.change(muted=False, sound="silent")
    desk.conductor.changed.connect(lambda: derive(desk))
    menu = shown(desk)
    chosen = more(desk).actions()[0] if line == "More" else visible(menu)[0]
    chosen.trigger()
    assert desk.session.beat.step.id == "desk"
    assert lines(menu)[-3:] == ["Pause", "Cancel", "Open"]


def test_a_menu_of_which_nobody_tells_that_it_was_closed_is_taken_to_be_after_a_while(desk: Desk) -> None:
    menu = shown(desk)
    begin(desk)
    derive(desk)
    (stays,) = (each for each in desk.app.tray.menu.findChildren(QTimer) if each.isActive())
    stays.start(0)
    until(lambda: "Pause" in lines(menu))


def test_where_a_step_waits_the_answer_stands_in_the_place_of_pause(desk: Desk) -> None:
    begin(desk)
    desk.to("up")
    menu = shown(desk)
    assert lines(menu) == ["I'm up", "Open"], "there is no way out any more"
    visible(menu)[0].trigger()
    QApplication.processEvents()
    assert not desk.conductor.is_active
    assert lines(shown(desk))[-1] == "Quit"
