"""The two looks: text meets WCAG AA on everything that it stands on, and the system's choice is followed."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from legsup.ui.style import style_sheet
from legsup.ui.theme import DUSK, LINEN, Look, Theme, contrast, theme_for

THEMES = pytest.mark.parametrize("theme", [DUSK, LINEN], ids=lambda theme: theme.name)
#: WCAG 2.2, 1.4.3 and 1.4.11: text, and the parts of controls that one has to see.
TEXT, PARTS = 4.5, 3.0


@THEMES
@pytest.mark.parametrize("ink", ["ink", "ink_quiet", "warning"])
@pytest.mark.parametrize("ground", ["page", "card", "card_hover", "field"])
def test_text_can_be_read_on_every_ground(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= TEXT


@THEMES
@pytest.mark.parametrize("ground", ["accent", "accent_hover"])
def test_text_can_be_read_on_the_accent(theme: Theme, ground: str) -> None:
    assert contrast(theme.on_accent, getattr(theme, ground)) >= TEXT


@THEMES
@pytest.mark.parametrize("part", ["focus", "accent", "edge"])
@pytest.mark.parametrize("ground", ["page", "card", "field"])
def test_the_parts_of_controls_can_be_seen(theme: Theme, part: str, ground: str) -> None:
    assert contrast(getattr(theme, part), getattr(theme, ground)) >= PARTS


@THEMES
def test_text_can_be_read_on_the_room(theme: Theme) -> None:
    for ground in ("night_top", "night_low", "wall", "wall_far", "floor", "floor_near"):
        assert contrast(theme.ink, getattr(theme, ground)) >= TEXT


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
    for token in fields(theme):
        value = getattr(theme, token.name)
        if token.name not in {"name", "dark"}:
            assert QColor.isValidColorName(value), token.name


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
