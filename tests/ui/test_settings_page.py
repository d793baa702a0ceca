"""The Settings page: what is chosen there is kept at once, and what cannot be heard is refused with the reason."""

from __future__ import annotations

import wave
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton, QSpinBox, QWidget

from legsup.domain.session import Event
from legsup.services.outcome_store import OutcomeStore
from legsup.services.settings.store import SettingsStore
from legsup.ui.pages.settings_page import SettingsPage
from tests.ui.desk import Desk, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


class Picker:
    """Stands for the dialog in which a file is chosen."""

    def __init__(self) -> None:
        self.file = ""

    def __call__(self, _window: QWidget) -> str:
        return self.file


@pytest.fixture
def picker() -> Picker:
    return Picker()


@pytest.fixture
def page(tmp_path: Path, picker: Picker) -> Iterator[tuple[Desk, SettingsPage]]:
    """The Settings page of an app without a loudspeaker, unmuted."""
    made = opened(tmp_path, picks=picker, muted=False, sound="silent")
    made.app.front.window.open("settings")
    yield made, made.app.front.window.findChildren(SettingsPage)[0]
    made.close()


def box(page: SettingsPage, name: str) -> QComboBox:
    return next(each for each in page.findChildren(QComboBox) if each.accessibleName() == name)


def choose(page: SettingsPage, name: str, text: str) -> None:
    chosen = box(page, name)
    chosen.setCurrentIndex(chosen.findText(text))


def sound_file(folder: Path, name: str, *, silent: bool = False) -> Path:
    file = folder / name
    with wave.open(str(file), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(8000) if silent else b"\x00\x40\x00\xc0" * 2000)
    return file


def test_a_bell_is_turned_off_and_brought_back(page: tuple[Desk, SettingsPage]) -> None:
    desk, settings = page
    choose(settings, "Half way", "Off")
    assert desk.settings.bells == {"half_way": None}
    assert SettingsStore(desk.app.basis.places.settings).load().bells == {"half_way": None}
    choose(settings, "Half way", "As it came")
    assert desk.settings.bells == {}


def test_the_note_that_tells_that_all_is_well_cannot_be_off(page: tuple[Desk, SettingsPage]) -> None:
    assert box(page[1], "Soft note before words").findText("Off") == -1
    assert box(page[1], "End").findText("Off") > 0


def test_a_file_of_one_s_own_becomes_a_bell(
    page: tuple[Desk, SettingsPage], picker: Picker, tmp_path: Path
) -> None:
    desk, settings = page
    picker.file = str(sound_file(tmp_path, "gong.wav"))
    choose(settings, "Come out", "A file of my own …")
    assert desk.settings.bells == {"come_out": picker.file}
    assert box(settings, "Come out").currentText() == "gong.wav"


@pytest.mark.parametrize("content", [None, b"no sound at all"])
def test_a_file_that_cannot_be_heard_is_refused_and_the_bell_stays(
    page: tuple[Desk, SettingsPage], picker: Picker, tmp_path: Path, content: bytes | None
) -> None:
    desk, settings = page
    file = sound_file(tmp_path, "broken.wav", silent=True)
    if content is not None:
        file.write_bytes(content)
    picker.file = str(file)
    choose(settings, "End", "A file of my own …")
    assert desk.settings.bells == {}
    assert box(settings, "End").currentText() == "As it came"
    assert any("broken.wav" in text and "The shipped bell stays" in text for text in desk.texts())


def test_nothing_changes_where_no_file_is_chosen(page: tuple[Desk, SettingsPage]) -> None:
    desk, settings = page
    choose(settings, "End", "A file of my own …")
    assert desk.settings.bells == {}


def test_the_pace_of_the_voice_is_kept_and_a_slower_one_is_planned_for(
    page: tuple[Desk, SettingsPage],
) -> None:
    desk, settings = page
    pace = next(
        each for each in settings.findChildren(QSpinBox) if each.accessibleName() == "Pace of the voice"
    )
    assert pace.value() == 100
    pace.setValue(80)
    assert desk.settings.voice_rate == 0.8
    practices = desk.practices
    assert practices.choices(desk.settings, "hands-free").speech_rate == 0.8
    pace.setValue(130)
    assert practices.choices(desk.settings, "hands-free").speech_rate == 1.0


def test_the_sound_check_plays_three_breaths_and_ends(page: tuple[Desk, SettingsPage]) -> None:
    desk, settings = page
    settings.check.findChildren(QPushButton)[0].click()
    check = desk.sound_check
    assert check.is_running
    assert desk.button("Stop the sound").isEnabled()
    assert any("Nothing can be heard" in text for text in desk.texts())
    desk.clock.now += 1.0
    for _ in range(60):
        desk.clock.now += 1.0
        check.tick()
    assert not check.is_running
    assert desk.button("Play three breaths").isEnabled()


def test_the_sound_check_stops_at_once_when_asked_and_before_a_practice(
    page: tuple[Desk, SettingsPage],
) -> None:
    desk, _ = page
    desk.button("Play three breaths").click()
    desk.button("Stop the sound").click()
    assert not desk.sound_check.is_running
    desk.button("Play three breaths").click()
    desk.app.front.today.page.begin.emit()
    assert desk.conductor.is_active
    assert not desk.sound_check.is_running


