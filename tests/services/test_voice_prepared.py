"""The prepared voice: the best source first, faults survived, what took long kept."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest

from legsup.domain.line_names import line_id
from legsup.domain.sound import Clip
from legsup.domain.speech import speaking_seconds
from legsup.services.voice.cache import Cache
from legsup.services.voice.files import as_wave
from legsup.services.voice.pack import PackSpeaker
from legsup.services.voice.prepared import PreparedVoice
from legsup.services.voice.programs import ProgramSpeaker
from legsup.services.voice.speaker import VoiceError
from legsup.services.voice.system_programs import PowerShell, Say, system_program

if TYPE_CHECKING:
    from pathlib import Path

HUM = np.sin(np.arange(8000) / 10).astype(np.float32).tobytes()


class Reader:
    """A voice that knows some texts, or none at all."""

    is_slow = True
    is_at_hand = False

    def __init__(self, name: str, *known: str, fails: bool = False) -> None:
        self.name = name
        self.asked: list[str] = []
        self.seconds: list[float] = []
        self.closed = False
        self._known = known
        self._fails = fails

    def speak(self, text: str, seconds: float) -> Clip | None:
        self.asked.append(text)
        self.seconds.append(seconds)
        assert seconds > 0
        if self._fails:
            raise VoiceError(self.name)
        return Clip(8000, HUM) if text in self._known else None

    def close(self) -> None:
        self.closed = True


def prepared(voice: PreparedVoice, *texts: str) -> None:
    """Wait until the voice has gone through texts."""
    voice.prepare(texts)
    for thread in threading.enumerate():
        if thread.name == "voice":
            thread.join(60)


def test_the_first_voice_that_knows_a_line_says_it(tmp_path: Path) -> None:
    first, second = Reader("first", "one"), Reader("second", "one", "two")
    voice = PreparedVoice([first, second], Cache(tmp_path))
    prepared(voice, "one", "two", "three")
    assert voice.clip("one") is not None
    assert voice.clip("two") is not None
    assert voice.clip("three") is None
    assert [voice.has(each) for each in ("one", "two", "three")] == [True, True, False]
    assert second.asked == ["two", "three"]
    voice.close()
    assert first.closed
    assert voice.clip("one") is None


@pytest.mark.parametrize(("rate", "share"), [(0.5, 2.0), (1.0, 1.0), (1.5, 1.0)])
def test_a_slow_voice_has_longer_for_a_line_and_a_fast_one_the_time_that_was_planned(
    tmp_path: Path, rate: float, share: float
) -> None:
    reader = Reader("reader", "Feet slide down the wall.")
    assert PreparedVoice([reader], Cache(tmp_path), rate).made("Feet slide down the wall.") is not None
    assert reader.seconds == [pytest.approx(share * speaking_seconds("Feet slide down the wall."))]


def test_a_voice_that_cannot_be_had_is_asked_once(tmp_path: Path) -> None:
    broken, good = Reader("broken", fails=True), Reader("good", "one", "two")
    voice = PreparedVoice([broken, good], Cache(tmp_path))
    prepared(voice, "one", "two")
    assert voice.clip("two") is not None
    assert broken.asked == ["one"]


def test_what_was_made_once_is_kept_for_the_next_session(tmp_path: Path) -> None:
    prepared(PreparedVoice([Reader("slow", "one")], Cache(tmp_path)), "one")
    later = Reader("slow", "one")
    voice = PreparedVoice([later], Cache(tmp_path))
    prepared(voice, "one")
    clip = voice.clip("one")
    assert clip is not None
    assert clip.rate == 8000
    assert np.allclose(np.frombuffer(clip.pcm, np.float32), np.frombuffer(HUM, np.float32), atol=1e-3)
    assert later.asked == []


def test_a_damaged_or_refused_cache_costs_time_only(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put("slow", "one", Clip(8000, HUM))
    (file,) = (tmp_path / "cache").rglob("*.wav")
    file.write_bytes(b"RIFF")
    assert cache.get("slow", "one") is None
    (tmp_path / "file").write_bytes(b"")
    Cache(tmp_path / "file").put("slow", "one", Clip(8000, HUM))


def test_only_the_latest_voices_are_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for name in ("a", "b", "c", "d"):
        cache.put(name, "one", Clip(8000, HUM))
    assert len(list(tmp_path.iterdir())) == 3
    assert cache.get("d", "one") is not None


def test_a_next_plan_keeps_the_clips_it_shares_and_lets_the_others_go(tmp_path: Path) -> None:
    reader = Reader("voice", "one", "two")
    voice = PreparedVoice([reader], Cache(tmp_path))
    prepared(voice, "one")
    prepared(voice, "two")
    assert voice.clip("one") is None
    assert voice.clip("two") is not None


def test_what_is_at_hand_is_not_kept_but_spoken_again(tmp_path: Path) -> None:
    reader = Reader("quick", "one")
    reader.is_at_hand = True
    voice = PreparedVoice([reader], Cache(tmp_path))
    prepared(voice, "one", "two")
    reader.asked.clear()
    clip = voice.clip("one")
    assert clip == Clip(8000, HUM)
    assert voice.clip("two") is None
    assert reader.asked == ["one"]


def test_clips_that_were_made_ready_wait_in_their_files_and_recorded_ones_in_memory(tmp_path: Path) -> None:
    file = tmp_path / f"{line_id('Sit.')}.wav"
    for is_made_ready in (True, False):
        file.write_bytes(as_wave(Clip(8000, HUM)))
        voice = PreparedVoice([PackSpeaker(tmp_path, "pack-en", made_ready=is_made_ready)], Cache(tmp_path))
        prepared(voice, "Sit.")
        assert voice.clip("Sit.") is not None
        file.unlink()
        assert (voice.clip("Sit.") is None) is is_made_ready


class Python:
    """A speech program of which the mouth is this Python: it writes what its code says."""

    def __init__(self, code: str, name: str = sys.executable) -> None:
        self.name, self.spoken_as = name, "python"
        self._code = code

    def voice(self, language: str) -> str | None:
        return language if language == "en" else None

    def command(self, voice: str, faster: float, file: str) -> list[str]:
        return [sys.executable, "-c", self._code, voice, str(faster), file]


HUMS = """
import math, sys, wave
words = len(sys.stdin.read().split())
count = int(words * 8000 / float(sys.argv[2]))
with wave.open(sys.argv[3], "wb") as file:
    file.setparams((1, 2, 8000, 0, "NONE", ""))
    file.writeframes(b"".join(int(9000 * math.sin(n / 5)).to_bytes(2, "little", signed=True) for n in range(count)))
