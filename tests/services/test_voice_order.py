"""Which voice speaks: the chosen one, else the best there is for each line, never one of another language."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from legsup.domain.line_names import line_id
from legsup.domain.lines import lines_of
from legsup.domain.plan import Choices
from legsup.domain.planning import compile_plan
from legsup.domain.sound import Clip
from legsup.services.library import Library
from legsup.services.voice.choice import VoiceChoice, VoiceFolders, open_voice
from legsup.services.voice.files import as_wave
from legsup.services.voice.natural import natural_is_here
from tests.services.test_voice_prepared import HUM, prepared


def test_another_language_is_never_read_in_an_english_voice(tmp_path: Path) -> None:
    folders = VoiceFolders(packs=tmp_path / "packs", shipped=tmp_path / "shipped", cache=tmp_path / "cache")
    voice = open_voice(VoiceChoice.SHIPPED, "xx", folders)
    prepared(voice, "Sit.")
    assert voice.clip("Sit.") is None
    voice.close()


@pytest.mark.parametrize(
    ("choice", "seconds"),
    [(VoiceChoice.AUTO, 0.5), (VoiceChoice.PACK, 0.5), (VoiceChoice.SHIPPED, 0.25)],
)
def test_the_chosen_voice_is_asked_first(tmp_path: Path, choice: VoiceChoice, seconds: float) -> None:
    """A pack and the shipped clips both know the line; told apart by how long they say it."""
    folders = VoiceFolders(packs=tmp_path / "packs", shipped=tmp_path / "shipped", cache=tmp_path / "cache")
    for folder, lasts in ((folders.packs / "en", 0.5), (folders.shipped / "en", 0.25)):
        folder.mkdir(parents=True)
        (folder / f"{line_id('Sit.')}.wav").write_bytes(as_wave(Clip(8000, HUM[: int(lasts * len(HUM))])))
    voice = open_voice(choice, "en", folders)
    prepared(voice, "Sit.")
    clip = voice.clip("Sit.")
    assert clip is not None
    assert clip.seconds == pytest.approx(seconds, abs=0.1)
    voice.close()


def shipped_voice_folders(tmp_path: Path) -> VoiceFolders:
    shipped = Path(__file__).parents[2] / "assets" / "sounds" / "voice"
    return VoiceFolders(packs=tmp_path / "packs", shipped=shipped, cache=tmp_path / "cache")


@pytest.fixture
def espeak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An espeak-ng that is found, and tells of each line that it was asked for."""
    asked = tmp_path / "asked.txt"
    program = tmp_path / "bin" / "espeak-ng"
    program.parent.mkdir()
    program.write_text(
        f"""#!{sys.executable}
import sys, wave
if sys.argv[1].startswith("--voices"):
    print("heading\\nvoice")
    sys.exit()
open({str(asked)!r}, "a").write(sys.stdin.read() + "\\n")
with wave.open(sys.argv[sys.argv.index("-w") + 1], "wb") as file:
    file.setparams((1, 2, 8000, 0, "NONE", ""))
    file.writeframes(bytes([0, 40, 0, 216]) * 4000)
""",
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    return asked


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a script with a first line")
def test_a_shipped_practice_is_spoken_by_its_clips_wherever_espeak_is_installed(
    tmp_path: Path, espeak: Path
) -> None:
    library = Library(Path(__file__).parents[2] / "assets")
    plan = compile_plan(library.find("legs-up-the-wall"), Choices(desk=True), library.parts())
    voice = open_voice(VoiceChoice.AUTO, "en", shipped_voice_folders(tmp_path))
    prepared(voice, *lines_of(plan), "A line of my own.")
    assert all(voice.clip(text) is not None for text in lines_of(plan))
    assert voice.clip("A line of my own.") is not None
    assert natural_is_here() or espeak.read_text("utf-8").splitlines() == ["A line of my own."]
    assert natural_is_here() == (not espeak.exists())
    # What is made here is kept: only the line of one's own was.
    assert len(list((tmp_path / "cache").rglob("*.wav"))) == 1
    voice.close()


@pytest.mark.parametrize("language", ["de", "xx"])
def test_no_voice_speaks_a_language_that_is_not_its_own(tmp_path: Path, espeak: Path, language: str) -> None:
    """Wherever a voice is looked for: neither the clips, nor hibari, nor Piper, nor flite read it."""
    file = tmp_path / "amy.onnx"
    file.write_bytes(b"")
    Path(f"{file}.json").write_text('{"language": {"code": "en_US"}}', encoding="utf-8")
    espeak.parent.joinpath("bin", "espeak-ng").unlink()
    for choice in VoiceChoice:
        voice = open_voice(choice, language, shipped_voice_folders(tmp_path), piper=file)
        assert voice.made("Sitz.") is None
        voice.close()
