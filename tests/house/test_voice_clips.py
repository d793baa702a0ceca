"""The shipped clips are made anew where their line changed, and only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from legsup.domain.line_names import line_id
from legsup.domain.sound import Clip
from tools import voice_clips

if TYPE_CHECKING:
    from pathlib import Path

HUM = Clip(24000, (0.2 * np.sin(np.arange(12000) / 20)).astype(np.float32).tobytes())


class Speaks:
    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str, seconds: float, /) -> Clip | None:
        assert seconds > 0
        self.asked.append(text)
        return None if text == "Hush." else HUM


def test_only_what_changed_is_made_and_what_is_no_line_any_more_goes(tmp_path: Path) -> None:
    voice = Speaks()
    assert voice_clips.made_clips(tmp_path, ("Sit.", "Still resting."), voice) == (2, 0)
    assert voice_clips.made_clips(tmp_path, ("Sit.", "Still resting."), voice) == (0, 0)
    # The same words are the same name; another sign is another tune.
    assert voice_clips.made_clips(tmp_path, ("Still resting?", "Stand."), voice) == (2, 1)
    assert voice.asked == ["Sit.", "Still resting.", "Still resting?", "Stand."]
    assert {file.stem for file in tmp_path.iterdir()} == {line_id("Still resting?"), line_id("Stand.")}


def test_a_broken_clip_and_one_of_another_edition_are_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice = Speaks()
    voice_clips.made_clips(tmp_path, ("Sit.",), voice)
    (tmp_path / f"{line_id('Sit.')}.ogg").write_bytes(b"no sound")
    assert voice_clips.made_clips(tmp_path, ("Sit.",), voice) == (1, 0)
    monkeypatch.setattr(voice_clips, "EDITION", "another")
    assert voice_clips.made_clips(tmp_path, ("Sit.",), voice) == (1, 0)


def test_a_line_that_stays_silent_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="Hush"):
        voice_clips.made_clips(tmp_path, ("Hush.",), Speaks())
