"""Piper with a voice file of one's own: the language that the file tells, and how the program is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from legsup.services.voice.piper import Piper, language_of
from legsup.services.voice.programs import ProgramSpeaker
from legsup.services.voice.speaker import VoiceError


class TestPiper:
    @pytest.fixture
    def voice_file(self, tmp_path: Path) -> Path:
        file = tmp_path / "amy.onnx"
        file.write_bytes(b"")
        return file

    @pytest.mark.parametrize(
        ("told", "language"),
        [
            ('{"language": {"code": "en_GB"}}', "en"),
            ('{"espeak": {"voice": "de"}}', "de"),
            ('{"language": {"code": 7}}', None),
            ("{}", None),
            ("[]", None),
            ("no json", None),
        ],
    )
    def test_a_voice_file_tells_its_language(self, voice_file: Path, told: str, language: str | None) -> None:
        Path(f"{voice_file}.json").write_text(told, encoding="utf-8")
        assert language_of(voice_file) == language
        assert Piper(voice_file).voice("en") == (str(voice_file) if language == "en" else None)

    def test_it_is_called_with_the_file_at_a_calm_pace(self, voice_file: Path) -> None:
        words = Piper(voice_file).command(str(voice_file), 1.0, "line.wav")
        assert words[:3] == ["piper", "--model", str(voice_file)]
        assert float(words[words.index("--length_scale") + 1]) > 1.0
        assert ProgramSpeaker(Piper(voice_file), "en").name == "piper-amy-en"

    def test_a_voice_file_of_another_language_or_none_at_all_is_silent(self, voice_file: Path) -> None:
        with pytest.raises(VoiceError, match="piper is not here, or does not speak en"):
            ProgramSpeaker(Piper(voice_file), "en").speak("Sit.", 1.0)
