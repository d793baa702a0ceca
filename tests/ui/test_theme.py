"""The two looks: text meets WCAG AA on everything that it stands on, and the system's choice is followed."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from legsup.ui.style import style_sheet
from legsup.ui.theme import DUSK, LINEN, Look, Theme, contrast, theme_for

THEMES = pytest.mark.parametrize("theme", [DUSK, LINEN], ids=lambda theme: theme.name)
#: Text as WCAG 2.2 asks at its strictest (1.4.6), large text and words over the room, and the marks and borders of
#: controls (1.4.11).
TEXT, LARGE, MARKS = 7.0, 4.5, 3.0
#: What text is written in, and all that it may stand on.
INKS = ("ink", "ink_quiet", "warning")
GROUNDS = ("page", "card", "card_hover", "field")
#: What borders, rings, tracks and marks are painted in.
MARKED = ("edge", "focus", "accent", "ink", "ink_quiet")
ON_ACCENT = ("accent", "accent_hover")
COLOURS = [token for token in DUSK._fields if token not in {"name", "dark"}]


def used(kind: str) -> set[str]:
    """The colours that the sheet uses for ``color``, ``background`` or ``border``."""
    sheet = style_sheet(DUSK._replace(**{each: f"#{each}" for each in COLOURS}))
    found = re.findall(rf"(?<![-\w]){kind}(?:-color|-left|-bottom)?: ([^;}}]*)", sheet)
    return {name for value in found for name in re.findall(r"#(\w+)", value)}


def test_every_ink_ground_and_mark_of_the_sheet_is_weighed() -> None:
    assert used("color") <= {*INKS, "on_accent"}
    assert used("placeholder-text-color") == {"ink_quiet"}
    assert used("background") <= {*GROUNDS, *ON_ACCENT, *MARKED}
    assert used("border") <= {*MARKED, "accent_hover", "page"}
    assert {"ink", "on_accent"} <= used("color")
    assert {"edge", "focus"} <= used("border")


@THEMES
@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_on_every_ground(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= TEXT


@THEMES
@pytest.mark.parametrize("ground", ON_ACCENT)
def test_text_can_be_read_on_the_accent(theme: Theme, ground: str) -> None:
    assert contrast(theme.on_accent, getattr(theme, ground)) >= TEXT


@THEMES
@pytest.mark.parametrize("part", MARKED)
@pytest.mark.parametrize("ground", GROUNDS)
def test_marks_and_borders_can_be_seen(theme: Theme, part: str, ground: str) -> None:
    assert contrast(getattr(theme, part), getattr(theme, ground)) >= MARKS


@THEMES
@pytest.mark.parametrize("ground", ON_ACCENT)
def test_the_ring_of_what_is_chosen_stands_out_from_it(theme: Theme, ground: str) -> None:
    assert contrast(theme.page, getattr(theme, ground)) >= MARKS


@THEMES
def test_text_can_be_read_on_the_room(theme: Theme) -> None:
    for ground in ("night_top", "night_low", "wall", "wall_far", "floor", "floor_near"):
        assert contrast(theme.ink, getattr(theme, ground)) >= LARGE


@THEMES
def test_the_body_stands_out_from_the_room(theme: Theme) -> None:
    for part in ("skin", "top", "leggings"):
        for ground in ("night_top", "night_low", "wall", "floor_near"):
            assert contrast(getattr(theme, part), getattr(theme, ground)) >= 1.7


@THEMES
def test_skin_hair_top_and_leggings_are_told_apart(theme: Theme) -> None:
    for one, other in (("top", "leggings"), ("skin", "hair")):
        assert contrast(getattr(theme, one), getattr(theme, other)) >= 1.6


@THEMES
def test_every_token_is_a_colour(theme: Theme) -> None:
    for token in COLOURS:
        assert QColor.isValidColorName(getattr(theme, token)), token


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_the_choice_is_followed_or_else_the_system() -> None:
    scheme = Qt.ColorScheme
    assert theme_for("dusk", scheme.Light) is DUSK
    assert theme_for(Look.LINEN, scheme.Dark) is LINEN
    assert theme_for("system", scheme.Light) is LINEN
    assert theme_for("system", scheme.Dark) is DUSK
    assert theme_for("system", scheme.Unknown) is DUSK


@THEMES
def test_the_style_sheet_is_filled_in(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet
    assert theme.accent in sheet


def test_twice_the_text_is_twice_as_large_in_every_role_and_so_are_boxes_and_switches() -> None:
    for pattern in (
        r"font-size: ([\d.]+)pt",
        r"::indicator[^}]*? width: (\d+)px",
        r"::indicator[^}]*? height: (\d+)px",
    ):
        usual, large = (
            [float(each) for each in re.findall(pattern, style_sheet(DUSK, size))] for size in (100, 200)
        )
        assert usual
        assert large == [2 * each for each in usual]
