"""Words in two lines are broken where one reads on easily: at the end of a sentence, else evenly."""

from __future__ import annotations

import pytest

from legsup.ui.widgets.breaking import broken


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Go to your mat.", ["Go to your mat."]),
        (
            "Lie back slowly, head last. Sit, back to the wall.",
            ["Lie back slowly, head last.", "Sit, back to the wall."],
        ),
        (
            "Bend your knees, roll to your side, sit up slowly.",
            ["Bend your knees, roll to", "your side, sit up slowly."],
        ),
        # A sentence of a word alone would leave the rest too long.
        (
            "Slowly. Bend both of your knees and roll now.",
            ["Slowly. Bend both of", "your knees and roll now."],
        ),
        (
            "Space pauses.\nEscape comes out, gently, at any time.",
            ["Space pauses.", "Escape comes out, gently, at any time."],
        ),
        ("one " * 30, ["one " * 30]),
        ("x" * 60, ["x" * 60]),
    ],
)
def test_two_lines_are_broken_where_it_reads_best(text: str, lines: list[str]) -> None:
    assert broken(text, 30, len).split("\n") == lines
