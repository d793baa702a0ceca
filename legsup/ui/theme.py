"""The two looks, dusk and linen: every colour that the app uses, by what it is for."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import Qt

#: Channels below this count in proportion (WCAG 2, relative luminance).
_LINEAR_BELOW = 0.04045


class Look(StrEnum):
    """What the person chose: one of the looks, or whatever the system shows."""

    SYSTEM = "system"
    DUSK = "dusk"
    LINEN = "linen"


class Theme(NamedTuple):
    """Colours as #rrggbb.

    ``ink`` colours stand on ``page``, ``card`` and ``field``; ``on_accent`` stands on ``accent``. The rest paint the
    room and the figure.
    """

    name: str
    dark: bool
    page: str
    card: str
    card_hover: str
    field: str
    line: str
    edge: str
    ink: str
    ink_quiet: str
    accent: str
    accent_hover: str
    on_accent: str
    focus: str
    warning: str
    night_top: str
    night_low: str
    wall: str
    wall_far: str
    floor: str
    floor_near: str
    mat: str
    mat_edge: str
    prop: str
    prop_shade: str
    wood: str
    wood_shade: str
    sheet: str
    sheet_shade: str
    skin: str
    top: str
    leggings: str
    body_shade: str
    body_light: str
    hair: str
    glow: str
    shadow: str


DUSK = Theme(
    name="dusk",
    dark=True,
    page="#1d1e33",
    card="#2a2943",
    card_hover="#333152",
    field="#232338",
    line="#4a4768",
    edge="#8b85ad",
    ink="#d9d2ec",
    ink_quiet="#c6c0dc",
    accent="#ffc58a",
    accent_hover="#ffd3a5",
    on_accent="#2b2030",
    focus="#ffc58a",
    warning="#ffb3a0",
    night_top="#191a2e",
    night_low="#3a2f4f",
    wall="#352f50",
    wall_far="#2d2946",
    floor="#24213c",
    floor_near="#1a1a2e",
    mat="#4d5a78",
    mat_edge="#3d4863",
    prop="#8c7f9f",
    prop_shade="#6b6081",
    wood="#6b5568",
    wood_shade="#524257",
    sheet="#5a5578",
    sheet_shade="#433f60",
    skin="#a58a9e",
    top="#8187b5",
    leggings="#605a8c",
    body_shade="#2f2a4c",
    body_light="#cfc3d8",
    hair="#3d3152",
    glow="#ffc58a",
    shadow="#100f1f",
)

LINEN = Theme(
    name="linen",
    dark=False,
    page="#f6efe6",
    card="#fdf9f3",
    card_hover="#fffdf9",
    field="#fffaf3",
    line="#d8c9b6",
    edge="#8d7f6e",
    ink="#40372f",
    ink_quiet="#544a40",
    accent="#664a2b",
    accent_hover="#5b4126",
    on_accent="#fff8ee",
    focus="#8a5a1f",
    warning="#7d301d",
    night_top="#f6efe6",
    night_low="#ecdfd0",
    wall="#f6ece0",
    wall_far="#efe2d2",
    floor="#e2d3c0",
    floor_near="#eadfd0",
    mat="#a9bdb3",
    mat_edge="#93a99e",
    prop="#d9b9a0",
    prop_shade="#c4a389",
    wood="#c2a283",
    wood_shade="#a78869",
    sheet="#fbf5ea",
    sheet_shade="#e2d5c2",
    skin="#c8a289",
    top="#93b0a6",
    leggings="#68827f",
    body_shade="#4f6566",
    body_light="#f3ead9",
    hair="#6b5648",
    glow="#ffc86c",
    shadow="#7d6a55",
)


def theme_for(choice: Look | str, color_scheme: Qt.ColorScheme) -> Theme:
    """Give the look for a choice; ``system`` follows the desktop, and dusk where the desktop does not say."""
    match Look(choice):
        case Look.DUSK:
            return DUSK
        case Look.LINEN:
            return LINEN
        case Look.SYSTEM:  # pragma: no branch - the type checker proves that no look is missing
            return LINEN if color_scheme == Qt.ColorScheme.Light else DUSK


def contrast(first: str, second: str) -> float:
    """Measure the contrast of two colours as WCAG 2 does: 1 (none) to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _LINEAR_BELOW else ((channel + 0.055) / 1.055) ** 2.4
