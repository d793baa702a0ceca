"""Whatever is wrong with a voice is told once by its name, the next one speaks, and the practice has all its words."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile  # pyright: ignore[reportMissingTypeStubs] - it brings none

from legsup.domain.line_names import line_id
from legsup.domain.lines import lines_of
from legsup.services.voice.cache import Cache
from legsup.services.voice.natural import NaturalSpeaker
from legsup.services.voice.pack import PackSpeaker
from legsup.services.voice.prepared import PreparedVoice
from tests.services.humming_package import CHILD, write_package
from tests.services.sounding import plan
from tests.services.test_voice_prepared import Reader, prepared

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from legsup.services.voice.speaker import Speaker

HUM = (0.2 * np.sin(np.arange(24000) / 20)).astype(np.float32)
#: A line of the practice, of two sentences that a pack may have one by one.
LINE = "Bend your knees."
#: Hides a package from the child, as where it is not installed.
HIDDEN = "import sys; sys.modules[{name!r}] = None; "


def broken_clip(folder: Path) -> PackSpeaker:
    """A pack of which one clip is no sound."""
    (folder / f"{line_id(LINE)}.wav").write_bytes(b"RIFF and no more")
    return PackSpeaker(folder, "pack-en")


def empty_clip(folder: Path) -> PackSpeaker:
    """A pack of which one clip is silence."""
    soundfile.write(folder / f"{line_id(LINE)}.wav", 0.0 * HUM, 24000)
    return PackSpeaker(folder, "pack-en")


def wrong_rate(folder: Path) -> PackSpeaker:
    """A pack of which one clip says that it has ten samples a second."""
    soundfile.write(folder / f"{line_id(LINE)}.wav", HUM, 10)
    return PackSpeaker(folder, "pack-en")


def natural(folder: Path, *, loading: str = "pass", speaking: str = "pass", hidden: str = "") -> Speaker:
    """The natural voice with a model that is told to fail."""
    write_package(folder, loading, speaking)
    hides = HIDDEN.format(name=hidden) if hidden else ""
    child = (sys.executable, "-c", hides + CHILD, str(folder))
    return NaturalSpeaker("en", child=child, loading=30.0, patience=1.0)


FAULTS: dict[str, tuple[Callable[[Path], Speaker], str]] = {
    "a broken clip": (broken_clip, line_id(LINE)),
    "a clip of silence": (empty_clip, line_id(LINE)),
    "a pack of the wrong rate": (wrong_rate, line_id(LINE)),
    "a model that breaks": (lambda folder: natural(folder, loading="raise RuntimeError('no')"), "hibari"),
    "a model that crashes": (lambda folder: natural(folder, speaking="import os; os.abort()"), "hibari"),
    "a model that hangs": (
        lambda folder: natural(folder, speaking="import threading; threading.Event().wait()"),
        "hibari",
    ),
    "no onnxruntime": (
        lambda folder: natural(folder, loading="import onnxruntime", hidden="onnxruntime"),
        "hibari",
    ),
    "no hibari": (lambda folder: natural(folder, hidden="hibari"), "hibari"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_voice_that_is_amiss_is_told_once_by_name_and_the_next_one_speaks(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, fault: str
) -> None:
    caplog.set_level("INFO", "legsup")
    make, name = FAULTS[fault]
    lines = lines_of(plan())
    assert LINE in lines
    folder = tmp_path / "voice"
    folder.mkdir()
    voice = PreparedVoice([make(folder), Reader("next", *lines)], Cache(tmp_path / "cache"))
    prepared(voice, *lines)
    assert [text for text in lines if voice.clip(text) is None] == []
    told = [record.getMessage() for record in caplog.records if name in record.getMessage()]
    assert len(told) == 1, told
    voice.close()
