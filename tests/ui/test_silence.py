"""Where nothing can be heard: nobody is sent to the floor in silence, and the command line is told why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from legsup.app.remote_answers import answer
from legsup.domain.hearing import ALL_EARS
from legsup.domain.media_key import MediaKey
from legsup.domain.session import Event, Status
from legsup.practice.wanted import Wanted
from legsup.services.keep_awake import Awake
from legsup.services.media.player import MediaPlayer
from tests.ui.desk import Desk, opened, until
from tests.ui.test_tray import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def silent(tmp_path: Path) -> Iterator[Desk]:
    """An app on a computer without a loudspeaker."""
    made = opened(tmp_path, muted=False, sound="silent")
    yield made
    made.close()


def paused(desk: Desk) -> bool:
    return desk.session.status is Status.PAUSED


def at_the_desk(desk: Desk) -> None:
    """Begin from the tray, and wait until it waits for sound."""
    desk.app.quick_start()
    desk.wait(5)
    until(lambda: paused(desk))


def pressed_media_key(desk: Desk, key: MediaKey) -> None:
    player = desk.app.leading.findChild(MediaPlayer)
    assert player is not None
    player.pressed.emit(key)


def by_click(desk: Desk) -> None:
    for text in ("Next", "Go on"):
        assert not desk.button(text).isEnabled()
        desk.button(text).click()


def by_space_on_the_floor(desk: Desk) -> None:
    desk.app.front.open_floor_view()
    QTest.keyClick(desk.views.floor_view, Qt.Key.Key_Space)
    desk.views.floor_view.close()


def by_tray(desk: Desk) -> None:
    line = next(each for each in shown(desk).actions() if each.text() == "Go on · no sound yet")
    assert not line.isEnabled()
    line.trigger()


def by_headset(desk: Desk) -> None:
    for key in (MediaKey.PLAY, MediaKey.PLAY_PAUSE, MediaKey.NEXT):
        pressed_media_key(desk, key)


def by_another_process(desk: Desk) -> None:
    for verb in ("next", "resume", "back"):
        assert "nothing can be heard" in answer(desk.app, {"verb": verb})["error"]


def by_whatever_comes(desk: Desk) -> None:
    for event in (Event.NEXT, Event.RESUME, Event.BACK, Event.PAUSE):
        desk.conductor.send(event)


@pytest.mark.parametrize(
    "press", [by_click, by_space_on_the_floor, by_tray, by_headset, by_another_process, by_whatever_comes]
)
def test_while_nothing_is_heard_no_face_goes_on_and_each_leaves(
    silent: Desk, press: Callable[[Desk], None]
) -> None:
    at_the_desk(silent)
    before = silent.session.mark
    press(silent)
    silent.wait(5)
    assert silent.session.mark == before, "not for a moment either"
    pressed_media_key(silent, MediaKey.STOP)
    assert not silent.conductor.is_active


def test_a_dizzy_head_is_led_out_though_nothing_is_heard(silent: Desk) -> None:
    at_the_desk(silent)
    silent.actions.dizzy.trigger()
    silent.wait(2)
    assert not silent.session.beat.desk
    assert silent.session.status is Status.RUNNING
    assert silent.actions.next.isEnabled()


def test_a_quick_start_waits_at_the_desk_and_says_how_to_go_on(silent: Desk) -> None:
    at_the_desk(silent)
    assert silent.button("Start with the screen").isVisible()
    assert silent.views.page.desk.primary is not None
    assert silent.button("Try again").hasFocus(), "Space looks for a loudspeaker, and opens no menu"


def test_without_a_desk_it_waits_on_the_first_step(silent: Desk) -> None:
    assert silent.app.begin(Wanted(minutes=2.0, desk=False)) is None
    silent.wait(5)
    until(lambda: paused(silent))
    assert silent.button("Try again").isVisible()


def test_with_the_screen_it_leads_down_and_nothing_waits_there(silent: Desk) -> None:
    at_the_desk(silent)
    silent.button("Start with the screen").click()
    silent.to("legs-up")
    assert silent.session.status is Status.RUNNING


def close_window(desk: Desk) -> None:
    """Close the window as where it may: nobody is asked, and the app goes on."""
    desk.app.keep()
    assert desk.app.front.window.close()


def begun_unheard(desk: Desk) -> None:
    """Begin at one's own pace, and go on until nothing waits."""
    desk.button("Begin").click()
    desk.wait(5)
    desk.to("to-the-mat")


