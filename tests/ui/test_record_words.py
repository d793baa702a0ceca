"""What is said of a record reads as words, whatever was answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from legsup.ui.record_words import felt_text, record_line
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