"""


class TestPrograms:
    def test_a_line_that_would_last_too_long_is_said_faster(self) -> None:
        speaker = ProgramSpeaker(Python(HUMS), "en")
        plain, faster = speaker.speak("one two three", 5.0), speaker.speak("one two three", 2.5)
        assert plain is not None
        assert faster is not None
        assert plain.seconds == pytest.approx(3.0, abs=0.1)
        assert faster.seconds == pytest.approx(2.43, abs=0.1)

    def test_a_voice_speaks_at_the_rate_chosen_and_keeps_its_clips_apart(self) -> None:
        slow, quick = (ProgramSpeaker(Python(HUMS), "en", rate) for rate in (0.8, 1.25))
        slower, quicker = slow.speak("one two three", 5.0), quick.speak("one two three", 5.0)
        assert slower is not None
        assert quicker is not None
        assert slower.seconds == pytest.approx(3.75, abs=0.1)
        assert quicker.seconds == pytest.approx(2.4, abs=0.1)
        assert len({slow.name, quick.name, ProgramSpeaker(Python(HUMS), "en").name}) == 3

    @pytest.mark.parametrize("code", ["import sys; sys.exit(3)", "pass"])
    def test_a_program_that_fails_is_told_apart_from_a_missing_line(self, code: str) -> None:
        with pytest.raises(VoiceError, match="failed"):
            ProgramSpeaker(Python(code), "en").speak("one", 1.0)

    def test_a_program_without_the_language_or_not_here_speaks_nothing(self) -> None:
        with pytest.raises(VoiceError, match="does not speak de"):
            ProgramSpeaker(Python(HUMS), "de").speak("eins", 1.0)
        with pytest.raises(VoiceError, match="not here"):
            ProgramSpeaker(Python(HUMS, name="no-such-program"), "en").speak("one", 1.0)

    def test_a_file_that_is_no_sound_is_no_clip(self) -> None:
        code = "import sys; open(sys.argv[3], 'w').write('hello')"
        assert ProgramSpeaker(Python(code), "en").speak("one", 1.0) is None

    def test_systems_that_bring_a_voice_speak_by_it(self) -> None:
        assert isinstance(system_program("darwin"), Say)
        assert isinstance(system_program("win32"), PowerShell)
        assert system_program("linux") is None

    def test_names_are_quoted_for_powershell(self) -> None:
        script = PowerShell().command("Sam O'Neil", 1.2, "C:\\o'file.wav")[-1]
        assert "SelectVoice('Sam O''Neil')" in script
        assert "SetOutputToWaveFile('C:\\o''file.wav')" in script
        assert "$voice.Rate = 0" in script


def test_what_a_voice_runs_is_ended_when_nothing_more_is_to_be_said(tmp_path: Path) -> None:
    reader = Reader("voice", "one")
    voice = PreparedVoice([reader], Cache(tmp_path))
    prepared(voice, "one")
    assert reader.closed
    assert voice.clip("one") is not None


def test_a_broken_clip_is_told_by_name_once_and_the_next_voice_speaks(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / f"{line_id('Sit.')}.wav").write_bytes(b"no sound at all")
    second = Reader("second", "Sit.")
    voice = PreparedVoice([PackSpeaker(tmp_path, "pack-en"), second], Cache(tmp_path / "cache"))
    prepared(voice, "Sit.")
    assert voice.clip("Sit.") is not None
    (told,) = [record.message for record in caplog.records if "next voice speaks" in record.message]
    assert line_id("Sit.") in told
