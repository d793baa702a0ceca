"""The sound check: what a person hears who tries the sound from the desk."""

from __future__ import annotations

from dataclasses import replace

from legsup.domain.breath import Pattern
from legsup.domain.cues import CueKind
from legsup.domain.plan import Choices
from legsup.domain.session import Status
from legsup.domain.sound_check import BREATHS, sound_check
from tests.domain.run import begun
from tests.small_practice import PARTS


def test_it_brings_a_bell_words_and_three_breaths_and_ends_by_itself() -> None:
    run = begun(sound_check(PARTS, Choices(pattern=Pattern(5.0, 6.0))))
    run.to_end()
    kinds = run.kinds()
    assert kinds[:2] == [CueKind.BEGIN, CueKind.SAY]
    assert kinds.count(CueKind.INHALE) == kinds.count(CueKind.EXHALE) == BREATHS
    assert run.cues[1].text == PARTS.phrases["en"].sound_check
    inhales = [cue for cue in run.cues if cue.kind is CueKind.INHALE]
    assert {cue.seconds for cue in inhales} == {5.0}
    assert run.session.status is Status.ENDED
    assert run.session.breaths == BREATHS
    assert CueKind.END not in kinds


def test_it_is_paced_and_spoken_whatever_was_chosen() -> None:
    plan = sound_check(PARTS, Choices(pattern=None, language="xx", desk=True))
    assert plan.choices.pattern is not None
    assert not any(beat.desk for beat in plan.beats)
    assert plan.beats[0].words[0].text == PARTS.phrases["en"].sound_check


def test_it_speaks_the_language_of_the_person() -> None:
    german = replace(PARTS.phrases["en"], language="de", sound_check="Ein, hinauf. Aus, hinab.")
    parts = replace(PARTS, phrases={**PARTS.phrases, "de": german})
    plan = sound_check(parts, Choices(language="de"))
    assert plan.beats[0].words[0].text == "Ein, hinauf. Aus, hinab."
