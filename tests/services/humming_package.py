"""A package of the natural voice's name and manner, which hums instead of loading a model, and breaks as it is told to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: It hums a fifth of a second a letter, by pace, and tells in a file
#: what it was made with.
PACKAGE = """
import pathlib, socket
import numpy as np
HERE = pathlib.Path(__file__).parent

class Hibari:
    sample_rate = 24000
    def __init__(self, *voices, **options):
        (HERE / "made-with.txt").write_text(repr((voices, sorted(options), options.get("model"))))
        {loading}
    def phonemize(self, text):
        return [text]
    def from_phonemes(self, sounds, speed, seed):
        {speaking}
        count = round(24000 * 0.05 * len(sounds) / speed)
        return (0.3 * np.sin(np.arange(count) / 10)).astype(np.float32)
"""
#: Starts the real child where the package above is found first.
CHILD = "import sys; sys.path.insert(0, sys.argv[1]); from legsup.services.voice.natural_child import main; main()"


def write_package(folder: Path, loading: str = "pass", speaking: str = "pass") -> Path:
    """Write the package into a folder; it does what it is told before it is loaded and before each line."""
    package = folder / "hibari"
    package.mkdir()
    (package / "__init__.py").write_text(PACKAGE.format(loading=loading, speaking=speaking))
    return package