def test_no_sound_check_plays_over_a_practice_or_while_muted(page: tuple[Desk, SettingsPage]) -> None:
    desk, settings = page
    desk.app.front.today.page.begin.emit()
    desk.app.front.window.open("settings")
    desk.button("Play three breaths").click()
    assert any("A practice is running" in text for text in desk.texts())
    desk.conductor.send(Event.STOP)
    desk.app.front.window.open("settings")
    choose_mute(settings)
    desk.button("Play three breaths").click()
    assert "Sound is muted." in desk.texts()


def test_a_look_chosen_in_settings_forgets_neither_the_answer_nor_the_first_practice(tmp_path: Path) -> None:
    desk = opened(tmp_path, kept=None, sequence="feet-a-little-raised")
    window = desk.app.front.window
    window.open("settings")
    page = window.findChildren(SettingsPage)[0]
    window.open("today")
    desk.button("Begin").click()
    desk.answer("No", "Done")
    desk.to("up")
    desk.button("I'm up").click()
    assert desk.settings.practised
    window.open("settings")
    choose(page, "Colours", "Linen")
    kept = SettingsStore(desk.app.basis.places.settings).load()
    assert (kept.look, kept.practised) == ("linen", True)
    assert OutcomeStore(desk.app.basis.places.outcome).load() is not None
    desk.close()


def test_what_a_terminal_wrote_meanwhile_is_shown_and_not_overwritten(
    page: tuple[Desk, SettingsPage],
) -> None:
    desk, settings = page
    SettingsStore(desk.app.basis.places.settings).change({"ease_in": False, "guidance": "short"})
    desk.app.front.window.open("today")
    desk.button("15 min → 9").click()
    kept = SettingsStore(desk.app.basis.places.settings).load()
    assert (kept.ease_in, kept.guidance, kept.minutes) == (False, "short", 9.0)
    assert box(settings, "Guidance").currentText() == "Few words"


def test_the_page_shows_the_settings_as_they_are(tmp_path: Path) -> None:
    desk = opened(tmp_path, look="dusk", pattern="4-1-6-1", voice_rate=0.9, sea_volume=0.3, half_way=True)
    desk.app.front.window.open("settings")
    page = desk.app.front.window.findChildren(SettingsPage)[0]
    assert box(page, "Colours").currentText() == "Dusk"
    assert box(page, "Breath").currentText() == "4-1-6-1"
    shown = {each.accessibleName(): each for each in page.findChildren(QWidget)}
    assert shown["Pace of the voice"].property("value") == 90
    assert shown["Sea"].property("value") == 30
    assert shown["Tell half way, from 10 minutes on"].property("checked")
    desk.close()


def choose_mute(page: SettingsPage) -> None:
    mute = next(each for each in page.findChildren(QWidget) if each.accessibleName() == "Mute")
    mute.setProperty("checked", True)


def test_a_voicing_is_chosen_and_heard_at_a_press_and_pressed_again_it_begins_again(
    page: tuple[Desk, SettingsPage],
) -> None:
    desk, _ = page
    for name, voicing in (("Steps", "steps"), ("Chord", "pad"), ("Glide", "glide")):
        desk.button(name).click()
        assert desk.settings.voicing == voicing
        assert desk.sound_check.is_running
    assert desk.button("✓ Glide").isEnabled()
    for _ in range(5):
        desk.clock.now += 1.0
        desk.sound_check.tick()
    desk.button("✓ Glide").click()
    assert desk.sound_check.is_running


def test_a_voicing_is_chosen_but_not_heard_over_a_practice(page: tuple[Desk, SettingsPage]) -> None:
    desk, _ = page
    desk.app.front.today.page.begin.emit()
    desk.app.front.window.open("settings")
    desk.button("Steps").click()
    assert desk.settings.voicing == "steps"
    assert not desk.sound_check.is_running
    desk.conductor.send(Event.STOP)


def test_a_voice_file_for_piper_is_chosen_kept_and_taken_back(
    page: tuple[Desk, SettingsPage], picker: Picker, tmp_path: Path
) -> None:
    desk, settings = page
    file = tmp_path / "amy.onnx"
    file.write_bytes(b"")
    picker.file = str(file)
    choose(settings, "Voice file for Piper", "A voice file …")
    assert desk.settings.piper_voice == ""
    assert any("amy.onnx.json is missing beside it" in text for text in desk.texts())
    (tmp_path / "amy.onnx.json").write_text('{"language": {"code": "en_GB"}}', encoding="utf-8")
    choose(settings, "Voice file for Piper", "A voice file …")
    assert desk.settings.piper_voice == str(file)
    assert box(settings, "Voice file for Piper").currentText() == "amy.onnx"
    choose(settings, "Voice file for Piper", "None")
    assert desk.settings.piper_voice == ""
    picker.file = ""
    choose(settings, "Voice file for Piper", "A voice file …")
    assert desk.settings.piper_voice == ""


def test_looking_at_the_settings_changes_none_of_them(tmp_path: Path) -> None:
    """A slider knows whole per cent, and a file written by hand may hold more."""
    desk = opened(tmp_path)
    desk.app.front.window.open("settings")
    desk.app.basis.kept.change(cues_volume=0.333, voice_rate=0.95)
    assert (desk.settings.cues_volume, desk.settings.voice_rate) == (0.333, 0.95)
    desk.close()
