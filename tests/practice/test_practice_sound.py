"""What a practice does about its sound: it waits while nothing is heard, and goes on by itself once something is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from legsup.domain.session import Event, Status
from legsup.domain.sound import Progress, SoundHealth
from legsup.places import in_folder
from legsup.practice.kept_settings import KeptSettings
from legsup.practice.practice_sound import PracticeSound
from legsup.services.settings.store import SettingsStore
from tests.domain.run import begun
from tests.small_practice import wall_plan
from tools.hand_clock import HandClock

if TYPE_CHECKING:
    from pathlib import Path

    from legsup.domain.session import Session
    from legsup.domain.sound import Levels
    from legsup.places import Places
    from legsup.services.sound.engine import Sound


class Plugged(PracticeSound):
    """The sound of a practice, at a loudspeaker that is plugged in when a test says so."""

    is_in = False

    def health(self) -> SoundHealth:
        """Tell how it is doing."""
        return SoundHealth("Speaker", Progress.PLAYING if self.is_in else Progress.SILENT)


def test_a_practice_that_waits_goes_on_once_a_loudspeaker_that_was_looked_for_anew_is_heard(
    tmp_path: Path,
) -> None:
    kept = KeptSettings(SettingsStore(tmp_path / "settings.json"))
    kept.change(muted=True)
    sound = Plugged(kept, in_folder(tmp_path), HandClock())
    run = begun(wall_plan())
    sound.prepare(run.session.plan)
    run.wait(5.0)
    assert sound.wish(run.session) is Event.PAUSE
    run.send(Event.PAUSE)
    assert sound.waits
    sound.try_again(run.session)
    assert sound.waits
    assert sound.wish(run.session) is None, "nothing is heard yet"
    sound.is_in = True
    assert sound.wish(run.session) is Event.RESUME
    assert not sound.waits
    run.send(Event.RESUME)
    assert run.session.status is Status.RUNNING
    assert sound.wish(run.session) is None
    sound.close()


class Speaking:
    """Stands for the sound of a practice, of which each line is said and heard; keeps what it was told."""

    def __init__(self) -> None:
        self.levels: list[Levels] = []
        self.followed: list[Session] = []

    def follow(self, session: Session) -> None:
        """Take up a session."""
        self.followed.append(session)

    def says(self, text: str) -> bool:
        """Say every line."""
        return bool(text)

    def health(self) -> SoundHealth:
        """Play."""
        return SoundHealth("a loudspeaker", Progress.PLAYING)

    def close(self) -> None:
        """Nothing is held."""

    def set_levels(self, levels: Levels) -> None:
        """Take up other levels."""
        self.levels.append(levels)


class Voiced(PracticeSound):
    """The sound of practices, with that sound."""

    def __init__(self, kept: KeptSettings, places: Places) -> None:
        super().__init__(kept, places, HandClock())
        self.heard = Speaking()
        self._sound = cast("Sound", self.heard)


def test_something_is_heard_without_the_voice_too(tmp_path: Path) -> None:
    kept = KeptSettings(SettingsStore(tmp_path / "settings.json"))
    sound = Voiced(kept, in_folder(tmp_path))
    run = begun(wall_plan())
    assert sound.hears
    kept.change(voice_volume=0.0, cues_volume=0.0, sea_volume=0.0)
    assert sound.hears, "tones and bells are never at 0"
    sound.soften(0.0)
    assert not sound.hears
    sound.soften(1.0)
    kept.change(muted=True)
    assert not sound.hears
    assert sound.is_silent(run.session), "one who muted it hears nothing from the start"
    kept.change(muted=False)
    assert not sound.is_silent(run.session)
    sound.close()
    assert not sound.hears
    assert not sound.is_silent(run.session), "it may be about to sound"
    run.wait(5)
    assert sound.is_silent(run.session)


@pytest.mark.parametrize("unheard", [{"muted": True}, {"voice_volume": 0.0}])
def test_a_line_is_said_as_long_as_the_voice_can_be_heard(tmp_path: Path, unheard: dict[str, object]) -> None:
    kept = KeptSettings(SettingsStore(tmp_path / "settings.json"))
    sound = Voiced(kept, in_folder(tmp_path))
    assert sound.says("Feet down.")
    assert not sound.says("")
    sound.soften(0.0)
    assert not sound.says("Feet down.")
    sound.soften(1.0)
    kept.change(**unheard)
    assert not sound.says("Feet down.")
    sound.close()
    assert not sound.says("Feet down."), "nothing sounds any more"


def test_what_is_softened_has_a_share_of_each_volume_until_it_is_as_it_was_chosen(tmp_path: Path) -> None:
    kept = KeptSettings(SettingsStore(tmp_path / "settings.json"))
    kept.change(cues_volume=0.5, voice_volume=0.75, sea_volume=0.25)
    sound = Voiced(kept, in_folder(tmp_path))

    def heard() -> tuple[float, float, float, bool]:
        now = sound.heard.levels[-1]
        return now.cues, now.voice, now.sea, now.mute

    sound.soften(0.5)
    assert heard() == (0.25, 0.375, 0.125, False)
    kept.change(cues_volume=1.0)
    assert heard() == (0.5, 0.375, 0.125, False), "a volume that is chosen meanwhile is softened, too"
    sound.soften(0.0)
    assert heard() == (0.0, 0.0, 0.0, True), "nothing of it is heard, bells of one's own neither"
    sound.soften(1.0)
    assert heard() == (1.0, 0.75, 0.25, False)
    kept.change(muted=True)
    assert heard() == (1.0, 0.75, 0.25, True)
    last = len(sound.heard.levels)
    sound.close()
    kept.change(muted=False)
    assert len(sound.heard.levels) == last, "who has left follows no settings"
    sound.close()


def test_sound_takes_up_a_session_where_more_than_time_has_changed(tmp_path: Path) -> None:
    sound = Voiced(KeptSettings(SettingsStore(tmp_path / "settings.json")), in_folder(tmp_path))
    run = begun(wall_plan())
    told = [run.session]
    for _ in range(3):
        sound.follow(run.session)
        run.wait(0.5)
    assert sound.heard.followed == told, "time alone is on its own clock"
    for event in (Event.PAUSE, Event.RESUME, Event.ADD_MINUTE, Event.NEXT):
        before = run.session.mark
        run.send(event)
        told += [run.session] if run.session.mark != before else []
        sound.follow(run.session)
    assert len(told) > 3
    assert sound.heard.followed == told
    sound.close()


def test_a_loudspeaker_that_is_looked_for_anew_is_told_where_the_session_is(tmp_path: Path) -> None:
    kept = KeptSettings(SettingsStore(tmp_path / "settings.json"))
    kept.change(muted=True)
    sound = Voiced(kept, in_folder(tmp_path))
    run = begun(wall_plan())
    sound.follow(run.session)
    sound.prepare(run.session.plan)
    again = Speaking()
    sound.heard, sound._sound = again, cast("Sound", again)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - a loudspeaker comes
    sound.follow(run.session)
    assert again.followed == [run.session]
    sound.close()


def test_one_who_asked_for_the_screen_is_neither_made_to_wait_nor_told_that_nothing_is_heard(
    tmp_path: Path,
) -> None:
    kept = KeptSettings(SettingsStore(tmp_path / "settings.json"))
    sound = Plugged(kept, in_folder(tmp_path), HandClock())
    run = begun(wall_plan())
    run.wait(3.0)
    assert sound.wish(run.session) is None, "a loudspeaker takes a moment to begin"
    run.wait(1.0)
    assert sound.wish(run.session) is Event.PAUSE
    sound.with_screen()
    assert not sound.waits
    assert sound.wish(run.session) is None
    sound.close()
