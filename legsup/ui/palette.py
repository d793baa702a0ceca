"""The palette: a theme's colours for whatever Qt's own style draws, as check marks, boxes and arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from legsup.ui.theme import Theme


def palette_of(theme: Theme) -> QPalette:
    """Give every role of the palette its colour."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.page,
        role.WindowText: theme.ink,
        role.Base: theme.field,
        role.AlternateBase: theme.card,
        role.Text: theme.ink,
        role.PlaceholderText: theme.ink_quiet,
        role.Button: theme.card,
        role.ButtonText: theme.ink,
        role.BrightText: theme.warning,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.ToolTipBase: theme.card,
        role.ToolTipText: theme.ink,
        role.Link: theme.accent,
        role.Light: theme.card_hover,
        role.Midlight: theme.card_hover,
        role.Mid: theme.line,
        role.Dark: theme.line,
        role.Shadow: theme.shadow,
        role.Accent: theme.accent,
    }
    palette = QPalette()
    for each, colour in colours.items():
        palette.setColor(each, QColor(colour))
    for each in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.ink_quiet))
    return palette
