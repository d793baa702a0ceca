"""Names of lines and packs: whole lines, and lines put together from their pieces."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from legsup.domain.sound import Clip
from legsup.services.library import Library
from legsup.services.voice.every_line import every_line
from legsup.services.voice.files import write_wave
from legsup.services.voice.lines import clauses, line_id, sentences
from legsup.services.voice.pack import PackSpeaker

if TYPE_CHECKING:
    from collections.abc import Callable

ASSETS = Path(__file__).parents[2] / "assets"
RATE = 8000


@pytest.fixture
def pack(tmp_path: Path) -> Callable[[str, float], None]:
    def put(text: str, seconds: float) -> None:
        at = np.arange(round(seconds * RATE)) / RATE
        hum = (0.1 * np.sin(2 * np.pi * 200 * at)).astype(np.float32)
        write_wave(tmp_path / f"{line_id(text)}.wav", Clip(RATE, hum.tobytes()))

    return put


def test_a_line_has_one_name_whatever_its_capitals_and_signs() -> None:
    assert line_id("Let the floor hold you.") == line_id("let the floor  hold you")
    assert line_id("Child\u2019s pose") == line_id("Child's pose")
    assert line_id("Let the floor hold you.").startswith("let-the-floor-hold-you-")


def test_lines_that_begin_alike_have_names_of_their_own() -> None:
    assert line_id("Bend your knees and slide your feet down.") != line_id(
        "Bend your knees and slide your feet up."
    )


def test_texts_are_cut_into_sentences_and_clauses() -> None:
    assert sentences("Still resting? Bend your knees. Sit.") == ["Still resting?", "Bend your knees.", "Sit."]
    assert clauses("Five minutes; nine in all.") == ["Five minutes;", "nine in all."]


def test_a_whole_clip_is_preferred_and_pieces_are_joined_with_pauses(
    pack: Callable[[str, float], None], tmp_path: Path
) -> None:
    pack("Legs up the wall.", 1.0)
    pack("Five minutes", 0.8)
    pack("nine in all", 0.7)
    speaker = PackSpeaker(tmp_path, "mine")
    clip = speaker.speak("Legs up the wall. Five minutes; nine in all.", 3.0)
    assert clip is not None
    assert clip.seconds == pytest.approx(1.0 + 0.4 + 0.8 + 0.22 + 0.7, abs=0.05)
    pack("Legs up the wall. Five minutes; nine in all.", 2.0)
    whole = PackSpeaker(tmp_path, "mine").speak("Legs up the wall. Five minutes; nine in all.", 3.0)
    assert whole is not None
    assert whole.seconds == pytest.approx(2.0, abs=0.05)


def test_a_pack_without_a_line_or_with_a_broken_file_has_no_words_for_it(tmp_path: Path) -> None:
    (tmp_path / f"{line_id('Sit.')}.wav").write_bytes(b"no sound at all")
    speaker = PackSpeaker(tmp_path, "mine")
    assert speaker.speak("Sit.", 1.0) is None
    assert speaker.speak("Stand.", 1.0) is None
    assert PackSpeaker(tmp_path / "nowhere", "none").speak("Sit.", 1.0) is None


def test_the_shipped_english_clips_hold_every_shipped_line() -> None:
    library = Library(ASSETS)
    lines = every_line(library.sequences(), library.parts(), "en")
    have = {file.stem for file in (ASSETS / "sounds" / "voice" / "en").glob("*.ogg")}
    missing = [text for text in lines if line_id(text) not in have]
    assert not missing, f"run packaging/voice_clips.py: {missing[:3]}"
    assert len(lines) > 250


def test_no_line_is_known_in_a_language_that_the_parts_do_not_speak() -> None:
    library = Library(ASSETS)
    assert every_line(library.sequences(), library.parts(), "xx") == ()
