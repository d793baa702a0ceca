"""Levels, clips and health: what they refuse, and what they tell."""

from __future__ import annotations

import pytest

from legsup.domain.cues import CueKind
from legsup.domain.sound import LEAST_CUES, Clip, Levels, Progress, SoundHealth


@pytest.mark.parametrize("levels", [{"cues": -0.1}, {"voice": 1.1}, {"sea": float("nan")}])
def test_a_level_outside_its_range_is_refused(levels: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="expected 0 to 1"):
        Levels(**levels)  # pyright: ignore[reportArgumentType] - only levels are named above


def test_only_bells_can_be_replaced() -> None:
    with pytest.raises(ValueError, match="say has no bell"):
        Levels(bells={CueKind.SAY: None})


def test_the_note_cannot_be_off_since_it_alone_breaks_the_silence_of_an_unpaced_hold() -> None:
    with pytest.raises(ValueError, match="note cannot be off"):
        Levels(bells={CueKind.NOTE: None})
    assert Levels(bells={CueKind.NOTE: "own.wav", CueKind.STEP: None}).bells[CueKind.STEP] is None


def test_cues_are_never_silent_by_their_level_alone() -> None:
    assert Levels(cues=0.0).heard_cues == LEAST_CUES
    assert Levels(cues=0.7).heard_cues == 0.7


def test_a_clip_knows_how_long_it_lasts() -> None:
    assert Clip(16000, bytes(4 * 8000)).seconds == 0.5


def test_only_what_plays_is_heard() -> None:
    assert SoundHealth("Speaker", Progress.PLAYING).is_heard
    assert not SoundHealth("Speaker", Progress.STUCK, "gone").is_heard