@pytest.mark.parametrize("muted", [True, False])
def test_a_practice_that_is_neither_seen_nor_heard_leads_nobody_on(tmp_path: Path, muted: bool) -> None:  # noqa: FBT001 - a case
    desk = opened(tmp_path, muted=muted, sound="silent")
    begun_unheard(desk)
    close_window(desk)
    assert paused(desk)
    desk.app.show_window()
    desk.button("Go on").click()
    assert desk.session.status is Status.RUNNING
    desk.close()


def test_what_is_still_seen_or_heard_goes_on_and_so_does_one_that_lies(desk: Desk) -> None:
    begun_unheard(desk)
    desk.app.front.open_floor_view()
    close_window(desk)
    assert not paused(desk), "the floor view leads"
    desk.views.floor_view.leave()
    assert paused(desk), "nothing is seen any more"
    desk.app.show_window()
    desk.button("Go on").click()
    desk.app.front.open_floor_view()
    desk.views.floor_view.leave()
    assert not paused(desk), "the window leads"
    desk.to("legs-up")
    close_window(desk)
    assert not paused(desk), "nothing waits for one who lies there"


def told(desk: Desk) -> list[str]:
    return [text for text in desk.texts() if text.startswith("Nothing can be heard: ")]


def test_one_s_own_pace_needs_no_sound_and_says_once_that_there_is_none(silent: Desk) -> None:
    silent.button("Begin").click()
    assert told(silent) == []
    silent.wait(5)
    (line,) = told(silent)
    assert line.startswith("Nothing can be heard: sound is switched off in the settings. ")
    assert line.endswith(" Turn the screen so that you can follow it.")
    silent.to("legs-up")
    assert silent.session.status is Status.RUNNING
    assert len(told(silent)) == 1
    silent.actions.stop.trigger()
    assert told(silent) == []


def test_it_is_said_beside_what_else_is_said(silent: Desk) -> None:
    silent.app.basis.kept.change(keep_screen=True)
    silent.button("Begin").click()
    until(lambda: silent.inhibitor.held is Awake.SCREEN)
    silent.wait(5)
    stays = "The screen stays on, and unlocked, until the practice ends."
    assert any(stays in text and "Nothing can be heard" in text for text in silent.texts())


def on_screen(desk: Desk) -> str:
    return desk.views.page.spoken.words.text()


def test_what_is_not_told_aloud_is_not_said_to_be(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("going-down")
    desk.wait(9)
    assert on_screen(desk) == "From here on it goes on by itself. No key is needed."
    # As soon as it is heard, the words follow.
    desk.views.page.spoken.ears = ALL_EARS
    desk.wait(1)
    assert on_screen(desk) == "From here on everything is told aloud. No key is needed."


def test_with_the_screen_nobody_is_asked_whether_they_hear(silent: Desk) -> None:
    at_the_desk(silent)
    silent.button("Start with the screen").click()
    shown: set[str] = set()
    while silent.session.beat.desk:
        silent.wait(1)
        shown.add(on_screen(silent))
    assert "Leave the desk, with the screen in sight." in shown


def test_one_who_muted_it_is_not_told(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.wait(5)
    assert told(desk) == []


def test_a_muted_hands_free_start_is_refused_to_whoever_asked(desk: Desk) -> None:
    told = answer(desk.app, {"verb": "start", "options": {}})
    assert "Sound is muted" in told["error"]
    assert any("Sound is muted" in text for text in desk.texts())
    desk.button("Begin").click()
    assert not any("Sound is muted" in text for text in desk.texts())


def test_the_questions_are_asked_after_the_command_line_has_its_answer(tmp_path: Path) -> None:
    desk = opened(tmp_path, kept=None)
    told = answer(desk.app, {"verb": "start", "options": {"pace": "my-pace"}})
    assert "A few questions come first" in told["error"]
    assert desk.conductor.session is None
    desk.answer("No", "Done")
    assert desk.conductor.is_active
    desk.close()
