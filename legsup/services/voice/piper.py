"""Piper, with a voice file of the person's own: a free program with many natural voices, each a file of one language."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

#: How much slower than its own pace it is calm.
CALM = 1.15


class Piper:
    """Piper reading by one voice file (``.onnx``, with its ``.onnx.json`` beside it)."""

    name = "piper"

    def __init__(self, file: Path) -> None:
        """Speak by this file."""
        self._file = file

    @property
    def spoken_as(self) -> str:
        """Each voice file is a voice of its own."""
        return f"{self.name}-{self._file.stem}"

    def voice(self, language: str) -> str | None:
        """Give the file where it is there and speaks the language, as it says itself."""
        return str(self._file) if self._file.is_file() and language_of(self._file) == language else None

    def command(self, voice: str, faster: float, file: str) -> list[str]:
        """Read the text from the input; its scale is one of lengths."""
        return [self.name, "--model", voice, "--length_scale", f"{CALM / faster:.3f}", "--output_file", file]


def language_of(file: Path) -> str | None:
    """Tell the language of a voice file from what stands beside it; None where that cannot be read."""
    try:
        told: Any = json.loads(Path(f"{file}.json").read_text("utf-8"))
        names: list[Any] = [told.get("language", {}).get("code"), told.get("espeak", {}).get("voice")]
    except (OSError, ValueError, AttributeError):
        return None
    words = [name for name in names if isinstance(name, str) and name]
    return words[0].replace("_", "-").partition("-")[0] if words else None
