"""The bells: one family, each kind of cue recognised alone."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pytest

from legsup.domain.cues import CueKind
from legsup.domain.sequence import Stage
from legsup.domain.sound import BELLS as KINDS
from legsup.domain.sound import Levels
from legsup.services.sound.bell_rack import BellRack
from legsup.services.sound.bells import BELLS, SEAT, SETTLE, Bell
from tests.services.sounding import RATE, pitch, refuse

if TYPE_CHECKING:
    from legsup.services.sound.waves import Samples


def strikes(bell: Bell) -> list[float]:
    """The frequencies of its strikes in order, those of one moment as the strongest."""
    whole = bell.render(RATE)
    moments = sorted({strike.at for strike in bell.strikes})
    return [pitch(whole[round((at + 0.05) * RATE) : round((at + 0.4) * RATE)]) for at in moments]


def picture(samples: Samples) -> Samples:
    """A coarse picture of when which pitch is heard, over two seconds."""
    whole = np.zeros(2 * RATE, np.float32)
    whole[: min(len(samples), len(whole))] = samples[: len(whole)]
    frames = whole.reshape(16, -1)
    spectra = np.abs(np.fft.rfft(frames * np.hanning(frames.shape[1]), axis=1))[:, :200]
    flat = np.sqrt(spectra).ravel()
    return (flat / np.linalg.norm(flat)).astype(np.float32)


def test_every_bell_kind_has_a_motif() -> None:
    assert set(BELLS) == set(KINDS)


@pytest.mark.parametrize("bell", [*BELLS.values(), SETTLE, SEAT])
def test_no_bell_needs_less_than_300_hz(bell: Bell) -> None:
    whole = bell.render(RATE)
    power = np.abs(np.fft.rfft(whole)) ** 2
    assert power[np.fft.rfftfreq(len(whole), 1 / RATE) > 300.0].sum() > 0.98 * power.sum()


def test_no_two_kinds_sound_alike_but_the_recall_which_is_the_come_out_sign_again() -> None:
    for one, other in combinations(KINDS, 2):
        if {one, other} == {CueKind.COME_OUT, CueKind.RECALL}:
            continue
        alike = float(picture(BELLS[one].render(RATE)) @ picture(BELLS[other].render(RATE)))
        assert alike < 0.93, (one, other, alike)


def test_come_out_falls_and_end_rises_as_nothing_else_does() -> None:
    first, second = strikes(BELLS[CueKind.COME_OUT])
    assert first > 1.2 * second
    low, middle, high = strikes(BELLS[CueKind.END])
    assert low * 1.1 < middle < high / 1.1
    others = [strikes(BELLS[kind]) for kind in KINDS if kind is not CueKind.END]
    assert not [notes for notes in others if notes[-1] > 1.05 * notes[0]]


@pytest.mark.parametrize("kind", KINDS)
def test_a_bell_rises_gently_and_dies_away(kind: CueKind) -> None:
    whole = BELLS[kind].render(RATE)
    loudest = float(np.abs(whole).max())
    assert np.abs(whole[: RATE // 200]).max() < 0.35 * loudest
    assert np.abs(whole[-RATE // 10 :]).max() < 0.01 * loudest
    assert loudest <= 1.4


def test_a_stage_that_begins_has_its_own_step_bell() -> None:
    rack = BellRack(RATE, Levels(), refuse)
    bells = [rack.of(CueKind.STEP, stage) for stage in (None, Stage.SETTLE, Stage.REST)]
    assert len({None if bell is None else round(pitch(bell)) for bell in bells}) == 3
    plain = rack.of(CueKind.STEP, Stage.ENTER)
    assert plain is not None
    assert bells[0] is not None
    assert np.array_equal(plain, bells[0])


def test_a_bell_that_is_off_is_none_and_an_own_one_is_read_once() -> None:
    asked: list[str] = []

    def read(path: str) -> tuple[Samples, int]:
        asked.append(path)
        at = np.arange(20 * 8000) / 8000
        return (0.01 * np.sin(2 * np.pi * 300 * at)).astype(np.float32), 8000

    rack = BellRack(RATE, Levels(bells={CueKind.STEP: None, CueKind.END: "mine.wav"}), read)
    assert rack.of(CueKind.STEP, None) is None
    own = rack.of(CueKind.END, None)
    assert rack.of(CueKind.END, None) is own
    assert asked == ["mine.wav"]
    assert own is not None
    assert len(own) == 8 * RATE
    assert float(np.abs(own[-RATE // 100 :]).max()) < 0.01
    assert float(np.abs(own[:4]).max()) < 0.05
    assert pitch(own) == pytest.approx(300, abs=1)
    assert float(np.abs(own).max()) == pytest.approx(0.6, abs=0.01)


def test_a_broken_own_bell_leaves_the_shipped_one() -> None:
    rack = BellRack(RATE, Levels(bells={CueKind.END: "broken.wav"}), refuse)
    shipped = BellRack(RATE, Levels(), refuse)
    own, theirs = rack.of(CueKind.END, None), shipped.of(CueKind.END, None)
    assert own is not None
    assert theirs is not None
    assert np.array_equal(own, theirs)
