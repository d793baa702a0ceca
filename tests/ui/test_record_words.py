"""What is said of a record reads as words, whatever was answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from legsup.ui.record_words import felt_text, held_text, record_line
from tests.services.test_journal import record

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("before", "after", "felt"),
    [(2, 1, "some → a little"), (2, None, "some before"), (None, 0, "none after"), (None, None, "")],
)
def test_what_was_felt_once_is_said_with_its_when(before: int | None, after: int | None, felt: str) -> None:
    made = replace(record(1), before=before, after=after)
    assert felt_text(made) == felt
    line = record_line(made, "Seated breath")
    assert line.endswith(f"tension {felt}") if felt else "tension" not in line


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0, "Under 1 min legs up"),
        (59.9, "Under 1 min legs up"),
        (60.0, "1 min legs up"),
        (89.0, "1 min legs up"),
        (588.0, "10 min legs up"),
    ],
)
def test_whole_minutes_are_told_and_of_less_than_one_no_figure(seconds: float, text: str) -> None:
    assert held_text(seconds, legs_up=True) == text
    assert held_text(seconds, legs_up=False) == text.replace("legs up", "held")
