"""The sound of a practice is made as the settings ask for it: volumes, bells, and a voice file of one's own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from legsup.domain.cues import CueKind
from legsup.domain.settings import Settings, with_values
from legsup.places import in_folder
from legsup.practice.making_sound import levels_of, voice_for

if TYPE_CHECKING:
    from pathlib import Path

#: A program that notes how it was called, and writes half a second of sound.
PIPER = """#!{python}
import sys, wave
open({called!r}, "a").write(" ".join(sys.argv[1:3]) + ": " + sys.stdin.read().strip() + "\\n")
with wave.open(sys.argv[sys.argv.index("--output_file") + 1], "wb") as file:
    file.setparams((1, 2, 8000, 0, "NONE", ""))
    file.writeframes(bytes([0, 40, 0, 216]) * 2000)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a script with a first line")
def test_a_voice_file_that_was_chosen_says_the_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    called, program, amy = tmp_path / "called.txt", tmp_path / "bin" / "piper", tmp_path / "amy.onnx"
    program.parent.mkdir()
    program.write_text(PIPER.format(python=sys.executable, called=str(called)), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    amy.touch()
    (tmp_path / "amy.onnx.json").write_text('{"language": {"code": "en_GB"}}', encoding="utf-8")
    settings = with_values(Settings(), {"voice": "piper", "piper_voice": str(amy)})
    voice = voice_for(settings, "en", in_folder(tmp_path / "home"))
    assert voice.made("A line of my own.") is not None
    assert called.read_text("utf-8") == f"--model {amy}: A line of my own.\n"
    voice.close()


def test_levels_are_those_that_were_chosen() -> None:
    chosen = {
        "cues_volume": 0.1,
        "voice_volume": 0.2,
        "sea_volume": 0.3,
        "muted": True,
        "bells": {"end": "/bowl.wav"},
        "voicing": "steps",
        "sea_throughout": True,
    }
    levels = levels_of(with_values(Settings(), chosen))
    assert (levels.cues, levels.voice, levels.sea, levels.mute) == (0.1, 0.2, 0.3, True)
    assert levels.bells == {CueKind.END: "/bowl.wav"}
    assert (levels.voicing, levels.sea_throughout) == ("steps", True)
