"""Names of lines and packs: whole lines, and lines put together from their pieces."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from legsup.domain.cues import CueKind
from legsup.domain.every_line import every_line
from legsup.domain.line_names import clauses, line_id, sentences
from legsup.domain.lines import lines_of
from legsup.domain.machine import ready, step, upcoming
from legsup.domain.plan import Choices, Plan
from legsup.domain.planning import compile_plan
from legsup.domain.sequence import Guidance
from legsup.domain.session import Event, Reading
from legsup.domain.sound import Clip
from legsup.domain.speech import ROOM, speaking_seconds
from legsup.services.library import Library
from legsup.services.sound.speaking import BREATHER
from legsup.services.voice.files import as_wave
from legsup.services.voice.loudness import loudness, true_peak
from legsup.services.voice.pack import PackSpeaker
from tests.domain.run import begun
from tools.voice_clips import is_as_now

if TYPE_CHECKING:
    from collections.abc import Callable

ASSETS = Path(__file__).parents[2] / "assets"
RATE = 8000
#: What makes the clips anew; only what changed is made.
MAKE = "run .venv/bin/pip install -e '.[clips]' and .venv/bin/python -m tools.voice_clips"


@pytest.fixture
def pack(tmp_path: Path) -> Callable[[str, float], None]:
    def put(text: str, seconds: float) -> None:
        at = np.arange(round(seconds * RATE)) / RATE
        hum = (0.1 * np.sin(2 * np.pi * 200 * at)).astype(np.float32)
        (tmp_path / f"{line_id(text)}.wav").write_bytes(as_wave(Clip(RATE, hum.tobytes())))

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
    voice = ASSETS / "sounds" / "voice" / "en"
    have = {file.stem for file in voice.glob("*.ogg")}
    missing = [text for text in lines if line_id(text) not in have]
    assert not missing, f"lines without a clip: {missing[:3]}; {MAKE}"
    assert len(lines) > 250
    strange = have - {line_id(text) for text in lines}
    assert not strange, f"clips of no line: {sorted(strange)[:3]}; {MAKE}"
    stale = [text for text in lines if not is_as_now(voice / f"{line_id(text)}.ogg", text)]
    assert not stale, f"clips of lines as they were: {stale[:3]}; {MAKE}"


def test_every_shipped_clip_is_as_loud_as_the_others_within_its_time_and_without_a_click() -> None:
    library = Library(ASSETS)
    folder = ASSETS / "sounds" / "voice" / "en"
    speaker = PackSpeaker(folder, "shipped-en", made_ready=True)
    for text in every_line(library.sequences(), library.parts(), "en"):
        clip = speaker.speak(text, 1.0)
        assert clip is not None, text
        samples = np.frombuffer(clip.pcm, np.float32)
        assert clip.rate >= 24000
        assert loudness(samples, clip.rate) == pytest.approx(-24.0, abs=1.5), text
        assert true_peak(samples) <= 0.501, text
        assert np.abs(samples[[0, -1]]).max() < 0.001, text
        assert clip.seconds <= speaking_seconds(text) + ROOM, text
    assert sum(file.stat().st_size for file in folder.glob("*.ogg")) <= 8 * 2**20


def test_every_word_is_over_before_the_next_at_every_guidance_in_every_sequence() -> None:
    """A clip that lasts longer than was expected would push the next line from its place."""
    library = Library(ASSETS)
    parts = library.parts()
    speaker = PackSpeaker(ASSETS / "sounds" / "voice" / "en", "shipped-en", made_ready=True)
    lasts: dict[str, float] = {}
    for sequence, guidance in product(library.sequences(), Guidance):
        session = step(
            ready(compile_plan(sequence, Choices(desk=True, guidance=guidance), parts)),
            Event.START,
            Reading(0.0),
        )[0]
        said = [cue for cue in upcoming(session, 3600.0) if cue.kind is CueKind.SAY]
        for cue, after in pairwise(said):
            text = cue.text or ""
            if text not in lasts:
                clip = speaker.speak(text, 1.0)
                assert clip is not None, text
                lasts[text] = clip.seconds
            assert cue.at + lasts[text] + BREATHER <= after.at + 0.02, (sequence.id, guidance, text)


def test_no_line_is_known_in_a_language_that_the_parts_do_not_speak() -> None:
    library = Library(ASSETS)
    assert every_line(library.sequences(), library.parts(), "xx") == ()


def test_whatever_happens_no_word_is_said_that_was_not_made_ready_and_the_shipped_voice_knows_each() -> None:
    library = Library(ASSETS)
    parts = library.parts()
    clips = {file.stem for file in (ASSETS / "sounds" / "voice" / "en").glob("*.ogg")}
    for sequence in library.sequences():
        plan = compile_plan(sequence, Choices(desk=True), parts)
        for event in (*Event, None):
            said, changed = _said_after(plan, event)
            made = {*lines_of(plan), *lines_of(changed)}
            assert said <= made, (sequence.id, event)
            assert [text for text in said if not _can_say(clips, text)] == []


def _can_say(clips: set[str], text: str) -> bool:
    """Whether clips make a text: one of its own, or those of its sentences and clauses."""
    if line_id(text) in clips:
        return True
    parts = sentences(text) if len(sentences(text)) > 1 else clauses(text)
    return len(parts) > 1 and all(_can_say(clips, part) for part in parts)


def _said_after(plan: Plan, event: Event | None) -> tuple[set[str], Plan]:
    """Tell all that is said when something happens in the first hold, and the plan then; None is the computer's sleep."""
    run = begun(plan)
    run.to(plan.holds[0].step.id)
    run.wait(20.0)
    if event is None:
        run.slept += 600.0
        run.wait(1.0)
    else:
        run.send(event)
    run.to_end()
    return {cue.text or "" for cue in run.cues if cue.kind is CueKind.SAY}, run.session.plan
