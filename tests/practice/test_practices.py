"""What is proposed for a practice: minutes, breaks and the pace of the voice, by what was chosen last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from legsup.domain.break_minutes import BREAKS
from legsup.domain.hold_length import seconds_in_all
from legsup.domain.settings import FIRST_MINUTES, LATER_MINUTES, Settings, with_values
from legsup.places import assets
from legsup.practice.practices import Practices
from legsup.practice.wanted import Wanted

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def practices(tmp_path: Path) -> Practices:
    return Practices(assets(), tmp_path)


def test_what_fits_into_a_break_is_reckoned_anew_for_another_practice_and_other_choices(
    practices: Practices,
) -> None:
    wall, chair = (practices.library.find(name) for name in ("legs-up-the-wall", "seated-breath"))
    fits = practices.breaks(wall, Settings(), 6)
    assert practices.breaks(wall, Settings(), 6) is fits
    slowly = with_values(Settings(), {"lie_down": 180.0})
    for other in (
        practices.breaks(chair, Settings(), 6),
        practices.breaks(wall, slowly, 6),
        practices.breaks(wall, Settings(), 1),
    ):
        assert other != fits
    assert practices.breaks(wall, Settings(), 6) == fits


@pytest.mark.parametrize("minutes", [None, 2.0, 5.0, 9.0, 12.5, 20.0])
def test_the_minutes_that_are_proposed_always_have_a_break_that_holds_them(
    practices: Practices, minutes: float | None
) -> None:
    settings = with_values(Settings(), {"practised": True, "minutes": minutes})
    for sequence in practices.sequences:
        fits, proposed = practices.breaks(sequence, settings, 6), practices.minutes(sequence, settings)
        free = next(free for free, fit in fits.items() if fit == proposed)
        plan = practices.plan(sequence, Wanted(minutes=proposed), settings, 6)
        assert seconds_in_all(plan) <= free * 60.0
        assert free in BREAKS or seconds_in_all(plan) > (free - 1) * 60.0
        assert list(fits) == sorted(fits)
        assert len(fits) == len(BREAKS)


def test_the_minutes_are_the_last_choice_within_what_a_practice_offers(practices: Practices) -> None:
    needle = practices.library.find("thread-the-needle")
    for chosen, proposed in ((15.0, needle.minutes.longest), (1.0, needle.minutes.shortest), (7.0, 7.0)):
        assert practices.minutes(needle, with_values(Settings(), {"minutes": chosen})) == proposed
    assert practices.minutes(needle, Settings()) == FIRST_MINUTES
    assert practices.minutes(needle, with_values(Settings(), {"practised": True})) == LATER_MINUTES
    own = replace(needle, source="own.toml")
    chosen = with_values(Settings(), {"minutes": 7.0})
    assert practices.minutes(own, chosen) == needle.minutes.default != 7.0
    assert practices.minutes(own, chosen, Wanted(minutes=3.0)) == 3.0


@pytest.mark.parametrize(("rate", "planned"), [(0.8, 0.8), (1.0, 1.0), (1.4, 1.0)])
def test_a_slower_voice_gets_its_time_and_a_faster_one_leaves_silence(
    practices: Practices, rate: float, planned: float
) -> None:
    settings = with_values(Settings(), {"voice_rate": rate})
    assert practices.choices(settings, "hands-free").speech_rate == planned
