"""Lines break as one would break them by hand: none is lost at the end, and centred ones are of like length."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QImage, Qt

from legsup.ui.widgets import label
from legsup.ui.widgets.wrapping import balanced, broken, without_a_lost_word

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")

TEXT = "What you practise will stand here, on this computer alone, day by day."


def high(wide: int, font: QFont, text: str = TEXT) -> int:
    """Tell how high Qt writes a text in a width."""
    flags = Qt.TextFlag.TextWordWrap.value
    return QFontMetrics(font).boundingRect(QRect(0, 0, wide, 10000), flags, text).height()


@pytest.mark.parametrize("wide", range(120, 520, 40))
def test_as_many_lines_are_taken_as_ever_in_no_more_room(wide: int) -> None:
    font = QFont()
    for found in (balanced(TEXT, font, wide), without_a_lost_word(TEXT, font, wide)):
        assert found <= wide
        assert high(found, font) == high(wide, font)


@pytest.mark.parametrize("wide", range(230, 520, 30))
def test_no_long_word_is_cut_off_for_the_sake_of_even_lines(wide: int) -> None:
    font = QFont()
    metrics = QFontMetrics(font)
    long = "journal_of_the_year_2026"
    while metrics.horizontalAdvance(long) < 0.8 * wide:
        long += "_a"
    for text in (f"Saved: {long}", f"{long} is there."):
        for found in (balanced(text, font, wide), without_a_lost_word(text, font, wide)):
            assert metrics.horizontalAdvance(long) <= found <= wide


def test_where_it_can_be_the_last_line_begins_a_sentence() -> None:
    font = QFont()
    text = "One leg newly swollen, warm or sore. See a doctor today. Do not raise or rub it."
    metrics = QFontMetrics(font)
    wide = metrics.horizontalAdvance(text[: -len(" it.")]) + 1
    kept = without_a_lost_word(text, font, wide)
    assert metrics.horizontalAdvance(text[: text.index(" Do")]) <= kept
    assert metrics.horizontalAdvance(text[: text.index(" not")]) > kept


def test_no_line_begins_with_what_stands_between_two_things() -> None:
    font = QFont()
    text = "Legs up the wall · 2 min"
    metrics = QFontMetrics(font)
    wide = metrics.horizontalAdvance("Legs up the wall") + 2
    kept = without_a_lost_word(text, font, wide)
    assert metrics.horizontalAdvance("Legs up the") <= kept < metrics.horizontalAdvance("Legs up the wall")


def lines(image: QImage, high: int) -> list[tuple[int, int]]:
    """Give where each line of dark words begins and ends in a bright picture."""
    found: list[tuple[int, int]] = []
    for top in range(0, image.height() - high + 1, high):
        inked = [
            x
            for x in range(image.width())
            if any(image.pixelColor(x, y).lightness() < 128 for y in range(top, top + high))
        ]
        if inked:
            found.append((inked[0], inked[-1]))
    return found


@pytest.mark.parametrize("centred", [False, True])
def test_no_word_stands_alone_in_the_last_line(qtbot: QtBot, centred: bool) -> None:  # noqa: FBT001 - a parameter
    shown = label(TEXT, centred=centred)
    qtbot.addWidget(shown)
    metrics = shown.fontMetrics()
    wide = metrics.horizontalAdvance(TEXT) - metrics.horizontalAdvance("day.") // 2
    shown.setStyleSheet("background: white; color: black;")
    shown.resize(wide, 2 * metrics.height())
    first, last = lines(shown.grab().toImage(), metrics.height())
    assert last[1] - last[0] > 0.2 * wide
    if centred:
        assert (last[1] - last[0]) > 0.6 * (first[1] - first[0])
        for begin, end in (first, last):
            assert abs(begin + end - wide) <= 4
    else:
        assert first[0] < 4
        assert last[0] < 4


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
