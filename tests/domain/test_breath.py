"""The paced breath."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legsup.domain.breath import (
    DEFAULT_PATTERN,
    USUAL_PATTERN,
    Cycle,
    Pattern,
    Phase,
    breath_in,
    eased,
    parse_pattern,
)

PATTERNS = st.builds(
    Pattern,
    inhale=st.floats(3, 8),
    exhale=st.floats(3, 10),
    hold_full=st.floats(0, 8),
    hold_empty=st.floats(0, 8),
)


@pytest.mark.parametrize(
    ("text", "pattern"),
    [("4-6", Pattern(4, 6)), ("4-1-6-2", Pattern(4, 6, 1, 2)), ("4.5-6", Pattern(4.5, 6)), ("own", None)],
)
def test_a_pattern_is_read_as_people_write_it(text: str, pattern: Pattern | None) -> None:
    assert parse_pattern(text) == pattern
    if pattern is not None:
        assert str(pattern) == text


@pytest.mark.parametrize("text", ["", "4", "4-6-8", "a-b", "-4-6", "4-1-6-1-1"])
def test_what_is_no_pattern_is_refused_with_what_was_expected(text: str) -> None:
    with pytest.raises(ValueError, match="expected IN-OUT or IN-HOLD-OUT-HOLD"):
        parse_pattern(text)


@pytest.mark.parametrize("text", ["2-6", "9-6", "4-2", "4-11", "4-9-6-0", "4-0-6-9", "nan-6", "4-inf"])
def test_a_length_out_of_its_range_is_refused_with_the_range(text: str) -> None:
    with pytest.raises(ValueError, match=r"out of range; expected \d+ to \d+ s"):
        parse_pattern(text)


def test_the_awareness_goes_from_the_soles_to_the_crown_and_back() -> None:
    cycle = Cycle(100.0, Pattern(4, 6, 1, 2))
    moments = [breath_in(cycle, at) for at in (100.0, 102.0, 104.5, 105.0, 108.0, 112.0)]
    assert [moment.phase for moment in moments] == [
        Phase.INHALE,
        Phase.INHALE,
        Phase.HOLD_FULL,
        Phase.EXHALE,
        Phase.EXHALE,
        Phase.HOLD_EMPTY,
    ]
    assert [round(moment.awareness, 6) for moment in moments] == [0.0, 0.5, 1.0, 1.0, 0.5, 0.0]


def test_a_time_outside_the_cycle_counts_as_its_first_or_last_moment() -> None:
    cycle = Cycle(0.0, DEFAULT_PATTERN)
    assert breath_in(cycle, -1.0).awareness == 0.0
    assert breath_in(cycle, 99.0).fraction == 1.0


def test_the_half_way_of_easing_in_is_half_way_between_the_patterns() -> None:
    assert eased(USUAL_PATTERN, Pattern(5, 7), 0.0) == USUAL_PATTERN
    assert eased(USUAL_PATTERN, Pattern(5, 7), 60.0) == Pattern(4, 5.5)
    assert eased(USUAL_PATTERN, Pattern(5, 7), 400.0) == Pattern(5, 7)


@given(PATTERNS, st.floats(0, 1))
def test_the_awareness_never_leaves_the_body_and_never_jumps(pattern: Pattern, share: float) -> None:
    cycle = Cycle(7.0, pattern)
    at = 7.0 + share * pattern.seconds
    here, soon = breath_in(cycle, at), breath_in(cycle, at + 0.01)
    assert 0.0 <= here.awareness <= 1.0
    # Half a turn of a cosine over three seconds is never steeper than this.
    assert abs(here.awareness - soon.awareness) <= 0.01 * 3.1416 / 2 / 3 + 1e-6
