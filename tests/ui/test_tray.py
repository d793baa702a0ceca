"""The tray's menu as a person meets it: six lines, every open practice in More, and a session's own four."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from legsup.practice.wanted import Wanted
from tests.screened import answered
from tests.ui.desk import opened

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QMenu

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


def lines(menu: QMenu) -> list[str]:
    """The lines that can be read, separators left out."""
    return [each.text() for each in menu.actions() if each.isVisible() and not each.isSeparator()]


def more(desk: Desk) -> QMenu:
    """Open More, and give it."""
    menu = next(each.menu() for each in desk.app.tray.menu.menu.actions() if each.text() == "More")
    menu.aboutToShow.emit()  # type: ignore[union-attr] - it has a menu
    return menu  # type: ignore[return-value] - the same


def begin(desk: Desk) -> None:
    """Begin hands-free by the screen, so that nothing needs to be heard."""
    assert desk.app.begin(Wanted(by_screen=True)) is None


def shown(desk: Desk) -> QMenu:
    """Open the menu, and give it."""
    menu = desk.app.tray.menu
    menu.derive(desk.conductor.session)
    menu.menu.aboutToShow.emit()
    return menu.menu


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
    menu = shown(desk)
    assert [each for each in menu.actions() if each in desk.actions.all] == [
        desk.actions.pause,
        desk.actions.come_out,
    ]
    desk.to("legs-up")
    desk.app.tray.menu.derive(desk.session, "up by 14:31")
    assert lines(menu) == ["up by 14:31", "Pause", "Come out", "Open"]
    assert not menu.actions()[0].isEnabled(), "it is only read"
    menu.actions()[1].trigger()
    assert desk.session.pause is not None
    desk.app.tray.menu.derive(desk.session, "up by 14:32")
    assert lines(menu) == ["up by 14:32", "Go on", "Come out", "Open"]


def test_an_open_menu_is_not_filled_anew_while_its_lines_stay(desk: Desk) -> None:
    begin(desk)
    menu = shown(desk)
    before = menu.actions()
    desk.wait(20)
    desk.app.tray.menu.derive(desk.session, "up by 14:31")
    assert menu.actions() == before


def test_where_a_step_waits_the_answer_stands_in_the_place_of_pause(desk: Desk) -> None:
    begin(desk)
    desk.to("up")
    menu = shown(desk)
    assert lines(menu) == ["I'm up", desk.actions.come_out.text(), "Open"]
    menu.actions()[1].trigger()
    QApplication.processEvents()
    assert not desk.conductor.is_active
    assert lines(shown(desk))[-1] == "Quit"
